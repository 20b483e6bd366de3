//! One piece of text as the name of an organisation: read once, asked as often as needed.

use super::classify::{Glance, Kind, LONGEST, split_alias};
use super::expand::Place;
use super::functions::Functions;
use super::levels::{Levels, begins_with_levels, is_levels};
use super::reading::Reading;
use super::table::AgencyTable;
use super::table::class::{MANY, TOWN, VAGUE, WORD};
use std::borrow::Cow;
use std::cell::OnceCell;

/// A piece of text read as the name of an organisation. Reading it is what costs; the answers are cheap.
///
/// # Examples
/// ```
/// use gongwen_lexicon::agency::{Kind, Name};
/// let name = Name::read("县科技局（知识产权局）");
/// assert_eq!(name.kind(), Some(Kind::Unit));
/// assert!(name.functions().codes().eq(["intellectual_property", "science_technology"]));
/// ```
#[derive(Clone, Debug)]
pub struct Name<'t> {
    pub(super) table: &'t AgencyTable,
    /// The whole piece.
    pub(super) text: &'t str,
    /// The piece without its first bracket.
    pub(super) outer: Cow<'t, str>,
    /// Where the bracket opens and what it holds.
    pub(super) alias: Option<(usize, &'t str)>,
    /// Of `outer`.
    pub(super) reading: Reading,
    glance: Glance,
    kind: OnceCell<Option<Kind>>,
}

impl AgencyTable {
    /// Reads `text` as a name with the words of this table.
    pub fn name<'t>(&'t self, text: &'t str) -> Name<'t> {
        let glance = Glance::at(text);
        let (outer, alias) = match split_alias(text, glance) {
            None => (Cow::Borrowed(text), None),
            Some((before, alias, "")) => (Cow::Borrowed(before), Some((before.len(), alias))),
            Some((before, alias, after)) => {
                (Cow::Owned([before, after].concat()), Some((before.len(), alias)))
            }
        };
        let reading = self.read(&outer);
        Name { table: self, text, outer, alias, reading, glance, kind: OnceCell::new() }
    }
}

impl<'t> Name<'t> {
    /// Reads `text` with the table that comes with the crate.
    pub fn read(text: &'t str) -> Self {
        AgencyTable::built_in().name(text)
    }

    /// What the whole piece is; `None` when it is no organisation at all.
    pub fn kind(&self) -> Option<Kind> {
        *self.kind.get_or_init(|| {
            if !(3..=LONGEST).contains(&self.text.len()) {
                return None;
            }
            // 市、区民政局, 县（市、区）财政局
            let levels =
                || Levels::at_start(self.text).is_some_and(|it| it.name_class(self.table, self.text));
            if begins_with_levels(self.text) && levels() {
                return Some(Kind::Collective);
            }
            let front = self.alias.map_or(self.text, |(open, _)| &self.text[..open]);
            let each = self.glance.each(front);
            let Some((_, alias)) = self.alias else {
                if self.reading.word & VAGUE != 0 {
                    return Some(Kind::Vague);
                }
                return self.table.kind_of(&self.outer, each, self.reading);
            };
            match self.table.word(self.text) {
                Some(word) if word.is(VAGUE) => return Some(Kind::Vague),
                // 村（居）民委员会
                Some(word) if word.is(MANY) => return Some(Kind::Collective),
                _ => {}
            }
            let kind = self.table.kind_of(&self.outer, each, self.reading);
            // 沿河镇（街道）: no town's own name has the other kind of town behind it.
            if self.reading.end & TOWN != 0 && matches!(alias, "街道" | "乡" | "镇" | "街" | "街道办" | "场")
            {
                return kind.map(|_| Kind::Collective);
            }
            kind.filter(|&kind| kind == Kind::Collective || !alias.contains(['。', '；', '：', ':']))
        })
    }

    /// Whether the whole piece is a bare function without the word for its organisation: `卫生健康` in
    /// `卫生健康、科技等部门`.
    pub fn is_function(&self) -> bool {
        let reading = self.of_whole();
        reading.start == 0 && reading.end & WORD != 0 && self.text.len() >= 6
    }

    /// The functions of the organisation or class of organisations; `other` when its words are unknown. Aliases in
    /// brackets count (guide, 4).
    pub fn functions(&self) -> Functions {
        // 各县（区）民政局: the levels in the bracket do nothing else.
        let alias = self.alias.filter(|(_, alias)| self.reading.functions.is_empty() || !is_levels(alias));
        let alias = alias.into_iter().flat_map(|(_, alias)| alias.split('、'));
        let mut functions =
            alias.fold(self.reading.functions, |all, part| all | self.table.read(part).functions);
        // 各乡镇、街道、开发区: the last of them is not all that the class is.
        if self.glance.each(self.text) == Some(0) && self.text.contains('、') {
            let parts = self.text.split('、').map(|part| self.table.read(part));
            functions |=
                parts.filter(|part| part.end & TOWN != 0).fold(functions, |all, part| all | part.functions);
        }
        if functions.is_empty() { Functions::other() } else { functions }
    }

    /// The whole piece.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// What the first bracket holds.
    pub fn alias(&self) -> Option<&'t str> {
        self.alias.map(|(_, alias)| alias)
    }

    /// Where a place of the piece without its bracket stands in the whole piece.
    pub(super) fn printed_at(&self, at: usize) -> usize {
        match self.alias {
            Some((open, _)) if at >= open => at + self.text.len() - self.outer.len(),
            _ => at,
        }
    }

    /// The reading of the piece with its bracket.
    pub(super) fn of_whole(&self) -> Reading {
        if self.alias.is_none() { self.reading } else { self.table.read(self.text) }
    }
}

/// See [`Name::functions`].
pub fn functions(name: &str) -> Functions {
    Name::read(name).functions()
}

/// See [`Name::kind`].
pub fn classify(text: &str) -> Option<Kind> {
    Name::read(text).kind()
}

/// Whether a word ends the text that may end a name: a cheap look before it is read. It tells nothing of texts that end in a
/// bracket, nor of classes that are one word as a whole (`各有关部门`).
pub fn may_end(text: &str) -> bool {
    AgencyTable::built_in().may_end(text)
}

/// Whether the text as a whole speaks of nobody in particular: what [`classify`] calls [`Kind::Vague`], without reading
/// it as a name.
pub fn is_vague(text: &str) -> bool {
    (3..=LONGEST).contains(&text.len())
        && AgencyTable::built_in().word(text).is_some_and(|word| word.is(VAGUE))
}

/// See [`Name::is_function`].
pub fn is_function(text: &str) -> bool {
    Name::read(text).is_function()
}

/// See [`Name::expand`].
pub fn expand<'t>(surface: &'t str, place: &Place) -> Cow<'t, str> {
    Name::read(surface).expand(place)
}

/// See [`Name::level`].
pub fn level(surface: &str, place: &Place) -> Option<&'static str> {
    let name = Name::read(surface);
    name.level(&name.expand(place), place)
}
