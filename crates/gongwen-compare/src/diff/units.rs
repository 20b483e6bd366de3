//! Sections and tasks of two plans, pair by pair.

use super::Twins;
use super::duties::duties;
use super::words::{Words, characters, equal, sentences};
use crate::comparison::{COMPARISON_VERSION, Note};
use crate::documents::documents;
use crate::matrix::value;
use crate::{
    Alignment, DueDifference, DueSide, Pair, Place, Plan, PlanDifference, TargetDifference, TargetPair, Unit,
    UnitDifference,
};
use gongwen_record::{CharSpan, Due, Id, IdKind, Target};

/// What differs between two plans that were aligned.
pub(crate) fn plan_difference(
    twins_a: &Twins<'_>,
    twins_b: &Twins<'_>,
    alignment: &Alignment,
    notes: Vec<Note>,
) -> PlanDifference {
    let (a, b) = (&twins_a.plan, &twins_b.plan);
    let targets = unit_targets(a, b, &alignment.targets);
    let pairs =
        |pairs: &[Pair]| pairs.iter().map(|pair| unit_difference(twins_a, twins_b, pair, &targets)).collect();
    let only = |plan: &Plan<'_>, met: fn(&Pair) -> Id| {
        let alone = unmet(plan, alignment.tasks.iter().map(met));
        alone.into_iter().map(|id| unit(plan, id)).collect()
    };
    // Named together: two plans of one division need names that differ.
    let mut names = names(a, b).into_iter();
    let (Some(first), Some(second)) = (names.next(), names.next()) else {
        unreachable!("two plans have two names")
    };
    PlanDifference {
        schema_version: COMPARISON_VERSION.into(),
        producer: crate::compare::producer(),
        a: first,
        b: second,
        relation: alignment.relation,
        notes,
        sections: pairs(&alignment.sections),
        tasks: pairs(&alignment.tasks),
        only_a: only(a, |pair| pair.a),
        only_b: only(b, |pair| pair.b),
        targets,
    }
}

/// Tasks that take part and meet none.
pub(crate) fn unmet(plan: &Plan<'_>, met: impl Iterator<Item = Id>) -> Vec<Id> {
    let mut found = vec![false; plan.tasks.len()];
    for id in met.filter(|id| id.kind == IdKind::Task) {
        if let Some(found) = found.get_mut(id.index()) {
            *found = true;
        }
    }
    let alone = plan.tasks.iter().zip(found).filter(|(unit, found)| unit.own && !found);
    alone.map(|(unit, _)| unit.task.id).collect()
}

/// Targets that meet, then those that stand alone.
pub(crate) fn unit_targets(a: &Plan<'_>, b: &Plan<'_>, pairs: &[TargetPair]) -> Vec<TargetDifference> {
    let label = |target: &Target<'_>| target.indicator.as_deref().unwrap_or(&target.quote).to_owned();
    let mut met = vec![false; b.targets.len()];
    let mut out = Vec::new();
    for unit in a.targets.iter().filter(|unit| unit.own) {
        let pair = pairs.iter().find(|pair| pair.a == unit.target.id);
        let other = pair.and_then(|pair| b.targets.get(pair.b.index()));
        if let Some(other) = other {
            met[other.target.id.index()] = true;
        }
        out.push(TargetDifference {
            pair: pair.filter(|_| other.is_some()).cloned(),
            label: label(unit.target),
            a: Some(value(a, unit.target)),
            b: other.map(|other| value(b, other.target)),
        });
    }
    for (at, unit) in b.targets.iter().enumerate().filter(|(_, unit)| unit.own) {
        if !met[at] {
            let b = Some(value(b, unit.target));
            out.push(TargetDifference { pair: None, label: label(unit.target), a: None, b });
        }
    }
    out
}

