//! The program `gongwen` as a whole, measured in a process of its own.

use crate::{children, repository};
use anyhow::{Context, ensure};
use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How a bench asks itself to run a command and say what it took.
const MEASURE: &str = "--measure";

/// What one run of a command took.
#[derive(Clone, Copy, Debug)]
pub struct Took {
    /// From start to end.
    pub wall: Duration,
    /// User and system time of all its threads.
    pub cpu: Duration,
    /// Peak of resident memory in bytes.
    pub peak: usize,
}

/// The release build of the program, beside this one.
///
/// # Errors
/// When it does not build.
pub fn build() -> anyhow::Result<PathBuf> {
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet", "--package", "gongwen-cli"])
        .current_dir(repository(""))
        .status()?;
    ensure!(status.success(), "the program does not build");
    Ok(std::env::current_exe()?.with_file_name("gongwen"))
}

/// To be called first in `main` of a bench that uses [`measure`]: in the fresh process it does what was asked and gives
/// `true`.
///
/// # Errors
/// When the command cannot be run or fails.
pub fn answer() -> anyhow::Result<bool> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [verb, program, rest @ ..] = arguments.as_slice() else { return Ok(false) };
    if verb != MEASURE {
        return Ok(false);
    }
    let start = Instant::now();
    let output = Command::new(program).args(rest).stdout(Stdio::null()).stderr(Stdio::piped()).output()?;
    let wall = start.elapsed();
    // 1: done, but some inputs failed, as a bench may want.
    ensure!(matches!(output.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
    let usage = children();
    writeln!(std::io::stdout(), "{} {} {}", wall.as_nanos(), usage.cpu.as_nanos(), usage.peak)?;
    Ok(true)
}

/// Runs a command under a fresh process that starts nothing else, so that its peak memory is its own.
///
/// # Errors
/// When it cannot be run or fails.
pub fn measure<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: &[S]) -> anyhow::Result<Took> {
    let mut command = Command::new(std::env::current_exe()?);
    let output = command.arg(MEASURE).arg(program).args(arguments).output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout)?;
    let figures: Vec<u64> = said.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let [wall, cpu, peak] = figures[..] else { anyhow::bail!("{said}: no figures") };
    let peak = usize::try_from(peak).context("peak memory")?;
    Ok(Took { wall: Duration::from_nanos(wall), cpu: Duration::from_nanos(cpu), peak })
}
