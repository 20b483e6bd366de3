//! Whether any word of a list stands in a text, at its beginning or at its end.

use crate::words;
use std::ops::Range;

/// Words that a text is searched for at every character.
///
/// Nearly every character begins none of the words, and one bit tells: that is what makes this cheaper than asking
/// `contains` for each word in turn.
#[derive(Clone, Debug)]
pub struct WordSet {
    first: Side,
    /// Bits of second characters, all of them unless every word begins with two characters of three bytes: a second look
    /// where the first says nothing.
    second: [u64; 16],
    last: Side,
}

/// The words by the low ten bits of their first or their last character.
#[derive(Clone, Debug)]
struct Side {
    /// Sorted by the bits.
    words: Vec<&'static str>,
    /// A bit for each number that occurs.
    occurs: [u64; 16],
    /// Numbers that occur before each sixty-four.
    ranks: [u16; 16],
    /// Where the words of each number that occurs begin, and one more.
    starts: Vec<u16>,
}

/// Whether the bit of the low ten bits of `code` is set.
#[inline]
fn has(bits: &[u64; 16], code: u32) -> bool {
    bits[(code & 1023) as usize >> 6] >> (code & 63) & 1 != 0
}

/// Sets the bit of the low ten bits of `code`.
fn set(bits: &mut [u64; 16], code: u32) {
    bits[(code & 1023) as usize >> 6] |= 1 << (code & 63);
}

impl Side {
    fn new(words: &[&'static str], character: impl Fn(&[u8]) -> Option<(u32, usize)>) -> Self {
        let low = |word: &str| character(word.as_bytes()).map_or(0, |(code, _)| code & 1023);
        let mut keyed: Vec<_> = words.iter().map(|&word| (low(word), word)).collect();
        keyed.sort_unstable();
        let mut occurs = [0; 16];
        let mut starts = Vec::new();
        for (i, &(low, _)) in keyed.iter().enumerate() {
            if !has(&occurs, low) {
                set(&mut occurs, low);
                starts.push(i as u16);
            }
        }
        starts.push(keyed.len() as u16);
        let mut ranks = [0; 16];
        for i in 1..16 {
            ranks[i] = ranks[i - 1] + occurs[i - 1].count_ones() as u16;
        }
        Self { words: keyed.into_iter().map(|(_, word)| word).collect(), occurs, ranks, starts }
    }

    /// The words whose first (last) character may be `code`.
    #[inline]
    fn of(&self, code: u32) -> &[&'static str] {
        if !has(&self.occurs, code) {
            return &[];
        }
        let block = (code & 1023) as usize >> 6;
        let below = self.occurs[block] & ((1 << (code & 63)) - 1);
        let rank = usize::from(self.ranks[block]) + below.count_ones() as usize;
        &self.words[usize::from(self.starts[rank])..usize::from(self.starts[rank + 1])]
    }
}

impl WordSet {
    /// The words of several cue lists.
    ///
    /// # Panics
    /// As [`words`].
    pub fn of(lists: &[&str]) -> Self {
        let words: Vec<_> = lists.iter().flat_map(|list| words(list)).copied().collect();
        Self::new(&words)
    }

