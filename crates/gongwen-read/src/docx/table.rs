//! Tables: merged cells become spans (ISO/IEC 29500-1, 17.4).

use super::body::{Body, CellLook};
use super::line::{Item, RowCell, TableItem};
use crate::error::ReadError;
use crate::limit;

/// What a row says of itself.
#[derive(Clone, Copy, Debug, Default)]
struct RowLook {
    before: u32,
    header: bool,
    deleted: bool,
}

/// Vertical merges that are open: by leftmost column, row and cell that began them.
type Open = Vec<Option<(usize, usize)>>;

impl Body<'_> {
    /// The table that was opened last, up to its end.
    pub(super) fn table(&mut self, sink: &mut Vec<Item>) -> Result<(), ReadError> {
        let mut rows = TableItem::default();
        let mut open = Open::new();
        let mut headers = true;
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            if tag.name() != "tr" {
                self.enters(&tag)?;
                continue;
            }
            if let Some(look) = self.row(&mut rows, &mut open)? {
                headers &= look.header;
                rows.header_rows += usize::from(headers);
            }
        }
        sink.push(Item::Table(rows));
        Ok(())
    }

    /// One row; `None` when it was deleted.
    fn row(&mut self, rows: &mut TableItem, open: &mut Open) -> Result<Option<RowLook>, ReadError> {
        let mut look = RowLook::default();
        let mut cells: Vec<RowCell> = Vec::new();
        let mut column = 0;
        let at = rows.rows.len();
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "trPr" => {
                    look = self.row_look()?;
                    column = look.before as usize;
                }
                "tc" => {
                    let (cell, items) = self.cell()?;
                    if cell.deleted || look.deleted {
                        continue;
                    }
                    let colspan = cell.columns.unwrap_or(1).max(1) as usize;
                    if column + colspan > limit::COLUMNS {
                        return Err(ReadError::Limit {
                            what: "columns of a table",
                            limit: limit::COLUMNS as u64,
                        });
                    }
                    if cell.horizontal == Some(false)
                        && let Some(left) = cells.last_mut()
                    {
                        left.colspan += colspan;
                        left.items.extend(items);
                        column += colspan;
                        continue;
                    }
                    if open.len() < column + colspan {
                        open.resize(column + colspan, None);
                    }
                    if cell.vertical == Some(false)
                        && let Some((row, index)) = open[column]
                    {
                        rows.rows[row][index].rowspan = at + 1 - row;
                        column += colspan;
                        continue;
                    }
                    open[column..column + colspan].fill(None);
                    if cell.vertical.is_some() {
                        open[column] = Some((at, cells.len()));
                    }
                    cells.push(RowCell { column, rowspan: 1, colspan, items });
                    column += colspan;
                }
                _ => {
                    self.enters(&tag)?;
                }
            }
        }
        if look.deleted {
            self.tally.deletions += 1;
            return Ok(None);
        }
        rows.columns = rows.columns.max(column);
        rows.rows.push(cells);
        Ok(Some(look))
    }

    fn row_look(&mut self) -> Result<RowLook, ReadError> {
        let mut look = RowLook::default();
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "gridBefore" => look.before = tag.number().unwrap_or(0).min(limit::COLUMNS as u32),
                "tblHeader" => look.header = tag.on(),
                "del" => look.deleted = true,
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(look)
    }

    fn cell(&mut self) -> Result<(CellLook, Vec<Item>), ReadError> {
        self.tally.cells += 1;
        if self.tally.cells > limit::CELLS {
            return Err(ReadError::Limit { what: "cells", limit: limit::CELLS as u64 });
        }
        let mut look = CellLook::default();
        let mut items = Vec::new();
        self.nesting += 1;
        self.blocks(&mut items, &mut look, &mut |_| {})?;
        self.nesting -= 1;
        Ok((look, items))
    }

    /// The properties of a cell.
    pub(super) fn cell_look(&mut self) -> Result<CellLook, ReadError> {
        let mut look = CellLook::default();
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            let begins = || Some(tag.val().is_some_and(|kind| kind == "restart"));
            match tag.name() {
                "gridSpan" => look.columns = tag.number(),
                "vMerge" => look.vertical = begins(),
                "hMerge" => look.horizontal = begins(),
                "cellDel" => look.deleted = true,
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(look)
    }
}

impl TableItem {
    /// Whether this is no table but a frame for setting words side by side or one below the other: one column, one row,
    /// or words in one cell only.
    pub(super) fn is_frame(&self) -> bool {
        let filled = self.rows.iter().flatten().filter(|cell| !cell.is_blank()).take(2).count();
        self.columns <= 1 || self.rows.len() <= 1 || filled <= 1
    }
}
