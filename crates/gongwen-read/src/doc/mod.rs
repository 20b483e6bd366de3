//! Word 97–2003.
//!
//! Owns the way from the library's paragraphs and tables to a manuscript, and the automatic numbers, which the library
//! does not render (`numbers`). Deleted and hidden text is left out (`deleted`).

mod deleted;
mod numbers;
mod words;

use crate::error::ReadError;
use crate::scribe::Scribe;
use gongwen_text::{Diagnostic, Format, Manuscript};
use office_oxide::doc::DocError;
use office_oxide::format::DocumentFormat;
use office_oxide::{Document, OfficeError};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What errors call the file.
const KIND: &str = "Word 97–2003 file";

/// Reads a Word 97–2003 file.
///
/// # Errors
/// - [`ReadError::Encrypted`] when it has a password;
/// - [`ReadError::Damaged`] when its parts do not hold together;
/// - [`ReadError::Empty`] when it has no words.
pub(crate) fn read(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    let damaged = |cause| ReadError::Damaged { kind: KIND, cause };
    let blanked = deleted::blank(bytes);
    let (size, bytes) = (bytes.len(), blanked.as_ref().map_or(bytes, |blanked| &blanked.bytes));
    // The library promises not to panic; a batch must not depend on it.
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        Document::from_reader(Cursor::new(bytes.to_vec()), DocumentFormat::Doc).map(|doc| doc.to_ir())
    }))
    .map_err(|_| damaged("it does not follow the format"))?;
    let document = parsed.map_err(|error| match error {
        OfficeError::Doc(DocError::Encrypted) => ReadError::Encrypted { kind: KIND },
        OfficeError::Doc(DocError::UnsupportedVersion(_)) => damaged("it is older than Word 97"),
        _ => damaged("its parts do not hold together, so it may be cut"),
    })?;
    let numbers = numbers::read(bytes).unwrap_or_default();
    let mut writer = words::Writer::new(numbers);
    for section in &document.sections {
        writer.elements(&section.elements);
    }
    let mut scribe: Scribe = writer.finish();
    if scribe.is_empty() {
        return Err(ReadError::Empty);
    }
    for warning in document.metadata.warnings.iter().take(4) {
        scribe.diagnostics.push(Diagnostic::warning("file-repaired", None, warning.clone()));
    }
    if let Some(blanked) = &blanked {
        blanked.report(&mut scribe.diagnostics);
    }
    Ok(scribe.finish(Format::Doc, "utf-16le", size, None))
}
