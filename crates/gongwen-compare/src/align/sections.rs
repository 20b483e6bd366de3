//! Action sections, one to one.

use super::features::likeness;
use super::pair::{Pair, Reason, Strength, round};
use super::words::Words;
use crate::{Plan, SectionRole, SectionUnit};

/// From this score on two sections are counterparts.
const PAIR: f64 = 0.4;

/// Pairs sections by title, topics, the words below them and the pairs among their tasks.
pub(super) fn pair_sections(a: &Plan<'_>, b: &Plan<'_>, tasks: &[Pair]) -> Vec<Pair> {
    let (left, right) = (actions(a), actions(b));
    let like = likeness(&words(a, &left), &words(b, &right));
    let mut scored = Vec::new();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            let topics = shared_topics(x, y);
            let all = x.topics.len() + y.topics.len() - topics.len();
            let topic = topics.len() as f64 / all.max(1) as f64;
            let linked = linked(x, y, tasks);
            let like = &like[i][j];
            let score = 0.4 * like.title + 0.2 * topic + 0.2 * linked + 0.2 * like.words.sqrt();
            if score >= PAIR {
                let strength = if score >= 0.5 { Strength::Same } else { Strength::Overlap };
                let title = Some(round(like.title));
                let reason = Reason {
                    topics,
                    title,
                    words: round(like.words),
                    instruments: Vec::new(),
                    sections_paired: false,
                };
                let (a, b) = (x.section.id, y.section.id);
                scored.push((i, j, Pair { a, b, score: round(score), strength, reason }));
            }
        }
    }
    // The best first; ties by nearness, which is the same seen from the other side.
    scored.sort_by(|x, y| y.2.score.total_cmp(&x.2.score).then_with(|| near(x.0, x.1).cmp(&near(y.0, y.1))));
    let (mut taken_a, mut taken_b) = (vec![false; left.len()], vec![false; right.len()]);
    let mut pairs = Vec::new();
    for (i, j, pair) in scored {
        if !taken_a[i] && !taken_b[j] {
            (taken_a[i], taken_b[j]) = (true, true);
            pairs.push(pair);
        }
    }
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    pairs
}

fn near(i: usize, j: usize) -> (usize, usize) {
    (i.abs_diff(j), i + j)
}

fn actions<'p, 'r>(plan: &'p Plan<'r>) -> Vec<&'p SectionUnit<'r>> {
    plan.sections.iter().filter(|unit| unit.role == SectionRole::Action).collect()
}

fn words(plan: &Plan<'_>, sections: &[&SectionUnit<'_>]) -> Vec<Words> {
    let text = |unit: &&SectionUnit<'_>| {
        let mut text = unit.words.to_owned();
        for &task in &unit.tasks {
            let task = plan.tasks[task].task;
            text.push('\n');
            text.push_str(task.title.as_deref().unwrap_or_default());
            text.push('\n');
            text.push_str(&task.text);
        }
        Words::of(unit.section.title.as_deref().unwrap_or_default(), &text)
    };
    sections.iter().map(text).collect()
}

fn shared_topics(a: &SectionUnit<'_>, b: &SectionUnit<'_>) -> Vec<String> {
    let mut shared: Vec<String> =
        a.topics.iter().filter(|code| b.topics.contains(code)).map(|code| (*code).to_owned()).collect();
    shared.sort_unstable();
    shared
}

/// Scores of the pairs between the tasks of two sections, as a share of the shorter list.
fn linked(a: &SectionUnit<'_>, b: &SectionUnit<'_>, tasks: &[Pair]) -> f64 {
    let between =
        tasks.iter().filter(|pair| a.tasks.contains(&pair.a.index()) && b.tasks.contains(&pair.b.index()));
    // In whole steps: a sum of fractions would depend on which plan comes first.
    let sum: u64 = between.map(|pair| (pair.score * 10_000.0).round() as u64).sum();
    (sum as f64 / 10_000.0 / a.tasks.len().min(b.tasks.len()).max(1) as f64).min(1.0)
}
