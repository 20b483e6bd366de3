//! Pairs found against pairs in gold.

use super::gold::{Aligned, Couple, TargetCouple};
use crate::score::{Part, PartScore};
use gongwen_compare::{Alignment, Difference, Pair, Plan, Strength, TargetPair};
use gongwen_record::{Id, IdKind};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn score(
    a: &Plan<'_>,
    b: &Plan<'_>,
    found: &Alignment,
    gold: &Aligned,
) -> BTreeMap<Part, PartScore> {
    let ids = |lists: &[&[Couple]]| -> BTreeSet<(Id, Id)> {
        lists.iter().flat_map(|list| list.iter()).map(Couple::ids).collect()
    };
    let sections = ids(&[&gold.sections_partial, &gold.frame_sections]);
    let tasks = ids(&[&gold.tolerated, &gold.also_valid, &gold.ledger.also_valid]);
    [
        (Part::Sections, units(a, b, &found.sections, &gold.sections, &sections)),
        (Part::Tasks, units(a, b, &found.tasks, &gold.tasks, &tasks)),
        (Part::Targets, targets(a, b, &found.targets, &gold.targets)),
    ]
    .into()
}

/// Sections or tasks. A pair of `aside` is neither hit nor miss.
pub(super) fn units(
    a: &Plan<'_>,
    b: &Plan<'_>,
    found: &[Pair],
    gold: &[Couple],
    aside: &BTreeSet<(Id, Id)>,
) -> PartScore {
    let mut score = PartScore::default();
    let wanted: BTreeMap<(Id, Id), Option<&str>> =
        gold.iter().map(|pair| (pair.ids(), pair.strength())).collect();
    score.counts.gold = wanted.len() as u32;
    let line = |x: Id, y: Id, more: &str| format!("{} ↔ {}{more}", name(a, x), name(b, y));
    for pair in found {
        let ids = (pair.a, pair.b);
        match wanted.get(&ids) {
            Some(strength) => {
                score.counts.hits += 1;
                score.counts.found += 1;
                if let Some(strength) = strength {
                    let said = if pair.strength == Strength::Same { "same" } else { "overlap" };
                    score.beside.entry("strength").or_default().add(said == *strength);
                    if said != *strength {
                        score.remarks.push(line(
                            pair.a,
                            pair.b,
                            &format!(": {strength} wanted, {said} said"),
                        ));
                    }
                }
            }
            None if aside.contains(&ids) => {}
            None => {
                score.counts.found += 1;
                score.invented.push(line(pair.a, pair.b, &format!(" ({:.2}: {})", pair.score, pair.reason)));
            }
        }
    }
    let said: BTreeSet<(Id, Id)> = found.iter().map(|pair| (pair.a, pair.b)).collect();
    for (&(x, y), strength) in wanted.iter().filter(|(ids, _)| !said.contains(ids)) {
        score.missed.push(line(x, y, &strength.map_or_else(String::new, |s| format!(" ({s})"))));
    }
    score
}

pub(super) fn targets(a: &Plan<'_>, b: &Plan<'_>, found: &[TargetPair], gold: &[TargetCouple]) -> PartScore {
    let mut score = PartScore::default();
    score.counts.gold = gold.len() as u32;
    score.counts.found = found.len() as u32;
    let line = |x: usize, y: usize| format!("{} ↔ {}", quote(a, x), quote(b, y));
    let mut hit: BTreeSet<(usize, usize)> = BTreeSet::new();
    for pair in found {
        let (x, y) = (pair.a.index(), pair.b.index());
        let Some(wanted) = gold.iter().find(|couple| (couple.a, couple.b) == (x, y)) else {
            score.invented.push(format!("{} ({:.2})", line(x, y), pair.score));
            continue;
        };
        hit.insert((x, y));
        score.counts.hits += 1;
        let aspects = [
            ("comparator", Difference::Comparator, &wanted.comparator),
            ("deadline", Difference::Deadline, &wanted.deadline),
            ("frequency", Difference::Frequency, &wanted.frequency),
            ("measure", Difference::Measure, &wanted.measure),
            ("modality", Difference::Modality, &wanted.modality),
        ];
        for (name, difference, wanted) in aspects {
            if let Some(wanted) = wanted {
                let differs = pair.differs.contains(&difference);
                score.beside.entry(name).or_default().add(differs == (wanted == "differs"));
            }
        }
    }
    let missed = gold.iter().filter(|couple| !hit.contains(&(couple.a, couple.b)));
    score.missed = missed.map(|couple| line(couple.a, couple.b)).collect();
    score
}

/// A unit as a person finds it: its identifier with title or first words.
pub(super) fn name(plan: &Plan<'_>, id: Id) -> String {
    let (title, text) = match id.kind {
        IdKind::Task => plan.tasks.get(id.index()).map(|u| (u.task.title.as_deref(), &*u.task.text)),
        _ => plan.sections.get(id.index()).map(|u| (u.section.title.as_deref(), u.words)),
    }
    .unwrap_or_default();
    let words: String = title.unwrap_or(text).chars().take(24).collect();
    format!("{id} {words}")
}

fn quote(plan: &Plan<'_>, index: usize) -> String {
    let quote = plan.targets.get(index).map_or("none", |unit| &unit.target.quote);
    format!("g{} {quote}", index + 1)
}
