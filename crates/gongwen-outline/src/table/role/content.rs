//! What the cells of a column tell.

use super::SAMPLE;
use crate::model::ColumnRole;
use crate::table::matrix::{BodyRow, Matrix};
use gongwen_lexicon::{ends_with_any, words};
use gongwen_text::numeral::unit_of_figure;
use gongwen_text::{Label, chars};

/// What the cells of a column look like, in counts of filled cells.
#[derive(Clone, Copy, Default)]
pub(super) struct Content {
    /// Cells with words.
    pub(super) filled: usize,
    /// Cells.
    pub(super) rows: usize,
    /// Numbers that count on.
    counts: usize,
    /// Figures.
    pub(super) figures: usize,
    /// Names of bodies.
    pub(super) units: usize,
    /// Times.
    dates: usize,
}

impl Content {
    /// Whether most cells are such as `part` counts.
    pub(super) fn most(self, part: usize) -> bool {
        self.filled > 0 && part * 10 >= self.filled * 6
    }

    /// Whether every cell has words.
    pub(super) fn is_full(self) -> bool {
        self.filled == self.rows
    }

    /// Looks at the cells of a column as far as its name leaves anything to tell.
    pub(super) fn of(
        matrix: &Matrix<'_>,
        body: &[BodyRow],
        column: usize,
        named: Option<ColumnRole>,
    ) -> Self {
        let open = named.is_none();
        let task = open || matches!(named, Some(ColumnRole::Task | ColumnRole::Measure | ColumnRole::Money));
        let unit = open || named == Some(ColumnRole::Unit);
        let mut content = Self::default();
        let mut last = 0;
        for row in body.iter().take(SAMPLE) {
            content.rows += 1;
            let words = chars::trim(matrix.own(row.row, column));
            if words.is_empty() {
                continue;
            }
            content.filled += 1;
            if task {
                content.figures += usize::from(unit_of_figure(words).is_some());
            }
            if unit {
                content.units += usize::from(names_units(words));
            }
            if open {
                if let Ok(number) = words.parse::<u32>() {
                    content.counts += usize::from(number == last + 1);
                    last = number;
                }
                content.dates += usize::from(
                    words.len() <= 48 && words.contains('年') && words.contains(['月', '底', '前']),
                );
            }
        }
        content
    }

    /// The role of a column whose header says `role`, unless its cells are otherwise: bodies below 单位, figures below a task.
    pub(super) fn under(self, role: ColumnRole) -> ColumnRole {
        match role {
            ColumnRole::Unit if self.most(self.units) => ColumnRole::Responsible,
            ColumnRole::Task | ColumnRole::Measure if self.most(self.figures) => ColumnRole::Value,
            role => role,
        }
    }

    /// The role of a column whose header says nothing.
    pub(super) fn role(self, column: usize, columns: usize) -> ColumnRole {
        if self.most(self.counts) && column <= 1 {
            return ColumnRole::Number;
        }
        if self.most(self.units) {
            return ColumnRole::Responsible;
        }
        if self.most(self.dates) {
            return ColumnRole::Due;
        }
        let shared = self.filled * 10 <= self.rows * 6 && self.filled > 0;
        if shared && self.figures == 0 && column + 1 < columns {
            return ColumnRole::Group;
        }
        ColumnRole::Other
    }
}

/// Whether a cell names bodies: each name ends as one, and no sentence stands in it.
pub(crate) fn names_units(cell: &str) -> bool {
    if cell.contains(['。', '；', '：', '“']) || Label::read(cell).is_some() {
        return false;
    }
    let endings = words("unit_endings");
    let ends = |name: &str| ends_with_any(name.trim_end_matches(['）', ')']), endings);
    let (mut all, mut good) = (0, 0);
    for name in cell.split(['、', '，', ',', '\n', ' ', '\u{3000}']).filter(|n| !n.is_empty()).take(20) {
        all += 1;
        good += usize::from(name.chars().take(25).count() < 25 && ends(name));
    }
    all > 0 && good * 4 >= all * 3
}
