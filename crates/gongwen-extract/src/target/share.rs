//! Several numbers in one clause, and one number over several things.
//!
//! Gives each quantity the words left and right of it, and settles the forms in which those words are shared:
//! `分别达到65%和55%`, `均达到45%`, `各一期`, `60%以上的社区和50%的行政村具有…`, `由12%提高到15%`, `较2023年增长5%`.

use super::cues::CUES;
use super::matter;
use super::measure;
use super::quantity::Quantity;
use super::sentence::Clause;
use super::time;
use crate::Baseline;
use crate::wordlist::CharSet;
use gongwen_text::Span;
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
    compared(text, quantities, &mut parts);
    if share_of_groups(text, clause, quantities, &mut parts)
        || respectively(text, clause, quantities, &mut parts)
    {
        return parts;
    }
    one_for_each(text, clause, quantities, parts)
}

/// Parts the words between two numbers: what stands before the last 、 or 和 belongs to the former.
fn segments<'a>(text: &'a str, clause: &Clause, quantities: &[Quantity<'a>]) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::with_capacity(quantities.len());
    let mut from = clause.body;
    for (i, q) in quantities.iter().enumerate() {
        if quantities.get(i + 1).is_some_and(|next| qualifies(text, from, q, next)) {
            continue;
        }
        let left = Span::new(from.min(q.start), q.start);
        let next = quantities.get(i + 1).map_or(clause.span.to(), |n| n.start);
        let between = &text[q.end..next];
        // `每12个班级配备音乐、美术教室1间`: what follows is spread over them.
        let per = text[..q.start].ends_with('每');
        let split = if i + 1 == quantities.len() {
            next
        } else if per {
            q.end
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
    if worth && next.unit != "%" && text[..q.start].ends_with(['过', '超', '上']) {
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

/// Where the words between two numbers part.
fn divide(between: &str) -> usize {
    if between.starts_with(['、', '和', '及', '与', '且', '/', '；']) {
        return 0;
    }
    let mark = between.char_indices().rev().find(|(_, c)| matches!(c, '、' | '和' | '及' | '与'));
    match mark {
        Some((at, _)) => at,
        None => 0,
    }
}

/// `由2020年的12%提高到15%`: the first number is the baseline of the second.
fn from_to<'a>(text: &'a str, quantities: &[Quantity<'a>], parts: &mut Vec<Part<'a>>) {
    let mut i = 0;
    while i + 1 < parts.len() {
        let q = &quantities[parts[i].quantity];
        let left = parts[i].left.of_text(text);
        let link = &text[q.end..quantities[parts[i + 1].quantity].start];
        let start = left.rfind(['由', '从']).filter(|at| left.len() - at <= 60);
        // `由2020年的12%提高到2025年的15%`
        let (link, deadline) = dated_link(link);
        let reaches = link.len() <= 45 && (measure::binding(link).reaches || link.ends_with(['到', '至']));
        let (Some(start), true) = (start, reaches) else {
            i += 1;
            continue;
        };
        let at = parts[i].left.from() + start;
        let words = &text[at..q.start];
        let year = words
            .char_indices()
            .find_map(|(j, c)| c.is_ascii_digit().then(|| time::year(&words[j..])).flatten());
        let removed = parts.remove(i);
        let next = &mut parts[i];
        // `医师数由每万人口0.8人增至1.0人`
        let per = words.find('每').map(|each| super::group::split_group(&words[each..]));
        if let Some((Some(group), "")) = per {
            next.group = Some(Cow::Borrowed(group));
        }
        next.baseline =
            Some(Baseline { year: year.map(|(y, _)| y), value: Some(q.value), text: Span::new(at, q.end) });
        next.left = Span::new(removed.left.from(), at);
        next.link = link;
        next.deadline = deadline;
        next.quote_from = removed.quote_from;
        i += 1;
    }
}

/// The words between the two numbers without the year that the second is for, and that year.
fn dated_link(link: &str) -> (&str, Option<i16>) {
    let words = link.trim_end_matches('的').trim_end_matches(['底', '末']);
    let Some(head) = words.strip_suffix('年').filter(|head| head.len() >= 4) else { return (link, None) };
    let from = head.len() - 4;
    let year = head.get(from..).and_then(time::year).map(|(year, _)| year);
    year.map_or((link, None), |year| (&link[..from], Some(year)))
}

static COMPARING: CharSet = CharSet::of(&['较', '比', '在']);

/// `较2023年增长5%以上`, `比上年下降3%`.
fn compared<'a>(text: &'a str, quantities: &[Quantity<'a>], parts: &mut [Part<'a>]) {
    for part in parts {
        let left = part.left.of_text(text);
        if part.baseline.is_some() {
            continue;
        }
        let found = COMPARING.all(left).find_map(|(at, c)| {
            let after = &left[at + c.len_utf8()..];
            let after_lead = after.strip_prefix('于').unwrap_or(after);
            let lead = at + c.len_utf8() + (after.len() - after_lead.len());
            let (len, year) = match time::year(after_lead).filter(|(_, n)| after_lead[*n..].starts_with('年'))
            {
                Some((year, len)) => (len + '年'.len_utf8(), Some(year)),
                None if c != '在' => {
                    let word = [
                        "国家规定时限",
                        "国家规定",
                        "承诺时限",
                        "法定办结时限",
                        "法定时限",
                        "法定时间",
                        "上年度",
                        "上年",
                        "去年",
                        "同期",
                        "上一年",
                        "上年同期",
                        "往年",
                    ]
                    .iter()
                    .find(|w| after_lead.starts_with(**w))?;
                    (word.len(), None)
                }
                None => return None,
            };
            let mut end = lead + len;
            for word in ["底", "末", "同期", "的", "基础上", "水平", "相比"] {
                if left[end..].starts_with(word) {
                    end += word.len();
                }
            }
            (c != '在' || left[..end].ends_with("基础上")).then_some((at, end, year))
        });
        let Some((at, end, year)) = found else {
            above_others(left, quantities[part.quantity].unit == "百分点", part);
            continue;
        };
        let base = part.left.from();
        part.baseline = Some(Baseline { year, value: None, text: Span::new(base + at, base + end) });
        let link = &text[base + end..part.left.to()];
        if matter::clean(matter::strip_lead(&left[..at]).0).chars().count() >= 2 {
            part.left = Span::new(base, base + at);
            part.link = link;
        } else {
            part.left = Span::new(base + end, part.left.to());
        }
    }
}

/// `单产比全县平均水平高10%`, `增速高于城镇居民1个百分点`: what it is above is the baseline. Points need no 平均.
fn above_others(left: &str, points: bool, part: &mut Part<'_>) {
    const LONGEST: usize = 8;
    let bare = left.trim_end();
    let tails = [("高出", true), ("高", true), ("低", false), ("快", true), ("多", true)];
    let (head, told) = tails
        .iter()
        .find_map(|(word, up)| Some((bare.strip_suffix(word)?, Some(*up))))
        .unwrap_or((bare, None));
    let average = ["平均水平", "平均增速", "平均值", "平均"].iter().find_map(|w| head.strip_suffix(w));
    let Some(head) = average.or(points.then_some(head)) else { return };
    let words = [("高于", true), ("低于", false), ("高出", true), ("快于", true), ("比", true), ("较", true)];
    let found = words.iter().find_map(|(word, up)| Some((head.rfind(word)?, *word, *up)));
    let Some((at, word, up)) = found else { return };
    if head[at + word.len()..].chars().count() > LONGEST || matches!(word, "比" | "较") && told.is_none() {
        return;
    }
    let base = part.left.from();
    part.baseline = Some(Baseline { year: None, value: None, text: Span::new(base + at, base + bare.len()) });
    part.left = Span::new(base, base + at);
    part.link = if told.unwrap_or(up) { "增长" } else { "下降" };
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
            Some(Cow::Borrowed(if i + 1 < run && own.chars().count() >= 2 { own } else { predicate }));
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

/// `A、B率分别达到65%和55%`: as many names as numbers.
fn respectively<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: &mut [Part<'a>],
) -> bool {
    if parts.len() < 2 {
        return false;
    }
    let number = quantities[parts[0].quantity].start;
    let words = Span::new(clause.body.min(number), number).of_text(text);
    let Some(at) = words.find("分别") else { return false };
    let link = &words[at + "分别".len()..];
    // `分别为5吨、6吨` says what is reached; elsewhere 为 says for whom.
    let link = if link == "为" { "达到" } else { link };
    // `A和B比2015年分别下降24%、25%`: the comparison was cut out before.
    let list = if parts[0].baseline.is_some() && parts[0].left.to() < clause.body + at {
        parts[0].left.of_text(text)
    } else {
        &words[..at]
    };
    let list = matter::clean(matter::strip_lead(list).0);
    let idle = measure::idle_word(list).filter(|word| !matches!(*word, "每年" | "全年" | "年均"));
    let list = idle.map_or(list, |word| matter::clean(&list[..list.len() - word.len()]));
    // `起数、死亡人数“两项指数”分别下降…`
    let summed = list.rfind('“').filter(|&at| at > 0 && (list.ends_with("指数”") || list.ends_with("指标”")));
    let list = summed.map_or(list, |at| &list[..at]);
    // `就业率三年分别达到35%、38%、40%`
    let years = ["两年", "三年", "四年", "五年"].iter().find_map(|w| list.strip_suffix(w));
    let list = years.filter(|rest| rest.chars().count() >= 2).unwrap_or(list);
    // `三级路长巡路每年分别不少于2次、4次`
    let often = time::last_in(list, &super::Context::default())
        .filter(|&(from, to, time)| from > 0 && to == list.len() && time.frequency.is_some())
        .map(|(from, _, _)| from);
    let (list, often) = often.map_or((list, ""), |from| (&list[..from], &list[from..]));
    // `甲馆、乙馆每周开放时间分别不少于48小时、56小时`: how often stands between the names and what is told of each.
    let weekly = time::last_in(list, &super::Context::default())
        .filter(|&(from, to, time)| from > 0 && to < list.len() && time.frequency.is_some())
        .filter(|&(from, ..)| matter::items(&list[..from]).len() == parts.len());
    if let Some((from, to, _)) = weekly {
        let tail = &list[to..];
        let quote_to = parts.iter().map(|p| p.quote_to).max().unwrap_or_default();
        for (part, name) in parts.iter_mut().zip(matter::items(&list[..from])) {
            part.indicator = Some(Cow::Owned(format!("{}{tail}", matter::clean(name))));
            part.left = Span::of(&list[from..to], text);
            part.link = link;
            part.quote_from = clause.span.from();
            part.quote_to = quote_to;
            part.rule = Some("target.respectively");
        }
        return true;
    }
    let (list, rungs) =
        rungs_behind(list).filter(|(_, rungs)| rungs.len() == parts.len()).unwrap_or((list, Vec::new()));
    let names = if rungs.is_empty() { matter::shared_names(list) } else { Vec::new() };
    // `城乡居民收入分别增长5.8%、7%`: those of the towns first.
    let names = match list.split_once("城乡") {
        Some((head, tail)) if names.len() == 1 && parts.len() == 2 => {
            ["城镇", "农村"].map(|place| Cow::Owned(format!("{head}{place}{tail}"))).to_vec()
        }
        _ => names,
    };
    let matched = names.len() == parts.len();
    let to = parts.iter().map(|p| p.quote_to).max().unwrap_or_default();
    let baseline = parts[0].baseline.clone();
    for (i, part) in parts.iter_mut().enumerate() {
        let name = if matched { names[i].clone() } else { Cow::Borrowed(list) };
        part.indicator = Some(name).filter(|name| !name.is_empty());
        part.group = rungs.get(i).map(|rung| Cow::Borrowed(*rung));
        part.left =
            if often.is_empty() { Span::new(part.left.to(), part.left.to()) } else { Span::of(often, text) };
        part.link = link;
        part.baseline.clone_from(&baseline);
        part.quote_from = clause.span.from();
        part.quote_to = to;
        part.rule = Some("target.respectively");
    }
    true
}

/// `生均用房面积小学、初中`: what is told of each rung of a ladder, and the rungs.
fn rungs_behind(list: &str) -> Option<(&str, Vec<&str>)> {
    for ladder in &CUES.ladders {
        let (mut rest, mut rungs) = (list, Vec::new());
        while let Some(rung) = ladder.suffix(rest).filter(|rung| rung.len() < rest.len()) {
            rest = &rest[..rest.len() - rung.len()];
            rungs.push(&list[rest.len()..rest.len() + rung.len()]);
            let Some(more) = rest.strip_suffix(['、', '和', '与']) else { break };
            rest = more;
        }
        if rungs.len() > 1 && rest.chars().count() >= 3 && CUES.level_noun.suffix(rest).is_some() {
            rungs.reverse();
            return Some((rest, rungs));
        }
    }
    None
}

static SHARES: CharSet = CharSet::of(&['各', '均', '都']);

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

/// Whether what stands before a number shares it out to a list of things.
fn shared_list(left: &str) -> Option<Shared<'_>> {
    SHARES.next(left, 0)?;
    let (bound, tail) = left.split_at(left.trim_end().rfind('各').map_or(0, |at| at + '各'.len_utf8()));
    let each = !bound.is_empty() && !bound.ends_with("在各") && measure::binding(tail).start == 0;
    let alike = left.find('均').or_else(|| left.find('都')).filter(|at| {
        let behind = &left[at + '均'.len_utf8()..];
        !behind.is_empty()
            && measure::binding(behind).start == 0
            && !left[..*at].ends_with(['年', '人', '平', '户'])
    });
    let link = alike.map_or("", |at| &left[at + '均'.len_utf8()..]);
    if each {
        return Some(Shared { each, list: bound.trim_end_matches('各'), tail, link });
    }
    alike.map(|at| Shared { each, list: &left[..at], tail, link })
}

/// `A、B率均达到45%`, `举办A和B各一期`: one target for each name.
fn one_for_each<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: Vec<Part<'a>>,
) -> Vec<Part<'a>> {
    if parts.iter().all(|part| shared_list(part.left.of_text(text)).is_none()) {
        return parts;
    }
    let mut out = Vec::with_capacity(parts.len());
    for part in parts {
        let q = &quantities[part.quantity];
        let Some(Shared { each, list, tail, link }) = shared_list(part.left.of_text(text)) else {
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
        let shared = CUES.level_noun.suffix(list).is_some();
        let names = if each && !tail.trim().is_empty() && shared {
            matter::shared_names(list)
        } else if each {
            matter::items(list).into_iter().map(Cow::Borrowed).collect()
        } else if CUES.level_noun.suffix(list).is_some() && !list.starts_with(['各', '每']) {
            matter::shared_names(list)
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

/// A list with a time phrase inside is no plain list.
fn time_within(list: &str) -> Option<(usize, usize, time::Time)> {
    time::last_in(list, &super::Context::default()).filter(|(from, _, _)| *from > 0)
}
