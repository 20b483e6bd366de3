//! A time phrase inside the words in front of a number: `公厕每天至少清扫2次`, `县水利局要在年底前完成清淤18公里`.
//!
//! Owns which of the words on its two sides say what is counted, and which say over whom or by whom. Asked in this order: whether it
//! only says what the number is measured by; what needs nothing but the words in front of it; then what a subject is that stands
//! alone, or what the words behind the phrase say of it (`behind`). Does not own times without a phrase of their own (`when`).

mod behind;
mod places;

use super::around::Around;
use crate::Baseline;
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::Quantity;
use crate::target::sentence::Reader;
use crate::target::sentence::whom::{Circumstance, are_others};
use crate::target::time::{self, Time};
use crate::target::{group, matter};
use gongwen_lexicon::agency;
use gongwen_text::Span;
use std::borrow::Cow;

/// The words on either side of a time phrase.
struct Phrase<'a> {
    /// What stands in front of it, without 在 and 至少.
    subject: &'a str,
    /// What stands between it and the number.
    behind: &'a str,
    /// What binds the number behind it.
    binding: Binding,
    /// What it says.
    time: Time,
}

impl<'a> Phrase<'a> {
    /// What stands behind it without what binds the number: 招聘 of `每年招聘不少于10名`.
    fn deed(&self) -> &'a str {
        &self.behind[..self.binding.start]
    }

    /// Nothing stands behind it but what binds the number: `每年不少于60场`.
    fn only_binds(&self) -> bool {
        self.binding.start == 0
    }
}

impl<'a> Around<'a, '_> {
    /// Takes a time phrase from the words in front of the number: its subject stands before it.
    pub(super) fn time_phrase(&mut self) {
        let found = time::last_in(self.left, self.reader.context);
        let Some((from, to, time)) = found.filter(|&(_, to, _)| !attribute(&self.left[to..])) else { return };
        if self.measured_by(from, to, time) {
            return;
        }
        self.piece.past = time.past;
        self.piece.time = Some(time);
        self.piece.own_time = true;
        // `年均` is part of the indicator.
        if self.left[from..].starts_with("年均") {
            return;
        }
        let phrase = self.part_at(from, to, time);
        let settled = self.done_to_whom(&phrase)
            || self.nothing_but_time(&phrase)
            || self.where_or_when(&phrase)
            || self.first_of_places(&phrase)
            || self.each_so_often(&phrase);
        if settled {
            return;
        }
        if phrase.behind.is_empty() {
            self.subject_alone(phrase.subject);
        } else {
            self.deed_behind(&phrase);
        }
    }

    /// `达到2023年的1.5倍`, `降至2020年的85%`: what it is measured by, no deadline.
    fn measured_by(&mut self, from: usize, to: usize, time: Time) -> bool {
        let behind = &self.left[to..];
        let first = self.reader.context.first_year();
        let earlier = || first.zip(time.deadline).is_some_and(|(first, year)| year < first);
        let of = behind.strip_prefix("水平").unwrap_or(behind) == "的";
        let figure = self.q.unit == "倍" || self.q.unit == "%" && earlier();
        if !(of && figure && time.deadline.is_some()) {
            return false;
        }
        let reached = self.left[from..].starts_with(['到', '至']);
        let from = from + if reached { '到'.len_utf8() } else { 0 };
        let front = self.part.left.from();
        let text = Span::new(front + from, front + to);
        self.piece.baseline.get_or_insert(Baseline { year: time.deadline, value: None, text });
        self.left = &self.left[..from];
        true
    }

    /// The words on either side of a phrase. `营业场所应至少每半年组织一次演练`: 至少 in front of it binds the number.
    fn part_at(&mut self, from: usize, to: usize, time: Time) -> Phrase<'a> {
        let subject = matter::without_in(self.left[..from].trim().trim_start_matches(['、', '和']));
        let least = CUES.prefix_ge.suffix(subject);
        self.least = least.is_some();
        let subject = least.map_or(subject, |word| {
            subject[..subject.len() - word.len()].trim_end_matches(['应', '要', '须', '需'])
        });
        let subject = if is_charge(subject) { "" } else { subject };
        let behind = &self.left[to..];
        Phrase { subject, behind, binding: measure::binding(behind), time }
    }

    /// `县教育督导室每年对10所学校开展督导`: who does it is no matter.
    fn done_to_whom(&mut self, phrase: &Phrase<'a>) -> bool {
        let whom = matches!(phrase.behind.trim(), "对" | "为" | "给" | "向");
        if whom {
            self.left = phrase.behind;
        }
        whom
    }

    /// `2024年200户、2025年250户`
    fn nothing_but_time(&mut self, phrase: &Phrase<'a>) -> bool {
        let nothing = phrase.behind.is_empty() && phrase.subject.is_empty();
        if nothing {
            self.left = "";
        }
        nothing
    }

    /// `企业每半年检查不少于1次，旺季每月1次`, `组织惠民演出，农村每年不少于60场`: where or when it is done.
    fn where_or_when(&mut self, phrase: &Phrase<'a>) -> bool {
        let told = Circumstance::of(phrase.subject).filter(|_| phrase.only_binds());
        let Some(told) = told.filter(|_| self.reader.goes_on_from(self.q)) else { return false };
        self.piece.group = told.place().map(Cow::Borrowed);
        self.piece.binding = phrase.binding;
        self.left = "";
        true
    }

    /// `入户安检每户每年不少于1次`: what is done, and to whom each.
    fn each_so_often(&mut self, phrase: &Phrase<'a>) -> bool {
        let told = deed_of_each(phrase.subject);
        let Some((deed, each)) = told.filter(|_| phrase.only_binds() && CUES.event_unit.is(&self.q.unit))
        else {
            return false;
        };
        self.piece.binding = phrase.binding;
        self.piece.group = Some(Cow::Borrowed(each));
        self.left = deed;
        true
    }

    /// Settles what a subject is that the number stands behind, with nothing but the time between.
    fn subject_alone(&mut self, subject: &'a str) {
        let once_more = || again(self.reader, self.q);
        let left = are_others(subject) && subject.chars().count() == 2 && self.reader.goes_on_from(self.q);
        if !(group::is_group(subject) || is_actor(subject) && once_more() || left) {
            // `系列赛事每季度1场`
            self.left = subject;
        } else if self.follows || self.reader.goes_on_from(self.q) || once_more() {
            // `县级河长每季度巡河1次、乡级河长每月2次`, `企业每季度检查1次，学校每月1次`
            if !self.follows
                && let Some(deed) = deed_alone(self.reader)
            {
                (self.piece.indicator, self.piece.makes) = (Some(deed), true);
            }
            self.piece.group = Some(Cow::Borrowed(subject));
            self.left = "";
        } else if matches!(&*self.q.unit, "次" | "遍" | "轮") && !subject.starts_with(['每', '各']) {
            // `险工险段每周2次`
            self.piece.indicator = Some(Cow::Borrowed(subject));
            self.left = "";
        }
    }
}

