//! Several numbers in one clause, and one number over several things.
//!
//! Gives each quantity the words left and right of it, and settles the forms in which those words are shared:
//! `分别达到65%和55%`, `均达到45%`, `各一期`, `60%以上的社区和50%的行政村具有…`, `由12%提高到15%`, `较2023年增长5%`.

mod baseline;
mod respective;

use super::cues::CUES;
use super::matter;
use super::measure;
use super::names;
use super::quantity::Quantity;
use super::sentence::Clause;
use super::time;
use crate::Baseline;
use crate::wordlist::CharSet;
use baseline::{compared, from_to};
use gongwen_text::Span;
use respective::respectively;
use std::borrow::Cow;

/// A quantity with the words that belong to it.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    /// Index among the clause's quantities.
    pub(super) quantity: usize,
    pub(super) left: Span,
    /// Binding words that do not stand at the end of `left` (`由12%` **提高到** `15%`).
    pub(super) link: &'a str,
    pub(super) right: Span,
    pub(super) indicator: Option<Cow<'a, str>>,
    pub(super) group: Option<Cow<'a, str>>,
    pub(super) baseline: Option<Baseline>,
    /// The year that this number alone is for.
    pub(super) deadline: Option<i16>,
    pub(super) quote_from: usize,
    pub(super) quote_to: usize,
    pub(super) rule: Option<&'static str>,
}

