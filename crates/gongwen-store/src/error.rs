//! What stops a load or a query.

use std::io;
use std::path::PathBuf;

/// Why a load or a query could not go on. A record that cannot be taken is none: see [`crate::Notice`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address is none.
    #[error("{address}: {why}")]
    Address {
        /// As given, without secrets.
        address: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The program was built without this store.
    #[error("{address}: this program was built without the feature `{feature}`")]
    Feature {
        /// The store.
        address: String,
        /// The Cargo feature.
        feature: &'static str,
    },
    /// What is there was not made by this program.
    #[error("{store}: {what}; nothing was changed: load into a new place")]
    Foreign {
        /// The store.
        store: String,
        /// What is there.
        what: String,
    },
    /// What is there was made by another version.
    #[error(
        "{store}: its {part} version is {found}, this program writes {ours}; nothing was changed: load the records into a new place"
    )]
    Version {
        /// The store.
        store: String,
        /// `layout` or `contract`.
        part: &'static str,
        /// There.
        found: String,
        /// Here.
        ours: &'static str,
    },
    /// There is nothing to ask.
    #[error("{store}: {what}")]
    Question {
        /// The store.
        store: String,
        /// What is wrong with the question.
        what: String,
    },
    /// A file or folder.
    #[error("{}: {doing}", path.display())]
    File {
        /// Its path.
        path: PathBuf,
        /// What was tried: `cannot be written`.
        doing: &'static str,
        /// Why not.
        #[source]
        cause: io::Error,
    },
    /// SQLite.
    #[cfg(feature = "sqlite")]
    #[error("{store}: {doing}: {cause}")]
    Sqlite {
        /// The file.
        store: String,
        /// What was tried.
        doing: &'static str,
        /// Why not. What SQLite itself calls the source says the same again.
        cause: rusqlite::Error,
    },
    /// Postgres.
    #[cfg(feature = "postgres")]
    #[error("{store}: {doing}: {cause}")]
    Postgres {
        /// The server.
        store: String,
        /// What was tried.
        doing: &'static str,
        /// Why not, one line.
        cause: String,
    },
    /// Parquet.
    #[cfg(feature = "parquet")]
    #[error("{}: {doing}", path.display())]
    Parquet {
        /// The file.
        path: PathBuf,
        /// What was tried.
        doing: &'static str,
        /// Why not.
        #[source]
        cause: parquet::errors::ParquetError,
    },
}
