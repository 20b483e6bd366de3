//! Columns kept apart by spaces, one row a line; what a cell has no room for stands below it, in further lines.
//!
//! Of each line is asked in order: is it a note, the header once more, a sum, a row that groups others, more of the cells above
//! ([`below`]), a row ([`row`]), a title between rows, the end of a list? What is none of these ends the table; [`left`] says what
//! looks like more of it.

mod below;
mod left;
mod place;
mod row;

use super::cell::{Piece, begins_name, begins_note, compose, spelled, split_spaces};
use super::header::{
    Class, Header, adds_up, group_cells, group_row, heads_anew, numbered_group, starts_number,
};
use super::heading::header_rows;
use super::source::slice;
use super::titled::Titles;
use super::words::Words;
use super::{TextCell, TextTable, upright};
use crate::line::{Line, LineKind};
use below::Open;
pub(super) use left::{looks_like_row, tabs_go_on};
use place::Screen;
use row::Reading;

/// Characters that no line of a table of spaces fills, so that a sentence that ends in a cell is followed by a paragraph.
const WIDEST: usize = 200;

/// Reads rows of spaces under `header`; `None` where the lines are no such rows.
pub(super) fn read(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    let mut body = Body::under(header, lines);
    for (at, line) in lines.iter().enumerate().skip(header.next) {
        let passed = line.kind != LineKind::Words || upright::repeats(lines, header, at);
        if !passed && !body.takes(line, at) {
            break;
        }
    }
    body.table()
}

/// The rows read so far.
struct Body<'t, 'a> {
    lines: &'t [Line<'a>],
    header: &'t Header,
    screen: Screen,
    rows: Vec<Vec<TextCell>>,
    filled: Words,
    header_rows: usize,
    /// Rows on lines of their own, without those that group others.
    counted: usize,
    /// The last of them, whose cells may go on below it.
    open: Open<'a>,
    titles: Titles,
    /// The first line of which it is a guess in which columns its words stand.
    unsure: Option<usize>,
    /// First line behind the table.
    end: usize,
}

impl<'t, 'a> Body<'t, 'a> {
    fn under(header: &'t Header, lines: &'t [Line<'a>]) -> Self {
        let mut filled = Words::default();
        let rows = header_rows(header, &mut filled);
        Self {
            lines,
            header,
            screen: Screen::of(lines, header),
            header_rows: rows.len(),
            rows,
            filled,
            counted: 0,
            open: Open::default(),
            titles: Titles::default(),
            unsure: None,
            end: header.next,
        }
    }

    /// Takes a line as a row or a part of one; `false` where the table ends above it.
    fn takes(&mut self, line: &Line<'a>, at: usize) -> bool {
        if begins_note(line.text) {
            return false;
        }
        let words: Vec<&str> = spelled(line.text);
        let repeated = words.iter().filter(|w| self.header.repeats(w)).count() * 2 > self.header.names.len();
        if !repeated && adds_up(&words) {
            self.pass_sum(at);
            return true;
        }
        let taken = if repeated {
            // A header under a header heads nothing.
            self.counted > 0
        } else {
            self.groups(line, at, &words)
                || self.goes_below(line, at)
                || self.is_row(line, at)
                || self.is_title_between(line, at)
                || words.len() == 1 && self.last_cell_goes_on(line)
        };
        if taken {
            self.end = at + 1;
        }
        taken
    }

    /// Leaves a row out that adds others up: `合计    20000`.
    fn pass_sum(&mut self, at: usize) {
        if self.counted > 0 {
            self.end = at + 1;
        }
        self.open = Open::default();
    }

    /// A row over all columns that groups those below it: `二、交通项目（1个）`, `一    产业振兴`, `城市建设类`.
    fn groups(&mut self, line: &Line<'a>, at: usize, words: &[&str]) -> bool {
        let titled = self.titles.takes(line, self.rows.len() == self.header_rows);
        let cells = || split_spaces(line.text, 2).collect::<Vec<_>>();
        let group = group_row(line.text) && (words.len() <= 2 || group_cells(&cells()))
            || numbered_group(words) && self.counts_below(at)
            || titled;
        let groups = group && self.rows_below(at);
        if groups {
            self.push_over(line);
        }
        groups
    }

    /// Whether the row below a line begins with its number.
    fn counts_below(&self, at: usize) -> bool {
        let below = self.lines[at + 1..].iter().find(|line| line.has_words());
        self.header.number_column() == Some(0) && below.is_some_and(|line| starts_number(line.text))
    }

    /// Whether a row stands below a line. A heading below the table looks like a row that groups others; only such a row has rows
    /// below it.
    fn rows_below(&self, at: usize) -> bool {
        let sum = |line: &&Line<'_>| adds_up(&spelled(line.text));
        let below =
            self.lines[at + 1..].iter().filter(|line| line.has_words()).take(2).find(|line| !sum(line));
        below.is_some_and(|line| {
            !heads_anew(split_spaces(line.text, 1).collect::<Vec<_>>().into_iter(), self.header)
                && self.reading(line, at + 1).row(&mut Words::default()).is_some()
        })
    }

    fn reading<'r>(&'r self, line: &'r Line<'a>, at: usize) -> Reading<'r, 'a> {
        Reading { line, at, header: self.header, screen: &self.screen }
    }

