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
    /// A file of a known kind that does not hold together.
    #[error("the {kind} is damaged: {cause}")]
    Damaged {
        /// Kind of file: `Word file`, `zip archive`.
        kind: &'static str,
        /// What does not hold.
        cause: &'static str,
    },
    /// A password is needed.
    #[error("the {kind} is encrypted; save it without a password first")]
    Encrypted {
        /// Kind of file.
        kind: &'static str,
    },
    /// A kind of file that is known and not read.
    #[error("the file is {what}, which is not read; {hint}")]
    Unread {
        /// What it is, with its article.
        what: &'static str,
        /// What to do instead.
        hint: &'static str,
    },
    /// More of something than an honest document has.
    #[error("the file goes beyond a limit: {what}, at most {limit} are read")]
    Limit {
        /// What there is too much of.
        what: &'static str,
        /// The limit.
        limit: u64,
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
