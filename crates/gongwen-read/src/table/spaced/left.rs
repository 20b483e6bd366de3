//! What stands behind the end of a table and looks like more of its rows.

use crate::line::{Line, LineKind};
use crate::table::cell::split_spaces;
use crate::table::header::{Header, heads_anew, starts_number};

/// The line at which a table of spaces ended, where wide gaps or its number say that it is one more row.
pub(in crate::table) fn looks_like_row<'l, 'a>(
    lines: &'l [Line<'a>],
    header: &Header,
    end: usize,
) -> Option<&'l Line<'a>> {
    // A row whose words stand above and below its middle line shows its cells there.
    const NEAR: usize = 3;
    let cells = header.names.len().min(3);
    let apart = |line: &Line<'_>, least: usize| split_spaces(line.text, least).count() >= cells;
    let counted = header.number_column() == Some(0);
    let row = |line: &&Line<'_>| apart(line, 2) || counted && starts_number(line.text) && apart(line, 1);
    let below = lines[end..].iter().filter(|line| line.kind != LineKind::Furniture).take(NEAR);
    // A signature has its date behind a gap.
    below.take_while(|line| line.has_words() && !line.gap).find(row)
}

/// The line of tabs that stands behind the end of a table of tabs and has as many cells: a line between them was not understood.
pub(in crate::table) fn tabs_go_on<'l, 'a>(
    lines: &'l [Line<'a>],
    header: &Header,
    end: usize,
) -> Option<&'l Line<'a>> {
    let mut below = lines[end..].iter().filter(|line| line.kind == LineKind::Words);
    below.next()?;
    let line = below.next().filter(|line| !line.gap)?;
    let cells = line.raw.split('\t');
    let repeated = cells.clone().filter(|cell| header.repeats(cell.trim())).count();
    let row = cells.clone().count() == header.names.len()
        && repeated * 2 <= header.names.len()
        && !heads_anew(cells, header);
    row.then_some(line)
}
