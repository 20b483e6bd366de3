//! A database of the test's own on the server that `scripts/test` has started.

use gongwen_store::Address;
use postgres::{Client, NoTls};
use std::sync::atomic::{AtomicU32, Ordering};

/// Names the URL of the server.
pub(crate) const VARIABLE: &str = "GONGWEN_TEST_POSTGRES";

/// Set where tests that need a server must not be left out.
const REQUIRED: &str = "GONGWEN_REQUIRE_POSTGRES";

/// The URL of the server; `None` where the tests that need one are left out.
///
/// # Panics
/// When there is none and there has to be one.
pub(crate) fn url() -> Option<String> {
    let url = std::env::var(VARIABLE).ok().filter(|url| !url.is_empty());
    assert!(
        url.is_some() || std::env::var_os(REQUIRED).is_none(),
        "{REQUIRED} is set, and {VARIABLE} names no server: start the tests by scripts/test"
    );
    url
}

/// A database that nobody else uses.
pub(crate) struct Database {
    pub(crate) url: String,
}

impl Database {
    pub(crate) fn new(server: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let mut client = Client::connect(server, NoTls).unwrap();
        client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        Self { url: server.replacen("/postgres?", &format!("/{name}?"), 1) }
    }

    pub(crate) fn address(&self) -> Address {
        self.url.parse().unwrap()
    }

    pub(crate) fn client(&self) -> Client {
        Client::connect(&self.url, NoTls).unwrap()
    }
}
