//! One number over several things: `各1家`, `均达到45%`, `县级河长每季度、乡级河长每月巡河1次`.

use super::Part;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::sentence::Clause;
use crate::target::{Context, matter, measure, names, sentence, time};
use crate::wordlist::CharSet;
use gongwen_text::Span;
use std::borrow::Cow;

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

/// Whether what stands before a number shares it out to a list of things. `lone`: no other number stands in the clause, so that
/// 分别 says the same of each.
/// `compared`: what it is compared with and how it changes were cut out behind (`均较2025年减少1%`).
fn shared_list(left: &str, lone: bool, compared: bool) -> Option<Shared<'_>> {
    SHARES.next(left, 0)?;
    let (bound, tail) = left.split_at(left.trim_end().rfind('各').map_or(0, |at| at + '各'.len_utf8()));
    let each = !bound.is_empty() && !bound.ends_with("在各") && measure::binding(tail).start == 0;
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
    let alike = word('均').or_else(|| word('都')).or_else(told);
    // `均为100%`, `均在90%以上`: what is held is reached.
    let link = alike.map_or("", |(_, to)| &left[to..]);
    let link = if HELD.contains(&link) { "达到" } else { link };
    if each {
        return Some(Shared { each, list: bound.trim_end_matches('各'), tail, link });
    }
    alike.map(|(at, _)| Shared { each, list: &left[..at], tail, link })
}

/// Places by their kind alone.
const KINDS_OF_PLACE: [&str; 8] =
    ["乡镇", "街道", "村", "社区", "行政村", "乡镇（街道）", "镇（街道）", "村（社区）"];

/// Words behind 均 that say a level is held, and elsewhere bind nothing.
const HELD: [&str; 5] = ["为", "在", "实现", "完成", "是"];

/// Houses that have or do so much each.
const HOUSES: [&str; 10] =
    ["医院", "卫生院", "中学", "小学", "学校", "幼儿园", "敬老院", "开发区", "园区", "公司"];

/// A list of places or houses: `城关镇、石桥镇`, `县医院、中医院`.
pub(in crate::target) fn holders(list: &str) -> Option<Vec<&str>> {
    let holders = names::items(matter::strip_lead(list).0);
    let house = |name: &str| {
        HOUSES.iter().any(|house| name.ends_with(house))
            && (3..=12).contains(&name.chars().count())
            && CUES.make.find(name).is_none()
    };
    // `县发改局、县经信局各引进项目1个`
    let body = |name: &str| {
        // `企业承办`, `养老中心` are none.
        let county = name.starts_with(['县', '市', '区', '旗', '镇', '乡']);
        (county && (name.ends_with("中心") || name.ends_with('办'))
            || ["局", "委", "办公室", "委员会"].iter().any(|end| name.ends_with(end)))
            && (3..=14).contains(&name.chars().count())
            && CUES.make.prefix(name).is_none()
    };
    // `小学、初中各新增学位500个`
    let rung = |name: &str| CUES.ladders[..2].iter().any(|ladder| ladder.is(name));
    let holds = |name: &&str| {
        rung(name) || sentence::is_place(name) || KINDS_OF_PLACE.contains(name) || house(name) || body(name)
    };
    ((2..=12).contains(&holders.len()) && holders.iter().all(holds)).then_some(holders)
}

/// `城关镇、石桥镇各新建幼儿园1所`, `各1所`: places that each do the same.
fn each_place<'a>(text: &'a str, clause: &Clause, part: &Part<'a>) -> Option<Vec<Part<'a>>> {
    let left = part.left.of_text(text);
    let (list, deed) = left.split_once('各')?;
    let short = || Some(deed).filter(|deed| ["建", "设", "配"].contains(deed));
    let deed = deed.strip_prefix("牵头").unwrap_or(deed);
    // `各至少引进项目2个`
    let done = CUES.prefix_ge.prefix(deed).map_or(deed, |word| &deed[word.len()..]);
    let deed =
        if done.is_empty() { deed } else { matter::verb_in_front(done).map(|_| deed).or_else(short)? };
    let list = matter::strip_lead(list).0;
    let places = holders(list.strip_prefix('由').unwrap_or(list))?;
    let of_place = |place: &&'a str| Part {
        left: Span::of(deed, text),
        group: Some(Cow::Borrowed(*place)),
        quote_from: clause.span.from(),
        rule: Some("target.each"),
        ..part.clone()
    };
    Some(places.iter().map(of_place).collect())
}

