//! Postgres.

use crate::desk::{Desk, Load, load, outcome, record, records, said, until};
use crate::disk::Disk;
use crate::server::{Database, Server};
use crate::{Fault, Needs, Outcome};
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub(crate) const FAULTS: &[Fault] = &[
    ("postgres: no server there", Needs::Nothing, no_server),
    ("postgres: server stopped in mid-load", Needs::Server, server_stopped),
    ("postgres: session ended by the server", Needs::Server, session_ended),
    ("postgres: connection cut", Needs::Server, connection_cut),
    ("postgres: killed (-9) in mid-load", Needs::Server, killed),
    ("postgres: disk full", Needs::ServerAndDisk, disk_full),
    ("postgres: database not writable", Needs::Server, not_writable),
    ("postgres: two loads at once", Needs::Server, two_at_once),
    ("postgres: a constraint of the database", Needs::Server, constraint),
    ("postgres: SQL in values", Needs::Server, sql_in_values),
];

/// Documents that are in; every one has all its rows.
fn documents(database: &Database) -> u64 {
    let documents = database.documents();
    if documents > 0 {
        assert_eq!(database.count("SELECT count(*) FROM tasks"), 2 * documents);
        assert_eq!(database.count("SELECT count(*) FROM diagnostics"), documents);
    }
    documents
}

/// Begins a load that has at least one batch in and goes on.
fn in_the_middle(database: &Database, to: &str) -> Load {
    let mut cut = Load::start(to);
    cut.send(&records(1..=600));
    until("the first batch", || database.documents() >= 256);
    cut
}

/// Ends a load whose connection is gone, and loads again.
fn resumed(desk: &Desk, database: &Database, mut cut: Load) -> Outcome {
    cut.send(&records(601..=900));
    let output = cut.end();
    let then = documents(database);
    assert!(then > 0 && then < 900 && then % 256 == 0, "whole batches: {then}");
    assert!(
        said(&output)[1].starts_with(&format!("{then} documents of this load are safe")),
        "{:?}",
        said(&output)
    );
    let again = load(&desk.lines(&records(1..=900)), &database.url);
    assert_eq!(documents(database), 900);
    outcome(&output, 2, then, &again)
}

fn no_server(desk: &Desk) -> Outcome {
    let lines = desk.lines(&record(1));
    let folder = desk.path("nobody").display().to_string().replace('/', "%2F");
    let output = load(&lines, &format!("postgres://u@localhost/d?host={folder}"));
    let mut outcome =
        outcome(&output, 2, 0, &load(&lines, &format!("sqlite:{}", desk.path("x.db").display())));
    outcome.again = "-".into();
    outcome
}

fn server_stopped(desk: &Desk) -> Outcome {
    // The server runs as another user: it needs a way in.
    std::fs::set_permissions(desk.path(""), std::fs::Permissions::from_mode(0o755)).unwrap();
    let server = Server::start(desk.path("cluster"));
    let database = Database::of(&server.url, "");
    let mut cut = in_the_middle(&database, &database.url);
    server.crash();
    cut.send(&records(601..=900));
    let output = cut.end();
    server.again();
    let then = documents(&database);
    assert!(then > 0 && then < 900 && then % 256 == 0, "whole batches: {then}");
    let again = load(&desk.lines(&records(1..=900)), &database.url);
    assert_eq!(documents(&database), 900);
    outcome(&output, 2, then, &again)
}

fn session_ended(desk: &Desk) -> Outcome {
    let database = Database::new();
    let cut = in_the_middle(&database, &database.url);
    let ended = database.count(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'gongwen'",
    );
    assert_eq!(ended, 1);
    resumed(desk, &database, cut)
}

/// A way to the server that can be cut.
struct Proxy {
    folder: PathBuf,
    cut: Arc<AtomicBool>,
}

impl Proxy {
    fn new(desk: &Desk, url: &str) -> Self {
        let folder = desk.path("proxy");
        std::fs::create_dir(&folder).unwrap();
        let listener = UnixListener::bind(folder.join(".s.PGSQL.5432")).unwrap();
        let host = url.split("host=").nth(1).unwrap().replace("%2F", "/");
        let cut = Arc::new(AtomicBool::new(false));
        let is_cut = Arc::clone(&cut);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let client = client.unwrap();
                let server = UnixStream::connect(format!("{host}/.s.PGSQL.5432")).unwrap();
                let ways = [(client.try_clone().unwrap(), server.try_clone().unwrap()), (server, client)];
                for (from, to) in ways {
                    let is_cut = Arc::clone(&is_cut);
                    std::thread::spawn(move || pass(from, to, &is_cut));
                }
            }
        });
        Self { folder, cut }
    }
}

