//! As many numbers as names, told apart by 分别.
//!
//! Owns what the words round 分别 say ([`Told`]), and the forms in which each number gets its own, in this order: a year each, one
//! figure of each name, a place each, an owner in front of each, a name each. Names in one order without 分别 are in `order`, what ends a
//! list in `list`.

mod list;
mod order;

use super::years::years_behind;
use super::{Part, UNTOLD, holders, levels};
use crate::target::quantity::Quantity;
use crate::target::sentence::Clause;
use crate::target::{Context, matter, measure, names, time};
use gongwen_text::Span;
use list::{growth_behind, is_owner, owner_behind, owner_of, rungs_behind, sum_behind, town_and_country};
pub(in crate::target) use order::bare_list;
pub(super) use order::in_order;
use order::share_bound;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// `A、B率分别达到65%和55%`: as many names as numbers.
pub(super) fn respectively<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: &mut [Part<'a>],
) -> bool {
    let Some(told) = Told::read(text, clause, quantities, parts) else { return false };
    share_bound(text, quantities, parts);
    let mut known = told.give_years(parts);
    if !known {
        let told = told.without_times();
        known = told.give_figure(parts) || told.give_places(parts) || told.give_owners(parts);
        known = known || told.give_levels(parts).unwrap_or_else(|| told.give_names(parts));
    }
    told_apart(clause, parts);
    if !known {
        for part in parts {
            part.rule = Some(UNTOLD);
        }
    }
    true
}

/// Whether the first of several numbers sums up the names in front of it, of which each has one of the others: 三个 of
/// `猕猴桃、莓茶、油茶三个单品业务量分别达到…`. `words` begin with the names.
pub(super) fn sums_up_names(words: &str, q: &Quantity<'_>, numbers: usize) -> bool {
    if q.unit != "个" || numbers < 3 || q.value != Decimal::from(numbers - 1) {
        return false;
    }
    let list = words.find("分别").map(|at| bare(&words[..at]));
    let names = list.and_then(sum_behind).map(|(names, _)| names);
    names.is_some_and(|list| names::items(list).len() == numbers - 1)
}

/// All are quoted with the words that they share.
fn told_apart(clause: &Clause, parts: &mut [Part<'_>]) {
    let to = parts.iter().map(|part| part.quote_to).max().unwrap_or_default();
    for part in parts {
        part.quote_from = clause.span.from();
        part.quote_to = to;
        part.rule = Some("target.respectively");
    }
}

/// What the words round 分别 say.
struct Told<'a> {
    text: &'a str,
    /// What the numbers are of: names, or one thing and what tells them apart.
    list: &'a str,
    /// What binds the numbers.
    link: &'a str,
    /// Whom and how often it is taken per, behind what binds: `分别达到每人每月850元和680元`.
    per: &'a str,
    /// How often, behind the names.
    often: &'a str,
}

impl<'a> Told<'a> {
    /// Reads the words in front of the first of several numbers, where 分别 stands there.
    fn read(text: &'a str, clause: &Clause, quantities: &[Quantity<'a>], parts: &[Part<'a>]) -> Option<Self> {
        let [first, _, ..] = parts else { return None };
        let number = quantities[first.quantity].start;
        let words = Span::new(clause.body.min(number), number).of_text(text);
        let at = words.find("分别")?;
        let (link, per) = link_and_per(&words[at + "分别".len()..]);
        // `A和B比2015年分别下降24%、25%`: the comparison was cut out before.
        let compared = first.baseline.is_some() && first.left.to() < clause.body + at;
        let list = bare(if compared { first.left.of_text(text) } else { &words[..at] });
        let (list, link) = without_periods(list, link);
        Some(Told { text, list, link, per, often: "" })
    }

