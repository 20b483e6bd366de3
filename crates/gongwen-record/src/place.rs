//! Places in the text and in the file, each in its own unit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A half-open range of Unicode code points of the record's `text`: Python slices it as it is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct CharSpan {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

/// A half-open range of bytes of the source file.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct ByteSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A place in a file that is no plain text. Everything counts from 1; what a format does not have is null.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Locator {
    /// Page.
    pub page: Option<u32>,
    /// Sheet of a spreadsheet.
    pub sheet: Option<u32>,
    /// Paragraph of the file, or of the page where there are pages; cells are not counted.
    pub paragraph: Option<u32>,
    /// Table of the file, or of the sheet.
    pub table: Option<u32>,
    /// Row of the table.
    pub row: Option<u32>,
    /// Column of the table.
    pub column: Option<u32>,
}

impl CharSpan {
    /// Whether the two share at least one code point.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
