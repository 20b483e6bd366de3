//! Body rows with merged cells filled from above (guide, 4).

use super::matrix::{BodyRow, DITTO, Matrix, NOTHING};
use super::{no_words, row};
use crate::model::{ColumnRole, Row, RowCell};
use gongwen_text::{Cell, Span};

/// The body rows, one cell a column. `stated` when the format says which cells are merged.
pub(super) fn rows(matrix: &Matrix<'_>, body: &[BodyRow], roles: &[ColumnRole], stated: bool) -> Vec<Row> {
    let mut above: Vec<Span> = vec![Span::default(); roles.len()];
    let mut rows = Vec::with_capacity(body.len());
    let (mut before, mut open) = (above.clone(), Vec::with_capacity(roles.len()));
    for &BodyRow { row: index, after_group } in body {
        if after_group {
            above.fill(Span::default());
        }
        before.copy_from_slice(&above);
        open.clear();
        let mut cells: Vec<RowCell> = Vec::with_capacity(roles.len());
        for (c, held) in above.iter_mut().enumerate() {
            let (cell, empty) = cell(matrix, index, c, roles, *held);
            if !empty {
                *held = cell.span;
            }
            cells.push(cell);
            open.push(empty);
        }
        if !matrix.spans_rows {
            carry_down(matrix.text, &mut cells, &open, (&before, &mut above), roles, stated);
        }
        rows.push(row(index, cells));
    }
    rows
}

/// The column whose words a cell holds: over a group and what it groups (`燃煤治理 | 清洁取暖改造`) stands what belongs to no group.
fn owner(cell: &Cell, roles: &[ColumnRole]) -> usize {
    let first = usize::from(cell.column);
    if cell.colspan < 2 || roles.get(first) != Some(&ColumnRole::Group) {
        return first;
    }
    let named =
        |&c: &usize| matches!(roles[c], ColumnRole::Task | ColumnRole::Measure | ColumnRole::Indicator);
    (first + 1..roles.len().min(first + usize::from(cell.colspan))).find(named).unwrap_or(first)
}

/// What a place says by itself, and whether it is printed empty.
fn cell(
    matrix: &Matrix<'_>,
    row: usize,
    column: usize,
    roles: &[ColumnRole],
    above: Span,
) -> (RowCell, bool) {
    let Some(place) = matrix.at(row, column) else { return (RowCell::default(), true) };
    let span = place.cell.span;
    let words = span.of_text(matrix.text);
    if owner(&place.cell, roles) != column {
        return (no_words(span), false);
    }
    if NOTHING.holds(words) {
        return (no_words(span), false);
    }
    if DITTO.holds(words) {
        return (RowCell { span: above, merged: !above.is_empty(), width: 1 }, false);
    }
    let width = (place.cell.column + place.cell.colspan).saturating_sub(column as u16);
    (RowCell { span, merged: place.row < row && !span.is_empty(), width }, words.is_empty())
}

/// Fills cells printed empty where the column is one that documents merge.
///
/// A group and a task reach down to the next one. Units reach down inside their group only; units without a rank only where
/// the row names no other; and where merged cells would be `stated`, only into rows whose group or task is open as well.
fn carry_down(
    text: &str,
    cells: &mut [RowCell],
    open: &[bool],
    (before, above): (&[Span], &mut [Span]),
    roles: &[ColumnRole],
    stated: bool,
) {
    use ColumnRole::{Group, Lead, Measure, Responsible, Task};
    let new_group = roles.iter().enumerate().any(|(c, &role)| {
        // A page break repeats the name of a group that goes on.
        role == Group && !open[c] && cells[c].span.of_text(text) != before[c].of_text(text)
    });
    let says = |wanted: ColumnRole| roles.iter().zip(open).any(|(&role, &empty)| role == wanted && !empty);
    let lead_printed = roles.contains(&Lead) && says(Lead);
    let measured = says(Measure);
    let begun = (0..cells.len()).any(|c| open[c] && matches!(roles[c], Group | Task) && !above[c].is_empty());
    let shared = !new_group && (begun || !stated);
    for c in 0..cells.len() {
        if !open[c] {
            continue;
        }
        let reaches = match roles[c] {
            Group => true,
            Task => measured,
            Lead => shared,
            Responsible => shared && !lead_printed,
            _ => false,
        };
        if reaches && !above[c].is_empty() {
            cells[c] = RowCell { span: above[c], merged: true, width: 1 };
        } else if new_group {
            above[c] = Span::default();
        }
    }
}
