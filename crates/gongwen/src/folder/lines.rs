//! Manifest and journal as one sorted list of entries, read line by line.

use super::journal::Index;
use super::{FolderError, Layout};
use crate::Outcome;
use crate::entry::{Entry, RECORDS};
use serde::Deserialize;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
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

/// Lines of a manifest in their order.
#[derive(Debug)]
struct Manifest {
    path: PathBuf,
    /// `None` when there is no manifest yet.
    file: Option<BufReader<File>>,
    number: usize,
    line: Vec<u8>,
    head: Option<Head>,
    /// Where the record of the current line begins in `records.jsonl`.
    record_at: u64,
}

impl Manifest {
    fn open(path: &Path) -> Result<Self, FolderError> {
        let file = match File::open(path) {
            Ok(file) => Some(BufReader::new(file)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
            Err(cause) => return Err(FolderError::read(path)(cause)),
        };
        let mut manifest =
            Self { path: path.into(), file, number: 0, line: Vec::new(), head: None, record_at: 0 };
        manifest.advance()?;
        Ok(manifest)
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
        let head = Head::parse(&self.line).map_err(|cause| self.wrong(format!("no entry ({cause})")))?;
        if before.is_some_and(|before| before.path >= head.path) {
            return Err(self.wrong("not in its place by path".into()));
        }
        self.head = Some(head);
        Ok(())
    }

    fn wrong(&self, cause: String) -> FolderError {
        FolderError::Manifest { path: self.path.clone(), line: self.number, cause }
    }
}

/// The latest entry of each path, sorted by path: what the journal says, and the manifest where the journal says nothing.
#[derive(Debug)]
pub(super) struct Latest {
    manifest: Manifest,
    journal: Option<(BufReader<File>, Index)>,
    /// Rows of the index done with.
    rows: usize,
    /// Where the reader of the journal stands.
    at: u64,
    line: Vec<u8>,
    head: Option<Head>,
    place: Place,
    number: usize,
    /// Bytes in `records.jsonl` whose entries the journal has replaced.
    pub(super) replaced: u64,
}

impl Latest {
    /// Of the manifest alone.
    pub(super) fn of_manifest(layout: &Layout) -> Result<Self, FolderError> {
        Ok(Self {
            manifest: Manifest::open(&layout.manifest)?,
            journal: None,
            rows: 0,
            at: 0,
            line: Vec::new(),
            head: None,
            place: Place::Manifest(0),
            number: 0,
            replaced: 0,
        })
    }

    /// Of the manifest and the journal.
    pub(super) fn of_both(layout: &Layout, index: Index) -> Result<Self, FolderError> {
        let manifest = Self::of_manifest(layout)?;
        if index.is_empty() {
            return Ok(manifest);
        }
        let file = File::open(&layout.journal).map_err(FolderError::read(&layout.journal))?;
        Ok(Self { journal: Some((BufReader::new(file), index)), ..manifest })
    }

    /// The next entry. Retired ones are left out.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>, FolderError> {
        loop {
            let from_journal = self.journal.as_ref().and_then(|(_, index)| index.path(self.rows));
            let from_manifest = self.manifest.head.as_ref().map(|head| &*head.path);
            match (from_manifest, from_journal) {
                (None, None) => return Ok(None),
                (Some(manifest), Some(journal)) if manifest == journal => {
                    self.replaced += self.manifest.head.as_ref().map_or(0, |head| head.line_bytes);
                    self.manifest.advance()?;
                    self.take_from_journal()?;
                }
                (Some(manifest), journal) if journal.is_none_or(|journal| manifest < journal) => {
                    self.place = Place::Manifest(self.manifest.record_at);
                    self.number = self.manifest.number;
                    std::mem::swap(&mut self.line, &mut self.manifest.line);
                    self.head.clone_from(&self.manifest.head);
                    self.manifest.advance()?;
                }
                _ => self.take_from_journal()?,
            }
            if self.head.as_ref().is_some_and(|head| !head.retired) {
                let (json, place) = (&*self.line, self.place);
                return Ok(self.head.as_ref().map(|head| Line { json, head, place }));
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
        let line = self.number;
        sound.map(Some).map_err(|cause| FolderError::Manifest {
            path: self.manifest.path.clone(),
            line,
            cause,
        })
    }

    fn take_from_journal(&mut self) -> Result<(), FolderError> {
        let (file, index) = self.journal.as_mut().expect("a row was found in it");
        let row = index.row(self.rows);
        self.rows += 1;
        self.number = row.number as usize;
        self.line.resize(row.bytes as usize, 0);
        let way = row.at as i64 - self.at as i64;
        let read = file.seek_relative(way).and_then(|()| file.read_exact(&mut self.line));
        read.map_err(FolderError::read(Path::new("journal")))?;
        self.at = row.at + u64::from(row.bytes);
        self.head = Head::parse(&self.line).ok();
        self.place = Place::Journal(row.record_at);
        Ok(())
    }
}
