//! How a run ended, for the shell.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// What every help text ends with.
pub(crate) const EXIT_CODES: &str =
    "Exit codes: 0 done; 1 done, but some files failed or --strict found warnings; 2 could not run.";

/// The code of a run that could run: 1 when there is something to tell, failures or findings that the caller asked for.
pub(crate) fn code(findings: bool) -> ExitCode {
    ExitCode::from(u8::from(findings))
}

/// Whether the reader of our output went away (`gongwen … | head`): it has what it wanted.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// One line on standard error. A standard error that cannot be written leaves nobody to tell.
pub(crate) fn complain(message: impl Display) {
    say(format_args!("gongwen: {}", message.to_string().replace(['\n', '\r'], " ")));
}

/// A line on standard error that is no complaint.
pub(crate) fn say(message: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}
