//! Which table begins on a line: the readers are asked in order, the first that finds one has it.
//!
//! What is marked as a table comes first (tags, drawn frames, bars), then cards of keys and values, then rows under the names of a
//! header, at last rows whose names nobody knows. What begins like a table and cannot be read leaves a diagnostic.

use super::caption::caption;
use super::header::{self, Header, Layout};
use super::{TextTable, markup, paired, parted, periodic, pipes, ruled, screen, spaced, stacked, tabs};
use crate::line::{Line, LineKind};
use gongwen_text::{Diagnostic, Span};
use memchr::memchr;

/// Longest line that can be a header, in bytes.
pub(super) const LONGEST_HEADER: usize = 800;

/// Which marks that tables are made of a source has at all: most have none, and no line of them is searched.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    /// `|`
    pub(super) bars: bool,
    /// Tabs.
    pub(super) tabs: bool,
}

impl Marks {
    fn of(source: &str) -> Self {
        let source = source.as_bytes();
        let any = memchr::memchr2(b'|', b'\t', source).is_some();
        let has = |byte| any && memchr(byte, source).is_some();
        Self { bars: has(b'|'), tabs: has(b'\t') }
    }
}

/// The tables among `lines` of `source`, in order, not overlapping.
///
/// Spans of the diagnostics count in the decoded source.
pub(crate) fn find_tables(
    source: &str,
    lines: &[Line<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<TextTable> {
    let marks = Marks::of(source);
    let mut finder = Finder { lines, marks, diagnostics, unclosed: false, drawn: 0, tried: 0 };
    let mut tables: Vec<TextTable> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        at = match finder.found(at) {
            Found::Table(table) => {
                debug_assert!(table.lines.end > at, "a table has lines");
                let floor = tables.last().map_or(0, |above| above.lines.end);
                let next = table.lines.end.max(at + 1);
                tables.push(finder.finished(table, floor));
                next
            }
            Found::Nothing { next } => next,
        }
    }
    tables
}

/// What was found at a line.
enum Found {
    /// A table that begins there.
    Table(TextTable),
    /// None before line `next`.
    Nothing { next: usize },
}

/// What is known while the lines are gone through.
struct Finder<'f, 'l> {
    lines: &'f [Line<'l>],
    marks: Marks,
    diagnostics: &'f mut Vec<Diagnostic>,
    /// A tag of a table was never closed: no further one is tried.
    unclosed: bool,
    /// Up to which line drawn frames were looked at.
    drawn: usize,
    /// Up to which line cards were looked at.
    tried: usize,
}

impl Finder<'_, '_> {
    /// What begins on line `at`.
    fn found(&mut self, at: usize) -> Found {
        if self.lines[at].kind != LineKind::Words {
            return Found::Nothing { next: at + 1 };
        }
        let told = self.marked(at).or_else(|| self.cards(at)).map(Found::Table);
        told.or_else(|| self.under_header(at))
            .or_else(|| self.nameless(at).map(Found::Table))
            .unwrap_or(Found::Nothing { next: at + 1 })
    }

    /// A table that says what it is: `<table>`, a drawn frame, bars between its cells.
    fn marked(&mut self, at: usize) -> Option<TextTable> {
        let (lines, text) = (self.lines, self.lines[at].text);
        if text.starts_with('<') && !self.unclosed {
            return markup::read(lines, at, &mut self.unclosed);
        }
        if self.marks.bars && text.starts_with('+') {
            return ruled::read(lines, at, &mut self.drawn);
        }
        if at >= self.drawn && ruled::begins(text) {
            let drawn = ruled::read(lines, at, &mut self.drawn);
            if drawn.is_none() {
                self.unread(at, "a table is drawn here whose cells could not be told apart");
            }
            return drawn;
        }
        let bars = self.marks.bars && memchr(b'|', text.as_bytes()).is_some();
        bars.then(|| pipes::read(lines, at)).flatten()
    }

    /// Cards of keys and values: `责任单位`, a tab or a wide gap, `县林业局`.
    fn cards(&mut self, at: usize) -> Option<TextTable> {
        let text = self.lines[at].text;
        let apart = self.marks.tabs && memchr(b'\t', text.as_bytes()).is_some() || has_gap(text);
        apart.then(|| paired::read(self.lines, at, &mut self.tried)).flatten()
    }

