//! The relational design, once, as data: what DDL, COPY, CSV headers, the data package and Parquet schemas are made from.
//!
//! Columns have the contract's names: the keys on the way to a value, joined by `_` (`due.by` is `due_by`); what stands under
//! `metadata` is a column of `documents`. A list of texts is a column of its table here; stores without lists keep it in a table
//! of its own ([`List`]).

mod describe;
mod flat;
mod tables;
mod view;
mod views;

pub use describe::{describe, describe_table};
pub use flat::{Flat, FlatColumn, flat};
pub use tables::tables;
pub use view::View;
pub use views::views;

/// Version of this design. A store of another version is refused, never half changed.
pub const LAYOUT_VERSION: &str = "1";

/// One table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What one row is.
    pub meaning: Meaning,
    /// Columns in order; the first is always `doc_id`.
    pub columns: Vec<Column>,
    /// Names of the columns that tell rows apart.
    pub key: Vec<&'static str>,
    /// Columns that name a row elsewhere.
    pub foreign: Vec<Foreign>,
    /// What the tables of its lists call a row of this one; `None` for a document.
    pub owner: Option<&'static str>,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// What it says.
    pub meaning: Meaning,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, code point for code point.
    Text,
    /// A whole number.
    Integer,
    /// An exact decimal of up to 28 digits.
    Decimal,
    /// True or false.
    Boolean,
    /// A day, `2022-05-05`.
    Date,
    /// Texts in order.
    List(List),
}

/// Where a list stands in stores that have no lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    /// The table that holds one item a row.
    pub table: &'static str,
    /// The column of the item.
    pub item: &'static str,
}

/// Where the description of a column or table comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Descriptions of the contract, `Type.field` each, one behind the other.
    Contract(Vec<&'static str>),
    /// Words of this crate, for what the contract does not have.
    Own(&'static str),
}

/// Columns that name a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Columns of this table.
    pub columns: Vec<&'static str>,
    /// The table that holds the row.
    pub table: &'static str,
    /// Columns there.
    pub to: Vec<&'static str>,
}

impl Table {
    /// Whether a foreign key leads back to this table: its rows may come in any order.
    pub fn is_own(&self, foreign: &Foreign) -> bool {
        foreign.table == self.name
    }
}
