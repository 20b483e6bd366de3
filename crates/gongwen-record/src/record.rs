//! The record as a whole.

use crate::{Assignment, Diagnostic, Metadata, Qualitative, Section, Table, Target, Task};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Version of the contract that this crate writes. A reader takes any record of the same major version.
pub const SCHEMA_VERSION: &str = "1.0.0";

/// One Chinese government document as data. The same input and the same rules give the same bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record<'a> {
    /// Semantic version of this contract.
    pub schema_version: Cow<'a, str>,
    /// First 16 hex digits of the SHA-256 over the normalised text: the same plan saved as GBK, as UTF-8 or with
    /// CRLF has one id.
    #[schemars(regex(pattern = r"^[0-9a-f]{16}$"))]
    pub doc_id: Cow<'a, str>,
    /// The program and the rules that made the record.
    pub producer: Producer<'a>,
    /// The file that was read.
    pub source: Source<'a>,
    /// Elements of the document (GB/T 9704-2012).
    pub metadata: Metadata<'a>,
    /// The section tree in document order; a parent stands before its children.
    pub sections: Vec<Section<'a>>,
    /// Leaves of the plan that somebody has to carry out, in document order.
    pub tasks: Vec<Task<'a>>,
    /// Who does what: first those stated, in document order, then the inherited ones in the order of their tasks.
    pub assignments: Vec<Assignment<'a>>,
    /// Quantities that the plan commits to, in document order.
    pub targets: Vec<Target<'a>>,
    /// Commitments without a number (全覆盖, 高于全省平均), in document order; never repeated as targets.
    #[serde(default)]
    pub qualitative: Vec<Qualitative<'a>>,
    /// Tables as printed, before anything is read into them.
    pub tables: Vec<Table<'a>>,
    /// What was odd or could not be read.
    pub diagnostics: Vec<Diagnostic<'a>>,
    /// The normalised text in which every span counts; left out on request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
}

/// The program and the rules that made a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Producer<'a> {
    /// Name of the program.
    pub name: Cow<'a, str>,
    /// Its version.
    pub version: Cow<'a, str>,
    /// Hash of the rule set and the lexicons in force.
    pub rules: Cow<'a, str>,
}

/// The file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source<'a> {
    /// Path as given, relative, with `/` between its parts.
    pub path: Cow<'a, str>,
    /// Format told by content: `text`, `markdown`.
    pub format: Cow<'a, str>,
    /// Character encoding as in the WHATWG registry, lower case: `utf-8`, `gb18030`, `utf-16le`, `big5`.
    pub encoding: Cow<'a, str>,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the file, 64 hex digits.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: Cow<'a, str>,
    /// Pages, where the format or the text shows them; null otherwise.
    pub pages: Option<u32>,
}

impl Record<'_> {
    /// The words at `span` of the text; `None` when the text was left out or the span lies outside.
    ///
    /// Walks the text: for checking and showing, not for loops over long documents.
    pub fn words(&self, span: crate::CharSpan) -> Option<&str> {
        let text = self.text.as_deref()?;
        let mut ends = text.char_indices().map(|(i, _)| i).chain([text.len()]);
        let start = ends.nth(span.start as usize)?;
        let Some(more) = (span.end - span.start).checked_sub(1) else { return Some("") };
        let end = ends.nth(more as usize)?;
        Some(&text[start..end])
    }
}
