//! What was odd in a document.

use crate::CharSpan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One finding about the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic<'a> {
    /// Public and stable, kebab-case: `assignment-unread`, `target-unread` …
    pub code: Cow<'a, str>,
    /// How much a reader of the record should care.
    pub severity: Severity,
    /// What is wrong, one sentence.
    pub message: Cow<'a, str>,
    /// Where; null when it concerns the whole document.
    pub span: Option<CharSpan>,
    /// What a person can do about it; null when nothing.
    pub hint: Option<Cow<'a, str>>,
}

/// How much a reader of the record should care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing was lost.
    Info,
    /// Something may be missing or misread.
    Warning,
    /// A part of the document could not be used.
    Error,
}
