//! Rows whose cells bars keep apart, with or without a rule below the header; long lines may have been wrapped.

use super::cell::Piece;
use super::fit;
use super::header::{self, Class};
use super::mended::mend;
use super::source::{place, slice};
use super::words::{Place, Words};
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};
use gongwen_lexicon::column_list;

/// Most bars on a line of a table.
const MOST_BARS: usize = 65;

/// Most lines of a row.
const MOST_WRAPPED: usize = 40;

/// A table of pipes that begins on line `top`, with or without its rule.
pub(super) fn read(lines: &[Line<'_>], top: usize) -> Option<TextTable> {
    let head = Head::read(lines, top)?;
    let mut body = Body::below(head, lines, top);
    while body.at < lines.len() && body.takes_line() {}
    body.table(top)
}

/// The first row of a table.
struct Head<'a> {
    /// Its cells.
    names: Vec<&'a str>,
    /// What each column takes.
    classes: Vec<Class>,
    /// Whether two of its cells are names of columns.
    named: bool,
    /// Whether bars stand around the rows.
    framed: bool,
}

impl<'a> Head<'a> {
    /// The row on line `top`; `None` where nothing says that its bars part cells.
    fn read(lines: &[Line<'a>], top: usize) -> Option<Self> {
        let first = lines[top].text;
        let framed = first.starts_with('|');
        if memchr::memchr_iter(b'|', first.as_bytes()).take(MOST_BARS + 1).count() > MOST_BARS {
            return None;
        }
        let names = cells_of(first);
        if names.len() < 2 {
            return None;
        }
        let lists: Vec<_> = names.iter().map(|name| column_list(name.trim_matches(['*', ' ']))).collect();
        let named = lists.iter().flatten().count() >= 2;
        let ruled = || lines.get(top + 1).is_some_and(|next| is_rule(next.text));
        (named || framed || ruled()).then(|| Self { classes: header::classes(&lists), names, named, framed })
    }
}

/// The rows read so far, the header among them.
struct Body<'t, 'a> {
    lines: &'t [Line<'a>],
    head: Head<'a>,
    rows: Vec<Vec<TextCell>>,
    words: Words,
    /// Rows above the first rule.
    ruled: Option<usize>,
    /// The first line of which it is a guess in which column its bodies stand.
    unsure: Option<usize>,
    /// The lines of the row that is not whole yet.
    open: Vec<&'a str>,
    /// The last row with a cell in each column.
    filled: Vec<usize>,
    /// The line that comes next.
    at: usize,
    /// First line behind the table.
    end: usize,
}

