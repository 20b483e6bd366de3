//! By when, where no time phrase of its own says it: a quarter or a month of a yearly plan, or a date behind the number.
//!
//! Asked in this order: the time phrase (`phrase`), the quarter that the words begin with, the date in front of a deed, the month in front of what binds the
//! number; then, behind the number, the date by which it is done and that all of it is.

use super::around::Around;
use crate::target::cues::CUES;
use crate::target::sentence::beside::{all_done, time_behind, what_is_left};
use crate::target::time::{self, Time};
use crate::target::{group, matter, measure};
use std::borrow::Cow;

impl Around<'_, '_> {
    /// Takes all that tells by when, and the lead-in of what is left in front.
    pub(super) fn by_when(&mut self) {
        self.time_phrase();
        self.months_in_front();
        self.quarter_in_front();
        self.date_before_deed();
        self.month_in_front();
        self.date_behind();
        self.all_behind();
        self.left = matter::strip_lead(self.left).0;
    }

    /// Gives what has no year that of a yearly plan.
    fn this_year(&mut self) {
        let time = self.piece.time.get_or_insert_default();
        time.deadline = time.deadline.or(self.reader.this_year());
        self.piece.own_time = true;
    }

    /// `5月、9月开展宣传活动2次`: the year is that of what is done then alone, not of what a further clause tells.
    fn months_in_front(&mut self) {
        let often = self.reader.carry.frequency.or(self.piece.time.and_then(|time| time.frequency));
        if self.clause.months > 0 && often.is_none() && self.reader.carry.deadline.is_none() {
            self.this_year();
        }
    }

    /// `一季度开工40个、上半年开工80个`
    fn quarter_in_front(&mut self) {
        let listed = self.left.trim_start_matches(['、', '和']);
        if let Some(len) = time::quarter(listed) {
            self.this_year();
            self.left = &listed[len..];
        }
    }

    /// `各镇要在3月10日前完成干渠清淤`: who does it by when stands before what is done.
    fn date_before_deed(&mut self) {
        if !self.seen().may("前") {
            return;
        }
        let Some((from, to, month)) = time::before_deed(self.left) else { return };
        if month {
            self.this_year();
            self.piece.by_then = self.piece.time.is_some_and(|time| time.deadline.is_some());
        }
        let subject = matter::strip_lead(self.left[..from].trim_end_matches(['要', '须', '应'])).0;
        if group::is_group(subject) {
            self.piece.group.get_or_insert(Cow::Borrowed(subject));
        }
        self.left = &self.left[to..];
    }

    /// `竣工率6月底达50%、9月底达100%`, `支付率年底达到90%`: the year is that of a yearly plan.
    fn month_in_front(&mut self) {
        let seen = self.seen();
        // `一季度不低于30%、年底达到100%` are rungs, which are groups.
        let carried = self.reader.carry.group.as_deref();
        let rungs = || carried.is_some_and(|group| CUES.quarter().prefix(group).is_some());
        let told = seen.may("月") || (seen.may("年底") || seen.may("年末")) && !rungs();
        let Some(at) = told.then(|| time::month_within(self.left)).flatten() else { return };
        self.this_year();
        self.piece.binding = measure::binding(&self.left[at..]);
        self.left = self.left[..at].trim();
    }

    /// `剩余7个小区2025年6月底前竣工`: by when stands behind the number.
    fn date_behind(&mut self) {
        let own = self.piece.time;
        let behind = time_behind(self.right, self.reader);
        let behind = behind.or_else(|| what_is_left(self.left, self.right, self.reader));
        let behind = behind.filter(|_| own.is_none_or(|own| own.deadline.is_none()));
        let Some((at, time)) = behind else { return };
        self.piece.time = Some(Time { frequency: own.and_then(|own| own.frequency), ..time });
        self.piece.own_time = true;
        self.piece.promised = true;
        self.right = self.right[..at].trim_end();
    }

    /// `现有路灯1200盏全部更换`
    fn all_behind(&mut self) {
        let all = if self.seen().may("全") { all_done(self.right) } else { None };
        if let Some(at) = all {
            self.piece.promised = true;
            self.right = self.right[..at].trim_end();
        }
    }
}