/// Passes bytes on until the way is cut.
fn pass(mut from: UnixStream, mut to: UnixStream, is_cut: &AtomicBool) {
    let mut buffer = [0; 4096];
    while let Ok(read) = from.read(&mut buffer) {
        if read == 0 || is_cut.load(Ordering::Relaxed) || to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(std::net::Shutdown::Both);
    let _ = to.shutdown(std::net::Shutdown::Both);
}

fn connection_cut(desk: &Desk) -> Outcome {
    let database = Database::new();
    let proxy = Proxy::new(desk, &database.url);
    let (front, _) = database.url.split_once("host=").unwrap();
    let to = format!("{front}host={}", proxy.folder.display().to_string().replace('/', "%2F"));
    let cut = in_the_middle(&database, &to);
    proxy.cut.store(true, Ordering::Relaxed);
    resumed(desk, &database, cut)
}

fn killed(desk: &Desk) -> Outcome {
    let database = Database::new();
    let mut cut = in_the_middle(&database, &database.url);
    cut.kill();
    cut.end();
    let then = documents(&database);
    let again = load(&desk.lines(&records(1..=900)), &database.url);
    assert_eq!(documents(&database), 900);
    let mut outcome = outcome(&again, 0, then, &again);
    outcome.message = "(killed)".into();
    outcome.code = 137;
    outcome
}

fn disk_full(desk: &Desk) -> Outcome {
    std::fs::set_permissions(desk.path(""), std::fs::Permissions::from_mode(0o755)).unwrap();
    // The server is stopped before its disk goes: values are dropped in the order in which they stand.
    let disk = Disk::new(desk.path("disk"), 10 << 10);
    std::fs::set_permissions(&disk.path, std::fs::Permissions::from_mode(0o777)).unwrap();
    let server = Server::start(desk.path("cluster"));
    let space = disk.path.join("space");
    std::fs::create_dir(&space).unwrap();
    let owner = std::fs::metadata(desk.path("cluster")).unwrap();
    let (user, group) =
        (std::os::unix::fs::MetadataExt::uid(&owner), std::os::unix::fs::MetadataExt::gid(&owner));
    std::os::unix::fs::chown(&space, Some(user), Some(group)).unwrap();
    let mut client = postgres::Client::connect(&server.url, postgres::NoTls).unwrap();
    client.batch_execute(&format!("CREATE TABLESPACE small LOCATION '{}'", space.display())).unwrap();
    let database = Database::of(&server.url, "TABLESPACE small");
    let lines = desk.lines(&records(1..=4000));
    let output = load(&lines, &database.url);
    disk.grow(256 << 10);
    let then = documents(&database);
    assert!(then < 4000, "{then}");
    let again = load(&lines, &database.url);
    assert_eq!(documents(&database), 4000);
    let outcome = outcome(&output, 2, then, &again);
    drop((client, server, disk));
    outcome
}

fn not_writable(desk: &Desk) -> Outcome {
    let database = Database::new();
    load(&desk.lines(&record(1)), &database.url);
    let set = |value: &str| {
        let sql = format!(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = {value}', current_database()); END $$"
        );
        let mut client = database.client();
        client.batch_execute("SET default_transaction_read_only = off").unwrap();
        client.batch_execute(&sql).unwrap();
    };
    set("on");
    let lines = desk.lines(&records(1..=3));
    let output = load(&lines, &database.url);
    let then = documents(&database);
    assert_eq!(then, 1);
    set("off");
    outcome(&output, 2, then, &load(&lines, &database.url))
}

fn two_at_once(desk: &Desk) -> Outcome {
    let database = Database::new();
    let (mut one, mut other) = (Load::start(&database.url), Load::start(&database.url));
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
    assert_eq!(
        (one.status.code(), other.status.code()),
        (Some(0), Some(0)),
        "{:?} {:?}",
        said(&one),
        said(&other)
    );
    assert_eq!(documents(&database), 900);
    let mut outcome = outcome(&one, 0, 900, &load(&desk.lines(&records(1..=900)), &database.url));
    outcome.message = "(batches take turns)".into();
    outcome
}

fn constraint(desk: &Desk) -> Outcome {
    let database = Database::new();
    load(&desk.lines(&record(1)), &database.url);
    let sql = "ALTER TABLE tasks ADD CONSTRAINT not_this_one CHECK (doc_id <> '0000000000000007')";
    database.client().batch_execute(sql).unwrap();
    let lines = desk.lines(&records(1..=300));
    let output = load(&lines, &database.url);
    let then = documents(&database);
    assert_eq!(then, 299);
    database.client().batch_execute("ALTER TABLE tasks DROP CONSTRAINT not_this_one").unwrap();
    outcome(&output, 1, then, &load(&lines, &database.url))
}

fn sql_in_values(desk: &Desk) -> Outcome {
    let database = Database::new();
    let lines = desk.lines(&record(1));
    let output = load(&lines, &database.url);
    let kept = "SELECT count(*) FROM website WHERE value = 'x''); DROP TABLE tasks;--'";
    assert_eq!(database.count(kept), 1);
    outcome(&output, 0, documents(&database), &load(&lines, &database.url))
}
