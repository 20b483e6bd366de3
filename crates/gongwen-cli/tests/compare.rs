//! `gongwen compare` and `gongwen diff`, from outside: what they write, what they refuse, what hostile words become.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed

mod desk;

use desk::{Desk, PLAN, stderr};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// A plan above the small plan: other numbers, another title, which the small plan cites in [`CITING`].
const ABOVE: &str = "甲市节水行动方案（2024—2026年）\n\n一、总体要求\n把水用好。\n二、重点任务\n（一）推进农业节水。到2026年，农业用水效率达到60%以上，节水设施覆盖率达到50%。\n（二）推进工业节水。到2026年，工业用水重复利用率达到90%以上。\n";
const CITING: &str = "乙县节水行动方案（2024—2026年）\n\n根据《甲市节水行动方案（2024—2026年）》，制定本方案。\n一、总体要求\n把水用好。\n二、重点任务\n（一）推进农业节水。到2026年，农业用水效率达到65%以上，节水设施覆盖率达到40%。\n（二）推进生活节水。到2026年，节水器具普及率达到80%以上。\n";

const FILES: [&str; 8] = [
    "alignment.jsonl",
    "cascade.csv",
    "comparison.json",
    "coverage.csv",
    "duties.csv",
    "index.html",
    "reuse.csv",
    "targets.csv",
];

fn corpus(name: &str) -> String {
    format!("{}/../../corpus/{name}.txt", env!("CARGO_MANIFEST_DIR"))
}

fn all_of_the_corpus() -> Vec<String> {
    [
        "pingluo-640221-plan",
        "kundulun-150203-plan",
        "linyi-140821-plan",
        "tunxi-341002-plan",
        "hongsibu-640303-ledger",
    ]
    .map(corpus)
    .to_vec()
}

fn compared(desk: &Desk, folder: &str) -> Value {
    serde_json::from_slice(&fs::read(desk.path(folder).join("comparison.json")).unwrap()).unwrap()
}

fn table(desk: &Desk, path: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(desk.path(path)).unwrap();
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let head = lines.next().unwrap();
    lines.map(|line| head.iter().cloned().zip(line).collect()).collect()
}

#[test]
fn five_documents_become_a_report_whose_figures_name_their_places() {
    let desk = Desk::with(&[]);
    let paths = all_of_the_corpus();
    let mut args: Vec<&str> = vec!["convert", "-o", "out"];
    args.extend(paths.iter().map(String::as_str));
    desk.check(&args, 0);
    let output = desk.check(&["compare", "out", "-o", "report"], 0);
    assert_eq!(desk.files("report"), FILES);
    assert!(stderr(&output).contains("5 documents, 10 pairs aligned"), "{}", stderr(&output));
    let comparison = compared(&desk, "report");
    let schema: Value =
        serde_json::from_slice(&desk.check(&["schema", "--of", "comparison"], 0).stdout).unwrap();
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&comparison).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");

    let texts: BTreeMap<String, Vec<char>> = desk
        .files("out")
        .iter()
        .filter(|name| name.ends_with(".txt.json"))
        .map(|name| {
            let record = desk.record(&format!("out/{name}"));
            (
                record["doc_id"].as_str().unwrap().to_owned(),
                record["text"].as_str().unwrap().chars().collect(),
            )
        })
        .collect();
    let mut places = 0;
    for value in values(&comparison) {
        let text = &texts[value["doc_id"].as_str().unwrap()];
        let at = |key: &str| usize::try_from(value["span"][key].as_u64().unwrap()).unwrap();
        let words: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(words, value["quote"].as_str().unwrap());
        places += 1;
    }
    assert!(places > 50, "{places}");

    let page = fs::read_to_string(desk.path("report/index.html")).unwrap();
    assert!(page.len() < 2_000_000, "{}", page.len());
    for missing in [" src=", "@import", "url(", "http://", "https://"] {
        assert!(!page.contains(missing), "the page needs no network, but holds {missing}");
    }
    let again = desk.check(&["compare", "out", "-o", "again", "-q"], 0);
    assert_eq!(again.stderr, b"");
    assert_eq!(desk.tree("report"), desk.tree("again"));
}

/// Every value of every indicator.
fn values(comparison: &Value) -> Vec<&Value> {
    let list = |value: &Value, key: &str| -> Vec<Value> { value[key].as_array().unwrap().clone() };
    assert!(!list(comparison, "targets").is_empty());
    let families = comparison["targets"].as_array().unwrap().iter();
    let indicators = families.flat_map(|family| family["indicators"].as_array().unwrap());
    indicators.flat_map(|indicator| indicator["values"].as_array().unwrap()).collect()
}

