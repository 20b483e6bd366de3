//! Whether a quantity may begin where a digit or a numeral stands.

use crate::wordlist::{CharSet, width};

/// What stands at an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A digit, half or full width.
    Digit,
    /// A Han numeral, or 翻.
    Han,
}

/// Digits and numerals.
static OPENERS: CharSet = CharSet::of(&[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８',
    '９', '一', '七', '三', '两', '二', '五', '九', '四', '八', '六', '十', '千', '百', '翻', '倍', '万',
]);

/// Those that take three bytes; 万 opens nothing alone.
pub(super) const WIDE: [&str; 26] = [
    "０",
    "１",
    "２",
    "３",
    "４",
    "５",
    "６",
    "７",
    "８",
    "９",
    "一",
    "七",
    "三",
    "两",
    "二",
    "五",
    "九",
    "四",
    "八",
    "六",
    "十",
    "千",
    "百",
    "翻",
    "倍",
    "万分之",
];

/// The next digit or Han numeral that could open a quantity, from byte `from` on. For the cells of a row; paragraphs have
/// their digits and numerals found already ([`super::anchor`]).
pub(super) fn next(text: &str, from: usize) -> Option<(usize, Kind)> {
    let mut at = from;
    loop {
        at = maybe(text, at)?;
        if let Some(kind) = kind_at(text, at) {
            return Some((at, kind));
        }
        at += width(text.as_bytes()[at]);
    }
}

/// The first place from byte `from` on where a digit or a numeral may stand.
#[inline]
pub(super) fn maybe(text: &str, from: usize) -> Option<usize> {
    OPENERS.maybe(text, from)
}

/// What could open a quantity at `at`.
#[inline]
pub(super) fn kind_at(text: &str, at: usize) -> Option<Kind> {
    match text.as_bytes()[at..] {
        [b'0'..=b'9', ..] | [0xEF, 0xBC, 0x90..=0x99, ..] => Some(Kind::Digit),
        // 一 七 三 两 · 二 五 · 九
        [0xE4, 0xB8, 0x80 | 0x83 | 0x89 | 0xA4, ..] | [0xE4, 0xBA, 0x8C | 0x94, ..] | [0xE4, 0xB9, 0x9D, ..]
        // 四 · 八 六 · 十 千 · 百 · 翻
        | [0xE5, 0x9B, 0x9B, ..] | [0xE5, 0x85, 0xAB | 0xAD, ..] | [0xE5, 0x8D, 0x81 | 0x83, ..]
        | [0xE7, 0x99, 0xBE, ..] | [0xE7, 0xBF, 0xBB, ..]
            if opens_quantity(text, at) =>
        {
            Some(Kind::Han)
        }
        // 万
        [0xE4, 0xB8, 0x87, ..] if text[at..].starts_with("万分之") => Some(Kind::Han),
        // 倍
        [0xE5, 0x80, 0x8D, ..] if doubles(&text[at..]) => Some(Kind::Han),
        _ => None,
    }
}

/// `实现倍增，`; `倍增计划` is a name.
fn doubles(text: &str) -> bool {
    text.strip_prefix("倍增")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['，', '。', '；', '、', '\n']))
}

/// Whether the Han numeral at `at` is followed by a unit, 分之, 成 or 番: two looks ahead, no allocation.
fn opens_quantity(text: &str, at: usize) -> bool {
    let mut chars = text[at..].chars();
    let first = chars.next();
    let mut seen = 1;
    let mut rest = chars.as_str();
    // `十四五`, `二十大`, `第三十`: the run is bounded.
    while seen < 8 {
        let Some(c) = rest.chars().next() else { return false };
        let numeral = gongwen_text::numeral::han_digit(c).is_some()
            || matches!(c, '十' | '百' | '千' | '点' | '至' | '到' | '—' | '-');
        if !numeral {
            break;
        }
        rest = &rest[c.len_utf8()..];
        seen += 1;
    }
    if first == Some('翻') {
        return rest.starts_with('番');
    }
    match rest.chars().next() {
        Some('成' | '倍') => true,
        Some('半') if first == Some('一') => true,
        Some('分') if rest.starts_with("分之") => true,
        Some('万') if rest.starts_with("万分之") => true,
        Some('余') => super::cues::CUES.han_unit.prefix(&rest['余'.len_utf8()..]).is_some(),
        _ => super::cues::CUES.han_unit.prefix(rest).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let mut at = 0;
        let mut got = Vec::new();
        while let Some((place, _)) = next(text, at) {
            got.push(&text[place..]);
            at = place + text[place..].chars().next().map_or(1, char::len_utf8);
        }
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn anchors() {
        check("进一步统一，一是", &[]);
        check("配备一名", &["一名"]);
        check("达到８５％", &["８５％", "５％"]);
        check("“十四五”期间翻一番", &["翻一番"]);
        check("百分之八十", &["百分之八十"]);
        check("万分之五，3万元", &["万分之五，3万元", "3万元"]);
    }
}
