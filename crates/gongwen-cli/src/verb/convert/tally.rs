//! What a batch adds up to.

use crate::outcome::complain;
use gongwen::{Counts, Entry, Inputs, Outcome, Severity, Skipped, Step};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many files a table or report names for one thing.
const EXAMPLES: usize = 3;

/// Numbers, examples, and for a report the failures; no records and no list of inputs.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Of all records, those of unchanged inputs included.
    pub(super) counts: Counts,
    pub(super) steps: Steps,
    /// By severity and code, the gravest first.
    pub(super) diagnostics: BTreeMap<(std::cmp::Reverse<Severity>, String), Seen>,
    /// Failed inputs by code.
    pub(super) failures: BTreeMap<String, Seen>,
    /// Files that were left alone, by kind.
    pub(super) skipped: Vec<Skipped>,
    /// For a report.
    pub(super) details: Option<Details>,
    /// The identity of each record with the number of its input, or of a path in `others`.
    ids: Vec<(u64, u32)>,
    /// Paths of kept records, whose inputs were not looked for.
    others: Vec<String>,
    /// Inputs taken so far.
    inputs: u32,
}

/// How many inputs went which way.
#[derive(Clone, Copy, Debug, Default, serde::Serialize)]
pub(super) struct Steps {
    pub(super) converted: usize,
    pub(super) unchanged: usize,
    /// In this run, paths that are not there included.
    pub(super) failed: usize,
    /// Earlier, and not tried again.
    pub(super) failed_before: usize,
    pub(super) passed_by: usize,
    pub(super) retired: usize,
    /// Records of other places.
    pub(super) kept: usize,
    /// Of those, records of places that hold nothing any more.
    pub(super) emptied: usize,
}

/// How often something was seen, and where first.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub(super) struct Seen {
    pub(super) inputs: usize,
    pub(super) times: usize,
    pub(super) examples: Vec<String>,
}

/// What only a report says.
#[derive(Debug, Default)]
pub(super) struct Details {
    pub(super) failures: Vec<Failure>,
    pub(super) retired: Vec<String>,
}

#[derive(Debug, serde::Serialize)]
pub(super) struct Failure {
    path: String,
    code: String,
    message: String,
}

/// One plan under several inputs.
#[derive(Debug, serde::Serialize)]
pub(super) struct Duplicate {
    pub(super) doc_id: String,
    pub(super) paths: Vec<String>,
}

/// In `ids`: the number is one of `others`.
const OTHER: u32 = 1 << 31;

impl Tally {
    /// Begins with what the search for inputs found; `details` for a report.
    pub(super) fn of(inputs: &mut Inputs, details: bool) -> Self {
        let mut tally = Self {
            skipped: std::mem::take(&mut inputs.skipped),
            details: details.then(Details::default),
            ..Self::default()
        };
        for error in &inputs.errors {
            tally.steps.failed += 1;
            tally.fail(&error.path, error.reason.code(), &error.reason.to_string());
        }
        tally
    }

    /// Counts an input, and says what is wrong with it.
    pub(super) fn take(&mut self, entry: &Entry, step: Step) {
        if entry.outcome == Outcome::Failed && matches!(step, Step::Converted(_) | Step::Unread) {
            let message = entry.cause.as_ref().map_or("", |cause| &*cause.message);
            let kept = if step == Step::Unread { "; its earlier record is kept" } else { "" };
            complain(format_args!("{}: {message}{kept}", entry.given()));
        }
        self.count(entry, step);
    }

    /// Counts what a dry run would do: of what is to be converted, nothing is known yet.
    pub(super) fn plan(&mut self, entry: &Entry, step: Step) {
        if let Step::Converted(_) = step {
            self.inputs += 1;
            self.steps.converted += 1;
        } else {
            self.count(entry, step);
        }
    }

