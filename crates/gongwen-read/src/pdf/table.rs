//! Ruled tables across pages: what belongs together is put together again.

use super::cell::{PADDING, paragraphs};
use super::grid::Ruled;
use super::print::{self, Printed};
use crate::evidence::{self, End, Start};
use crate::scribe::{Draft, DraftCell};
use gongwen_text::Locator;
use gongwen_text::chars::compact;

/// How far the edges of one column may stand apart on two pages, in points.
const SAME_EDGE: f32 = 5.0;
/// Most header rows that are repeated.
const HEADER_ROWS: usize = 4;

/// A table, of one page or joined.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Page on which it begins, from 0.
    pub(super) page: usize,
    /// Top on that page.
    pub(super) top: f32,
    /// Edges of its columns.
    x: Vec<f32>,
    /// Cells by the row in which they begin, left to right.
    rows: Vec<Vec<DraftCell>>,
    /// Rows at the top that a later page repeats.
    header_rows: usize,
    /// Page of each row, from 0.
    pub(super) pages: Vec<usize>,
    /// Page on which it ends.
    end: usize,
}

impl Table {
    /// Reads the cells of a ruled table.
    pub(super) fn new(ruled: Ruled, page: usize) -> Self {
        let columns = ruled.x.len() - 1;
        let mut rows: Vec<Vec<DraftCell>> = vec![Vec::new(); ruled.y.len() - 1];
        let cells: Vec<(usize, DraftCell, Vec<Printed>)> = ruled
            .cells
            .into_iter()
            .map(|field| {
                let cell = DraftCell {
                    column: field.column,
                    rowspan: field.rowspan,
                    colspan: field.colspan,
                    paragraphs: Vec::new(),
                };
                (field.row, cell, print::lines(field.glyphs))
            })
            .collect();
        // The least distance of words from the left edge, in each column.
        let mut padding = vec![PADDING; columns];
        for (_, cell, lines) in &cells {
            for line in lines {
                let here = (line.x0 - ruled.x[cell.column]).max(1.0);
                padding[cell.column] = padding[cell.column].min(here);
            }
        }
        for (row, mut cell, lines) in cells {
            let (left, right) = (ruled.x[cell.column], ruled.x[cell.column + cell.colspan]);
            cell.paragraphs = paragraphs(&lines, left, right, padding[cell.column]);
            rows[row].push(cell);
        }
        let pages = vec![page; rows.len()];
        Self { page, top: ruled.y[0], x: ruled.x, rows, header_rows: 0, pages, end: page }
    }

    /// Page on which it ends, from 0.
    pub(super) fn last_page(&self) -> usize {
        self.end
    }

    /// Takes over `next`, the first table of the following page, when it goes on there; gives it back when not.
    pub(super) fn join(&mut self, mut next: Self) -> Option<Self> {
        if !self.agree(&mut next) {
            return Some(next);
        }
        let header = self.repeated(&next);
        if header == 0 && self.header_rows > 0 {
            // The pages before repeated the header: this is another table.
            return Some(next);
        }
        if header > 0 {
            self.header_rows = header;
            next.rows.drain(..header);
        }
        self.end = next.page;
        if next.rows.is_empty() {
            return None;
        }
        let is_rest = self.is_rest(&next.rows[0]);
        let mut incoming = next.rows.into_iter();
        if let Some(first) = incoming.next() {
            if is_rest {
                self.take_rest(first);
            } else {
                let mut first = first;
                self.stretch(&mut first);
                self.rows.push(first);
            }
        }
        self.rows.extend(incoming);
        self.pages.resize(self.rows.len(), next.page);
        None
    }

    /// Whether the columns are the same; merged cells may hide edges on one of the pages, which are filled in.
    fn agree(&mut self, next: &mut Self) -> bool {
        let shift = next.x[0] - self.x[0];
        let same = |a: f32, b: f32| (b - shift - a).abs() <= SAME_EDGE;
        let within = |few: &[f32], many: &[f32], same: &dyn Fn(f32, f32) -> bool| {
            few.iter().map(|&f| many.iter().position(|&m| same(f, m))).collect::<Option<Vec<usize>>>()
        };
        let outer = |(a, b): (&[f32], &[f32])| same(a[a.len() - 1], b[b.len() - 1]);
        if !outer((&self.x, &next.x)) {
            return false;
        }
        if self.x.len() >= next.x.len() {
            let Some(places) = within(&next.x, &self.x, &|n, s| same(s, n)) else { return false };
            next.refine(&places);
        } else {
            let Some(places) = within(&self.x, &next.x, &|s, n| same(s, n)) else { return false };
            self.refine(&places);
            self.x = next.x.iter().map(|x| x - shift).collect();
        }
        true
    }

    /// Renumbers the columns: edge `i` is edge `places[i]` of a finer grid.
    fn refine(&mut self, places: &[usize]) {
        for cell in self.rows.iter_mut().flatten() {
            let (from, to) = (places[cell.column], places[cell.column + cell.colspan]);
            (cell.column, cell.colspan) = (from, (to - from).max(1));
        }
    }

