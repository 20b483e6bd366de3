//! Tables of HTML inside markdown.

use super::words::Words;
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};
use crate::lines::is_frame_tag;

/// What a tag does to the table.
enum Tag {
    Row,
    Cell { rows: u16, columns: u16, head: bool },
    Break,
    End,
    Other,
}

/// Most rows or columns that one cell may be said to cover.
const MOST_SPANNED: u16 = 200;

/// Reads the table that begins on line `top`. `unclosed` is set when a table is never closed: no further one is tried.
pub(super) fn read(lines: &[Line<'_>], top: usize, unclosed: &mut bool) -> Option<TextTable> {
    if !starts_with(unframed(lines[top].text), "<table") {
        return None;
    }
    let mut rows: Vec<Vec<TextCell>> = Vec::new();
    let mut filled = Words::default();
    // Whether the next words begin a paragraph.
    let mut broken = false;
    let mut heads = 0;
    let mut inside = false;
    for (at, line) in lines.iter().enumerate().skip(top) {
        if line.kind == LineKind::Blank {
            continue;
        }
        let mut rest = line.raw;
        loop {
            let open = rest.find('<');
            let words = rest[..open.unwrap_or(rest.len())].trim();
            if let (true, false, Some(cell)) =
                (inside, words.is_empty(), rows.last_mut().and_then(|r| r.last_mut()))
            {
                let start = line.start + (words.as_ptr() as usize - line.raw.as_ptr() as usize) as u32;
                let range = (start, start + words.len() as u32);
                if std::mem::take(&mut broken) {
                    filled.begin(&mut cell.words, range);
                } else {
                    filled.go_on(&mut cell.words, range);
                }
            }
            let Some(open) = open else { break };
            let Some(close) = rest[open..].find('>').map(|at| open + at) else { break };
            match tag(&rest[open + 1..close]) {
                Tag::Row => {
                    rows.push(Vec::new());
                    inside = false;
                }
                Tag::Cell { rows: high, columns: wide, head } => {
                    if rows.is_empty() {
                        rows.push(Vec::new());
                    }
                    heads = if head { rows.len() } else { heads };
                    if let Some(row) = rows.last_mut() {
                        row.push(TextCell { column: 0, rowspan: high, colspan: wide, words: filled.cell() });
                    }
                    (inside, broken) = (true, false);
                }
                Tag::Break => broken = true,
                Tag::End => {
                    let columns = set_columns(&mut rows);
                    super::mended::mend(lines, heads, columns, &mut rows, &mut filled);
                    let table = TextTable {
                        lines: top..at + 1,
                        caption: None,
                        header_rows: heads,
                        columns,
                        rows,
                        unsure: None,
                        words: filled,
                    };
                    return (columns > 0).then_some(table);
                }
                Tag::Other => {}
            }
            rest = &rest[close + 1..];
        }
    }
    *unclosed = true;
    None
}

/// What stands behind the tags that frame a page, on the same line: `<html><body><table>`.
fn unframed(mut text: &str) -> &str {
    while let Some((inner, behind)) = text.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        if !is_frame_tag(inner) {
            break;
        }
        text = behind.trim_start();
    }
    text
}

fn starts_with(text: &str, tag: &str) -> bool {
    text.get(..tag.len()).is_some_and(|t| t.eq_ignore_ascii_case(tag))
}

fn tag(inner: &str) -> Tag {
    let name = inner.split([' ', '\t', '/']).next().unwrap_or("");
    let name = name.to_ascii_lowercase();
    match (&*name, inner) {
        ("tr", _) => Tag::Row,
        ("td" | "th", _) => Tag::Cell {
            rows: attribute(inner, "rowspan"),
            columns: attribute(inner, "colspan"),
            head: name == "th",
        },
        ("br" | "p", _) | (_, "/p") => Tag::Break,
        (_, "/table" | "/TABLE" | "/Table") => Tag::End,
        _ => Tag::Other,
    }
}

fn attribute(inner: &str, name: &str) -> u16 {
    let value = inner.find(name).map(|at| inner[at + name.len()..].trim_start_matches([' ', '=', '"', '\'']));
    let digits = value.map(|v| &v[..v.bytes().take_while(u8::is_ascii_digit).count()]);
    digits.and_then(|d| d.parse().ok()).unwrap_or(1).clamp(1, MOST_SPANNED)
}

/// Gives every cell its column, with what reaches down from above; returns their number.
fn set_columns(rows: &mut Vec<Vec<TextCell>>) -> usize {
    rows.retain(|row| !row.is_empty());
    let mut down: Vec<u16> = Vec::new();
    let mut columns = 0;
    for row in rows.iter_mut() {
        let mut at = 0usize;
        for cell in row.iter_mut() {
            while down.get(at).is_some_and(|&d| d > 0) {
                down[at] -= 1;
                at += 1;
            }
            cell.column = at.min(usize::from(u16::MAX)) as u16;
            let end = at + usize::from(cell.colspan);
            if down.len() < end {
                down.resize(end, 0);
            }
            down[at..end].fill(cell.rowspan - 1);
            at = end;
        }
        for d in down.iter_mut().skip(at) {
            *d = d.saturating_sub(1);
        }
        columns = columns.max(at).max(down.len().min(at));
    }
    columns
}
