//! `gongwen convert -o DIR` cut off: by `kill -9`, a full disk, another process. Started again it ends with the bytes of a run
//! that nothing disturbed.

#![allow(clippy::unwrap_used, clippy::print_stderr)] // a test that cannot run has failed; one that is skipped says so

mod desk;

use desk::{Desk, stderr};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const BOTH: [&[&str]; 2] = [&["convert", "in"], &["convert", "in", "--format", "jsonl"]];

/// Starts the program and kills it when `cut` says so. Whether it was still at work is given back.
fn kill_when(desk: &Desk, args: &[&str], cut: impl Fn() -> bool) -> bool {
    let mut child = desk.command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    while !cut() && begun.elapsed() < Duration::from_secs(10) && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_micros(200));
    }
    child.kill().unwrap();
    child.wait().unwrap().code().is_none()
}

#[test]
fn killed_at_any_moment_it_ends_as_if_undisturbed() {
    for (args, jobs) in [(BOTH[0], "1"), (BOTH[0], "2"), (BOTH[1], "1"), (BOTH[1], "2")] {
        let desk = Desk::with_plans(120);
        desk.put("in/empty.txt", b"");
        let expect = desk.fresh(args, 1);
        let run = [args, &["-o", "out", "--jobs", jobs]].concat();
        let journal = desk.path("out/.gongwen/journal");
        let bytes = || journal.metadata().map_or(0, |about| about.len());
        let manifest = desk.path("out/manifest.jsonl");
        let known = || fs::read_to_string(&manifest).map_or(0, |text| text.lines().count());
        let mut killed = 0;
        // After so many bytes of the journal: before the first entry, inside the batch, again and again.
        for after in [0, 1, 3000, 7001, 11_003] {
            let before = known();
            killed += usize::from(kill_when(&desk, &run, || bytes() >= after && desk.path("out").exists()));
            assert!(known() >= before, "entries were lost");
        }
        assert!(killed >= 3, "the runs were over before they could be killed");
        let output = desk.check(&run, 1);
        assert_eq!(desk.tree("out"), expect, "{args:?} --jobs {jobs}");
        if killed == 5 {
            assert!(stderr(&output).contains(" unchanged"), "all was done again: {}", stderr(&output));
        }
        let left: Vec<_> =
            fs::read_dir(desk.path("out/.gongwen")).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(left, ["lock"]);
    }
}

#[test]
fn killed_while_it_changes_what_was_there() {
    for args in BOTH {
        let desk = Desk::with_plans(60);
        desk.check(&[args, &["-o", "out"]].concat(), 0);
        for number in 0..60 {
            let path = format!("in/{:02}/{number:04}.txt", number % 7);
            match number % 3 {
                0 => desk.put(&path, desk::plan(number + 1000).as_bytes()),
                1 => fs::remove_file(desk.path(&path)).unwrap(),
                _ => {}
            }
        }
        let run = [args, &["-o", "out", "--jobs", "2"]].concat();
        let journal = desk.path("out/.gongwen/journal");
        for after in [1, 2000] {
            kill_when(&desk, &run, || journal.metadata().map_or(0, |about| about.len()) >= after);
        }
        desk.check(&run, 0);
        assert_eq!(desk.tree("out"), desk.fresh(args, 0), "{args:?}");
    }
}

/// Files by name with their content.
type Files<'a> = &'a [(&'a str, &'a [u8])];

