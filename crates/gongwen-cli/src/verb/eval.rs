//! `gongwen eval`

use crate::outcome;
use anyhow::{Context, bail};
use gongwen::{Converter, Inputs};
use gongwen_eval::{Answers, Floor, Part, Report};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Score records against gold files of the same names
///
/// RECORDS are what `gongwen convert` wrote: a folder, `.json` files or a `.jsonl` file. The record `plan.txt.json`
/// is scored against `plan.json` in the gold folder. Printed are a table of gold, found, hits, precision, recall and
/// F1 for each part and document and over all (micro), and what was missed and invented, by name. With --alignments the
/// same for pairs of plans: which sections, tasks and targets are counterparts.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  gongwen convert corpus -o out && gongwen eval --gold corpus/gold out\n  gongwen eval --alignments corpus/alignments.json out"
)]
pub(crate) struct Args {
    /// Folder of gold files
    #[arg(long, value_name = "DIR", required_unless_present = "alignments")]
    gold: Option<PathBuf>,
    /// Score alignments of the records against this gold file instead: sections, tasks, targets and topics of pairs of
    /// plans, and a body against its own annex
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gold", "only", "distort"])]
    alignments: Option<PathBuf>,
    /// Records: folders or files
    #[arg(required = true, value_name = "RECORDS")]
    records: Vec<PathBuf>,
    /// Print one JSON object: documents[] and all, each with parts.PART.{hits, gold, found, precision, recall, f1,
    /// beside, missed, invented, remarks}; `gold_without_record`[], `records_without_gold`[]
    #[arg(long)]
    json: bool,
    /// Count only this part; may be repeated
    #[arg(long, value_name = "PART", value_parser = ["metadata", "sections", "tasks", "assignments", "targets"])]
    only: Vec<String>,
    /// Show at most so many lines a list of what was missed, invented or differs; 0 shows the table only
    #[arg(long, value_name = "N", default_value_t = 10)]
    most: usize,
    /// End with code 1 when a figure is below the one in this file (`corpus/scores.json`)
    #[arg(long, value_name = "FILE")]
    fail_under: Option<PathBuf>,
    /// Write the figures to a file for a later --fail-under
    #[arg(long, value_name = "FILE")]
    write_scores: Option<PathBuf>,
    /// Take RECORDS as documents, convert each in every distorted variant (re-wrapped, GBK, other labels …) and print
    /// F1 of each part beside that of the document as it is
    #[arg(long, conflicts_with_all = ["json", "only", "fail_under", "write_scores"])]
    distort: bool,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let parts: Vec<Part> = match args.only.as_slice() {
        [] => Part::ALL.to_vec(),
        names => names.iter().filter_map(|name| Part::named(name)).collect(),
    };
    let report = match (&args.gold, &args.alignments) {
        (Some(gold), _) if args.distort => return distort(gold, &args.records),
        (Some(gold), _) => gongwen_eval::evaluate(gold, &args.records, &parts)?,
        (None, Some(gold)) => gongwen_eval::evaluate_alignments(gold, &args.records)?,
        (None, None) => bail!("either --gold or --alignments is needed"),
    };
    if report.documents.is_empty() {
        let gold = args.gold.as_ref().or(args.alignments.as_ref()).map(|gold| gold.display());
        bail!("no record is named in the gold of {}", gold.map(|gold| gold.to_string()).unwrap_or_default());
    }
    print(args, &report)?;
    if let Some(path) = &args.write_scores {
        let json = serde_json::to_string_pretty(&Floor::of(&report))? + "\n";
        std::fs::write(path, json).with_context(|| format!("cannot write {}", path.display()))?;
    }
    match &args.fail_under {
        Some(path) => compare(path, &report),
        None => Ok(ExitCode::SUCCESS),
    }
}

fn print(args: &Args, report: &Report) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut out, &report.to_json()).map_err(io::Error::from)?;
        writeln!(out)?;
        return Ok(out.flush()?);
    }
    write!(out, "{}", gongwen_eval::table_text(report))?;
    if args.most > 0 {
        write!(out, "{}", gongwen_eval::findings_text(report, args.most))?;
    }
    Ok(out.flush()?)
}

fn compare(path: &Path, report: &Report) -> anyhow::Result<ExitCode> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let floor: Floor =
        serde_json::from_str(&text).with_context(|| format!("{} holds no scores", path.display()))?;
    let falls = floor.falls(report);
    for fall in &falls {
        outcome::complain(format_args!("below {}: {fall}", path.display()));
    }
    Ok(outcome::code(!falls.is_empty()))
}

fn distort(gold: &Path, documents: &[PathBuf]) -> anyhow::Result<ExitCode> {
    let gold = gongwen_eval::gold_in(gold)?;
    let mut rows = Vec::new();
    for input in &Inputs::find(documents).files {
        let stem = input.file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(gold) = gold.get(&stem) else {
            outcome::complain(format_args!("no gold for {}", input.shown()));
            continue;
        };
        let text = std::fs::read_to_string(&input.file);
        let text = text.with_context(|| format!("cannot read {}", input.shown()))?;
        let convert = |bytes: &[u8]| answers(bytes, &input.name);
        rows.extend(gongwen_eval::distortions_of(&stem, &text, gold, &convert));
    }
    let mut out = io::stdout().lock();
    write!(out, "{}", gongwen_eval::distortion_table(&rows))?;
    out.flush()?;
    Ok(outcome::code(rows.iter().any(|row| row.fall() > gongwen_eval::ALLOWED)))
}

/// The record as answers; nothing at all where the document could not be read.
fn answers(bytes: &[u8], name: &str) -> Answers {
    let record = Converter::default().convert(bytes, name).ok();
    let value = record.and_then(|record| serde_json::to_value(&record).ok());
    value.and_then(|value| Answers::from_value(value).ok()).unwrap_or_default()
}
