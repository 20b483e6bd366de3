//! Lists of words and characters that a text is searched for.
//!
//! Owns the search: nearly every character begins (or ends) none of the words, and one bit tells; of those that may, the
//! first (last) eight bytes tell, in one comparison. Does not own the words, which are data of `gongwen-lexicon`.

mod characters;
mod seen;
mod side;

pub(crate) use characters::{CharSet, width};
use characters::{low, maybe};
pub(crate) use seen::Seen;
use side::{Entry, Side, back, front, has_bit, longest};

/// Words that are looked for at the beginning, at the end or anywhere in a text; of several the longest counts.
#[derive(Clone, Debug)]
pub(crate) struct WordList {
    first: Side<16>,
    last: Side<16>,
    /// By the first two characters: few pairs of a text begin a word, where many characters do.
    pairs: Side<64>,
    /// The same pairs by another sum, which lets through few of those that `pairs` takes for another.
    again: [u64; 64],
    /// Whether every word has two characters, and whether some word begins with another pair than of three bytes each.
    paired: bool,
    odd: bool,
}

/// The low ten bits of a character by which words are grouped.
#[inline]
fn ten_bits((high, low): (u8, u8)) -> usize {
    usize::from(high & 15) << 6 | usize::from(low & 63)
}

/// The group of two characters of three bytes, and another number of as many bits which two that share the group hardly
/// share too; nothing when the eight bytes begin with other ones.
#[inline]
fn pair(eight: u64) -> Option<(usize, usize)> {
    const LEADS: u64 = 0xF000_00F0;
    const OF_THREE: u64 = 0xE000_00E0;
    let product = (eight << 16).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (eight & LEADS == OF_THREE).then_some(((product >> 52) as usize, (product >> 40) as usize & 0xFFF))
}

impl WordList {
    /// The list of these words, none of which begins with a character of four bytes.
    pub(crate) fn new(words: &[&'static str]) -> Self {
        let code = |c: Option<char>| c.map(|c| c as usize & 1023);
        let two = |word: &str| pair(front(word.as_bytes()));
        let mut again = [0; 64];
        for (_, bit) in words.iter().filter_map(|word| two(word)) {
            again[bit / 64] |= 1 << (bit % 64);
        }
        Self {
            first: Side::new(words, |word| code(word.chars().next()), front),
            last: Side::new(words, |word| code(word.chars().next_back()), back),
            pairs: Side::new(words, |word| two(word).map(|(group, _)| group), front),
            again,
            paired: words.iter().all(|word| word.chars().nth(1).is_some()),
            odd: words.iter().any(|word| two(word).is_none()),
        }
    }

    /// The cue list of this name.
    pub(crate) fn list(name: &str) -> Self {
        Self::new(gongwen_lexicon::words(name))
    }

    /// Whether a word begins with the first character of `text`, or one with the same bits.
    #[inline]
    fn may_begin(&self, text: &str) -> bool {
        match *text.as_bytes() {
            [ascii @ ..0x80, ..] => self.first.has(ten_bits((ascii >> 6, ascii))),
            [0xC0..=0xDF, low, ..] => self.first.has(ten_bits((text.as_bytes()[0], low))),
            // No word begins with a character of four bytes, so that its bits may say what they like.
            [_, high, low, ..] => self.first.has(ten_bits((high, low))),
            _ => false,
        }
    }

    /// The longest word that `text` begins with.
    #[inline]
    pub(crate) fn prefix(&self, text: &str) -> Option<&'static str> {
        if self.may_begin(text) { self.longest_at(text.as_bytes()) } else { None }
    }

