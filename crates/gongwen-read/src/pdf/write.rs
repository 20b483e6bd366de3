//! The pages to a manuscript.

use super::cell::PADDING;
use super::file::Pages;
use super::flow::{self, Layout, Paragraph};
use super::grid::{Frame, Parts, Ruled};
use super::page::Page;
use super::print::{self, Printed, Side};
use super::table::Table;
use super::{grid, gutter, margin, spaced};
use crate::evidence::{self, End, Start};
use crate::join::{Habits, separator};
use crate::line::Line;
use crate::scribe::{Draft, DraftCell, Hints, Scribe};
use crate::{lines, table};
use gongwen_text::{Diagnostic, Format, Locator, Manuscript, Span};

/// A page with fewer characters than this has no text of its own.
const FEW: usize = 20;
/// Part of a page that pictures of its text cover at least.
const PICTURE: f32 = 0.25;
/// Filled curves from which they may be letters.
const CURVES: usize = 400;

/// Something on the pages, in reading order.
enum Item {
    Line(usize, Printed),
    Table(Box<Table>),
}

/// Writes the manuscript of a file of so many bytes.
pub(super) fn manuscript(file: Pages, bytes: usize) -> Manuscript {
    let count = file.sheets.len();
    let mut out = Writer::default();
    let mut diagnostics = Vec::new();
    let mut tables: Vec<Vec<Ruled>> = Vec::with_capacity(count);
    let mut set: Vec<(Vec<Printed>, f32)> = Vec::with_capacity(count);
    let mut widths = Vec::with_capacity(count);
    let (mut unread, mut parted) = (Vec::new(), Vec::new());
    // Where the last page of two columns had its gutter: the end of a text may fill the left one alone.
    let mut before: Option<f32> = None;
    for (p, mut page) in file.sheets.into_iter().enumerate() {
        let Parts { tables: mut ruled, frames, rules, outside } = grid::parts(&mut page);
        let (columns, outside) = spaced::tables(outside, &rules);
        ruled.extend(columns);
        ruled.sort_by(|a, b| a.y[0].total_cmp(&b.y[0]));
        let gutter = gutter::find(&outside);
        before = gutter.or(before);
        let columns = before.filter(|_| ruled.is_empty()).and_then(|gutter| gutter::lines(&outside, gutter));
        if gutter.is_some() && columns.is_none() {
            parted.push(p + 1);
        }
        let divided = columns.is_some();
        let mut printed = columns.unwrap_or_else(|| print::lines(outside));
        if !divided {
            set_frames(&mut printed, &frames);
        }
        let inside: usize = ruled.iter().flat_map(|t| &t.cells).map(|c| c.glyphs.len()).sum();
        let characters = inside + printed.iter().map(|l| l.text.chars().count()).sum::<usize>();
        if is_picture(&page, characters) {
            unread.push(p + 1);
        }
        tables.push(ruled);
        set.push((printed, page.height));
        widths.push(page.width);
    }
    margin::clear(&mut set);
    let Columns { set, widths, page_of } = Columns::of(set, &widths);
    // Pages with tables are not divided.
    let mut tables: Vec<Option<Vec<Ruled>>> = tables.into_iter().map(Some).collect();
    let tables = page_of.iter().enumerate().map(|(part, &page)| {
        let ruled = tables[page].take().unwrap_or_default();
        ruled.into_iter().map(|ruled| Table::new(ruled, part)).collect()
    });
    let tables: Vec<Vec<Table>> = tables.collect();
    out.page_of = page_of;
    let prose: Vec<&[Printed]> = set.iter().map(|(lines, _)| lines.as_slice()).collect();
    let layout = Layout::of(&prose, &widths);
    for item in order(set, tables) {
        match item {
            Item::Line(page, line) => out.pending.push((page, line)),
            Item::Table(table) => {
                out.flush(&layout);
                out.ruled(*table);
            }
        }
    }
    out.flush(&layout);
    if !unread.is_empty() {
        diagnostics.push(needs_ocr(&unread, count, out.scribe.is_empty()));
    }
    if !parted.is_empty() {
        let message = format!(
            "pages {} have two columns that could not be parted; no facts are taken from the file",
            page_list(&parted)
        );
        let hint = "convert the file to one column, or take the text from where it was published";
        diagnostics.push(Diagnostic::error("columns-unread", None, message).with_hint(hint));
    }
    if file.is_cut {
        let message = "the file goes beyond what is drawn of one file; the last pages may lack words";
        diagnostics.push(Diagnostic::error("file-cut", None, message));
    }
    if file.is_rebuilt {
        let message = "the table of objects is damaged and was rebuilt; pages may be missing";
        diagnostics.push(Diagnostic::warning("file-repaired", None, message));
    }
    out.scribe.diagnostics.append(&mut diagnostics);
    let rows = out.rows;
    let mut manuscript = out.scribe.finish(Format::Pdf, "utf-8", bytes, Some(count as u32));
    // The rows of a table may stand on several pages.
    for (_, place) in &mut manuscript.locators {
        if let (Some(table), Some(row)) = (place.table, place.row)
            && let Some(page) = rows.get(table as usize - 1).and_then(|pages| pages.get(row as usize - 1))
        {
            place.page = Some(*page as u32 + 1);
        }
    }
    manuscript
}

