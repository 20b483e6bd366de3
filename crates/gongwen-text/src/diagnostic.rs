//! What was odd in a document.

use crate::Span;
use std::borrow::Cow;

/// How much a reader of the record should care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing was lost.
    Info,
    /// Something may be missing or misread.
    Warning,
    /// A part of the document could not be used.
    Error,
}

/// One finding about a document. Bad input is not an error of the program: every stage returns its
/// result *and* diagnostics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Public, stable, kebab-case: `assignment-unread`, `target-unread`, `table-unread` …
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where in the normalised text, if anywhere.
    pub span: Option<Span>,
    /// What is wrong, in English, one sentence without a full stop.
    pub message: Cow<'static, str>,
    /// What a person can do about it.
    pub hint: Option<&'static str>,
}

impl Diagnostic {
    /// A finding worth knowing.
    pub fn info(code: &'static str, span: Option<Span>, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, severity: Severity::Info, span, message: message.into(), hint: None }
    }

    /// A finding that may mean a loss.
    pub fn warning(code: &'static str, span: Option<Span>, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, severity: Severity::Warning, span, message: message.into(), hint: None }
    }

    /// A part of the document that could not be used.
    pub fn error(code: &'static str, span: Option<Span>, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, severity: Severity::Error, span, message: message.into(), hint: None }
    }

    /// The same finding with advice.
    #[must_use]
    pub fn with_hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }
}
