//! Columns kept apart by spaces, one row a line.

use super::cell::{Piece, begins_name, split_spaces};
use super::delimited::{slice, suits};
use super::fit;
use super::header::{Class, Header, group_row, starts_number};
use super::stacked::header_row;
use super::words::Words;
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};

/// Reads rows of spaces under `header`; `None` where the lines are no such rows.
pub(super) fn read(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    let columns = header.names.len();
    let mut filled = Words::default();
    let mut rows = vec![header_row(header, &mut filled)];
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
            let below = lines[at + 1..].iter().find(|line| line.has_words());
            below.is_some_and(|line| row(line, at + 1, header, &mut Words::default()).is_some())
        };
        if group_row(line.text) && words.len() <= 2 && groups() {
            rows.push(vec![TextCell::over(columns, filled.whole(Piece::range(line, line.text)))]);
            end = at + 1;
            continue;
        }
        let Some(row) = row(line, at, header, &mut filled) else {
            let last = rows.last_mut().filter(|_| body > 0).and_then(|r| r.last_mut());
            if words.len() == 1 && goes_on(lines, header, last, &mut filled, line) {
                end = at + 1;
                continue;
            }
            break;
        };
        rows.push(row);
        body += 1;
        end = at + 1;
    }
    (body > 0).then_some(TextTable {
        lines: header.top..end,
        caption: None,
        header_rows: 1,
        columns,
        rows,
        words: filled,
    })
}

/// The line at which a table of spaces ended, where wide gaps or its number say that it is one more row.
pub(super) fn looks_like_row<'l, 'a>(
    lines: &'l [Line<'a>],
    header: &Header,
    end: usize,
) -> Option<&'l Line<'a>> {
    let below = lines[end..].iter().find(|line| line.kind != LineKind::Furniture)?;
    let apart = |least: usize| split_spaces(below.text, least).count() > 2;
    let numbered = header.number_column() == Some(0) && starts_number(below.text);
    // A signature has its date behind a gap.
    (below.has_words() && !below.gap && (apart(2) || numbered && apart(1))).then_some(below)
}

/// Adds a line to the last cell of a row whose words broke off there.
fn goes_on(
    lines: &[Line<'_>],
    header: &Header,
    cell: Option<&mut TextCell>,
    filled: &mut Words,
    line: &Line<'_>,
) -> bool {
    let Some(cell) = cell else { return false };
    let Some(last) = filled.of(cell.words).last().and_then(|f| slice(lines, f.start, f.end)) else {
        return false;
    };
    let open = match header.classes.last() {
        Some(Class::Task | Class::Measure) => !last.ends_with(['。', '；', '！', '：']),
        Some(Class::Lead | Class::Units) => !begins_name(last, line.text),
        _ => false,
    };
    if open && !line.gap {
        filled.go_on(&mut cell.words, Piece::range(line, line.text));
    }
    open && !line.gap
}

/// The cells of one line: by wide gaps, else by any, where their number fits the header.
fn row(line: &Line<'_>, at: usize, header: &Header, filled: &mut Words) -> Option<Vec<TextCell>> {
    let columns = header.names.len();
    for least in [2, 1] {
        let words: Vec<&str> = split_spaces(line.text, least).collect();
        if words.len() == columns {
            let fits = words.iter().zip(&header.classes).all(|(w, &class)| suits(class, w));
            if !fits {
                continue;
            }
            let cell = |(c, w): (usize, &&str)| TextCell::single(c, filled.whole(Piece::range(line, w)));
            return Some(words.iter().enumerate().map(cell).collect());
        }
        // A merged cell leaves a gap; the others say by their kind which one. Without a number only wide gaps part cells.
        let number = header.number_column();
        let may_lack =
            words.len() + 1 == columns && columns > 3 || words.len() + 2 == columns && words.len() > 2;
        if may_lack && (number.is_some() || least > 1) {
            let pieces: Vec<Piece<'_>> = words.iter().map(|w| Piece::part(line, at, w)).collect();
            let Some(places) = fit::spread(&pieces, &header.classes) else { continue };
            let counted = number.is_none_or(|n| {
                places.iter().position(|&p| p == n).is_some_and(|i| suits(Class::Number, pieces[i].text))
            });
            if !counted {
                continue;
            }
            let mut cells: Vec<TextCell> = (0..columns).map(|c| TextCell::single(c, filled.cell())).collect();
            for (piece, &place) in pieces.iter().zip(&places) {
                cells[place].words = filled.whole(Piece::range(line, piece.text));
            }
            return Some(cells);
        }
    }
    None
}
