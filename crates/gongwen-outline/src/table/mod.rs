//! Reading a grid: what its columns hold, which rows are rows, what merged cells say.
//!
//! A header's name decides a column's role (`columns.toml` of the lexicon); where it does not, the cells do. Values are
//! carried down only as far as guide 4 has them carried down.

mod allot;
mod fill;
mod item;
mod marks;
mod matrix;
mod object;
mod role;

use crate::model::{Column, ColumnRole, Item, Row, RowCell, TableKind, TableReading};
use gongwen_text::{Grid, Span};
use matrix::Matrix;

pub(crate) use allot::{is_money, tells_past};
pub(crate) use item::strip_label;
pub(crate) use role::{names_members, names_units};

/// Reads the grid number `grid` of a manuscript.
///
/// Sections are filled in later. A grid without rows, or wider than [`matrix::WIDEST`] columns, is
/// [`TableKind::Other`] without rows. `stated` when the format says which cells are merged.
pub(crate) fn read_grid(text: &str, grid: usize, table: &Grid, stated: bool) -> TableReading {
    let mut reading = TableReading {
        grid,
        section: None,
        kind: TableKind::Other,
        unit: None,
        header_rows: table.header_rows.min(table.rows.len()),
        marks: Vec::new(),
        columns: Vec::new(),
        rows: Vec::new(),
    };
    let Some(matrix) = Matrix::new(text, table) else { return reading };
    let header_rows = matrix.header_rows(table.header_rows);
    reading.header_rows = header_rows;
    let body = matrix.body(header_rows);
    let mut roles = role::read(&matrix, header_rows, &body);
    reading.marks = marks::read(text, table, &matrix, header_rows, &body, &mut roles).unwrap_or_default();
    reading.kind = kind(&roles, body.is_empty());
    if matches!(reading.kind, TableKind::Other | TableKind::Responsibility) && !body.is_empty() {
        let announced = allot::announced(text, table);
        if let Some(kind) = allot::read(&matrix, header_rows, &body, announced, &mut roles) {
            reading.kind = kind;
        }
    }
    if matches!(reading.kind, TableKind::Indicator | TableKind::Allotment)
        || roles.contains(&ColumnRole::Money)
    {
        reading.unit = allot::unit_above(text, table);
    }
    reading.columns = roles
        .iter()
        .enumerate()
        .map(|(c, &role)| {
            let mut headers = matrix.headers(header_rows, c);
            let header = headers.next().unwrap_or_default();
            Column { role, header, above: headers.find(|above| *above != header).unwrap_or_default() }
        })
        .collect();
    reading.rows = fill::rows(&matrix, &body, &roles, stated);
    let ranked = reading.ranks_items();
    if !matches!(reading.kind, TableKind::Indicator | TableKind::Allotment)
        && let Some(items) = ledger(text, &reading.rows, &roles, ranked)
    {
        reading.kind = TableKind::Ledger;
        for (row, items) in reading.rows.iter_mut().zip(items) {
            row.items = items;
        }
    } else if ranked && reading.kind == TableKind::Responsibility {
        for row in &mut reading.rows {
            row.items = row_items(text, row, &roles, ranked);
        }
    }
    if reading.kind == TableKind::Responsibility {
        for (c, _) in roles.iter().enumerate().filter(|&(_, role)| *role == ColumnRole::Task) {
            for row in &mut reading.rows {
                row.cells[c].span = strip_label(text, row.cells[c].span);
            }
        }
    }
    reading
}

/// The only column of words that say what to do.
fn measure(roles: &[ColumnRole]) -> Option<usize> {
    let mut at = (0..roles.len()).filter(|&c| matches!(roles[c], ColumnRole::Task | ColumnRole::Measure));
    let only = at.next()?;
    at.next().is_none().then_some(only)
}

/// The items of a row in the order of its columns: what its unit is to do and, where items are `ranked` by their columns, what it
/// helps with (`牵头任务 | 配合任务`).
fn row_items(text: &str, row: &Row, roles: &[ColumnRole], ranked: bool) -> Vec<Item> {
    let work = |role: ColumnRole| match role {
        ColumnRole::Task | ColumnRole::Measure => true,
        ColumnRole::Supported => ranked,
        _ => false,
    };
    let cells = row.cells.iter().zip(roles).filter(|&(cell, &role)| work(role) && !cell.merged);
    cells.flat_map(|(cell, _)| item::items(text, cell.span)).collect()
}

/// What columns of these roles are for, as long as they make no ledger.
fn kind(roles: &[ColumnRole], empty: bool) -> TableKind {
    use ColumnRole::{Due, Indicator, Lead, Measure, Person, Responsible, Support, Task, Value};
    let has = |role| roles.contains(&role);
    if empty {
        return TableKind::Other;
    }
    if has(Indicator) && has(Value) {
        return TableKind::Indicator;
    }
    // `考核指标 | 分值 | 评分标准 | 责任单位`: what is to be reached is told in words.
    let acts = has(Task) || has(Measure) || has(Indicator) || has(ColumnRole::Supported);
    let units = has(Lead) || has(Responsible) || has(Support) || has(ColumnRole::Mark);
    // `河流名称 | 县级河长 | 年度任务`; `姓名 | 工作职责` lists who sits in a body.
    let charged = has(Task) && has(Person);
    if acts && (units || has(Due) || charged) { TableKind::Responsibility } else { TableKind::Other }
}

/// The items of every row, if the rows are a ledger: a unit a row, before one column of words, some of whose cells hold
/// several items; no unit twice. Where columns rank the items, cells may hold one each.
fn ledger(text: &str, rows: &[Row], roles: &[ColumnRole], ranked: bool) -> Option<Vec<Vec<Item>>> {
    use ColumnRole::{Lead, Responsible, Support};
    let mut units = (0..roles.len()).filter(|&c| matches!(roles[c], Lead | Responsible));
    let unit = units.next()?;
    // Who helps stands behind the items: `责任单位 | 工作任务 | 配合单位`.
    let helps = || roles.iter().position(|&role| role == ColumnRole::Supported).filter(|_| ranked);
    let words = measure(roles).or_else(helps)?;
    if unit > words || units.next().is_some() || roles[..words].contains(&Support) {
        return None;
    }
    if !rows.iter().map(|row| row.cells[unit]).all(|cell| !cell.merged && !cell.span.is_empty()) {
        return None;
    }
    let mut names: Vec<&str> = rows.iter().map(|row| row.cells[unit].span.of_text(text)).collect();
    names.sort_unstable();
    if names.windows(2).any(|two| two[0] == two[1]) {
        return None;
    }
    let items: Vec<_> = rows.iter().map(|row| row_items(text, row, roles, ranked)).collect();
    (ranked || items.iter().any(|items| items.len() > 1)).then_some(items)
}

/// A cell without words.
fn no_words(span: Span) -> RowCell {
    RowCell { span: Span { start: span.start, end: span.start }, merged: false, width: 1 }
}

/// A row with as many cells as there are columns.
fn row(index: usize, cells: Vec<RowCell>) -> Row {
    Row { index, cells, section: None, items: Vec::new() }
}

#[cfg(test)]
mod tests;
