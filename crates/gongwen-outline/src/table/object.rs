//! Columns that name whom or what a row is about (`企业名称`, `包保乡镇`, `重点林区`), whose work other columns tell.

use super::matrix::{BodyRow, Matrix};
use super::role::{SAMPLE, names_units};
use crate::model::ColumnRole;
use gongwen_lexicon::{WordSet, column_list, ends_with_any, words};
use gongwen_text::chars;
use std::sync::LazyLock;

/// Longest name of an object, in characters.
const LONGEST: usize = 24;

/// Whether a header names objects.
fn names_objects(header: &str) -> bool {
    column_list(header) == Some("column_object")
}

/// The column whose cells name what the rows are about: of several the first that names each row apart.
fn column(matrix: &Matrix<'_>, header_rows: usize, body: &[BodyRow]) -> Option<usize> {
    let named =
        |c: &usize| matrix.headers(header_rows, *c).any(|head| names_objects(head.of_text(matrix.text)));
    let mut columns = (0..matrix.columns).filter(named);
    let first = columns.next()?;
    let apart = |&c: &usize| tells_apart(matrix, body, c);
    Some(if apart(&first) { first } else { columns.find(apart).unwrap_or(first) })
}

/// Whether each row has a short name of its own in a column.
fn tells_apart(matrix: &Matrix<'_>, body: &[BodyRow], column: usize) -> bool {
    let mut names: Vec<&str> =
        body.iter().take(SAMPLE).map(|row| chars::trim(matrix.own(row.row, column))).collect();
    let (all, short) = (names.len(), |name: &&str| (1..=LONGEST).contains(&name.chars().count()));
    if !names.iter().all(short) {
        return false;
    }
    names.sort_unstable();
    names.dedup();
    names.len() == all
}

/// Makes the object what rows are called by: `重点林区 | 责任单位 | 工作任务` says what is done in which, and where no column
/// says what to do (`企业名称 | 服务单位`) the object is all that the row is about.
pub(super) fn settle(matrix: &Matrix<'_>, header_rows: usize, body: &[BodyRow], roles: &mut [ColumnRole]) {
    use ColumnRole::{Indicator, Measure, Task};
    if header_rows == 0 || roles.contains(&Indicator) {
        return;
    }
    let Some(object) = column(matrix, header_rows, body) else { return };
    // `帮扶任务`, `包保职责`: what is done to the object has many names, also beside a column that names the task.
    if let Some(told) = told(matrix, header_rows, roles).filter(|&told| told != object)
        && !roles.contains(&Measure)
    {
        roles[told] = Measure;
    }
    let mut acts = (0..roles.len()).filter(|&c| matches!(roles[c], Task | Measure));
    match (acts.next(), acts.next()) {
        (None, _) => roles[object] = Task,
        (Some(act), None) if tells_apart(matrix, body, object) => {
            roles[act] = Measure;
            roles[object] = Task;
        }
        _ => {}
    }
}

/// A column that nobody knows whose header says that it tells what is done.
fn told(matrix: &Matrix<'_>, header_rows: usize, roles: &[ColumnRole]) -> Option<usize> {
    (0..roles.len()).find(|&c| {
        let header = matrix.header(header_rows, c).map_or("", |head| chars::trim(head.of_text(matrix.text)));
        roles[c] == ColumnRole::Other
            && column_list(header).is_none()
            && ends_with_any(header, words("column_told"))
    })
}

/// Whether the cells of a column are persons, by their names (`罗某`, `欧阳某某`) or offices (`县委书记`): nothing that is to be done.
pub(super) fn holds_persons(matrix: &Matrix<'_>, body: &[BodyRow], column: usize) -> bool {
    const NAME: usize = 4;
    const OFFICE: usize = 14;
    static SURNAMES: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["surname"]));
    let offices = words("person_office");
    let (mut all, mut sure) = (0, 0);
    let cells = body.iter().take(SAMPLE).map(|row| chars::trim(matrix.own(row.row, column)));
    for person in
        cells.flat_map(|cell| cell.split(['、', '\n', ' ', '，'])).filter(|person| !person.is_empty())
    {
        let length = person.chars().take(OFFICE + 1).count();
        let office = length <= OFFICE && ends_with_any(person, offices);
        // Rare surnames are in no list.
        let name = (2..=NAME).contains(&length) && person.chars().all(chars::is_han) && !names_units(person);
        if !office && !name {
            return false;
        }
        all += 1;
        sure += usize::from(office || SURNAMES.begins(person));
    }
    all > 0 && sure * 10 >= all * 6
}
