//! File bytes to a [`Manuscript`](gongwen_text::Manuscript): decoded, furniture left out, wraps joined, tables as grids.
//!
//! Owns the formats (plain text and Markdown) and everything that a page or a conversion did to a document's words.
//! Does not own what the words mean: a heading here is only a hint.
//!
//! The stages, one file each: `lines` (physical lines) → `furniture` (page numbers, running heads) → `wrap` and `rewrap`
//! (documents wrapped at a width, set back to one line a paragraph) → `table`
//! (grids) → `join` (paragraphs, on the evidence of `evidence`) → `assemble` (text and origin).

mod archive;
mod assemble;
mod autospace;
mod bars;
mod clean;
mod colophon;
mod continued;
#[cfg(feature = "doc")]
mod doc;
mod docling;
mod docx;
mod error;
mod evidence;
mod format;
mod formula;
mod frames;
mod furniture;
mod html;
mod join;
mod keyed;
mod keys;
mod limit;
mod line;
mod lines;
mod masthead;
mod package;
mod padded;
mod page_lines;
mod panels;
#[cfg(feature = "pdf")]
mod pdf;
mod read;
mod rewrap;
mod scribe;
mod script;
mod severed;
mod sheet;
mod signature;
mod stray;
mod table;
mod torn;
mod wrap;

pub use error::ReadError;
pub use package::{Member, Package, is_archive, is_docling, is_zip};
pub use read::read;
