//! Assignments that a task has from the sections above it (guide, 4).

use crate::{Assignment, Id, IdKind};

/// The stated assignments, and behind them what each task inherits.
///
/// A task inherits from the nearest section above it (its own leaf section first) that states any assignment,
/// and of those only the roles that the task does not state itself: what is said nearer to the task stands for
/// what is said further away. Sections further up are not asked: their statement is about the whole.
///
/// `parents[s]` is the section above section `s` and smaller than it; `homes[t]` the section of task `t`.
pub(super) fn with_inherited<'a>(
    mut stated: Vec<Assignment<'a>>,
    parents: &[Option<usize>],
    homes: &[usize],
) -> Vec<Assignment<'a>> {
    let mut by_section = vec![Vec::new(); parents.len()];
    let mut own_roles = vec![0u8; homes.len()];
    for (index, one) in stated.iter().enumerate() {
        match one.scope {
            Some(id) if id.kind == IdKind::Section => by_section[id.index()].push(index),
            Some(id) => own_roles[id.index()] |= 1 << one.role as u8,
            None => {}
        }
    }
    // A parent stands before its children, so one pass finds the nearest stating section of all.
    let mut nearest: Vec<Option<usize>> = Vec::with_capacity(parents.len());
    for (section, parent) in parents.iter().enumerate() {
        let above = parent.and_then(|parent| nearest[parent]);
        nearest.push(if by_section[section].is_empty() { above } else { Some(section) });
    }
    let mut next = stated.len();
    for (task, &home) in homes.iter().enumerate() {
        let Some(section) = nearest[home] else { continue };
        for &source in &by_section[section] {
            let source = &stated[source];
            if own_roles[task] & (1 << source.role as u8) != 0 {
                continue;
            }
            let inherited = Assignment {
                id: Id::at(IdKind::Assignment, next),
                scope: Some(Id::at(IdKind::Task, task)),
                inherited: true,
                inherited_from: Some(source.id),
                ..source.clone()
            };
            stated.push(inherited);
            next += 1;
        }
    }
    stated
}
