//! Paragraphs and tables of the library to the manuscript.

use super::numbers::Numbers;
use crate::panels::{Panels, is_panel};
use crate::scribe::{Draft, DraftCell, Hints, Scribe};
use gongwen_text::{Diagnostic, Locator, Span};
use office_oxide::ir::{Element, InlineContent, List, Table};

/// Deepest nesting of lists and tables that is followed.
const DEPTH: usize = 32;

/// Writes the manuscript.
pub(super) struct Writer<'a> {
    scribe: Scribe,
    numbers: Numbers,
    paragraphs: u32,
    tables: u32,
    last: Option<Span>,
    gap: bool,
    panels: Panels<&'a [Element]>,
    notes: usize,
    /// List items whose number was not found.
    unnumbered: usize,
}

impl<'a> Writer<'a> {
    /// Begins with the automatic numbers of the file.
    pub(super) fn new(numbers: Numbers) -> Self {
        Self {
            scribe: Scribe::default(),
            numbers,
            paragraphs: 0,
            tables: 0,
            last: None,
            gap: false,
            panels: Panels::default(),
            notes: 0,
            unnumbered: 0,
        }
    }

    /// What was written.
    pub(super) fn finish(mut self) -> Scribe {
        // A box may hold another.
        while let Some(boxes) = self.panels.rest() {
            self.release(boxes);
        }
        if self.unnumbered > 0 {
            let message = format!("{} list items stand without their automatic number", self.unnumbered);
            let hint = "save the file as docx, whose numbers are all read";
            self.scribe
                .diagnostics
                .push(Diagnostic::warning("numbering-unread", None, message).with_hint(hint));
        }
        if self.notes > 0 {
            let message =
                format!("{} notes and comments stand outside of the text and are left out", self.notes);
            self.scribe.diagnostics.push(Diagnostic::info("notes-left-out", None, message));
        }
        self.scribe
    }

    /// Writes elements in order.
    pub(super) fn elements(&mut self, elements: &'a [Element]) {
        self.inner(elements, 0);
    }

    fn inner(&mut self, elements: &'a [Element], depth: usize) {
        if depth > DEPTH {
            return;
        }
        for element in elements {
            match element {
                Element::Heading(heading) => self.paragraph(&heading.content, Some(heading.level), false),
                Element::Paragraph(paragraph) => self.paragraph(&paragraph.content, None, false),
                Element::List(list) => self.list(list, depth),
                Element::Table(table) => self.table(table, depth),
                Element::TextBox(text)
                    if first_words(&text.content).is_some_and(|words| is_panel(&words)) =>
                {
                    if let Some(boxes) = self.panels.hold(vec![&text.content]) {
                        self.release(boxes);
                    }
                }
                Element::TextBox(text) => self.inner(&text.content, depth + 1),
                Element::PageBreak | Element::ColumnBreak | Element::ThematicBreak => self.gap = true,
                Element::Footnote(_) | Element::Endnote(_) => self.notes += 1,
                _ => {}
            }
        }
    }

    /// Writes boxes that have waited.
    fn release(&mut self, boxes: Vec<&'a [Element]>) {
        let place = self.panels.place();
        for elements in boxes {
            self.inner(elements, 1);
        }
        self.panels.back(place);
    }

    fn list(&mut self, list: &'a List, depth: usize) {
        if depth > DEPTH {
            return;
        }
        for item in &list.items {
            for element in &item.content {
                match element {
                    Element::Paragraph(paragraph) => self.paragraph(&paragraph.content, None, list.ordered),
                    Element::Heading(heading) => self.paragraph(&heading.content, None, list.ordered),
                    other => self.inner(std::slice::from_ref(other), depth + 1),
                }
            }
            if let Some(nested) = &item.nested {
                self.list(nested, depth + 1);
            }
        }
    }

    fn paragraph(&mut self, content: &[InlineContent], heading: Option<u8>, is_item: bool) {
        let (mut text, mut bold) = inline(content);
        if text.trim().is_empty() {
            self.gap = true;
            return;
        }
        match self.numbers.of(&text) {
            Some(label) => {
                bold = if bold > 0 { bold + label.len() } else { 0 };
                text.insert_str(0, &label);
            }
            None => self.unnumbered += usize::from(is_item),
        }
        if let Some(boxes) = self.panels.before(&text) {
            self.release(boxes);
        }
        self.paragraphs += 1;
        let place = Locator { paragraph: Some(self.paragraphs), ..Locator::default() };
        // A break of the line inside a paragraph begins a line of its own, as on the page.
        let mut from = 0;
        for line in text.split('\n') {
            let hints = Hints { heading, bold: bold.saturating_sub(from).min(line.len()), gap: self.gap };
            let written = self.scribe.paragraph(line, hints, place);
            self.gap &= written.is_none();
            self.last = written.or(self.last);
            from += line.len() + 1;
        }
    }

