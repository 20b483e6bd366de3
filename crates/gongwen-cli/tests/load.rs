//! `gongwen load` and `gongwen query`, from outside: from documents to answers.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed
#![cfg(feature = "sqlite")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn corpus() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus"))
}

/// A folder of the test's own.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongwen"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    /// Runs the program, checks its exit code, gives standard output and the last line of standard error.
    fn check(&self, args: &[&str], code: i32) -> (String, String) {
        let Output { status, stdout, stderr } = self.command(args).output().unwrap();
        let stderr = String::from_utf8(stderr).unwrap();
        assert_eq!(status.code(), Some(code), "{args:?}: {stderr}");
        (String::from_utf8(stdout).unwrap(), stderr.lines().last().unwrap_or_default().to_owned())
    }

    fn convert(&self) {
        self.check(&["convert", corpus().to_str().unwrap(), "-o", "out"], 0);
    }
}

/// The two commands of the README, and the second time nothing changes.
#[test]
fn a_folder_becomes_answers() {
    let desk = Desk::new();
    desk.convert();
    let (_, said) = desk.check(&["load", "out", "--to", "sqlite:plans.db"], 0);
    assert!(said.starts_with("5 loaded, 0 replaced, 0 unchanged, 0 refused: "), "{said}");
    let (table, _) = desk.check(&["query", "plans.db", "--view", "top_leads"], 0);
    assert!(table.contains("640221       平罗县"), "{table}");
    let before = fs::read(desk.0.path().join("plans.db")).unwrap();
    let (_, said) = desk.check(&["load", "out", "--to", "sqlite:plans.db"], 0);
    assert!(said.starts_with("0 loaded, 0 replaced, 5 unchanged, 0 refused: 0 rows"), "{said}");
    assert!(fs::read(desk.0.path().join("plans.db")).unwrap() == before);
    let (csv, _) = desk
        .check(&["query", "plans.db", "--view", "plans", "--where", "county=平罗县", "--format", "csv"], 0);
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let (json, _) =
        desk.check(&["query", "plans.db", "--view", "leads", "--limit", "3", "--format", "json"], 0);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap().as_array().unwrap().len(), 3);
    let (list, _) = desk.check(&["query", "plans.db"], 0);
    assert!(list.contains("which department leads most tasks in each county"), "{list}");
}

/// What the documents hold is what the database holds: counted in the records, counted in the tables.
#[test]
fn nothing_is_lost_on_the_way() {
    let desk = Desk::new();
    desk.convert();
    desk.check(&["load", "out", "--to", "sqlite:plans.db"], 0);
    let connection = rusqlite::Connection::open(desk.0.path().join("plans.db")).unwrap();
    for entry in fs::read_dir(desk.0.path().join("out/corpus")).unwrap() {
        let json = fs::read(entry.unwrap().path()).unwrap();
        let record: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let id = record["doc_id"].as_str().unwrap();
        for table in ["sections", "tasks", "assignments", "targets", "qualitative", "tables", "diagnostics"] {
            let sql = format!("SELECT count(*) FROM {table} WHERE doc_id = ?1");
            let rows: i64 = connection.query_row(&sql, [id], |row| row.get(0)).unwrap();
            assert_eq!(rows, record[table].as_array().unwrap().len() as i64, "{id} {table}");
        }
        let text: String = connection
            .query_row("SELECT text FROM documents WHERE doc_id = ?1", [id], |row| row.get(0))
            .unwrap();
        assert_eq!(text, record["text"].as_str().unwrap());
        for target in record["targets"].as_array().unwrap() {
            let sql = "SELECT quote || '|' || value_exact FROM targets WHERE doc_id = ?1 AND id = ?2";
            let row: String =
                connection.query_row(sql, [id, target["id"].as_str().unwrap()], |row| row.get(0)).unwrap();
            assert_eq!(row, format!("{}|{}", target["quote"].as_str().unwrap(), target["value"]));
        }
    }
}

/// `gongwen convert … -o - | gongwen load - …`
#[test]
fn a_batch_is_a_stream() {
    let desk = Desk::new();
    let mut convert = desk
        .command(&["convert", corpus().to_str().unwrap(), "--format", "jsonl", "-o", "-"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let output = desk
        .command(&["load", "-", "--to", "sqlite:plans.db"])
        .stdin(convert.stdout.take().unwrap())
        .output()
        .unwrap();
    assert!(convert.wait().unwrap().success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.starts_with("5 loaded"), "{said}");
    desk.convert();
    let (_, said) = desk.check(&["load", "out", "--to", "sqlite:plans.db"], 0);
    assert!(said.starts_with("0 loaded, 0 replaced, 5 unchanged"), "{said}");
}

#[test]
fn every_failure_has_its_line_and_its_code() {
    let desk = Desk::new();
    fs::write(desk.0.path().join("no.jsonl"), "{\"a\": 1}\n{\n").unwrap();
    let (_, said) = desk.check(&["load", "no.jsonl", "--to", "sqlite:plans.db"], 1);
    assert!(said.starts_with("0 loaded, 0 replaced, 0 unchanged, 2 refused"), "{said}");
    let (_, said) = desk.check(&["load", "gone.jsonl", "--to", "sqlite:plans.db"], 1);
    assert!(said.contains("1 refused"), "{said}");
    let check = |args: &[&str], expect: &str| {
        let (_, said) = desk.check(args, 2);
        assert!(said.contains(expect), "{said}");
    };
    check(&["load", "no.jsonl", "--to", "oracle:x"], "expected sqlite:FILE");
    check(
        &["load", "no.jsonl", "--to", "sqlite:none/plans.db"],
        "nothing in sqlite:none/plans.db was changed",
    );
    check(&["query", "none.db", "--view", "leads"], "none.db: no such file");
    check(&["query", "plans.db", "--view", "x"], "has no view `x`; views: plans, leads");
    check(&["query", "no.jsonl", "--view", "leads"], "file is not a database");
    check(&["query", "csv:x", "--view", "leads"], "only sqlite: and postgres: have views");
    check(&["query", "plans.db", "--view", "leads", "--where", "x=1"], "view `leads` has no column `x`");
}
