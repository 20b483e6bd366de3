//! A place in front of how much is done there: `完成老城区12公里供水管网改造`, `完成老城区12公里改造`.
//!
//! The place is the group. What is counted stands behind the number; where only a deed does, what it is done to was told before it or
//! by the title, or nothing says what.

use super::Naming;
use crate::duty;
use crate::target::cues::CUES;
use crate::target::matter;
use gongwen_text::Label;
use gongwen_text::chars::is_han;
use std::borrow::Cow;

/// Units of land, which a place has by itself: `完成新区3000亩开发`.
const LAND: [&str; 5] = ["亩", "公顷", "平方公里", "平方千米", "平方米"];

impl Naming<'_, '_, '_> {
    /// Takes a place from in front of the number; true where that settled the name.
    pub(super) fn done_in_place(&mut self) -> bool {
        let Some(behind) = self.bare.filter(|_| !self.share) else { return false };
        // `老城区完成12公里改造`: the verb took the place.
        let actor = self.piece.group.clone().filter(|_| self.object.is_empty() && self.piece.verb_before);
        let place = actor.unwrap_or(Cow::Borrowed(self.object));
        if !is_region(&place) {
            return false;
        }
        if !only_works(behind) {
            self.piece.group.get_or_insert(place);
            return self.named(behind);
        }
        if self.has_by_itself(&place) {
            return false;
        }
        // `完成老城区12公里改造，新城区6公里改造`
        let placed = self.reader.carry.group.as_deref().is_some_and(is_region);
        let told = self.named_by_works() || self.named_like_before(|name| placed || works_of(name).is_some());
        self.piece.adrift |= !told && !self.reader.context.works;
        self.piece.group.get_or_insert(place);
        true
    }

    /// `实施管网改造，老城区12公里，新城区8公里`: so much of the works told before in each place. Whether it is that.
    pub(super) fn works_elsewhere(&mut self) -> bool {
        let place = self.object;
        // `农村由每人每月550元提高到600元` is a rung of what was raised.
        let plain = !self.share && self.bare.is_none() && !self.piece.binding.reaches;
        if !plain || !is_region(place) || self.has_by_itself(place) {
            return false;
        }
        // `新建公厕5座，新区2座`: no place is counted in them.
        let told = self.named_by_works() || self.named_like_before(|_| true);
        if told {
            self.over(place);
        }
        told
    }

    /// Names it by the works of the clause before. Whether there are any.
    fn named_by_works(&mut self) -> bool {
        let reader = self.reader;
        let Some(before) = reader.carry.before else { return false };
        let told = works_of(before.of_text(reader.text));
        self.piece.indicator = told.map(Cow::Borrowed);
        self.piece.borrowed = Some(before).filter(|_| told.is_some());
        told.is_some()
    }

    /// Goes on with what the number directly before counts in the same unit, where it `may` be meant. Whether it does.
    fn named_like_before(&mut self, may: impl Fn(&str) -> bool) -> bool {
        let carry = &self.reader.carry;
        let same = carry.indicator.as_deref().filter(|_| carry.before.is_none() && self.same_unit());
        let told = same.is_some_and(may);
        if told {
            self.piece.indicator.clone_from(&carry.indicator);
        }
        told
    }

    /// `完成园区3个提升`, `完成新区3000亩开发`: so many such places, or so much of theirs.
    fn has_by_itself(&self, place: &str) -> bool {
        matches!(&*self.q.unit, "个" | "家") || LAND.contains(&&*self.q.unit) && !duty::is_named_town(place)
    }
}

/// Whether words name a place that works are done in and nothing that is made itself.
pub(in crate::target) fn is_region(words: &str) -> bool {
    const LONGEST: usize = 10;
    let zone = || {
        words.chars().count() <= LONGEST
            && words.chars().all(is_han)
            && CUES.region.suffix(words).is_some()
            && CUES.make.find(words).is_none()
            // `有效提高城区`
            && CUES.adjust.find(words).is_none()
    };
    CUES.place.is(words) || duty::is_named_town(words) || zone()
}

/// Whether words are deeds and nothing else: `改造`, `更新改造`, `绿化`.
fn only_works(words: &str) -> bool {
    const MOST: usize = 3;
    let mut rest = words.trim();
    for _ in 0..MOST {
        let deed =
            [&CUES.make, &CUES.works].iter().filter_map(|list| list.prefix(rest)).max_by_key(|it| it.len());
        let Some(deed) = deed else { break };
        rest = rest[deed.len()..].trim_start_matches(['、', '和']);
    }
    matches!(rest, "" | "工程" | "任务" | "工作")
}

/// The works that words tell, by their name: 供水管网更新 of `实施供水管网更新工程`, 老旧管网 of `改造老旧管网`.
pub(in crate::target) fn works_of(words: &str) -> Option<&str> {
    let label = Label::read(words).map_or(0, |label| label.end);
    let lead = matter::strip_lead(&words[label..]).0.trim();
    let made = matter::verb_in_front(lead).map(|(_, object)| object);
    let object = made.or_else(|| matter::topic(words))?;
    let stem = ["工程", "项目", "行动", "工作"].iter().find_map(|noun| object.strip_suffix(noun));
    let stem = stem.unwrap_or(object);
    let done = [&CUES.make, &CUES.works].iter().any(|list| {
        list.suffix(stem).is_some_and(|deed| matter::has_chars(&stem[..stem.len() - deed.len()], 2))
    });
    (matter::has_chars(stem, 2) && (done || made.is_some()) && !stem.contains(['，', '；', '。']))
        .then_some(stem)
}
