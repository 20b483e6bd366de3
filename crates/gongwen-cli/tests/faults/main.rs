//! What goes wrong while records are loaded, with the real program, real files, a real server: nothing is lost, nothing is
//! there twice, the message says why, the exit code says that.
//!
//! `cargo test -p gongwen-cli --test faults` prints a table of the faults, as it happened in that run. Postgres is started by
//! `scripts/test`; what cannot be tried is named as not run.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed
#![allow(clippy::print_stdout)] // the table

mod desk;
mod disk;
mod files;
mod postgres;
mod server;
mod sqlite;

use desk::Desk;
use libtest_mimic::{Arguments, Failed, Trial};
use std::sync::{Arc, Mutex};

/// What one fault led to.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// How the load ended in which the fault struck.
    pub(crate) code: i32,
    /// What it said first.
    pub(crate) message: String,
    /// What was in the store then.
    pub(crate) then: String,
    /// What a further load did.
    pub(crate) again: String,
}

/// What a test needs besides the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    Nothing,
    /// A small file system of its own.
    Disk,
    Server,
    ServerAndDisk,
}

/// A fault: its name, what it needs, how it is made.
pub(crate) type Fault = (&'static str, Needs, fn(&Desk) -> Outcome);

enum Row {
    Ran(Outcome),
    NotRun(&'static str),
}

fn main() {
    let arguments = Arguments::from_args();
    let faults: Vec<Fault> = [sqlite::FAULTS, files::FAULTS, postgres::FAULTS].concat();
    let rows: Arc<Mutex<Vec<(usize, &str, Row)>>> = Arc::default();
    let mut trials = Vec::new();
    for (number, (name, needs, fault)) in faults.into_iter().enumerate() {
        let missing = missing(needs);
        if let Some(missing) = missing {
            rows.lock().unwrap().push((number, name, Row::NotRun(missing)));
        }
        let table = Arc::clone(&rows);
        let run = move || -> Result<(), Failed> {
            let outcome = fault(&Desk::new());
            table.lock().unwrap().push((number, name, Row::Ran(outcome)));
            Ok(())
        };
        trials.push(Trial::test(name, run).with_ignored_flag(missing.is_some()));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list {
        print(&mut rows.lock().unwrap());
    }
    conclusion.exit();
}

fn missing(needs: Needs) -> Option<&'static str> {
    let server = matches!(needs, Needs::Server | Needs::ServerAndDisk);
    let disk = matches!(needs, Needs::Disk | Needs::ServerAndDisk);
    if server && server::url().is_none() {
        Some("no Postgres server: scripts/test starts one")
    } else if disk && !disk::is_possible() {
        Some("a small file system cannot be mounted here: only root can")
    } else {
        None
    }
}

fn print(rows: &mut [(usize, &str, Row)]) {
    rows.sort_by_key(|row| row.0);
    println!("fault | exit | message | in the store then | loaded again");
    println!("---|---|---|---|---");
    for (_, name, row) in rows.iter() {
        match row {
            Row::Ran(Outcome { code, message, then, again }) => {
                println!("{name} | {code} | {message} | {then} | {again}");
            }
            Row::NotRun(_) => {}
        }
    }
    for (_, name, row) in rows.iter() {
        if let Row::NotRun(why) = row {
            println!("NOT RUN: {name} ({why})");
        }
    }
}
