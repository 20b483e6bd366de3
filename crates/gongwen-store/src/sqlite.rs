//! SQLite: one file, one transaction a batch, a savepoint a record.

mod ask;
mod setup;

use crate::ddl::{exact, quoted, quoted_list};
use crate::decide::{Decision, Made, decide};
use crate::layout::{Kind, flat, tables};
use crate::store::{Outcome, Store};
use crate::{Error, Value, shred};
pub(crate) use ask::ask;
use gongwen_record::Record;
use rusqlite::types::{ToSqlOutput, Value as Owned, ValueRef};
use rusqlite::{
    CachedStatement, Connection, ErrorCode, OptionalExtension, ToSql, TransactionBehavior, params,
};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::path::Path;
use std::time::Duration;

/// How long a load waits for another that has the file.
const PATIENCE: Duration = Duration::from_secs(60);

/// A database file that is being loaded.
pub(crate) struct Sqlite {
    connection: Connection,
    store: String,
    tables: Vec<Insert>,
    /// Deletes a document, the tables that refer to others first.
    deletes: Vec<String>,
}

/// How the rows of one table of [`tables`] are put in.
struct Insert {
    sql: String,
    /// For each column of the table: how it is bound.
    columns: Vec<Bind>,
}

enum Bind {
    Plain,
    /// As a number and as its digits.
    Decimal,
    /// The statement for one item.
    List(String),
}

impl Sqlite {
    /// Opens a database or makes one.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let store = path.display().to_string();
        let failed = |doing| move |cause| Error::Sqlite { store: path.display().to_string(), doing, cause };
        let mut connection = Connection::open(path).map_err(failed("cannot be opened"))?;
        connection.busy_timeout(PATIENCE).map_err(failed("cannot be opened"))?;
        // Statements for every table stay prepared.
        connection.set_prepared_statement_cache_capacity(128);
        connection
            .execute_batch("PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;")
            .map_err(failed("cannot be opened"))?;
        setup::prepare(&mut connection, &store)?;
        let deletes =
            flat().iter().rev().map(|table| format!("DELETE FROM {} WHERE doc_id = ?1", quoted(table.name)));
        Ok(Self { connection, store, tables: inserts(), deletes: deletes.collect() })
    }
}

impl Store for Sqlite {
    fn put(&mut self, batch: &[Record<'static>], replace: bool) -> Result<Vec<Outcome>, Error> {
        let failed = |doing| {
            let store = self.store.clone();
            move |cause| Error::Sqlite { store, doing, cause }
        };
        // Waits for other loads here, so that what is decided below still holds when it is written.
        let mut transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed("cannot be written"))?;
        let mut outcomes = Vec::with_capacity(batch.len());
        for record in batch {
            let savepoint = transaction.savepoint().map_err(failed("cannot be written"))?;
            let done = put_one(&savepoint, &self.tables, &self.deletes, record, replace);
            outcomes.push(match done {
                Ok(outcome) => {
                    savepoint.commit().map_err(failed("cannot be written"))?;
                    outcome
                }
                // Dropped, the savepoint takes the rows of this record back.
                Err(cause) if is_of_record(&cause) => {
                    Outcome::Refused(format!("the database refuses it: {cause}"))
                }
                Err(cause) => return Err(failed("cannot be written")(cause)),
            });
        }
        transaction.commit().map_err(failed("cannot be written"))?;
        Ok(outcomes)
    }

    fn finish(self: Box<Self>) -> Result<(), Error> {
        let Self { connection, store, .. } = *self;
        connection.close().map_err(|(_, cause)| Error::Sqlite { store, doing: "cannot be closed", cause })
    }

    fn keeps_batches(&self) -> bool {
        true
    }
}

/// Whether the error lies with the record: the database refuses it, the others may go on.
fn is_of_record(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig))
}

