//! One cell a line: rows begin with their number, cells with a tab where the conversion kept one.
//!
//! The same reader takes ledgers whose header stands on one line (`序号 责任单位 任务清单`) and whose rows come as
//! `1 县教育局`, then wrapped lines. [`rows`] reads the lines of a row, by where one [`starts`] and the table [`ends`]; [`grid`] puts
//! them under their columns.

mod ends;
mod grid;
mod groups;
mod rows;
mod starts;

use super::TextTable;
use super::cell::Piece;
use super::header::{Header, Layout};
use crate::line::{Line, LineKind};
use grid::Grid;
use rows::Rows;

/// Rebuilds the rows under `header`.
pub(super) fn read(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    if header.number_column() != Some(0) {
        return None;
    }
    let tabs = Tabs::of(lines, header);
    let mut rows = Rows::under(header, lines, tabs);
    let mut grid = Grid::under(header, tabs);
    let mut end = header.next;
    while let Some(row) = rows.next() {
        end = row.end;
        let last = row.last;
        rows.room = grid.push(row, rows.width);
        if last {
            break;
        }
    }
    grid.table(end)
}

/// What tabs say in this table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tabs {
    /// A cell begins with a tab; a lone tab is an empty cell.
    Lead,
    /// A tab, on a line of its own or at the end of one, ends a cell.
    Trail,
    /// There are none.
    None,
}

impl Tabs {
    /// How the cells of the header are led or ended.
    fn of(lines: &[Line<'_>], header: &Header) -> Self {
        if header.layout != Layout::Stacked {
            return Self::None;
        }
        // Where tabs end cells, those in front set lines in.
        if first_line(lines, header)
            .is_some_and(|first| leads(first) && first.raw.trim_end_matches(' ').ends_with('\t'))
        {
            return Self::Trail;
        }
        let (mut lead, mut trail) = (0, 0);
        for line in &lines[header.top..header.next] {
            match line.kind {
                LineKind::Words if leads(line) => lead += 1,
                LineKind::Words | LineKind::Blank if line.raw.contains('\t') => trail += 1,
                _ => {}
            }
        }
        if lead * 2 > header.names.len() {
            Self::Lead
        } else if trail * 2 > header.names.len() {
            Self::Trail
        } else {
            Self::None
        }
    }
}

/// The first line below a header with words on it.
fn first_line<'l, 'a>(lines: &'l [Line<'a>], header: &Header) -> Option<&'l Line<'a>> {
    lines[header.next..].iter().find(|line| line.has_words())
}

/// Whether a tab stands in front of the words of a line.
fn leads(line: &Line<'_>) -> bool {
    if let Some(b'\t' | b'!'..=b'~' | 0xE4..=0xE9) = line.raw.as_bytes().first() {
        return line.raw.starts_with('\t');
    }
    line.raw[..line.raw.len() - line.raw.trim_start().len()].contains('\t')
}

/// A row as it stands in the lines.
#[derive(Default)]
struct Row<'a> {
    /// Its number, absent as long as it was not read.
    number: Option<Piece<'a>>,
    /// The rest.
    pieces: Vec<Piece<'a>>,
    /// How many of them begin with a tab.
    begun: usize,
    /// Rows over all columns that stand in front of it.
    groups: Vec<Piece<'a>>,
    /// First line behind it.
    end: usize,
    /// Whether the table ends here.
    last: bool,
    /// Where it seemed to end first: pieces before, and the first line behind them.
    stop: Option<(usize, usize)>,
    /// Whether its last line ended with a tab.
    ended: bool,
}

impl<'a> Row<'a> {
    fn push(&mut self, piece: Piece<'a>) {
        self.begun += usize::from(piece.tab);
        self.pieces.push(piece);
    }
}
