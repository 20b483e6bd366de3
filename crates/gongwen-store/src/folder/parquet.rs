//! `parquet:DIR`: a file a table, lists as lists, and a `datapackage.json` that says what they are.
//!
//! A decimal stands as a binary number to compute with and as its digits beside it.

mod column;
mod leaf;
mod table;

use super::held::Held;
use super::package;
use super::swap::Swap;
use super::{failed, foreign, recognise, write_package};
use crate::ddl::exact;
use crate::decide::{Decision, Made};
use crate::layout::{Kind, Table, describe, describe_table, tables};
use crate::store::{Outcome, Store};
use crate::{Error, shred};
use ::parquet::errors::ParquetError;
use gongwen_record::Record;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use table::{Reading, Writing};

/// A folder that is being written anew.
pub(crate) struct Parquet {
    path: PathBuf,
    swap: Swap,
    /// One a table of [`tables`].
    files: Vec<Writing>,
    held: Held,
    changed: bool,
}

impl Parquet {
    /// Opens a folder or makes one.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let swap = Swap::begin(path)?;
        let files: Vec<_> = tables().iter().map(|table| file_name(table.name)).collect();
        let held = if recognise(path, &files)? { index(path)? } else { Held::default() };
        fs::create_dir(swap.partial()).map_err(failed(path, "cannot be written"))?;
        let create = |table: &Table| Writing::create(&swap.partial().join(file_name(table.name)), table);
        let files = tables().iter().map(create).collect::<Result<_, _>>()?;
        Ok(Self { path: path.to_owned(), swap, files, held, changed: false })
    }
}

impl Store for Parquet {
    fn put(&mut self, batch: &[Record<'static>], replace: bool) -> Result<Vec<Outcome>, Error> {
        let mut outcomes = Vec::with_capacity(batch.len());
        for record in batch {
            let decision = self.held.decide(record, replace);
            if decision == Decision::Leave {
                outcomes.push(Outcome::Unchanged);
                continue;
            }
            let mut rows = 0;
            shred(record, |table, row| {
                rows += 1;
                self.files[table].push(row)
            })?;
            self.changed = true;
            let is_new = decision == Decision::Load;
            outcomes.push(if is_new { Outcome::Loaded(rows) } else { Outcome::Replaced(rows) });
        }
        Ok(outcomes)
    }

    fn finish(self: Box<Self>) -> Result<(), Error> {
        let Self { path, swap, files, held, changed } = *self;
        if !changed && path.exists() {
            return Ok(());
        }
        for (table, mut file) in tables().iter().zip(files) {
            let old = path.join(file_name(table.name));
            if old.exists() {
                let mut old = Reading::open(&old, table)?;
                while let Some(mut group) = old.next()? {
                    group.keep(|doc_id| held.stays(doc_id));
                    file.append(group)?;
                }
            }
            file.close()?;
        }
        write_package(swap.partial(), &package()).map_err(failed(&path, "cannot be written"))?;
        swap.become_folder()
    }

    fn keeps_batches(&self) -> bool {
        false
    }
}

fn file_name(table: &str) -> String {
    format!("{table}.parquet")
}

/// What made each document of the folder.
fn index(path: &Path) -> Result<Held, Error> {
    let table = &tables()[0];
    let path = path.join(file_name(table.name));
    let mut held = Held::default();
    let mut documents = Reading::open(&path, table)?;
    while let Some(group) = documents.next()? {
        let texts = |column| group.texts(column);
        let columns = ["doc_id", "producer_name", "producer_version", "producer_rules"].map(texts);
        let [doc_ids, names, versions, rules] = &columns;
        for (i, doc_id) in doc_ids.iter().enumerate() {
            let made = Made { name: names[i].clone(), version: versions[i].clone(), rules: rules[i].clone() };
            if !held.note(doc_id, made) {
                return Err(foreign(&path, format!("its document {doc_id:?} is none that gongwen wrote")));
            }
        }
    }
    Ok(held)
}

/// What the files are.
fn package() -> Value {
    let resource = |table: &Table| {
        let mut fields = Vec::new();
        for column in &table.columns {
            let description = describe(column);
            let kind = package::kind(column.kind);
            fields.push(json!({ "name": column.name, "type": kind, "description": description }));
            if column.kind == Kind::Decimal {
                let words = format!("The digits of `{}`, exactly.", column.name);
                fields.push(json!({ "name": exact(column.name), "type": "string", "description": words }));
            }
        }
        json!({
            "name": table.name,
            "path": file_name(table.name),
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            "description": describe_table(table),
            "schema": { "fields": fields, "primaryKey": table.key },
        })
    };
    package::whole("data-package", tables().iter().map(resource).collect())
}

/// An error of the library about a file.
fn broken(path: &Path, doing: &'static str) -> impl FnOnce(ParquetError) -> Error {
    let path = path.to_owned();
    move |cause| Error::Parquet { path, doing, cause }
}
