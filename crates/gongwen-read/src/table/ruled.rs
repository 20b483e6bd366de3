//! Tables drawn with `+---+`: rows between drawn lines, cells of several lines in them; a line of `=` ends the header.

use super::delimited::{cells_of, place};
use super::words::Words;
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};

/// Reads the table whose upper edge is line `top`. `None` where a cell covers several columns or rows. No line before `tried` is
/// tried as an edge again.
pub(super) fn read(lines: &[Line<'_>], top: usize, tried: &mut usize) -> Option<TextTable> {
    const WIDEST: usize = 64;
    let edge = lines[top].text;
    let columns = edge.bytes().filter(|&byte| byte == b'+').count().checked_sub(1)?;
    if top < *tried || !is_edge(edge) || !(2..=WIDEST).contains(&columns) {
        return None;
    }
    let inner = lines[top..]
        .iter()
        .take_while(|line| line.kind == LineKind::Words && line.text.starts_with(['+', '|']));
    let length = inner.clone().count();
    *tried = top + length;
    let edges = inner.clone().filter(|line| is_edge(line.text)).count();
    let doubled = inner.filter(|line| line.text.starts_with("+=")).count();
    // With a line below the header and none between rows, each line is a row.
    let lone = edges <= 3 && doubled == 0;
    let (mut header_rows, mut end) = (0, top);
    let mut rows: Vec<Vec<TextCell>> = Vec::new();
    let mut words = Words::default();
    let mut open: Vec<Vec<(u32, u32)>> = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(top).take(length) {
        let drawn = line.text.starts_with('+');
        if drawn && !is_edge(line.text) {
            return None;
        }
        if !open.is_empty() && (drawn || lone) {
            let cells = open.drain(..).enumerate();
            rows.push(cells.map(|(column, cell)| TextCell::single(column, words.joined(&cell))).collect());
        }
        if drawn {
            if line.text.starts_with("+=") || lone && rows.len() == 1 {
                header_rows = rows.len();
            }
            end = at + 1;
            continue;
        }
        let cells = cells_of(line.text);
        if cells.len() != columns {
            return None;
        }
        open.resize(columns, Vec::new());
        for (cell, part) in open.iter_mut().zip(cells) {
            let part = part.trim();
            cell.extend((!part.is_empty()).then(|| place(lines, part)).flatten());
        }
    }
    if !open.is_empty() {
        // The lower edge is missing.
        return None;
    }
    (rows.len() >= 2 && end > top + 2).then_some(TextTable {
        lines: top..end,
        caption: None,
        header_rows,
        columns,
        rows,
        unsure: None,
        words,
    })
}

/// `+---+===+`, with marks of alignment.
fn is_edge(text: &str) -> bool {
    text.starts_with('+')
        && text.ends_with('+')
        && text.contains(['-', '='])
        && text.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'=' | b':'))
}
