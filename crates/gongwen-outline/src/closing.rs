//! What closes an item: a bracket, keys or a sentence that say who does it or by when.

use crate::{title, unit};
use gongwen_lexicon::{WordSet, ends_with_any, words};
use gongwen_text::chars::{closes_bracket, opens_bracket};
use gongwen_text::{chars, date};
use std::sync::LazyLock;

/// What a bracket says that names who does it or by when.
static DUTIES: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::new(&[
        "负责",
        "牵头",
        "配合",
        "责任单位",
        "责任部门",
        "完成时限",
        "落实单位",
        "单位：",
        "部门：",
        "主体：",
        "单位:",
        "部门:",
        "主体:",
        "科室：",
        "股室：",
        "处室：",
        "科室:",
        "股室:",
        "处室:",
    ])
});

/// A bracket that is the whole line and says who does it.
pub(crate) fn is_duty_bracket(line: &str) -> bool {
    duty_bracket(line) == Some(0)
}

/// `由县住建局牵头，县水利局配合。`: a line of duty in a sentence, nothing else said.
pub(crate) fn is_duty_sentence(line: &str) -> bool {
    const ENDS: [&str; 7] = ["牵头", "负责", "配合", "参与", "协助", "落实", "指导"];
    let Some(rest) = line.strip_prefix('由').and_then(|rest| rest.strip_suffix('。')) else { return false };
    let clauses = rest.split('，');
    clauses.clone().count() >= 2
        && clauses.clone().all(|clause| ENDS.iter().any(|end| clause.ends_with(end)))
        && !rest.contains('。')
}

/// Where the words begin that close an item and say who does it or by when: a bracket, or keys behind the last sentence
/// (`…。责任单位：县水利局 完成时限：10月底`).
pub(crate) fn duty_tail(words: &str) -> Option<usize> {
    duty_bracket(words).or_else(|| key_tail(words))
}

/// Where keys begin behind the last sentence of an item.
pub(crate) fn key_tail(words: &str) -> Option<usize> {
    const LONGEST: usize = 360;
    let from = words.floor_char_boundary(words.len().saturating_sub(LONGEST));
    let tail = &words[from..];
    // A key has a colon or brackets, and nearly no item has one there.
    if !may_hold_key(tail.as_bytes()) {
        return None;
    }
    // Full stops by their last byte, half-width ones behind words.
    let stops = memchr::memchr2_iter(0x82, b'.', tail.as_bytes()).map(|last| last + 1);
    let stops = stops.filter(|&end| match tail.as_bytes()[..end] {
        [.., 0xE4..=0xE9, _, _, b'.'] => true,
        ref before => before.ends_with("。".as_bytes()),
    });
    stops.map(|end| from + end).find(|&at| {
        let rest = &words[at..];
        unit::key(&rest[title::leading_space(rest)..]).is_some_and(|key| unit::is_field(&key))
    })
}

/// Where a key of duties or dates begins whose colon stands at `colon`, behind words that a blank, a dash or a closing mark
/// parts from it (`推进改革 责任单位：县财政局`).
pub(crate) fn key_before(words: &str, colon: usize) -> Option<usize> {
    let parts = |c: char| c.is_whitespace() || matches!(c, '—' | '－' | '-' | '”' | '》' | '）' | ')');
    let (at, mark) = words[..colon].rmatch_indices(parts).next().filter(|(at, _)| *at > 0)?;
    let start = at + mark.len();
    unit::is_field(&words[start..colon]).then_some(start)
}

/// Whether a colon of either width, 【 or 〖 may stand among these bytes. Says so of a few rare marks as well.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn may_hold_key(bytes: &[u8]) -> bool {
    chars::any_three(bytes, |a, _, c| {
        (a == b':') | (a == 0xEF) & (c == 0x9A) | (a == 0xE3) & (c & 0xF9 == 0x90)
    })
}

