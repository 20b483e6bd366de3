//! What pieces of text are, found out once a document: the same few dozen departments are named over and over.

use super::cue::CUES;
use super::org;
use crate::due;
use crate::facts::OrgName;
use gongwen_lexicon::agency::{Name, Place};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Most pieces that are kept; a text that names more is not a plan, and is read all the same.
const MOST: usize = 4096;

/// Pieces of a plain document: what room is made for at first.
const FEW: usize = 56;

/// Answers about one piece of text, one bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look(u16);

impl Look {
    /// One organisation or a class of them that a statement may name.
    pub(super) const NAME: Self = Self(1);
    /// Nobody in particular.
    pub(super) const VAGUE: Self = Self(1 << 1);
    /// A person by the office.
    pub(super) const PERSON: Self = Self(1 << 2);
    /// A completion time.
    pub(super) const TIME: Self = Self(1 << 3);
    /// It may be two names without a mark between them.
    pub(super) const JOINED: Self = Self(1 << 4);
    /// 等 stands in it.
    pub(super) const ETC: Self = Self(1 << 5);
    /// White space stands in it.
    pub(super) const BLANK: Self = Self(1 << 6);
    /// A colon stands in it.
    pub(super) const COLON: Self = Self(1 << 7);
    /// A bracket stands in it.
    pub(super) const BRACKET: Self = Self(1 << 8);
    /// 牵头, 负责 or 会同 stands in it.
    pub(super) const DUTY: Self = Self(1 << 9);
    /// In lists it was taken as one name and nothing else.
    const PLAIN: Self = Self(1 << 10);

    /// Whether any of the answers is yes.
    #[inline]
    pub(super) fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Any of the answers.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn set(&mut self, answer: Self, yes: bool) {
        self.0 |= if yes { answer.0 } else { 0 };
    }

    /// Looks at every character once.
    fn at(text: &str) -> Self {
        let mut look = Self::default();
        let level = text.chars().next().filter(|&c| org::is_level(c));
        let (mut duty, mut dated) = (false, false);
        for (at, c) in text.char_indices() {
            match c {
                '和' | '及' | '与' | '各' => look.set(Self::JOINED, true),
                '等' => look.set(Self::ETC, true),
                '牵' | '负' | '会' => duty = true,
                '（' | '(' | '〔' | '[' => look.set(Self::BRACKET, true),
                '：' | ':' => look.set(Self::COLON, true),
                '年' | '0'..='9' | '０'..='９' => dated = true,
                c if at > 0 && Some(c) == level => look.set(Self::JOINED, true),
                '\u{4E00}'..='\u{9FFF}' => {}
                c => look.set(Self::BLANK, c.is_whitespace()),
            }
        }
        look.set(Self::DUTY, duty && CUES.duty.within(text));
        look.set(Self::TIME, if dated { due::is_time(text) } else { due::is_rhythm(text) });
        look
    }

    /// Finds out all answers; the name where the piece is one.
    fn of(text: &str) -> (Self, Option<Name<'_>>) {
        let mut look = Self::at(text);
        look.set(Self::VAGUE, org::is_vague(text));
        look.set(Self::PERSON, org::is_person(text));
        let name = if look.is(Self::DUTY) { None } else { org::read(text) };
        look.set(Self::NAME, name.is_some());
        (look, name)
    }
}

/// What is known of one piece.
#[derive(Debug)]
struct Piece<'a> {
    look: Look,
    name: Option<Name<'a>>,
    org: Option<OrgName<'a>>,
}

/// The pieces of a document that were looked at, by their text.
#[derive(Debug, Default)]
pub(super) struct Known<'a> {
    numbers: HashMap<&'a str, u32, BuildHasherDefault<Fold>>,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Known<'a> {
    /// What `text` is.
    pub(super) fn look(&mut self, text: &'a str) -> Look {
        match self.number(text) {
            Some(number) => self.pieces[number].look,
            None => Look::of(text).0,
        }
    }

    /// Whether `text` was taken as one name and nothing else before (see [`Known::set_plain`]).
    pub(super) fn is_plain(look: Look) -> bool {
        look.is(Look::PLAIN)
    }

    /// Notes that `text` is one name and nothing else wherever it stands in a list.
    pub(super) fn set_plain(&mut self, text: &'a str) {
        if let Some(number) = self.number(text) {
            self.pieces[number].look.set(Look::PLAIN, true);
        }
    }

    /// The organisation printed as `surface`.
    pub(super) fn org(&mut self, surface: &'a str, place: &Place) -> OrgName<'a> {
        let Some(number) = self.number(surface) else { return org::name(surface, place) };
        let piece = &mut self.pieces[number];
        let blank = piece.look.is(Look::BLANK);
        let name = &mut piece.name;
        piece
            .org
            .get_or_insert_with(|| {
                if blank {
                    return org::name(surface, place);
                }
                org::named(&name.take().unwrap_or_else(|| Name::read(surface)), place)
            })
            .clone()
    }

    fn number(&mut self, text: &'a str) -> Option<usize> {
        if let Some(&number) = self.numbers.get(text) {
            return Some(number as usize);
        }
        let number = self.pieces.len();
        if number == MOST {
            return None;
        }
        if number == 0 {
            self.numbers.reserve(FEW);
            self.pieces.reserve(FEW);
        }
        let (look, name) = Look::of(text);
        self.pieces.push(Piece { look, name, org: None });
        self.numbers.insert(text, number as u32);
        Some(number)
    }
}

/// A hash of a few instructions a word. Texts made to collide cost time, in proportion to [`MOST`] at the worst.
#[derive(Default)]
struct Fold(u64);

impl Fold {
    #[inline]
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Fold {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.add(u64::from_le_bytes(last));
        }
    }

    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    #[inline]
    fn finish(&self) -> u64 {
        // The table takes its places from the low bits and its marks from the high ones.
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, yes: Look, no: Look) {
        let mut known = Known::default();
        for _ in 0..2 {
            let look = known.look(text);
            assert_eq!((look.0 & yes.0, look.0 & no.0), (yes.0, 0), "{text}: {look:?}");
        }
    }

    #[test]
    fn looks() {
        check("县教育局", Look::NAME, Look::VAGUE.or(Look::PERSON).or(Look::JOINED).or(Look::TIME));
        check("县教育局负责", Look::DUTY, Look::NAME);
        check("市水利局市林业局", Look::JOINED, Look::BLANK);
        check("有关部门", Look::VAGUE, Look::NAME);
        check("王某县长", Look::PERSON, Look::NAME);
        check("2024年 6月底前", Look::TIME.or(Look::BLANK), Look::NAME);
        check("牵头单位：县委（政法委）等", Look::COLON.or(Look::BRACKET).or(Look::ETC), Look::NAME);
    }

    #[test]
    fn more_pieces_than_are_kept() {
        let text: String = (0..2 * MOST).map(|number| format!("{number:05}县教育局")).collect();
        let mut known = Known::default();
        for at in (0..text.len()).step_by(5 + "县教育局".len()) {
            assert!(known.look(&text[at..at + 5 + "县教育局".len()]).is(Look::NAME.or(Look::TIME)));
        }
        assert_eq!(known.pieces.len(), MOST);
    }
}
