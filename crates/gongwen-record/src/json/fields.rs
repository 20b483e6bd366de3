//! The fields of every type of a record, in the order in which they are written.

use super::page::Page;
use super::{Json, field, inherited, number};
use crate::build::Inherited;
use crate::{
    Assignment, Baseline, ByteSpan, CharSpan, Diagnostic, Division, DocumentNumber, Due, Entry, Locator,
    Metadata, Org, Period, Producer, Qualitative, Record, Reference, Section, Source, Table, TableCell,
    Target, Task,
};

/// The fields of each type. A field that is left out does not compile.
macro_rules! objects {
    ($($name:ident $(<$life:lifetime>)? { $first:ident $(, $field:ident)* })+) => {$(
        impl Json for $name $(<$life>)? {
            #[inline]
            fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
                let Self { $first $(, $field)* } = self;
                let at = field!($first, page, at, "{\"", stringify!($first), "\":");
                $(let at = field!($field, page, at, ",\"", stringify!($field), "\":");)*
                page.put(at, b"}")
            }
        }
    )+};
}

objects! {
    Producer<'_> { name, version, rules }
    Source<'_> { path, format, encoding, bytes, sha256, pages }
    Metadata<'_> {
        title, notice_title, document_number, issuing_authorities, addressees, date_of_issue, printing_date, copy_to,
        disclosure, period, division, references, contacts, website
    }
    DocumentNumber<'_> { raw, agency_code, year, serial, span }
    Period { start, end }
    Division<'_> { code, name, prefecture, province, level }
    Reference<'_> { title, document_number, span }
    Entry<'_> { field, value, span }
    Section<'_> { id, parent, level, label, title, kind, path, span, body, source_span, locator }
    Task<'_> { id, section, label, title, origin, row, text, due, topics, span, source_span, locator }
    Due<'_> { raw, by, every }
    Org<'_> { surface, name, aliases, functions, kind, level }
    Target<'_> {
        id, scope, quote, indicator, group, comparator, value, value_max, unit, measure, frequency, deadline, baseline,
        modality, part_of, span, source_span, locator, rule
    }
    Baseline<'_> { year, value, text }
    Qualitative<'_> { id, scope, quote, span }
    Table<'_> { id, section, caption, header, rows }
    TableCell<'_> { text, rowspan, colspan, span }
    Diagnostic<'_> { code, severity, message, span, hint }
    Locator { page, sheet, paragraph, table, row, column }
}

/// Places stand in every object.
macro_rules! places {
    ($($name:ident)+) => {$(
        impl Json for $name {
            #[inline]
            fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
                let Self { start, end } = *self;
                number::put_span(page, at, start, end)
            }
        }
    )+};
}

places! { CharSpan ByteSpan }

impl Record<'_> {
    /// Puts the record with what is inherited from its assignments besides those it has.
    pub(super) fn json_with(&self, inherited: &[Inherited], page: &mut Page<'_>, at: usize) -> usize {
        let Self {
            schema_version,
            doc_id,
            producer,
            source,
            metadata,
            sections,
            tasks,
            assignments,
            targets,
            qualitative,
            tables,
            diagnostics,
            text,
        } = self;
        let at = field!(schema_version, page, at, "{\"schema_version\":");
        let at = field!(doc_id, page, at, ",\"doc_id\":");
        let at = field!(producer, page, at, ",\"producer\":");
        let at = field!(source, page, at, ",\"source\":");
        let at = field!(metadata, page, at, ",\"metadata\":");
        let at = field!(sections, page, at, ",\"sections\":");
        let at = field!(tasks, page, at, ",\"tasks\":");
        let at = page.put(at, b",\"assignments\":");
        let at = inherited::assignments(assignments, inherited, page, at);
        let at = field!(targets, page, at, ",\"targets\":");
        let at = field!(qualitative, page, at, ",\"qualitative\":");
        let at = field!(tables, page, at, ",\"tables\":");
        let at = field!(diagnostics, page, at, ",\"diagnostics\":");
        // Left out on request.
        let at = match text {
            Some(text) => field!(text, page, at, ",\"text\":"),
            None => at,
        };
        page.put(at, b"}")
    }
}

/// What an assignment and those that inherit it have in common stands in two runs, on either side of its origin.
pub(super) struct Shared {
    /// From the role to `merged`.
    pub(super) duty: std::ops::Range<usize>,
    /// From the quote to the end.
    pub(super) place: std::ops::Range<usize>,
}

/// Puts an assignment whole, its organisation by `put_org`; says where it ends, and where in the output its two runs stand.
pub(super) fn assignment(
    one: &Assignment<'_>,
    page: &mut Page<'_>,
    at: usize,
    put_org: impl FnOnce(&mut Page<'_>, usize) -> usize,
) -> (usize, Shared) {
    let Assignment {
        id,
        scope,
        role,
        org: _,
        statement,
        open_ended,
        merged,
        inherited,
        inherited_from,
        quote,
        span,
        source_span,
        locator,
        rule,
    } = one;
    let at = field!(id, page, at, "{\"id\":");
    let at = field!(scope, page, at, ",\"scope\":");
    let duty = page.position(at);
    let at = field!(role, page, at, ",\"role\":");
    let at = page.put(at, b",\"org\":");
    let at = put_org(page, at);
    let at = field!(statement, page, at, ",\"statement\":");
    let at = field!(open_ended, page, at, ",\"open_ended\":");
    let at = field!(merged, page, at, ",\"merged\":");
    let duty = duty..page.position(at);
    let at = field!(inherited, page, at, ",\"inherited\":");
    let at = field!(inherited_from, page, at, ",\"inherited_from\":");
    let place = page.position(at);
    let at = field!(quote, page, at, ",\"quote\":");
    let at = field!(span, page, at, ",\"span\":");
    let at = field!(source_span, page, at, ",\"source_span\":");
    let at = field!(locator, page, at, ",\"locator\":");
    let at = field!(rule, page, at, ",\"rule\":");
    let at = page.put(at, b"}");
    (at, Shared { duty, place: place..page.position(at) })
}
