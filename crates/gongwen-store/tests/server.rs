//! Postgres, a real server: values, views, versions, a second load. Started by `scripts/test`; without a server every test is
//! named as not run.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed
#![allow(clippy::print_stdout)] // what was not run is said

#[path = "support/server.rs"]
mod server;
mod support;

use gongwen_store::{Query, layout, query};
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::json;
use server::{Database, VARIABLE, url};
use support::{Desk, LONG, newer, numbered, sample};

type Test = (&'static str, fn(&Database, &Desk));

const TESTS: [Test; 7] = [
    ("values_are_exact", values_are_exact),
    ("columns_have_comments", columns_have_comments),
    ("a_second_load_changes_no_row", a_second_load_changes_no_row),
    ("newer_rules_replace_a_document_whole", newer_rules_replace_a_document_whole),
    ("views_answer_as_those_of_sqlite", views_answer_as_those_of_sqlite),
    ("a_refused_record_leaves_the_others", a_refused_record_leaves_the_others),
    ("databases_of_others_are_left_alone", databases_of_others_are_left_alone),
];

fn main() {
    let arguments = Arguments::from_args();
    let url = url();
    if url.is_none() {
        println!(
            "NOT RUN: {} tests of Postgres ({VARIABLE} names no server; scripts/test starts one)",
            TESTS.len()
        );
    }
    let trials = TESTS.iter().map(|(name, test)| {
        let url = url.clone();
        let left_out = url.is_none();
        let run = move || {
            test(&Database::new(&url.ok_or_else(|| Failed::from("no server"))?), &Desk::new());
            Ok(())
        };
        Trial::test(*name, run).with_ignored_flag(left_out)
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(database: &Database, sql: &str, expect: Option<&str>) {
    let row = database.client().query_one(&format!("SELECT ({sql})::text"), &[]).unwrap();
    assert_eq!(row.get::<_, Option<String>>(0).as_deref(), expect, "{sql}");
}

/// Every row of every table with the transaction that wrote it, and which version of the row it is.
fn dump(database: &Database, physical: bool) -> Vec<String> {
    let mut client = database.client();
    let mut rows = Vec::new();
    for table in layout::flat() {
        let of = if physical { "xmin::text || ' ' || ctid::text || ' '" } else { "''" };
        let sql = format!("SELECT {of} || t::text FROM \"{}\" t ORDER BY t::text COLLATE \"C\"", table.name);
        rows.extend(
            client
                .query(&sql, &[])
                .unwrap()
                .iter()
                .map(|row| format!("{} {}", table.name, row.get::<_, String>(0))),
        );
    }
    rows
}

fn values_are_exact(database: &Database, desk: &Desk) {
    assert_eq!(desk.load(&database.address(), &[sample()]).counts(), [1, 0, 0, 0, 0]);
    check(database, "SELECT value FROM targets WHERE id = 'g1'", Some("66.67"));
    check(database, "SELECT baseline_value FROM targets WHERE id = 'g1'", Some(LONG));
    check(database, "SELECT baseline_value FROM targets WHERE id = 'g2'", None);
    check(database, "SELECT text FROM tasks WHERE id = 't1'", Some("办好\\事\t，\"好\"\r\n\u{2028}😀𠮷"));
    check(database, "SELECT text FROM tasks WHERE id = 't2'", Some("NULL \\N '' --"));
    check(database, "SELECT title FROM tasks WHERE id = 't1'", None);
    check(database, "SELECT value FROM website", Some("x'); DROP TABLE tasks;--"));
    check(database, "SELECT value FROM contacts", Some(""));
    check(database, "SELECT date_of_issue FROM documents", Some("2024-02-29"));
    check(database, "SELECT inherited FROM assignments WHERE id = 'a3'", Some("true"));
}

fn columns_have_comments(database: &Database, desk: &Desk) {
    desk.load(&database.address(), &[sample()]);
    let missing = "SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'gongwen_meta'
        AND col_description(c.oid, a.attnum) IS NULL";
    check(database, missing, Some("0"));
    check(
        database,
        "SELECT col_description('tasks'::regclass, 6) || obj_description('leads'::regclass)",
        Some(
            "Its title, white space removed; null when the first sentence is the whole content.who leads what: one row for each lead of a section or task, stated or inherited",
        ),
    );
}

fn a_second_load_changes_no_row(database: &Database, desk: &Desk) {
    let records: Vec<_> = (1..=20).map(numbered).collect();
    assert_eq!(desk.load(&database.address(), &records).counts(), [20, 0, 0, 0, 0]);
    let before = dump(database, true);
    assert_eq!(before.len(), 20 * 35);
    assert_eq!(desk.load(&database.address(), &records).counts(), [0, 0, 20, 0, 0]);
    assert!(dump(database, true) == before, "a second load wrote rows");
}

fn newer_rules_replace_a_document_whole(database: &Database, desk: &Desk) {
    desk.load(&database.address(), &[numbered(1), numbered(2)]);
    let before = dump(database, false);
    assert_eq!(desk.load(&database.address(), &[newer(numbered(1))]).counts(), [0, 1, 0, 0, 0]);
    let after = dump(database, false);
    let of_one = |rows: &[String]| rows.iter().filter(|row| row.contains("0000000000000001")).count();
    let of_two = |rows: &[String]| {
        rows.iter().filter(|row| row.contains("0000000000000002")).cloned().collect::<Vec<_>>()
    };
    assert_eq!((of_one(&before), of_one(&after)), (35, 33));
    assert_eq!(of_two(&before), of_two(&after));
    assert_eq!(desk.load(&database.address(), &[numbered(1), numbered(2)]).counts(), [0, 1, 1, 0, 0]);
    assert_eq!(dump(database, false), before);
}

fn views_answer_as_those_of_sqlite(database: &Database, desk: &Desk) {
    let mut records: Vec<_> = (1..=6).map(numbered).collect();
    records[1]["metadata"]["division"] = json!(null);
    records[2]["metadata"]["division"]["name"] = "乙县".into();
    records[3]["assignments"][0]["org"]["name"] = "Über局".into();
    records[4]["targets"][0]["indicator"] = "a指标".into();
    desk.load(&database.address(), &records);
    desk.load(&desk.address("sqlite"), &records);
    for view in layout::views() {
        let question = Query { view: view.name.into(), ..Query::default() };
        let (here, there) = (
            query(&database.address(), &question).unwrap(),
            query(&desk.address("sqlite"), &question).unwrap(),
        );
        assert_eq!(here, there, "{}", view.name);
        assert!(!here.rows.is_empty(), "{}", view.name);
    }
}

fn a_refused_record_leaves_the_others(database: &Database, desk: &Desk) {
    desk.load(&database.address(), &[numbered(1)]);
    database.client().batch_execute("ALTER TABLE targets ADD CONSTRAINT firm CHECK (value < 90)").unwrap();
    let mut records: Vec<_> = (2..=300).map(numbered).collect();
    records[100]["targets"][1]["value"] = json!(91);
    records[101]["tasks"][0]["text"] = "a\u{0}b".into();
    records[290] = newer(numbered(1));
    records[290]["targets"][0]["value"] = json!(92);
    let loaded = desk.load(&database.address(), &records);
    assert_eq!(loaded.counts(), [296, 0, 0, 0, 3]);
    assert!(loaded.notices[0].starts_with("records.jsonl:101: ") && loaded.notices[0].contains("\"firm\""));
    assert_eq!(
        loaded.notices[1],
        "records.jsonl:102: holds U+0000 in a row of tasks, which Postgres cannot store"
    );
    assert!(loaded.notices[2].starts_with("records.jsonl:291: "));
    check(database, "SELECT count(*) FROM documents", Some("297"));
    // The one that was to be replaced is there as it was.
    check(database, "SELECT count(*) FROM targets WHERE doc_id = '0000000000000001'", Some("2"));
    check(database, "SELECT count(*) FROM tasks WHERE doc_id = '0000000000000066'", Some("0"));
}

fn databases_of_others_are_left_alone(database: &Database, desk: &Desk) {
    let load = || desk.load(&database.address(), &[numbered(1)]);
    database.client().batch_execute("CREATE TABLE tasks (x int)").unwrap();
    assert!(load().error().contains("has a table or view `tasks` that gongwen did not make"));
    check(database, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", Some("1"));
    database.client().batch_execute("DROP TABLE tasks; CREATE TABLE gongwen_meta (x int)").unwrap();
    assert!(load().error().contains("has a table `gongwen_meta` that gongwen did not make"));
    database.client().batch_execute("DROP TABLE gongwen_meta; CREATE TABLE mine (x int)").unwrap();
    assert_eq!(load().counts(), [1, 0, 0, 0, 0]);
    database
        .client()
        .batch_execute("UPDATE gongwen_meta SET value = '0' WHERE key = 'layout_version'")
        .unwrap();
    let refused = desk.load(&database.address(), &[numbered(2)]);
    assert!(refused.error().contains("its layout version is 0, this program writes 1; nothing was changed"));
    check(database, "SELECT count(*) FROM documents", Some("1"));
}
