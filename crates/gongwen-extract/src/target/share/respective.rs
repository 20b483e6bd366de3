//! As many numbers as names, told apart by 分别.

use super::years::years_behind;
use super::{Part, UNTOLD, holders};
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::sentence::Clause;
use crate::target::{Context, matter, measure, names, time};
use gongwen_text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// `A、B率分别达到65%和55%`: as many names as numbers.
pub(super) fn respectively<'a>(
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
    share_bound(text, quantities, parts);
    let link = &words[at + "分别".len()..];
    // `分别为5吨、6吨` says what is reached; elsewhere 为 says for whom.
    let link = if link == "为" { "达到" } else { link };
    // `分别达到每人每月850元和680元`
    let each = link.find('每').filter(|&at| at > 0 && measure::binding(&link[..at]).start == 0);
    let (link, per) = each.map_or((link, ""), |at| link.split_at(at));
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
    // `一季度、上半年、前三季度分别完成全年任务的25%、55%、80%`, `9月底、12月底开工率分别达到50%、80%`: by when is no name.
    let named = time::periods(list);
    let list = named.unwrap_or(list);
    let task = link.strip_suffix('的').filter(|_| named.is_some_and(str::is_empty));
    let task = task.and_then(|task| ["完成", "达到", "实现"].iter().find_map(|verb| task.strip_prefix(verb)));
    let (list, link) = match task.filter(|task| matter::has_chars(task, 2)) {
        Some(task) => (task, "达到"),
        None => (list, link),
    };
    // `优良率2026年、2027年、2028年分别达到80%、85%、90%`: a year each behind the one name.
    if let Some((name, years)) = years_behind(list).filter(|(_, years)| years.len() == parts.len()) {
        let to = parts.iter().map(|p| p.quote_to).max().unwrap_or_default();
        for (part, year) in parts.iter_mut().zip(years) {
            part.indicator = Some(Cow::Borrowed(name));
            part.deadline = Some(year);
            part.left = Span::new(part.left.to(), part.left.to());
            part.link = link;
            part.quote_from = clause.span.from();
            part.quote_to = to;
            part.rule = Some("target.respectively");
        }
        return true;
    }
    // `就业率三年分别达到35%、38%、40%`
    let years = ["两年", "三年", "四年", "五年"].iter().find_map(|w| list.strip_suffix(w));
    let list = years.filter(|rest| matter::has_chars(rest, 2)).unwrap_or(list);
    // `三级路长巡路每年分别不少于2次、4次`
    let often = time::last_in(list, &Context::default())
        .filter(|&(from, to, time)| from > 0 && to == list.len() && time.frequency.is_some())
        .map(|(from, _, _)| from);
    let (list, often) = often.map_or((list, ""), |from| (&list[..from], &list[from..]));
    // `甲馆、乙馆每周开放时间分别不少于48小时、56小时`, `甲业、乙业2030年产值分别达到…`: how often or by when stands between the names and
    // what is told of each.
    let weekly = time::last_in(list, &Context::default())
        .filter(|&(from, to, time)| {
            from > 0 && to < list.len() && (time.frequency.is_some() || time.deadline.is_some())
        })
        .filter(|&(from, ..)| names::items(&list[..from]).len() == parts.len());
    if let Some((from, to, _)) = weekly.filter(|&(_, to, _)| matter::has_chars(matter::clean(&list[to..]), 2))
    {
        let tail = matter::clean(&list[to..]);
        let quote_to = parts.iter().map(|p| p.quote_to).max().unwrap_or_default();
        for (part, name) in parts.iter_mut().zip(names::items(&list[..from])) {
            let name = sum_behind(name).map_or(name, |(name, _)| name);
            part.indicator = Some(Cow::Owned(format!("{}{tail}", matter::clean(name))));
            part.left = Span::of(&list[from..to], text);
            part.link = link;
            part.quote_from = clause.span.from();
            part.quote_to = quote_to;
            part.rule = Some("target.respectively");
        }
        return true;
    }
    // `城关镇、石桥镇分别新建幼儿园1所、2所`: what is done in each place.
    if matter::verb_in_front(link).is_some_and(|(_, noun)| matter::has_chars(noun, 2))
        && let Some(places) = holders(list).filter(|places| places.len() == parts.len())
    {
        let to = parts.iter().map(|p| p.quote_to).max().unwrap_or_default();
        for (part, place) in parts.iter_mut().zip(places) {
            part.group = Some(Cow::Borrowed(place));
            part.left = Span::of(link, text);
            part.quote_from = clause.span.from();
            part.quote_to = to;
            part.rule = Some("target.respectively");
        }
        return true;
    }
    // `优良天数分别达到甲县220天、乙县210天`: whose each number is stands before it.
    if let Some(owner) = owner_behind(link)
        && parts[1..].iter().all(|part| is_owner(owner_of(part.left.of_text(text))))
    {
        let to = parts.iter().map(|p| p.quote_to).max().unwrap_or_default();
        for (i, part) in parts.iter_mut().enumerate() {
            let own = if i == 0 { owner } else { owner_of(part.left.of_text(text)) };
            part.group = Some(Cow::Borrowed(own));
            part.indicator = Some(Cow::Borrowed(list));
            part.left = Span::new(part.left.to(), part.left.to());
            part.link = &link[..link.len() - owner.len()];
            part.quote_from = clause.span.from();
            part.quote_to = to;
            part.rule = Some("target.respectively");
        }
        return true;
    }
    let (list, rungs) =
        rungs_behind(list).filter(|(_, rungs)| rungs.len() == parts.len()).unwrap_or((list, Vec::new()));
    // `木业、机械、医药三大产业产值`: the sum of the names is none of them.
    let summed = sum_behind(list).filter(|_| list.contains('、'));
    // `增加值、投资增速分别达到8%、9%`: how fast each grows; `增长分别达到8%、9%` says that each does.
    let (list, rate, link) = growth_behind(list, link)
        .filter(|_| summed.is_none() && rungs.is_empty())
        .unwrap_or((list, "", link));
    let names = match summed {
        Some((names, tail)) if !tail.is_empty() => {
            let told = |name: &&str| Cow::Owned(format!("{}{tail}", matter::clean(name)));
            names::items(names).iter().map(told).collect()
        }
        _ if rungs.is_empty() => town_and_country(list, parts.len()),
        _ => Vec::new(),
    };
    // `增加值、投资增速分别达到8%、9%`: how fast each grows; `增长分别达到8%、9%` says that each does.
    let matched = names.len() == parts.len();
    let to = parts.iter().map(|p| p.quote_to).max().unwrap_or_default();
    let baseline = parts[0].baseline.clone();
    for (i, part) in parts.iter_mut().enumerate() {
        let name = if matched { names[i].clone() } else { Cow::Borrowed(list) };
        let name = if rate.is_empty() { name } else { Cow::Owned([&*name, rate].concat()) };
        part.indicator = Some(name).filter(|name| !name.is_empty());
        part.group = rungs.get(i).map(|rung| Cow::Borrowed(*rung));
        let often = if often.is_empty() { per } else { often };
        // `分别不少于每季度1次、每月1次`: each has its own.
        let own = owner_of(part.left.of_text(text));
        let told = i > 0 && !per.is_empty() && own.starts_with('每');
        let told = told && time::read(own, &Context::default()).is_some_and(|(len, _)| len == own.len());
        let often = if told { own } else { often };
        part.left =
            if often.is_empty() { Span::new(part.left.to(), part.left.to()) } else { Span::of(often, text) };
        // Whom it is taken per.
        let whom = per.char_indices().nth(2).map(|(at, _)| &per[..at]).filter(|whom| *whom == "每人");
        part.group = part.group.take().or_else(|| whom.map(Cow::Borrowed));
        part.link = link;
        part.baseline.clone_from(&baseline);
        part.quote_from = clause.span.from();
        part.quote_to = to;
        part.rule = Some("target.respectively");
    }
    true
}

