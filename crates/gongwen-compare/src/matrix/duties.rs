//! Which function answers for which topic.

use crate::Plan;
use crate::comparison::{DutyCell, DutyPlace, DutyRow, Place};
use gongwen_record::{Assignment, Id, IdKind, Role};
use std::collections::BTreeMap;

/// Code for an organisation whose function is not known.
const UNKNOWN: &str = "unknown";
/// Code for a scope whose topic is not known.
const OTHER: &str = "other";

/// Function × topic → roles, per document, in alphabetical order of the codes. Counts what a plan states where it is stated,
/// in its body and in its annex tables (many plans name the units there only); inherited duties are left out.
pub(crate) fn duties(plans: &[Plan<'_>]) -> Vec<DutyRow> {
    let mut rows: BTreeMap<(String, String), BTreeMap<usize, DutyCell>> = BTreeMap::new();
    for (doc, plan) in plans.iter().enumerate() {
        for duty in &plan.record.assignments {
            if duty.inherited {
                continue;
            }
            let topic = topic(plan, duty.scope);
            for function in functions(duty) {
                let row = rows.entry((function.to_owned(), topic.to_owned())).or_default();
                let cell = row.entry(doc).or_insert_with(|| DutyCell {
                    doc_id: plan.record.doc_id.to_string(),
                    role: duty.role,
                    lead: 0,
                    responsible: 0,
                    support: 0,
                    places: Vec::new(),
                });
                add(cell, plan, duty);
            }
        }
    }
    rows.into_iter()
        .map(|((function, topic), cells)| DutyRow { function, topic, cells: cells.into_values().collect() })
        .collect()
}

fn add(cell: &mut DutyCell, plan: &Plan<'_>, duty: &Assignment<'_>) {
    *match duty.role {
        Role::Lead => &mut cell.lead,
        Role::Responsible => &mut cell.responsible,
        Role::Support => &mut cell.support,
    } += 1;
    if strength(duty.role) < strength(cell.role) {
        cell.role = duty.role;
    }
    cell.places.push(DutyPlace {
        place: Place { doc_id: plan.record.doc_id.to_string(), id: duty.id, span: duty.span },
        role: duty.role,
        surface: duty.org.surface.to_string(),
    });
}

/// Order of roles: 牵头 before 负责 before 配合.
pub(crate) fn strength(role: Role) -> u8 {
    match role {
        Role::Lead => 0,
        Role::Responsible => 1,
        Role::Support => 2,
    }
}

/// Function codes of a duty's organisation; `unknown` when none is known.
pub(crate) fn functions<'d>(duty: &'d Assignment<'_>) -> impl Iterator<Item = &'d str> {
    let known = duty.org.functions.iter().map(|code| &**code);
    known.chain(duty.org.functions.is_empty().then_some(UNKNOWN))
}

fn topic<'p>(plan: &'p Plan<'_>, scope: Option<Id>) -> &'p str {
    let Some(scope) = scope else { return OTHER };
    let first = match scope.kind {
        IdKind::Task => {
            plan.tasks.get(scope.index()).and_then(|unit| unit.task.topics.first()).map(|code| &**code)
        }
        IdKind::Section => plan.sections.get(scope.index()).and_then(|unit| unit.topics.first()).copied(),
        _ => None,
    };
    first.unwrap_or(OTHER)
}
