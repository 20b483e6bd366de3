//! `datapackage.json`: what the files of a folder are (Frictionless Data Package and Table Schema).

use crate::layout::{Flat, FlatColumn, Kind, LAYOUT_VERSION};
use gongwen_record::SCHEMA_VERSION;
use serde_json::{Map, Value, json};

/// Name of the file.
pub(super) const PACKAGE: &str = "datapackage.json";

/// The package of a folder of CSV files.
pub(super) fn csv(tables: &[Flat]) -> Value {
    let resource = |table: &Flat| {
        let fields: Vec<_> = table.columns.iter().map(|column| field(table, column)).collect();
        let mut schema = json!({ "fields": fields, "primaryKey": table.key, "missingValues": [""] });
        let keys = foreign_keys(table);
        if !keys.is_empty() {
            schema["foreignKeys"] = keys.into();
        }
        json!({
            "name": table.name,
            "path": format!("{}.csv", table.name),
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "description": table.description,
            "schema": schema,
        })
    };
    whole("tabular-data-package", tables.iter().map(resource).collect())
}

/// The package of a folder with these resources.
pub(super) fn whole(profile: &str, resources: Vec<Value>) -> Value {
    json!({
        "name": "gongwen",
        "title": "Records of Chinese government documents",
        "profile": profile,
        "gongwen": { "layout_version": LAYOUT_VERSION, "contract_version": SCHEMA_VERSION },
        "resources": resources,
    })
}

/// The versions that a package says it has: layout, contract.
pub(super) fn versions(package: &Value) -> Option<(&str, &str)> {
    let own = &package["gongwen"];
    Some((own["layout_version"].as_str()?, own["contract_version"].as_str()?))
}

fn field(table: &Flat, column: &FlatColumn) -> Value {
    let names_a_row = table.key.contains(&column.name)
        || table.foreign.iter().any(|foreign| foreign.columns.contains(&column.name));
    let mut field = Map::new();
    field.insert("name".into(), column.name.into());
    field.insert("type".into(), kind(column.kind).into());
    field.insert("description".into(), column.description.clone().into());
    // An empty text looks like none in CSV: such columns are not called required.
    if !column.nullable && (column.kind != Kind::Text || names_a_row) {
        field.insert("constraints".into(), json!({ "required": true }));
    }
    field.into()
}

/// The type's name in a Table Schema.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Decimal => "number",
        Kind::Boolean => "boolean",
        Kind::Date => "date",
        Kind::List(_) => "array",
    }
}

/// Those whose columns always have a value: Table Schema does not say what a key is of which a part is missing.
fn foreign_keys(table: &Flat) -> Vec<Value> {
    let is_nullable =
        |name: &&str| table.columns.iter().any(|column| column.name == *name && column.nullable);
    let whole = table.foreign.iter().filter(|foreign| !foreign.columns.iter().any(|name| is_nullable(name)));
    whole
        .map(|foreign| {
            json!({
                "fields": foreign.columns,
                "reference": { "resource": foreign.table, "fields": foreign.to },
            })
        })
        .collect()
}
