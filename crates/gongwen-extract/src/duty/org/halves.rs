//! Two names written without a mark between them, or joined by a word: `市水利局市林业局`, `县财政局及有关单位`.
//!
//! Asked in this order: a word that joins them, a class behind a name, the same level's word at the head of both.

use super::{LONGEST, ends_body, is_level, is_seat, is_short_body, looks_like_name};
use crate::duty::known::Look;
use crate::duty::place;
use crate::wordlist::CharSet;
use gongwen_lexicon::agency::{self, Kind};
use std::ops::ControlFlow;

/// Last characters of the words that join two names.
pub(super) static JOINTS: CharSet = CharSet::of(&['和', '及', '与']);

/// Two names written without a mark, or joined by 和, 及, 与. `look` tells what a part of the text is.
pub(in crate::duty) fn halves<'t>(
    text: &'t str,
    mut look: impl FnMut(&'t str) -> Look,
) -> Option<(&'t str, &'t str)> {
    if text.len() < 12 || text.len() > 2 * LONGEST || text.contains(['（', '(']) && text.len() > LONGEST {
        return None;
    }
    match joined(text, &mut look) {
        ControlFlow::Break(halves) => halves,
        ControlFlow::Continue(()) => before_class(text, &mut look).or_else(|| of_one_level(text, &mut look)),
    }
}

/// `县财政局及有关单位`: the first word between two names that may part them. Breaks with nothing where it stands inside one.
fn joined<'t>(
    text: &'t str,
    look: &mut impl FnMut(&'t str) -> Look,
) -> ControlFlow<Option<(&'t str, &'t str)>> {
    if JOINTS.next(text, 0).is_none() {
        return ControlFlow::Continue(());
    }
    for word in ["以及", "和", "及", "与"] {
        let ends = JOINTS.all(text).map(|(at, c)| at + c.len_utf8());
        for end in ends.filter(|&end| text[..end].ends_with(word)).take(4) {
            let (left, right) = (text[..end - word.len()].trim(), text[end..].trim());
            if is_one_office(left, right) {
                return ControlFlow::Break(None);
            }
            if are_two((left, look(left)), (right, look(right))) {
                return ControlFlow::Break(Some((left, right)));
            }
        }
    }
    ControlFlow::Continue(())
}

/// Whether what stands on both sides of a joining word are two: a name, and a name or nobody in particular.
fn are_two((left, before): (&str, Look), (right, behind): (&str, Look)) -> bool {
    // 各行业主管部门及县商务局, 石桥社区和县民政局
    let village = !before.is(Look::FUNCTION) && !left.starts_with(is_level);
    let other = before.is(Look::VAGUE) || village && place::is_village(left);
    let other = other && behind.is(Look::NAME) && !behind.is(Look::VAGUE);
    (other || ends_as_name(left, before))
        && (behind.is(Look::NAME.or(Look::VAGUE)) || has_shape(right, behind))
}

/// `县食安办各镇（街道）`: a class begins behind a name.
fn before_class<'t>(text: &'t str, look: &mut impl FnMut(&'t str) -> Look) -> Option<(&'t str, &'t str)> {
    let (left, right) = text.split_at(text.find('各').filter(|&at| at >= 9)?);
    let class =
        |right: &str| right['各'.len_utf8()..].starts_with(['镇', '乡', '街', '县', '区', '苏', '旗', '团']);
    let halves = ends_as_name(left, look(left)) && class(right) && look(right).is(Look::NAME);
    halves.then_some((left, right))
}

/// `市水利局市林业局`: both begin with the same level's word.
fn of_one_level<'t>(text: &'t str, look: &mut impl FnMut(&'t str) -> Look) -> Option<(&'t str, &'t str)> {
    let level = text.chars().next().filter(|&c| is_level(c))?;
    let known_whole = || {
        agency::name_at_end(text) == Some(0)
            && matches!(agency::classify(text), Some(Kind::Unit | Kind::Collective))
    };
    let cuts = text.match_indices(level).skip(1).take(4).map(|(at, _)| {
        // 县科协团县委
        let league = text[..at].strip_suffix('团').filter(|_| text[at..].chars().nth(1) == Some('委'));
        text.split_at(league.map_or(at, str::len))
    });
    let mut cuts = cuts.filter(|(left, right)| {
        left.ends_with(['局', '委', '办', '部', '会', '心', '院', '联', '协', '府'])
            && look(left).is(Look::NAME)
            && look(right).is(Look::NAME)
            // 县委县政府督查办 is one office of both.
            && (!is_seat(left) || right.ends_with("政府"))
            && !(known_whole() && right.starts_with("市场"))
            && !right.starts_with("市场监")
    });
    cuts.next()
}

/// Whether 和 stands inside the name of an office that serves both: `市委和市政府信访局`, `中央和国家机关工委`, or of those whom
/// both have posted: `中央和省驻市各单位`.
pub(super) fn is_one_office(left: &str, right: &str) -> bool {
    let posted = || right.trim_start_matches(|c| is_level(c) || c == '、').starts_with('驻');
    let of_state =
        || right.trim_start_matches(is_level).strip_prefix("政府").filter(|office| !office.is_empty());
    (is_seat(left) || left == "中央")
        && (right.starts_with("国家机关")
            || right.starts_with("省直")
            || of_state().is_some()
            || left == "中央" && posted())
}

/// Whether the text is one name by its own words, not a name's first part that happens to be a function. 科协 is both.
fn ends_as_name(text: &str, look: Look) -> bool {
    if look.is(Look::NAME) {
        let whole = !look.is(Look::FUNCTION) || ends_in_body(text) || text.ends_with('场');
        return whole && text.chars().nth(1).is_some();
    }
    has_shape(text, look)
}

/// Whether the text ends as a body does and not as its function: 社 of 人社 is none.
pub(super) fn ends_in_body(text: &str) -> bool {
    text.ends_with(|c| ends_body(c) || c == '室') && !text.ends_with("人社")
}

/// Whether the text says whose it is and ends as bodies do, though nobody knows its words: `县城乡环境整治办`.
fn has_shape(text: &str, look: Look) -> bool {
    !look.is(Look::VAGUE.or(Look::DUTY))
        && (text.starts_with(is_level) || text.starts_with('各'))
        && (looks_like_name(text) || is_short_body(text))
}
