//! An output folder that remembers: what was converted from what, by which rules, with which result.
//!
//! **What is in it.** Records as files `NAME.json`, or as lines of `records.jsonl`; `manifest.jsonl`, one [`Entry`] an input,
//! sorted by path; and `.gongwen/`, where all is that is not finished. While a batch runs, each entry is appended to a journal
//! when its record and those before it are in place; at the end manifest and journal become the next manifest in one step.
//!
//! **Killed at any moment** (`kill -9`), a batch loses the documents under way and nothing else: a record gets its name when
//! it is whole, an entry is written behind its record, and whoever opens the folder next removes what is half written and
//! folds the journal. Then the batch ends with the same bytes, in records and manifest, as if it had never been cut off.
//!
//! **A power failure** is another matter: files are not forced to the disk one by one, which would cost more than their
//! conversion. Entries carry the size of their records, so that records which the file system lost or emptied are made again.
//!
//! **What is unchanged** is told by the SHA-256 of the input, not by its time: copies, archives and version control set times
//! as they like, and reading and hashing a document costs a small part of its conversion.

mod error;
mod fold;
mod journal;
mod layout;
mod lines;
mod tasks;
mod work;

use crate::entry::RECORDS;
use crate::{Conversion, Entry, Inputs, archive};
use journal::{Extent, Journal};
use layout::{Layout, Lock, MANIFEST};
use lines::Latest;
use std::path::Path;
use std::sync::atomic::AtomicU32;
use std::sync::{Mutex, PoisonError};

pub use error::FolderError;
pub use tasks::{Task, Tasks};
pub use work::{Done, Step, Why};

/// Files of an output folder that are no documents.
pub(crate) const NAMES: [&str; 2] = [MANIFEST, RECORDS];

/// Where records go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A file for each record.
    Files,
    /// A line of `records.jsonl` for each record, in the order of their paths.
    Lines,
}

/// What a batch does with what the folder holds already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Convert also what is unchanged, and retire also when a place is empty altogether.
    pub force: bool,
    /// Try again what failed.
    pub retry_failed: bool,
    /// Only say what would be done; write nothing.
    pub dry_run: bool,
}

/// An output folder, open for one batch.
#[derive(Debug)]
pub struct Folder {
    layout: Layout,
    conversion: Conversion,
    format: Format,
    manner: Manner,
    /// Whether `records.jsonl` is as the manifest says.
    whole: bool,
    journal: Mutex<Journal>,
    /// Numbers of partial files.
    partials: AtomicU32,
    /// `None` in a dry run.
    lock: Option<Lock>,
}

impl Folder {
    /// Opens a folder, makes it when missing, and finishes what an earlier run could not.
    ///
    /// # Errors
    /// - [`FolderError::Make`], [`FolderError::Write`], [`FolderError::Read`] when the system refuses;
    /// - [`FolderError::Locked`] while another process writes to it;
    /// - [`FolderError::Manifest`] when its manifest cannot be understood;
    /// - [`FolderError::Foreign`] when records would go to a file that is not ours.
    pub fn open(
        out: &Path,
        conversion: Conversion,
        format: Format,
        manner: Manner,
    ) -> Result<Self, FolderError> {
        let layout = Layout::of(out);
        let lock = if manner.dry_run {
            None
        } else {
            let lock = Lock::take(&layout)?;
            fold::roll_forward(&layout)?;
            layout.sweep()?;
            fold::fold(&layout, is_whole(&layout)?.0)?;
            Some(lock)
        };
        let (whole, bytes) = is_whole(&layout)?;
        if format == Format::Lines && bytes == 0 && is_foreign(&layout.records) {
            return Err(FolderError::Foreign { path: layout.records });
        }
        let (journal, partials) = (Mutex::default(), AtomicU32::new(0));
        Ok(Self { layout, conversion, format, manner, whole, journal, partials, lock })
    }

    /// What there is to do for `inputs`, which are sorted ([`Inputs::sort`]).
    ///
    /// # Errors
    /// [`FolderError::Read`], [`FolderError::Manifest`]; also as an item, which is then the last.
    pub fn tasks<'a>(&self, inputs: &'a Inputs) -> Result<Tasks<'a>, FolderError> {
        // What an earlier run left in its journal is in the manifest by now, but for a dry run, which folds nothing.
        let journal = if self.manner.dry_run { Extent::of(&self.layout)? } else { Extent::default() };
        Tasks::new(inputs, Latest::of_both(&self.layout, journal)?, self.manner, self.whole)
    }

    /// Ends the batch: the manifest and, where records are lines, `records.jsonl` are written. A batch that changed nothing
    /// writes nothing.
    ///
    /// # Errors
    /// [`FolderError::Write`], [`FolderError::Read`]. Nothing is lost then: the next run goes on from the journal.
    pub fn close(self) -> Result<(), FolderError> {
        let Self { layout, whole, journal, lock, .. } = self;
        drop(journal);
        if lock.is_some() {
            fold::fold(&layout, whole)?;
        }
        Ok(())
    }

    fn begin_journal(&self) -> Result<(), FolderError> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner).begin(&self.layout)
    }

    fn journal(&self, entry: &Entry, record: Option<&[u8]>) -> Result<(), FolderError> {
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        journal.append(&self.layout, entry, record)
    }
}

/// Whether `records.jsonl` has the bytes that the manifest says, and how many these are.
fn is_whole(layout: &Layout) -> Result<(bool, u64), FolderError> {
    let mut latest = Latest::of_manifest(layout)?;
    let mut bytes = 0;
    while let Some(line) = latest.next()? {
        bytes += line.head.line_bytes;
    }
    let size = layout.records.metadata().map_or(0, |about| about.len());
    Ok((bytes == 0 || bytes == size, bytes))
}

/// Whether a file with content is there that begins like no record.
fn is_foreign(file: &Path) -> bool {
    file.metadata().is_ok_and(|about| !about.is_file() || about.len() > 0) && !archive::is_record(file)
}
