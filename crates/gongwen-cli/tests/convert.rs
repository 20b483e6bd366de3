//! The program `gongwen`, from outside: what it writes, where, and how it ends.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed

mod desk;

use desk::{Desk, PLAN, stderr};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Stdio;

#[test]
fn folders_become_one_file_a_document() {
    let desk = Desk::with(&[
        ("in/a.txt", PLAN.as_bytes()),
        ("in/sub/b.md", PLAN.replace("节水", "用水").as_bytes()),
        ("in/c.bin", b"%PDF-1.7"),
    ]);
    let output = desk.check(&["convert", "in", "-o", "out"], 0);
    assert_eq!(desk.files("out"), ["in/a.txt.json", "in/sub/b.md.json", "manifest.jsonl"]);
    let record = desk.record("out/in/a.txt.json");
    assert_eq!(record["source"]["path"], "in/a.txt");
    assert_eq!(record["schema_version"], "1.0.0");
    assert!(record["text"].as_str().unwrap().contains("推进农业节水"));
    let says = stderr(&output);
    let [_, warned, closing] = says.lines().collect::<Vec<_>>()[..] else { panic!("{says}") };
    assert_eq!(warned, "warning: division-unknown       2  in/a.txt, in/sub/b.md");
    assert!(closing.starts_with("2 files: ") && closing.contains("left alone: 1 .bin"), "{says}");
}

