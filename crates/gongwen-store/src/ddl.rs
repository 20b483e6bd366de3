//! SQL that creates the layout.

use crate::layout::{Flat, FlatColumn, Foreign, Kind, LAYOUT_VERSION};
use gongwen_record::SCHEMA_VERSION;
use std::fmt::Write;

/// The table that says what made a database.
pub(crate) const META: &str = "gongwen_meta";

/// What [`META`] holds.
pub(crate) const META_ROWS: [(&str, &str); 2] =
    [("layout_version", LAYOUT_VERSION), ("contract_version", SCHEMA_VERSION)];

/// Where the two databases differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Without exact decimals, comments or COPY.
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// With all of them.
    #[cfg(feature = "postgres")]
    Postgres,
}

/// A name as SQL takes it, whatever words it reserves (`references`, `group`).
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Names, quoted, with commas.
pub(crate) fn quoted_list<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(quoted).collect::<Vec<_>>().join(", ")
}

/// A text as SQL takes it.
#[cfg(feature = "postgres")]
pub(crate) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The column beside a decimal that holds its digits, in stores that have only binary numbers.
#[cfg(any(feature = "sqlite", feature = "parquet"))]
pub(crate) fn exact(column: &str) -> String {
    format!("{column}_exact")
}

/// `CREATE TABLE` of one table.
pub(crate) fn create_table(table: &Flat, dialect: Dialect) -> String {
    let mut lines: Vec<String> =
        table.columns.iter().flat_map(|column| create_column(column, dialect)).collect();
    lines.push(format!("PRIMARY KEY ({})", quoted_list(table.key.iter().copied())));
    for foreign in table.foreign.iter().filter(|foreign| !is_implied(table, foreign)) {
        let mut line = format!(
            "FOREIGN KEY ({}) REFERENCES {} ({})",
            quoted_list(foreign.columns.iter().copied()),
            quoted(foreign.table),
            quoted_list(foreign.to.iter().copied())
        );
        // SQLite looks row by row, and rows of one table come in any order.
        #[cfg(feature = "sqlite")]
        if dialect == Dialect::Sqlite && foreign.table == table.name {
            line.push_str(" DEFERRABLE INITIALLY DEFERRED");
        }
        lines.push(std::mem::take(&mut line));
    }
    let mut sql = format!("CREATE TABLE {} (\n  {}\n)", quoted(table.name), lines.join(",\n  "));
    #[cfg(feature = "sqlite")]
    if dialect == Dialect::Sqlite && table.name != "documents" {
        // The key is all that rows are found by: one tree a table, not two. Documents hold long texts, which such trees do not like.
        let _ = write!(sql, " WITHOUT ROWID");
    }
    sql
}

/// Whether another key of every row says as much: it leads to a row of a document, and the document of that row is there.
/// A database looks up each key of each row, which is most of what loading takes.
fn is_implied(table: &Flat, foreign: &Foreign) -> bool {
    let never_null =
        |name: &&str| table.columns.iter().any(|column| column.name == *name && !column.nullable);
    foreign.columns == ["doc_id"]
        && table.foreign.iter().any(|other| {
            other.columns.len() > 1 && other.table != table.name && other.columns.iter().all(never_null)
        })
}

fn create_column(column: &FlatColumn, dialect: Dialect) -> Vec<String> {
    let null = if column.nullable { "" } else { " NOT NULL" };
    let name = quoted(column.name);
    match dialect {
        #[cfg(feature = "postgres")]
        Dialect::Postgres => {
            let sort = match column.kind {
                Kind::Text => "text",
                Kind::Integer => "bigint",
                Kind::Decimal => "numeric",
                Kind::Boolean => "boolean",
                Kind::Date => "date",
                Kind::List(_) => unreachable!("a flat table has no lists"),
            };
            vec![format!("{name} {sort}{null}")]
        }
        #[cfg(feature = "sqlite")]
        Dialect::Sqlite => match column.kind {
            Kind::Text | Kind::Date => vec![format!("{name} TEXT{null}")],
            Kind::Integer => vec![format!("{name} INTEGER{null}")],
            Kind::Boolean => vec![format!("{name} BOOLEAN{null} CHECK ({name} IN (0, 1))")],
            Kind::Decimal => {
                vec![format!("{name} NUMERIC{null}"), format!("{} TEXT{null}", quoted(&exact(column.name)))]
            }
            Kind::List(_) => unreachable!("a flat table has no lists"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::flat;

    fn check(table: &str, expect: &[&str]) {
        let table = flat().iter().find(|flat| flat.name == table).unwrap();
        let kept: Vec<_> =
            table.foreign.iter().filter(|key| !is_implied(table, key)).map(|key| key.table).collect();
        assert_eq!(kept, expect);
    }

    #[test]
    fn a_key_that_another_implies_is_left_out() {
        check("tasks", &["sections"]);
        check("cells", &["tables"]);
        check("assignments", &["sections", "tasks", "organisations", "assignments"]);
        // Its section may be NULL, the key to itself says nothing.
        check("sections", &["documents", "sections"]);
        check("targets", &["documents", "sections", "tasks", "targets"]);
        check("diagnostics", &["documents"]);
    }
}
