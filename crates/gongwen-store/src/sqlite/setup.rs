//! What stands in a database file before rows do.

use crate::Error;
use crate::check::major;
use crate::ddl::{Dialect, META, META_ROWS, create_table, exact, quoted};
use crate::layout::{Kind, LAYOUT_VERSION, flat, views};
use gongwen_record::SCHEMA_VERSION;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

/// Descriptions of tables, views and columns: SQLite has no comments.
const COMMENTS: &str = "column_comments";

/// Makes the tables, or sees that those there are of this version. Changes nothing when it fails.
pub(super) fn prepare(connection: &mut Connection, store: &str) -> Result<(), Error> {
    let failed = |cause| Error::Sqlite { store: store.to_owned(), doing: "cannot be opened", cause };
    if recognise(connection, store)? {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Another load may have been first.
    if recognise(&transaction, store)? {
        return Ok(());
    }
    create(&transaction).map_err(|cause| Error::Sqlite {
        store: store.to_owned(),
        doing: "cannot be written",
        cause,
    })?;
    transaction.commit().map_err(failed)
}

/// Whether the tables are there. An error when something else is there under their names, or another version of them.
pub(super) fn recognise(connection: &Connection, store: &str) -> Result<bool, Error> {
    let failed = |cause| Error::Sqlite { store: store.to_owned(), doing: "cannot be read", cause };
    let foreign = |what: String| Error::Foreign { store: store.to_owned(), what };
    // All that is asked is asked of one state: another load may be making the tables just now.
    let state = connection.is_autocommit().then(|| connection.unchecked_transaction());
    let _state = state.transpose().map_err(failed)?;
    let known = |name: &str| {
        connection
            .query_row("SELECT 1 FROM sqlite_schema WHERE name = ?1 COLLATE NOCASE", [name], |_| Ok(()))
            .optional()
    };
    if known(META).map_err(failed)?.is_none() {
        let names = flat().iter().map(|table| table.name).chain(views().iter().map(|view| view.name));
        for name in names.chain([COMMENTS]) {
            if known(name).map_err(failed)?.is_some() {
                return Err(foreign(format!("has a table or view `{name}` that gongwen did not make")));
            }
        }
        return Ok(false);
    }
    let version = |part| {
        let sql = format!("SELECT value FROM {META} WHERE key = ?1");
        connection.query_row(&sql, [part], |row| row.get::<_, String>(0)).optional()
    };
    for (part, key, ours) in
        [("layout", "layout_version", LAYOUT_VERSION), ("contract", "contract_version", SCHEMA_VERSION)]
    {
        let found = version(key).ok().flatten();
        let found =
            found.ok_or_else(|| foreign(format!("has a table `{META}` that gongwen did not make")))?;
        if major(&found) != major(ours) {
            return Err(Error::Version { store: store.to_owned(), part, found, ours });
        }
    }
    Ok(true)
}

fn create(connection: &Connection) -> rusqlite::Result<()> {
    for table in flat() {
        connection.execute_batch(&create_table(table, Dialect::Sqlite))?;
    }
    for view in views() {
        connection.execute_batch(&format!("CREATE VIEW {} AS\n{}", quoted(view.name), view.sql))?;
    }
    connection.execute_batch(&format!(
        "CREATE TABLE {COMMENTS} (table_name TEXT NOT NULL, column_name TEXT, comment TEXT NOT NULL);
         CREATE TABLE {META} (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
    ))?;
    let sql = format!("INSERT INTO {COMMENTS} VALUES (?1, ?2, ?3)");
    let mut comment = connection.prepare(&sql)?;
    for table in flat() {
        comment.execute(params![table.name, None::<&str>, table.description])?;
        for column in &table.columns {
            comment.execute(params![table.name, column.name, column.description])?;
            if column.kind == Kind::Decimal {
                let words = format!("The digits of `{}`, exactly.", column.name);
                comment.execute(params![table.name, exact(column.name), words])?;
            }
        }
    }
    for view in views() {
        comment.execute(params![view.name, None::<&str>, view.answers])?;
    }
    for (key, value) in META_ROWS {
        connection.execute(&format!("INSERT INTO {META} VALUES (?1, ?2)"), params![key, value])?;
    }
    Ok(())
}
