//! Tables that are no data but lines of the document set in a frame: a colophon, a card of keys, a signature.
//!
//! They are found by their words when the manuscript is written, so that one mechanism serves all formats. Separators of cells
//! are one byte and stay one, so that no place in the text moves.

use crate::{colophon, keyed, signature};
use gongwen_text::{Block, Cell, Grid, Manuscript, Paragraph, Span};

/// Makes paragraphs of the tables, and of the last rows of tables, that are lines.
pub(crate) fn unframe(manuscript: &mut Manuscript) {
    let text = &manuscript.text;
    if manuscript.tables.is_empty() {
        return;
    }
    let headed = headed(manuscript);
    let tables = manuscript.tables.iter().enumerate();
    let mut cards: Vec<bool> =
        tables.map(|(index, grid)| keyed::is_card(grid, text, headed[index])).collect();
    // Only the last one can be a signature.
    let signed = manuscript.tables.last().is_some_and(|grid| signature::is_signature(grid, text));
    if let Some(last) = cards.last_mut().filter(|_| signed) {
        *last = true;
    }
    for (grid, _) in manuscript.tables.iter_mut().zip(&cards).filter(|(_, card)| !**card) {
        if let Some(row) = keyed::task(grid, text) {
            *grid = row;
        }
    }
    let begin = |(grid, card): (&Grid, &bool)| if *card { 0 } else { colophon::begin(grid, text) };
    let from: Vec<usize> = manuscript.tables.iter().zip(&cards).map(begin).collect();
    if manuscript.tables.iter().zip(&from).all(|(grid, &from)| from == grid.rows.len()) {
        return;
    }
    let mut grids: Vec<Option<Grid>> = std::mem::take(&mut manuscript.tables).into_iter().map(Some).collect();
    for block in std::mem::take(&mut manuscript.blocks) {
        let Block::Table(index) = block else {
            manuscript.blocks.push(block);
            continue;
        };
        let Some(mut grid) = grids[index].take() else { continue };
        let rows = grid.rows.split_off(from[index]);
        if let Some(last) = grid.rows.last().and_then(|row| row.last()) {
            grid.span.end = if rows.is_empty() { grid.span.end } else { last.span.end };
            manuscript.blocks.push(Block::Table(manuscript.tables.len()));
            manuscript.tables.push(grid);
        }
        for row in &rows {
            let text = &manuscript.text;
            let marks = match cards[index] {
                true if signed && index + 1 == cards.len() => signature::marks(row),
                true => keyed::marks(row, text),
                false => colophon::marks(row, text),
            };
            lines(row, &marks, manuscript);
        }
    }
}

/// For each table whether a heading stands directly above it.
fn headed(manuscript: &Manuscript) -> Vec<bool> {
    let mut headed = vec![false; manuscript.tables.len()];
    for two in manuscript.blocks.windows(2) {
        if let [Block::Paragraph(above), Block::Table(table)] = &two {
            headed[*table] = gongwen_text::Label::read(above.span.of_text(&manuscript.text)).is_some();
        }
    }
    headed
}

/// Writes a row as lines; `marks` part its filled cells. Paragraphs of a cell are lines of their own.
fn lines(row: &[Cell], marks: &[char], manuscript: &mut Manuscript) {
    let filled: Vec<&Cell> = row.iter().filter(|cell| !cell.span.is_empty()).collect();
    let (Some(first), Some(last)) = (filled.first(), filled.last()) else { return };
    let (start, end) = (first.span.from(), last.span.to());
    for (pair, mark) in filled.windows(2).zip(marks) {
        // Between two filled cells stand empty ones.
        let mut mark = mark.to_string();
        for at in pair[0].span.to()..pair[1].span.from() {
            manuscript.text.replace_range(at..=at, &mark);
            " ".clone_into(&mut mark);
        }
    }
    let mut at = start;
    for line in manuscript.text[start..end].split('\n') {
        let words = line.trim();
        let from = at + (line.len() - line.trim_start().len());
        if !words.is_empty() {
            let span = Span::new(from, from + words.len());
            manuscript.blocks.push(Block::Paragraph(Paragraph::plain(span)));
        }
        at += line.len() + 1;
    }
}

/// What the tests of all such tables share.
#[cfg(test)]
pub(crate) mod trial {
    use gongwen_text::Block;

    /// Reads a page with a table of these rows (`|` between cells, `/` between lines of one) and says what became of them.
    pub(crate) fn check(rows: &[&str], expect: &[&str]) {
        let cells =
            |row: &&str| format!("<tr><td>{}</td></tr>", row.replace('/', "<br>").replace('|', "</td><td>"));
        let table: String = rows.iter().map(cells).collect();
        let page =
            format!("<html><body><p>某县水利工程建设实施方案。</p><table>{table}</table></body></html>");
        let manuscript = crate::read(page.as_bytes(), None).expect("a page");
        let mut got: Vec<String> = manuscript
            .blocks
            .iter()
            .skip(1)
            .map(|block| match block {
                Block::Paragraph(p) => p.span.of_text(&manuscript.text).to_owned(),
                Block::Table(t) => format!("[{} rows]", manuscript.tables[*t].rows.len()),
            })
            .collect();
        got.extend(manuscript.diagnostics.iter().map(|d| d.code.to_owned()));
        assert_eq!(got, expect, "{rows:?}");
    }
}
