//! Manifest and journal as one sorted list of entries, read line by line.

use super::journal::Extent;
use super::{FolderError, Layout};
use crate::Outcome;
use crate::entry::{Entry, RECORDS};
use serde::Deserialize;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Take};
use std::path::{Path, PathBuf};

/// What of a line is needed to put it in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) path: String,
    pub(super) retired: bool,
    /// Bytes of its record in `records.jsonl`, 0 when it is elsewhere.
    pub(super) line_bytes: u64,
}

impl Head {
    /// Reads the head of a line of JSON.
    pub(super) fn parse(line: &[u8]) -> Result<Self, serde_json::Error> {
        #[derive(Deserialize)]
        struct Fields<'a> {
            #[serde(borrow)]
            path: Cow<'a, str>,
            outcome: Outcome,
            #[serde(borrow)]
            output: Option<Cow<'a, str>>,
            bytes: u64,
        }
        let fields: Fields<'_> = serde_json::from_slice(line)?;
        let is_line = fields.output.as_deref() == Some(RECORDS);
        Ok(Self {
            path: fields.path.into_owned(),
            retired: fields.outcome == Outcome::Retired,
            line_bytes: if is_line { fields.bytes } else { 0 },
        })
    }
}

/// Where an entry and its record stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the manifest; its record at this place of `records.jsonl`.
    Manifest(u64),
    /// In the journal; its record at this place of the spool.
    Journal(u64),
}

/// An entry as it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its JSON with the line feed.
    pub(super) json: &'a [u8],
    pub(super) head: &'a Head,
    pub(super) place: Place,
}

/// Lines sorted by path: of a manifest, or of a journal as far as it can be trusted.
#[derive(Debug)]
struct Lines {
    path: PathBuf,
    /// `None` when there is nothing to read.
    file: Option<Take<BufReader<File>>>,
    number: usize,
    line: Vec<u8>,
    head: Option<Head>,
    /// Where the record of the current line begins.
    record_at: u64,
}

impl Lines {
    /// The first `bytes` of a file, which may not be there.
    fn open(path: &Path, bytes: u64) -> Result<Self, FolderError> {
        let file = match File::open(path) {
            Ok(file) => Some(BufReader::new(file).take(bytes)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
            Err(cause) => return Err(FolderError::read(path)(cause)),
        };
        let mut lines =
            Self { path: path.into(), file, number: 0, line: Vec::new(), head: None, record_at: 0 };
        lines.advance()?;
        Ok(lines)
    }

    fn advance(&mut self) -> Result<(), FolderError> {
        let before = self.head.take();
        self.record_at += before.as_ref().map_or(0, |head| head.line_bytes);
        let Some(file) = &mut self.file else { return Ok(()) };
        self.line.clear();
        self.number += 1;
        if file.read_until(b'\n', &mut self.line).map_err(FolderError::read(&self.path))? == 0 {
            return Ok(());
        }
        // What a journal begins with is no part of its first entry.
        let blank = self.line.iter().take_while(|&&byte| byte == b' ').count();
        self.line.drain(..blank);
        let head = Head::parse(&self.line).map_err(|cause| self.wrong(format!("no entry ({cause})")))?;
        if before.is_some_and(|before| before.path >= head.path) {
            return Err(self.wrong("not in its place by path".into()));
        }
        self.head = Some(head);
        Ok(())
    }

    /// The current entry; the next one becomes current.
    fn pass(&mut self, current: &mut Current) -> Result<(), FolderError> {
        current.head.clone_from(&self.head);
        current.number = self.number;
        current.record_at = self.record_at;
        std::mem::swap(&mut current.line, &mut self.line);
        self.advance()
    }

    fn wrong(&self, cause: String) -> FolderError {
        FolderError::Manifest { path: self.path.clone(), line: self.number, cause }
    }
}

/// The entry that was handed out last.
#[derive(Debug, Default)]
struct Current {
    line: Vec<u8>,
    head: Option<Head>,
    number: usize,
    record_at: u64,
    from_journal: bool,
}

/// The latest entry of each path, sorted by path: what the journal says, and the manifest where the journal says nothing.
#[derive(Debug)]
pub(super) struct Latest {
    manifest: Lines,
    journal: Lines,
    current: Current,
    /// Bytes in `records.jsonl` whose entries the journal has replaced.
    pub(super) replaced: u64,
}

impl Latest {
    /// Of the manifest alone.
    pub(super) fn of_manifest(layout: &Layout) -> Result<Self, FolderError> {
        Self::of_both(layout, Extent::default())
    }

    /// Of the manifest and the journal.
    pub(super) fn of_both(layout: &Layout, journal: Extent) -> Result<Self, FolderError> {
        Ok(Self {
            manifest: Lines::open(&layout.manifest, u64::MAX)?,
            journal: Lines::open(&layout.journal, journal.bytes)?,
            current: Current::default(),
            replaced: 0,
        })
    }

    /// The next entry. Retired ones are left out.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>, FolderError> {
        loop {
            let order = match (&self.manifest.head, &self.journal.head) {
                (None, None) => return Ok(None),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(manifest), Some(journal)) => manifest.path.cmp(&journal.path),
            };
            if order.is_eq() {
                self.replaced += self.manifest.head.as_ref().map_or(0, |head| head.line_bytes);
                self.manifest.advance()?;
            }
            self.current.from_journal = order.is_ge();
            let from = if order.is_ge() { &mut self.journal } else { &mut self.manifest };
            from.pass(&mut self.current)?;
            if self.current.head.as_ref().is_some_and(|head| !head.retired) {
                let Current { line, head, record_at, from_journal, .. } = &self.current;
                let place = if *from_journal { Place::Journal } else { Place::Manifest }(*record_at);
                return Ok(head.as_ref().map(|head| Line { json: line, head, place }));
            }
        }
    }

    /// The next entry as a whole.
    pub(super) fn next_entry(&mut self) -> Result<Option<Entry>, FolderError> {
        let Some(line) = self.next()? else { return Ok(None) };
        let entry = serde_json::from_slice::<Entry>(line.json).map_err(|cause| cause.to_string());
        let sound = entry.and_then(|entry| {
            if entry.is_sound() { Ok(entry) } else { Err("no entry of this folder".to_owned()) }
        });
        let Current { number: line, from_journal, .. } = self.current;
        let path = if from_journal { &self.journal.path } else { &self.manifest.path };
        sound.map(Some).map_err(|cause| FolderError::Manifest { path: path.clone(), line, cause })
    }
}
