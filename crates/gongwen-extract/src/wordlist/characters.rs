//! A few characters that a text is searched for.

use gongwen_text::chars::skip_han;

/// Bits for the low ten bits of characters. In UTF-8 these are the low four bits of the last byte but one and the low six
/// bits of the last byte, so that no character need be decoded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bits(pub(super) [u64; 16]);

impl Bits {
    pub(super) const NONE: Self = Self([0; 16]);

    /// Sets the bit of a character, by its last two bytes.
    #[inline]
    pub(super) const fn set(&mut self, (high, low): (u8, u8)) {
        self.0[(high & 15) as usize] |= 1 << (low & 63);
    }

    /// Whether any bit is set in both.
    #[inline]
    pub(super) fn meets(&self, other: &[u64; 16]) -> bool {
        self.0.iter().zip(other).fold(0, |any, (one, other)| any | one & other) != 0
    }

    #[inline]
    pub(super) const fn has(&self, low: (u8, u8)) -> bool {
        has(&self.0, low)
    }
}

/// Whether the bit of a character is set, by its last two bytes.
#[inline]
const fn has(bits: &[u64; 16], (high, low): (u8, u8)) -> bool {
    bits[(high & 15) as usize] >> (low & 63) & 1 != 0
}

/// What of a character the bits are counted by, from its last two bytes.
#[inline]
pub(super) fn low(character: &[u8]) -> (u8, u8) {
    match character {
        [.., high, low] => (*high, *low),
        [ascii] => (ascii >> 6, *ascii),
        [] => (0, 0),
    }
}

/// Length of the character that begins with this byte.
#[inline]
pub(crate) fn width(lead: u8) -> usize {
    match lead {
        ..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        0xF0.. => 4,
    }
}

/// A few characters, looked for as one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CharSet {
    pub(super) bits: Bits,
    characters: &'static [char],
    /// Whether a Han character is among them.
    han: bool,
}

impl CharSet {
    /// The set of these characters.
    pub(crate) const fn of(characters: &'static [char]) -> Self {
        let mut bits = Bits::NONE;
        let (mut i, mut han) = (0, false);
        while i < characters.len() {
            bits.set(((characters[i] as usize >> 6 & 15) as u8, (characters[i] as usize & 63) as u8));
            han |= matches!(characters[i], '\u{4000}'..='\u{9FFF}');
            i += 1;
        }
        Self { bits, characters, han }
    }

    /// The first place from byte `from` on where one of the characters stands, or another one with the same bits.
    #[inline]
    pub(crate) fn maybe(&self, text: &str, from: usize) -> Option<usize> {
        maybe(&self.bits.0, text.as_bytes(), from)
    }

    /// The first of the characters in `text` from byte `from` on, and where it stands.
    #[inline]
    pub(crate) fn next(&self, text: &str, from: usize) -> Option<(usize, char)> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            if self.han {
                at = self.maybe(text, at)?;
            } else {
                // Marks stand between runs of Han characters, which are told by their first byte.
                at = skip_han(bytes, at);
                let end = at + width(*bytes.get(at)?);
                if !self.bits.has(low(&bytes[at..end])) {
                    at = end;
                    continue;
                }
            }
            let c = text[at..].chars().next()?;
            if self.has(c) {
                return Some((at, c));
            }
            at += c.len_utf8();
        }
    }

    /// Where the last of the characters in `text[from..]` ends; `from` when there is none.
    pub(crate) fn behind_last(&self, text: &str, from: usize) -> usize {
        let bytes = &text.as_bytes()[from..];
        let mut rest = bytes;
        loop {
            // Marks stand between runs of Han characters, which are told by their first byte.
            while let [before @ .., 0xE4..=0xE9, _, _] = rest
                && !self.han
            {
                rest = before;
            }
            while let [before @ .., 0xE0..=0xEF, high, low] = rest
                && !self.bits.has((*high, *low))
            {
                rest = before;
            }
            let end = from + rest.len();
            let Some(c) = text[from..end].chars().next_back() else { return from };
            if self.has(c) {
                return end;
            }
            rest = &rest[..rest.len() - c.len_utf8()];
        }
    }

    /// Whether `text` begins with one of the characters.
    #[inline]
    pub(crate) fn begins(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.first().is_some_and(|&lead| self.bits.has(low(&bytes[..width(lead)])))
            && text.starts_with(|c| self.has(c))
    }

    /// Whether one of the characters stands in `text`.
    #[inline]
    pub(crate) fn within(&self, text: &str) -> bool {
        self.next(text, 0).is_some()
    }

    /// Whether `c` is one of the characters.
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        self.characters.contains(&c)
    }

    /// All of the characters in `text`, with their places.
    #[inline]
    pub(crate) fn all<'t>(&'static self, text: &'t str) -> impl Iterator<Item = (usize, char)> + use<'t> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, c) = self.next(text, from)?;
            from = at + c.len_utf8();
            Some((at, c))
        })
    }
}

/// The first character from `at` on whose bit is set, or a longer one. The loop over the characters of a document: nearly
/// all take three bytes, and what takes four is looked at like them and then stepped over byte by byte.
#[inline]
pub(super) fn maybe(bits: &[u64; 16], bytes: &[u8], from: usize) -> Option<usize> {
    let mut rest = bytes.get(from..)?;
    loop {
        while let [0xE0..=0xFF, high, low, behind @ ..] = rest {
            if has(bits, (*high, *low)) {
                return Some(bytes.len() - rest.len());
            }
            rest = behind;
        }
        rest = match rest {
            [0x80..0xC0, behind @ ..] => behind,
            [ascii @ ..0x80, behind @ ..] if !has(bits, (ascii >> 6, *ascii)) => behind,
            [high @ 0xC0..=0xFF, low, behind @ ..] if !has(bits, (*high, *low)) => behind,
            [] => return None,
            _ => return Some(bytes.len() - rest.len()),
        };
    }
}
