//! What stands round one number while its words are taken, step by step.
//!
//! Owns what the steps of [`Piece::read`](super::Piece::read) share: the words that none of them has taken yet and what they found
//! in them. Does not own any rule.

use super::Piece;
use super::stage::Told;
use crate::Measure;
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::Quantity;
use crate::target::sentence::{Clause, Reader};
use crate::target::share;
use crate::wordlist::Seen;
use gongwen_lexicon::ends_with_any;

/// One number, the words on either side of it that no step has taken, and what was found so far.
pub(super) struct Around<'a, 'r> {
    /// The sentence, and what the clauses before hand on.
    pub(super) reader: &'r Reader<'a, 'r>,
    /// The clause that the number stands in.
    pub(super) clause: &'r Clause,
    /// The number's share of the clause.
    pub(super) part: &'r share::Part<'a>,
    /// The number.
    pub(super) q: &'r Quantity<'a>,
    /// A number before it in the clause was read as a target.
    pub(super) follows: bool,
    /// What is left of the words in front of the number: each step takes its own from them.
    pub(super) left: &'a str,
    /// The same behind the number.
    pub(super) right: &'a str,
    /// 至少 stands in front of a time phrase, and binds what the number says else.
    pub(super) least: bool,
    /// What the words in front tell of a stage of works.
    pub(super) told: Told,
    /// What was found.
    pub(super) piece: Piece<'a>,
}

impl<'a, 'r> Around<'a, 'r> {
    /// All words of a number, and what its share of the clause tells before any of them is looked at.
    pub(super) fn new(
        reader: &'r Reader<'a, 'r>,
        clause: &'r Clause,
        part: &'r share::Part<'a>,
        q: &'r Quantity<'a>,
        follows: bool,
    ) -> Self {
        let (left, right) = (part.left.of_text(reader.text), part.right.of_text(reader.text));
        let before = reader.text[..q.start].trim_end();
        let piece = Piece {
            right,
            binding: Binding { comparator: part.bound, ..Binding::default() },
            indicator: part.indicator.clone(),
            group: part.group.clone(),
            own_time: clause.timed || part.frequency.is_some(),
            led: CUES.lead.within(&reader.text[clause.span.from()..clause.body]),
            makes: follows && goes_on_making(reader, clause, left, q),
            baseline: part.baseline.clone(),
            sized: before.ends_with(['小', '大', '低', '高', '于'])
                && ends_with_any(before, &["小于", "大于", "低于", "高于"]),
            adrift: part.rule == Some(share::UNTOLD),
            ..Piece::default()
        };
        let told = Told::default();
        Around { reader, clause, part, q, follows, left, right, least: false, told, piece }
    }

    /// The characters of the clause.
    pub(super) fn seen(&self) -> &'r Seen {
        &self.clause.seen
    }
}

/// Whether a number goes on with what the one before it in the clause makes: the number of `新建120座、改建30座`.
fn goes_on_making(reader: &Reader<'_, '_>, clause: &Clause, left: &str, q: &Quantity<'_>) -> bool {
    // `新建120座、累计达到460座`: a sum is reached, not made.
    !clause.seen.any(left, &["累计达", "总数达", "总量达"])
        && reader.carry.kind == Some(Measure::Count)
        && !measure::is_rate_unit(&q.unit)
        // `接待游客900万人次、旅游总收入达到70亿元`
        && !measure::reaches_level(left)
}
