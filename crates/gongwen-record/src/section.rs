//! Sections.

use crate::{ByteSpan, CharSpan, Id, Locator};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A labelled or titled unit of the text. The document's title is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section<'a> {
    /// `s1`, `s2` … in document order.
    pub id: Id,
    /// The section above; null at the top.
    pub parent: Option<Id>,
    /// Depth in the tree, 1 = top: counted by nesting, not by the label's style.
    #[schemars(range(min = 1))]
    pub level: u8,
    /// The printed ordinal (`一、` `（一）` `1.` `——`); null when it has none.
    pub label: Option<Cow<'a, str>>,
    /// The heading, white space removed; null for an item whose first sentence is its whole content.
    pub title: Option<Cow<'a, str>>,
    /// Whether it belongs to the plan or is appended to it.
    pub kind: SectionKind,
    /// Labels and titles from the top down to this section: `["二、提升行动", "（一）青少年科学素质提升行动"]`.
    pub path: Vec<Cow<'a, str>>,
    /// All of it, its children included.
    pub span: CharSpan,
    /// Its own text in front of its first child; null when it has none.
    pub body: Option<CharSpan>,
    /// `span` in bytes of the file; null unless the file is plain text.
    pub source_span: Option<ByteSpan>,
    /// Place in the file, where the source is no plain text.
    #[serde(default)]
    pub locator: Option<Locator>,
}

/// Whether a section belongs to the plan or is appended to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Part of the plan.
    Body,
    /// An annex (附件), a ledger, a responsibility table.
    Annex,
}
