//! Names of organisations: what they are, what they do, how they are written out in full.
//!
//! Owns the grammar of names; the words are data (`data/agencies.tsv`). Where a duty stands in a sentence is not
//! this module's business: it is handed short windows.

mod classify;
mod expand;
mod functions;
mod levels;
mod name;
mod reading;
mod table;
mod town;
mod trie;
mod window;

pub use classify::Kind;
pub use expand::Place;
pub use functions::Functions;
pub use levels::{class_levels, in_class, level_list};
pub use name::{Name, classify, expand, functions, is_function, is_vague, level, may_end};
pub use table::{AgencyTable, TableError};
pub use town::Town;
pub use window::{name_at_end, name_at_start};

#[cfg(test)]
mod tests;