    /// A set of these words.
    pub fn new(words: &[&'static str]) -> Self {
        let mut second = [0; 16];
        for word in words {
            match *word.as_bytes() {
                [0xE0..=0xEF, _, _, 0xE0..=0xEF, a, b, ..] => {
                    set(&mut second, u32::from(a & 0x0F) << 6 | bits(b));
                }
                _ => second = [u64::MAX; 16],
            }
        }
        Self { first: Side::new(words, first_character), second, last: Side::new(words, last_character) }
    }

    /// Whether any of the words stands in `text`.
    pub fn within(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The first place in `text` where any of the words stands; of those that begin there, the longest.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let bytes = text.as_bytes();
        let place = |rest: &[u8], len| Some(bytes.len() - rest.len()..bytes.len() - rest.len() + len);
        let mut rest = bytes;
        loop {
            // The low ten bits of a character of three bytes stand in its last two.
            while let [0xE0..=0xEF, high, low, behind @ ..] = rest {
                if self.first.occurs[usize::from(high & 15)] >> (low & 63) & 1 != 0
                    && let Some(len) = self.longest_at(rest)
                {
                    return place(rest, len);
                }
                rest = behind;
            }
            let (code, len) = first_character(rest)?;
            if has(&self.first.occurs, code)
                && let Some(longest) = self.longest_at(rest)
            {
                return place(rest, longest);
            }
            rest = &rest[len..];
        }
    }

    /// The length of the longest word that stands at the beginning of UTF-8 text.
    fn longest_at(&self, text: &[u8]) -> Option<usize> {
        if let [0xE0..=0xEF, _, _, 0xE0..=0xEF, high, low, ..] = *text
            && self.second[usize::from(high & 15)] >> (low & 63) & 1 == 0
        {
            return None;
        }
        let words = first_character(text).map_or(&[][..], |(code, _)| self.first.of(code));
        words.iter().filter(|word| text.starts_with(word.as_bytes())).map(|word| word.len()).max()
    }

    /// Whether `text` begins with one of the words.
    #[inline]
    pub fn begins(&self, text: &str) -> bool {
        self.first_words(text).iter().any(|word| text.starts_with(word))
    }

    /// The length of the longest word that `text` begins with.
    #[inline]
    pub fn longest_start(&self, text: &str) -> Option<usize> {
        self.longest_at(text.as_bytes())
    }

    /// Whether `text` is one of the words.
    #[inline]
    pub fn holds(&self, text: &str) -> bool {
        self.first_words(text).contains(&text)
    }

    /// The words that `text` ends with.
    #[inline]
    pub fn ends<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'static str> + 't {
        let words = last_character(text.as_bytes()).map_or(&[][..], |(code, _)| self.last.of(code));
        words.iter().copied().filter(|word| text.ends_with(word))
    }

    /// Whether `text` ends with one of the words.
    #[inline]
    pub fn closes(&self, text: &str) -> bool {
        self.ends(text).next().is_some()
    }

    #[inline]
    fn first_words(&self, text: &str) -> &[&'static str] {
        first_character(text.as_bytes()).map_or(&[], |(code, _)| self.first.of(code))
    }
}

/// Whether `text` ends with one of a few words. The last byte is compared in place: it rules out nearly all of them.
#[inline]
pub fn ends_with_any(text: &str, words: &[&str]) -> bool {
    let last = text.as_bytes().last();
    words.iter().any(|word| word.as_bytes().last() == last && text.ends_with(word))
}

/// The first character of UTF-8 text as a number, and its length in bytes.
#[inline]
pub(crate) fn first_character(bytes: &[u8]) -> Option<(u32, usize)> {
    match *bytes {
        [lead @ 0xE0..=0xEF, a, b, ..] => Some((u32::from(lead & 0x0F) << 12 | bits(a) << 6 | bits(b), 3)),
        [ascii @ ..0x80, ..] => Some((u32::from(ascii), 1)),
        [lead @ 0xC0..=0xDF, a, ..] => Some((u32::from(lead & 0x1F) << 6 | bits(a), 2)),
        [lead, a, b, c, ..] => {
            Some((u32::from(lead & 0x07) << 18 | bits(a) << 12 | bits(b) << 6 | bits(c), 4))
        }
        _ => None,
    }
}

/// The last character of UTF-8 text as a number, and its length in bytes.
#[inline]
pub(crate) fn last_character(bytes: &[u8]) -> Option<(u32, usize)> {
    match *bytes {
        // The first byte of three has its others behind it: nearly all characters are told at once.
        [.., lead @ 0xE0..=0xEF, a, b] => Some((u32::from(lead & 0x0F) << 12 | bits(a) << 6 | bits(b), 3)),
        [.., ascii @ ..0x80] => Some((u32::from(ascii), 1)),
        [.., lead @ 0xC0..=0xDF, a] => Some((u32::from(lead & 0x1F) << 6 | bits(a), 2)),
        [.., lead, a, b, c] => {
            Some((u32::from(lead & 0x07) << 18 | bits(a) << 12 | bits(b) << 6 | bits(c), 4))
        }
        _ => None,
    }
}

/// The six bits that a byte behind the first adds.
#[inline]
fn bits(byte: u8) -> u32 {
    u32::from(byte & 0x3F)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a word stands in the text, begins it, is it; the words it ends with.
    fn check(text: &str, expect: (bool, bool, bool, &[&str])) {
        let set = WordSet::new(&["每年", "长期", "é", "a😀", "年"]);
        let ends: Vec<_> = set.ends(text).collect();
        assert_eq!((set.within(text), set.begins(text), set.holds(text), &*ends), expect, "{text}");
    }

    #[test]
    fn the_first_word_and_the_longest() {
        let set = WordSet::new(&["印发", "印发通知", "发布"]);
        let found = |text: &'static str| set.find(text).map(|place| &text[place]);
        assert_eq!(found("关于发布和印发"), Some("发布"));
        assert_eq!(found("县印发通知"), Some("印发通知"));
        assert_eq!(found("县通知"), None);
        assert_eq!(set.longest_start("印发通知书"), Some("印发通知".len()));
        assert_eq!(set.longest_start("县印发"), None);
    }

    #[test]
    fn a_word_anywhere() {
        check("", (false, false, false, &[]));
        check("县教育局", (false, false, false, &[]));
        check("每月", (false, false, false, &[]));
        check("每每年", (true, false, false, &["年", "每年"]));
        check("坚持长期", (true, false, false, &["长期"]));
        check("长期坚持", (true, true, false, &[]));
        check("年", (true, true, true, &["年"]));
        check("caféx", (true, false, false, &[]));
        check("café", (true, false, false, &["é"]));
        check("a😁", (false, false, false, &[]));
        check("ba😀", (true, false, false, &["a😀"]));
    }
}
