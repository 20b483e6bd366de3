//! The JSON Schemas of what this crate publishes.

use crate::{COMPARISON_VERSION, Comparison, PlanDifference};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

/// The JSON Schema (draft 2020-12) of a comparison.
pub fn comparison_schema() -> Value {
    schema_of::<Comparison>("gongwen comparison")
}

/// The JSON Schema (draft 2020-12) of the difference of two documents.
pub fn difference_schema() -> Value {
    schema_of::<PlanDifference>("gongwen difference")
}

fn schema_of<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".into(), json!(title));
    schema.insert("version".into(), json!(COMPARISON_VERSION));
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

    fn check(name: &str, schema: &Value) {
        let path = format!("{}/../../schemas/{name}", env!("CARGO_MANIFEST_DIR"));
        let fresh = serde_json::to_string_pretty(schema).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == fresh, "schemas/{name} is stale: run the tests with UPDATE_SCHEMA=1");
    }

    #[test]
    fn the_committed_schemas_are_fresh() {
        check("comparison.v1.schema.json", &comparison_schema());
        check("difference.v1.schema.json", &difference_schema());
    }
}
