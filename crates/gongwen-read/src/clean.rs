//! Copies words out of the source and leaves out what is no word: invisible characters and mark-up.
//!
//! Documents have little of it, so its places are found in one pass over the whole, and fragments without any are copied
//! as they are.

use crate::{autospace, stray};
use gongwen_text::OffsetMap;

/// Copies fragments of one decoded source.
pub(crate) struct Copier<'a> {
    source: &'a str,
    /// Where in the source [`dirt`] should look, ascending.
    spots: Vec<u32>,
    /// The first of `spots` at or behind the start of the last fragment.
    spot: usize,
    back: &'a [(u32, u32)],
    /// Where the current line of the text begins: no white space is put there.
    line: usize,
    /// The mark of an emphasis that is open: `*（…）*`.
    emphasis: u8,
    /// The normalised text so far.
    pub(crate) text: String,
    /// Where it came from.
    pub(crate) map: OffsetMap,
}

impl<'a> Copier<'a> {
    /// `back` leads from `source` to the decoded file: `(source, decoded)` starts of runs, empty when both
    /// are the same. `lines` is how many lines the source has, about as many as there will be runs.
    pub(crate) fn new(source: &'a str, back: &'a [(u32, u32)], lines: usize) -> Self {
        Self {
            source,
            spots: spots(source),
            spot: 0,
            back,
            line: 0,
            emphasis: 0,
            text: String::with_capacity(source.len() + 1),
            map: OffsetMap::with_capacity(lines.max(back.len()) + 16),
        }
    }

    /// The words of the source at `start..end`.
    pub(crate) fn words(&self, start: usize, end: usize) -> &'a str {
        &self.source[start..end]
    }

    /// Copies the bytes `start..end` of the source.
    pub(crate) fn copy(&mut self, start: usize, end: usize) {
        // Fragments mostly come in the order of the source.
        if self.spot > 0 && self.spots[self.spot - 1] as usize >= start {
            self.spot = self.spots.partition_point(|&spot| (spot as usize) < start);
        }
        let mut at = start;
        while let Some(&spot) = self.spots.get(self.spot) {
            let spot = spot as usize;
            if spot >= end {
                break;
            }
            self.spot += 1;
            if spot < at {
                continue;
            }
            if spot > at {
                self.run(at, &self.source[at..spot]);
            }
            let rest = &self.source[spot..end];
            let (drop, put) = if self.is_emphasis(rest) { (1, None) } else { dirt(rest) };
            match put {
                Some(c) if drop == c.len_utf8() && rest.starts_with(c) => {
                    self.run(spot, &rest[..drop]);
                }
                Some(' ') if self.text.len() == self.line => {}
                Some(c) => {
                    self.mark(spot);
                    self.text.push(c);
                }
                None => {}
            }
            at = spot + drop;
        }
        if at < end || at == start {
            self.run(at, &self.source[at..end]);
        }
    }

    /// Whether `rest` begins with a mark of Markdown around a bracket: `*（县教育局负责）*`, `_（…）_`.
    fn is_emphasis(&mut self, rest: &str) -> bool {
        const LONGEST: usize = 600;
        let &[mark @ (b'*' | b'_'), ref inner @ ..] = rest.as_bytes() else { return false };
        if mark == self.emphasis && self.text.ends_with(['）', ')']) {
            self.emphasis = 0;
            return true;
        }
        let opens = inner.starts_with("（".as_bytes()) || inner.starts_with(b"(");
        let mut ends = memchr::memchr_iter(mark, &inner[..inner.len().min(LONGEST)]);
        let closes = |end: usize| inner[..end].ends_with("）".as_bytes()) || inner[..end].ends_with(b")");
        let opens = opens && ends.any(closes);
        if opens {
            self.emphasis = mark;
        }
        opens
    }

    /// Puts in a separator that the source does not have; it counts as coming from the byte behind the last.
    pub(crate) fn separate(&mut self, separator: char) {
        self.text.push(separator);
        if separator != ' ' {
            self.line = self.text.len();
        }
    }

    /// Takes white space off the end of what was written since `start`.
    pub(crate) fn trim_from(&mut self, start: usize) {
        // Most paragraphs end with a full stop or a word.
        if let [.., 0xE3, 0x80, 0x82] | [.., 0xE4..=0xE9, _, _] = self.text.as_bytes()[start..] {
            return;
        }
        let kept = self.text[start..].trim_end().len();
        self.cut_back(start + kept);
    }

    /// Takes back what was written from `len` on.
    pub(crate) fn cut_back(&mut self, len: usize) {
        if len < self.text.len() {
            self.text.truncate(len);
            self.map.truncate(len);
            self.line = self.line.min(len);
        }
    }

    fn run(&mut self, mut start: usize, mut part: &str) {
        // Most lines begin with a word, which needs no trimming.
        if self.text.len() == self.line && !matches!(part.as_bytes(), [b'!'..=b'~' | 0xE4..=0xE9, ..]) {
            let words = part.trim_start();
            start += part.len() - words.len();
            part = words;
            if part.is_empty() {
                return;
            }
        }
        if self.back.is_empty() {
            self.map.push(self.text.len(), start);
            self.text.push_str(part);
            return;
        }
        // The source is itself put together: every run of it is a run of the text.
        let (mut at, end) = (start, start + part.len());
        let mut i = self.back.partition_point(|&(s, _)| s as usize <= start);
        while at < end {
            let stop = self.back.get(i).map_or(end, |&(s, _)| (s as usize).min(end));
            let decoded = i.checked_sub(1).map_or(at, |i| {
                let (s, d) = self.back[i];
                d as usize + (at - s as usize)
            });
            self.map.push(self.text.len(), decoded);
            self.text.push_str(&self.source[at..stop]);
            at = stop;
            i += 1;
        }
    }

    fn mark(&mut self, source: usize) {
        let decoded = decoded_at(self.back, source as u32) as usize;
        self.map.push(self.text.len(), decoded);
    }
}

