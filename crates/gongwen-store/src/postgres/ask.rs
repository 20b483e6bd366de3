//! Asking a view.

use super::{connect, failed, setup};
use crate::answer::{Answer, Cell, Query, select};
use crate::ddl::quoted;
use crate::layout::View;
use crate::{Address, Error};
use postgres::types::{ToSql, Type};

/// The rows of a view. The database is only read.
pub(crate) fn ask(url: &str, address: &Address, view: &View, query: &Query) -> Result<Answer, Error> {
    let store = address.to_string();
    let failed = |cause| failed(&store, "cannot be read", &cause);
    let mut client = connect(url, &store)?;
    if !setup::recognise(&mut client, &store)? {
        let what = "holds no records: fill it with `gongwen load RECORDS --to …`".to_owned();
        return Err(Error::Question { store, what });
    }
    // As texts, whatever their type: digits and days as the server prints them.
    client.batch_execute("SET datestyle = 'ISO'").map_err(failed)?;
    let whole = client.prepare(&format!("SELECT * FROM {}", quoted(view.name))).map_err(failed)?;
    let names: Vec<String> = whole.columns().iter().map(|column| column.name().to_owned()).collect();
    let is_text = |name: &str| {
        whole.columns().iter().any(|column| column.name() == name && *column.type_() == Type::TEXT)
    };
    let text = |name: &str| format!("v.{}::text", quoted(name));
    // Sorted by code points, as SQLite does, whatever the language of the database.
    let sorted =
        |name: &str| format!("v.{}{}", quoted(name), if is_text(name) { " COLLATE \"C\"" } else { "" });
    let columns = names.iter().map(|name| text(name)).collect::<Vec<_>>().join(", ");
    let sql = select(&store, view, query, &names, &columns, text, sorted)?;
    let values: Vec<&(dyn ToSql + Sync)> =
        query.filters.iter().map(|filter| &filter.value as &(dyn ToSql + Sync)).collect();
    let numbers: Vec<bool> = whole
        .columns()
        .iter()
        .map(|column| matches!(*column.type_(), Type::INT2 | Type::INT4 | Type::INT8 | Type::NUMERIC))
        .collect();
    let rows = client.query(&sql, &values).map_err(failed)?;
    let rows = rows
        .iter()
        .map(|row| {
            let cell = |(i, is_number): (usize, &bool)| {
                Ok(match row.try_get::<_, Option<String>>(i)? {
                    None => Cell::Null,
                    Some(digits) if *is_number => Cell::Number(digits),
                    Some(text) => Cell::Text(text),
                })
            };
            numbers.iter().enumerate().map(cell).collect()
        })
        .collect::<Result<_, postgres::Error>>()
        .map_err(failed)?;
    Ok(Answer { columns: names, rows })
}
