//! Stores that are files: JSON Lines, CSV, Parquet.
//!
//! A load writes everything anew beside what is there and takes its place at the end, in one step: whoever looks sees the old
//! or the new, also after a crash. What was there is kept but for the documents that are replaced.

mod csv;
mod held;
mod jsonl;
mod package;
#[cfg(feature = "parquet")]
mod parquet;
mod swap;

pub(crate) use csv::Csv;
pub(crate) use jsonl::Jsonl;
#[cfg(feature = "parquet")]
pub(crate) use parquet::Parquet;

use crate::Error;
use crate::check::major;
use crate::layout::LAYOUT_VERSION;
use gongwen_record::SCHEMA_VERSION;
use package::PACKAGE;
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// An error about a file.
fn failed(path: impl Into<PathBuf>, doing: &'static str) -> impl FnOnce(io::Error) -> Error {
    let path = path.into();
    move |cause| Error::File { path, doing, cause }
}

/// An error about content that another program wrote.
fn foreign(path: &Path, what: impl Into<String>) -> Error {
    Error::Foreign { store: path.display().to_string(), what: what.into() }
}

/// Whether `path` is a folder that this program wrote, in this version. An error when it holds anything else.
fn recognise(path: &Path, files: &[String]) -> Result<bool, Error> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(cause) => return Err(failed(path, "cannot be read")(cause)),
    };
    let mut there = false;
    for entry in entries {
        let name = entry.map_err(failed(path, "cannot be read"))?.file_name();
        let name = name.to_string_lossy();
        if name != PACKAGE && !files.iter().any(|file| *file == name) {
            return Err(foreign(path, format!("holds `{name}`, which gongwen did not write")));
        }
        there = true;
    }
    if !there {
        return Ok(false);
    }
    let content = fs::read(path.join(PACKAGE)).ok();
    let package: Option<Value> = content.and_then(|content| serde_json::from_slice(&content).ok());
    let Some((layout, contract)) = package.as_ref().and_then(package::versions) else {
        return Err(foreign(path, format!("has no {PACKAGE} that gongwen wrote")));
    };
    for (part, found, ours) in [("layout", layout, LAYOUT_VERSION), ("contract", contract, SCHEMA_VERSION)] {
        if major(found) != major(ours) {
            let store = path.display().to_string();
            return Err(Error::Version { store, part, found: found.to_owned(), ours });
        }
    }
    if let Some(missing) = files.iter().find(|file| !path.join(file).is_file()) {
        return Err(foreign(path, format!("has no {missing} any more")));
    }
    Ok(true)
}

/// Writes `datapackage.json` into a folder.
fn write_package(folder: &Path, package: &Value) -> io::Result<()> {
    let mut file = File::create(folder.join(PACKAGE))?;
    serde_json::to_writer_pretty(&mut file, package)?;
    file.write_all(b"\n")?;
    file.sync_all()
}