    /// `优良率2026年、2027年、2028年分别达到80%、85%、90%`: a year each behind the one name.
    fn give_years(&self, parts: &mut [Part<'a>]) -> bool {
        let years = years_behind(self.list).filter(|(_, years)| years.len() == parts.len());
        let Some((name, years)) = years else { return false };
        for (part, year) in parts.iter_mut().zip(years) {
            part.indicator = Some(Cow::Borrowed(name));
            part.deadline = Some(year);
            part.left = none_of(part.left);
            part.link = self.link;
        }
        true
    }

    /// The list without how many years it takes and how often it is done.
    fn without_times(self) -> Self {
        // `就业率三年分别达到35%、38%、40%`
        let years = ["两年", "三年", "四年", "五年"].iter().find_map(|w| self.list.strip_suffix(w));
        let list = years.filter(|rest| matter::has_chars(rest, 2)).unwrap_or(self.list);
        // `三级路长巡路每年分别不少于2次、4次`
        let often = time::last_in(list, &Context::default())
            .filter(|&(from, to, time)| from > 0 && to == list.len() && time.frequency.is_some());
        let (list, often) = often.map_or((list, ""), |(from, ..)| list.split_at(from));
        Told { list, often, ..self }
    }

    /// `甲馆、乙馆每周开放时间分别不少于48小时、56小时`, `甲业、乙业2030年产值分别达到…`: how often or by when stands between the names and
    /// what is told of each.
    fn give_figure(&self, parts: &mut [Part<'a>]) -> bool {
        let list = self.list;
        let between = time::last_in(list, &Context::default()).filter(|&(from, to, time)| {
            from > 0 && to < list.len() && (time.frequency.is_some() || time.deadline.is_some())
        });
        let Some((from, to, _)) = between else { return false };
        let (names, tail) = (names::items(&list[..from]), matter::clean(&list[to..]));
        if names.len() != parts.len() || !matter::has_chars(tail, 2) {
            return false;
        }
        for (part, name) in parts.iter_mut().zip(names) {
            let name = sum_behind(name).map_or(name, |(name, _)| name);
            part.indicator = Some(Cow::Owned(format!("{}{tail}", matter::clean(name))));
            part.left = Span::of(&list[from..to], self.text);
            part.link = self.link;
        }
        true
    }

    /// `城关镇、石桥镇分别新建幼儿园1所、2所`: what is done in each place.
    fn give_places(&self, parts: &mut [Part<'a>]) -> bool {
        let does = matter::verb_in_front(self.link).is_some_and(|(_, noun)| matter::has_chars(noun, 2));
        let places = Some(self.list).filter(|_| does).and_then(holders);
        let Some(places) = places.filter(|places| places.len() == parts.len()) else { return false };
        for (part, place) in parts.iter_mut().zip(places) {
            part.group = Some(Cow::Borrowed(place));
            part.left = Span::of(self.link, self.text);
        }
        true
    }

    /// `优良天数分别达到甲县220天、乙县210天`: whose each number is stands before it.
    fn give_owners(&self, parts: &mut [Part<'a>]) -> bool {
        let of = |part: &Part<'a>| owner_of(part.left.of_text(self.text));
        let Some(first) = owner_behind(self.link) else { return false };
        if !parts[1..].iter().all(|part| is_owner(of(part))) {
            return false;
        }
        for (i, part) in parts.iter_mut().enumerate() {
            part.group = Some(Cow::Borrowed(if i == 0 { first } else { of(part) }));
            part.indicator = Some(Cow::Borrowed(self.list));
            part.left = none_of(part.left);
            part.link = &self.link[..self.link.len() - first.len()];
        }
        true
    }

    /// `县乡村三级河长巡河率分别达到95%、90%、85%`: a level each. Whether the words sum up as many levels; what `县乡村三级分别达到…` are
    /// of is not said.
    fn give_levels(&self, parts: &mut [Part<'a>]) -> Option<bool> {
        let (levels, tail) = levels(self.list).filter(|(levels, _)| levels.len() == parts.len())?;
        let tail = matter::clean(tail);
        for (i, (part, level)) in parts.iter_mut().zip(levels).enumerate() {
            part.indicator = Some(Cow::Owned([level, tail].concat()));
            part.left = self.times_of(part.left, i == 0);
            part.link = self.link;
        }
        Some(matter::has_chars(tail, 2))
    }

    /// A name each, or a rung each of what is told of all; where they are not as many as the numbers, all have the whole. False where
    /// that is a list, so that nothing tells whose they are (`小麦、玉米、大豆产量分别达到5万吨、6万吨`).
    fn give_names(&self, parts: &mut [Part<'a>]) -> bool {
        let rungs = rungs_behind(self.list).filter(|(_, rungs)| rungs.len() == parts.len());
        let (list, rungs) = rungs.unwrap_or((self.list, Vec::new()));
        // `木业、机械、医药三大产业产值`: the sum of the names is none of them.
        let summed = sum_behind(list).filter(|_| list.contains(['、', '和']));
        // `增加值、投资增速分别达到8%、9%`: how fast each grows; `增长分别达到8%、9%` says that each does.
        let growth = growth_behind(list, self.link).filter(|_| summed.is_none() && rungs.is_empty());
        let (list, rate, link) = growth.unwrap_or((list, "", self.link));
        let names = match summed {
            Some((names, tail)) if !tail.is_empty() => {
                let told = |name: &&str| Cow::Owned(format!("{}{tail}", matter::clean(name)));
                names::items(names).iter().map(told).collect()
            }
            _ if rungs.is_empty() => town_and_country(list, parts.len()),
            _ => Vec::new(),
        };
        let matched = names.len() == parts.len();
        let baseline = parts[0].baseline.clone();
        for (i, part) in parts.iter_mut().enumerate() {
            let name = if matched { names[i].clone() } else { Cow::Borrowed(list) };
            let name = if rate.is_empty() { name } else { Cow::Owned([&*name, rate].concat()) };
            part.indicator = Some(name).filter(|name| !name.is_empty());
            part.group = rungs.get(i).copied().or_else(|| self.whom()).map(Cow::Borrowed);
            part.left = self.times_of(part.left, i == 0);
            part.link = link;
            part.baseline.clone_from(&baseline);
        }
        matched || !rungs.is_empty() || !list.contains('、')
    }

    /// Whom it is taken per.
    fn whom(&self) -> Option<&'a str> {
        let (at, _) = self.per.char_indices().nth(2)?;
        Some(&self.per[..at]).filter(|whom| *whom == "每人")
    }

    /// How often is told of a number; `left` stands before it.
    fn times_of(&self, left: Span, is_first: bool) -> Span {
        // `分别不少于每季度1次、每月1次`: each has its own.
        let own = owner_of(left.of_text(self.text));
        let told = !is_first && !self.per.is_empty() && own.starts_with('每');
        let told = told && time::read(own, &Context::default()).is_some_and(|(len, _)| len == own.len());
        match (told, self.often, self.per) {
            (true, ..) => Span::of(own, self.text),
            (_, "", "") => none_of(left),
            (_, "", per) => Span::of(per, self.text),
            (_, often, _) => Span::of(often, self.text),
        }
    }
}

/// Nothing is left of the words in front of a number.
fn none_of(left: Span) -> Span {
    Span::new(left.to(), left.to())
}

/// What binds the numbers, and whom or how often it is taken per, of the words behind 分别.
fn link_and_per(link: &str) -> (&str, &str) {
    // `分别为5吨、6吨` says what is reached; elsewhere 为 says for whom.
    let link = if link == "为" { "达到" } else { link };
    // `分别达到每人每月850元和680元`
    let each = link.find('每').filter(|&at| at > 0 && measure::binding(&link[..at]).start == 0);
    each.map_or((link, ""), |at| link.split_at(at))
}

/// A list without what leads it in, adverbs at its end and what sums it up.
fn bare(list: &str) -> &str {
    let list = matter::clean(matter::strip_lead(list).0);
    let idle = measure::idle_word(list).filter(|word| !matches!(*word, "每年" | "全年" | "年均"));
    let list = idle.map_or(list, |word| matter::clean(&list[..list.len() - word.len()]));
    // `起数、死亡人数“两项指数”分别下降…`
    let summed = list.rfind('“').filter(|&at| at > 0 && (list.ends_with("指数”") || list.ends_with("指标”")));
    summed.map_or(list, |at| &list[..at])
}

/// What the numbers are of, and what binds them. `一季度、上半年、前三季度分别完成全年任务的25%、55%、80%`,
/// `9月底、12月底开工率分别达到50%、80%`: by when is no name.
fn without_periods<'t>(list: &'t str, link: &'t str) -> (&'t str, &'t str) {
    let named = time::periods(list);
    let task = link.strip_suffix('的').filter(|_| named.is_some_and(str::is_empty));
    let task = task.and_then(|task| ["完成", "达到", "实现"].iter().find_map(|verb| task.strip_prefix(verb)));
    match task.filter(|task| matter::has_chars(task, 2)) {
        Some(task) => (task, "达到"),
        None => (named.unwrap_or(list), link),
    }
}
