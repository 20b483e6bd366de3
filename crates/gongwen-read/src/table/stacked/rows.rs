//! The lines of one row after the other, up to the number of the next.
//!
//! Of each line is asked in order: is it blank, the header once more, another table's header, the number of a row? Else it is a piece
//! of the row.

use super::ends::hard_stop;
use super::{Row, Tabs, first_line, leads};
use crate::line::{Line, LineKind};
use crate::table::cell::Piece;
use crate::table::header::Header;
use crate::table::is_title;
use crate::wrap::characters;

/// Most lines of one row.
const LONGEST_ROW: usize = 400;

/// Most pieces in front of the first number.
const MOST_BEFORE: usize = 3;

/// What is known while rows are read.
pub(super) struct Rows<'a, 'l> {
    /// The lines.
    pub(super) lines: &'l [Line<'a>],
    /// The header.
    pub(super) header: &'l Header,
    /// What tabs say.
    pub(super) tabs: Tabs,
    /// Whether lines are set in by tabs, although such end cells.
    set_in: bool,
    /// The line that comes next.
    at: usize,
    /// The number of the row before.
    pub(super) count: Option<u32>,
    /// The number of the row that comes next, read ahead.
    held: Option<Piece<'a>>,
    /// Rows over all columns that stand before it.
    pub(super) groups: Vec<Piece<'a>>,
    /// Room for the pieces of the next row.
    pub(super) room: Vec<Piece<'a>>,
    /// Longest line so far, in characters.
    pub(super) width: usize,
    /// What rows that add up are called.
    pub(super) sums: &'static [&'static str],
}

/// What a line does to a row.
enum Step {
    /// It is a part of it, or of nothing.
    GoesOn,
    /// It ends the row.
    Ends,
    /// It tells that these are no rows.
    NoRow,
}

impl<'a, 'l> Rows<'a, 'l> {
    /// Rows from below `header` on.
    pub(super) fn under(header: &'l Header, lines: &'l [Line<'a>], tabs: Tabs) -> Self {
        Self {
            lines,
            header,
            tabs,
            set_in: tabs == Tabs::Trail && first_line(lines, header).is_some_and(leads),
            at: header.next,
            count: None,
            held: None,
            groups: Vec::new(),
            room: Vec::new(),
            width: 0,
            sums: gongwen_lexicon::words("row_sum"),
        }
    }

    /// Reads the next row.
    pub(super) fn next(&mut self) -> Option<Row<'a>> {
        let pieces = std::mem::take(&mut self.room);
        let mut row = Row { end: self.at, last: true, pieces, ..Row::default() };
        if let Some(first) = self.held.take() {
            self.open(&mut row, first);
            row.groups = std::mem::take(&mut self.groups);
        }
        let far = self.lines.len().min(self.at + LONGEST_ROW);
        while self.at < far {
            match self.take(&mut row) {
                Step::GoesOn => {}
                Step::Ends => return Some(row),
                Step::NoRow => return None,
            }
        }
        self.run_out(row)
    }

    /// Takes the next line.
    fn take(&mut self, row: &mut Row<'a>) -> Step {
        let line = &self.lines[self.at];
        if line.kind != LineKind::Words {
            // A line may be set in and hold nothing.
            let tabs = if self.set_in { line.raw.trim_start_matches('\t') } else { line.raw };
            if line.kind == LineKind::Blank && tabs.contains('\t') {
                self.lone_tab(row);
            }
            self.at += 1;
            return Step::GoesOn;
        }
        let tab = match self.tabs {
            Tabs::Lead => leads(line),
            Tabs::Trail => std::mem::take(&mut row.ended),
            Tabs::None => false,
        };
        let piece = Piece::whole(line, self.at, tab);
        self.header_again(row, piece)
            .or_else(|| self.header_of_another(row, piece))
            .or_else(|| self.number(row, piece))
            .unwrap_or_else(|| self.add(row, piece))
    }

