//! Tables of measured figures beside what is wanted.

use std::io::Write;

/// One line of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// The figure, with the figures it comes from.
    pub measured: String,
    /// The goal, or what the row is for.
    pub wanted: &'static str,
    /// Whether the goal is met.
    pub met: bool,
}

/// Prints rows to standard output, each group as soon as it is measured.
///
/// # Errors
/// [`std::io::Error`] when standard output cannot be written.
pub fn print(rows: &[Row]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for row in rows {
        let mark = if row.met { "yes" } else { "NO" };
        writeln!(out, "{:<66} {:>26}   {:<10} {mark}", row.what, row.measured, row.wanted)?;
    }
    out.flush()
}
