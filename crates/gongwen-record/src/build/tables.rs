//! Tables as printed.

use super::{Ground, words::without_space};
use crate::{Id, IdKind, Table, TableCell};
use gongwen_outline::Outline;
use gongwen_text::Grid;
use std::borrow::Cow;

pub(super) fn tables<'a>(ground: &Ground<'a>, outline: &Outline) -> Vec<Table<'a>> {
    let section_of = |grid: usize| outline.tables.iter().find(|reading| reading.grid == grid)?.section;
    let grids = ground.manuscript.tables.iter().enumerate();
    grids
        .map(|(index, grid)| Table {
            id: Id::at(IdKind::Table, index),
            section: section_of(index).map(|section| Id::at(IdKind::Section, section)),
            caption: grid.caption.map(|span| ground.words(span).into()),
            header: header(ground.text, grid),
            rows: grid.rows[grid.header_rows.min(grid.rows.len())..]
                .iter()
                .map(|row| row.iter().map(|cell| table_cell(ground, cell)).collect())
                .collect(),
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

/// One name a column; upper and lower header cells joined with `/`.
fn header<'a>(text: &'a str, grid: &Grid) -> Vec<Cow<'a, str>> {
    if grid.header_rows == 0 {
        return Vec::new();
    }
    let mut names = vec![Cow::Borrowed(""); grid.columns];
    for cell in grid.rows.iter().take(grid.header_rows).flatten() {
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
