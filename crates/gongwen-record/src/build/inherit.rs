//! Assignments that a task has from the sections above it (guide, 4).

use crate::{Assignment, Id, IdKind};

/// Which stated assignment a task has from above; both by index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inherited {
    pub(crate) task: usize,
    pub(crate) source: usize,
}

/// What each task inherits, in the order of tasks.
///
/// A task inherits from the nearest section above it (its own leaf section first) that states any assignment,
/// and of those only the roles that the task does not state itself: what is said nearer to the task stands for
/// what is said further away. Sections further up are not asked: their statement is about the whole.
///
/// `parents[s]` is the section above section `s` and smaller than it; `homes[t]` the section of task `t`.
pub(super) fn inherited(
    stated: &[Assignment<'_>],
    parents: &[Option<usize>],
    homes: &[usize],
) -> Vec<Inherited> {
    // The statements of each section hang together: the first of a section, and the next one behind each.
    let mut first_of: Vec<Option<usize>> = vec![None; parents.len()];
    let mut next_of: Vec<Option<usize>> = vec![None; stated.len()];
    let mut own_roles = vec![0u8; homes.len()];
    for (index, one) in stated.iter().enumerate().rev() {
        match one.scope {
            Some(id) if id.kind == IdKind::Section => {
                next_of[index] = first_of[id.index()].replace(index);
            }
            Some(id) => own_roles[id.index()] |= 1 << one.role as u8,
            None => {}
        }
    }
    // A parent stands before its children, so one pass finds the nearest stating section of all.
    let mut nearest: Vec<Option<usize>> = Vec::with_capacity(parents.len());
    for (section, parent) in parents.iter().enumerate() {
        let above = parent.and_then(|parent| nearest[parent]);
        nearest.push(if first_of[section].is_none() { above } else { Some(section) });
    }
    let mut found = Vec::new();
    for (task, &home) in homes.iter().enumerate() {
        let mut next = nearest[home].and_then(|section| first_of[section]);
        while let Some(source) = next {
            if own_roles[task] & (1 << stated[source].role as u8) == 0 {
                found.push(Inherited { task, source });
            }
            next = next_of[source];
        }
    }
    found
}

/// Puts what is inherited behind what is stated.
pub(crate) fn append(assignments: &mut Vec<Assignment<'_>>, inherited: &[Inherited]) {
    assignments.reserve_exact(inherited.len());
    for &Inherited { task, source } in inherited {
        let source = &assignments[source];
        let one = Assignment {
            id: Id::at(IdKind::Assignment, assignments.len()),
            scope: Some(Id::at(IdKind::Task, task)),
            inherited: true,
            inherited_from: Some(source.id),
            ..source.clone()
        };
        assignments.push(one);
    }
}