/// Position in the decoded file of the byte `source` of a source put together of the runs `back`.
pub(crate) fn decoded_at(back: &[(u32, u32)], source: u32) -> u32 {
    let i = back.partition_point(|&(s, _)| s <= source);
    i.checked_sub(1).map(|i| back[i]).map_or(source, |(s, d)| d + (source - s))
}

/// Bytes that are looked at together.
const BLOCK: usize = 128;

/// Where anything may have to be left out, in order. Most blocks have nothing and are passed over many bytes at a time.
fn spots(source: &str) -> Vec<u32> {
    let bytes = source.as_bytes();
    let mut spots = Vec::new();
    let mut at = 0;
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        if may_have_dirt(block) {
            note(bytes, at, at + BLOCK, &mut spots);
        }
        at += BLOCK;
    }
    note(bytes, at, bytes.len(), &mut spots);
    let marks = spots.len();
    spots.extend(stray::blanks(source).map(|at| at as u32));
    spots.extend(autospace::blanks(source).map(|at| at as u32));
    if spots.len() > marks {
        spots.sort_unstable();
    }
    spots
}

/// Whether a block could have a spot; the two bytes behind it are looked at as well. Says so too often, for rare marks. Written
/// so that it runs on many bytes at a time.
fn may_have_dirt(block: &[u8; BLOCK + 2]) -> bool {
    const LANES: usize = 16;
    // Noted lane by lane and asked for once: how near the bytes come to one, or to the bottom of a range.
    let most = [u8::MAX; LANES];
    let (mut one, mut lowest, mut control, mut mark) = (most, most, most, most);
    for step in 0..BLOCK / LANES {
        for lane in 0..LANES {
            let i = step * LANES + lane;
            let byte = block[i];
            lowest[lane] = lowest[lane].min(byte);
            control[lane] = control[lane].min(byte.wrapping_sub(0x0B));
            // `;` to `?`, `[` to `_`, `{` to DEL.
            mark[lane] = mark[lane].min((byte & 0x9F).wrapping_sub(0x1B));
            // C2 and E2. Quotation marks and dashes, which are frequent, are U+2010 to U+201F.
            let frequent = if block[i + 2] & 0xF0 == 0x90 { u8::MAX } else { 0 };
            let general = (byte & 0xDF ^ 0xC2) | frequent;
            let order_mark = (byte ^ 0xEF) | (block[i + 1] ^ 0xBB);
            one[lane] = one[lane].min(general).min(order_mark).min(byte ^ b'*').min(byte ^ b'&');
        }
    }
    let below = |noted: [u8; LANES], bound| noted.iter().any(|&byte| byte < bound);
    below(one, 1) || below(lowest, 0x09) || below(control, 0x15) || below(mark, 5)
}

/// Puts in the spots between two places.
fn note(bytes: &[u8], mut at: usize, to: usize, spots: &mut Vec<u32>) {
    while at < to {
        let step = STEPS[usize::from(bytes[at])];
        if step > 0 {
            at += usize::from(step);
            continue;
        }
        let dirty = match bytes[at..] {
            // U+2000 to U+200F, U+2028 to U+202F, U+2040 to U+207F.
            [0xE2, second, third, ..] => {
                second == 0x81 || second == 0x80 && matches!(third, 0x80..0x90 | 0xA8..0xB0)
            }
            [0xEF, second, ..] => second == 0xBB,
            _ => true,
        };
        if dirty {
            spots.push(at as u32);
        }
        at += 1;
    }
}

