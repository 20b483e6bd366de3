//! SQLite.

use crate::desk::{Desk, Load, load, outcome, record, records, said, until};
use crate::disk::Disk;
use crate::{Fault, Needs, Outcome};
use rusqlite::Connection;
use std::fmt::Write;
use std::path::Path;

pub(crate) const FAULTS: &[Fault] = &[
    ("sqlite: killed (-9) in mid-load", Needs::Nothing, killed),
    ("sqlite: two loads at once", Needs::Nothing, two_at_once),
    ("sqlite: disk full", Needs::Disk, disk_full),
    ("sqlite: folder not writable", Needs::Disk, not_writable),
    ("sqlite: a constraint of the database", Needs::Nothing, constraint),
    ("sqlite: a record that breaks the contract", Needs::Nothing, contract),
    ("sqlite: SQL in values", Needs::Nothing, sql_in_values),
    ("sqlite: 1 % broken of 10,000 lines", Needs::Nothing, one_in_a_hundred),
];

pub(crate) fn count(path: &Path, sql: &str) -> u64 {
    let ask = || -> rusqlite::Result<i64> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(std::time::Duration::from_mins(1))?;
        connection.query_row(sql, [], |row| row.get(0))
    };
    ask().map_or(0, |number| number.try_into().unwrap())
}

