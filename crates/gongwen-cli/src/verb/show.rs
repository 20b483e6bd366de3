//! `gongwen show`

use std::path::PathBuf;
use std::process::ExitCode;

/// Show one document's record for a person
#[derive(clap::Args)]
#[command(after_help = "Example:\n  gongwen show plan.txt | less -R")]
pub(crate) struct Args {
    /// A document, or a record that convert has written
    file: PathBuf,
}

pub(crate) fn run(_: &Args) -> anyhow::Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
