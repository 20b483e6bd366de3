//! `gongwen load`

use crate::outcome::{code, complain, say};
use gongwen_store::{Address, Notice, Options, Summary, load};
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Load records into a database or into tables
///
/// RECORDS are folders of .json records as `gongwen convert` writes them, .jsonl files with a record a line, or - for standard
/// input. What else stands in a folder is passed by. Loading is repeatable: a document that is in from the same program and rules
/// stays as it is, one that was made otherwise is replaced whole, and a load that ends early can simply be started again.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gongwen load out --to sqlite:plans.db
  gongwen load out/records.jsonl --to postgres://clerk@localhost/plans
  gongwen load out --to csv:tables            one file a table, and datapackage.json
  gongwen load out --to parquet:tables        for DuckDB, pandas, polars
  gongwen convert plans --format jsonl -o - | gongwen load - --to sqlite:plans.db

Then: gongwen query plans.db --view top_leads")]
pub(crate) struct Args {
    /// Folders or files of records; - for standard input
    #[arg(required = true, value_name = "RECORDS")]
    records: Vec<PathBuf>,
    /// Where to: sqlite:FILE, postgres://USER@HOST/DATABASE, parquet:DIR, csv:DIR, jsonl:FILE
    #[arg(long, value_name = "URL")]
    to: String,
    /// Replace documents even if the same rules made what is there
    #[arg(long)]
    replace: bool,
    /// Print nothing but errors
    #[arg(long, short)]
    quiet: bool,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let address: Address = args.to.parse()?;
    let mut summary = Summary::default();
    let mut notice = |notice: Notice<'_>| match notice {
        Notice::Refused(place, why) => complain(format_args!("{place}: {why}")),
        Notice::Repeated(place, doc_id, first) if !args.quiet => {
            complain(format_args!("{place}: left out: document {doc_id} was already read from {first}"));
        }
        Notice::Repeated(..) => {}
    };
    let ended = load(&args.records, &address, Options { replace: args.replace }, &mut summary, &mut notice);
    if let Err(error) = ended {
        let kept = if summary.kept {
            format!(
                "{} documents of this load are safe in {address}; load again to go on",
                summary.loaded + summary.replaced
            )
        } else {
            format!("nothing in {address} was changed")
        };
        let error = anyhow::Error::from(error);
        complain(format_args!("{error:#}"));
        say(kept);
        return Ok(ExitCode::from(2));
    }
    if !args.quiet {
        say(line(&summary, &address));
    }
    Ok(code(summary.refused > 0))
}

fn line(summary: &Summary, address: &Address) -> String {
    let Summary { loaded, replaced, unchanged, repeated, refused, rows, left_alone, kept: _ } = summary;
    let mut line = format!(
        "{loaded} loaded, {replaced} replaced, {unchanged} unchanged, {refused} refused: {rows} rows into {address}"
    );
    if *repeated > 0 {
        let _ = write!(line, "; {repeated} more records of the same documents left out");
    }
    if *left_alone > 0 {
        let _ = write!(line, "; other files left alone: {left_alone}");
    }
    line
}