    /// A table whose header begins here, its rows or at least its lines; `None` where no header does.
    fn under_header(&mut self, at: usize) -> Option<Found> {
        if self.lines[at].text.len() > LONGEST_HEADER {
            return None;
        }
        let header = header::read(self.lines, at, self.marks)?;
        if let Some(table) = self.body(&header, at) {
            self.say_what_breaks_off(&header, table.lines.end);
            return Some(Found::Table(table));
        }
        // Two names below each other may be anything.
        if header.layout == Layout::Stacked && header.names.len() < 3 {
            return Some(Found::Nothing { next: at + 1 });
        }
        let left = self.left_as_lines(&header, at);
        Some(left.map_or(Found::Nothing { next: header.next }, Found::Table))
    }

    /// The rows under a header, by how its cells are kept apart.
    fn body(&self, header: &Header, at: usize) -> Option<TextTable> {
        let lines = self.lines;
        match header.layout {
            Layout::Tabbed => tabs::read(lines, header).or_else(|| stacked::read(lines, header)),
            Layout::Spaced => {
                let mut doubt = None;
                screen::read(lines, header, &mut doubt)
                    .or_else(|| {
                        let table = spaced::read(lines, header)?;
                        Some(TextTable { unsure: table.unsure.or(doubt), ..table })
                    })
                    .or_else(|| stacked::read(lines, header))
                    .or_else(|| parted::aligned(lines, at))
            }
            Layout::Stacked => stacked::read(lines, header).or_else(|| periodic::read(lines, header)),
        }
    }

    /// Says what stands behind line `end`, where a table under `header` ends, and looks like more of its rows.
    fn say_what_breaks_off(&mut self, header: &Header, end: usize) {
        let (below, message) = match header.layout {
            Layout::Spaced => (
                spaced::looks_like_row(self.lines, header, end),
                "a row of the table above could not be put under its columns",
            ),
            Layout::Tabbed => (
                spaced::tabs_go_on(self.lines, header, end),
                "rows go on below a line that was not understood; they are not read",
            ),
            Layout::Stacked => return,
        };
        self.diagnostics.extend(below.map(|line| unread(line, message)));
    }

    /// What is left of a table whose rows fit no columns: its lines as they are, or rows of tabs.
    fn left_as_lines(&mut self, header: &Header, at: usize) -> Option<TextTable> {
        let (left, whole) = match header.layout {
            Layout::Spaced => (screen::unread(self.lines, header), false),
            Layout::Tabbed => {
                parted::read(self.lines, at).map_or((None, false), |(table, whole)| (Some(table), whole))
            }
            Layout::Stacked => (None, false),
        };
        if !whole {
            self.unread(at, "a table begins here whose rows could not be told apart");
        }
        left
    }

    /// Rows under names that nobody knows: tabs part the cells of a table whatever its columns are called, and so do blanks where
    /// all words stand exactly below them.
    fn nameless(&mut self, at: usize) -> Option<TextTable> {
        let line = &self.lines[at];
        if self.marks.tabs && memchr(b'\t', line.raw.as_bytes()).is_some() {
            let (table, whole) = parted::read(self.lines, at)?;
            if !whole {
                self.unread(at, "rows of cells begin here that could not be told apart");
            }
            return Some(table);
        }
        let apart = line.text.len() <= LONGEST_HEADER && has_gap(line.text);
        apart.then(|| parted::aligned(self.lines, at)).flatten()
    }

    /// A table with its title, looked for below line `floor`, and with what is a guess in it said.
    fn finished(&mut self, mut table: TextTable, floor: usize) -> TextTable {
        table.caption = caption(self.lines, floor, table.lines.start);
        if let Some(line) = table.unsure {
            self.unread(line, "which column or row words of this row belong to is a guess");
        }
        table
    }

    /// Says of a line what of a table was not read.
    fn unread(&mut self, at: usize, message: &'static str) {
        self.diagnostics.push(unread(&self.lines[at], message));
    }
}

/// Whether two blanks stand among the first words of a line.
fn has_gap(text: &str) -> bool {
    const NEAR: usize = 64;
    let near = &text.as_bytes()[..text.len().min(NEAR)];
    memchr::memchr_iter(b' ', near).any(|at| near.get(at + 1) == Some(&b' '))
}

fn unread(line: &Line<'_>, message: &'static str) -> Diagnostic {
    let start = line.text_start();
    let span = Span { start, end: start + line.text.len() as u32 };
    Diagnostic::warning("table-unread", Some(span), message)
        .with_hint("give the document in a format that keeps its grid, or read this part by hand")
}
