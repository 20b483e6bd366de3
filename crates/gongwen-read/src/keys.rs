//! Keys that pages print around a document, and the values behind them.

use gongwen_lexicon::{WordSet, words};
use gongwen_text::chars;
use std::sync::LazyLock;

/// How much a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// Only the table above a document has it.
    Sure,
    /// It also stands elsewhere.
    Common,
    /// Its value says nothing of the document.
    Idle,
}

static KEYS: LazyLock<Vec<(&'static str, Class)>> = LazyLock::new(|| {
    let lists =
        [("page_keys_sure", Class::Sure), ("page_keys", Class::Common), ("page_keys_idle", Class::Idle)];
    let mut keys: Vec<_> = lists
        .into_iter()
        .flat_map(|(list, class)| words(list).iter().map(move |&key| (key, class)))
        .collect();
    keys.sort_unstable();
    keys
});

/// A key and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) key: &'static str,
    pub(crate) class: Class,
    pub(crate) value: String,
}

/// Longest text that is looked at, in bytes: longer ones are prose.
const LONGEST: usize = 600;

/// The key that `text` is, white space, brackets and a colon left out.
pub(crate) fn key(text: &str) -> Option<(&'static str, Class)> {
    const LONGEST_KEY: usize = 90;
    if text.len() > LONGEST_KEY {
        return None;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_matches(['：', ':', '[', ']', '【', '】', '〖', '〗']);
    let at = KEYS.binary_search_by_key(&plain, |k| k.0).ok()?;
    Some(KEYS[at])
}

/// The longest key that only pages have at the start of `text`, and what follows it without a mark: `发布日期2022-06-18`.
pub(crate) fn glued(text: &str) -> Option<Pair> {
    const LONGEST_LINE: usize = 150;
    if text.len() > LONGEST_LINE || text.contains(['。', '，']) {
        return None;
    }
    let sure = KEYS.iter().filter(|(key, class)| *class == Class::Sure && text.starts_with(key));
    let &(key, class) = sure.max_by_key(|(key, _)| key.len())?;
    let value = value(&text[key.len()..]);
    (!value.is_empty()).then_some(Pair { key, class, value })
}

/// How many of the signs that only the foot of a site has stand in `text`. `ICP备05000000号` is one, `ICP备案` a word of plans.
pub(crate) fn foot_signs(text: &str) -> usize {
    static SIGNS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["page_foot_signs"]));
    // Nearly no line has any.
    if !SIGNS.within(text) {
        return 0;
    }
    let stands = |sign: &&&str| {
        text.match_indices(**sign).any(|(at, _)| !text[at + sign.len()..].starts_with(chars::is_han))
    };
    words("page_foot_signs").iter().filter(stands).count()
}

/// The key that a last line of a page begins with which may say who keeps the site: `主办：`.
pub(crate) fn keeper(text: &str) -> Option<&'static str> {
    const LONGEST: usize = 240;
    words("page_keepers").iter().find(|&&key| text.len() <= LONGEST && text.starts_with(key)).copied()
}

/// Whether a line says who keeps the site: `主办：某县人民政府办公室`.
pub(crate) fn is_keeper(text: &str) -> bool {
    keeper(text).is_some() && words("page_keeper_names").iter().any(|name| text.contains(name))
}

/// A bit for the low ten bits of what each key begins with.
static FIRST: LazyLock<[u64; 16]> = LazyLock::new(|| {
    let first = KEYS.iter().filter_map(|(key, _)| key.chars().next());
    first.fold([0; 16], |mut bits, c| {
        bits[c as usize >> 6 & 15] |= 1 << (c as u32 & 63);
        bits
    })
});

/// Whether `text` begins with a key, brackets in front and blanks left out. Nearly all lines are told by their first
/// character.
pub(crate) fn begins(text: &str) -> bool {
    let marks = |c: char| {
        c.is_whitespace() || matches!(c, '：' | ':' | '[' | ']' | '【' | '】' | '〖' | '〗' | '（' | '(')
    };
    // Most lines begin with a word.
    let text = if let [0xE4..=0xE9, ..] = text.as_bytes() { text } else { text.trim_start_matches(marks) };
    let Some(first) = text.chars().next() else { return false };
    if FIRST[first as usize >> 6 & 15] >> (first as u32 & 63) & 1 == 0 {
        return false;
    }
    let from = KEYS.partition_point(|(key, _)| key.chars().next() < Some(first));
    KEYS[from..].iter().take_while(|(key, _)| key.starts_with(first)).any(|(key, _)| {
        let mut plain = text.chars().filter(|c| !c.is_whitespace());
        key.chars().all(|c| plain.next() == Some(c))
    })
}

