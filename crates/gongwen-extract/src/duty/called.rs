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
    let rest = rest.strip_prefix(['为', '是']).unwrap_or(rest).trim_start();
    let (mut list, rest) = list_at_start(rest);
    list.open |= rest.starts_with('等');
    let named = is_adverbs(window.clause) && sound(&list);
    if named {
        emit(reader, &list, role, "duty.narrative.subject");
    }
    named
}