/// Whether words say whose duty it is and nothing else: `县政府办公室负责`, whose name is no part of what is done.
fn is_charge(subject: &str) -> bool {
    let body = ["负责", "牵头"].iter().find_map(|duty| subject.strip_suffix(duty));
    body.is_some_and(|body| !body.is_empty() && agency::name_at_start(body) == Some(body.len()))
}

/// Whether the words behind a time phrase make it an attribute: `2000年底前建成的老旧小区`.
fn attribute(behind: &str) -> bool {
    behind.char_indices().take(5).any(|(at, c)| c == '的' && at > 0)
}

/// What is done to each, before how often: 入户安检 and 每户 of `入户安检每户每年不少于1次`.
fn deed_of_each(subject: &str) -> Option<(&str, &str)> {
    let (deed, each) = subject.split_at(subject.rfind('每')?);
    let deed = matter::clean(deed);
    let whole = matches!(group::split_group(each), (Some(_), ""));
    (whole && matter::has_chars(deed, 3) && !deed.starts_with(['按', '对']) && !group::is_group(deed))
        .then_some((deed, each))
}

/// Whether words name persons, houses or bodies that do something or to whom it is done: 慢病患者, 应急部门.
fn is_actor(words: &str) -> bool {
    let named = words.ends_with(['者', '员', '长', '户', '人', '局', '镇', '乡', '村', '站', '所']);
    (named || group::is_told(words)) && matter::names_only(words) && !group::is_brought(words)
}

/// Whether the clause directly before told what is done so many times, so that others may do it so often.
fn again(reader: &Reader<'_, '_>, q: &Quantity<'_>) -> bool {
    CUES.event_unit.is(&q.unit)
        && reader.carry.unit == q.unit
        && reader.carry.indicator.is_some()
        && reader.carry.before.is_none()
}

/// What was done so often, without who did it: 调度 of `县级每月调度1次`, whose name was put together with him.
fn deed_alone<'a>(reader: &Reader<'a, '_>) -> Option<Cow<'a, str>> {
    let Some(Cow::Owned(name)) = &reader.carry.indicator else { return None };
    let (at, _) = name.char_indices().nth_back(1).filter(|&(at, _)| at > 0 && !name.contains('、'))?;
    Some(Cow::Owned(name[at..].to_owned()))
}
