//! Writes a spreadsheet as a manuscript: sheet by sheet, titles and notes as paragraphs, tables as grids.

use super::blocks::{Area, Block, Table, is_date};
use super::book::{Book, Sheet, name};
use crate::error::ReadError;
use crate::evidence::{self, End, Start};
use crate::limit;
use crate::scribe::{Draft, DraftCell, Hints, Scribe};
use gongwen_text::{Diagnostic, Format, Locator, Manuscript, Span};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Writes all sheets.
pub(super) fn write(book: &Book, format: Format, bytes: usize) -> Result<Manuscript, ReadError> {
    let mut scribe = Scribe::default();
    for (i, sheet) in book.sheets.iter().enumerate() {
        if sheet.cells.is_empty() {
            continue;
        }
        write_sheet(&mut scribe, i as u32 + 1, sheet);
        report(&mut scribe, sheet);
    }
    if scribe.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(scribe.finish(format, "utf-8", bytes, None))
}

fn write_sheet(scribe: &mut Scribe, number: u32, sheet: &Sheet) {
    let area = Area::new(sheet);
    let blocks = area.blocks();
    let place = |row: u32, column: u32| Locator {
        sheet: Some(number),
        row: Some(row + 1),
        column: Some(column + 1),
        ..Locator::default()
    };
    let titled = matches!(blocks.first(), Some(Block::Words(_)));
    let mut caption = None;
    let mut gap = true;
    // A title in the sheet says more than its tab; the number of an annex is said on the tab alone.
    if says_something(&sheet.name)
        && (!titled || sheet.name.starts_with('附'))
        && !matches!(blocks.first(), Some(Block::Words(it)) if it.words.contains(sheet.name.trim()))
    {
        let at = Locator { sheet: Some(number), ..Locator::default() };
        caption = scribe.paragraph(&sheet.name, Hints { gap, ..Hints::default() }, at);
        gap = false;
    }
    let mut tables = 0;
    for block in &blocks {
        match block {
            Block::Words(shown) => {
                for words in paragraphs(&shown.words) {
                    let hints = Hints { gap: std::mem::take(&mut gap), ..Hints::default() };
                    let span = scribe.paragraph(&words, hints, place(shown.row, shown.column));
                    if !is_remark(&words) {
                        caption = span;
                    }
                }
            }
            Block::Table(table) => {
                tables += 1;
                let at = Locator { sheet: Some(number), table: Some(tables), ..Locator::default() };
                write_table(scribe, table, at, caption.take(), sheet);
                gap = true;
            }
        }
    }
}

fn write_table(scribe: &mut Scribe, table: &Table<'_>, place: Locator, caption: Option<Span>, sheet: &Sheet) {
    if table.sparse || table.columns as usize > limit::COLUMNS {
        let message = format!("the sheet {} is too wide or too sparse for a table", sheet.name.trim());
        scribe.diagnostics.push(
            Diagnostic::warning("table-unread", None, message)
                .with_hint("delete what is not part of the table"),
        );
        for (row, cells) in &table.rows {
            let words: Vec<&str> = cells.iter().filter_map(|it| it.shown).map(|it| &*it.words).collect();
            let at = Locator { row: Some(row + 1), ..place };
            scribe.paragraph(&words.join(" "), Hints::default(), at);
        }
        return;
    }
    let rows = table.rows.iter().map(|(_, cells)| {
        let cells = cells.iter().map(|it| DraftCell {
            column: (it.column - table.left) as usize,
            rowspan: it.rows as usize,
            colspan: it.columns as usize,
            paragraphs: it.shown.map(|it| paragraphs(&it.words)).unwrap_or_default(),
        });
        cells.collect()
    });
    let draft = Draft {
        rows: rows.collect(),
        header_rows: table.header_rows,
        columns: table.columns as usize,
        place,
    };
    let numbers: Vec<u32> = table.rows.iter().map(|(row, _)| row + 1).collect();
    scribe.table_within(&draft, caption, &numbers, table.left);
}

/// The lines of a cell; those that only want of room has parted are joined.
fn paragraphs(words: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in words.split(['\n', '\r']).map(str::trim).filter(|it| !it.is_empty()) {
        match out.last_mut() {
            Some(last)
                if evidence::start(line) == Start::Continued
                    || evidence::end(last) == End::Open && evidence::start(line) == Start::Words =>
            {
                last.push_str(line);
            }
            _ => out.push(line.to_owned()),
        }
    }
    out
}

/// A line that is no title: `单位：万元`, `2024年2月20日`.
fn is_remark(words: &str) -> bool {
    is_date(words.trim()) || words.contains(['：', ':']) && words.chars().count() <= 40
}

/// Whether the name of a sheet says something, unlike `Sheet1` or `工作表 2`.
fn says_something(name: &str) -> bool {
    let bare = name.trim().trim_end_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '（' | '）' | '_' | '-')
    });
    !bare.is_empty()
        && !["sheet", "工作表", "表", "table", "page"].iter().any(|it| bare.eq_ignore_ascii_case(it))
}

/// Notes what of a sheet is hidden or has no value.
fn report(scribe: &mut Scribe, sheet: &Sheet) {
    let tab = sheet.name.trim();
    if sheet.hidden {
        let message = format!("the sheet {tab} is hidden; it was read as well");
        scribe.diagnostics.push(Diagnostic::info("sheet-hidden", None, message));
    }
    let used: BTreeSet<u32> = sheet.cells.iter().map(|it| it.row).collect();
    let rows: BTreeSet<u32> = sheet.hidden_rows.iter().copied().filter(|row| used.contains(row)).collect();
    if !rows.is_empty() {
        let message = format!("the sheet {tab} has {} hidden rows; they were read as well", rows.len());
        scribe.diagnostics.push(Diagnostic::info("rows-hidden", None, message));
    }
    let used: BTreeSet<u32> = sheet.cells.iter().map(|it| it.column).collect();
    if sheet.hidden_columns.iter().any(|&(from, to)| from <= to && used.range(from..=to).next().is_some()) {
        let message = format!("the sheet {tab} has hidden columns; they were read as well");
        scribe.diagnostics.push(Diagnostic::info("columns-hidden", None, message));
    }
    if !sheet.uncached.is_empty() {
        const SHOWN: usize = 5;
        let mut message = format!(
            "{} formulas of the sheet {tab} have no value and were read as empty:",
            sheet.uncached.len()
        );
        for &(row, column) in sheet.uncached.iter().take(SHOWN) {
            let _ = write!(message, " {}", name(row, column));
        }
        if sheet.uncached.len() > SHOWN {
            message.push_str(" …");
        }
        scribe
            .diagnostics
            .push(Diagnostic::warning("formula-uncached", None, message).with_hint(
                "open the file in a spreadsheet program and save it, so that it holds the values",
            ));
    }
}
