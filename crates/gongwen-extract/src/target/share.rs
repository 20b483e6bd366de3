//! Several numbers in one clause, and one number over several things.
//!
//! Gives each quantity the words left and right of it, and settles the forms in which those words are shared:
//! `分别达到65%和55%`, `均达到45%`, `各一期`, `60%以上的社区和50%的行政村具有…`, `由12%提高到15%`, `较2023年增长5%`.

mod baseline;
mod each;
mod respective;
mod years;

use super::cues::CUES;
use super::matter;
use super::measure;
use super::names;
use super::quantity::Quantity;
use super::sentence::Clause;
use crate::{Baseline, Comparator};
use baseline::{compared, from_to};
pub(super) use baseline::{comparison, days_from_to};
use each::{SHARES, often_each, one_for_each};
use each::{holders, levels};
pub(super) use each::{is_kind_of_place, thing_in_place};
use gongwen_text::Span;
pub(super) use respective::bare_list;
use respective::{in_order, respectively, sums_up_names};
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
    /// How often this number alone is for.
    pub(super) frequency: Option<&'static str>,
    pub(super) quote_from: usize,
    pub(super) quote_to: usize,
    pub(super) rule: Option<&'static str>,
    /// The bound behind the last of several numbers, which is that of all.
    pub(super) bound: Option<Comparator>,
}

/// The rule of numbers of which nothing tells whose they are.
pub(super) const UNTOLD: &str = "target.untold";

/// The quantities of a clause with their words, shared forms resolved.
pub(super) fn pieces<'a>(text: &'a str, clause: &Clause, quantities: &[Quantity<'a>]) -> Vec<Part<'a>> {
    let mut parts = segments(text, clause, quantities);
    from_to(text, quantities, &mut parts);
    compared(text, clause, quantities, &mut parts);
    if share_of_groups(text, clause, quantities, &mut parts)
        || respectively(text, clause, quantities, &mut parts)
        || in_order(text, clause, quantities, &mut parts)
    {
        return parts;
    }
    if often_each(text, clause, &mut parts) {
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
        if i == 0 && sums_up_names(&text[from.min(q.start)..clause.span.to()], q, quantities.len()) {
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
            q.end + those_who_have(q, between).unwrap_or_else(|| divide(between))
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
            frequency: None,
            quote_from: left.from(),
            quote_to: split,
            rule: None,
            bound: None,
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
    // `四、五类桥梁比例低于1%`
    let named = &between[..measure::binding(between).start];
    let rated = next.unit == "%"
        && (named.ends_with('率')
            || q.unit == "类" && ["比例", "占比", "比重"].iter().any(|end| named.ends_with(end)));
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
    // `1处占地5亩以上的收储中心`
    const SIZES: [&str; 7] = ["占地", "占地面积", "面积", "建筑面积", "规模", "投资", "总投资"];
    let between = text.get(counted.end..size.start).unwrap_or_default();
    // `3座日处理500吨的污水处理厂`
    let yields = |words: &str| words.strip_prefix(['日', '年']).is_some_and(|deed| CUES.plant_deed.is(deed));
    let sized = || {
        let words = &between[..measure::binding(between).start];
        let unit = CUES.size_unit.is(&size.unit) || CUES.money_unit.is(&size.unit);
        text[size.end..].starts_with('的') && (SIZES.contains(&words) && unit || yields(words))
    };
    !between.is_empty() && sized()
        || counted.end == size.start
            && CUES.size_unit.is(&size.unit)
            && !CUES.size_unit.is(&counted.unit)
            && text[size.end..]
                .starts_with(|c: char| gongwen_text::chars::is_han(c) || c.is_ascii_alphabetic())
}

/// Whether the words between two numbers are the places of which the second has so many: `惠及167个村民组2.1万人`.
fn counts_places(q: &Quantity<'_>, between: &str) -> bool {
    const LONGEST: usize = 18;
    q.unit == "个"
        && q.bound.is_none()
        && between.len() <= LONGEST
        && (CUES.group_noun.is(between) || between.ends_with("村民组") || between.ends_with("村民小组"))
}

/// Length of the people of whom the first of two numbers is, where the second is what each of them has on average:
/// 农户 of `带动3000户农户户均增收1000元`.
fn those_who_have(q: &Quantity<'_>, between: &str) -> Option<usize> {
    const LONGEST: usize = 18;
    const PEOPLE: [char; 10] = ['户', '民', '众', '员', '人', '工', '口', '家', '力', '生'];
    if !matches!(&*q.unit, "户" | "人" | "名") {
        return None;
    }
    let at = ["户均", "人均"].iter().filter_map(|word| between.find(word)).min()?;
    let people = between[..at].strip_suffix('年').unwrap_or(&between[..at]);
    let plain = people.len() <= LONGEST && people.chars().all(gongwen_text::chars::is_han);
    (plain && matter::has_chars(people, 2) && people.ends_with(PEOPLE)).then_some(people.len())
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
        let (end, stated) = (holder(&noun[..end]), end);
        let group = matter::clean(&noun[..end]);
        part.group = Some(Cow::Borrowed(group)).filter(|g| !g.is_empty());
        let predicate = if i + 1 == run && end < stated { matter::clean(&noun[end..]) } else { predicate };
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

/// Where those end who have what stands behind them: 学校 of `学校资源`, all of `行政村`.
fn holder(words: &str) -> usize {
    const HELD: [&str; 6] = ["资源", "能力", "水平", "质量", "设施", "条件"];
    let held = HELD.iter().any(|thing| words.ends_with(thing));
    let whose = CUES.group_noun.each(words).filter(|_| held).last();
    let end = whose.map_or(words.len(), |(at, noun, _)| at + noun.len());
    if matter::has_chars(&words[..end], 2) { end } else { words.len() }
}

/// Whether words name a group and go on with what holds of it or with the next: `90%以上村庄、100%的社区实现…`.
fn names_a_group(words: &str) -> bool {
    const LONGEST: usize = 36;
    let list = words.find(['、', '和', '，']).unwrap_or(words.len());
    let end = CUES.predicate.find(&words[..list]).map_or(list, |(end, _)| end);
    (1..=LONGEST).contains(&end) && super::group::is_group(&words[..end])
}
