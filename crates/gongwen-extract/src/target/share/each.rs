//! One number over several things: `各1家`, `均达到45%`, `县级河长每季度、乡级河长每月巡河1次`.

//!
//! Asked in this order: as many numbers as names ([`one_by_one`]), places ([`place`]), what goes on after places, names. Posts that
//! do the same so often ([`post`]) are asked by themselves.

mod place;
mod post;

use super::Part;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::sentence::Clause;
use crate::target::{Context, matter, measure, names, sentence, time};
use crate::wordlist::CharSet;
use gongwen_text::Span;
use place::each_place;
pub(in crate::target) use place::{holders, is_kind_of_place, levels, thing_in_place};
pub(super) use post::often_each;
use std::borrow::Cow;

/// The rule of a number that several things share.
const RULE: &str = "target.each";

/// What tells that several things share a number.
pub(super) static SHARES: CharSet = CharSet::of(&['各', '均', '都', '别']);

/// What stands before a number that several things may share.
struct Shared<'a> {
    /// By 各, not by 均.
    each: bool,
    /// The things.
    list: &'a str,
    /// What stands between 各 and the number: `校内、校外活动时间各不少于1小时`.
    tail: &'a str,
    /// What stands between 均 and the number.
    link: &'a str,
}

/// Words behind 均 that say a level is held, and elsewhere bind nothing.
const HELD: [&str; 5] = ["为", "在", "实现", "完成", "是"];

/// Whether what stands before a number shares it out to a list of things. `lone`: no other number stands in the clause, so that
/// 分别 says the same of each.
/// `compared`: what it is compared with and how it changes were cut out behind (`均较2025年减少1%`).
fn shared_list(left: &str, lone: bool, compared: bool) -> Option<Shared<'_>> {
    SHARES.next(left, 0)?;
    let alike = alike(left, lone, compared);
    // `均为100%`, `均在90%以上`: what is held is reached.
    let link = alike.map_or("", |(_, to)| &left[to..]);
    let link = if HELD.contains(&link) { "达到" } else { link };
    let (bound, tail) = left.split_at(left.trim_end().rfind('各').map_or(0, |at| at + '各'.len_utf8()));
    if !bound.is_empty() && !bound.ends_with("在各") && measure::binding(tail).start == 0 {
        return Some(Shared { each: true, list: bound.trim_end_matches('各'), tail, link });
    }
    alike.map(|(at, _)| Shared { each: false, list: &left[..at], tail, link })
}

/// Where 均, 都 or 分别 stands that says the same of each, and where it ends.
fn alike(left: &str, lone: bool, compared: bool) -> Option<(usize, usize)> {
    let binds = |behind: &str| {
        compared && behind.is_empty()
            || !behind.is_empty() && (measure::binding(behind).start == 0 || HELD.contains(&behind))
    };
    let word = |mark: char| {
        let found = left.match_indices(mark).map(|(at, mark)| (at, at + mark.len()));
        found.rev().find(|&(at, to)| {
            binds(&left[to..]) && !left[..at].ends_with(['年', '人', '平', '户', '生', '亩'])
        })
    };
    let told = || {
        left.match_indices("分别")
            .map(|(at, word)| (at, at + word.len()))
            .find(|&(_, to)| lone && binds(&left[to..]))
    };
    word('均').or_else(|| word('都')).or_else(told)
}

/// `A、B率均达到45%`, `举办A和B各一期`: one target for each name.
pub(super) fn one_for_each<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: Vec<Part<'a>>,
) -> Vec<Part<'a>> {
    if parts.iter().all(|part| SHARES.next(part.left.of_text(text), 0).is_none()) {
        return parts;
    }
    if let Some(parts) = one_by_one(text, clause, quantities, &parts) {
        return parts;
    }
    // `分别下降15%15%30%` lost its marks.
    let lone = parts.len() == 1
        && quantities.iter().filter(|q| q.unit == quantities[parts[0].quantity].unit).count() == 1;
    let mut out = Vec::with_capacity(parts.len());
    let mut spread: Vec<Cow<'a, str>> = Vec::new();
    for part in parts {
        if let Some(places) = each_place(text, clause, &part) {
            spread = places.iter().filter_map(|place| place.group.clone()).collect();
            out.extend(places);
            continue;
        }
        if !spread.is_empty() && goes_on(part.left.of_text(text)) {
            let of =
                |place: &Cow<'a, str>| Part { group: Some(place.clone()), rule: Some(RULE), ..part.clone() };
            out.extend(spread.iter().map(of));
            continue;
        }
        spread.clear();
        match each_name(text, clause, &quantities[part.quantity], &part, lone) {
            Some((names, shared)) => {
                out.extend(names.into_iter().map(|name| Part { indicator: Some(name), ..shared.clone() }));
            }
            None => out.push(part),
        }
    }
    out
}

