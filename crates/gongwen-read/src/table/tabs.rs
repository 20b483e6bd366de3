//! Rows on one line whose cells tabs keep apart; long lines may have been wrapped.
//!
//! Of each line is asked in order: is it a note below the table, a title between rows, the rest of the row above, a row that groups
//! others, a row of its own, the header once more?

use super::cell::{Piece, begins_name, begins_note, ends_as_unit, is_count, starts_with_body};
use super::header::{self, Class, Header, group_row};
use super::heading::header_rows;
use super::mended::mend;
use super::source::place;
use super::titled::Titles;
use super::words::{Place, Words};
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};

/// Rows of tabs under a header of tabs.
pub(super) fn read(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    let mut body = Body::under(header, lines);
    for (at, line) in lines.iter().enumerate().skip(header.next) {
        if line.kind == LineKind::Furniture || line.kind == LineKind::Blank && !line.raw.contains('\t') {
            continue;
        }
        if !body.takes(&Parted::of(line, at)) {
            break;
        }
        body.end = at + 1;
    }
    body.close();
    body.table()
}

/// A line of the body, parted at its tabs.
struct Parted<'l, 'a> {
    line: &'l Line<'a>,
    /// Its place among the lines.
    at: usize,
    /// The line without blanks at its beginning.
    raw: &'a str,
    parts: Vec<&'a str>,
}

impl<'l, 'a> Parted<'l, 'a> {
    fn of(line: &'l Line<'a>, at: usize) -> Self {
        let raw = line.raw.trim_start_matches([' ', '\u{3000}', '\u{FEFF}']);
        let parts = raw.trim_end_matches([' ', '\u{3000}', '\r']).split('\t').collect();
        Self { line, at, raw, parts }
    }

    fn tabs(&self) -> usize {
        self.parts.len() - 1
    }
}

/// A row to which further lines may belong.
struct Open<'a> {
    /// Its cells, each the parts that stand in it.
    cells: Vec<Vec<&'a str>>,
    /// Characters of its last line.
    width: usize,
}

/// The rows read so far.
struct Body<'t, 'a> {
    lines: &'t [Line<'a>],
    header: &'t Header,
    /// The column of numbers.
    number: Option<usize>,
    rows: Vec<Vec<TextCell>>,
    words: Words,
    header_rows: usize,
    /// The last row, while it may go on.
    open: Option<Open<'a>>,
    /// Longest line that broke off inside a row: a line of that length goes on.
    broken: usize,
    titles: Titles,
    /// First line behind the table.
    end: usize,
}

