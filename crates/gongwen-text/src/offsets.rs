//! From the normalised text back to the file, and from bytes to code points.

use crate::Span;

/// Where the bytes of the normalised text came from.
///
/// The text is built from runs copied out of the source, with wraps, furniture and marks left out and a
/// few separators put in. Each run is one entry; inside a run both sides advance together. Positions
/// grow in the text, so every query is a search among the few runs of a stretch of it. In the source they grow too, but for
/// tables whose cells go on in later lines beside each other: a cell is put together before the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    /// `(text, source)` start of each run, ascending in the text.
    runs: Vec<(u32, u32)>,
    /// Some run stands in the source before the one in front of it.
    turned: bool,
    /// How many runs begin at or before the first byte of each [`STRETCH`] of the text, up to the last run.
    begun: Vec<u32>,
    /// Byte positions in the file for sources that are not UTF-8: `(decoded, file)` checkpoints.
    checkpoints: Vec<(u32, u32)>,
}

/// Bytes of the text whose runs are searched at a time.
const STRETCH: usize = 256;

impl OffsetMap {
    /// An empty map with room for so many runs.
    pub fn with_capacity(runs: usize) -> Self {
        Self { runs: Vec::with_capacity(runs), begun: Vec::with_capacity(runs), ..Self::default() }
    }

    /// Says that the text from `text` on was copied from `source` on. Calls come in the order of the text; a run
    /// that continues the last one is merged with it.
    #[inline]
    pub fn push(&mut self, text: usize, source: usize) {
        let (text, source) = (text as u32, source as u32);
        if let Some(&(t, s)) = self.runs.last() {
            debug_assert!(t <= text, "offset map must ascend");
            if source < s {
                self.turned = true;
            } else if text - t == source - s {
                return;
            }
            if t == text {
                self.runs.pop();
            }
        }
        while self.begun.len() * STRETCH < text as usize {
            self.begun.push(self.runs.len() as u32);
        }
        self.runs.push((text, source));
    }

    /// Forgets what came from `text` on, when the text is cut back to that length.
    pub fn truncate(&mut self, text: usize) {
        while self.runs.last().is_some_and(|&(t, _)| t as usize >= text.max(1)) {
            self.runs.pop();
        }
        let last = self.runs.last().map_or(0, |&(t, _)| t as usize);
        self.begun.truncate(last.div_ceil(STRETCH));
    }

    /// How many runs begin at or before `text`: few stand in one stretch, and never more than it has bytes.
    fn runs_to(&self, text: u32) -> usize {
        let Some(&runs) = self.begun.get(text as usize / STRETCH) else { return self.runs.len() };
        let behind = &self.runs[runs as usize..];
        runs as usize + behind.iter().take_while(|&&(t, _)| t <= text).count()
    }

    /// Says that the decoded byte `decoded` stood at byte `file` of the file (legacy encodings only).
    pub fn checkpoint(&mut self, decoded: usize, file: usize) {
        self.checkpoints.push((decoded as u32, file as u32));
    }

    /// Checkpoints of a source that is not UTF-8, ascending; empty for UTF-8.
    pub fn checkpoints(&self) -> &[(u32, u32)] {
        &self.checkpoints
    }

    /// Position in the decoded source of the byte `text` of the normalised text.
    pub fn decoded(&self, text: u32) -> u32 {
        self.within(self.runs_to(text), text)
    }

    /// The same, given that so many `runs` begin at or before `text`.
    fn within(&self, runs: usize, text: u32) -> u32 {
        match runs.checked_sub(1).map(|i| self.runs[i]) {
            Some((t, s)) => s + (text - t),
            None => text,
        }
    }

    /// The decoded source bytes that `span` was copied from. The end is mapped through the last byte inside,
    /// so that what was dropped behind the span is not covered.
    pub fn decoded_span(&self, span: Span) -> Span {
        let begun = self.runs_to(span.start);
        let start = self.within(begun, span.start);
        if span.is_empty() {
            return Span { start, end: start };
        }
        // Most spans end in the run that they begin in.
        let last = span.end - 1;
        let runs = match self.runs.get(begun) {
            Some(&(t, _)) if t <= last => self.runs_to(last),
            _ => begun,
        };
        let end = self.within(runs, last) + 1;
        if self.turned {
            return self.hull(begun..runs, Span { start: start.min(end), end: end.max(start) });
        }
        Span { start, end: end.max(start) }
    }

    /// `ends`, and what else of the source lies in the runs that begin within a span and the one it begins in.
    fn hull(&self, begun: std::ops::Range<usize>, ends: Span) -> Span {
        begun.fold(ends, |hull, run| {
            let (text, source) = self.runs[run];
            let before = self.within(run, text - 1) + 1;
            Span { start: hull.start.min(source), end: hull.end.max(before) }
        })
    }

    /// Where `decoded`, a span of the decoded source, came to stand in a text of `len` bytes; what was left out shrinks to
    /// the place where it would be.
    pub fn text_span(&self, decoded: Span, len: usize) -> Span {
        let behind = |at: u32| {
            if !self.turned {
                return self.runs.partition_point(|&(_, s)| s <= at);
            }
            let before = self.runs.iter().enumerate().filter(|(_, (_, s))| *s <= at);
            before.max_by_key(|(_, (_, s))| *s).map_or(0, |(i, _)| i + 1)
        };
        let place = |at: u32| {
            let i = behind(at);
            let Some(&(t, s)) = i.checked_sub(1).map(|i| &self.runs[i]) else { return 0 };
            let stop = self.runs.get(i).map_or(len as u32, |&(t, _)| t);
            (t + (at - s)).min(stop)
        };
        let start = place(decoded.start);
        Span { start, end: place(decoded.end).max(start) }
    }

