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
    // First told, then cloned: the list grows once.
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (task, &home) in homes.iter().enumerate() {
        let mut next = nearest[home].and_then(|section| first_of[section]);
        while let Some(source) = next {
            if own_roles[task] & (1 << stated[source].role as u8) == 0 {
                found.push((task, source));
            }
            next = next_of[source];
        }
    }
    stated.reserve_exact(found.len());
    for (task, source) in found {
        let source = &stated[source];
        let inherited = Assignment {
            id: Id::at(IdKind::Assignment, stated.len()),
            scope: Some(Id::at(IdKind::Task, task)),
            inherited: true,
            inherited_from: Some(source.id),
            ..source.clone()
        };
        stated.push(inherited);
    }
    stated
}
