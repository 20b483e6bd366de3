//! Gold and records on disk, matched by name.

use crate::answers::{Answers, AnswersError};
use crate::report::Report;
use crate::score::{Part, score};
use gongwen_record::Record;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Why gold or records could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FilesError {
    /// A file or folder could not be read.
    #[error("cannot read {path}")]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is neither gold nor a record.
    #[error("{path}{line}: not a record or gold file", line = line.map(|n| format!(", line {n}")).unwrap_or_default())]
    Shape {
        /// The file.
        path: PathBuf,
        /// Line of a `.jsonl` file, from 1.
        line: Option<usize>,
        /// Why.
        source: AnswersError,
    },
    /// Two files stand for one document.
    #[error("two records of {name}: the second is {path}")]
    Twice {
        /// Name of the document.
        name: String,
        /// The second file.
        path: PathBuf,
    },
}

/// Scores the records against the gold files of the same names. Gold without a record and records without gold are
/// listed in the report, not counted.
///
/// # Errors
/// Those of [`gold_in`] and [`records_in`].
pub fn evaluate(gold: &Path, records: &[PathBuf], parts: &[Part]) -> Result<Report, FilesError> {
    let gold = gold_in(gold)?;
    let mut records = records_in(records)?;
    let mut report = Report::default();
    for (name, gold) in &gold {
        match records.remove(name) {
            Some(found) => report.documents.push(score(name, gold, &found, parts)),
            None => report.gold_without_record.push(name.clone()),
        }
    }
    report.records_without_gold = records.into_keys().collect();
    Ok(report)
}

/// The gold files of a folder by name of document: `plan.json` is gold of `plan`. Files that hold no `metadata` and
/// no `sections` (alignments and the like) are passed over.
///
/// # Errors
/// [`FilesError::Read`], [`FilesError::Shape`], [`FilesError::Twice`].
pub fn gold_in(dir: &Path) -> Result<BTreeMap<String, Answers>, FilesError> {
    let mut gold = BTreeMap::new();
    for path in json_files(dir)? {
        for (name, answers) in read(&path)? {
            insert(&mut gold, name, answers, &path)?;
        }
    }
    Ok(gold)
}

/// The records of files and folders by name of document: `plan.txt.json` and a line of `records.jsonl` whose source is
/// `…/plan.txt` are both records of `plan`.
///
/// # Errors
/// [`FilesError::Read`], [`FilesError::Shape`], [`FilesError::Twice`].
pub fn records_in(paths: &[PathBuf]) -> Result<BTreeMap<String, Answers>, FilesError> {
    let mut records = BTreeMap::new();
    for path in paths {
        for path in json_files(path)? {
            for (name, answers) in read(&path)? {
                insert(&mut records, name, answers, &path)?;
            }
        }
    }
    Ok(records)
}

/// The file itself, or all `.json` and `.jsonl` files below a folder in the order of their names.
fn json_files(path: &Path) -> Result<Vec<PathBuf>, FilesError> {
    let failed = |source| FilesError::Read { path: path.to_owned(), source };
    if !std::fs::metadata(path).map_err(failed)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(path).map_err(failed)? {
        entries.push(entry.map_err(failed)?.path());
    }
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        if entry.is_dir() {
            files.extend(json_files(&entry)?);
        } else if entry.extension().is_some_and(|end| end == "json" || end == "jsonl") {
            files.push(entry);
        }
    }
    Ok(files)
}

/// The same records whole, for what compares more than answers.
///
/// # Errors
/// [`FilesError::Read`], [`FilesError::Shape`], [`FilesError::Twice`].
pub(crate) fn full_records_in(paths: &[PathBuf]) -> Result<BTreeMap<String, Record<'static>>, FilesError> {
    let mut records = BTreeMap::new();
    for path in paths {
        for path in json_files(path)? {
            for (name, record) in parsed(&path, |value| Ok(serde_json::from_value(value)?))? {
                insert(&mut records, name, record, &path)?;
            }
        }
    }
    Ok(records)
}

fn read(path: &Path) -> Result<Vec<(String, Answers)>, FilesError> {
    parsed(path, Answers::from_value)
}

/// What the records or gold of a file say, by name of document.
fn parsed<T>(
    path: &Path,
    from: impl Fn(Value) -> Result<T, AnswersError>,
) -> Result<Vec<(String, T)>, FilesError> {
    let text =
        std::fs::read_to_string(path).map_err(|source| FilesError::Read { path: path.to_owned(), source })?;
    let parse = |json: &str, line: Option<usize>| -> Result<Option<(String, T)>, FilesError> {
        let failed = |source: AnswersError| FilesError::Shape { path: path.to_owned(), line, source };
        let value: Value = serde_json::from_str(json).map_err(|cause| failed(cause.into()))?;
        if value.get("metadata").is_none() && value.get("sections").is_none() {
            return Ok(None);
        }
        let source = value.pointer("/source/path").and_then(Value::as_str).filter(|_| line.is_some());
        let name = stem(source.map_or(path, Path::new));
        Ok(Some((name, from(value).map_err(failed)?)))
    };
    if path.extension().is_some_and(|end| end == "jsonl") {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        return lines.filter_map(|(at, line)| parse(line, Some(at + 1)).transpose()).collect();
    }
    Ok(parse(&text, None)?.into_iter().collect())
}

/// The file's name without its endings, of which only those of documents and records are taken off: a dot inside a
/// name is part of it.
fn stem(path: &Path) -> String {
    let mut name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for ends in [&["json"][..], &["txt", "md", "html", "htm", "docx", "doc", "pdf", "xlsx", "xls", "ods"]] {
        if let Some((rest, end)) = name.rsplit_once('.')
            && ends.contains(&end.to_ascii_lowercase().as_str())
        {
            name.truncate(rest.len());
        }
    }
    name
}

fn insert<T>(
    into: &mut BTreeMap<String, T>,
    name: String,
    answers: T,
    path: &Path,
) -> Result<(), FilesError> {
    if into.insert(name.clone(), answers).is_some() {
        return Err(FilesError::Twice { name, path: path.to_owned() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, name: &str) {
        assert_eq!(stem(Path::new(path)), name);
    }

    #[test]
    fn a_record_is_named_as_its_gold() {
        check("out/plan.txt.json", "plan");
        check("gold/plan.json", "plan");
        check("in/2024.工作要点.md", "2024.工作要点");
        check("out/v1.2.json", "v1.2");
    }
}
