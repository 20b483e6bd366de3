//! Columns kept apart by spaces, one row a line.

use super::cell::{Piece, begins_name, split_spaces};
use super::delimited::{slice, suits};
use super::fit;
use super::header::{Class, Header, group_row};
use super::stacked::header_row;
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};

/// Reads rows of spaces under `header`; `None` where the lines are no such rows.
pub(super) fn read(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    let columns = header.names.len();
    let mut rows = vec![header_row(header)];
    let mut end = header.next;
    let mut body = 0;
    for (at, line) in lines.iter().enumerate().skip(header.next) {
        match line.kind {
            LineKind::Words => {}
            LineKind::Blank | LineKind::Furniture => continue,
        }
        let words: Vec<&str> = split_spaces(line.text, 1).collect();
        if words.iter().filter(|w| header.repeats(w)).count() * 2 > columns {
            if body == 0 {
                break;
            }
            end = at + 1;
            continue;
        }
        // A heading below the table looks like a row that groups others; only such a row has rows below it.
        let groups = || {
            lines[at + 1..].iter().find(|l| l.has_words()).is_some_and(|l| row(l, at + 1, header).is_some())
        };
        if group_row(line.text) && words.len() <= 2 && groups() {
            rows.push(vec![TextCell {
                colspan: columns as u16,
                ..TextCell::single(0, vec![vec![Piece::range(line, line.text)]])
            }]);
            end = at + 1;
            continue;
        }
        let Some(row) = row(line, at, header) else {
            if words.len() == 1 && goes_on(lines, header, rows.last_mut().filter(|_| body > 0), line) {
                end = at + 1;
                continue;
            }
            break;
        };
        rows.push(row);
        body += 1;
        end = at + 1;
    }
    (body > 0).then_some(TextTable { lines: header.top..end, caption: None, header_rows: 1, columns, rows })
}

/// Adds a line to the last cell of a row whose words broke off there.
fn goes_on(lines: &[Line<'_>], header: &Header, row: Option<&mut Vec<TextCell>>, line: &Line<'_>) -> bool {
    let Some(paragraph) = row.and_then(|r| r.last_mut()).and_then(|c| c.paragraphs.last_mut()) else {
        return false;
    };
    let Some(last) = paragraph.last().and_then(|&(start, end)| slice(lines, start, end)) else {
        return false;
    };
    let open = match header.classes.last() {
        Some(Class::Task | Class::Measure) => !last.ends_with(['。', '；', '！', '：']),
        Some(Class::Lead | Class::Units) => !begins_name(last, line.text),
        _ => false,
    };
    if open && !line.gap {
        paragraph.push(Piece::range(line, line.text));
    }
    open && !line.gap
}

/// The cells of one line: by wide gaps, else by any, where their number fits the header.
fn row(line: &Line<'_>, at: usize, header: &Header) -> Option<Vec<TextCell>> {
    let columns = header.names.len();
    for least in [2, 1] {
        let words: Vec<&str> = split_spaces(line.text, least).collect();
        if words.len() == columns {
            let fits = words.iter().zip(&header.classes).all(|(w, &class)| suits(class, w));
            if !fits {
                continue;
            }
            let cell = |(c, w): (usize, &&str)| TextCell::single(c, vec![vec![Piece::range(line, w)]]);
            return Some(words.iter().enumerate().map(cell).collect());
        }
        // A merged cell leaves a gap; the others say by their kind which one.
        let numbered = header.number_column().is_some();
        if words.len() + 1 == columns && columns > 3 && numbered && header.classes.contains(&Class::Number) {
            let pieces: Vec<Piece<'_>> = words
                .iter()
                .map(|w| Piece {
                    text: w,
                    start: Piece::range(line, w).0,
                    line: at,
                    tab: true,
                    gap: false,
                    heading: false,
                })
                .collect();
            let Some((places, score)) = fit::place(&pieces, &header.classes, true) else { continue };
            let apart = places.windows(2).all(|w| w[0] < w[1]);
            let counted = header.number_column().is_some_and(|n| {
                places.iter().position(|&p| p == n).is_some_and(|i| suits(Class::Number, pieces[i].text))
            });
            if score < 4 || !apart || !counted {
                continue;
            }
            let mut cells: Vec<TextCell> = (0..columns).map(|c| TextCell::single(c, Vec::new())).collect();
            for (piece, &place) in pieces.iter().zip(&places) {
                cells[place].paragraphs = vec![vec![Piece::range(line, piece.text)]];
            }
            return Some(cells);
        }
    }
    None
}
