//! Who answers in two units, function by function: 县教体局 meets 区教育局 as education, and does sports alone.

use super::Twins;
use crate::matrix::strength;
use crate::{DutyChange, DutyDifference, DutySide, Place};
use gongwen_record::{Assignment, Id, OrgKind};
use std::collections::BTreeMap;

/// Function (or the name as printed), and whether a class of organisations is meant.
type Key = (String, bool);

/// Duties of two units of two plans: those that stand in both first by role, then those that one has.
pub(super) fn duties(a: (&Twins<'_>, Id), b: (&Twins<'_>, Id)) -> Vec<DutyDifference> {
    let (mut left, mut right) = (sides(a.0, a.1), sides(b.0, b.1));
    let keys: Vec<Key> = left.keys().chain(right.keys()).cloned().collect();
    let mut out = Vec::new();
    for key in keys {
        let (a, b) = (left.remove(&key), right.remove(&key));
        let change = match (&a, &b) {
            (Some(a), Some(b)) if a.role == b.role => DutyChange::Same,
            (Some(_), Some(_)) => DutyChange::Role,
            (Some(_), None) => DutyChange::OnlyA,
            (None, Some(_)) => DutyChange::OnlyB,
            (None, None) => continue,
        };
        out.push(DutyDifference { function: key.0, collective: key.1, change, a, b });
    }
    let role = |side: &Option<DutySide>| side.as_ref().map_or(u8::MAX, |side| strength(side.role));
    out.sort_by_key(|duty| (role(&duty.a).min(role(&duty.b)), duty.change));
    out
}

/// The strongest duty of each function in a unit, or in the row of the annex that repeats it.
fn sides(twins: &Twins<'_>, unit: Id) -> BTreeMap<Key, DutySide> {
    let mut out: BTreeMap<Key, DutySide> = BTreeMap::new();
    let plan = &twins.plan;
    let scopes = twins.scopes(unit);
    for duty in
        plan.record.assignments.iter().filter(|duty| duty.scope.is_some_and(|scope| scopes.contains(&scope)))
    {
        for function in named(duty) {
            let key = (function, duty.org.kind == OrgKind::Collective);
            let side = DutySide {
                role: duty.role,
                surface: duty.org.surface.to_string(),
                place: Place { doc_id: plan.record.doc_id.to_string(), id: duty.id, span: duty.span },
                inherited: duty.inherited,
            };
            let weaker = out.get(&key).is_none_or(|known| strength(side.role) < strength(known.role));
            if weaker {
                out.insert(key, side);
            }
        }
    }
    out
}

fn named(duty: &Assignment<'_>) -> Vec<String> {
    if duty.org.functions.is_empty() {
        return vec![duty.org.surface.to_string()];
    }
    duty.org.functions.iter().map(ToString::to_string).collect()
}
