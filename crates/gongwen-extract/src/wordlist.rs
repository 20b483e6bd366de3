//! Lists of words and characters that a text is searched for.
//!
//! Owns the search: nearly every character begins (or ends) none of the words, and one bit tells; of those that may, the
//! first (last) eight bytes tell, in one comparison. Does not own the words, which are data of `gongwen-lexicon`.

/// Bits for the low ten bits of characters. In UTF-8 these are the low four bits of the last byte but one and the low six
/// bits of the last byte, so that no character need be decoded.
#[derive(Clone, Copy, Debug)]
struct Bits([u64; 16]);

impl Bits {
    const fn set(&mut self, c: char) {
        let code = c as usize;
        self.0[code >> 6 & 15] |= 1 << (code & 63);
    }

    #[inline]
    const fn has(&self, (high, low): (u8, u8)) -> bool {
        self.0[(high & 15) as usize] >> (low & 63) & 1 != 0
    }
}

/// What of a character the bits are counted by, from its last two bytes.
#[inline]
fn low(character: &[u8]) -> (u8, u8) {
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

/// The first eight bytes, as many as there are; zeros behind them.
#[inline]
fn front(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    }
}

/// The last eight bytes, as many as there are; zeros in front of them.
#[inline]
fn back(bytes: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(eight) => u64::from_be_bytes(*eight),
        None => bytes.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    }
}

/// A few characters, looked for as one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CharSet {
    bits: Bits,
    characters: &'static [char],
}

impl CharSet {
    /// The set of these characters.
    pub(crate) const fn of(characters: &'static [char]) -> Self {
        let mut bits = Bits([0; 16]);
        let mut i = 0;
        while i < characters.len() {
            bits.set(characters[i]);
            i += 1;
        }
        Self { bits, characters }
    }

    /// The first place from byte `from` on where one of the characters stands, or another one with the same bits.
    #[inline]
    pub(crate) fn maybe(&self, text: &str, from: usize) -> Option<usize> {
        maybe(&self.bits, text.as_bytes(), from)
    }

