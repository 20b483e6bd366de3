//! Who leads what a plan sets up: `建立由县发展改革局牵头、县财政局等部门参加的联席会议制度`. The body leads what is set up and those who take
//! part support it; what a body is known by (`县医院牵头组建的医共体`) is told elsewhere and charges nobody.

use super::narrative::{Window, actors, emit};
use super::reader::Reader;
use crate::facts::Role;
use gongwen_lexicon::{ends_with_any, words};

const RULE: &str = "duty.narrative.set-up";

/// Reads what stands around 牵头; whether something is set up there.
pub(super) fn read<'a>(reader: &mut Reader<'a>, window: &Window<'a>) -> bool {
    let Some((what, partners)) = set_up(window.after) else { return false };
    let Some(names) = led_by(window.clause) else { return false };
    let thing = what.find(['，', ',', '：', ':', '（', '(', '、']).map_or(what, |end| &what[..end]);
    if !ends_with_any(thing.trim_end(), words("set_up")) {
        return false;
    }
    let Some((list, _)) = actors(&mut reader.known, names) else { return false };
    emit(reader, &list, Role::Lead, RULE);
    let partners = partners.and_then(|partners| actors(&mut reader.known, partners));
    if let Some((list, _)) = partners {
        emit(reader, &list, Role::Support, RULE);
    }
    true
}

/// The names behind the verb of setting up, nothing but which thing is set up between: `建立由县民政局`.
fn led_by(clause: &str) -> Option<&str> {
    // Of verbs that end together the longest, whatever stands in front of it.
    let (at, verb) = words("sets_up")
        .iter()
        .filter_map(|verb| clause.rfind(verb).map(|at| (at + verb.len(), at)))
        .max_by_key(|&(end, at)| (end, std::cmp::Reverse(at)))?;
    // `已建立由…` tells of what is there.
    let front = clause[..verb].trim_end();
    let open = !front.ends_with(['已', '经', '了', '未', '的', '拟']);
    open.then(|| clause[at..].trim_start()).filter(|names| !names.is_empty())
}

/// What is set up and who takes part, in the words behind 牵头: 的 stands between.
fn set_up(after: &str) -> Option<(&str, Option<&str>)> {
    const LONGEST: usize = 240;
    let after = &after[..after.floor_char_boundary(LONGEST)];
    let after =
        ["负责", "抓总", "组织", "协调"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    if let Some(what) = after.strip_prefix('的') {
        return Some((what, None));
    }
    let rest = after.strip_prefix(['、', '，', ','])?.trim_start();
    let (head, what) = rest.split_once('的')?;
    let partners = words("take_part").iter().find_map(|word| head.strip_suffix(word))?;
    let plain = !partners.contains(['。', '；', '，', ',']);
    plain.then_some((what, Some(partners)))
}
