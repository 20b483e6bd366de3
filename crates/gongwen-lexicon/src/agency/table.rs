//! The agency table in memory: words of organisation names, found from the right.
//!
//! Chinese organisation names carry their head at the end (`县教育局`), so names are read backwards and the
//! words are kept in a trie of reversed spellings ([`super::trie`]). Owns `data/agencies.tsv` and
//! `data/functions.tsv`; how words make up a name is the parent's business.

use super::functions::{Functions, function_bit};
use super::trie::Trie;
use std::collections::HashMap;
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
    trie: Trie,
    /// What words are, by their number; that of number 0 is none. Hundreds of words are the same thing and have one number.
    words: Vec<Word>,
    /// How words are spelled, with the number of each; sorted.
    spellings: Vec<(Box<str>, u16)>,
    /// Levels and seats that a name may begin with, with the first character of each; sorted.
    levels: Vec<(char, Box<str>)>,
}

/// The longest level or seat that a name is asked for, in characters.
const LONGEST_LEVEL: usize = 4;

static BUILT_IN: LazyLock<AgencyTable> = LazyLock::new(|| {
    let rows = Rows::read(include_str!("../../data/agencies.tsv")).expect("the built-in table is tested");
    AgencyTable::new(&rows.words, &rows.unsaid)
});

/// The words of a table's text.
struct Rows<'t> {
    /// Sorted, each once.
    words: Vec<(&'t str, Word)>,
    /// Whole names without codes.
    unsaid: Vec<&'t str>,
}

impl<'t> Rows<'t> {
    fn read(text: &'t str) -> Result<Self, TableError> {
        let mut rows = Self { words: Vec::new(), unsaid: Vec::new() };
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
                    rows.unsaid.push(spelling);
                }
                rows.words.push((spelling, word));
            }
        }
        rows.words.sort_by_key(|&(spelling, _)| spelling);
        rows.words.dedup_by(|(next, word), (spelling, all)| {
            let again = spelling == next;
            if again {
                *all = merged(*all, *word);
            }
            again
        });
        Ok(rows)
    }
}

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
        let over = Rows::read(text)?;
        let replaced = |spelling: &str| over.words.binary_search_by_key(&spelling, |&(word, _)| word).is_ok();
        let own = self.spellings.iter().filter(|(spelling, _)| !replaced(spelling));
        let mut words: Vec<_> =
            own.map(|(spelling, number)| (&**spelling, self.words[usize::from(*number)])).collect();
        words.extend(&over.words);
        words.sort_unstable_by_key(|&(spelling, _)| spelling);
        Ok(Self::new(&words, &over.unsaid))
    }

    /// The table of these words, sorted and each once. `unsaid` have the functions of the words in them.
    fn new(words: &[(&str, Word)], unsaid: &[&str]) -> Self {
        let is_level = |word: &Word| word.is(class::LEVEL | class::SEAT) && !word.is(class::TOWN);
        let levels = words
            .iter()
            .filter(|(spelling, word)| is_level(word) && spelling.chars().nth(LONGEST_LEVEL).is_none());
        let levels = levels.filter_map(|&(level, _)| Some((level.chars().next()?, level.into()))).collect();
        let mut table = Self {
            trie: Trie::new(words.iter().map(|&(spelling, word)| (spelling, word.classes))),
            words: std::iter::once(Word::default()).chain(words.iter().map(|&(_, word)| word)).collect(),
            spellings: words
                .iter()
                .zip(1..)
                .map(|(&(spelling, _), number)| (spelling.into(), number))
                .collect(),
            levels,
        };
        for spelling in unsaid {
            let Some(number) = table.trie.number(spelling).map(usize::from) else { continue };
            if table.words[number].functions.is_empty() {
                table.words[number].functions = table.read_without(spelling, class::NAME).functions;
            }
        }
        table.share_numbers();
        table
    }

    /// Gives words that are the same thing one number: what is read over and over should be small.
    fn share_numbers(&mut self) {
        let mut shared: HashMap<Word, u16> = HashMap::new();
        let mut kept = Vec::new();
        let numbers: Vec<u16> = self
            .words
            .iter()
            .map(|&word| {
                *shared.entry(word).or_insert_with(|| {
                    kept.push(word);
                    kept.len() as u16 - 1
                })
            })
            .collect();
        self.trie.renumber(&numbers);
        for (_, number) in &mut self.spellings {
            *number = numbers[usize::from(*number)];
        }
        self.words = kept;
    }

    /// The longest word of the wanted classes that ends where `text` ends: what it is and its length in bytes.
    ///
    /// Words of class `none` are always wanted: they hide the shorter words inside them.
    #[inline]
    pub(super) fn last_word(&self, text: &str, wanted: u32) -> Option<(&Word, usize)> {
        self.last_word_and_all(text, wanted).0
    }

    /// As [`Self::last_word`]; and the classes of the whole text as a word, 0 when it is none.
    #[inline]
    pub(super) fn last_word_and_all(&self, text: &str, wanted: u32) -> (Option<(&Word, usize)>, u32) {
        let ending = self.trie.ending(text, wanted | class::NONE);
        // 遂城镇, 南村镇 are towns whose names end in 城 and 村.
        if ending.start == "遂".len() && text.len() == "遂城镇".len() && is_town_of_walls(text) {
            return (self.word("镇").map(|word| (word, "镇".len())), ending.whole);
        }
        let word = || (&self.words[usize::from(ending.number)], text.len() - ending.start);
        ((ending.number != 0).then(word), ending.whole)
    }

    /// The longest level or seat that `name` begins with.
    pub(super) fn level_at_start<'n>(&self, name: &'n str) -> Option<&'n str> {
        let first = name.chars().next()?;
        let from = self.levels.partition_point(|&(c, _)| c < first);
        let of_first = self.levels[from..].iter().take_while(|&&(c, _)| c == first);
        let (_, longest) = of_first.filter(|(_, level)| name.starts_with(&**level)).last()?;
        Some(&name[..longest.len()])
    }

    /// What the whole of `text` is as a word.
    pub(super) fn word(&self, text: &str) -> Option<&Word> {
        self.trie.number(text).map(|number| &self.words[usize::from(number)])
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
