//! Which lines are whose row, and which column their words stand in.

use super::body::Body;
use super::names::Names;
use crate::line::Line;
use crate::table::cell::Piece;
use crate::table::centred::{self, Cells, Row};
use crate::table::header::Class;
use gongwen_lexicon::agency;
use std::ops::Range;

/// The columns of a table.
pub(super) struct Columns<'c, 'a> {
    lines: &'c [Line<'a>],
    /// What each takes.
    classes: &'c [Class],
    /// The stretch of the screen that each takes.
    stretches: Vec<Range<usize>>,
    /// The one of sentences, or of phrases.
    words_in: usize,
}

impl<'c, 'a> Columns<'c, 'a> {
    /// The columns under `names`.
    pub(super) fn under(lines: &'c [Line<'a>], names: &'c Names<'a>, stretches: Vec<Range<usize>>) -> Self {
        let classes = &names.classes[..];
        let of = |class: Class| classes.iter().position(|&own| own == class);
        let words_in = of(Class::Measure).or_else(|| of(Class::Task)).unwrap_or(0);
        Self { lines, classes, stretches, words_in }
    }

    /// Adds the rows that the lines between two blanks make, or the one that groups others; `None` where they are no rows.
    pub(super) fn rows(
        &self,
        group: &[Body<'a>],
        rows: &mut Vec<Row<'a>>,
        doubt: &mut Option<usize>,
    ) -> Option<()> {
        if group.iter().all(|line| !line.number) {
            rows.push(self.grouping(group)?);
            return Some(());
        }
        let filled: Option<Vec<Vec<bool>>> = group.iter().map(|line| self.filled(line)).collect();
        let (own, loose) = centred::loose(&filled?, self.classes);
        let numbers: Vec<usize> = (0..own.len()).filter(|&at| group[own[at]].number).collect();
        let ends = |at: usize| self.ends_cell(&group[own[at]]);
        if centred::open(own.len(), &numbers, ends) {
            *doubt = Some(group[0].line);
        }
        let mut attached = 0;
        for range in centred::share_out(own.len(), &numbers, ends)? {
            let mut row: Vec<&Body<'_>> = own[range].iter().map(|&at| &group[at]).collect();
            // A body over words of work, or among times, is no part of them: whose the rows below are is not told.
            if row.iter().enumerate().any(|(at, line)| self.names_body(line, at == 0)) {
                return None;
            }
            let (first, last) = (row.first()?.line, row.last()?.line);
            // A merged cell between two rows stands with the upper one.
            let between = loose.iter().map(|&at| &group[at]).filter(|it| it.line == last + 1);
            let lines_of_row = row.len();
            row.extend(between);
            attached += row.len() - lines_of_row;
            rows.push(Row { first, last, cells: self.cells(&row)? });
        }
        (attached >= loose.len()).then_some(())
    }

    /// The row that groups others, alone between two blanks.
    fn grouping(&self, group: &[Body<'a>]) -> Option<Row<'a>> {
        let [only] = group else { return None };
        let words = || Piece::part(&self.lines[only.line], only.line, only.bits[0].words);
        only.groups().then(|| Row::group(only.line, words()))
    }

    /// The words of a row by column; `None` where some stand in none.
    fn cells(&self, row: &[&Body<'a>]) -> Option<Cells<'a>> {
        let mut cells: Cells<'a> = vec![Vec::new(); self.stretches.len()];
        for (line, bit) in row.iter().flat_map(|line| line.bits.iter().map(move |bit| (line, bit))) {
            let piece = Piece::part(&self.lines[line.line], line.line, bit.words);
            cells[self.column(&bit.at)?].push(Piece { gap: false, ..piece });
        }
        Some(cells)
    }

    /// The column that a stretch of the screen lies in.
    fn column(&self, at: &Range<usize>) -> Option<usize> {
        self.stretches.iter().position(|column| column.start <= at.start && at.end <= column.end)
    }

    /// Which columns a line has words in.
    fn filled(&self, line: &Body<'a>) -> Option<Vec<bool>> {
        Some(self.cells(&[line])?.iter().map(|cell| !cell.is_empty()).collect())
    }

    /// Whether a line of a row holds the name of a body alone, in a column of times or figures, or `first` in one of words, which may
    /// name bodies further on.
    fn names_body(&self, line: &Body<'_>, first: bool) -> bool {
        let [only] = &line.bits[..] else { return false };
        let other = match self.column(&only.at).map(|column| self.classes[column]) {
            Some(Class::Due | Class::Value) => true,
            Some(Class::Task | Class::Measure) => first,
            _ => false,
        };
        other && !line.number && agency::name_at_start(only.words) == Some(only.words.len())
    }

    /// Whether what a line has in the column of sentences ends there.
    fn ends_cell(&self, line: &Body<'_>) -> bool {
        let column = &self.stretches[self.words_in];
        let words = line.bits.iter().find(|bit| column.start <= bit.at.start && bit.at.end <= column.end);
        words.is_none_or(|bit| bit.words.ends_with(['。', '；', '！', '.', ';']))
    }
}