fn put_one(
    connection: &Connection,
    inserts: &[Insert],
    deletes: &[String],
    record: &Record<'_>,
    replace: bool,
) -> rusqlite::Result<Outcome> {
    let held = connection
        .prepare_cached(
            "SELECT producer_name, producer_version, producer_rules FROM documents WHERE doc_id = ?1",
        )?
        .query_row([&*record.doc_id], |row| {
            Ok(Made { name: row.get(0)?, version: row.get(1)?, rules: row.get(2)? })
        })
        .optional()?;
    let decision = decide(held.as_ref(), record, replace);
    if decision == Decision::Leave {
        return Ok(Outcome::Unchanged);
    }
    if decision == Decision::Replace {
        for delete in deletes {
            connection.prepare_cached(delete)?.execute([&*record.doc_id])?;
        }
    }
    let mut rows = 0;
    shred(record, |table, row| {
        rows += insert(connection, &inserts[table], row)?;
        Ok::<(), rusqlite::Error>(())
    })?;
    Ok(if decision == Decision::Load { Outcome::Loaded(rows) } else { Outcome::Replaced(rows) })
}

/// Puts one row and its lists in. Returns how many rows that were.
fn insert(connection: &Connection, table: &Insert, row: &[Value<'_>]) -> rusqlite::Result<u64> {
    let mut statement = connection.prepare_cached(&table.sql)?;
    let mut at = 0;
    let mut bind = |statement: &mut CachedStatement<'_>, value: &dyn ToSql| {
        at += 1;
        statement.raw_bind_parameter(at, value)
    };
    for (value, column) in row.iter().zip(&table.columns) {
        match (column, value) {
            (Bind::Plain, value) => bind(&mut statement, value)?,
            (Bind::Decimal, Value::Decimal(number)) => {
                bind(&mut statement, &Number(*number))?;
                bind(&mut statement, value)?;
            }
            (Bind::Decimal, _) => {
                bind(&mut statement, &Value::Null)?;
                bind(&mut statement, &Value::Null)?;
            }
            (Bind::List(_), _) => {}
        }
    }
    statement.raw_execute()?;
    let mut rows = 1;
    for (value, column) in row.iter().zip(&table.columns) {
        if let (Bind::List(sql), Value::List(items)) = (column, value)
            && !items.is_empty()
        {
            let mut statement = connection.prepare_cached(sql)?;
            for (item, position) in items.iter().zip(1i64..) {
                // A document's lists have no second part in their key.
                match row.get(1) {
                    Some(owner @ (Value::Id(_) | Value::Org(_))) => {
                        statement.execute(params![row[0], owner, position, item])?;
                    }
                    _ => {
                        statement.execute(params![row[0], position, item])?;
                    }
                }
                rows += 1;
            }
        }
    }
    Ok(rows)
}

fn inserts() -> Vec<Insert> {
    let statement = |name: &str, columns: &[String]| {
        let places = (1..=columns.len()).map(|place| format!("?{place}")).collect::<Vec<_>>().join(", ");
        let columns = quoted_list(columns.iter().map(String::as_str));
        format!("INSERT INTO {} ({columns}) VALUES ({places})", quoted(name))
    };
    let of_table = |table: &crate::layout::Table| {
        let mut names = Vec::new();
        let mut columns = Vec::new();
        for column in &table.columns {
            columns.push(match column.kind {
                Kind::List(list) => {
                    let items = flat().iter().find(|one| one.name == list.table).expect("lists have a table");
                    let names: Vec<_> = items.columns.iter().map(|column| column.name.to_owned()).collect();
                    Bind::List(statement(list.table, &names))
                }
                Kind::Decimal => {
                    names.extend([column.name.to_owned(), exact(column.name)]);
                    Bind::Decimal
                }
                _ => {
                    names.push(column.name.to_owned());
                    Bind::Plain
                }
            });
        }
        Insert { sql: statement(table.name, &names), columns }
    };
    tables().iter().map(of_table).collect()
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null | Self::List(_) => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Integer(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Self::Boolean(truth) => ToSqlOutput::Borrowed(ValueRef::Integer(i64::from(*truth))),
            Self::Decimal(_) | Self::Id(_) | Self::Org(_) => {
                let mut text = String::new();
                self.text(&mut text);
                ToSqlOutput::Owned(Owned::Text(text))
            }
        })
    }
}

/// A decimal as SQLite can compare it: a whole number exactly, any other as the nearest binary number, which reads back as the
/// same digits up to the fifteenth.
struct Number(Decimal);

impl ToSql for Number {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let whole = self.0.is_integer().then(|| self.0.to_i64()).flatten();
        Ok(ToSqlOutput::Owned(match whole {
            Some(number) => Owned::Integer(number),
            // Through the digits: they are read with correct rounding.
            None => Owned::Real(self.0.to_string().parse().expect("a decimal is a number")),
        }))
    }
}
