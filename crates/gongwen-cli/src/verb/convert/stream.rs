//! Records to standard output, one a line, in the order of the inputs.

use super::tally::{Duplicate, Tally};
use super::{Args, progress};
use anyhow::Context;
use gongwen::{Conversion, Inputs, Step, Why};
use std::io::{self, Write};
use std::ops::ControlFlow;

pub(super) fn run(
    args: &Args,
    conversion: &Conversion,
    inputs: &Inputs,
    tally: &mut Tally,
) -> anyhow::Result<Vec<Duplicate>> {
    let bar = progress(args, inputs.files.len());
    let mut out = io::stdout();
    let mut ended = Ok(());
    args.batch().run(
        inputs.files.iter(),
        |input| input.bytes,
        || (),
        |(), input| {
            let mut record = Vec::new();
            (conversion.run(&input, &mut record), record)
        },
        |(entry, record)| {
            bar.inc(1);
            ended = out.write_all(&record);
            bar.suspend(|| tally.take(&entry, Step::Converted(Why::New)));
            if ended.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    )?;
    bar.finish_and_clear();
    ended.and_then(|()| out.flush()).context("standard output cannot be written")?;
    Ok(tally.duplicates(inputs))
}
