//! Assignments: many are another one under another identifier, and nearly all repeat an organisation.

use super::fields::{Shared, assignment};
use super::page::Page;
use super::{Json, field};
use crate::build::Inherited;
use crate::{Assignment, Id, IdKind, Org};
use std::borrow::Cow;
use std::ops::Range;

/// Puts the list, and behind it what is inherited from it: what its source was written with, under another identifier and
/// scope. Those bytes are copied and not made again.
pub(super) fn assignments(
    list: &[Assignment<'_>],
    inherited: &[Inherited],
    page: &mut Page<'_>,
    at: usize,
) -> usize {
    let mut written: Vec<Shared> = Vec::with_capacity(list.len());
    let mut orgs = Orgs { slots: [const { None }; SLOTS] };
    let mut at = page.put(at, b"[");
    for (index, one) in list.iter().enumerate() {
        if index > 0 {
            at = page.put(at, b",");
        }
        let shared;
        (at, shared) = assignment(one, page, at, |page, at| orgs.put(list, index, page, at));
        written.push(shared);
    }
    for (index, &Inherited { task, source }) in inherited.iter().enumerate() {
        let Shared { duty, place } = &written[source];
        at = field!(&Id::at(IdKind::Assignment, list.len() + index), page, at, ",{\"id\":");
        at = field!(&Id::at(IdKind::Task, task), page, at, ",\"scope\":");
        at = page.again(at, duty.clone());
        at = field!(&list[source].id, page, at, ",\"inherited\":true,\"inherited_from\":");
        at = page.again(at, place.clone());
    }
    page.put(at, b"]")
}

/// How many organisations are remembered. A plan names some dozens, the same ones again and again.
const SLOTS: usize = 64;

/// Where organisations that were written last stand, by what their printed names begin with: the index of the assignment
/// and its run in the output.
struct Orgs {
    slots: [Option<(usize, Range<usize>)>; SLOTS],
}

impl Orgs {
    /// Puts the organisation of `list[index]`; copies it where one that is the same throughout stands already.
    fn put(&mut self, list: &[Assignment<'_>], index: usize, page: &mut Page<'_>, at: usize) -> usize {
        let org = &list[index].org;
        let name = org.surface.as_bytes();
        let first = name.first_chunk::<8>().map_or(0, |eight| u64::from_le_bytes(*eight));
        let hash = (first ^ name.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let slot = &mut self.slots[(hash >> 58) as usize % SLOTS];
        match slot {
            Some((known, written)) if same_org(&list[*known].org, org) => page.again(at, written.clone()),
            _ => {
                let start = page.position(at);
                let at = org.json(page, at);
                *slot = Some((index, start..page.position(at)));
                at
            }
        }
    }
}

fn same_org(one: &Org<'_>, other: &Org<'_>) -> bool {
    let Org { surface, name, aliases, functions, kind, level } = one;
    let all = |one: &[Cow<'_, str>], other: &[Cow<'_, str>]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
    };
    std::ptr::eq(one, other)
        || *kind == other.kind
            && same(surface, &other.surface)
            && same(name, &other.name)
            && all(aliases, &other.aliases)
            && all(functions, &other.functions)
            && match (level, &other.level) {
                (Some(one), Some(other)) => same(one, other),
                (None, None) => true,
                _ => false,
            }
}

/// Whether two texts are equal; most are the same slice of the document.
#[inline]
fn same(one: &str, other: &str) -> bool {
    std::ptr::eq(one, other) || one == other
}
