//! A comparison as CSV tables (RFC 4180, UTF-8): names of columns in the first line, one record a line.
//!
//! Numbers stand as plain numbers, what is missing stays empty. Words from documents that a spreadsheet would take for a
//! formula get an apostrophe in front. A source is `doc_id id start-end`: code points of the record's text.

use crate::comparison::{
    Cascade, Comparison, Coverage, CoverageCell, Document, DocumentPair, DutyCell, Family, Indicator, Place,
    Value,
};
use crate::report::names::code;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// `targets.csv`: a row an indicator, four columns a document (value, comparator, deadline, source). Values in one row may be
/// compared; rows of one family count the same thing but may not, for the reasons in `apart`.
///
/// # Errors
/// What the writer reports.
pub fn targets(comparison: &Comparison, out: impl Write) -> io::Result<()> {
    let mut table = Table::new(out);
    let mut head: Vec<String> =
        ["indicator", "family", "label", "group", "unit", "measure", "frequency", "documents", "apart"]
            .map(str::to_owned)
            .to_vec();
    for document in &comparison.documents {
        let name = &document.name;
        head.extend([
            name.clone(),
            format!("{name} comparator"),
            format!("{name} deadline"),
            format!("{name} source"),
        ]);
    }
    table.words(&head)?;
    for family in &comparison.targets {
        for indicator in &family.indicators {
            table.words(&target_row(&comparison.documents, family, indicator))?;
        }
    }
    table.end()
}

fn target_row(documents: &[Document], family: &Family, indicator: &Indicator) -> Vec<String> {
    let mut apart: Vec<String> = family.apart.iter().map(code).collect();
    if family.several {
        apart.push("several_of_one_document".into());
    }
    let mut row = vec![
        indicator.id.clone(),
        family.id.clone(),
        indicator.label.clone(),
        indicator.group.clone().unwrap_or_default(),
        indicator.unit.clone(),
        code(&indicator.measure),
        indicator.frequency.clone(),
        indicator.values.len().to_string(),
        if family.indicators.len() > 1 { apart.join(";") } else { String::new() },
    ];
    let values: BTreeMap<&str, &Value> =
        indicator.values.iter().map(|value| (value.place.doc_id.as_str(), value)).collect();
    for document in documents {
        match values.get(document.doc_id.as_str()) {
            Some(value) => row.extend([
                number(value),
                code(&value.comparator),
                value.deadline.map(|year| year.to_string()).unwrap_or_default(),
                source(&value.place),
            ]),
            None => row.extend(std::array::from_fn::<String, 4, _>(|_| String::new())),
        }
    }
    row
}

/// `1500`, `14.5`, and `1–2` for a range: with a dash that no spreadsheet takes for a date.
fn number(value: &Value) -> String {
    match value.value_max {
        Some(max) => format!("{}–{max}", value.value),
        None => value.value.to_string(),
    }
}

fn source(place: &Place) -> String {
    format!("{} {} {}-{}", place.doc_id, place.id, place.span.start, place.span.end)
}

/// `duties.csv`: a row a function and topic, three columns a document (role, statements, sources).
///
/// # Errors
/// What the writer reports.
pub fn duties(comparison: &Comparison, out: impl Write) -> io::Result<()> {
    let mut table = Table::new(out);
    let mut head: Vec<String> = ["function", "topic", "documents"].map(str::to_owned).to_vec();
    for Document { name, .. } in &comparison.documents {
        head.extend([name.clone(), format!("{name} statements"), format!("{name} source")]);
    }
    table.words(&head)?;
    for row in &comparison.duties {
        let mut words = vec![row.function.clone(), row.topic.clone(), row.cells.len().to_string()];
        let cells: BTreeMap<&str, &DutyCell> =
            row.cells.iter().map(|cell| (cell.doc_id.as_str(), cell)).collect();
        for document in &comparison.documents {
            match cells.get(document.doc_id.as_str()) {
                Some(cell) => words.extend([
                    code(&cell.role),
                    statements(cell),
                    cell.places.iter().map(|duty| source(&duty.place)).collect::<Vec<_>>().join("; "),
                ]),
                None => words.extend([String::new(), String::new(), String::new()]),
            }
        }
        table.words(&words)?;
    }
    table.end()
}

