//! Records to a folder that remembers them.

use super::tally::{Duplicate, Tally};
use super::{Args, Format, progress};
use gongwen::{Conversion, Entry, Folder, FolderError, Inputs, Outcome, Step, Why};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

pub(super) fn run(
    args: &Args,
    out: &Path,
    conversion: Conversion,
    mut inputs: Inputs,
    tally: &mut Tally,
) -> anyhow::Result<Vec<Duplicate>> {
    let format = match args.format {
        Format::Json => gongwen::Format::Files,
        Format::Jsonl => gongwen::Format::Lines,
    };
    let folder = Folder::open(out, conversion, format, args.manner())?;
    inputs.sort();
    let bar = progress(args, inputs.files.len());
    let mut ended = Ok(());
    args.batch().run(
        folder.tasks(&inputs)?,
        |task| task.as_ref().map_or(0, gongwen::Task::bytes),
        Vec::new,
        |buffer, task| folder.work(task?, buffer),
        |done| {
            ended =
                done.and_then(|done| folder.take(done)).map_err(Failed::from).and_then(|(entry, step)| {
                    if !matches!(step, Step::Retired | Step::Kept { .. }) {
                        bar.inc(1);
                    }
                    if args.dry_run {
                        tally.plan(&entry, step);
                        return Ok(announce(&entry, step)?);
                    }
                    bar.suspend(|| tally.take(&entry, step));
                    Ok(())
                });
            if ended.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    )?;
    bar.finish_and_clear();
    ended?;
    let duplicates = tally.duplicates(&inputs);
    // The end of a batch needs memory for the list of its journal: there is no need for both at once.
    drop(inputs);
    folder.close()?;
    Ok(duplicates)
}

/// What ends a batch before its end.
#[derive(Debug, thiserror::Error)]
enum Failed {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error("standard output cannot be written: {0}")]
    Output(#[from] io::Error),
}

/// A line of a dry run.
fn announce(entry: &Entry, step: Step) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let path = &entry.path;
    match step {
        Step::Converted(why) => writeln!(out, "convert {path} ({})", reason(why)),
        Step::Retired => writeln!(out, "retire {path} (the input is gone)"),
        Step::Unread => writeln!(out, "keep {path} (the input cannot be read)"),
        Step::Kept { emptied: true } => {
            writeln!(out, "keep {path} (its folder is empty; --force retires it)")
        }
        Step::Unchanged if entry.outcome == Outcome::Failed => {
            writeln!(out, "keep {path} (failed before; --retry-failed tries it again)")
        }
        Step::Unchanged | Step::Kept { .. } => Ok(()),
    }
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::New => "new",
        Why::Content => "the input has changed",
        Why::Rules => "made by other rules or options",
        Why::Output => "its record is missing or of another size",
        Why::Retry => "failed before",
        Why::Forced => "--force",
    }
}
