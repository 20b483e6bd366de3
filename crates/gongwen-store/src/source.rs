//! Where records come from: folders, files of lines, single files, standard input.

use crate::Error;
use gongwen_record::Record;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;

/// Where a record was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    file: Arc<str>,
    line: Option<u64>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

/// What reading comes upon.
pub(crate) enum Found {
    /// A record, and how many bytes of JSON it was.
    Record(Place, Box<Record<'static>>, usize),
    /// What should have been a record: why it is none, one line.
    Broken(Place, String),
    /// A file of a folder that is something else.
    Other,
}

/// Reads everything under `paths` in order, folders by name; `-` is standard input. Ends at the first error of `take`.
pub(crate) fn read(paths: &[PathBuf], take: &mut dyn FnMut(Found) -> Result<(), Error>) -> Result<(), Error> {
    for path in paths {
        if path == Path::new("-") {
            Lines::new(Arc::from("standard input"), true).read(io::stdin().lock(), take)?;
        } else if path.is_dir() {
            folder(path, take)?;
        } else if has_extension(path, &["json"]) {
            whole(path, true, take)?;
        } else {
            lines(path, true, take)?;
        }
    }
    Ok(())
}

fn has_extension(path: &Path, names: &[&str]) -> bool {
    path.extension().is_some_and(|extension| names.iter().any(|name| extension.eq_ignore_ascii_case(name)))
}

/// Names that begin with a point are somebody's bookkeeping.
fn folder(path: &Path, take: &mut dyn FnMut(Found) -> Result<(), Error>) -> Result<(), Error> {
    let hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    for entry in WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry)) {
        match entry {
            Ok(entry) if !entry.path().is_file() => {}
            Ok(entry) if has_extension(entry.path(), &["json"]) => whole(entry.path(), false, take)?,
            Ok(entry) if has_extension(entry.path(), &["jsonl", "ndjson"]) => {
                lines(entry.path(), false, take)?;
            }
            Ok(_) => take(Found::Other)?,
            Err(error) => {
                let path = error.path().unwrap_or(path);
                let cause = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                take(Found::Broken(place(path, None), format!("cannot be read: {cause}")))?;
            }
        }
    }
    Ok(())
}

fn place(path: &Path, line: Option<u64>) -> Place {
    Place { file: path.display().to_string().into(), line }
}

/// A file that is one record.
fn whole(path: &Path, named: bool, take: &mut dyn FnMut(Found) -> Result<(), Error>) -> Result<(), Error> {
    let place = place(path, None);
    let json = match fs::read(path) {
        Ok(json) => json,
        Err(cause) => return take(Found::Broken(place, format!("cannot be read: {cause}"))),
    };
    match parse(&json) {
        Parsed::Record(record) => take(Found::Record(place, record, json.len())),
        Parsed::Other if !named => take(Found::Other),
        Parsed::Other => take(Found::Broken(place, NO_RECORD.into())),
        Parsed::Broken(why) => take(Found::Broken(place, why)),
    }
}

fn lines(path: &Path, named: bool, take: &mut dyn FnMut(Found) -> Result<(), Error>) -> Result<(), Error> {
    match File::open(path) {
        Ok(file) => {
            let name = place(path, None).file;
            Lines::new(name, named).read(BufReader::with_capacity(1 << 16, file), take)
        }
        Err(cause) => take(Found::Broken(place(path, None), format!("cannot be read: {cause}"))),
    }
}

const NO_RECORD: &str = "no record: an object with schema_version and doc_id is expected";

/// A file with a record a line. One that was only found in a folder may be a journal of something else: it is held to be
/// records from its first record on, and then its broken lines count, those before it too.
struct Lines {
    file: Arc<str>,
    of_records: bool,
    held: Vec<(u64, String)>,
    more: u64,
}

/// Broken lines that are remembered before a file is known to hold records; more are only counted.
const HELD: usize = 1000;

impl Lines {
    fn new(file: Arc<str>, of_records: bool) -> Self {
        Self { file, of_records, held: Vec::new(), more: 0 }
    }

    fn read(
        mut self,
        mut from: impl BufRead,
        take: &mut dyn FnMut(Found) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut json = Vec::new();
        let place = |file: &Arc<str>, line| Place { file: Arc::clone(file), line: Some(line) };
        for line in 1.. {
            json.clear();
            match from.read_until(b'\n', &mut json) {
                Ok(0) => break,
                Ok(_) if json.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(_) => {}
                Err(cause) => {
                    let why = format!("cannot be read: {cause}");
                    return take(Found::Broken(place(&self.file, line), why));
                }
            }
            match parse_line(json.trim_ascii_end()) {
                Parsed::Record(record) => {
                    self.of_records = true;
                    for (line, why) in self.held.drain(..) {
                        take(Found::Broken(place(&self.file, line), why))?;
                    }
                    take(Found::Record(place(&self.file, line), record, json.len()))?;
                }
                Parsed::Other if self.of_records => {
                    take(Found::Broken(place(&self.file, line), NO_RECORD.into()))?;
                }
                Parsed::Broken(why) if self.of_records => {
                    take(Found::Broken(place(&self.file, line), why))?;
                }
                Parsed::Other if self.held.len() < HELD => self.held.push((line, NO_RECORD.into())),
                Parsed::Broken(why) if self.held.len() < HELD => self.held.push((line, why)),
                Parsed::Other | Parsed::Broken(_) => self.more += 1,
            }
        }
        if self.of_records {
            if self.more > 0 {
                let why = format!("{} lines more before its first record are none", self.more);
                take(Found::Broken(Place { file: self.file, line: None }, why))?;
            }
            return Ok(());
        }
        take(Found::Other)
    }
}

/// One line: the column is told, its number in itself is always 1.
fn parse_line(json: &[u8]) -> Parsed {
    match parse(json) {
        Parsed::Broken(why) => Parsed::Broken(why.replace(" at line 1 column ", " at column ")),
        parsed => parsed,
    }
}

enum Parsed {
    Record(Box<Record<'static>>),
    Other,
    Broken(String),
}

/// What tells a record from any other JSON.
#[derive(Deserialize)]
struct Signs {
    #[serde(rename = "schema_version")]
    _schema_version: IgnoredAny,
    #[serde(rename = "doc_id")]
    _doc_id: IgnoredAny,
}

fn parse(json: &[u8]) -> Parsed {
    match serde_json::from_slice(json) {
        Ok(record) => Parsed::Record(Box::new(record)),
        Err(error) if serde_json::from_slice::<IgnoredAny>(json).is_err() => {
            Parsed::Broken(format!("broken JSON: {error}"))
        }
        // Lists of two are no objects, although they fill a structure of two fields.
        Err(error)
            if json.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<Signs>(json).is_ok() =>
        {
            Parsed::Broken(format!("breaks the contract: {error}"))
        }
        Err(_) => Parsed::Other,
    }
}
