//! What holds of every alignment: a plan meets itself, two plans meet the same from either side, bad input is no error.

use gongwen::Converter;
use gongwen_compare::{Order, Pair, Plan, Relation, TargetPair, align, annex, candidates};
use gongwen_record::{Id, Record};
use proptest::prelude::*;

#[allow(dead_code)] // each test uses its own part
mod common;

fn record(text: &str) -> Record<'static> {
    Converter::default().convert(text.as_bytes(), "plan.txt").expect("a text can be read")
}

fn texts() -> Vec<String> {
    common::documents("corpus").into_values().map(|(_, text)| text).collect()
}

/// A plan of tasks under one action, written as a county would.
fn plan(title: &str, tasks: &[&str]) -> String {
    let items: String = tasks.iter().enumerate().map(|(i, task)| format!("{}.{task}\n", i + 1)).collect();
    format!(
        "{title}\n\n一、总体要求\n坚持预防为主。\n\n二、重点任务\n（一）健康促进行动\n{items}\n三、保障措施\n加强领导。\n"
    )
}

fn ids(pairs: &[Pair]) -> Vec<(Id, Id)> {
    pairs.iter().map(|pair| (pair.a, pair.b)).collect()
}

fn target_ids(pairs: &[TargetPair]) -> Vec<(Id, Id)> {
    pairs.iter().map(|pair| (pair.a, pair.b)).collect()
}

fn turned(order: Order) -> Order {
    match order {
        Order::ALower => Order::AHigher,
        Order::AHigher => Order::ALower,
        other => other,
    }
}

fn check_mirror(a: &Plan<'_>, b: &Plan<'_>) {
    let (there, back) = (align(a, b), align(b, a));
    assert_eq!(there.relation, back.relation);
    for (there, back) in [(&there.sections, &back.sections), (&there.tasks, &back.tasks)] {
        let mut back: Vec<Pair> =
            back.iter().map(|pair| Pair { a: pair.b, b: pair.a, ..pair.clone() }).collect();
        back.sort_by_key(|pair| (pair.a, pair.b));
        assert_eq!(*there, back);
    }
    let mut mirrored = back.targets.clone();
    for pair in &mut mirrored {
        (pair.a, pair.b, pair.order) = (pair.b, pair.a, turned(pair.order));
    }
    mirrored.sort_by_key(|pair| (pair.a, pair.b));
    assert_eq!(there.targets, mirrored);
}

#[test]
fn a_plan_meets_itself_unit_by_unit() {
    for text in texts() {
        let record = record(&text);
        let plan = Plan::new(&record);
        let found = align(&plan, &plan);
        assert_eq!(found.relation, Relation::Same);
        let own: Vec<(Id, Id)> =
            plan.tasks.iter().filter(|unit| unit.own).map(|unit| (unit.task.id, unit.task.id)).collect();
        assert_eq!(ids(&found.tasks), own);
        assert!(found.sections.iter().all(|pair| pair.a == pair.b));
        assert!(found.targets.iter().all(|pair| pair.a == pair.b && pair.order == Order::Equal));
    }
}

#[test]
fn an_edited_version_is_known_and_meets_its_units() {
    let texts = texts();
    let old = record(&texts[3]);
    // Wording all over, no unit touched.
    let new = record(&texts[3].replace("加强", "切实加强"));
    let (old, new) = (Plan::new(&old), Plan::new(&new));
    let found = align(&old, &new);
    assert_eq!(found.relation, Relation::Versions);
    let own: Vec<(Id, Id)> =
        old.tasks.iter().filter(|unit| unit.own).map(|unit| (unit.task.id, unit.task.id)).collect();
    let met: Vec<(Id, Id)> = ids(&found.tasks).into_iter().filter(|(a, b)| a == b).collect();
    assert_eq!(met, own, "every task meets its successor");
    assert!(found.sections.iter().all(|pair| pair.a == pair.b));
    assert_eq!(target_ids(&found.targets).len(), old.targets.len());
}

#[test]
fn plans_of_the_corpus_meet_the_same_from_either_side() {
    let records: Vec<_> = texts().iter().map(|text| record(text)).collect();
    let plans: Vec<Plan> = records.iter().map(Plan::new).collect();
    for (a, left) in plans.iter().enumerate() {
        for right in &plans[a + 1..] {
            check_mirror(left, right);
        }
    }
}

