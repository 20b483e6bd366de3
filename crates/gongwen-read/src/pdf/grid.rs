//! Rules to grids: which cells the lines on a page make.
//!
//! As a reader does it: rules that touch make one table; where a rule is missing between two fields, they are one cell.

use super::page::{Glyph, Page, Rule};

/// Rules nearer than this are one, in points (double lines, edges drawn by both neighbours).
const NEAR: f32 = 3.0;
/// Most rules of a direction on one page; drawings and charts have more.
const RULES: usize = 1_000;
/// Most fields of one grid.
const FIELDS: usize = 200_000;

/// A ruled table on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ruled {
    /// Edges of the columns, left to right.
    pub(super) x: Vec<f32>,
    /// Edges of the rows, top to bottom.
    pub(super) y: Vec<f32>,
    /// Cells in reading order.
    pub(super) cells: Vec<Field>,
    /// For each field of the grid, row by row, the cell that it is part of.
    owner: Vec<usize>,
}

/// A cell of a ruled table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Field {
    /// Topmost row.
    pub(super) row: usize,
    /// Leftmost column.
    pub(super) column: usize,
    /// Rows covered.
    pub(super) rowspan: usize,
    /// Columns covered.
    pub(super) colspan: usize,
    /// What stands in it.
    pub(super) glyphs: Vec<Glyph>,
}

/// A frame round text: a box (专栏) of one column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// Left and right edge.
    pub(super) x: (f32, f32),
    /// Top and bottom edge.
    pub(super) y: (f32, f32),
}

/// What the rules of a page make of it.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Its tables.
    pub(super) tables: Vec<Ruled>,
    /// Frames round text.
    pub(super) frames: Vec<Frame>,
    /// Horizontal rules that cross no vertical ones.
    pub(super) rules: Vec<Rule>,
    /// The characters outside of tables.
    pub(super) outside: Vec<Glyph>,
}

/// The tables that the rules of a page make, and what stands outside of them.
pub(super) fn parts(page: &mut Page) -> Parts {
    let horizontal = merge(std::mem::take(&mut page.horizontal));
    let vertical = merge(std::mem::take(&mut page.vertical));
    let glyphs = std::mem::take(&mut page.glyphs);
    if horizontal.len() > RULES || vertical.len() > RULES {
        return Parts { outside: glyphs, ..Parts::default() };
    }
    if horizontal.len() < 2 || vertical.is_empty() {
        return Parts { outside: glyphs, rules: horizontal, ..Parts::default() };
    }
    let crossed = |across: &&Rule| vertical.iter().any(|down| touch(across, down));
    let rules = horizontal.iter().filter(|across| !crossed(across)).copied().collect();
    let mut frames = Vec::new();
    let mut tables: Vec<Ruled> = groups(&horizontal, &vertical)
        .into_iter()
        .filter_map(|(h, v)| {
            let h: Vec<Rule> = h.into_iter().map(|i| horizontal[i]).collect();
            let v: Vec<Rule> = v.into_iter().map(|i| vertical[i]).collect();
            frames.extend(frame(&h, &v));
            ruled(&h, &v, &glyphs)
        })
        .collect();
    // Inner tables first, so that a character falls into the innermost.
    tables.sort_by(|a, b| a.area().total_cmp(&b.area()));
    let mut outside = Vec::new();
    for glyph in glyphs {
        let (x, y) = glyph.middle();
        match tables.iter_mut().find_map(|t| t.at(x, y).map(|cell| (t, cell))) {
            Some((table, cell)) => table.cells[cell].glyphs.push(glyph),
            None => outside.push(glyph),
        }
    }
    tables.retain(|t| t.cells.iter().any(|c| c.glyphs.iter().any(|g| !g.c.is_whitespace())));
    tables.sort_by(|a, b| a.y[0].total_cmp(&b.y[0]));
    Parts { tables, frames, rules, outside }
}

/// The frame that rules make, if they make one and nothing inside it.
fn frame(horizontal: &[Rule], vertical: &[Rule]) -> Option<Frame> {
    let (x, y) = (edges(vertical.iter().map(|r| r.at)), edges(horizontal.iter().map(|r| r.at)));
    let &[left, right] = x.as_slice() else { return None };
    Some(Frame { x: (left, right), y: (*y.first()?, *y.last()?) })
}

impl Ruled {
    /// A table of these edges whose cells are told already, one a field, row by row.
    pub(super) fn of(x: Vec<f32>, y: Vec<f32>, cells: Vec<Field>) -> Self {
        Self { owner: (0..cells.len()).collect(), x, y, cells }
    }

