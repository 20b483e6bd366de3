//! What stops the conversion of one file.

use gongwen_read::ReadError;

/// A file that could not be converted, and why. Other files of a batch go on.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct Error {
    /// The file, as given.
    pub path: String,
    /// Why.
    #[source]
    pub reason: Reason,
}

/// Why a file could not be converted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The file could not be opened or read.
    #[error("cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// The folder could not be listed.
    #[error("cannot be listed: {0}")]
    Folder(String),
    /// Its content is no document of a known format.
    #[error(transparent)]
    Content(#[from] ReadError),
    /// Larger than any document.
    #[error("has {bytes} bytes; at most {limit} are read, split it first")]
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A defect of this program met this file.
    #[error("stopped by a defect of this program ({0}); please report it with the file")]
    Panic(String),
}

impl Reason {
    /// Whether the file is of another kind and no document at all: nothing is lost when a walk over a folder passes it by.
    pub fn is_other_kind(&self) -> bool {
        matches!(self, Self::Content(ReadError::Binary { .. }))
    }

    /// A word for it that stays: what reports count by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "unreadable",
            Self::Folder(_) => "unlisted",
            Self::TooLarge { .. } | Self::Content(ReadError::TooLarge { .. }) => "too-large",
            Self::Content(ReadError::Empty) => "empty",
            Self::Content(ReadError::Binary { .. }) => "other-kind",
            Self::Content(ReadError::Damaged { .. }) => "damaged",
            Self::Content(ReadError::Encrypted { .. }) => "encrypted",
            Self::Content(ReadError::Unread { .. }) => "format-unread",
            Self::Content(ReadError::Limit { .. }) => "beyond-limit",
            Self::Content(_) => "content-unread",
            Self::Panic(_) => "defect",
        }
    }

    /// The same reason with the file that it stopped.
    pub fn at(self, path: impl Into<String>) -> Error {
        Error { path: path.into(), reason: self }
    }
}