/// Where the bracket begins that closes the words and says who does it or by when (guide, 7): `（县教育局负责）`. The place counts in bytes
/// of `words`.
///
/// # Examples
/// ```
/// use gongwen_outline::duty_bracket;
/// assert_eq!(duty_bracket("修路。（县交通局负责）。"), Some("修路。".len()));
/// assert_eq!(duty_bracket("修路（详见附件）。"), None);
/// assert_eq!(duty_bracket("县农业农村局（县乡村振兴局）"), None);
/// ```
pub fn duty_bracket(words: &str) -> Option<usize> {
    let tail = &words[..closed_at(words.as_bytes())?];
    let mut depth = 0_i32;
    for (at, c) in tail.char_indices().rev().take(200) {
        depth += i32::from(closes_bracket(c)) - i32::from(opens_bracket(c));
        if depth == 0 {
            let bracket = &tail[at..];
            // Most say it last.
            let inside = bracket.char_indices().next_back().map_or("", |(end, _)| &bracket[..end]);
            let says = DUTIES.closes(inside) || DUTIES.within(inside);
            let named = || names_bodies(bracket) && !is_alias(&words[..at]);
            return (says || named() || tells_end(inside)).then_some(at);
        }
    }
    None
}

/// Whether the names in a bracket are others of the body in front of it: `县委宣传部（县委文明办）`, `一、县农业农村局（县乡村振兴局）`.
fn is_alias(front: &str) -> bool {
    let front = &front[gongwen_text::Label::read(front).map_or(0, |label| label.end)..];
    front.trim_start().starts_with(['县', '市', '区', '省', '州', '旗'])
        && crate::standing::names_bodies(front.trim())
}

/// Where the bracket ends that closes the words, full stops and the like aside; `None` when none does.
fn closed_at(words: &[u8]) -> Option<usize> {
    let mut end = words.len();
    loop {
        match &words[..end] {
            [.., b';' | b'.' | b' '] => end -= 1,
            // 。；
            [.., 0xE3, 0x80, 0x82] | [.., 0xEF, 0xBC, 0x9B] => end -= 3,
            // ）＞］ 〉】〕〗
            [.., b')' | b']' | b'>']
            | [.., 0xEF, 0xBC, 0x89 | 0x9E | 0xBD]
            | [.., 0xE3, 0x80, 0x89 | 0x91 | 0x95 | 0x97] => {
                return Some(end);
            }
            _ => return None,
        }
    }
}

/// Whether a bracket says by when a thing is done and nothing else: `（4月30日前`, `（2024年9月底前完成`, its closer left out.
fn tells_end(bracket: &str) -> bool {
    const LONGEST: usize = 90;
    let inner = bracket.trim_start_matches(opens_bracket).trim();
    matches!(inner, "长期坚持" | "持续推进" | "长期推进" | "常态化推进")
        // `（年底前完成）`, without a month.
        || inner.starts_with('年') && words("due_year_end").contains(&inner)
        || inner.len() <= LONGEST
            && inner.contains('月')
            && (inner.contains('前') || inner.ends_with("完成"))
            && date::is_time_alone(inner)
}

/// Whether a bracket holds names of bodies, perhaps with a time beside them, and nothing else: `（县卫生健康局、县中医院）`.
///
/// # Examples
/// ```
/// use gongwen_outline::names_bodies;
/// assert!(names_bodies("（县财政局，各镇政府）"));
/// assert!(!names_bodies("（4月30日前）"));
/// ```
pub fn names_bodies(bracket: &str) -> bool {
    const LONGEST: usize = 60;
    let inner = bracket.trim_matches(opens_bracket).trim_end_matches(closes_bracket).trim();
    let body = |name: &str| {
        let name = name.trim().trim_end_matches('等');
        (6..=LONGEST).contains(&name.len()) && ends_with_any(name, words("unit_endings"))
    };
    // `（王某；县发改委、县统计局）`: a person in front of the units.
    let inner = match inner.split_once(['；', ';']) {
        Some((person, rest)) if person.chars().count() <= 4 && !body(person) => rest,
        _ => inner,
    };
    inner.len() >= 9
        && (inner.starts_with(['县', '市', '区', '省', '州', '旗', '盟', '各', '镇', '乡', '团'])
            || inner.starts_with("领导小组"))
        && body(inner.split(['、', '，', ',', '；']).next().unwrap_or_default())
        // `（县编办，2024年6月）`
        && inner.split(['、', '，', ',', '；']).all(|piece| body(piece) || date::is_time_alone(piece.trim()))
}
