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
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        // The vectors hold eight groups, and words go round them in turn: words that begin alike shall be in one group,
        // so that the group's bits let little else through.
        let rows = sorted.len().div_ceil(8).max(1);
        let turns = (0..rows).flat_map(|row| sorted.iter().skip(row).step_by(rows));
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
