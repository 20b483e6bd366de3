//! The front of a clause: labels, brackets, time phrases, lead-ins and region words, and what these tell of it and of those behind.

use super::Reader;
use super::cut::{counts_classes, opens_part, region_word};
use super::deed;
use crate::target::matter;
use crate::target::time::{self, Time};
use gongwen_text::chars::bracketed_key;
use gongwen_text::{Label, Span};

/// Time phrases and lead-ins of a clause, which take turns.
const MOST_TURNS: usize = 8;

/// What stands at the front of a clause.
pub(super) struct Front {
    /// Where its matter begins.
    pub(super) body: usize,
    /// It tells a part of what was told before (`其中`).
    pub(super) part: bool,
    /// The times told, put together.
    pub(super) time: Option<Time>,
    /// How many months stand there in front of what is done in them.
    pub(super) months: usize,
}

impl Front {
    /// Adds a time phrase.
    fn add(&mut self, time: Time) {
        let both = self.time.get_or_insert_with(Time::default);
        both.deadline = time.deadline.or(both.deadline);
        both.frequency = time.frequency.or(both.frequency);
        both.past |= time.past;
        both.brief |= time.brief;
        both.total |= time.total;
    }
}

impl Reader<'_, '_> {
    /// Reads time phrases and lead-ins at the front of a clause, up to `limit`.
    pub(super) fn front(&self, span: Span, limit: usize) -> Front {
        let body = self.behind_marks(span, limit);
        // `（其中中心卫生院2所）`: a bracket that tells a part.
        let mut front = Front { body, part: opens_part(self.text, body), time: None, months: 0 };
        if front.part {
            front.body += self.text[body..limit.max(body)].strip_prefix('含').map_or(0, |_| '含'.len_utf8());
        }
        for _ in 0..MOST_TURNS {
            let at = front.body;
            let (rest, part) = matter::strip_lead(&self.text[at..limit.max(at)]);
            front.part |= part;
            front.body = limit.max(at) - rest.len();
            if !self.add_time(&mut front, span, limit) {
                break;
            }
        }
        self.add_month(&mut front, limit);
        self.add_months(&mut front, limit);
        front
    }

    /// Where a clause begins behind its label, its bracketed key and the deed that is announced.
    fn behind_marks(&self, span: Span, limit: usize) -> usize {
        let mut at = span.from();
        if let Some(label) = Label::read(&self.text[at..span.to()])
            .filter(|l| at + l.end <= limit && !counts_classes(&self.text[at + l.end..span.to()]))
        {
            at += label.end;
        }
        // `【目标任务】新建…`
        if let Some((_, rest)) = bracketed_key(&self.text[at..limit.max(at)]) {
            at = limit.max(at) - rest.len();
        }
        if limit < span.to() {
            at += deed::length(&self.text[at..limit.max(at)]);
        }
        at
    }

    /// Adds the time phrase that the matter begins with. Whether more may follow.
    fn add_time(&self, front: &mut Front, span: Span, limit: usize) -> bool {
        let at = front.body;
        let summed =
            || self.sum_over_years(at, limit).filter(|_| front.time.is_none_or(|t| t.frequency.is_none()));
        let Some((len, time)) = self.time_at(at, span.to()).or_else(summed) else { return false };
        // `年均增速` is part of the indicator.
        let average = self.text[at..].starts_with("年均")
            && !time::deed_behind(&self.text[at + len..limit.max(at + len)]);
        if average {
            let both = front.time.get_or_insert_with(Time::default);
            (both.frequency, both.brief) = (time.frequency, time.brief);
        }
        if average || at + len > limit.max(at) {
            return false;
        }
        front.add(time);
        front.body += len;
        true
    }

    /// 累计 in front of a deed, behind what is done so often: `每年改造200户，累计建成床位300张`.
    fn sum_over_years(&self, at: usize, limit: usize) -> Option<(usize, Time)> {
        self.carry.frequency?;
        let deed = self.text[at..limit.max(at)].strip_prefix("累计")?;
        let time = Time { total: true, ..Time::default() };
        time::deed_behind(deed).then_some(("累计".len(), time))
    }

