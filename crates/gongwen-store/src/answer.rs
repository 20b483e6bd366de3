//! Questions to a database, by the names of its views.

use crate::ddl::quoted;
use crate::layout::{View, views};
use crate::store::missing;
use crate::{Address, Error};

/// What to ask.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Name of the view.
    pub view: String,
    /// Only rows that match all of these.
    pub filters: Vec<Filter>,
    /// At most so many rows; all when `None`.
    pub limit: Option<u64>,
}

/// A column that has to have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Name of the column.
    pub column: String,
    /// Its value, as it is printed.
    pub value: String,
}

/// Rows, in the order of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// One cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// One value of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Unknown.
    Null,
    /// A number, its digits.
    Number(String),
    /// Text.
    Text(String),
}

/// Asks a database.
pub fn query(address: &Address, query: &Query) -> Result<Answer, Error> {
    let Some(view) = views().iter().find(|view| view.name == query.view) else {
        let names: Vec<_> = views().iter().map(|view| view.name).collect();
        let what = format!("has no view `{}`; views: {}", query.view, names.join(", "));
        return Err(Error::Question { store: address.to_string(), what });
    };
    match address {
        #[cfg(feature = "sqlite")]
        Address::Sqlite(path) => crate::sqlite::ask(path, view, query),
        #[cfg(feature = "postgres")]
        Address::Postgres(url) => crate::postgres::ask(url, address, view, query),
        Address::Csv(_) | Address::Parquet(_) | Address::Jsonl(_) => {
            let what = "only sqlite: and postgres: have views; load the records into one of them".to_owned();
            Err(Error::Question { store: address.to_string(), what })
        }
        #[allow(unreachable_patterns)] // with every feature nothing is left
        _ => Err(missing(address)),
    }
}

/// The statement for a view: `columns` is what to select, `compared` a column as text, `sorted` a column to sort by. Values of
/// filters are numbered parameters.
pub(crate) fn select(
    store: &str,
    view: &View,
    query: &Query,
    names: &[String],
    columns: &str,
    compared: impl Fn(&str) -> String,
    sorted: impl Fn(&str) -> String,
) -> Result<String, Error> {
    let mut sql = format!("SELECT {columns} FROM {} AS v", quoted(view.name));
    for (i, filter) in query.filters.iter().enumerate() {
        if !names.contains(&filter.column) {
            let what = format!(
                "view `{}` has no column `{}`; columns: {}",
                view.name,
                filter.column,
                names.join(", ")
            );
            return Err(Error::Question { store: store.to_owned(), what });
        }
        sql += if i == 0 { " WHERE " } else { " AND " };
        sql += &format!("{} = ${}", compared(&filter.column), i + 1);
    }
    // NULL stands first in SQLite and last in Postgres unless it is said.
    let order: Vec<_> = view.order.iter().map(|column| format!("{} NULLS FIRST", sorted(column))).collect();
    sql += &format!(" ORDER BY {}", order.join(", "));
    if let Some(limit) = query.limit {
        sql += &format!(" LIMIT {limit}");
    }
    Ok(sql)
}
