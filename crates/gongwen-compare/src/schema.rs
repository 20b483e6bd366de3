//! The JSON Schemas of what this crate publishes.

use crate::{COMPARISON_VERSION, Comparison, PlanDifference};
use gongwen_record::schema_of;
use serde_json::Value;

/// The JSON Schema (draft 2020-12) of a comparison.
pub fn comparison_schema() -> Value {
    schema_of::<Comparison>("gongwen comparison", COMPARISON_VERSION)
}

/// The JSON Schema (draft 2020-12) of the difference of two documents.
pub fn difference_schema() -> Value {
    schema_of::<PlanDifference>("gongwen difference", COMPARISON_VERSION)
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