/// Pages, those of two columns divided into what stands above, in and below them, each like a page of its own.
struct Columns {
    /// Lines and the height of the page.
    set: Vec<(Vec<Printed>, f32)>,
    /// Width of each.
    widths: Vec<f32>,
    /// The page of the file.
    page_of: Vec<usize>,
}

impl Columns {
    fn of(pages: Vec<(Vec<Printed>, f32)>, page_widths: &[f32]) -> Self {
        let count = pages.len();
        let mut out = Self {
            set: Vec::with_capacity(count),
            widths: Vec::with_capacity(count),
            page_of: Vec::with_capacity(count),
        };
        for (page, (lines, height)) in pages.into_iter().enumerate() {
            let mut parts: Vec<Vec<Printed>> = Vec::new();
            for line in lines {
                match parts.last_mut() {
                    Some(part) if part[0].side == line.side => part.push(line),
                    _ => parts.push(vec![line]),
                }
            }
            if parts.is_empty() {
                parts.push(Vec::new());
            }
            for part in parts {
                let within = part.first().is_some_and(|line| matches!(line.side, Side::Left | Side::Right));
                out.widths.push(page_widths[page] * if within { 0.5 } else { 1.0 });
                out.page_of.push(page);
                out.set.push((part, height));
            }
        }
        out
    }
}

/// Tells the lines inside frames where lines end there: as far from the right edge as they begin from the left one.
fn set_frames(lines: &mut [Printed], frames: &[Frame]) {
    for frame in frames {
        let within = |line: &Printed| {
            (frame.x.0..frame.x.1).contains(&line.x0) && (frame.y.0..frame.y.1).contains(&line.y)
        };
        let least = lines.iter().filter(|line| within(line)).map(|line| line.x0 - frame.x.0);
        let padding = least.fold(f32::INFINITY, f32::min).clamp(1.0, 2.0 * PADDING);
        for line in lines.iter_mut().filter(|line| within(line)) {
            let end = frame.x.1 - padding;
            line.framed = Some(line.framed.map_or(end, |inner| inner.min(end)));
        }
    }
}

/// Whether a page shows text that cannot be read: as a picture, as outlines, or in a font that does not tell its characters.
fn is_picture(page: &Page, characters: usize) -> bool {
    let shows = page.pictures >= PICTURE || page.curves >= CURVES || page.unknown >= FEW;
    characters < FEW && shows || page.unknown > characters
}