#[test]
fn values_of_one_indicator_agree_in_measure_and_frequency() {
    let desk = Desk::with(&[]);
    let paths = all_of_the_corpus();
    let mut args: Vec<&str> = vec!["compare", "-o", "report"];
    args.extend(paths.iter().map(String::as_str));
    desk.check(&args, 0);
    let comparison = compared(&desk, "report");
    let mut compared = 0;
    for family in comparison["targets"].as_array().unwrap() {
        let indicators = family["indicators"].as_array().unwrap();
        if indicators.len() > 1 {
            let said = !family["apart"].as_array().unwrap().is_empty() || family["several"] == true;
            assert!(said, "apart without a reason: {family}");
        }
        for indicator in indicators {
            let docs: Vec<&Value> =
                indicator["values"].as_array().unwrap().iter().map(|value| &value["doc_id"]).collect();
            compared += usize::from(docs.len() > 1);
            let mut once = docs.clone();
            once.dedup();
            assert_eq!(docs.len(), once.len(), "one value a document: {indicator}");
        }
    }
    assert!(compared >= 4, "{compared} indicators compared");
    for finding in comparison["findings"].as_array().unwrap().iter().filter(|one| one["kind"] == "spread") {
        let (low, high) = (&finding["lowest"], &finding["highest"]);
        // A range that touches the other value is neither above nor below it.
        let top = if low["value_max"].is_null() { &low["value"] } else { &low["value_max"] };
        let ranges = !low["value_max"].is_null() || !high["value_max"].is_null();
        assert!(!ranges || top.as_f64() < high["value"].as_f64() || finding["equal"] == true, "{finding}");
        assert!(low["doc_id"] != high["doc_id"] || finding["equal"] == true, "{finding}");
    }
}

#[test]
fn targets_of_a_cited_plan_are_followed() {
    let desk = Desk::with(&[("in/a.txt", ABOVE.as_bytes()), ("in/b.txt", CITING.as_bytes())]);
    desk.check(&["compare", "in", "-o", "report"], 0);
    let rows = table(&desk, "report/cascade.csv");
    let changes: Vec<(&str, &str, &str)> = rows
        .iter()
        .map(|row| (row["change"].as_str(), row["parent_value"].as_str(), row["child_value"].as_str()))
        .collect();
    assert_eq!(
        changes,
        [("raised", "60", "65"), ("lowered", "50", "40"), ("dropped", "90", ""), ("added", "", "80")]
    );
    assert!(rows.iter().all(|row| row["parent_source"].len() + row["child_source"].len() > 16));
}

#[test]
fn shared_words_are_counted_in_runs() {
    let shared = "充分利用公共科技场馆和科普教育基地开展活动";
    let desk = Desk::with(&[
        ("in/a.txt", format!("甲县方案\n一、任务\n{shared}。独有的话。\n").as_bytes()),
        ("in/b.txt", format!("乙县办法\n一、工作\n大力{shared}吧。\n").as_bytes()),
        ("in/c.txt", "丙县计划\n一、事项\n充分利用公共科技场馆和\n".as_bytes()),
    ]);
    desk.check(&["compare", "in", "-o", "report"], 0);
    let rows = table(&desk, "report/reuse.csv");
    let whole: Vec<&BTreeMap<String, String>> = rows.iter().filter(|row| row["section"].is_empty()).collect();
    assert_eq!(whole.len(), 2, "two documents share a run, the third only eleven characters");
    let count = shared.chars().count().to_string();
    assert!(whole.iter().all(|row| row["reused"] == count && row["longest"] == count), "{whole:?}");
}

/// Words that would run in a page, in a terminal or in a spreadsheet.
const HOSTILE: &str = "某县<script>alert(1)</script>方案\n\n一、\"onload='x'总体\u{202e}要求\n=cmd|' /C calc'!A0\n二、重点任务\n（一）推进</script>农业节水。到2026年，=HYPERLINK(1)新建灌区3处。牵头单位：=县水务局\n（二）<img src=x onerror=alert(1)>工业节水。改造企业。\n";

