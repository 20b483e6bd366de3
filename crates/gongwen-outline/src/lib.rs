//! A manuscript's shape: header, body, colophon, annexes; the section tree; what the columns of its tables are.
//!
//! Owns layout. Knows the words that *lay out* a document (labels, 附件, column names) and nothing of
//! policy: who leads and how many is read by `gongwen-extract`.

mod apart;
mod bare;
mod closing;
mod contents;
mod counted;
mod field;
mod front;
mod headed;
mod keys;
mod model;
mod noted;
mod opened;
mod outline;
mod run;
mod shared;
mod signed;
mod split;
mod standing;
mod styled;
mod table;
mod title;
mod told;
mod tree;
mod unit;

pub use closing::{duty_bracket, names_bodies};
pub use model::{
    Column, ColumnRole, Item, Outline, Own, Row, RowCell, Section, SectionKind, TableKind, TableReading,
};
pub use outline::outline;
pub use shared::shared_duty;
