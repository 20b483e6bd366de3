//! The corpus in every distorted variant: facts stay the same, but for the exceptions of `corpus/distortions.tsv`.

#[allow(dead_code)] // each test uses its own part
mod common;

use gongwen_eval::{ALLOWED, DistortionRow, distortion_table, distortions_of, gold_in};

/// A line of the table of exceptions: document, distortion, part, reason.
struct Exception {
    document: String,
    distortion: String,
    part: String,
}

impl Exception {
    /// `*` stands for every document.
    fn covers(&self, row: &DistortionRow) -> bool {
        let same = |pattern: &str, value: &str| pattern == "*" || pattern == value;
        same(&self.document, &row.document)
            && same(&self.distortion, row.distortion)
            && same(&self.part, row.part.name())
    }
}

fn exceptions() -> Vec<Exception> {
    let text =
        std::fs::read_to_string(common::repository("corpus/distortions.tsv")).expect("the table exists");
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            assert!(fields.len() == 4 && !fields[3].trim().is_empty(), "an exception has a reason: {line}");
            let own = |at: usize| fields[at].to_owned();
            Exception { document: own(0), distortion: own(1), part: own(2) }
        })
        .collect()
}

#[test]
fn facts_stay_the_same() {
    let gold = gold_in(&common::repository("corpus/gold")).expect("gold");
    let mut rows = Vec::new();
    for (name, (file, text)) in common::documents("corpus") {
        let convert = |bytes: &[u8]| common::answers(bytes, &file);
        rows.extend(distortions_of(&name, &text, &gold[&name], &convert));
    }
    let exceptions = exceptions();
    let unlisted: Vec<String> = rows
        .iter()
        .filter(|row| row.fall() > ALLOWED && !exceptions.iter().any(|exception| exception.covers(row)))
        .map(|row| {
            let part = row.part.name();
            format!("{}\t{}\t{part}\t{:.3} → {:.3}", row.document, row.distortion, row.plain, row.distorted)
        })
        .collect();
    assert!(unlisted.is_empty(), "{}\n\n{}", unlisted.join("\n"), distortion_table(&rows));
}
