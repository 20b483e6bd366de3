//! What every part of the page needs: the documents by name and number, and where their words can be linked to.

use super::write::Html;
use crate::comparison::{Comparison, Document, Place, Value};
use crate::report::Lang;
use gongwen_record::{CharSpan, Comparator, Id, IdKind, Modality, Record};
use std::collections::{BTreeMap, BTreeSet};

/// Code points of all texts together up to which the page holds them whole: about ten megabytes.
const WHOLE_TEXTS: usize = 3_300_000;

/// A comparison on its way to a page.
pub(super) struct Page<'c> {
    pub(super) comparison: &'c Comparison,
    pub(super) lang: Lang,
    /// Records in the order of the documents; `None` for one that the caller left out.
    pub(super) records: Vec<Option<&'c Record<'c>>>,
    /// Whether the page holds a document's whole text, or only the words of its targets.
    pub(super) whole: Vec<bool>,
    number: BTreeMap<&'c str, usize>,
    /// Passages that are linked to: document and where it stands.
    pub(super) passages: BTreeSet<(usize, CharSpan)>,
}

impl<'c> Page<'c> {
    pub(super) fn new(comparison: &'c Comparison, records: &'c [Record<'_>], lang: Lang) -> Self {
        let mut by_id: BTreeMap<&str, &'c Record<'c>> = BTreeMap::new();
        for record in records {
            by_id.entry(&record.doc_id).or_insert(record);
        }
        let documents = &comparison.documents;
        let records: Vec<_> = documents.iter().map(|doc| by_id.get(doc.doc_id.as_str()).copied()).collect();
        let all: usize = documents.iter().filter_map(|doc| doc.characters).map(|count| count as usize).sum();
        let whole = records
            .iter()
            .map(|record| all <= WHOLE_TEXTS && record.is_some_and(|record| record.text.is_some()));
        let number = documents.iter().enumerate().map(|(at, doc)| (doc.doc_id.as_str(), at)).collect();
        let whole = whole.collect();
        Self { comparison, lang, records, whole, number, passages: BTreeSet::new() }
    }

    pub(super) fn documents(&self) -> &'c [Document] {
        &self.comparison.documents
    }

    /// Number of a document, from 0.
    pub(super) fn doc(&self, doc_id: &str) -> usize {
        *self.number.get(doc_id).expect("a comparison names its own documents only")
    }

    pub(super) fn name(&self, doc_id: &str) -> &'c str {
        &self.documents()[self.doc(doc_id)].name
    }

    /// Names of documents in a sentence: all of a few, of many the first and how many more.
    pub(super) fn names(&self, doc_ids: &[String]) -> (String, String) {
        const SHOWN: usize = 6;
        let names: Vec<&str> = doc_ids.iter().take(SHOWN).map(|id| self.name(id)).collect();
        let more = doc_ids.len().saturating_sub(SHOWN);
        if more == 0 {
            (names.join("、"), names.join(", "))
        } else {
            (
                format!("{}等{}份", names.join("、"), doc_ids.len()),
                format!("{} and {more} more", names.join(", ")),
            )
        }
    }

    /// Where a place stands in the page; `None` when the page does not hold its words.
    pub(super) fn anchor(&self, place: &Place) -> Option<String> {
        let doc = self.doc(&place.doc_id);
        let held = self.whole[doc] || place.id.kind == IdKind::Target;
        held.then(|| anchor(doc, self.stated(doc, place.id)))
    }

    /// An inherited duty stands where it was stated.
    fn stated(&self, doc: usize, id: Id) -> Id {
        if id.kind != IdKind::Assignment {
            return id;
        }
        let duty = self.records[doc].and_then(|record| record.assignments.get(id.index()));
        duty.and_then(|duty| duty.inherited_from).unwrap_or(id)
    }

    /// Words that lead to the place they come from; where the page does not hold it, the place is named.
    pub(super) fn cite(&self, html: &mut Html, place: &Place, fill: impl FnOnce(&mut Html)) {
        let named = self.place(place);
        match self.anchor(place) {
            Some(anchor) => {
                html.element("a", &[("href", &format!("#{anchor}")), ("title", &named)], fill);
            }
            None => html.element("span", &[("class", "place"), ("title", &named)], |html| {
                fill(html);
                html.leaf("small", &[], &format!(" {} {}–{}", place.id, place.span.start, place.span.end));
            }),
        }
    }

    /// A place in words: document, identifier, code points.
    pub(super) fn place(&self, place: &Place) -> String {
        let Place { doc_id, id, span } = place;
        format!("{} {id} {}–{}", self.name(doc_id), span.start, span.end)
    }
}

/// Name of a place inside the page.
pub(super) fn anchor(doc: usize, id: Id) -> String {
    format!("d{}-{id}", doc + 1)
}

/// Name of a passage inside the page.
pub(super) fn passage_anchor(doc: usize, span: CharSpan) -> String {
    format!("d{}-p{}-{}", doc + 1, span.start, span.end)
}

/// A value as it is printed: `≥ 15 %`, `1–2 家`.
pub(super) fn number(value: &Value) -> String {
    let sign = match value.comparator {
        Comparator::Ge => "≥ ",
        Comparator::Gt => "> ",
        Comparator::Le => "≤ ",
        Comparator::Lt => "< ",
        Comparator::Approx => "≈ ",
        Comparator::Eq => "= ",
        Comparator::Range => "",
    };
    let max = value.value_max.map(|max| format!("–{}", grouped(&max.to_string()))).unwrap_or_default();
    format!("{sign}{}{max} {}", grouped(&value.value.to_string()), value.unit)
}

/// A value with deadline and firmness.
pub(super) fn full(html: &mut Html, value: &Value) {
    html.text(&number(value));
    if let Some(year) = value.deadline {
        html.text(&format!(" · {year}"));
    }
    if value.modality == Modality::Aim {
        html.text(" · ");
        html.say("力争", "aim");
    }
}

/// Thin spaces between thousands, from 10 000 on.
pub(super) fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    for (at, c) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left.is_multiple_of(3) && whole.len() > 4 {
            out.push('\u{2009}');
        }
        out.push(c);
    }
    rest.map_or(out.clone(), |rest| format!("{out}.{rest}"))
}

/// A share as whole percent; what is more than nothing is never 0.
pub(super) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent > 0.0 && percent < 1.0 { "<1 %".to_owned() } else { format!("{percent:.0} %") }
}
