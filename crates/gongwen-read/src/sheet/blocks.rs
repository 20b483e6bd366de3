//! Tells the blocks of a sheet apart: lines of words above, tables, notes below.
//!
//! A blank row parts blocks. Rows of one cell above a table are its title and remarks (`单位：万元`), those below it notes.

use super::book::{Region, Sheet, Shown};
use crate::limit;
use gongwen_lexicon::column_list;
use std::collections::{BTreeMap, BTreeSet};

/// A block of a sheet in reading order.
pub(super) enum Block<'a> {
    /// A cell that stands for itself.
    Words(&'a Shown),
    /// A table.
    Table(Table<'a>),
}

/// A table of a sheet.
pub(super) struct Table<'a> {
    /// Its rows: the row of the sheet, and the cells that begin in it, empty ones too.
    pub(super) rows: Vec<(u32, Vec<Place<'a>>)>,
    /// First column of the sheet that it uses.
    pub(super) left: u32,
    /// Number of columns.
    pub(super) columns: u32,
    /// Rows at the top that are headers beyond doubt; 0 when that is left to the outline.
    pub(super) header_rows: usize,
    /// Whether empty cells were left out, because there are far too many.
    pub(super) sparse: bool,
}

/// A cell of a table.
pub(super) struct Place<'a> {
    /// What it shows; `None` for an empty cell.
    pub(super) shown: Option<&'a Shown>,
    /// Column of the sheet.
    pub(super) column: u32,
    /// Rows covered.
    pub(super) rows: u32,
    /// Columns covered.
    pub(super) columns: u32,
}

/// A sheet with its merged regions cut to what is used.
pub(super) struct Area<'a> {
    rows: BTreeMap<u32, Vec<&'a Shown>>,
    merged: BTreeMap<(u32, u32), Region>,
    /// Places under merged regions, but for their first.
    covered: BTreeSet<(u32, u32)>,
}

impl<'a> Area<'a> {
    /// Lays out a sheet. Cells under a merged region are not shown and left out.
    pub(super) fn new(sheet: &'a Sheet) -> Self {
        let bottom = sheet.cells.iter().map(|it| it.row).max().unwrap_or(0);
        let right = sheet.cells.iter().map(|it| it.column).max().unwrap_or(0);
        let mut merged = BTreeMap::new();
        let mut covered = BTreeSet::new();
        for region in &sheet.merged {
            if region.top > bottom || region.left > right {
                continue;
            }
            let cut = Region { bottom: region.bottom.min(bottom), right: region.right.min(right), ..*region };
            let size = u64::from(cut.bottom - cut.top + 1) * u64::from(cut.right - cut.left + 1);
            // Regions of honest files do not overlap, so all of them together are no larger than the sheet.
            if covered.len() as u64 + size > limit::CELLS as u64 || covered.contains(&(cut.top, cut.left)) {
                continue;
            }
            for row in cut.top..=cut.bottom {
                covered.extend((cut.left..=cut.right).map(|column| (row, column)));
            }
            covered.remove(&(cut.top, cut.left));
            merged.insert((cut.top, cut.left), cut);
        }
        let mut rows: BTreeMap<u32, Vec<&Shown>> = BTreeMap::new();
        for cell in sheet.cells.iter().filter(|it| !covered.contains(&(it.row, it.column))) {
            rows.entry(cell.row).or_default().push(cell);
        }
        for cells in rows.values_mut() {
            cells.sort_by_key(|it| it.column);
        }
        Self { rows, merged, covered }
    }