/// `县级河长每季度、乡级河长每月、村级河长每周巡河不少于1次`: each so often, and what is done stands behind the last.
pub(super) fn often_each<'a>(text: &'a str, clause: &Clause, parts: &mut Vec<Part<'a>>) -> bool {
    let [part] = &parts[..] else { return false };
    let left = part.left.of_text(text);
    if !clause.seen.may("每") || !clause.seen.may("、") || left.matches('每').count() < 2 {
        return false;
    }
    let Some((told, deed)) = posts_apart(left).or_else(|| posts(left)) else { return false };
    let one = |(who, often): (Cow<'a, str>, &'static str)| Part {
        left: Span::of(deed, text),
        group: Some(who),
        frequency: Some(often),
        quote_from: clause.span.from(),
        rule: Some("target.each"),
        ..part.clone()
    };
    *parts = told.into_iter().map(one).collect();
    true
}

/// Who does something how often.
type Posts<'a> = Vec<(Cow<'a, str>, &'static str)>;

/// `县级河长每季度、乡级河长每月、村级河长每周巡河`: who does it how often, and what is done.
fn posts(left: &str) -> Option<(Posts<'_>, &str)> {
    let items = names::items(left);
    let (last, rest) = items.split_last().filter(|(_, rest)| !rest.is_empty())?;
    let often = |item| {
        let (from, to, time) = time_within(item)?;
        let who = matter::strip_lead(item[..from].trim_end_matches(['要', '应', '须', '需'])).0;
        let who = matter::clean(who);
        Some(((Cow::Borrowed(who), time.frequency?), to)).filter(|_| matter::has_chars(who, 2))
    };
    let mut told = Vec::with_capacity(items.len());
    for item in rest {
        told.push(often(item).filter(|&(_, to)| to == item.len())?.0);
    }
    let (post, to) = often(last)?;
    told.push(post);
    Some((told, &last[to..])).filter(|(_, deed)| matter::has_chars(deed, 2))
}

/// `县、乡、村级河长分别每季度、每月、每周巡河`: the same, told apart by 分别.
fn posts_apart(left: &str) -> Option<(Posts<'_>, &str)> {
    let (who, rest) = left.split_once("分别")?;
    let who = matter::strip_lead(who.trim_end_matches(['要', '应', '须', '需'])).0;
    let (mut often, mut deed) = (Vec::new(), rest);
    while let Some((len, time)) = time::read(deed.trim_start_matches(['、', '和']), &Context::default()) {
        often.push(time.frequency?);
        deed = &deed.trim_start_matches(['、', '和'])[len..];
    }
    let items = names::items(who);
    let last = items.last().filter(|_| often.len() > 1 && often.len() == items.len())?;
    // `县、乡、村级河长`, `县级、乡级林长`: what they are stands behind the last rank.
    let others = &items[..items.len() - 1];
    let tail = if others.iter().all(|item| item.chars().nth(1).is_none()) {
        last.char_indices().nth(1).map(|(at, _)| &last[at..])
    } else {
        last.split_once('级').map(|(_, what)| what).filter(|_| others.iter().all(|item| item.ends_with('级')))
    };
    let tail = tail.unwrap_or_default();
    let named = |(i, item): (usize, &&str)| {
        let tail = if i + 1 == items.len() { "" } else { tail };
        Cow::Owned([*item, tail].concat())
    };
    let told = items.iter().enumerate().map(named).zip(often).collect();
    Some((told, deed)).filter(|_| matter::has_chars(deed, 2))
}

