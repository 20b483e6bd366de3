//! Assignments: many are another one under another identifier, and nearly all repeat an organisation.

use super::fields::{Shared, assignment};
use super::{Json, field};
use crate::build::Inherited;
use crate::{Assignment, Id, IdKind, Org};
use std::borrow::Cow;

/// Appends the list, and behind it what is inherited from it: what its source was written with, under another identifier and
/// scope. Those bytes are copied and not made again.
pub(super) fn assignments(list: &[Assignment<'_>], inherited: &[Inherited], out: &mut Vec<u8>) {
    let mut written: Vec<Shared> = Vec::with_capacity(list.len());
    let mut orgs = Orgs { slots: [None; SLOTS] };
    out.push(b'[');
    for (index, one) in list.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        written.push(assignment(one, out, |out| orgs.write(list, index, out)));
    }
    for (index, &Inherited { task, source }) in inherited.iter().enumerate() {
        let Shared { duty, place } = &written[source];
        field!(&Id::at(IdKind::Assignment, list.len() + index), out, ",{\"id\":");
        field!(&Id::at(IdKind::Task, task), out, ",\"scope\":");
        out.extend_from_within(duty.clone());
        field!(&list[source].id, out, ",\"inherited\":true,\"inherited_from\":");
        out.extend_from_within(place.clone());
    }
    out.push(b']');
}

/// How many organisations are remembered. A plan names some dozens, the same ones again and again.
const SLOTS: usize = 64;

/// Where organisations that were written last stand, by what their printed names begin with: the index of the assignment
/// and its run in the output.
struct Orgs {
    slots: [Option<(usize, usize, usize)>; SLOTS],
}

impl Orgs {
    /// Appends the organisation of `list[index]`; copies it where one that is the same throughout stands already.
    fn write(&mut self, list: &[Assignment<'_>], index: usize, out: &mut Vec<u8>) {
        let org = &list[index].org;
        let name = org.surface.as_bytes();
        let first = name.first_chunk::<8>().map_or(0, |eight| u64::from_le_bytes(*eight));
        let hash = (first ^ name.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let slot = &mut self.slots[(hash >> 58) as usize % SLOTS];
        match *slot {
            Some((known, start, end)) if same_org(&list[known].org, org) => {
                out.extend_from_within(start..end);
            }
            _ => {
                let start = out.len();
                org.json(out);
                *slot = Some((index, start, out.len()));
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