/// `农村、城镇居民收入增长7%、5%`: as many numbers as names, in one order though nothing says 分别. Where they are not as many, or what is
/// named is no figure, nothing tells whose they are.
pub(super) fn in_order<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: &mut [Part<'a>],
) -> bool {
    if parts.len() < 2 || !bare_list(text, quantities, parts) {
        return false;
    }
    let left = parts[0].left.of_text(text);
    let binding = measure::binding(left);
    let compared = parts[0].baseline.is_some() && !parts[0].link.is_empty();
    let link = if compared { parts[0].link } else { &left[binding.start..] };
    // `巩固率为100%、99%`, `处理率98%、95%`
    let link = if matches!(link.trim(), "" | "为") { "达到" } else { link };
    let list = matter::clean(matter::strip_lead(&left[..binding.start]).0);
    // `年均增长4%和2%`
    let timed = |list: &str| time::last_in(list, &Context::default()).is_some();
    // `肉牛、肉羊年均出栏增长5.5%和3.5%`
    let yearly = Some(list).filter(|list| timed(list)).and_then(|list| list.split_once("年均"));
    let often = link.contains("年均") || link.contains("每年") || yearly.is_some();
    let joined = yearly.map(|(head, tail)| [head, tail].concat());
    // `创建省级、市级示范社各2家、5家`
    let apart = left.contains(['各', '每']) || timed(joined.as_deref().unwrap_or(list));
    let figure = CUES.level_noun.suffix(list).is_some() || measure::binding(link).change.is_some();
    // `生产安全事故起数`: what begins the name of a figure is no verb.
    let list =
        if figure { list } else { matter::verb_in_front(list).map_or(list, |(_, rest)| matter::clean(rest)) };
    let items = names::items(list).len();
    if apart || items < 2 {
        return false;
    }
    // `培育国家级、省级示范社2家、5家`
    let ranked = !figure
        && CUES.ladders.iter().any(|ladder| names::items(list).first().is_some_and(|first| ladder.is(first)));
    let names = match &joined {
        Some(joined) if figure => {
            names::shared_names(joined).into_iter().map(|name| Cow::Owned(name.into_owned())).collect()
        }
        _ if figure || ranked => names::shared_names(list),
        _ => Vec::new(),
    };
    let to = parts.iter().map(|p| p.quote_to).max().unwrap_or_default();
    let told = names.len() == parts.len();
    // `老旧小区、背街小巷改造5个、3个` may be one thing told twice.
    if !told && !figure && items != parts.len() {
        return false;
    }
    share_bound(text, quantities, parts);
    let (whole, baseline) = (parts[0].left, parts[0].baseline.clone());
    for (i, part) in parts.iter_mut().enumerate() {
        part.rule = Some(if told { "target.respectively" } else { UNTOLD });
        if told {
            part.indicator = Some(names[i].clone());
            part.left = if ranked { whole } else { Span::new(part.left.to(), part.left.to()) };
            part.link = if ranked { "" } else { link };
            part.frequency = part.frequency.or(often.then_some("per_year"));
            part.baseline.clone_from(&baseline);
            part.quote_from = clause.span.from();
            part.quote_to = to;
        }
    }
    true
}

