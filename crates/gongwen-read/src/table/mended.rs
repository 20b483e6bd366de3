//! Rows that a page or a program tore over several: they are put together where the cells say so ([`severed`]) and the grid allows it.

use super::TextCell;
use super::source::slice;
use super::words::Words;
use crate::line::Line;
use crate::severed;

/// Puts rows that go on with the row above to it. Merged cells of that row may reach down beside them.
pub(super) fn mend(
    lines: &[Line<'_>],
    header_rows: usize,
    columns: usize,
    rows: &mut Vec<Vec<TextCell>>,
    words: &mut Words,
) {
    let text = |row: &[TextCell], words: &Words| text(lines, row, columns, words);
    let mut kept: Vec<Vec<TextCell>> = Vec::with_capacity(rows.len());
    let mut torn = 0;
    for (at, row) in std::mem::take(rows).into_iter().enumerate() {
        let may = at > header_rows && torn < severed::MOST;
        let above = kept.last_mut().filter(|above| may && stands_below(&row, above, columns));
        match above {
            Some(above) if severed::goes_on(&text(above, words), &text(&row, words)) => {
                torn += 1;
                put_to(above, &row, words);
            }
            _ => {
                torn = 0;
                kept.push(row);
            }
        }
    }
    *rows = kept;
}

/// Whether a row without a first cell stands below a whole row, each of its cells below one and the others below merged ones.
fn stands_below(row: &[TextCell], above: &[TextCell], columns: usize) -> bool {
    let first =
        |row: &[TextCell]| row.first().filter(|cell| cell.column == 0).map(|cell| cell.words.is_empty());
    let single = |(at, cell): (usize, &TextCell)| usize::from(cell.column) == at && cell.colspan == 1;
    let free = |column: u16| above.get(usize::from(column)).is_some_and(|over| over.rowspan == 1);
    let down = || above.iter().filter(|cell| cell.rowspan > 1).count();
    first(row) == Some(true)
        && first(above) == Some(false)
        && above.len() == columns
        && above.iter().enumerate().all(single)
        && row.len() + down() == columns
        && row.iter().all(|cell| cell.rowspan == 1 && cell.colspan == 1 && free(cell.column))
}

/// The words of a row by column.
fn text(lines: &[Line<'_>], row: &[TextCell], columns: usize, words: &Words) -> Vec<String> {
    let mut cells = vec![String::new(); columns];
    for cell in row {
        let parts = words.of(cell.words).iter();
        cells[usize::from(cell.column)].extend(parts.filter_map(|part| slice(lines, part.start, part.end)));
    }
    cells
}

/// Adds the words of a row to the row above, whose merged cells reach down over one row less.
fn put_to(above: &mut [TextCell], row: &[TextCell], words: &mut Words) {
    for more in row.iter().filter(|more| !more.words.is_empty()) {
        let cell = &mut above[usize::from(more.column)];
        cell.words = words.together(cell.words, more.words);
    }
    for cell in above {
        cell.rowspan = (cell.rowspan - 1).max(1);
    }
}
