//! Numbers that have the names, or the groups, that the sentence told before: `三项指标分别达到96%、95%和60%`.
//!
//! Asked in this order: nothing is named and the order of those before holds, groups alone are told before, a rate of the deeds
//! before, one general name for all of them.

use crate::target::quantity::Quantity;
use crate::target::sentence::{Clause, Reader};
use crate::target::{RawTarget, measure, share};
use std::borrow::Cow;

/// The rule of numbers told apart by 分别.
const RESPECTIVELY: &str = "target.respectively";

impl<'a> Reader<'a, '_> {
    /// `游客达600万人次，总消费突破60亿元，年均增速分别保持在10%、12%`, `三项指标分别达到96%、95%和60%`: one name for as many
    /// numbers as the sentence has told before.
    pub(in crate::target::sentence) fn share_names(
        &self,
        clause: &Clause,
        quantities: &[Quantity<'a>],
        pieces: &mut [share::Part<'a>],
        out: &[RawTarget<'a>],
    ) {
        let counted = usize::from(self.counts_them(quantities, pieces));
        let pieces = &mut pieces[counted..];
        let told = self.named_before(quantities, pieces, out);
        if self.order_holds(clause, pieces, told) {
            let first = self.first + self.base == out.len();
            take_names(pieces, told, first);
            return;
        }
        let joint = pieces.first().and_then(|part| part.indicator.clone());
        let alike = pieces.iter().all(|p| p.rule == Some(RESPECTIVELY) && p.indicator == joint);
        if alike && take_groups(pieces, told) {
            return;
        }
        if let Some(joint) = joint
            && alike
            && pieces.len() > 1
            && told.len() == pieces.len()
        {
            match joint.strip_suffix('率') {
                Some(deed) => name_rates(pieces, told, deed),
                None => name_jointly(pieces, told, &joint),
            }
        }
    }

    /// `上述三项指标分别达到…`: how many they are is none of the numbers.
    fn counts_them(&self, quantities: &[Quantity<'a>], pieces: &[share::Part<'a>]) -> bool {
        let [first, _, _, ..] = pieces else { return false };
        let q = &quantities[first.quantity];
        q.han && self.text[q.end..].starts_with("指标")
    }

    /// The targets that the sentence told before, or the last ones of the text where the units are the same in their order:
    /// `到2026年，床位38张，占比65%，护理员260人。到2028年，分别达到42张、70%和320人`.
    fn named_before<'t>(
        &self,
        quantities: &[Quantity<'a>],
        pieces: &[share::Part<'a>],
        out: &'t [RawTarget<'a>],
    ) -> &'t [RawTarget<'a>] {
        let told = &out[self.base + self.first..];
        let from = out[self.base..].len().checked_sub(pieces.len());
        let Some(from) = from.filter(|_| told.is_empty() && pieces.len() > 2) else { return told };
        let last = &out[self.base + from..];
        let same = last.iter().zip(pieces).all(|(t, piece)| t.unit == quantities[piece.quantity].unit);
        if same { last } else { told }
    }

    /// `2023年A55万亩、B40万亩；2024年分别达到60万亩、45万亩`: nothing is named, so the last as many are meant.
    /// `A、B分别达到3元、2元，增长8%、9%`: the order of the clause before holds.
    fn order_holds(&self, clause: &Clause, pieces: &[share::Part<'a>], told: &[RawTarget<'a>]) -> bool {
        let Some(from) = told.len().checked_sub(pieces.len()).filter(|_| pieces.len() > 1) else {
            return false;
        };
        let ordered = || told[from..].iter().all(|t| t.rule == RESPECTIVELY);
        (ordered() || clause.seen.holds(clause.span.of_text(self.text), "分别"))
            && pieces.iter().all(|part| self.is_nameless(part))
    }

    /// Whether nothing names a number but what binds it: `指标分别达到60万亩`, `较2016年分别增长35%、10%`.
    fn is_nameless(&self, part: &share::Part<'_>) -> bool {
        let left = part.left.of_text(self.text).trim_start_matches(['、', '和']);
        let left = left.strip_prefix("指标分别").unwrap_or(left);
        let compared = |name: &str| name.starts_with(['较', '比']) && name.ends_with('年');
        part.indicator.as_deref().map_or(measure::binding(left).start == 0, compared)
    }
}

/// The last of the targets before, as many as there are pieces.
fn last_of<'t, 'a>(told: &'t [RawTarget<'a>], pieces: &[share::Part<'a>]) -> &'t [RawTarget<'a>] {
    &told[told.len().saturating_sub(pieces.len())..]
}

/// Gives the names of those before, and their groups too where the sentence has no targets yet (`first`).
fn take_names<'a>(pieces: &mut [share::Part<'a>], told: &[RawTarget<'a>], first: bool) {
    let told = last_of(told, pieces);
    for (part, before) in pieces.iter_mut().zip(told) {
        part.indicator.clone_from(&before.indicator);
        if first {
            part.group = part.group.take().or_else(|| before.group.clone());
        }
    }
}

/// `用房面积小学、初中分别达到4、5平方米；场馆面积分别达到7、10平方米`: the order of the groups holds.
fn take_groups<'a>(pieces: &mut [share::Part<'a>], told: &[RawTarget<'a>]) -> bool {
    let told = last_of(told, pieces);
    let grouped = |t: &RawTarget<'_>| t.rule == RESPECTIVELY && t.group.is_some();
    let holds = pieces.len() == told.len() && told.iter().all(grouped);
    if holds {
        for (part, before) in pieces.iter_mut().zip(told) {
            part.group = part.group.take().or_else(|| before.group.clone());
        }
    }
    holds
}

/// `干线绿化62公里、乡道绿化110公里，绿化率分别达到95%和85%`
fn name_rates<'a>(pieces: &mut [share::Part<'a>], told: &[RawTarget<'a>], deed: &str) {
    let of = |t: &RawTarget<'_>| t.indicator.as_deref().is_some_and(|name| name.ends_with(deed));
    if told.iter().all(of) {
        for (part, before) in pieces.iter_mut().zip(told) {
            let name = before.indicator.as_deref().unwrap_or_default();
            part.indicator = Some(Cow::Owned(format!("{name}率")));
        }
    }
}

/// `三项指标分别达到…`, `年均增速分别保持在10%、12%`: one general name for what was told before.
fn name_jointly<'a>(pieces: &mut [share::Part<'a>], told: &[RawTarget<'a>], joint: &str) {
    let same = joint.ends_with("指标");
    if !same && !joint.starts_with("年均") {
        return;
    }
    for (part, before) in pieces.iter_mut().zip(told) {
        let Some(name) = &before.indicator else { continue };
        part.indicator = Some(if same { name.clone() } else { Cow::Owned(format!("{name}{joint}")) });
    }
}
