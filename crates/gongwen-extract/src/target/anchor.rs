//! Where in a document a quantity or a commitment without one may begin.
//!
//! Found once for all paragraphs: this is the only part of the family that sees every byte, so it takes many at a time.
//! Owns the places; what stands there is the business of [`super::scan`] and [`super::qualitative`].

use super::qualitative;
use super::scan::{self, Kind};
use crate::search::Search;
use gongwen_text::Span;
use std::cell::Cell;
use std::sync::LazyLock;

static WIDE: LazyLock<Search> = LazyLock::new(|| Search::new(&scan::WIDE));

/// Bytes that are asked together whether a digit is among them.
const BLOCK: usize = 64;

/// Steps from the place found last that are walked one by one.
const NEAR: usize = 8;

/// The places of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Anchors {
    /// Digits of one byte.
    digits: Row,
    /// Han numerals that could open a quantity and digits of full width.
    numerals: Row,
    /// The first characters of cues of commitments without a figure.
    cues: Row,
}

/// Places of one kind, ascending.
#[derive(Clone, Debug, Default)]
struct Row {
    all: Vec<u32>,
    /// How many stood before what was looked up last: a document is walked in nearly the order of its text.
    passed: Cell<usize>,
}

impl Row {
    /// How many stand before byte `target`.
    fn before(&self, target: usize) -> usize {
        let (passed, behind) =
            (self.passed.get(), |places: &[u32]| places.partition_point(|&place| (place as usize) < target));
        let mut at = passed;
        if passed > 0 && self.all[passed - 1] as usize >= target {
            at = behind(&self.all[..passed]);
        } else {
            while self.all.get(at).is_some_and(|&place| (place as usize) < target) {
                at += 1;
                if at - passed == NEAR {
                    at += behind(&self.all[at..]);
                    break;
                }
            }
        }
        at
    }

    /// Those from byte `target` on.
    fn from(&self, target: usize) -> &[u32] {
        self.passed.set(self.before(target));
        &self.all[self.passed.get()..]
    }
}

impl Anchors {
    /// The places of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let room = text.len() / 128;
        let mut anchors = Self {
            digits: Row { all: Vec::with_capacity(room), ..Row::default() },
            numerals: Row { all: Vec::with_capacity(room), ..Row::default() },
            cues: Row { all: Vec::with_capacity(room), ..Row::default() },
        };
        digits(text.as_bytes(), &mut anchors.digits.all);
        WIDE.each(text, |at| {
            if scan::kind_at(text, at).is_some() {
                anchors.numerals.all.push(at as u32);
            }
        });
        qualitative::cues(text, |at| anchors.cues.all.push(at as u32));
        anchors
    }

    /// The places of one stretch.
    pub(crate) fn within(&self, stretch: Span) -> Places<'_> {
        Places { anchors: self, base: stretch.from(), end: stretch.to() }
    }
}

/// The places of digits, all of one byte.
fn digits(bytes: &[u8], found: &mut Vec<u32>) {
    // Without a way out in the middle, so that a register's bytes are taken at a time.
    let any =
        |block: &[u8]| block.iter().fold(0, |any, byte| any | u8::from(byte.wrapping_sub(b'0') < 10)) != 0;
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    for (block, start) in blocks.iter().zip((0..).step_by(BLOCK)).filter(|(block, _)| any(*block)) {
        for (eight, start) in block.as_chunks::<8>().0.iter().zip((start..).step_by(8)) {
            let mut marks = digits_of_eight(u64::from_le_bytes(*eight));
            while marks != 0 {
                found.push(start + marks.trailing_zeros() / 8);
                marks &= marks - 1;
            }
        }
    }
    let start = (bytes.len() - rest.len()) as u32;
    found.extend(rest.iter().zip(start..).filter(|(byte, _)| byte.is_ascii_digit()).map(|(_, at)| at));
}

/// The highest bit of each of eight bytes that is a digit.
fn digits_of_eight(bytes: u64) -> u64 {
    const EACH: u64 = u64::MAX / 255;
    // What differs from 0x30 by less than ten is a digit: the sum reaches the highest bit from ten on, and without the
    // highest bits no byte carries into the next one.
    let differing = bytes ^ (EACH * 0x30);
    !(differing | ((differing & (EACH * 0x7F)) + EACH * (0x80 - 10))) & (EACH * 0x80)
}

/// The places of a stretch, which count from its start. They are looked up as they are asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places<'d> {
    anchors: &'d Anchors,
    base: usize,
    end: usize,
}

impl Places<'_> {
    /// The next digit or Han numeral that could open a quantity, from byte `from` of the stretch on. `text` is the stretch,
    /// or as much of it as is looked at.
    pub(super) fn number(&self, text: &str, from: usize) -> Option<(usize, Kind)> {
        let place = |&at: &u32| at as usize - self.base;
        let digits = self.anchors.digits.from(self.base + from);
        let digit = digits.first().map(place).filter(|&at| at < text.len());
        // What is cut off may have been the unit that a numeral was taken for.
        let numerals = self.anchors.numerals.from(self.base + from).iter().map(place);
        let numeral = numerals
            .take_while(|&at| at < digit.unwrap_or(text.len()))
            .find_map(|at| Some((at, scan::kind_at(text, at)?)));
        numeral.or_else(|| digit.map(|at| (at, Kind::Digit)))
    }

    /// Whether a number may begin from byte `from` of the stretch on.
    pub(super) fn number_from(&self, from: usize) -> bool {
        let stands =
            |row: &Row| row.all.get(row.before(self.base + from)).is_some_and(|&at| (at as usize) < self.end);
        stands(&self.anchors.digits) || stands(&self.anchors.numerals)
    }

    /// The last place before byte `to` of the stretch where a number may begin.
    pub(super) fn last_number_before(&self, to: usize) -> Option<usize> {
        let last = |row: &Row| {
            let at = row.before(self.base + to).checked_sub(1)?;
            (row.all[at] as usize).checked_sub(self.base)
        };
        last(&self.anchors.digits).max(last(&self.anchors.numerals))
    }

    /// Where digits of one byte stand.
    pub(super) fn digits(&self) -> impl Iterator<Item = usize> + '_ {
        self.each(&self.anchors.digits)
    }

    /// Where cues of commitments without a figure may begin.
    pub(super) fn cues(&self) -> impl Iterator<Item = usize> + '_ {
        self.each(&self.anchors.cues)
    }

    fn each<'r>(&self, row: &'r Row) -> impl Iterator<Item = usize> + use<'r> {
        let (base, end) = (self.base, self.end);
        row.from(base).iter().map(|&at| at as usize).take_while(move |&at| at < end).map(move |at| at - base)
    }

    /// Whether a digit of one byte stands in the stretch.
    pub(crate) fn digit(&self) -> bool {
        self.each(&self.anchors.digits).next().is_some()
    }

    /// Whether no quantity can stand in the stretch.
    pub(super) fn without_number(&self) -> bool {
        !self.digit() && self.each(&self.anchors.numerals).next().is_none()
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
