//! Targets that count the same thing, and whether their values may be compared.

use super::compare_values::{comparability, differences, order};
use super::pair::{Pair, TargetPair, round};
use super::vocabulary::{Units, contrasts, plain, units};
use super::words::named;
use crate::{Plan, TargetUnit};
use gongwen_record::Target;
use std::collections::BTreeSet;

/// From this score on two targets count the same thing.
const PAIR: f64 = 0.6;

/// What a pair gains when the tasks in which the targets stand are a pair.
const PAIRED_TASKS: f64 = 0.15;

/// What it gains when both sentences use the same named instrument, under paired tasks.
const SAME_INSTRUMENT: f64 = 0.3;

/// Likeness of an indicator to one that says the same and more, under paired tasks.
const CONTAINED: f64 = 0.6;

/// What a pair keeps for each thing that speaks against it: one names a rank, place or age and the other does not;
/// units of other kinds; groups of other names; a part (`其中…`) against a whole.
const AGAINST: f64 = 0.65;

/// What it keeps for each thing that only hints: units of kindred kinds, a group on one side alone.
const DOUBT: f64 = 0.85;

/// What it keeps when the two indicators end in other words: the last word is the thing that is counted.
const OTHER_HEAD: f64 = 0.8;

/// A target as it is compared.
struct Counted<'p, 'r> {
    unit: &'p TargetUnit<'r>,
    grams: Vec<(char, char)>,
    /// Its last two characters.
    head: String,
    contrasts: Vec<(usize, &'static str)>,
    instruments: Vec<String>,
}

/// Pairs of one indicator, one to one, the most alike first. The lists name targets of the plans.
pub(super) fn pair_targets(
    (a, left): (&Plan<'_>, &[usize]),
    (b, right): (&Plan<'_>, &[usize]),
    tasks: &[Pair],
) -> Vec<TargetPair> {
    let tasks: BTreeSet<(usize, usize)> = tasks.iter().map(|pair| (pair.a.index(), pair.b.index())).collect();
    let left: Vec<Counted> = left.iter().map(|at| counted(&a.targets[*at])).collect();
    let right: Vec<Counted> = right.iter().map(|at| counted(&b.targets[*at])).collect();
    let mut scored = Vec::new();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            let under = x.unit.task.zip(y.unit.task).is_some_and(|pair| tasks.contains(&pair));
            let score = score(x, y, under);
            if score >= PAIR {
                scored.push((score, i, j));
            }
        }
    }
    // Ties go to what stands at the same place, which is the same seen from the other side.
    let near = |i: usize, j: usize| (i.abs_diff(j), i + j);
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| near(x.1, x.2).cmp(&near(y.1, y.2))));
    let (mut taken_a, mut taken_b) = (vec![false; left.len()], vec![false; right.len()]);
    let mut pairs = Vec::new();
    for (score, i, j) in scored {
        if !taken_a[i] && !taken_b[j] {
            (taken_a[i], taken_b[j]) = (true, true);
            let (a, b) = (left[i].unit.target, right[j].unit.target);
            let differs = differences(a, b);
            let comparable = comparability(&differs);
            let order = order(a, b, &comparable);
            pairs.push(TargetPair {
                a: a.id,
                b: b.id,
                score: round(score.min(1.0)),
                comparable,
                differs,
                order,
            });
        }
    }
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    pairs
}

/// A target with itself.
pub(super) fn same_target(target: &Target<'_>) -> TargetPair {
    let comparable = comparability(&[]);
    let order = order(target, target, &comparable);
    TargetPair { a: target.id, b: target.id, score: 1.0, comparable, differs: Vec::new(), order }
}

fn counted<'p, 'r>(unit: &'p TargetUnit<'r>) -> Counted<'p, 'r> {
    let indicator = plain(unit.target.indicator.as_deref().unwrap_or(&unit.target.quote));
    let mut instruments = Vec::new();
    named(unit.sentence, &mut instruments);
    let head = indicator.chars().skip(indicator.chars().count().saturating_sub(2)).collect();
    Counted { unit, grams: grams(&indicator), head, contrasts: contrasts(&indicator), instruments }
}

/// Pairs of characters, sorted; a lone character pairs with nothing.
fn grams(text: &str) -> Vec<(char, char)> {
    let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut grams: Vec<(char, char)> = match chars.as_slice() {
        [one] => vec![(*one, ' ')],
        _ => chars.windows(2).map(|pair| (pair[0], pair[1])).collect(),
    };
    grams.sort_unstable();
    grams.dedup();
    grams
}

fn score(a: &Counted<'_, '_>, b: &Counted<'_, '_>, under_paired_tasks: bool) -> f64 {
    let common = a.grams.iter().filter(|gram| b.grams.binary_search(gram).is_ok()).count();
    let (least, all) = (a.grams.len().min(b.grams.len()), a.grams.len() + b.grams.len());
    if common == 0 || a.contrasts.iter().any(|x| b.contrasts.iter().any(|y| x.0 == y.0 && x.1 != y.1)) {
        return 0.0;
    }
    let (x, y) = (a.unit.target, b.unit.target);
    let units = units(&x.unit, &y.unit);
    let named = a.instruments.iter().any(|name| b.instruments.contains(name));
    let dice = 2.0 * common as f64 / all as f64;
    let mut score = if named && under_paired_tasks && units == Units::Same {
        // Both count the same unit of one named thing: it is enough that one indicator lies in the other.
        (common as f64 / least as f64 + SAME_INSTRUMENT).min(1.0)
    } else if under_paired_tasks && units == Units::Same && common == least {
        // One says the other's words and more: 接种率 beside 国家免疫规划疫苗接种率, in the same measure.
        dice.max(CONTAINED)
    } else {
        dice
    };
    let against = [
        a.contrasts != b.contrasts,
        units == Units::Other,
        x.part_of.is_some() != y.part_of.is_some(),
        super::compare_values::other_groups(x, y),
    ];
    score *= against.iter().filter(|speaks| **speaks).fold(1.0, |kept, _| kept * AGAINST);
    let doubts = [units == Units::Kindred, x.group.is_some() != y.group.is_some()];
    score *= doubts.iter().filter(|doubts| **doubts).fold(1.0, |kept, _| kept * DOUBT);
    if a.head != b.head {
        score *= OTHER_HEAD;
    }
    if under_paired_tasks { score + PAIRED_TASKS } else { score }
}
