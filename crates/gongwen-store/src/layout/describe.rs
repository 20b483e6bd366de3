//! Descriptions, from the contract's JSON Schema wherever it has one.

use super::{Column, Meaning, Table};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a column says, in one line.
pub fn describe(column: &Column) -> String {
    words(&column.meaning)
}

/// What a row of a table is, in one line.
pub fn describe_table(table: &Table) -> String {
    words(&table.meaning)
}

pub(super) fn words(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Own(words) => (*words).to_owned(),
        Meaning::Contract(fields) => fields.iter().map(|field| contract(field)).collect::<Vec<_>>().join(" "),
    }
}

/// The description of `Type` or `Type.field`.
fn contract(field: &str) -> &'static str {
    static DESCRIPTIONS: LazyLock<BTreeMap<String, String>> = LazyLock::new(read);
    DESCRIPTIONS.get(field).expect("the layout names types and fields of the contract")
}

fn read() -> BTreeMap<String, String> {
    let schema = gongwen_record::schema();
    let mut found = BTreeMap::new();
    let definitions = schema["$defs"].as_object().expect("the schema defines its types");
    let types = definitions.iter().map(|(name, definition)| (name.as_str(), definition));
    for (name, definition) in types.chain([("Record", &schema)]) {
        note(&mut found, name.to_owned(), definition);
        for (field, property) in definition["properties"].as_object().into_iter().flatten() {
            note(&mut found, format!("{name}.{field}"), property);
        }
    }
    found
}

fn note(found: &mut BTreeMap<String, String>, name: String, node: &Value) {
    if let Some(words) = node["description"].as_str() {
        found.insert(name, words.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::super::{flat, tables};
    use super::*;
    use std::collections::BTreeSet;

    /// Every field of the contract stands in a column; the schema is the list of fields.
    #[test]
    fn no_field_of_the_contract_is_left_out() {
        let named: BTreeSet<&str> = tables()
            .iter()
            .flat_map(|table| table.columns.iter().map(|column| &column.meaning).chain([&table.meaning]))
            .filter_map(|meaning| match meaning {
                Meaning::Contract(fields) => Some(fields),
                Meaning::Own(_) => None,
            })
            .flatten()
            .copied()
            .collect();
        // Fields that are objects or lists of objects stand as their parts.
        let parts = [
            "Record.producer",
            "Record.source",
            "Record.metadata",
            "Record.sections",
            "Record.tasks",
            "Record.assignments",
            "Record.targets",
            "Record.qualitative",
            "Record.tables",
            "Record.diagnostics",
            "Table.rows",
        ];
        let missing: Vec<_> = read()
            .into_keys()
            .filter(|field| {
                field.contains('.') && !named.contains(field.as_str()) && !parts.contains(&field.as_str())
            })
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn every_column_says_something() {
        for table in flat() {
            for column in &table.columns {
                assert!(column.description.len() > 3, "{}.{}", table.name, column.name);
                assert!(!column.description.contains('\n'), "{}.{}", table.name, column.name);
            }
        }
    }
}
