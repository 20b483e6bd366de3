//! Sets a document that was wrapped at a fixed width back to one line a paragraph.
//!
//! A full line goes on in the next; a shorter one ends its paragraph. A paragraph that ends exactly at the width is
//! told by how the line ends and the next one starts. The result is a source like any other, so that tables and
//! stray breaks are looked for in the same way as in a document that was never wrapped.

use crate::evidence::{self, End, Start};
use crate::join::{indent, separator};
use crate::line::{Line, LineKind};
use crate::signature;
use crate::wrap::{Width, Wrapped};
use gongwen_text::{Label, LabelStyle};

/// A source put together again.
pub(crate) struct Rewrapped {
    /// One paragraph or row a line.
    pub(crate) text: String,
    /// `(text, decoded)` starts of the runs it is made of.
    pub(crate) back: Vec<(u32, u32)>,
}

/// Joins the full lines of `lines`, those of `source`.
pub(crate) fn rewrap(source: &str, lines: &[Line<'_>], wrapped: &Wrapped) -> Rewrapped {
    // Most sources have no tabs in any line.
    let tabbed = memchr::memchr(b'\t', source.as_bytes()).is_some();
    let count_tabs = |raw: &str| if tabbed { count_tabs(raw) } else { 0 };
    let width = wrapped.width;
    let layout = Layout::of(lines, wrapped);
    let bytes = lines.iter().map(|l| l.raw.len() + 1).sum();
    let mut out = Rewrapped { text: String::with_capacity(bytes), back: Vec::new() };
    let mut paragraph: Option<Open<'_>> = None;
    let mut seen = Sequence::default();
    let mut tabs = 0;
    for (i, line) in lines.iter().enumerate() {
        if line.kind != LineKind::Words {
            // Blank lines and furniture are put out when the paragraph is known to be over.
            continue;
        }
        let joined = paragraph.as_ref().is_some_and(|p| layout.goes_on(lines, p, i, &seen));
        let own_tabs = count_tabs(line.raw);
        if joined {
            let p = paragraph.as_mut().expect("a line joins a paragraph");
            let piece = layout.piece(line);
            if let Some(c) = separator(lines[p.last].text, line.text)
                && matches!(width, Width::Set(_))
            {
                out.text.push(c);
            }
            out.run(piece, line.start as usize + (line.raw.len() - piece.len()));
            p.last = i;
            p.tabs += if piece.len() == line.raw.len() { own_tabs } else { count_tabs(piece) };
        } else {
            for other in &lines[paragraph.as_ref().map_or(0, |p| p.last + 1)..i] {
                out.whole(other);
            }
            if i > 0 {
                out.end_line();
            }
            out.run(line.raw, line.start as usize);
            seen.note(line.text);
            // A table's first row of cells says how many its rows have.
            tabs = match (tabs, own_tabs) {
                (_, 0) => 0,
                (0, n) => n,
                (old, _) => old,
            };
            paragraph = Some(Open { first: line, last: i, tabs: own_tabs, row: tabs });
        }
    }
    for other in &lines[paragraph.map_or(0, |p| p.last + 1)..] {
        out.whole(other);
    }
    out
}

impl Rewrapped {
    fn run(&mut self, part: &str, decoded: usize) {
        self.back.push((self.text.len() as u32, decoded as u32));
        self.text.push_str(part);
    }

    fn whole(&mut self, line: &Line<'_>) {
        self.end_line();
        self.run(line.raw, line.start as usize);
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

/// A paragraph that may still go on.
struct Open<'a> {
    first: &'a Line<'a>,
    last: usize,
    /// Tabs so far.
    tabs: usize,
    /// Tabs of the first row of this table.
    row: usize,
}

impl Open<'_> {
    /// Whether the row of a table is complete and `next` begins another. The head of a table is known by its short
    /// cells, a row by its number of tabs.
    fn ends_row(&self, last: &Line<'_>, next: &Line<'_>) -> bool {
        const NAME_MAX: usize = 24;
        if self.tabs < 2 || !next.raw.contains('\t') {
            return false;
        }
        let is_head =
            self.first.start == last.start && self.first.text.split('\t').all(|c| c.len() <= NAME_MAX);
        let in_table = self.row >= 2 && (self.first.raw.starts_with('\t') || self.tabs >= self.row);
        is_head || in_table && self.tabs >= self.row
    }
}

impl Open<'_> {
    /// Whether a bracket that the paragraph opened is still open: `（牵头单位：县水利局；` goes on with a key.
    fn in_bracket(&self, lines: &[Line<'_>]) -> bool {
        /// Lines that the list of one bracket stands on.
        const MOST: usize = 12;
        let own =
            lines[..=self.last].iter().rev().take(MOST).take_while(|line| line.start >= self.first.start);
        let mut closed = 0usize;
        for line in own.filter(|line| line.has_words()) {
            for c in line.text.chars().rev() {
                match c {
                    '）' | ')' | '】' | ']' | '〕' => closed += 1,
                    '（' | '(' | '【' | '[' | '〔' if closed == 0 => return true,
                    '（' | '(' | '【' | '[' | '〔' => closed -= 1,
                    _ => {}
                }
            }
        }
        false
    }
}

fn count_tabs(raw: &str) -> usize {
    memchr::memchr_iter(b'\t', raw.as_bytes()).count()
}

/// Bars of a line.
pub(crate) fn count_bars(text: &str) -> usize {
    memchr::memchr_iter(b'|', text.as_bytes()).count()
}

/// Whether two lines are whole rows of bars without a frame: they have as many, two at least.
fn are_rows(last: &str, next: &str) -> bool {
    let bars = count_bars(last);
    bars >= 2 && bars == count_bars(next)
}

/// Whether wide gaps part a line into three cells or more.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(crate) fn is_row(raw: &str) -> bool {
    // Hardly any line holds two blanks side by side.
    if !gongwen_text::chars::any_three(raw.as_bytes(), |a, b, _| (a == b' ') & (b == b' ')) {
        return false;
    }
    let wide = |text: &str| text.find("  ").map(|at| at + text[at..].len() - text[at..].trim_start().len());
    let rest = raw.trim();
    wide(rest).and_then(|at| wide(&rest[at..])).is_some()
}