    /// Counts an input.
    fn count(&mut self, entry: &Entry, step: Step) {
        match step {
            Step::Retired => {
                self.steps.retired += 1;
                if let Some(details) = &mut self.details {
                    details.retired.push(entry.path.clone());
                }
                return;
            }
            Step::Kept { emptied } => {
                self.steps.kept += 1;
                self.steps.emptied += usize::from(emptied);
                if let Some(id) = id(entry) {
                    self.ids.push((id, OTHER | self.others.len() as u32));
                    self.others.push(entry.path.clone());
                }
                return;
            }
            Step::Converted(_) | Step::Unchanged | Step::Unread => {}
        }
        let number = self.inputs;
        self.inputs += 1;
        match (entry.outcome, step) {
            (Outcome::Failed, Step::Unchanged) => self.steps.failed_before += 1,
            (Outcome::Failed, _) => self.steps.failed += 1,
            (Outcome::PassedBy, _) => {
                self.steps.passed_by += 1;
                self.skip("without extension");
            }
            (_, Step::Unchanged) => self.steps.unchanged += 1,
            _ => self.steps.converted += 1,
        }
        if let Some(cause) = &entry.cause {
            self.fail(&entry.path, &cause.code, &cause.message);
        }
        self.counts += entry.counts;
        for finding in &entry.diagnostics {
            let key = (std::cmp::Reverse(finding.severity), finding.code.clone());
            self.diagnostics.entry(key).or_default().add(&entry.path, finding.times);
        }
        self.ids.extend(id(entry).map(|id| (id, number)));
    }

    /// Inputs without a record that should have one.
    pub(super) fn failed(&self) -> usize {
        self.steps.failed + self.steps.failed_before
    }

    /// Plans that came under several inputs, in the order of the first. `inputs` as they were taken.
    pub(super) fn duplicates(&mut self, inputs: &Inputs) -> Vec<Duplicate> {
        let mut ids = std::mem::take(&mut self.ids);
        ids.sort_unstable();
        let mut groups: Vec<_> = ids.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1).collect();
        groups.sort_by_key(|group| group[0].1);
        let path = |number: u32| match number & OTHER {
            0 => inputs.files.get(number as usize).map(|input| input.name.into_string()).unwrap_or_default(),
            _ => self.others[(number ^ OTHER) as usize].clone(),
        };
        groups
            .into_iter()
            .map(|group| Duplicate {
                doc_id: format!("{:016x}", group[0].0),
                paths: group.iter().map(|one| path(one.1)).collect(),
            })
            .collect()
    }

    /// The last line of a run.
    pub(super) fn closing(&self, dry_run: bool) -> String {
        let Counts { records, sections, tasks, assignments, targets, warnings } = self.counts;
        let Steps { converted, unchanged, failed, failed_before, retired, emptied, .. } = self.steps;
        let mut line = if dry_run {
            format!("dry run: {converted} to convert, {retired} to retire, {unchanged} unchanged")
        } else {
            format!(
                "{records} files: {sections} sections, {tasks} tasks, {assignments} assignments, {targets} targets, {warnings} warnings"
            )
        };
        let mut say = |number: usize, what: &str| {
            if number > 0 {
                let _ = write!(line, "; {number} {what}");
            }
        };
        if !dry_run {
            say(unchanged, "unchanged");
            say(retired, "retired");
            say(failed, "failed");
        }
        say(failed_before, "failed before (--retry-failed tries again)");
        say(emptied, "kept though their folder is empty now (--force retires them)");
        if !self.skipped.is_empty() {
            let kinds: Vec<_> = self.skipped.iter().map(|it| format!("{} {}", it.files, it.kind)).collect();
            let _ = write!(line, "; left alone: {}", kinds.join(", "));
        }
        line
    }

    fn fail(&mut self, path: &str, code: &str, message: &str) {
        self.failures.entry(code.to_owned()).or_default().add(path, 1);
        if let Some(details) = &mut self.details {
            let (path, code, message) = (path.to_owned(), code.to_owned(), message.to_owned());
            details.failures.push(Failure { path, code, message });
        }
    }

    fn skip(&mut self, kind: &str) {
        match self.skipped.iter_mut().find(|one| one.kind == kind) {
            Some(one) => one.files += 1,
            None => self.skipped.push(Skipped { kind: kind.into(), files: 1 }),
        }
    }
}

impl Seen {
    fn add(&mut self, path: &str, times: usize) {
        self.inputs += 1;
        self.times += times;
        if self.examples.len() < EXAMPLES {
            self.examples.push(path.to_owned());
        }
    }
}

/// The identity of a record as a number.
fn id(entry: &Entry) -> Option<u64> {
    u64::from_str_radix(entry.doc_id.as_deref()?, 16).ok()
}