impl<'t, 'a> Body<'t, 'a> {
    fn under(header: &'t Header, lines: &'t [Line<'a>]) -> Self {
        let mut words = Words::default();
        let rows = header_rows(header, &mut words);
        // A header of two rows is no broken one.
        let wrapped = header.next > header.top + 1 && header.under.is_empty();
        Self {
            lines,
            header,
            number: header.number_column(),
            header_rows: rows.len(),
            rows,
            words,
            open: None,
            broken: if wrapped { chars(lines[header.top].raw) } else { 0 },
            titles: Titles::default(),
            end: header.next,
        }
    }

    /// Takes a line as a row or a part of one; `false` where the table ends above it.
    fn takes(&mut self, line: &Parted<'_, 'a>) -> bool {
        if line.tabs() == 0 && begins_note(line.line.text) {
            return false;
        }
        let titled = self.is_title(line);
        if !titled && self.goes_on(line) {
            self.go_on(line);
            return true;
        }
        self.close();
        if line.tabs() == 0 {
            return self.groups(line, titled);
        }
        self.opens(line)
    }

    /// Whether a line is the title of the rows below it: `城市建设类`.
    fn is_title(&mut self, line: &Parted<'_, 'a>) -> bool {
        let under_header = self.open.is_none() && self.rows.len() == self.header_rows;
        line.tabs() == 0
            && (self.titles.takes(line.line, under_header) || self.titles.may_take(line.line))
            && self.heads_rows(line)
    }

    /// Whether rows stand below a line. A heading above the next table stands like a row that groups others.
    fn heads_rows(&self, line: &Parted<'_, 'a>) -> bool {
        let mut near = self.lines[line.at + 1..].iter().take(4);
        near.find(|below| below.kind == LineKind::Words).is_some_and(|below| {
            below.raw.contains('\t') && !header::heads_anew(below.raw.split('\t'), self.header)
        })
    }

    /// Whether a line is the rest of the row above.
    fn goes_on(&self, line: &Parted<'_, 'a>) -> bool {
        let Some(open) = &self.open else { return false };
        if line.tabs() == 0 { self.last_cell_goes_on(open, line) } else { self.cells_go_on(open, line) }
    }

    /// Whether a line without tabs belongs to the last cell of the row: it was wrapped there, a list goes on, or another body of it
    /// stands on a line of its own.
    fn last_cell_goes_on(&self, open: &Open<'a>, line: &Parted<'_, 'a>) -> bool {
        let Line { text, gap, .. } = *line.line;
        let last = open.cells.last().and_then(|cell| cell.last()).copied().unwrap_or("");
        let bodies = matches!(self.header.classes.last(), Some(Class::Lead | Class::Units));
        let lacks = open.cells.len() < self.header.names.len();
        // Behind the last row it may be who signs.
        let more = || {
            bodies
                && starts_with_body(text)
                && self.lines.get(line.at + 1).is_some_and(|next| next.raw.contains('\t'))
        };
        let listed = last.ends_with(['、', '，']) || text.starts_with(['、', '，', '。']);
        !gap && (lacks || bodies && !ends_as_unit(last) || more())
            || listed
            || self.broken > 0 && open.width >= self.broken && !gap
    }

    /// Whether a line with tabs holds the cells that the row lacks, and no number that begins another.
    fn cells_go_on(&self, open: &Open<'a>, line: &Parted<'_, 'a>) -> bool {
        let had = open.cells.len() - 1;
        let counts = self.number.is_some_and(|n| line.parts.get(n).is_some_and(|part| is_count(part)));
        let new_row = counts && (self.number != Some(0) || had > 0);
        had + line.tabs() < self.header.names.len() && !new_row && !line.line.gap
    }

    /// Adds a line to the row above.
    fn go_on(&mut self, line: &Parted<'_, 'a>) {
        let Some(open) = &mut self.open else { return };
        // A break in front of a body is its list's own, no wrap.
        if line.tabs() > 0 || !starts_with_body(line.line.text) {
            self.broken = self.broken.max(open.width);
        }
        for (at, part) in line.parts.iter().enumerate() {
            match open.cells.last_mut() {
                Some(cell) if at == 0 => cell.push(part),
                _ => open.cells.push(vec![part]),
            }
        }
        open.width = chars(line.raw);
    }

    /// Takes a line without tabs that groups the rows below it: `二、交通项目`.
    fn groups(&mut self, line: &Parted<'_, 'a>, titled: bool) -> bool {
        let groups = titled || group_row(line.line.text) && self.heads_rows(line);
        if groups {
            let words = self.words.whole(Piece::range(line.line, line.line.text));
            self.rows.push(vec![TextCell::over(self.header.names.len(), words)]);
        }
        groups
    }

    /// Opens a row, or passes over the header that is repeated on a later page; under the header it heads nothing.
    fn opens(&mut self, line: &Parted<'_, 'a>) -> bool {
        let repeated = line.parts.iter().filter(|part| self.header.repeats(part.trim())).count();
        if repeated * 2 > self.header.names.len() {
            return self.rows.len() > self.header_rows;
        }
        let cells = line.parts.iter().map(|&part| vec![part]).collect();
        self.open = Some(Open { cells, width: chars(line.raw) });
        true
    }

    /// Adds the open row, its cells moved right where the empty cell in front was lost.
    fn close(&mut self) {
        let Some(Open { cells, .. }) = self.open.take() else { return };
        let columns = self.header.names.len();
        let counts = |c: usize| cells.get(c).is_some_and(|cell| cell.iter().any(|part| is_count(part)));
        let lost = |n: usize| n > 0 && !counts(n) && counts(n - 1) && cells.len() < columns;
        let shift = usize::from(self.number.is_some_and(lost));
        let mut row: Vec<TextCell> = Vec::with_capacity(columns);
        row.extend((0..shift).map(|c| TextCell::single(c, Place::default())));
        for (at, cell) in cells.iter().enumerate() {
            let column = at + shift;
            if column < columns {
                row.push(TextCell::single(column, self.words.cell()));
            }
            // More cells than columns: nothing may be lost, so the last one keeps them as paragraphs.
            if let Some(last) = row.last_mut() {
                self.fill(&mut last.words, cell, column);
            }
        }
        row.extend((row.len()..columns).map(|column| TextCell::single(column, Place::default())));
        if row.iter().any(|cell| !cell.words.is_empty()) {
            self.rows.push(row);
        }
    }

    /// Writes the parts of a cell. `县科协` over `团县委`: a break between bodies parts them like a mark.
    fn fill(&mut self, words: &mut Place, parts: &[&str], column: usize) {
        let bodies = matches!(self.header.classes.get(column), Some(Class::Lead | Class::Units));
        let mut before = None;
        for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
            let Some(range) = place(self.lines, part) else { continue };
            let begins =
                before.is_none_or(|before| bodies && begins_name(before, part) && starts_with_body(part));
            if begins {
                self.words.begin(words, range);
            } else {
                self.words.go_on(words, range);
            }
            before = Some(part);
        }
    }

    /// All rows, those put together that a page tore; `None` where there are none.
    fn table(mut self) -> Option<TextTable> {
        let columns = self.header.names.len();
        mend(self.lines, self.header_rows, columns, &mut self.rows, &mut self.words);
        (self.rows.len() > self.header_rows).then_some(TextTable {
            lines: self.header.top..self.end,
            header_rows: self.header_rows,
            columns,
            rows: self.rows,
            words: self.words,
            ..TextTable::default()
        })
    }
}

fn chars(text: &str) -> usize {
    text.trim_end().chars().count()
}
