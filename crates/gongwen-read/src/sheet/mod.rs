//! Spreadsheets: Excel 2007 and later, Excel 97–2003, OpenDocument.
//!
//! One file a format fills a [`book::Book`] with what each cell *shows*; [`layout`] tells titles, tables and notes apart and
//! writes them. Own readers rather than a library, because what libraries give are values (`0.12`, a serial date) without
//! what the number format shows, and dense ranges as large as a file claims.

mod biff;
mod blocks;
mod book;
mod layout;
mod number_format;
mod ods;
mod render;
mod xls;
mod xlsx;
mod xml;

use crate::error::ReadError;
use gongwen_text::{Format, Manuscript};

/// Reads an Excel file of 2007 or later.
///
/// # Errors
/// - [`ReadError::Damaged`] when a part is missing or no XML;
/// - [`ReadError::Unread`] for the binary form (xlsb);
/// - [`ReadError::Limit`] beyond the limits of archives and cells;
/// - [`ReadError::Empty`] when no cell holds anything.
pub(crate) fn read_xlsx(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    layout::write(&xlsx::read(bytes)?, Format::Xlsx, bytes.len())
}

/// Reads an Excel file of 97–2003.
///
/// # Errors
/// - [`ReadError::Damaged`] when the file or its record stream does not hold together;
/// - [`ReadError::Encrypted`] when a password is needed;
/// - [`ReadError::Unread`] for files of Excel 95 and older;
/// - [`ReadError::Limit`] and [`ReadError::Empty`] as [`read_xlsx`].
pub(crate) fn read_xls(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    layout::write(&xls::read(bytes)?, Format::Xls, bytes.len())
}

/// Reads an OpenDocument spreadsheet.
///
/// # Errors
/// As [`read_xlsx`].
pub(crate) fn read_ods(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    layout::write(&ods::read(bytes)?, Format::Ods, bytes.len())
}
