//! The fields of every type of a record, in the order in which they are written.

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
            fn json(&self, out: &mut Vec<u8>) {
                let Self { $first $(, $field)* } = self;
                field!($first, out, "{\"", stringify!($first), "\":");
                $(field!($field, out, ",\"", stringify!($field), "\":");)*
                out.push(b'}');
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
            fn json(&self, out: &mut Vec<u8>) {
                let Self { start, end } = *self;
                number::write_span(out, start, end);
            }
        }
    )+};
}

places! { CharSpan ByteSpan }

impl Record<'_> {
    /// Appends the record with what is inherited from its assignments besides those it has.
    pub(super) fn json_with(&self, inherited: &[Inherited], out: &mut Vec<u8>) {
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
        field!(schema_version, out, "{\"schema_version\":");
        field!(doc_id, out, ",\"doc_id\":");
        field!(producer, out, ",\"producer\":");
        field!(source, out, ",\"source\":");
        field!(metadata, out, ",\"metadata\":");
        field!(sections, out, ",\"sections\":");
        field!(tasks, out, ",\"tasks\":");
        out.extend_from_slice(b",\"assignments\":");
        inherited::assignments(assignments, inherited, out);
        field!(targets, out, ",\"targets\":");
        field!(qualitative, out, ",\"qualitative\":");
        field!(tables, out, ",\"tables\":");
        field!(diagnostics, out, ",\"diagnostics\":");
        // Left out on request.
        if let Some(text) = text {
            field!(text, out, ",\"text\":");
        }
        out.push(b'}');
    }
}

/// What an assignment and those that inherit it have in common stands in two runs, on either side of its origin.
pub(super) struct Shared {
    /// From the role to `merged`.
    pub(super) duty: std::ops::Range<usize>,
    /// From the quote to the end.
    pub(super) place: std::ops::Range<usize>,
}

/// Writes an assignment whole, its organisation by `write_org`; says where in `out` its two runs stand.
pub(super) fn assignment(
    one: &Assignment<'_>,
    out: &mut Vec<u8>,
    write_org: impl FnOnce(&mut Vec<u8>),
) -> Shared {
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
    field!(id, out, "{\"id\":");
    field!(scope, out, ",\"scope\":");
    let duty = out.len();
    field!(role, out, ",\"role\":");
    out.extend_from_slice(b",\"org\":");
    write_org(out);
    field!(statement, out, ",\"statement\":");
    field!(open_ended, out, ",\"open_ended\":");
    field!(merged, out, ",\"merged\":");
    let duty = duty..out.len();
    field!(inherited, out, ",\"inherited\":");
    field!(inherited_from, out, ",\"inherited_from\":");
    let place = out.len();
    field!(quote, out, ",\"quote\":");
    field!(span, out, ",\"span\":");
    field!(source_span, out, ",\"source_span\":");
    field!(locator, out, ",\"locator\":");
    field!(rule, out, ",\"rule\":");
    out.push(b'}');
    Shared { duty, place: place..out.len() }
}
