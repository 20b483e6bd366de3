//! From outline to facts: metadata, tasks, assignments, targets, references.
//!
//! Owns the rules (`rules/*.toml`, each with its examples) and the small pure functions that give captures
//! their meaning. Does not own: layout (`gongwen-outline`), word tables (`gongwen-lexicon`), the published
//! names (`gongwen-record`).

mod due;
mod duty;
mod extract;
mod facts;
mod genre;
mod metadata;
pub mod rules;
mod search;
mod target;
mod task;
mod topic;
mod wordlist;

pub use extract::extract;
pub use facts::{
    Assignment, Baseline, Comparator, Contact, Disclosure, DocumentNumber, Due, Facts, Measure, Metadata,
    Modality, OrgKind, OrgName, Origin, Qualitative, Reference, Role, Scope, Statement, Target, Task,
};
pub use topic::topics_of;
