//! `gongwen query`

mod print;

use anyhow::{Context, bail};
use gongwen_store::layout::views;
use gongwen_store::{Address, Filter, Query, query};
use std::io::{BufWriter, Write, stdout};
use std::path::Path;
use std::process::ExitCode;

/// Ask a database one of the common questions, without SQL
///
/// DB is a SQLite file or the URL that records were loaded to. Without --view, the views are listed with what they answer.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gongwen query plans.db                                        which questions there are
  gongwen query plans.db --view top_leads                       which department leads most tasks in each county
  gongwen query plans.db --view leads --where county=平罗县 --limit 10
  gongwen query plans.db --view targets_by_indicator --format csv > targets.csv")]
pub(crate) struct Args {
    /// A SQLite file, sqlite:FILE or postgres://USER@HOST/DATABASE
    #[arg(value_name = "DB")]
    database: String,
    /// The view; without one, all are listed
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Only rows with this value in this column; may be given several times
    #[arg(long = "where", value_name = "COLUMN=VALUE", value_parser = filter)]
    filters: Vec<Filter>,
    /// At most so many rows
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// List the views
    #[arg(long)]
    list: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Columns for a person
    Table,
    /// Comma-separated, NULL as nothing
    Csv,
    /// An array of objects
    Json,
}

fn filter(text: &str) -> Result<Filter, String> {
    let (column, value) = text.split_once('=').ok_or("expected COLUMN=VALUE, such as county=平罗县")?;
    Ok(Filter { column: column.trim().to_owned(), value: value.to_owned() })
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(stdout().lock());
    let (Some(view), false) = (&args.view, args.list) else {
        for view in views() {
            writeln!(out, "{:<21} {}", view.name, view.answers)?;
        }
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    };
    let address = if Path::new(&args.database).is_file() {
        Address::Sqlite(args.database.clone().into())
    } else {
        args.database.parse()?
    };
    if let Address::Sqlite(path) = &address
        && !path.is_file()
    {
        bail!("{}: no such file", path.display());
    }
    let question = Query { view: view.clone(), filters: args.filters.clone(), limit: args.limit };
    let answer = query(&address, &question)?;
    let printed = match args.format {
        Format::Table => print::table(&answer, &mut out),
        Format::Csv => print::csv(&answer, &mut out),
        Format::Json => print::json(&answer, &mut out),
    };
    printed.and_then(|()| out.flush()).context("standard output cannot be written")?;
    Ok(ExitCode::SUCCESS)
}
