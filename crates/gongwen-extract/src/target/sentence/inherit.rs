//! How a part is named after the whole that it is of.
//!
//! What the part says of itself is asked first; then its own words, a rank, a post, a class or a place alone, are put together with the whole's
//! name or become the group.

use super::piece::Piece;
use crate::target::cues::CUES;
use crate::target::{RawTarget, group, matter};
use std::borrow::Cow;

impl<'a> Piece<'a> {
    /// Takes over from the whole what the part, counted in `unit`, does not say itself.
    pub(super) fn inherit(&mut self, whole: &RawTarget<'a>, unit: &str) {
        self.of_as_many(whole, unit);
        if self.named_behind(unit) || self.share_of_base(unit) {
            return;
        }
        self.named_like(whole);
        if !(self.rank_of(whole)
            || self.post_of(whole, unit)
            || self.share_of_counted(whole, unit)
            || self.place_of_deed(whole, unit)
            || self.school_of(whole)
            || self.place_of(whole, unit)
            || self.bound_of(whole))
        {
            self.group_of(whole, unit);
        }
    }

    /// `每万人口拥有科普人员25名，其中专职2名`: so many of as many.
    fn of_as_many(&mut self, whole: &RawTarget<'a>, unit: &str) {
        let each = |group: &str| group.starts_with('每');
        if self.group.is_none() && whole.unit == unit && whole.group.as_deref().is_some_and(each) {
            self.group.clone_from(&whole.group);
        }
    }

    /// `其中30%达到推荐标准`: what holds of the part stands behind its number.
    fn named_behind(&mut self, unit: &str) -> bool {
        let told = unit == "%" && self.follows && CUES.predicate.prefix(self.right).is_some();
        if told {
            self.indicator = Some(Cow::Borrowed(matter::clean(self.right)));
        }
        told
    }

    /// `其中骨干教师不低于交流总数的20%`: of what it is told to be a share, not of what the whole is a share of.
    fn share_of_base(&mut self, unit: &str) -> bool {
        let own = self.own_words().filter(|own| unit == "%" && matter::names_only(own));
        let Some((base, own)) = self.share_of.zip(own).filter(|_| self.group.is_none()) else { return false };
        self.indicator = Some(Cow::Owned([own, "占", base, "比例"].concat()));
        true
    }

    /// A part that says nothing of itself, or only the deed, is called like the whole.
    fn named_like(&mut self, whole: &RawTarget<'a>) {
        let same_deed = |own: &str| {
            let named = whole.indicator.as_deref().unwrap_or_default();
            CUES.train.is(own) && (named.starts_with(own) || named.ends_with(own))
        };
        if self.indicator.as_deref().is_none_or(same_deed) {
            self.indicator.clone_from(&whole.indicator);
        }
    }

    /// `县级以上农场50家，其中省级3家`
    fn rank_of(&mut self, whole: &RawTarget<'a>) -> bool {
        let (Some(own), Some(named)) = (self.own_words(), &whole.indicator) else { return false };
        let Some(ladder) = CUES.ladders.iter().find(|ladder| ladder.is(own)) else { return false };
        // `示范村5个，其中省级1个`: a rank alone is that of the whole's noun.
        let alone = || (own.ends_with('级') && !ladder.within(named)).then_some("");
        let Some(rung) = ladder.prefix(named).or_else(alone) else { return false };
        let noun = named[rung.len()..].trim_start_matches('及').trim_start_matches("以上");
        self.indicator = Some(Cow::Owned(format!("{own}{noun}")));
        true
    }

    /// `其中专职10名`: which of them.
    fn post_of(&mut self, whole: &RawTarget<'a>, unit: &str) -> bool {
        let own = self.own_words().filter(|own| POSTS.contains(own) && whole.unit == unit);
        let Some((own, named)) = own.zip(whole.indicator.as_deref()) else { return false };
        self.indicator = Some(Cow::Owned([own, named].concat()));
        true
    }

    /// `信息员达到3万人，其中活跃用户占60%`: how many of those counted they are.
    fn share_of_counted(&mut self, whole: &RawTarget<'a>, unit: &str) -> bool {
        let own = self.own_words().filter(|own| {
            unit == "%"
                && !matches!(&*whole.unit, "%" | "‰" | "百分点")
                && self.group.is_none()
                && self.in_front
                && self.binding.change.is_none()
                && matter::names_only(own)
                && CUES.level_noun.suffix(own).is_none()
        });
        let Some(own) = own else { return false };
        self.indicator = Some(Cow::Owned([own, "占比"].concat()));
        true
    }

    /// `开展巡展20场，其中农村学校15场`, `培训农民2000人次，其中女性800人次`, `培训农民600人，其中女性150人`: where, and for whom, so
    /// many of the same are done.
    fn place_of_deed(&mut self, whole: &RawTarget<'a>, unit: &str) -> bool {
        let persons = matches!(unit, "人次" | "人" | "名");
        let those = |own: &str| if persons { CLASSES.contains(&own) } else { group::is_group(own) };
        let told = self.own_words().is_some_and(|own| {
            whole.indicator.is_some()
                && self.group.is_none()
                && whole.unit == unit
                && (persons || CUES.event_unit.is(unit))
                && matter::names_only(own)
                && (REGIONS.contains(&own) || those(own))
        });
        told && self.own_words_are_group(whole)
    }

