//! Action sections, one to one.

use super::features::cosines;
use super::pair::{Pair, Reason, Strength, round};
use super::words::Words;
use crate::{Plan, SectionRole, SectionUnit};
use gongwen_record::Id;

/// From this score on two sections are counterparts.
const PAIR: f64 = 0.33;

/// Pairs sections by title, topics, the words below them and the pairs among their tasks.
pub(super) fn pair_sections(a: &Plan<'_>, b: &Plan<'_>, tasks: &[Pair]) -> Vec<Pair> {
    let (left, right) = (actions(a), actions(b));
    let like = cosines(&words(a, &left), &words(b, &right));
    let mut scored = Vec::new();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            let topics = shared_topics(x, y);
            let all = x.topics.len() + y.topics.len() - topics.len();
            let like = &like[i][j];
            let linked = linked(x, y, tasks);
            // Headings of the genre (主要任务) are alike everywhere: without a pair of tasks or a topic they say nothing.
            if linked == 0.0 && topics.is_empty() {
                continue;
            }
            let mut weighed = vec![(0.3, like.title), (0.35, linked), (0.2, like.words.sqrt())];
            // Plans of themes that the topic table does not know are not the less alike for it.
            if all > 0 {
                weighed.push((0.15, topics.len() as f64 / all as f64));
            }
            let (sum, weights) = weighed.iter().fold((0.0, 0.0), |sum, (w, x)| (sum.0 + w * x, sum.1 + w));
            let score = sum / weights;
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

/// The share of each section's tasks that have a partner in the other, the mean of both.
fn linked(a: &SectionUnit<'_>, b: &SectionUnit<'_>, tasks: &[Pair]) -> f64 {
    let has = |task: usize, other: &SectionUnit<'_>, pick: fn(&Pair) -> (Id, Id)| {
        tasks.iter().map(pick).any(|(own, met)| own.index() == task && other.tasks.contains(&met.index()))
    };
    let share = |unit: &SectionUnit<'_>, other: &SectionUnit<'_>, pick: fn(&Pair) -> (Id, Id)| {
        let linked = unit.tasks.iter().filter(|task| has(**task, other, pick)).count();
        linked as f64 / unit.tasks.len().max(1) as f64
    };
    f64::midpoint(share(a, b, |pair| (pair.a, pair.b)), share(b, a, |pair| (pair.b, pair.a)))
}
