//! How fast records go into the stores, beside what the databases' own programs take for the same rows.
//!
//! `cargo run --release -p gongwen-benches --bin store [DOCUMENTS]`: 2,000 documents unless told, made by varying the corpus. Rows of
//! all tables are counted. Loads are timed with start-up, reading JSON and everything else; the yardsticks, `.import` of sqlite3 and
//! `\copy` of psql, read the CSV files of the same rows into the same tables with the same keys.

use anyhow::{Context, bail, ensure};
use gongwen::{Converter, Options};
use gongwen_benches::{children, corpus, repository, varied};
use gongwen_store::{Address, Summary, layout, load};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How this program asks a fresh one to load, so that its CPU time and memory can be told.
const LOAD: &str = "--load";

/// The rows a second that a load has to reach, or else …
const ROWS_A_SECOND: f64 = 50_000.0;

/// … it may take so many times as long as the yardstick.
const TIMES: f64 = 1.5;

#[expect(clippy::print_stdout, reason = "the table is what the program is for")]
fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [LOAD, records, to] => return load_here(Path::new(records), to),
        [LOAD, ..] => bail!("{LOAD} RECORDS URL"),
        _ => {}
    }
    let documents =
        arguments.first().map_or(Ok(2000), |count| count.parse()).context("a number of documents")?;
    let desk = tempfile::tempdir()?;
    let records = desk.path().join("records.jsonl");
    let bytes = write_records(&records, documents)?;
    println!("{documents} documents, {:.0} MB of JSON", bytes as f64 / 1e6);
    println!("{:<34} {:>9} {:>9} {:>9} {:>11} {:>9}  goal", "", "rows", "wall", "CPU", "rows/s", "peak");

    let tables = desk.path().join("tables");
    let csv = Run::load("csv", &records, &format!("csv:{}", tables.display()))?;
    csv.print(None);
    Run::load("parquet", &records, &format!("parquet:{}", desk.path().join("parquet").display()))?
        .print(None);
    Run::load("jsonl", &records, &format!("jsonl:{}", desk.path().join("all.jsonl").display()))?.print(None);

    let database = desk.path().join("plans.db");
    let sqlite = Run::load("sqlite", &records, &format!("sqlite:{}", database.display()))?;
    let import = sqlite_import(desk.path(), &tables, &database, csv.rows)?;
    sqlite.print(Some(&import));
    import.print(None);
    Run::load("sqlite, once more", &records, &format!("sqlite:{}", database.display()))?.print(None);

    match Server::start(&desk.path().join("server")) {
        Ok(server) => {
            let postgres = Run::load("postgres, COPY", &records, &server.url("postgres"))?;
            let copy = psql_copy(&server, &tables, csv.rows)?;
            postgres.print(Some(&copy));
            copy.print(None);
            Run::load("postgres, once more", &records, &server.url("postgres"))?.print(None);
        }
        Err(error) => println!("NOT RUN: postgres ({error:#})"),
    }
    Ok(())
}

/// One line of the table.
struct Run {
    what: String,
    rows: u64,
    wall: Duration,
    cpu: Option<Duration>,
    peak: Option<usize>,
}

impl Run {
    /// Loads in a fresh process.
    fn load(what: &str, records: &Path, to: &str) -> anyhow::Result<Self> {
        let before = children().cpu;
        let start = Instant::now();
        let output = Command::new(std::env::current_exe()?)
            .arg(LOAD)
            .arg(records)
            .arg(to)
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()?;
        let wall = start.elapsed();
        ensure!(output.status.success(), "{what}: the load failed");
        let told = String::from_utf8(output.stdout)?;
        let (rows, peak) = told.trim().split_once(' ').context("rows and peak")?;
        Ok(Self {
            what: what.to_owned(),
            rows: rows.parse()?,
            wall,
            cpu: Some(children().cpu.saturating_sub(before)),
            peak: Some(peak.parse()?),
        })
    }

    fn speed(&self) -> f64 {
        self.rows as f64 / self.wall.as_secs_f64()
    }

    #[expect(clippy::print_stdout, reason = "the table is what the program is for")]
    fn print(&self, yardstick: Option<&Self>) {
        let cpu = self.cpu.map_or("-".to_owned(), |cpu| format!("{:.2} s", cpu.as_secs_f64()));
        let peak = self.peak.map_or("-".to_owned(), |peak| format!("{:.0} MB", peak as f64 / 1e6));
        let goal = yardstick.map_or(String::new(), |other| {
            let times = self.wall.as_secs_f64() / other.wall.as_secs_f64();
            let met = self.speed() >= ROWS_A_SECOND || times <= TIMES;
            let mark = if met { "yes" } else { "NO" };
            format!("≥ {ROWS_A_SECOND} rows/s, or ≤ {TIMES} × {} (here {times:.2} ×)  {mark}", other.what)
        });
        let wall = format!("{:.2} s", self.wall.as_secs_f64());
        println!(
            "{:<34} {:>9} {wall:>9} {cpu:>9} {:>11.0} {peak:>9}  {goal}",
            self.what,
            self.rows,
            self.speed()
        );
    }
}

