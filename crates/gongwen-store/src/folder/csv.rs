//! `csv:DIR`: a file a table (RFC 4180, UTF-8) and a `datapackage.json` that says what they are.
//!
//! An empty field is NULL; an empty text is `""`.

mod field;

use super::held::Held;
use super::package;
use super::swap::Swap;
use super::{failed, foreign, recognise, write_package};
use crate::decide::{Decision, Made};
use crate::layout::{Flat, Kind, flat, tables};
use crate::store::{Outcome, Store};
use crate::{Error, Value, shred};
use field::{Rows, first_fields, write};
use gongwen_record::Record;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A folder that is being written anew.
pub(crate) struct Csv {
    path: PathBuf,
    swap: Swap,
    /// One a table of [`flat`].
    files: Vec<BufWriter<File>>,
    /// For each table of [`tables`]: where its rows go, then where the items of its lists go.
    places: Vec<(usize, Vec<usize>)>,
    held: Held,
    changed: bool,
    line: Vec<u8>,
}

impl Csv {
    /// Opens a folder or makes one.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let swap = Swap::begin(path)?;
        let files = flat().iter().map(|table| file_name(table.name));
        let there = recognise(path, &files.collect::<Vec<_>>())?;
        let held = if there { index(path)? } else { Held::default() };
        fs::create_dir(swap.partial()).map_err(failed(path, "cannot be written"))?;
        let create = |table: &Flat| {
            let path = swap.partial().join(file_name(table.name));
            let header: Vec<_> = table.columns.iter().map(|column| column.name).collect();
            let create = || {
                let mut file = BufWriter::with_capacity(1 << 16, File::create(&path)?);
                writeln!(file, "{}", header.join(","))?;
                Ok(file)
            };
            create().map_err(failed(&path, "cannot be written"))
        };
        let files = flat().iter().map(create).collect::<Result<_, _>>()?;
        let place =
            |name| flat().iter().position(|table| table.name == name).expect("every table has a file");
        let places = tables().iter().map(|table| {
            let lists = table.columns.iter().filter_map(|column| match column.kind {
                Kind::List(list) => Some(place(list.table)),
                _ => None,
            });
            (place(table.name), lists.collect())
        });
        let places = places.collect();
        Ok(Self { path: path.to_owned(), swap, files, places, held, changed: false, line: Vec::new() })
    }

    fn record(&mut self, record: &Record<'_>) -> std::io::Result<u64> {
        let Self { files, places, line, .. } = self;
        let mut rows = 0;
        shred(record, |table, row| {
            let (own, lists) = &places[table];
            line.clear();
            for (i, value) in row.iter().filter(|value| !matches!(value, Value::List(_))).enumerate() {
                if i > 0 {
                    line.push(b',');
                }
                write(line, value);
            }
            line.push(b'\n');
            files[*own].write_all(line)?;
            rows += 1;
            let items = row.iter().filter_map(|value| match value {
                Value::List(items) => Some(items),
                _ => None,
            });
            for (items, file) in items.zip(lists) {
                for (item, position) in items.iter().zip(1i64..) {
                    line.clear();
                    write(line, &row[0]);
                    if let Some(owner @ (Value::Id(_) | Value::Org(_))) = row.get(1) {
                        line.push(b',');
                        write(line, owner);
                    }
                    line.push(b',');
                    write(line, &Value::Integer(position));
                    line.push(b',');
                    write(line, &Value::Text(item));
                    line.push(b'\n');
                    files[*file].write_all(line)?;
                    rows += 1;
                }
            }
            Ok::<(), std::io::Error>(())
        })?;
        Ok(rows)
    }
}

impl Store for Csv {
    fn put(&mut self, batch: &[Record<'static>], replace: bool) -> Result<Vec<Outcome>, Error> {
        let mut outcomes = Vec::with_capacity(batch.len());
        for record in batch {
            let decision = self.held.decide(record, replace);
            if decision == Decision::Leave {
                outcomes.push(Outcome::Unchanged);
                continue;
            }
            let rows = self.record(record).map_err(failed(&self.path, "cannot be written"))?;
            self.changed = true;
            let is_new = decision == Decision::Load;
            outcomes.push(if is_new { Outcome::Loaded(rows) } else { Outcome::Replaced(rows) });
        }
        Ok(outcomes)
    }

    fn finish(self: Box<Self>) -> Result<(), Error> {
        let Self { path, swap, files, held, changed, .. } = *self;
        if !changed && path.exists() {
            return Ok(());
        }
        for (table, mut file) in flat().iter().zip(files) {
            let old = path.join(file_name(table.name));
            if old.exists() {
                let mut rows = Rows::open(&old)?;
                rows.next()?; // the header
                while let Some(row) = rows.next()? {
                    if held.stays(&String::from_utf8_lossy(row.get(..16).unwrap_or_default())) {
                        file.write_all(row).map_err(failed(&path, "cannot be written"))?;
                    }
                }
            }
            file.into_inner()
                .map_err(std::io::IntoInnerError::into_error)
                .and_then(|file| file.sync_all())
                .map_err(failed(&path, "cannot be written"))?;
        }
        write_package(swap.partial(), &package::csv(flat())).map_err(failed(&path, "cannot be written"))?;
        swap.become_folder()
    }

    fn keeps_batches(&self) -> bool {
        false
    }
}

fn file_name(table: &str) -> String {
    format!("{table}.csv")
}

/// What made each document of the folder.
fn index(path: &Path) -> Result<Held, Error> {
    let path = path.join(file_name("documents"));
    let mut held = Held::default();
    let mut rows = Rows::open(&path)?;
    rows.next()?; // the header
    let mut number = 1;
    while let Some(row) = rows.next()? {
        number += 1;
        let fields = first_fields::<5>(row);
        let known = fields.is_some_and(|[doc_id, _, name, version, rules]| {
            held.note(&doc_id, Made { name, version, rules })
        });
        if !known {
            return Err(foreign(&path, format!("its row {number} is none that gongwen wrote")));
        }
    }
    Ok(held)
}
