//! Rows parted by tabs under a header that nobody knows: the grid is plain, what its columns mean is for the outline to tell.

use super::cell::Piece;
use super::words::{Place, Words};
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};

/// Fewest cells of a row, and fewest rows.
const CELLS: usize = 3;
const ROWS: usize = 3;
/// Most cells and rows.
const MOST_CELLS: usize = 64;
const MOST_ROWS: usize = 2000;

/// The rows from line `top` on. Where they have as many cells each, they are laid out; else each row is one cell, for words of
/// several cells beside each other make no sentences, and `whole` is false.
pub(super) fn read(lines: &[Line<'_>], top: usize) -> Option<(TextTable, bool)> {
    let first = cells(&lines[top])?;
    let columns = first.len();
    if first.iter().filter(|cell| !cell.is_empty()).count() < 2 {
        return None;
    }
    let mut found = vec![(top, first)];
    let mut end = top + 1;
    let mut even = true;
    for (at, line) in lines.iter().enumerate().skip(top + 1).take(MOST_ROWS) {
        match line.kind {
            LineKind::Furniture => continue,
            LineKind::Blank if line.raw.contains('\t') => continue,
            LineKind::Blank => break,
            LineKind::Words => {}
        }
        let Some(row) = cells(line) else { break };
        even &= row.len() == columns;
        found.push((at, row));
        end = at + 1;
    }
    if found.len() < ROWS {
        return None;
    }
    let mut words = Words::default();
    let columns = if even { columns } else { CELLS };
    let mut rows = Vec::with_capacity(found.len());
    for (at, row) in found {
        let line = &lines[at];
        if !even {
            rows.push(vec![TextCell::over(columns, words.whole(Piece::range(line, line.text)))]);
            continue;
        }
        let cell = |(column, &cell): (usize, &&str)| {
            let place =
                if cell.is_empty() { Place::default() } else { words.whole(Piece::range(line, cell)) };
            TextCell::single(column, place)
        };
        rows.push(row.iter().enumerate().map(cell).collect());
    }
    let table = TextTable { lines: top..end, columns, rows, words, ..TextTable::default() };
    Some((table, even))
}

/// The cells of a line, if it is a row: three or more, two of them with words, none a mere indent.
fn cells<'a>(line: &Line<'a>) -> Option<Vec<&'a str>> {
    let raw = line.raw.trim_matches([' ', '\u{3000}', '\u{FEFF}', '\r']);
    let cells: Vec<&str> =
        raw.split('\t').take(MOST_CELLS + 1).map(|cell| cell.trim().trim_matches('*')).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    ((CELLS..=MOST_CELLS).contains(&cells.len()) && filled >= 2 && line.heading.is_none()).then_some(cells)
}

#[cfg(test)]
mod tests {
    use crate::table::tests::check;

    #[test]
    fn tabs_part_cells_whatever_the_columns_are_called() {
        check(
            "林区\t面积（亩）\t包保领导\t属地\n茂兰林区\t18500\t罗某\t茂兰镇\n朝阳林区\t62000\t何某\t\n后文。",
            "林区 | 面积（亩） | 包保领导 | 属地\n茂兰林区 | 18500 | 罗某 | 茂兰镇\n朝阳林区 | 62000 | 何某 | ",
        );
    }

    #[test]
    fn rows_of_as_many_cells_as_they_like_are_not_laid_out() {
        check(
            "甲水库\t100万方\t张某\t每月巡查2次\n乙水库\t200万方\t李某\n丙水库\t300万方\t王某\t每月巡查3次",
            "甲水库\t100万方\t张某\t每月巡查2次\n乙水库\t200万方\t李某\n丙水库\t300万方\t王某\t每月巡查3次\ntable-unread",
        );
        check("一、\t总体要求\n二、\t重点\t任务\n三、\t保障措施", "");
        check("牵头：\t县水利局\t县财政局\n正文。", "");
    }
}
