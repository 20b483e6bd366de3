//! What each column holds.
//!
//! Each is told by its name ([`name`]) or its cells ([`content`]); then [`STEPS`] settle in order what the columns say together.

mod content;
mod name;
mod ranks;
mod work;

use super::matrix::{BodyRow, Matrix};
use super::object;
use crate::model::ColumnRole;
use content::Content;
pub(crate) use content::names_units;
use gongwen_lexicon::{ends_with_any, words};
use gongwen_text::chars;
pub(crate) use ranks::names_members;

/// Rows that are looked at to tell a column by its cells.
pub(super) const SAMPLE: usize = 100;

/// Settles something that the columns say together.
type Step = fn(&Columns<'_, '_>, &mut [ColumnRole]);

/// What the columns say together, in the order in which it is asked.
const STEPS: &[Step] = &[
    ranks::money,
    // What is to be done.
    work::two_of_tasks,
    work::words_beside_task,
    work::name_of_each_row,
    |columns, roles| object::settle(columns.matrix, columns.header_rows, columns.body, roles),
    work::what_is_done,
    work::things_counted,
    work::one_number,
    // Who does it.
    ranks::unknown_bodies,
    ranks::one_leads,
    ranks::members,
];

/// The role of every column.
pub(super) fn read(matrix: &Matrix<'_>, header_rows: usize, body: &[BodyRow]) -> Vec<ColumnRole> {
    let (columns, mut roles) = Columns::of(matrix, header_rows, body);
    for step in STEPS {
        step(&columns, &mut roles);
    }
    roles
}

/// The columns of a table, and what was found out about each alone.
struct Columns<'c, 't> {
    matrix: &'c Matrix<'t>,
    header_rows: usize,
    body: &'c [BodyRow],
    /// The role that the name of each tells.
    named: Vec<Option<ColumnRole>>,
    /// What the cells of each look like.
    contents: Vec<Content>,
    /// Those that hold tasks each by itself.
    tasks: Vec<usize>,
    /// Whether one by itself holds who answers.
    units: bool,
}

impl<'c, 't> Columns<'c, 't> {
    /// The columns, and the role of each by itself.
    fn of(matrix: &'c Matrix<'t>, header_rows: usize, body: &'c [BodyRow]) -> (Self, Vec<ColumnRole>) {
        use ColumnRole::{Lead, Responsible, Support, Task};
        let all = 0..matrix.columns;
        let named: Vec<_> = all.clone().map(|c| name::role_of(matrix, header_rows, c)).collect();
        let contents: Vec<_> = all.clone().map(|c| Content::of(matrix, body, c, named[c])).collect();
        let alone = |c: usize| match named[c] {
            Some(role) => contents[c].under(role),
            None => match contents[c].role(c, contents.len()) {
                Responsible if !announces_bodies(lowest(matrix, header_rows, c)) => ColumnRole::Other,
                role => role,
            },
        };
        let roles: Vec<ColumnRole> = all.clone().map(alone).collect();
        let tasks = all.filter(|&c| roles[c] == Task).collect();
        let units = roles.iter().any(|role| matches!(role, Lead | Responsible | Support));
        (Self { matrix, header_rows, body, named, contents, tasks, units }, roles)
    }

    /// The lowest header of a column; empty where it has none.
    fn header(&self, c: usize) -> &'t str {
        lowest(self.matrix, self.header_rows, c)
    }

    /// The headers of a column, the lowest first.
    fn headers(&self, c: usize) -> impl Iterator<Item = &'t str> {
        self.matrix.headers(self.header_rows, c).map(|head| head.of_text(self.matrix.text))
    }

    /// Characters of the words of a column, as many rows as are looked at.
    fn length(&self, c: usize) -> usize {
        let words = |row: &BodyRow| chars::trim(self.matrix.own(row.row, c)).chars().count();
        self.body.iter().take(SAMPLE).map(words).sum()
    }
}

/// The lowest header of a column; empty where it has none.
fn lowest<'t>(matrix: &Matrix<'t>, header_rows: usize, column: usize) -> &'t str {
    let header = matrix.header(header_rows, column);
    header.map_or("", |header| chars::trim(header.of_text(matrix.text)))
}

/// Whether bodies below an unknown header answer for something: there is no header, or it says that bodies stand below it
/// (`承办机构`, `乡镇`), not places that are concerned or whoever takes part (`涉及镇`, `参加方`).
fn announces_bodies(header: &str) -> bool {
    header.is_empty()
        || ends_with_any(header.trim_end_matches(['）', ')']), words("column_bodies"))
        || super::allot::is_place_header(header)
}
