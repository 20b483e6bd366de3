//! Where a store is.

use crate::Error;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The address of a store, as a user writes it. Printed without the password that it may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Address {
    /// `sqlite:plans.db`, or a path that ends in `.db`, `.sqlite` or `.sqlite3`.
    Sqlite(PathBuf),
    /// `postgres://user@host/database`.
    Postgres(String),
    /// `parquet:DIR`.
    Parquet(PathBuf),
    /// `csv:DIR`.
    Csv(PathBuf),
    /// `jsonl:FILE`.
    Jsonl(PathBuf),
}

impl FromStr for Address {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = |why| Err(Error::Address { address: hidden(text), why });
        let (scheme, rest) = text.split_once(':').unwrap_or(("", text));
        if matches!(scheme, "postgres" | "postgresql") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = PathBuf::from(rest.strip_prefix("//").unwrap_or(rest));
        if path.as_os_str().is_empty() {
            return refused("a path is missing behind the colon");
        }
        match scheme {
            "sqlite" => Ok(Self::Sqlite(path)),
            "parquet" => Ok(Self::Parquet(path)),
            "csv" => Ok(Self::Csv(path)),
            "jsonl" => Ok(Self::Jsonl(path)),
            _ if is_database(Path::new(text)) => Ok(Self::Sqlite(text.into())),
            _ => refused(
                "expected sqlite:FILE, postgres://USER@HOST/DATABASE, parquet:DIR, csv:DIR or jsonl:FILE",
            ),
        }
    }
}

fn is_database(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        ["db", "sqlite", "sqlite3"].iter().any(|name| extension.eq_ignore_ascii_case(name))
    })
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => f.write_str(&hidden(url)),
            Self::Parquet(path) => write!(f, "parquet:{}", path.display()),
            Self::Csv(path) => write!(f, "csv:{}", path.display()),
            Self::Jsonl(path) => write!(f, "jsonl:{}", path.display()),
        }
    }
}

/// A URL without the secrets that stand in it: `user:secret@`, `password=secret`.
fn hidden(url: &str) -> String {
    let mut out = url.to_owned();
    if let Some(begin) = out.find("://").map(|at| at + 3) {
        let authority = out[begin..].find(['/', '?']).map_or(out.len(), |at| begin + at);
        if let Some(at) = out[begin..authority].rfind('@').map(|at| begin + at)
            && let Some(colon) = out[begin..at].find(':').map(|colon| begin + colon)
        {
            out.replace_range(colon + 1..at, "***");
        }
    }
    if let Some(begin) = out.find("password=").map(|at| at + "password=".len()) {
        let end = out[begin..].find(['&', ' ']).map_or(out.len(), |at| begin + at);
        out.replace_range(begin..end, "***");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let read = text.parse::<Address>();
        assert_eq!(read.as_ref().ok().map(ToString::to_string).as_deref(), expect, "{text}");
        if let Err(error) = read {
            assert!(!error.to_string().contains("secret"), "{error}");
        }
    }

    #[test]
    fn addresses_read_and_print() {
        check("sqlite:plans.db", Some("sqlite:plans.db"));
        check("sqlite:///srv/plans", Some("sqlite:/srv/plans"));
        check("data/plans.db", Some("sqlite:data/plans.db"));
        check("csv:out/表", Some("csv:out/表"));
        check("parquet:p", Some("parquet:p"));
        check("jsonl:all.jsonl", Some("jsonl:all.jsonl"));
        check("postgres://a:secret@h/d?x=1", Some("postgres://a:***@h/d?x=1"));
        check("postgresql://a@h/d?password=secret&y=2", Some("postgresql://a@h/d?password=***&y=2"));
        check("postgres://h/d", Some("postgres://h/d"));
        check("mysql://a:secret@h/d", None);
        check("plans", None);
        check("csv:", None);
    }
}
