//! The agency table in memory: words of organisation names, found from the right.
//!
//! Chinese organisation names carry their head at the end (`县教育局`), so names are read backwards and the
//! words are kept in a trie of reversed spellings. Owns `data/agencies.tsv` and `data/functions.tsv`; how words
//! make up a name is the parent's business.

use super::functions::{Functions, function_bit};
use crate::word_set::last_character;
use std::sync::LazyLock;

/// What a word may be in a name; one bit each, a word may be several.
pub(super) mod class {
    pub(in crate::agency) const WORD: u32 = 1;
    pub(in crate::agency) const SHORT: u32 = 1 << 1;
    pub(in crate::agency) const NAME: u32 = 1 << 2;
    pub(in crate::agency) const PARTY: u32 = 1 << 3;
    pub(in crate::agency) const LEAGUE: u32 = 1 << 4;
    pub(in crate::agency) const HOST: u32 = 1 << 5;
    pub(in crate::agency) const LEVEL: u32 = 1 << 6;
    pub(in crate::agency) const SEAT: u32 = 1 << 7;
    pub(in crate::agency) const TOWN: u32 = 1 << 8;
    pub(in crate::agency) const STRONG: u32 = 1 << 9;
    pub(in crate::agency) const WEAK: u32 = 1 << 10;
    pub(in crate::agency) const PEER: u32 = 1 << 11;
    pub(in crate::agency) const FILLER: u32 = 1 << 12;
    pub(in crate::agency) const JOINT: u32 = 1 << 13;
    pub(in crate::agency) const MANY: u32 = 1 << 14;
    pub(in crate::agency) const VAGUE: u32 = 1 << 15;
    pub(in crate::agency) const NONE: u32 = 1 << 16;
    pub(in crate::agency) const REST: u32 = 1 << 17;
    pub(in crate::agency) const MEMBERS: u32 = 1 << 18;

    /// The class a row of the table names.
    pub(in crate::agency) fn named(name: &str) -> Option<u32> {
        Some(match name {
            "word" => WORD,
            "short" => SHORT,
            "name" => NAME,
            "party" => PARTY,
            "league" => LEAGUE,
            "host" => HOST,
            "level" => LEVEL,
            "seat" => SEAT,
            "town" => TOWN,
            "strong" => STRONG,
            "weak" => WEAK,
            "peer" => PEER,
            "filler" => FILLER,
            "joint" => JOINT,
            "class" => MANY,
            "vague" => VAGUE,
            "none" => NONE,
            "rest" => REST,
            "members" => MEMBERS,
            _ => return None,
        })
    }

    /// Classes whose codes are those of a function.
    pub(in crate::agency) const FUNCTION: u32 = WORD | SHORT | NAME | PARTY | LEAGUE | REST;
}

/// What a word is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// Bits of [`class`].
    pub(super) classes: u32,
    /// Codes of the word as a function.
    pub(super) functions: Functions,
    /// Codes of the word as a suffix, prefix or class of organisations.
    pub(super) otherwise: Functions,
}

impl Word {
    /// Whether the word may be one of `classes`.
    #[inline]
    pub(super) fn is(self, classes: u32) -> bool {
        self.classes & classes != 0
    }
}

/// Why a table could not be loaded.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableError {
    /// A row has no class column.
    #[error("agency table, line {0}: no class")]
    NoClass(usize),
    /// A row names a class that does not exist.
    #[error("agency table, line {0}: unknown class `{1}`")]
    UnknownClass(usize, String),
    /// A row names a function code that is not in the list of functions.
    #[error("agency table, line {0}: unknown function code `{1}`")]
    UnknownCode(usize, String),
}

/// Words of organisation names with their functions.
///
/// The built-in table serves everyone; a user's table can be laid over it with [`AgencyTable::with`].
#[derive(Clone, Debug)]
pub struct AgencyTable {
    /// Open-addressed transitions: node and character (upper bits) to the next node (lower 20 bits); 0 is an empty
    /// slot. Eight bytes each, so that the table stays in the cache.
    slots: Vec<u64>,
    /// Word number of each node, 0 for none, with the classes of the word.
    word_of: Vec<(u16, u32)>,
    words: Vec<Word>,
    used: usize,
}

/// Bits of a node's number in a slot.
const NODE_BITS: u32 = 20;
const NODE_MASK: u64 = (1 << NODE_BITS) - 1;

static BUILT_IN: LazyLock<AgencyTable> = LazyLock::new(|| {
    let mut table = AgencyTable::empty();
    table.add(include_str!("../../data/agencies.tsv")).expect("the built-in table is tested");
    table
});

impl AgencyTable {
    /// The table that comes with the crate.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// This table with the rows of `text` laid over it: a word of `text` replaces the same word here.
    ///
    /// The format is that of `data/agencies.tsv`: words, class, function codes, note, separated by tabs; several
    /// words or codes by a space; `#` starts a comment.
    ///
    /// # Errors
    /// [`TableError`] for a row without class, an unknown class or an unknown function code.
    pub fn with(&self, text: &str) -> Result<Self, TableError> {
        let mut over = Self::empty();
        over.add(text)?;
        let mut table = self.clone();
        table.add_rows(text, |old, new, first| if first { new } else { merged(old, new) })?;
        Ok(table)
    }

    fn empty() -> Self {
        Self { slots: vec![0; 1 << 13], word_of: vec![(0, 0)], words: vec![Word::default()], used: 0 }
    }

    fn add(&mut self, text: &str) -> Result<(), TableError> {
        self.add_rows(text, |old, new, _| merged(old, new))
    }