    /// Position in the file of the byte `decoded` of the decoded source: between two checkpoints both sides advance in
    /// one proportion, beyond the last byte by byte.
    pub fn file(&self, decoded: u32) -> u32 {
        let i = self.checkpoints.partition_point(|&(d, _)| d <= decoded);
        let Some(&(d, f)) = i.checked_sub(1).and_then(|i| self.checkpoints.get(i)) else { return decoded };
        match self.checkpoints.get(i) {
            Some(&(d2, f2)) if d2 > d => {
                f + (u64::from(decoded - d) * u64::from(f2 - f) / u64::from(d2 - d)) as u32
            }
            _ => f + (decoded - d),
        }
    }

    /// The bytes of the file that `span` was copied from.
    pub fn file_span(&self, span: Span) -> Span {
        let decoded = self.decoded_span(span);
        let start = self.file(decoded.start);
        Span { start, end: self.file(decoded.end).max(start) }
    }

    /// Number of runs, for tests and statistics.
    pub fn runs(&self) -> usize {
        self.runs.len()
    }
}

/// Converts byte positions of a text into code point positions.
///
/// Built in one pass; a query counts in one block of 16 bytes, all of them at once.
#[derive(Clone, Debug)]
pub struct CharIndex<'a> {
    text: &'a str,
    /// Code points before byte `i * BLOCK`.
    blocks: Vec<u32>,
}

const BLOCK: usize = 16;

impl<'a> CharIndex<'a> {
    /// Indexes `text`.
    pub fn new(text: &'a str) -> Self {
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 2);
        let mut count = 0u32;
        let (whole, rest) = text.as_bytes().as_chunks::<BLOCK>();
        blocks.extend(whole.iter().map(|block| {
            let before = count;
            count += heads_before(block, BLOCK);
            before
        }));
        blocks.push(count);
        if !rest.is_empty() {
            blocks.push(count + heads(rest));
        }
        Self { text, blocks }
    }

    /// Code points before byte `byte`.
    #[inline]
    pub fn chars_before(&self, byte: u32) -> u32 {
        let (block, within) = (byte as usize / BLOCK, byte as usize % BLOCK);
        let bytes = &self.text.as_bytes()[block * BLOCK..];
        let heads = match bytes.first_chunk() {
            Some(whole) => heads_before(whole, within),
            None => heads(&bytes[..within]),
        };
        self.blocks[block] + heads
    }

    /// `span` in code points.
    #[inline]
    pub fn char_span(&self, span: Span) -> Span {
        Span { start: self.chars_before(span.start), end: self.chars_before(span.end) }
    }

    /// Code points in all.
    pub fn len(&self) -> u32 {
        self.blocks.last().copied().unwrap_or(0)
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Eight bytes of one each.
const ONES: u64 = 0x0101_0101_0101_0101;

/// Bytes that begin a character, among the first `len` of a block.
#[inline]
fn heads_before(block: &[u8; BLOCK], len: usize) -> u32 {
    /// One bit for each of so many bytes, in two words.
    const FIRST: [[u64; 2]; BLOCK + 1] = {
        let (mut first, mut len) = ([[0; 2]; BLOCK + 1], 0);
        while len < BLOCK {
            first[len + 1] = first[len];
            first[len + 1][len / 8] |= 1 << (len % 8 * 8);
            len += 1;
        }
        first
    };
    // One bit for each byte that goes on a character: the highest bit is set and the next is not.
    let inner = |half: usize| {
        let word = u64::from_le_bytes(block.as_chunks().0[half]);
        (word >> 7) & !(word >> 6) & FIRST[len][half]
    };
    let pairs = inner(0) + inner(1);
    len as u32 - (pairs.wrapping_mul(ONES) >> 56) as u32
}

/// Bytes that begin a character, among at most [`BLOCK`] bytes: so few that their count fits a byte, which lets many be
/// counted at a time.
#[inline]
fn heads(bytes: &[u8]) -> u32 {
    u32::from(bytes.iter().map(|&b| u8::from(b & 0xC0 != 0x80)).sum::<u8>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_map_back_and_merge() {
        let mut map = OffsetMap::default();
        map.push(0, 3);
        map.push(5, 8);
        map.push(10, 20);
        assert_eq!(map.runs(), 2);
        assert_eq!(map.decoded(7), 10);
        assert_eq!(map.decoded_span(Span::new(8, 12)), Span { start: 11, end: 22 });
    }

    #[test]
    fn cells_beside_each_other_lead_back() {
        // `甲 丙` over `乙 丁`, read as 甲乙 and 丙丁.
        let mut map = OffsetMap::default();
        for (text, source) in [(0, 0), (3, 8), (7, 4), (10, 12)] {
            map.push(text, source);
        }
        assert_eq!(map.decoded_span(Span::new(0, 6)), Span { start: 0, end: 11 });
        assert_eq!(map.decoded_span(Span::new(7, 13)), Span { start: 4, end: 15 });
        // The mark between two cells counts as the byte behind the first.
        assert_eq!(map.decoded_span(Span::new(0, 10)), Span { start: 0, end: 12 });
        assert_eq!(map.decoded_span(Span::new(3, 10)), Span { start: 4, end: 12 });
        assert_eq!(map.text_span(Span::new(4, 7), 13), Span { start: 7, end: 10 });
    }

    #[test]
    fn code_points_are_counted_across_blocks() {
        let text = "县".repeat(100) + "abc";
        for len in 0..=text.len() {
            let Some(text) = text.get(..len) else { continue };
            let index = CharIndex::new(text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                assert_eq!(index.chars_before(at as u32), count as u32, "{at} of {len}");
            }
            let all = text.chars().count() as u32;
            assert_eq!((index.chars_before(len as u32), index.len()), (all, all), "{len}");
        }
    }
}
