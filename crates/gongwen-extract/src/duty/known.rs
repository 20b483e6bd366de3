//! What pieces of text are, found out once a document: the same few dozen departments are named over and over.

use super::cue::CUES;
use super::org;
use crate::due;
use crate::facts::OrgName;
use crate::wordlist::CharSet;
use gongwen_lexicon::agency::{Place, in_class};
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasherDefault, Hasher};

/// Most pieces that are kept; a text that names more is not a plan, and is read all the same.
const MOST: usize = 4096;

/// Pieces of a plain document: what room is made for at first.
const FEW: usize = 56;

/// In the place of a number: a piece that is not kept, an organisation that was not asked for.
const NONE: u32 = u32::MAX;

/// Answers about one piece of text, one bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look(u16);

/// The characters that answer anything about a piece, white space among them. Hardly any stand in names. Every word that
/// says how often holds one of the last of the Chinese ones, or 年.
static TELLING: CharSet = CharSet::of(&[
    '县', '市', '区', '各', '会', '省', '州', '旗', '和', '及', '与', '等', '牵', '负', '每', '逐', '长',
    '季', '持', '常', '立', '（', '(', '〔', '[', '：', ':', '年', '0', '1', '2', '3', '4', '5', '6', '7',
    '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９', ' ', '\t', '\n', '\u{B}', '\u{C}',
    '\r', '\u{85}', '\u{A0}', '\u{1680}', '\u{2000}', '\u{2001}', '\u{2002}', '\u{2003}', '\u{2004}',
    '\u{2005}', '\u{2006}', '\u{2007}', '\u{2008}', '\u{2009}', '\u{200A}', '\u{2028}', '\u{2029}',
    '\u{202F}', '\u{205F}', '\u{3000}',
]);

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
    /// In lists it is one name and nothing else.
    pub(super) const PLAIN: Self = Self(1 << 10);
    /// The bare end of a class, `街道办事处`.
    pub(super) const CLASS_TAIL: Self = Self(1 << 11);
    /// A class of a named division, `乙省相关部门`.
    pub(super) const DIVISION_CLASS: Self = Self(1 << 12);
    /// A bare function, `卫生健康`.
    pub(super) const FUNCTION: Self = Self(1 << 13);
    /// A sentence may have the name as its actor.
    pub(super) const ACTOR: Self = Self(1 << 14);

    /// Whether any of the answers is yes.
    #[inline]
    pub(super) fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Any of the answers.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[inline]
    fn set(&mut self, answer: Self, yes: bool) {
        self.0 |= if yes { answer.0 } else { 0 };
    }

    /// Looks at every character once: what needs no name to be read.
    pub(super) fn at(text: &str) -> Self {
        let mut look = Self::default();
        let mut level = None;
        let (mut duty, mut dated, mut each, mut often) = (false, false, false, false);
        let mut from = 0;
        while let Some(at) = TELLING.maybe(text, from) {
            let Some(c) = text[at..].chars().next() else { break };
            from = at + c.len_utf8();
            match c {
                '和' | '及' | '与' => look.set(Self::JOINED, at >= org::SHORTEST),
                '各' => look.set(Self::JOINED, !std::mem::replace(&mut each, true) && at >= org::SHORTEST),
                '等' => look.set(Self::ETC, true),
                '牵' | '负' | '会' => duty = true,
                '每' | '逐' | '长' | '持' | '常' | '立' => often = true,
                '（' | '(' | '〔' | '[' | '〈' => look.set(Self::BRACKET, true),
                '：' | ':' => look.set(Self::COLON, true),
                '年' | '季' | '0'..='9' | '０'..='９' => dated = true,
                c if at == 0 && org::is_level(c) => level = Some(c),
                c if org::is_level(c) => look.set(Self::JOINED, Some(c) == level),
                // Others have the same bits.
                c => look.set(Self::BLANK, c.is_whitespace()),
            }
        }
        look.set(Self::DUTY, duty && CUES.duty.within(text));
        look.set(Self::TIME, if dated { due::is_time(text) } else { often && due::is_rhythm(text) });
        look
    }

    /// Whether any list must take the piece as one name: nothing stands in it that could be read otherwise, and it is no key.
    fn is_plain(self, text: &str) -> bool {
        let other =
            Self::VAGUE.or(Self::PERSON).or(Self::TIME).or(Self::JOINED).or(Self::ETC).or(Self::BLANK);
        let han = matches!(text.as_bytes(), [0xE4..=0xE9, .., 0xE4..=0xE9, _, _]);
        han && self.is(Self::NAME)
            && !self.is(other.or(Self::COLON).or(Self::BRACKET))
            && !CUES.note.begins(text)
            && super::member::by_word(text).is_none()
            && !super::statement::ends_as_key(text)
    }

    /// Finds out all answers; the organisation where the piece is one.
    fn of<'t>(text: &'t str, place: &Place) -> (Self, Option<OrgName<'t>>) {
        let mut look = Self::at(text);
        look.set(Self::VAGUE, org::is_vague(text));
        look.set(Self::PERSON, org::is_person(text));
        look.set(Self::CLASS_TAIL, CUES.class_tail.holds(text));
        look.set(Self::DIVISION_CLASS, org::is_division_class(text));
        // A colon stands in the bracket of a name at most.
        let parted = look.is(Self::COLON) && !look.is(Self::BRACKET) && !text.contains('〈');
        if look.is(Self::DUTY) || parted {
            return (look, None);
        }
        let Some(words) = org::words(text) else { return (look, None) };
        look.set(Self::FUNCTION, words.is_function());
        look.set(Self::NAME, org::is_named(&words, || look.is(Self::VAGUE), || look.is(Self::PERSON)));
        look.set(Self::ACTOR, look.is(Self::NAME) && org::is_actor(&words));
        look.set(Self::PLAIN, look.is_plain(text));
        let whole = look.is(Self::NAME) && !look.is(Self::BLANK);
        (look, whole.then(|| org::named(&words, place)))
    }
}

