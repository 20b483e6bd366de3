//! The published difference of two documents, unit by unit.

use crate::{Document, Note, Pair, Place, Relation, TargetPair, Value};
use gongwen_record::{CharSpan, Role};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What differs between two documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanDifference {
    /// Semantic version of this contract, that of the comparison.
    pub schema_version: String,
    /// The program and its version.
    pub producer: String,
    /// The first document.
    pub a: Document,
    /// The second document.
    pub b: Document,
    /// What the two are to each other.
    pub relation: Relation,
    /// What a reader must know before reading figures.
    pub notes: Vec<Note>,
    /// Action and project sections that meet.
    pub sections: Vec<UnitDifference>,
    /// Tasks that meet; one may meet several.
    pub tasks: Vec<UnitDifference>,
    /// Tasks that only the first has.
    pub only_a: Vec<Unit>,
    /// Tasks that only the second has.
    pub only_b: Vec<Unit>,
    /// Targets: first those that meet or that only the first has, in its order, then those that only the second has.
    pub targets: Vec<TargetDifference>,
}

/// A section or a task of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// The printed ordinal; null when it has none.
    pub label: Option<String>,
    /// Its title; null when it has none.
    pub title: Option<String>,
    /// Its words behind label and title.
    pub text: String,
}

/// What differs between two sections or two tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct UnitDifference {
    /// The pair and what speaks for it.
    #[serde(flatten)]
    pub pair: Pair,
    /// The unit of the first document.
    pub unit_a: Unit,
    /// The unit of the second document.
    pub unit_b: Unit,
    /// Characters that stand in both, as a share of the longer side, four places; null when both are empty.
    pub equal: Option<f64>,
    /// Title of the two, where they differ.
    pub title: Vec<Segment>,
    /// Sentences, in the order of the first document; those that only the second has stand where they stand in it.
    pub sentences: Vec<SentenceDifference>,
    /// Who leads and who supports, by function.
    pub duties: Vec<DutyDifference>,
    /// Times of completion; null when neither states one.
    pub due: Option<DueDifference>,
    /// Places (from 0) in the list of targets of those that stand in this unit.
    pub targets: Vec<u32>,
}

/// Two sentences that meet, or one that stands alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentenceDifference {
    /// Of the first document; null when only the second has it, or when the record has no text.
    pub a: Option<CharSpan>,
    /// Of the second document; null when only the first has it, or when the record has no text.
    pub b: Option<CharSpan>,
    /// Whether it stands elsewhere in the order of the second.
    pub moved: bool,
    /// The words, in order.
    pub segments: Vec<Segment>,
}

/// A stretch of characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Segment {
    /// In which of the two it stands.
    pub side: Side,
    /// The characters.
    pub text: String,
}

/// In which of two documents words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// In both.
    Both,
    /// In the first only.
    A,
    /// In the second only.
    B,
}

/// What one function does in the two units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DutyDifference {
    /// Function code; the organisation as printed where its function is not known.
    pub function: String,
    /// Whether a class of organisations is meant (各乡镇).
    pub collective: bool,
    /// What it is.
    pub change: DutyChange,
    /// In the first document.
    pub a: Option<DutySide>,
    /// In the second document.
    pub b: Option<DutySide>,
}

/// How the duties of one function differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DutyChange {
    /// The same role.
    Same,
    /// Another role.
    Role,
    /// Only the first document names it.
    OnlyA,
    /// Only the second document names it.
    OnlyB,
}

/// A duty of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DutySide {
    /// What it does.
    pub role: Role,
    /// As printed.
    pub surface: String,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Whether the task has it from a section above.
    pub inherited: bool,
}

/// Times of completion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DueDifference {
    /// Whether both say the same.
    pub same: bool,
    /// Of the first document; null when it states none.
    pub a: Option<DueSide>,
    /// Of the second document; null when it states none.
    pub b: Option<DueSide>,
}

/// A time of completion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DueSide {
    /// As printed.
    pub raw: String,
    /// Last day or month as an ISO date; null when no date is given.
    pub by: Option<String>,
    /// `year`, `month`, `ongoing` …; null when it does not recur.
    pub every: Option<String>,
}

/// A target of one document, and the one of the other that counts the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TargetDifference {
    /// The pair: whether the values may be compared, in what they differ, which is higher; null when one stands alone.
    pub pair: Option<TargetPair>,
    /// What is counted.
    pub label: String,
    /// Of the first document.
    pub a: Option<Value>,
    /// Of the second document.
    pub b: Option<Value>,
}