/// `甲镇、乙镇各新建幼儿园1所、小学2所`: each of them, until one is named with its own.
fn goes_on(left: &str) -> bool {
    let left = left.trim_start_matches(['、', '和']);
    SHARES.next(left, 0).is_none() && !sentence::is_place(left)
}

/// The names that share a number, and what is said of each of them.
fn each_name<'a>(
    text: &'a str,
    clause: &Clause,
    q: &Quantity<'a>,
    part: &Part<'a>,
    lone: bool,
) -> Option<(Vec<Cow<'a, str>>, Part<'a>)> {
    let compared = part.baseline.is_some() && !part.link.is_empty();
    let mut shared = shared_list(part.left.of_text(text), lone, compared)?;
    if shared.link.is_empty() && compared {
        shared.link = part.link;
    }
    shared.list = bare_list(&shared)?;
    let names = shared.names(q);
    if !(2..=8).contains(&names.len()) {
        return None;
    }
    let left = if shared.each { part.left } else { Span::new(q.start, q.start) };
    let told =
        Part { left, link: shared.link, quote_from: clause.span.from(), rule: Some(RULE), ..part.clone() };
    Some((names, told))
}

/// The names that stand before 各 or 均 and nothing else; `None` where a time stands among them.
fn bare_list<'a>(shared: &Shared<'a>) -> Option<&'a str> {
    let each = shared.each;
    let list = matter::clean(matter::strip_lead(shared.list).0);
    // `健康单位、健康学校每年各增加2个`: how often stands behind the names.
    let often =
        time_within(list).filter(|&(_, to, time)| each && to == list.len() && time.frequency.is_some());
    let mut list = often.map_or(list, |(from, _, _)| &list[..from]);
    if time_within(list).is_some() {
        return None;
    }
    if each {
        list = list.strip_prefix("分别").unwrap_or(list);
        list = matter::verb_in_front(list).map_or(list, |(_, rest)| rest);
        list = matter::clean(list);
    }
    let idle = measure::idle_word(list).filter(|word| *word == "同比" && !each);
    Some(idle.map_or(list, |word| matter::clean(&list[..list.len() - word.len()])))
}

impl<'a> Shared<'a> {
    /// The names of the list, with the noun that they share: `A、B率`.
    fn names(&self, q: &Quantity<'_>) -> Vec<Cow<'a, str>> {
        let list = self.list;
        let shared = CUES.level_noun.suffix(list).is_some();
        let kinds = || ["各类", "各级", "各项", "各种"].iter().any(|word| list.starts_with(word));
        if self.each && (!shared || self.tail.trim().is_empty()) {
            names::items(list).into_iter().map(Cow::Borrowed).collect()
        } else if self.each || (shared || self.figures(q)) && (kinds() || !list.starts_with(['各', '每'])) {
            names::shared_names(list)
        } else {
            Vec::new()
        }
    }

    /// `草原综合植被盖度均提高1个百分点`, `人均收入、人均消费均增长8%`: figures by what is said of them.
    fn figures(&self, q: &Quantity<'_>) -> bool {
        measure::is_rate_unit(&q.unit)
            && (self.list.ends_with('度')
                || !self.link.is_empty() && measure::binding(self.link).change.is_some())
    }
}

/// `创建国家级、省级示范社各1家、3家`: as many numbers as names, in their order.
fn one_by_one<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: &[Part<'a>],
) -> Option<Vec<Part<'a>>> {
    let (first, rest) = parts.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let list = first.left.of_text(text).strip_suffix('各')?;
    let bare = |part: &Part<'_>| {
        matches!(part.left.of_text(text), "、" | "和")
            && quantities[part.quantity].unit == quantities[first.quantity].unit
    };
    if !rest.iter().all(bare) {
        return None;
    }
    let list = matter::strip_lead(list).0;
    let names = names::shared_names(matter::verb_in_front(list).map_or(list, |(_, rest)| rest));
    let to = parts.iter().map(|part| part.quote_to).max()?;
    let named = |(part, name): (&Part<'a>, Cow<'a, str>)| Part {
        indicator: Some(name),
        left: first.left,
        quote_from: clause.span.from(),
        quote_to: to,
        rule: Some(RULE),
        ..part.clone()
    };
    (names.len() == parts.len()).then(|| parts.iter().zip(names).map(named).collect())
}

/// A list with a time phrase inside is no plain list.
fn time_within(list: &str) -> Option<(usize, usize, time::Time)> {
    time::last_in(list, &Context::default()).filter(|(from, _, _)| *from > 0)
}
