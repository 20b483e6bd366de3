//! Tasks and their due dates.

use crate::{ByteSpan, CharSpan, Id, Locator};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A leaf of the plan that somebody has to carry out: a leaf item under an action or project section, one row
/// of a responsibility table, or one numbered item of a unit's cell in a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Task<'a> {
    /// `t1`, `t2` … in document order.
    pub id: Id,
    /// The leaf section itself, or the section of the table or of the ledger's unit.
    pub section: Id,
    /// The printed ordinal, of a row its number; null when it has none.
    pub label: Option<Cow<'a, str>>,
    /// Its title, white space removed; null when the first sentence is the whole content.
    pub title: Option<Cow<'a, str>>,
    /// Where it was printed.
    pub origin: Origin,
    /// Number of the table row, from 1; null in the body.
    pub row: Option<u32>,
    /// What to do: its words behind label and run-in title, of a row the cell that says what to do.
    pub text: Cow<'a, str>,
    /// Time of completion stated with it; null when none is.
    pub due: Option<Due<'a>>,
    /// Topic codes from an open list (`youth`, `infrastructure` …).
    pub topics: Vec<Cow<'a, str>>,
    /// All of it.
    pub span: CharSpan,
    /// `span` in bytes of the file; null unless the file is plain text.
    pub source_span: Option<ByteSpan>,
    /// Place in the file, where the source is no plain text.
    #[serde(default)]
    pub locator: Option<Locator>,
}

/// Where a task was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// In the body.
    Body,
    /// In a table.
    Table,
}

/// Time of completion that a task, row or bracket states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Due<'a> {
    /// As printed.
    pub raw: Cow<'a, str>,
    /// Last day (`2024-06-30`, only when a day is given) or month (`2024-06`); null when no date is given.
    pub by: Option<Cow<'a, str>>,
    /// `year`, `month` … for 每年12月底前, `ongoing` for 长期坚持, 持续推进; null when it does not recur.
    pub every: Option<Cow<'a, str>>,
}
