//! Titles that something else than a mark tells: bold letters, a box, a standard heading, a list of bodies.

use super::{Heading, MAX_TITLE, behind_space};
use gongwen_lexicon::{WordSet, agency, ends_with_any, words as list};
use gongwen_text::chars;
use std::sync::LazyLock;

static STANDARD: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["standard_titles"]));

/// A title in square brackets before the text of an article: `【联合执法】占道经营整治由…`. A key in them (`【责任单位】`) is none.
pub(super) fn boxed_title(words: &str) -> Option<Heading> {
    in_brackets(words, '【', '】')
}

/// An article's title in round brackets: `（水源保护）县水利局负责…`. Who does it (`（县水利局）`) and what may be left out
/// (`（街道）办事处`) are none.
pub(super) fn bracketed_title(words: &str) -> Option<Heading> {
    const LEFT_OUT: [&str; 8] = ["街道", "社区", "乡镇", "镇街", "县区", "市区", "试行", "居民"];
    let found = in_brackets(words, '（', '）').or_else(|| in_brackets(words, '(', ')'))?;
    let Heading::RunIn { title, rest } = found else { return None };
    let inner = unboxed(&words[..title])?;
    let named = !ends_with_any(inner, list("unit_endings"))
        && !LEFT_OUT.contains(&inner)
        && !words[rest..].starts_with(['，', '。', '、', '；', '的']);
    named.then_some(found)
}

/// An item's title in round brackets before who does it: `（档案接收）县档案局负责接收档案。`. Elsewhere such a bracket says which thing is
/// meant (`（续建）县医院改造`).
pub(super) fn charged_title(words: &str) -> Option<Heading> {
    const DOES: [&str; 8] = ["负责", "牵头", "会同", "承担", "组织", "按照", "要", "应"];
    const MOST: usize = 12;
    if !words.starts_with(['（', '(']) {
        return None;
    }
    let found = bracketed_title(words)?;
    let Heading::RunIn { rest, .. } = found else { return None };
    let mut behind = &words[rest..];
    for _ in 0..MOST {
        behind = &behind[agency::name_at_start(behind)?..];
        let Some(next) = behind.strip_prefix(['、', '和']) else { break };
        behind = next;
    }
    let does =
        DOES.iter().any(|word| behind.starts_with(word)) && words.trim_end().ends_with(['。', '）', ')']);
    does.then_some(found)
}

/// A title without the brackets it is set in; `（县）改造（一期）` is set in none.
pub(crate) fn unboxed(title: &str) -> Option<&str> {
    [('【', '】'), ('（', '）'), ('(', ')')].iter().find_map(|&(open, close)| {
        let inner = title.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains(open)).then_some(inner)
    })
}

/// A title between two marks before the text.
fn in_brackets(words: &str, open: char, close: char) -> Option<Heading> {
    const KEYS: [&str; 8] = ["单位", "部门", "主体", "时限", "时间", "领导", "人", "科室"];
    let inner = words.strip_prefix(open)?;
    let end = inner.char_indices().take(MAX_TITLE + 1).find(|&(_, c)| c == close)?.0;
    let title = &inner[..end];
    let han = title.chars().all(|c| chars::is_han(c) || matches!(c, '、' | '（' | '）' | '“' | '”'));
    let behind = open.len_utf8() + end + close.len_utf8();
    let rest = behind_space(words, behind);
    let sound = han && title.chars().count() >= 2 && !KEYS.iter().any(|key| title.ends_with(key));
    (sound && rest < words.len() && !words[rest..].starts_with(['：', ':']))
        .then_some(Heading::RunIn { title: behind, rest })
}

/// A title that the source set in bold at the start of the words.
pub(super) fn bold_title(words: &str, bold: usize) -> Option<Heading> {
    if bold == 0 || bold > words.len() || !words.is_char_boundary(bold) {
        return None;
    }
    let set = words[..bold].trim_end();
    let title = set.trim_end_matches(['。', '：', ':', '.', ' ', '\u{3000}']);
    if title.is_empty() || title.chars().count() > MAX_TITLE || title.contains('。') {
        return None;
    }
    let tail = &words[title.len()..];
    let rest = title.len() + tail.len()
        - tail.trim_start_matches(['。', '：', ':', '.', ' ', '\u{3000}', '*']).len();
    if rest >= words.len() {
        return (title.len() == words.len()).then_some(Heading::Whole);
    }
    Some(Heading::RunIn { title: title.len(), rest })
}

/// A standard heading that runs into the body with no mark between: `工作目标到2025年，…`.
pub(super) fn unmarked(words: &str) -> Heading {
    const BEGINS: [char; 14] =
        ['以', '到', '坚', '为', '按', '围', '深', '全', '通', '力', '1', '2', '（', '“'];
    let Some(title) = STANDARD.longest_start(words) else {
        return Heading::None;
    };
    // What follows must begin a sentence, not continue the noun (`工作目标责任制`).
    let rest = behind_space(words, title);
    if words[rest..].starts_with(BEGINS) || rest > title && rest < words.len() {
        Heading::RunIn { title, rest }
    } else {
        Heading::None
    }
}

/// Where a list of bodies ends that stands before a colon, however many they are: `县水利局、县林业局、…、县应急局：做好…`.
pub(super) fn listed_bodies(words: &str) -> Option<usize> {
    const LONGEST: usize = 600;
    const LONGEST_NAME: usize = 60;
    let ends = |name: &str| ends_with_any(name, list("unit_endings"));
    let near = &words[..words.floor_char_boundary(LONGEST_NAME)];
    near.split_once('、').filter(|(first, _)| ends(first))?;
    let near = &words[..words.floor_char_boundary(LONGEST)];
    let end = near.find(['：', ':', '。', '；', '，']).filter(|&end| near[end..].starts_with(['：', ':']))?;
    let known = |name: &&str| agency::name_at_start(name) == Some(name.len());
    let names = || words[..end].trim_end_matches('等').split('、').map(str::trim);
    let all = names().count();
    (names().all(ends) && names().filter(known).count() * 3 >= all * 2).then_some(end)
}
