//! A folder, records, the program.

use crate::Outcome;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A record with one of everything, and a statement of SQL among its values.
const SAMPLE: &str = include_str!("../../../gongwen-store/tests/sample.json");

/// A folder of the test's own.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

/// The sample as document `number`, on one line.
pub(crate) fn record(number: u64) -> String {
    let line: String = SAMPLE.lines().map(str::trim_start).collect();
    line.replace("00000000000000a1", &format!("{number:016x}")) + "\n"
}

/// Many of them.
pub(crate) fn records(numbers: impl IntoIterator<Item = u64>) -> String {
    numbers.into_iter().map(record).collect()
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file of records.
    pub(crate) fn lines(&self, content: &str) -> PathBuf {
        let path = self.path("records.jsonl");
        fs::write(&path, content).unwrap();
        path
    }
}

fn program(records: &Path, to: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongwen"));
    command.arg("load").arg(records).args(["--to", to]).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// Loads records and waits for the end.
pub(crate) fn load(records: &Path, to: &str) -> Output {
    program(records, to).stdin(Stdio::null()).output().unwrap()
}

/// A load that is given its records bit by bit.
pub(crate) struct Load {
    child: Child,
}

impl Load {
    pub(crate) fn start(to: &str) -> Self {
        Self { child: program(Path::new("-"), to).stdin(Stdio::piped()).spawn().unwrap() }
    }

    /// Sends records. One that has ended does not take them, which is no error here.
    pub(crate) fn send(&mut self, records: &str) {
        let stdin = self.child.stdin.as_mut().unwrap();
        let _ = stdin.write_all(records.as_bytes()).and_then(|()| stdin.flush());
    }

    /// No more records come.
    pub(crate) fn close(&mut self) {
        drop(self.child.stdin.take());
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
    }

    pub(crate) fn end(mut self) -> Output {
        self.close();
        self.child.wait_with_output().unwrap()
    }
}

/// Waits until something is so. It may take long on a busy machine; it is an error when it never is.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !is_so() {
        assert!(begin.elapsed() < Duration::from_secs(120), "{what}: never");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The lines of standard error, names of temporary folders left out.
pub(crate) fn said(output: &Output) -> Vec<String> {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    text.lines().map(plain).collect()
}

/// Paths without the folders above, addresses of servers without their socket.
fn plain(line: &str) -> String {
    let words = line.split(' ').map(|word| match (word.rfind("postgres://"), word.rfind('/')) {
        (Some(_), _) if word.ends_with(':') => "postgres://…:",
        (Some(_), _) => "postgres://…",
        (None, Some(at)) if word.starts_with('/') => &word[at + 1..],
        (None, Some(at)) if word.contains(":/") => &word[at + 1..],
        _ => word,
    });
    words.collect::<Vec<_>>().join(" ").trim_start_matches("gongwen: ").to_owned()
}

/// The outcome of a load in which a fault struck, `then` and `again` as counted.
pub(crate) fn outcome(output: &Output, code: i32, then: u64, again: &Output) -> Outcome {
    assert_eq!(output.status.code(), Some(code), "{:?}", said(output));
    assert_eq!(again.status.code(), Some(0), "{:?}", said(again));
    Outcome {
        code,
        message: said(output).into_iter().next().unwrap_or_default(),
        then: format!("{then} documents, whole"),
        again: said(again).pop().unwrap().split(" into ").next().unwrap().to_owned(),
    }
}
