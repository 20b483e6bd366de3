//! Documents with gold, for the tests beside this folder.

use gongwen::Converter;
use gongwen_eval::{Answers, Floor, Part, Report, gold_in, score, table_text};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A folder of the repository.
pub(crate) fn repository(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder)
}

/// The documents of a folder (`.txt` and `.md`, but no README) by name, with their file names and texts.
pub(crate) fn documents(folder: &str) -> BTreeMap<String, (String, String)> {
    let entries = std::fs::read_dir(repository(folder)).expect("the folder exists");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let documents = paths.filter(|path| {
        let ends = path.extension().is_some_and(|end| end == "txt" || end == "md");
        ends && path.file_stem().is_some_and(|stem| stem != "README")
    });
    documents
        .map(|path| {
            let name = |part: Option<&std::ffi::OsStr>| part.expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            (name(path.file_stem()), (name(path.file_name()), text))
        })
        .collect()
}

/// The record of a file as answers; none at all where it could not be read.
pub(crate) fn answers(bytes: &[u8], path: &str) -> Answers {
    let Ok(record) = Converter::default().convert(bytes, path) else { return Answers::default() };
    let value = serde_json::to_value(&record).expect("a record is JSON");
    Answers::from_value(value).expect("a record has the contract's shape")
}

/// Scores a folder's documents against `gold/` in it and holds them to `scores.json` there. With `WRITE_SCORES` set in
/// the environment the file is written instead.
pub(crate) fn hold(folder: &str) {
    let gold = gold_in(&repository(folder).join("gold")).expect("gold");
    let mut report = Report::default();
    for (name, (file, text)) in documents(folder) {
        let gold = gold.get(&name).unwrap_or_else(|| panic!("{name} has no gold"));
        report.documents.push(score(&name, gold, &answers(text.as_bytes(), &file), &Part::ALL));
    }
    assert_eq!(report.documents.len(), gold.len(), "every gold file has a document");
    let path = repository(folder).join("scores.json");
    if std::env::var_os("WRITE_SCORES").is_some() {
        let json = serde_json::to_string_pretty(&Floor::of(&report)).expect("JSON") + "\n";
        std::fs::write(&path, json).expect("scores written");
        return;
    }
    let text = std::fs::read_to_string(&path).expect("scores.json is committed");
    let floor: Floor = serde_json::from_str(&text).expect("scores");
    let falls: Vec<String> = floor.falls(&report).iter().map(ToString::to_string).collect();
    assert!(falls.is_empty(), "{}\n{}", falls.join("\n"), table_text(&report));
}
