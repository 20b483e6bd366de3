//! What the duty reader asks about organisations; the answers come from the lexicon.
//!
//! Whether a text is a name, and which kind of name, is said here. [`end`] looks at its last characters, [`start`] finds the
//! name that begins a text, [`mod@halves`] the two that stand for one; [`vague`] and [`person`] tell what is no unit, and [`printed`]
//! makes the fact.

mod end;
mod halves;
mod person;
mod printed;
mod start;
mod vague;

use super::cue::CUES;
use super::place::{self, is_division, is_of_state};
pub(super) use super::shape::{
    is_bare_body, is_bound_body, is_branch, is_centre, is_han_or_quoted, is_office, is_room, is_short_body,
    is_strange_body, looks_like_name, may_stand_in_list,
};
pub(super) use end::{
    ends_body, ends_like_body, ends_like_list, ends_like_name, ends_list, may_be_listed, may_begin,
};
use gongwen_lexicon::agency::{self, Kind, Name};
pub(super) use halves::halves;
pub(super) use person::{Beside, beside_person, is_person, may_be_person, without_office};
pub(super) use printed::{name, named};
pub(super) use start::{begins_anew, begins_with_name, name_at_start};
pub(super) use vague::{is_class_of_firms, is_vague, is_vague_actor};

/// Longest name in bytes.
const LONGEST: usize = 150;

/// Shortest name in bytes.
pub(super) const SHORTEST: usize = 5;

/// The text as a name, when the whole of it is one organisation or a class of them that a statement may name.
pub(super) fn read(text: &str) -> Option<Name<'_>> {
    if CUES.duty.within(text) {
        return None;
    }
    words(text).filter(|name| is_named(name, || is_vague(text), || is_person(text)))
}

/// The words of a text that is neither too short nor too long for a name.
pub(super) fn words(text: &str) -> Option<Name<'_>> {
    (SHORTEST..=LONGEST).contains(&text.len()).then(|| Name::read(text))
}

/// Whether the words, no duty word among them, are an organisation or a class of them that a statement may name.
pub(super) fn is_named(name: &Name<'_>, vague: impl FnOnce() -> bool, person: impl FnOnce() -> bool) -> bool {
    match name.kind() {
        Some(Kind::Unit) => !CUES.vague_whole.holds(name.text()) && !person(),
        Some(Kind::Collective) => !vague(),
        // 地方各级人民政府
        Some(Kind::Vague) => {
            let text = name.text();
            (text.starts_with('各') || text.starts_with("地方各")) && !vague()
        }
        None => false,
    }
}

/// Whether [`read`] finds a name.
pub(super) fn is_name(text: &str) -> bool {
    read(text).is_some()
}

/// Whether the text is a bare function, `卫生健康`.
pub(super) fn is_function(text: &str) -> bool {
    agency::is_function(text)
}

/// Whether the text is a body of the people that stands among functions, `残联` in `教育、残联等部门`.
pub(super) fn is_group(text: &str) -> bool {
    text.len() <= 15 && text.ends_with(['联', '会', '协', '委']) && is_name(text)
}

/// Whether a character is a level's word, with which both of two names may begin.
pub(super) fn is_level(c: char) -> bool {
    matches!(c, '县' | '市' | '区' | '省' | '州' | '旗')
}

/// Whether a name is a class of organisations, which leads nobody by its place in a list.
pub(super) fn is_class(text: &str) -> bool {
    agency::classify(text) != Some(Kind::Unit) && text.contains('各')
}

/// Whether the text is only the seat that a name begins with: `县委`.
pub(super) fn is_seat(text: &str) -> bool {
    matches!(
        text,
        "县委" | "区委" | "市委" | "省委" | "州委" | "旗委" | "盟委" | "县" | "区" | "市" | "省" | "团"
    )
}

/// Whether a sentence may speak of this name: its words are known, or it says whose it is.
fn is_sound(read: &Name<'_>) -> bool {
    // 学校, 乡镇, 企业: a kind of body, nobody in particular.
    const KINDS: [&str; 4] = ["school", "township", "industrial_park", "other"];
    let name = read.text();
    name.starts_with(['县', '市', '区', '省', '州', '旗', '盟', '各', '师', '团', '镇', '乡'])
        || name.ends_with(['府', '处', '）', ')'])
        // 国家安全部, 中国科学院, 供销合作总社: there is one of each.
        || ["国家", "中国", "中央", "全国"].iter().any(|state| name.starts_with(state)) && name.chars().count() >= 5
        || name.ends_with("总社")
        // 甲州新区管委会 says whose it is, 管委会 does not.
        || name.ends_with("管委会") && name.chars().count() >= 6
        || is_class_where(name)
        || !read.functions().codes().all(|code| KINDS.contains(&code))
}

/// Whether the text is a class of those that lie somewhere: `沿线各镇`.
fn is_class_where(name: &str) -> bool {
    const WHERE: [&str; 9] = ["沿线", "沿途", "沿岸", "沿江", "沿河", "沿海", "周边", "库区", "辖区"];
    WHERE.iter().any(|place| name.strip_prefix(place).is_some_and(|class| class.starts_with('各')))
}

/// Whether the text is a class of organisations of a named division: `河北省相关部门`.
pub(super) fn is_division_class(text: &str) -> bool {
    CUES.vague_tail.ends(text).filter_map(|tail| text.strip_suffix(tail)).any(is_division)
}

/// Whether the text is the class of bodies of a federation: `妇联组织`, `各级工会组织`.
pub(super) fn is_federation(text: &str) -> bool {
    text.ends_with("组织")
        && !text.ends_with("党组织")
        && text.len() >= 9
        && agency::classify(text) == Some(Kind::Collective)
}

/// Whether a sentence may have the name as its actor.
pub(super) fn is_actor(name: &Name<'_>) -> bool {
    let text = name.text();
    place::is_village_committee(text)
        || is_federation(text)
        // 中央和省驻市各单位
        || text.starts_with("中央") && text.contains('驻')
        || agency::level_list(text).is_some()
        || is_sound(name)
            // 甲州海关
            && (text.ends_with("海关") && text.len() >= 12
                || text.starts_with(['县', '市', '区', '省', '州', '旗', '盟', '各', '镇', '乡', '师', '团'])
                || is_of_state(text)
                || text.ends_with("管委会")
                || is_class_where(text)
                || name.reaches_start())
}

/// Whether the text is an office of the plan's own, of which there is one: `领导小组办公室`, or `局办公室` of the body that writes it.
pub(super) fn is_own_office(text: &str) -> bool {
    let body = text.strip_suffix("办公室").map(|body| body.strip_prefix("工作").unwrap_or(body));
    body.is_some_and(|body| {
        matches!(body, "领导小组" | "指挥部" | "专班" | "联席会议" | "局" | "厅" | "镇" | "乡")
    })
}

/// Where the longest name begins that ends the text.
pub(super) fn name_at_end(text: &str) -> Option<usize> {
    let start = agency::name_at_end(text)?;
    is_name(&text[start..]).then_some(start)
}
