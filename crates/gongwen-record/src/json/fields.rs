//! The fields of every type of a record, in the order in which they are written.

use super::{Json, inherited};
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
                out.extend_from_slice(concat!("{\"", stringify!($first), "\":").as_bytes());
                $first.json(out);
                $(
                    out.extend_from_slice(concat!(",\"", stringify!($field), "\":").as_bytes());
                    $field.json(out);
                )*
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
    CharSpan { start, end }
    ByteSpan { start, end }
    Locator { page, sheet, paragraph, table, row, column }
}

impl Json for Record<'_> {
    fn json(&self, out: &mut Vec<u8>) {
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
        out.extend_from_slice(b"{\"schema_version\":");
        schema_version.json(out);
        out.extend_from_slice(b",\"doc_id\":");
        doc_id.json(out);
        out.extend_from_slice(b",\"producer\":");
        producer.json(out);
        out.extend_from_slice(b",\"source\":");
        source.json(out);
        out.extend_from_slice(b",\"metadata\":");
        metadata.json(out);
        out.extend_from_slice(b",\"sections\":");
        sections.json(out);
        out.extend_from_slice(b",\"tasks\":");
        tasks.json(out);
        out.extend_from_slice(b",\"assignments\":");
        inherited::assignments(assignments, out);
        out.extend_from_slice(b",\"targets\":");
        targets.json(out);
        out.extend_from_slice(b",\"qualitative\":");
        qualitative.json(out);
        out.extend_from_slice(b",\"tables\":");
        tables.json(out);
        out.extend_from_slice(b",\"diagnostics\":");
        diagnostics.json(out);
        // Left out on request.
        if let Some(text) = text {
            out.extend_from_slice(b",\"text\":");
            text.json(out);
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
    out.extend_from_slice(b"{\"id\":");
    id.json(out);
    out.extend_from_slice(b",\"scope\":");
    scope.json(out);
    let duty = out.len();
    out.extend_from_slice(b",\"role\":");
    role.json(out);
    out.extend_from_slice(b",\"org\":");
    write_org(out);
    out.extend_from_slice(b",\"statement\":");
    statement.json(out);
    out.extend_from_slice(b",\"open_ended\":");
    open_ended.json(out);
    out.extend_from_slice(b",\"merged\":");
    merged.json(out);
    let duty = duty..out.len();
    out.extend_from_slice(b",\"inherited\":");
    inherited.json(out);
    out.extend_from_slice(b",\"inherited_from\":");
    inherited_from.json(out);
    let place = out.len();
    out.extend_from_slice(b",\"quote\":");
    quote.json(out);
    out.extend_from_slice(b",\"span\":");
    span.json(out);
    out.extend_from_slice(b",\"source_span\":");
    source_span.json(out);
    out.extend_from_slice(b",\"locator\":");
    locator.json(out);
    out.extend_from_slice(b",\"rule\":");
    rule.json(out);
    out.push(b'}');
    Shared { duty, place: place..out.len() }
}