    fn area(&self) -> f32 {
        (self.x[self.x.len() - 1] - self.x[0]) * (self.y[self.y.len() - 1] - self.y[0])
    }

    /// The cell at a place.
    fn at(&self, x: f32, y: f32) -> Option<usize> {
        let column = self.x.partition_point(|&edge| edge <= x).checked_sub(1)?;
        let row = self.y.partition_point(|&edge| edge <= y).checked_sub(1)?;
        let columns = self.x.len() - 1;
        (column < columns && row + 1 < self.y.len()).then(|| self.owner[row * columns + column])
    }
}

/// Rules in one line are joined; edges that nearly coincide become one.
fn merge(mut rules: Vec<Rule>) -> Vec<Rule> {
    const GAP: f32 = 2.5;
    rules.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut merged: Vec<Rule> = Vec::new();
    let mut start = 0;
    while start < rules.len() {
        let first = rules[start].at;
        let end = start + rules[start..].partition_point(|r| r.at <= first + NEAR);
        let mut group = rules[start..end].to_vec();
        group.sort_by(|a, b| a.from.total_cmp(&b.from));
        let at = group.iter().map(|r| r.at).sum::<f32>() / group.len() as f32;
        let begin = merged.len();
        for rule in group {
            match merged[begin..].last_mut() {
                Some(last) if rule.from <= last.to + GAP => last.to = last.to.max(rule.to),
                _ => merged.push(Rule { at, ..rule }),
            }
        }
        start = end;
    }
    // Dots and dashes that joined to nothing rule nothing.
    merged.retain(|r| r.to - r.from > 4.0);
    merged
}

/// Indices of horizontal and of vertical rules.
type Group = (Vec<usize>, Vec<usize>);

