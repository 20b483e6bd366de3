//! The cells of the rows: which column each piece of a row stands in.

use super::{Row, Tabs};
use crate::table::cell::{Piece, compose};
use crate::table::header::{Class, Header};
use crate::table::heading::header_row;
use crate::table::words::{Place, Words};
use crate::table::{TextCell, TextTable, fit};

/// Rows of a common table.
const ROWS: usize = 32;

/// Lines of a long row that decide its columns.
const WEIGHED: usize = 10;

/// The rows put under their columns so far.
pub(super) struct Grid<'l> {
    header: &'l Header,
    tabs: Tabs,
    rows: Vec<Vec<TextCell>>,
    words: Words,
    /// Rows with a number, and how many of them stand in columns that are not sure.
    numbered: usize,
    doubtful: usize,
    /// The first number.
    first: Option<u32>,
    /// The first row of which it is open in which of two columns its bodies stand.
    unsure: Option<usize>,
}

impl<'l> Grid<'l> {
    /// The grid with its header.
    pub(super) fn under(header: &'l Header, tabs: Tabs) -> Self {
        let mut words = Words::default();
        let mut rows = Vec::with_capacity(ROWS);
        rows.push(header_row(header, &mut words));
        Self { header, tabs, rows, words, numbered: 0, doubtful: 0, first: None, unsure: None }
    }

