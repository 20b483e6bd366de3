//! Word lists as data: `data/cues/*.toml`, each a table of `name = ["word", …]`.

mod lists;

use lists::Lists;
use std::sync::LazyLock;

/// The files, each named after the stage that reads it.
const FILES: [(&str, &str); 7] = [
    ("columns", include_str!("../data/cues/columns.toml")),
    ("duty", include_str!("../data/cues/duty.toml")),
    ("layout", include_str!("../data/cues/layout.toml")),
    ("metadata", include_str!("../data/cues/metadata.toml")),
    ("page", include_str!("../data/cues/page.toml")),
    ("target", include_str!("../data/cues/target.toml")),
    ("topics", include_str!("../data/cues/topics.toml")),
];

/// The lists by a hash of their name: stages ask for lists by name thousands of times a document.
struct Index {
    lists: Lists,
    /// Places among the lists from 1; 0 is an empty slot.
    slots: [u16; SLOTS],
}

/// Slots of the index, a power of two well above the number of lists.
const SLOTS: usize = 1024;

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut lists = Lists::default();
    for (file, text) in FILES {
        lists.read(text).unwrap_or_else(|e| panic!("data/cues/{file}.toml is well formed: {e}"));
    }
    assert!(lists.named.len() * 2 < SLOTS, "more cue lists than the index is made for");
    let mut slots = [0u16; SLOTS];
    for (number, (name, _)) in lists.named.iter().enumerate() {
        let mut at = slot(name);
        while slots[at] != 0 {
            let other = lists.named[usize::from(slots[at]) - 1].0;
            assert!(other != *name, "list `{name}` stands twice in the cue files");
            at = (at + 1) % SLOTS;
        }
        slots[at] = number as u16 + 1;
    }
    Index { lists, slots }
});

fn slot(name: &str) -> usize {
    let hash = name.bytes().fold(name.len(), |hash, byte| hash.wrapping_mul(31) ^ usize::from(byte));
    (hash ^ hash >> 10) % SLOTS
}

/// The words of a list, in file order.
///
/// # Panics
/// When no cue file has a list of that name: a mistake in the program, found by any test that runs the stage.
pub fn words(list: &str) -> &'static [&'static str] {
    let Index { lists, slots } = &*INDEX;
    let mut at = slot(list);
    while slots[at] != 0 {
        let (name, place) = &lists.named[usize::from(slots[at]) - 1];
        if *name == list {
            return &lists.words[place.clone()];
        }
        at = (at + 1) % SLOTS;
    }
    panic!("no cue list named `{list}`")
}

/// All lists with their words, in the order of the files.
pub fn lists() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    let lists = &INDEX.lists;
    lists.named.iter().map(|(name, place)| (*name, &lists.words[place.clone()]))
}

/// The text of every table, in a fixed order: what the hash of the tables in force is taken over.
pub fn sources() -> impl Iterator<Item = &'static str> {
    let tables = [
        include_str!("../data/agencies.tsv"),
        include_str!("../data/divisions.tsv"),
        include_str!("../data/functions.tsv"),
        include_str!("../data/topics.tsv"),
    ];
    FILES.iter().map(|(_, text)| *text).chain(tables)
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_are_sound() {
        for (name, words) in super::lists() {
            let mut seen = std::collections::BTreeSet::new();
            for word in words {
                assert!(!word.is_empty() && seen.insert(word), "{name}: `{word}` is empty or twice");
            }
        }
    }
}
