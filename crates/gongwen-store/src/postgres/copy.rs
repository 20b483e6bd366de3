//! Rows as COPY takes them: a line a row, tabs between values, `\N` for NULL.

use crate::ddl::{quoted, quoted_list};
use crate::layout::{Kind, flat, tables};
use crate::{Value, shred};
use gongwen_record::Record;
use postgres::Transaction;
use std::io::Write;

/// The rows of a batch, table by table.
pub(super) struct Buffers {
    /// One a table of [`flat`].
    lines: Vec<Vec<u8>>,
    /// The COPY of each.
    statements: Vec<String>,
    /// For each table of [`tables`]: where its rows go, then where the items of its lists go.
    places: Vec<(usize, Vec<usize>)>,
    scratch: String,
}

impl Buffers {
    pub(super) fn new() -> Self {
        let place = |name| flat().iter().position(|table| table.name == name).expect("every table is flat");
        let places = tables().iter().map(|table| {
            let lists = table.columns.iter().filter_map(|column| match column.kind {
                Kind::List(list) => Some(place(list.table)),
                _ => None,
            });
            (place(table.name), lists.collect())
        });
        let statements = flat().iter().map(|table| {
            let columns = quoted_list(table.columns.iter().map(|column| column.name));
            format!("COPY {} ({columns}) FROM STDIN", quoted(table.name))
        });
        Self {
            lines: vec![Vec::new(); flat().len()],
            statements: statements.collect(),
            places: places.collect(),
            scratch: String::new(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.lines.iter_mut().for_each(Vec::clear);
    }

    /// Adds the rows of a record; how many. When it holds what Postgres cannot store, says so and adds none.
    pub(super) fn push(&mut self, record: &Record<'_>) -> Result<u64, String> {
        let before: Vec<_> = self.lines.iter().map(Vec::len).collect();
        let pushed = self.rows(record);
        if pushed.is_err() {
            self.lines.iter_mut().zip(before).for_each(|(lines, len)| lines.truncate(len));
        }
        pushed
    }

    fn rows(&mut self, record: &Record<'_>) -> Result<u64, String> {
        let Self { lines, places, scratch, .. } = self;
        let mut rows = 0;
        shred(record, |table, row| {
            let (own, lists) = &places[table];
            let plain = row.iter().filter(|value| !matches!(value, Value::List(_)));
            let nul =
                || format!("holds U+0000 in a row of {}, which Postgres cannot store", tables()[table].name);
            line(&mut lines[*own], plain, scratch).ok_or_else(nul)?;
            rows += 1;
            let items = row.iter().filter_map(|value| match value {
                Value::List(items) => Some(items),
                _ => None,
            });
            // A document's lists have no second part in their key.
            let of =
                if matches!(row.get(1), Some(Value::Id(_) | Value::Org(_))) { &row[..2] } else { &row[..1] };
            for (items, place) in items.zip(lists) {
                for (item, position) in items.iter().zip(1i64..) {
                    let last = [Value::Integer(position), Value::Text(item)];
                    line(&mut lines[*place], of.iter().chain(&last), scratch).ok_or_else(nul)?;
                    rows += 1;
                }
            }
            Ok::<(), String>(())
        })?;
        Ok(rows)
    }
}

/// Sends the rows, the tables that others refer to first.
pub(super) fn copy(transaction: &mut Transaction<'_>, buffers: &Buffers) -> Result<(), postgres::Error> {
    for (lines, statement) in buffers.lines.iter().zip(&buffers.statements) {
        if lines.is_empty() {
            continue;
        }
        let mut writer = transaction.copy_in(statement)?;
        // A failure to send is told again, with its reason, by the end of the copy.
        let sent = writer.write_all(lines);
        let ended = writer.finish();
        ended?;
        debug_assert!(sent.is_ok(), "a copy that ended well was sent whole");
    }
    Ok(())
}

/// Appends one line; `None` when a text holds U+0000.
fn line<'v>(out: &mut Vec<u8>, row: impl Iterator<Item = &'v Value<'v>>, scratch: &mut String) -> Option<()> {
    for (i, value) in row.enumerate() {
        if i > 0 {
            out.push(b'\t');
        }
        match value.text(scratch) {
            None => out.extend_from_slice(b"\\N"),
            Some(text) => escape(out, text)?,
        }
    }
    out.push(b'\n');
    Some(())
}

fn escape(out: &mut Vec<u8>, text: &str) -> Option<()> {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|b| matches!(b, b'\\' | b'\t' | b'\n' | b'\r' | 0)) {
        out.extend_from_slice(&rest[..at]);
        out.push(b'\\');
        out.push(match rest[at] {
            b'\t' => b't',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\\' => b'\\',
            _ => return None,
        });
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let mut out = Vec::new();
        let escaped = escape(&mut out, text).map(|()| String::from_utf8(out).unwrap());
        assert_eq!(escaped.as_deref(), expect);
    }

    #[test]
    fn texts_escape() {
        check("县教育局", Some("县教育局"));
        check("a\tb\\N\n\r", Some("a\\tb\\\\N\\n\\r"));
        check("\u{2028}😀\u{b}", Some("\u{2028}😀\u{b}"));
        check("a\0b", None);
        check("", Some(""));
    }
}
