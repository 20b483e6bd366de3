//! Records from files: written ones, one or many a file, and documents converted on the fly.

use crate::outcome::complain;
use gongwen::{Converter, Input, Inputs};
use gongwen_compare::check_record;
use gongwen_record::{Record, SCHEMA_VERSION};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What was found under the paths.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    /// Records in the order of the paths; in a folder written ones before documents, each sorted by name.
    pub(crate) records: Vec<Record<'static>>,
    /// Files that could not be read; each was complained about.
    pub(crate) failed: usize,
    /// Files of folders that are neither records nor documents.
    pub(crate) left_alone: usize,
}

/// Reads everything that the paths stand for. What cannot be read is told and counted; the rest goes on.
pub(crate) fn load(paths: &[PathBuf]) -> Loaded {
    let mut loaded = Loaded::default();
    for path in paths {
        if path.is_dir() {
            loaded.folder(path);
        } else if holds_records(path) {
            loaded.written(path);
        } else {
            loaded.documents(path, false);
        }
    }
    loaded
}

/// Extensions of files with records.
const RECORDS: [&str; 3] = ["json", "jsonl", "ndjson"];

/// Whether a file begins like a record. A DoclingDocument is JSON too, but a document.
fn holds_records(path: &Path) -> bool {
    let mut head = [0_u8; 64];
    let read = fs::File::open(path).and_then(|mut file| std::io::Read::read(&mut file, &mut head));
    let Ok(read) = read else { return false };
    let head = String::from_utf8_lossy(&head[..read]);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with("\"schema_version\""))
}

fn is_json(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| RECORDS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

impl Loaded {
    fn folder(&mut self, path: &Path) {
        let visible = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
        };
        let mut others = 0_usize;
        for entry in WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(visible) {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_json(entry.path()) => {
                    if holds_records(entry.path()) {
                        self.written(entry.path());
                    } else {
                        others += 1;
                    }
                }
                Ok(_) => {}
                Err(error) => self.fail(error),
            }
        }
        let before = self.records.len();
        self.documents(path, true);
        // Of other JSON some were documents of a converter.
        let docling =
            self.records[before..].iter().filter(|record| record.source.format == "docling").count();
        self.left_alone += others.saturating_sub(docling);
    }

    /// Records as convert writes them: one a file, or one a line.
    fn written(&mut self, path: &Path) {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.fail(format_args!("{}: {error}", path.display())),
        };
        let shown = path.display();
        let whole = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        let mut values =
            serde_json::Deserializer::from_slice(whole).into_iter::<Box<serde_json::value::RawValue>>();
        let mut number = 0;
        while let Some(value) = values.next() {
            number += 1;
            let at = values.byte_offset();
            let parsed =
                value.map_err(|error| format!("{shown}: record {number} is cut or damaged: {error}"));
            match parsed.and_then(|raw| record(raw.get(), &format!("{shown}: record {number}"))) {
                Ok(record) => self.records.push(record),
                Err(message) => self.fail(message),
            }
            // Behind damaged JSON no next value can be told from its remains.
            if at >= whole.len() {
                break;
            }
        }
    }

    fn documents(&mut self, path: &Path, folder: bool) {
        let inputs = Inputs::find(&[path]);
        for error in &inputs.errors {
            self.fail(error);
        }
        let converter = Converter::default();
        for input in &inputs.files {
            match convert(&converter, &input) {
                Ok(record) => self.records.push(record),
                Err(error) if folder && input.is_uncertain() && error.reason.is_other_kind() => {
                    self.left_alone += 1;
                }
                Err(error) => self.fail(error),
            }
        }
        let other =
            inputs.skipped.iter().filter(|skipped| skipped.kind != ".json" && skipped.kind != ".jsonl");
        self.left_alone += other.map(|skipped| skipped.files).sum::<usize>();
    }

    fn fail(&mut self, message: impl std::fmt::Display) {
        complain(message);
        self.failed += 1;
    }
}

fn convert(converter: &Converter, input: &Input) -> Result<Record<'static>, gongwen::Error> {
    let bytes = converter.load(input).map_err(|reason| reason.at(input.shown()))?;
    converter.convert(&bytes, &input.name).map_err(|error| error.reason.at(input.shown()))
}

/// A record from its JSON; says of another contract's that it is one before saying what it lacks.
fn record(json: &str, shown: &str) -> Result<Record<'static>, String> {
    #[derive(Deserialize)]
    struct Head {
        schema_version: String,
    }
    let head: Head = serde_json::from_str(json).map_err(|error| format!("{shown} is no record: {error}"))?;
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    if major(&head.schema_version) != major(SCHEMA_VERSION) {
        return Err(format!(
            "{shown} is of contract version {}, this program compares version {SCHEMA_VERSION}: convert the document again",
            head.schema_version
        ));
    }
    let record: Record<'_> = serde_json::from_str(json)
        .map_err(|error| format!("{shown} is no record of version {SCHEMA_VERSION}: {error}"))?;
    check_record(&record).map_err(|error| format!("{shown}: {error}"))?;
    Ok(record.into_owned())
}