/// How far a byte is stepped over; 0 for bytes that a spot can begin with. The second and third bytes of a character begin none,
/// wherever one starts.
const STEPS: [u8; 256] = {
    let mut steps = [1; 256];
    let mut byte = 0;
    while byte < 256 {
        match byte as u8 {
            0..=8
            | 0x0B
            | 0x0C
            | 0x0E..=0x1F
            | 0x7F
            | b'*'
            | b'_'
            | b'\\'
            | b'<'
            | b'['
            | b'&'
            | 0xC2
            | 0xE2
            | 0xEF => {
                steps[byte] = 0;
            }
            0xE3..=0xE9 => steps[byte] = 3,
            _ => {}
        }
        byte += 1;
    }
    steps
};

/// What stands at the start of `rest`: how many bytes to leave out, and what to put instead.
fn dirt(rest: &str) -> (usize, Option<char>) {
    let c = rest.chars().next().expect("dirt begins on a character");
    let whole = c.len_utf8();
    match c {
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{85}' => (whole, Some(' ')),
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => (whole, None),
        c if c.is_control() => (whole, None),
        '*' if rest.starts_with("**") => (rest.len() - rest.trim_start_matches('*').len(), None),
        // A backslash in front of a mark is markdown's escape.
        '\\' if rest.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation) => (1, None),
        '<' => tag(rest).map_or((whole, Some(c)), |n| (n, None)),
        '[' if rest.starts_with("[bookmark:") => {
            let close = rest.as_bytes().iter().take(80).position(|&b| b == b']');
            close.map_or((whole, Some(c)), |n| (n + 1, None))
        }
        // Only those inside a word and around a number were noted.
        ' ' => (whole, None),
        '[' if rest.starts_with("[^") => footnote(rest).map_or((whole, Some(c)), |n| (n, None)),
        '&' => ENTITIES
            .iter()
            .find(|(name, _)| rest.starts_with(name))
            .map_or((whole, Some(c)), |&(name, put)| (name.len(), Some(put))),
        c => (whole, Some(c)),
    }
}

/// Length of the mark of a footnote (`[^1]`) that `rest` begins with.
pub(crate) fn footnote(rest: &str) -> Option<usize> {
    const LONGEST: usize = 12;
    let inner = rest.strip_prefix("[^")?.as_bytes();
    let name = inner
        .iter()
        .take(LONGEST)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        .count();
    (name > 0 && inner.get(name) == Some(&b']')).then_some("[^]".len() + name)
}

/// The first is escaped twice.
const ENTITIES: [(&str, char); 6] =
    [("&amp;nbsp;", ' '), ("&nbsp;", ' '), ("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"')];

/// Length of the inline tag that `rest` begins with.
pub(crate) fn tag(rest: &str) -> Option<usize> {
    const NAMES: [&str; 16] = [
        "br", "b", "i", "u", "p", "span", "strong", "em", "sup", "sub", "font", "div", "center", "a", "td",
        "tr",
    ];
    let head: &[u8] = &rest.as_bytes()[..rest.len().min(200)];
    let close = memchr::memchr(b'>', head)?;
    let inner = rest.get(1..close)?.trim_start_matches('/');
    let name = inner.split([' ', '/', '\t']).next()?;
    NAMES.iter().any(|n| name.eq_ignore_ascii_case(n)).then_some(close + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &str) {
        let mut copier = Copier::new(source, &[], 1);
        copier.copy(0, source.len());
        assert_eq!(copier.text, expect);
        for (at, c) in copier.text.char_indices() {
            let from = copier.map.decoded(at as u32) as usize;
            assert!(
                source[from..].starts_with(c) || c == ' ' || source[from..].starts_with('&'),
                "{c} at {at}"
            );
        }
    }

    #[test]
    fn spots_are_found_wherever_they_stand() {
        for (mark, dirty) in [
            ("\u{200B}", true),
            ("\u{FEFF}", true),
            ("**", true),
            ("\u{7F}", true),
            ("“", false),
            ("；?", false),
        ] {
            for before in 0..70 {
                let text = "a".repeat(before) + mark + &"县".repeat(20);
                assert_eq!(
                    spots(&text).first().copied(),
                    dirty.then_some(before as u32),
                    "{mark:?} {before}"
                );
            }
        }
        assert!(spots("").is_empty());
    }

    #[test]
    fn marks_and_invisible_characters_are_left_out() {
        check("加强\u{200B}领导\u{A0}组织", "加强领导 组织");
        check("**加强领导。**县政府*注", "加强领导。县政府*注");
        check("轮换。*（县委负责）*", "轮换。（县委负责）");
        check("轮换。_(县委负责)_。", "轮换。(县委负责)。");
        check("轮换*（县委负责）a_b", "轮换*（县委负责）a_b");
        check("1\\.加强<br>领导<5%", "1.加强领导<5%");
        check("[bookmark: _GoBack]实施“五小”活动[2021]", "实施“五小”活动[2021]");
        check("a\u{1}b&nbsp;c&d", "ab c&d");
        check("a&amp;nbsp;b&amp;c", "a b&c");
        check("建设基地5个[^1]。甲[^]乙[^甲]", "建设基地5个。甲[^]乙[^甲]");
    }
}
