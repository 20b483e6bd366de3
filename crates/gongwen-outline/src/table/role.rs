//! What each column holds.

use super::matrix::{BodyRow, Matrix};
use crate::model::ColumnRole;
use gongwen_lexicon::{column_list, ends_with_any, words};
use gongwen_text::numeral::unit_of_figure;
use gongwen_text::{Label, chars};

/// Rows that are looked at to tell a column by its cells.
pub(super) const SAMPLE: usize = 100;

/// What the cells of a column look like, in counts of filled cells.
#[derive(Clone, Copy, Default)]
struct Content {
    filled: usize,
    rows: usize,
    counts: usize,
    figures: usize,
    units: usize,
    dates: usize,
}

impl Content {
    fn most(self, part: usize) -> bool {
        self.filled > 0 && part * 10 >= self.filled * 6
    }
}

/// The role of every column.
pub(super) fn read(matrix: &Matrix<'_>, header_rows: usize, body: &[BodyRow]) -> Vec<ColumnRole> {
    let named: Vec<Option<ColumnRole>> =
        (0..matrix.columns).map(|c| by_name(matrix, header_rows, c)).collect();
    let contents: Vec<Content> = (0..matrix.columns).map(|c| content(matrix, body, c, named[c])).collect();
    let mut roles: Vec<ColumnRole> = (0..matrix.columns)
        .map(|c| match named[c] {
            Some(ColumnRole::Unit) if contents[c].most(contents[c].units) => ColumnRole::Responsible,
            Some(ColumnRole::Task | ColumnRole::Measure) if contents[c].most(contents[c].figures) => {
                ColumnRole::Value
            }
            Some(role) => role,
            None => match by_content(contents[c], c, &contents) {
                ColumnRole::Responsible if !announces_bodies(matrix, header_rows, c) => ColumnRole::Other,
                role => role,
            },
        })
        .collect();
    money(matrix, header_rows, &contents, &mut roles);
    settle(matrix, header_rows, body, (&named, &contents), &mut roles);
    rank(matrix, header_rows, &mut roles);
    members(matrix, header_rows, &mut roles);
    roles
}

/// Whether a header names the members of a body, or whom a leader is in touch with, without saying what each does.
pub(crate) fn names_members(header: &str) -> bool {
    words("column_unranked").iter().any(|name| chars::is_compact_form(header, name))
}

/// Whether bodies below an unknown header answer for something: there is no header, or it says that bodies stand below it
/// (`承办机构`, `乡镇`), not places that are concerned or whoever takes part (`涉及镇`, `参加方`).
fn announces_bodies(matrix: &Matrix<'_>, header_rows: usize, column: usize) -> bool {
    let header = matrix.header(header_rows, column);
    let header = header.map_or("", |header| chars::trim(header.of_text(matrix.text)));
    header.is_empty()
        || ends_with_any(header.trim_end_matches(['）', ')']), words("column_bodies"))
        || super::allot::is_place_header(header)
}

/// What is spent in a year is told by figures below its own name: under `年度计划投资` over 合计 and 省级 nobody says which is all.
fn money(matrix: &Matrix<'_>, header_rows: usize, contents: &[Content], roles: &mut [ColumnRole]) {
    for (c, role) in roles.iter_mut().enumerate().filter(|(_, role)| **role == ColumnRole::Money) {
        let headers: Vec<&str> =
            matrix.headers(header_rows, c).map(|head| head.of_text(matrix.text)).collect();
        if !spends(&headers) || !contents[c].most(contents[c].figures) {
            *role = ColumnRole::Other;
        }
    }
}

/// Beside a column of those who lead, 成员单位 tells nobody's part; alone (`成员单位 | 职责`) it says whose duties stand there.
fn members(matrix: &Matrix<'_>, header_rows: usize, roles: &mut [ColumnRole]) {
    if !roles.contains(&ColumnRole::Lead) {
        return;
    }
    for (c, role) in roles.iter_mut().enumerate().filter(|(_, role)| **role == ColumnRole::Responsible) {
        if matrix.headers(header_rows, c).any(|head| names_members(head.of_text(matrix.text))) {
            *role = ColumnRole::Other;
        }
    }
}

