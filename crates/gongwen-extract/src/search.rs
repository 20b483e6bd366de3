//! A few words, looked for in a long text; white space, looked for in words.

use aho_corasick::{AhoCorasick, packed};
use gongwen_text::chars::skip_han;

/// Whether white space stands in words, which are common Chinese characters for the most part: those are passed over.
pub(crate) fn holds_blank(words: &str) -> bool {
    let mut at = skip_han(words.as_bytes(), 0);
    while let Some(c) = words[at..].chars().next() {
        if c.is_whitespace() {
            return true;
        }
        at = skip_han(words.as_bytes(), at + c.len_utf8());
    }
    false
}

/// The vectorised search where the processor has it, an automaton elsewhere.
#[derive(Debug)]
pub(crate) enum Search {
    Packed(packed::Searcher),
    Automaton(AhoCorasick),
}

impl Search {
    /// A search for these words: at most 32, or the vectors are half as wide.
    ///
    /// # Panics
    /// When the words are too many for an automaton.
    pub(crate) fn new<W: AsRef<[u8]> + Ord + Clone>(words: &[W]) -> Self {
        let runs = alike(words);
        // Words go round the groups in turn. Where a run has no word left its last one stands again, so that the next run
        // keeps its group.
        let rows = runs.iter().map(Vec::len).max().unwrap_or(0);
        let turns = (0..rows).flat_map(|row| runs.iter().map(move |run| &run[row.min(run.len() - 1)]));
        packed::Searcher::new(turns).map_or_else(
            || Self::Automaton(AhoCorasick::new(words).expect("a few short words make an automaton")),
            Self::Packed,
        )
    }

    /// Every place where a word stands that begins behind the start of the one before.
    pub(crate) fn each(&self, text: &str, mut found: impl FnMut(usize)) {
        let mut at = 0;
        let next = |at: usize| match self {
            Self::Packed(search) => {
                search.find_in(text, aho_corasick::Span { start: at, end: text.len() }).map(|m| m.start())
            }
            Self::Automaton(search) => {
                search.find(aho_corasick::Input::new(text).range(at..)).map(|m| m.start())
            }
        };
        while let Some(place) = next(at) {
            found(place);
            at = place + 1;
        }
    }
}

/// Groups that the vectors tell apart, twice as many where words are more than these.
const GROUPS: usize = 8;
const FEW: usize = ROWS * GROUPS;

/// Words of one group.
const ROWS: usize = 4;

/// Bytes of a word that the vectors look at, at most.
const TOLD: usize = 4;

/// The words in groups that let little else through. What the vectors know of a group is which halves of bytes occur at
/// each place: the fewer they are, the fewer other words have them. Words that sort together begin alike, so the groups are
/// runs of the sorted words, cut where the sum of what they let through is least.
fn alike<W: AsRef<[u8]> + Ord + Clone>(words: &[W]) -> Vec<Vec<W>> {
    let mut sorted = words.to_vec();
    sorted.sort_unstable();
    let told = sorted.iter().map(|word| word.as_ref().len()).min().unwrap_or(0).min(TOLD);
    let groups = if sorted.len() > FEW { 2 * GROUPS } else { GROUPS };
    let rows = ROWS.max(sorted.len().div_ceil(groups));
    // For each group, and each number of words up to its end: the least sum, and where the group begins.
    let mut ends = vec![vec![(u64::MAX, 0); sorted.len() + 1]];
    ends[0][0].0 = 0;
    for group in 0..groups.min(sorted.len()) {
        let mut next = vec![(u64::MAX, 0); sorted.len() + 1];
        for (from, &(sum, _)) in ends[group].iter().enumerate().filter(|(_, end)| end.0 < u64::MAX) {
            let mut halves = [[0_u16; 2]; TOLD];
            for (word, to) in sorted[from..].iter().zip(from + 1..).take(rows) {
                for (halves, byte) in halves.iter_mut().zip(word.as_ref()) {
                    halves[0] |= 1 << (byte >> 4);
                    halves[1] |= 1 << (byte & 15);
                }
                let occur = halves[..told].iter().flatten().map(|half| u64::from(half.count_ones()));
                next[to] = next[to].min((sum + occur.product::<u64>(), from));
            }
        }
        ends.push(next);
    }
    let cuts = ends[1..].iter().rev();
    cuts.map(|end| sorted.split_off(end[sorted.len()].1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_a_group() {
        for count in [0, 1, 7, 25, 32, 33, 64] {
            let words: Vec<String> = (0..count).map(|number| format!("{:04}词", number * 37 % 64)).collect();
            let runs = alike(&words);
            let mut sorted = words.clone();
            sorted.sort_unstable();
            let mut all = runs.concat();
            all.sort_unstable();
            assert_eq!(all, sorted);
            assert!(runs.iter().all(|run| (1..=ROWS).contains(&run.len())), "{runs:?}");
        }
    }
}
