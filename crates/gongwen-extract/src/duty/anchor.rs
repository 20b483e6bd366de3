//! One pass over the whole text for the words at which a duty may stand.
//!
//! Everything else in this module runs in a small window around one of these places.

use crate::search::Search;
use gongwen_lexicon::words;
use gongwen_text::Span;
use std::ops::Range;
use std::sync::LazyLock;

/// What kind of word an anchor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// 牵头
    Lead,
    /// 负责
    Charge,
    /// 负总责, 各负其责
    Answer,
    /// 会同
    With,
    /// 联合
    Joint,
    /// 配合, 协助
    Assist,
    /// 参加, 协同
    Join,
    /// 给予支持
    Back,
    /// 责任单位为
    Called,
    /// 组长单位
    Head,
    /// 承办
    Host,
    /// 协办
    CoHost,
    /// 协调作用
    Coordinate,
    /// `单位：`, `部门：`, `单位】`, `时限：`
    Key,
    /// `）。`: a bracket that closes a sentence.
    Close,
    /// `。（`: a bracket behind the end of a sentence.
    Open,
    /// 前完成, 年内完工
    Done,
}

/// The lists of words, with what they are.
const LISTS: [(&str, Cue); 17] = [
    ("duty_anchor_lead", Cue::Lead),
    ("duty_anchor_charge", Cue::Charge),
    ("duty_anchor_answer", Cue::Answer),
    ("duty_anchor_with", Cue::With),
    ("duty_anchor_joint", Cue::Joint),
    ("duty_anchor_assist", Cue::Assist),
    ("duty_anchor_join", Cue::Join),
    ("duty_anchor_back", Cue::Back),
    ("duty_anchor_called", Cue::Called),
    ("duty_anchor_head", Cue::Head),
    ("duty_anchor_host", Cue::Host),
    ("duty_anchor_cohost", Cue::CoHost),
    ("duty_anchor_coordinate", Cue::Coordinate),
    ("duty_anchor_close", Cue::Close),
    ("duty_anchor_open", Cue::Open),
    ("duty_anchor_done", Cue::Done),
    ("duty_anchor_key", Cue::Key),
];

/// What the text is searched for.
struct Parts {
    search: Search,
    /// By the first bytes of a part: the words that hold it, each with the bytes before the part.
    holders: Vec<([u8; TOLD], Vec<Holder>)>,
}

/// A word, how many of its bytes stand before the part that is searched for, and what it means.
type Holder = (&'static str, usize, Cue);

/// Bytes by which a search tells places.
const TOLD: usize = 4;

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let mut parts: Vec<&[u8]> = Vec::new();
    let mut holders: Vec<([u8; TOLD], Vec<Holder>)> = Vec::new();
    for (list, cue) in LISTS {
        for &word in words(list) {
            let (from, part) = telling(word, cue);
            if !parts.contains(&part) {
                parts.push(part);
            }
            let told = *part.first_chunk().expect("anchors have four bytes or more");
            let at = holders.iter().position(|(other, _)| *other == told).unwrap_or_else(|| {
                holders.push((told, Vec::new()));
                holders.len() - 1
            });
            holders[at].1.push((word, from, cue));
        }
    }
    holders.sort_unstable_by_key(|(told, _)| *told);
    Parts { search: Search::new(&parts), holders }
});

/// The part of a word that is searched for, and where in the word it begins. Places are told by its first four bytes, so they had better tell two
/// characters than hardly more than one: from the last byte of the first character on. Of keys the colon tells most. What is
/// done by a time has many words, which share 前 and the byte behind it, as 协助, 协同 and 协办 do theirs, or all of 年内. Who answers for a whole has several, but 责任
/// stands everywhere, so that 责任主体 is searched for by its end, which 实施主体 shares. Who is called something is searched for by the noun.
fn telling(word: &str, cue: Cue) -> (usize, &[u8]) {
    let pair = word.starts_with('协') && word.len() == "协助".len();
    let within = word.starts_with("年内");
    if (cue == Cue::Done && !within || pair) && word.len() >= TOLD {
        return (0, &word.as_bytes()[..TOLD]);
    }
    let from = match word.chars().next() {
        _ if word.ends_with(['：', ':', '】']) => word.len().saturating_sub(TOLD),
        Some(first) => first.len_utf8() - 1,
        None => 0,
    };
    let shared = cue == Cue::Answer && !word.ends_with("主体") || within;
    let (from, to) = match cue {
        _ if shared => (from, word.len().min(from + TOLD)),
        Cue::Answer => (word.len() - "主体".len(), word.len()),
        // `为责任单位`, `责任单位为`
        Cue::Called => {
            let noun = word.find("责任").unwrap_or(0);
            (noun + from, word.len().min(noun + "责任单位".len()))
        }
        _ => (from, word.len()),
    };
    let part = word.as_bytes().get(from..to).filter(|part| part.len() >= TOLD);
    part.map_or((0, word.as_bytes()), |part| (from, part))
}

impl Parts {
    /// The word whose part stands at `place` and that does not begin before `free`.
    fn word_at(&self, text: &str, place: usize, free: u32) -> Option<Anchor> {
        let told = text.as_bytes()[place..].first_chunk()?;
        let found = self.holders.binary_search_by_key(told, |(told, _)| *told).ok()?;
        let whole = |&(word, before, cue): &Holder| {
            let at = place.checked_sub(before).filter(|&at| at >= free as usize)?;
            let end = at + word.len();
            let stands = text.as_bytes()[at..].starts_with(word.as_bytes())
                && !(matches!(cue, Cue::Answer | Cue::Head | Cue::Called) && is_key(&text[end..]));
            stands.then_some(Anchor { at: at as u32, end: end as u32, cue })
        };
        self.holders[found].1.iter().find_map(whole)
    }
}