fn statements(cell: &DutyCell) -> String {
    let counts = [("lead", cell.lead), ("responsible", cell.responsible), ("support", cell.support)];
    let said = counts.iter().filter(|(_, count)| *count > 0).map(|(role, count)| format!("{role} {count}"));
    said.collect::<Vec<_>>().join("; ")
}

/// `coverage.csv`: a row a topic, four columns a document (state, tasks, characters, sources).
///
/// # Errors
/// What the writer reports.
pub fn coverage(comparison: &Comparison, out: impl Write) -> io::Result<()> {
    let mut table = Table::new(out);
    let mut head: Vec<String> = ["topic", "median_characters"].map(str::to_owned).to_vec();
    for Document { name, .. } in &comparison.documents {
        head.extend([
            name.clone(),
            format!("{name} units"),
            format!("{name} characters"),
            format!("{name} source"),
        ]);
    }
    table.words(&head)?;
    for row in &comparison.coverage {
        let median = row.median_characters.map(|count| count.to_string()).unwrap_or_default();
        let mut words = vec![row.topic.clone(), median];
        for cell in &row.cells {
            words.extend(coverage_cell(cell));
        }
        table.words(&words)?;
    }
    table.end()
}

/// What is missing has no count and no characters: it is missing, not zero.
fn coverage_cell(cell: &CoverageCell) -> [String; 4] {
    if matches!(cell.state, Coverage::Missing | Coverage::Unknown) {
        return [code(&cell.state), String::new(), String::new(), String::new()];
    }
    let places: Vec<String> = cell.places.iter().map(source).collect();
    [code(&cell.state), (cell.main + cell.side).to_string(), cell.characters.to_string(), places.join("; ")]
}

/// `reuse.csv`: share of a document (`section` empty) or of one section found in another document.
///
/// # Errors
/// What the writer reports.
pub fn reuse(comparison: &Comparison, out: impl Write) -> io::Result<()> {
    let mut table = Table::new(out);
    let names: BTreeMap<&str, &str> = names(comparison);
    table.words(&[
        "doc_id",
        "name",
        "section",
        "level",
        "span",
        "other_doc_id",
        "other_name",
        "characters",
        "reused",
        "share",
        "longest",
        "longest_span",
        "longest_other_span",
    ])?;
    for pair in &comparison.reuse.pairs {
        let ends = |from: &str| (from.to_owned(), names.get(from).copied().unwrap_or_default().to_owned());
        let ((doc, name), (other, other_name)) = (ends(&pair.doc_id), ends(&pair.other_id));
        let longest = pair.longest.as_ref();
        let span = |span: gongwen_record::CharSpan| format!("{}-{}", span.start, span.end);
        table.words(&[
            doc.clone(),
            name.clone(),
            String::new(),
            String::new(),
            String::new(),
            other.clone(),
            other_name.clone(),
            pair.characters.to_string(),
            pair.reused.to_string(),
            pair.share.to_string(),
            longest.map(|passage| passage.characters.to_string()).unwrap_or_default(),
            longest.map(|passage| span(passage.span)).unwrap_or_default(),
            longest.map(|passage| span(passage.other_span)).unwrap_or_default(),
        ])?;
        for section in &pair.sections {
            table.words(&[
                doc.clone(),
                name.clone(),
                section.id.to_string(),
                section.level.to_string(),
                span(section.span),
                other.clone(),
                other_name.clone(),
                section.characters.to_string(),
                section.reused.to_string(),
                section.share.to_string(),
                String::new(),
                String::new(),
                String::new(),
            ])?;
        }
    }
    table.end()
}

fn names(comparison: &Comparison) -> BTreeMap<&str, &str> {
    comparison.documents.iter().map(|document| (document.doc_id.as_str(), document.name.as_str())).collect()
}

