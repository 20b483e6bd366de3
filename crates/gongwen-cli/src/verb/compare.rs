//! `gongwen compare`

mod folder;
pub(crate) mod input;

use crate::outcome::{code, complain, say};
use anyhow::Context;
use folder::Folder;
use gongwen_compare::report::{Lang, csv, html};
use gongwen_compare::{Comparison, compare};
use gongwen_record::Record;
use input::Loaded;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Lay plans side by side: targets, duties, topics, shared words, one page to read
///
/// Takes records that convert has written (.json, .jsonl, folders of them) and documents, which are converted on the fly.
/// Writes index.html, one page that needs no network, and beside it comparison.json, targets.csv, duties.csv,
/// coverage.csv, reuse.csv, cascade.csv and alignment.jsonl. Values are compared only where unit, measure, group and
/// frequency agree; every figure names the record and the place that it comes from.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gongwen compare out -o report           records of a folder, then open report/index.html
  gongwen compare out -o report --lang en the page begins in English
  gongwen compare a.txt b.docx -o report  documents, converted on the fly")]
pub(crate) struct Args {
    /// Records, documents, or folders of them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Folder to write to, made when missing
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    /// Language in which the page begins; it can be switched there
    #[arg(long, value_enum, default_value_t = PageLang::Zh)]
    lang: PageLang,
    /// Print nothing but errors
    #[arg(long, short)]
    quiet: bool,
}

/// Language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum PageLang {
    /// Chinese
    Zh,
    /// English
    En,
}

impl From<PageLang> for Lang {
    fn from(lang: PageLang) -> Self {
        match lang {
            PageLang::Zh => Self::Zh,
            PageLang::En => Self::En,
        }
    }
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Loaded { records, failed, left_alone } = input::load(&args.paths);
    if records.is_empty() {
        anyhow::bail!(
            "no records to compare: name records that convert has written, documents, or folders of them"
        );
    }
    let comparison = compare(&records)?;
    for note in &comparison.notes {
        complain(format_args!("note: {}", note.message));
    }
    write(args, &records, &comparison)?;
    if !args.quiet {
        say(closing_line(args, &comparison, failed, left_alone));
    }
    Ok(code(failed > 0))
}

fn write(args: &Args, records: &[Record<'_>], comparison: &Comparison) -> anyhow::Result<()> {
    let mut folder = Folder::open(&args.out)?;
    folder.file("targets.csv", |out| csv::targets(comparison, out))?;
    folder.file("duties.csv", |out| csv::duties(comparison, out))?;
    folder.file("coverage.csv", |out| csv::coverage(comparison, out))?;
    folder.file("reuse.csv", |out| csv::reuse(comparison, out))?;
    folder.file("cascade.csv", |out| csv::cascade(comparison, out))?;
    folder.file("alignment.jsonl", |out| csv::alignment(&comparison.alignments, out))?;
    folder.file("comparison.json", |out| {
        serde_json::to_writer(&mut *out, comparison)?;
        out.write_all(b"\n")
    })?;
    folder.file("index.html", |out| {
        out.write_all(html::page(comparison, records, args.lang.into()).as_bytes())
    })?;
    folder.finish().with_context(|| format!("{}: cannot be written", args.out.display()))
}

fn closing_line(args: &Args, comparison: &Comparison, failed: usize, left_alone: usize) -> String {
    let indicators = comparison.targets.iter().flat_map(|family| &family.indicators);
    let compared = indicators.filter(|indicator| indicator.values.len() > 1).count();
    let mut line = format!(
        "{} documents, {} pairs aligned, {compared} indicators compared: {}",
        comparison.documents.len(),
        comparison.alignments.len(),
        args.out.join("index.html").display(),
    );
    if failed > 0 {
        line += &format!("; {failed} failed");
    }
    if left_alone > 0 {
        line += &format!("; left alone: {left_alone} files");
    }
    line
}
