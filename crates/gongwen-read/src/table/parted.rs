//! Rows under a header that nobody knows, parted by tabs or standing exactly below its names: the grid is plain, what its columns
//! mean is for the outline to tell.

use super::cell::{Piece, is_units};
use super::header::{group_row, is_name_of_figures};
use super::heading::{Bit, bits};
use super::words::{Place, Words};
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};

/// Fewest cells of a row, and fewest rows.
const CELLS: usize = 3;
const ROWS: usize = 3;
/// Most cells and rows.
const MOST_CELLS: usize = 64;
const MOST_ROWS: usize = 2000;
/// Most rows that stand exactly below names: where a later one does not, all of them were looked at for nothing.
const MOST_ALIGNED: usize = 300;

/// The rows from line `top` on. Where they have as many cells each, they are laid out; else each row is one cell, for words of
/// several cells beside each other make no sentences, and `whole` is false.
pub(super) fn read(lines: &[Line<'_>], top: usize) -> Option<(TextTable, bool)> {
    let first = cells(&lines[top])?;
    let columns = first.len();
    // Keys and values beside each other are lines of duty.
    if first.iter().any(|cell| cell.contains(['：', ':'])) {
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
    let names = found[0].1.clone();
    let figures = found[1..].iter().flat_map(|(_, row)| row).any(|cell| has_figure(cell));
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
    let header_rows = usize::from(even && heads(&names, figures));
    let table = TextTable { lines: top..end, header_rows, columns, rows, words, ..TextTable::default() };
    Some((table, even))
}

/// Whether the first row of a grid is its header: names alone, above figures.
fn heads(names: &[&str], figures: bool) -> bool {
    figures && names.iter().all(|name| is_name(name))
}

/// Whether words may name a column: short, no figure, no key with its value.
fn is_name(words: &str) -> bool {
    is_name_of_figures(words) && !has_figure(words) && !words.contains(['：', ':'])
}

fn has_figure(words: &str) -> bool {
    words.bytes().any(|byte| byte.is_ascii_digit())
}

/// The rows of spaces below line `top`, whose every cell begins exactly below a name there: where it stands tells whose it is,
/// whatever the columns are called.
///
/// A row without its first cell belongs to a merged one above it where bodies stand below bodies; all else that begins so may be what
/// is left of a cell, and nothing is read.
pub(super) fn aligned(lines: &[Line<'_>], top: usize) -> Option<TextTable> {
    let names = bits(&lines[top], top)?;
    let starts: Vec<usize> = names.iter().map(|name| name.from).collect();
    if names.len() < CELLS || !names.iter().all(|name| is_name(name.words)) {
        return None;
    }
    let mut words = Words::default();
    let columns = starts.len();
    let cell = |words: &mut Words, column: usize, range| TextCell::single(column, words.whole(range));
    let mut rows = vec![Vec::with_capacity(columns)];
    for (column, name) in names.iter().enumerate() {
        rows[0].push(cell(&mut words, column, Piece::range(&lines[top], name.words)));
    }
    let (mut end, mut body, mut above) = (top + 1, 0, vec![""; columns]);
    for (at, line) in lines.iter().enumerate().skip(top + 1).take(MOST_ALIGNED) {
        match line.kind {
            LineKind::Furniture => continue,
            LineKind::Blank => break,
            LineKind::Words => {}
        }
        let own = bits(line, at)?;
        let cells = under(line, &own, &starts);
        if let [only] = &own[..] {
            let goes_on = || {
                lines.get(at + 1).and_then(|next| bits(next, at + 1)).is_some_and(|next| next.len() >= CELLS)
            };
            if group_row(only.words) && goes_on() {
                rows.push(vec![TextCell::over(columns, words.whole(Piece::range(line, only.words)))]);
                above.fill("");
                continue;
            }
            // A paragraph at the margin, or what is left of a cell.
            if only.from > starts[0] {
                return None;
            }
            break;
        }
        let cells = cells?;
        let merged = cells[0].is_empty();
        let names = |words: &str| is_units(words) && !has_figure(words);
        let bodies = |c: &usize| names(above[*c]) && names(cells[*c]);
        // `县发展和` over `改革局`
        let torn =
            |c: usize| names(above[c]) != names(cells[c]) && !cells[c].is_empty() && !above[c].is_empty();
        if merged && (own.len() < CELLS || !(0..columns).any(|c| bodies(&c)) || (0..columns).any(torn)) {
            return None;
        }
        let row = cells.iter().enumerate().map(|(column, &text)| match text {
            "" => TextCell::single(column, Place::default()),
            _ => cell(&mut words, column, Piece::range(line, text)),
        });
        rows.push(row.collect());
        above = cells;
        body += 1;
        end = at + 1;
    }
    (body >= 2).then(|| TextTable {
        lines: top..end,
        header_rows: 1,
        columns,
        rows,
        words,
        ..TextTable::default()
    })
}

/// The words of a line by column, if each begins at the start of one, or behind others in it.
fn under<'a>(line: &Line<'a>, own: &[Bit<'a>], starts: &[usize]) -> Option<Vec<&'a str>> {
    let mut cells = vec![""; starts.len()];
    let mut open: Option<(usize, usize)> = None;
    for bit in own {
        let from = bit.words.as_ptr() as usize - line.raw.as_ptr() as usize;
        let begun = starts.iter().position(|&start| start == bit.from);
        // `副县长  罗某`: blanks inside a cell end before the next column.
        let inside =
            || open.filter(|&(column, _)| starts.get(column + 1).is_none_or(|&next| bit.from < next));
        let (column, from) = begun.map(|column| (column, from)).or_else(inside)?;
        cells[column] = &line.raw[from..from_end(line, bit)];
        open = Some((column, from));
    }
    Some(cells)
}

fn from_end(line: &Line<'_>, bit: &Bit<'_>) -> usize {
    bit.words.as_ptr() as usize - line.raw.as_ptr() as usize + bit.words.len()
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
    fn cells_that_stand_exactly_below_names_are_theirs() {
        check(
            "林区        面积        包保领导            包保机关        属地    包保事宜\n\
             甲林区      18500       副书记  杨某        县林业局        甲镇    每月督导1次\n\
             \x20                                           县水务局        乙镇    排查隐患30处\n\
             乙林区      62000       罗某                县财政局        丙镇    清理林下500亩\n\n注：后文。",
            "林区 | 面积 | 包保领导 | 包保机关 | 属地 | 包保事宜\n甲林区 | 18500 | 副书记  杨某 | 县林业局 | 甲镇 | 每月督导1次\n\
             \x20|  |  | 县水务局 | 乙镇 | 排查隐患30处\n乙林区 | 62000 | 罗某 | 县财政局 | 丙镇 | 清理林下500亩",
        );
        // What is left of a cell, and what stands off a name.
        check(
            "林区        面积        包保领导\n甲林区      18500       杨某\n                        罗某\n乙林区      3           何某",
            "",
        );
        check(
            "林区        面积        包保领导\n甲林区       18500       杨某\n乙林区        3           何某",
            "",
        );
        check(
            "牵头：县水利局    配合：县财政局    时限：六月\n牵头：县水务局    配合：县财政局    时限：六月\n牵头：县水务局    配合：县财政局    时限：六月",
            "",
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
        let keys = "牵头单位：县水利局\t配合单位：县财政局\t时限：六月";
        check(&[keys, keys, keys].join("\n"), "");
    }
}