/// Splits `来源：县政府办 发布时间：2024-01-02 浏览次数：3` at its keys. What stands in front of the first key is returned first.
pub(crate) fn split(text: &str) -> (&str, Vec<Pair>) {
    if text.len() > LONGEST || !text.contains(['：', ':']) {
        return (text, Vec::new());
    }
    let mut marks: Vec<(usize, usize, &'static str, Class)> = Vec::new();
    for (colon, c) in text.char_indices().filter(|&(_, c)| matches!(c, '：' | ':')) {
        let floor = marks.last().map_or(0, |m| m.1);
        if let Some((start, key, class)) = key_before(&text[floor..colon]) {
            marks.push((floor + start, colon + c.len_utf8(), key, class));
        }
    }
    let Some(first) = marks.first() else { return (text, Vec::new()) };
    let front = text[..first.0].trim_end_matches(['【', '[', '（', '(']);
    let ends = marks.iter().skip(1).map(|m| m.0).chain([text.len()]);
    let pairs = marks.iter().zip(ends).map(|(mark, end)| Pair {
        key: mark.2,
        class: mark.3,
        value: value(&text[mark.1..end]),
    });
    (front, pairs.collect())
}

/// The longest key that `text` ends with, at a word's start.
fn key_before(text: &str) -> Option<(usize, &'static str, Class)> {
    const MOST: usize = 12;
    let mut plain = String::new();
    let mut best = None;
    for (count, (at, c)) in text.char_indices().rev().filter(|(_, c)| !c.is_whitespace()).enumerate() {
        if count >= MOST {
            break;
        }
        plain.insert(0, c);
        let before = text[..at].chars().next_back();
        let begins = before.is_none_or(|b| {
            b.is_whitespace()
                || matches!(
                    b,
                    '【' | '['
                        | '（'
                        | '('
                        | '】'
                        | ']'
                        | '）'
                        | ')'
                        | '|'
                        | '｜'
                        | '，'
                        | ','
                        | '；'
                        | ';'
                        | '/'
                )
        });
        // `发布日期:2023-03-21访问次数:`
        let behind_figure = before.is_some_and(|b| b.is_ascii_digit());
        if (begins || behind_figure)
            && let Ok(found) = KEYS.binary_search_by_key(&&*plain, |k| k.0)
            && (begins || KEYS[found].1 == Class::Idle)
        {
            best = Some((at, KEYS[found].0, KEYS[found].1));
        }
    }
    best
}

/// A value with single spaces and without brackets that it does not open.
pub(crate) fn value(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !value.is_empty() {
            value.push(' ');
        }
        value.push_str(word);
    }
    let end = value.trim_end_matches(['|', '｜', '【', '[', '（', '(', '；', ';']).trim_end().len();
    value.truncate(end);
    for (open, close) in [('[', ']'), ('【', '】')] {
        if value.ends_with(close) && !value.contains(open) {
            value.pop();
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, front: &str, expect: &[(&str, &str)]) {
        let (before, pairs) = split(text);
        let got: Vec<_> = pairs.iter().map(|p| (p.key, &*p.value)).collect();
        assert_eq!((before, &*got), (front, expect), "{text}");
    }

    #[test]
    fn keys_and_values_in_a_line() {
        check(
            "来源：县政府办 发布时间：2024-01-02 10:30 【字体：大 中 小】",
            "",
            &[("来源", "县政府办"), ("发布时间", "2024-01-02 10:30"), ("字体", "大 中 小")],
        );
        check(
            "发布日期:2023-03-21访问次数: 来源:县政府办",
            "",
            &[("发布日期", "2023-03-21"), ("访问次数", ""), ("来源", "县政府办")],
        );
        check("索 引 号： 0001/2024-2", "", &[("索引号", "0001/2024-2")]);
        check("本方案的来源：调研", "本方案的来源：调研", &[]);
        check("发文字号： 发文时间：2017-10-09", "", &[("发文字号", ""), ("发文时间", "2017-10-09")]);
        assert_eq!(key("发 布 机 构 ："), Some(("发布机构", Class::Sure)));
        assert_eq!(key("发布机构说明"), None);
    }
}
