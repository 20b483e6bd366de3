//! The JSON Schema of a record.

use crate::{Record, SCHEMA_VERSION};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

/// The JSON Schema (draft 2020-12) that every record written by this version meets.
pub fn schema() -> Value {
    schema_of::<Record<'static>>("gongwen record", SCHEMA_VERSION)
}

/// The JSON Schema (draft 2020-12) of what a published type is written as, under a title and the version of its contract.
pub fn schema_of<T: JsonSchema>(title: &str, version: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".into(), json!(title));
    schema.insert("version".into(), json!(version));
    let mut schema = schema.into();
    join_lines(&mut schema);
    schema
}

/// Descriptions come from doc comments, which are wrapped for the editor.
fn join_lines(node: &mut Value) {
    match node {
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(words) if key == "description" => *words = words.replace('\n', " "),
                    _ => join_lines(field),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(join_lines),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `gongwen schema` prints the same text.
    #[test]
    fn the_committed_schema_is_fresh() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/record.v1.schema.json");
        let fresh = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            committed == fresh,
            "schemas/record.v1.schema.json is stale: run the tests with UPDATE_SCHEMA=1"
        );
    }
}