    /// The blocks of the sheet.
    pub(super) fn blocks(&self) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        for band in self.bands() {
            self.band(&band, &mut blocks);
        }
        blocks
    }

    /// Rows that belong together: no blank row between, or one in the middle of a table.
    fn bands(&self) -> Vec<Vec<u32>> {
        let mut bands: Vec<Vec<u32>> = Vec::new();
        let mut reach = 0;
        for (&row, cells) in &self.rows {
            let near = bands.last().is_some_and(|band| {
                band.last().is_some_and(|&last| {
                    row <= last.max(reach) + 1 || row == last.max(reach) + 2 && self.is_more_of(band, cells)
                })
            });
            match bands.last_mut() {
                Some(band) if near => band.push(row),
                _ => bands.push(vec![row]),
            }
            let ends = cells.iter().map(|it| self.region(it).bottom);
            reach = reach.max(ends.max().unwrap_or(row));
        }
        bands
    }

    /// Whether `cells`, behind a blank row, go on with the table of `band`.
    fn is_more_of(&self, band: &[u32], cells: &[&Shown]) -> bool {
        let last = band.last().and_then(|row| self.rows.get(row));
        let (Some(last), [first, .., end]) = (last, cells) else { return false };
        let wide = band.iter().map(|row| self.rows[row].len()).max().unwrap_or(0);
        let left = band.iter().filter_map(|row| self.rows[row].first()).map(|it| it.column).min();
        let right = band.iter().filter_map(|row| self.rows[row].last()).map(|it| it.column).max();
        last.len() >= 2
            && wide >= 3
            && Some(first.column) >= left
            && Some(end.column) <= right
            && cells.len() * 2 >= wide
            && names(cells) < 2
    }

    fn region(&self, cell: &Shown) -> Region {
        self.merged.get(&(cell.row, cell.column)).copied().unwrap_or(Region {
            top: cell.row,
            left: cell.column,
            bottom: cell.row,
            right: cell.column,
        })
    }

    fn band(&self, band: &[u32], blocks: &mut Vec<Block<'a>>) {
        let cells = || band.iter().flat_map(|row| &self.rows[row]);
        let left = cells().map(|it| it.column).min().unwrap_or(0);
        let right = cells().map(|it| self.region(it).right).max().unwrap_or(left);
        let columns = right - left + 1;
        let filled = |i: usize| self.rows[&band[i]].len();
        let wide = |i: usize| {
            let region = self.region(self.rows[&band[i]][0]);
            region.left == left || (region.right - region.left + 1) * 2 > columns
        };
        let mut first = 0;
        while first < band.len() {
            let row = &self.rows[&band[first]];
            let next = (first + 1..band.len()).map(filled).find(|&n| n > 1).unwrap_or(0);
            let alone = row.len() == 1 && (wide(first) || is_field(&row[0].words));
            let fields = row.iter().all(|it| is_field(&it.words)) && row.len() < next && columns >= 3;
            // A cell that reaches down beside rows of its own heads a group of them.
            let group = self.region(row[0]).bottom >= band.get(first + 1).copied().unwrap_or(u32::MAX);
            if (alone && !group || fields) && (next > 1 || columns == 1 || row.len() == 1) {
                first += 1;
            } else {
                break;
            }
        }
        let mut end = band.len();
        while end > first {
            let row = &self.rows[&band[end - 1]];
            let under = self.covered.range((band[end - 1], 0)..(band[end - 1] + 1, 0));
            let hangs = under.clone().any(|&(r, c)| self.starts_above(r, c));
            let note = row.len() == 1 && (columns >= 3 && wide(end - 1) || is_note(&row[0].words));
            let fields = columns >= 3
                && (is_note(&row[0].words) || row.len() * 2 <= columns as usize)
                && row.iter().all(|it| is_field(&it.words));
            if !hangs && (note || fields) && end - first > 1 {
                end -= 1;
            } else {
                break;
            }
        }
        // What is left must be a table: several rows, or one of several cells.
        let is_table = (first..end).any(|i| filled(i) > 1);
        if !is_table {
            blocks.extend(cells().copied().map(Block::Words));
            return;
        }
        let words = |rows: &[u32]| -> Vec<Block<'a>> {
            rows.iter().flat_map(|row| &self.rows[row]).copied().map(Block::Words).collect()
        };
        blocks.extend(words(&band[..first]));
        blocks.push(Block::Table(self.table(&band[first..end])));
        blocks.extend(words(&band[end..]));
    }

    /// Whether the merged region that covers a place begins in a row above.
    fn starts_above(&self, row: u32, column: u32) -> bool {
        let found = self.merged.range(..(row, 0)).rev().take(4096).map(|(_, region)| region);
        found
            .into_iter()
            .any(|it| it.top < row && it.bottom >= row && it.left <= column && it.right >= column)
    }

    fn table(&self, band: &[u32]) -> Table<'a> {
        let cells = || band.iter().flat_map(|row| &self.rows[row]);
        let left = cells().map(|it| it.column).min().unwrap_or(0);
        let right = cells().map(|it| self.region(it).right).max().unwrap_or(left);
        let (top, bottom) = (band[0], band[band.len() - 1]);
        let columns = right - left + 1;
        // Rows that only merged cells reach are rows as well.
        let down = cells().map(|it| self.region(it).bottom).max().unwrap_or(bottom).max(bottom);
        let listed: Vec<u32> = (top..=down)
            .filter(|row| {
                self.rows.contains_key(row)
                    || self.covered.range((*row, left)..=(*row, right)).next().is_some()
            })
            .collect();
        let sparse = listed.len() * columns as usize > 2 * limit::CELLS;
        let height = |region: Region| {
            let from = listed.partition_point(|&row| row < region.top);
            (listed.partition_point(|&row| row <= region.bottom) - from).max(1) as u32
        };
        let mut rows = Vec::with_capacity(listed.len());
        for &row in &listed {
            let shown = self.rows.get(&row).map_or(&[][..], Vec::as_slice);
            let mut line = Vec::new();
            if sparse {
                line.extend(shown.iter().map(|&it| self.place(Some(it), row, it.column, right, height)));
            } else {
                let mut shown = shown.iter().peekable();
                for column in left..=right {
                    let here = shown.next_if(|it| it.column == column).copied();
                    if here.is_some() || !self.covered.contains(&(row, column)) {
                        line.push(self.place(here, row, column, right, height));
                    }
                }
            }
            rows.push((row, line));
        }
        let header_rows = header_rows(&rows, columns);
        Table { rows, left, columns, header_rows, sparse }
    }

    fn place(
        &self,
        shown: Option<&'a Shown>,
        row: u32,
        column: u32,
        right: u32,
        height: impl Fn(Region) -> u32,
    ) -> Place<'a> {
        let (rows, columns) = match self.merged.get(&(row, column)) {
            Some(region) => (height(*region), region.right.min(right) - region.left + 1),
            None => (1, 1),
        };
        Place { shown, column, rows, columns }
    }
}