/// What differs between two sections or two tasks that meet.
pub(crate) fn unit_difference(
    twins_a: &Twins<'_>,
    twins_b: &Twins<'_>,
    pair: &Pair,
    targets: &[TargetDifference],
) -> UnitDifference {
    let (a, b) = (&twins_a.plan, &twins_b.plan);
    let (unit_a, unit_b) = (unit(a, pair.a), unit(b, pair.b));
    let words = |plan: &Plan<'_>, unit: &Unit| begin(plan, unit);
    let found = sentences(
        Words { text: &unit_a.text, at: words(a, &unit_a) },
        Words { text: &unit_b.text, at: words(b, &unit_b) },
    );
    let title = match (unit_a.title.as_deref(), unit_b.title.as_deref()) {
        (a, b) if a == b => Vec::new(),
        (a, b) => characters(a.unwrap_or_default(), b.unwrap_or_default()),
    };
    let inside = |plan: &Plan<'_>, place: &Place, id: Id| {
        let target = plan.targets.get(place.id.index());
        target.is_some_and(|unit| {
            unit.target.scope == Some(id) || unit.task == Some(id.index()) && id.kind == IdKind::Task
        })
    };
    let targets = targets.iter().enumerate().filter(|(_, target)| match (&target.a, &target.b) {
        (Some(left), Some(right)) => inside(a, &left.place, pair.a) && inside(b, &right.place, pair.b),
        (Some(left), None) => inside(a, &left.place, pair.a),
        (None, Some(right)) => inside(b, &right.place, pair.b),
        (None, None) => false,
    });
    UnitDifference {
        targets: targets.map(|(at, _)| at as u32).collect(),
        duties: duties((twins_a, pair.a), (twins_b, pair.b)),
        due: due(twins_a, twins_b, pair),
        equal: equal(&found),
        sentences: found,
        title,
        unit_a,
        unit_b,
        pair: pair.clone(),
    }
}

/// A section or task with its words.
pub(crate) fn unit(plan: &Plan<'_>, id: Id) -> Unit {
    let doc_id = plan.record.doc_id.to_string();
    let task = (id.kind == IdKind::Task).then(|| plan.tasks.get(id.index())).flatten();
    let section = (id.kind == IdKind::Section).then(|| plan.sections.get(id.index())).flatten();
    let (label, title, text, span) = match (task, section) {
        (Some(unit), _) => {
            (unit.task.label.as_deref(), unit.task.title.as_deref(), &*unit.task.text, unit.task.span)
        }
        (None, Some(unit)) => {
            (unit.section.label.as_deref(), unit.section.title.as_deref(), unit.words, unit.section.span)
        }
        (None, None) => (None, None, "", CharSpan::default()),
    };
    Unit {
        place: Place { doc_id, id, span },
        label: label.map(str::to_owned),
        title: title.map(str::to_owned),
        text: text.to_owned(),
    }
}

/// The code point at which a unit's words begin; `None` when the record has no text or prints them otherwise.
fn begin(plan: &Plan<'_>, unit: &Unit) -> Option<u32> {
    let whole = plan.words(unit.place.span);
    let at = whole.find(&unit.text)?;
    (!whole.is_empty()).then(|| unit.place.span.start + whole[..at].chars().count() as u32)
}

fn due(a: &Twins<'_>, b: &Twins<'_>, pair: &Pair) -> Option<DueDifference> {
    let side = |twins: &Twins<'_>, id: Id| {
        // A section has no due date of its own.
        let scopes = if id.kind == IdKind::Task { twins.scopes(id) } else { Vec::new() };
        let mut dues =
            scopes.into_iter().filter_map(|id| twins.plan.tasks.get(id.index())?.task.due.as_ref());
        dues.next().map(|due: &Due<'_>| DueSide {
            raw: due.raw.to_string(),
            by: due.by.as_deref().map(str::to_owned),
            every: due.every.as_deref().map(str::to_owned),
        })
    };
    let (a, b) = (side(a, pair.a), side(b, pair.b));
    let same = match (&a, &b) {
        (Some(a), Some(b)) if a.by.is_none() && a.every.is_none() => a.raw == b.raw,
        (Some(a), Some(b)) => (&a.by, &a.every) == (&b.by, &b.every),
        _ => false,
    };
    (a.is_some() || b.is_some()).then_some(DueDifference { same, a, b })
}

fn names(a: &Plan<'_>, b: &Plan<'_>) -> Vec<crate::Document> {
    documents(&[a, b])
}
