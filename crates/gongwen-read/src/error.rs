//! What stops reading.

use gongwen_text::decode::DecodeError;

/// Why a file cannot be read at all. What is merely odd in a document is a diagnostic instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing there, or white space only.
    #[error("the file is empty")]
    Empty,
    /// Another kind of file.
    #[error("the file is no text: it looks like {what}")]
    Binary {
        /// What it looks like.
        what: &'static str,
    },
    /// Positions would not fit.
    #[error("the file has {bytes} bytes; at most {limit} can be read")]
    TooLarge {
        /// Size of the file.
        bytes: usize,
        /// The largest size.
        limit: usize,
    },
}

impl From<DecodeError> for ReadError {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Binary { what } => Self::Binary { what },
            _ => Self::Empty,
        }
    }
}
