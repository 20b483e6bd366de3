//! The page on which a record is put together before it goes to the output.

use std::ops::Range;

/// Bytes of a page: it stays in the first cache, and long runs of words fit.
const PAGE: usize = 4096;
/// Bytes behind a page. What begins on the page may end here, so that a short piece is written without asking for its length.
const MARGIN: usize = 64;

/// A page that is being written, and the output behind it.
///
/// A vector asks for room before every piece and keeps its length in memory. Here whoever writes carries the place, `at`, from
/// piece to piece, and a piece of known length is a comparison and a move.
pub(crate) struct Page<'o> {
    out: &'o mut Vec<u8>,
    bytes: [u8; PAGE + MARGIN],
}

impl<'o> Page<'o> {
    /// An empty page in front of `out`, whose end is its beginning.
    pub(super) fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, bytes: [0; PAGE + MARGIN] }
    }

    /// Appends to the output what stands in front of `at`, and gives the output; the page is empty then.
    #[cold]
    #[inline(never)]
    pub(super) fn turn(&mut self, at: usize) -> &mut Vec<u8> {
        self.out.extend_from_slice(&self.bytes[..at.min(PAGE + MARGIN)]);
        self.out
    }

    /// [`MARGIN`] bytes from `at` on, and where they begin.
    #[inline]
    pub(super) fn room(&mut self, at: usize) -> (usize, &mut [u8; MARGIN]) {
        let at = if at < PAGE {
            at
        } else {
            self.turn(at);
            0
        };
        let room = self.bytes[at..].first_chunk_mut().expect("a margin stands behind every page");
        (at, room)
    }

    /// [`MARGIN`] bytes from `at` on; `None` when the page must be turned first.
    #[inline]
    pub(super) fn rest(&mut self, at: usize) -> Option<&mut [u8; MARGIN]> {
        if at < PAGE { self.bytes[at..].first_chunk_mut() } else { None }
    }

    /// Puts a short piece on the page; says where it ends. At best its length is known when this is built.
    #[inline]
    pub(crate) fn put(&mut self, at: usize, piece: &[u8]) -> usize {
        let (at, room) = self.room(at);
        room[..piece.len()].copy_from_slice(piece);
        at + piece.len()
    }

    /// Puts words of any length on the page; says where they end.
    #[inline]
    pub(super) fn put_words(&mut self, at: usize, words: &[u8]) -> usize {
        let room = self.bytes[..PAGE].get_mut(at..).and_then(|rest| rest.get_mut(..words.len()));
        if let Some(room) = room {
            room.copy_from_slice(words);
            return at + words.len();
        }
        self.turn(at).extend_from_slice(words);
        0
    }

    /// Where `at` is in the output, when the page has gone there.
    #[inline]
    pub(super) fn position(&self, at: usize) -> usize {
        self.out.len() + at
    }

    /// Puts on the page what was written at these positions; says where it ends.
    #[inline]
    pub(super) fn again(&mut self, at: usize, written: Range<usize>) -> usize {
        let (turned, len) = (self.out.len(), written.len());
        if at + len > PAGE || written.start < turned && written.end > turned {
            self.turn(at).extend_from_within(written);
            return 0;
        }
        if written.end <= turned {
            self.bytes[at..at + len].copy_from_slice(&self.out[written]);
        } else {
            self.bytes.copy_within(written.start - turned..written.end - turned, at);
        }
        at + len
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces, words and repetitions in turns, beside a vector that does the same.
    fn check(words: usize, back: usize) {
        let (mut out, mut expect) = (b"before".to_vec(), b"before".to_vec());
        let mut page = Page::new(&mut out);
        let mut at = 0;
        for round in 0..200 {
            let piece = format!("{round},");
            at = page.put(at, piece.as_bytes());
            expect.extend_from_slice(piece.as_bytes());
            let run = piece.repeat(words);
            at = page.put_words(at, run.as_bytes());
            expect.extend_from_slice(run.as_bytes());
            assert_eq!(page.position(at), expect.len());
            let end = expect.len().saturating_sub(back * round % 5000);
            let written = end.saturating_sub(round * words % 700)..end;
            at = page.again(at, written.clone());
            expect.extend_from_within(written);
        }
        page.turn(at);
        assert_eq!(out, expect, "{words} {back}");
    }

    #[test]
    fn a_page_is_a_vector() {
        for words in [0, 1, 7, 60, 3000] {
            for back in [0, 1, 13, 200] {
                check(words, back);
            }
        }
    }
}
