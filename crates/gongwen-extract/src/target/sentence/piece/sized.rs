//! How big each of the things is that a number counts, told between the two: `1支30人的处置队伍`, `3个不低于500亩的示范基地`.
//!
//! Owns what is counted then, which stands behind the size. Does not own the size, a number of its own.

use super::around::Around;
use crate::target::quantity::{self, Quantity};
use crate::target::sentence::standard::made_by_standard;
use crate::target::{matter, measure};
use crate::wordlist::Seen;

impl<'a> Around<'a, '_> {
    /// The noun behind the number, or behind the size that stands between.
    pub(super) fn noun_behind(&self) -> Option<&'a str> {
        let text: &'a str = self.reader.text;
        let behind = || &text[self.q.end..self.clause.span.to().max(self.q.end)];
        let sized = || noun_behind_size(behind(), self.q, self.seen());
        matter::noun_behind(self.right, self.seen())
            .or_else(|| if self.right.is_empty() { sized() } else { None })
    }
}

/// The noun behind a size: 处置队伍 of `30人的处置队伍`. `behind` stands directly behind the number that counts it.
fn noun_behind_size<'t>(behind: &'t str, counted: &Quantity<'_>, seen: &Seen) -> Option<&'t str> {
    /// `规模不得少于` may stand in front of the figure.
    const NEAR: usize = 18;
    const RULES: [&str; 5] = ["标准", "要求", "比例", "水平", "速度"];
    let rate = |unit: &str| measure::is_rate_unit(unit) || unit.is_empty();
    let at = behind.bytes().take(NEAR + 1).position(|byte| byte.is_ascii_digit())?;
    let bound = measure::binding(&behind[..at]);
    if !matches!(&behind[..bound.start], "" | "规模" | "人数")
        || bound.change.is_some()
        || rate(&counted.unit)
    {
        return None;
    }
    let size = quantity::read(behind, at).filter(|size| size.unit != counted.unit && !rate(&size.unit))?;
    let rest = &behind[size.end..];
    let rest = rest.strip_prefix("规模").unwrap_or(rest);
    // `1支30人应急队伍`
    let troop = counted.unit == "支" && size.unit == "人";
    let noun = rest.strip_prefix('的').or(Some(rest).filter(|_| troop))?;
    // `按每村1支不少于20人的标准组建队伍`
    if RULES.iter().any(|rule| noun.starts_with(rule)) {
        return made_by_standard(rest);
    }
    matter::noun_behind(noun, seen)
}
