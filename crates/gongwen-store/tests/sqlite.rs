//! SQLite: values, views, versions, as another program sees them.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed
#![cfg(feature = "sqlite")]

mod support;

use gongwen_store::{Answer, Cell, Filter, Query, layout, query};
use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::json;
use support::{Desk, LONG, exact, load_paths, newer, numbered, sample};

fn open(desk: &Desk) -> Connection {
    Connection::open(desk.path("plans.db")).unwrap()
}

/// Every row of every table.
fn dump(desk: &Desk) -> Vec<String> {
    let connection = open(desk);
    let mut rows = Vec::new();
    for table in layout::flat() {
        let columns: Vec<_> = (1..=table.key.len()).map(|i| i.to_string()).collect();
        let sql = format!("SELECT * FROM \"{}\" ORDER BY {}", table.name, columns.join(","));
        let mut statement = connection.prepare(&sql).unwrap();
        let width = statement.column_count();
        let found = statement.query_map([], |row| {
            Ok(format!(
                "{} {:?}",
                table.name,
                (0..width).map(|i| row.get::<_, Value>(i).unwrap()).collect::<Vec<_>>()
            ))
        });
        rows.extend(found.unwrap().map(Result::unwrap));
    }
    rows
}

fn check(desk: &Desk, sql: &str, expect: &Value) {
    let found: Value = open(desk).query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(&found, expect, "{sql}");
}

#[test]
fn values_are_exact() {
    let desk = Desk::new();
    let mut record = sample();
    record["tasks"][1]["title"] = "a\u{0}b".into();
    assert_eq!(desk.load(&desk.address("sqlite"), &[record]).counts(), [1, 0, 0, 0, 0]);
    let text = |text: &str| Value::Text(text.into());
    check(&desk, "SELECT value FROM targets WHERE id = 'g1'", &Value::Real(66.67));
    check(&desk, "SELECT value_exact FROM targets WHERE id = 'g1'", &text("66.67"));
    check(&desk, "SELECT value FROM targets WHERE id = 'g2'", &Value::Integer(1));
    check(&desk, "SELECT baseline_value_exact FROM targets WHERE id = 'g1'", &text(LONG));
    check(&desk, "SELECT baseline_value_exact FROM targets WHERE id = 'g2'", &Value::Null);
    check(&desk, "SELECT count(*) FROM targets WHERE value > 9", &Value::Integer(1));
    check(&desk, "SELECT text FROM tasks WHERE id = 't1'", &text("办好\\事\t，\"好\"\r\n\u{2028}😀𠮷"));
    check(&desk, "SELECT text FROM tasks WHERE id = 't2'", &text("NULL \\N '' --"));
    check(&desk, "SELECT title FROM tasks WHERE id = 't2'", &text("a\u{0}b"));
    check(&desk, "SELECT title FROM tasks WHERE id = 't1'", &Value::Null);
    check(&desk, "SELECT value FROM website", &text("x'); DROP TABLE tasks;--"));
    check(&desk, "SELECT value FROM contacts", &text(""));
    check(&desk, "SELECT inherited FROM assignments WHERE id = 'a3'", &Value::Integer(1));
    check(&desk, "SELECT count(*) FROM pragma_foreign_key_check", &Value::Integer(0));
    check(&desk, "PRAGMA integrity_check", &text("ok"));
}

#[test]
fn every_column_has_its_comment() {
    let desk = Desk::new();
    desk.load(&desk.address("sqlite"), &[sample()]);
    let missing = "SELECT count(*) FROM sqlite_schema s, pragma_table_info(s.name) c
        WHERE s.type = 'table' AND s.name NOT IN ('gongwen_meta', 'column_comments')
        AND NOT EXISTS (SELECT 1 FROM column_comments WHERE table_name = s.name AND column_name = c.name)";
    check(&desk, missing, &Value::Integer(0));
    let comment = "SELECT comment FROM column_comments WHERE table_name = 'tasks' AND column_name = 'origin'";
    check(&desk, comment, &Value::Text("Where it was printed.".into()));
}

#[test]
fn newer_rules_replace_a_document_whole() {
    let (desk, other) = (Desk::new(), Desk::new());
    let address = desk.address("sqlite");
    desk.load(&address, &[numbered(1), numbered(2)]);
    let before = dump(&desk);
    assert_eq!(desk.load(&address, &[numbered(2), numbered(1)]).counts(), [0, 0, 2, 0, 0]);
    assert_eq!(dump(&desk), before);
    assert_eq!(desk.load(&address, &[newer(numbered(1))]).counts(), [0, 1, 0, 0, 0]);
    other.load(&other.address("sqlite"), &[numbered(2), newer(numbered(1))]);
    assert_eq!(dump(&desk), dump(&other));
    assert_ne!(dump(&desk), before);
}

