//! What a store does, whichever it is.

use crate::{Address, Error};
use gongwen_record::Record;

/// What became of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was not there; so many rows.
    Loaded(u64),
    /// It was there from other rules; so many rows now.
    Replaced(u64),
    /// It was there.
    Unchanged,
    /// The store cannot take it: why, one line.
    Refused(String),
}

/// A place that takes records whole.
pub(crate) trait Store {
    /// Puts a batch in, all of it or nothing; one outcome a record, in order. The records are checked, and no two have one
    /// `doc_id`. With `replace`, what is there gives way whatever made it.
    fn put(&mut self, batch: &[Record<'static>], replace: bool) -> Result<Vec<Outcome>, Error>;

    /// Ends well. Stores that are files become visible here.
    fn finish(self: Box<Self>) -> Result<(), Error>;

    /// Whether what [`Store::put`] returned for is safe if the load ends early.
    fn keeps_batches(&self) -> bool;
}

/// Opens a store for loading; makes it when it is not there.
pub(crate) fn open(address: &Address) -> Result<Box<dyn Store>, Error> {
    match address {
        #[cfg(feature = "sqlite")]
        Address::Sqlite(path) => Ok(Box::new(crate::sqlite::Sqlite::open(path)?)),
        #[cfg(feature = "postgres")]
        Address::Postgres(url) => Ok(Box::new(crate::postgres::Postgres::open(url, address)?)),
        Address::Jsonl(path) => Ok(Box::new(crate::folder::Jsonl::open(path)?)),
        Address::Csv(path) => Ok(Box::new(crate::folder::Csv::open(path)?)),
        #[cfg(feature = "parquet")]
        Address::Parquet(path) => Ok(Box::new(crate::folder::Parquet::open(path)?)),
        #[allow(unreachable_patterns)] // with every feature nothing is left
        _ => Err(missing(address)),
    }
}

/// The error for a store that this program was built without.
pub(crate) fn missing(address: &Address) -> Error {
    let feature = match address {
        Address::Sqlite(_) => "sqlite",
        Address::Postgres(_) => "postgres",
        Address::Parquet(_) => "parquet",
        Address::Csv(_) | Address::Jsonl(_) => unreachable!("files need no feature"),
    };
    Error::Feature { address: address.to_string(), feature }
}
