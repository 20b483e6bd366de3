//! The stores that need no server: what goes in, what is there, what a second load changes.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed

mod support;

use gongwen_store::Options;
use serde_json::json;
use std::fs;
use support::{Desk, LONG, exact, files, lines, load_paths, load_with, newer, numbered, sample};

const KINDS: [&str; 4] = ["sqlite", "csv", "parquet", "jsonl"];

fn path_of(kind: &str) -> &str {
    match kind {
        "sqlite" => "plans.db",
        "jsonl" => "all.jsonl",
        kind => kind,
    }
}

#[test]
fn a_second_load_changes_no_byte() {
    for kind in KINDS {
        let desk = Desk::new();
        let address = desk.address(kind);
        let records: Vec<_> = (1..=20).map(numbered).collect();
        let first = desk.load(&address, &records);
        assert_eq!(first.counts(), [20, 0, 0, 0, 0], "{kind}");
        let before = files(&desk.path(path_of(kind)));
        let second = desk.load(&address, &records);
        assert_eq!(second.counts(), [0, 0, 20, 0, 0], "{kind}");
        assert_eq!(second.summary.rows, 0);
        assert!(files(&desk.path(path_of(kind))) == before, "{kind}: a second load changed something");
        assert_eq!(desk.load(&address, &records[5..8]).counts(), [0, 0, 3, 0, 0], "{kind}");
        assert!(files(&desk.path(path_of(kind))) == before, "{kind}");
    }
}

/// What came in by several loads is what one load would have made, whatever was replaced on the way.
#[test]
fn newer_rules_replace_a_document_whole() {
    for kind in ["csv", "parquet", "jsonl"] {
        let (desk, other) = (Desk::new(), Desk::new());
        let address = desk.address(kind);
        desk.load(&address, &[numbered(1), numbered(2), numbered(3)]);
        let again = desk.load(&address, &[newer(numbered(2)), numbered(3)]);
        assert_eq!(again.counts(), [0, 1, 1, 0, 0], "{kind}");
        // New documents stand in front of those that were there.
        let expected = [newer(numbered(2)), numbered(1), numbered(3)];
        other.load(&other.address(kind), &expected);
        let (found, expected) = (files(&desk.path(path_of(kind))), files(&other.path(path_of(kind))));
        if kind == "parquet" {
            for table in ["documents", "targets", "tasks", "diagnostics", "organisations"] {
                let name = format!("parquet/{table}.parquet");
                assert_eq!(parquet_rows(&desk.path(&name)), parquet_rows(&other.path(&name)));
            }
        } else {
            assert!(found == expected, "{kind}");
        }
        assert_eq!(desk.load(&address, &[newer(numbered(2))]).counts(), [0, 0, 1, 0, 0], "{kind}");
    }
}

#[test]
fn replace_replaces_what_the_same_rules_made() {
    for kind in KINDS {
        let desk = Desk::new();
        let address = desk.address(kind);
        desk.load(&address, &[numbered(1)]);
        let options = Options { replace: true };
        let path = desk.path("records.jsonl");
        assert_eq!(load_with(&[path], &address, options).counts(), [0, 1, 0, 0, 0], "{kind}");
    }
}

