//! Targets: quantities that a plan commits to, and commitments without a number.

use crate::{ByteSpan, CharSpan, Id, Locator, Quantity};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A number with a unit that can later be checked against what was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Target<'a> {
    /// `g1`, `g2` … in document order.
    pub id: Id,
    /// The smallest section or task in which it stands; null for the document as a whole.
    pub scope: Option<Id>,
    /// The exact words at `span`: the clause that holds the number.
    pub quote: Cow<'a, str>,
    /// What is counted, a short noun phrase from the text: `公民具备科学素质的比例`; null when the text names nothing.
    pub indicator: Option<Cow<'a, str>>,
    /// Whom or what it is spread over (`每所学校`, `行政村`); null for the whole division.
    pub group: Option<Cow<'a, str>>,
    /// How the value binds.
    pub comparator: Comparator,
    /// The number, multipliers resolved (`1.2万人次` is 12000, `百分之八十五` is 85); of a range its lower end.
    pub value: Quantity,
    /// Upper end of a range; null otherwise.
    pub value_max: Option<Quantity>,
    /// `%`, `百分点`, or the counted unit without its multiplier: `人次`, `场次`.
    pub unit: Cow<'a, str>,
    /// What kind of quantity.
    pub measure: Measure,
    /// `once` when nothing says otherwise, `per_year`, `per_half_year`, `per_semester`, `per_quarter`, `per_month`,
    /// `per_week`, `per_day` …: an open list.
    pub frequency: Cow<'a, str>,
    /// Year by which; null when the text gives none (the plan's period is not copied here).
    pub deadline: Option<i16>,
    /// What it is measured from; null when unsaid.
    pub baseline: Option<Baseline<'a>>,
    /// How firmly.
    pub modality: Modality,
    /// The target that this one is a part of (`其中…`); null otherwise.
    pub part_of: Option<Id>,
    /// Where the quote stands.
    pub span: CharSpan,
    /// `span` in bytes of the file; null unless the file is plain text.
    pub source_span: Option<ByteSpan>,
    /// Place in the file, where the source is no plain text.
    #[serde(default)]
    pub locator: Option<Locator>,
    /// Public id of the rule that read it.
    pub rule: Cow<'a, str>,
}

/// How a value binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// 以上, 不少于, 不低于, 至少.
    Ge,
    /// 超过, 高于, 大于.
    Gt,
    /// 以内, 不超过, 控制在.
    Le,
    /// 低于, 小于.
    Lt,
    /// 达到, 为, or bare.
    Eq,
    /// 约, 左右, 余.
    Approx,
    /// 1-2家: from `value` to `value_max`.
    Range,
}

/// What kind of quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Reach a level or share.
    Level,
    /// Grow by.
    Increase,
    /// Fall by; the value stays positive.
    Decrease,
    /// Do or make so many.
    Count,
}

/// How firmly a plan commits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Plainly.
    Firm,
    /// 力争, 争取, 努力.
    Aim,
}

/// What a target is measured from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Baseline<'a> {
    /// Year of comparison; null when unsaid.
    pub year: Option<i16>,
    /// Value then; null when unsaid.
    pub value: Option<Quantity>,
    /// As printed: `较2023年`.
    pub text: Cow<'a, str>,
}

/// A commitment without a number: 全覆盖, 高于全省平均.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Qualitative<'a> {
    /// `q1`, `q2` … in document order.
    pub id: Id,
    /// The smallest section or task in which it stands; null for the document as a whole.
    pub scope: Option<Id>,
    /// The exact words at `span`.
    pub quote: Cow<'a, str>,
    /// Where the quote stands.
    pub span: CharSpan,
}
