//! Who is called something in sentences, without doing anything in them: `县教育局为牵头单位`, `配合单位为县财政局`,
//! `县水利局承担牵头责任`.

use super::list::{list_at_start, sound};
use super::narrative::{Window, actors, emit, is_adverbs};
use super::reader::Reader;
use crate::facts::Role;

/// Reads the noun that the word at the anchor begins; whether anybody is called so.
pub(super) fn read<'a>(reader: &mut Reader<'a>, window: &Window<'a>, role: Role) -> bool {
    let duty = ["责任", "职责"].iter().any(|noun| window.after.starts_with(noun));
    let verbs: &[&str] = match window.after {
        after if after.starts_with(['单', '部']) => &["作为", "为", "是"],
        after if duty && !after.starts_with("责任单") => &["承担", "履行", "担负"],
        _ => &[],
    };
    let clause = verbs.iter().find_map(|verb| window.clause.strip_suffix(verb));
    let clause = clause.map(|clause| clause.strip_prefix('以').unwrap_or(clause));
    if let Some((list, rule)) = clause.and_then(|clause| actors(&mut reader.known, clause)) {
        emit(reader, &list, role, rule);
        return true;
    }
    // `牵头单位为县水利局`, `牵头单位县水利局`
    let nouns = ["单位", "部门", "责任单位", "责任部门"];
    let Some(rest) = nouns.iter().find_map(|noun| window.after.strip_prefix(noun)) else { return false };
    behind(reader, window.clause, rest, role)
}

/// `责任单位为|县科协`: those behind a noun whose verb the anchor holds.
pub(super) fn named<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    behind(reader, window.clause, window.after, Role::Responsible);
}

/// The bodies that a verb names behind the noun for their part; `clause` is what stands before the noun.
fn behind<'a>(reader: &mut Reader<'a>, clause: &str, rest: &'a str, role: Role) -> bool {
    const VERBS: [&str; 7] = ["分别为", "分别是", "为", "是", "包括", "包含", "有"];
    let told = VERBS.iter().find_map(|verb| rest.strip_prefix(verb));
    let (mut list, behind) = list_at_start(told.unwrap_or(rest).trim_start());
    list.open |= behind.starts_with('等');
    let sound = (is_adverbs(clause) || names_work(clause)) && sound(&list);
    if sound {
        emit(reader, &list, role, "duty.narrative.subject");
    }
    sound
}

/// Whether words before the noun say of which work they speak: `老年人素质提升行动的|牵头部门是县卫健局`.
fn names_work(clause: &str) -> bool {
    const WORKS: [&str; 6] = ["行动", "工程", "工作", "任务", "项目", "活动"];
    let work = clause.strip_suffix('的').unwrap_or(clause);
    !clause.starts_with('各') && !clause.contains('、') && WORKS.iter().any(|noun| work.ends_with(noun))
}
