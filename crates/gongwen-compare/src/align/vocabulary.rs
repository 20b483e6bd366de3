//! The words by which targets are told to count the same thing (`data/targets.toml`).

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    light: Vec<String>,
    units: BTreeMap<String, Vec<String>>,
    kindred: Vec<Kindred>,
    synonyms: Vec<Synonyms>,
    contrasts: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kindred {
    kinds: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Synonyms {
    words: Vec<String>,
}

/// The table, ready for reading.
struct Vocabulary {
    table: Table,
    /// Word and what stands for it, the longest first; light words stand for nothing.
    rewrite: Vec<(String, String)>,
    /// Words of the contrasts with their group, the longest first.
    contrasts: Vec<(String, usize)>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let text = include_str!("../../data/targets.toml");
    let table: Table = toml::from_str(text).expect("data/targets.toml is well formed");
    let mut rewrite: Vec<(String, String)> =
        table.light.iter().map(|word| (word.clone(), String::new())).collect();
    for group in &table.synonyms {
        rewrite.extend(group.words.iter().map(|word| (word.clone(), group.words[0].clone())));
    }
    let groups = table.contrasts.values().enumerate();
    let mut contrasts: Vec<(String, usize)> =
        groups.flat_map(|(group, words)| words.iter().map(move |word| (word.clone(), group))).collect();
    let longest_first = |word: &str| std::cmp::Reverse(word.chars().count());
    rewrite.sort_by(|x, y| longest_first(&x.0).cmp(&longest_first(&y.0)).then_with(|| x.cmp(y)));
    contrasts.sort_by(|x, y| longest_first(&x.0).cmp(&longest_first(&y.0)).then_with(|| x.cmp(y)));
    Vocabulary { table, rewrite, contrasts }
});

/// An indicator without brackets and light words, synonyms brought to one; as it was when nothing would be left.
pub(super) fn plain(indicator: &str) -> String {
    let bare = unbracketed(indicator);
    let mut plain = String::new();
    let mut rest = bare.as_str();
    while let Some(c) = rest.chars().next() {
        let met = VOCABULARY.rewrite.iter().find(|(word, _)| rest.starts_with(word.as_str()));
        if let Some((word, instead)) = met {
            plain.push_str(instead);
            rest = &rest[word.len()..];
        } else {
            plain.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    if plain.is_empty() { bare } else { plain }
}

/// A text without brackets and white space; one character in brackets is a part of the word: 专（兼）职.
fn unbracketed(text: &str) -> String {
    let mut bare = String::new();
    let mut bracket: Option<String> = None;
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match (c, &mut bracket) {
            ('（' | '(', _) => bracket = Some(String::new()),
            ('）' | ')', _) => bare.extend(bracket.take().filter(|words| words.chars().count() == 1)),
            (_, Some(words)) => words.push(c),
            (_, None) => bare.push(c),
        }
    }
    bare
}

/// Words of the contrasts that a plain indicator holds: group and word, sorted.
pub(super) fn contrasts(plain: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut rest = plain;
    while let Some(c) = rest.chars().next() {
        let met = VOCABULARY.contrasts.iter().find(|(word, _)| rest.starts_with(word.as_str()));
        if let Some((word, group)) = met {
            found.push((*group, word.as_str()));
        }
        rest = &rest[met.map_or(c.len_utf8(), |(word, _)| word.len())..];
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// How two units stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Units {
    /// They count the same.
    Same,
    /// Set side by side, not compared.
    Kindred,
    /// They count other things.
    Other,
}

/// Whether two units count the same.
pub(super) fn units(a: &str, b: &str) -> Units {
    if a == b {
        return Units::Same;
    }
    let table = &VOCABULARY.table;
    let kind = |unit: &str| {
        table.units.iter().find(|(_, units)| units.iter().any(|u| u == unit)).map(|(kind, _)| kind)
    };
    match (kind(a), kind(b)) {
        (Some(a), Some(b)) if a == b => Units::Same,
        (Some(a), Some(b)) if table.kindred.iter().any(|k| k.kinds.contains(a) && k.kinds.contains(b)) => {
            Units::Kindred
        }
        _ => Units::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, same: bool) {
        assert_eq!(plain(a) == plain(b), same, "{a} = {} | {b} = {}", plain(a), plain(b));
    }

    #[test]
    fn one_indicator_in_several_words() {
        check("培训科技教师", "科技教师培训人次", true);
        check("“十四五”时期全区居民参保的比例", "居民参保占比", true);
        check("新建全国示范基地", "国家级示范基地数量", true);
        check("注册志愿（服务）者", "新注册志愿者", true);
        check("省级示范基地", "国家级示范基地", false);
        check("培训", "培训", true);
    }

    #[test]
    fn units_of_one_kind() {
        assert_eq!(units("家", "个"), Units::Same);
        assert_eq!(units("人", "人次"), Units::Kindred);
        assert_eq!(units("人", "场"), Units::Other);
        assert_eq!(units("亩", "亩"), Units::Same);
        assert_eq!(units("%", "百分点"), Units::Other);
    }

    #[test]
    fn ranks_exclude_each_other() {
        assert_ne!(contrasts(&plain("省级基地")), contrasts(&plain("全国基地")));
        assert_eq!(contrasts("基地"), []);
    }
}