    /// The first of the characters in `text` from byte `from` on, and where it stands.
    #[inline]
    pub(crate) fn next(&self, text: &str, from: usize) -> Option<(usize, char)> {
        let mut at = from;
        loop {
            at = self.maybe(text, at)?;
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
fn maybe(bits: &Bits, bytes: &[u8], from: usize) -> Option<usize> {
    let mut rest = bytes.get(from..)?;
    loop {
        while let [0xE0..=0xFF, high, low, behind @ ..] = rest {
            if bits.has((*high, *low)) {
                return Some(bytes.len() - rest.len());
            }
            rest = behind;
        }
        rest = match rest {
            [0x80..0xC0, behind @ ..] => behind,
            [ascii @ ..0x80, behind @ ..] if !bits.has((ascii >> 6, *ascii)) => behind,
            [high @ 0xC0..=0xFF, low, behind @ ..] if !bits.has((*high, *low)) => behind,
            [] => return None,
            _ => return Some(bytes.len() - rest.len()),
        };
    }
}

/// Words that are looked for at the beginning, at the end or anywhere in a text; of several the longest counts.
#[derive(Clone, Debug)]
pub(crate) struct WordList {
    first: Side,
    /// How words begin; `None` when one is a character alone.
    pairs: Option<Pairs>,
    last: Side,
}

/// Bits for the first two characters of words: few pairs of a text begin a word, where many characters do.
#[derive(Clone, Debug)]
struct Pairs {
    /// As many words as a power of two.
    bits: Box<[u64]>,
}

impl Pairs {
    fn new(words: &[&'static str]) -> Option<Self> {
        // Sixteen bits a word: one pair in sixteen is looked at for nothing.
        let mut pairs = Self { bits: vec![0; (words.len() / 4).next_power_of_two()].into() };
        for word in words {
            let mut chars = word.chars();
            let (first, second) = (chars.next()? as usize & 1023, chars.next()? as usize & 1023);
            let place = pairs.place(first, second);
            pairs.bits[place / 64] |= 1 << (place % 64);
        }
        Some(pairs)
    }

    /// The bit of a pair, by the low ten bits of both.
    #[inline]
    fn place(&self, first: usize, second: usize) -> usize {
        (first * 37 + second) & (self.bits.len() * 64 - 1)
    }

    /// The first character of three bytes from `at` on that with the next one may begin a word; or the one that no
    /// character of three bytes follows.
    #[inline]
    fn next(&self, bytes: &[u8], at: usize) -> usize {
        let mut rest = bytes.get(at..).unwrap_or_default();
        let [0xE0..=0xEF, high, low, ..] = *rest else { return at };
        let mut first = ten_bits(high, low);
        while let [_, _, _, 0xE0..=0xEF, high, low, ..] = *rest {
            let second = ten_bits(high, low);
            let place = self.place(first, second);
            if self.bits[place / 64] >> (place % 64) & 1 != 0 {
                break;
            }
            first = second;
            rest = &rest[3..];
        }
        bytes.len() - rest.len()
    }
}

/// The low ten bits of a character of three bytes, from the last two.
#[inline]
fn ten_bits(high: u8, low: u8) -> usize {
    usize::from(high & 15) << 6 | usize::from(low & 63)
}

/// A word by one of its ends.
#[derive(Clone, Debug)]
struct Entry {
    word: &'static str,
    /// Place in the list that was given.
    index: u16,
    /// As many of the eight bytes at the end in question as the word has, and their mask.
    key: u64,
    mask: u64,
}

/// The words by the characters at one end.
#[derive(Clone, Debug)]
struct Side {
    bits: Bits,
    /// Bits set in the words before each.
    ranks: [u8; 16],
    /// Where the entries of each bit begin, and one more.
    starts: Vec<u16>,
    /// By bit, then the longest first.
    entries: Vec<Entry>,
}

impl Side {
    fn new(words: &[&'static str], of: fn(&str) -> Option<char>, key: fn(&[u8]) -> u64) -> Self {
        let mut keyed: Vec<(usize, Entry)> = Vec::with_capacity(words.len());
        let mut bits = Bits([0; 16]);
        for (index, &word) in words.iter().enumerate() {
            let Some(c) = of(word) else { continue };
            bits.set(c);
            let len = word.len().min(8);
            // At the front the first byte is the lowest, at the back the last one.
            let mask = u64::MAX >> (64 - 8 * len);
            let entry = Entry { word, index: index as u16, key: key(word.as_bytes()) & mask, mask };
            keyed.push((c as usize & 1023, entry));
        }
        keyed.sort_by_key(|(low, entry)| (*low, std::cmp::Reverse(entry.word.len())));
        let mut ranks = [0; 16];
        for i in 1..16 {
            ranks[i] = ranks[i - 1] + bits.0[i - 1].count_ones() as u8;
        }
        let mut starts = Vec::new();
        for (i, (low, _)) in keyed.iter().enumerate() {
            if i == 0 || keyed[i - 1].0 != *low {
                starts.push(i as u16);
            }
        }
        starts.push(keyed.len() as u16);
        Self { bits, ranks, starts, entries: keyed.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// The words under a bit, set or not.
    #[inline]
    fn may(&self, low: (u8, u8)) -> &[Entry] {
        if self.bits.has(low) { self.under(low) } else { &[] }
    }

    /// The words under a bit that is set.
    #[inline]
    fn under(&self, (high, low): (u8, u8)) -> &[Entry] {
        let word = usize::from(high & 15);
        let below = self.bits.0[word] & ((1 << (low & 63)) - 1);
        let rank = usize::from(self.ranks[word]) + below.count_ones() as usize;
        &self.entries[usize::from(self.starts[rank])..usize::from(self.starts[rank + 1])]
    }
}

impl WordList {
    /// The list of these words, none of which begins with a character of four bytes.
    pub(crate) fn new(words: &[&'static str]) -> Self {
        Self {
            first: Side::new(words, |word| word.chars().next(), front),
            pairs: Pairs::new(words),
            last: Side::new(words, |word| word.chars().next_back(), back),
        }
    }

    /// The cue list of this name.
    pub(crate) fn list(name: &str) -> Self {
        Self::new(gongwen_lexicon::words(name))
    }

    /// The longest word that `text` begins with.
    #[inline]
    pub(crate) fn prefix(&self, text: &str) -> Option<&'static str> {
        let bytes = text.as_bytes();
        let end = width(*bytes.first()?);
        let low = low(&bytes[..end]);
        if !self.first.bits.has(low) {
            return None;
        }
        self.begins(bytes, low).map(|entry| entry.word)
    }

    /// The longest word that `text` ends with.
    #[inline]
    pub(crate) fn suffix(&self, text: &str) -> Option<&'static str> {
        self.suffixes(text).next().map(|(word, _)| word)
    }

    /// Every word that `text` ends with and its place in the list, the longest first.
    #[inline]
    pub(crate) fn suffixes<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (&'static str, usize)> + 't {
        let bytes = text.as_bytes();
        let entries = match *bytes {
            [.., ascii @ ..0x80] => self.last.may((ascii >> 6, ascii)),
            [.., high, low] => self.last.may((high, low)),
            _ => &[],
        };
        // Zeros stand for what is not there, which no word of text begins with.
        let key = if entries.is_empty() { 0 } else { back(bytes) };
        entries
            .iter()
            .filter(move |entry| {
                key & entry.mask == entry.key
                    && (entry.word.len() <= 8 || bytes.ends_with(entry.word.as_bytes()))
            })
            .map(|entry| (entry.word, usize::from(entry.index)))
    }

    /// The longest word at the start of these bytes, whose first character has its bit set.
    #[inline]
    fn begins(&self, bytes: &[u8], low: (u8, u8)) -> Option<&Entry> {
        let key = front(bytes);
        self.first.under(low).iter().find(|entry| {
            key & entry.mask == entry.key
                && (entry.word.len() <= 8 || bytes.starts_with(entry.word.as_bytes()))
        })
    }

    #[inline]
    fn next(&self, text: &str, from: usize) -> Option<(usize, &Entry)> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            at = match &self.pairs {
                Some(pairs) => pairs.next(bytes, at),
                None => maybe(&self.first.bits, bytes, at)?,
            };
            let end = at + width(*bytes.get(at)?);
            let low = low(&bytes[at..end]);
            if self.first.bits.has(low)
                && let Some(entry) = self.begins(&bytes[at..], low)
            {
                return Some((at, entry));
            }
            at = end;
        }
    }

    /// The first place in `text` where a word stands, with the longest word there.
    #[inline]
    pub(crate) fn find(&self, text: &str) -> Option<(usize, &'static str)> {
        self.next(text, 0).map(|(at, entry)| (at, entry.word))
    }

    /// The longest word at every place of `text` where one stands, also inside another.
    #[inline]
    pub(crate) fn each<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'static str)> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, entry) = self.next(text, from)?;
            from = at + width(text.as_bytes()[at]);
            Some((at, entry.word))
        })
    }

    /// Every word in `text`, none over another: where it stands, where it ends, and its place in the list.
    #[inline]
    pub(crate) fn all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize, usize)> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, entry) = self.next(text, from)?;
            from = at + entry.word.len();
            Some((at, from, usize::from(entry.index)))
        })
    }

    /// Whether any word stands in `text`.
    #[inline]
    pub(crate) fn within(&self, text: &str) -> bool {
        self.next(text, 0).is_some()
    }

    /// Whether `text` is one of the words.
    #[inline]
    pub(crate) fn is(&self, text: &str) -> bool {
        self.prefix(text).is_some_and(|word| word.len() == text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, prefix: Option<&str>, suffix: Option<&str>, all: &[&str]) {
        let words = ["个", "个百分点", "百分点", "人次", "人", "%", "é", "不低于全省平均", "a😀"];
        let list = WordList::new(&words);
        let found: Vec<&str> = list.all(text).map(|(at, end, _)| &text[at..end]).collect();
        assert_eq!((list.prefix(text), list.suffix(text), &found[..]), (prefix, suffix, all), "{text}");
        assert!(list.all(text).all(|(at, end, index)| text[at..end] == *words[index]), "{text}");
    }

    #[test]
    fn the_longest_word_wins() {
        check("个百分点", Some("个百分点"), Some("个百分点"), &["个百分点"]);
        check("人次以上", Some("人次"), None, &["人次"]);
        check("三个人", None, Some("人"), &["个", "人"]);
        check("", None, None, &[]);
        check("90%", None, Some("%"), &["%"]);
        check("café", None, Some("é"), &["é"]);
        check("不低于全省平均", Some("不低于全省平均"), Some("不低于全省平均"), &["不低于全省平均"]);
        check("不低于全市平均", None, None, &[]);
        check("xa😀", None, Some("a😀"), &["a😀"]);
        check("a😁", None, None, &[]);
        check("次", None, None, &[]);
    }

    #[test]
    fn characters_of_every_length_stand_beside_each_other() {
        static SOME: CharSet = CharSet::of(&['a', 'é', '县', '，', '\u{801}', '\u{7C1}']);
        let alphabet = ['a', 'b', 'é', '县', '教', '，', '😀', '\u{1F000}', '\u{801}', '\u{7C1}'];
        for mut number in 0..100_000usize {
            let mut text = String::new();
            for _ in 0..5 {
                text.push(alphabet[number % 10]);
                number /= 10;
            }
            let expect: Vec<_> = text.char_indices().filter(|(_, c)| SOME.has(*c)).collect();
            assert_eq!(SOME.all(&text).collect::<Vec<_>>(), expect, "{text}");
        }
    }

    #[test]
    fn characters_are_found_by_their_bits_and_told_apart() {
        static MARKS: CharSet = CharSet::of(&['，', '。', ',', '\n', '·']);
        // 県 has the low ten bits of ，.
        let text = "一県，二·三,四\n五。";
        let found: String = MARKS.all(text).map(|(_, c)| c).collect();
        assert_eq!(found, "，·,\n。");
        assert!(MARKS.next("一県二", 0).is_none() && MARKS.has('·') && !MARKS.has('県'));
        let cut = |from| &text[MARKS.behind_last(text, from)..];
        assert_eq!((cut(0), MARKS.behind_last(&text[..9], 0), MARKS.behind_last("一県", 3)), ("", 9, 3));
        assert_eq!(MARKS.behind_last("é，二三", 0), "é，".len());
    }
}
