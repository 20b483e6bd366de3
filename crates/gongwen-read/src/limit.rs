//! What a document may at most have. Honest documents stay far below; bombs do not.

/// Bytes that the members of one archive may expand to, all that are read together.
pub(crate) const EXPANDED: u64 = 256 << 20;

/// How many times larger than its compressed form a member may be. Looked at beyond [`RATIO_FROM`] only: a short
/// table of blanks compresses well and harms nobody.
pub(crate) const RATIO: u64 = 200;

/// Expanded size in bytes from which the ratio counts.
pub(crate) const RATIO_FROM: u64 = 4 << 20;

/// Members of an archive.
pub(crate) const MEMBERS: usize = 10_000;

/// Elements inside each other.
pub(crate) const DEPTH: usize = 200;

/// Cells of one table or sheet.
#[allow(dead_code)] // each format looks at the limits that it can meet
pub(crate) const CELLS: usize = 1_000_000;

/// Pages of one document.
#[allow(dead_code)] // each format looks at the limits that it can meet
pub(crate) const PAGES: usize = 5_000;

/// Columns of a table.
pub(crate) const COLUMNS: usize = 1_024;
