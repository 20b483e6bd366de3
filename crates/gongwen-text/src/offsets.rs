//! From the normalised text back to the file, and from bytes to code points.

use crate::Span;

/// Where the bytes of the normalised text came from.
///
/// The text is built from runs copied out of the source, with wraps, furniture and marks left out and a
/// few separators put in. Each run is one entry; inside a run both sides advance together. Positions
/// grow on both sides, so every query is a binary search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    /// `(text, source)` start of each run, ascending in both.
    runs: Vec<(u32, u32)>,
    /// Byte positions in the file for sources that are not UTF-8: `(decoded, file)` checkpoints.
    checkpoints: Vec<(u32, u32)>,
}

impl OffsetMap {
    /// Says that the text from `text` on was copied from `source` on. Calls come in ascending order; a run
    /// that continues the last one is merged with it.
    #[inline]
    pub fn push(&mut self, text: usize, source: usize) {
        let (text, source) = (text as u32, source as u32);
        if let Some(&(t, s)) = self.runs.last() {
            debug_assert!(t <= text && s <= source, "offset map must ascend");
            if text - t == source - s {
                return;
            }
            if t == text {
                self.runs.pop();
            }
        }
        self.runs.push((text, source));
    }

    /// Forgets what came from `text` on, when the text is cut back to that length.
    pub fn truncate(&mut self, text: usize) {
        while self.runs.last().is_some_and(|&(t, _)| t as usize >= text.max(1)) {
            self.runs.pop();
        }
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
        let i = self.runs.partition_point(|&(t, _)| t <= text);
        match i.checked_sub(1).map(|i| self.runs[i]) {
            Some((t, s)) => s + (text - t),
            None => text,
        }
    }

    /// The decoded source bytes that `span` was copied from. The end is mapped through the last byte inside,
    /// so that what was dropped behind the span is not covered.
    pub fn decoded_span(&self, span: Span) -> Span {
        let start = self.decoded(span.start);
        let end = if span.is_empty() { start } else { self.decoded(span.end - 1) + 1 };
        Span { start, end: end.max(start) }
    }

    /// Where `decoded`, a span of the decoded source, came to stand in a text of `len` bytes; what was left out shrinks to
    /// the place where it would be.
    pub fn text_span(&self, decoded: Span, len: usize) -> Span {
        let place = |at: u32| {
            let i = self.runs.partition_point(|&(_, s)| s <= at);
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
/// Built in one pass; a query walks at most one block of 64 bytes.
#[derive(Clone, Debug)]
pub struct CharIndex<'a> {
    text: &'a str,
    /// Code points before byte `i * BLOCK`.
    blocks: Vec<u32>,
}

const BLOCK: usize = 64;

impl<'a> CharIndex<'a> {
    /// Indexes `text`.
    pub fn new(text: &'a str) -> Self {
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 2);
        let mut count = 0u32;
        for block in text.as_bytes().chunks(BLOCK) {
            blocks.push(count);
            count += heads(block);
        }
        blocks.push(count);
        Self { text, blocks }
    }

    /// Code points before byte `byte`.
    #[inline]
    pub fn chars_before(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let block = byte / BLOCK;
        self.blocks[block] + heads(&self.text.as_bytes()[block * BLOCK..byte])
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
    fn code_points_are_counted_across_blocks() {
        let text = "县".repeat(100) + "abc";
        let index = CharIndex::new(&text);
        assert_eq!(index.chars_before(0), 0);
        assert_eq!(index.chars_before(66), 22);
        assert_eq!(index.chars_before(302), 102);
        assert_eq!(index.len(), 103);
    }
}