/// `A、B率均达到45%`, `举办A和B各一期`: one target for each name.
pub(super) fn one_for_each<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: Vec<Part<'a>>,
) -> Vec<Part<'a>> {
    // `分别下降15%15%30%` lost its marks.
    let lone = parts.len() == 1
        && quantities.iter().filter(|q| q.unit == quantities[parts[0].quantity].unit).count() == 1;
    if parts.iter().all(|part| SHARES.next(part.left.of_text(text), 0).is_none()) {
        return parts;
    }
    if let Some(parts) = one_by_one(text, clause, quantities, &parts) {
        return parts;
    }
    let mut out = Vec::with_capacity(parts.len());
    let mut spread: Vec<Cow<'a, str>> = Vec::new();
    for part in parts {
        let q = &quantities[part.quantity];
        if let Some(places) = each_place(text, clause, &part) {
            spread = places.iter().filter_map(|place| place.group.clone()).collect();
            out.extend(places);
            continue;
        }
        // `甲镇、乙镇各新建幼儿园1所、小学2所`: each of them, until one is named with its own.
        let left = part.left.of_text(text).trim_start_matches(['、', '和']);
        if !spread.is_empty() && SHARES.next(left, 0).is_none() && !sentence::is_place(left) {
            let of = |place: &Cow<'a, str>| Part {
                group: Some(place.clone()),
                rule: Some("target.each"),
                ..part.clone()
            };
            out.extend(spread.iter().map(of));
            continue;
        }
        spread.clear();
        let compared = part.baseline.is_some() && !part.link.is_empty();
        let Some(Shared { each, list, tail, link }) = shared_list(part.left.of_text(text), lone, compared)
        else {
            out.push(part);
            continue;
        };
        let link = if link.is_empty() && compared { part.link } else { link };
        let mut list = matter::clean(matter::strip_lead(list).0);
        // `健康单位、健康学校每年各增加2个`: how often stands behind the names.
        let often =
            time_within(list).filter(|&(_, to, time)| each && to == list.len() && time.frequency.is_some());
        list = often.map_or(list, |(from, _, _)| &list[..from]);
        if let Some((_, _, _)) = time_within(list) {
            out.push(part);
            continue;
        }
        if each {
            list = list.strip_prefix("分别").unwrap_or(list);
            list = matter::verb_in_front(list).map_or(list, |(_, rest)| rest);
            list = matter::clean(list);
        }
        let idle = measure::idle_word(list).filter(|word| *word == "同比" && !each);
        list = idle.map_or(list, |word| matter::clean(&list[..list.len() - word.len()]));
        let shared = CUES.level_noun.suffix(list).is_some();
        // `草原综合植被盖度均提高1个百分点`, `人均收入、人均消费均增长8%`: figures by what is said of them.
        let figures = || {
            measure::is_rate_unit(&q.unit)
                && (list.ends_with('度') || !link.is_empty() && measure::binding(link).change.is_some())
        };
        let kinds = ["各类", "各级", "各项", "各种"].iter().any(|word| list.starts_with(word));
        let names = if each && !tail.trim().is_empty() && shared {
            names::shared_names(list)
        } else if each {
            names::items(list).into_iter().map(Cow::Borrowed).collect()
        } else if (shared || figures()) && (kinds || !list.starts_with(['各', '每'])) {
            names::shared_names(list)
        } else {
            Vec::new()
        };
        if !(2..=8).contains(&names.len()) {
            out.push(part);
            continue;
        }
        for name in names {
            let mut one = part.clone();
            one.left = if each { part.left } else { Span::new(q.start, q.start) };
            one.link = link;
            one.indicator = Some(name);
            one.quote_from = clause.span.from();
            one.rule = Some("target.each");
            out.push(one);
        }
    }
    out
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
        rule: Some("target.each"),
        ..part.clone()
    };
    (names.len() == parts.len()).then(|| parts.iter().zip(names).map(named).collect())
}

/// A list with a time phrase inside is no plain list.
fn time_within(list: &str) -> Option<(usize, usize, time::Time)> {
    time::last_in(list, &Context::default()).filter(|(from, _, _)| *from > 0)
}
