//! Numbers that tell how far the same things have come, or what else of them there is: `签约项目40个，开工30个、投产15个`.
//!
//! Owns what is counted where nothing but a stage, or a deed, stands in front of the number. Asked last, when the words are named.

use super::around::Around;
use crate::target::cues::CUES;
use crate::target::matter::{self, STATES};
use std::borrow::Cow;

/// Animals that are kept, and those that are sold.
const HERDS: [&str; 2] = ["存栏", "出栏"];

/// Made but for what is left to do.
pub(super) const NEARLY: &str = "基本建成";

/// What the words in front of a number tell of a stage.
#[derive(Default)]
pub(super) struct Told {
    /// 完成 is all that stands there.
    pub(super) finishes: bool,
    /// 基本建成 is: `保障性住房开工500套、基本建成300套`.
    pub(super) nearly: bool,
    /// The verb that stands there without a subject or a noun.
    pub(super) alone: Option<&'static str>,
}

impl Told {
    /// The verb that is no deed of its own.
    fn no_deed(&self) -> Option<&'static str> {
        self.alone.filter(|verb| !CUES.deed.is(verb))
    }

    /// The stage that works are in.
    fn state(&self) -> Option<&'static str> {
        self.no_deed().filter(|verb| STATES.contains(verb)).or(self.nearly.then_some(NEARLY))
    }

    /// 存栏 or 出栏.
    fn herd(&self) -> Option<&'static str> {
        self.no_deed().filter(|verb| HERDS.contains(verb))
    }

    /// The stage that a thing named before is in, that it is finished, or that it is a herd.
    fn stage(&self) -> Option<&'static str> {
        self.state().or(self.no_deed().filter(|verb| *verb == "完成")).or(self.herd())
    }
}

impl<'a> Around<'a, '_> {
    /// Whether its share of the clause told what is counted. What is left in front may still say that it is made.
    pub(super) fn is_named(&mut self) -> bool {
        let named = self.piece.indicator.is_some();
        if named {
            self.piece.makes |= matter::verb_in_front(matter::strip_lead(self.left).0).is_some();
        }
        named
    }

    /// Names what is counted by the words that are left, and tells where they do not say it.
    pub(super) fn name(&mut self, bare: Option<&'a str>) {
        let seen = self.seen();
        let piece = &mut self.piece;
        piece.name(self.reader, seen, self.left, bare, self.q, self.follows);
        // `建设产业园1000亩，首期400亩`: which part it is, of what is told nowhere.
        let part = piece.indicator.as_deref().map(|name| name.strip_suffix("规模").unwrap_or(name));
        piece.adrift |= matches!(part, Some("首期" | "一期" | "二期" | "三期"));
        // `不高于基准利率加50个基点`: no rate, and no change of one.
        piece.adrift |= self.q.unit == "基点" && piece.binding.change.is_none();
    }

    /// Names what is counted where the words in front tell nothing but a stage or a deed.
    pub(super) fn stage(&mut self) {
        if self.another_stage() {
            return;
        }
        self.piece.follows |= self.told.nearly && self.reader.carry.unit == self.q.unit;
        if !(self.stage_behind_thing() || self.stage_before_thing()) {
            self.deed_itself();
        }
    }

    /// `开工率达到100%，9月底前完成80%`: another stage, no share of the first.
    fn another_stage(&mut self) -> bool {
        let of_state = |rate: &str| {
            STATES.iter().any(|state| *state != "完工" && *state != "竣工" && rate.ends_with(state))
        };
        let rate = self.piece.indicator.as_deref().and_then(|name| name.strip_suffix('率'));
        let another = self.told.finishes && self.piece.follows && rate.is_some_and(of_state);
        if another {
            self.piece.indicator = Some(Cow::Borrowed("完成"));
        }
        another
    }

    /// `老旧小区改造开工15个，竣工10个`, `加装电梯开工20部，完成10部`: the stage stands behind the thing.
    /// `生猪存栏5万头、出栏10万头`
    fn stage_behind_thing(&mut self) -> bool {
        let Some((same, stage)) = self.same().zip(self.told.stage()) else { return false };
        let stages = if self.told.herd().is_some() { &HERDS[..] } else { &STATES[..] };
        let thing = stages.iter().find_map(|word| same.strip_suffix(word));
        let Some(thing) = thing.filter(|thing| matter::has_chars(thing, 2)) else { return false };
        let stage = if stage == "完成" { "" } else { stage };
        self.piece.indicator = Some(Cow::Owned([thing, stage].concat()));
        true
    }

    /// `签约项目40个，开工30个、投产15个`: those of the same that have come so far.
    fn stage_before_thing(&mut self) -> bool {
        let Some((same, state)) = self.same().zip(self.told.state()) else { return false };
        let same = STATES.iter().find_map(|word| same.strip_prefix(word)).unwrap_or(same);
        self.piece.indicator = Some(Cow::Owned([state, same].concat()));
        true
    }

    /// `造林5万亩`: the deed alone is what is counted, unless the words before go on for the same unit.
    fn deed_itself(&mut self) {
        // `各村负责，每周清运2次`: nothing else names it.
        let unnamed = self.piece.indicator.is_none() && matches!(&*self.q.unit, "次" | "遍" | "轮");
        let counted = |verb: &&str| CUES.deed.is(verb) || unnamed && CUES.answered.is(verb);
        if let Some(verb) = self.told.alone.filter(counted) {
            self.piece.indicator = Some(Cow::Borrowed(verb));
            self.piece.borrowed = None;
            self.piece.follows = false;
        }
    }

    /// What was counted before, where the number goes on with it.
    fn same(&self) -> Option<&str> {
        self.reader.carry.indicator.as_deref().filter(|_| self.piece.follows)
    }
}