/// A piece of text with what is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'a> {
    pub(super) text: &'a str,
    pub(super) look: Look,
    /// Its number, [`NONE`] when it is not kept.
    number: u32,
}

/// An organisation that was named, by its number in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OrgId(u32);

impl OrgId {
    /// The organisation's place among those of the document.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }

    /// The number of the organisation that has this place.
    pub(crate) fn at(index: usize) -> Self {
        Self(index as u32)
    }
}

/// What is known of one piece.
#[derive(Clone, Copy, Debug)]
struct Piece {
    look: Look,
    /// The organisation's number, [`NONE`] where it is not written out yet.
    org: u32,
}

/// The pieces of a document that were looked at, by their text, and the organisations that they name.
#[derive(Debug, Default)]
pub(super) struct Known<'a> {
    place: Place,
    numbers: HashMap<&'a str, u32, BuildHasherDefault<Fold>>,
    pieces: Vec<Piece>,
    orgs: Vec<OrgName<'a>>,
}

impl<'a> Known<'a> {
    /// Nothing is known yet; organisations are written out as those of `place`.
    pub(super) fn new(place: Place) -> Self {
        Self { place, ..Self::default() }
    }

    /// What `text` is.
    pub(super) fn look(&mut self, text: &'a str) -> Seen<'a> {
        if self.pieces.is_empty() {
            self.numbers.reserve(FEW);
            self.pieces.reserve(FEW);
            self.orgs.reserve(FEW);
        }
        let free = match self.numbers.entry(text) {
            Entry::Occupied(known) => {
                let number = *known.get();
                return Seen { text, look: self.pieces[number as usize].look, number };
            }
            Entry::Vacant(free) => free,
        };
        let (look, org) = Look::of(text, &self.place);
        let number = self.pieces.len() as u32;
        if self.pieces.len() == MOST {
            return Seen { text, look, number: NONE };
        }
        let org = org.map_or(NONE, |org| {
            self.orgs.push(org);
            self.orgs.len() as u32 - 1
        });
        self.pieces.push(Piece { look, org });
        free.insert(number);
        Seen { text, look, number }
    }

    /// The two names that a piece is ([`org::halves`]), which are looked at next.
    pub(super) fn halves(&mut self, text: &'a str) -> Option<(&'a str, &'a str)> {
        org::halves(text, |part| self.look(part).look)
    }

    /// Notes that a piece is one name and nothing else wherever it stands in a list (see [`Look::PLAIN`]).
    pub(super) fn set_plain(&mut self, seen: Seen<'a>) {
        if let Some(piece) = self.pieces.get_mut(seen.number as usize) {
            piece.look.set(Look::PLAIN, true);
        }
    }

    /// The organisation that a piece is taken for.
    pub(super) fn org(&mut self, seen: Seen<'a>) -> OrgId {
        let known = self.pieces.get(seen.number as usize).map_or(NONE, |piece| piece.org);
        if known != NONE {
            return OrgId(known);
        }
        let org = self.keep(org::name(seen.text, &self.place));
        if let Some(piece) = self.pieces.get_mut(seen.number as usize) {
            piece.org = org.0;
        }
        org
    }

    /// Takes an organisation that was written out.
    pub(super) fn keep(&mut self, org: OrgName<'a>) -> OrgId {
        self.orgs.push(org);
        OrgId(self.orgs.len() as u32 - 1)
    }

    /// The organisation of a name behind one of a class that is told by the same levels: `各区司法局、区公安局` names 各区公安局.
    pub(super) fn of_class(&mut self, levels: &str, name: &'a str, bureau: bool) -> Option<OrgId> {
        let whole = in_class(levels, name, bureau, &self.place)?;
        let org = org::name(&whole, &self.place);
        let org = OrgName {
            surface: Cow::Borrowed(name),
            name: Cow::Owned(org.name.into_owned()),
            aliases: Vec::new(),
            functions: org.functions,
            kind: org.kind,
            level: org.level,
        };
        Some(self.keep(org))
    }

    /// The organisation of a number.
    #[inline]
    pub(super) fn named(&self, id: OrgId) -> &OrgName<'a> {
        &self.orgs[id.index()]
    }

    /// All organisations, by their numbers.
    pub(super) fn into_orgs(self) -> Vec<OrgName<'a>> {
        self.orgs
    }

    /// Whether both numbers stand for one organisation: it may be printed in several ways.
    #[inline]
    pub(super) fn same(&self, one: OrgId, other: OrgId) -> bool {
        one == other || self.named(one).name == self.named(other).name
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
        // The last eight bytes overlap those before, which costs less than filling up.
        match bytes.last_chunk::<8>() {
            Some(last) => self.add(u64::from_le_bytes(*last)),
            None => self.add(rest.iter().fold(1, |all, &byte| all << 8 | u64::from(byte))),
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
            let look = known.look(text).look;
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
    fn how_often_is_told_by_a_character() {
        for word in due::rhythms() {
            check(word, Look::TIME, Look::NAME);
        }
    }

    #[test]
    fn more_pieces_than_are_kept() {
        let text: String = (0..2 * MOST).map(|number| format!("{number:05}县教育局")).collect();
        let mut known = Known::default();
        for at in (0..text.len()).step_by(5 + "县教育局".len()) {
            assert!(known.look(&text[at..at + 5 + "县教育局".len()]).look.is(Look::NAME.or(Look::TIME)));
        }
        assert_eq!(known.pieces.len(), MOST);
    }
}