impl<'t, 'a> Body<'t, 'a> {
    fn below(head: Head<'a>, lines: &'t [Line<'a>], top: usize) -> Self {
        Self {
            lines,
            filled: vec![0; head.names.len()],
            head,
            rows: Vec::new(),
            words: Words::default(),
            ruled: None,
            unsure: None,
            open: Vec::new(),
            at: top,
            end: top,
        }
    }

    /// Takes the next line; `false` where the table ends above it.
    fn takes_line(&mut self) -> bool {
        let line = &self.lines[self.at];
        let barred = line.text.contains('|');
        match line.kind {
            LineKind::Furniture if !barred => self.at += 1,
            LineKind::Blank => {
                if !self.goes_on_behind_blank() {
                    return false;
                }
                self.at += 1;
            }
            _ if !barred && self.open.is_empty() => return false,
            _ if is_rule(line.text) => {
                self.ruled = self.ruled.or(Some(self.rows.len()));
                self.at += 1;
                self.end = self.at;
            }
            _ => self.takes_words(line.text),
        }
        true
    }

    /// Whether rows go on behind a blank line. Doubled line ends put a blank between rows; two mean the end.
    fn goes_on_behind_blank(&self) -> bool {
        self.lines.get(self.at + 1).is_some_and(|next| {
            next.text.contains('|')
                && self.head.framed == next.text.starts_with('|')
                && !(self.rows.len() > 1 && heads_anew(self.lines, self.at + 1, &self.head.names))
        })
    }

    /// Takes a line of words, and with it the row that is whole now.
    fn takes_words(&mut self, text: &'a str) {
        let columns = self.head.names.len();
        self.open.push(text);
        self.at += 1;
        let bars: usize = self.open.iter().map(|part| bars(part)).sum();
        let short = || self.open.len() == 1 && text.ends_with('|') && !goes_on(self.lines, self.at);
        if !self.head.framed || bars > columns || self.open.len() > MOST_WRAPPED || short() {
            self.close();
        }
    }

    /// Adds the open row, each cell in its column.
    fn close(&mut self) {
        let (columns, framed) = (self.head.names.len(), self.head.framed);
        let parts = row_of(&self.open, framed);
        let cells = parts.iter().enumerate().take(columns);
        let words = &mut self.words;
        let mut row = Vec::with_capacity(columns);
        row.extend(cells.map(|(column, cell)| TextCell::single(column, fill(self.lines, cell, words))));
        // A row without a frame that lacks merged cells was filled up at its end.
        while !framed && row.pop_if(|cell| cell.words.is_empty()).is_some() {}
        if let Some(places) = self.spread(&mut row) {
            let torn = fit::torn(&places, &self.head.classes);
            self.unsure = self.unsure.or(torn.then_some(self.at - 1));
        } else {
            row.extend((row.len()..columns).map(|column| TextCell::single(column, Place::default())));
        }
        self.open.clear();
        self.end = self.at;
        for cell in &row {
            self.filled[usize::from(cell.column)] = self.rows.len();
        }
        self.rows.push(row);
    }

    /// Gives the cells of a row that has too few their columns, and lets the cells above reach down over the gaps: what was merged
    /// was printed once. `None` where their columns are not sure. Without a frame nothing but a merged cell can be
    /// lacking.
    fn spread(&mut self, row: &mut [TextCell]) -> Option<Vec<usize>> {
        let classes = &self.head.classes;
        let text = |cell: &TextCell| match self.words.of(cell.words) {
            [] => "",
            [first, ..] => slice(self.lines, first.start, first.end).unwrap_or(""),
        };
        let pieces: Vec<Piece<'_>> = row.iter().map(|cell| Piece::lone(text(cell))).collect();
        let places = fit::spread(&pieces, classes, !self.head.framed)?;
        for column in (0..classes.len()).filter(|column| !places.contains(column)) {
            // Nothing reaches down from the header.
            let filled = self.filled[column];
            let above = self.rows.get_mut(filled).filter(|_| filled > 0);
            let above = above.and_then(|row| row.iter_mut().find(|cell| usize::from(cell.column) == column));
            if let Some(above) = above {
                above.rowspan = above.rowspan.saturating_add(1);
            }
        }
        for (cell, &column) in row.iter_mut().zip(&places) {
            cell.column = column as u16;
        }
        Some(places)
    }

    /// All rows, those put together that a page tore; `None` where nothing says that they are a table.
    fn table(mut self, top: usize) -> Option<TextTable> {
        let Head { named, framed, .. } = self.head;
        if self.rows.len() < 2 || self.ruled.is_none() && !named && !framed {
            return None;
        }
        let header_rows = self.ruled.unwrap_or(usize::from(named));
        self.drop_repeated_headers();
        let columns = self.head.names.len();
        mend(self.lines, header_rows, columns, &mut self.rows, &mut self.words);
        Some(TextTable {
            lines: top..self.end,
            caption: None,
            header_rows,
            columns,
            rows: self.rows,
            words: self.words,
            unsure: self.unsure,
        })
    }

    /// A header repeated on a later page is not a row.
    fn drop_repeated_headers(&mut self) {
        let (lines, words) = (self.lines, &self.words);
        let header = self.rows.first().map(|row| words_of(lines, words, row)).unwrap_or_default();
        let mut index = 0;
        self.rows.retain(|row| {
            index += 1;
            index == 1 || words_of(lines, words, row) != header
        });
    }
}

fn is_rule(text: &str) -> bool {
    (text.contains("--") || text.contains(":-") || text.contains("-:"))
        && text.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'+' | b'\t'))
}