#[test]
fn databases_of_others_and_of_other_versions_are_left_alone() {
    let refused = |sql: &str, expect: &str| {
        let desk = Desk::new();
        desk.load(&desk.address("sqlite"), &[sample()]);
        if !sql.starts_with("UPDATE") {
            std::fs::remove_file(desk.path("plans.db")).unwrap();
        }
        open(&desk).execute_batch(sql).unwrap();
        let before = std::fs::read(desk.path("plans.db")).unwrap();
        let loaded = desk.load(&desk.address("sqlite"), &[numbered(2)]);
        assert!(loaded.error().contains(expect), "{}", loaded.error());
        assert!(std::fs::read(desk.path("plans.db")).unwrap() == before);
    };
    refused("CREATE TABLE Tasks (x)", "has a table or view `tasks` that gongwen did not make");
    refused("CREATE VIEW leads AS SELECT 1", "has a table or view `leads` that gongwen did not make");
    refused("CREATE TABLE gongwen_meta (x)", "has a table `gongwen_meta` that gongwen did not make");
    refused(
        "UPDATE gongwen_meta SET value = '0' WHERE key = 'layout_version'",
        "its layout version is 0, this program writes 1; nothing was changed",
    );
    refused(
        "UPDATE gongwen_meta SET value = '2.1.0' WHERE key = 'contract_version'",
        "its contract version is 2.1.0, this program writes 1.0.0; nothing was changed",
    );
    // Somebody's own tables of other names may stand beside ours.
    let desk = Desk::new();
    open(&desk).execute_batch("CREATE TABLE mine (x)").unwrap();
    assert_eq!(desk.load(&desk.address("sqlite"), &[sample()]).counts(), [1, 0, 0, 0, 0]);
}

#[test]
fn a_constraint_of_the_database_refuses_one_record() {
    let desk = Desk::new();
    let address = desk.address("sqlite");
    desk.load(&address, &[numbered(1)]);
    open(&desk)
        .execute_batch(
            "CREATE TRIGGER firm BEFORE INSERT ON targets WHEN NEW.value > 90
             BEGIN SELECT RAISE(ABORT, 'no more than 90'); END",
        )
        .unwrap();
    let mut much = numbered(3);
    much["targets"][1]["value"] = json!(91);
    let loaded = desk.load(&address, &[numbered(2), much, numbered(4)]);
    assert_eq!(loaded.counts(), [2, 0, 0, 0, 1]);
    assert!(loaded.notices[0].contains("records.jsonl:2") && loaded.notices[0].contains("no more than 90"));
    check(
        &desk,
        "SELECT group_concat(doc_id) FROM (SELECT doc_id FROM documents ORDER BY 1)",
        &Value::Text("0000000000000001,0000000000000002,0000000000000004".into()),
    );
    check(&desk, "SELECT count(*) FROM tasks WHERE doc_id = '0000000000000003'", &Value::Integer(0));
}

fn ask(desk: &Desk, view: &str, filters: &[(&str, &str)], limit: Option<u64>) -> Answer {
    let filter = |(column, value): &(&str, &str)| Filter { column: (*column).into(), value: (*value).into() };
    let question = Query { view: view.into(), filters: filters.iter().map(filter).collect(), limit };
    query(&desk.address("sqlite"), &question).unwrap()
}

fn shown(answer: &Answer) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Null => "-".to_owned(),
        Cell::Number(digits) => format!("#{digits}"),
        Cell::Text(text) => text.clone(),
    };
    answer.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn views_answer() {
    let desk = Desk::new();
    let mut other = numbered(2);
    other["metadata"]["division"]["code"] = "999998".into();
    other["metadata"]["division"]["name"] = "乙县".into();
    other["assignments"][2]["role"] = "responsible".into();
    // In this county the class of organisations leads, and a class is no department.
    other["assignments"][1]["role"] = "lead".into();
    other["assignments"][1]["scope"] = "t2".into();
    let path = desk.write("records.jsonl", &format!("{}\n{}\n", exact(&sample()), exact(&other)));
    load_paths(&[path], &desk.address("sqlite"));
    assert_eq!(
        shown(&ask(&desk, "top_leads", &[], None)),
        ["999998 乙县 - #0 #1", "999999 某县 县教育局 #1 #1"]
    );
    assert_eq!(
        shown(&ask(&desk, "lead_ranking", &[], None)),
        ["999998 乙县 collective #1 各乡镇 #1 #1", "999999 某县 unit #1 县教育局 #1 #1"]
    );
    assert_eq!(
        shown(&ask(&desk, "duties_by_function", &[("function", "sports")], None)),
        ["sports 999998 乙县 #0 #0 #1 #1", "sports 999999 某县 #1 #0 #0 #1"]
    );
    let without = ask(&desk, "tasks_without_lead", &[("county", "某县")], None);
    assert_eq!(without.rows.len(), 1);
    assert_eq!(without.rows[0][3], Cell::Text("无人".into()));
    let leads = shown(&ask(&desk, "leads", &[("county", "某县")], None));
    assert_eq!(leads.len(), 2);
    assert!(leads[1].contains("inherited t1 某县方案"), "{leads:?}");
    let targets = ask(&desk, "targets_by_indicator", &[("indicator", "覆盖率")], Some(1));
    assert_eq!(targets.rows.len(), 1);
    assert_eq!(targets.rows[0][5], Cell::Number("66.67".into()));
    for view in layout::views() {
        let answer = ask(&desk, view.name, &[], None);
        assert!(!answer.rows.is_empty(), "{}", view.name);
        for column in view.order {
            assert!(answer.columns.iter().any(|name| name == column), "{}.{column}", view.name);
        }
    }
}

#[test]
fn questions_that_make_no_sense_say_so() {
    let desk = Desk::new();
    desk.load(&desk.address("sqlite"), &[sample()]);
    let asked = |view: &str, column: Option<&str>| {
        let filters = column.map(|column| Filter { column: column.into(), value: "x".into() });
        let question = Query { view: view.into(), filters: filters.into_iter().collect(), limit: None };
        query(&desk.address("sqlite"), &question).unwrap_err().to_string()
    };
    assert!(asked("lead", None).contains("has no view `lead`; views: plans, leads"));
    assert!(
        asked("leads", Some("x\" OR 1=1 --")).contains("has no column `x\" OR 1=1 --`; columns: county_code")
    );
    open(&Desk::new()).execute_batch("CREATE TABLE mine (x)").unwrap();
}
