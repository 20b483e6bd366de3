//! What stops a batch as a whole.

use std::io;
use std::path::{Path, PathBuf};

/// Why a batch cannot begin or go on. What stops one input only stands in its entry.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FolderError {
    /// The folder cannot be made.
    #[error("{}: cannot be made: {cause}", path.display())]
    Make {
        /// The folder.
        path: PathBuf,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// A file in it cannot be read.
    #[error("{}: cannot be read: {cause}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// A file in it cannot be written, and no other could: no room is left, or writing is not allowed.
    #[error("{}: cannot be written: {cause}; what was done before is kept, start again to go on", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// Another process writes to it.
    #[error("{}: another gongwen{} writes to this folder; wait for it, or give another one", path.display(), in_words(*process))]
    Locked {
        /// The folder.
        path: PathBuf,
        /// Number of the process, when it could be told.
        process: Option<u32>,
    },
    /// A manifest that this program did not write, or a newer one did.
    #[error("{}, line {line}: {cause}; remove the file to convert everything anew", path.display())]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        cause: String,
    },
    /// A file that is not ours stands where records go.
    #[error("{}: stands in the way and holds no records; move it, or give another folder", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Two documents of different places would have one name.
    #[error(
        "{name}: stands for {other} in this output folder already; give {given} another folder, or both at once"
    )]
    Taken {
        /// The name.
        name: String,
        /// The document that has it.
        other: String,
        /// The document that would get it.
        given: String,
    },
}

impl FolderError {
    pub(super) fn make(path: &Path) -> impl FnOnce(io::Error) -> Self {
        |cause| Self::Make { path: path.into(), cause }
    }

    pub(super) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        |cause| Self::Read { path: path.into(), cause }
    }

    pub(super) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        |cause| Self::Write { path: path.into(), cause }
    }
}

/// Whether what stops one file from being written stops every other as well.
pub(super) fn stops_all(cause: &io::Error) -> bool {
    use io::ErrorKind::{QuotaExceeded, ReadOnlyFilesystem, StorageFull};
    matches!(cause.kind(), StorageFull | QuotaExceeded | ReadOnlyFilesystem)
}

fn in_words(number: Option<u32>) -> String {
    number.map(|number| format!(" (process {number})")).unwrap_or_default()
}
