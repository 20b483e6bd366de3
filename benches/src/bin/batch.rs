//! Prints what a batch of 10,000 files costs against reading them, how two threads do against one, and what memory takes.
//!
//! `cargo run --release -p gongwen-benches --bin batch [FILES]`

use anyhow::{Context, ensure};
use gongwen_benches::{Row, Took, answer, build, corpus, cpu_time, measure, print};
use std::fs;
use std::path::Path;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    if answer()? {
        return Ok(());
    }
    let files =
        std::env::args().nth(1).map_or(Ok(10_000), |count| count.parse()).context("a number of files")?;
    let program = build()?;
    let folder = tempfile::tempdir()?;
    let input = folder.path().join("plans");
    let bytes = copies(&input, files)?;
    print(&speed(&program, folder.path(), files, bytes)?)?;
    fs::remove_dir_all(&input)?;
    Ok(print(&memory(&program, folder.path())?)?)
}

/// Copies of the corpus with changed numbers, a thousand a folder. How many bytes they have is given back.
fn copies(folder: &Path, files: usize) -> anyhow::Result<u64> {
    let corpus = corpus();
    let mut bytes = 0;
    for number in 0..files {
        let plan = &corpus[number % corpus.len()];
        let below = folder.join(format!("{:03}", number / 1000));
        fs::create_dir_all(&below)?;
        let text = renumbered(&plan.text, number);
        bytes += text.len() as u64;
        fs::write(below.join(format!("{}-{number:06}.txt", plan.name)), text)?;
    }
    Ok(bytes)
}

/// The text with its figures of two and three digits changed, but for dates.
fn renumbered(text: &str, by: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
        let (before, figure, behind) = (&rest[..at], &rest[at..at + digits], &rest[at + digits..]);
        out.push_str(before);
        let is_date = behind.starts_with(['年', '月', '日', '号']);
        match figure.parse::<usize>() {
            Ok(value) if (2..=3).contains(&digits) && !is_date => {
                let (least, count) = if digits == 2 { (10, 90) } else { (100, 900) };
                out.push_str(&(least + (value + by) % count).to_string());
            }
            _ => out.push_str(figure),
        }
        rest = behind;
    }
    out + rest
}

fn speed(program: &Path, folder: &Path, files: usize, bytes: u64) -> anyhow::Result<Vec<Row>> {
    let input = folder.join("plans");
    let convert = |out: &str, more: &[&str]| -> anyhow::Result<Took> {
        let out = folder.join(out);
        let mut arguments = vec!["convert".as_ref(), input.as_os_str(), "-o".as_ref(), out.as_os_str()];
        arguments.extend(more.iter().map(std::ffi::OsStr::new));
        measure(program, &arguments)
    };
    read(&input)?; // Into the memory of the system.
    let reading = median([read(&input)?, read(&input)?, read(&input)?]);
    let one = convert("one", &["--jobs", "1"])?;
    let listed = fs::read_to_string(folder.join("one/manifest.jsonl"))?.lines().count();
    ensure!(listed == files, "{listed} inputs of {files} are in the manifest");
    let again = convert("one", &["--jobs", "1"])?;
    let writing = write(&folder.join("one"), &folder.join("bare"))?;
    fs::remove_dir_all(folder.join("bare"))?;
    let two = convert("two", &["--jobs", "2"])?;
    fs::remove_dir_all(folder.join("one"))?;
    fs::remove_dir_all(folder.join("two"))?;
    let lines = convert("lines", &["--jobs", "1", "--format", "jsonl", "--no-text"])?;
    fs::remove_dir_all(folder.join("lines"))?;
    let row = |what: &str, cpu: Duration, wanted, most: f64| {
        let ratio = seconds(cpu) / seconds(reading);
        let measured = format!("{:.2} s / {:.2} s = {ratio:.1}", seconds(cpu), seconds(reading));
        Row { what: format!("{files} files {what}"), measured, wanted, met: ratio <= most }
    };
    let gain = seconds(one.wall) / seconds(two.wall);
    Ok(vec![
        Row {
            what: format!("{files} files of {:.0} MB read and nothing else, CPU", bytes as f64 / 1e6),
            measured: format!("{:.2} s", seconds(reading)),
            wanted: "yardstick",
            met: true,
        },
        Row {
            what: format!("{files} records written and nothing else, CPU against reading"),
            measured: format!("{:.2} s = {:.1}", seconds(writing), seconds(writing) / seconds(reading)),
            wanted: "yardstick",
            met: true,
        },
        row("to a file each, one thread, CPU against reading", one.cpu, "≤ 20", 20.0),
        row("to records.jsonl without text, CPU against reading", lines.cpu, "≤ 20", 20.0),
        row("again and nothing has changed, CPU against reading", again.cpu, "≤ 5", 5.0),
        Row {
            what: format!("{files} files with two threads against one, wall"),
            measured: format!("{:.1} s / {:.1} s = {gain:.2}", seconds(one.wall), seconds(two.wall)),
            wanted: "≥ 1.6",
            met: gain >= 1.6,
        },
    ])
}