/// The end of a batch is short, so that a kill hardly ever meets it: its steps are laid out by hand.
#[test]
fn every_step_of_the_end_can_be_the_last() {
    let desk = Desk::with_plans(20);
    let lines = [BOTH[1], &["-o", "out"]].concat();
    desk.check(&lines, 0);
    let expect = desk.tree("out");
    let (manifest, records) = (&expect["manifest.jsonl"], &expect["records.jsonl"]);
    let half = manifest.len() / 2;
    // The entries before the cut, and their records.
    let whole = manifest[..half].iter().rposition(|&byte| byte == b'\n').unwrap() + 1;
    let entries = manifest[..whole].split_inclusive(|&byte| byte == b'\n').count();
    let spooled: usize = records.split_inclusive(|&byte| byte == b'\n').take(entries).map(<[u8]>::len).sum();
    let backwards = |lines: &[u8]| -> Vec<u8> {
        lines.split_inclusive(|&byte| byte == b'\n').rev().flatten().copied().collect()
    };
    let (entries_back, records_back) = (backwards(manifest), backwards(records));
    let states: [(&str, Files<'_>); 8] = [
        (
            "entries that are not in their order",
            &[(".gongwen/journal", &entries_back), (".gongwen/spool", &records_back)],
        ),
        (
            "a torn entry and a torn record",
            &[
                (".gongwen/journal", &manifest[..half]),
                (".gongwen/spool", &records[..spooled + 100]),
                (".gongwen/partial-7", b"{\"schema_ver"),
            ],
        ),
        (
            "an entry whose record was lost",
            &[(".gongwen/journal", &manifest[..whole]), (".gongwen/spool", &records[..spooled - 1])],
        ),
        (
            "the next files half written",
            &[
                (".gongwen/journal", manifest),
                (".gongwen/spool", records),
                (".gongwen/next-manifest", &manifest[..half]),
                (".gongwen/next-records", &records[..half]),
            ],
        ),
        (
            "committed",
            &[
                (".gongwen/journal", manifest),
                (".gongwen/spool", records),
                (".gongwen/next-manifest", manifest),
                (".gongwen/commit", b"spool"),
            ],
        ),
        (
            "committed, the records in place",
            &[
                (".gongwen/journal", manifest),
                (".gongwen/next-manifest", manifest),
                (".gongwen/commit", b"spool"),
                ("records.jsonl", records),
            ],
        ),
        (
            "committed, both in place",
            &[
                (".gongwen/journal", manifest),
                (".gongwen/commit", b"spool"),
                ("records.jsonl", records),
                ("manifest.jsonl", manifest),
            ],
        ),
        (
            "committed and the journal gone",
            &[
                (".gongwen/spool", records),
                (".gongwen/commit", b"next"),
                ("records.jsonl", records),
                ("manifest.jsonl", manifest),
            ],
        ),
    ];
    for (state, files) in states {
        fs::remove_dir_all(desk.path("out")).unwrap();
        for (name, content) in files {
            desk.put(&format!("out/{name}"), content);
        }
        desk.check(&lines, 0);
        assert_eq!(desk.tree("out"), expect, "{state}");
        let left = fs::read_dir(desk.path("out/.gongwen")).unwrap().count();
        assert_eq!(left, 1, "{state}: only the lock stays");
    }
}

#[test]
fn a_manifest_that_is_not_ours_is_refused() {
    let desk = Desk::with_plans(3);
    desk.check(&["convert", "in", "-o", "out"], 0);
    let manifest = fs::read_to_string(desk.path("out/manifest.jsonl")).unwrap();
    let outside =
        manifest.replace("\"output\":\"in/01/0001.txt.json\"", "\"output\":\"../../precious.json\"");
    let unknown = manifest.replace("\"named\"", "\"x\"").replacen("{\"path\"", "{\"new\":1,\"path\"", 1);
    for (content, says) in [
        ("[1]\n".to_owned(), "line 1: no entry"),
        (manifest.replacen("in/00", "in/09", 1), "line 2: not in its place by path"),
        (outside, "line 2: no entry of this folder"),
        (unknown, "line 1: unknown field `new`"),
    ] {
        fs::write(desk.path("out/manifest.jsonl"), &content).unwrap();
        let output = stderr(&desk.check(&["convert", "in", "-o", "out"], 2));
        assert!(output.contains(says) && output.lines().count() == 1, "{output}");
        assert_eq!(fs::read_to_string(desk.path("out/manifest.jsonl")).unwrap(), content);
    }
}

#[test]
fn two_at_once_are_kept_apart_and_a_dead_one_keeps_nobody_out() {
    let desk = Desk::with_plans(3);
    let run = ["convert", "in", "-o", "out"];
    desk.check(&run, 0);
    let lock = File::options().write(true).open(desk.path("out/.gongwen/lock")).unwrap();
    lock.try_lock().unwrap();
    (&lock).write_all(b"4711").unwrap();
    desk.put("in/new.txt", b"");
    let before = desk.stamps("out");
    let says = stderr(&desk.check(&run, 2));
    assert_eq!(
        says,
        "gongwen: out: another gongwen (process 4711) writes to this folder; wait for it, or give another one\n"
    );
    assert_eq!(desk.stamps("out"), before);
    // Its number is still there when a process dies; its lock is not.
    drop(lock);
    desk.check(&run, 1);
}

#[test]
fn a_folder_that_cannot_be_written_is_said_in_one_line() {
    let desk = Desk::with_plans(1);
    desk.put("file", b"");
    // Where even the superuser cannot write.
    let proc = Path::new("/proc/self").exists().then_some([
        ("/proc", "gongwen: /proc: cannot be written: "),
        ("/proc/gongwen", "gongwen: /proc/gongwen: cannot be made: "),
    ]);
    let files =
        [("file", "gongwen: file: cannot be made: "), ("file/out", "gongwen: file/out: cannot be made: ")];
    for (out, begins) in files.into_iter().chain(proc.into_iter().flatten()) {
        let says = stderr(&desk.check(&["convert", "in", "-o", out], 2));
        assert!(says.starts_with(begins) && says.lines().count() == 1, "{out}: {says}");
    }
}

/// A file system of its own, of a few pages.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(folder: &'a Path) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let tmpfs = ["-t", "tmpfs", "-o", "size=96k", "gongwen-test"];
        let mounted = Command::new("mount").args(tmpfs).arg(folder).stderr(Stdio::null()).status();
        mounted.is_ok_and(|status| status.success()).then_some(Self(folder))
    }

    fn grow(&self) {
        let grown = Command::new("mount").args(["-o", "remount,size=16m"]).arg(self.0).status();
        assert!(grown.unwrap().success());
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_ends_the_batch_and_room_lets_it_go_on() {
    for args in BOTH {
        let desk = Desk::with_plans(40);
        let expect = desk.fresh(args, 0);
        let folder = desk.path("small");
        let Some(disk) = SmallDisk::mount(&folder) else {
            eprintln!(
                "SKIPPED: a full disk cannot be tested, since no small file system may be mounted here"
            );
            return;
        };
        let run = [args, &["-o", "small/out"]].concat();
        for _ in 0..2 {
            let says = stderr(&desk.check(&run, 2));
            assert!(
                says.contains(": cannot be written: ") && says.contains("start again to go on"),
                "{says}"
            );
            assert_eq!(says.lines().count(), 1, "{says}");
            // Nothing stands under its name that is not whole.
            for (name, content) in desk.tree("small/out") {
                assert!(
                    name == "manifest.jsonl" || name == "records.jsonl" || expect[&name] == content,
                    "{name}"
                );
            }
        }
        disk.grow();
        let says = stderr(&desk.check(&run, 0));
        assert!(says.contains(" unchanged"), "{says}");
        assert_eq!(desk.tree("small/out"), expect, "{args:?}");
    }
}