/// Documents that are in; every one has all its rows, and the file is sound.
fn documents(path: &Path) -> u64 {
    let documents = count(path, "SELECT count(*) FROM documents");
    assert_eq!(count(path, "SELECT count(*) FROM tasks"), 2 * documents);
    assert_eq!(count(path, "SELECT count(*) FROM diagnostics"), documents);
    assert_eq!(count(path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
    assert_eq!(count(path, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    documents
}

fn killed(desk: &Desk) -> Outcome {
    let path = desk.path("plans.db");
    let to = format!("sqlite:{}", path.display());
    let mut cut = Load::start(&to);
    cut.send(&records(1..=600));
    until("the first batch", || count(&path, "SELECT count(*) FROM documents") >= 256);
    cut.kill();
    let output = cut.end();
    assert_eq!(output.status.code(), None);
    let then = documents(&path);
    assert!(then == 256 || then == 512, "whole batches: {then}");
    let again = load(&desk.lines(&records(1..=700)), &to);
    assert_eq!(documents(&path), 700);
    let mut outcome = outcome(&again, 0, then, &again);
    outcome.message = "(killed)".into();
    outcome.code = 137;
    outcome
}

/// Two loads that begin at once, of which one finds the other making the tables: it was refused as if somebody else had made them.
fn both_make_the_tables(desk: &Desk) {
    for round in 0..12 {
        let path = desk.path(&format!("fresh-{round}.db"));
        let to = format!("sqlite:{}", path.display());
        let mut loads = [Load::start(&to), Load::start(&to)];
        for load in &mut loads {
            load.send(&records(1..=3));
            load.close();
        }
        for load in loads {
            let output = load.end();
            assert_eq!(output.status.code(), Some(0), "{:?}", said(&output));
        }
        assert_eq!(documents(&path), 3);
    }
}

fn two_at_once(desk: &Desk) -> Outcome {
    both_make_the_tables(desk);
    let path = desk.path("plans.db");
    let to = format!("sqlite:{}", path.display());
    let (mut one, mut other) = (Load::start(&to), Load::start(&to));
    let both = [(&mut one, records(1..=600)), (&mut other, records((301..=900).rev()))];
    std::thread::scope(|scope| {
        for (load, records) in both {
            scope.spawn(move || {
                load.send(&records);
                load.close();
            });
        }
    });
    let (one, other) = (one.end(), other.end());
    assert_eq!(documents(&path), 900);
    assert_eq!(
        (one.status.code(), other.status.code()),
        (Some(0), Some(0)),
        "{:?} {:?}",
        said(&one),
        said(&other)
    );
    let again = load(&desk.lines(&records(1..=900)), &to);
    let mut outcome = outcome(&one, 0, 900, &again);
    outcome.message = format!("{}; {}", short(&said(&one)[0]), short(&said(&other)[0]));
    outcome
}

/// Without the counts that the order of two loads decides.
fn short(line: &str) -> &str {
    line.split(" replaced").next().unwrap().rsplit_once(',').map_or(line, |(loaded, _)| loaded)
}

fn disk_full(desk: &Desk) -> Outcome {
    let disk = Disk::new(desk.path("disk"), 4 << 10);
    let path = disk.path.join("plans.db");
    let to = format!("sqlite:{}", path.display());
    let lines = desk.lines(&records(1..=1500));
    let output = load(&lines, &to);
    disk.grow(64 << 10);
    let then = documents(&path);
    assert!(then > 0 && then < 1500, "{then}");
    assert!(
        said(&output)[1].starts_with(&format!("{then} documents of this load are safe")),
        "{:?}",
        said(&output)
    );
    let again = load(&lines, &to);
    assert_eq!(documents(&path), 1500);
    outcome(&output, 2, then, &again)
}

fn not_writable(desk: &Desk) -> Outcome {
    let disk = Disk::new(desk.path("disk"), 8 << 10);
    let path = disk.path.join("plans.db");
    let to = format!("sqlite:{}", path.display());
    assert_eq!(load(&desk.lines(&record(1)), &to).status.code(), Some(0));
    disk.forbid_writing();
    let lines = desk.lines(&records(1..=3));
    let output = load(&lines, &to);
    disk.grow(8 << 10);
    let then = documents(&path);
    assert_eq!(then, 1);
    outcome(&output, 2, then, &load(&lines, &to))
}

fn constraint(desk: &Desk) -> Outcome {
    let path = desk.path("plans.db");
    let to = format!("sqlite:{}", path.display());
    load(&desk.lines(&record(1)), &to);
    let trigger = "CREATE TRIGGER limits BEFORE INSERT ON targets WHEN NEW.doc_id = '0000000000000007'
        BEGIN SELECT RAISE(ABORT, 'not this one'); END";
    Connection::open(&path).unwrap().execute_batch(trigger).unwrap();
    let lines = desk.lines(&records(1..=10));
    let output = load(&lines, &to);
    let then = documents(&path);
    assert_eq!(then, 9);
    Connection::open(&path).unwrap().execute_batch("DROP TRIGGER limits").unwrap();
    let again = load(&lines, &to);
    assert_eq!(documents(&path), 10);
    outcome(&output, 1, then, &again)
}

fn contract(desk: &Desk) -> Outcome {
    let path = desk.path("plans.db");
    let to = format!("sqlite:{}", path.display());
    let broken = record(2).replace("\"inherited_from\": \"a1\"", "\"inherited_from\": \"a9\"");
    assert_ne!(broken, record(2));
    let output = load(&desk.lines(&(record(1) + &broken + &record(3))), &to);
    let then = documents(&path);
    assert_eq!(then, 2);
    let again = load(&desk.lines(&records(1..=3)), &to);
    assert_eq!(documents(&path), 3);
    outcome(&output, 1, then, &again)
}

fn sql_in_values(desk: &Desk) -> Outcome {
    let path = desk.path("plans.db");
    let to = format!("sqlite:{}", path.display());
    let lines = desk.lines(&record(1));
    let output = load(&lines, &to);
    let kept = "SELECT count(*) FROM website WHERE value = 'x''); DROP TABLE tasks;--'";
    assert_eq!(count(&path, kept), 1);
    outcome(&output, 0, documents(&path), &load(&lines, &to))
}

fn one_in_a_hundred(desk: &Desk) -> Outcome {
    let path = desk.path("plans.db");
    let to = format!("sqlite:{}", path.display());
    let mut lines = String::new();
    for number in 1..=10_000 {
        // Small: this is about their number.
        let line = small(number);
        if number % 100 == 50 {
            writeln!(lines, "{}", &line[..line.len() / 2]).unwrap();
        } else {
            lines += &line;
        }
    }
    let output = load(&desk.lines(&lines), &to);
    let said = said(&output);
    assert_eq!(said.len(), 101);
    for (i, line) in said[..100].iter().enumerate() {
        assert!(line.starts_with(&format!("records.jsonl:{}: broken JSON", i * 100 + 50)), "{line}");
    }
    assert!(said[100].starts_with("9900 loaded, 0 replaced, 0 unchanged, 100 refused"), "{}", said[100]);
    let then = count(&path, "SELECT count(*) FROM documents");
    assert_eq!(then, 9900);
    let again = load(&desk.lines(&(1..=10_000).map(small).collect::<String>()), &to);
    assert_eq!(count(&path, "SELECT count(*) FROM documents"), 10_000);
    outcome(&output, 1, then, &again)
}

/// A record with nothing but its document.
pub(crate) fn small(number: u64) -> String {
    let line = format!(
        r#"{{"schema_version":"1.0.0","doc_id":"{number:016x}","producer":{{"name":"gongwen","version":"0.1.0","rules":"r1"}},"source":{{"path":"a.txt","format":"text","encoding":"utf-8","bytes":1,"sha256":"00","pages":null}},"metadata":{{"title":null,"notice_title":null,"document_number":null,"issuing_authorities":[],"addressees":[],"date_of_issue":null,"printing_date":null,"copy_to":[],"disclosure":null,"period":null,"division":null,"references":[],"contacts":[],"website":[]}},"sections":[],"tasks":[],"assignments":[],"targets":[],"qualitative":[],"tables":[],"diagnostics":[]}}"#
    );
    line + "\n"
}
