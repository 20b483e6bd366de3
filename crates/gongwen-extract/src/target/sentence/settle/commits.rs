//! Whether anything in the clause or round it makes a number a commitment.

use super::super::Reader;
use super::super::number::Number;
use super::super::piece::Piece;
use crate::target::cues::CUES;

impl<'a> Reader<'a, '_> {
    /// Whether anything in the clause makes the quantity a commitment.
    pub(in crate::target::sentence) fn commits(&self, n: &Number<'_, 'a>) -> bool {
        if self.sums_up_names(n) || self.stands_alone(n) || works_with(&n.read) {
            return false;
        }
        let named = n.read.indicator.is_some() || n.read.group.is_some() || self.context.named;
        let led = || n.read.led && n.q.unit == "%";
        is_bound(n)
            || named && (self.is_called_for(n) || led() || n.read.group.is_some())
            || self.opens_named(n)
            || is_striven_for(n)
            || self.is_set_in_task(n)
    }

    /// The paragraph is named by its title or row, and begins with the number.
    fn opens_named(&self, n: &Number<'_, 'a>) -> bool {
        self.context.named && !n.q.han && self.text[..n.q.start].trim().is_empty()
    }

    /// `甲河、乙河等5条河流水质保持良好`: the number only sums up the names.
    fn sums_up_names(&self, n: &Number<'_, 'a>) -> bool {
        self.text[..n.q.start].ends_with('等')
            && !is_bound(n)
            && !n.read.makes
            && !n.read.led
            && n.read.time.is_none()
            && n.q.unit != "%"
    }

    /// `99%以上` alone in its paragraph is the cell of a table that nobody could put together.
    fn stands_alone(&self, n: &Number<'_, 'a>) -> bool {
        const LONGEST: usize = 40;
        self.text.len() <= LONGEST
            && self.text.trim().len() == n.q.end - n.q.start
            && !self.context.row
            && !self.context.named
    }

    /// Whether a verb, a time, what was told before it or what it is measured by calls for it.
    fn is_called_for(&self, n: &Number<'_, 'a>) -> bool {
        let timed = self.carry.deadline.is_some()
            || self.carry.frequency.is_some()
            || self.context.goals
            || n.read.time.is_some_and(|t| t.frequency.is_some()) && CUES.event_unit.is(&n.q.unit);
        // `结转的3个小区6月底前竣工`
        let promised = n.read.promised && (self.context.task || self.context.goals);
        n.read.makes || promised || timed || self.carry.kind.is_some() || n.read.baseline.is_some()
    }

    /// In a task, a number behind the name of what it counts, where it is a rate, a deed or said in few words.
    fn is_set_in_task(&self, n: &Number<'_, 'a>) -> bool {
        const SHORT: usize = 90;
        self.context.task
            && !n.q.han
            && n.read.in_front
            && (self.context.row
                || n.is_rate()
                || self.text.len() <= SHORT
                || CUES.event_unit.is(&n.q.unit)
                || is_deed(&n.read))
    }
}

/// Whether words at the number itself bind it.
fn is_bound(n: &Number<'_, '_>) -> bool {
    n.q.bound.is_some() || n.q.doubles || !n.is_plain()
}

/// `用好用活1.2亿元专项债券`: nothing is named but that it is worked with.
fn works_with(read: &Piece<'_>) -> bool {
    read.indicator.as_deref().is_some_and(|name| CUES.worked_with.is(name))
}

/// `争取专项资金3000万元`
fn is_striven_for(n: &Number<'_, '_>) -> bool {
    n.clause.aim && n.read.indicator.is_some() && n.read.in_front && !n.q.han
}

/// Whether what is counted holds a verb of doing: `城镇新增就业4万人`, `妇女免费筛查3万人`.
fn is_deed(read: &Piece<'_>) -> bool {
    read.indicator.as_deref().is_some_and(|i| CUES.make.within(i) || CUES.train.within(i))
}
