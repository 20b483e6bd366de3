//! The cells of one line: by wide gaps, else by any, where their number fits the header.
//!
//! Asked in order: figures that stand below their names, words in each column, words in all but one or two.

use super::place::{Screen, by_columns, split_cells};
use crate::line::Line;
use crate::table::cell::{Piece, is_count, is_units, spelled, split_spaces};
use crate::table::header::{Class, Header};
use crate::table::words::Words;
use crate::table::{TextCell, fit, ragged};
use gongwen_text::date::is_time_alone;

/// A row on one line.
pub(super) struct Row {
    /// Its cells, one for each column.
    pub(super) cells: Vec<TextCell>,
    /// Whether it stays open which of two columns of bodies is empty, or where words of a body belong.
    pub(super) torn: bool,
}

/// A line that may be a row under its header.
pub(super) struct Reading<'r, 'a> {
    /// The line.
    pub(super) line: &'r Line<'a>,
    /// Its place among the lines.
    pub(super) at: usize,
    /// The header.
    pub(super) header: &'r Header,
    /// Where the names of the header stand.
    pub(super) screen: &'r Screen,
}

impl Reading<'_, '_> {
    /// The row; `None` where its words fit the columns in no way.
    pub(super) fn row(&self, filled: &mut Words) -> Option<Row> {
        if let Some(cells) = self.figures(filled) {
            return Some(Row { cells, torn: false });
        }
        [2, 1].into_iter().find_map(|least| {
            let words = self.words(least);
            if words.len() == self.columns() {
                return self.full(&words, least, filled).map(|cells| Row { cells, torn: false });
            }
            self.lacking(&words, least, filled)
        })
    }

    fn columns(&self) -> usize {
        self.header.names.len()
    }

    /// Figures that lack some, each below the name that it stands below.
    fn figures(&self, filled: &mut Words) -> Option<Vec<TextCell>> {
        if self.screen.over.is_empty() {
            return None;
        }
        let figures = ragged::cells(self.line);
        if figures.len() >= self.columns() {
            return None;
        }
        let places = ragged::places(self.line, &figures, &self.screen.over)?;
        Some(self.cells(figures.iter().copied(), &places, filled))
    }

    /// The words of the line, parted by `least` blanks; beside a full cell there is room for one alone.
    fn words(&self, least: usize) -> Vec<&str> {
        let words: Vec<&str> = split_spaces(self.line.text, least).collect();
        if least < 2 {
            return words;
        }
        let words = if words.len() > self.columns() { spelled(self.line.text) } else { words };
        if words.len() < self.columns() {
            let starts = &self.screen.starts[..];
            let parted: Vec<&str> = split_cells(self.line, starts).collect();
            if parted.len() > words.len() && by_columns(self.line, &parted, starts).is_some() {
                return parted;
            }
        }
        words
    }

    /// Words in each column; `None` where they do not suit it. Two words beside each other may be anything.
    fn full(&self, words: &[&str], least: usize, filled: &mut Words) -> Option<Vec<TextCell>> {
        let classes = &self.header.classes;
        let work = |class: &Class| matches!(class, Class::Task | Class::Measure);
        let proved = || {
            let pieces: Vec<Piece<'_>> = words.iter().map(|w| Piece::lone(w)).collect();
            least > 1 && fit::proves(&pieces, classes)
        };
        let fits = words.iter().zip(classes).all(|(w, &class)| suits(class, w));
        if !fits || words.len() == 2 && classes.iter().any(work) && !proved() {
            return None;
        }
        let mut cell = |(c, w): (usize, &&str)| TextCell::single(c, filled.whole(Piece::range(self.line, w)));
        Some(words.iter().enumerate().map(&mut cell).collect())
    }

    /// Words in all columns but one or two. A merged cell leaves a gap; the others say by their kind which one. Without a number only
    /// wide gaps part cells.
    fn lacking(&self, words: &[&str], least: usize, filled: &mut Words) -> Option<Row> {
        let columns = self.columns();
        let remarks = self.lacks_remarks(words, least);
        let may_lack = words.len() + 1 == columns && columns > 3
            || words.len() + 2 == columns && words.len() > 2
            || remarks;
        if !may_lack || self.header.number_column().is_none() && least < 2 {
            return None;
        }
        let classes = &self.header.classes;
        let pieces: Vec<Piece<'_>> = words.iter().map(|w| Piece::part(self.line, self.at, w)).collect();
        let lined_up = by_columns(self.line, words, &self.screen.starts);
        let loose = lined_up.is_none();
        let told = lined_up
            .or_else(|| by_gaps(self.line.text, words, columns))
            .filter(|places| self.suit(&pieces, places));
        let unsure = told.is_none();
        let places = told
            .or_else(|| fit::spread(&pieces, classes, false).filter(|_| !remarks))
            .or_else(|| self.ends_early(&pieces).then(|| (0..pieces.len()).collect()))
            .filter(|places| self.is_numbered(&pieces, places))?;
        let torn = unsure && fit::torn(&places, classes) || loose && fills_two(&pieces, &places, classes);
        Some(Row { cells: self.cells(words.iter().copied(), &places, filled), torn })
    }