/// What the document does between paragraphs.
struct Layout {
    width: Width,
    /// Of every line of words: whether it is full before the next.
    full: Vec<bool>,
    /// Blank lines stand between most paragraphs and not inside them.
    gaps_part: bool,
    /// Paragraphs, and only they, begin with an indent.
    indents_part: bool,
}

impl Layout {
    fn of(lines: &[Line<'_>], wrapped: &Wrapped) -> Self {
        let (mut breaks, mut gaps, mut indents) = (0usize, 0usize, 0usize);
        let (mut fulls, mut inner_gaps, mut inner_indents) = (0usize, 0usize, 0usize);
        let mut full = vec![false; lines.len()];
        let mut last: Option<usize> = None;
        let words = lines.iter().enumerate().filter(|(_, l)| l.has_words());
        // Whether the line above is full stands one place before.
        let above = [false].iter().chain(&wrapped.full);
        for ((i, next), &is_full) in words.zip(above) {
            let Some(last) = last.replace(i) else { continue };
            let (gap, indented) = (usize::from(next.gap), usize::from(indent(next.raw) >= 2));
            full[last] = is_full;
            if is_full {
                fulls += 1;
                inner_gaps += gap;
                inner_indents += indented;
            } else {
                breaks += 1;
                gaps += gap;
                indents += indented;
            }
        }
        Self {
            width: wrapped.width,
            full,
            gaps_part: gaps * 10 >= breaks * 8 && inner_gaps * 4 <= fulls,
            indents_part: indents * 10 >= breaks * 6 && inner_indents * 4 <= fulls,
        }
    }

    /// Whether line `i` continues the open paragraph.
    fn goes_on(&self, lines: &[Line<'_>], open: &Open<'_>, i: usize, seen: &Sequence) -> bool {
        let (last, next) = (&lines[open.last], &lines[i]);
        if next.heading.is_some() || !self.full[open.last] {
            return false;
        }
        if next.raw.starts_with('\t') && matches!(self.width, Width::Set(_)) {
            return false;
        }
        // Cells apart by spaces: what a row has no room for stands under its own cell, which the table sees to.
        if matches!(self.width, Width::Set(_)) && (is_row(last.raw) || is_row(next.raw)) {
            return false;
        }
        // One bar ends a row, the next begins another, and so does a paragraph behind a blank.
        let behind = || next.text.starts_with('|') || next.gap && !next.text.contains('|');
        let bars = last.text.ends_with('|') && open.first.text.starts_with('|') && behind();
        // The lines of a drawn table (`+---+`, `│序号│`).
        let drawn = |line: &Line<'_>| {
            line.text.starts_with("+-")
                || line.text.starts_with("+=")
                || line.text.as_bytes().first() == Some(&0xE2)
                    && line.text.starts_with(|c| matches!(c, '─'..='╬'))
        };
        let bars = bars || drawn(last) || drawn(next) || are_rows(last.text, next.text);
        if bars || open.ends_row(last, next) {
            return false;
        }
        // Across the gaps and indents that part the paragraphs of this document, only stray breaks are joined, later.
        if self.gaps_part && next.gap || self.indents_part && indent(next.raw) >= 2 {
            return false;
        }
        // Bodies side by side that sign together, however wide their line.
        if signature::are_signers(last.text) && signature::are_signers(next.text) {
            return false;
        }
        let end = evidence::end(last.text);
        let ended = matches!(end, End::Sentence | End::Colon);
        let alone = open.first.start == last.start;
        if end != End::Open && evidence::is_addressee_below(last.text, next.text)
            || alone && evidence::is_title_above(last.text, next.text)
        {
            return false;
        }
        match evidence::start(next.text) {
            Start::Continued => true,
            Start::Field => {
                end == End::Open || open.in_bracket(lines) || evidence::cuts_key(last.text, next.text)
            }
            // Headings of chapters stand in the middle or flush left, whatever parts the paragraphs.
            Start::Labelled(label) if ended && label.style <= LabelStyle::Article => false,
            // Where blank lines or indents part the paragraphs, a line without them goes on.
            _ if self.gaps_part || self.indents_part => true,
            // Counting begins behind an end or a heading, and goes on wherever the number fits.
            Start::Labelled(label) if label.number == 1 => !ended && !alone,
            Start::Labelled(label) => !ended && !seen.expects(label),
            // Behind a sentence a bracket is the duty of its item; behind a name it is a remark of its own.
            Start::Remark => end == End::Open || end == End::Sentence && next.text.starts_with(['（', '(']),
            Start::Words => match end {
                End::Open | End::Words => true,
                // A sentence that ends at the width: mostly the paragraph goes on; a short line without an end of
                // its own (a signature, a heading) does not.
                End::Sentence => {
                    evidence::end(next.text) != End::Words
                        || next.text.starts_with(['（', '('])
                        || self.full[i]
                }
                End::Colon => !alone || evidence::has_stop(last.text),
            },
        }
    }

    /// The part of a line that joins: cut text goes on as it is, tabs of a table included.
    fn piece<'a>(&self, line: &Line<'a>) -> &'a str {
        match self.width {
            Width::Cut(_) => line.raw.trim_start_matches([' ', '\u{3000}']),
            Width::Set(_) => line.raw.trim_start(),
        }
    }
}

/// The last number of each form of label that began a paragraph.
#[derive(Default)]
struct Sequence {
    last: Vec<(LabelStyle, u32)>,
}

impl Sequence {
    fn note(&mut self, text: &str) {
        if let Some(label) = Label::read(text) {
            self.last.retain(|&(style, _)| style != label.style);
            self.last.push((label.style, label.number));
        }
    }

    /// Whether `label` counts on.
    fn expects(&self, label: Label) -> bool {
        label.number == 0 || self.last.iter().any(|&(s, n)| s == label.style && label.number == n + 1)
    }
}
