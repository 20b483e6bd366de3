//! Writes a manuscript paragraph by paragraph and cell by cell, for formats that know their structure.
//!
//! Owns what every such format has in common: normalised white space, the order of cells in the text, places in the file.
//! Plain text goes another way ([`crate::assemble`]), because there every byte leads back to the file.

use crate::assemble::Assembled;
use crate::autospace;
use crate::furniture::{PageNumber, page_number};
use crate::padded;
use crate::severed;
use gongwen_text::{
    Block, Cell, Diagnostic, Format, Grid, Locator, Manuscript, OffsetMap, Paragraph, Source, Span,
};

/// What the source says about a paragraph beside its words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hints {
    /// Heading level of its style.
    pub(crate) heading: Option<u8>,
    /// How many bytes of the words at its start are bold.
    pub(crate) bold: usize,
    /// Blank space above.
    pub(crate) gap: bool,
}

/// A table before it is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// Rows of cells that begin in them, left to right.
    pub(crate) rows: Vec<Vec<DraftCell>>,
    /// Rows at the top that the source marks as headers; 0 when it marks none.
    pub(crate) header_rows: usize,
    /// Number of columns.
    pub(crate) columns: usize,
    /// Where the table stands; row and column are filled in for each cell.
    pub(crate) place: Locator,
}

/// A cell before it is written.
#[derive(Clone, Debug)]
pub(crate) struct DraftCell {
    /// Leftmost column, from 0.
    pub(crate) column: usize,
    /// Rows covered, at least 1.
    pub(crate) rowspan: usize,
    /// Columns covered, at least 1.
    pub(crate) colspan: usize,
    /// Its paragraphs.
    pub(crate) paragraphs: Vec<String>,
}

/// Writes one manuscript.
#[derive(Debug, Default)]
pub(crate) struct Scribe {
    text: String,
    blocks: Vec<Block>,
    tables: Vec<Grid>,
    locators: Vec<(u32, Locator)>,
    /// Key and value pairs that a page prints around the document.
    pub(crate) website: Vec<(String, String)>,
    /// What was odd.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Scribe {
    /// A paragraph; one without words is left out, and the number of a page that somebody typed. Returns its span.
    pub(crate) fn paragraph(&mut self, words: &str, hints: Hints, place: Locator) -> Option<Span> {
        let start = self.text.len();
        let bold = self.copy(words, hints.bold);
        let end = self.text.len();
        if end == start || matches!(page_number(&self.text[start..]), Some(PageNumber::Page)) {
            self.text.truncate(start);
            return None;
        }
        self.text.push('\n');
        self.locators.push((start as u32, place));
        let span = Span::new(start, end);
        let paragraph = Paragraph { span, heading: hints.heading, bold: bold as u32, gap: hints.gap };
        self.blocks.push(Block::Paragraph(paragraph));
        Some(span)
    }

    /// A table. `caption` is the span of the paragraph that is its title. A table without any words is left out.
    pub(crate) fn table(&mut self, draft: &Draft, caption: Option<Span>) {
        match mended(draft) {
            Some((draft, numbers)) => self.table_within(&draft, caption, &numbers, 0),
            None => self.table_within(draft, caption, &[], 0),
        }
    }

    /// The same for a table inside a sheet: `numbers` gives the number of each row in the file, from 1 (where it ends,
    /// rows count from the top of the table); `left` columns of the file stand to the left of the table.
    pub(crate) fn table_within(&mut self, draft: &Draft, caption: Option<Span>, numbers: &[u32], left: u32) {
        let start = self.text.len();
        let mut rows = Vec::with_capacity(draft.rows.len());
        for (r, row) in draft.rows.iter().enumerate() {
            let mut cells = Vec::with_capacity(row.len());
            for cell in row {
                let from = self.text.len();
                for words in &cell.paragraphs {
                    let before = self.text.len();
                    if before > from && !is_alias(&self.text[from..], words) {
                        self.text.push('\n');
                    }
                    let at = self.text.len();
                    if cell.paragraphs.len() == 1 && padded::is_padded(words.trim()) {
                        self.text.extend(words.split_whitespace());
                    } else {
                        self.copy(words, 0);
                    }
                    if self.text.len() == at {
                        self.text.truncate(before);
                    }
                }
                let span = Span::new(from, self.text.len());
                let number = numbers.get(r).copied().unwrap_or(r as u32 + 1);
                let column = left + cell.column as u32 + 1;
                let place = Locator { row: Some(number), column: Some(column), ..draft.place };
                self.locators.push((from as u32, place));
                self.text.push('\t');
                cells.push(Cell {
                    span,
                    column: cell.column as u16,
                    rowspan: cell.rowspan.max(1) as u16,
                    colspan: cell.colspan.max(1) as u16,
                });
            }
            if self.text.ends_with('\t') {
                self.text.pop();
            }
            self.text.push('\n');
            rows.push(cells);
        }
        if self.text[start..].trim().is_empty() {
            self.text.truncate(start);
            self.locators.retain(|&(at, _)| (at as usize) < start);
            return;
        }
        let span = Span::new(start, self.text.len() - 1);
        self.blocks.push(Block::Table(self.tables.len()));
        self.tables.push(Grid {
            span,
            caption,
            header_rows: draft.header_rows,
            rows,
            columns: draft.columns,
        });
    }

