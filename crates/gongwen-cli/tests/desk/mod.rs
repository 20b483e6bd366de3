//! A desk: a folder with documents, and the program to run on them.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)] // a test that cannot run has failed; not every test uses all

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

/// A small plan.
pub const PLAN: &str = "某县节水行动方案（2024—2026年）\n\n一、总体要求\n把水用好。\n二、重点任务\n（一）推进农业节水。到2026年，新建灌区3处。\n（二）推进工业节水。改造企业。\n";

/// The plan with other numbers.
pub fn plan(number: usize) -> String {
    PLAN.replace("3处", &format!("{}处", number + 3))
}

/// A folder of the test's own, with documents in `in/`.
pub struct Desk {
    pub folder: tempfile::TempDir,
}

impl Desk {
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Self { folder };
        for (name, content) in files {
            desk.put(name, content);
        }
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongwen"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    /// Runs the program, checks its exit code, and gives its output.
    pub fn check(&self, args: &[&str], code: i32) -> Output {
        let output = self.command(args).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        output
    }

    /// Writes a file below the desk.
    pub fn put(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Every file under a folder with its content, but for what the program keeps to itself.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let names = self.files(folder);
        names
            .into_iter()
            .map(|name| (name.clone(), fs::read(self.path(folder).join(name)).unwrap()))
            .collect()
    }

    /// Every file under a folder, sorted, relative to it, but for what the program keeps to itself.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![self.path(folder)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true if path.ends_with(".gongwen") => {}
                    true => folders.push(path),
                    false => found.push(path),
                }
            }
        }
        let base = self.path(folder);
        let mut names: Vec<_> = found
            .iter()
            .map(|path| path.strip_prefix(&base).unwrap().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Every file under a folder with the time it was written.
    pub fn stamps(&self, folder: &str) -> Vec<(String, SystemTime)> {
        let written = |name: &String| fs::metadata(self.path(folder).join(name)).unwrap().modified().unwrap();
        self.files(folder).into_iter().map(|name| (name.clone(), written(&name))).collect()
    }

    /// A desk with `count` small plans in `in/`, each with other numbers.
    pub fn with_plans(count: usize) -> Self {
        let desk = Self::with(&[]);
        for number in 0..count {
            desk.put(&format!("in/{:02}/{number:04}.txt", number % 7), plan(number).as_bytes());
        }
        desk
    }

    /// What a fresh folder becomes by `args`: the tree that every interrupted and repeated run must end with.
    pub fn fresh(&self, args: &[&str], code: i32) -> BTreeMap<String, Vec<u8>> {
        let folder = format!("fresh-{}", self.tree(".").len());
        self.check(&[args, &["-o", &folder]].concat(), code);
        self.tree(&folder)
    }

    pub fn record(&self, path: &str) -> Value {
        serde_json::from_slice(&fs::read(self.path(path)).unwrap()).unwrap()
    }
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
