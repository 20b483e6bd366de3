//! Tables only: divisions, agencies with function codes, cue words, units.

mod division;

pub use division::{Division, DivisionLevel};
