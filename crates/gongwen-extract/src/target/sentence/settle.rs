//! What becomes of one number whose words are read: thrown out, left unread, or a target with what carries over to it.
//!
//! Asked in this order: `excluded` says which exclusion the sentence or the clause names, `commits` whether anything makes the
//! number a commitment. Of one that does, `kind` says what kind of quantity it is, `frequency` how often, `bound` how it binds, `group` over
//! whom it is spread; here it is put together, and what the next number takes over from it is kept.

mod bound;
mod commits;
mod excluded;
mod frequency;
mod group;
mod kind;

pub(super) use excluded::begins_with_whom;

use super::Reader;
use super::funds::raises_funds;
use super::number::Number;
use super::often::per_few_hours;
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::Quantity;
use crate::target::{RawTarget, share};
use crate::{Measure, Modality};
use gongwen_text::Span;

impl<'a> Reader<'a, '_> {
    /// Adds the target, and hands on what the next one takes over from it.
    pub(super) fn emit(&mut self, mut n: Number<'_, 'a>, out: &mut Vec<RawTarget<'a>>) {
        let aimed = n.listed && CUES.aim.within(n.piece.left.of_text(self.text));
        let kind = self.kind(&n, aimed);
        let hours = per_few_hours(self.text, n.piece.left);
        let frequency = self.frequency(&n, kind, hours.map(|(often, _)| often), out);
        self.bind(&mut n, frequency, hours.is_some_and(|(_, least)| least));
        let deadline = self.by_when(&n);
        let group = self.group(&n, out);
        let span = self.quote(&n);
        let part_of = self.carry.whole.filter(|_| n.part);
        self.hand_on(&n, kind, out.len());
        let Number { clause, piece, q, read, .. } = n;
        let aim = clause.aim && !raises_funds(clause, read.right, self.text, q) || aimed;
        out.push(RawTarget {
            span,
            indicator: read.indicator,
            group,
            comparator: measure::comparator(q, &read.binding),
            value: q.value,
            value_max: q.value_max,
            unit: q.unit.clone(),
            measure: kind,
            frequency: frequency.unwrap_or("once"),
            deadline,
            baseline: read.baseline,
            modality: if aim { Modality::Aim } else { Modality::Firm },
            part_of,
            rule: piece.rule.unwrap_or(rule_of(kind, q, &read.binding)),
        });
    }

    /// The year by which: its own, the one told before it or that of the task.
    fn by_when(&mut self, n: &Number<'_, 'a>) -> Option<i16> {
        let own = n.piece.deadline.or(n.read.time.and_then(|t| t.deadline));
        if let Some(year) = own {
            self.carry.tell(year);
        }
        if n.read.by_then {
            self.carry.deadline = own;
        }
        own.or(self.carry.deadline).or(self.context.due)
    }

    /// Keeps what the next number may take over; `at` is where the target will stand in the paragraph's list.
    fn hand_on(&mut self, n: &Number<'_, 'a>, kind: Measure, at: usize) {
        if !n.part {
            self.carry.whole = Some(at - self.base);
        }
        self.carry.part = n.part;
        self.carry.kind = Some(kind);
        self.carry.indicator.clone_from(&n.read.indicator);
        self.carry.unit.clone_from(&n.q.unit);
        self.carry.parted = false;
    }

    /// The words that a reader needs to check the target.
    fn quote(&self, n: &Number<'_, 'a>) -> Span {
        let share::Part { quote_from, quote_to, .. } = *n.piece;
        let from = match (self.carry.time_only, n.read.borrowed) {
            _ if n.listed => quote_from,
            (Some((start, _)), _) => start,
            (None, Some(before)) => before.from(),
            (None, None) => n.clause.span.from(),
        };
        let quote = self.text[from..quote_to.max(n.q.end)]
            .trim_matches([' ', '\u{3000}', '，', ',', '、', '；', ';', '：', ':', '—']);
        let quote = quote.trim_start_matches('/');
        let bare = quote
            .strip_prefix(['和', '及', '与'])
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        Span::of(bare.unwrap_or(quote), self.text)
    }
}

/// The public id of the plain forms.
fn rule_of(kind: Measure, q: &Quantity<'_>, binding: &Binding) -> &'static str {
    match kind {
        Measure::Increase => "target.increase",
        Measure::Decrease => "target.decrease",
        Measure::Level if CUES.duration_unit.is(&q.unit) => "target.limit",
        Measure::Level => "target.reach",
        Measure::Count if binding.comparator.is_some() || q.bound.is_some() => "target.at-least",
        Measure::Count => "target.count",
    }
}
