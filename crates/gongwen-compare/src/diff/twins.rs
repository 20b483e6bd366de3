//! Tasks that a plan's annex repeats: what their rows add belongs to them.

use crate::{Plan, Strength, annex};
use gongwen_record::{Id, IdKind};
use std::collections::BTreeMap;

/// A plan with the rows of its annex table that repeat tasks of its body. Many plans say what to do in the body and who does
/// it by when in the table only: read without the table such a task would seem to have nobody.
#[derive(Debug)]
pub(crate) struct Twins<'r> {
    pub(crate) plan: Plan<'r>,
    rows: BTreeMap<Id, Vec<Id>>,
}

impl<'r> Twins<'r> {
    pub(crate) fn new(plan: Plan<'r>) -> Self {
        let mut rows: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for pair in annex(&plan).map(|annex| annex.tasks).unwrap_or_default() {
            if pair.strength == Strength::Same {
                rows.entry(pair.a).or_default().push(pair.b);
            }
        }
        Self { plan, rows }
    }

    /// The unit itself and, of a section, the tasks below it, then the rows that repeat them: one plan names its units at the
    /// heading, another at each task, a third in its table only.
    pub(crate) fn scopes(&self, id: Id) -> Vec<Id> {
        let mut scopes = vec![id];
        if id.kind == IdKind::Section
            && let Some(section) = self.plan.sections.get(id.index())
        {
            scopes.extend(section.tasks.iter().map(|task| self.plan.tasks[*task].task.id));
        }
        let rows: Vec<Id> = scopes.iter().filter_map(|id| self.rows.get(id)).flatten().copied().collect();
        scopes.extend(rows);
        scopes
    }
}
