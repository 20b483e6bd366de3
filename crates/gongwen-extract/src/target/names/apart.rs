//! Members that are names by themselves, or too short to be any.

use super::{List, shared_names};
use crate::target::cues::CUES;
use gongwen_text::Span;
use std::borrow::Cow;

/// Last characters of the names of sums: 收入, 增加值, 总额.
const SUMS: [char; 4] = ['入', '值', '额', '收'];

/// `水、电、气普及率`, `生猪、牛、羊出栏`: what all have stands behind the last one's character. Elsewhere one character is no name.
pub(super) fn single_characters<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    const KINDS: &str = "城水电气热网路肉蛋奶鱼粮油菜果茶县乡镇村猪牛羊鸡鸭鹅";
    let items = &list.items;
    let is_single = |item: &str| item.chars().nth(1).is_none();
    let single = items.iter().filter(|item| is_single(item)).count();
    if single == 0 {
        return None;
    }
    let tail = list.last.char_indices().nth(1).map_or("", |(at, _)| &list.last[at..]);
    let herd = matches!(tail, "出栏" | "存栏" | "出栏量" | "存栏量");
    let named = |item: &&str| herd && !is_single(item) && list.first == *item;
    let known = (herd || single + 1 == items.len())
        && items.iter().all(|item| item.starts_with(|c| KINDS.contains(c)) || named(item));
    // `县、乡、村三级网格覆盖率` is one.
    let summed = tail.starts_with(['两', '三', '四', '五']);
    if known && !summed && (herd || CUES.level_noun.suffix(tail).is_some()) {
        return Some(list.full("", tail));
    }
    Some(vec![Cow::Borrowed(list.text)])
}

/// `生产总值、财政收入`: a figure by itself takes nothing of the last, which others may share.
pub(super) fn figure_in_front<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let next = list.items.get(1)?;
    let figure = CUES.whole_figure.suffix(list.first)?;
    if list.last.contains(figure) || !CUES.level_noun.suffix(list.last)?.ends_with(SUMS) {
        return None;
    }
    let rest = &list.text[Span::of(next, list.text).from()..];
    Some(std::iter::once(Cow::Borrowed(list.first)).chain(shared_names(rest)).collect())
}

/// Members that share nothing: one alone, a figure in front, a last one with no room for a tail. What all share is a figure
/// (`…率`) or what rungs of a ladder have in common (`国家级、省级示范社`).
pub(super) fn whole<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let &List { first, last, .. } = list;
    let alike = CUES.level_noun.suffix(last).is_some()
        || CUES.train.suffix(last).is_some()
        || CUES.ladders.iter().any(|ladder| ladder.is(first));
    let whole = list.items.len() < 2
        || CUES.level_noun.suffix(first).is_some()
        || last.chars().count() < 4
        || !alike && list.items.len() == 2;
    whole.then(|| list.plain())
}