/// `1, 3–5`
fn page_list(numbers: &[usize]) -> String {
    let mut pages = String::new();
    for run in numbers.chunk_by(|a, b| a + 1 == *b) {
        if !pages.is_empty() {
            pages.push_str(", ");
        }
        match run {
            [one] => pages.push_str(&one.to_string()),
            [first, .., last] => {
                pages.push_str(&first.to_string());
                pages.push('–');
                pages.push_str(&last.to_string());
            }
            [] => {}
        }
    }
    pages
}

fn needs_ocr(unread: &[usize], count: usize, nothing: bool) -> Diagnostic {
    let pages = page_list(unread);
    let hint = "run text recognition on the file and convert its result";
    if nothing {
        let message = format!("no page has text; all words are in pictures (pages {pages} of {count})");
        Diagnostic::error("needs-ocr", None, message).with_hint(hint)
    } else {
        let message = format!("pages without text of their own: {pages} of {count}");
        Diagnostic::error("needs-ocr", None, message).with_hint(hint)
    }
}

/// Lines and tables in reading order, tables joined over page ends.
fn order(set: Vec<(Vec<Printed>, f32)>, tables: Vec<Vec<Table>>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (p, ((lines, _), tables)) in set.into_iter().zip(tables).enumerate() {
        let mut waiting = tables.into_iter().peekable();
        for line in lines {
            while let Some(table) = waiting.next_if(|t| t.top < line.top()) {
                add(&mut items, table);
            }
            items.push(Item::Line(p, line));
        }
        for table in waiting {
            add(&mut items, table);
        }
    }
    items
}

/// Adds a table, or joins it to the one that ends the page before.
fn add(items: &mut Vec<Item>, next: Table) {
    // `（续表）` above the second half says no more than that.
    let is_note = |item: &Item| matches!(item, Item::Line(p, l) if *p == next.page && is_continued(&l.text));
    let notes = items.iter().rev().take_while(|item| is_note(item)).count();
    let at = items.len() - notes;
    if let Some(Item::Table(last)) = at.checked_sub(1).map(|i| &mut items[i])
        && last.last_page() + 1 == next.page
    {
        match last.join(next) {
            None => items.truncate(at),
            Some(other) => items.push(Item::Table(Box::new(other))),
        }
    } else {
        items.push(Item::Table(Box::new(next)));
    }
}

fn is_continued(text: &str) -> bool {
    let words = gongwen_text::chars::compact(text);
    words.len() <= 90
        && (words.starts_with("续表")
            || words.ends_with("续表")
            || words.ends_with("(续)")
            || words.ends_with("(续表)"))
}

#[derive(Default)]
struct Writer {
    scribe: Scribe,
    pending: Vec<(usize, Printed)>,
    /// Paragraphs written on page.
    on_page: (usize, u32),
    tables: u32,
    /// Page of each row of each table, where it is known.
    rows: Vec<Vec<usize>>,
    /// The paragraph written last, when nothing stands behind it.
    last: Option<Span>,
    /// Page of the file for each page as set.
    page_of: Vec<usize>,
}

