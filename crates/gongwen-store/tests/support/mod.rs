//! Records to load and what came of them.

#![allow(dead_code)] // each test binary uses its part

use gongwen_store::{Address, Error, Notice, Options, Summary, load};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A record with one of everything.
pub(crate) fn sample() -> Value {
    serde_json::from_str(include_str!("../sample.json")).unwrap()
}

/// The sample as another document.
pub(crate) fn numbered(number: u64) -> Value {
    let mut record = sample();
    record["doc_id"] = format!("{number:016x}").into();
    record["source"]["path"] = format!("plans/{number}.txt").into();
    record
}

/// The same document by newer rules, which found less in it.
pub(crate) fn newer(mut record: Value) -> Value {
    record["producer"]["rules"] = "r2".into();
    record["targets"].as_array_mut().unwrap().pop();
    record["tasks"][0]["topics"] = json!(["elderly"]);
    record
}

/// One record a line.
pub(crate) fn lines(records: &[Value]) -> String {
    records.iter().map(|record| format!("{}\n", exact(record))).collect()
}

/// As JSON, the long decimal of the sample with all its digits.
pub(crate) fn exact(record: &Value) -> String {
    let text = record.to_string();
    text.replace("1.2345678901234567e+19", LONG)
        .replace("1.2345678901234567e19", LONG)
        .replace("12345678901234567000.0", LONG)
}

/// A decimal that no binary number holds.
pub(crate) const LONG: &str = "12345678901234567890.12345678";

/// A folder of the test's own.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

/// What a load said and did.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) summary: Summary,
    pub(crate) notices: Vec<String>,
    pub(crate) ended: Result<(), Error>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// `sqlite:plans.db` under this folder.
    pub(crate) fn address(&self, kind: &str) -> Address {
        let name = match kind {
            "sqlite" => "plans.db",
            "jsonl" => "all.jsonl",
            kind => kind,
        };
        format!("{kind}:{}", self.path(name).display()).parse().unwrap()
    }

    pub(crate) fn load(&self, address: &Address, records: &[Value]) -> Loaded {
        let path = self.write("records.jsonl", &lines(records));
        load_paths(&[path], address)
    }
}

pub(crate) fn load_paths(paths: &[PathBuf], address: &Address) -> Loaded {
    load_with(paths, address, Options::default())
}

pub(crate) fn load_with(paths: &[PathBuf], address: &Address, options: Options) -> Loaded {
    let mut summary = Summary::default();
    let mut notices = Vec::new();
    let mut notice = |notice: Notice<'_>| {
        notices.push(match notice {
            Notice::Refused(place, why) => format!("{}: {why}", short(&place.to_string())),
            Notice::Repeated(place, id, first) => {
                format!("{}: {id} is {}", short(&place.to_string()), short(&first.to_string()))
            }
        });
    };
    let ended = load(paths, address, options, &mut summary, &mut notice);
    Loaded { summary, notices, ended }
}

/// Without the folder of the test.
fn short(place: &str) -> &str {
    place.rsplit('/').next().unwrap_or(place)
}

impl Loaded {
    /// Loaded, replaced, unchanged, repeated, refused.
    pub(crate) fn counts(&self) -> [u64; 5] {
        self.ended.as_ref().unwrap();
        let Summary { loaded, replaced, unchanged, repeated, refused, .. } = self.summary;
        [loaded, replaced, unchanged, repeated, refused]
    }

    /// Why it could not go on.
    pub(crate) fn error(&self) -> String {
        let error = self.ended.as_ref().unwrap_err();
        let mut line = error.to_string();
        let mut next = std::error::Error::source(error);
        while let Some(cause) = next {
            line = format!("{line}: {cause}");
            next = cause.source();
        }
        line
    }
}

/// Every file under a path with its content, by name.
pub(crate) fn files(path: &Path) -> Vec<(String, Vec<u8>)> {
    if path.is_file() {
        return vec![(String::new(), fs::read(path).unwrap())];
    }
    let mut found: Vec<_> = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    found.sort();
    found
}
