//! Assignments: who does what.

use crate::{ByteSpan, CharSpan, Id, Locator};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// One organisation, one role, one scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Assignment<'a> {
    /// `a1`, `a2` …
    pub id: Id,
    /// The smallest section or task to which the statement belongs; null for the document as a whole.
    pub scope: Option<Id>,
    /// What the organisation does.
    pub role: Role,
    /// Who.
    // Assignments that were built together share an organisation that they print alike.
    pub org: Arc<Org<'a>>,
    /// How it was printed.
    pub statement: Statement,
    /// Whether the list ended in 等.
    pub open_ended: bool,
    /// Whether the cell was empty and took the value of the merged cell above.
    pub merged: bool,
    /// Whether the scope, a task, has it from a section above: "who answers for this task" without walking the tree.
    pub inherited: bool,
    /// The stated assignment from which an inherited one comes; null when stated.
    pub inherited_from: Option<Id>,
    /// The words at `span`.
    pub quote: Cow<'a, str>,
    /// The organisation as it stands in the text; of an inherited assignment, where it was stated.
    pub span: CharSpan,
    /// `span` in bytes of the file; null unless the file is plain text.
    pub source_span: Option<ByteSpan>,
    /// Place in the file, where the source is no plain text.
    #[serde(default)]
    pub locator: Option<Locator>,
    /// Public id of the rule that read it.
    pub rule: Cow<'a, str>,
}

/// What an organisation does in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 牵头.
    Lead,
    /// 配合, 协助, 参与, 协办.
    Support,
    /// 负责, 责任单位: no rank stated.
    Responsible,
}

/// An organisation, or a class of organisations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Org<'a> {
    /// As printed, without role words, brackets around the list or wraps: `区文体旅游广电局`.
    pub surface: Cow<'a, str>,
    /// With the division to which it belongs: `昆都仑区文体旅游广电局`.
    pub name: Cow<'a, str>,
    /// Aliases printed in brackets: `科技局（科协）`.
    pub aliases: Vec<Cow<'a, str>>,
    /// Function codes, sorted; a merged bureau has several. Empty when unknown.
    pub functions: Vec<Cow<'a, str>>,
    /// One organisation or a class of them.
    pub kind: OrgKind,
    /// `national`, `province`, `prefecture`, `county`, `township`; null when unknown.
    pub level: Option<Cow<'a, str>>,
}

/// One organisation or a class of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrgKind {
    /// One organisation.
    Unit,
    /// 各乡镇, 各街道办事处, 各成员单位, 县直各部门.
    Collective,
}

/// How a duty was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Statement {
    /// In a bracket: `（区教育局负责）`.
    Inline,
    /// A line `牵头部门：…`.
    Labelled,
    /// A cell of a table.
    Table,
    /// In a sentence.
    Narrative,
}