    fn table(&mut self, table: &'a Table, depth: usize) {
        const CAPTION: usize = 240;
        self.tables += 1;
        if is_frame(table) {
            self.frame(table, depth);
            return;
        }
        let mut draft = Draft {
            header_rows: table.rows.iter().take_while(|row| row.is_header || row.repeat_as_header).count(),
            place: Locator { table: Some(self.tables), ..Locator::default() },
            ..Draft::default()
        };
        // Until which row each column is covered by a cell from above.
        let mut covered: Vec<usize> = Vec::new();
        for (r, row) in table.rows.iter().enumerate() {
            let mut cells = Vec::with_capacity(row.cells.len());
            let mut column = 0;
            for cell in &row.cells {
                while covered.get(column).is_some_and(|&until| until > r) {
                    column += 1;
                }
                let colspan = cell.col_span.clamp(1, 1_024) as usize;
                let rowspan = (cell.row_span.max(1) as usize).min(table.rows.len() - r);
                if covered.len() < column + colspan {
                    covered.resize(column + colspan, 0);
                }
                covered[column..column + colspan].fill(r + rowspan);
                let mut paragraphs = Vec::new();
                self.cell(&cell.content, &mut paragraphs, 0);
                cells.push(DraftCell { column, rowspan, colspan, paragraphs });
                column += colspan;
            }
            draft.rows.push(cells);
        }
        draft.columns = covered.len();
        let caption = self.last.take().filter(|span| {
            let words = span.of_text(self.scribe.text()).trim_end_matches(['：', ':', ' ', '　']);
            let endings = gongwen_lexicon::words("table_title_endings");
            words.len() <= CAPTION && endings.iter().any(|end| words.ends_with(end))
        });
        self.scribe.table(&draft, caption);
        self.gap = false;
    }

    /// The words of a table that is only a frame. One that stands inside counts as a table again.
    fn frame(&mut self, table: &'a Table, depth: usize) {
        let filled =
            table.rows.iter().flat_map(|row| &row.cells).filter(|cell| has_words(&cell.content)).count();
        if filled <= 1 || table.rows.iter().all(|row| row.cells.len() <= 1) {
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                self.inner(&cell.content, depth + 1);
            }
            return;
        }
        for row in &table.rows {
            let mut words = Vec::new();
            for cell in &row.cells {
                self.cell(&cell.content, &mut words, 0);
            }
            let place = Locator { table: Some(self.tables), ..Locator::default() };
            let hints = Hints { gap: self.gap, ..Hints::default() };
            let written = self.scribe.paragraph(&words.join(" "), hints, place);
            self.gap &= written.is_none();
            self.last = written.or(self.last);
        }
    }

    /// The paragraphs of a cell; those of a table inside it follow in order.
    fn cell(&mut self, elements: &[Element], out: &mut Vec<String>, depth: usize) {
        if depth > DEPTH {
            return;
        }
        for element in elements {
            match element {
                Element::Heading(heading) => self.cell_line(&heading.content, out),
                Element::Paragraph(paragraph) => self.cell_line(&paragraph.content, out),
                Element::List(list) => {
                    for item in &list.items {
                        self.cell(&item.content, out, depth + 1);
                        if let Some(nested) = &item.nested {
                            let nested = Element::List(nested.clone());
                            self.cell(std::slice::from_ref(&nested), out, depth + 1);
                        }
                    }
                }
                Element::Table(table) => {
                    for cell in table.rows.iter().flat_map(|row| &row.cells) {
                        self.cell(&cell.content, out, depth + 1);
                    }
                }
                Element::TextBox(text) => self.cell(&text.content, out, depth + 1),
                _ => {}
            }
        }
    }

    fn cell_line(&mut self, content: &[InlineContent], out: &mut Vec<String>) {
        let (mut text, _) = inline(content);
        if let Some(label) = self.numbers.of(&text) {
            text.insert_str(0, &label);
        }
        out.extend(text.split('\n').filter(|line| !line.trim().is_empty()).map(str::to_owned));
    }
}

/// Whether this is no table but a frame for setting words side by side or one below the other: one column, one row, or words in
/// one cell only.
fn is_frame(table: &Table) -> bool {
    let filled = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| has_words(&cell.content)).take(2);
    table.rows.len() <= 1 || table.rows.iter().all(|row| row.cells.len() <= 1) || filled.count() <= 1
}

/// The words of the first paragraph that has any.
fn first_words(elements: &[Element]) -> Option<String> {
    elements.iter().find_map(|element| {
        let words = match element {
            Element::Heading(heading) => inline(&heading.content).0,
            Element::Paragraph(paragraph) => inline(&paragraph.content).0,
            _ => return None,
        };
        (!words.trim().is_empty()).then_some(words)
    })
}

fn has_words(elements: &[Element]) -> bool {
    elements.iter().any(|element| match element {
        Element::Heading(heading) => !inline(&heading.content).0.trim().is_empty(),
        Element::Paragraph(paragraph) => !inline(&paragraph.content).0.trim().is_empty(),
        Element::List(list) => !list.items.is_empty(),
        Element::Table(table) => !table.rows.is_empty(),
        Element::TextBox(text) => has_words(&text.content),
        _ => false,
    })
}

/// The words of a paragraph, and how many bytes at their start are bold.
fn inline(content: &[InlineContent]) -> (String, usize) {
    let (mut text, mut bold, mut only) = (String::new(), 0, true);
    for part in content {
        match part {
            InlineContent::Text(span) => {
                text.push_str(&span.text);
                only &= span.bold || span.text.trim().is_empty();
                if only {
                    bold = text.len();
                }
            }
            InlineContent::LineBreak => text.push('\n'),
            _ => {}
        }
    }
    (text, bold)
}
