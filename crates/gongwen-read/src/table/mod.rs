//! Tables that came out as text.

use crate::line::Line;
use gongwen_text::Diagnostic;
use std::ops::Range;

/// A table found among the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextTable {
    /// Its lines, caption not included: into the slice.
    pub(crate) lines: Range<usize>,
    /// Line of its title, where one stands directly above it and belongs to it.
    pub(crate) caption: Option<usize>,
    /// Rows at the top that are headers.
    pub(crate) header_rows: usize,
    /// Number of columns.
    pub(crate) columns: usize,
    /// Rows of the cells that begin in them.
    pub(crate) rows: Vec<Vec<TextCell>>,
}

/// A cell of such a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextCell {
    /// Leftmost column, from 0.
    pub(crate) column: u16,
    /// Rows covered, at least 1.
    pub(crate) rowspan: u16,
    /// Columns covered, at least 1.
    pub(crate) colspan: u16,
    /// Each paragraph is a list of byte ranges of the decoded source that are joined.
    pub(crate) paragraphs: Vec<Vec<(u32, u32)>>,
}

/// The tables among `lines`, in order, not overlapping.
pub(crate) fn find_tables(_lines: &[Line<'_>], _diagnostics: &mut Vec<Diagnostic>) -> Vec<TextTable> {
    Vec::new()
}
