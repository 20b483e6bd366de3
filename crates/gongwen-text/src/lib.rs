//! Bytes in, addressed text out.
//!
//! Owns what every later stage counts in: [`Span`] (a place in the normalised text), [`OffsetMap`]
//! (from that text back to the file), [`CharIndex`] (bytes to code points), [`Diagnostic`] (what was
//! odd), [`Manuscript`] (a document as read: text, paragraphs, table grids), and the small lexers
//! that reading and outlining share: ordinal labels, numerals, dates, character classes.
//!
//! Does not own: file formats (`gongwen-read`), sections (`gongwen-outline`), policy words
//! (`gongwen-lexicon`).

pub mod chars;
pub mod date;
pub mod decode;
pub mod label;
pub mod numeral;

mod diagnostic;
mod manuscript;
mod offsets;
mod span;

pub use diagnostic::{Diagnostic, Severity};
pub use label::{Decimal, Label, LabelStyle};
pub use manuscript::{Block, Cell, Format, Grid, Locator, Manuscript, Paragraph, Source};
pub use offsets::{CharIndex, OffsetMap};
pub use span::Span;