/// Beside a column of those who lead (牵头部门), who is called first otherwise (主责单位, 主办单位) answers, but does not lead.
fn rank(matrix: &Matrix<'_>, header_rows: usize, roles: &mut [ColumnRole]) {
    let leads: Vec<usize> = (0..roles.len()).filter(|&c| roles[c] == ColumnRole::Lead).collect();
    if leads.len() < 2 {
        return;
    }
    let says =
        |c: usize| matrix.headers(header_rows, c).any(|head| head.of_text(matrix.text).contains("牵头"));
    if leads.iter().any(|&c| says(c)) {
        for c in leads.into_iter().filter(|&c| !says(c)) {
            roles[c] = ColumnRole::Responsible;
        }
    }
}

/// The role by the lowest header cell whose name is known; joined with the one above where it is not.
fn by_name(matrix: &Matrix<'_>, header_rows: usize, column: usize) -> Option<ColumnRole> {
    let headers: Vec<&str> = matrix.headers(header_rows, column).map(|s| s.of_text(matrix.text)).collect();
    if let Some(role) = ranked(&headers) {
        return Some(role);
    }
    if spends(&headers) {
        return Some(ColumnRole::Money);
    }
    if let Some(role) = headers.iter().find_map(|h| column_list(h)).map(role) {
        return Some(role);
    }
    match headers.as_slice() {
        [low, high, ..] if high.len() + low.len() <= 60 => column_list(&format!("{high}{low}")).map(role),
        _ => None,
    }
}

/// The role of a column below a wide one of tasks that says whether they are led or helped with: `工作任务` over `牵头 | 配合`.
fn ranked(headers: &[&str]) -> Option<ColumnRole> {
    let [low, high, ..] = headers else { return None };
    let role = match *low {
        "牵头" | "主办" => ColumnRole::Task,
        "配合" | "协助" | "参与" => ColumnRole::Supported,
        _ => return None,
    };
    matches!(column_list(high), Some("column_task" | "column_measure")).then_some(role)
}

/// Whether the lowest header says that it is a year's money: `2025年计划投资`, `计划投资` below `2025年计划`.
fn spends(headers: &[&str]) -> bool {
    let is = |header: &str| column_list(header) == Some("column_money");
    match *headers {
        [low, high, ..] if column_list(low).is_none() && high.len() + low.len() <= 60 => {
            is(&format!("{}{low}", high.strip_suffix("计划").unwrap_or(high)))
        }
        [low, ..] => is(low),
        [] => false,
    }
}

fn role(list: &str) -> ColumnRole {
    match list {
        "column_number" => ColumnRole::Number,
        "column_group" => ColumnRole::Group,
        "column_task" => ColumnRole::Task,
        "column_measure" => ColumnRole::Measure,
        "column_supported" => ColumnRole::Supported,
        "column_lead" => ColumnRole::Lead,
        "column_responsible" => ColumnRole::Responsible,
        "column_support" => ColumnRole::Support,
        "column_person" => ColumnRole::Person,
        "column_assessor" => ColumnRole::Assessor,
        "column_due" => ColumnRole::Due,
        "column_indicator" => ColumnRole::Indicator,
        "column_value" => ColumnRole::Value,
        "column_money" => ColumnRole::Money,
        "column_baseline" => ColumnRole::Baseline,
        "column_unit" => ColumnRole::Unit,
        _ => ColumnRole::Other,
    }
}

/// Looks at the cells of a column as far as its name leaves anything to tell.
fn content(matrix: &Matrix<'_>, body: &[BodyRow], column: usize, named: Option<ColumnRole>) -> Content {
    let open = named.is_none();
    let task = open || matches!(named, Some(ColumnRole::Task | ColumnRole::Measure | ColumnRole::Money));
    let unit = open || named == Some(ColumnRole::Unit);
    let mut content = Content::default();
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
            content.dates +=
                usize::from(words.len() <= 48 && words.contains('年') && words.contains(['月', '底', '前']));
        }
    }
    content
}

