//! What is spent, and who does it, leads it or only belongs to it.

use super::Columns;
use super::name::spends;
use crate::model::ColumnRole;
use gongwen_lexicon::words;
use gongwen_text::chars;

/// Whether a header names the members of a body, or whom a leader is in touch with, without saying what each does.
pub(crate) fn names_members(header: &str) -> bool {
    words("column_unranked").iter().any(|name| chars::is_compact_form(header, name))
}

/// What is spent in a year is told by figures below its own name: under `年度计划投资` over 合计 and 省级 nobody says which is all.
pub(super) fn money(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    for (c, role) in roles.iter_mut().enumerate().filter(|(_, role)| **role == ColumnRole::Money) {
        let headers: Vec<&str> = columns.headers(c).collect();
        let content = columns.contents[c];
        if !spends(&headers) || !content.most(content.figures) {
            *role = ColumnRole::Other;
        }
    }
}

/// A column of organisations under an unknown name beside known ones is left alone: it may assess or receive. Of several such columns
/// (`企业名称 | 服务单位`) those answer whose names say that they hold bodies.
pub(super) fn unknown_bodies(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    use ColumnRole::{Assessor, Lead, Other, Responsible, Support};
    let known = (0..roles.len())
        .any(|c| columns.named[c].is_some() && matches!(roles[c], Lead | Responsible | Support | Assessor));
    let told = |c: usize, roles: &[ColumnRole]| columns.named[c].is_none() && roles[c] == Responsible;
    let bodies =
        |c: usize| ["单位", "部门", "主体", "机构"].iter().any(|end| columns.header(c).ends_with(end));
    let several = (0..roles.len()).filter(|&c| told(c, roles)).count() > 1
        && (0..roles.len()).any(|c| told(c, roles) && bodies(c));
    for c in 0..roles.len() {
        if told(c, roles) && (known && columns.matrix.columns > 2 || several && !bodies(c)) {
            roles[c] = Other;
        }
    }
}

/// Beside a column of those who lead (牵头部门), who is called first otherwise (主责单位, 主办单位) answers, but does not lead.
pub(super) fn one_leads(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    let leads: Vec<usize> = (0..roles.len()).filter(|&c| roles[c] == ColumnRole::Lead).collect();
    if leads.len() < 2 {
        return;
    }
    let says = |c: usize| columns.headers(c).any(|head| head.contains("牵头"));
    if leads.iter().any(|&c| says(c)) {
        for c in leads.into_iter().filter(|&c| !says(c)) {
            roles[c] = ColumnRole::Responsible;
        }
    }
}

/// Beside a column of those who lead, 成员单位 tells nobody's part; alone (`成员单位 | 职责`) it says whose duties stand there.
pub(super) fn members(columns: &Columns<'_, '_>, roles: &mut [ColumnRole]) {
    if !roles.contains(&ColumnRole::Lead) {
        return;
    }
    for (c, role) in roles.iter_mut().enumerate().filter(|(_, role)| **role == ColumnRole::Responsible) {
        if columns.headers(c).any(names_members) {
            *role = ColumnRole::Other;
        }
    }
}
