//! What stands in front of the thing that is counted and is no part of its name: bounds, those who do it, leads.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::sentence::doer::{made_or_may_be, spoken_of};
use crate::target::sentence::funds;
use crate::target::{group, matter};

impl Naming<'_, '_, '_> {
    /// Takes off what stands in front of the thing; true where that settled the name.
    pub(super) fn without_front(&mut self) -> bool {
        self.each_of_what_was_told();
        self.group_in_front();
        if self.of_each_head() || self.set_aside() {
            return true;
        }
        self.may_be();
        if self.is_spent() {
            return true;
        }
        self.bound_behind_doer();
        if self.piece.often_inside(self.object, self.seen, self.q) {
            return true;
        }
        self.doer_each();
        self.leads();
        self.charged();
        if self.urged() {
            return true;
        }
        self.happens();
        self.changes()
    }

    /// `科普经费每年每人不低于1.5元`
    fn of_each_head(&mut self) -> bool {
        self.piece.of_each_head(self.reader, self.object, self.q)
    }

    /// `每个乡镇建成1个`
    fn group_in_front(&mut self) {
        if let (Some(group), rest) = group::split_group(self.object) {
            let (group, rest) = without_average(self.object, group, rest);
            self.over(group);
            self.object = matter::clean(rest);
        }
    }

    /// What can be set up or held, as `made_or_may_be` says.
    fn may_be(&mut self) {
        if let Some(made) = made_or_may_be(self.object).filter(|_| self.bare.is_none() && !self.share) {
            self.piece.makes = true;
            self.object = made;
        }
    }

    /// Money is named by what it is spent on.
    fn is_spent(&mut self) -> bool {
        let Some(funds) = funds::spent(self.object, self.q) else { return false };
        self.piece.makes = true;
        self.named(funds)
    }

    /// `每个乡镇至少建设充电站1座`: the bound stands between those who do it and what they do.
    fn bound_behind_doer(&mut self) {
        let bound = CUES.prefix_ge.prefix(self.object).filter(|word| {
            self.piece.group.is_some() && self.seen.may("少") && word.len() < self.object.len()
        });
        let Some(word) = bound else { return };
        self.piece.binding.comparator.get_or_insert(crate::Comparator::Ge);
        self.piece.governs = true;
        self.object = &self.object[word.len()..];
        // `每个乡镇至少建成1个`: what was spoken of before.
        if self.bare.is_none() && CUES.make.is(self.object) && !CUES.deed.is(self.object) {
            self.piece.makes = true;
            self.object = "";
        }
    }

    /// `各镇、各部门各报送信息12篇`, `两年内各新建公园3个`
    fn doer_each(&mut self) {
        if let Some(deed) =
            self.object.strip_prefix('各').filter(|deed| !deed.starts_with(['类', '级', '项', '种', '式']))
            && (self.piece.group.is_some() || matter::verb_in_front(deed).is_some())
        {
            self.object = deed;
        }
    }

    /// `积极向上争取资金3亿元`, `涉及楼栋368栋`: how far it goes.
    fn leads(&mut self) {
        let object = spoken_of(matter::strip_lead(self.object).0, self.seen);
        let object =
            object.strip_prefix("向上争取").filter(|sum| matter::has_chars(sum, 2)).unwrap_or(object);
        self.object = object.strip_prefix("涉及").filter(|rest| rest.chars().count() != 1).unwrap_or(object);
    }

    /// `降低企业用能成本3000万元`
    fn changes(&mut self) -> bool {
        if self.bare.is_some() {
            return false;
        }
        self.object = self.piece.change_in_front(self.object, self.share);
        let settled = self.piece.leads && self.piece.binding.reaches;
        if settled {
            self.piece.in_front = true;
            self.named(self.object);
        }
        settled
    }
}

/// The group and what is left behind it where 均 stands between: 各镇 and 人均 of `各镇人均不低于1元`, 每户 and 安装 of `每户均安装`.
fn without_average<'t>(object: &'t str, group: &'t str, rest: &'t str) -> (&'t str, &'t str) {
    let Some(deed) = rest.strip_prefix('均') else { return (group, rest) };
    if matter::verb_in_front(deed).is_some() || CUES.train.prefix(deed).is_some() {
        return (group, deed);
    }
    match group.char_indices().next_back() {
        Some((end, '人' | '户' | '生')) if matter::has_chars(&group[..end], 2) => object.split_at(end),
        _ => (group, rest),
    }
}
