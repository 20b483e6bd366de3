//! What stands in a database before rows do.

use super::failed;
use crate::Error;
use crate::check::major;
use crate::ddl::{Dialect, META, META_ROWS, create_table, literal, quoted};
use crate::layout::{LAYOUT_VERSION, flat, views};
use gongwen_record::SCHEMA_VERSION;
use postgres::{Client, GenericClient};

/// One load at a time writes; any number may read.
pub(super) const LOCK: &str = "LOCK TABLE gongwen_meta IN SHARE ROW EXCLUSIVE MODE";

/// What loads agree on while there is no table to lock.
const CREATING: &str = "SELECT pg_advisory_xact_lock(4703231880119214)";

/// Makes the tables, or sees that those there are of this version. Changes nothing when it fails.
pub(super) fn prepare(client: &mut Client, store: &str) -> Result<(), Error> {
    if recognise(client, store)? {
        return Ok(());
    }
    let failed = |cause| failed(store, "cannot be written", &cause);
    let mut transaction = client.transaction().map_err(failed)?;
    transaction.batch_execute(CREATING).map_err(failed)?;
    // Another load may have been first.
    if recognise(&mut transaction, store)? {
        return Ok(());
    }
    transaction.batch_execute(&create()).map_err(failed)?;
    transaction.commit().map_err(failed)
}

/// Whether the tables are there. An error when something else is there under their names, or another version of them.
pub(super) fn recognise(client: &mut impl GenericClient, store: &str) -> Result<bool, Error> {
    let failed = |cause| failed(store, "cannot be read", &cause);
    let foreign = |what: String| Error::Foreign { store: store.to_owned(), what };
    let names: Vec<&str> = flat()
        .iter()
        .map(|table| table.name)
        .chain(views().iter().map(|view| view.name))
        .chain([META])
        .collect();
    let there = client
        .query(
            "SELECT c.relname::text FROM pg_class c
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY($1)
               AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
             ORDER BY c.relname",
            &[&names],
        )
        .map_err(failed)?;
    let there: Vec<String> = there.iter().map(|row| row.get(0)).collect();
    if !there.iter().any(|name| name == META) {
        return match there.first() {
            None => Ok(false),
            Some(name) => Err(foreign(format!("has a table or view `{name}` that gongwen did not make"))),
        };
    }
    let columns = client
        .query(
            "SELECT 1 FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name = $1 AND column_name IN ('key', 'value')",
            &[&META],
        )
        .map_err(failed)?;
    let not_ours = || foreign(format!("has a table `{META}` that gongwen did not make"));
    if columns.len() != 2 {
        return Err(not_ours());
    }
    for (part, key, ours) in
        [("layout", "layout_version", LAYOUT_VERSION), ("contract", "contract_version", SCHEMA_VERSION)]
    {
        let sql = format!("SELECT value::text FROM {META} WHERE key::text = $1");
        let found = client.query_opt(&sql, &[&key]).map_err(failed)?;
        let found: String = found.ok_or_else(not_ours)?.get(0);
        if major(&found) != major(ours) {
            return Err(Error::Version { store: store.to_owned(), part, found, ours });
        }
    }
    Ok(true)
}

/// Everything, as one text.
fn create() -> String {
    let mut sql = String::new();
    for table in flat() {
        let name = quoted(table.name);
        sql += &format!("{};\n", create_table(table, Dialect::Postgres));
        sql += &format!("COMMENT ON TABLE {name} IS {};\n", literal(&table.description));
        for column in &table.columns {
            let column_name = quoted(column.name);
            sql += &format!("COMMENT ON COLUMN {name}.{column_name} IS {};\n", literal(&column.description));
        }
    }
    for view in views() {
        let name = quoted(view.name);
        sql += &format!("CREATE VIEW {name} AS\n{};\n", view.sql);
        sql += &format!("COMMENT ON VIEW {name} IS {};\n", literal(view.answers));
    }
    sql += &format!("CREATE TABLE {META} (key text PRIMARY KEY, value text NOT NULL);\n");
    for (key, value) in META_ROWS {
        sql += &format!("INSERT INTO {META} VALUES ({}, {});\n", literal(key), literal(value));
    }
    sql
}