    /// `新增学位5000个，其中小学3000个`: a kind of school or place alone is the group.
    fn school_of(&mut self, whole: &RawTarget<'a>) -> bool {
        let kind = |own: &str| CUES.ladders[..2].iter().any(|ladder| ladder.is(own));
        whole.indicator.is_some()
            && self.group.is_none()
            && self.own_words().is_some_and(kind)
            && self.own_words_are_group(whole)
    }

    /// `新建幸福院45个，其中山区乡镇20个`: where so many of them stand. What is itself a place is counted (`示范村10个，其中城郊村3个`).
    fn place_of(&mut self, whole: &RawTarget<'a>, unit: &str) -> bool {
        const PLACES: [&str; 13] = [
            "乡镇",
            "街道",
            "城区",
            "园区",
            "农村",
            "山区",
            "镇",
            "村",
            "社区",
            "县城",
            "农村学校",
            "牧区",
            "小区",
        ];
        let place = |name: &str| PLACES.iter().any(|end| name.ends_with(end));
        let thing = whole.indicator.as_deref().is_some_and(|named| !place(named) && !named.ends_with("学校"));
        let told = |own: &str| place(own) && matter::names_only(own);
        thing
            && unit != "%"
            && whole.unit == unit
            && self.group.is_none()
            && self.own_words().is_some_and(told)
            && self.own_words_are_group(whole)
    }

    /// `其中6个月以上的4500人`
    fn bound_of(&mut self, whole: &RawTarget<'a>) -> bool {
        let bound = |own: &str| ["以上", "以下", "以内"].iter().any(|word| own.ends_with(word));
        self.own_words().is_some_and(bound) && self.own_words_are_group(whole)
    }

    /// `其中农村学校教师培训20人次`: what goes beyond the whole's indicator is the group.
    /// `其中丘陵县达到60%`: what is named is the group alone.
    fn group_of(&mut self, whole: &RawTarget<'a>, unit: &str) {
        if let Some(named) = whole.indicator.as_deref()
            && !self.split_shared(named)
            && let Some(own) = self.own_words()
            && self.group.is_none()
            && unit == "%"
            && (group::is_group(own) || is_class_of(own, named))
        {
            self.own_words_are_group(whole);
        }
    }

    /// What the part is called in the words of the text.
    fn own_words(&self) -> Option<&'a str> {
        match self.indicator {
            Some(Cow::Borrowed(own)) => Some(own),
            _ => None,
        }
    }

    /// What is named is the group, unless one is told, of what the whole counts.
    fn own_words_are_group(&mut self, whole: &RawTarget<'a>) -> bool {
        let own = self.indicator.take();
        self.group = self.group.take().or(own);
        self.indicator.clone_from(&whole.indicator);
        true
    }

    /// The same for an indicator that was named before without a group: what goes beyond it is the group.
    pub(super) fn share_indicator(&mut self, earlier: &[RawTarget<'a>]) {
        for target in earlier.iter().rev().take(12) {
            if let Some(indicator) = &target.indicator
                && target.group.is_none()
                && self.group.is_none()
                && self.split_shared(indicator)
            {
                return;
            }
        }
    }

    fn split_shared(&mut self, shared: &str) -> bool {
        let Some(Cow::Borrowed(own)) = self.indicator else { return false };
        let Some(rest) = own.strip_suffix(shared).filter(|_| matter::has_chars(shared, 4)) else {
            return false;
        };
        let group = matter::clean(rest);
        if !group::is_group(group) {
            return false;
        }
        self.group = Some(Cow::Borrowed(group));
        self.indicator = Some(Cow::Borrowed(&own[rest.len()..]));
        true
    }
}

/// What says of people in which way they serve.
const POSTS: [&str; 7] = ["专职", "兼职", "专业", "全职", "在编", "持证", "注册"];

/// Classes of people that say nothing of what they do: `培训养老护理员300人次，其中持证人员120人次` counts those by their name.
const CLASSES: [&str; 23] = [
    "女性",
    "男性",
    "妇女",
    "农民",
    "农民工",
    "老年人",
    "青少年",
    "残疾人",
    "脱贫人口",
    "脱贫户",
    "脱贫群众",
    "脱贫劳动力",
    "贫困户",
    "监测户",
    "低收入户",
    "低收入家庭",
    "低保户",
    "困难群众",
    "少数民族",
    "留守儿童",
    "低收入人口",
    "退役军人",
    "高校毕业生",
];

/// Regions whose names end in no kind of place.
const REGIONS: [&str; 10] =
    ["长三角", "珠三角", "京津冀", "成渝", "省外", "市外", "县外", "区外", "境外", "海外"];

/// Whether a part is named by its class alone: 规模化水厂 of a rate, 化工行业 of what falls.
fn is_class_of(own: &str, whole: &str) -> bool {
    let rate = CUES.share_noun.suffix(whole).is_some();
    let trade = ["行业", "领域"].iter().any(|end| own.ends_with(end));
    let figure = CUES.level_noun.suffix(whole).is_some() && CUES.level_noun.suffix(own).is_none();
    figure && (rate || trade) && matter::names_only(own)
}