/// Whether nothing but the marks of a list parts the numbers, all of one unit.
pub(in crate::target) fn bare_list(text: &str, quantities: &[Quantity<'_>], parts: &[Part<'_>]) -> bool {
    let unit = &quantities[parts[0].quantity].unit;
    // `覆盖80%的社区和60%的行政村`: each has its own.
    let plain = |part: &Part<'_>| part.right.of_text(text).trim().is_empty();
    let bare = |part: &Part<'_>| matches!(part.left.of_text(text).trim(), "、" | "和" | "及");
    parts[..parts.len() - 1].iter().all(plain)
        && parts[1..].iter().all(|part| bare(part) && quantities[part.quantity].unit == *unit)
}

/// `分别增长5%、6.5%左右`: what bounds the last bounds all before it. Nothing lies above 100 %.
fn share_bound(text: &str, quantities: &[Quantity<'_>], parts: &mut [Part<'_>]) {
    let Some((last, before)) = parts.split_last().filter(|_| bare_list(text, quantities, parts)) else {
        return;
    };
    let bound = quantities[last.quantity].bound;
    if bound.is_none() || before.iter().any(|part| quantities[part.quantity].bound.is_some()) {
        return;
    }
    for part in parts {
        let q = &quantities[part.quantity];
        part.bound =
            bound.filter(|_| q.bound.is_none() && !(q.unit == "%" && q.value == Decimal::ONE_HUNDRED));
    }
}

