//! Tables only: divisions, agencies with function codes, cue words, units.

pub mod agency;
mod columns;
mod cues;
mod division;
mod word_set;

pub use columns::{column_list, is_unit_note, unit_note};
pub use cues::{lists, sources, words};
pub use division::{Division, DivisionLevel, Found, divisions_in, short_name};
pub use word_set::{WordSet, ends_with_any};