/// The quantities of a clause with their words, shared forms resolved.
pub(super) fn pieces<'a>(text: &'a str, clause: &Clause, quantities: &[Quantity<'a>]) -> Vec<Part<'a>> {
    let mut parts = segments(text, clause, quantities);
    from_to(text, quantities, &mut parts);
    compared(text, clause, quantities, &mut parts);
    if share_of_groups(text, clause, quantities, &mut parts)
        || respectively(text, clause, quantities, &mut parts)
    {
        return parts;
    }
    // Nor is anything told `分别` without them.
    if clause.seen.any_of(&SHARES) {
        apart_behind(text, clause, quantities, &mut parts);
        return one_for_each(text, clause, quantities, parts);
    }
    parts
}

/// `普惠率提高到90%、及时率和参与率分别提高2个和3个百分点`: what stands behind the first number may be told apart too.
fn apart_behind<'a>(text: &'a str, clause: &Clause, quantities: &[Quantity<'a>], parts: &mut Vec<Part<'a>>) {
    let told = parts.iter().skip(1).position(|part| part.left.of_text(text).contains("分别"));
    let Some(at) = told.map(|at| at + 1).filter(|at| parts.len() - at > 1) else { return };
    let from = parts[at].left.from();
    let rest = Clause { span: Span::new(from, clause.span.to()), body: from, ..*clause };
    let mut apart = parts[at..].to_vec();
    if respectively(text, &rest, quantities, &mut apart)
        && apart.iter().zip(&apart[1..]).all(|(one, next)| one.indicator != next.indicator)
    {
        parts.splice(at.., apart);
    }
}

/// Parts the words between two numbers: what stands before the last 、 or 和 belongs to the former.
fn segments<'a>(text: &'a str, clause: &Clause, quantities: &[Quantity<'a>]) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::with_capacity(quantities.len());
    let mut from = clause.body;
    for (i, q) in quantities.iter().enumerate() {
        let sizes =
            |i: usize| i > 0 && quantities.get(i).is_some_and(|q| names_size(text, &quantities[i - 1], q));
        if sizes(i) || quantities.get(i + 1).is_some_and(|next| qualifies(text, from, q, next)) {
            continue;
        }
        // `总投资2.6亿元的迁建项目完成主体工程的60%`: how dear the thing is.
        let dear = CUES.money_unit.is(&q.unit) && text[..q.start].ends_with("投资");
        if dear && i + 1 < quantities.len() && text[q.end..].starts_with('的') {
            from = q.end + '的'.len_utf8();
            continue;
        }
        let left = Span::new(from.min(q.start), q.start);
        let following = quantities.get(if sizes(i + 1) { i + 2 } else { i + 1 });
        let next = following.map_or(clause.span.to(), |n| n.start);
        let between = &text[q.end..next];
        // `每12个班级配备音乐、美术教室1间`: what follows is spread over them.
        let per = text[..q.start].ends_with('每');
        let split = if following.is_none() {
            next
        } else if per {
            q.end
        } else if counts_places(q, between) {
            next
        } else {
            q.end + divide(between)
        };
        parts.push(Part {
            quantity: i,
            left,
            link: "",
            right: Span::new(q.end, split),
            indicator: None,
            group: None,
            baseline: None,
            deadline: None,
            quote_from: left.from(),
            quote_to: split,
            rule: None,
        });
        from = split;
    }
    classes(text, quantities, &mut parts);
    // A bracketed remark at the end is no part of the quote.
    if let Some(last) = parts.last_mut() {
        let right = &text[last.right.from()..last.right.to()];
        let cut = right
            .find(['（', '('])
            .filter(|at| !right[*at..].contains(['）', ')']) || right.trim_end().ends_with(['）', ')']));
        if let Some(at) = cut {
            last.quote_to = last.right.from() + at;
        }
    }
    parts
}

/// `新建3所12个班规模幼儿园`: how many classes each has stands between the number and what it counts.
fn classes<'a>(text: &'a str, quantities: &[Quantity<'a>], parts: &mut Vec<Part<'a>>) {
    for i in (1..parts.len()).rev() {
        let (q, next) = (&quantities[parts[i - 1].quantity], &quantities[parts[i].quantity]);
        let behind = &text[next.end..];
        if q.end != next.start || next.unit != "个" || !behind.starts_with('班') || parts[i].right.is_empty()
        {
            continue;
        }
        let words = ["班规模的", "班规模", "班的", "班"]
            .iter()
            .find(|w| behind.starts_with(**w))
            .map_or(0, |w| w.len());
        let removed = parts.remove(i);
        parts[i - 1].right = Span::new(next.end + words, removed.right.to().max(next.end + words));
        parts[i - 1].quote_to = removed.quote_to;
    }
}

/// Whether a number only says which things the next one counts: `产值超10亿元企业5家`, `20户以上自然村通路率85%`.
fn qualifies(text: &str, from: usize, q: &Quantity<'_>, next: &Quantity<'_>) -> bool {
    if text[..q.start].ends_with('每') {
        return false;
    }
    let between = &text[q.end..next.start];
    let binding = measure::binding(&text[from.min(q.start)..q.start]);
    // `5万头～8万头的达30个`
    let span = q.value_max.is_some() && between.starts_with('的');
    let bound = q.bound.is_some() || binding.comparator.is_some() || span;
    // `日处理能力2万吨污水处理厂1座`: the size of what is counted.
    // `10亿元企业5户`
    let money = CUES.money_unit.is(&q.unit) && between.len() <= 18;
    let size = CUES.size_unit.is(&q.unit) || money;
    let sized = size
        && !CUES.size_unit.is(&next.unit)
        && !CUES.money_unit.is(&next.unit)
        && next.unit != "%"
        && CUES.make.prefix(between).is_none();
    // `教师5年360学时培训完成率达到100%`
    let rated = next.unit == "%" && between[..measure::binding(between).start].ends_with('率');
    let lead = &text[from.min(q.start)..q.start];
    let rated = rated && CUES.make.find(lead).is_none() && q.unit != "%";
    // `过10亿元2家`
    let worth = CUES.money_unit.is(&q.unit) && between.is_empty() && !CUES.money_unit.is(&next.unit);
    if worth && next.unit != "%" && (q.bound.is_some() || text[..q.start].ends_with(['过', '超', '上'])) {
        return true;
    }
    let noun = between.trim_start_matches('的').chars().next().is_some_and(gongwen_text::chars::is_han);
    // `架设10千伏线路18公里`
    let sized = sized || matches!(&*q.unit, "千伏" | "千伏安");
    (bound || sized || rated)
        && noun
        && binding.change.is_none()
        && !between.starts_with('且')
        && !between.contains(['、', '和', '及', '与', '；', '，'])
        && (q.unit != "%" || q.unit != next.unit && !between.starts_with('的'))
}

/// Whether a number says how big the things are that the one directly before it counts: `4座110千伏变电站`.
fn names_size(text: &str, counted: &Quantity<'_>, size: &Quantity<'_>) -> bool {
    counted.end == size.start
        && CUES.size_unit.is(&size.unit)
        && !CUES.size_unit.is(&counted.unit)
        && text[size.end..].starts_with(|c: char| gongwen_text::chars::is_han(c) || c.is_ascii_alphabetic())
}

/// Whether the words between two numbers are the places of which the second has so many: `惠及167个村民组2.1万人`.
fn counts_places(q: &Quantity<'_>, between: &str) -> bool {
    const LONGEST: usize = 18;
    q.unit == "个"
        && q.bound.is_none()
        && between.len() <= LONGEST
        && (CUES.group_noun.is(between) || between.ends_with("村民组") || between.ends_with("村民小组"))
}

/// Where the words between two numbers part.
fn divide(between: &str) -> usize {
    if between.starts_with(['、', '和', '及', '与', '且', '/', '；']) && names::joins(between, 0) {
        return 0;
    }
    let mark = between
        .char_indices()
        .rev()
        .find(|&(at, c)| matches!(c, '、' | '和' | '及' | '与') && names::joins(between, at));
    match mark {
        Some((at, _)) => at,
        None => 0,
    }
}

/// `60%以上的社区和50%的行政村具有…`.
fn share_of_groups<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: &mut Vec<Part<'a>>,
) -> bool {
    let run = parts.iter().take_while(|p| {
        let q = &quantities[p.quantity];
        let behind = &text[q.end..clause.span.to()];
        let of = behind.starts_with('的') || q.bound.is_some() && names_a_group(behind);
        q.unit == "%" && of && p.baseline.is_none()
    });
    // Numbers behind the predicate are part of it: `80%的卫生院能提供6类服务`.
    let run = run.count();
    let Some(last) = run.checked_sub(1).map(|last| &parts[last]) else { return false };
    let first_left = parts[0].left.of_text(text);
    let lead = matter::strip_lead(first_left).0;
    if !lead[..measure::binding(lead).start].is_empty() && run == 1 {
        return false;
    }
    let inside = parts.get(run).map_or(clause.span.to(), |next| quantities[next.quantity].start);
    let right = &text[last.right.from()..clause.span.to()];
    let skip = if right.starts_with('的') { '的'.len_utf8() } else { 0 };
    let Some((at, _)) = CUES
        .predicate
        .find(&right[skip..])
        .filter(|(at, _)| *at > 0 && last.right.from() + skip + at < inside)
    else {
        return false;
    };
    parts.truncate(run);
    let predicate = right[skip + at..].trim_end_matches(['，', '。', ' ']);
    let predicate = predicate
        .find(['（', '('])
        .filter(|_| predicate.ends_with(['）', ')']))
        .map_or(predicate, |cut| &predicate[..cut]);
    for (i, part) in parts.iter_mut().enumerate() {
        let words = if i + 1 == run { right } else { &text[part.right.from()..part.right.to()] };
        let noun = words.strip_prefix('的').unwrap_or(words);
        let end = CUES.predicate.find(noun).map_or(noun.len(), |(end, _)| end);
        let group = matter::clean(&noun[..end]);
        part.group = Some(Cow::Borrowed(group)).filter(|g| !g.is_empty());
        // `30%以上的村达到甲标准、50%以上的乡镇达到乙标准`: each has its own.
        let own = matter::clean(&noun[end..]);
        part.indicator =
            Some(Cow::Borrowed(if i + 1 < run && matter::has_chars(own, 2) { own } else { predicate }));
        part.quote_from = clause.span.from();
        part.quote_to = part.quote_to.max(Span::of(predicate, text).to());
        part.rule = Some("target.share-of-groups");
    }
    let to = parts.last().map_or(0, |p| p.quote_to);
    for part in parts.iter_mut() {
        part.quote_to = to;
    }
    true
}

