//! Columns told by where they stand on the screen: `pdftotext -layout` sets a row's number, and every short cell, on the middle
//! line of a row of several lines, so that a row has words above its number.
//!
//! Reads only what fits throughout: every word stands in one of the [`columns`], every row has its number, and lines are shared out
//! among [`rows`] in one way alone ([`super::centred`]). All else is left to [`super::spaced`], or [`mod@unread`].

pub(super) mod bits;
mod body;
mod columns;
mod names;
mod rows;
mod unread;

use super::cell::compose;
use super::centred::{self, Row};
use super::header::Header;
use super::words::Words;
use super::{TextCell, TextTable};
use crate::line::Line;
use names::Names;
use rows::Columns;
pub(super) use unread::unread;

/// Longest line, in bytes, and most lines of such a table.
const LONGEST_LINE: usize = 800;
const MOST_LINES: usize = 600;

/// Reads the rows under `header`; `None` where they do not stand so.
///
/// Programs count a Han character as two columns of the screen, or as one.
/// `doubt` is the first line of rows that may stand so, or begin with their numbers: nothing tells.
pub(super) fn read(lines: &[Line<'_>], header: &Header, doubt: &mut Option<usize>) -> Option<TextTable> {
    if header.number_column() != Some(0) || header.names.len() < 3 {
        return None;
    }
    read_counted(lines, header, 2, doubt).or_else(|| read_counted(lines, header, 1, doubt))
}

/// The same where a Han character is `han` columns wide.
fn read_counted(
    lines: &[Line<'_>],
    header: &Header,
    han: usize,
    doubt: &mut Option<usize>,
) -> Option<TextTable> {
    let names = Names::read(lines, header, han)?;
    let body = body::read(lines, &names, header)?;
    let end = body.last()?.line + 1;
    let columns = Columns::under(lines, &names, columns::stretches(&names.bits, &body)?);
    let mut rows: Vec<Row<'_>> = Vec::new();
    for group in body.chunk_by(|_, next| !next.apart) {
        columns.rows(group, &mut rows, doubt)?;
    }
    // Where every row begins with its number, nothing is centred.
    let begins =
        |row: &Row<'_>| row.cells.first().is_none_or(|cell| cell.iter().all(|it| it.line == row.first));
    if rows.iter().all(begins) || centred::torn(&rows, &names.classes) {
        return None;
    }
    Some(table(&names, &rows, end))
}

/// The grid of the rows, each cell that reaches over several in the first of them.
fn table(names: &Names<'_>, rows: &[Row<'_>], end: usize) -> TextTable {
    let columns = names.classes.len();
    let mut words = Words::default();
    let mut cells = Vec::with_capacity(rows.len() + 1);
    let heads = names.heads.iter().enumerate();
    cells.push(heads.map(|(column, parts)| TextCell::single(column, words.joined(parts))).collect());
    let merged = centred::merged(rows, &names.classes);
    for (at, row) in rows.iter().enumerate() {
        if let Some(group) = row.grouping() {
            cells.push(vec![TextCell::over(columns, words.whole(group.place()))]);
            continue;
        }
        let mut own = Vec::with_capacity(columns);
        for (column, &class) in names.classes.iter().enumerate() {
            // What reaches over several rows is printed in one of them.
            let Some(reach) = merged.reach(at, column) else { continue };
            let pieces = &rows[reach.printed].cells[column];
            let width = pieces.iter().map(|piece| piece.text.chars().count()).max().unwrap_or(0);
            let cell = TextCell::single(column, compose(&mut words, pieces, class, width + 1));
            own.push(TextCell { rowspan: reach.rows, ..cell });
        }
        cells.push(own);
    }
    TextTable {
        lines: names.top..end,
        caption: None,
        header_rows: 1,
        columns,
        rows: cells,
        unsure: merged.unsure(rows, &names.classes),
        words,
    }
}
