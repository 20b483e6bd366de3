//! Targets: pairs by overlapping quotes; a hit = same value, value_max, unit and comparator.

use crate::answers::{Answers, Target};
use crate::counts::{Counts, Share};
use crate::fold::{bigram_f1, fold, share};
use crate::matching::best_pairs;
use crate::score::PartScore;
use std::collections::BTreeMap;
use std::ops::Range;

/// Indicators this alike or more are the same (contract).
const SAME_INDICATOR: f64 = 0.6;

/// Beside the hits: of all pairs, how many agree in measure, frequency, deadline, modality, group and indicator.
pub(crate) fn score(gold: &Answers, found: &Answers) -> PartScore {
    let want: Vec<Quoted<'_>> = gold.targets.iter().map(Quoted::of).collect();
    let have: Vec<Quoted<'_>> = found.targets.iter().map(Quoted::of).collect();
    let overlap = overlaps(&want, &have, found);
    let pairs = pair(&want, &have, &overlap);

    let mut part = PartScore::default();
    let mut hits = 0;
    let (mut left, mut right) = (vec![true; want.len()], vec![true; have.len()]);
    let mut beside: BTreeMap<&'static str, Share> =
        ATTRIBUTES.iter().map(|name| (*name, Share::default())).collect();
    for (g, f) in pairs {
        let same = agreements(&want[g], &have[f]);
        for (name, same) in ATTRIBUTES.iter().zip(same) {
            beside.entry(name).or_default().add(same);
            if !same {
                part.remarks.push(differing(name, want[g].target, have[f].target));
            }
        }
        if same_quantity(&want[g], &have[f]) {
            hits += 1;
            left[g] = false;
            right[f] = false;
        }
    }
    part.beside = beside;
    part.counts = Counts { hits, gold: want.len() as u32, found: have.len() as u32 };
    let lines = |list: &[Quoted<'_>], open: &[bool]| -> Vec<String> {
        list.iter().zip(open).filter(|(_, open)| **open).map(|(one, _)| line(one.target)).collect()
    };
    part.missed = lines(&want, &left);
    part.invented = lines(&have, &right);
    part
}

const ATTRIBUTES: [&str; 6] = ["measure", "frequency", "deadline", "modality", "group", "indicator"];

/// A target with its texts folded once.
struct Quoted<'a> {
    target: &'a Target,
    quote: Vec<char>,
    unit: String,
    group: Option<String>,
}

impl<'a> Quoted<'a> {
    fn of(target: &'a Target) -> Self {
        Self {
            target,
            quote: fold(&target.quote).chars().collect(),
            unit: fold(&target.unit),
            group: target.group.as_deref().map(fold),
        }
    }
}

fn same_quantity(gold: &Quoted<'_>, found: &Quoted<'_>) -> bool {
    let (g, f) = (gold.target, found.target);
    same_number(g.value, f.value)
        && same_number(g.value_max, f.value_max)
        && gold.unit == found.unit
        && g.comparator == f.comparator
}

fn same_number(left: Option<f64>, right: Option<f64>) -> bool {
    match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => (left - right).abs() <= 1e-9 * left.abs().max(right.abs()),
        _ => false,
    }
}

fn agreements(gold: &Quoted<'_>, found: &Quoted<'_>) -> [bool; 6] {
    let (g, f) = (gold.target, found.target);
    let once = |target: &Target| target.frequency.clone().unwrap_or_else(|| "once".to_owned());
    let indicator = match (&g.indicator, &f.indicator) {
        (Some(g), Some(f)) => bigram_f1(g, f) >= SAME_INDICATOR,
        (g, f) => g.is_none() && f.is_none(),
    };
    [
        g.measure == f.measure,
        once(g) == once(f),
        g.deadline == f.deadline,
        g.modality == f.modality,
        gold.group == found.group,
        indicator,
    ]
}

/// Share of the shorter quote that both cover, by place where the record carries its text, else by the longest
/// common run of characters (at least half of the shorter one).
fn overlaps(want: &[Quoted<'_>], have: &[Quoted<'_>], found: &Answers) -> Vec<Vec<f64>> {
    let folded = found.text.as_deref().map(folded_places);
    let places: Vec<Option<Range<usize>>> = have
        .iter()
        .map(|one| {
            let (places, span) = (folded.as_ref().map(|(_, places)| places)?, one.target.span?);
            Some(*places.get(span.start)?..*places.get(span.end)?)
        })
        .collect();
    want.iter()
        .map(|gold| {
            let stands = folded.as_ref().map(|(text, _)| occurrences(text, &gold.quote)).unwrap_or_default();
            have.iter()
                .zip(&places)
                .map(|(found, place)| match place {
                    Some(place) if !stands.is_empty() => stands
                        .iter()
                        .map(|at| covered(&(*at..at + gold.quote.len()), place))
                        .fold(0.0, f64::max),
                    _ => alike(&gold.quote, &found.quote),
                })
                .collect()
        })
        .collect()
}

/// The text without white space and, for every code point of the original and its end, where it went.
fn folded_places(text: &str) -> (Vec<char>, Vec<usize>) {
    let (mut out, mut places) = (Vec::new(), Vec::new());
    let mut buffer = [0_u8; 4];
    for c in text.chars() {
        places.push(out.len());
        out.extend(fold(c.encode_utf8(&mut buffer)).chars());
    }
    places.push(out.len());
    (out, places)
}

