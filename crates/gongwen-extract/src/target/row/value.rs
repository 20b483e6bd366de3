//! What becomes of the number of a line: whose it is, what kind of quantity, and what it is measured from.

use super::growth::{DEEDS, Since, change, compared, growth_of, trains};
use super::number::{Number, Sum, first_number, year_in};
use super::{IndicatorRow, Unit};
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::{self, Quantity};
use crate::target::{RawTarget, group, matter, often, time};
use crate::{Baseline, Comparator, Measure, Modality};
use gongwen_text::Span;
use gongwen_text::numeral::arabic;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A value with what its name, its unit and its columns say.
struct Value<'r, 'a> {
    /// The cells it is read from.
    row: &'r IndicatorRow<'a>,
    /// What the words before the number say.
    binding: Binding,
    /// Multiplier of the number.
    factor: i64,
    /// Multiplier of a number of today that prints no unit.
    bare: i64,
    /// Its own unit or that of the row.
    unit: Cow<'a, str>,
    /// What it adds up.
    sum: Sum,
    /// What is counted.
    indicator: Option<Cow<'a, str>>,
    /// What the name of the indicator says the change is measured from.
    since: Option<Since<'a>>,
}

/// The target of a line of the value cell, but for by when; nothing where there is none. An error says why its number is not read.
pub(super) fn read<'a>(
    row: &IndicatorRow<'a>,
    line: &'a str,
    indicator: Option<Cow<'a, str>>,
    unit: Unit<'a>,
) -> Result<Option<RawTarget<'a>>, &'static str> {
    let Some(number) = Number::of(row, line)? else { return Ok(None) };
    let (sum, unit) = number.sum(row, unit)?;
    // A place in an order.
    if number.left.ends_with(['第', '前']) {
        return Ok(None);
    }
    let Some(q) = quantity::read(line, number.at) else { return Ok(None) };
    if often::heads(row.header) && !tells_times(line, &q) {
        return Err("how often is told in other words than so many times");
    }
    let frequency = q.frequency.or(number.often).or(unit.often);
    let printed = unit;
    let Some((unit, factor)) = unit.of_value(&q) else { return Err("a value without a unit") };
    // `5万人` beside a bare `3` below `（万人）`
    let bare = if printed.name == unit { printed.factor } else { factor };
    let binding = measure::binding(number.left);
    let (group, indicator) = whose(row, &number.left[..binding.start], indicator);
    let (indicator, since) = since(indicator);
    let value = Value { row, binding, factor, bare, unit, sum, indicator, since };
    let Some(amount) = value.scaled(q.value) else { return Ok(None) };
    Ok(Some(RawTarget {
        span: Span::of(line.trim(), row.value),
        group,
        comparator: comparator(line, &q, &binding),
        value: amount,
        value_max: q.value_max.and_then(|most| value.scaled(most)),
        measure: value.measure(),
        frequency: frequency.unwrap_or_else(|| value.yearly()),
        deadline: None,
        baseline: value.baseline(number.left),
        modality: Modality::Firm,
        part_of: None,
        rule: "target.table",
        unit: value.unit,
        indicator: value.indicator,
    }))
}

/// Whether a cell below `监测频次` tells so many times; `24小时连续`, `1次/2年` are other words.
fn tells_times(line: &str, q: &Quantity<'_>) -> bool {
    (q.unit.is_empty() || CUES.event_unit.is(&q.unit)) && !line[q.unit_end..].starts_with(['/', '／'])
}

/// How a number binds, by the words on both sides: `25%以上` below a unit of its own.
fn comparator(line: &str, q: &Quantity<'_>, binding: &Binding) -> Comparator {
    match measure::comparator(q, binding) {
        Comparator::Eq if line[q.unit_end..].trim_start_matches(['%', '％']).starts_with("以上") => {
            Comparator::Ge
        }
        other => other,
    }
}

/// Over whom a value is spread and what it is of, by the words before its number, the name of the row and its place.
fn whose<'a>(
    row: &IndicatorRow<'a>,
    words: &'a str,
    indicator: Option<Cow<'a, str>>,
) -> (Option<Cow<'a, str>>, Option<Cow<'a, str>>) {
    // Words before the sign name those it holds for: `设区市≥25`.
    let own = matter::clean(words);
    // `农村电商 | 网络零售额增长15%`: the cell names a figure of its own.
    let figure = CUES.level_noun.suffix(own).is_some_and(|noun| own.len() > noun.len());
    let indicator = if figure { Some(Cow::Borrowed(own)) } else { indicator };
    let group = Some(own.trim_end_matches(['：', ':'])).filter(|g| group::is_group(g)).map(Cow::Borrowed);
    // `每千人口床位数` counts beds as a sentence with the same words does.
    let per_head = match indicator {
        Some(Cow::Borrowed(name)) if group.is_none() => group::figure_per_head(name),
        _ => None,
    };
    if let Some((per, figure)) = per_head {
        return (Some(Cow::Borrowed(per)), Some(Cow::Borrowed(figure)));
    }
    let place = || Some(row.place).filter(|place| !place.is_empty()).map(Cow::Borrowed);
    (group.or_else(place), indicator)
}

