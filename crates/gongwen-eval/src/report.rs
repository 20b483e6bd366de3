//! The scores of many documents.

use crate::score::{DocumentScore, PartScore};
use serde_json::{Value, json};

/// Scores of a set of documents and what could not be compared.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// One a document, by name.
    pub documents: Vec<DocumentScore>,
    /// Gold files that no record belongs to.
    pub gold_without_record: Vec<String>,
    /// Records that no gold file belongs to.
    pub records_without_gold: Vec<String>,
}

impl Report {
    /// Counts summed over the documents (micro).
    pub fn all(&self) -> DocumentScore {
        let start = DocumentScore { document: "all".to_owned(), ..DocumentScore::default() };
        self.documents.iter().fold(start, DocumentScore::plus)
    }

    /// The report as JSON.
    ///
    /// `{documents: [{document, parts: {PART: {hits, gold, found, precision, recall, f1, beside: {NAME: {right, of,
    /// rate}}, missed[], invented[], remarks[]}}}], all: {document: "all", parts}, gold_without_record[],
    /// records_without_gold[]}` with PART one of `metadata` `sections` `tasks` `assignments` `targets`; of alignments
    /// `sections` `tasks` `targets` `topics` `contradictions`.
    pub fn to_json(&self) -> Value {
        json!({
            "documents": self.documents.iter().map(document_json).collect::<Vec<_>>(),
            "all": document_json(&self.all()),
            "gold_without_record": self.gold_without_record,
            "records_without_gold": self.records_without_gold,
        })
    }
}

fn document_json(score: &DocumentScore) -> Value {
    let parts: serde_json::Map<String, Value> =
        score.parts.iter().map(|(part, score)| (part.name().to_owned(), part_json(score))).collect();
    json!({ "document": score.document, "parts": parts })
}

fn part_json(score: &PartScore) -> Value {
    let counts = score.counts;
    let beside: serde_json::Map<String, Value> = score
        .beside
        .iter()
        .map(|(name, share)| {
            ((*name).to_owned(), json!({ "right": share.right, "of": share.of, "rate": share.rate() }))
        })
        .collect();
    json!({
        "hits": counts.hits, "gold": counts.gold, "found": counts.found,
        "precision": counts.precision(), "recall": counts.recall(), "f1": counts.f1(),
        "beside": beside, "missed": score.missed, "invented": score.invented, "remarks": score.remarks,
    })
}
