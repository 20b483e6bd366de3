//! Words that documents share.
//!
//! Every run of [`RUN`] characters of every document becomes a number (one rolling hash, one table for all), so that two
//! documents are held together in the time that it takes to read them once. Characters are compared, not hashes: a
//! collision costs time and never gives a wrong passage.

use crate::Plan;
use crate::comparison::{Passage, Reuse, ReusePair, ReuseSection, ReuseTotal};
use gongwen_record::CharSpan;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Shortest run of characters that counts: longer than the names and formulas that every plan uses.
pub const RUN: usize = 13;

/// Up to so many documents every one is held beside every other; beyond, only near ones are.
pub(crate) const EVERY_PAIR: usize = 100;

/// Sections down to this level are counted by themselves.
const LEVELS: u8 = 2;

/// The words that documents share. `near` are the pairs worth aligning, used when there are too many for every pair.
/// Records without text take no part.
pub(crate) fn reuse(plans: &[Plan<'_>], near: &[(usize, usize)]) -> Reuse {
    let mut table = Table::default();
    let docs: Vec<Folded> = plans
        .iter()
        .enumerate()
        .map(|(doc, plan)| Folded::of(plan.record.text.as_deref().unwrap_or_default(), doc, &mut table))
        .collect();
    let every_pair = plans.len() <= EVERY_PAIR;
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); docs.len()];
    if every_pair {
        for (doc, others) in partners.iter_mut().enumerate() {
            others.extend((0..docs.len()).filter(|other| *other != doc));
        }
    } else {
        for &(a, b) in near {
            partners[a].push(b);
            partners[b].push(a);
        }
    }
    let totals = plans.iter().zip(&docs).filter(|(plan, _)| plan.record.text.is_some());
    let totals = totals.map(|(plan, doc)| doc.total(plan, &table)).collect();
    let mut stamps = Stamps::new(table.owners.len());
    let mut found = Vec::new();
    for (other, others) in partners.iter_mut().enumerate() {
        others.sort_unstable();
        others.dedup();
        stamps.set(&docs[other], other);
        for &doc in others.iter() {
            if let Some(pair) = held(&plans[doc], &docs[doc], &plans[other], &docs[other], &stamps) {
                found.push(((doc, other), pair));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let pairs = found.into_iter().map(|(_, pair)| pair).collect();
    Reuse { run: RUN as u32, every_pair, totals, pairs }
}

/// A text without white space, with the code point of each character and the number of the run that begins there.
struct Folded {
    chars: Vec<char>,
    points: Vec<u32>,
    runs: Vec<u32>,
}

/// Numbers of runs, and for each the document that has it or [`SHARED`].
#[derive(Default)]
struct Table {
    numbers: HashMap<u64, u32>,
    owners: Vec<u32>,
}

/// The owner of a run that stands in several documents.
const SHARED: u32 = u32::MAX;
/// An odd multiplier with well mixed bits (the golden ratio).
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

impl Table {
    fn number(&mut self, hash: u64, doc: u32) -> u32 {
        match self.numbers.entry(hash) {
            Entry::Occupied(number) => {
                let owner = &mut self.owners[*number.get() as usize];
                if *owner != doc {
                    *owner = SHARED;
                }
                *number.get()
            }
            Entry::Vacant(free) => {
                self.owners.push(doc);
                *free.insert(self.owners.len() as u32 - 1)
            }
        }
    }
}

impl Folded {
    fn of(text: &str, doc: usize, table: &mut Table) -> Self {
        let kept = text.chars().enumerate().filter(|(_, c)| !c.is_whitespace());
        let (points, chars): (Vec<u32>, Vec<char>) = kept.map(|(at, c)| (at as u32, half_width(c))).unzip();
        let mut runs = Vec::with_capacity(chars.len().saturating_sub(RUN - 1));
        let leaves = (0..RUN).fold(1_u64, |power, _| power.wrapping_mul(BASE));
        let mut hash = 0_u64;
        for (at, &c) in chars.iter().enumerate() {
            hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(c) + 1);
            if let Some(gone) = at.checked_sub(RUN) {
                hash = hash.wrapping_sub(leaves.wrapping_mul(u64::from(chars[gone]) + 1));
            }
            if at + 1 >= RUN {
                runs.push(table.number(hash, doc as u32));
            }
        }
        Self { chars, points, runs }
    }

    fn total(&self, plan: &Plan<'_>, table: &Table) -> ReuseTotal {
        let (mut reused, mut end) = (0, 0);
        for (at, run) in self.runs.iter().enumerate() {
            if table.owners[*run as usize] == SHARED {
                reused += at + RUN - end.max(at);
                end = at + RUN;
            }
        }
        ReuseTotal {
            doc_id: plan.record.doc_id.to_string(),
            characters: self.chars.len() as u32,
            reused: reused as u32,
            share: share(reused, self.chars.len()),
        }
    }

    /// Code points of `count` characters from `at`.
    fn span(&self, at: usize, count: usize) -> CharSpan {
        CharSpan { start: self.points[at], end: self.points[at + count - 1] + 1 }
    }
}

/// Where each run first stands in the document that was set last.
struct Stamps {
    doc: Vec<u32>,
    at: Vec<u32>,
    current: u32,
}

impl Stamps {
    fn new(runs: usize) -> Self {
        Self { doc: vec![u32::MAX; runs], at: vec![0; runs], current: u32::MAX }
    }

    fn set(&mut self, folded: &Folded, doc: usize) {
        self.current = doc as u32;
        for (at, run) in folded.runs.iter().enumerate().rev() {
            self.doc[*run as usize] = self.current;
            self.at[*run as usize] = at as u32;
        }
    }

    fn place(&self, run: u32) -> Option<usize> {
        (self.doc[run as usize] == self.current).then(|| self.at[run as usize] as usize)
    }
}

/// For each place of a document how many characters before it stand in the other, and the longest passage: its length, where
/// it begins, where in the other. `None` when the two share nothing.
fn covered(doc: &Folded, in_other: &Folded, stamps: &Stamps) -> Option<(Vec<u32>, (usize, usize, usize))> {
    let mut covered = vec![0_u32; doc.chars.len() + 1];
    let (mut at, mut end) = (0, 0);
    let mut longest = (0, 0, 0);
    while let Some(&run) = doc.runs.get(at) {
        let length = stamps.place(run).map_or(0, |place| {
            let here = doc.chars[at..].iter().zip(&in_other.chars[place..]);
            let length = here.take_while(|(a, b)| a == b).count();
            if length > longest.0 {
                longest = (length, at, place);
            }
            length
        });
        if length < RUN {
            at += 1;
            continue;
        }
        covered[end.max(at) + 1..=at + length].fill(1);
        end = at + length;
        at = end - RUN + 1;
    }
    if end == 0 {
        return None;
    }
    for at in 1..covered.len() {
        covered[at] += covered[at - 1];
    }
    Some((covered, longest))
}

/// One document held against another, for which the stamps are set.
fn held(
    plan: &Plan<'_>,
    doc: &Folded,
    other: &Plan<'_>,
    in_other: &Folded,
    stamps: &Stamps,
) -> Option<ReusePair> {
    let (covered, longest) = covered(doc, in_other, stamps)?;
    let reused = covered[doc.chars.len()] as usize;
    let (count, here, there) = longest;
    let longest = Passage {
        characters: count as u32,
        span: doc.span(here, count),
        other_span: in_other.span(there, count),
    };
    let sections = plan.record.sections.iter().filter(|section| section.level <= LEVELS);
    let sections = sections.filter_map(|section| {
        let start = doc.points.partition_point(|point| *point < section.span.start);
        let end = doc.points.partition_point(|point| *point < section.span.end).max(start);
        let reused = covered[end] - covered[start];
        (reused > 0).then(|| ReuseSection {
            id: section.id,
            level: section.level,
            span: section.span,
            characters: (end - start) as u32,
            reused,
            share: share(reused as usize, end - start),
        })
    });
    Some(ReusePair {
        doc_id: plan.record.doc_id.to_string(),
        other_id: other.record.doc_id.to_string(),
        characters: doc.chars.len() as u32,
        reused: reused as u32,
        share: share(reused, doc.chars.len()),
        longest: Some(longest),
        sections: sections.collect(),
    })
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { (part as f64 / whole as f64 * 10_000.0).round() / 10_000.0 }
}

/// Full-width ASCII as half-width, everything else as it is.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => {
            char::from_u32(c as u32 - 0xfee0).expect("the block of full-width ASCII maps to ASCII")
        }
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of `a` that stand in `b`, by the table and by trying every run.
    fn check(a: &str, b: &str, expect: u32) {
        let chars = |text: &str| -> Vec<char> {
            text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect()
        };
        let mut table = Table::default();
        let (left, right) = (Folded::of(a, 0, &mut table), Folded::of(b, 1, &mut table));
        let mut stamps = Stamps::new(table.owners.len());
        stamps.set(&right, 1);
        let found = covered(&left, &right, &stamps).map_or(0, |(covered, _)| covered[left.chars.len()]);
        assert_eq!(found, expect, "{a} in {b}");

        let (left, right) = (chars(a), chars(b));
        let mut hit = vec![false; left.len()];
        for at in 0..(left.len() + 1).saturating_sub(RUN) {
            if right.windows(RUN).any(|run| run == &left[at..at + RUN]) {
                hit[at..at + RUN].fill(true);
            }
        }
        assert_eq!(hit.iter().filter(|hit| **hit).count() as u32, expect, "{a} in {b}, one by one");
    }

    #[test]
    fn shared_runs_are_counted_once() {
        let run = "零一二三四五六七八九十甲乙";
        check(run, run, 13);
        check(&run[3..], run, 0);
        check(&format!("前{run}后"), &format!("别的{run}话"), 13);
        check(&format!("{run}丙丁，{run}"), &format!("{run}丙丁"), 28);
        check("零一二三四五六七 八九\n十甲乙", run, 13);
        check("（一）０１２３４５６７８９甲", "(一)0123456789甲", 14);
        check("", run, 0);
        check("啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊", "啊啊啊啊啊啊啊啊啊啊啊啊啊啊", 20);
    }
}
