//! The lines of a table whose rows could not be told apart.

use super::MOST_LINES;
use super::bits::{Bit, bits};
use crate::line::Line;
use crate::table::cell::Piece;
use crate::table::header::{Header, group_row};
use crate::table::upright;
use crate::table::words::Words;
use crate::table::{TextCell, TextTable};

/// The lines of a table whose rows could not be told apart, each a row of one cell: words of several cells beside each other make no
/// sentences.
pub(in crate::table) fn unread(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    let names = upright::names(lines, header, 2)?;
    let columns = names.len();
    if columns < 3 {
        return None;
    }
    let mut words = Words::default();
    let mut rows = Vec::new();
    let mut end = header.next;
    for (at, line) in lines.iter().enumerate().skip(header.top).take(MOST_LINES) {
        if !line.has_words() {
            continue;
        }
        let Some(bits) = bits(line, 2).filter(|_| line.heading.is_none()) else { break };
        if at >= header.next && stands_in_front(&bits, &names[1]) && !groups(lines, at) && !goes_on(lines, at)
        {
            break;
        }
        rows.push(vec![TextCell::over(columns, words.whole(Piece::range(line, line.text)))]);
        end = at + 1;
    }
    (rows.len() > 1).then_some(TextTable {
        lines: header.top..end,
        header_rows: 1,
        columns,
        rows,
        words,
        ..TextTable::default()
    })
}

/// Whether a line has one cell, in front of the second name.
fn stands_in_front(bits: &[Bit<'_>], second: &Bit<'_>) -> bool {
    bits.len() < 2 && bits[0].at.start < second.at.start
}

/// Whether a line groups the rows below it: such a row has one of several cells below it, a heading has not.
fn groups(lines: &[Line<'_>], at: usize) -> bool {
    let below = lines[at + 1..].iter().find(|line| line.has_words());
    group_row(lines[at].text) && below.and_then(|below| bits(below, 2)).is_some_and(|it| it.len() > 2)
}

/// Whether the first cell of a row goes on, where another row follows.
fn goes_on(lines: &[Line<'_>], at: usize) -> bool {
    /// Lines below that a row may begin on.
    const NEAR: usize = 2;
    let below = lines[at + 1..].iter().take(NEAR).take_while(|line| line.has_words() && !line.gap);
    below.filter_map(|line| bits(line, 2)).any(|bits| bits.len() > 1)
}
