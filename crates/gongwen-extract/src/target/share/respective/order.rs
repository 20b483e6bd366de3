//! As many numbers as names, in one order though nothing says 分别.

use super::super::{Part, UNTOLD};
use super::{none_of, told_apart};
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::sentence::Clause;
use crate::target::{Context, matter, measure, names, time};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// `农村、城镇居民收入增长7%、5%`: as many numbers as names, in one order though nothing says 分别. Where they are not as many, or what is
/// named is no figure, nothing tells whose they are.
pub(in crate::target::share) fn in_order<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: &mut [Part<'a>],
) -> bool {
    if parts.len() < 2 || !bare_list(text, quantities, parts) {
        return false;
    }
    let Some(list) = Named::read(text, &parts[0]) else { return false };
    let names = list.names();
    let told = names.len() == parts.len();
    // `老旧小区、背街小巷改造5个、3个` may be one thing told twice.
    if !told && !list.figure && list.items != parts.len() {
        return false;
    }
    share_bound(text, quantities, parts);
    if told {
        list.give(names, parts);
        told_apart(clause, parts);
    } else {
        for part in parts {
            part.rule = Some(UNTOLD);
        }
    }
    true
}

/// Several names in front of the first of several numbers.
struct Named<'a> {
    /// The names.
    list: &'a str,
    /// How many there are.
    items: usize,
    /// The list without the 年均 inside it.
    joined: Option<String>,
    /// What binds the numbers.
    link: &'a str,
    /// What is named is a figure, not a thing that is counted.
    figure: bool,
    /// The names are rungs of what is counted: `培育国家级、省级示范社2家、5家`.
    ranked: bool,
    /// It is told of every year.
    yearly: bool,
}

impl<'a> Named<'a> {
    /// Reads the words in front of the first number, where they name several things and nothing tells of each of them by itself.
    fn read(text: &'a str, first: &Part<'a>) -> Option<Self> {
        let left = first.left.of_text(text);
        let start = measure::binding(left).start;
        let compared = first.baseline.is_some() && !first.link.is_empty();
        let link = if compared { first.link } else { &left[start..] };
        // `巩固率为100%、99%`, `处理率98%、95%`
        let link = if matches!(link.trim(), "" | "为") { "达到" } else { link };
        let list = matter::clean(matter::strip_lead(&left[..start]).0);
        // `年均增长4%和2%`
        let timed = |list: &str| time::last_in(list, &Context::default()).is_some();
        // `肉牛、肉羊年均出栏增长5.5%和3.5%`
        let inside = Some(list).filter(|list| timed(list)).and_then(|list| list.split_once("年均"));
        let yearly = link.contains("年均") || link.contains("每年") || inside.is_some();
        let joined = inside.map(|(head, tail)| [head, tail].concat());
        // `创建省级、市级示范社各2家、5家`
        if left.contains(['各', '每']) || timed(joined.as_deref().unwrap_or(list)) {
            return None;
        }
        let figure = CUES.level_noun.suffix(list).is_some() || measure::binding(link).change.is_some();
        // `生产安全事故起数`: what begins the name of a figure is no verb.
        let verb = matter::verb_in_front(list).filter(|_| !figure);
        let list = verb.map_or(list, |(_, rest)| matter::clean(rest));
        let names = names::items(list);
        let ranked =
            !figure && CUES.ladders.iter().any(|ladder| names.first().is_some_and(|first| ladder.is(first)));
        let items = names.len();
        (items >= 2).then_some(Named { list, items, joined, link, figure, ranked, yearly })
    }

    /// The names, where they name figures or rungs.
    fn names(&self) -> Vec<Cow<'a, str>> {
        match &self.joined {
            Some(joined) if self.figure => {
                names::shared_names(joined).into_iter().map(|name| Cow::Owned(name.into_owned())).collect()
            }
            _ if self.figure || self.ranked => names::shared_names(self.list),
            _ => Vec::new(),
        }
    }

    /// Gives each number its name.
    fn give(&self, names: Vec<Cow<'a, str>>, parts: &mut [Part<'a>]) {
        let (whole, baseline) = (parts[0].left, parts[0].baseline.clone());
        for (part, name) in parts.iter_mut().zip(names) {
            part.indicator = Some(name);
            part.left = if self.ranked { whole } else { none_of(part.left) };
            part.link = if self.ranked { "" } else { self.link };
            part.frequency = part.frequency.or(self.yearly.then_some("per_year"));
            part.baseline.clone_from(&baseline);
        }
    }
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
pub(super) fn share_bound(text: &str, quantities: &[Quantity<'_>], parts: &mut [Part<'_>]) {
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
