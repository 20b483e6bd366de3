//! Assignments: many repeat another one word for word, and nearly all an organisation.

use super::fields::{Shared, assignment};
use super::{Json, field};
use crate::{Assignment, IdKind, Org};
use std::borrow::Cow;

/// Appends the list. What a task inherits is what its source was written with, under another identifier and scope: those
/// bytes are copied and not made again.
pub(super) fn assignments(list: &[Assignment<'_>], out: &mut Vec<u8>) {
    let mut sources: Vec<Shared> = Vec::with_capacity(list.iter().take_while(|one| !one.inherited).count());
    let mut orgs = Orgs { slots: [None; SLOTS] };
    out.push(b'[');
    for (index, one) in list.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let source = one
            .inherited_from
            .filter(|id| id.kind == IdKind::Assignment)
            .and_then(|id| Some((id.index(), sources.get(id.index())?)))
            .filter(|&(source, _)| repeats(one, &list[source]));
        if let Some((_, Shared { duty, place })) = source {
            field!(&one.id, out, "{\"id\":");
            field!(&one.scope, out, ",\"scope\":");
            out.extend_from_within(duty.clone());
            field!(&one.inherited, out, ",\"inherited\":");
            field!(&one.inherited_from, out, ",\"inherited_from\":");
            out.extend_from_within(place.clone());
            continue;
        }
        let shared = assignment(one, out, |out| orgs.write(list, index, out));
        // Sources stand in front of all that inherit, so that an index into the one list is one into the other.
        if sources.len() == index {
            sources.push(shared);
        }
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

/// Whether two assignments differ in nothing but identifier, scope and origin.
fn repeats(one: &Assignment<'_>, source: &Assignment<'_>) -> bool {
    one.role == source.role
        && one.statement == source.statement
        && one.open_ended == source.open_ended
        && one.merged == source.merged
        && one.span == source.span
        && one.source_span == source.source_span
        && one.locator == source.locator
        && same(&one.quote, &source.quote)
        && same(&one.rule, &source.rule)
        && same_org(&one.org, &source.org)
}

fn same_org(one: &Org<'_>, other: &Org<'_>) -> bool {
    let Org { surface, name, aliases, functions, kind, level } = one;
    let all = |one: &[Cow<'_, str>], other: &[Cow<'_, str>]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
    };
    *kind == other.kind
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
