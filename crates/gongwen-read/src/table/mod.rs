//! Tables that came out as text: pipes, tabs, columns of spaces, one cell a line.
//!
//! A table is known by its header (column names, `gongwen_lexicon::column_list`) or by its pipes. What cannot be
//! rebuilt stays text, with one `table-unread` diagnostic at its header. Owns the grid; what its columns mean is the
//! outline's business.

mod cell;
mod centred;
mod delimited;
mod fit;
mod header;
mod heading;
mod markup;
mod paired;
mod parted;
mod periodic;
mod ragged;
mod ruled;
mod screen;
mod spaced;
mod stacked;
mod titled;
mod words;

pub(crate) use cell::{begins_name, is_units, name_goes_on};
pub(crate) use words::Fragment;

use crate::line::{Line, LineKind};
use gongwen_text::{Diagnostic, Span};
use header::{Header, Layout};
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

/// Most lines, blank ones counted, between a title and its table.
const FARTHEST_TITLE: usize = 24;

/// Longest line that can be a header, in bytes.
const LONGEST_HEADER: usize = 800;

/// Which marks that tables are made of a source has at all: most have none, and no line of them is searched.
#[derive(Clone, Copy)]
struct Marks {
    /// `|`
    bars: bool,
    /// Tabs.
    tabs: bool,
}