/// Characters of the words of a column, as many rows as are looked at.
fn length(matrix: &Matrix<'_>, body: &[BodyRow], column: usize) -> usize {
    let words = |row: &BodyRow| chars::trim(matrix.own(row.row, column)).chars().count();
    body.iter().take(SAMPLE).map(words).sum()
}

/// Whether a cell names bodies: each name ends as one, and no sentence stands in it.
pub(crate) fn names_units(words: &str) -> bool {
    if words.contains(['。', '；', '：', '“']) || Label::read(words).is_some() {
        return false;
    }
    let endings = self::words("unit_endings");
    let ends = |name: &str| ends_with_any(name.trim_end_matches(['）', ')']), endings);
    let (mut all, mut good) = (0, 0);
    for name in words.split(['、', '，', ',', '\n', ' ', '\u{3000}']).filter(|n| !n.is_empty()).take(20) {
        all += 1;
        good += usize::from(name.chars().take(25).count() < 25 && ends(name));
    }
    all > 0 && good * 4 >= all * 3
}

/// The role of a column whose header says nothing.
fn by_content(content: Content, column: usize, all: &[Content]) -> ColumnRole {
    if content.most(content.counts) && column <= 1 {
        return ColumnRole::Number;
    }
    if content.most(content.units) {
        return ColumnRole::Responsible;
    }
    if content.most(content.dates) {
        return ColumnRole::Due;
    }
    let shared = content.filled * 10 <= content.rows * 6 && content.filled > 0;
    if shared && content.figures == 0 && column + 1 < all.len() {
        return ColumnRole::Group;
    }
    ColumnRole::Other
}

/// Two columns below one name over both, `任务` or `指标`, the first of which groups the other: a name reaches over several rows, or one
/// over both columns stands for a thing without a group.
fn grouped(
    matrix: &Matrix<'_>,
    header_rows: usize,
    body: &[BodyRow],
    roles: &[ColumnRole],
) -> Option<(usize, usize)> {
    use ColumnRole::{Indicator, Task};
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
    (spans && names < items).then_some((first, first + 1))
}

