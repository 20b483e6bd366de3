//! What a cell has no room for: it stands below, in further lines of the last row.

use super::place::{Screen, screen_column, split_cells};
use crate::line::Line;
use crate::table::TextCell;
use crate::table::cell::{Piece, name_goes_on};
use crate::table::header::{Class, Header};
use crate::table::words::Words;
use gongwen_text::Label;
use gongwen_text::date::is_time_alone;

/// The last row, whose cells may go on below it.
#[derive(Default)]
pub(super) struct Open<'a> {
    /// The lines of each cell.
    pub(super) cells: Vec<Vec<Piece<'a>>>,
    /// Where each cell begins, in columns of the screen; `None` where it is empty.
    starts: Vec<Option<usize>>,
}

impl<'a> Open<'a> {
    /// The row that stands on `line`.
    pub(super) fn row(line: &Line<'a>, at: usize, cells: &[TextCell], filled: &Words) -> Self {
        let mut open = Self::default();
        for cell in cells {
            let place = filled.of(cell.words).first();
            let words = place.and_then(|f| {
                let from = (f.start - line.start) as usize;
                line.raw.get(from..from + (f.end - f.start) as usize)
            });
            open.cells.push(words.map(|words| Piece::part(line, at, words)).into_iter().collect());
            open.starts.push(words.and_then(|words| screen_column(line, words)));
        }
        open
    }

    /// Takes a line each of whose words stands below a cell of the row, or `starts` a column: the cells go on.
    pub(super) fn takes(&mut self, line: &Line<'a>, at: usize, (header, screen): (&Header, &Screen)) -> bool {
        if line.gap || self.starts.is_empty() {
            return false;
        }
        let Some((below, under)) = self.below(line, at, (header, screen)) else { return false };
        if (!under || self.begins_row(&below, header)) && !self.breaks_in(&below, header) {
            return false;
        }
        let any = !below.is_empty();
        for (column, piece) in below {
            self.cells[column].push(piece);
        }
        any
    }

    /// The words of a line with the columns that they stand in, and whether all stand below words; `None` where some stand in no
    /// column, or in that of numbers: a number begins a row.
    fn below(
        &self,
        line: &Line<'a>,
        at: usize,
        (header, screen): (&Header, &Screen),
    ) -> Option<(Vec<(usize, Piece<'a>)>, bool)> {
        let number = header.number_column();
        let starts = &screen.starts[..];
        let mut from = 0;
        let mut below = Vec::new();
        let mut under = true;
        for words in split_cells(line, starts) {
            let start = screen_column(line, words)?;
            let near = |c: usize| self.starts[c].is_some_and(|s| s.abs_diff(start) <= 1);
            let empty = |c: usize| self.starts[c].is_none() && starts.get(c) == Some(&start);
            let column = (from..self.starts.len()).find(|&c| near(c) || empty(c))?;
            if Some(column) == number {
                return None;
            }
            under &= near(column);
            below.push((column, Piece { gap: false, ..Piece::part(line, at, words) }));
            from = column + 1;
        }
        Some((below, under))
    }

    /// Whether words begin a row without a number: all cells but the first, where a merged one reaches down, and words below the
    /// first cell do. `（25分）` is no cell's beginning.
    fn begins_row(&self, below: &[(usize, Piece<'a>)], header: &Header) -> bool {
        let bracket =
            |text: &str| text.starts_with('（') && text.ends_with('）') && Label::read(text).is_none();
        let first = || below.first().is_none_or(|(column, piece)| *column == 0 && !bracket(piece.text));
        let filled = self.starts.iter().flatten().count();
        header.number_column().is_none() && (first() || below.len() + 1 >= filled)
    }

    /// Whether a name of a body that broke off in a row without a number goes on in the pieces below.
    fn breaks_in(&self, below: &[(usize, Piece<'a>)], header: &Header) -> bool {
        let any = |test: &dyn Fn(Class, &str, &str) -> bool| {
            below.iter().any(|(column, piece)| {
                let above = self.cells[*column].last();
                above.is_some_and(|above| test(header.classes[*column], above.text, piece.text))
            })
        };
        header.number_column().is_none()
            && any(&|class, above, text| {
                matches!(class, Class::Lead | Class::Units) && name_goes_on(above, text)
            })
            // A second figure or time is another row's.
            && !any(&|class, above, text| match class {
                Class::Value => true,
                Class::Due => is_time_alone(above) && is_time_alone(text),
                _ => false,
            })
    }
}
