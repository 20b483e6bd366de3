//! Targets that count the same thing.

use super::pair::{Comparability, Difference, Order, TargetPair, round};
use crate::TargetUnit;
use gongwen_record::{Comparator, Target};
use std::cmp::Ordering;

/// Pairs of one indicator, one to one, the most alike first.
pub(super) fn pair_targets(a: &[&TargetUnit<'_>], b: &[&TargetUnit<'_>]) -> Vec<TargetPair> {
    let mut scored = Vec::new();
    for (i, left) in a.iter().enumerate() {
        for (j, right) in b.iter().enumerate() {
            let score = likeness(left.target, right.target);
            if score >= 0.6 {
                scored.push((score, i, j));
            }
        }
    }
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut left, mut right) = (vec![false; a.len()], vec![false; b.len()]);
    let mut pairs = Vec::new();
    for (score, i, j) in scored {
        if !left[i] && !right[j] {
            (left[i], right[j]) = (true, true);
            pairs.push(pair(a[i].target, b[j].target, score));
        }
    }
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    pairs
}

fn likeness(a: &Target<'_>, b: &Target<'_>) -> f64 {
    let words = |t: &Target<'_>| t.indicator.as_deref().unwrap_or(&t.quote).chars().collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let pairs = |w: &[char]| w.windows(2).map(|g| (g[0], g[1])).collect::<std::collections::BTreeSet<_>>();
    let (a, b) = (pairs(&a), pairs(&b));
    2.0 * a.intersection(&b).count() as f64 / (a.len() + b.len()).max(1) as f64
}

fn pair(a: &Target<'_>, b: &Target<'_>, score: f64) -> TargetPair {
    let differs = differences(a, b);
    let barriers: Vec<Difference> = differs.iter().copied().filter(|d| *d <= Difference::Direction).collect();
    let order = if barriers.is_empty() { order(a, b) } else { Order::Undetermined };
    let comparable =
        if barriers.is_empty() { Comparability::Comparable } else { Comparability::Apart(barriers) };
    TargetPair { a: a.id, b: b.id, score: round(score), comparable, differs, order }
}

fn differences(a: &Target<'_>, b: &Target<'_>) -> Vec<Difference> {
    let upper = |c: Comparator| matches!(c, Comparator::Le | Comparator::Lt);
    let all = [
        (Difference::Unit, a.unit != b.unit),
        (Difference::Measure, a.measure != b.measure),
        (Difference::Group, a.group != b.group),
        (Difference::Frequency, a.frequency != b.frequency),
        (Difference::Direction, upper(a.comparator) != upper(b.comparator)),
        (Difference::Comparator, a.comparator != b.comparator),
        (Difference::Deadline, a.deadline != b.deadline),
        (Difference::Modality, a.modality != b.modality),
        (Difference::Baseline, a.baseline != b.baseline),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(difference, _)| difference).collect()
}

fn order(a: &Target<'_>, b: &Target<'_>) -> Order {
    if a.value_max.is_some() || b.value_max.is_some() {
        let (a_max, b_max) = (a.value_max.unwrap_or(a.value), b.value_max.unwrap_or(b.value));
        return match () {
            () if a_max < b.value => Order::ALower,
            () if b_max < a.value => Order::AHigher,
            () => Order::RangesTouch,
        };
    }
    match a.value.cmp(&b.value) {
        Ordering::Less => Order::ALower,
        Ordering::Greater => Order::AHigher,
        Ordering::Equal => Order::Equal,
    }
}