impl Writer {
    /// Writes the lines that wait.
    fn flush(&mut self, layout: &Layout) {
        let pending = std::mem::take(&mut self.pending);
        let numbered: Vec<(usize, &Printed)> = pending.iter().map(|(p, line)| (*p, line)).collect();
        let paragraphs = flow::paragraphs(&numbered, layout);
        // Tables without rules show as columns of space, or as one cell a line under their names.
        let source = paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n");
        let lines = lines::split(&source);
        let mut found = Vec::new();
        let as_lines = lines.len() == paragraphs.len();
        let tables = if as_lines { table::find_tables(&source, &lines, &mut found) } else { Vec::new() };
        let habits = Habits::of(&lines);
        let mut places = Vec::with_capacity(paragraphs.len());
        let mut waiting = tables.iter().peekable();
        let mut i = 0;
        while i < paragraphs.len() {
            if let Some(table) = waiting.next_if(|t| t.lines.start <= i) {
                let end = table.lines.end.max(i + 1);
                self.spaced(table, &source, &paragraphs[i]);
                places.resize(end, None);
                i = end;
                continue;
            }
            let limit = if as_lines { waiting.peek().map_or(paragraphs.len(), |t| t.lines.start) } else { 0 };
            let mut end = i + 1;
            let mut paragraph = paragraphs[i].clone();
            while end < limit && is_stray(&habits, &lines[i], &lines[end - 1], &lines[end]) {
                paragraph.text.extend(separator(&paragraph.text, &paragraphs[end].text));
                paragraph.text.push_str(&paragraphs[end].text);
                end += 1;
            }
            self.paragraph(&paragraph);
            places.resize(end, self.last);
            i = end;
        }
        for mut finding in found {
            // Findings count in `source`; the whole paragraph is named.
            let at = finding.span.map(|s| lines.partition_point(|l| l.start <= s.start).saturating_sub(1));
            finding.span = at.and_then(|i| places.get(i).copied().flatten());
            self.scribe.diagnostics.push(finding);
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let page = self.page_of[paragraph.page];
        if self.on_page.0 != page {
            self.on_page = (page, 0);
        }
        self.on_page.1 += 1;
        let place =
            Locator { page: Some(page as u32 + 1), paragraph: Some(self.on_page.1), ..Locator::default() };
        let hints = Hints { heading: None, bold: paragraph.bold, gap: paragraph.gap };
        let words = close_columns(&paragraph.text);
        self.last = self.scribe.paragraph(&words, hints, place).or(self.last);
    }

    /// A table that its rules show.
    fn ruled(&mut self, mut table: Table) {
        self.tables += 1;
        table.page = self.page_of[table.page];
        self.rows.push(table.pages.iter().map(|&page| self.page_of[page]).collect());
        let draft = table.draft(self.tables);
        self.draft(&draft);
    }

    /// A table that its columns of space show.
    fn spaced(&mut self, table: &table::TextTable, source: &str, first: &Paragraph) {
        self.tables += 1;
        self.rows.push(Vec::new());
        let cell = |cell: &table::TextCell| DraftCell {
            column: usize::from(cell.column),
            rowspan: usize::from(cell.rowspan),
            colspan: usize::from(cell.colspan),
            paragraphs: table
                .words
                .paragraphs(cell.words)
                .map(|parts| parts.iter().map(|f| &source[f.start as usize..f.end as usize]).collect())
                .collect(),
        };
        let place = Locator {
            page: Some(self.page_of[first.page] as u32 + 1),
            table: Some(self.tables),
            ..Locator::default()
        };
        let draft = Draft {
            rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            header_rows: table.header_rows,
            columns: table.columns,
            place,
        };
        self.draft(&draft);
    }

    fn draft(&mut self, draft: &Draft) {
        const CAPTION: usize = 240;
        let caption = self.last.take().filter(|span| {
            let words = span.of_text(self.scribe.text()).trim_end_matches(['：', ':', ' ', '　']);
            let endings = gongwen_lexicon::words("table_title_endings");
            words.len() <= CAPTION && endings.iter().any(|end| words.ends_with(end))
        });
        self.scribe.table(draft, caption);
    }
}

/// Whether the break before `next` stands in the middle of a sentence: the file was made from a text that had it.
fn is_stray(habits: &Habits, first: &Line<'_>, last: &Line<'_>, next: &Line<'_>) -> bool {
    let cut = evidence::start(next.text) == Start::Continued
        || evidence::end(last.text) == End::Open
        || last.text.ends_with(|c: char| c.is_ascii_digit());
    cut && habits.joins(first, last, next, next.gap)
}

/// Columns of space that are no table become one space, or an ideographic one inside a spaced name (`通　　知`).
fn close_columns(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("  ") {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut blanks = 0;
    for c in text.chars() {
        if c == ' ' {
            blanks += 1;
            continue;
        }
        match blanks {
            0 => {}
            1 => out.push(' '),
            // Two columns of space are one letter's width.
            n => out.extend(std::iter::repeat_n('\u{3000}', (n / 2).min(2))),
        }
        blanks = 0;
        out.push(c);
    }
    out.into()
}
