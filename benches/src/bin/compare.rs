//! How the time of aligning grows with the number of documents.
//!
//! `cargo run --release -p gongwen-benches --bin compare` prints one line for 125, 250, 500 and 1,000 documents made by
//! varying the corpus. CPU time is that of this one thread; reading the documents is not counted.

use anyhow::Result;
use gongwen::Converter;
use gongwen_benches::{corpus, cpu_time, varied};
use gongwen_compare::{Plan, align, candidates};
use std::time::{Duration, Instant};

const COUNTS: [usize; 4] = [125, 250, 500, 1000];

#[expect(clippy::print_stdout, reason = "the table is what the program is for")]
fn main() -> Result<()> {
    let inputs = varied(&corpus(), COUNTS[COUNTS.len() - 1]);
    let converter = Converter::default();
    let mut records = Vec::with_capacity(inputs.len());
    for input in &inputs {
        records.push(converter.convert(input.text.as_bytes(), &input.name)?);
    }
    println!("documents  pairs  prepare     find    align      CPU     wall  CPU a document  tasks paired");
    for count in COUNTS {
        let (start, wall) = (cpu_time(), Instant::now());
        let plans: Vec<Plan> = records[..count].iter().map(Plan::new).collect();
        let prepared = cpu_time();
        let pairs = candidates(&plans);
        let found = cpu_time();
        let tasks: usize = pairs.iter().map(|(a, b)| align(&plans[*a], &plans[*b]).tasks.len()).sum();
        let aligned = cpu_time();
        let cpu = aligned.saturating_sub(start);
        println!(
            "{count:>9} {:>6} {} {} {} {} {} {:>12.2} ms {tasks:>13}",
            pairs.len(),
            seconds(prepared.saturating_sub(start)),
            seconds(found.saturating_sub(prepared)),
            seconds(aligned.saturating_sub(found)),
            seconds(cpu),
            seconds(wall.elapsed()),
            cpu.as_secs_f64() * 1000.0 / count as f64,
        );
    }
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{:>6.2} s", time.as_secs_f64())
}