#[test]
fn records_meet_the_schema_that_the_program_prints() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    let schema: Value = serde_json::from_slice(&desk.check(&["schema"], 0).stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let record: Value = serde_json::from_slice(&desk.check(&["convert", "a.txt"], 0).stdout).unwrap();
    assert!(validator.is_valid(&record));
    assert!(!validator.is_valid(&Value::Null));
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    let names: Vec<String> = (0..40).map(|i| format!("in/{i:02}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), PLAN.as_bytes())).collect();
    let desk = Desk::with(&files);
    let one = desk.check(&["convert", "in", "--jobs", "1"], 0).stdout;
    let four = desk.check(&["convert", "in", "--jobs", "4"], 0).stdout;
    assert_eq!(one, four);
    let paths: Vec<Value> = one
        .split(|&b| b == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice::<Value>(line).unwrap()["source"]["path"].clone())
        .collect();
    assert_eq!(paths, names);
}

#[test]
fn lines_go_to_one_file() {
    let desk = Desk::with(&[("in/a.txt", PLAN.as_bytes()), ("in/b.txt", PLAN.as_bytes())]);
    let output = desk.check(&["convert", "in", "-o", "out", "--format", "jsonl", "--no-text", "--quiet"], 0);
    assert_eq!(desk.files("out"), ["manifest.jsonl", "records.jsonl"]);
    let lines = fs::read_to_string(desk.path("out/records.jsonl")).unwrap();
    assert_eq!(lines.lines().count(), 2);
    assert!(lines.lines().all(|line| serde_json::from_str::<Value>(line).unwrap().get("text").is_none()));
    assert_eq!((output.stdout.len(), stderr(&output).len()), (0, 0));
}

#[test]
fn bad_files_are_named_and_the_others_go_on() {
    let desk = Desk::with(&[
        ("in/a.txt", PLAN.as_bytes()),
        ("in/empty.txt", b""),
        ("in/garbage.txt", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe\xfd"),
        ("in/z.txt", PLAN.as_bytes()),
    ]);
    let output = desk.check(&["convert", "in", "missing.txt", "-o", "out"], 1);
    assert_eq!(desk.files("out"), ["in/a.txt.json", "in/z.txt.json", "manifest.jsonl"]);
    let says = stderr(&output);
    for file in ["in/empty.txt: ", "in/garbage.txt: ", "missing.txt: "] {
        assert_eq!(says.lines().filter(|line| line.contains(file)).count(), 1, "{says}");
    }
    assert!(says.lines().last().unwrap().contains("; 3 failed"), "{says}");
}

#[test]
fn a_file_that_is_no_text_is_passed_by_in_a_folder_and_an_error_by_name() {
    let desk = Desk::with(&[
        ("in/a.txt", PLAN.as_bytes()),
        ("in/program", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe\xfd"),
    ]);
    let output = desk.check(&["convert", "in", "-o", "out"], 0);
    assert!(stderr(&output).contains("left alone: 1 without extension"), "{}", stderr(&output));
    desk.check(&["convert", "in/program"], 1);
}

#[test]
fn a_run_that_cannot_begin_says_so() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("empty/x.json", b"{}")]);
    assert!(
        stderr(&desk.check(&["convert", "missing.txt"], 2))
            .starts_with("gongwen: missing.txt: cannot be read")
    );
    assert!(stderr(&desk.check(&["convert", "empty"], 2)).contains("no documents found"));
    // A file stands where the folder should be.
    assert!(stderr(&desk.check(&["convert", "a.txt", "-o", "a.txt"], 2)).contains("a.txt: cannot be made"));
    desk.check(&["convert"], 2);
}

#[test]
fn a_record_that_cannot_be_written_fails_alone() {
    let desk = Desk::with(&[("in/a.txt", PLAN.as_bytes()), ("in/b.txt", PLAN.as_bytes())]);
    fs::create_dir_all(desk.path("out/in/a.txt.json/in the way")).unwrap();
    let output = desk.check(&["convert", "in", "-o", "out"], 1);
    assert!(stderr(&output).contains("a.txt.json: cannot be written"), "{}", stderr(&output));
    // Nothing is left behind under another name.
    assert_eq!(desk.files("out"), ["in/b.txt.json", "manifest.jsonl"]);
}

#[test]
fn strict_tells_of_warnings() {
    let damaged = [PLAN.as_bytes(), b"\xe5\x8e\n"].concat();
    let desk = Desk::with(&[("damaged.txt", &damaged)]);
    desk.check(&["convert", "damaged.txt", "-o", "out"], 0);
    let record = desk.record("out/damaged.txt.json");
    let warned = record["diagnostics"].as_array().unwrap().iter().any(|found| found["severity"] == "warning");
    assert!(warned, "{}", record["diagnostics"]);
    desk.check(&["convert", "damaged.txt", "-o", "out", "--strict"], 1);
    assert!(desk.path("out/damaged.txt.json").exists());
}

#[test]
fn two_folders_do_not_write_over_each_other() {
    let desk = Desk::with(&[("x/plans/a.txt", PLAN.as_bytes()), ("y/plans/a.txt", PLAN.as_bytes())]);
    let roots = [desk.path("x/plans"), desk.path("y/plans")];
    let roots: Vec<&str> = roots.iter().map(|root| root.to_str().unwrap()).collect();
    desk.check(&["convert", roots[0], roots[1], "-o", "out"], 0);
    assert_eq!(desk.files("out").len(), 3);
    desk.check(&["convert", "x/plans", "y/plans", "-o", "relative"], 0);
    assert_eq!(desk.files("relative"), ["manifest.jsonl", "x/plans/a.txt.json", "y/plans/a.txt.json"]);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let long = PLAN.repeat(2000);
    let desk = Desk::with(&[("a.txt", long.as_bytes()), ("b.txt", long.as_bytes())]);
    let mut child = desk
        .command(&["convert", "a.txt", "b.txt", "--quiet"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
}

#[test]
fn every_verb_shows_an_example() {
    let desk = Desk::with(&[]);
    for verb in ["convert", "show", "eval", "schema"] {
        let help = String::from_utf8(desk.check(&[verb, "--help"], 0).stdout).unwrap();
        assert!(help.contains("Example") && help.contains(&format!("gongwen {verb}")), "{help}");
    }
    let version = String::from_utf8(desk.check(&["--version"], 0).stdout).unwrap();
    assert_eq!(version.trim(), concat!("gongwen ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_document_and_its_record_show_the_same() {
    let desk = Desk::with(&[
        ("a.txt", PLAN.as_bytes()),
        ("bad.json", b"{\"schema_version\": 1}"),
        ("empty.txt", b""),
    ]);
    desk.check(&["convert", "a.txt", "-o", "out"], 0);
    let document = desk.check(&["show", "a.txt"], 0).stdout;
    let record = desk.check(&["show", "out/a.txt.json"], 0).stdout;
    assert_eq!(String::from_utf8(document.clone()).unwrap(), String::from_utf8(record).unwrap());
    assert!(!document.contains(&0x1b), "no colour where no terminal is");
    assert!(stderr(&desk.check(&["show", "empty.txt"], 2)).contains("empty.txt: the file is empty"));
    assert!(stderr(&desk.check(&["show", "bad.json"], 2)).contains("bad.json"));
    desk.check(&["show", "missing.txt"], 2);
}

#[test]
fn paths_of_the_machine_stay_out_of_records() {
    let desk = Desk::with(&[("in/a.txt", PLAN.as_bytes())]);
    let absolute = desk.path("in");
    let output = desk.check(&["convert", absolute.to_str().unwrap()], 0);
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(record["source"]["path"], "in/a.txt");
    let folder = desk.folder.path().file_name().unwrap().to_str().unwrap();
    assert!(!String::from_utf8(output.stdout).unwrap().contains(folder));
    assert!(Path::new(&absolute).is_absolute());
}
