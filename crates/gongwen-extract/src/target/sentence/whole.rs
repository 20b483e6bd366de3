//! Which whole a part is of, and what goes on from a share, a rate or a sum told before. How a part is named after its whole is in
//! [`super::inherit`].

use super::piece::Piece;
use super::{Clause, Reader};
use crate::Measure;
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::Quantity;
use crate::target::time::Time;
use crate::target::{RawTarget, group, matter};
use crate::wordlist::Seen;
use gongwen_text::chars::trim;
use rust_decimal::Decimal;
use std::borrow::Cow;

impl<'a> Reader<'a, '_> {
    /// Whether a clause behind one that told a part of the whole tells further parts; `q` is its first number.
    pub(super) fn goes_on_with_parts(
        &self,
        clause: &Clause,
        q: &Quantity<'a>,
        out: &[RawTarget<'a>],
    ) -> bool {
        let before = &self.text[..clause.span.from()];
        let name = trim(&self.text[clause.body..q.start]);
        let same_unit = self.carry.unit == q.unit;
        // `其中2023年150户，2024年200户`: nothing but times and numbers goes on with the parts.
        // `其中2023年培训5万人次，2024年培训6万人次`
        let bare = name.is_empty() || CUES.train.is(name) || CUES.make.is(name);
        let bare_time = bare && same_unit && clause.body > clause.span.from();
        let announced = before.ends_with(['：', ':']);
        if announced || bare_time {
            return true;
        }
        // `（其中4A级1家），星级民宿15家`: the bracket held all parts.
        let rate = q.unit == "%" && CUES.share_noun.suffix(name).is_some();
        let closed = rate || before.trim_end_matches(['，', ',']).ends_with(['）', ')']);
        if closed || !before.ends_with(['，', ',']) {
            return false;
        }
        // `其中老旧小区600户以上，古市镇1300户`: a name and a number in the same unit go on with the parts.
        let named = matter::names_only(name);
        // `其中：退化林修复800亩，村庄绿化400亩`
        let deed = || {
            CUES.make.suffix(name).is_some() && CUES.make.prefix(name).is_none() && name.chars().count() <= 10
        };
        // `其中夏粮27万亩、产量11万吨，秋粮31万亩、产量15万吨`
        let alike = |t: &RawTarget<'a>| t.part_of.is_some() && t.unit == q.unit;
        // `其中续建项目11个，新建项目7个`
        let kin = || {
            name.ends_with("项目")
                && out.last().is_some_and(|t| t.indicator.as_deref().is_some_and(|own| own.ends_with("项目")))
        };
        same_unit && (named || deed() || kin()) || named && out[self.base..].iter().rev().take(4).any(alike)
    }

    /// `投资完成8.5亿元，其中交通5.2亿元、住建3.3亿元，同比增长12%`: behind several parts of one clause the whole grows. Behind one part it may
    /// be the part.
    pub(super) fn grows_as_whole(&self, read: &mut Piece<'a>, unit: &str, out: &[RawTarget<'a>]) {
        let [.., first, last] = &out[self.base.min(out.len())..] else { return };
        let Some(whole) = last.part_of.filter(|_| first.part_of == last.part_of && first.unit == last.unit)
        else {
            return;
        };
        let whole = out.get(self.base + whole).filter(|whole| whole.unit == last.unit);
        let between = self.text.get(first.span.to()..last.span.to());
        let listed = between.is_some_and(|words| words.starts_with(['、', '和']) && !words.contains('，'));
        if let Some(whole) = whole.filter(|_| listed && measure::is_rate_unit(unit)) {
            read.indicator.clone_from(&whole.indicator);
            read.group.clone_from(&whole.group);
        }
    }

    /// `播种面积92万亩，产量26万吨，其中大豆扩种3万亩`: the whole is the last that is counted in the unit of the part.
    pub(super) fn whole_of(&mut self, unit: &str, out: &[RawTarget<'a>]) {
        let Some(whole) = self.carry.whole.filter(|_| unit != "%") else { return };
        let earlier = out[self.base..].iter().enumerate().skip(self.first).rev().take(12);
        let same = earlier.filter(|(_, t)| t.part_of.is_none()).find(|(_, t)| t.unit == unit);
        self.carry.whole = same.map_or(Some(whole), |(at, _)| Some(at));
    }
}

impl<'a> Piece<'a> {
    /// Takes over whom the share before is of, where what holds of this one stands behind its number. Whether it did.
    pub(super) fn of_those(&mut self, reader: &Reader<'a, '_>, seen: &Seen) -> bool {
        let plain = self.binding == Binding { start: self.binding.start, ..Binding::default() };
        let verb =
            CUES.predicate.prefix(self.right).filter(|verb| matter::has_chars(&self.right[verb.len()..], 3));
        if !plain || verb.is_none() || !seen.may("%") && !seen.may("％") {
            return false;
        }
        let Some(group) = reader.carry.group.clone() else { return false };
        self.group = Some(group);
        self.indicator = Some(Cow::Borrowed(matter::clean(self.right)));
        true
    }