/// Groups of rules that touch.
fn groups(horizontal: &[Rule], vertical: &[Rule]) -> Vec<Group> {
    let h = horizontal.len();
    let mut parent: Vec<usize> = (0..h + vertical.len()).collect();
    for (i, across) in horizontal.iter().enumerate() {
        for (j, down) in vertical.iter().enumerate() {
            if touch(across, down) {
                let (a, b) = (root(&mut parent, i), root(&mut parent, h + j));
                parent[a.max(b)] = a.min(b);
            }
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut slot = vec![usize::MAX; parent.len()];
    for i in 0..parent.len() {
        let r = root(&mut parent, i);
        if slot[r] == usize::MAX {
            slot[r] = groups.len();
            groups.push((Vec::new(), Vec::new()));
        }
        let (across, down) = &mut groups[slot[r]];
        if i < h {
            across.push(i);
        } else {
            down.push(i - h);
        }
    }
    groups.retain(|(h, v)| h.len() >= 2 && !v.is_empty());
    groups
}

fn touch(across: &Rule, down: &Rule) -> bool {
    (down.from - NEAR..=down.to + NEAR).contains(&across.at)
        && (across.from - NEAR..=across.to + NEAR).contains(&down.at)
}

fn root(parent: &mut [usize], mut i: usize) -> usize {
    while parent[i] != i {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    i
}

/// The distinct places of rules, nearer ones taken as one.
fn edges(places: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut all: Vec<f32> = places.collect();
    all.sort_by(f32::total_cmp);
    all.dedup_by(|b, a| *b - *a <= NEAR);
    all
}

/// The table of one group. A frame round text, of one column, is none.
fn ruled(horizontal: &[Rule], vertical: &[Rule], glyphs: &[Glyph]) -> Option<Ruled> {
    let y = edges(horizontal.iter().map(|r| r.at));
    let mut x = edges(vertical.iter().map(|r| r.at));
    open_sides(&mut x, &y, horizontal, glyphs);
    let (columns, rows) = (x.len().checked_sub(1)?, y.len().checked_sub(1)?);
    if columns < 2 || rows < 1 || columns * rows > FIELDS {
        return None;
    }
    let mut right = vec![false; columns * rows];
    for rule in vertical {
        let Some(edge) = x.iter().position(|e| (e - rule.at).abs() <= NEAR) else { continue };
        for row in 0..rows {
            let middle = f32::midpoint(y[row], y[row + 1]);
            if edge > 0 && (rule.from - 1.0..=rule.to + 1.0).contains(&middle) {
                right[row * columns + edge - 1] = true;
            }
        }
    }
    let mut below = vec![false; columns * rows];
    for rule in horizontal {
        let Some(edge) = y.iter().position(|e| (e - rule.at).abs() <= NEAR) else { continue };
        for column in 0..columns {
            let middle = f32::midpoint(x[column], x[column + 1]);
            if edge > 0 && (rule.from - 1.0..=rule.to + 1.0).contains(&middle) {
                below[(edge - 1) * columns + column] = true;
            }
        }
    }
    let mut owner = vec![usize::MAX; columns * rows];
    let mut cells = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            if owner[row * columns + column] != usize::MAX {
                continue;
            }
            let free = |r: usize, c: usize| owner[r * columns + c] == usize::MAX;
            let mut colspan = 1;
            while column + colspan < columns
                && !right[row * columns + column + colspan - 1]
                && free(row, column + colspan)
            {
                colspan += 1;
            }
            let mut rowspan = 1;
            while row + rowspan < rows
                && (column..column + colspan).all(|c| {
                    !below[(row + rowspan - 1) * columns + c]
                        && free(row + rowspan, c)
                        && (c + 1 == column + colspan || !right[(row + rowspan) * columns + c])
                })
            {
                rowspan += 1;
            }
            for r in row..row + rowspan {
                owner[r * columns + column..r * columns + column + colspan].fill(cells.len());
            }
            cells.push(Field { row, column, rowspan, colspan, glyphs: Vec::new() });
        }
    }
    (cells.len() >= 2).then_some(Ruled { x, y, cells, owner })
}

/// Tables without rules at their sides: the horizontal rules say how far they reach, if words stand there.
fn open_sides(x: &mut Vec<f32>, y: &[f32], horizontal: &[Rule], glyphs: &[Glyph]) {
    const NARROWEST: f32 = 12.0;
    let (Some(&first), Some(&last)) = (x.first(), x.last()) else { return };
    let left = horizontal.iter().map(|r| r.from).fold(f32::INFINITY, f32::min);
    let right = horizontal.iter().map(|r| r.to).fold(f32::NEG_INFINITY, f32::max);
    let words = |from: f32, to: f32| {
        glyphs.iter().any(|g| {
            let (gx, gy) = g.middle();
            !g.c.is_whitespace() && (from..to).contains(&gx) && (y[0]..y[y.len() - 1]).contains(&gy)
        })
    };
    if right - last > NARROWEST && words(last, right) {
        x.push(right);
    }
    if first - left > NARROWEST && words(left, first) {
        x.insert(0, left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws rules `(at, from, to)` and puts one letter into each place.
    fn check(
        h: &[(f32, f32, f32)],
        v: &[(f32, f32, f32)],
        at: &[(f32, f32)],
        expect: &[(usize, usize, usize, usize)],
    ) {
        let rule = |&(at, from, to): &(f32, f32, f32)| Rule { at, from, to };
        let letter =
            |&(x, y): &(f32, f32)| Glyph { c: '甲', x0: x, x1: x + 10.0, y, size: 10.0, bold: false };
        let mut page = Page {
            horizontal: h.iter().map(rule).collect(),
            vertical: v.iter().map(rule).collect(),
            glyphs: at.iter().map(letter).collect(),
            ..Page::default()
        };
        let tables = parts(&mut page).tables;
        let got: Vec<_> =
            tables.iter().flat_map(|t| &t.cells).map(|c| (c.row, c.column, c.rowspan, c.colspan)).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn missing_rules_merge() {
        let h = [(0.0, 0.0, 100.0), (20.0, 50.0, 100.0), (40.0, 0.0, 100.0)];
        let v = [(0.0, 0.0, 40.0), (50.0, 0.0, 40.0), (100.0, 0.0, 20.0), (100.4, 20.0, 40.0)];
        check(&h, &v, &[(10.0, 15.0)], &[(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]);
    }

    #[test]
    fn open_sides_hold_words() {
        let h = [(0.0, 0.0, 100.0), (20.0, 0.0, 100.0), (40.0, 0.0, 100.0)];
        let v = [(50.0, 0.0, 40.0)];
        check(
            &h,
            &v,
            &[(10.0, 15.0), (60.0, 15.0)],
            &[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)],
        );
    }

    #[test]
    fn a_frame_is_no_table() {
        check(
            &[(0.0, 0.0, 9.0), (20.0, 0.0, 9.0)],
            &[(0.0, 0.0, 20.0), (9.0, 0.0, 20.0)],
            &[(2.0, 15.0)],
            &[],
        );
    }
}
