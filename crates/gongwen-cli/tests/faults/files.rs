//! Stores of files: CSV, Parquet, JSON Lines.

use crate::desk::{Desk, Load, load, outcome, record, records, said, until};
use crate::disk::Disk;
use crate::{Fault, Needs, Outcome};
use std::fs;
use std::path::Path;

pub(crate) const FAULTS: &[Fault] = &[
    ("csv: killed (-9) in mid-load", Needs::Nothing, |desk| killed(desk, "csv")),
    ("parquet: killed (-9) in mid-load", Needs::Nothing, |desk| killed(desk, "parquet")),
    ("jsonl: killed (-9) in mid-load", Needs::Nothing, |desk| killed(desk, "jsonl")),
    ("csv: two loads at once", Needs::Nothing, |desk| two_at_once(desk, "csv")),
    ("parquet: two loads at once", Needs::Nothing, |desk| two_at_once(desk, "parquet")),
    ("csv: disk full", Needs::Disk, |desk| disk_full(desk, "csv")),
    ("parquet: disk full", Needs::Disk, |desk| disk_full(desk, "parquet")),
    ("jsonl: disk full", Needs::Disk, |desk| disk_full(desk, "jsonl")),
    ("csv: folder not writable", Needs::Disk, not_writable),
];

/// Every file of a store with its content.
fn content(path: &Path) -> Vec<(String, Vec<u8>)> {
    if path.is_file() {
        return vec![(String::new(), fs::read(path).unwrap())];
    }
    let mut found: Vec<_> = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    found.sort();
    found
}

/// What stands beside the store: nothing may be left there.
fn beside(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("gongwen-"))
        .collect()
}

/// A store with one document, in a folder of its own.
fn begun(desk: &Desk, folder: &Path, kind: &str) -> (std::path::PathBuf, String) {
    fs::create_dir_all(folder).unwrap();
    let path = folder.join("store");
    let to = format!("{kind}:{}", path.display());
    assert_eq!(load(&desk.lines(&record(1)), &to).status.code(), Some(0));
    (path, to)
}

fn killed(desk: &Desk, kind: &str) -> Outcome {
    let (path, to) = begun(desk, &desk.path("in"), kind);
    let before = content(&path);
    let mut cut = Load::start(&to);
    cut.send(&records(1..=600));
    until("writing beside the store", || !beside(&path).is_empty());
    cut.kill();
    cut.end();
    assert!(content(&path) == before, "what was there has changed");
    let again = load(&desk.lines(&records(1..=600)), &to);
    assert_eq!(beside(&path), Vec::<String>::new());
    let mut outcome = outcome(&again, 0, 1, &again);
    outcome.message = "(killed)".into();
    outcome.code = 137;
    outcome
}

fn two_at_once(desk: &Desk, kind: &str) -> Outcome {
    let (path, to) = begun(desk, &desk.path("in"), kind);
    let (mut one, mut other) = (Load::start(&to), Load::start(&to));
    let both = [(&mut one, records(1..=300)), (&mut other, records(200..=400))];
    std::thread::scope(|scope| {
        for (load, records) in both {
            scope.spawn(move || {
                load.send(&records);
                load.close();
            });
        }
    });
    let (one, other) = (one.end(), other.end());
    assert_eq!(
        (one.status.code(), other.status.code()),
        (Some(0), Some(0)),
        "{:?} {:?}",
        said(&one),
        said(&other)
    );
    assert_eq!(beside(&path), Vec::<String>::new());
    let again = load(&desk.lines(&records(1..=400)), &to);
    assert!(said(&again)[0].starts_with("0 loaded, 0 replaced, 400 unchanged"), "{:?}", said(&again));
    let mut outcome = outcome(&one, 0, 400, &again);
    outcome.message = "(the second waits)".into();
    outcome
}

fn disk_full(desk: &Desk, kind: &str) -> Outcome {
    // Parquet makes little of records that are alike.
    let disk = Disk::new(desk.path("disk"), if kind == "parquet" { 220 } else { 600 });
    let (path, to) = begun(desk, &disk.path.join("in"), kind);
    let before = content(&path);
    let lines = desk.lines(&records(1..=1500));
    let output = load(&lines, &to);
    assert!(content(&path) == before, "what was there has changed");
    assert_eq!(beside(&path), Vec::<String>::new());
    assert!(said(&output)[1].starts_with("nothing in "), "{:?}", said(&output));
    disk.grow(64 << 10);
    outcome(&output, 2, 1, &load(&lines, &to))
}

fn not_writable(desk: &Desk) -> Outcome {
    let disk = Disk::new(desk.path("disk"), 8 << 10);
    let (path, to) = begun(desk, &disk.path.join("in"), "csv");
    let before = content(&path);
    disk.forbid_writing();
    let lines = desk.lines(&records(1..=3));
    let output = load(&lines, &to);
    disk.grow(8 << 10);
    assert!(content(&path) == before);
    outcome(&output, 2, 1, &load(&lines, &to))
}
