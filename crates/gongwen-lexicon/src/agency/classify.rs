//! What a piece of text is: one organisation, a class of them, nobody.

use super::functions::Functions;
use super::reading::Reading;
use super::table::AgencyTable;
use super::table::class::{
    HOST, LEAGUE, LEVEL, MANY, MEMBERS, NAME, PARTY, PEER, SEAT, STRONG, TOWN, VAGUE, WEAK, WORD,
};
use crate::division::Division;
use std::borrow::Cow;

/// Whom a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One organisation: `县教育局`.
    Unit,
    /// A class of organisations: `各乡镇`, `县直各部门`.
    Collective,
    /// Nobody in particular: `有关部门`, `社会各界`. In a bracket or a cell `各有关部门` counts as a class of organisations
    /// (guide, 4 and 7); in a sentence it does not.
    Vague,
}

/// Longest name in bytes.
pub(super) const LONGEST: usize = 150;
/// Whether a character stands in clauses, not in names, wherever a part of a name is unknown to the table.
#[inline]
pub(super) fn is_foreign(c: char) -> bool {
    matches!(
        c,
        '的' | '了'
            | '是'
            | '将'
            | '被'
            | '把'
            | '等'
            | '由'
            | '让'
            | '每'
            | '，'
            | '。'
            | '；'
            | '：'
            | ','
            | ';'
            | ':'
            | '%'
            | '％'
            | '！'
            | '？'
            | '其'
            | '该'
            | '未'
            | '则'
            | '所'
    )
}
/// Words of two characters and more that begin clauses.
pub(super) const CLAUSES: [&str; 22] = [
    "加强", "推进", "推动", "开展", "完善", "建立", "提高", "提升", "鼓励", "支持", "引导", "落实", "依托",
    "通过", "结合", "充分", "负责", "牵头", "配合", "会同", "按照", "根据",
];

/// The functions of the organisation or class of organisations that `name` names; `other` when its words are
/// unknown. Aliases in brackets count (guide, 4).
pub fn functions(name: &str) -> Functions {
    AgencyTable::built_in().functions(name)
}

/// What `text` as a whole is; `None` when it is no organisation at all.
pub fn classify(text: &str) -> Option<Kind> {
    AgencyTable::built_in().classify(text)
}

/// Whether `text` as a whole is one organisation or a class of them.
pub fn is_name(text: &str) -> bool {
    matches!(classify(text), Some(Kind::Unit | Kind::Collective))
}

/// Whether `text` as a whole is a bare function without the word for its organisation: `卫生健康` in `卫生健康、科技等部门`.
pub fn is_function(text: &str) -> bool {
    let table = AgencyTable::built_in();
    let reading = table.read(text);
    reading.start == 0 && reading.end & WORD != 0 && text.len() >= 6
}

impl AgencyTable {
    /// See [`functions`].
    pub fn functions(&self, name: &str) -> Functions {
        let functions = match split_alias(name) {
            None => self.read(name).functions,
            Some((before, alias, after)) => {
                let outside = if after.is_empty() {
                    self.read(before).functions
                } else {
                    self.read(&[before, after].concat()).functions
                };
                outside
                    | alias
                        .split('、')
                        .fold(Functions::default(), |all, part| all | self.read(part).functions)
            }
        };
        if functions.is_empty() { Functions::other() } else { functions }
    }

    /// See [`classify`].
    pub fn classify(&self, text: &str) -> Option<Kind> {
        if text.len() < 3 || text.len() > LONGEST {
            return None;
        }
        if self.word(text).is_some_and(|word| word.is(VAGUE)) {
            return Some(Kind::Vague);
        }
        let Some((before, alias, after)) = split_alias(text) else {
            return self.classify_outer(text, text);
        };
        let outer =
            if after.is_empty() { Cow::Borrowed(before) } else { Cow::Owned([before, after].concat()) };
        let kind = self.classify_outer(&outer, before);
        kind.filter(|&kind| kind == Kind::Collective || !alias.contains(['。', '；', '：', ':']))
    }

    /// Classifies a text without its bracket; `front` is what stood before the bracket.
    fn classify_outer(&self, text: &str, front: &str) -> Option<Kind> {
        let reading = self.read(text);
        if reading.end == 0 {
            return None;
        }
        if self.is_collective(text, front, reading) {
            return Some(Kind::Collective);
        }
        Self::is_unit(text, reading).then_some(Kind::Unit)
    }

