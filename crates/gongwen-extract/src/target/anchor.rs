//! Where in a document a quantity or a commitment without one may begin.
//!
//! Found once for all paragraphs: this is the only part of the family that sees every byte, so it takes many at a time.
//! Owns the places; what stands there is the business of [`super::scan`] and [`super::qualitative`].

use super::qualitative;
use super::scan::{self, Kind};
use crate::search::Search;
use gongwen_text::Span;
use std::sync::LazyLock;

static WIDE: LazyLock<Search> = LazyLock::new(|| Search::new(&scan::WIDE));

/// Bytes that are asked together whether a digit is among them, and those of a block that has one.
const BLOCKS: [usize; 2] = [64, 16];

/// The places of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Anchors {
    /// Digits of one byte, ascending.
    digits: Vec<u32>,
    /// Han numerals that could open a quantity and digits of full width, ascending.
    numerals: Vec<u32>,
    /// The first characters of cues of commitments without a figure, ascending.
    cues: Vec<u32>,
}

impl Anchors {
    /// The places of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let room = text.len() / 128;
        let mut anchors = Self {
            digits: Vec::with_capacity(room),
            numerals: Vec::with_capacity(room),
            cues: Vec::with_capacity(room),
        };
        digits(text.as_bytes(), &mut anchors.digits);
        WIDE.each(text, |at| {
            if scan::kind_at(text, at).is_some() {
                anchors.numerals.push(at as u32);
            }
        });
        qualitative::cues(text, |at| anchors.cues.push(at as u32));
        anchors
    }

    /// The places of one stretch.
    pub(crate) fn within(&self, stretch: Span) -> Places<'_> {
        let part = |all: &'_ [u32]| {
            let from = all.partition_point(|&at| at < stretch.start);
            from..from + all[from..].iter().take_while(|&&at| at < stretch.end).count()
        };
        Places {
            digits: &self.digits[part(&self.digits)],
            numerals: &self.numerals[part(&self.numerals)],
            cues: &self.cues[part(&self.cues)],
            base: stretch.from(),
        }
    }
}

/// The places of digits, all of one byte.
fn digits(bytes: &[u8], found: &mut Vec<u32>) {
    // Without a way out in the middle, so that a register's bytes are taken at a time.
    let any =
        |block: &[u8]| block.iter().fold(0, |any, byte| any | u8::from(byte.wrapping_sub(b'0') < 10)) != 0;
    for (i, block) in bytes.chunks(BLOCKS[0]).enumerate().filter(|(_, block)| any(block)) {
        for (j, part) in block.chunks(BLOCKS[1]).enumerate().filter(|(_, part)| any(part)) {
            let start = (i * BLOCKS[0] + j * BLOCKS[1]) as u32;
            found
                .extend(part.iter().zip(start..).filter(|(byte, _)| byte.is_ascii_digit()).map(|(_, at)| at));
        }
    }
}

/// The places of a stretch, which count from its start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places<'d> {
    digits: &'d [u32],
    numerals: &'d [u32],
    cues: &'d [u32],
    base: usize,
}

impl Places<'_> {
    /// The next digit or Han numeral that could open a quantity, from byte `from` of the stretch on. `text` is the stretch,
    /// or as much of it as is looked at.
    pub(super) fn number(&self, text: &str, from: usize) -> Option<(usize, Kind)> {
        let behind = |all: &'_ [u32]| all.partition_point(|&at| (at as usize) < self.base + from);
        let place = |&at: &u32| at as usize - self.base;
        let digit = self.digits.get(behind(self.digits)).map(place).filter(|&at| at < text.len());
        // What is cut off may have been the unit that a numeral was taken for.
        let numeral = self.numerals[behind(self.numerals)..]
            .iter()
            .map(place)
            .take_while(|&at| at < digit.unwrap_or(text.len()))
            .find_map(|at| Some((at, scan::kind_at(text, at)?)));
        numeral.or_else(|| digit.map(|at| (at, Kind::Digit)))
    }

    /// Where cues of commitments without a figure may begin.
    pub(super) fn cues(&self) -> impl Iterator<Item = usize> + '_ {
        self.cues.iter().map(|&at| at as usize - self.base)
    }

    /// Whether a digit of one byte stands in the stretch.
    pub(crate) fn digit(&self) -> bool {
        !self.digits.is_empty()
    }

    /// Whether no quantity can stand in the stretch.
    pub(super) fn without_number(&self) -> bool {
        self.digits.is_empty() && self.numerals.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_that_a_walk_finds() {
        let text = "到2025年，三类“十四五”学校７所，翻一番，一批培训1,200人次。é😀3".repeat(40);
        for (from, to) in [(0, text.len()), (3, text.len() / 2), (text.len() / 3, text.len())] {
            let stretch = Span::new(text.ceil_char_boundary(from), text.floor_char_boundary(to));
            let (words, anchors) = (stretch.of_text(&text), Anchors::of(&text));
            let places = anchors.within(stretch);
            let mut at = 0;
            while let Some((next, kind)) = scan::next(words, at) {
                assert_eq!(places.number(words, at), Some((next, kind)));
                at = next + 1;
                at = words.ceil_char_boundary(at);
            }
            assert_eq!(places.number(words, at), None);
            assert_eq!(places.cues().count(), words.matches("一批").count());
        }
    }
}