fn occurrences(text: &[char], part: &[char]) -> Vec<usize> {
    if part.is_empty() || part.len() > text.len() {
        return Vec::new();
    }
    text.windows(part.len()).enumerate().filter(|(_, window)| *window == part).map(|(at, _)| at).collect()
}

fn covered(left: &Range<usize>, right: &Range<usize>) -> f64 {
    let common = left.end.min(right.end).saturating_sub(left.start.max(right.start));
    share(common, left.len().min(right.len()))
}

fn alike(left: &[char], right: &[char]) -> f64 {
    let shorter = left.len().min(right.len());
    if shorter == 0 {
        return 0.0;
    }
    let mut longest = 0;
    let mut row = vec![0_usize; right.len() + 1];
    for a in left {
        for at in (0..right.len()).rev() {
            row[at + 1] = if *a == right[at] { row[at] + 1 } else { 0 };
            longest = longest.max(row[at + 1]);
        }
    }
    if longest * 2 >= shorter { share(longest, shorter) } else { 0.0 }
}

/// Pairs within each group of targets whose quotes overlap: as many hits as can be, then as many pairs, then the
/// pairs that agree most.
fn pair(want: &[Quoted<'_>], have: &[Quoted<'_>], overlap: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut seen = vec![false; want.len()];
    for first in 0..want.len() {
        if seen[first] {
            continue;
        }
        let (mut golds, mut founds) = (vec![first], Vec::new());
        seen[first] = true;
        let mut next = 0;
        while next < golds.len() {
            for f in (0..have.len()).filter(|f| overlap[golds[next]][*f] > 0.0) {
                if !founds.contains(&f) {
                    founds.push(f);
                }
            }
            for g in 0..want.len() {
                if !seen[g] && founds.iter().any(|f| overlap[g][*f] > 0.0) {
                    seen[g] = true;
                    golds.push(g);
                }
            }
            next += 1;
        }
        let weights: Vec<Vec<f64>> = golds
            .iter()
            .map(|g| founds.iter().map(|f| weight(&want[*g], &have[*f], overlap[*g][*f])).collect())
            .collect();
        pairs.extend(best_pairs(&weights).into_iter().map(|(g, f)| (golds[g], founds[f])));
    }
    pairs.sort_unstable();
    pairs
}

fn weight(gold: &Quoted<'_>, found: &Quoted<'_>, overlap: f64) -> f64 {
    if overlap <= 0.0 {
        return 0.0;
    }
    let hit = if same_quantity(gold, found) { 10_000.0 } else { 0.0 };
    let near = if same_number(gold.target.value, found.target.value) { 50.0 } else { 0.0 };
    let agree = agreements(gold, found).map(|same| f64::from(u8::from(same))).iter().sum::<f64>();
    hit + 100.0 + near + agree + overlap
}

fn line(target: &Target) -> String {
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let upper = target.value_max.map(|value| format!("–{value}")).unwrap_or_default();
    format!("{} {}{upper} {} ← {}", target.comparator, number(target.value), target.unit, target.quote)
}

fn differing(name: &str, gold: &Target, found: &Target) -> String {
    let show = |target: &Target| -> String {
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        match name {
            "measure" => target.measure.clone(),
            "frequency" => text(&target.frequency),
            "deadline" => target.deadline.map_or_else(|| "–".to_owned(), |year| year.to_string()),
            "modality" => target.modality.clone(),
            "group" => text(&target.group),
            _ => text(&target.indicator),
        }
    };
    format!("{name}: {}, not {} ← {}", show(gold), show(found), gold.quote)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(quote: &str, value: f64, unit: &str) -> Target {
        let (quote, unit) = (quote.to_owned(), unit.to_owned());
        Target { quote, unit, value: Some(value), comparator: "eq".to_owned(), ..Target::default() }
    }

    fn check(gold: &[(&str, f64)], found: &[(&str, f64)], hits: u32, pairs: u32) {
        let list = |of: &[(&str, f64)]| of.iter().map(|(quote, value)| target(quote, *value, "人")).collect();
        let side = |of| Answers { targets: list(of), ..Answers::default() };
        let part = score(&side(gold), &side(found));
        assert_eq!((part.counts.hits, part.beside["measure"].of), (hits, pairs), "{gold:?} {found:?}");
    }

    #[test]
    fn one_quote_may_hold_several() {
        let quote = "培育甲类300人、乙类150人";
        check(&[(quote, 300.0), (quote, 150.0)], &[(quote, 150.0), (quote, 300.0)], 2, 2);
        check(&[(quote, 300.0), (quote, 150.0)], &[("乙类150人", 150.0)], 1, 1);
        check(&[(quote, 300.0)], &[("全年培训450人次", 300.0)], 0, 0);
        check(&[("到2025年，培训300人", 300.0)], &[("培训300人", 30.0)], 0, 1);
    }

    #[test]
    fn with_the_text_the_place_decides() {
        let text = "甲组培训30人。乙组培训30人。";
        let gold = Answers { targets: vec![target("乙组培训30人", 30.0, "人")], ..Answers::default() };
        let mut other = target("甲组培训30人", 30.0, "人");
        other.span = Some(crate::answers::Place { start: 0, end: 7 });
        let found = Answers { targets: vec![other], text: Some(text.to_owned()), ..Answers::default() };
        assert_eq!(score(&gold, &found).counts.hits, 0);
    }
}
