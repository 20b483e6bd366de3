//! What the values of a row are counted in.

use super::IndicatorRow;
use super::growth::growth_of;
use crate::target::cues::CUES;
use crate::target::quantity::{self, Quantity};
use std::borrow::Cow;

/// A unit as cells and headers print it, taken apart.
#[derive(Clone, Copy)]
pub(super) struct Unit<'a> {
    /// The multiplier in front of it: `万人` counts 10 000.
    pub(super) factor: i64,
    /// The unit itself; empty where none is printed.
    pub(super) name: &'a str,
    /// `人/年`
    pub(super) often: Option<&'static str>,
}

impl<'a> Unit<'a> {
    /// The unit of a row: that of its indicator (`own`), of a column of units, or that of the header.
    pub(super) fn of(row: &IndicatorRow<'a>, own: &'a str) -> Self {
        let header = name_and_unit(row.header).1;
        let unit = [own, row.unit.trim(), header].into_iter().find(|u| !u.is_empty()).unwrap_or_default();
        // `（1/10万）` is what prose prints as `/10万`.
        let unit = match unit {
            "1/100000" | "十万分之一" | "10万分之一" => "/10万",
            "百万分之一" | "100万分之一" | "1/百万" | "/百万" => "/100万",
            _ => unit.strip_prefix('1').filter(|rest| rest.starts_with('/')).unwrap_or(unit),
        };
        // `数字人才培养（人/年）`
        let (unit, often) = quantity::per_time(unit);
        // A column of growth rates counts per cent, whatever the indicator itself is counted in.
        let (factor, name) = match growth_of(row.header) {
            Some(_) if CUES.unit.prefix(header).is_some() => (1, header),
            Some(_) => (1, "%"),
            None => multiplied(unit),
        };
        Self { factor, name, often }
    }

    /// The unit of a sum of all years below plain `年均增速`: where the row prints one of its own, that is the sum's.
    pub(super) fn of_sum(row: &IndicatorRow<'a>) -> Option<Self> {
        let own = [name_and_unit(row.indicator).1, row.unit.trim()].into_iter().find(|unit| !unit.is_empty());
        let (factor, name) = own.map(multiplied)?;
        let sum = matches!(name, "%" | "％") || name.starts_with(['人', '户', '个']);
        sum.then_some(Self { factor, name, often: None })
    }

    /// Whether it counts parts of a hundred.
    pub(super) fn is_rate(self) -> bool {
        matches!(self.name, "%" | "％" | "百分点")
    }

    /// The unit of a value and its multiplier, which only the row's own has left; nothing where neither prints one.
    pub(super) fn of_value(self, q: &Quantity<'a>) -> Option<(Cow<'a, str>, i64)> {
        match (&*q.unit, self.name) {
            ("", "") => None,
            ("", "％") => Some((Cow::Borrowed("%"), self.factor)),
            ("", unit) => Some((Cow::Borrowed(unit), self.factor)),
            _ => Some((q.unit.clone(), 1)),
        }
    }
}

/// Splits `排涝能力（万立方米/小时）` into name and unit.
pub(in crate::target) fn name_and_unit(cell: &str) -> (&str, &str) {
    let cell = cell.trim();
    let Some(open) = cell.rfind(['（', '(']) else { return (cell, "") };
    let inner = cell[open..].trim_start_matches(['（', '(']).trim_end_matches(['）', ')']).trim();
    let known = CUES.unit.prefix(multiplied(inner).1).is_some() || inner.contains('/');
    let closed = cell.ends_with(['）', ')']);
    if known && closed && inner.chars().count() <= 12 { (cell[..open].trim(), inner) } else { (cell, "") }
}

/// Splits the multiplier off a unit, a character at a time: `亿千瓦时` counts 千瓦时, `千户` counts 户.
fn multiplied(unit: &str) -> (i64, &str) {
    let (mut factor, mut rest) = (1, unit);
    while CUES.unit.prefix(rest).is_none() {
        let step = rest.chars().next().map_or(0, char::len_utf8);
        let (by, len) = gongwen_text::numeral::multiplier(&rest[..step]);
        let Some(product) = i64::checked_mul(factor, by).filter(|_| len > 0) else { break };
        (factor, rest) = (product, &rest[len..]);
    }
    (factor, rest)
}
