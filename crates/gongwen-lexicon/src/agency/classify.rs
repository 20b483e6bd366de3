//! What a piece of text is: one organisation, a class of them, nobody.

use super::reading::Reading;
use super::table::AgencyTable;
use super::table::class::{HOST, LEAGUE, LEVEL, MANY, MEMBERS, NAME, PARTY, PEER, SEAT, STRONG, TOWN, WEAK};
use crate::WordSet;
use crate::division;
use gongwen_text::chars::is_han;
use std::sync::LazyLock;

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
pub(super) static CLAUSES: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::new(&[
        "加强", "推进", "推动", "开展", "完善", "建立", "提高", "提升", "鼓励", "支持", "引导", "落实",
        "依托", "通过", "结合", "充分", "负责", "牵头", "配合", "会同", "按照", "根据", "设在",
    ])
});

/// What may say which of a class are meant: `涉及各乡镇`; `沿河各村` says where they are.
const WHERE: [&str; 9] = ["相关", "有关", "涉及", "涉农", "城区", "其他", "其它", "库区", "属地"];

/// What says which of a class are meant, where 各 might stand: `有关乡镇政府`, `试点城市政府`.
const TOLD: [&str; 13] = [
    "有关",
    "相关",
    "所有",
    "全体",
    "涉及",
    "试点",
    "示范",
    "涉农",
    "属地",
    "事发地",
    "发生地",
    "事故发生地",
    "灾害发生地",
];

impl AgencyTable {
    /// What a text without its bracket is as a whole; `each` is where 各 stands first before the bracket.
    pub(super) fn kind_of(&self, text: &str, each: Option<usize>, reading: Reading) -> Option<Kind> {
        if reading.end == 0 {
            return None;
        }
        // What stands in clauses is looked for last: few names are classes. 所 ends stations too.
        let clause = || text.strip_suffix('所').unwrap_or(text).chars().any(is_foreign);
        if each.is_none() && reading.is_department(text) {
            return Some(Kind::Unit);
        }
        if self.is_collective(text, each, reading) && !clause() {
            return Some(Kind::Collective);
        }
        Self::is_unit(text, reading).then_some(Kind::Unit)
    }

    fn is_unit(text: &str, reading: Reading) -> bool {
        if text.len() < 6 || text.as_bytes().contains(&0xE3) && text.contains('、') {
            return false;
        }
        if reading.end & LEVEL != 0 && reading.head > 0 && division::is_full_name(text) {
            return true;
        }
        if reading.start == 0 {
            reading.is_whole(text)
        } else {
            reading.may_follow(&text[..reading.start], text)
        }
    }

    fn is_collective(&self, outer: &str, each: Option<usize>, reading: Reading) -> bool {
        if let Some(at) = each {
            let rest = &outer[at + '各'.len_utf8()..];
            let before = &outer[..at];
            return !rest.starts_with(['自', '类', '种', '项', '方', '地', '界'])
                && (before.is_empty()
                    || before.contains('驻')
                    || (WHERE.contains(&before) || before.starts_with('沿') && before.len() <= 9)
                    || self.read(before).end != 0)
                && (reading.end
                    & (MANY | MEMBERS | TOWN | LEVEL | STRONG | PEER | HOST | NAME | PARTY | LEAGUE)
                    != 0
                    || reading.end & WEAK != 0 && reading.borne);
        }
        if matches!(
            outer,
            "街道办"
                | "街办"
                | "村委会"
                | "居委会"
                | "村民委员会"
                | "居民委员会"
                | "社区居委会"
                | "社区居民委员会"
        ) {
            return true;
        }
        if outer.starts_with(is_count) {
            let digits = outer.trim_start_matches(is_count);
            return reading.end & (LEVEL | TOWN | MANY | MEMBERS) != 0
                && outer.len() - digits.len() >= reading.start;
        }
        let told = || TOLD.iter().any(|word| outer.starts_with(word));
        // 县总医院, 县特教学校 are one each; 县直学校, 全县幼儿园 are many.
        if reading.end & MANY != 0 && reading.end & NAME != 0 && !told() && !outer.contains('、') {
            let before = &outer[..reading.head];
            return before.is_empty()
                || before.starts_with('全')
                || outer[reading.head..].starts_with("中小")
                || before.ends_with(['直', '属', '级', '内', '域', '立', '办', '类']);
        }
        // 县妇联组织 begins what the federation organises; 各级妇联组织 and 妇联组织 are a class.
        if reading.end & MANY != 0
            && reading.head > 0
            && outer.ends_with("组织")
            && !outer.ends_with("党组织")
            && !outer.starts_with("基层")
        {
            return false;
        }
        if reading.end & (MANY | MEMBERS) != 0 {
            return reading.end & MEMBERS != 0
                || told()
                || reading.start == 0
                || outer.contains('、')
                || reading.known;
        }
        // 相关区, 有关县（市、区）
        if reading.end & LEVEL != 0 && reading.start == reading.head && reading.head == "相关".len() && told()
        {
            return true;
        }
        if reading.end & TOWN != 0 {
            return told() || reading.head == 0 || reading.start == 0 && reading.first & LEVEL != 0;
        }
        // 有关乡镇政府, 相关街道办事处
        if (reading.end & HOST != 0 || reading.end & STRONG != 0 && reading.first & TOWN != 0) && told() {
            return true;
        }
        // 乡镇人民政府, 街道办事处: a class when no place is named; 镇消防工作站, 镇派出所 are the town's own.
        let own = matches!(&outer[..reading.head], "镇" | "乡" | "街道" | "苏木")
            && reading.end & HOST == 0
            && !outer.ends_with("办事处");
        !own && reading.start == 0
            && reading.first & TOWN != 0
            && reading.head > 0
            && reading.end & (HOST | STRONG) != 0
            && self.word(&outer[..reading.head]).is_some_and(|word| word.is(TOWN))
    }
}

