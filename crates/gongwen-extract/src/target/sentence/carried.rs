//! What a number takes over from what was told before it: the name of what is counted, whose it is, the whole that it is a part of.
//!
//! Asked once the number's own words are read and before anything is made of it. The steps of [`Reader::take_over_name`] stand here in
//! the order in which they are asked; what only a list, a rung or a deed hands on stands with these (`rung`, `doer`, `whole`).

use super::Reader;
use super::number::{Number, Numbers};
use super::piece::Piece;
use crate::target::cues::CUES;
use crate::target::{RawTarget, matter, measure};
use std::borrow::Cow;

impl<'a> Reader<'a, '_> {
    /// Names what is counted after what was told before it.
    pub(super) fn take_over_name(
        &self,
        n: &mut Number<'_, 'a>,
        numbers: &Numbers<'_, 'a>,
        out: &[RawTarget<'a>],
    ) {
        if numbers.means {
            done_with_them(&mut n.read);
        }
        if !self.deed_of_share(n) && !self.matter_of_rate(n, out) {
            self.counted_before(n, numbers, out);
        }
        if n.read.follows && n.read.binding.change.is_some() && self.carry.part && !n.part {
            self.grows_as_whole(&mut n.read, &n.q.unit, out);
        }
        if n.read.follows && self.carry.unit == "%" && !self.reaches_what_grew(n) {
            n.read.counts_no_share(&n.q.unit);
        }
        let before = self.of_sentence(out).last();
        // Behind 其中 a class is a part of the whole.
        n.read.of_the_class(before.filter(|_| !n.part), &n.q.unit);
        n.read.on_rung(before, n.listed, &n.q.unit);
        n.read.hourly(&n.q.unit);
        if !n.part && !self.carry.parted {
            n.read.of_other_doers(before, &n.q.unit);
        }
        self.done_to_them(&mut n.read, n.q, before);
        if let Some(topic) =
            self.carry.before.filter(|_| n.read.group.as_deref().is_none_or(|group| group == "每人"))
        {
            n.read.rung_of(topic.of_text(self.text));
        }
        self.deed_alone_again(n);
    }

    /// What a part takes over from its whole, and a group from a name told before.
    pub(super) fn take_over_whole(&mut self, n: &mut Number<'_, 'a>, out: &[RawTarget<'a>]) {
        n.read.of_the_same(out[self.base..].last(), n.listed);
        if !n.part {
            n.read.done_by_others(self.of_sentence(out).last(), n.q);
        }
        if n.part && (self.carry.part || !n.opens) {
            self.whole_of(&n.q.unit, out);
        }
        match self.carry.whole.filter(|_| n.part) {
            Some(whole) => n.read.inherit(&out[self.base + whole], &n.q.unit),
            None => n.read.share_indicator(&out[self.base..]),
        }
    }

    /// `联合抽查比例达10%，每年不少于2次`: the deed that the share is of. Whether it is that.
    fn deed_of_share(&self, n: &mut Number<'_, 'a>) -> bool {
        let counted = n.read.follows && self.carry.unit == "%" && CUES.event_unit.is(&n.q.unit);
        let deed = self.carry.indicator.as_deref().and_then(|name| name.strip_suffix("比例"));
        let deed = deed.filter(|deed| counted && deed.chars().count() >= 2);
        let deed = deed.map(|deed| Cow::Owned(deed.to_owned()));
        let told = deed.is_some();
        n.read.indicator = deed.or_else(|| n.read.indicator.take());
        told
    }

    /// `课后服务覆盖率100%，每周不少于5天`: the matter, not its rate. Whether it is that.
    fn matter_of_rate(&self, n: &mut Number<'_, 'a>, out: &[RawTarget<'a>]) -> bool {
        if !n.read.follows || self.carry.unit != "%" || !CUES.duration_unit.is(&n.q.unit) {
            return false;
        }
        let matter = || {
            let rate = self.of_sentence(out).iter().find(|t| t.unit == "%")?;
            let name = rate.indicator.as_deref()?;
            let matter = RATES.iter().find_map(|rate| name.strip_suffix(rate))?;
            matter::has_chars(matter, 2).then(|| matter.to_owned())
        };
        let Some(matter) = matter() else { return false };
        n.read.indicator = Some(Cow::Owned(matter));
        true
    }

    /// What a number in another unit than the one before counts, where it names nothing.
    fn counted_before(&self, n: &mut Number<'_, 'a>, numbers: &Numbers<'_, 'a>, out: &[RawTarget<'a>]) {
        let concerns = self.text[n.clause.body..].starts_with("涉及");
        if !n.read.follows
            || self.carry.unit == n.q.unit
            || n.q.unit == "%"
            || self.reaches_what_grew(n)
            || !concerns && (adjoins(n, numbers) || self.listed_behind(n, numbers))
        {
            return;
        }
        // `新建8所，新增学位300个，2024年3所`: the last thing counted in the same unit.
        let same = self.of_sentence(out).iter().rev().take(12).find(|t| t.unit == n.q.unit);
        if let Some(named) = same {
            n.read.indicator.clone_from(&named.indicator);
        } else if self.carry.parted || self.counts_no_rate(n) {
            n.read.indicator = None;
        } else if concerns {
            // `改造小区42个，涉及楼栋368栋、1.86万户`: households of what is done.
            let done = self.of_sentence(out).first();
            n.read.indicator = done.and_then(|done| done.indicator.clone());
        }
    }

    /// `总量年均增长5%，2026年达到8.5万人`: what grows is what reaches.
    fn reaches_what_grew(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.changes() && measure::is_rate_unit(&self.carry.unit) && n.read.binding.reaches
    }

    /// `建成道路30条、48公里`, `惠及167个村民组2.1万人`: the same in another unit.
    fn listed_behind(&self, n: &Number<'_, 'a>, numbers: &Numbers<'_, 'a>) -> bool {
        numbers.named && matches!(n.piece.left.of_text(self.text).trim(), "" | "、")
    }

    /// `管护率达到100%，新建1.5万亩`: no rate is counted in them.
    fn counts_no_rate(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.unit == "%"
            && !matches!(&*n.q.unit, "百分点" | "‰")
            && n.q.bound.is_none()
            && !n.read.binding.reaches
            && n.read.binding.comparator.is_none()
            && n.read.indicator.as_deref().is_some_and(|name| name.ends_with('率'))
    }

    /// `每年培训医生200人次，三年累计培训600人次`: the deed alone is the same deed.
    fn deed_alone_again(&self, n: &mut Number<'_, 'a>) {
        if let (Some(own), Some(before)) = (n.read.indicator.as_deref(), self.carry.indicator.as_deref())
            && self.carry.unit == n.q.unit
            && before.len() > own.len()
            && CUES.train.is(own)
            && before.starts_with(own)
        {
            n.read.indicator.clone_from(&self.carry.indicator);
        }
    }
}

/// What says of a matter how many have it.
const RATES: [&str; 6] = ["覆盖率", "参与率", "开展率", "开设率", "覆盖面", "普及率"];

/// `应急队伍16支320人`: the men of the teams just told.
fn adjoins(n: &Number<'_, '_>, numbers: &Numbers<'_, '_>) -> bool {
    let before = n.piece.quantity.checked_sub(1).filter(|_| !n.opens);
    before.is_some_and(|at| numbers.quantities[at].end == n.q.start)
}

/// Behind those with whom something is done, that is what is counted.
fn done_with_them(read: &mut Piece<'_>) {
    // `借助2个省级平台引进人才30名`: who is worked with does nothing.
    if read.group.as_deref().is_some_and(|group| !group.starts_with(['每', '各'])) {
        read.group = None;
    }
    // `联合5个部门开展检查8次`
    if let Some(Cow::Borrowed(name)) = read.indicator
        && let Some((at, _)) = CUES.make.find(name).filter(|(at, _)| *at > 0)
        && let Some((_, done)) =
            matter::verb_in_front(&name[at..]).filter(|(_, done)| matter::has_chars(done, 2))
    {
        read.indicator = Some(Cow::Borrowed(done));
    }
}
