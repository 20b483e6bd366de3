//! How often a thing is due, or that it goes on: `每年`, `长期坚持`.

use gongwen_lexicon::{WordSet, words};
use gongwen_text::chars::fold_width;
use std::sync::LazyLock;

/// Lists of words that say how often, in the order in which they rule.
const RHYTHMS: [(&str, &str); 8] = [
    ("due_every_year", "year"),
    ("due_every_half_year", "half_year"),
    ("due_every_semester", "semester"),
    ("due_every_quarter", "quarter"),
    ("due_every_month", "month"),
    ("due_every_week", "week"),
    ("due_every_day", "day"),
    ("due_ongoing", "ongoing"),
];

/// The words that say how often.
#[cfg(test)]
pub(crate) fn rhythms() -> impl Iterator<Item = &'static str> {
    RHYTHMS.iter().flat_map(|(list, _)| words(list)).copied()
}

/// How often a thing is due, or that it goes on.
pub(super) fn rhythm(text: &str) -> Option<&'static str> {
    // Every piece of every list of names comes by here, and hardly any says how often.
    static ANY: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&RHYTHMS.map(|(list, _)| list)));
    if !ANY.within(text) {
        return None;
    }
    // `2024年年底` holds no 年年.
    let counted = |word: &str, at: usize| {
        word.starts_with('年') && text[..at].ends_with(|c: char| fold_width(c).is_ascii_digit())
    };
    let says = |word: &&str| text.match_indices(word).any(|(at, _)| !counted(word, at));
    RHYTHMS.iter().find(|(list, _)| words(list).iter().any(says)).map(|&(_, every)| every)
}
