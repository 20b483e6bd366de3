//! Puts the manuscript together: paragraphs joined, tables cell by cell, every byte with its origin.

use crate::clean::Copier;
use crate::join::{Habits, separator};
use crate::line::Line;
use crate::padded::is_padded;
use crate::table::{Fragment, TextCell, TextTable};
use gongwen_text::{Block, Cell, Grid, OffsetMap, Paragraph, Span};

/// The parts of a manuscript that come from the lines.
pub(crate) struct Assembled {
    /// Normalised text.
    pub(crate) text: String,
    /// Its origin in the decoded file.
    pub(crate) map: OffsetMap,
    /// Paragraphs and tables in order.
    pub(crate) blocks: Vec<Block>,
    /// The grids.
    pub(crate) tables: Vec<Grid>,
}

/// Writes the text. `back` leads from `source` to the decoded file, see [`Copier::new`].
pub(crate) fn assemble(
    source: &str,
    back: &[(u32, u32)],
    lines: &[Line<'_>],
    tables: &[TextTable],
    habits: &Habits,
) -> Assembled {
    let mut out = Assembler {
        copier: Copier::new(source, back, lines.len()),
        blocks: Vec::with_capacity(lines.len() / 2 + 1),
        tables: Vec::with_capacity(tables.len()),
        caption: None,
    };
    let mut waiting = tables.iter();
    let mut table = waiting.next();
    let mut i = 0;
    while i < lines.len() {
        if let Some(t) = table
            && i >= t.lines.start
        {
            out.table(t);
            i = t.lines.end.max(i + 1);
            table = waiting.next();
            continue;
        }
        if !lines[i].has_words() {
            i += 1;
            continue;
        }
        let limit = table.map_or(lines.len(), |t| t.lines.start);
        let caption = table.and_then(|t| t.caption);
        i = out.paragraph(lines, i, limit, caption, habits);
    }
    // The last line feed belongs to no paragraph.
    Assembled { text: out.copier.text, map: out.copier.map, blocks: out.blocks, tables: out.tables }
}

struct Assembler<'a> {
    copier: Copier<'a>,
    blocks: Vec<Block>,
    tables: Vec<Grid>,
    caption: Option<Span>,
}

impl Assembler<'_> {
    /// Writes the paragraph that begins on line `i` and returns the line behind it.
    fn paragraph(
        &mut self,
        lines: &[Line<'_>],
        i: usize,
        limit: usize,
        caption: Option<usize>,
        habits: &Habits,
    ) -> usize {
        let first = &lines[i];
        let start = self.copier.text.len();
        let bold = self.first_line(first);
        let (mut last, mut at, mut after) = (i, i + 1, i + 1);
        let mut apart = false;
        while at < limit && caption != Some(last) && caption != Some(at) {
            let next = &lines[at];
            if !next.has_words() {
                apart = true;
                at += 1;
                // Nothing is looked for beyond a page's worth of blank lines.
                if at - last > 12 {
                    break;
                }
                continue;
            }
            if !habits.joins(first, &lines[last], next, apart) {
                break;
            }
            if let Some(c) = separator(lines[last].text, next.text) {
                self.copier.separate(c);
            }
            let from = next.text_start() as usize;
            self.copier.copy(from, from + next.text.len());
            (last, apart) = (at, false);
            at += 1;
            after = at;
        }
        self.copier.trim_from(start);
        let span = Span::new(start, self.copier.text.len());
        if span.is_empty() {
            return after;
        }
        self.copier.separate('\n');
        if caption.is_some_and(|c| (i..after).contains(&c)) {
            self.caption = Some(span);
        }
        let bold = bold.min(span.len() as u32);
        self.blocks.push(Block::Paragraph(Paragraph { span, heading: first.heading, bold, gap: first.gap }));
        after
    }

    /// Writes a line and returns how many bytes of the text were set in bold at its start.
    fn first_line(&mut self, line: &Line<'_>) -> u32 {
        let from = line.text_start() as usize;
        let to = from + line.text.len();
        let front = &line.raw[..from - line.start as usize];
        if !front.trim_end().ends_with("**") {
            self.copier.copy(from, to);
            return 0;
        }
        let start = self.copier.text.len();
        let close = line.text.find("**").map_or(to, |n| from + n);
        self.copier.copy(from, close);
        let bold = self.copier.text.len() - start;
        self.copier.copy(close, to);
        bold as u32
    }

    fn table(&mut self, table: &TextTable) {
        let start = self.copier.text.len();
        let mut grid = Grid {
            caption: self.caption.take(),
            header_rows: table.header_rows,
            columns: table.columns,
            ..Grid::default()
        };
        for row in &table.rows {
            let mut cells = Vec::with_capacity(row.len());
            for (i, cell) in row.iter().enumerate() {
                if i > 0 {
                    self.copier.separate('\t');
                }
                cells.push(self.cell(cell, table.words.of(cell.words)));
            }
            self.copier.separate('\n');
            grid.rows.push(cells);
        }
        grid.span = Span::new(start, self.copier.text.len().saturating_sub(1).max(start));
        self.blocks.push(Block::Table(self.tables.len()));
        self.tables.push(grid);
    }

    fn cell(&mut self, cell: &TextCell, words: &[Fragment]) -> Cell {
        let start = self.copier.text.len();
        let whole = words.len() == 1;
        for fragments in words.chunk_by(|_, next| !next.begins) {
            let from = self.copier.text.len();
            if from > start {
                self.copier.separate('\n');
            }
            let words = self.copier.text.len();
            for fragment in fragments {
                self.fragment(fragment.start as usize, fragment.end as usize, whole);
            }
            self.copier.trim_from(words);
            if self.copier.text.len() == words {
                self.copier.cut_back(from);
            }
        }
        Cell {
            span: Span::new(start, self.copier.text.len()),
            column: cell.column,
            rowspan: cell.rowspan.max(1),
            colspan: cell.colspan.max(1),
        }
    }

    /// Words of a cell, without what they were padded with where they are `all` of it.
    fn fragment(&mut self, start: usize, end: usize, all: bool) {
        let words = self.copier.words(start, end);
        if !all || !is_padded(words) {
            self.copier.copy(start, end);
            return;
        }
        for part in words.split_whitespace() {
            let at = start + (part.as_ptr() as usize - words.as_ptr() as usize);
            self.copier.copy(at, at + part.len());
        }
    }
}
