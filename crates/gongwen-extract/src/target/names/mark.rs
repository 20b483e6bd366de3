//! What all members of a list share, told by marks: brackets, 等, formulas, 在 … 中的.

use super::List;
use std::borrow::Cow;

/// `二氧化硫(SO2)、氮氧化物(NOX)等污染物排放总量`: what all share stands behind 等 or behind the last bracket.
pub(super) fn behind_mark<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let &List { first, last, .. } = list;
    let tail = if first.ends_with(['）', ')']) {
        last.find(['）', ')']).map(|at| last[at..].trim_start_matches(['）', ')']))
    } else {
        last.char_indices().skip(2).find(|&(_, c)| c == '等').map(|(at, _)| &last[at..])
    }?;
    // `高等教育`, `等级` are words of their own.
    let graded = last[..last.len() - tail.len()].ends_with(['高', '中', '初', '平', '均']);
    let shared = tail.chars().count() >= 3 && !graded && !tail.starts_with("等级");
    shared.then(|| list.full("", tail))
}

/// `可吸入颗粒物和细颗粒物平均浓度`, `可吸入颗粒物(PM10)和细颗粒物（PM2.5）平均浓度`: what the first ends in parts the last from
/// what all share.
pub(super) fn behind_stem<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let &List { first, last, .. } = list;
    let stem = first.find(['（', '(']).map_or(first, |open| &first[..open]);
    let tail = stem.char_indices().skip(1).find_map(|(at, _)| {
        let noun = &stem[at..];
        let end = last.find(noun).filter(|_| noun.chars().count() >= 2)? + noun.len();
        Some(without_bracket(&last[end..])).filter(|tail| tail.chars().count() >= 2)
    })?;
    Some(list.full("", tail))
}

/// `NOx、VOCs减排量`
pub(super) fn formulas<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let formulas = list.others().iter().all(|item| item.chars().all(is_formula));
    (formulas && list.last.starts_with(is_formula))
        .then(|| list.full("", list.last.trim_start_matches(is_formula)))
}

/// `塑料在汽车、电子产品中的使用比例`: what all share stands round 在 and 中的.
pub(super) fn round_within<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let &List { first, last, .. } = list;
    let at = last.find("中的").filter(|at| *at >= 6)?;
    let (head, _) = first.split_once('在')?;
    Some(list.full(&first[..head.len() + '在'.len_utf8()], &last[at..]))
}

/// `主要污染物COD、氨氮、VOCs减排量`: a formula is a member by itself.
pub(super) fn formula_in_front<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let &List { first, last, .. } = list;
    let head = first.trim_end_matches(is_formula);
    let tail = last.trim_start_matches(is_formula);
    let own = head.len() < first.len() && !head.is_empty() && tail.len() < last.len();
    own.then(|| list.full(head, tail))
}

/// What stands behind the bracket that a text begins with, or all of it: `平均浓度` of `（PM2.5）平均浓度`.
pub(super) fn without_bracket(text: &str) -> &str {
    let close = text.find(['）', ')']).filter(|_| text.starts_with(['（', '(']));
    close.map_or(text, |at| text[at..].trim_start_matches(['）', ')']))
}

/// Whether a character can stand in the formula of a substance.
fn is_formula(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '.'
}
