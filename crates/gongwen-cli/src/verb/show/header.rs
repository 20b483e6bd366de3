//! The document's elements.

use crate::style::{Look, Style, wrap};
use gongwen::Record;
use gongwen_record::Disclosure;
use std::fmt::Write;

/// Columns of the names in front.
const NAMES: usize = 12;

pub(super) fn header(record: &Record<'_>, style: Style) -> String {
    let meta = &record.metadata;
    let mut out = String::new();
    for line in wrap(meta.title.as_deref().unwrap_or("(no title found)"), style.width) {
        let _ = writeln!(out, "{}", style.paint(Look::Heading, &line));
    }
    let mut field = |name: &str, value: &str| {
        if value.is_empty() {
            return;
        }
        for (i, line) in wrap(value, style.width - NAMES).iter().enumerate() {
            let name = format!("{:NAMES$}", if i == 0 { name } else { "" });
            let _ = writeln!(out, "{}{line}", style.paint(Look::Faint, &name));
        }
    };
    field("notice", meta.notice_title.as_deref().unwrap_or_default());
    field("number", meta.document_number.as_ref().map_or("", |number| &number.raw));
    field("issued by", &meta.issuing_authorities.join("、"));
    field("to", &meta.addressees.join("、"));
    field("issued", meta.date_of_issue.as_deref().unwrap_or_default());
    field("printed", meta.printing_date.as_deref().unwrap_or_default());
    field("copy to", &meta.copy_to.join("、"));
    field("disclosure", meta.disclosure.map_or("", disclosure));
    if let Some(period) = meta.period {
        field("period", &format!("{}–{}", period.start, period.end));
    }
    if let Some(division) = &meta.division {
        let above =
            division.prefecture.iter().chain([&division.province]).filter(|name| **name != division.name);
        let names: Vec<&str> = [&division.name].into_iter().chain(above).map(AsRef::as_ref).collect();
        field("division", &format!("{} ({})", names.join(" · "), division.code));
    }
    if !meta.references.is_empty() {
        field("cites", &format!("{} documents", meta.references.len()));
    }
    for (name, entries) in [("contact", &meta.contacts), ("website", &meta.website)] {
        for entry in entries {
            field(name, &format!("{} {}", entry.field, entry.value));
        }
    }
    let source = &record.source;
    let file = format!("{}, {}, {}, {} bytes", source.path, source.format, source.encoding, source.bytes);
    field("source", &file);
    field("id", &record.doc_id);
    let counts = gongwen::Counts::of(record);
    let found = format!(
        "{} sections, {} tasks, {} assignments, {} targets, {} warnings",
        counts.sections, counts.tasks, counts.assignments, counts.targets, counts.warnings
    );
    field("found", &found);
    out
}

fn disclosure(one: Disclosure) -> &'static str {
    match one {
        Disclosure::Public => "public",
        Disclosure::OnRequest => "on request",
        Disclosure::Restricted => "restricted",
    }
}
