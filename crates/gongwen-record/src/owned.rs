//! From a record that borrows its document to one that stands alone.

use crate::{
    Assignment, Baseline, Diagnostic, Division, DocumentNumber, Due, Entry, Metadata, Org, Producer,
    Qualitative, Record, Reference, Section, Source, Table, TableCell, Target, Task,
};
use std::borrow::Cow;
use std::sync::Arc;

/// The same value without a borrow.
trait Owned {
    type Free;
    fn owned(self) -> Self::Free;
}

impl Owned for Cow<'_, str> {
    type Free = Cow<'static, str>;
    fn owned(self) -> Self::Free {
        Cow::Owned(self.into_owned())
    }
}

impl<T: Owned> Owned for Option<T> {
    type Free = Option<T::Free>;
    fn owned(self) -> Self::Free {
        self.map(Owned::owned)
    }
}

impl<T: Owned + Clone> Owned for Arc<T> {
    type Free = Arc<T::Free>;
    fn owned(self) -> Self::Free {
        Arc::new(Arc::unwrap_or_clone(self).owned())
    }
}

impl<T: Owned> Owned for Vec<T> {
    type Free = Vec<T::Free>;
    fn owned(self) -> Self::Free {
        self.into_iter().map(Owned::owned).collect()
    }
}

/// The fields of each type: those that borrow, then those that are copied. A field that is left out does not compile.
macro_rules! owned {
    ($($name:ident { $($borrowing:ident),+ ; $($copied:ident),* })+) => {$(
        impl Owned for $name<'_> {
            type Free = $name<'static>;
            fn owned(self) -> Self::Free {
                $name { $($borrowing: self.$borrowing.owned(),)+ $($copied: self.$copied,)* }
            }
        }
    )+};
}

owned! {
    Record {
        schema_version, doc_id, producer, source, metadata, sections, tasks, assignments, targets, qualitative, tables,
        diagnostics, text;
    }
    Producer { name, version, rules; }
    Source { path, format, encoding, sha256; bytes, pages }
    Metadata {
        title, notice_title, document_number, issuing_authorities, addressees, date_of_issue, printing_date, copy_to,
        division, references, contacts, website;
        disclosure, period
    }
    DocumentNumber { raw, agency_code; year, serial, span }
    Division { code, name, prefecture, province; level }
    Reference { title, document_number; span }
    Entry { field, value; span }
    Section { label, title, path; id, parent, level, kind, span, body, source_span, locator }
    Task { label, title, text, due, topics; id, section, origin, row, span, source_span, locator }
    Due { raw, by, every; }
    Assignment {
        org, quote, rule;
        id, scope, role, statement, open_ended, merged, inherited, inherited_from, span, source_span, locator
    }
    Org { surface, name, aliases, functions, level; kind }
    Target {
        quote, indicator, group, unit, frequency, baseline, rule;
        id, scope, comparator, value, value_max, measure, deadline, modality, part_of, span, source_span, locator
    }
    Baseline { text; year, value }
    Qualitative { quote; id, scope, span }
    Table { caption, header, rows; id, section }
    TableCell { text; rowspan, colspan, span }
    Diagnostic { code, message, hint; severity, span }
}

impl Record<'_> {
    /// The same record, independent of the document that it was built from. Copies every text.
    pub fn into_owned(self) -> Record<'static> {
        self.owned()
    }
}
