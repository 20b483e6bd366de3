//! PDF with text.
//!
//! Owns what a printed page makes of a document: characters at places, rules, margins. The stages, one file each:
//! `file` (objects, by the PDF library) → `draw` (operators, with `content`, `font`, `cmap`, `names`, `program`) →
//! `page` → `grid` (ruled tables) → `spaced` (tables in columns, rows over several lines) → `print` (lines and spaces) → `margin` (page numbers, running heads) → `table` (over
//! page ends, with `cell`) and `flow` (paragraphs). Tables without rules are looked for in the paragraphs as in plain text.
//!
//! The library reads objects only. Those that also read text were tried: none gives rules and characters at once, and the
//! encodings of Chinese producers (GBK-EUC-H, UniGB-UCS2-H) and the gap beside numbers need decisions that belong here.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "counts, codes and points on a sheet are small"
)]

mod cell;
mod cmap;
mod content;
mod draw;
mod file;
mod flow;
mod font;
mod grid;
mod gutter;
mod margin;
mod names;
mod page;
mod print;
mod program;
mod spaced;
mod table;
mod write;

use crate::error::ReadError;
use gongwen_text::Manuscript;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a PDF file.
///
/// # Errors
/// - [`ReadError::Damaged`] when it has no page that can be found;
/// - [`ReadError::Encrypted`] when a password is needed to open it;
/// - [`ReadError::Limit`] when it has too many pages.
pub(crate) fn read(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    let damaged = ReadError::Damaged { kind: file::KIND, cause: "it does not follow the format" };
    // A panic inside the library must not end a batch. Nothing is shared with it but the bytes.
    let pages = catch_unwind(AssertUnwindSafe(|| file::pages(bytes))).map_err(|_| damaged)??;
    Ok(write::manuscript(pages, bytes.len()))
}
