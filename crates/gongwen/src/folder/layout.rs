//! Which files an output folder holds, and the lock on it.

use super::FolderError;
use crate::entry::RECORDS;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Name of the list of inputs.
pub(super) const MANIFEST: &str = "manifest.jsonl";

/// Where everything is. Next to the outputs stand the manifest and `records.jsonl`; the rest is in `.gongwen/`, which is on
/// the same file system, so that a rename out of it is one step.
#[derive(Debug)]
pub(super) struct Layout {
    /// The output folder.
    pub(super) out: PathBuf,
    /// One line an input, sorted.
    pub(super) manifest: PathBuf,
    /// One record a line, in the order of the manifest.
    pub(super) records: PathBuf,
    /// What happened since the manifest was written.
    pub(super) journal: PathBuf,
    /// Records of the journal, where they are lines.
    pub(super) spool: PathBuf,
    /// The next manifest.
    pub(super) next_manifest: PathBuf,
    /// The next `records.jsonl`.
    pub(super) next_records: PathBuf,
    /// Says that the next ones are whole and take their places.
    pub(super) commit: PathBuf,
    /// Held while somebody writes.
    pub(super) lock: PathBuf,
    /// The folder of all that is not for users.
    pub(super) own: PathBuf,
}

impl Layout {
    pub(super) fn of(out: &Path) -> Self {
        let own = out.join(".gongwen");
        Self {
            out: out.into(),
            manifest: out.join(MANIFEST),
            records: out.join(RECORDS),
            journal: own.join("journal"),
            spool: own.join("spool"),
            next_manifest: own.join("next-manifest"),
            next_records: own.join("next-records"),
            commit: own.join("commit"),
            lock: own.join("lock"),
            own,
        }
    }

    /// Removes what a run that was cut off left half written. The next manifest and the next records are made again.
    pub(super) fn sweep(&self) -> Result<(), FolderError> {
        for entry in fs::read_dir(&self.own).map_err(FolderError::read(&self.own))? {
            let path = entry.map_err(FolderError::read(&self.own))?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name.starts_with("next-") || name.starts_with("partial-") {
                fs::remove_file(&path).map_err(FolderError::write(&path))?;
            }
        }
        Ok(())
    }
}

/// Keeps other processes out of a folder. The system takes it back when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock of a folder, which is made when missing.
    pub(super) fn take(layout: &Layout) -> Result<Self, FolderError> {
        fs::create_dir_all(&layout.out).map_err(FolderError::make(&layout.out))?;
        let failed = FolderError::write(&layout.out);
        match fs::create_dir(&layout.own) {
            Err(cause) if cause.kind() != io::ErrorKind::AlreadyExists => return Err(failed(cause)),
            _ => {}
        }
        let opened = File::options().read(true).write(true).create(true).truncate(false).open(&layout.lock);
        let mut file = opened.map_err(failed)?;
        match file.try_lock() {
            // Some network file systems have no locks: there, two at once are not told apart.
            Ok(()) => {}
            Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(cause)) => return Err(FolderError::write(&layout.lock)(cause)),
            Err(TryLockError::WouldBlock) => {
                let mut process = String::new();
                let process =
                    file.read_to_string(&mut process).ok().and_then(|_| process.trim().parse().ok());
                return Err(FolderError::Locked { path: layout.out.clone(), process });
            }
        }
        let named = file.set_len(0).and_then(|()| file.write_all(std::process::id().to_string().as_bytes()));
        // The number is for the message of another process only; on a full disk the lock holds without it.
        drop(named);
        Ok(Self { file })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Left empty, so that a folder does not tell who wrote it. The file stays: removing it would let two in.
        let _ = self.file.set_len(0);
    }
}
