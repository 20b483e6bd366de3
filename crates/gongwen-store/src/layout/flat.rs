//! The tables for stores without lists: each list in a table of its own.

use super::describe::words;
use super::{Column, Foreign, Kind, Table, tables};
use std::sync::LazyLock;

/// A table without lists.
#[derive(Clone, Debug)]
pub struct Flat {
    /// Its name.
    pub name: &'static str,
    /// What one row is.
    pub description: String,
    /// Columns in order; the first is always `doc_id`.
    pub columns: Vec<FlatColumn>,
    /// Names of the columns that tell rows apart.
    pub key: Vec<&'static str>,
    /// Columns that name a row elsewhere.
    pub foreign: Vec<Foreign>,
}

/// A column of a table without lists.
#[derive(Clone, Debug)]
pub struct FlatColumn {
    /// Its name.
    pub name: &'static str,
    /// What its values are; never a list.
    pub kind: Kind,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// What it says.
    pub description: String,
}

/// Every table without lists; the tables of the lists follow the one that they belong to. One that others refer to stands
/// before them.
pub fn flat() -> &'static [Flat] {
    static FLAT: LazyLock<Vec<Flat>> = LazyLock::new(|| tables().iter().flat_map(flatten).collect());
    &FLAT
}

fn flatten(table: &Table) -> Vec<Flat> {
    let is_list = |column: &&Column| matches!(column.kind, Kind::List(_));
    let mut found = vec![Flat {
        name: table.name,
        description: words(&table.meaning),
        columns: table.columns.iter().filter(|column| !is_list(column)).map(plain).collect(),
        key: table.key.clone(),
        foreign: table.foreign.clone(),
    }];
    found.extend(table.columns.iter().filter(is_list).map(|column| items(table, column)));
    found
}

fn plain(column: &Column) -> FlatColumn {
    FlatColumn {
        name: column.name,
        kind: column.kind,
        nullable: column.nullable,
        description: words(&column.meaning),
    }
}

/// The table of a list: the key of the row that has the list, the place in it, the item.
fn items(table: &Table, column: &Column) -> Flat {
    let Kind::List(list) = column.kind else { unreachable!("only lists have a table of items") };
    let own = |name, kind, description: &str| FlatColumn {
        name,
        kind,
        nullable: false,
        description: description.to_owned(),
    };
    let mut columns = vec![plain(&table.columns[0])];
    columns.extend(table.owner.map(|owner| {
        let row = words(&table.meaning);
        own(owner, Kind::Text, &format!("Whose item it is: `{}.id`. {row}", table.name))
    }));
    let of: Vec<_> = columns.iter().map(|column| column.name).collect();
    columns.push(own("position", Kind::Integer, "Place in its list, from 1."));
    columns.push(own(list.item, Kind::Text, &words(&column.meaning)));
    Flat {
        name: list.table,
        description: words(&column.meaning),
        columns,
        key: of.iter().copied().chain(["position"]).collect(),
        foreign: vec![Foreign { columns: of, table: table.name, to: table.key.clone() }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Keys and foreign keys name columns that are there, of tables that come before.
    #[test]
    fn the_design_holds_together() {
        let mut before: BTreeSet<&str> = BTreeSet::new();
        for table in flat() {
            assert!(before.insert(table.name), "{} twice", table.name);
            let names: BTreeSet<_> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
            assert_eq!(table.columns[0].name, "doc_id");
            for name in table.key.iter().chain(table.foreign.iter().flat_map(|foreign| &foreign.columns)) {
                assert!(names.contains(name), "{}.{name}", table.name);
            }
            for foreign in &table.foreign {
                assert!(before.contains(foreign.table), "{} before {}", table.name, foreign.table);
                let there = flat().iter().find(|other| other.name == foreign.table).unwrap();
                assert_eq!(there.key, foreign.to);
            }
        }
    }
}
