//! What went wrong, as a table at the end.

use super::tally::{Duplicate, Seen, Tally};
use gongwen::Severity;
use std::cmp::Reverse;
use unicode_width::UnicodeWidthStr;

/// Groups of duplicates that are shown; a report has them all.
const DUPLICATES: usize = 5;
/// Paths of one group that are shown.
const PATHS: usize = 3;

/// The lines of the table; none when nothing went wrong.
pub(super) fn lines(tally: &Tally, duplicates: &[Duplicate]) -> Vec<String> {
    let mut rows: Vec<(String, String, String)> = Vec::new();
    let examples = |seen: &Seen| shown(&seen.examples, seen.inputs);
    for (code, seen) in &tally.failures {
        rows.push((format!("failed: {code}"), seen.inputs.to_string(), examples(seen)));
    }
    for ((Reverse(severity), code), seen) in &tally.diagnostics {
        let word = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            // Nothing was lost; a report has them.
            Severity::Info => continue,
        };
        rows.push((format!("{word}: {code}"), seen.inputs.to_string(), examples(seen)));
    }
    for one in duplicates.iter().take(DUPLICATES) {
        let paths = one.paths.len();
        rows.push(("one plan twice or more".into(), paths.to_string(), shown(&one.paths, paths)));
    }
    let more = duplicates.len().saturating_sub(DUPLICATES);
    if more > 0 {
        rows.push(("one plan twice or more".into(), String::new(), format!("and {more} other plans")));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    rows.insert(0, ("what".into(), "inputs".into(), "for example".into()));
    let width = rows.iter().map(|row| row.0.width()).max().unwrap_or(0);
    rows.iter().map(|(what, inputs, where_)| format!("{what:<width$}  {inputs:>6}  {where_}")).collect()
}

fn shown(paths: &[String], of: usize) -> String {
    let named = &paths[..paths.len().min(PATHS)];
    let more = if of > named.len() { " …" } else { "" };
    named.join(", ") + more
}
