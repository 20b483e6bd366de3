//! From two plans to an alignment.

use super::pair::{Alignment, Pair, Reason, Relation, Strength, TargetPair, round};
use super::targets::pair_targets;
use crate::{Plan, SectionRole, TargetUnit};
use gongwen_record::Id;
use std::collections::BTreeSet;

/// Aligns two plans.
pub fn align(a: &Plan<'_>, b: &Plan<'_>) -> Alignment {
    let sections = best(&actions(a), &actions(b));
    let tasks = best(&tasks(a, true), &tasks(b, true));
    let targets = pair_targets(&targets(a, true), &targets(b, true));
    Alignment { relation: relation(a, b), sections, tasks, targets }
}

/// Pairs of a plan's body with its own annex.
pub(super) fn within(plan: &Plan<'_>) -> (Vec<Pair>, Vec<TargetPair>) {
    let tasks = best(&tasks(plan, true), &tasks(plan, false));
    (tasks, pair_targets(&targets(plan, true), &targets(plan, false)))
}

fn relation(a: &Plan<'_>, b: &Plan<'_>) -> Relation {
    if a.record.doc_id == b.record.doc_id {
        return Relation::Same;
    }
    let (a, b) = (&a.record.metadata, &b.record.metadata);
    let one = a.title.is_some() && a.title == b.title && a.division == b.division;
    if one { Relation::Versions } else { Relation::Peers }
}

struct Unit<'r> {
    id: Id,
    topics: Vec<&'r str>,
    grams: BTreeSet<(char, char)>,
}

fn unit<'r>(id: Id, topics: Vec<&'r str>, title: Option<&str>, text: &str) -> Unit<'r> {
    let words: Vec<char> = title.unwrap_or_default().chars().chain(text.chars()).collect();
    Unit { id, topics, grams: words.windows(2).map(|g| (g[0], g[1])).collect() }
}

fn actions<'r>(plan: &Plan<'r>) -> Vec<Unit<'r>> {
    let own = plan.sections.iter().filter(|unit| unit.role == SectionRole::Action);
    own.map(|s| unit(s.section.id, s.topics.clone(), s.section.title.as_deref(), s.words)).collect()
}

fn tasks<'r>(plan: &Plan<'r>, own: bool) -> Vec<Unit<'r>> {
    let own = plan.tasks.iter().filter(|unit| unit.own == own).map(|unit| unit.task);
    own.map(|t| unit(t.id, t.topics.iter().map(|c| &**c).collect(), t.title.as_deref(), &t.text)).collect()
}

fn targets<'p, 'r>(plan: &'p Plan<'r>, own: bool) -> Vec<&'p TargetUnit<'r>> {
    plan.targets.iter().filter(|unit| unit.own == own).collect()
}

fn best(a: &[Unit<'_>], b: &[Unit<'_>]) -> Vec<Pair> {
    let mut scored = Vec::new();
    for (i, left) in a.iter().enumerate() {
        for (j, right) in b.iter().enumerate() {
            let topics: Vec<String> =
                left.topics.iter().filter(|c| right.topics.contains(c)).map(|c| (*c).to_owned()).collect();
            let common = left.grams.intersection(&right.grams).count() as f64;
            let words = 2.0 * common / (left.grams.len() + right.grams.len()).max(1) as f64;
            let score = 0.7 * words + if topics.is_empty() { 0.0 } else { 0.3 };
            if score >= 0.4 {
                scored.push((score, i, j, Reason { topics, words: round(words), ..Reason::default() }));
            }
        }
    }
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut left, mut right) = (vec![false; a.len()], vec![false; b.len()]);
    let mut pairs = Vec::new();
    for (score, i, j, reason) in scored {
        if !left[i] && !right[j] {
            (left[i], right[j]) = (true, true);
            let (a, b) = (a[i].id, b[j].id);
            pairs.push(Pair { a, b, score: round(score), strength: Strength::Same, reason });
        }
    }
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    pairs
}
