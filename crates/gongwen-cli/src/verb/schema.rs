//! `gongwen schema`

use std::io::Write;
use std::process::ExitCode;

/// Print the JSON Schema of a record, a comparison or a difference
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  gongwen schema > record.schema.json\n  gongwen schema --of comparison > comparison.schema.json"
)]
pub(crate) struct Args {
    /// What is to be described
    #[arg(long, value_enum, default_value_t = Of::Record)]
    of: Of,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Of {
    /// What convert writes
    Record,
    /// comparison.json of compare
    Comparison,
    /// What diff --json prints
    Difference,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let schema = match args.of {
        Of::Record => gongwen::schema(),
        Of::Comparison => gongwen_compare::comparison_schema(),
        Of::Difference => gongwen_compare::difference_schema(),
    };
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &schema).map_err(std::io::Error::from)?;
    writeln!(out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