    /// Whether of three columns the last, for remarks, is empty: of so few no other may be.
    fn lacks_remarks(&self, words: &[&str], least: usize) -> bool {
        self.columns() == 3
            && words.len() == 2
            && least > 1
            && self.header.classes[2] == Class::Any
            && !is_time_alone(words[1])
    }

    /// Whether words suit the columns that their places on the screen give them.
    fn suit(&self, pieces: &[Piece<'_>], places: &[usize]) -> bool {
        let classes: Vec<Class> = places.iter().map(|&place| self.header.classes[place]).collect();
        fit::fits(pieces, &classes)
            && pieces.iter().zip(&classes).all(|(piece, &class)| suits(class, piece.text))
    }

    /// Whether the last columns are empty: such cells leave no trace. Without numbers only a column for remarks may be.
    fn ends_early(&self, pieces: &[Piece<'_>]) -> bool {
        let (filled, lack) = self.header.classes.split_at(pieces.len());
        self.header.number_column() == Some(0) && fit::fits(pieces, &self.header.classes)
            || lack.iter().all(|&class| class == Class::Any) && fit::proves(pieces, filled)
    }

    /// Whether a number stands in the column of numbers, if there is one.
    fn is_numbered(&self, pieces: &[Piece<'_>], places: &[usize]) -> bool {
        self.header.number_column().is_none_or(|number| {
            let number = places.iter().position(|&place| place == number);
            number.is_some_and(|at| suits(Class::Number, pieces[at].text))
        })
    }

    /// A cell for each column, with `words` in their places.
    fn cells<'w>(
        &self,
        words: impl Iterator<Item = &'w str>,
        places: &[usize],
        filled: &mut Words,
    ) -> Vec<TextCell> {
        let mut cells: Vec<TextCell> =
            (0..self.columns()).map(|c| TextCell::single(c, filled.cell())).collect();
        for (words, &place) in words.zip(places) {
            cells[place].words = filled.whole(Piece::range(self.line, words));
        }
        cells
    }
}

/// Whether words that a lone blank parts may as well be two cells: bodies stand behind it, and a column beside is empty.
fn fills_two(pieces: &[Piece<'_>], places: &[usize], classes: &[Class]) -> bool {
    let bodies = |c: usize| matches!(classes.get(c), Some(Class::Lead | Class::Units));
    let empty = |c: usize| !places.contains(&c);
    pieces.iter().zip(places).any(|(piece, &c)| {
        piece.text.rsplit_once(' ').is_some_and(|(first, last)| {
            is_units(last)
                && (bodies(c + 1) && empty(c + 1)
                    || c > 0 && bodies(c) && empty(c - 1) && !first.split(' ').all(is_units))
        })
    })
}

/// The columns of cells between which an empty one shows as a gap twice as wide as those that part two cells.
fn by_gaps(text: &str, words: &[&str], columns: usize) -> Option<Vec<usize>> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let wide = |pair: &[&str]| {
        let gap = &text[start(pair[0]) + pair[0].len()..start(pair[1])];
        gap.chars().map(|c| if c == ' ' { 1 } else { 2 }).sum::<usize>()
    };
    let gaps: Vec<usize> = words.windows(2).map(wide).collect();
    let least = *gaps.iter().min().filter(|&&least| least > 0)?;
    let mut places = vec![0];
    for gap in gaps {
        // Columns that are lined up have gaps of any width.
        if gap % least != 0 {
            return None;
        }
        places.push(places[places.len() - 1] + gap / least);
    }
    (places.last() == Some(&(columns - 1))).then_some(places)
}

/// Whether a cell under this class may hold such words; for rows whose cells had to be counted off.
fn suits(class: Class, words: &str) -> bool {
    match class {
        Class::Number => is_count(words),
        Class::Lead | Class::Units => is_units(words) || words.chars().count() <= 12,
        _ => true,
    }
}
