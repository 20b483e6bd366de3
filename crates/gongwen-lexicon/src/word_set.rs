//! Whether any word of a list stands in a text.

use crate::words;

/// Words that a text is searched for at every character.
///
/// Nearly every character begins none of the words, and one bit tells: that is what makes this cheaper than asking
/// `contains` for each word in turn.
#[derive(Clone, Debug)]
pub struct WordSet {
    /// Words with the low ten bits of their first character, sorted by them.
    words: Vec<(u16, &'static str)>,
    /// A bit for the low ten bits of every first character.
    first: [u64; 16],
}

impl WordSet {
    /// The words of several cue lists.
    ///
    /// # Panics
    /// As [`words`].
    pub fn of(lists: &[&str]) -> Self {
        Self::new(lists.iter().flat_map(|list| words(list)).copied())
    }

    fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let mut words: Vec<(u16, &'static str)> = words
            .map(|word| (first_character(word.as_bytes()).map_or(0, |(low, _)| low as u16), word))
            .collect();
        words.sort_unstable();
        let mut first = [0; 16];
        for &(low, _) in &words {
            first[usize::from(low >> 6)] |= 1 << (low & 63);
        }
        Self { words, first }
    }

    /// Whether any of the words stands in `text`.
    pub fn within(&self, text: &str) -> bool {
        let mut rest = text.as_bytes();
        while let Some((low, len)) = first_character(rest) {
            if self.first[low >> 6] >> (low & 63) & 1 != 0 && self.begins(low as u16, rest) {
                return true;
            }
            rest = &rest[len..];
        }
        false
    }

    fn begins(&self, low: u16, rest: &[u8]) -> bool {
        let from = self.words.partition_point(|&(other, _)| other < low);
        self.words[from..]
            .iter()
            .take_while(|&&(other, _)| other == low)
            .any(|(_, word)| rest.starts_with(word.as_bytes()))
    }
}

/// Whether `text` ends with one of a few words. The last byte is compared in place: it rules out nearly all of them.
#[inline]
pub fn ends_with_any(text: &str, words: &[&str]) -> bool {
    let last = text.as_bytes().last();
    words.iter().any(|word| word.as_bytes().last() == last && text.ends_with(word))
}

/// The low ten bits of the first character of UTF-8 text, and its length in bytes.
#[inline]
pub(crate) fn first_character(bytes: &[u8]) -> Option<(usize, usize)> {
    let bits = |byte: &u8| usize::from(*byte & 0x3F);
    match bytes {
        [lead @ 0xE0..=0xEF, a, b, ..] => Some((usize::from(lead & 0x0F) << 12 | bits(a) << 6 | bits(b), 3)),
        [ascii @ ..0x80, ..] => Some((usize::from(*ascii), 1)),
        [lead @ 0xC0..=0xDF, a, ..] => Some((usize::from(lead & 0x1F) << 6 | bits(a), 2)),
        [_, _, a, b, ..] => Some((bits(a) << 6 | bits(b), 4)),
        _ => None,
    }
    .map(|(code, len)| (code & 1023, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: bool) {
        let set = WordSet::new(["每年", "长期", "é", "a😀", "年"].into_iter());
        assert_eq!(set.within(text), expect, "{text}");
    }

    #[test]
    fn a_word_anywhere() {
        check("", false);
        check("县教育局", false);
        check("每月", false);
        check("每每年", true);
        check("坚持长期", true);
        check("caféx", true);
        check("a😁", false);
        check("ba😀", true);
    }
}