/// Whether a word is a key by what stands behind it: `责任主体：`.
fn is_key(behind: &str) -> bool {
    behind.trim_start_matches([' ', '\u{3000}']).starts_with(['：', ':', '】'])
}

/// A word at which a duty may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// First byte in the text.
    pub at: u32,
    /// One past its last byte.
    pub end: u32,
    /// What kind of word.
    pub cue: Cue,
}

/// The anchors of a text, ascending.
#[derive(Clone, Debug, Default)]
pub(crate) struct Anchors {
    found: Vec<Anchor>,
    /// Where the last span began that was asked for.
    near: usize,
}

/// Steps to the next span; further on it is searched for.
const NEAR: usize = 8;

impl Anchors {
    /// Scans a text once.
    pub(crate) fn scan(text: &str) -> Self {
        let parts = &*PARTS;
        let mut found: Vec<Anchor> = Vec::with_capacity(text.len() / 256);
        parts.search.each(text, |place| {
            let behind = found.last().map_or(0, |last| last.end);
            found.extend(parts.word_at(text, place, behind));
        });
        Self { found, near: 0 }
    }

    /// Numbers of the anchors that begin in `span`. Spans come in the order of the text, nearly always.
    pub(crate) fn within(&mut self, span: Span) -> Range<usize> {
        let mut from = self.near;
        if from > 0 && self.found[from - 1].at >= span.start {
            from = 0;
        }
        from += count_before(&self.found[from..], span.start);
        self.near = from;
        let len = count_before(&self.found[from..], span.end);
        from..from + len
    }

    /// The anchor of this number.
    #[inline]
    pub(crate) fn at(&self, number: usize) -> Anchor {
        self.found[number]
    }

    /// The anchor behind the one of this number.
    pub(crate) fn next(&self, number: usize) -> Option<&Anchor> {
        self.found.get(number + 1)
    }

    /// Where the anchors of one kind begin.
    pub(crate) fn of(&self, cue: Cue) -> impl Iterator<Item = usize> + '_ {
        self.found.iter().filter(move |anchor| anchor.cue == cue).map(|anchor| anchor.at as usize)
    }

    /// Whether an anchor of one of these kinds begins in `span`.
    pub(crate) fn any(&mut self, span: Span, cues: &[Cue]) -> bool {
        let range = self.within(span);
        self.found[range].iter().any(|anchor| cues.contains(&anchor.cue))
    }
}

/// How many of the anchors stand before a place, which is near their beginning as a rule.
fn count_before(anchors: &[Anchor], at: u32) -> usize {
    let near = anchors.iter().take(NEAR).take_while(|anchor| anchor.at < at).count();
    if near < NEAR { near } else { near + anchors[near..].partition_point(|anchor| anchor.at < at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_found_in_their_span_only() {
        let text = "由县水利局牵头。\n（县林业局负责）。";
        let mut anchors = Anchors::scan(text);
        let line = Span::new(text.find('（').expect("a bracket"), text.len());
        let cues: Vec<Cue> = anchors.within(line).map(|number| anchors.at(number).cue).collect();
        assert_eq!(cues, [Cue::Charge, Cue::Close]);
        assert!(anchors.any(line, &[Cue::Charge]) && !anchors.any(line, &[Cue::Lead]));
        assert_eq!(anchors.within(Span::new(0, text.len())).len(), 3);
    }

    /// The vectors hold no more words than that; with one more an automaton searches, which takes several times as long.
    #[test]
    fn parts_fit_the_vectors() {
        const MOST: usize = 64;
        let words =
            LISTS.iter().flat_map(|&(list, cue)| words(list).iter().map(move |word| telling(word, cue).1));
        let parts: std::collections::BTreeSet<&[u8]> = words.collect();
        assert!(parts.len() <= MOST, "{}", parts.len());
    }

    /// The words one by one at every place: what the search by parts of words must find.
    #[test]
    fn parts_of_words_find_what_the_words_do() {
        let words: Vec<(&str, Cue)> =
            LISTS.iter().flat_map(|&(list, cue)| words(list).iter().map(move |&word| (word, cue))).collect();
        let mut marks: Vec<char> = words.iter().flat_map(|(word, _)| word.chars()).collect();
        // Characters that end in the same byte.
        let other = |word: &str| char::from_u32(u32::from(word.chars().next()?) ^ 0x40);
        marks.extend(words.iter().filter_map(|(word, _)| other(word)));
        marks.extend(['县', '局', '，', 'a', '😀']);
        let mut seed = 1_u64;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
            (seed >> 33) as usize % below
        };
        for _ in 0..2000 {
            let text: String = (0..40)
                .map(|_| match next(3) {
                    0 => words[next(words.len())].0.to_owned(),
                    _ => marks[next(marks.len())].to_string(),
                })
                .collect();
            let (mut at, mut expect) = (0, Vec::new());
            while at < text.len() {
                let here = words.iter().find(|(word, cue)| {
                    let key = || {
                        matches!(cue, Cue::Answer | Cue::Head | Cue::Called)
                            && is_key(&text[at + word.len()..])
                    };
                    text[at..].starts_with(word) && !key()
                });
                expect.extend(here.map(|&(word, cue)| (at as u32, (at + word.len()) as u32, cue)));
                at += here.map_or_else(
                    || text[at..].chars().next().map_or(1, char::len_utf8),
                    |(word, _)| word.len(),
                );
            }
            let found: Vec<_> = Anchors::scan(&text).found.iter().map(|a| (a.at, a.end, a.cue)).collect();
            assert_eq!(found, expect, "{text}");
        }
    }
}
