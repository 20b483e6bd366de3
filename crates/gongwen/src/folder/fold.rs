//! Journal and manifest become the next manifest, and the spool the next `records.jsonl`: all or nothing.
//!
//! The next files are written whole beside the old ones. Then the file `commit` gets its name, in one step: from there on the
//! next files take the places of the old ones, now or by whoever opens the folder next. Before it, nothing has happened.

use super::journal::Extent;
use super::lines::{Latest, Line, Place};
use super::{FolderError, Layout};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, Write};
use std::ops::Range;
use std::path::Path;

/// What becomes of `records.jsonl`: what the file `commit` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Records {
    /// Stays as it is, or is not there.
    Stay,
    /// The spool is it.
    Spool,
    /// Is put together from the old one and the spool.
    Next,
    /// Holds nothing any more.
    Gone,
}

impl Records {
    const ALL: [(Self, &'static str); 4] =
        [(Self::Stay, "stay"), (Self::Spool, "spool"), (Self::Next, "next"), (Self::Gone, "gone")];
}

/// Folds the journal into the manifest. `whole` says whether `records.jsonl` is as the manifest says; if not, the entries
/// whose records it held are dropped, and so converted again.
pub(super) fn fold(layout: &Layout, whole: bool) -> Result<(), FolderError> {
    let journal = Extent::of(layout)?;
    if journal.bytes == 0 {
        return clear(layout);
    }
    let spooled = journal.spooled;
    let mut latest = Latest::of_both(layout, journal)?;
    let failed = || FolderError::write(&layout.next_manifest);
    let mut manifest =
        BufWriter::with_capacity(1 << 16, File::create(&layout.next_manifest).map_err(failed())?);
    let mut pieces = Pieces::default();
    while let Some(Line { json, head, place }) = latest.next()? {
        if head.line_bytes > 0 {
            if !whole && matches!(place, Place::Manifest(_)) {
                continue;
            }
            pieces.add(place, head.line_bytes);
        }
        manifest.write_all(json).map_err(failed())?;
    }
    let file = manifest.into_inner().map_err(|cause| failed()(cause.into_error()))?;
    // Once a batch: a manifest that a power failure cut would vouch for records that are not there.
    file.sync_data().map_err(failed())?;
    let records = match pieces.list.as_slice() {
        [] if latest.replaced > 0 || !whole => Records::Gone,
        [] => Records::Stay,
        [(Source::Records, all)] if latest.replaced == 0 && all.start == 0 && whole => Records::Stay,
        [(Source::Spool, all)] if *all == (0..spooled) => {
            let spool = File::options().write(true).open(&layout.spool);
            spool.and_then(|file| file.set_len(spooled)).map_err(FolderError::write(&layout.spool))?;
            Records::Spool
        }
        list => {
            put_together(layout, list)?;
            Records::Next
        }
    };
    let word = Records::ALL.iter().find(|it| it.0 == records).map_or("", |it| it.1);
    let partial = layout.own.join("partial-commit");
    let committed = fs::write(&partial, word).and_then(|()| fs::rename(&partial, &layout.commit));
    committed.map_err(FolderError::write(&layout.commit))?;
    roll_forward(layout)
}

/// Finishes what was committed, if anything was: each step can be done twice.
pub(super) fn roll_forward(layout: &Layout) -> Result<(), FolderError> {
    let word = match fs::read_to_string(&layout.commit) {
        Ok(word) => word,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(FolderError::read(&layout.commit)(cause)),
    };
    match Records::ALL.iter().find(|it| it.1 == word).map(|it| it.0) {
        Some(Records::Spool) => moved(&layout.spool, &layout.records)?,
        Some(Records::Next) => moved(&layout.next_records, &layout.records)?,
        Some(Records::Gone) => remove(&layout.records)?,
        Some(Records::Stay) | None => {}
    }
    moved(&layout.next_manifest, &layout.manifest)?;
    clear(layout)?;
    remove(&layout.commit)
}

/// Forgets the journal. The spool goes behind it: without entries it says nothing.
fn clear(layout: &Layout) -> Result<(), FolderError> {
    remove(&layout.journal)?;
    remove(&layout.spool)
}

fn moved(from: &Path, to: &Path) -> Result<(), FolderError> {
    match fs::rename(from, to) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(FolderError::write(to)(cause)),
        _ => Ok(()),
    }
}

fn remove(path: &Path) -> Result<(), FolderError> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(FolderError::write(path)(cause)),
        _ => Ok(()),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Records,
    Spool,
}

/// Stretches of bytes that make up the next `records.jsonl`; neighbours of one file are one stretch.
#[derive(Debug, Default)]
struct Pieces {
    list: Vec<(Source, Range<u64>)>,
}

impl Pieces {
    fn add(&mut self, place: Place, bytes: u64) {
        let (source, at) = match place {
            Place::Manifest(at) => (Source::Records, at),
            Place::Journal(at) => (Source::Spool, at),
        };
        match self.list.last_mut() {
            Some((last, range)) if *last == source && range.end == at => range.end += bytes,
            _ => self.list.push((source, at..at + bytes)),
        }
    }
}

fn put_together(layout: &Layout, list: &[(Source, Range<u64>)]) -> Result<(), FolderError> {
    let open = |path: &Path| match File::open(path) {
        Ok(file) => Ok(Some(file)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(FolderError::read(path)(cause)),
    };
    let (records, spool) = (open(&layout.records)?, open(&layout.spool)?);
    let failed = || FolderError::write(&layout.next_records);
    let mut next = File::create(&layout.next_records).map_err(failed())?;
    for (source, range) in list {
        let (file, path) = match source {
            Source::Records => (&records, &layout.records),
            Source::Spool => (&spool, &layout.spool),
        };
        let missing = || FolderError::read(path)(io::ErrorKind::UnexpectedEof.into());
        let mut file = file.as_ref().ok_or_else(missing)?;
        file.seek(io::SeekFrom::Start(range.start)).map_err(FolderError::read(path))?;
        let bytes = range.end - range.start;
        let copied = io::copy(&mut file.take(bytes), &mut next).map_err(failed())?;
        if copied < bytes {
            return Err(missing());
        }
    }
    Ok(())
}
