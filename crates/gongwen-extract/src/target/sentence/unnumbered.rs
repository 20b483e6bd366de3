//! What a clause without a number hands on to those behind it: a time, a place, what is paid, the matter.

use super::front::Front;
use super::past::is_base;
use super::{Reader, beside, deed, is_place};
use crate::target::cues::CUES;
use crate::target::{RawTarget, group, time};
use gongwen_text::Span;
use gongwen_text::chars::trim;
use std::borrow::Cow;

impl<'a> Reader<'a, '_> {
    /// Keeps what a clause without a number tells.
    pub(super) fn without_number(&mut self, span: Span, front: &Front, out: &mut [RawTarget<'a>]) {
        let rest = trim(&self.text[front.body..span.to()]);
        if front.time.is_some() && rest.is_empty() {
            let start = self.carry.time_only.map_or(span.from(), |(start, _)| start);
            let aim = CUES.aim.within(span.of_text(self.text));
            self.carry.time_only = Some((trimmed(self.text, start), aim));
            return;
        }
        if self.text[span.to()..].starts_with(['：', ':']) && is_place(rest) {
            self.carry.place = Some(Cow::Borrowed(rest));
        }
        // `各中小学每学期宣讲1场，各镇中心小学举办科技节，开设社团20个`: others are spoken of.
        let others = group::split_group(rest).0.filter(|_| rest.starts_with(['每', '各']));
        if others.is_some_and(|others| self.carry.group.as_deref().is_some_and(|group| group != others)) {
            self.carry.group = None;
        }
        if let Some(group) = charged(rest) {
            (self.carry.group, self.carry.charged) = (Some(Cow::Borrowed(group)), true);
        }
        self.carry.pays |= rest.contains('补') && deed::pays(rest);
        self.carry.time_only = None;
        if let Some(year) = front.time.and_then(|time| time.deadline.filter(|_| !time.past))
            && beside::says_done(rest)
        {
            self.done_by(span, year, out);
        }
        self.carry.part = front.part && rest.is_empty();
        self.carry.before = Some(span).filter(|_| !self.carry.part && !tells_number(rest));
        self.take_last_time(&self.text[front.body..span.to()]);
    }

    /// Hands on the last time that the matter of a clause tells.
    fn take_last_time(&mut self, words: &str) {
        if time::may_tell_year(words)
            && let Some((_, to, time)) = time::last_in(words, self.context)
            && time.deadline.is_some()
            // `总结2023年经验，引进项目12个`
            && (!time.past || words[to..].trim().is_empty())
            // `稳定在2023年的水平，达到95%`
            && !words[to..].starts_with("的水平")
            && !is_base(trim(words))
        {
            self.take_time(time);
            self.carry.dated = None;
        }
    }
}

/// Whether a clause ends in a number of its own, in a unit that nobody knows: what it speaks of is counted there (`每年巡展30站以上`).
fn tells_number(words: &str) -> bool {
    const LONGEST: usize = 2;
    let words = ["以上", "以下", "左右"].iter().find_map(|bound| words.strip_suffix(bound)).unwrap_or(words);
    let number = words.trim_end_matches(gongwen_text::chars::is_han);
    number.ends_with(|c: char| c.is_ascii_digit())
        && (1..=LONGEST).contains(&words[number.len()..].chars().count())
}

/// Those each of whom a clause tells to act: 各乡镇 of `各乡镇要加强领导`.
fn charged(words: &str) -> Option<&str> {
    const LONGEST: usize = 12;
    words.strip_prefix(['各', '每'])?;
    let at = words.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '要' | '应' | '须' | '需'))?.0;
    let group = words[..at].trim_end_matches(['都', '均', '必']);
    (group::is_group(group) && CUES.make.find(group).is_none()).then_some(group)
}

/// Where the words behind a place begin.
fn trimmed(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start().len()
}
