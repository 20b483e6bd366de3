//! What a part takes over from the whole it is of, and a group from a name told before.

use super::piece::Piece;
use crate::target::cues::CUES;
use crate::target::{RawTarget, group, matter};
use std::borrow::Cow;

impl<'a> Piece<'a> {
    /// `其中农村学校教师培训20人次`: what goes beyond the whole's indicator is the group.
    pub(super) fn inherit(&mut self, whole: &RawTarget<'a>, share: bool) {
        // `其中30%达到推荐标准`: what holds of the part stands behind its number.
        if share && self.follows && CUES.predicate.prefix(self.right).is_some() {
            self.indicator = Some(Cow::Borrowed(matter::clean(self.right)));
            return;
        }
        let same_deed = |own: &str| {
            let named = whole.indicator.as_deref().unwrap_or_default();
            CUES.train.is(own) && (named.starts_with(own) || named.ends_with(own))
        };
        if self.indicator.as_deref().is_none_or(same_deed) {
            self.indicator.clone_from(&whole.indicator);
        }
        // `县级以上农场50家，其中省级3家`
        if let (Some(Cow::Borrowed(own)), Some(named)) = (&self.indicator, &whole.indicator)
            && let Some(ladder) = CUES.ladders.iter().find(|ladder| ladder.is(own))
            && let Some(rung) =
                ladder.prefix(named).or_else(|| (own.ends_with('级') && !ladder.within(named)).then_some(""))
        {
            // `示范村5个，其中省级1个`: a rank alone is that of the whole's noun.
            let noun = named[rung.len()..].trim_start_matches('及').trim_start_matches("以上");
            self.indicator = Some(Cow::Owned(format!("{own}{noun}")));
            return;
        }
        // `新增学位5000个，其中小学3000个`: a kind of school or place alone is the group.
        if let Some(Cow::Borrowed(own)) = self.indicator
            && whole.indicator.is_some()
            && self.group.is_none()
            && CUES.ladders[..2].iter().any(|ladder| ladder.is(own))
        {
            self.group = Some(Cow::Borrowed(own));
            self.indicator.clone_from(&whole.indicator);
            return;
        }
        // `其中6个月以上的4500人`
        if let Some(Cow::Borrowed(own)) = self.indicator
            && ["以上", "以下", "以内"].iter().any(|w| own.ends_with(w))
        {
            self.group.get_or_insert(Cow::Borrowed(own));
            self.indicator.clone_from(&whole.indicator);
            return;
        }
        if let Some(indicator) = &whole.indicator
            && !self.split_shared(indicator.clone().as_ref())
            && let Some(Cow::Borrowed(own)) = self.indicator
            && self.group.is_none()
            && share
            && (group::is_group(own) || is_class_of(own, indicator))
        {
            // `其中丘陵县达到60%`: what is named is the group alone.
            self.group = self.indicator.take();
            self.indicator.clone_from(&whole.indicator);
        }
    }

    /// The same for an indicator that was named before without a group.
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

/// Whether a part is named by its class alone: 规模化水厂 of a rate, 化工行业 of what falls.
fn is_class_of(own: &str, whole: &str) -> bool {
    let rate = whole.ends_with('率') || ["比例", "占比"].iter().any(|end| whole.ends_with(end));
    let trade = ["行业", "领域"].iter().any(|end| own.ends_with(end));
    let figure = CUES.level_noun.suffix(whole).is_some() && CUES.level_noun.suffix(own).is_none();
    figure && (rate || trade) && matter::names_only(own)
}