#[test]
fn nothing_to_compare_is_no_error() {
    let empty = record("。");
    let notes = record("关于召开会议的通知\n\n请各单位准时参加。\n");
    let full = record(&texts()[0]);
    for record in [&empty, &notes] {
        let (none, full) = (Plan::new(record), Plan::new(&full));
        let found = align(&none, &full);
        assert!(found.sections.is_empty() && found.tasks.is_empty() && found.targets.is_empty());
        assert_eq!(annex(&none), None);
        check_mirror(&none, &full);
    }
    assert_eq!(candidates(&[]), []);
    assert_eq!(candidates(&[Plan::new(&empty)]), []);
}

#[test]
fn a_record_without_its_text_aligns_by_its_tasks() {
    let (mut a, b) = (record(&texts()[3]), record(&texts()[1]));
    let whole = align(&Plan::new(&a), &Plan::new(&b));
    a.text = None;
    let bare = align(&Plan::new(&a), &Plan::new(&b));
    assert_eq!(ids(&bare.tasks), ids(&whole.tasks));
    assert_eq!(ids(&bare.sections), ids(&whole.sections));
}

#[test]
fn values_that_are_not_of_one_kind_are_set_apart() {
    let a = record(&plan(
        "青河县健康方案",
        &["发展指导员队伍。到2025年，培训社会体育指导员500人次。", "控制吸烟。公共场所吸烟率控制在20%以内。"],
    ));
    let b = record(&plan(
        "临川县健康方案",
        &["发展指导员队伍。每年培训社会体育指导员150人次。", "控制吸烟。公共场所吸烟率控制在15%以内。"],
    ));
    let (a, b) = (Plan::new(&a), Plan::new(&b));
    let found = align(&a, &b);
    let said: Vec<(bool, Order)> =
        found.targets.iter().map(|t| (t.comparable.is_comparable(), t.order)).collect();
    assert_eq!(said, [(false, Order::Undetermined), (true, Order::AHigher)]);
}

#[test]
fn many_documents_keep_a_few_partners_each() {
    let texts = texts();
    let records: Vec<_> = (0..60)
        .map(|at| {
            // Each leaves out another tenth of the lines of one of the plans; its head tells that it is one.
            let lines = texts[at % texts.len()]
                .lines()
                .enumerate()
                .filter(|(n, _)| *n < 12 || n % 10 != at / texts.len() % 10);
            record(&lines.map(|(_, line)| format!("{line}\n")).collect::<String>())
        })
        .collect();
    let plans: Vec<Plan> = records.iter().map(Plan::new).collect();
    let pairs = candidates(&plans);
    assert!(pairs.len() <= 8 * plans.len() && pairs.is_sorted() && pairs.iter().all(|(a, b)| a < b));
    // A plan that lost its heading 重点任务 has no tasks left to be found by.
    let with_tasks = (0..plans.len()).filter(|document| !plans[*document].tasks.is_empty());
    for document in with_tasks {
        let kin = |other: usize| other % texts.len() == document % texts.len();
        let partner = |(a, b): &(usize, usize)| (*a == document && kin(*b)) || (*b == document && kin(*a));
        assert!(pairs.iter().any(partner), "document {document} has a partner made of the same plan");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever lines two plans lose, they meet the same from either side.
    #[test]
    fn damaged_plans_meet_the_same_from_either_side(
        first in 0..5_usize, second in 0..5_usize,
        lost in prop::collection::vec(0..120_usize, 0..60),
        kept in 40..120_usize,
    ) {
        let texts = texts();
        let damaged = |text: &str, lost: &[usize]| -> String {
            text.lines().enumerate().filter(|(n, _)| !lost.contains(n)).take(kept).map(|(_, line)| format!("{line}\n")).collect()
        };
        let half = lost.len() / 2;
        let (a, b) = (record(&damaged(&texts[first], &lost[..half])), record(&damaged(&texts[second], &lost[half..])));
        check_mirror(&Plan::new(&a), &Plan::new(&b));
    }
}
