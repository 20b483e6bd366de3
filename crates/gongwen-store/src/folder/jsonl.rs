//! `jsonl:FILE`: a record a line.

use super::held::Held;
use super::swap::Swap;
use super::{failed, foreign};
use crate::Error;
use crate::decide::{Decision, Made};
use crate::store::{Outcome, Store};
use gongwen_record::Record;
use serde::Deserialize;
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file of lines that is being written anew.
pub(crate) struct Jsonl {
    path: PathBuf,
    swap: Swap,
    out: BufWriter<File>,
    held: Held,
    changed: bool,
    line: Vec<u8>,
}

/// What has to be known of a line that is there.
#[derive(Deserialize)]
struct Head<'l> {
    #[serde(borrow)]
    doc_id: Cow<'l, str>,
    #[serde(borrow)]
    producer: Producer<'l>,
}

#[derive(Deserialize)]
struct Producer<'l> {
    #[serde(borrow)]
    name: Cow<'l, str>,
    #[serde(borrow)]
    version: Cow<'l, str>,
    #[serde(borrow)]
    rules: Cow<'l, str>,
}

impl Jsonl {
    /// Opens a file or makes one.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let swap = Swap::begin(path)?;
        let mut held = Held::default();
        each_line(path, &mut |number, line| {
            let head: Head<'_> = serde_json::from_slice(line)
                .map_err(|_| foreign(path, format!("its line {number} is no record")))?;
            let Producer { name, version, rules } = head.producer;
            let made = Made { name: name.into(), version: version.into(), rules: rules.into() };
            if held.note(&head.doc_id, made) {
                return Ok(());
            }
            Err(foreign(path, format!("its line {number} has a doc_id that is none or was there before")))
        })?;
        let file = File::create(swap.partial()).map_err(failed(path, "cannot be written"))?;
        let out = BufWriter::with_capacity(1 << 16, file);
        Ok(Self { path: path.to_owned(), swap, out, held, changed: false, line: Vec::new() })
    }
}

impl Store for Jsonl {
    fn put(&mut self, batch: &[Record<'static>], replace: bool) -> Result<Vec<Outcome>, Error> {
        let mut outcomes = Vec::with_capacity(batch.len());
        for record in batch {
            let decision = self.held.decide(record, replace);
            if decision == Decision::Leave {
                outcomes.push(Outcome::Unchanged);
                continue;
            }
            self.line.clear();
            record.write_json(&mut self.line);
            self.line.push(b'\n');
            self.out.write_all(&self.line).map_err(failed(&self.path, "cannot be written"))?;
            self.changed = true;
            let is_new = decision == Decision::Load;
            outcomes.push(if is_new { Outcome::Loaded(1) } else { Outcome::Replaced(1) });
        }
        Ok(outcomes)
    }

    fn finish(self: Box<Self>) -> Result<(), Error> {
        let Self { path, swap, mut out, held, changed, .. } = *self;
        if !changed {
            return Ok(());
        }
        each_line(&path, &mut |_, line| {
            let head: Head<'_> =
                serde_json::from_slice(line).map_err(|_| foreign(&path, "changed meanwhile"))?;
            if !held.stays(&head.doc_id) {
                return Ok(());
            }
            out.write_all(line).map_err(failed(&path, "cannot be written"))
        })?;
        out.into_inner()
            .map_err(std::io::IntoInnerError::into_error)
            .and_then(|file| file.sync_all())
            .map_err(failed(&path, "cannot be written"))?;
        swap.become_file()
    }

    fn keeps_batches(&self) -> bool {
        false
    }
}

/// Every line of a file with its line feed, and its number; none when the file is not there.
fn each_line(path: &Path, take: &mut dyn FnMut(u64, &[u8]) -> Result<(), Error>) -> Result<(), Error> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(failed(path, "cannot be read")(cause)),
    };
    let mut file = BufReader::with_capacity(1 << 16, file);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if file.read_until(b'\n', &mut line).map_err(failed(path, "cannot be read"))? == 0 {
            break;
        }
        if !line.ends_with(b"\n") {
            line.push(b'\n');
        }
        take(number, &line)?;
    }
    Ok(())
}
