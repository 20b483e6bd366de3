//! Plans side by side: which sections, tasks and targets of two records are the same commitment.
//!
//! [`Plan`] is a record prepared for comparison; [`align`] pairs two of them; [`candidates`] finds, among many, the pairs
//! that are worth aligning; [`annex`] holds a plan's body against its own annex table. Does not own: what a record says
//! (`gongwen-record`) or how well pairs agree with gold (`gongwen-eval`).
//!
//! # Examples
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use gongwen_compare::{Plan, align};
//! let (a, b) = (std::fs::read("a.json")?, std::fs::read("b.json")?);
//! let (a, b) = (serde_json::from_slice(&a)?, serde_json::from_slice(&b)?);
//! for pair in align(&Plan::new(&a), &Plan::new(&b)).tasks {
//!     println!("{} {} {:.2} {}", pair.a, pair.b, pair.score, pair.reason);
//! }
//! # Ok(())
//! # }
//! ```

mod align;
mod cascade;
mod compare;
mod comparison;
mod diff;
mod difference;
mod documents;
mod matrix;
mod plan;
pub mod report;
mod reuse;
mod schema;

pub use align::{
    Alignment, Annex, Comparability, Contradiction, ContradictionKind, Difference, Order, Pair, Reason,
    Relation, Strength, TargetPair, align, annex, candidates,
};
pub use compare::{CompareError, check_record, compare, difference};
pub use comparison::{
    COMPARISON_VERSION, Cascade, CascadeTarget, Change, Comparison, Coverage, CoverageCell, CoverageRow,
    Document, DocumentPair, DutyCell, DutyPlace, DutyRow, Family, Finding, Indicator, LeadShare, Lineage,
    Note, NoteCode, OwnAnnex, Passage, Place, Reuse, ReusePair, ReuseSection, ReuseTotal, Value,
};
pub use difference::{
    DueDifference, DueSide, DutyChange, DutyDifference, DutySide, PlanDifference, Segment,
    SentenceDifference, Side, TargetDifference, Unit, UnitDifference,
};
pub use plan::{Plan, SectionRole, SectionUnit, TargetUnit, TaskUnit};
pub use reuse::RUN;
pub use schema::{comparison_schema, difference_schema};
