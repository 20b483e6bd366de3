//! Tables as printed.

use super::{Ground, words::without_space};
use crate::{Id, IdKind, Table, TableCell};
use gongwen_outline::Outline;
use gongwen_text::Grid;
use std::borrow::Cow;

pub(super) fn tables<'a>(ground: &Ground<'a>, outline: &Outline) -> Vec<Table<'a>> {
    let reading_of = |grid: usize| outline.tables.iter().find(|reading| reading.grid == grid);
    let grids = ground.manuscript.tables.iter().enumerate();
    grids
        .map(|(index, grid)| {
            let reading = reading_of(index);
            let headers =
                reading.map_or(grid.header_rows, |reading| reading.header_rows).min(grid.rows.len());
            Table {
                id: Id::at(IdKind::Table, index),
                section: reading.and_then(|reading| reading.section).map(|at| Id::at(IdKind::Section, at)),
                caption: grid.caption.map(|span| ground.words(span).into()),
                header: header(ground.text, grid, headers),
                rows: grid.rows[headers..]
                    .iter()
                    .map(|row| row.iter().map(|cell| table_cell(ground, cell)).collect())
                    .collect(),
            }
        })
        .collect()
}

fn table_cell<'a>(ground: &Ground<'a>, cell: &gongwen_text::Cell) -> TableCell<'a> {
    TableCell {
        text: ground.words(cell.span).into(),
        rowspan: cell.rowspan.max(1),
        colspan: cell.colspan.max(1),
        span: ground.place(cell.span),
    }
}

/// One name a column; upper and lower cells of the first `rows` rows joined with `/`.
fn header<'a>(text: &'a str, grid: &Grid, rows: usize) -> Vec<Cow<'a, str>> {
    if rows == 0 {
        return Vec::new();
    }
    let mut names = vec![Cow::Borrowed(""); grid.columns];
    for cell in grid.rows.iter().take(rows).flatten() {
        let words = without_space(cell.span.of_text(text));
        if words.is_empty() {
            continue;
        }
        let first = usize::from(cell.column).min(names.len());
        let last = (first + usize::from(cell.colspan.max(1))).min(names.len());
        for name in &mut names[first..last] {
            if name.is_empty() {
                name.clone_from(&words);
            } else {
                name.to_mut().push('/');
                name.to_mut().push_str(&words);
            }
        }
    }
    names
}
