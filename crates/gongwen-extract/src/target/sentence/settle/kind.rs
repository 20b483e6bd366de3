//! What kind of quantity a target is: a count, a level to reach, an increase or a decrease.
//!
//! The change in front of a list is asked first, then the number's own words, unless it grows on with the one before it; what was told before
//! it last.

use super::super::Reader;
use super::super::number::{Number, names_share};
use crate::Measure;
use crate::target::cues::CUES;
use crate::target::measure;

impl<'a> Reader<'a, '_> {
    /// The kind of quantity. `aimed`: it says that this is striven for beyond the one before it.
    pub(super) fn kind(&mut self, n: &Number<'_, 'a>, aimed: bool) -> Measure {
        let led = self.led(n);
        self.carry.leading = if n.read.leads { n.read.binding.change } else { led };
        led.or_else(|| Some(Measure::Level).filter(|_| self.is_size_of_each(n)))
            .or_else(|| n.read.kind(n.q))
            .filter(|_| !self.changes_alike(n) && !self.changes_further(n, aimed))
            .or(self.carry.kind.filter(|_| !self.ends_kind(n)))
            .unwrap_or(Measure::Count)
    }

    /// `建设服务中心5个，每个不少于800平方米`: how large each of those counted before is.
    fn is_size_of_each(&self, n: &Number<'_, 'a>) -> bool {
        const ONES: &str = "个处所座家片间栋幢套块条户";
        let one = |group: &str| {
            let mut rest = group.strip_prefix('每').unwrap_or_default().chars();
            rest.next().is_some_and(|c| ONES.contains(c)) && rest.next().is_none()
        };
        n.read.follows
            && n.read.group.as_deref().is_some_and(one)
            && CUES.size_unit.is(&n.q.unit)
            && !CUES.size_unit.is(&self.carry.unit)
    }

    /// `压减会议数量10%、文件数量15%`: the verb in front governs the list; a rate beside an amount is one to reach.
    fn led(&self, n: &Number<'_, 'a>) -> Option<Measure> {
        let rate = |name: Option<&str>| name.is_some_and(names_share);
        self.carry.leading.filter(|_| {
            n.listed
                && n.is_plain()
                && n.q.unit == self.carry.unit
                && rate(n.read.indicator.as_deref()) == rate(self.carry.indicator.as_deref())
        })
    }

    /// `蛋鸡、蛋鸭存栏年均增长4%和2%`: the second number grows like the first.
    fn changes_alike(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.changes()
            && n.listed
            && n.q.unit == self.carry.unit
            && self.text[..n.q.start].ends_with(['和', '、'])
    }

    /// `增长8%以上，力争10%`, `、力争达到10%`: the same growth, further. A rate reaches a level (`提高2%，力争达到95%`).
    fn changes_further(&self, n: &Number<'_, 'a>, aimed: bool) -> bool {
        let grows = || {
            (n.clause.aim || aimed)
                && n.q.unit == "%"
                && !n.read.indicator.as_deref().is_some_and(names_share)
        };
        self.carry.changes()
            && n.read.follows
            && (!n.listed || aimed)
            && n.q.unit == self.carry.unit
            && (!n.read.binding.reaches || grows())
    }

    /// Whether the kind of the number before says nothing about this one.
    fn ends_kind(&self, n: &Number<'_, 'a>) -> bool {
        self.ends_share(n)
            || self.ends_rate(n)
            || self.ends_level(n)
            || self.ends_change(n)
            || !n.part && !n.listed && n.read.makes
    }

    /// A share says nothing about what is counted next.
    fn ends_share(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.kind == Some(Measure::Level) && matches!(&*self.carry.unit, "%" | "‰") && n.q.unit != "%"
    }

    /// Nor does a rate of growth: `存栏年均递增8%；出栏500万头`.
    fn ends_rate(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.changes() && measure::is_rate_unit(&self.carry.unit) && n.q.unit != self.carry.unit
    }

    /// Nor a level of something else: `设施面积不低于30平方米，社区食堂10个`.
    fn ends_level(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.kind == Some(Measure::Level)
            && n.q.unit != self.carry.unit
            && n.is_anew()
            && !n.part
            && n.q.bound.is_none()
    }

    /// Nor what grows or falls of something else: `压减养殖5万亩，向深远海拓展8万亩`.
    fn ends_change(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.changes() && n.is_anew() && !n.part && n.read.indicator.is_some()
    }
}
