//! The published record: what one document becomes.
//!
//! Owns the contract: the names, the order and the meaning of every field ([`Record`] and its parts), the JSON
//! Schema generated from them ([`schema()`]), and the way from facts to a record ([`build()`]): identifiers,
//! spans in code points, inherited assignments. Does not own: reading of any kind (`gongwen-extract` and what lies
//! below it), files (`gongwen`).
//!
//! A record built from a document borrows its text; one read back from JSON owns it (`Record<'static>`).

mod assignment;
mod build;
mod diagnostic;
mod id;
mod json;
mod metadata;
mod owned;
mod place;
mod quantity;
mod record;
mod schema;
mod section;
mod table;
mod target;
mod task;
mod words;

pub use assignment::{Assignment, Org, OrgKind, Role, Statement};
pub use build::{Draft, Options, build, draft};
pub use diagnostic::{Diagnostic, Severity};
pub use id::{Id, IdError, IdKind};
pub use metadata::{Disclosure, Division, DivisionLevel, DocumentNumber, Entry, Metadata, Period, Reference};
pub use place::{ByteSpan, CharSpan, Locator};
pub use quantity::Quantity;
pub use record::{Producer, Record, SCHEMA_VERSION, Source};
pub use schema::{schema, schema_of};
pub use section::{Section, SectionKind};
pub use table::{Table, TableCell};
pub use target::{Baseline, Comparator, Measure, Modality, Qualitative, Target};
pub use task::{Due, Origin, Task};
