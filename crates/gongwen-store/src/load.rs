//! A load: records in, batch by batch.

use crate::source::{Found, Place, read};
use crate::store::{Outcome, Store, open};
use crate::{Address, Error, check};
use gongwen_record::Record;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A batch is one transaction. It ends with this many records …
const BATCH_RECORDS: usize = 256;

/// … or with this much JSON, whichever comes first: memory stays flat however many records there are.
const BATCH_BYTES: usize = 8 << 20;

/// How to load.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Replace documents that are there even if the same rules made them.
    pub replace: bool,
}

/// What a load did. Documents that are counted are safe in the store, unless it is one of files and the load failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents that were not there before.
    pub loaded: u64,
    /// Documents that other rules had made.
    pub replaced: u64,
    /// Documents that were there from the same rules.
    pub unchanged: u64,
    /// Records of a document that this load had already brought: the first one counts.
    pub repeated: u64,
    /// Records that could not be taken.
    pub refused: u64,
    /// Rows written, of all tables.
    pub rows: u64,
    /// Files of folders that are no records.
    pub left_alone: u64,
    /// Whether the documents counted so far are safe although the load did not end.
    pub kept: bool,
}

/// What is worth a line while loading.
#[derive(Debug)]
pub enum Notice<'n> {
    /// A record that could not be taken: where, and why.
    Refused(&'n Place, &'n str),
    /// A record of a document that this load had already brought: where, its `doc_id`, where the first one stands.
    Repeated(&'n Place, &'n str, &'n Place),
}

/// Loads every record under `paths` (folders, files, `-` for standard input). `summary` is right at any time, also after an error.
pub fn load(
    paths: &[PathBuf],
    address: &Address,
    options: Options,
    summary: &mut Summary,
    notice: &mut dyn FnMut(Notice<'_>),
) -> Result<(), Error> {
    let store = open(address)?;
    let mut load = Load {
        store,
        options,
        summary,
        notice,
        seen: BTreeMap::new(),
        places: Vec::new(),
        batch: Vec::new(),
        bytes: 0,
    };
    load.summary.kept = load.store.keeps_batches();
    read(paths, &mut |found| load.take(found))?;
    load.flush()?;
    load.store.finish()
}

struct Load<'l> {
    store: Box<dyn Store>,
    options: Options,
    summary: &'l mut Summary,
    notice: &'l mut dyn FnMut(Notice<'_>),
    /// Documents of this load and where their first record stands.
    seen: BTreeMap<u64, Place>,
    batch: Vec<Record<'static>>,
    places: Vec<Place>,
    bytes: usize,
}

impl Load<'_> {
    fn take(&mut self, found: Found) -> Result<(), Error> {
        match found {
            Found::Other => self.summary.left_alone += 1,
            Found::Broken(place, why) => self.refuse(&place, &why),
            Found::Record(place, record, bytes) => match check(&record) {
                Err(why) => self.refuse(&place, &why),
                Ok(()) => return self.add(place, *record, bytes),
            },
        }
        Ok(())
    }

    fn refuse(&mut self, place: &Place, why: &str) {
        self.summary.refused += 1;
        (self.notice)(Notice::Refused(place, why));
    }

    fn add(&mut self, place: Place, record: Record<'static>, bytes: usize) -> Result<(), Error> {
        let id = u64::from_str_radix(&record.doc_id, 16).expect("a checked doc_id is 16 hex digits");
        if let Some(first) = self.seen.get(&id) {
            self.summary.repeated += 1;
            (self.notice)(Notice::Repeated(&place, &record.doc_id, first));
            return Ok(());
        }
        self.seen.insert(id, place.clone());
        self.batch.push(record);
        self.places.push(place);
        self.bytes += bytes;
        if self.batch.len() >= BATCH_RECORDS || self.bytes >= BATCH_BYTES {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Error> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let outcomes = self.store.put(&self.batch, self.options.replace)?;
        let places = std::mem::take(&mut self.places);
        for (outcome, place) in outcomes.into_iter().zip(&places) {
            match outcome {
                Outcome::Loaded(rows) => {
                    self.summary.loaded += 1;
                    self.summary.rows += rows;
                }
                Outcome::Replaced(rows) => {
                    self.summary.replaced += 1;
                    self.summary.rows += rows;
                }
                Outcome::Unchanged => self.summary.unchanged += 1,
                Outcome::Refused(why) => self.refuse(place, &why),
            }
        }
        self.batch.clear();
        self.bytes = 0;
        Ok(())
    }
}