/// Whether words name a group and go on with what holds of it or with the next: `90%以上村庄、100%的社区实现…`.
fn names_a_group(words: &str) -> bool {
    const LONGEST: usize = 36;
    let list = words.find(['、', '和', '，']).unwrap_or(words.len());
    let end = CUES.predicate.find(&words[..list]).map_or(list, |(end, _)| end);
    (1..=LONGEST).contains(&end) && super::group::is_group(&words[..end])
}

/// What tells that several things share a number.
static SHARES: CharSet = CharSet::of(&['各', '均', '都', '别']);

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
fn shared_list(left: &str, lone: bool) -> Option<Shared<'_>> {
    SHARES.next(left, 0)?;
    let (bound, tail) = left.split_at(left.trim_end().rfind('各').map_or(0, |at| at + '各'.len_utf8()));
    let each = !bound.is_empty() && !bound.ends_with("在各") && measure::binding(tail).start == 0;
    let binds =
        |behind: &str| !behind.is_empty() && (measure::binding(behind).start == 0 || HELD.contains(&behind));
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
pub(super) fn holders(list: &str) -> Option<Vec<&str>> {
    let holders = names::items(matter::strip_lead(list).0);
    let house = |name: &str| {
        HOUSES.iter().any(|house| name.ends_with(house))
            && (3..=12).contains(&name.chars().count())
            && CUES.make.find(name).is_none()
    };
    let holds = |name: &&str| super::sentence::is_place(name) || KINDS_OF_PLACE.contains(name) || house(name);
    ((2..=12).contains(&holders.len()) && holders.iter().all(holds)).then_some(holders)
}

