//! `gongwen schema`

use std::io::Write;
use std::process::ExitCode;

/// Print the JSON Schema of a record
#[derive(clap::Args)]
#[command(after_help = "Example:\n  gongwen schema > record.schema.json")]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &gongwen::schema()).map_err(std::io::Error::from)?;
    writeln!(out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