/// `cascade.csv`: what became of each target of a cited plan, and what was added.
///
/// # Errors
/// What the writer reports.
pub fn cascade(comparison: &Comparison, out: impl Write) -> io::Result<()> {
    let mut table = Table::new(out);
    let names = names(comparison);
    let name = |doc: &str| names.get(doc).copied().unwrap_or_default().to_owned();
    table.words(&[
        "parent",
        "parent_name",
        "child",
        "child_name",
        "lineage",
        "cited_span",
        "change",
        "because",
        "parent_value",
        "parent_comparator",
        "parent_unit",
        "parent_deadline",
        "parent_quote",
        "parent_source",
        "child_value",
        "child_comparator",
        "child_unit",
        "child_deadline",
        "child_quote",
        "child_source",
    ])?;
    for found in &comparison.cascade {
        let Cascade { parent, child, lineage, cited, targets } = found;
        for target in targets {
            let mut because: Vec<String> = target.differs.iter().map(code).collect();
            if target.totals {
                because.push("totals_of_different_areas".into());
            }
            let mut row = vec![
                parent.clone(),
                name(parent),
                child.clone(),
                name(child),
                code(lineage),
                format!("{}-{}", cited.start, cited.end),
                code(&target.change),
                because.join(";"),
            ];
            row.extend(value_columns(target.parent.as_ref()));
            row.extend(value_columns(target.child.as_ref()));
            table.words(&row)?;
        }
    }
    table.end()
}

fn value_columns(value: Option<&Value>) -> [String; 6] {
    let Some(value) = value else { return std::array::from_fn(|_| String::new()) };
    [
        number(value),
        code(&value.comparator),
        value.unit.clone(),
        value.deadline.map(|year| year.to_string()).unwrap_or_default(),
        value.quote.clone(),
        source(&value.place),
    ]
}

/// `alignment.jsonl`: a line a pair of sections, tasks or targets, with score and reason.
///
/// # Errors
/// What the writer reports.
pub fn alignment(pairs: &[DocumentPair], mut out: impl Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Line<'l, T> {
        a_doc: &'l str,
        b_doc: &'l str,
        kind: &'static str,
        #[serde(flatten)]
        pair: &'l T,
    }
    fn lines<T: Serialize>(
        out: &mut impl Write,
        docs: &DocumentPair,
        kind: &'static str,
        pairs: &[T],
    ) -> io::Result<()> {
        for pair in pairs {
            serde_json::to_writer(&mut *out, &Line { a_doc: &docs.a, b_doc: &docs.b, kind, pair })?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
    for docs in pairs {
        lines(&mut out, docs, "section", &docs.sections)?;
        lines(&mut out, docs, "task", &docs.tasks)?;
        lines(&mut out, docs, "target", &docs.targets)?;
    }
    out.flush()
}

struct Table<W: Write> {
    writer: ::csv::Writer<W>,
}

impl<W: Write> Table<W> {
    fn new(out: W) -> Self {
        Self { writer: ::csv::Writer::from_writer(out) }
    }

    fn words(&mut self, words: &[impl AsRef<str>]) -> io::Result<()> {
        let safe = words.iter().map(|word| harmless(word.as_ref()));
        self.writer.write_record(safe.collect::<Vec<_>>()).map_err(io::Error::from)
    }

    fn end(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Words that a spreadsheet would run as a formula, with an apostrophe in front. Numbers stay what they are.
fn harmless(word: &str) -> String {
    let suspect = word.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if suspect && word.parse::<f64>().is_err() { format!("'{word}") } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expect: &str) {
        let mut out = Vec::new();
        let mut table = Table::new(&mut out);
        table.words(&[word, "x"]).unwrap();
        table.end().unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), format!("{expect},x\n"));
    }

    #[test]
    fn no_word_is_a_formula() {
        check("平罗县", "平罗县");
        check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
        check("+1+1", "'+1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("-0.5", "-0.5");
        check("a,\"b\"\nc", "\"a,\"\"b\"\"\nc\"");
        check("\t=1", "'\t=1");
    }
}
