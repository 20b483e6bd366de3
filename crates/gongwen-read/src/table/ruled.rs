//! Tables drawn with `+---+` or `┌──┐`: rows between drawn lines, cells of several lines in them; a line of `=` ends the header.

use super::pipes::cells_of;
use super::source::place;
use super::words::Words;
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};

/// Reads the table whose upper edge is line `top`. `None` where a cell covers several columns or rows. No line before `tried` is
/// tried as an edge again.
pub(super) fn read(lines: &[Line<'_>], top: usize, tried: &mut usize) -> Option<TextTable> {
    const WIDEST: usize = 64;
    let edge = lines[top].text;
    let columns = edge.chars().filter(|&c| is_corner(c)).count().checked_sub(1)?;
    if top < *tried || !is_edge(edge) || !(2..=WIDEST).contains(&columns) {
        return None;
    }
    let inner = lines[top..].iter().take_while(|line| {
        line.kind == LineKind::Words && line.text.starts_with(|c| is_corner(c) || is_bar(c))
    });
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
        let drawn = line.text.starts_with(is_corner);
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
        let cells = if line.text.starts_with('|') { cells_of(line.text) } else { between_bars(line.text) };
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

/// `+---+===+`, with marks of alignment, or `├──┼──┤`.
fn is_edge(text: &str) -> bool {
    text.starts_with(is_corner)
        && text.ends_with(is_corner)
        && text.contains(is_stroke)
        && text.chars().all(|c| is_corner(c) || is_stroke(c) || c == ':')
}

/// Whether a line is the upper edge of a box.
pub(super) fn begins(text: &str) -> bool {
    text.as_bytes().first() == Some(&0xE2) && text.starts_with(['┌', '┏', '╔']) && is_edge(text)
}

fn is_corner(c: char) -> bool {
    c == '+' || matches!(c, '┌'..='╋' | '╔'..='╬')
}

fn is_stroke(c: char) -> bool {
    matches!(c, '-' | '=' | '─' | '━' | '═')
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '│' | '┃' | '║')
}

/// The cells of a line of a box.
fn between_bars(text: &str) -> Vec<&str> {
    let inner = text.strip_prefix(is_bar).unwrap_or(text);
    inner.strip_suffix(is_bar).unwrap_or(inner).split(is_bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows: cells parted by `/`.
    fn rows(source: &str) -> Option<Vec<String>> {
        let lines = crate::lines::split(source);
        let table = read(&lines, 0, &mut 0)?;
        let cell = |cell: &TextCell| {
            let parts = table.words.of(cell.words).iter();
            parts.map(|part| &source[part.start as usize..part.end as usize]).collect::<String>()
        };
        let row = |row: &Vec<TextCell>| row.iter().map(cell).collect::<Vec<_>>().join("/");
        Some(table.rows.iter().map(row).collect())
    }

    #[test]
    fn boxes_are_read() {
        let expect = ["任务/责任单位", "改造管网/县水利局", "清淤/县水利局"].map(str::to_owned);
        let light = "┌──┬──┐\n│任务│责任单位│\n├──┼──┤\n│改造管网│县水利局│\n│清淤│县水利局│\n└──┴──┘";
        assert_eq!(rows(light).as_deref(), Some(&expect[..]));
        let heavy = "┏━━┳━━┓\n┃ 任务 ┃ 责任单位 ┃\n┣━━╋━━┫\n┃ 改造 ┃ 县水利局 ┃\n┃ 管网 ┃ ┃\n┣━━╋━━┫\n┃ 清淤 ┃ 县水利局 ┃\n┗━━┻━━┛";
        assert_eq!(rows(heavy).as_deref(), Some(&expect[..]));
        // A cell over several rows is not told apart.
        assert_eq!(rows("┌──┬──┐\n│任务│责任单位│\n├──┤县水│\n│清淤│利局│\n└──┴──┘"), None);
    }
}
