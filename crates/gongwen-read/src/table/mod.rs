//! Tables that came out as text: pipes, tabs, columns of spaces, one cell a line.
//!
//! A table is known by its header (column names, `gongwen_lexicon::column_list`) or by its pipes. What cannot be
//! rebuilt stays text, with one `table-unread` diagnostic at its header. Owns the grid; what its columns mean is the
//! outline's business.

mod caption;
mod cell;
mod centred;
mod find;
mod fit;
mod header;
mod heading;
mod markup;
mod mended;
mod paired;
mod parted;
mod periodic;
mod pipes;
mod ragged;
mod ruled;
mod screen;
mod source;
mod spaced;
mod stacked;
mod tabs;
mod titled;
mod upright;
mod words;

pub(crate) use caption::is_title;
pub(crate) use cell::{begins_name, is_units, name_goes_on};
pub(crate) use find::find_tables;
pub(crate) use words::Fragment;

use std::ops::Range;
use words::{Place, Words};

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
    /// First line of a row in which one of two columns of bodies is empty, and it is a guess which.
    pub(crate) unsure: Option<usize>,
    /// What stands in them.
    pub(crate) words: Words,
}

/// A cell of such a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextCell {
    /// Leftmost column, from 0.
    pub(crate) column: u16,
    /// Rows covered, at least 1.
    pub(crate) rowspan: u16,
    /// Columns covered, at least 1.
    pub(crate) colspan: u16,
    /// Its words among those of the table.
    pub(crate) words: Place,
}

impl TextCell {
    /// A cell of one row and column.
    fn single(column: usize, words: Place) -> Self {
        Self { column: column as u16, rowspan: 1, colspan: 1, words }
    }

    /// A cell over all columns.
    fn over(columns: usize, words: Place) -> Self {
        Self { colspan: columns as u16, ..Self::single(0, words) }
    }
}

#[cfg(test)]
mod tests;