    /// Puts a line over all columns; what stands below it is no more of the row above.
    fn push_over(&mut self, line: &Line<'a>) {
        let words = self.filled.whole(Piece::range(line, line.text));
        self.rows.push(vec![TextCell::over(self.header.names.len(), words)]);
        self.open = Open::default();
    }

    /// Words below the cells of the last row that had no room for them.
    fn goes_below(&mut self, line: &Line<'a>, at: usize) -> bool {
        let Some(last) = self.rows.last_mut().filter(|_| self.counted > 0) else { return false };
        if !self.open.takes(line, at, (self.header, &self.screen)) {
            return false;
        }
        for (cell, pieces) in last.iter_mut().zip(&self.open.cells) {
            // What stands on one line was put there before, unless the row had nothing in this column.
            if pieces.len() < 2 && (pieces.is_empty() || !cell.words.is_empty()) {
                continue;
            }
            let class = self.header.classes[usize::from(cell.column)];
            cell.words = compose(&mut self.filled, pieces, class, WIDEST);
        }
        true
    }

    /// A row of its own.
    fn is_row(&mut self, line: &Line<'a>, at: usize) -> bool {
        let reading = Reading { line, at, header: self.header, screen: &self.screen };
        let Some(row) = reading.row(&mut self.filled) else { return false };
        self.open = Open::row(line, at, &row.cells, &self.filled);
        self.rows.push(row.cells);
        self.unsure = self.unsure.or(row.torn.then_some(at));
        self.counted += 1;
        true
    }

    /// A title of a group that stands otherwise than the first, where nothing else fits.
    fn is_title_between(&mut self, line: &Line<'a>, at: usize) -> bool {
        let title = self.titles.may_take(line) && self.rows_below(at);
        if title {
            self.push_over(line);
        }
        title
    }

    /// Adds a line to the last cell of a row whose words broke off there.
    fn last_cell_goes_on(&mut self, line: &Line<'a>) -> bool {
        let Some(cell) = self.rows.last_mut().filter(|_| self.counted > 0).and_then(|row| row.last_mut())
        else {
            return false;
        };
        let last = self.filled.of(cell.words).last();
        let Some(last) = last.and_then(|part| slice(self.lines, part.start, part.end)) else { return false };
        let open = match self.header.classes.last() {
            Some(Class::Task | Class::Measure) => !last.ends_with(['。', '；', '！', '：']),
            Some(Class::Lead | Class::Units) => !begins_name(last, line.text),
            _ => false,
        };
        if open && !line.gap {
            self.filled.go_on(&mut cell.words, Piece::range(line, line.text));
        }
        open && !line.gap
    }

    /// All rows. Of few columns without numbers the rest would be taken for sentences: all of it is read, or nothing.
    fn table(self) -> Option<TextTable> {
        let columns = self.header.names.len();
        let broken = columns < 4
            && self.header.number_column().is_none()
            && looks_like_row(self.lines, self.header, self.end).is_some();
        (self.counted > 0 && !broken).then_some(TextTable {
            lines: self.header.top..self.end,
            caption: None,
            header_rows: self.header_rows,
            columns,
            rows: self.rows,
            unsure: self.unsure,
            words: self.filled,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::table::tests::check;

    #[test]
    fn sums_are_left_out_and_groups_have_rows_of_their_own() {
        let header = "序号  项目名称        建设内容            总投资      责任单位";
        let rows = [
            "1     城北水厂        新建水厂1座         12000       县水利局",
            "2     河东大桥        新建桥梁1座         8000        县交通局",
        ];
        let told = "序号 | 项目名称 | 建设内容 | 总投资 | 责任单位";
        let [first, second] =
            ["1 | 城北水厂 | 新建水厂1座 | 12000 | 县水利局", "2 | 河东大桥 | 新建桥梁1座 | 8000 | 县交通局"];
        for sum in [
            "      合计                                20000",
            "      合计2个                             20000",
        ] {
            check(&[header, sum, rows[0], rows[1], sum].join("\n"), &[told, first, second].join("\n"));
        }
        let group = "      一、城建项目                        12000";
        check(
            &[header, group, rows[0], "二、交通项目（1个）", rows[1]].join("\n"),
            &[told, group.trim(), first, "二、交通项目（1个）", second].join("\n"),
        );
    }
}