/// An indicator without what it is compared with, and that: `万元GDP用水量较2020年下降 | 16%`.
fn since(indicator: Option<Cow<'_, str>>) -> (Option<Cow<'_, str>>, Option<Since<'_>>) {
    match indicator {
        Some(Cow::Borrowed(name)) => match compared(name) {
            Some((name, since)) => (Some(Cow::Borrowed(name)), Some(since)),
            None => (indicator, None),
        },
        other => (other, None),
    }
}

impl Value<'_, '_> {
    /// A number with the multiplier of its unit, nothing where it is too large.
    fn scaled(&self, number: Decimal) -> Option<Decimal> {
        number.checked_mul(self.factor.into()).map(|number| number.normalize())
    }

    /// Growth or decline, a count or a level.
    fn measure(&self) -> Measure {
        let name = self.name();
        let told = self.binding.change.or(self.since.as_ref().map(|since| since.change));
        // `能耗降低（%）` falls whatever the column says.
        let falls = || change(name).filter(|change| *change == Measure::Decrease && self.is_rate());
        let named = || if self.shares_out() { None } else { change(name) };
        told.or_else(falls)
            .or_else(|| self.growth())
            .or_else(named)
            .unwrap_or_else(|| if self.counts() { Measure::Count } else { Measure::Level })
    }

    /// The name of what is counted.
    fn name(&self) -> &str {
        self.indicator.as_deref().unwrap_or_default()
    }

    /// Whether the value is a share, or a change of one.
    fn is_rate(&self) -> bool {
        matches!(&*self.unit, "%" | "百分点" | "％")
    }

    /// `改造提升 | 2000亩` shares out what is done, and names no growth.
    fn shares_out(&self) -> bool {
        self.row.share && !self.is_rate()
    }

    /// What the header says of growth, where the value is no sum of other things.
    fn growth(&self) -> Option<Measure> {
        let rate = !self.sum.of_rates || matches!(&*self.unit, "%" | "％");
        growth_of(self.row.header).filter(|_| rate && !self.shares_out())
    }

    /// Whether the value counts what is done, and is no state.
    fn counts(&self) -> bool {
        let (name, unit) = (self.name(), &*self.unit);
        if matches!(unit, "%" | "‰") {
            return false;
        }
        // What is added is no stock, as in a sentence.
        let added = name.starts_with("新增") || name.starts_with("净增");
        if self.sum.adds_up || added && !matches!(unit, "年" | "岁") {
            return true;
        }
        if let Some(amount) = CUES.level_noun.suffix(name) {
            // `新建学校数`
            let made = || CUES.make.suffix(&name[..name.len() - amount.len()]).is_some();
            return matches!(amount, "数" | "数量") && made();
        }
        matter::verb_in_front(name).is_some()
            || trains(name)
            || DEEDS.iter().any(|w| name.ends_with(w))
            // `雨污分流改造管网`
            || !CUES.money_unit.is(unit) && CUES.make.find(name).is_some()
            || name.contains("新增")
            || CUES.event_unit.is(unit)
            || self.row.share && !unit.contains('/')
    }

    /// How often by the names of row and column.
    fn yearly(&self) -> &'static str {
        let yearly =
            !self.sum.of_rates && [self.row.indicator, self.row.header].into_iter().any(tells_yearly);
        if yearly { "per_year" } else { "once" }
    }

    /// What the value is measured from: the value of today, or what the name of the indicator says.
    fn baseline(&self, left: &str) -> Option<Baseline> {
        baseline(self.row, left, self.bare)
            .filter(|_| self.growth().is_none() && !self.sum.adds_up)
            .or_else(|| self.since.as_ref().and_then(|since| since.baseline(self.row)))
    }
}

/// Whether a cell speaks of each year; `PM2.5年均浓度` is a mean.
fn tells_yearly(cell: &str) -> bool {
    cell.contains("每年") || cell.match_indices("年均").any(|(at, _)| !time::is_mean(&cell[at..]))
}

/// The value of today: its own column, or `比2015年` in the cell.
/// `factor` is the multiplier of the row's unit (`万人`), which holds for a number that prints none.
fn baseline(row: &IndicatorRow<'_>, left: &str, factor: i64) -> Option<Baseline> {
    if let Some(at) = left.find(['比', '较']) {
        let year = year_in(&left[at..]);
        if year.is_some() {
            return Some(Baseline {
                year,
                value: None,
                text: Span::of(left, row.value).shifted(row.value_from),
            });
        }
    }
    let span = row.baseline_span?;
    let at = first_number(row.baseline)?;
    let own = quantity::read(row.baseline, at).filter(|own| !own.unit.is_empty());
    let value = match own {
        Some(own) => own.value,
        None => arabic(&row.baseline[at..])?.0.checked_mul(factor.into())?,
    };
    let value = value.normalize();
    Some(Baseline { year: year_in(row.baseline_header), value: Some(value), text: span })
}
