//! `gongwen eval --alignments`: the table, what was missed by name, figures to hold, and clear refusals.

#![allow(clippy::unwrap_used)] // a test that cannot run has failed

mod desk;

use desk::Desk;
use serde_json::Value;

/// A second county's plan of the same theme.
const OTHER: &str = "别县节约用水方案（2024—2026年）\n\n一、总体要求\n节约用水。\n二、重点任务\n（一）推进农业节水。到2026年，新建灌区5处。\n（二）推进城镇节水。更换老旧水表。\n";

const GOLD: &str =
    r#"{"pairs":{"one|two":{"tasks":[["t1","t1","same"],["t2","t2","same"]],"targets":[{"a":0,"b":0}]}}}"#;

fn desk() -> Desk {
    let desk = Desk::with(&[("in/one.txt", desk::PLAN.as_bytes()), ("in/two.txt", OTHER.as_bytes())]);
    desk.put("gold.json", GOLD.as_bytes());
    desk.check(&["convert", "in", "-o", "out"], 0);
    desk
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn what_was_missed_is_named() {
    let desk = desk();
    let out = text(&desk.check(&["eval", "--alignments", "gold.json", "out"], 0).stdout);
    assert!(out.contains("one | two") && out.contains("tasks"), "{out}");
    assert!(out.contains("missed (1)") && out.contains("t2 推进工业节水 ↔ t2 推进城镇节水 (same)"), "{out}");
}

#[test]
fn figures_can_be_held() {
    let desk = desk();
    let json = desk
        .check(&["eval", "--alignments", "gold.json", "out", "--json", "--write-scores", "scores.json"], 0);
    let report: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(report["documents"][0]["parts"]["tasks"]["hits"], 1);
    assert_eq!(report["documents"][0]["parts"]["targets"]["f1"], 1.0);
    desk.check(&["eval", "--alignments", "gold.json", "out", "--fail-under", "scores.json"], 0);
    desk.put("scores.json", br#"{"one | two":{"tasks":1.0}}"#);
    let fallen = desk.check(&["eval", "--alignments", "gold.json", "out", "--fail-under", "scores.json"], 1);
    assert!(text(&fallen.stderr).contains("one | two: tasks was 1.0000"), "{}", text(&fallen.stderr));
}

#[test]
fn what_cannot_be_scored_is_refused() {
    let desk = desk();
    let refused = |args: &[&str]| text(&desk.check(args, 2).stderr);
    assert!(refused(&["eval", "out"]).contains("--gold"));
    assert!(refused(&["eval", "--alignments", "none.json", "out"]).contains("none.json"));
    desk.put("broken.json", b"{\"pairs\": 3}");
    assert!(refused(&["eval", "--alignments", "broken.json", "out"]).contains("broken.json"));
    desk.put("others.json", br#"{"pairs":{"three|four":{}}}"#);
    assert!(
        refused(&["eval", "--alignments", "others.json", "out"]).contains("no record is named in the gold")
    );
}