/// How many cells are names of columns.
fn names(cells: &[&Shown]) -> usize {
    cells.iter().filter(|it| column_list(&it.words).is_some()).count()
}

/// Rows at the top that are headers: the first row names every column shortly and none of its cells is a number, and what
/// its merged cells reach down to; 0 when that is not sure.
fn header_rows(rows: &[(u32, Vec<Place<'_>>)], columns: u32) -> usize {
    const NAME_MAX: usize = 16;
    let Some((_, first)) = rows.first() else { return 0 };
    let named: u32 = first.iter().filter(|it| it.shown.is_some()).map(|it| it.columns).sum();
    let is_name = |words: &str| {
        words.chars().count() <= NAME_MAX
            && !words.contains(['。', '；', '，'])
            && words.trim().parse::<f64>().is_err()
    };
    let short = first.iter().filter_map(|it| it.shown).all(|it| is_name(&it.words));
    let known = first.iter().filter_map(|it| it.shown).any(|it| column_list(&it.words).is_some());
    if named < columns || !short || !known || rows.len() < 2 || columns < 2 {
        return 0;
    }
    // A header over several columns has a second row of names below it.
    let deep = first.iter().map(|it| it.rows as usize).min().unwrap_or(1);
    let deepest = first.iter().map(|it| it.rows as usize).max().unwrap_or(1);
    let joined = first.iter().any(|it| it.columns > 1 && (it.rows as usize) < deepest);
    let rows_of = if joined { deepest } else { deep };
    if rows_of <= 3 && rows_of < rows.len() { rows_of } else { 0 }
}

/// `单位：万元`, `填报单位：县水利局`, `2024年6月30日`: a line beside a table and no cell of it.
fn is_field(words: &str) -> bool {
    const FIELD_MAX: usize = 60;
    const KEY_MAX: usize = 30;
    let words = words.trim();
    words.len() <= FIELD_MAX && words.find(['：', ':']).is_some_and(|at| at <= KEY_MAX && at > 0)
        || is_date(words)
        || words.starts_with("附件") && words.len() <= 18
        || words.starts_with("附表") && words.len() <= 18
}

/// `2024年6月30日`, `2024年6月`.
pub(super) fn is_date(words: &str) -> bool {
    words.len() <= 24
        && words.ends_with(['日', '月'])
        && words.contains('年')
        && words.starts_with(['1', '2', '二'])
}

/// A line that explains the table above it.
fn is_note(words: &str) -> bool {
    ["注：", "注:", "备注", "说明", "填表", "填报", "审核人", "单位负责人", "联系人", "制表", "注1", "注 "]
        .iter()
        .any(|mark| words.trim_start().starts_with(mark))
}
