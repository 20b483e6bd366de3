//! The words round one number: what binds it, what is counted, over whom.
//!
//! Owns what is known of a number ([`Piece`]) and in which order the words round it are asked ([`Piece::read`]): by when (`phrase`
//! where a time phrase parts them, `when` else), what binds from farther off and what stands between (`bound`), what is to be done
//! within a time (`limit`), what binds right in front and the verb there (`verb`), and, where only that is told, how far the same
//! things have come (`stage`). Each takes its words from those that are left (`around`). Does not own what the words that are left
//! name, which is [`Piece::name`].

mod around;
mod bound;
mod limit;
mod phrase;
mod sized;
mod stage;
mod verb;
mod when;

use super::{Clause, Reader};
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::Quantity;
use crate::target::time::Time;
use crate::target::{group, share};
use crate::{Baseline, Measure};
use around::Around;
use gongwen_lexicon::ends_with_any;
use gongwen_text::Span;
use std::borrow::Cow;

/// One quantity with the words that belong to it.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools)] // independent findings about one clause
pub(super) struct Piece<'a> {
    /// The words behind the number.
    pub(super) right: &'a str,
    /// What binds it.
    pub(super) binding: Binding,
    /// What is counted.
    pub(super) indicator: Option<Cow<'a, str>>,
    /// Over whom, or which of them.
    pub(super) group: Option<Cow<'a, str>>,
    /// When, as the clause tells it between its words.
    pub(super) time: Option<Time>,
    /// The clause tells a time.
    pub(super) own_time: bool,
    /// The time stands in front of what is to be done by then: it carries on inside the sentence.
    pub(super) by_then: bool,
    /// A lead-in such as 实现 or 推动 stands before the matter.
    pub(super) led: bool,
    /// What is counted is made or done.
    pub(super) makes: bool,
    /// The verb that makes it stands right in front of the number.
    pub(super) verb_before: bool,
    /// The indicator stands before the number, not behind it.
    pub(super) in_front: bool,
    /// Nothing is named: what was counted before goes on.
    pub(super) follows: bool,
    /// The group is whom it is done for (`为每个村配备…`): the next clause does not speak of it.
    pub(super) served: bool,
    /// A time of the past stands inside the clause.
    pub(super) past: bool,
    /// The clause before, when the indicator stands there.
    pub(super) borrowed: Option<Span>,
    /// What it is measured by.
    pub(super) baseline: Option<Baseline>,
    /// What binds it speaks of size (`不小于`), not of an amount (`不少于`).
    pub(super) sized: bool,
    /// What the number is of is told nowhere.
    pub(super) adrift: bool,
    /// The change stands before what changes, and may go on (`压减会议10%、文件15%`).
    pub(super) leads: bool,
    /// 至少 stands before the verb and binds all that it governs (`至少储备灭火机15台、工具200把`).
    pub(super) governs: bool,
    /// What is counted shall all be done, or by a time told behind it (`现有路灯1200盏全部更换`).
    pub(super) promised: bool,
    /// What the number is a share of (`不低于交流总数的20%`).
    pub(super) share_of: Option<&'a str>,
}

/// Ends of the names of sizes.
const SIZES: [&str; 9] = ["距离", "距", "度", "径", "宽", "高", "深", "厚", "建筑面积"];

impl<'a> Piece<'a> {
    /// Reads the words round a number: each step takes its own from them, and three may name what is counted for good.
    pub(super) fn read(
        reader: &Reader<'a, '_>,
        clause: &Clause,
        part: &share::Part<'a>,
        q: &Quantity<'a>,
        follows: bool,
    ) -> Self {
        let mut around = Around::new(reader, clause, part, q, follows);
        if around.grows_by() {
            return around.piece;
        }
        around.by_when();
        around.share_of();
        around.over_each();
        if around.so_many_at_most() {
            return around.piece;
        }
        around.at_least();
        around.per_whom();
        around.of_kind();
        if around.done_within() {
            return around.piece;
        }
        around.binding();
        let bare = around.noun_behind();
        around.verb_in_front(bare);
        around.verb_behind_object(bare);
        around.least();
        if !around.is_named() {
            around.name(bare);
            around.stage();
        }
        around.piece
    }

    /// What kind of target a number is, by what was found round it.
    pub(super) fn kind(&self, q: &Quantity<'_>) -> Option<Measure> {
        let indicator = self.indicator.as_deref().unwrap_or_default();
        let per_head = self.group.as_deref().is_some_and(group::is_per_head);
        if per_head && self.binding.change.is_none() {
            return Some(Measure::Level);
        }
        // `材料由5份减至2份`
        let from_to = self.baseline.as_ref().is_some_and(|b| b.value.is_some());
        if from_to && self.binding.reaches && self.binding.change.is_none() && !self.makes {
            return Some(Measure::Level);
        }
        // `精简材料至3份`
        if self.leads && self.binding.reaches && self.binding.change.is_none() {
            return Some(Measure::Level);
        }
        // `距离不小于30米`, `新建公厕建筑面积不小于60平方米`: how large each is.
        if self.sized && CUES.size_unit.is(&q.unit) && ends_with_any(indicator, &SIZES) {
            return Some(Measure::Level);
        }
        measure::measure(q, &self.binding, indicator, self.makes)
    }
}
