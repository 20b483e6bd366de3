//! DoclingDocument JSON: what a layout model or OCR made of a scan, a PDF or a Word file.
//!
//! Source: the schema of docling-core, version 1 (`schema_name`, `body`, `groups`, `texts`, `tables`, `prov`). Only what a
//! manuscript needs is looked at; pictures and coordinates are passed over.

mod model;
mod order;

use crate::error::ReadError;
use crate::join::{Habits, separator};
use crate::limit;
use crate::line::{Line, LineKind};
use crate::scribe::{Draft, DraftCell, Hints, Scribe};
use gongwen_text::{Format, Locator, Manuscript, Span};
use model::Table;
use order::{Item, Words};

/// Reads a DoclingDocument.
///
/// # Errors
/// - [`ReadError::Damaged`] when it is cut or no JSON;
/// - [`ReadError::Unread`] when it is JSON of another kind;
/// - [`ReadError::Limit`] beyond the limits of cells;
/// - [`ReadError::Empty`] without words.
pub(crate) fn read(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    let document = model::parse(bytes)?;
    let (items, body) = order::items(&document)?;
    let mut scribe = Scribe::default();
    let lines: Vec<Line<'_>> = items
        .iter()
        .filter_map(|item| match item {
            Item::Words(words) => Some(line(words)),
            Item::Table(_) => None,
        })
        .collect();
    let habits = Habits::of(&lines);
    let (mut paragraphs, mut tables) = (0, 0);
    let mut at = 0;
    let mut notes = None;
    while at < items.len() {
        if at >= body {
            notes = notes.or(Some(scribe.position()));
        }
        match &items[at] {
            Item::Words(first) => {
                let mut words = first.text.clone();
                let mut last = first;
                at += 1;
                while let Some(Item::Words(next)) = items.get(at)
                    && crosses_page(last, next)
                    && habits.joins(&line(first), &line(last), &line(next), false)
                {
                    words.extend(separator(&last.text, &next.text));
                    words.push_str(&next.text);
                    last = next;
                    at += 1;
                }
                paragraphs += 1;
                let place = Locator { page: first.page, paragraph: Some(paragraphs), ..Locator::default() };
                let hints = Hints { heading: first.heading, ..Hints::default() };
                let span = scribe.paragraph(&words, hints, place);
                // A caption belongs to the table that follows it.
                if let (true, Some(Item::Table(_))) = (first.caption, items.get(at)) {
                    tables += 1;
                    at += write_table(&mut scribe, &items[at..], tables, span)?;
                }
            }
            Item::Table(_) => {
                tables += 1;
                at += write_table(&mut scribe, &items[at..], tables, None)?;
            }
        }
    }
    if let Some(position) = notes {
        scribe.set_apart(position);
    }
    if scribe.is_empty() {
        return Err(ReadError::Empty);
    }
    let pages = u32::try_from(document.pages.len()).ok().filter(|&n| n > 0);
    Ok(scribe.finish(Format::Docling, "utf-8", bytes.len(), pages))
}

/// The words as a line, for the evidence that joins lines.
fn line(words: &Words) -> Line<'_> {
    let text = words.text.trim();
    Line { raw: &words.text, start: 0, text, kind: LineKind::Words, gap: false, heading: words.heading }
}

/// Whether two texts stand on two pages, one after the other, so that one paragraph may have been cut.
fn crosses_page(last: &Words, next: &Words) -> bool {
    let apart = matches!((last.last_page, next.page), (Some(a), Some(b)) if b == a + 1);
    apart && last.heading.is_none() && !last.caption && !next.caption
}

/// Writes the table that comes first, with what the next pages have of it; returns how many items that were.
fn write_table(
    scribe: &mut Scribe,
    items: &[Item<'_>],
    number: u32,
    caption: Option<Span>,
) -> Result<usize, ReadError> {
    let Some(Item::Table(first)) = items.first() else { return Ok(1) };
    let mut draft = draft(first, number)?;
    let mut taken = 1;
    let mut page = first.page();
    while let Some(Item::Table(next)) = items.get(taken)
        && next.data.num_cols == first.data.num_cols
        && matches!((page, next.page()), (Some(a), Some(b)) if b == a + 1)
    {
        let mut more = self::draft(next, number)?;
        let same = |a: &[DraftCell], b: &[DraftCell]| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.paragraphs == b.paragraphs)
        };
        let headers = draft.header_rows.max(1);
        let repeated = more.rows.len() > headers
            && draft.rows[..headers.min(draft.rows.len())].iter().zip(&more.rows).all(|(a, b)| same(a, b));
        // A header of its own makes it a table of its own.
        if !repeated && more.header_rows > 0 {
            break;
        }
        draft.rows.extend(more.rows.drain(if repeated { headers } else { 0 }..));
        page = next.page();
        taken += 1;
    }
    scribe.table(&draft, caption);
    Ok(taken)
}

/// A table's cells row by row; places that no cell covers become empty cells.
fn draft(table: &Table, number: u32) -> Result<Draft, ReadError> {
    let data = &table.data;
    let ends = |of: fn(&model::Cell) -> usize| data.table_cells.iter().map(of).max().unwrap_or(0);
    let columns = data.num_cols.max(ends(model::Cell::right));
    let rows = data.num_rows.max(ends(model::Cell::bottom));
    if columns > limit::COLUMNS || rows.saturating_mul(columns) > limit::CELLS {
        return Err(ReadError::Limit { what: "cells of a table", limit: limit::CELLS as u64 });
    }
    let mut covered = vec![false; rows * columns];
    let mut lines: Vec<Vec<DraftCell>> = vec![Vec::new(); rows];
    let mut header_rows = 0;
    for cell in &data.table_cells {
        let (top, left) = (cell.start_row_offset_idx, cell.start_col_offset_idx);
        if top >= rows || left >= columns || covered[top * columns + left] {
            continue;
        }
        for row in top..cell.bottom().min(rows) {
            covered[row * columns + left..row * columns + cell.right().min(columns)].fill(true);
        }
        if cell.column_header {
            header_rows = header_rows.max(cell.bottom());
        }
        lines[top].push(DraftCell {
            column: left,
            rowspan: cell.bottom().min(rows) - top,
            colspan: cell.right().min(columns) - left,
            paragraphs: cell.text.split('\n').map(str::to_owned).collect(),
        });
    }
    for (row, line) in lines.iter_mut().enumerate() {
        for column in (0..columns).filter(|column| !covered[row * columns + column]) {
            line.push(DraftCell { column, rowspan: 1, colspan: 1, paragraphs: Vec::new() });
        }
        line.sort_by_key(|cell| cell.column);
    }
    let place = Locator { page: table.page(), table: Some(number), ..Locator::default() };
    // Layout models take any bold row for a header; more than three are none.
    let header_rows = if header_rows <= 3 { header_rows } else { 0 };
    Ok(Draft { rows: lines, header_rows, columns, place })
}
