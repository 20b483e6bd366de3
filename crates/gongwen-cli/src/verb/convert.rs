//! `gongwen convert`

mod folder;
mod report;
mod stream;
mod table;
mod tally;

use crate::outcome::{code, complain, say};
use anyhow::bail;
use gongwen::{Batch, Conversion, Inputs, Manner, Options};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use report::ReportFile;
use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tally::Tally;

/// Convert documents to JSON records
///
/// Takes files, archives and folders. A folder stands for the documents in it and below it: .txt .md .html .docx .doc .pdf
/// .xlsx .xls .ods .zip, DoclingDocuments in .json, and files without extension that are text. A file that is named itself is
/// always tried. The format is told by content; a member of an archive is `county.zip!plan.docx`.
///
/// With -o DIR the folder remembers in DIR/manifest.jsonl what was converted. Started again, also after it was killed, convert
/// does what is new, changed, or was made by other rules, takes away the records of inputs that are gone from the PATHs, and
/// leaves the rest alone; it ends with the same bytes as a run that was never cut off.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gongwen convert plans -o out            one out/plans/NAME.txt.json for each document
  gongwen convert plans -o out            the same again: only what is new or changed
  gongwen convert plans -o out --dry-run  what would be done, and why
  gongwen convert plans -o out --retry-failed --report report.json
  gongwen convert plans -o out --format jsonl --no-text   all records in out/records.jsonl
  gongwen convert plan.txt | jq .targets  without -o, records go to standard output, one a line")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Args {
    /// Files or folders
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Folder to write to, made when missing; - for standard output
    #[arg(short, long, value_name = "DIR|-", default_value = "-")]
    out: PathBuf,
    /// In a folder: one JSON file a document, or one records.jsonl with a record a line, sorted by path
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Threads [default: one a processor]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Leave the normalised text out of the records
    #[arg(long)]
    no_text: bool,
    /// Convert everything, changed or not; retire the records of a PATH that is empty now
    #[arg(long)]
    force: bool,
    /// Try again what failed before
    #[arg(long)]
    retry_failed: bool,
    /// Print what would be done and why; write nothing
    #[arg(long, conflicts_with = "report")]
    dry_run: bool,
    /// Write counts, failures with causes, diagnostics by code and duplicates to a JSON file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
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

impl Args {
    /// The folder to write to; `None` for standard output.
    fn folder(&self) -> Option<&Path> {
        Some(self.out.as_path()).filter(|out| *out != Path::new("-"))
    }

    fn manner(&self) -> Manner {
        Manner { force: self.force, retry_failed: self.retry_failed, dry_run: self.dry_run }
    }

    fn batch(&self) -> Batch {
        let all = || std::thread::available_parallelism().ok();
        Batch::new(self.jobs.or_else(all).unwrap_or(NonZeroUsize::MIN))
    }
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.folder().is_none() && args.manner() != Manner::default() {
        bail!("--force, --retry-failed and --dry-run need a folder that remembers: give -o DIR");
    }
    let mut inputs = Inputs::find_beside(&args.paths, args.folder());
    for error in &inputs.errors {
        complain(error);
    }
    let may_be_empty = args.force && args.folder().is_some_and(|out| out.join("manifest.jsonl").exists());
    if inputs.files.is_empty() && !(may_be_empty && inputs.errors.is_empty()) {
        if inputs.errors.is_empty() {
            bail!(
                "no documents found: a folder needs files of a supported format (see `gongwen convert --help`), or name the files themselves"
            );
        }
        return Ok(ExitCode::from(2));
    }
    let report = args.report.as_deref().map(ReportFile::begin).transpose()?;
    let conversion = Conversion::new(Options::default().with_text(!args.no_text));
    let mut tally = Tally::of(&mut inputs, report.is_some());
    // What a panic has to say stands in the entry of its file.
    std::panic::set_hook(Box::new(|_| {}));
    let duplicates = match args.folder() {
        Some(out) => folder::run(args, out, conversion, inputs, &mut tally)?,
        None => stream::run(args, &conversion, &inputs, &mut tally)?,
    };
    if let Some(report) = report {
        report.end(&tally, &duplicates)?;
    }
    if !args.quiet {
        for line in table::lines(&tally, &duplicates) {
            say(line);
        }
        say(tally.closing(args.dry_run));
    }
    Ok(code(tally.failed() > 0 || args.strict && tally.counts.warnings > 0))
}

/// A bar on standard error, where it is a terminal and there is something to wait for.
fn progress(args: &Args, files: usize) -> ProgressBar {
    let shown = !args.quiet && files > 1 && std::io::stderr().is_terminal();
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} files, {per_sec}, {eta} left")
        .expect("the template is well formed");
    ProgressBar::with_draw_target(Some(files as u64), target).with_style(style)
}
