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

/// `责任单位为|县科协`, `县财政局|是责任单位`: those behind a noun whose verb the anchor holds, or before its verb. `word` is the anchor.
pub(super) fn named<'a>(reader: &mut Reader<'a>, window: &Window<'a>, word: &str) {
    if !word.starts_with(['为', '是']) {
        behind(reader, window.clause, window.after, Role::Responsible);
        return;
    }
    let clause = window.clause.strip_suffix('作').unwrap_or(window.clause);
    let clause = clause.strip_prefix('以').unwrap_or(clause);
    if let Some((list, rule)) = actors(&mut reader.known, clause) {
        emit(reader, &list, Role::Responsible, rule);
    }
}

/// `县卫健局为|组长单位，县医院、县中医院为成员单位`: the first leads; what part the others have no role tells.
pub(super) fn head<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    const LONGEST: usize = 360;
    let second = window.clause.ends_with('副');
    let clause = window.clause.strip_suffix('副').unwrap_or(window.clause);
    let clause = ["作为", "担任", "为", "是", "任"].iter().find_map(|verb| clause.strip_suffix(verb));
    let clause = clause.map(|clause| clause.strip_prefix('以').unwrap_or(clause));
    if second {
        if let Some(names) = clause.filter(|names| actors(&mut reader.known, names).is_some()) {
            reader.unread(names);
        }
        return;
    }
    match clause.and_then(|clause| actors(&mut reader.known, clause)) {
        Some((list, rule)) => emit(reader, &list, Role::Lead, rule),
        None if behind(reader, window.clause, window.after, Role::Lead) => {}
        None => return,
    }
    // Where 副组长单位 is told in between, it has an anchor of its own.
    let members = window.after.split(['，', ',']).find_map(|clause| {
        let names = clause
            .trim_end()
            .strip_suffix("为成员单位")
            .or_else(|| clause.trim_end().strip_suffix("是成员单位"));
        names.or_else(|| {
            ["成员单位为", "成员单位有", "成员单位包括"].iter().find_map(|key| clause.strip_prefix(key))
        })
    });
    if let Some(members) = members.filter(|members| !members.is_empty() && members.len() <= LONGEST) {
        reader.unread(members);
    }
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
