//! Records into databases and tables, and the common questions back out.
//!
//! Owns the relational design ([`layout`]: tables, columns, keys, descriptions, views, once and as data), the reading of records
//! ([`load`]) and the stores: SQLite, Postgres, Parquet, CSV with a data package, JSON Lines ([`Address`]). Does not own the
//! contract (`gongwen-record`), reading documents (`gongwen`), printing (`gongwen-cli`).
//!
//! A load may be repeated: what is in from the same rules stays, what other rules made is replaced whole, and a load that ends
//! early leaves whole documents only.

mod address;
mod answer;
mod check;
mod ddl;
mod decide;
mod error;
mod folder;
pub mod layout;
mod load;
#[cfg(feature = "postgres")]
mod postgres;
mod shred;
mod source;
#[cfg(feature = "sqlite")]
mod sqlite;
mod store;
mod value;

pub use address::Address;
pub use answer::{Answer, Cell, Filter, Query, query};
pub use check::check;
pub use error::Error;
pub use load::{Notice, Options, Summary, load};
pub use shred::shred;
pub use source::Place;
pub use value::Value;