/// The names of a list. `城乡居民收入分别增长5.8%、7%`: those of the towns first.
fn town_and_country(list: &str, numbers: usize) -> Vec<Cow<'_, str>> {
    let names = names::shared_names(list);
    match list.split_once("城乡") {
        Some((head, tail)) if names.len() == 1 && numbers == 2 => {
            ["城镇", "农村"].map(|place| Cow::Owned(format!("{head}{place}{tail}"))).to_vec()
        }
        _ => names,
    }
}

/// The rate of growth at the end of a list of several names, before what reaches it: the list without it, the rate where it is a
/// noun, and what binds the numbers.
fn growth_behind<'t>(list: &'t str, link: &'t str) -> Option<(&'t str, &'static str, &'t str)> {
    const RATES: [&str; 5] = ["增长率", "增速", "增幅", "增长速度", "降幅"];
    let binding = measure::binding(link);
    if binding.start > 0 || binding.change.is_some() || !list.ends_with(['长', '速', '幅', '率', '度']) {
        return None;
    }
    let rate = RATES.iter().find_map(|rate| Some((list.strip_suffix(rate)?, *rate, link)));
    // 增长 governs what is reached, as it does where it stands behind 分别.
    let reached = match binding.comparator {
        None if binding.reaches => Some("增长达到"),
        Some(Comparator::Ge) => Some("增长不低于"),
        Some(Comparator::Gt) => Some("增长超过"),
        _ => None,
    };
    let grows = || Some((list.strip_suffix("增长")?, "", reached?));
    let (names, rate, link) = rate.or_else(grows)?;
    let names = matter::clean(names);
    (matter::has_chars(names, 4) && !names.ends_with("年均")).then_some((names, rate, link))
}

/// `医药三大产业产值`: what stands before the words that sum up a list, and what stands behind them.
fn sum_behind(list: &str) -> Option<(&str, &str)> {
    const SUMS: [&str; 8] = ["产业集群", "产业", "行业", "领域", "板块", "集群", "园区", "流域"];
    let (at, mark) = ["大", "个", "类"].iter().find_map(|mark| Some((list.rfind(mark)?, *mark)))?;
    let head =
        list[..at].trim_end_matches(|c: char| "两二三四五六七八九十".contains(c) || c.is_ascii_digit());
    let behind = &list[at + mark.len()..];
    // `三大作物产量`
    let figure = || {
        let (at, _) = behind.char_indices().nth(2)?;
        CUES.level_noun.is(&behind[at..]).then_some(at)
    };
    let sum = SUMS.iter().find(|sum| behind.starts_with(**sum)).map(|sum| sum.len()).or_else(figure)?;
    (head.len() < at && matter::has_chars(head, 2)).then_some((head, &behind[sum..]))
}

/// The place at the end of what binds a number: 甲县 of `达到甲县`.
fn owner_behind(link: &str) -> Option<&str> {
    let ends = link.char_indices().skip(1).map(|(at, _)| at);
    ends.filter(|&at| measure::binding(&link[..at]).start == 0 && is_owner(&link[at..]))
        .last()
        .map(|at| &link[at..])
}

/// What stands between two numbers, without the mark of the list.
fn owner_of(left: &str) -> &str {
    left.trim().trim_start_matches(['、', '和', '，'])
}

/// Whether words can be the short name of a place.
fn is_owner(words: &str) -> bool {
    (2..=6).contains(&words.chars().count())
        && words.chars().all(gongwen_text::chars::is_han)
        && CUES.make.find(words).is_none()
        && measure::binding(words).start == words.len()
        && !words.starts_with(['每', '各', '人', '户', '以'])
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
        if rungs.len() > 1 && matter::has_chars(rest, 3) && CUES.level_noun.suffix(rest).is_some() {
            rungs.reverse();
            return Some((rest, rungs));
        }
    }
    None
}