    /// The time phrase at a place, as the sentence means it.
    fn time_at(&self, at: usize, to: usize) -> Option<(usize, Time)> {
        let (len, mut time) = time::read(&self.text[at..to], self.context)?;
        if time.past && time::last_years_task(self.text, at, at + len) {
            time = Time::default();
        }
        // `2023年10月启动，次年2月底前完成`: of the year told in the sentence.
        if let Some(told) = self.carry.told.filter(|_| self.text[at..].starts_with("次年")) {
            let again = self.carry.dated.is_some_and(|dated| dated.of_text(self.text).starts_with("次年"));
            time.deadline = Some(if again { told } else { told + 1 });
        }
        Some((len, time))
    }

    /// `9月底达到75%`, `其中一季度开工40个`: the month or quarter of a yearly plan.
    fn add_month(&self, front: &mut Front, limit: usize) {
        let rest = &self.text[front.body..limit.max(front.body)];
        if let Some(len) = time::month_end(rest).or_else(|| time::quarter(rest))
            && front.time.is_none_or(|time| time.frequency.is_none())
        {
            let both = front.time.get_or_insert_with(Time::default);
            both.deadline = both.deadline.or(self.this_year());
            front.body += len;
        }
    }

    /// `每年5月、9月集中开展执法检查2次`: when it is done is no part of what is done.
    fn add_months(&self, front: &mut Front, limit: usize) {
        if let Some((len, told)) = time::months(&self.text[front.body..limit.max(front.body)]) {
            front.months = told;
            front.body += len;
        }
    }

    /// Hands on what the front of a clause tells. `number`: where its first one stands, or its end.
    pub(super) fn take_front(&mut self, span: Span, front: &Front, number: usize, numberless: bool) {
        let words = &self.text[span.from()..front.body];
        // `2024年认定的示范村要巩固提升，新创建5个`: which they are, not when it was done.
        let attribute = |time: &Time| time.past && self.text[front.body.min(number)..number].contains('的');
        if let Some(time) = front.time.filter(|time| !numberless || !attribute(time)) {
            self.take_time(time);
            if time.frequency.is_some() {
                self.carry.whole_year = words.contains("全年");
            }
            if time.deadline.is_some() {
                if words.contains('月') && !time.past {
                    self.carry.month = time.deadline;
                }
                self.carry.dated = Some(Span::new(span.from(), front.body));
            }
        }
        if front.time.is_some_and(|time| time.total && time.deadline.is_none()) && words.contains('年') {
            self.end_stage();
        }
        if region_word(words) {
            self.carry.group = None;
            // `每月下田指导8天，全县举办培训班30期`
            let told = front.time.is_some_and(|time| time.frequency.is_some());
            let told = told || self.carry.time_only.is_some();
            self.carry.frequency = self.carry.frequency.filter(|often| told || *often == "per_year");
        }
    }

    /// `2026年改造22个；三年改造60个`: what all years of the plan do is not due when one of them ends.
    fn end_stage(&mut self) {
        let last = self.context.period.map(|(_, last)| last);
        self.carry.deadline = self.carry.deadline.filter(|year| last.is_none_or(|last| *year >= last));
    }

    /// Hands on a time.
    pub(super) fn take_time(&mut self, time: Time) {
        if time.deadline.is_none() && time.past {
            (self.carry.deadline, self.carry.past, self.carry.over) = (None, true, true);
        } else if time.deadline.is_some() || time == Time::default() {
            (self.carry.past, self.carry.over) = (false, false);
        }
        if let Some(year) = time.deadline {
            self.carry.tell(year);
            self.carry.deadline = time.deadline;
            self.carry.past = time.past;
            self.carry.frequency = None;
        }
        if time.frequency.is_some() {
            self.carry.frequency = time.frequency;
        }
        if time.total {
            self.carry.frequency = None;
        }
    }
}
