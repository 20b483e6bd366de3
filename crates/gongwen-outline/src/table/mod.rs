//! Reading a grid: what its columns hold, which rows are rows, what merged cells say.
//!
//! A header's name decides a column's role (`columns.toml` of the lexicon); where it does not, the cells do. Values are
//! carried down only as far as guide 4 has them carried down.

mod fill;
mod item;
mod matrix;
mod role;

use crate::model::{Column, ColumnRole, Row, RowCell, TableKind, TableReading};
use gongwen_text::{Grid, Span};
use matrix::Matrix;

pub(crate) use item::strip_label;

/// Reads the grid number `grid` of a manuscript.
///
/// Sections are filled in later. A grid without rows, or wider than [`matrix::WIDEST`] columns, is
/// [`TableKind::Other`] without rows.
pub(crate) fn read_grid(text: &str, grid: usize, table: &Grid) -> TableReading {
    let mut reading =
        TableReading { grid, section: None, kind: TableKind::Other, columns: Vec::new(), rows: Vec::new() };
    let Some(matrix) = Matrix::new(text, table) else { return reading };
    let header_rows = matrix.header_rows(table.header_rows);
    let body = matrix.body(header_rows);
    let roles = role::read(&matrix, header_rows, &body);
    reading.columns = roles
        .iter()
        .enumerate()
        .map(|(c, &role)| Column { role, header: matrix.header(header_rows, c).unwrap_or_default() })
        .collect();
    reading.rows = fill::rows(&matrix, &body, &roles);
    reading.kind = kind(text, &reading);
    match reading.kind {
        TableKind::Ledger => {
            let at = measure(&roles);
            for row in &mut reading.rows {
                row.items = at.map(|c| item::items(text, row.cells[c].span)).unwrap_or_default();
            }
        }
        TableKind::Responsibility => {
            for row in &mut reading.rows {
                for (cell, role) in row.cells.iter_mut().zip(&roles) {
                    if *role == ColumnRole::Task {
                        cell.span = strip_label(text, cell.span);
                    }
                }
            }
        }
        _ => {}
    }
    reading
}

/// The only column of words that say what to do.
fn measure(roles: &[ColumnRole]) -> Option<usize> {
    let mut at = (0..roles.len()).filter(|&c| matches!(roles[c], ColumnRole::Task | ColumnRole::Measure));
    let only = at.next()?;
    at.next().is_none().then_some(only)
}

fn kind(text: &str, reading: &TableReading) -> TableKind {
    use ColumnRole::{Due, Indicator, Lead, Measure, Responsible, Support, Task, Value};
    let roles: Vec<ColumnRole> = reading.columns.iter().map(|c| c.role).collect();
    let has = |role| roles.contains(&role);
    if reading.rows.is_empty() {
        return TableKind::Other;
    }
    if has(Indicator) && has(Value) {
        return TableKind::Indicator;
    }
    let acts = has(Task) || has(Measure);
    let units = roles.iter().filter(|r| matches!(r, Lead | Responsible | Support)).count();
    if units == 1 && is_ledger(text, reading, &roles) {
        return TableKind::Ledger;
    }
    if acts && (units > 0 || has(Due)) { TableKind::Responsibility } else { TableKind::Other }
}

/// A unit a row, before one column of words, some of whose cells hold several items; no unit twice.
fn is_ledger(text: &str, reading: &TableReading, roles: &[ColumnRole]) -> bool {
    let Some(words) = measure(roles) else { return false };
    let Some(unit) = roles.iter().position(|r| matches!(r, ColumnRole::Lead | ColumnRole::Responsible))
    else {
        return false;
    };
    let spans = |c: usize| reading.rows.iter().map(move |r| r.cells[c]);
    let mut names: Vec<&str> = spans(unit).map(|cell| cell.span.of_text(text)).collect();
    names.sort_unstable();
    let once = names.windows(2).all(|w| w[0] != w[1]) && spans(unit).all(|c| !c.merged && !c.span.is_empty());
    unit < words && once && spans(words).any(|c| item::items(text, c.span).len() > 1)
}

/// A cell without words.
fn no_words(span: Span) -> RowCell {
    RowCell { span: Span { start: span.start, end: span.start }, merged: false }
}

/// A row with as many cells as there are columns.
fn row(index: usize, cells: Vec<RowCell>) -> Row {
    Row { index, cells, section: None, items: Vec::new() }
}

#[cfg(test)]
mod tests;
