//! Writes what was read into the manuscript.

use super::line::{Item, Line, TableItem, row_as_line};
use crate::panels::Panels;
use crate::scribe::{Draft, DraftCell, Hints, Scribe};
use crate::table::is_title;
use gongwen_text::{Locator, Span};

/// Longest title of a table, in bytes.
const CAPTION: usize = 240;

/// Writes items in order.
pub(super) struct Writer<'a> {
    scribe: &'a mut Scribe,
    gap: bool,
    tables: u32,
    /// The paragraph written last, where a table may follow it at once.
    last: Option<Span>,
    panels: Panels<Item>,
    /// Tables inside cells.
    pub(super) nested: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(scribe: &'a mut Scribe) -> Self {
        Self { scribe, gap: false, tables: 0, last: None, panels: Panels::default(), nested: 0 }
    }

    /// Marks that blank space stands before what comes next.
    pub(super) fn apart(&mut self) {
        self.gap = true;
    }

    /// Writes all items and leaves none.
    pub(super) fn write(&mut self, items: &mut Vec<Item>) {
        for item in items.drain(..) {
            match item {
                Item::Line(line) => {
                    if let Some(items) = self.panels.before(&line.words) {
                        self.release(items);
                    }
                    let place = Locator { paragraph: Some(line.paragraph), ..Locator::default() };
                    self.line(&line, place);
                }
                Item::Table(rows) => {
                    self.tables += 1;
                    let place = Locator { table: Some(self.tables), ..Locator::default() };
                    self.table(rows, place);
                }
                Item::Panel(items) => {
                    if let Some(mut items) = self.panels.hold(items) {
                        self.write(&mut items);
                    }
                }
                Item::Nothing => {}
            }
        }
    }

    /// Writes the boxes that wait at the end of the document.
    pub(super) fn end(&mut self) {
        if let Some(items) = self.panels.rest() {
            self.release(items);
        }
    }

    fn release(&mut self, mut items: Vec<Item>) {
        let place = self.panels.place();
        self.write(&mut items);
        self.panels.back(place);
    }

    /// A paragraph, one a stretch between breaks.
    fn line(&mut self, line: &Line, place: Locator) {
        self.gap |= line.gap;
        let mut from = 0;
        for piece in line.words.split_inclusive(['\n', '\x0C']) {
            let words = piece.trim_end_matches(['\n', '\x0C']);
            let bold = line.bold.saturating_sub(from).min(words.len());
            let hints = Hints { heading: line.heading, bold, gap: self.gap };
            let written = self.scribe.paragraph(words, hints, place);
            // A break of the line alone is no blank line.
            self.gap = match written {
                Some(_) => piece.ends_with('\x0C'),
                None => self.gap || piece.ends_with('\x0C') || line.words.trim().is_empty(),
            };
            self.last = written.or(self.last);
            from += piece.len();
        }
        self.gap |= line.words.is_empty();
    }

    fn table(&mut self, rows: TableItem, place: Locator) {
        if rows.is_frame() && !self.is_row(&rows) {
            self.frame(rows, place);
            return;
        }
        let caption = self.last.filter(|&span| {
            let words = span.of_text(self.scribe.text());
            words.len() <= CAPTION && is_title(words)
        });
        let nested = &mut self.nested;
        let drafted = rows.rows.into_iter().map(|row| {
            let cell = |cell: super::line::RowCell| {
                *nested += cell.items.iter().filter(|item| matches!(item, Item::Table(_))).count();
                let mut paragraphs = Vec::with_capacity(cell.items.len());
                cell.paragraphs(&mut paragraphs);
                DraftCell { column: cell.column, rowspan: cell.rowspan, colspan: cell.colspan, paragraphs }
            };
            row.into_iter().map(cell).collect()
        });
        let draft =
            Draft { rows: drafted.collect(), header_rows: rows.header_rows, columns: rows.columns, place };
        self.scribe.table(&draft, caption);
        self.last = None;
        self.gap = false;
    }

    /// Whether a table of one row is one more row of the table directly above.
    fn is_row(&self, rows: &TableItem) -> bool {
        const COLUMNS: usize = 3;
        rows.rows.len() == 1
            && rows.columns >= COLUMNS
            && self.scribe.last_table().is_some_and(|above| above.columns == rows.columns)
    }

    /// The words of a table that is only a frame. One that stands inside counts as a table again.
    fn frame(&mut self, rows: TableItem, place: Locator) {
        let side_by_side =
            rows.columns > 1 && rows.rows.iter().flatten().filter(|c| !c.is_blank()).count() > 1;
        for row in rows.rows {
            if side_by_side {
                let line = Line { words: row_as_line(&row), ..Line::default() };
                self.line(&line, place);
                continue;
            }
            for item in row.into_iter().flat_map(|cell| cell.items) {
                match item {
                    Item::Line(line) => self.line(&line, place),
                    Item::Table(inner) => self.table(inner, place),
                    Item::Panel(_) | Item::Nothing => {}
                }
            }
        }
    }
}