/// Settles what the columns say together.
fn settle(
    matrix: &Matrix<'_>,
    header_rows: usize,
    body: &[BodyRow],
    (named, contents): (&[Option<ColumnRole>], &[Content]),
    roles: &mut [ColumnRole],
) {
    use ColumnRole::{
        Assessor, Group, Indicator, Lead, Measure, Number, Other, Responsible, Support, Task, Value,
    };
    let length = |column| length(matrix, body, column);
    let acts = |roles: &[ColumnRole]| roles.iter().any(|r| matches!(r, Task | Measure | Indicator));
    let has_units = roles.iter().any(|r| matches!(r, Lead | Responsible | Support));
    // Two columns name tasks: the one whose cells several rows share groups the other.
    let tasks: Vec<usize> = (0..roles.len()).filter(|&c| roles[c] == Task).collect();
    // `项目名称 | 目标任务`: the one that says so holds the names.
    let names = |c: usize| {
        matrix.headers(header_rows, c).any(|head| head.of_text(matrix.text).trim_end().ends_with("名称"))
    };
    if let Some((group, _)) = grouped(matrix, header_rows, body, roles) {
        roles[group] = Group;
    } else if let ([first, last], true) = (&tasks[..], tasks.first().is_some_and(|&first| names(first)))
        && contents[*first].filled == contents[*last].filled
    {
        roles[*last] = Measure;
    } else if let [first, .., last] = tasks[..]
        && contents[first].filled < contents[last].filled
    {
        roles[first] = Group;
    } else if let [first, last] = tasks[..]
        && !roles.contains(&Measure)
    {
        // `项目名称 | 目标任务`: the shorter words name what the longer say.
        let longer = if length(first) > length(last) { first } else { last };
        roles[longer] = Measure;
    }
    // `实事名称 | 建设内容和规模`: longer words under an unknown name beside the task say what it is.
    if let [task] = tasks[..]
        && has_units
        && roles[task] == Task
        && !roles.contains(&Measure)
        && task + 1 < roles.len()
        && named[task + 1].is_none()
        && roles[task + 1] == Other
        && length(task + 1) > length(task)
    {
        roles[task + 1] = Measure;
    }
    // `工程名称 | 建设内容`: a name that every row has is its task's, not a group's.
    let each = |c: &usize| roles[*c] == Group && contents[*c].filled == contents[*c].rows && names(*c);
    if !roles.contains(&Task)
        && !roles.contains(&Indicator)
        && roles.contains(&Measure)
        && let Some(c) = (0..roles.len()).rev().find(each)
    {
        roles[c] = Task;
    }
    super::object::settle(matrix, header_rows, body, roles);
    if !acts(roles) {
        // No column says what to do: a named group that every row fills, else the longest words.
        let group =
            (0..roles.len()).rev().find(|&c| roles[c] == Group && contents[c].filled == contents[c].rows);
        let wordy = |&c: &usize| {
            roles[c] == Other
                && named[c].is_none()
                && contents[c].figures == 0
                && contents[c].filled > 0
                && !super::object::holds_persons(matrix, body, c)
        };
        let heads = |c: usize| {
            let words = matrix.header(header_rows, c).map_or("", |head| head.of_text(matrix.text));
            self::words("column_assessed").iter().any(|name| chars::is_compact_form(words, name))
        };
        // `考核项目 | 考核内容`: the last is the finest.
        let assessed = || {
            (0..roles.len())
                .rev()
                .find(|&c| has_units && heads(c) && contents[c].filled * 2 > contents[c].rows)
        };
        if let Some(c) = assessed() {
            roles[c] = Task;
        } else if let Some(c) = group {
            roles[c] = Task;
        } else if has_units && let Some(c) = (0..roles.len()).filter(wordy).max_by_key(|&c| length(c)) {
            roles[c] = Measure;
        }
    }
    // Rows of things counted: what a responsibility table calls a project is an indicator here.
    let valued = roles.contains(&Value) || roles.contains(&ColumnRole::Baseline);
    if valued
        && !roles.contains(&Indicator)
        && !has_units
        && !roles.contains(&Measure)
        && let Some(c) = (0..roles.len()).rev().find(|&c| roles[c] == Task)
    {
        roles[c] = Indicator;
    }
    // Only one column counts the rows.
    let first = (0..roles.len()).find(|&c| roles[c] == Number);
    for (c, role) in roles.iter_mut().enumerate() {
        if *role == Number && first != Some(c) {
            *role = Other;
        }
    }
    // A column of organisations under an unknown name beside known ones is left alone: it may assess or receive.
    let known = (0..roles.len())
        .any(|c| named[c].is_some() && matches!(roles[c], Lead | Responsible | Support | Assessor));
    let told = |c: usize, roles: &[ColumnRole]| named[c].is_none() && roles[c] == Responsible;
    // Of several such columns (`企业名称 | 服务单位`) those answer whose names say that they hold bodies.
    let several = (0..roles.len()).filter(|&c| told(c, roles)).count() > 1;
    let bodies = |c: usize| {
        let name = matrix.header(header_rows, c).map_or("", |head| chars::trim(head.of_text(matrix.text)));
        ["单位", "部门", "主体", "机构"].iter().any(|end| name.ends_with(end))
    };
    let several = several && (0..roles.len()).any(|c| told(c, roles) && bodies(c));
    for c in 0..roles.len() {
        if told(c, roles) && (known && matrix.columns > 2 || several && !bodies(c)) {
            roles[c] = Other;
        }
    }
}
