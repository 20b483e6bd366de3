//! How far records agree with gold, counted as the record contract says.
//!
//! [`Answers`] is what can be compared of a record or of a gold file; [`score`] compares two of them; [`Report`]
//! holds the scores of many documents and sums them up; [`Floor`] is the committed result that a later run may
//! not fall below. [`distort`] makes the variants of a document under which the facts must stay the same.
//!
//! [`score_alignments`] does the same for pairs of plans.
//!
//! What counts as a hit stands in the modules of the parts ([`Part`]); texts are always compared
//! after [`fold`]. [`evaluate`] and [`evaluate_alignments`] read gold and records from files; nothing else here does, and nothing knows a rule of
//! extraction.

mod alignments;
mod answers;
mod assignments;
mod counts;
pub mod distort;
mod files;
mod floor;
mod fold;
mod matching;
mod metadata;
mod report;
mod score;
mod suite;
mod targets;
mod tasks;
mod view;

pub use alignments::{evaluate_alignments, score_alignments};
pub use answers::{Answers, AnswersError, Assignment, Due, Section, Target, Task};
pub use counts::{Counts, Share};
pub use files::{FilesError, evaluate, gold_in, records_in};
pub use floor::{Fall, Floor};
pub use fold::{bigram_f1, fold, head};
pub use report::Report;
pub use score::{DocumentScore, Part, PartScore, score};
pub use suite::{ALLOWED, DistortionRow, distortion_table, distortions_of};
pub use view::{findings_text, table_text};
