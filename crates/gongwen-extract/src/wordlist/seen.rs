//! One look at a text, which tells of nearly every word that it does not stand there.

use super::characters::{Bits, CharSet, low, width};

/// The characters of a text. Rules that ask a clause for dozens of words ask here first: two bits a word, where a search goes
/// through the clause each time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen(Bits);

impl Seen {
    /// The characters of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut bits = Bits::NONE;
        let mut rest = text.as_bytes();
        loop {
            rest = match *rest {
                [0xE0..=0xEF, high, low, ref behind @ ..] => {
                    bits.set((high, low));
                    behind
                }
                [lead, ..] => {
                    let (character, behind) = rest.split_at(width(lead));
                    bits.set(low(character));
                    behind
                }
                [] => return Self(bits),
            };
        }
    }

    /// Whether one of these characters may stand in the text.
    #[inline]
    pub(super) fn meets(&self, bits: &[u64; 16]) -> bool {
        self.0.meets(bits)
    }

    /// Whether one of a few characters may stand in the text.
    #[inline]
    pub(crate) fn any_of(&self, set: &CharSet) -> bool {
        self.0.meets(&set.bits.0)
    }

    /// Whether `word` may stand in the text: its first and its last character do, or others with the same bits.
    #[inline]
    pub(crate) fn may(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let first = bytes.first().is_some_and(|&lead| self.0.has(low(&bytes[..width(lead)])));
        let last = match *bytes {
            [.., ascii @ ..0x80] => (ascii >> 6, ascii),
            [.., high, low] => (high, low),
            _ => return false,
        };
        first && self.0.has(last)
    }

    /// Whether `word` stands in `part`, a part of the text.
    #[inline]
    pub(crate) fn holds(&self, part: &str, word: &str) -> bool {
        debug_assert!(self.may(word) || !part.contains(word), "{part} is no part of what was looked at");
        self.may(word) && part.contains(word)
    }

    /// Whether any of `words` stands in `part`, a part of the text.
    #[inline]
    pub(crate) fn any(&self, part: &str, words: &[&str]) -> bool {
        words.iter().any(|word| self.holds(part, word))
    }

    /// Where `word` stands first in `part`, a part of the text.
    #[inline]
    pub(crate) fn find(&self, part: &str, word: &str) -> Option<usize> {
        debug_assert!(self.may(word) || !part.contains(word), "{part} is no part of what was looked at");
        if self.may(word) { part.find(word) } else { None }
    }

    /// Where `word` stands last in `part`, a part of the text.
    #[inline]
    pub(crate) fn rfind(&self, part: &str, word: &str) -> Option<usize> {
        debug_assert!(self.may(word) || !part.contains(word), "{part} is no part of what was looked at");
        if self.may(word) { part.rfind(word) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_text_may_stand_there() {
        let text = "到2025年，é😀a县（市）";
        let seen = Seen::of(text);
        for (from, _) in text.char_indices() {
            for (to, c) in text[from..].char_indices() {
                assert!(seen.may(&text[from..from + to + c.len_utf8()]));
            }
        }
        assert!(!seen.may("由") && !seen.may("到由") && !seen.may("由到") && !seen.may(""));
        assert_eq!(
            (seen.find(text, "县"), seen.rfind(text, "乡"), seen.holds(text, "年，")),
            (text.find('县'), None, true)
        );
    }
}
