//! Word files.

use crate::archive::Archive;
use crate::error::ReadError;
use gongwen_text::Manuscript;

/// Reads a Word file.
pub(crate) fn read(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    let mut archive = Archive::open(bytes, "Word file")?;
    let at = archive.find("word/document.xml").ok_or(ReadError::Empty)?;
    archive.member(at)?;
    Err(ReadError::Empty)
}