/// CPU time of reading every file below a folder, on this thread.
fn read(folder: &Path) -> anyhow::Result<Duration> {
    let start = cpu_time();
    each(folder, &mut |file| {
        std::hint::black_box(fs::read(file)?);
        Ok(())
    })?;
    Ok(cpu_time().saturating_sub(start))
}

/// CPU time of writing what the files below a folder hold to another: as every record is, under another name first.
fn write(from: &Path, to: &Path) -> anyhow::Result<Duration> {
    fs::create_dir_all(to)?;
    let (mut taken, mut number) = (Duration::ZERO, 0);
    each(from, &mut |file| {
        let content = fs::read(file)?;
        let start = cpu_time();
        fs::write(to.join("partial"), content)?;
        fs::rename(to.join("partial"), to.join(format!("{number}.json")))?;
        taken += cpu_time().saturating_sub(start);
        number += 1;
        Ok(())
    })?;
    Ok(taken)
}

fn each(folder: &Path, work: &mut impl FnMut(&Path) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                work(&entry.path())?;
            }
        }
    }
    Ok(())
}

/// Peak memory of batches of 1,000 and 100,000 small files, first and again.
fn memory(program: &Path, folder: &Path) -> anyhow::Result<Vec<Row>> {
    let peaks = |files: usize| -> anyhow::Result<[usize; 2]> {
        let input = folder.join("small");
        for number in 0..files {
            let below = input.join(format!("county-{:03}", number / 1000));
            fs::create_dir_all(&below)?;
            let text = format!("县节水行动方案\n一、目标\n到2026年，新建灌区{number}处。\n");
            fs::write(below.join(format!("a-plan-with-an-ordinary-name-{number:06}.txt")), text)?;
        }
        let out = folder.join("out");
        let arguments = ["convert".as_ref(), input.as_os_str(), "-o".as_ref(), out.as_os_str()];
        let peaks = [measure(program, &arguments)?.peak, measure(program, &arguments)?.peak];
        fs::remove_dir_all(&input)?;
        fs::remove_dir_all(&out)?;
        Ok(peaks)
    };
    let (few, many) = (peaks(1_000)?, peaks(100_000)?);
    let rows = ["", ", again"].into_iter().zip(few).zip(many).map(|((which, few), many)| {
        let each = many.saturating_sub(few) as f64 / 99_000.0;
        Row {
            what: format!("peak memory with 1,000 and 100,000 small files{which}"),
            measured: format!("{:.1}, {:.1} MB: {each:.0} B each", few as f64 / 1e6, many as f64 / 1e6),
            wanted: "≤ 300 B",
            met: each <= 300.0,
        }
    });
    Ok(rows.collect())
}

fn median(mut times: [Duration; 3]) -> Duration {
    times.sort_unstable();
    times[1]
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}
