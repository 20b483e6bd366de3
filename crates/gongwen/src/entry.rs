//! What became of one input: a line of a manifest.

use crate::{Counts, Input, Reason};
use gongwen_record::{Record, Severity};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Name of the file in an output folder that holds a record a line.
pub(crate) const RECORDS: &str = "records.jsonl";

/// One input, what was done with it, and what came of it. A manifest has one such line an input, sorted by `path`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What records and output files call the input: relative, `/` between its parts.
    pub path: String,
    /// The path as given, where it is another one: of absolute paths only the last parts are in `path`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Whether it was named itself and not found in a folder.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub named: bool,
    /// SHA-256 of the bytes that were read, 64 hex digits; null when they could not be read, and then it is tried again.
    pub sha256: Option<String>,
    /// Hash of the rules in force.
    pub rules: String,
    /// The options that change a record: `text` or `no-text`, and what this build cannot read.
    pub options: String,
    /// How it ended.
    pub outcome: Outcome,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Where the record is, relative to the folder: a file of its own or `records.jsonl`.
    pub output: Option<String>,
    /// Size of the record as written, with its line feed, in bytes.
    pub bytes: u64,
    /// Identity of the record.
    pub doc_id: Option<String>,
    /// How much was found.
    pub counts: Counts,
    /// Its diagnostics by code, sorted by code.
    pub diagnostics: Vec<Finding>,
}

/// How the conversion of an input ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// There is a record.
    Converted,
    /// There is none, though there should be.
    Failed,
    /// A file of a folder that turned out to be no document.
    PassedBy,
    /// The input is no longer there; only in a journal, never in a manifest.
    Retired,
}

/// Why an input failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// Kebab-case and stable, as [`Reason::code`] has them, or `unwritable`.
    pub code: String,
    /// One line for a person, without the path.
    pub message: String,
}

/// How often one diagnostic code stands in a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The code.
    pub code: String,
    /// The gravest severity it has there.
    pub severity: Severity,
    /// How often.
    pub times: usize,
}

impl Entry {
    /// The path as given.
    pub fn given(&self) -> &str {
        self.file.as_deref().unwrap_or(&self.path)
    }

    /// Nothing known yet about `input`.
    pub(crate) fn of(input: &Input, rules: &str, options: &str) -> Self {
        let given = input.given();
        Self {
            path: input.name.to_string(),
            file: (given != *input.name).then_some(given),
            named: input.named,
            sha256: None,
            rules: rules.to_owned(),
            options: options.to_owned(),
            outcome: Outcome::Failed,
            cause: None,
            output: None,
            bytes: 0,
            doc_id: None,
            counts: Counts::default(),
            diagnostics: Vec::new(),
        }
    }

    /// The same for a record that was made.
    pub(crate) fn converted(mut self, record: &Record<'_>) -> Self {
        self.outcome = Outcome::Converted;
        self.sha256 = Some(record.source.sha256.clone().into_owned());
        self.doc_id = Some(record.doc_id.clone().into_owned());
        self.counts = Counts::of(record);
        let mut findings = BTreeMap::new();
        for diagnostic in &record.diagnostics {
            let (severity, times) = findings.entry(&*diagnostic.code).or_insert((diagnostic.severity, 0));
            *severity = diagnostic.severity.max(*severity);
            *times += 1;
        }
        self.diagnostics = findings
            .into_iter()
            .map(|(code, (severity, times))| Finding { code: code.to_owned(), severity, times })
            .collect();
        self
    }

    /// The same for content that gives no record; `bytes` when they could be read.
    pub(crate) fn failed(mut self, reason: &Reason, bytes: Option<&[u8]>) -> Self {
        self.outcome = Outcome::Failed;
        self.sha256 = bytes.map(sha256);
        self.cause = Some(Cause { code: reason.code().to_owned(), message: reason.to_string() });
        self
    }

    /// What a journal says of an input that is gone.
    pub(crate) fn retired(self) -> Self {
        Self {
            outcome: Outcome::Retired,
            sha256: None,
            cause: None,
            output: None,
            bytes: 0,
            doc_id: None,
            counts: Counts::default(),
            diagnostics: Vec::new(),
            ..self
        }
    }

    /// Whether its record is a line of `records.jsonl`.
    pub(crate) fn is_line(&self) -> bool {
        self.output.as_deref() == Some(RECORDS)
    }

    /// Whether a manifest can say so: whoever follows `output` must not be led out of the folder.
    pub(crate) fn is_sound(&self) -> bool {
        let inside = self.path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        let own = self.output.as_deref().and_then(|output| output.strip_suffix(".json"));
        let place = self.output.is_none() || self.is_line() || own == Some(&self.path);
        inside && place && (self.outcome == Outcome::Converted) == self.output.is_some()
    }
}

/// SHA-256 as 64 hex digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string takes every character");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, output: Option<&str>, sound: bool) {
        let input = Input::of_file(path.as_ref(), path, 0, true);
        let outcome = if output.is_some() { Outcome::Converted } else { Outcome::Failed };
        let entry = Entry { output: output.map(Into::into), outcome, ..Entry::of(&input, "r", "text") };
        assert_eq!(entry.is_sound(), sound, "{path} {output:?}");
        let json = serde_json::to_string(&entry).unwrap();
        assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry, "{json}");
    }

    #[test]
    fn entries_lead_nowhere_outside_of_their_folder() {
        check("in/a.txt", Some("in/a.txt.json"), true);
        check("in/a.txt", Some("records.jsonl"), true);
        check("in/a.txt", None, true);
        check("in/a.txt", Some("in/b.txt.json"), false);
        check("../a.txt", Some("../a.txt.json"), false);
        check("/etc/a", Some("/etc/a.json"), false);
    }
}