/// The tables among `lines` of `source`, in order, not overlapping.
///
/// Spans of the diagnostics count in the decoded source.
pub(crate) fn find_tables(
    source: &str,
    lines: &[Line<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<TextTable> {
    let any = memchr::memchr2(b'|', b'\t', source.as_bytes()).is_some();
    let has = |byte| any && memchr::memchr(byte, source.as_bytes()).is_some();
    let marks = Marks { bars: has(b'|'), tabs: has(b'\t') };
    let mut tables: Vec<TextTable> = Vec::new();
    let mut unclosed = false;
    let (mut drawn, mut tried) = (0, 0);
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if line.kind != LineKind::Words {
            at += 1;
            continue;
        }
        let mut found = None;
        if line.text.starts_with('<') && !unclosed {
            found = markup::read(lines, at, &mut unclosed);
        } else if marks.bars && line.text.starts_with('+') {
            found = ruled::read(lines, at, &mut drawn);
        } else if at >= drawn && ruled::begins(line.text) {
            found = ruled::read(lines, at, &mut drawn);
            if found.is_none() {
                diagnostics.push(unread(line, "a table is drawn here whose cells could not be told apart"));
            }
        } else if marks.bars && memchr::memchr(b'|', line.text.as_bytes()).is_some() {
            found = delimited::read_pipes(lines, at);
        }
        if found.is_none()
            && (marks.tabs && memchr::memchr(b'\t', line.text.as_bytes()).is_some() || has_gap(line.text))
        {
            found = paired::read(lines, at, &mut tried);
        }
        if found.is_none()
            && line.text.len() <= LONGEST_HEADER
            && let Some(header) = header::read(lines, at, marks)
        {
            found = read_body(lines, &header)
                .or_else(|| parted::aligned(lines, at).filter(|_| header.layout == Layout::Spaced));
            if let Some(table) = found.as_ref().filter(|_| header.layout == Layout::Spaced)
                && let Some(below) = spaced::looks_like_row(lines, &header, table.lines.end)
            {
                diagnostics
                    .push(unread(below, "a row of the table above could not be put under its columns"));
            }
            if let Some(table) = found.as_ref().filter(|_| header.layout == Layout::Tabbed)
                && let Some(below) = spaced::tabs_go_on(lines, &header, table.lines.end)
            {
                diagnostics.push(unread(
                    below,
                    "rows go on below a line that was not understood; they are not read",
                ));
            }
            // Two names below each other may be anything.
            if found.is_none() && header.layout == Layout::Stacked && header.names.len() < 3 {
                at += 1;
                continue;
            }
            if found.is_none() {
                let (left, whole) = match header.layout {
                    Layout::Spaced => (screen::unread(lines, &header), false),
                    Layout::Tabbed => {
                        parted::read(lines, at).map_or((None, false), |(t, whole)| (Some(t), whole))
                    }
                    Layout::Stacked => (None, false),
                };
                if !whole {
                    diagnostics.push(unread(line, "a table begins here whose rows could not be told apart"));
                }
                if left.is_none() {
                    at = header.next;
                    continue;
                }
                found = left;
            }
        } else if found.is_none() && marks.tabs && memchr::memchr(b'\t', line.raw.as_bytes()).is_some() {
            // Tabs part the cells of a table whatever its columns are called.
            found = parted::read(lines, at).map(|(table, whole)| {
                if !whole {
                    diagnostics.push(unread(line, "rows of cells begin here that could not be told apart"));
                }
                table
            });
        } else if found.is_none() && line.text.len() <= LONGEST_HEADER && has_gap(line.text) {
            found = parted::aligned(lines, at);
        }
        match found {
            Some(mut table) => {
                debug_assert!(table.lines.end > at, "a table has lines");
                let floor = tables.last().map_or(0, |t| t.lines.end);
                table.caption = caption(lines, floor, table.lines.start);
                if let Some(line) = table.unsure {
                    diagnostics.push(unread(
                        &lines[line],
                        "which column or row words of this row belong to is a guess",
                    ));
                }
                at = table.lines.end.max(at + 1);
                tables.push(table);
            }
            None => at += 1,
        }
    }
    tables
}

/// Whether two blanks stand among the first words of a line.
fn has_gap(text: &str) -> bool {
    const NEAR: usize = 64;
    let near = &text.as_bytes()[..text.len().min(NEAR)];
    memchr::memchr_iter(b' ', near).any(|at| near.get(at + 1) == Some(&b' '))
}

fn unread(line: &Line<'_>, message: &'static str) -> Diagnostic {
    let start = line.text_start();
    let span = Span { start, end: start + line.text.len() as u32 };
    Diagnostic::warning("table-unread", Some(span), message)
        .with_hint("give the document in a format that keeps its grid, or read this part by hand")
}

fn read_body(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    match header.layout {
        Layout::Tabbed => delimited::read_tabs(lines, header).or_else(|| stacked::read(lines, header)),
        Layout::Spaced => {
            let mut doubt = None;
            screen::read(lines, header, &mut doubt)
                .or_else(|| {
                    let table = spaced::read(lines, header)?;
                    Some(TextTable { unsure: table.unsure.or(doubt), ..table })
                })
                .or_else(|| stacked::read(lines, header))
        }
        Layout::Stacked => stacked::read(lines, header).or_else(|| periodic::read(lines, header)),
    }
}

/// The title line above line `top`: only blanks and furniture stand between.
fn caption(lines: &[Line<'_>], floor: usize, top: usize) -> Option<usize> {
    let mut words = (floor..top).rev().take(FARTHEST_TITLE).filter(|&i| lines[i].kind == LineKind::Words);
    // `单位：亩` may stand between.
    let above = words.next()?;
    let above = if gongwen_lexicon::is_unit_note(lines[above].text) { words.next()? } else { above };
    is_title(lines[above].text).then_some(above)
}

/// Whether a paragraph directly above a table is its title: `…分工表（2024年度）`, `表1 …`.
pub(crate) fn is_title(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '：', ':', ' ', '　']);
    let text = unit_note(text);
    let short = text.chars().take(81).count() <= 80;
    let title = gongwen_lexicon::ends_with_any(text, gongwen_lexicon::words("table_title_endings"))
        || text.starts_with('表') && text[3..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    short && title
}

/// The title without a bracketed ending: `…分工表（2024年度）`.
fn unit_note(text: &str) -> &str {
    if !text.ends_with(['）', ')']) || text.ends_with("（续）") || text.ends_with("(续)") {
        return text;
    }
    text.rfind(['（', '(']).map_or(text, |open| text[..open].trim_end())
}

#[cfg(test)]
mod tests;