/// The fresh process: loads, prints rows and peak memory.
fn load_here(records: &Path, to: &str) -> anyhow::Result<()> {
    let address: Address = to.parse()?;
    let mut summary = Summary::default();
    load(&[records.to_owned()], &address, gongwen_store::Options::default(), &mut summary, &mut |_| {})?;
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_SELF)?;
    Ok(writeln!(std::io::stdout(), "{} {}", summary.rows, usage.max_rss() * 1024)?)
}

/// Records of varied plans, a line each. How many bytes.
fn write_records(path: &Path, documents: usize) -> anyhow::Result<u64> {
    let converter = Converter::new(Options::default());
    let mut out = BufWriter::new(File::create(path)?);
    let mut line = Vec::new();
    for input in varied(&corpus(), documents) {
        line.clear();
        converter.convert(input.text.as_bytes(), &input.name)?.write_json(&mut line);
        line.push(b'\n');
        out.write_all(&line)?;
    }
    out.flush()?;
    Ok(fs::metadata(path)?.len())
}

/// `.import` of the CSV files into tables like ours, in one transaction a table.
fn sqlite_import(desk: &Path, tables: &Path, like: &Path, rows: u64) -> anyhow::Result<Run> {
    let what = "sqlite3 .import".to_owned();
    let schema = Command::new("sqlite3").arg(like).arg(".schema --nosys").output();
    let Ok(schema) = schema else {
        bail!("sqlite3 is not installed (Debian: apt-get install sqlite3)");
    };
    // CSV has one column for a decimal, which holds its digits, and words for yes and no.
    let schema: String = String::from_utf8(schema.stdout)?
        .lines()
        .filter(|line| !line.contains("_exact\" TEXT"))
        .map(|line| format!("{}\n", checked(line).unwrap_or_else(|| line.to_owned())))
        .collect();
    let mut script = schema;
    for table in layout::flat() {
        let file = tables.join(format!("{}.csv", table.name));
        script += &format!(".import --csv --skip 1 {} {}\n", file.display(), table.name);
    }
    let start = Instant::now();
    let before = children().cpu;
    feed(Command::new("sqlite3").arg("-batch").arg(desk.join("import.db")), &script)?;
    Ok(Run {
        what,
        rows,
        wall: start.elapsed(),
        cpu: Some(children().cpu.saturating_sub(before)),
        peak: None,
    })
}

/// A line that makes a column of yes and no, for the words that CSV has for them.
fn checked(line: &str) -> Option<String> {
    let (before, behind) = line.split_once(" IN (0, 1)")?;
    Some(format!("{before} IN ('true', 'false'){behind}"))
}

/// `\copy` of the CSV files into tables like ours, which one load without records has made.
fn psql_copy(server: &Server, tables: &Path, rows: u64) -> anyhow::Result<Run> {
    let url = server.url("copy");
    feed(Command::new("psql").arg("-q").arg(server.url("postgres")), "CREATE DATABASE copy")?;
    let nothing = tables.with_file_name("nothing.jsonl");
    File::create(&nothing)?;
    Run::load("tables", &nothing, &url)?;
    let mut script = "BEGIN;\n".to_owned();
    for table in layout::flat() {
        let file = tables.join(format!("{}.csv", table.name));
        script += &format!("\\copy \"{}\" from '{}' csv header\n", table.name, file.display());
    }
    script += "COMMIT;\n";
    let start = Instant::now();
    feed(Command::new("psql").arg("-q").args(["-v", "ON_ERROR_STOP=1"]).arg(url), &script)?;
    Ok(Run { what: "psql \\copy".to_owned(), rows, wall: start.elapsed(), cpu: None, peak: None })
}

/// Runs a program with this as its standard input.
fn feed(command: &mut Command, input: &str) -> anyhow::Result<()> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::inherit()).spawn()?;
    child.stdin.take().context("a pipe")?.write_all(input.as_bytes())?;
    ensure!(child.wait()?.success(), "{command:?} failed");
    Ok(())
}

/// A server of this run's own.
struct Server {
    folder: PathBuf,
    url: String,
}

impl Server {
    fn start(folder: &Path) -> anyhow::Result<Self> {
        let parent = folder.parent().context("a folder")?;
        #[cfg(unix)]
        fs::set_permissions(parent, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        let output = Command::new(repository("scripts/postgres")).arg("start").arg(folder).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr).trim());
        Ok(Self { folder: folder.to_owned(), url: String::from_utf8(output.stdout)?.trim().to_owned() })
    }

    fn url(&self, database: &str) -> String {
        self.url.replacen("/postgres?", &format!("/{database}?"), 1)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new(repository("scripts/postgres")).arg("stop").arg(&self.folder).output();
    }
}
