//! Whether a record can be relied on: it came from a file that anybody may have edited.

use super::CompareError;
use gongwen_record::{Id, IdKind, Record, SCHEMA_VERSION};

/// Whether a record is of this contract and its identifiers name what they should: each its own place in its list, each
/// reference something that is there.
///
/// # Errors
/// - [`CompareError::OtherContract`] for a record of another major version;
/// - [`CompareError::Unsound`] for an identifier out of place.
pub fn check_record(record: &Record<'_>) -> Result<(), CompareError> {
    let path = || record.source.path.to_string();
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    if major(&record.schema_version) != major(SCHEMA_VERSION) {
        return Err(CompareError::OtherContract { path: path(), version: record.schema_version.to_string() });
    }
    match stray(record) {
        Some(id) => Err(CompareError::Unsound { path: path(), id: id.to_string() }),
        None => Ok(()),
    }
}

/// The first identifier that is out of place.
fn stray(record: &Record<'_>) -> Option<Id> {
    let Record { sections, tasks, assignments, targets, .. } = record;
    let own = [
        (IdKind::Section, sections.iter().map(|one| one.id).collect::<Vec<_>>()),
        (IdKind::Task, tasks.iter().map(|one| one.id).collect()),
        (IdKind::Assignment, assignments.iter().map(|one| one.id).collect()),
        (IdKind::Target, targets.iter().map(|one| one.id).collect()),
    ];
    for (kind, ids) in own {
        let out_of_place = ids.iter().enumerate().find(|(at, id)| **id != Id::at(kind, *at));
        if let Some((_, id)) = out_of_place {
            return Some(*id);
        }
    }
    let there = |id: &Id| match id.kind {
        IdKind::Section => id.index() < sections.len(),
        IdKind::Task => id.index() < tasks.len(),
        IdKind::Assignment => id.index() < assignments.len(),
        IdKind::Target => id.index() < targets.len(),
        IdKind::Qualitative | IdKind::Table => true,
    };
    let parents = sections.iter().filter_map(|one| one.parent);
    let homes = tasks.iter().map(|one| one.section);
    let duties = assignments.iter().flat_map(|one| [one.scope, one.inherited_from]).flatten();
    let aims = targets.iter().flat_map(|one| [one.scope, one.part_of]).flatten();
    let misnamed = sections.iter().filter_map(|one| one.parent).find(|id| id.kind != IdKind::Section);
    let homeless = tasks.iter().map(|one| one.section).find(|id| id.kind != IdKind::Section);
    misnamed.or(homeless).or_else(|| parents.chain(homes).chain(duties).chain(aims).find(|id| !there(id)))
}
