//! Pairs of sections, tasks and targets.

mod annex;
mod candidates;
mod pair;
mod pairing;
mod targets;

pub use annex::{Annex, Contradiction, ContradictionKind, annex};
pub use candidates::candidates;
pub use pair::{Alignment, Comparability, Difference, Order, Pair, Reason, Relation, Strength, TargetPair};
pub use pairing::align;