fn bars(text: &str) -> usize {
    memchr::memchr_iter(b'|', text.as_bytes()).count() - text.matches("\\|").count()
}

/// The cells of a line of pipes, without the frame.
pub(super) fn cells_of(text: &str) -> Vec<&str> {
    let inner = text.trim();
    let inner = inner.strip_prefix('|').unwrap_or(inner);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    split_bars(inner)
}

/// Splits at bars that are not escaped.
fn split_bars(text: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut from = 0;
    for at in memchr::memchr_iter(b'|', text.as_bytes()) {
        if at > 0 && text.as_bytes()[at - 1] == b'\\' {
            continue;
        }
        cells.push(&text[from..at]);
        from = at + 1;
    }
    cells.push(&text[from..]);
    cells
}

/// The cells of a row that may be wrapped over several lines, each the parts that stand in it.
fn row_of<'a>(lines: &[&'a str], framed: bool) -> Vec<Vec<&'a str>> {
    let mut cells: Vec<Vec<&str>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let mut line = line.trim();
        if framed && at == 0 {
            line = line.strip_prefix('|').unwrap_or(line);
        }
        if framed && at + 1 == lines.len() {
            line = line.strip_suffix('|').unwrap_or(line);
        }
        for (place, words) in split_bars(line).into_iter().enumerate() {
            match cells.last_mut() {
                Some(cell) if place == 0 => cell.push(words),
                _ => cells.push(vec![words]),
            }
        }
    }
    cells
}

/// Writes the parts of a cell; `<br>` begins a paragraph.
fn fill(lines: &[Line<'_>], parts: &[&str], filled: &mut Words) -> Place {
    let mut cell = filled.cell();
    let mut broken = false;
    for part in parts {
        for (at, words) in part.split("<br").enumerate() {
            let behind = || words.trim_start_matches([' ', '/']).trim_start_matches('>');
            let words = if at > 0 { behind() } else { words }.trim();
            broken |= at > 0;
            if words.is_empty() {
                continue;
            }
            let Some(range) = place(lines, words) else { continue };
            if std::mem::take(&mut broken) {
                filled.begin(&mut cell, range);
            } else {
                filled.go_on(&mut cell, range);
            }
        }
    }
    cell
}

/// Whether a framed row that lacks cells goes on in the lines from `at`: one of them ends with its frame and none begins with it.
fn goes_on(lines: &[Line<'_>], at: usize) -> bool {
    /// Lines over which a wrap may spread a row.
    const FAR: usize = 6;
    let below = lines[at..].iter().filter(|line| line.kind != LineKind::Furniture).take(FAR);
    below.take_while(|line| line.has_words() && !line.text.starts_with('|')).any(|l| l.text.ends_with('|'))
}

/// Whether a row behind a blank is the header of another table: a rule stands below it, or it names columns, and it does not
/// repeat the names above.
fn heads_anew(lines: &[Line<'_>], at: usize, names: &[&str]) -> bool {
    let bare = |cell: &str| cell.trim_matches(['*', ' ', '\u{3000}']).to_owned();
    let cells = cells_of(lines[at].text);
    if cells.len() == names.len() && cells.iter().zip(names).all(|(cell, name)| bare(cell) == bare(name)) {
        return false;
    }
    let below = lines[at + 1..].iter().take(2).find(|line| line.kind != LineKind::Blank);
    below.is_some_and(|line| is_rule(line.text))
        || cells.iter().filter(|cell| column_list(&bare(cell)).is_some()).count() >= 2
}

fn words_of<'a>(lines: &[Line<'a>], words: &Words, row: &[TextCell]) -> Vec<&'a str> {
    let parts = row.iter().flat_map(|cell| words.of(cell.words));
    parts.filter_map(|part| slice(lines, part.start, part.end)).collect()
}