    /// Notes a line of nothing but a tab.
    fn lone_tab(&self, row: &mut Row<'a>) {
        let start = self.lines[self.at].start;
        let empty = Piece { text: "", start, line: self.at, tab: true, gap: false, heading: false };
        match self.tabs {
            Tabs::Lead if row.number.is_some() => row.push(empty),
            Tabs::Trail if row.ended && row.number.is_some() => row.push(empty),
            _ => {}
        }
        row.ended = true;
    }

    /// The header of this table on a later page. A header under a header heads nothing.
    fn header_again(&mut self, row: &mut Row<'a>, piece: Piece<'a>) -> Option<Step> {
        let next = self.repeated_header(piece)?;
        if row.number.is_none() {
            return Some(Step::NoRow);
        }
        if let Some(heading) = row.pieces.pop_if(|last| self.counts_on(last)) {
            // `二、…` and a header again, where `一、…` stands above the table: another table.
            row.end = heading.line;
            return Some(Step::Ends);
        }
        self.at = next;
        Some(Step::GoesOn)
    }

    /// The header of another table, which takes its title with it.
    fn header_of_another(&self, row: &mut Row<'a>, piece: Piece<'a>) -> Option<Step> {
        if !self.other_header(piece) {
            return None;
        }
        if row.number.is_none() {
            return Some(Step::NoRow);
        }
        while row.pieces.len() + 1 > self.header.names.len()
            || row.pieces.last().is_some_and(|last| is_title(last.text))
        {
            let Some(title) = row.pieces.pop() else { break };
            row.end = title.line;
        }
        Some(Step::Ends)
    }

    /// A number: of this row, or of the next, which is held.
    fn number(&mut self, row: &mut Row<'a>, piece: Piece<'a>) -> Option<Step> {
        if !self.begins_row(piece, row) {
            return None;
        }
        if row.number.is_none() {
            if !Self::groups_only(row) {
                return Some(Step::NoRow);
            }
            self.at += 1;
            self.open(row, piece);
            row.ended = self.lines[piece.line].raw.trim_start().contains('\t');
            return Some(Step::GoesOn);
        }
        if let Some((kept, end)) = row.stop.filter(|&(kept, _)| hard_stop(&row.pieces[kept..])) {
            row.pieces.truncate(kept);
            row.end = end;
            self.at = end;
            return Some(Step::Ends);
        }
        self.set_groups_apart(row);
        self.held = Some(piece);
        self.at += 1;
        row.end = self.at;
        row.last = false;
        Some(Step::Ends)
    }

    /// Puts the number of a row, and what stands behind it on its line, into the row.
    fn open(&mut self, row: &mut Row<'a>, piece: Piece<'a>) {
        let digits = piece.text.bytes().take_while(u8::is_ascii_digit).count();
        let digits = if digits == 0 { piece.text.len() } else { digits };
        self.count = piece.text[..digits].parse().ok();
        let mut first = piece;
        first.text = &piece.text[..digits];
        row.number = Some(first);
        if digits < piece.text.len() {
            row.push(piece.rest(digits));
        }
        row.end = piece.line + 1;
    }

    /// Adds a piece to the row, and notes where the table seems to end.
    fn add(&mut self, row: &mut Row<'a>, piece: Piece<'a>) -> Step {
        if row.number.is_none() && row.pieces.len() >= MOST_BEFORE {
            return Step::NoRow;
        }
        if row.stop.is_none() && row.number.is_some() && self.stops(row, piece) {
            row.stop = Some((row.pieces.len(), row.end));
        }
        if piece.text.len() > self.width {
            self.width = self.width.max(characters(piece.text));
        }
        row.push(piece);
        self.at += 1;
        row.end = self.at;
        row.ended = self.tabs == Tabs::Trail && self.lines[piece.line].raw.trim_start().contains('\t');
        Step::GoesOn
    }

    /// The last row, without what stands behind the place where it seemed to end.
    fn run_out(&self, mut row: Row<'a>) -> Option<Row<'a>> {
        row.number?;
        if let Some((kept, end)) = row.stop {
            let longer = self.reaches(&row.pieces, kept);
            row.end = if longer > kept { row.pieces[longer - 1].line + 1 } else { end };
            row.pieces.truncate(longer);
        }
        Some(row)
    }
}
