//! Metadata: each field right or wrong; list fields as sets (contract).

use crate::answers::Answers;
use crate::fold::fold;
use crate::score::PartScore;
use serde_json::Value;
use std::collections::BTreeSet;

/// The fields, in the contract's order.
pub(crate) const FIELDS: [&str; 13] = [
    "title",
    "notice_title",
    "document_number",
    "issuing_authorities",
    "addressees",
    "date_of_issue",
    "printing_date",
    "copy_to",
    "disclosure",
    "period",
    "division",
    "references",
    "contacts",
];

/// One count a field that gold states (null and an empty list are statements too).
pub(crate) fn score(gold: &Answers, found: &Answers) -> PartScore {
    let mut part = PartScore::default();
    for field in FIELDS {
        let Some(stated) = gold.metadata.get(field) else { continue };
        let want = values(field, stated);
        let have = values(field, found.metadata.get(field).unwrap_or(&Value::Null));
        part.counts.gold += 1;
        part.counts.found += 1;
        part.counts.hits += u32::from(want == have);
        part.missed.extend(want.difference(&have).map(|value| format!("{field}: {value}")));
        part.invented.extend(have.difference(&want).map(|value| format!("{field}: {value}")));
    }
    part
}

/// A field as a set of folded strings: one for a scalar, none for null and an empty list.
fn values(field: &str, value: &Value) -> BTreeSet<String> {
    match (field, value) {
        (_, Value::Null) => BTreeSet::new(),
        // Gold writes `[2021, 2025]`, records `{start, end}`.
        ("period", Value::Array(years)) => {
            years.iter().map(ToString::to_string).reduce(|a, b| format!("{a}-{b}")).into_iter().collect()
        }
        ("period", value) => one(value, &["start", "end"], "-"),
        ("division", value) => one(value, &["code", "name", "prefecture", "province"], " "),
        ("document_number", value) => one(value, &["raw", "agency_code", "year", "serial"], " "),
        ("references", Value::Array(list)) => {
            list.iter().flat_map(|item| one(item, &["title", "document_number"], " ")).collect()
        }
        ("contacts", Value::Array(list)) => {
            list.iter().flat_map(|item| one(item, &["field", "value"], " ")).collect()
        }
        (_, Value::Array(list)) => list.iter().map(scalar).collect(),
        (_, value) => BTreeSet::from([scalar(value)]),
    }
}

fn one(value: &Value, keys: &[&str], between: &str) -> BTreeSet<String> {
    if value.is_object() {
        let parts: Vec<String> = keys.iter().map(|key| scalar(&value[*key])).collect();
        BTreeSet::from([parts.join(between)])
    } else {
        BTreeSet::from([scalar(value)])
    }
}

fn scalar(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => fold(text),
        other => fold(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(field: &str, gold: &Value, found: &Value, same: bool) {
        assert_eq!(values(field, gold) == values(field, found), same, "{field}: {gold} {found}");
    }

    #[test]
    fn fields_compare_as_the_contract_says() {
        check("period", &json!([2021, 2025]), &json!({"start": 2021, "end": 2025}), true);
        check("addressees", &json!(["各乡镇", "县直各部门"]), &json!(["县直各部门", "各乡镇"]), true);
        check("copy_to", &json!([]), &json!(null), true);
        check("disclosure", &json!(null), &json!("public"), false);
        check("title", &json!("方案（2021—2025年）"), &json!("方案(2021—2025年)"), true);
        check(
            "references",
            &json!([{"title": "纲要", "document_number": null}]),
            &json!([{"title": "纲要"}]),
            true,
        );
    }
}