    /// `持证率不低于80%，每名护理员照护老年人不多于4人`: no share that was told before is counted in men or yuan. What is counted is
    /// the clause's own; where it names none, nothing says what.
    pub(super) fn counts_no_share(&mut self, unit: &str) {
        let share = |name: &str| CUES.share_noun.suffix(name).is_some();
        if measure::is_rate_unit(unit)
            || matches!(unit, "‰" | "倍")
            || !self.indicator.as_deref().is_some_and(share)
        {
            return;
        }
        // `污染天数比率控制在1.4%以内，即不超过5天`
        let days = || match self.indicator {
            Some(Cow::Borrowed(name)) => name.strip_suffix("比率").or_else(|| name.strip_suffix("比例")),
            _ => None,
        };
        if let Some(name) = days().filter(|name| unit == "天" && name.ends_with("天数")) {
            self.indicator = Some(Cow::Borrowed(name));
            return;
        }
        let own = match self.group {
            Some(Cow::Borrowed(words)) => group::each_with_thing(words),
            _ => None,
        };
        match own {
            Some((each, thing)) => {
                self.group = Some(Cow::Borrowed(each));
                self.indicator = Some(Cow::Borrowed(thing));
                self.follows = false;
            }
            None => self.adrift = true,
        }
    }

    /// `安排经费300万元，并按5%的比例逐年递增`: by so much what was told grows each year; `投入每年按不低于5%的幅度增长`: so does what
    /// stands in front. Whether it says so.
    pub(super) fn grows_by(&mut self, reader: &Reader<'a, '_>, left: &'a str) -> bool {
        const BY: [&str; 3] = ["按照", "按", "以"];
        const YEARLY: [&str; 3] = ["逐年", "每年", "年均"];
        let binding = measure::binding(left);
        let words = left[..binding.start].trim_end();
        let Some(head) = BY.iter().find_map(|word| words.strip_suffix(word)) else { return false };
        let rates = ["的比例", "比例", "的速度", "速度", "的幅度", "幅度", "的增速", ""];
        let rest = rates.iter().find_map(|word| self.right.strip_prefix(word)).unwrap_or_default();
        let year_behind = YEARLY.iter().find_map(|each| rest.strip_prefix(each));
        let deed = year_behind.unwrap_or(rest);
        let always = deed.starts_with("递增");
        if !always && !deed.starts_with("增长") {
            return false;
        }
        let year_before = YEARLY.iter().find_map(|each| head.strip_suffix(each));
        let each_year = left[binding.start..].contains("每年");
        if always || each_year || year_behind.is_some() || year_before.is_some() {
            self.time = Some(Time { frequency: Some("per_year"), ..Time::default() });
        }
        self.binding = Binding { change: Some(Measure::Increase), ..binding };
        let named = matter::clean(matter::strip_lead(year_before.unwrap_or(head)).0);
        if matter::has_chars(named, 2) && !group::is_group(named) {
            self.in_front = true;
            self.indicator = Some(Cow::Borrowed(named));
            return true;
        }
        self.indicator.clone_from(&reader.carry.indicator);
        self.follows = true;
        self.adrift = self.indicator.is_none();
        true
    }
}

/// Verbs whose number is mostly that of all together.
pub(super) const MADE: [&str; 12] =
    ["建成", "建设", "打造", "创建", "改造", "完成", "培育", "认定", "争创", "创成", "实施", "引进"];

/// So many each may have or do.
pub(super) const FEW: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Whether a number behind a comma is what the whole makes, not each of those spoken of: `每个乡镇有1所中心，建成幸福食堂60个`,
/// `每个社区配备2名网格员，打造示范社区8个`, `每校每学期组织演练2次，建设场地12块`.
pub(super) fn made_by_all(
    verb: &str,
    read: &Piece<'_>,
    before: Option<&RawTarget<'_>>,
    q: &Quantity<'_>,
) -> bool {
    // `每校每年演练2次，完成培训20学时`: what is held goes on.
    let built = |before: &&RawTarget<'_>| {
        let held = [&CUES.event_unit, &CUES.duration_unit].iter().any(|list| list.is(&q.unit));
        before.frequency == "once" || CUES.event_unit.is(&before.unit) && !held
    };
    let Some(before) = before.filter(built) else { return false };
    let Some(group) = before.group.as_deref().filter(|group| group.starts_with('每')) else { return false };
    if !MADE.contains(&verb) || q.frequency.is_some() {
        return false;
    }
    let many = q.value > FEW && before.value <= FEW && q.unit != "%";
    let noun = CUES.group_noun.suffix(group).filter(|noun| matter::has_chars(noun, 2));
    many || noun.zip(read.indicator.as_deref()).is_some_and(|(noun, name)| name.ends_with(noun))
}