    /// How many rows at the top of `next` repeat the top of this table.
    fn repeated(&self, next: &Self) -> usize {
        let words = |row: &[DraftCell]| -> Vec<(usize, String)> {
            row.iter()
                .map(|c| (c.column, compact(&c.paragraphs.concat())))
                .filter(|(_, words)| !words.is_empty())
                .collect()
        };
        let most = HEADER_ROWS.min(self.rows.len()).min(next.rows.len());
        (0..most)
            .take_while(|&r| {
                let here = words(&next.rows[r]);
                !here.is_empty() && here == words(&self.rows[r])
            })
            .count()
    }

    /// The cell above column `column` at the end of the table.
    fn above(&self, column: usize) -> Option<(usize, usize)> {
        self.rows.iter().enumerate().rev().find_map(|(r, row)| {
            let at = row.iter().position(|c| (c.column..c.column + c.colspan).contains(&column))?;
            (r + row[at].rowspan >= self.rows.len()).then_some((r, at))
        })
    }

    /// Whether a row is the rest of the last row, which the page end has parted: some of its cells are empty and the
    /// words of the others go on.
    fn is_rest(&self, row: &[DraftCell]) -> bool {
        let Some(last) = self.rows.last() else { return false };
        let (mut empty, mut words, mut open) = (0, 0, false);
        for cell in row {
            let text = cell.paragraphs.concat();
            let Some((r, at)) = self.above(cell.column) else { return false };
            let above = &self.rows[r][at];
            if text.is_empty() {
                empty += usize::from(!above.paragraphs.is_empty() && above.rowspan == 1);
                continue;
            }
            words += 1;
            // A joined cell over the page end has its words on the page before.
            let Some(last_words) = above.paragraphs.last() else { return false };
            let start = evidence::start(&text);
            let number = text.bytes().all(|b| b.is_ascii_digit());
            if number || above.colspan != cell.colspan {
                return false;
            }
            open |= start == Start::Continued || evidence::end(last_words) == End::Open;
            let starts_anew = matches!(start, Start::Labelled(_) | Start::Field);
            if starts_anew && evidence::end(last_words) != End::Sentence {
                return false;
            }
            open |= evidence::end(last_words) == End::Words && start == Start::Words && last_words.len() > 45;
        }
        let numbered = last
            .first()
            .is_some_and(|c| !c.paragraphs.is_empty() && c.paragraphs[0].bytes().all(|b| b.is_ascii_digit()));
        let no_number = row.first().is_some_and(|c| c.column == 0 && c.paragraphs.is_empty());
        words > 0 && empty > 0 && (open || numbered && no_number)
    }

    /// Adds the rest of the last row to its cells.
    fn take_rest(&mut self, rest: Vec<DraftCell>) {
        for cell in rest {
            let Some((r, at)) = self.above(cell.column) else { continue };
            let above = &mut self.rows[r][at];
            // A joined cell may reach over the rest into new rows.
            above.rowspan += cell.rowspan - 1;
            let mut incoming = cell.paragraphs.into_iter();
            if let (Some(last), Some(first)) = (above.paragraphs.last_mut(), incoming.next()) {
                let start = evidence::start(&first);
                let anew = matches!(start, Start::Labelled(_) | Start::Field)
                    || evidence::end(last) == End::Sentence && start != Start::Continued
                    // `…建设污水处` is no office: names have no figures.
                    || !last.contains(|c: char| c.is_ascii_digit())
                        && crate::table::is_units(last)
                        && crate::table::begins_name(last, &first);
                if anew {
                    above.paragraphs.push(first);
                } else {
                    last.push_str(&first);
                }
            }
            above.paragraphs.extend(incoming);
        }
    }

    /// Cells that are joined over the page end: their half on the new page has no words.
    fn stretch(&mut self, first: &mut Vec<DraftCell>) {
        let mut kept = Vec::with_capacity(first.len());
        for cell in first.drain(..) {
            let spans = cell.paragraphs.is_empty()
                && self.above(cell.column).is_some_and(|(r, at)| {
                    let above = &self.rows[r][at];
                    let joined = above.rowspan > 1 || cell.rowspan > 1;
                    r >= self.header_rows
                        && joined
                        && above.column == cell.column
                        && above.colspan == cell.colspan
                });
            match self.above(cell.column) {
                Some((r, at)) if spans => self.rows[r][at].rowspan += cell.rowspan,
                _ => kept.push(cell),
            }
        }
        *first = kept;
    }

    /// The table as it is written, number `number` of the file.
    pub(super) fn draft(self, number: u32) -> Draft {
        let place = Locator { page: Some(self.page as u32 + 1), table: Some(number), ..Locator::default() };
        Draft { columns: self.x.len() - 1, header_rows: self.header_rows, rows: self.rows, place }
    }
}
