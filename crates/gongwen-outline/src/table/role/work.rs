//! Which columns say what is to be done, and which name, group or count it.

use super::{Columns, SAMPLE};
use crate::model::ColumnRole::{self, Baseline, Group, Indicator, Measure, Number, Other, Task, Value};
use crate::table::matrix::BodyRow;
use crate::table::object;
use gongwen_lexicon::words;
use gongwen_text::chars;

/// Two columns name tasks: the one whose cells several rows share groups the other.
pub(super) fn two_of_tasks(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    let tasks = &columns.tasks[..];
    let filled = |c: usize| columns.contents[c].filled;
    if let Some(group) = grouping(columns, roles) {
        roles[group] = Group;
    } else if let [first, last] = *tasks
        && says_name(columns, first)
        && filled(first) == filled(last)
    {
        // `项目名称 | 目标任务`: the one that says so holds the names.
        roles[last] = Measure;
    } else if let [first, .., last] = *tasks
        && filled(first) < filled(last)
    {
        roles[first] = Group;
    } else if let [first, last] = *tasks
        && !roles.contains(&Measure)
    {
        // `项目名称 | 目标任务`: the shorter words name what the longer say.
        let longer = if columns.length(first) > columns.length(last) { first } else { last };
        roles[longer] = Measure;
    }
}

/// Of two columns below one name over both, `任务` or `指标`, the first, which groups the other: a name reaches over several rows, or
/// one over both columns stands for a thing without a group.
fn grouping(columns: &Columns<'_, '_>, roles: &[ColumnRole]) -> Option<usize> {
    let Columns { matrix, header_rows, body, .. } = *columns;
    let over = |c: usize| matrix.header(header_rows, c);
    let pair = |c: &usize| {
        matches!(roles[*c], Task | Indicator) && roles[*c] == roles[*c + 1] && over(*c) == over(*c + 1)
    };
    let first = (0..roles.len().saturating_sub(1)).find(pair)?;
    let own = |row: &BodyRow, c: usize| {
        matrix.at(row.row, c).filter(|at| at.row == row.row && usize::from(at.cell.column) == c)
    };
    let mut spans = false;
    let (mut names, mut items) = (0, 0);
    for row in body.iter().take(SAMPLE) {
        let wide = own(row, first).is_some_and(|at| at.cell.colspan > 1);
        spans |= wide;
        names += usize::from(!wide && !matrix.own(row.row, first).is_empty());
        items += usize::from(!matrix.own(row.row, first + 1).is_empty());
    }
    (spans && names < items).then_some(first)
}

/// Whether a header says that names stand below it.
fn says_name(columns: &Columns<'_, '_>, c: usize) -> bool {
    columns.headers(c).any(|head| head.trim_end().ends_with("名称"))
}

/// `实事名称 | 建设内容和规模`: longer words under an unknown name beside the task say what it is.
pub(super) fn words_beside_task(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    let [task] = columns.tasks[..] else { return };
    let beside = task + 1;
    if columns.units
        && roles[task] == Task
        && !roles.contains(&Measure)
        && roles.get(beside) == Some(&Other)
        && columns.named[beside].is_none()
        && columns.length(beside) > columns.length(task)
    {
        roles[beside] = Measure;
    }
}

/// `工程名称 | 建设内容`: a name that every row has is its task's, not a group's.
pub(super) fn name_of_each_row(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    if roles.contains(&Task) || roles.contains(&Indicator) || !roles.contains(&Measure) {
        return;
    }
    let each = |c: &usize| roles[*c] == Group && columns.contents[*c].is_full() && says_name(columns, *c);
    if let Some(c) = (0..roles.len()).rev().find(each) {
        roles[c] = Task;
    }
}

/// No column says what to do: the last that is assessed does, a named group that every row fills, else the longest words.
pub(super) fn what_is_done(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    if roles.iter().any(|role| matches!(role, Task | Measure | Indicator)) {
        return;
    }
    let group = || (0..roles.len()).rev().find(|&c| roles[c] == Group && columns.contents[c].is_full());
    if let Some(c) = assessed(columns).or_else(group) {
        roles[c] = Task;
    } else if let Some(c) = longest_words(columns, roles) {
        roles[c] = Measure;
    }
}

/// `考核项目 | 考核内容`: the last is the finest.
fn assessed(columns: &Columns<'_, '_>) -> Option<usize> {
    let heads = |c: usize| {
        let header = columns.matrix.header(columns.header_rows, c);
        let header = header.map_or("", |header| header.of_text(columns.matrix.text));
        words("column_assessed").iter().any(|name| chars::is_compact_form(header, name))
    };
    let content = |c: usize| columns.contents[c];
    let assessed = |&c: &usize| columns.units && heads(c) && content(c).filled * 2 > content(c).rows;
    (0..columns.contents.len()).rev().find(assessed)
}

/// The column of the longest words under names that nobody knows, where it holds neither figures nor persons.
fn longest_words(columns: &Columns<'_, '_>, roles: &[ColumnRole]) -> Option<usize> {
    let wordy = |&c: &usize| {
        roles[c] == Other
            && columns.named[c].is_none()
            && columns.contents[c].figures == 0
            && columns.contents[c].filled > 0
            && !object::holds_persons(columns.matrix, columns.body, c)
    };
    let longest = || (0..roles.len()).filter(wordy).max_by_key(|&c| columns.length(c));
    columns.units.then(longest).flatten()
}

/// Rows of things counted: what a responsibility table calls a project is an indicator here.
pub(super) fn things_counted(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    let valued = roles.contains(&Value) || roles.contains(&Baseline);
    if valued
        && !roles.contains(&Indicator)
        && !columns.units
        && !roles.contains(&Measure)
        && let Some(c) = roles.iter().rposition(|role| *role == Task)
    {
        roles[c] = Indicator;
    }
}

/// Only one column counts the rows.
pub(super) fn one_number(_: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    let numbers = roles.iter_mut().filter(|role| **role == Number);
    numbers.skip(1).for_each(|role| *role = Other);
}
