//! What the name of a column tells.

use crate::model::ColumnRole;
use crate::table::matrix::Matrix;
use gongwen_lexicon::column_list;

/// The role by the lowest header cell whose name is known; joined with the one above where it is not.
pub(super) fn role_of(matrix: &Matrix<'_>, header_rows: usize, column: usize) -> Option<ColumnRole> {
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
pub(super) fn spends(headers: &[&str]) -> bool {
    let is = |header: &str| column_list(header) == Some("column_money");
    match *headers {
        // `年度计划投资（万元）` over `2025年 | 2026年`
        [low, high, ..] if is(high) && is_year(low) => true,
        [low, high, ..] if column_list(low).is_none() && high.len() + low.len() <= 60 => {
            is(&format!("{}{low}", high.strip_suffix("计划").unwrap_or(high)))
        }
        [low, ..] => is(low),
        [] => false,
    }
}

/// Whether a header is nothing but a year: `2025年`.
fn is_year(header: &str) -> bool {
    let digits = header.trim().trim_end_matches(['年', '度']);
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
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
