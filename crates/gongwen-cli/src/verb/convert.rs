//! `gongwen convert`

mod sink;

use crate::outcome::{code, complain, say};
use anyhow::bail;
use gongwen::{Batch, Converter, Counts, Input, Inputs, Options, Skipped};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use sink::{Fault, Sink};
use std::fmt::Write;
use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

/// Convert documents to JSON records
///
/// Takes files, archives and folders. A folder stands for the documents in it and below it: .txt .md .html .docx .doc .pdf
/// .xlsx .xls .ods .zip, DoclingDocuments in .json, and files without extension that are text. A file that is named itself is
/// always tried. The format is told by content; a member of an archive is `county.zip!plan.docx`.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gongwen convert plans -o out            one out/plans/NAME.txt.json for each document
  gongwen convert plans -o out --format jsonl --no-text   all records in out/records.jsonl
  gongwen convert plan.txt | jq .targets  without -o, records go to standard output, one a line")]
pub(crate) struct Args {
    /// Files or folders
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Folder to write to, made when missing; - for standard output
    #[arg(short, long, value_name = "DIR|-", default_value = "-")]
    out: PathBuf,
    /// In a folder: one JSON file a document, or one records.jsonl with a record a line
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Threads [default: one a processor]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Leave the normalised text out of the records
    #[arg(long)]
    no_text: bool,
    /// Exit with 1 when a record carries a warning
    #[arg(long)]
    strict: bool,
    /// Print nothing but errors
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Json,
    Jsonl,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let inputs = Inputs::find(&args.paths);
    for error in &inputs.errors {
        complain(error);
    }
    if inputs.files.is_empty() {
        if inputs.errors.is_empty() {
            bail!(
                "no documents found: a folder needs files of a supported format (see `gongwen convert --help`), or name the files themselves"
            );
        }
        return Ok(ExitCode::from(2));
    }
    let (sink, mut lines) = Sink::open(&args.out, args.format == Format::Jsonl)?;
    let converter = Converter::new(Options::default().with_text(!args.no_text));
    let jobs = args.jobs.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    let bar = progress(args, inputs.files.len());
    let mut tally = Tally { failed: inputs.errors.len(), skipped: inputs.skipped, ..Tally::default() };
    // What a panic has to say stands in the error of its file.
    std::panic::set_hook(Box::new(|_| {}));
    let mut ended = Ok(());
    Batch::new(jobs).run(
        &inputs.files,
        Vec::new,
        |buffer, input| sink.convert(&converter, input, buffer),
        |input, result| {
            bar.inc(1);
            match result {
                Ok((counts, record)) => {
                    tally.counts += counts;
                    ended = lines.write(&record);
                }
                Err(fault) => bar.suspend(|| tally.fail(input, &fault)),
            }
            if ended.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    )?;
    bar.finish_and_clear();
    ended.and_then(|()| lines.close())?;
    if !args.quiet {
        say(tally.line());
    }
    Ok(code(tally.failed > 0 || args.strict && tally.counts.warnings > 0))
}

/// A bar on standard error, where it is a terminal and there is something to wait for.
fn progress(args: &Args, files: usize) -> ProgressBar {
    let shown = !args.quiet && files > 1 && std::io::stderr().is_terminal();
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} files, {eta} left")
        .expect("the template is well formed");
    ProgressBar::with_draw_target(Some(files as u64), target).with_style(style)
}

/// What the closing line counts.
#[derive(Debug, Default)]
struct Tally {
    counts: Counts,
    failed: usize,
    skipped: Vec<Skipped>,
}

impl Tally {
    fn fail(&mut self, input: &Input, fault: &Fault) {
        if let Fault::Document(error) = fault
            && input.is_uncertain()
            && error.reason.is_other_kind()
        {
            self.skip("without extension");
            return;
        }
        self.failed += 1;
        complain(fault);
    }

    fn skip(&mut self, kind: &str) {
        match self.skipped.iter_mut().find(|one| one.kind == kind) {
            Some(one) => one.files += 1,
            None => self.skipped.push(Skipped { kind: kind.into(), files: 1 }),
        }
    }

    fn line(&self) -> String {
        let Counts { records, sections, tasks, assignments, targets, warnings } = self.counts;
        let mut line = format!(
            "{records} files: {sections} sections, {tasks} tasks, {assignments} assignments, {targets} targets, {warnings} warnings"
        );
        if self.failed > 0 {
            let _ = write!(line, "; {} failed", self.failed);
        }
        if !self.skipped.is_empty() {
            let kinds: Vec<_> =
                self.skipped.iter().map(|one| format!("{} {}", one.files, one.kind)).collect();
            let _ = write!(line, "; left alone: {}", kinds.join(", "));
        }
        line
    }
}
