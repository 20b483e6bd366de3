//! What happened since the manifest was written: appended line by line, so that a process can be killed at any moment.

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

impl Journal {
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

/// The entries of a journal sorted by path, the last one of each path, as places in the file.
#[derive(Debug, Default)]
pub(super) struct Index {
    paths: String,
    rows: Vec<Row>,
    /// Bytes of the spool that entries speak of.
    pub(super) spooled: u64,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    path: (u32, u32),
    /// Number of the line, from 1.
    pub(super) number: u32,
    /// Length of the line in bytes.
    pub(super) bytes: u32,
    /// Where the line begins.
    pub(super) at: u64,
    /// Where its record begins in the spool.
    pub(super) record_at: u64,
}

impl Index {
    /// Reads a journal up to the first line that is not whole: it was cut off there. A record that the spool does not hold
    /// ends it as well.
    pub(super) fn read(layout: &Layout) -> Result<Self, FolderError> {
        let mut index = Self::default();
        let file = match File::open(&layout.journal) {
            Ok(file) => file,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(index),
            Err(cause) => return Err(FolderError::read(&layout.journal)(cause)),
        };
        let spool = layout.spool.metadata().map_or(0, |about| about.len());
        let (mut file, mut line, mut at) = (BufReader::new(file), Vec::new(), 0);
        loop {
            line.clear();
            let bytes = file.read_until(b'\n', &mut line).map_err(FolderError::read(&layout.journal))?;
            let Some(head) = Head::parse(&line).ok().filter(|_| line.ends_with(b"\n")) else { break };
            if index.spooled + head.line_bytes > spool {
                break;
            }
            let start = index.paths.len();
            index.paths.push_str(&head.path);
            index.rows.push(Row {
                path: (start as u32, index.paths.len() as u32),
                number: index.rows.len() as u32 + 1,
                bytes: bytes as u32,
                at,
                record_at: index.spooled,
            });
            index.spooled += head.line_bytes;
            at += bytes as u64;
        }
        let Self { paths, rows, .. } = &mut index;
        let path = |row: &Row| &paths[row.path.0 as usize..row.path.1 as usize];
        rows.sort_by(|a, b| path(a).cmp(path(b)).then(b.at.cmp(&a.at)));
        rows.dedup_by(|later, kept| path(later) == path(kept));
        Ok(index)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn row(&self, number: usize) -> Row {
        self.rows[number]
    }

    /// The path of a row; `None` behind the last.
    pub(super) fn path(&self, number: usize) -> Option<&str> {
        let (start, end) = self.rows.get(number)?.path;
        Some(&self.paths[start as usize..end as usize])
    }
}