    /// Adds a row, those in front of it that group others, and those behind it that have lost their number; `width` is the longest
    /// line so far. Gives back the room that its pieces took.
    pub(super) fn push<'a>(&mut self, mut row: Row<'a>, width: usize) -> Vec<Piece<'a>> {
        let own = row.number.and_then(|number| number.text.parse::<u32>().ok());
        self.first = self.first.or(own);
        for group in &row.groups {
            let words = self.words.whole(group.place());
            self.rows.push(vec![TextCell::over(self.header.names.len(), words)]);
        }
        let (rest, columns) = self.set_rows_apart(&mut row);
        let room = self.push_row(row, width);
        for pieces in rest.chunks(columns.len().max(1)) {
            self.push_unnumbered(pieces, &columns, width);
        }
        room
    }

    /// All rows; `None` where too few have a number or sure columns. A lone row that does not begin to count is a figure of the text.
    pub(super) fn table(self, end: usize) -> Option<TextTable> {
        let counted = self.numbered > 1 || self.numbered == 1 && self.first == Some(1);
        (counted && self.doubtful * 3 <= self.numbered).then_some(TextTable {
            lines: self.header.top..end,
            caption: None,
            header_rows: 1,
            columns: self.header.names.len(),
            rows: self.rows,
            unsure: self.unsure,
            words: self.words,
        })
    }

    /// Takes rows that have lost their number off a row, and says which columns their cells stand in: it has twice as many pieces
    /// as there are columns, or more, and each set of them fits the columns, its dates and its bodies beyond doubt; or behind such
    /// a set stand smaller ones that fit the same columns each, whose other cells were merged.
    fn set_rows_apart<'a>(&mut self, row: &mut Row<'a>) -> (Vec<Piece<'a>>, Vec<usize>) {
        let classes = &self.header.classes[1..];
        let (wanted, pieces) = (classes.len(), &row.pieces);
        if self.tabs != Tabs::None || wanted < 2 || pieces.len() <= wanted {
            return Default::default();
        }
        if pieces.len() % wanted == 0 && pieces.chunks(wanted).all(|set| fit::proves(set, classes)) {
            return (row.pieces.split_off(wanted), (1..=wanted).collect());
        }
        let (first, rest) = pieces.split_at(wanted);
        if !fit::proves(first, classes) {
            return Default::default();
        }
        let columns = (2..wanted).rev().filter(|count| rest.len() % count == 0).find_map(|count| {
            let set: Vec<Piece<'_>> = rest[..count].iter().map(|piece| Piece::lone(piece.text)).collect();
            let places = fit::spread(&set, classes, true)?;
            let own: Vec<Class> = places.iter().map(|&place| classes[place]).collect();
            rest.chunks(count).all(|set| fit::proves(set, &own)).then_some(places)
        });
        let Some(mut columns) = columns else { return Default::default() };
        if fit::torn(&columns, classes) {
            fit::to_last_of_bodies(&mut columns, classes);
            self.unsure = self.unsure.or(Some(rest[0].line));
        }
        (row.pieces.split_off(wanted), columns.into_iter().map(|column| column + 1).collect())
    }

    /// Adds a row with a number. Gives back the room that its pieces took.
    fn push_row<'a>(&mut self, row: Row<'a>, width: usize) -> Vec<Piece<'a>> {
        let mut pieces = row.pieces;
        let Some(number) = row.number else { return Vec::new() };
        while pieces.last().is_some_and(|p| p.text.is_empty()) && self.tabs == Tabs::Trail {
            pieces.pop();
        }
        let mut cells = Vec::with_capacity(self.header.names.len());
        cells.push(TextCell::single(0, self.words.whole(number.place())));
        let (places, sure) = if self.is_exact(&pieces) {
            (self.counted_off(&pieces), true)
        } else {
            pieces.retain(|p| !p.text.is_empty());
            self.weighed(&pieces, number.line)
        };
        // Places ascend.
        let mut from = 0;
        for (c, &class) in self.header.classes[1..].iter().enumerate() {
            let to = from + places[from..].iter().take_while(|&&place| place == c).count();
            cells.push(TextCell::single(c + 1, compose(&mut self.words, &pieces[from..to], class, width)));
            from = to;
        }
        self.numbered += 1;
        self.doubtful += usize::from(!sure);
        self.rows.push(cells);
        pieces.clear();
        pieces
    }

    /// Whether there are as many cells as columns. The number ended with a tab in [`Tabs::Trail`], so its neighbour has one too.
    fn is_exact(&self, pieces: &[Piece<'_>]) -> bool {
        let classes = &self.header.classes[1..];
        if self.tabs == Tabs::None {
            return pieces.len() == classes.len() && fit::fits(pieces, classes);
        }
        let begun = pieces.iter().filter(|p| p.tab).count();
        begun == classes.len() && pieces.first().is_some_and(|p| p.tab)
    }

    /// The columns of pieces of which there are as many as columns, or as many with a tab.
    fn counted_off(&self, pieces: &[Piece<'_>]) -> Vec<usize> {
        let mut column = 0usize;
        let places = pieces.iter().enumerate().map(|(at, piece)| {
            column += usize::from(at > 0 && (piece.tab || self.tabs == Tabs::None));
            column
        });
        places.collect()
    }

    /// The columns that fit the pieces of the row on `line` best, and whether they are sure.
    fn weighed(&mut self, pieces: &[Piece<'_>], line: usize) -> (Vec<usize>, bool) {
        let classes = &self.header.classes[1..];
        let Some((mut places, score)) = self.places(pieces, classes) else {
            return (Vec::new(), classes.len() == 1);
        };
        if self.tabs == Tabs::None && pieces.len() < classes.len() {
            fit::to_last_of_two(&mut places, classes);
            let torn = fit::settle_torn(pieces, &mut places, &self.header.names, classes);
            self.unsure = self.unsure.or(torn.then_some(line));
        }
        (places, score >= 0)
    }

    /// The columns of the pieces. Of a long row without tabs only the first lines are weighed: once they have reached a last
    /// column of words, the others go on there.
    fn places(&self, pieces: &[Piece<'_>], classes: &[Class]) -> Option<(Vec<usize>, i32)> {
        let tabbed = self.tabs != Tabs::None;
        if !tabbed && pieces.len() > WEIGHED && matches!(classes.last(), Some(Class::Task | Class::Measure)) {
            let (mut places, score) = fit::place(&pieces[..WEIGHED], classes, false)?;
            if places.last() == Some(&(classes.len() - 1)) {
                places.resize(pieces.len(), classes.len() - 1);
                return Some((places, score));
            }
        }
        fit::place(pieces, classes, tabbed)
    }

    /// Adds a row that has lost its number and stands in `columns`; cells above the others were merged and reach down.
    fn push_unnumbered(&mut self, pieces: &[Piece<'_>], columns: &[usize], width: usize) {
        let mut cells = vec![TextCell::single(0, Place::default())];
        for (piece, &column) in pieces.iter().zip(columns) {
            let class = self.header.classes[column];
            let words = compose(&mut self.words, std::slice::from_ref(piece), class, width);
            cells.push(TextCell::single(column, words));
        }
        for column in (1..self.header.classes.len()).filter(|column| !columns.contains(column)) {
            let mut above = self.rows.iter_mut().skip(1).rev().flatten();
            if let Some(above) = above.find(|cell| usize::from(cell.column) == column) {
                above.rowspan = above.rowspan.saturating_add(1);
            }
        }
        self.rows.push(cells);
    }
}
