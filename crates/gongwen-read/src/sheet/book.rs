//! A spreadsheet before it is laid out: which words each cell shows.

use crate::error::ReadError;
use crate::limit;

/// All sheets of a file, in order.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// The sheets.
    pub(super) sheets: Vec<Sheet>,
    /// Cells so far, all sheets together.
    cells: usize,
}

/// One sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its name on the tab.
    pub(super) name: String,
    /// Whether the tab is hidden.
    pub(super) hidden: bool,
    /// Cells that show something, in any order.
    pub(super) cells: Vec<Shown>,
    /// Merged regions.
    pub(super) merged: Vec<Region>,
    /// Rows that are hidden, from 0.
    pub(super) hidden_rows: Vec<u32>,
    /// Columns that are hidden, from 0: first and last of each stretch.
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// Places `(row, column)` of formulas without a value.
    pub(super) uncached: Vec<(u32, u32)>,
}

/// A cell that shows something.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// Row, from 0.
    pub(super) row: u32,
    /// Column, from 0.
    pub(super) column: u32,
    /// What it shows; line feeds part its lines.
    pub(super) words: String,
}

/// A merged region; all four from 0 and inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// First row.
    pub(super) top: u32,
    /// First column.
    pub(super) left: u32,
    /// Last row.
    pub(super) bottom: u32,
    /// Last column.
    pub(super) right: u32,
}

impl Book {
    /// Counts a cell; what shows nothing is left out.
    ///
    /// # Errors
    /// [`ReadError::Limit`] beyond [`limit::CELLS`].
    pub(super) fn show(
        &mut self,
        sheet: &mut Sheet,
        row: u32,
        column: u32,
        words: String,
    ) -> Result<(), ReadError> {
        if words.trim().is_empty() {
            return Ok(());
        }
        self.cells += 1;
        if self.cells > limit::CELLS {
            return Err(ReadError::Limit { what: "cells of a spreadsheet", limit: limit::CELLS as u64 });
        }
        sheet.cells.push(Shown { row, column, words });
        Ok(())
    }
}

/// The place of a name like `BC12`, from 0.
pub(super) fn place(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = name[..letters]
        .bytes()
        .fold(0u32, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = name[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

/// The region of a name like `A1:C3`; `None` for one cell.
pub(super) fn region(name: &str) -> Option<Region> {
    let (from, to) = name.split_once(':')?;
    let ((a, b), (c, d)) = (place(from)?, place(to)?);
    let region = Region { top: a.min(c), left: b.min(d), bottom: a.max(c), right: b.max(d) };
    (region.top < region.bottom || region.left < region.right).then_some(region)
}

/// The name of a place.
pub(super) fn name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.iter().rev().map(|&b| char::from(b)).collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(u32, u32)>) {
        assert_eq!(place(text), expect);
        if let Some((row, column)) = expect {
            assert_eq!(name(row, column), text);
        }
    }

    #[test]
    fn places_have_names() {
        check("A1", Some((0, 0)));
        check("Z10", Some((9, 25)));
        check("AA2", Some((1, 26)));
        check("XFD1048576", Some((1_048_575, 16_383)));
        check("A0", None);
        check("12", None);
        assert_eq!(region("B2:A1"), Some(Region { top: 0, left: 0, bottom: 1, right: 1 }));
        assert_eq!(region("B2:B2"), None);
    }
}