    /// The longest word that a text begins with whose first character may begin one.
    fn longest_at(&self, bytes: &[u8]) -> Option<&'static str> {
        let entries = match pair(front(bytes)).filter(|_| self.paired) {
            Some((group, _)) => self.pairs.at(group),
            None => self.first.at(ten_bits(low(&bytes[..width(*bytes.first()?)]))),
        };
        longest(entries, bytes).map(|entry| entry.word)
    }

    /// Whether a word ends with the last character of `text`, or one with the same bits.
    #[inline]
    pub(crate) fn may_end(&self, text: &str) -> bool {
        match *text.as_bytes() {
            [.., ascii @ ..0x80] => self.last.has(ten_bits((ascii >> 6, ascii))),
            [.., high, low] => self.last.has(ten_bits((high, low))),
            _ => false,
        }
    }

    /// The longest word that `text` ends with.
    #[inline]
    pub(crate) fn suffix(&self, text: &str) -> Option<&'static str> {
        if self.may_end(text) { self.longest_before(text) } else { None }
    }

    /// The longest word that a text ends with whose last character may end one.
    fn longest_before(&self, text: &str) -> Option<&'static str> {
        self.suffixes(text).next().map(|(word, _)| word)
    }

    /// Every word that `text` ends with and its place in the list, the longest first.
    #[inline]
    pub(crate) fn suffixes<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (&'static str, usize)> + 't {
        let bytes = text.as_bytes();
        let entries = match *bytes {
            [.., ascii @ ..0x80] => self.last.at(ten_bits((ascii >> 6, ascii))),
            [.., high, low] => self.last.at(ten_bits((high, low))),
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

    #[inline]
    fn next(&self, text: &str, from: usize) -> Option<(usize, &Entry)> {
        if self.paired {
            self.next_pair(text.as_bytes(), from)
        } else {
            self.next_single(text.as_bytes(), from)
        }
    }

    /// The first word from `from` on, of a list whose words all have two characters.
    fn next_pair(&self, bytes: &[u8], from: usize) -> Option<(usize, &Entry)> {
        let mut at = from;
        loop {
            let (place, group) = self.maybe_pair(bytes, at)?;
            at = place + width(bytes[place]);
            let entries = match group {
                Some(group) => self.pairs.under(group),
                None => self.first.at(ten_bits(low(&bytes[place..at]))),
            };
            if let Some(entry) = longest(entries, &bytes[place..]) {
                return Some((place, entry));
            }
        }
    }

    /// The first place from `from` on where a pair may begin a word, and its group; or one that no pair begins, of a list that
    /// has words for it. Nearly all of a text goes through this loop: it is a function of its own so that it has all registers.
    #[inline(never)]
    fn maybe_pair(&self, bytes: &[u8], from: usize) -> Option<(usize, Option<usize>)> {
        let mut rest = bytes.get(from..)?;
        loop {
            let eight = match (rest.get(..8), rest.get(..6)) {
                (Some(eight), _) => front(eight),
                (None, Some(six)) => front(six),
                _ if self.odd && !rest.is_empty() => front(rest),
                _ => return None,
            };
            let step = match pair(eight) {
                Some((group, again)) if self.pairs.has(group) && has_bit(&self.again, again) => {
                    return Some((bytes.len() - rest.len(), Some(group)));
                }
                Some(_) => '一'.len_utf8(),
                None if self.odd => return Some((bytes.len() - rest.len(), None)),
                None => width(eight as u8),
            };
            rest = rest.get(step..)?;
        }
    }

    /// The first word from `from` on, of any list.
    fn next_single(&self, bytes: &[u8], from: usize) -> Option<(usize, &Entry)> {
        let mut at = from;
        loop {
            at = maybe(&self.first.bits, bytes, at)?;
            let end = at + width(bytes[at]);
            if let Some(entry) = longest(self.first.at(ten_bits(low(&bytes[at..end]))), &bytes[at..]) {
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

    /// The longest word at every place of `text` where one stands, also inside another: where, the word, and its place in
    /// the list.
    #[inline]
    pub(crate) fn each<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, &'static str, usize)> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, entry) = self.next(text, from)?;
            from = at + width(text.as_bytes()[at]);
            Some((at, entry.word, usize::from(entry.index)))
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

    /// Whether a word may begin in what was looked at.
    #[inline]
    pub(crate) fn may_stand(&self, seen: &Seen) -> bool {
        seen.meets(&self.first.bits)
    }

    /// Whether any word stands in `part`, a part of what was looked at.
    #[inline]
    pub(crate) fn within_seen(&self, part: &str, seen: &Seen) -> bool {
        debug_assert!(self.may_stand(seen) || !self.within(part), "{part} is no part of what was looked at");
        self.may_stand(seen) && self.within(part)
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

    /// The same by asking for every word at every place.
    fn slowly(words: &[&'static str], text: &str) -> Vec<(usize, usize, usize)> {
        let (mut found, mut from) = (Vec::new(), 0);
        for (at, _) in text.char_indices() {
            let here = words.iter().enumerate().filter(|(_, word)| text[at..].starts_with(**word));
            if let Some((index, word)) = here.max_by_key(|(_, word)| word.len()).filter(|_| at >= from) {
                from = at + word.len();
                found.push((at, from, index));
            }
        }
        found
    }

    #[test]
    fn words_are_found_as_by_asking_for_each() {
        let pairs = ["全省", "全省平均", "平均", "省é", "é平", "a全", "均a省a平", "市全市"];
        let alone = ["全", "全省", "平均平均省", "é", "aa"];
        let alphabet = ['全', '省', '平', '均', '市', 'é', 'a', '😀'];
        let mut state = 1u64;
        for _ in 0..2_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.push(alphabet[(state >> 33) as usize % alphabet.len()]);
            }
            for words in [&pairs[..], &alone[..]] {
                let list = WordList::new(words);
                assert_eq!(list.all(&text).collect::<Vec<_>>(), slowly(words, &text), "{text}");
                let prefix = slowly(words, &text).first().filter(|(at, ..)| *at == 0).map(|found| found.1);
                assert_eq!(list.prefix(&text).map(str::len), prefix, "{text}");
                let mut ends: Vec<_> = words.iter().copied().filter(|word| text.ends_with(word)).collect();
                ends.sort_by_key(|word| std::cmp::Reverse(word.len()));
                assert!(list.suffixes(&text).map(|(word, _)| word).eq(ends), "{text}");
            }
        }
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