/// `城关镇、石桥镇各新建幼儿园1所`, `各1所`: places that each do the same.
fn each_place<'a>(text: &'a str, clause: &Clause, part: &Part<'a>) -> Option<Vec<Part<'a>>> {
    let left = part.left.of_text(text);
    let (list, deed) = left.split_once('各')?;
    let short = || Some(deed).filter(|deed| ["建", "设", "配"].contains(deed));
    let deed = if deed.is_empty() { "" } else { matter::verb_in_front(deed).map(|_| deed).or_else(short)? };
    let places = holders(list)?;
    let of_place = |place: &&'a str| Part {
        left: Span::of(deed, text),
        group: Some(Cow::Borrowed(*place)),
        quote_from: clause.span.from(),
        rule: Some("target.each"),
        ..part.clone()
    };
    Some(places.iter().map(of_place).collect())
}

/// `A、B率均达到45%`, `举办A和B各一期`: one target for each name.
fn one_for_each<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: Vec<Part<'a>>,
) -> Vec<Part<'a>> {
    let lone = parts.len() == 1;
    if parts.iter().all(|part| SHARES.next(part.left.of_text(text), 0).is_none()) {
        return parts;
    }
    if let Some(parts) = one_by_one(text, clause, quantities, &parts) {
        return parts;
    }
    let mut out = Vec::with_capacity(parts.len());
    for part in parts {
        let q = &quantities[part.quantity];
        if let Some(places) = each_place(text, clause, &part) {
            out.extend(places);
            continue;
        }
        let Some(Shared { each, list, tail, link }) = shared_list(part.left.of_text(text), lone) else {
            out.push(part);
            continue;
        };
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
            matches!(&*q.unit, "%" | "百分点")
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
    time::last_in(list, &super::Context::default()).filter(|(from, _, _)| *from > 0)
}