    /// What the lines of a stretch were put together to, with the places and the findings that go with it.
    pub(crate) fn append(
        &mut self,
        part: Assembled,
        locators: Vec<(u32, Locator)>,
        findings: Vec<Diagnostic>,
    ) {
        let base = self.text.len();
        let tables = self.tables.len();
        self.text.push_str(&part.text);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.locators.extend(locators.into_iter().map(|(at, place)| (at + base as u32, place)));
        self.blocks.extend(part.blocks.into_iter().map(|block| match block {
            Block::Paragraph(p) => Block::Paragraph(Paragraph { span: p.span.shifted(base), ..p }),
            Block::Table(table) => Block::Table(table + tables),
        }));
        self.tables.extend(part.tables.into_iter().map(|mut grid| {
            grid.span = grid.span.shifted(base);
            grid.caption = grid.caption.map(|caption| caption.shifted(base));
            for cell in grid.rows.iter_mut().flatten() {
                cell.span = cell.span.shifted(base);
            }
            grid
        }));
        self.diagnostics.extend(findings.into_iter().map(|mut finding| {
            finding.span = finding.span.map(|span| span.shifted(base));
            finding
        }));
    }

    /// The paragraph written last, unless a table stands behind it.
    pub(crate) fn last_paragraph(&self) -> Option<Span> {
        match self.blocks.last() {
            Some(Block::Paragraph(paragraph)) => Some(paragraph.span),
            _ => None,
        }
    }

    /// The table written last, unless a paragraph stands behind it.
    pub(crate) fn last_table(&self) -> Option<&Grid> {
        match self.blocks.last() {
            Some(&Block::Table(table)) => self.tables.get(table),
            _ => None,
        }
    }

    /// Copies words with normalised white space; says where the first `bold` bytes of them end now.
    fn copy(&mut self, words: &str, bold: usize) -> usize {
        let start = self.text.len();
        let mut marked = 0;
        let mut spaced = autospace::blanks(words).peekable();
        for (at, c) in words.char_indices() {
            if at == bold {
                marked = self.text.len() - start;
            }
            match c {
                ' ' if spaced.next_if_eq(&at).is_some() => {}
                '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{2064}'
                | '\u{FEFF}'
                | '\u{AD}' => {}
                c if c.is_whitespace() => {
                    // Ideographic spaces inside a name are kept, one for one; at the start nothing is.
                    if self.text.len() > start {
                        self.text.push(if c == '\u{3000}' { c } else { ' ' });
                    }
                }
                c if c.is_control() => {}
                c => self.text.push(c),
            }
        }
        let kept = self.text[start..].trim_end().len();
        self.text.truncate(start + kept);
        if bold >= words.len() && bold > 0 { kept } else { marked.min(kept) }
    }

    /// What was written so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where in the text the next words will stand.
    pub(crate) fn position(&self) -> usize {
        self.text.len()
    }

    /// Leaves what was written from `position` on in the text without being a part of the document: notes.
    pub(crate) fn set_apart(&mut self, position: usize) {
        let before = |block: &Block| match *block {
            Block::Paragraph(paragraph) => paragraph.span.from() < position,
            Block::Table(table) => self.tables[table].span.from() < position,
        };
        let kept = self.blocks.iter().take_while(|block| before(block)).count();
        // Notes alone are the document.
        if kept > 0 {
            self.blocks.truncate(kept);
            let tables = self.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
            self.tables.truncate(tables);
        }
    }

    /// Whether nothing was written.
    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The manuscript of a file of so many bytes.
    pub(crate) fn finish(
        self,
        format: Format,
        encoding: &'static str,
        bytes: usize,
        pages: Option<u32>,
    ) -> Manuscript {
        Manuscript {
            text: self.text,
            blocks: self.blocks,
            tables: self.tables,
            map: OffsetMap::default(),
            locators: self.locators,
            source: Source { format, encoding, bytes, pages },
            website: self.website,
            diagnostics: self.diagnostics,
        }
    }
}