    fn add_rows(&mut self, text: &str, join: impl Fn(Word, Word, bool) -> Word) -> Result<(), TableError> {
        let known = self.words.len();
        let mut replaced = vec![false; known];
        let mut unsaid = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_end();
            if line.is_empty() || line.starts_with('#') || number == 0 && line.starts_with("words\t") {
                continue;
            }
            let mut columns = line.split('\t');
            let spellings = columns.next().unwrap_or_default();
            let name = columns.next().ok_or(TableError::NoClass(number + 1))?;
            let class =
                class::named(name).ok_or_else(|| TableError::UnknownClass(number + 1, name.to_owned()))?;
            let mut codes = Functions::default();
            for code in columns.next().unwrap_or_default().split(' ').filter(|code| !code.is_empty()) {
                codes |=
                    function_bit(code).ok_or_else(|| TableError::UnknownCode(number + 1, code.to_owned()))?;
            }
            let mut word = Word { classes: class, ..Word::default() };
            if class & class::FUNCTION != 0 {
                word.functions = codes;
            } else {
                word.otherwise = codes;
            }
            for spelling in spellings.split(' ').filter(|spelling| !spelling.is_empty()) {
                if class == class::NAME && codes.is_empty() {
                    unsaid.push(spelling);
                }
                let at = self.number_of(spelling);
                let first = at < known && !std::mem::replace(&mut replaced[at], true);
                self.words[at] = join(self.words[at], word, first);
            }
        }
        for (number, classes) in &mut self.word_of {
            *classes = self.words[usize::from(*number)].classes;
        }
        // A whole name without codes has the functions of the words in it.
        for spelling in unsaid {
            let at = self.number_of(spelling);
            if self.words[at].functions.is_empty() {
                self.words[at].functions = self.read_without(spelling, class::NAME).functions;
            }
        }
        Ok(())
    }

    /// The number of a word, which is made when it is new.
    fn number_of(&mut self, spelling: &str) -> usize {
        let mut node = 0;
        let mut rest = spelling.as_bytes();
        while let Some((code, len)) = last_character(rest) {
            node = match self.step(node, code) {
                Some(next) => next,
                None => self.grow(node, code),
            };
            rest = &rest[..rest.len() - len];
        }
        let number = &mut self.word_of[node as usize].0;
        if *number == 0 {
            *number = self.words.len() as u16;
            self.words.push(Word::default());
        }
        usize::from(*number)
    }

    fn grow(&mut self, node: u32, code: u32) -> u32 {
        if (self.used + 1) * 2 > self.slots.len() {
            let old = std::mem::take(&mut self.slots);
            self.slots = vec![0; old.len() * 2];
            for packed in old.into_iter().filter(|&packed| packed != 0) {
                self.put(packed >> NODE_BITS, (packed & NODE_MASK) as u32);
            }
        }
        let next = self.word_of.len() as u32;
        self.word_of.push((0, 0));
        self.put(key(node, code), next);
        self.used += 1;
        next
    }

    fn put(&mut self, key: u64, next: u32) {
        let mask = self.slots.len() - 1;
        let mut at = slot(key) & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = key << NODE_BITS | u64::from(next);
    }

    #[inline]
    fn step(&self, node: u32, code: u32) -> Option<u32> {
        let key = key(node, code);
        let mask = self.slots.len() - 1;
        let mut at = slot(key) & mask;
        loop {
            let packed = self.slots[at];
            if packed == 0 {
                return None;
            }
            if packed >> NODE_BITS == key {
                return Some((packed & NODE_MASK) as u32);
            }
            at = (at + 1) & mask;
        }
    }

    /// The longest word of the wanted classes that ends where `text` ends: what it is and its length in bytes.
    ///
    /// Words of class `none` are always wanted: they hide the shorter words inside them.
    #[inline]
    pub(super) fn last_word(&self, text: &str, wanted: u32) -> Option<(Word, usize)> {
        let bytes = text.as_bytes();
        let mut node = 0;
        let mut at = bytes.len();
        let mut best = (0, 0);
        while let Some((code, len)) = last_character(&bytes[..at]) {
            let Some(next) = self.step(node, code) else { break };
            node = next;
            at -= len;
            let (number, classes) = self.word_of[node as usize];
            if classes & (wanted | class::NONE) != 0 {
                best = (number, at);
            }
        }
        // 遂城镇, 南村镇 are towns whose names end in 城 and 村.
        if best.1 == 3 && bytes.len() == 9 && is_town_of_walls(text) {
            return self.word("镇").map(|word| (word, "镇".len()));
        }
        (best.0 != 0).then(|| (self.words[usize::from(best.0)], bytes.len() - best.1))
    }

    /// What the whole of `text` is as a word.
    pub(super) fn word(&self, text: &str) -> Option<Word> {
        let mut node = 0;
        let mut rest = text.as_bytes();
        while let Some((code, len)) = last_character(rest) {
            node = self.step(node, code)?;
            rest = &rest[..rest.len() - len];
        }
        let (number, _) = self.word_of[node as usize];
        (number != 0).then(|| self.words[usize::from(number)])
    }
}

fn is_town_of_walls(text: &str) -> bool {
    const NO_NAME: [char; 15] =
        ['县', '市', '区', '省', '小', '大', '各', '全', '和', '与', '及', '农', '乡', '我', '中'];
    (text.ends_with("城镇") || text.ends_with("村镇")) && !text.starts_with(NO_NAME)
}

fn merged(old: Word, new: Word) -> Word {
    Word {
        classes: old.classes | new.classes,
        functions: old.functions | new.functions,
        otherwise: old.otherwise | new.otherwise,
    }
}

#[inline]
fn key(node: u32, code: u32) -> u64 {
    u64::from(node) << 21 | u64::from(code)
}

#[inline]
fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
}
