//! Which pairs of documents are worth aligning.
//!
//! Plans that have something to do with each other share phrases that few others have: they follow one outline, cite one
//! programme, copy one neighbour. Documents are found through such phrases, never by trying every pair.

use crate::Plan;

/// Up to so many documents every pair is looked at.
const EVERY_PAIR: usize = 24;

/// Partners that one document keeps, the most alike first.
const PARTNERS: usize = 8;

/// Characters of a phrase.
const PHRASE: usize = 8;

/// One phrase in so many is looked at: the same ones in every document.
const SAMPLE: u64 = 16;

/// In how many of the documents behind it that hold a phrase a document looks for partners. A phrase that hundreds hold
/// costs no more than hundreds of phrases that a few hold.
const REACH: usize = 6;

/// Shared phrases (of those looked at) below which two documents have nothing to do with each other.
const LEAST: u32 = 2;

/// Pairs of documents to align, each once with the smaller index first, in order.
///
/// Up to 24 documents all pairs are given. Of more, each document has its eight nearest by shared rare phrases, so that
/// there are at most eight pairs a document; documents that share nothing have none. Time grows as the length of the
/// texts.
pub fn candidates(plans: &[Plan<'_>]) -> Vec<(usize, usize)> {
    if plans.len() <= EVERY_PAIR {
        return (0..plans.len()).flat_map(|a| (a + 1..plans.len()).map(move |b| (a, b))).collect();
    }
    let mut holders: Vec<(u64, u32)> = Vec::new();
    for (document, plan) in plans.iter().enumerate() {
        holders.extend(phrases(plan).into_iter().map(|phrase| (phrase, document as u32)));
    }
    holders.sort_unstable();
    let mut links: Vec<(u32, u32, u64)> = Vec::new();
    for group in holders.chunk_by(|x, y| x.0 == y.0) {
        for (at, (_, a)) in group.iter().enumerate() {
            // In whole numbers: sums are the same in every order.
            let weight = 1_000_000 / group.len() as u64;
            links.extend(group[at + 1..].iter().take(REACH).map(|(_, b)| (*a, *b, weight)));
        }
    }
    links.sort_unstable();
    let mut nearest: Vec<Vec<(u64, u32)>> = vec![Vec::new(); plans.len()];
    for pair in links.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        if pair.len() as u32 >= LEAST {
            let (a, b, _) = pair[0];
            let weight = pair.iter().map(|link| link.2).sum();
            nearest[a as usize].push((weight, b));
            nearest[b as usize].push((weight, a));
        }
    }
    let mut pairs = Vec::new();
    for (document, partners) in nearest.iter_mut().enumerate() {
        partners.sort_unstable_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
        let own = document as u32;
        pairs.extend(partners.iter().take(PARTNERS).map(|(_, other)| (own.min(*other), own.max(*other))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().map(|(a, b)| (a as usize, b as usize)).collect()
}

/// The sampled phrases of a plan's tasks as hashes, sorted, each once.
fn phrases(plan: &Plan<'_>) -> Vec<u64> {
    let mut found = Vec::new();
    for unit in plan.tasks.iter().filter(|unit| unit.own) {
        let codes: Vec<u64> = unit.task.text.chars().filter(|c| c.is_alphabetic()).map(u64::from).collect();
        // FNV-1a over characters: short, the same everywhere, good enough to sample by.
        let hash = |window: &[u64]| {
            let fold = |hash: u64, code: &u64| (hash ^ code).wrapping_mul(0x0100_0000_01b3);
            let hash = window.iter().fold(0xcbf2_9ce4_8422_2325, fold);
            hash ^ hash >> 29
        };
        found.extend(codes.windows(PHRASE).map(hash).filter(|hash| hash % SAMPLE == 0));
    }
    found.sort_unstable();
    found.dedup();
    found
}
