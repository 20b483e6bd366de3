//! `gongwen convert -o DIR`, again and again: what is unchanged is left alone, what changed is done, what is gone goes.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed

mod desk;

use desk::{Desk, plan, stderr};
use serde_json::Value;
use std::fs;
use std::process::Output;

const FILES: &[&str] = &["convert", "in"];
const LINES: &[&str] = &["convert", "in", "--format", "jsonl"];
/// Both kinds of output.
const BOTH: [&[&str]; 2] = [FILES, LINES];

/// Runs into `out` and checks that it holds what a fresh folder would.
fn check(desk: &Desk, args: &[&str], code: i32) -> Output {
    let output = desk.check(&[args, &["-o", "out"]].concat(), code);
    assert_eq!(desk.tree("out"), desk.fresh(args, code), "{args:?}");
    output
}

fn closing(output: &Output) -> String {
    stderr(output).lines().last().unwrap().to_owned()
}

#[test]
fn an_unchanged_rerun_writes_nothing() {
    for args in BOTH {
        let desk = Desk::with_plans(12);
        desk.put("in/empty.txt", b"");
        desk.put("in/program", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe\xfd");
        let first = closing(&check(&desk, args, 1));
        assert!(first.contains("; 1 failed") && first.contains("1 without extension"), "{first}");
        let before: Vec<_> = desk.stamps("out");
        let again = closing(&check(&desk, args, 1));
        assert!(again.contains("; 12 unchanged; 1 failed before"), "{again}");
        assert!(again.contains("1 without extension"), "{again}");
        assert_eq!(desk.stamps("out"), before, "{args:?}");
    }
}

#[test]
fn changed_removed_and_renamed_inputs_are_followed() {
    for args in BOTH {
        let desk = Desk::with_plans(12);
        check(&desk, args, 0);
        desk.put("in/00/0000.txt", plan(500).as_bytes());
        fs::remove_file(desk.path("in/01/0001.txt")).unwrap();
        fs::rename(desk.path("in/02/0002.txt"), desk.path("in/02/zz.txt")).unwrap();
        desk.put("in/new.txt", plan(700).as_bytes());
        // A good document that goes bad has no record any more.
        desk.put("in/03/0003.txt", b"");
        // The last document of a folder takes the folder with it.
        fs::remove_dir_all(desk.path("in/06")).unwrap();
        let says = closing(&check(&desk, args, 1));
        assert!(says.contains("; 7 unchanged; 3 retired; 1 failed"), "{says}");
        assert!(!desk.path("out/in/06").exists());
    }
}

#[test]
fn records_of_other_paths_are_kept() {
    for args in BOTH {
        let desk = Desk::with_plans(7);
        desk.put("other/a.txt", plan(900).as_bytes());
        desk.check(&[args, &["other", "-o", "out"]].concat(), 0);
        fs::remove_file(desk.path("in/00/0000.txt")).unwrap();
        fs::remove_file(desk.path("other/a.txt")).unwrap();
        desk.put("other/b.txt", plan(901).as_bytes());
        // One folder below `in` only: nothing else was looked for.
        let sub = [&["convert", "in/01"], &args[2..], &["-o", "out"]].concat();
        assert!(closing(&desk.check(&sub, 0)).contains("; 1 unchanged"));
        let listed = fs::read_to_string(desk.path("out/manifest.jsonl")).unwrap();
        assert!(listed.contains("other/a.txt") && listed.contains("in/00/0000.txt"), "{listed}");
        desk.check(&[args, &["other", "-o", "out"]].concat(), 0);
        assert_eq!(desk.tree("out"), desk.fresh(&[args, &["other"]].concat(), 0));
    }
}

#[test]
fn other_rules_and_options_do_everything_again() {
    for args in BOTH {
        let desk = Desk::with_plans(4);
        check(&desk, args, 0);
        let manifest = desk.path("out/manifest.jsonl");
        let listed = fs::read_to_string(&manifest).unwrap();
        let entry: Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
        let rules = entry["rules"].as_str().unwrap();
        fs::write(&manifest, listed.replace(rules, "0123456789abcdef")).unwrap();
        assert!(!closing(&check(&desk, args, 0)).contains("unchanged"));
        let no_text = [args, &["--no-text"]].concat();
        assert!(!closing(&check(&desk, &no_text, 0)).contains("unchanged"));
        assert!(closing(&check(&desk, &no_text, 0)).contains("; 4 unchanged"));
        assert!(!closing(&check(&desk, &[&no_text[..], &["--force"]].concat(), 0)).contains("unchanged"));
    }
}

#[test]
fn the_other_kind_of_output_takes_the_place_of_the_one() {
    let desk = Desk::with_plans(4);
    for args in [FILES, LINES, FILES] {
        check(&desk, args, 0);
    }
}

#[test]
fn a_record_that_is_missing_or_cut_is_made_again() {
    let desk = Desk::with_plans(5);
    check(&desk, FILES, 0);
    fs::remove_file(desk.path("out/in/00/0000.txt.json")).unwrap();
    desk.put("out/in/01/0001.txt.json", b"");
    assert!(closing(&check(&desk, FILES, 0)).contains("; 3 unchanged"));
    check(&desk, LINES, 0);
    fs::remove_file(desk.path("out/records.jsonl")).unwrap();
    assert!(!closing(&check(&desk, LINES, 0)).contains("unchanged"));
}

#[test]
fn failures_are_tried_again_on_demand_or_when_they_were_no_fault_of_the_document() {
    let desk = Desk::with_plans(2);
    desk.put("in/bad.txt", b"");
    desk.put("out/in/00/0000.txt.json/in the way", b"");
    desk.check(&["convert", "in", "-o", "out"], 1);
    fs::remove_dir_all(desk.path("out/in/00/0000.txt.json")).unwrap();
    let dry = |args: &[&str], code: i32| {
        let output = desk.check(&[&["convert", "in", "-o", "out", "--dry-run"], args].concat(), code);
        String::from_utf8(output.stdout).unwrap()
    };
    let kept = "keep in/bad.txt (failed before; --retry-failed tries it again)\n";
    assert_eq!(dry(&[], 1), format!("convert in/00/0000.txt (the input has changed)\n{kept}"));
    assert!(dry(&["--retry-failed"], 0).ends_with("convert in/bad.txt (failed before)\n"));
    let says = closing(&check(&desk, FILES, 1));
    assert!(says.contains("; 1 unchanged; 1 failed before"), "{says}");
    let says = closing(&check(&desk, &["convert", "in", "--retry-failed"], 1));
    assert!(says.contains("; 2 unchanged; 1 failed"), "{says}");
}

#[test]
fn a_dry_run_says_what_would_be_done_and_writes_nothing() {
    let desk = Desk::with_plans(3);
    let dry = ["convert", "in", "-o", "out", "--dry-run"];
    let says = |output: Output| String::from_utf8(output.stdout).unwrap();
    assert_eq!(says(desk.check(&dry, 0)).lines().count(), 3);
    assert!(!desk.path("out").exists());
    desk.check(&["convert", "in", "-o", "out"], 0);
    desk.put("in/00/0000.txt", plan(5).as_bytes());
    fs::remove_file(desk.path("in/01/0001.txt")).unwrap();
    desk.put("in/new.txt", plan(6).as_bytes());
    let before = desk.stamps("out");
    let output = desk.check(&dry, 0);
    assert!(closing(&output).starts_with("dry run: 2 to convert, 1 to retire, 1 unchanged"));
    assert_eq!(
        says(output),
        "convert in/00/0000.txt (the input has changed)\nretire in/01/0001.txt (the input is gone)\nconvert in/new.txt (new)\n"
    );
    assert_eq!(desk.stamps("out"), before);
    desk.check(&["convert", "in", "--dry-run"], 2);
}

#[test]
fn a_folder_that_is_empty_now_retires_nothing_unless_told() {
    for args in BOTH {
        let desk = Desk::with_plans(3);
        desk.put("other/a.txt", plan(9).as_bytes());
        desk.check(&[args, &["other", "-o", "out"]].concat(), 0);
        let before = desk.tree("out");
        fs::remove_dir_all(desk.path("in")).unwrap();
        fs::create_dir(desk.path("in")).unwrap();
        assert!(stderr(&desk.check(&[args, &["-o", "out"]].concat(), 2)).contains("no documents found"));
        let says = closing(&desk.check(&[args, &["other", "-o", "out"]].concat(), 0));
        assert!(says.contains("3 kept though their folder is empty now (--force retires them)"), "{says}");
        assert_eq!(desk.tree("out"), before);
        let says = closing(&desk.check(&[args, &["-o", "out", "--force"]].concat(), 0));
        assert!(says.contains("; 3 retired"), "{says}");
        // A path that is not there at all is an error, and nothing of it is gone.
        fs::remove_dir_all(desk.path("other")).unwrap();
        desk.check(&[&["convert", "other"], &args[2..], &["-o", "out", "--force"]].concat(), 2);
        assert!(fs::read_to_string(desk.path("out/manifest.jsonl")).unwrap().contains("other/a.txt"));
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_now_keeps_its_record() {
    for args in BOTH {
        let desk = Desk::with_plans(3);
        desk.check(&[args, &["-o", "out"]].concat(), 0);
        let before = desk.tree("out");
        let instead = |file: &str, target: &str| {
            fs::remove_file(desk.path(file)).unwrap();
            std::os::unix::fs::symlink(target, desk.path(file)).unwrap();
        };
        // A link that leads nowhere, and a file that opens and cannot be read.
        instead("in/00/0000.txt", "nowhere");
        instead("in/01/0001.txt", "/proc/self/mem");
        let says = stderr(&desk.check(&[args, &["-o", "out"]].concat(), 1));
        assert!(says.contains("gongwen: in/00/0000.txt: cannot be listed: "), "{says}");
        if cfg!(target_os = "linux") {
            assert!(says.contains("in/01/0001.txt: cannot be read: "), "{says}");
            assert!(says.contains("; its earlier record is kept\n") && says.contains("; 2 failed"), "{says}");
            assert_eq!(desk.tree("out"), before);
        }
    }
}

#[test]
fn outputs_are_no_inputs() {
    let desk = Desk::with_plans(3);
    for out in ["in/out", "in", "."] {
        for format in ["json", "jsonl"] {
            let args = ["convert", "in", "-o", out, "--format", format, "--force"];
            let first = closing(&desk.check(&args, 0));
            let again = closing(&desk.check(&args, 0));
            assert_eq!((&first, first.starts_with("3 files")), (&again, true), "{out}");
        }
    }
}

#[test]
fn a_file_that_is_no_record_is_not_written_over() {
    let desk = Desk::with_plans(2);
    desk.put("in/00/0000.txt.json", b"{\"mine\": true}");
    let output = desk.check(&["convert", "in", "-o", "."], 1);
    assert!(stderr(&output).contains("a file that is no record has this name"), "{}", stderr(&output));
    assert_eq!(fs::read(desk.path("in/00/0000.txt.json")).unwrap(), b"{\"mine\": true}");
    desk.put("out/records.jsonl", b"{\"mine\": true}\n");
    let output = desk.check(&["convert", "in", "-o", "out", "--format", "jsonl"], 2);
    assert!(stderr(&output).contains("out/records.jsonl: stands in the way"), "{}", stderr(&output));
    assert_eq!(fs::read(desk.path("out/records.jsonl")).unwrap(), b"{\"mine\": true}\n");
}

#[test]
fn two_places_do_not_share_a_name() {
    let desk = Desk::with(&[("x/plans/a.txt", plan(1).as_bytes()), ("y/plans/a.txt", plan(2).as_bytes())]);
    let [x, y] = ["x/plans", "y/plans"].map(|path| desk.path(path).to_str().unwrap().to_owned());
    desk.check(&["convert", &x, "-o", "out"], 0);
    let before = desk.tree("out");
    let says = stderr(&desk.check(&["convert", &y, "-o", "out"], 2));
    assert!(says.starts_with("gongwen: plans/a.txt: stands for ") && says.lines().count() == 1, "{says}");
    assert_eq!(desk.tree("out"), before);
    // The folder has moved: the same documents.
    fs::remove_file(desk.path("y/plans/a.txt")).unwrap();
    fs::rename(desk.path("x/plans/a.txt"), desk.path("y/plans/a.txt")).unwrap();
    assert!(closing(&desk.check(&["convert", &y, "-o", "out"], 0)).contains("; 1 unchanged"));
}

#[test]
fn a_report_names_failures_diagnostics_and_duplicates() {
    let desk = Desk::with_plans(5);
    desk.put("in/again.txt", plan(1).as_bytes());
    desk.put("in/empty.txt", b"");
    let read = |name: &str| desk.record(name);
    let output = desk.check(&["convert", "in", "gone.txt", "-o", "out", "--report", "report.json"], 1);
    let report = read("report.json");
    assert_eq!(report["inputs"]["converted"], 6);
    assert_eq!(report["inputs"]["failed"], 2);
    let failures: Vec<_> = report["failures"].as_array().unwrap().iter().map(|it| &it["code"]).collect();
    assert_eq!(failures, ["unreadable", "empty"]);
    assert_eq!(
        report["duplicates"][0]["paths"],
        serde_json::json!(["in/01/0001.txt", "in/again.txt"]),
        "{report}"
    );
    let warned = &report["diagnostics"][0];
    assert_eq!((&warned["code"], &warned["inputs"]), (&"division-unknown".into(), &6.into()));
    assert_eq!(warned["examples"].as_array().unwrap().len(), 3);
    let says = stderr(&output);
    for row in [
        "failed: empty                   1  in/empty.txt",
        "failed: unreadable              1  gone.txt",
        "warning: division-unknown       6  in/00/0000.txt, in/01/0001.txt, in/02/0002.txt …",
        "one plan twice or more          2  in/01/0001.txt, in/again.txt",
    ] {
        assert!(says.contains(row), "{says}");
    }
    // The second run has less to do and as much to tell.
    desk.check(&["convert", "in", "gone.txt", "-o", "out", "--report", "second.json"], 1);
    let second = read("second.json");
    assert_eq!(second["inputs"]["unchanged"], 6);
    for same in ["counts", "diagnostics", "failures", "duplicates"] {
        assert_eq!(report[same], second[same], "{same}");
    }
    // A report of a stream, and one that cannot be written: said before any work.
    desk.check(&["convert", "in", "--report", "stream.json", "--quiet"], 1);
    assert_eq!(read("stream.json")["duplicates"], report["duplicates"]);
    let output = desk.check(&["convert", "in", "-o", "none", "--report", "in"], 2);
    assert!(stderr(&output).contains("in: cannot be written: it is a folder"), "{}", stderr(&output));
    assert!(!desk.path("none").exists() && !desk.path("report.json.partial").exists());
}

#[test]
fn one_broken_file_in_a_hundred_stops_no_other() {
    let desk = Desk::with_plans(300);
    let broken: [&[u8]; 3] = [b"", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe\xfd", b"PK\x03\x04 cut"];
    for (number, content) in broken.iter().enumerate() {
        desk.put(&format!("in/broken-{number}.txt"), content);
    }
    let output = check(&desk, FILES, 1);
    assert!(closing(&output).starts_with("300 files: ") && closing(&output).ends_with("; 3 failed"));
    assert_eq!(fs::read_to_string(desk.path("out/manifest.jsonl")).unwrap().lines().count(), 303);
}
