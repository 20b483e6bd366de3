//! How often something is to be done.
//!
//! The number's own words are asked first, then what the sentence told before it, as long as that goes on; then the whole it is a part of, hours
//! told directly before it, the same deed before it and the list it stands in.

use super::super::Reader;
use super::super::number::Number;
use crate::Measure;
use crate::target::cues::CUES;
use crate::target::{RawTarget, matter, measure};

/// Verbs of what stands once it is done.
const BUILT: [&str; 15] = [
    "新建",
    "改建",
    "扩建",
    "改扩建",
    "新改建",
    "建成",
    "建设",
    "改造",
    "打造",
    "修建",
    "新增",
    "放流",
    "造林",
    "植树",
    "栽植",
];

/// Verbs of what stands once it is done, at the front of a clause only: else they may stand in a name (`创建工作`).
const FOUNDED: [&str; 6] = ["培育", "创建", "争创", "创成", "组建", "命名"];

impl<'a> Reader<'a, '_> {
    /// How often, where anything says it. `hours`: so often directly before the number (`每2小时进行一次防火巡查`).
    pub(super) fn frequency(
        &mut self,
        n: &Number<'_, 'a>,
        kind: Measure,
        hours: Option<&'static str>,
        out: &[RawTarget<'a>],
    ) -> Option<&'static str> {
        let own = n.q.frequency.or(n.piece.frequency).or(n.read.time.and_then(|t| t.frequency));
        let told = own.or(self.carry.frequency.filter(|often| self.goes_on_so_often(n, kind, often, out)));
        if self.ends_deed_so_often(n, kind, told) || self.ends_year(n, kind) {
            self.carry.frequency = None;
        }
        told.or_else(|| self.as_often_as_whole(n, out))
            .or(hours)
            .or_else(|| self.same_deed(&n.read, n.q, out))
            .or_else(|| {
                let listed = self.goes_on_listing(n) || kind == Measure::Count && self.often_governs(n);
                self.carry.often.filter(|_| listed).and_then(|(often, _)| often)
            })
    }

    /// Whether what was told before to be done so often says so of this number too.
    fn goes_on_so_often(
        &self,
        n: &Number<'_, 'a>,
        kind: Measure,
        often: &str,
        out: &[RawTarget<'a>],
    ) -> bool {
        let level = kind == Measure::Level;
        !self.stands_once_built(n, often)
            && !is_other_rate(n, kind, out)
            && !self.is_other_deed(n, often)
            && !is_by_then(n)
            && !self.grows_from_once(n, kind, out)
            && (!level || self.is_yearly_share(n, often) || !n.listed && n.read.own_time)
    }

    /// `每季度开展执法2次，建成管网80公里`, `每季度开展宣讲1场，培育文明村10个`: what is built or founded is not so anew every quarter.
    fn stands_once_built(&self, n: &Number<'_, 'a>, often: &str) -> bool {
        often != "per_year"
            && !has_own_time(n)
            && !CUES.event_unit.is(&n.q.unit)
            && (BUILT.iter().any(|word| n.matter(self.text).contains(word))
                || n.q.unit != self.carry.unit
                    && FOUNDED.iter().any(|word| n.matter(self.text).starts_with(word)))
    }

    /// `每月下田指导8天，培训800人次`: another deed, counted in something else, is not monthly for that.
    fn is_other_deed(&self, n: &Number<'_, 'a>, often: &str) -> bool {
        often != "per_year"
            && !has_own_time(n)
            && n.q.unit != self.carry.unit
            && matches!(&*n.q.unit, "期" | "场" | "人" | "名" | "人次" | "场次")
            && deed_in_front(&self.text[n.clause.body..])
    }

    /// `交易额突破5000万元，同比增长两成`: the growth of what is told once.
    fn grows_from_once(&self, n: &Number<'_, 'a>, kind: Measure, out: &[RawTarget<'a>]) -> bool {
        kind.is_change()
            && n.read.follows
            && !n.read.own_time
            && self.of_sentence(out).last().is_some_and(|before| before.frequency == "once")
    }

    /// `每年养护不低于总里程的5%，大中修不低于4%`
    fn is_yearly_share(&self, n: &Number<'_, 'a>, often: &str) -> bool {
        often == "per_year"
            && n.q.unit == "%"
            && self.carry.unit == "%"
            && self.carry.kind == Some(Measure::Level)
            && n.read.binding.comparator.is_some()
            && !n.is_rate()
    }

    /// What another deed has no more, no later one has.
    fn ends_deed_so_often(&self, n: &Number<'_, 'a>, kind: Measure, told: Option<&str>) -> bool {
        told.is_none()
            && self.carry.frequency.is_some_and(|often| often != "per_year")
            && !n.part
            && n.is_anew()
            && kind == Measure::Count
    }

    /// `全年飞行20万架次，产业规模突破60亿元，培育企业1家`: an amount that is reached ends what is summed up over the year.
    fn ends_year(&self, n: &Number<'_, 'a>, kind: Measure) -> bool {
        self.carry.whole_year && kind == Measure::Level && n.q.unit != "%" && !n.listed && !n.read.own_time
    }

    /// `每年养护不少于总里程的5%，其中预防性养护不低于2%`: a part is done as often as the whole.
    fn as_often_as_whole(&self, n: &Number<'_, 'a>, out: &[RawTarget<'a>]) -> Option<&'static str> {
        let whole = self.carry.whole.filter(|_| n.part && !n.read.own_time)?;
        let whole = out.get(self.base + whole).filter(|whole| whole.unit == n.q.unit)?;
        Some(whole.frequency).filter(|often| *often != "once")
    }

    /// `每年至少开展1次A、1次B`: the list goes on in the unit of the one before.
    pub(super) fn goes_on_listing(&self, n: &Number<'_, 'a>) -> bool {
        n.listed && n.piece.rule.is_none() && n.q.unit == self.carry.unit
    }
}

/// Whether it has a time of its own, or stands with what has one.
fn has_own_time(n: &Number<'_, '_>) -> bool {
    n.read.own_time || n.listed || n.read.follows
}

/// `每年组织活动20场，转化周期缩短20%、成本降低10%`: a rate of something else is not yearly for that, nor is one listed behind it.
fn is_other_rate(n: &Number<'_, '_>, kind: Measure, out: &[RawTarget<'_>]) -> bool {
    let listed = || {
        let before = out.last().filter(|before| before.measure.is_change());
        n.listed && !n.read.follows && before.is_none_or(|before| before.frequency == "once")
    };
    kind.is_change() && measure::is_rate_unit(&n.q.unit) && !n.read.own_time && (n.is_anew() || listed())
}

/// `每年实施600项，推动覆盖率在2027年底前达到100%`: by then, not every year.
fn is_by_then(n: &Number<'_, '_>) -> bool {
    !n.listed && n.read.time.is_some_and(|time| time.deadline.is_some() && time.frequency.is_none())
}

/// Whether a clause begins with what is done: 举办, 培训.
fn deed_in_front(words: &str) -> bool {
    matter::verb_in_front(words).is_some() || CUES.train.prefix(words).is_some()
}