    fn is_unit(text: &str, reading: Reading) -> bool {
        if text.len() < 6 || text.contains('、') {
            return false;
        }
        if reading.end & LEVEL != 0 && reading.head > 0 && Division::find(text).next().is_some() {
            return true;
        }
        if reading.start == 0 {
            reading.is_whole(text)
        } else {
            reading.may_follow(&text[..reading.start], text)
        }
    }

    fn is_collective(&self, outer: &str, front: &str, reading: Reading) -> bool {
        if outer.chars().any(is_foreign) {
            return false;
        }
        if let Some(at) = front.find('各') {
            let rest = &outer[at + '各'.len_utf8()..];
            let before = &front[..at];
            return !rest.starts_with(['自', '类', '种', '项', '方', '地', '界'])
                && (before.is_empty() || self.read(before).end != 0)
                && (reading.end
                    & (MANY | MEMBERS | TOWN | LEVEL | STRONG | PEER | HOST | NAME | PARTY | LEAGUE)
                    != 0
                    || reading.end & WEAK != 0 && reading.borne);
        }
        let digits =
            outer.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十两个".contains(c));
        if digits.len() < outer.len() {
            return reading.end & (LEVEL | TOWN | MANY | MEMBERS) != 0
                && outer.len() - digits.len() >= reading.start;
        }
        let told = ["有关", "相关", "所有", "全体", "涉及"].iter().any(|word| outer.starts_with(word));
        if reading.end & (MANY | MEMBERS) != 0 {
            return reading.end & MEMBERS != 0
                || told
                || reading.start == 0
                || outer.contains('、')
                || reading.known;
        }
        if reading.end & TOWN != 0 {
            return told || reading.head == 0 || reading.start == 0 && reading.first & LEVEL != 0;
        }
        // 乡镇人民政府, 街道办事处: a class when no place is named; 镇消防工作站 is the town's own.
        let whole = self.word(&outer[..reading.head]).is_some_and(|word| word.is(TOWN));
        whole
            && reading.start == 0
            && reading.first & TOWN != 0
            && reading.head > 0
            && reading.end & (HOST | STRONG) != 0
    }
}

impl Reading {
    /// Whether the run of known words, which is the whole text, makes up a name.
    fn is_whole(self, text: &str) -> bool {
        if self.end & (NAME | PARTY | LEAGUE) != 0 {
            return true;
        }
        if self.end & (STRONG | PEER | HOST) != 0 {
            return self.known;
        }
        if self.end & WEAK != 0 {
            return self.borne;
        }
        // 县委
        self.end & SEAT != 0 && self.head == 0 && text.len() >= 6
    }

    /// Whether the run makes up a name together with the unknown words before it.
    fn may_follow(self, before: &str, text: &str) -> bool {
        if before.len() > 72 || before.chars().any(|c| is_foreign(c) || !is_name_char(c)) {
            return false;
        }
        if CLAUSES.iter().any(|clause| before.contains(clause)) {
            return false;
        }
        if self.end & (STRONG | PEER | HOST | NAME | PARTY | LEAGUE) != 0 {
            return true;
        }
        if self.end & WEAK != 0 {
            // 市自驾办: an office for something new.
            let office = text.ends_with('办') && text.starts_with(['县', '市', '区', '旗', '省', '州']);
            return self.borne || office && before.len() <= 15;
        }
        // 城关镇
        self.end & (TOWN | SEAT) != 0 && self.start == self.head && text.chars().count() <= 8
    }
}

/// Text before, in and after the first bracket.
pub(super) fn split_alias(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find(['（', '(', '〔', '['])?;
    let inside = open + text[open..].chars().next().map_or(1, char::len_utf8);
    let length = text[inside..].find(['）', ')', '〕', ']'])?;
    let after = inside + length;
    let after = after + text[after..].chars().next().map_or(1, char::len_utf8);
    Some((&text[..open], &text[inside..inside + length], &text[after..]))
}

/// The text without its bracket, where it has one.
pub(super) fn without_alias(text: &str) -> Option<String> {
    split_alias(text).map(|(before, _, after)| [before, after].concat())
}

fn is_name_char(c: char) -> bool {
    gongwen_text::chars::is_han(c)
        || c.is_ascii_digit()
        // Names made unreadable: 人民银行××县支行.
        || matches!(c, 'X' | '×' | '“' | '”' | '·' | '《' | '》' | '-' | '—' | '+')
}