#[test]
fn hostile_words_stay_words() {
    let desk = Desk::with(&[
        ("in/a.txt", HOSTILE.as_bytes()),
        ("in/b.txt", HOSTILE.replace("3处", "5处").replace("某县", "另县").as_bytes()),
        ("in/\u{202e}=c.txt", PLAN.as_bytes()),
    ]);
    desk.check(&["compare", "in", "-o", "report"], 0);
    let page = fs::read_to_string(desk.path("report/index.html")).unwrap();
    assert_eq!(page.matches("<script").count(), 1, "the page's own");
    assert_eq!(page.matches("</script").count(), 1);
    for hostile in ["<img", "onload='", "\u{202e}", "alert(1)</"] {
        assert!(!page.contains(hostile), "{hostile}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("[U+202E]"));
    for name in
        FILES.iter().filter(|name| std::path::Path::new(name).extension().is_some_and(|end| end == "csv"))
    {
        let text = fs::read_to_string(desk.path("report").join(name)).unwrap();
        for cell in text.split([',', '\n']) {
            assert!(!cell.trim_start_matches('"').starts_with(['=', '@']), "{name}: {cell}");
        }
    }
    let terminal = desk.check(&["diff", "in/a.txt", "in/b.txt"], 0).stdout;
    let terminal = String::from_utf8(terminal).unwrap();
    assert!(!terminal.contains('\u{202e}') && !terminal.contains('\u{1b}'));
}

#[test]
fn odd_inputs_are_named() {
    let one =
        String::from_utf8(Desk::with(&[("a.txt", PLAN.as_bytes())]).check(&["convert", "a.txt"], 0).stdout)
            .unwrap();
    let newer = one.replacen("\"schema_version\":\"1.0.0\"", "\"schema_version\":\"2.0.0\"", 1);
    let minor = one
        .replacen("\"schema_version\":\"1.0.0\"", "\"schema_version\":\"1.9.0\"", 1)
        .replacen("\"doc_id\":\"", "\"doc_id\":\"00", 1)
        .replace("3处", "4处");
    let desk = Desk::with(&[
        ("one.json", one.as_bytes()),
        ("copy.json", one.as_bytes()),
        ("newer.json", newer.as_bytes()),
        ("minor.json", minor.as_bytes()),
        ("stray.json", one.replacen("\"id\":\"g1\"", "\"id\":\"g99\"", 1).as_bytes()),
        ("cut.json", &one.as_bytes()[..one.len() / 2]),
        ("lines.jsonl", format!("{one}{{\"schema_version\":\"1.0.0\"}}\n").as_bytes()),
        ("version.txt", PLAN.replace("把水用好。", "把水用好，把水管好。").as_bytes()),
        ("plan.txt", PLAN.as_bytes()),
        ("none.txt", "某县概况\n某县位于某省。\n".as_bytes()),
    ]);
    let says = |args: &[&str], code: i32, words: &str| {
        let args: Vec<&str> = ["compare"].iter().chain(args).copied().chain(["-o", "report"]).collect();
        let says = stderr(&desk.check(&args, code));
        assert!(says.contains(words), "{args:?}: {says}");
        assert!(says.lines().all(|line| line.len() < 400), "{says}");
    };
    says(&["one.json"], 0, "only one document");
    says(
        &["one.json", "copy.json"],
        0,
        "has the same text as plan.txt and is counted once".replace("plan.txt", "a.txt").as_str(),
    );
    says(&["one.json", "newer.json"], 1, "newer.json: record 1 is of contract version 2.0.0");
    says(&["newer.json"], 2, "no records to compare");
    says(&["one.json", "minor.json"], 0, "contract versions 1.0.0, 1.9.0");
    says(&["one.json", "cut.json"], 1, "cut.json: record 1 is cut or damaged");
    says(&["one.json", "stray.json"], 1, "the record is unsound: g99");
    says(&["lines.jsonl"], 1, "lines.jsonl: record 2 is no record of version 1.0.0");
    says(&["plan.txt", "version.txt"], 0, "two versions of one plan, not two counties");
    says(&["plan.txt", "none.txt"], 0, "records without targets");
    says(&["missing.json"], 2, "missing.json");
    assert_eq!(desk.files("report"), FILES, "nothing half written is left");
}

#[test]
fn records_without_text_are_compared_without_shared_words() {
    let desk = Desk::with(&[("in/a.txt", ABOVE.as_bytes()), ("in/b.txt", CITING.as_bytes())]);
    desk.check(&["convert", "in", "-o", "out", "--no-text"], 0);
    let output = desk.check(&["compare", "out", "-o", "report"], 0);
    assert!(stderr(&output).contains("records without text"), "{}", stderr(&output));
    assert_eq!(compared(&desk, "report")["reuse"]["pairs"], Value::Array(Vec::new()));
    assert!(fs::read_to_string(desk.path("report/index.html")).unwrap().contains("id=\"d1-g1\""));
}

#[test]
fn two_documents_are_held_together_in_every_form() {
    let desk = Desk::with(&[("a.txt", ABOVE.as_bytes()), ("b.txt", CITING.as_bytes())]);
    let shown = String::from_utf8(desk.check(&["diff", "a.txt", "b.txt"], 0).stdout).unwrap();
    for words in ["≥60 % by 2026", "≥65 % by 2026", "a lower", "Only in a", "[-60-]{+65+}"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let json: Value =
        serde_json::from_slice(&desk.check(&["diff", "a.txt", "b.txt", "--json"], 0).stdout).unwrap();
    let schema: Value =
        serde_json::from_slice(&desk.check(&["schema", "--of", "difference"], 0).stdout).unwrap();
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&json).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(json["tasks"].as_array().unwrap().len(), 1, "{json}");
    desk.check(&["diff", "a.txt", "b.txt", "--html", "page.html", "--lang", "en"], 0);
    assert!(fs::read_to_string(desk.path("page.html")).unwrap().contains("<html lang=\"en\""));
    desk.check(&["diff", "a.txt", "missing.txt"], 2);
    desk.check(&["diff", "a.txt", "."], 2);
}
