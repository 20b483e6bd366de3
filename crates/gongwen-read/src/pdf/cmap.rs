//! Codes of a font to characters: the ToUnicode table of a font, and tables from codes to glyph numbers.
//!
//! Both are PostScript that every producer writes in one shape (ISO 32000-1, 9.10.3); only that shape is read.

use super::content::from_hex;

/// Most entries of one table.
const ENTRIES: usize = 200_000;

/// Where a range of codes leads.
#[derive(Clone, Debug, PartialEq)]
enum To {
    /// Counting on from this value.
    From(u32),
    /// Several characters.
    Text(Box<str>),
}

/// A table from codes to values.
#[derive(Clone, Debug, Default)]
pub(super) struct CodeMap {
    /// `(first, last, value)`, ascending.
    ranges: Vec<(u32, u32, To)>,
    /// `(bytes, first, last)` of the codes.
    spaces: Vec<(usize, u32, u32)>,
}

impl CodeMap {
    /// Reads a ToUnicode table (`unicode`) or a table to glyph numbers.
    pub(super) fn parse(source: &[u8], unicode: bool) -> Self {
        let mut map = Self::default();
        let words = Words { bytes: source, at: 0 };
        let mut hold: Vec<Word> = Vec::new();
        let mut inside = false;
        for word in words {
            match word {
                Word::Plain(
                    b"begincodespacerange"
                    | b"beginbfchar"
                    | b"beginbfrange"
                    | b"begincidchar"
                    | b"begincidrange",
                ) => {
                    hold.clear();
                    inside = true;
                }
                Word::Plain(end) if inside && end.starts_with(b"end") => {
                    map.section(end, &hold, unicode);
                    hold.clear();
                    inside = false;
                }
                word if inside => hold.push(word),
                _ => {}
            }
            if map.ranges.len() > ENTRIES || hold.len() > ENTRIES {
                break;
            }
        }
        map.ranges.sort_by_key(|&(first, ..)| first);
        map
    }

    fn section(&mut self, end: &[u8], hold: &[Word<'_>], unicode: bool) {
        match end {
            b"endcodespacerange" => {
                for pair in hold.chunks_exact(2) {
                    if let [Word::Bytes(first), Word::Bytes(last)] = pair {
                        self.spaces.push((first.len(), number(first), number(last)));
                    }
                }
            }
            b"endbfchar" | b"endcidchar" => {
                for pair in hold.chunks_exact(2) {
                    if let Word::Bytes(code) = &pair[0]
                        && let Some(to) = target(&pair[1], unicode)
                    {
                        self.ranges.push((number(code), number(code), to));
                    }
                }
            }
            _ => {
                let mut at = 0;
                while let [Word::Bytes(first), Word::Bytes(last), rest @ ..] = &hold[at.min(hold.len())..] {
                    let (first, last) = (number(first), number(last));
                    at += 2;
                    match rest.first() {
                        Some(Word::Open) => {
                            at += 1;
                            let mut code = first;
                            for word in &rest[1..] {
                                at += 1;
                                if matches!(word, Word::Close) {
                                    break;
                                }
                                if let Some(to) = target(word, unicode) {
                                    self.ranges.push((code, code, to));
                                }
                                code = code.saturating_add(1);
                            }
                        }
                        Some(word) => {
                            at += 1;
                            if let Some(to) = target(word, unicode)
                                && last >= first
                            {
                                self.ranges.push((first, last, to));
                            }
                        }
                        None => break,
                    }
                }
            }
        }
    }

    /// Whether it has no entry.
    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many bytes the code at the start of `bytes` has, if the table says.
    pub(super) fn length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |&&(n, first, last): &&(usize, u32, u32)| {
            bytes.len() >= n && (first..=last).contains(&number(&bytes[..n]))
        };
        self.spaces.iter().find(fits).map(|&(n, ..)| n).filter(|&n| n > 0)
    }

    /// The glyph number of a code.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let (first, _, to) = self.range(code)?;
        match to {
            To::From(value) => Some(value.wrapping_add(code - first)),
            To::Text(_) => None,
        }
    }

    /// Puts the characters of a code into `out`; whether there are any.
    pub(super) fn characters(&self, code: u32, out: &mut Vec<char>) -> bool {
        match self.range(code) {
            Some((first, _, To::From(value))) => match char::from_u32(value.wrapping_add(code - first)) {
                Some(c) if c != '\0' && c != '\u{FFFD}' => out.push(c),
                _ => return false,
            },
            Some((_, _, To::Text(text))) => out.extend(text.chars().filter(|c| *c != '\0')),
            None => return false,
        }
        true
    }

    fn range(&self, code: u32) -> Option<&(u32, u32, To)> {
        let at = self.ranges.partition_point(|&(first, ..)| first <= code);
        // Ranges of one producer do not overlap, but a single code may stand inside a wide range.
        self.ranges[..at].iter().rev().take(4).find(|&&(_, last, _)| code <= last)
    }
}

fn target(word: &Word<'_>, unicode: bool) -> Option<To> {
    match word {
        Word::Bytes(bytes) if unicode => {
            let units: Vec<u16> = bytes
                .chunks(2)
                .map(|p| if let [a, b] = p { u16::from_be_bytes([*a, *b]) } else { p[0].into() })
                .collect();
            let text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\0')).collect();
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => Some(To::From(c as u32)),
                (Some(_), Some(_)) => Some(To::Text(text.into())),
                _ => None,
            }
        }
        Word::Plain(digits) if !unicode => {
            std::str::from_utf8(digits).ok().and_then(|d| d.parse().ok()).map(To::From)
        }
        _ => None,
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |n, &b| n << 8 | u32::from(b))
}

enum Word<'a> {
    Bytes(Vec<u8>),
    Plain(&'a [u8]),
    Open,
    Close,
}

struct Words<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            let rest = &self.bytes[self.at.min(self.bytes.len())..];
            let first = *rest.first()?;
            match first {
                b'%' => self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len()),
                b'<' if rest.get(1) != Some(&b'<') => {
                    let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
                    self.at += end + 1;
                    return Some(Word::Bytes(from_hex(&rest[1..end])));
                }
                b'[' => {
                    self.at += 1;
                    return Some(Word::Open);
                }
                b']' => {
                    self.at += 1;
                    return Some(Word::Close);
                }
                b if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.') => {
                    let n = rest
                        .iter()
                        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'))
                        .count();
                    self.at += n;
                    return Some(Word::Plain(&rest[..n]));
                }
                _ => self.at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(map: &CodeMap, code: u32, expect: &str) {
        let mut out = Vec::new();
        map.characters(code, &mut out);
        assert_eq!(out.iter().collect::<String>(), expect, "{code:X}");
    }

    #[test]
    fn to_unicode() {
        let source = b"/CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange
            2 beginbfchar <0001> <4E00> <0002> <00660069> endbfchar
            2 beginbfrange <0010> <0012> <0041> <0020><0021>[<4E8C> <4E09>] endbfrange";
        let map = CodeMap::parse(source, true);
        for (code, expect) in [(1, "一"), (2, "fi"), (0x11, "B"), (0x21, "三"), (0x30, "")] {
            check(&map, code, expect);
        }
        assert_eq!(map.length(&[0, 1, 2]), Some(2));
    }

    #[test]
    fn to_glyphs() {
        let map = CodeMap::parse(b"1 begincidrange <00> <ff> 100 endcidrange", false);
        assert_eq!(map.glyph(5), Some(105));
        assert!(!map.is_empty());
    }
}