impl Reading {
    /// Whether the text names the one department of a level for a function: `市民政部门`; `县直部门` and `县级民政部门` are many.
    fn is_department(self, text: &str) -> bool {
        self.end & MANY != 0
            && self.start == 0
            && self.borne
            && self.first & LEVEL != 0
            && &text[self.head..] == "部门"
            && text.starts_with(['县', '市', '区', '省', '州', '旗', '盟'])
            && !text.chars().nth(1).is_some_and(|c| matches!(c, '直' | '级' | '属' | '域'))
            && !text.contains('、')
    }

    /// Whether the run of known words, which is the whole text, makes up a name.
    pub(super) fn is_whole(self, text: &str) -> bool {
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
    pub(super) fn may_follow(self, before: &str, text: &str) -> bool {
        if before.len() > 72 || before.chars().any(|c| is_foreign(c) || !is_name_char(c)) {
            return false;
        }
        if CLAUSES.within(before) {
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

/// What one look at a text's characters tells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Glance {
    /// Bytes of the common Chinese characters that the text begins with; most names hold nothing else.
    plain: usize,
    /// Where 各 stands first among them.
    each: Option<usize>,
}

impl Glance {
    pub(super) fn at(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut glance = Self::default();
        while let Some([0xE4..=0xE9, rest @ ..]) = bytes.get(glance.plain..glance.plain + 3) {
            // 各 is E5 90 84.
            if *rest == [0x90, 0x84] && bytes[glance.plain] == 0xE5 {
                glance.each.get_or_insert(glance.plain);
            }
            glance.plain += 3;
        }
        glance
    }

    /// Where 各 stands first in `front`, the text up to its bracket.
    pub(super) fn each(self, front: &str) -> Option<usize> {
        if self.each.is_some() || self.plain >= front.len() {
            return self.each;
        }
        front[self.plain..].find('各').map(|at| self.plain + at)
    }
}

/// Text before, in and after the first bracket.
pub(super) fn split_alias(text: &str, glance: Glance) -> Option<(&str, &str, &str)> {
    // No bracket has the first byte of the common Chinese characters.
    let from = glance.plain;
    if from == text.len() {
        return None;
    }
    let open = from + text[from..].find(['（', '(', '〔', '[', '〈'])?;
    let inside = open + text[open..].chars().next().map_or(1, char::len_utf8);
    let length = text[inside..].find(['）', ')', '〕', ']', '〉'])?;
    let after = inside + length;
    let after = after + text[after..].chars().next().map_or(1, char::len_utf8);
    Some((&text[..open], &text[inside..inside + length], &text[after..]))
}

/// A character of a number in front of a class: `16区`, `两个部门`.
fn is_count(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '两' | '个')
}

fn is_name_char(c: char) -> bool {
    is_han(c)
        || c.is_ascii_digit()
        // Names made unreadable: 人民银行××县支行.
        || matches!(c, 'X' | '×' | '“' | '”' | '·' | '《' | '》' | '-' | '—' | '+')
}
