//! What happened since the manifest was written: appended line by line, so that a process can be killed at any moment. One batch
//! writes it, in the order of its tasks, so it is sorted by path as the manifest is.

use super::lines::Head;
use super::{FolderError, Layout};
use crate::Entry;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};

/// A journal that is written, and the spool of its records. Both are begun with the first entry.
#[derive(Debug, Default)]
pub(super) struct Journal {
    file: Option<File>,
    spool: Option<File>,
    line: Vec<u8>,
    broken: bool,
}

/// What a journal begins with, in front of its first entry: JSON does not mind.
const BEGINNING: &[u8] = b" ";

impl Journal {
    /// Begins the journal before any record is written beside it: a disk that fills up has room then for entries of the records
    /// that were done, and the next run need not do all of them again.
    pub(super) fn begin(&mut self, layout: &Layout) -> Result<(), FolderError> {
        if self.file.is_some() { Ok(()) } else { write(&mut self.file, &layout.journal, BEGINNING) }
    }

    /// Appends an entry; `record` is what goes to `records.jsonl` with it.
    ///
    /// The record is written before the entry that speaks of it. After an error nothing more is written: a line that was cut
    /// must be the last one.
    pub(super) fn append(
        &mut self,
        layout: &Layout,
        entry: &Entry,
        record: Option<&[u8]>,
    ) -> Result<(), FolderError> {
        if self.broken {
            return Err(FolderError::write(&layout.journal)(io::ErrorKind::StorageFull.into()));
        }
        self.line.clear();
        serde_json::to_writer(&mut self.line, entry).expect("an entry has string keys only");
        self.line.push(b'\n');
        let written = match record {
            Some(record) => write(&mut self.spool, &layout.spool, record),
            None => Ok(()),
        };
        let written = written.and_then(|()| write(&mut self.file, &layout.journal, &self.line));
        self.broken = written.is_err();
        written
    }
}

/// Appends to a file, which is begun when it is not there.
fn write(file: &mut Option<File>, path: &std::path::Path, bytes: &[u8]) -> Result<(), FolderError> {
    let opened = match file {
        Some(opened) => opened,
        None => file.insert(File::create(path).map_err(FolderError::write(path))?),
    };
    opened.write_all(bytes).map_err(FolderError::write(path))
}

/// How far a journal can be trusted: up to the first line that is not whole, since it was cut off there, or whose record the spool
/// does not hold, or that is not in its place by path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// Bytes of the lines.
    pub(super) bytes: u64,
    /// Bytes of the spool that they speak of.
    pub(super) spooled: u64,
}

impl Extent {
    /// Of the journal that is there; nothing of one that is not.
    pub(super) fn of(layout: &Layout) -> Result<Self, FolderError> {
        let mut extent = Self::default();
        let file = match File::open(&layout.journal) {
            Ok(file) => file,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(extent),
            Err(cause) => return Err(FolderError::read(&layout.journal)(cause)),
        };
        let spool = layout.spool.metadata().map_or(0, |about| about.len());
        let (mut file, mut line, mut last) = (BufReader::new(file), Vec::new(), String::new());
        loop {
            line.clear();
            let bytes = file.read_until(b'\n', &mut line).map_err(FolderError::read(&layout.journal))?;
            let Some(head) = Head::parse(&line).ok().filter(|_| line.ends_with(b"\n")) else { break };
            let spooled = extent.spooled + head.line_bytes;
            if spooled > spool || extent.bytes > 0 && head.path <= last {
                break;
            }
            extent = Self { bytes: extent.bytes + bytes as u64, spooled };
            last = head.path;
        }
        Ok(extent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_that_was_only_begun_says_nothing() {
        let desk = tempfile::tempdir().expect("a folder");
        let layout = Layout::of(desk.path());
        std::fs::create_dir_all(&layout.own).expect("a folder");
        Journal::default().begin(&layout).expect("room for a byte");
        // Its first page is taken: an entry of a full disk has its place.
        assert_eq!(layout.journal.metadata().map(|about| about.len()).ok(), Some(1));
        assert_eq!(Extent::of(&layout).expect("it can be read"), Extent::default());
    }
}
