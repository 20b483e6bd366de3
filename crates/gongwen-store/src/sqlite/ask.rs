//! Asking a view.

use super::setup::recognise;
use crate::Error;
use crate::answer::{Answer, Cell, Query, select};
use crate::ddl::quoted;
use crate::layout::View;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;

/// The rows of a view. The file is only read.
pub(crate) fn ask(path: &Path, view: &View, query: &Query) -> Result<Answer, Error> {
    let store = path.display().to_string();
    let failed = |doing| move |cause| Error::Sqlite { store: path.display().to_string(), doing, cause };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(failed("cannot be opened"))?;
    connection.busy_timeout(super::PATIENCE).map_err(failed("cannot be opened"))?;
    if !recognise(&connection, &store)? {
        let what = "holds no records: fill it with `gongwen load RECORDS --to …`".to_owned();
        return Err(Error::Question { store, what });
    }
    let names = {
        let sql = format!("SELECT * FROM {}", quoted(view.name));
        let statement = connection.prepare(&sql).map_err(failed("cannot be read"))?;
        statement.column_names().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let columns = names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    let text = |column: &str| format!("CAST({} AS TEXT)", quoted(column));
    let sql = select(&store, view, query, &names, &columns, text, quoted)?;
    let mut statement = connection.prepare(&sql).map_err(failed("cannot be read"))?;
    let values = params_from_iter(query.filters.iter().map(|filter| &filter.value));
    let rows = statement
        .query_map(values, |row| (0..names.len()).map(|i| Ok(cell(row.get_ref(i)?))).collect())
        .and_then(Iterator::collect)
        .map_err(failed("cannot be read"))?;
    Ok(Answer { columns: names, rows })
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Number(number.to_string()),
        ValueRef::Real(number) => Cell::Number(number.to_string()),
        ValueRef::Text(text) | ValueRef::Blob(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
    }
}
