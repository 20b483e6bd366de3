//! Alignments of the corpus and of the pairs in `fixtures/alignments` against gold: no figure of their scores may fall.

use gongwen::Converter;
use gongwen_eval::{Floor, findings_text, score_alignments, table_text};
use std::collections::BTreeMap;

#[allow(dead_code)] // each test uses its own part
mod common;

/// Converts the documents of a folder and holds their alignments to a file of figures. With `WRITE_SCORES` set in the
/// environment the file is written instead.
fn hold(folder: &str, gold: &str, scores: &str) {
    let documents = common::documents(folder);
    let records: BTreeMap<String, _> = documents
        .into_iter()
        .map(|(name, (file, text))| {
            let record = Converter::default().convert(text.as_bytes(), &file).expect("a text can be read");
            (name, record)
        })
        .collect();
    let read = |file: &str| std::fs::read_to_string(common::repository(file)).expect("the file is committed");
    let report = score_alignments(&read(gold), &records).expect("gold");
    assert_eq!(report.gold_without_record, [""; 0], "every document of the gold is there");
    if std::env::var_os("WRITE_SCORES").is_some() {
        let json = serde_json::to_string_pretty(&Floor::of(&report)).expect("JSON") + "\n";
        std::fs::write(common::repository(scores), json).expect("scores written");
        return;
    }
    let floor: Floor = serde_json::from_str(&read(scores)).expect("scores");
    let falls: Vec<String> = floor.falls(&report).iter().map(ToString::to_string).collect();
    assert!(falls.is_empty(), "{}\n{}{}", falls.join("\n"), table_text(&report), findings_text(&report, 20));
}

#[test]
fn no_figure_of_the_corpus_falls() {
    hold("corpus", "corpus/alignments.json", "corpus/alignment-scores.json");
}

#[test]
fn no_figure_of_other_themes_falls() {
    hold("fixtures/alignments", "fixtures/alignments/gold.json", "fixtures/alignments/scores.json");
}
