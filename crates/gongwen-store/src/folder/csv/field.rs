//! Fields and rows of CSV.

use crate::folder::failed;
use crate::{Error, Value};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Appends one field: nothing for NULL, in quotes where it has to be, and where it is empty.
pub(super) fn write(out: &mut Vec<u8>, value: &Value<'_>) {
    let mut buffer = String::new();
    let Some(text) = value.text(&mut buffer) else { return };
    let plain = !text.is_empty() && !text.bytes().any(|b| matches!(b, b'"' | b',' | b'\n' | b'\r'));
    if plain {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for (i, part) in text.split('"').enumerate() {
        if i > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part.as_bytes());
    }
    out.push(b'"');
}

/// The rows of a file as they stand there.
pub(super) struct Rows {
    path: PathBuf,
    file: BufReader<File>,
    row: Vec<u8>,
}

impl Rows {
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let file = File::open(path).map_err(failed(path, "cannot be read"))?;
        Ok(Self { path: path.to_owned(), file: BufReader::with_capacity(1 << 16, file), row: Vec::new() })
    }

    /// The next row with its line feed: it ends where no quote is open.
    pub(super) fn next(&mut self) -> Result<Option<&[u8]>, Error> {
        self.row.clear();
        let mut quotes = 0;
        loop {
            let before = self.row.len();
            let read = self.file.read_until(b'\n', &mut self.row);
            if read.map_err(failed(&self.path, "cannot be read"))? == 0 {
                break;
            }
            quotes += self.row[before..].iter().filter(|b| **b == b'"').count();
            if quotes % 2 == 0 {
                break;
            }
        }
        Ok((!self.row.is_empty()).then_some(&*self.row))
    }
}

/// The first fields of a row; `None` when it has fewer.
pub(super) fn first_fields<const N: usize>(row: &[u8]) -> Option<[String; N]> {
    let mut rest = row;
    let mut fields = Vec::with_capacity(N);
    while fields.len() < N {
        let mut field = Vec::new();
        if let Some(mut quoted) = rest.strip_prefix(b"\"") {
            loop {
                let end = quoted.iter().position(|b| *b == b'"')?;
                field.extend_from_slice(&quoted[..end]);
                quoted = &quoted[end + 1..];
                let Some(more) = quoted.strip_prefix(b"\"") else { break };
                field.push(b'"');
                quoted = more;
            }
            rest = quoted;
        } else {
            let end = rest.iter().position(|b| matches!(b, b',' | b'\n')).unwrap_or(rest.len());
            field.extend_from_slice(&rest[..end]);
            rest = &rest[end..];
        }
        fields.push(String::from_utf8(field).ok()?);
        match rest.strip_prefix(b",") {
            Some(more) => rest = more,
            None => break,
        }
    }
    fields.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: [&str; 3], expect: &str) {
        let mut row = Vec::new();
        for (i, text) in texts.iter().enumerate() {
            if i > 0 {
                row.push(b',');
            }
            write(&mut row, &Value::Text(text));
        }
        row.push(b'\n');
        assert_eq!(String::from_utf8_lossy(&row), expect);
        assert_eq!(first_fields::<3>(&row).unwrap(), texts);
    }

    #[test]
    fn fields_come_back() {
        check(["a", "b c", "县教育局"], "a,b c,县教育局\n");
        check(["", "\"", "a,b"], "\"\",\"\"\"\",\"a,b\"\n");
        check(["a\nb", "\r", "“'"], "\"a\nb\",\"\r\",“'\n");
        let mut row = Vec::new();
        write(&mut row, &Value::Null);
        assert_eq!(row, b"");
    }
}