/// A table whose torn rows are put together, if it has any, and the number of each of its rows.
fn mended(draft: &Draft) -> Option<(Draft, Vec<u32>)> {
    let single = |(at, cell): (usize, &DraftCell)| cell.column == at && cell.colspan == 1;
    let whole = |row: &[DraftCell]| row.len() == draft.columns && row.iter().enumerate().all(single);
    let blank = |cell: &DraftCell| cell.paragraphs.iter().all(|words| words.trim().is_empty());
    let open = |row: &[DraftCell]| row.first().is_some_and(|cell| cell.column == 0 && blank(cell));
    // Merged cells of the row above may reach down beside one.
    let beside = |above: &[DraftCell], row: &[DraftCell]| {
        let free = |column: usize| above.get(column).is_some_and(|over| over.rowspan == 1);
        let down = above.iter().filter(|cell| cell.rowspan > 1).count();
        row.len() + down == draft.columns
            && row.iter().all(|cell| cell.rowspan == 1 && cell.colspan == 1 && free(cell.column))
    };
    let text = |row: &[DraftCell]| -> Vec<String> {
        let mut cells = vec![String::new(); draft.columns];
        for cell in row {
            cells[cell.column].push_str(cell.paragraphs.concat().trim());
        }
        cells
    };
    let rows = || draft.rows.iter().enumerate().skip(draft.header_rows + 1);
    if draft.columns < 3 || !rows().any(|(at, row)| open(row) && !open(&draft.rows[at - 1])) {
        return None;
    }
    let top = draft.rows.len().min(draft.header_rows + 1);
    let mut mended = Draft { rows: draft.rows[..top].to_vec(), ..draft.clone() };
    let mut numbers: Vec<u32> = (1..=top as u32).collect();
    let mut torn = 0;
    for (at, row) in rows() {
        let above = mended.rows.last_mut()?;
        let goes_on = torn < severed::MOST
            && open(row)
            && !open(above)
            && whole(above)
            && beside(above, row)
            && severed::goes_on(&text(above), &text(row));
        if !goes_on {
            torn = 0;
            mended.rows.push(row.clone());
            numbers.push(at as u32 + 1);
            continue;
        }
        torn += 1;
        for more in row.iter().filter(|more| !blank(more)) {
            let cell = &mut above[more.column];
            let mut more = more.paragraphs.iter();
            if let (Some(last), Some(first)) = (cell.paragraphs.last_mut(), more.next()) {
                *last = [last.trim_end(), first.trim_start()].concat();
            }
            cell.paragraphs.extend(more.cloned());
        }
        for cell in above.iter_mut() {
            cell.rowspan = (cell.rowspan - 1).max(1);
        }
    }
    (mended.rows.len() < draft.rows.len()).then_some((mended, numbers))
}

/// Whether a line of a cell is a bracket that belongs to the name above it: `县卫健局` and `（县疾控局）`.
fn is_alias(above: &str, words: &str) -> bool {
    const LONGEST: usize = 45;
    let words = words.trim();
    let inner = words.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let last = above.rsplit('\n').next().unwrap_or_default();
    let name = last.rsplit(['、', '，', ' ']).next().unwrap_or_default();
    inner.is_some_and(|inner| inner.len() <= LONGEST && !inner.contains(['（', '(', '。', '；', '：', ':']))
        && gongwen_text::Label::read(words).is_none()
        && !last.contains(['。', '；', '：'])
        && gongwen_lexicon::ends_with_any(name, gongwen_lexicon::words("unit_endings"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_below_names_are_theirs() {
        let alias = |above, words| is_alias(above, words);
        assert!(alias("县卫健局", "（县疾控局）"));
        assert!(alias("县财政局\n县卫健局", "（牵头）"));
        assert!(!alias("建设学校3所。", "（县教育局）"));
        assert!(!alias("县教育局", "（一）建设学校"));
        assert!(!alias("县教育局", "（一）"));
    }

    #[test]
    fn cells_stand_in_order_and_slice() {
        let mut scribe = Scribe::default();
        let hints = Hints { bold: "  一、".len(), ..Hints::default() };
        scribe.paragraph("  一、总体\u{200B}要求\u{A0}", hints, Locator::default());
        assert_eq!(scribe.paragraph("—　7　—", hints, Locator::default()), None);
        let cell = |column, words: &[&str]| DraftCell {
            column,
            rowspan: 1,
            colspan: 1,
            paragraphs: words.iter().map(|w| (*w).to_owned()).collect(),
        };
        let rows = vec![
            vec![cell(0, &["1"]), cell(1, &["县科协", "", "县教育局"])],
            vec![cell(0, &[""]), cell(1, &["无"])],
        ];
        scribe.table(&Draft { rows, columns: 2, ..Draft::default() }, None);
        let manuscript = scribe.finish(Format::Html, "utf-8", 0, None);
        assert_eq!(manuscript.text, "一、总体要求\n1\t县科协\n县教育局\n\t无\n");
        let grid = &manuscript.tables[0];
        assert_eq!(grid.rows[0][1].span.of_text(&manuscript.text), "县科协\n县教育局");
        assert!(grid.rows[1][0].span.is_empty());
        let place = manuscript.locator(grid.rows[1][1].span).expect("cells have places");
        assert_eq!((place.row, place.column), (Some(2), Some(2)));
        let Block::Paragraph(p) = manuscript.blocks[0] else { panic!("a paragraph first") };
        assert_eq!(p.bold as usize, "一、".len());
    }
}
