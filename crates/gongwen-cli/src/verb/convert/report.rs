//! `--report`: what a run did, for programs.

use super::tally::{Duplicate, Failure, Seen, Steps, Tally};
use anyhow::Context;
use gongwen::{Counts, Severity};
use serde::Serialize;
use std::cmp::Reverse;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// The report as JSON. Holds no time: two runs that did the same say the same.
#[derive(Serialize)]
struct Report<'a> {
    program: Program,
    /// How many inputs went which way.
    inputs: Steps,
    /// Of all records, those of unchanged inputs included.
    counts: Counts,
    diagnostics: Vec<Diagnostic<'a>>,
    failures: &'a [Failure],
    duplicates: &'a [Duplicate],
    retired: &'a [String],
    left_alone: Vec<LeftAlone<'a>>,
}

#[derive(Serialize)]
struct Program {
    name: &'static str,
    version: &'static str,
    rules: &'static str,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    code: &'a str,
    severity: Severity,
    #[serde(flatten)]
    seen: &'a Seen,
}

#[derive(Serialize)]
struct LeftAlone<'a> {
    kind: &'a str,
    files: usize,
}

/// The file of a report. Begun before the work, so that a place that cannot be written is said at once.
pub(super) struct ReportFile {
    path: PathBuf,
    partial: PathBuf,
    file: Option<BufWriter<File>>,
}

impl ReportFile {
    pub(super) fn begin(path: &Path) -> anyhow::Result<Self> {
        let mut partial = path.as_os_str().to_owned();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        let shown = || format!("{}: cannot be written", path.display());
        anyhow::ensure!(!path.is_dir(), "{}: it is a folder", shown());
        let file = Some(BufWriter::new(File::create(&partial).with_context(shown)?));
        Ok(Self { path: path.into(), partial, file })
    }

    pub(super) fn end(mut self, tally: &Tally, duplicates: &[Duplicate]) -> anyhow::Result<()> {
        let details = tally.details.as_ref();
        let report = Report {
            program: Program {
                name: "gongwen",
                version: env!("CARGO_PKG_VERSION"),
                rules: gongwen::rules_hash(),
            },
            inputs: tally.steps,
            counts: tally.counts,
            diagnostics: tally
                .diagnostics
                .iter()
                .map(|((Reverse(severity), code), seen)| Diagnostic { code, severity: *severity, seen })
                .collect(),
            failures: details.map_or(&[], |details| &details.failures),
            duplicates,
            retired: details.map_or(&[], |details| &details.retired),
            left_alone: tally
                .skipped
                .iter()
                .map(|it| LeftAlone { kind: &it.kind, files: it.files })
                .collect(),
        };
        let shown = || format!("{}: cannot be written", self.path.display());
        let mut file = self.file.take().expect("a report is ended once");
        serde_json::to_writer_pretty(&mut file, &report).with_context(shown)?;
        writeln!(file).and_then(|()| file.flush()).with_context(shown)?;
        drop(file);
        fs::rename(&self.partial, &self.path).with_context(shown)
    }
}

impl Drop for ReportFile {
    fn drop(&mut self) {
        // Once renamed there is nothing left to remove.
        let _ = fs::remove_file(&self.partial);
    }
}
