//! A plan's body against its own annex table: which rows repeat which tasks, and where the two disagree.

mod clauses;
mod contradiction;

use super::pair::{Pair, TargetPair};
use crate::Plan;
use contradiction::contradictions;
use gongwen_record::{CharSpan, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The body of a plan held against the table in its annex.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Annex {
    /// The annex.
    pub section: Id,
    /// Tasks of the body (`a`) and of the annex (`b`).
    pub tasks: Vec<Pair>,
    /// Targets of the body (`a`) and of the annex (`b`).
    pub targets: Vec<TargetPair>,
    /// Tasks of the body that the annex does not repeat.
    pub body_only: Vec<Id>,
    /// Rows that the body does not have.
    pub annex_only: Vec<Id>,
    /// What the two say differently, in the order of the body. Shorter wording alone is none.
    pub contradictions: Vec<Contradiction>,
}

/// One thing that body and annex say differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contradiction {
    /// What differs.
    pub kind: ContradictionKind,
    /// The task of the body.
    pub body: Id,
    /// The row of the annex.
    pub annex: Id,
    /// Words of the body; empty when only the annex speaks.
    pub body_quote: String,
    /// Where they stand; null when the body does not speak or the record has no text.
    pub body_span: Option<CharSpan>,
    /// Words of the annex; empty when only the body speaks.
    pub annex_quote: String,
    /// Where they stand; null when the annex does not speak or the record has no text.
    pub annex_span: Option<CharSpan>,
}

/// In what body and annex differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContradictionKind {
    /// One sets something up at the level of the city, the other at that of the district.
    Level,
    /// One speaks of a whole city or province that the plan's own division does not command.
    Territory,
    /// Other people are addressed, in otherwise the same words.
    Addressee,
    /// One measure stands in the body, another in its place in the row; neither is in both.
    Measure,
    /// The row lists more in the same clause.
    Widened,
    /// The same target with another value.
    TargetValue,
    /// A target that only one of them has.
    TargetMissing,
    /// Both name who leads, and not the same.
    Duty,
    /// Both say until when, and not the same.
    Due,
}

/// Holds the body against the annex table; `None` when the plan has no tasks in both.
///
/// With several annex tables their rows are taken together; [`Annex::section`] is that of the first.
pub fn annex(plan: &Plan<'_>) -> Option<Annex> {
    let rows = plan.tasks.iter().filter(|unit| !unit.own);
    let section = rows.map(|unit| unit.task.section).next()?;
    let (tasks, targets) = super::pairing::within(plan);
    let only = |own: bool, pick: fn(&Pair) -> Id| {
        let units = plan.tasks.iter().filter(|unit| unit.own == own).map(|unit| unit.task.id);
        units.filter(|id| tasks.iter().all(|pair| pick(pair) != *id)).collect()
    };
    let (body_only, annex_only) = (only(true, |pair| pair.a), only(false, |pair| pair.b));
    let contradictions = contradictions(plan, &tasks, &targets);
    Some(Annex { section, tasks, targets, body_only, annex_only, contradictions })
}
