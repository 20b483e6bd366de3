//! Pairs of sections, tasks and targets.

mod annex;
mod candidates;
mod compare_values;
mod features;
mod model;
mod pair;
mod pairing;
mod sections;
mod targets;
mod vocabulary;
mod words;

pub use annex::{Annex, Contradiction, ContradictionKind, annex};
pub use candidates::candidates;
pub use pair::{Alignment, Comparability, Difference, Order, Pair, Reason, Relation, Strength, TargetPair};
pub use pairing::align;
