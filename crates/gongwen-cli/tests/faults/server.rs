//! Postgres: the server of `scripts/test`, databases on it, and servers of a test's own.

use postgres::{Client, NoTls};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The URL of the server; `None` where the tests that need one are left out.
pub(crate) fn url() -> Option<String> {
    let url = std::env::var("GONGWEN_TEST_POSTGRES").ok().filter(|url| !url.is_empty());
    let required = std::env::var_os("GONGWEN_REQUIRE_POSTGRES").is_some();
    assert!(
        url.is_some() || !required,
        "GONGWEN_REQUIRE_POSTGRES is set, and GONGWEN_TEST_POSTGRES names no server: start the tests by scripts/test"
    );
    url
}

/// A database that nobody else uses.
pub(crate) struct Database {
    pub(crate) url: String,
}

impl Database {
    pub(crate) fn new() -> Self {
        Self::of(&url().unwrap(), "")
    }

    /// On a server, with the options of `CREATE DATABASE`.
    pub(crate) fn of(server: &str, options: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("fault_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let mut client = Client::connect(server, NoTls).unwrap();
        client.batch_execute(&format!("CREATE DATABASE {name} {options}")).unwrap();
        Self { url: server.replacen("/postgres?", &format!("/{name}?"), 1) }
    }

    pub(crate) fn client(&self) -> Client {
        Client::connect(&self.url, NoTls).unwrap()
    }

    /// One number.
    pub(crate) fn count(&self, sql: &str) -> u64 {
        let row = self.client().query_one(&format!("SELECT ({sql})::bigint"), &[]).unwrap();
        row.get::<_, i64>(0).try_into().unwrap()
    }

    /// Documents that are in, 0 while there is no table.
    pub(crate) fn documents(&self) -> u64 {
        if self.count("SELECT count(*) FROM pg_class WHERE relname = 'documents' AND relkind = 'r'") == 0 {
            return 0;
        }
        self.count("SELECT count(*) FROM documents")
    }
}

/// A server of a test's own; ended when dropped.
pub(crate) struct Server {
    folder: PathBuf,
    pub(crate) url: String,
}

impl Server {
    pub(crate) fn start(folder: PathBuf) -> Self {
        // The server runs as somebody else, who must get there.
        let url = script("start", &folder);
        Self { folder, url: url.trim().to_owned() }
    }

    /// As a fall of the machine would end it.
    pub(crate) fn crash(&self) {
        script("crash", &self.folder);
    }

    pub(crate) fn again(&self) {
        script("again", &self.folder);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        script("stop", &self.folder);
    }
}

fn script(verb: &str, folder: &Path) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgres");
    let output = Command::new(path).arg(verb).arg(folder).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{verb}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
