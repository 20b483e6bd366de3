//! Prints how the program stands against its yardsticks, all measured in this run.
//!
//! `cargo run --release -p gongwen-benches --bin ratios`

use anyhow::{Context, ensure};
use gongwen::{Converter, Options};
use gongwen_benches::{
    Input, Row, answer, build, children, corpus, departments, measure, median_time, print, repository, runs,
};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    if answer()? {
        return Ok(());
    }
    let program = build()?;
    print(&one_file(&program)?)?;
    print(&in_process()?)?;
    Ok(print(&many_files(&program)?)?)
}

fn quiet(command: &mut Command) -> anyhow::Result<()> {
    let output = command.stdout(Stdio::null()).stderr(Stdio::piped()).output()?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// One ordinary file, start-up included.
fn one_file(program: &Path) -> anyhow::Result<Vec<Row>> {
    const TIMES: u32 = 40;
    let file = repository("corpus/pingluo-640221-plan.txt");
    let bytes = std::fs::metadata(&file).context("the corpus")?.len();
    let before = children().cpu;
    for _ in 0..TIMES {
        convert(program, &file)?;
    }
    let cpu = children().cpu.saturating_sub(before) / TIMES;
    let to_nowhere = ["convert".as_ref(), file.as_os_str(), "-o".as_ref(), "-".as_ref()];
    let peak = measure(program, &to_nowhere)?.peak;
    let name = format!("one file of {} KB", bytes / 1000);
    Ok(vec![
        Row {
            what: format!("{name}, CPU time with start-up"),
            measured: format!("{:.1} ms", cpu.as_secs_f64() * 1e3),
            wanted: "≤ 20 ms",
            met: cpu <= Duration::from_millis(20),
        },
        Row {
            what: format!("{name}, peak memory"),
            measured: format!("{:.1} MB", float(peak) / 1e6),
            wanted: "≤ 16 MB",
            met: peak <= 16_000_000,
        },
    ])
}

fn convert(program: &Path, file: &Path) -> anyhow::Result<()> {
    quiet(Command::new(program).arg("convert").arg(file).args(["-o", "-"]))
}

/// Sizes here are far below 4 GiB.
fn float(size: usize) -> f64 {
    f64::from(size as u32)
}

/// Full extraction with JSON against the automaton, and hostile lines against ordinary text.
fn in_process() -> anyhow::Result<Vec<Row>> {
    const ROUNDS: usize = 15;
    const REPEATS: usize = 40;
    let documents = corpus();
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum::<usize>() * REPEATS;
    let automaton = departments();
    let converter = Converter::new(Options::default().with_text(false));
    let mut out = Vec::new();
    let mut convert = |document: &Input| {
        out.clear();
        converter.write_json(document.text.as_bytes(), "plan.txt", &mut out)
    };
    for document in &documents {
        let counts = convert(document)?;
        ensure!(counts.sections > 20 && counts.tasks > 20, "{document} was not read: {counts:?}");
    }
    let pass = median_time(ROUNDS, || {
        for _ in 0..REPEATS {
            for document in &documents {
                std::hint::black_box(automaton.find_iter(std::hint::black_box(&document.text)).count());
            }
        }
    });
    let full = median_time(ROUNDS, || {
        for _ in 0..REPEATS {
            for document in &documents {
                std::hint::black_box(convert(document).is_ok());
            }
        }
    });
    let speed = |time: Duration| float(bytes) / 1e6 / time.as_secs_f64();
    let ratio = pass.as_secs_f64() / full.as_secs_f64();
    let mut rows = vec![
        Row {
            what: "aho-corasick DFA pass of 318 names".to_owned(),
            measured: format!("{:.0} MB/s", speed(pass)),
            wanted: "yardstick",
            met: true,
        },
        Row {
            what: "full extraction with JSON, no text, against that pass".to_owned(),
            measured: format!("{:.0} MB/s = {ratio:.2}", speed(full)),
            wanted: "≥ 0.30",
            met: ratio >= 0.30,
        },
    ];
    let ordinary = full.as_secs_f64() / float(bytes);
    for line in runs(1 << 20) {
        let time = median_time(5, || {
            std::hint::black_box(convert(&line).is_ok());
        });
        let cost = time.as_secs_f64() / float(line.text.len()) / ordinary;
        rows.push(Row {
            what: format!("1 MB line of {}, cost per byte against ordinary text", line.name),
            measured: format!("{cost:.2}"),
            wanted: "≤ 5",
            met: cost <= 5.0,
        });
    }
    let long = Input { name: "一".to_owned(), text: "一".repeat(50_000_000 / 3) };
    let time = median_time(1, || {
        std::hint::black_box(convert(&long).is_ok());
    });
    let cost = time.as_secs_f64() / float(long.text.len()) / ordinary;
    rows.push(Row {
        what: "50 MB of one character, cost per byte against ordinary text".to_owned(),
        measured: format!("{cost:.2}"),
        wanted: "≤ 5",
        met: cost <= 5.0,
    });
    Ok(rows)
}

/// The whole process on 200 copies of the corpus against the baseline script.
fn many_files(program: &Path) -> anyhow::Result<Vec<Row>> {
    const COPIES: usize = 200;
    let folder = tempfile::tempdir()?;
    let input = folder.path().join("input");
    std::fs::create_dir(&input)?;
    let documents = corpus();
    for document in &documents {
        for copy in 0..COPIES {
            std::fs::write(input.join(format!("{}-{copy:03}.txt", document.name)), &document.text)?;
        }
    }
    let timed = |command: &mut Command| -> anyhow::Result<f64> {
        let before = children().cpu;
        quiet(command)?;
        Ok(children().cpu.saturating_sub(before).as_secs_f64())
    };
    let output = folder.path().join("output");
    let own = timed(Command::new(program).arg("convert").arg(&input).arg("-o").arg(&output).args([
        "--format",
        "jsonl",
        "--no-text",
        "--jobs",
        "1",
    ]))?;
    let lines = std::fs::read_to_string(output.join("records.jsonl"))?.lines().count();
    ensure!(lines == COPIES * documents.len(), "{lines} records were written");
    let files = folder.path().join("files");
    let each = timed(Command::new(program).arg("convert").arg(&input).arg("-o").arg(&files))?;
    let baseline = timed(
        Command::new("python3")
            .arg(repository("benches/naive_baseline.py"))
            .arg("--dir")
            .arg(&input)
            .arg(folder.path().join("baseline.jsonl")),
    )?;
    let row = |what: &str, time: f64| Row {
        what: what.to_owned(),
        measured: format!("{baseline:.1} s / {time:.2} s = {:.1}", baseline / time),
        wanted: "≥ 12",
        met: baseline / time >= 12.0,
    };
    Ok(vec![
        row("200 copies of the corpus, jsonl without text, against python", own),
        row("200 copies of the corpus, a file each with text", each),
    ])
}
