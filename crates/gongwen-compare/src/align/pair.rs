//! What an alignment says: its types, part of the published comparison contract.

use gongwen_record::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Two plans aligned. Lists are in document order of the first plan, then of the second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Alignment {
    /// What the two documents are to each other.
    pub relation: Relation,
    /// Action and project sections, one to one.
    pub sections: Vec<Pair>,
    /// Tasks; one may meet several.
    pub tasks: Vec<Pair>,
    /// Targets of one indicator, one to one, whether or not their values may be compared.
    pub targets: Vec<TargetPair>,
}

/// What two documents are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// One text: the same document saved twice.
    Same,
    /// Two versions of one plan: the same division and title, other words.
    Versions,
    /// Plans of different divisions, periods or matters.
    Peers,
}

/// Two sections or two tasks that are one measure, or share a good part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Pair {
    /// Of the first plan.
    pub a: Id,
    /// Of the second plan.
    pub b: Id,
    /// How sure, 0 to 1, four places.
    pub score: f64,
    /// Whether they are the same measure.
    pub strength: Strength,
    /// What speaks for the pair.
    pub reason: Reason,
}

/// Whether a pair is one measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// The same addressee, object and main instrument; details and numbers may differ.
    Same,
    /// One contains the other among several measures, or they share a full measure or a core instrument.
    Overlap,
}

/// What speaks for a pair.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reason {
    /// Topic codes that both have.
    pub topics: Vec<String>,
    /// Likeness of the titles, 0 to 1; null when one has none.
    pub title: Option<f64>,
    /// Cosine of the words, 0 to 1.
    pub words: f64,
    /// Named instruments that both use (`“…”`, `《…》`).
    pub instruments: Vec<String>,
    /// Whether the sections above them are a pair.
    pub sections_paired: bool,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "words {:.2}", self.words)?;
        if let Some(title) = self.title {
            write!(f, ", title {title:.2}")?;
        }
        if !self.topics.is_empty() {
            write!(f, ", topics {}", self.topics.join("+"))?;
        }
        if !self.instruments.is_empty() {
            write!(f, ", both use {}", self.instruments.join("、"))?;
        }
        if self.sections_paired {
            f.write_str(", under paired sections")?;
        }
        Ok(())
    }
}

/// Two targets that count the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TargetPair {
    /// Of the first plan.
    pub a: Id,
    /// Of the second plan.
    pub b: Id,
    /// How sure that the indicator is one, 0 to 1, four places.
    pub score: f64,
    /// Whether the values may be compared, and if not why.
    pub comparable: Comparability,
    /// All in which the two differ, comparable or not.
    pub differs: Vec<Difference>,
    /// How the value of `a` stands to that of `b`; `undetermined` where they are not comparable.
    pub order: Order,
}

/// Whether two values may be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "is", content = "because")]
pub enum Comparability {
    /// Unit, measure, group and frequency agree.
    Comparable,
    /// They are shown apart, for these reasons.
    Apart(Vec<Difference>),
}

impl Comparability {
    /// Whether the values may stand in one chart.
    pub fn is_comparable(&self) -> bool {
        matches!(self, Self::Comparable)
    }
}

/// In what two targets differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// Counted in other units (人次 against 场次).
    Unit,
    /// A level against an increase, a stock against what is done.
    Measure,
    /// Spread over other groups.
    Group,
    /// Per year against once.
    Frequency,
    /// An upper bound against a lower one.
    Direction,
    /// 以上 against 达到.
    Comparator,
    /// Another year.
    Deadline,
    /// Plainly against 力争.
    Modality,
    /// Measured from another year or value.
    Baseline,
}

/// How two values stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The value of `a` is lower.
    ALower,
    /// The value of `a` is higher.
    AHigher,
    /// They are equal.
    Equal,
    /// One is a range that touches the other.
    RangesTouch,
    /// Not to be said.
    Undetermined,
}

/// Four places: enough to tell pairs apart, few enough that every machine prints the same.
pub(crate) fn round(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