#[test]
fn folders_hold_more_than_records() {
    let desk = Desk::new();
    desk.write("out/a/1.json", &exact(&numbered(1)));
    desk.write("out/b.json", &exact(&numbered(2)).replace("{\"", "{\n\""));
    desk.write("out/records.jsonl", &(lines(&[numbered(3)]) + "{broken\n\n" + &lines(&[numbered(1)])));
    desk.write("out/manifest.json", r#"{"files": [{"doc_id": "0000000000000001"}]}"#);
    desk.write("out/report.json", "[1, 2]");
    desk.write("out/journal.jsonl", "{\"input\": \"a.txt\"}\n{\"input\"");
    desk.write("out/broken.json", "{\"schema_version\": \"1.0.0\", ");
    desk.write("out/half.json", r#"{"schema_version": "1.0.0", "doc_id": "0000000000000009"}"#);
    desk.write("out/notes.txt", "no record");
    desk.write("out/.hidden/9.json", &numbered(9).to_string());
    let loaded = load_paths(&[desk.path("out")], &desk.address("jsonl"));
    assert_eq!(loaded.counts(), [3, 0, 0, 1, 3]);
    assert_eq!(loaded.summary.left_alone, 4);
    assert_eq!(
        loaded.notices,
        [
            "broken.json: broken JSON: EOF while parsing a value at line 1 column 28",
            "half.json: breaks the contract: missing field `producer` at line 1 column 57",
            "records.jsonl:2: broken JSON: key must be a string at column 2",
            "records.jsonl:4: 0000000000000001 is 1.json",
        ]
    );
}

#[test]
fn records_that_break_the_contract_are_refused_everywhere() {
    let broken = [
        ("/assignments/2/scope", json!("t9"), "a3 names t9, which the record does not have"),
        ("/targets/1/id", json!("g1"), "g1 stands where g2 belongs"),
        ("/sections/1/parent", json!("s2"), "s2 stands before its parent"),
        ("/metadata/date_of_issue", json!("2023-02-29"), "date_of_issue \"2023-02-29\" is no day"),
        ("/doc_id", json!("00"), "doc_id \"00\" is not 16 hex digits"),
        ("/schema_version", json!("2.0.0"), "its contract version is 2.0.0, this program reads 1.0.0"),
        ("/tables/0/section", json!("t1"), "tb1 names t1, which the record does not have"),
    ];
    for kind in KINDS {
        let desk = Desk::new();
        let mut records = vec![numbered(100)];
        for (number, (pointer, value, _)) in (1..).zip(&broken) {
            let mut record = numbered(number);
            *record.pointer_mut(pointer).unwrap() = value.clone();
            records.push(record);
        }
        let loaded = desk.load(&desk.address(kind), &records);
        assert_eq!(loaded.counts(), [1, 0, 0, 0, broken.len() as u64], "{kind}");
        for (notice, (line, (_, _, why))) in loaded.notices.iter().zip((2..).zip(&broken)) {
            assert_eq!(*notice, format!("records.jsonl:{line}: {why}"));
        }
    }
}

#[test]
fn what_others_made_is_left_alone() {
    let desk = Desk::new();
    let check = |kind: &str, expect: &str| {
        let before = files(&desk.path(path_of(kind)));
        let loaded = desk.load(&desk.address(kind), &[numbered(1)]);
        assert!(loaded.error().contains(expect), "{}", loaded.error());
        assert!(files(&desk.path(path_of(kind))) == before, "{kind}");
    };
    desk.write("csv/tasks.csv", "doc_id\n");
    check("csv", "has no datapackage.json that gongwen wrote");
    desk.write("csv/notes.txt", "mine");
    check("csv", "holds `notes.txt`, which gongwen did not write");
    desk.write("parquet/documents.parquet", "PAR1");
    desk.write(
        "parquet/datapackage.json",
        r#"{"gongwen": {"layout_version": "0", "contract_version": "1.0.0"}}"#,
    );
    check("parquet", "its layout version is 0, this program writes 1");
    desk.write("all.jsonl", "{\"a\": 1}\n");
    check("jsonl", "its line 1 is no record");
    desk.write("plans.db", "this is no database, it is a text that is long enough");
    check("sqlite", "file is not a database");
}

#[test]
fn csv_says_what_it_holds() {
    let desk = Desk::new();
    desk.load(&desk.address("csv"), &[sample()]);
    let read = |name: &str| fs::read_to_string(desk.path("csv").join(name)).unwrap();
    let package: serde_json::Value = serde_json::from_str(&read("datapackage.json")).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), files(&desk.path("csv")).len() - 1);
    for resource in resources {
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        let content = read(resource["path"].as_str().unwrap());
        assert_eq!(content.lines().next().unwrap(), names.join(","));
        assert!(fields.iter().all(|field| !field["description"].as_str().unwrap().is_empty()));
    }
    assert!(read("targets.csv").contains(&format!(",2023,{LONG},较2023年,")), "{}", read("targets.csv"));
    assert!(
        read("tasks.csv").contains(",\"办好\\事\t，\"\"好\"\"\r\n\u{2028}😀𠮷\","),
        "{}",
        read("tasks.csv")
    );
    assert_eq!(
        read("contacts.csv"),
        "doc_id,position,field,value,span_start,span_end\n00000000000000a1,1,联系人,\"\",2,2\n"
    );
    assert_eq!(
        read("functions.csv"),
        "doc_id,org,position,function\n00000000000000a1,o1,1,education\n00000000000000a1,o1,2,sports\n"
    );
}

#[cfg(feature = "parquet")]
fn parquet_rows(path: &std::path::Path) -> Vec<String> {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
    reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect()
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_holds_values_and_lists() {
    let desk = Desk::new();
    desk.load(&desk.address("parquet"), &[sample(), numbered(2)]);
    let rows = |table: &str| parquet_rows(&desk.path(&format!("parquet/{table}.parquet")));
    let [first, second] = &rows("organisations")[..2] else { panic!("two organisations") };
    assert!(
        first.contains("name: \"县教育局\", aliases: [\"教体局\"], functions: [\"education\", \"sports\"]"),
        "{first}"
    );
    assert!(second.contains("aliases: [], functions: [], kind: \"collective\", level: null"), "{second}");
    let target = &rows("targets")[0];
    assert!(
        target.contains("value: 66.67, value_exact: \"66.67\", value_max: null, value_max_exact: null"),
        "{target}"
    );
    assert!(target.contains(&format!("baseline_value_exact: \"{LONG}\"")), "{target}");
    let document = &rows("documents")[0];
    assert!(document.contains("date_of_issue: 2024-02-29"), "{document}");
    assert!(rows("contacts")[0].contains("value: \"\""));
}
