//! Headings: where the title of a unit ends and its text begins (guide, 2).
//!
//! What the source sets apart is a title ([`apart`]); else the first mark that could end one decides ([`stop`]), where the words before
//! it are the [`name`] of a unit.

mod apart;
mod name;
mod stop;

pub(crate) use apart::unboxed;
use apart::{bold_title, boxed_title, bracketed_title, charged_title, listed_bodies, unmarked};
use gongwen_lexicon::{WordSet, ends_with_any};
use gongwen_text::chars;
pub(crate) use name::counts;
use name::{commits, names_a_unit, names_lead, tallies, tells_finding, tells_of_year};
use std::sync::LazyLock;
use stop::{Stop, first_stop};

/// How a unit's words divide into heading and text. Positions are bytes from the start of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    /// The whole line is the heading.
    Whole,
    /// A heading of so many bytes, then a mark, then text from `rest` on.
    RunIn { title: usize, rest: usize },
    /// One sentence and nothing more: a heading if units follow under it, a `short` one if text does, else an item.
    Sentence { title: usize, short: bool },
    /// No heading: an item that is all content.
    None,
}

/// Characters that a run-in title may have.
const MAX_TITLE: usize = 44;
/// Characters that a heading on a line of its own may have (titles of projects run long).
const MAX_LINE: usize = 60;

static PROSE: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["prose_starts"]));

/// The heading of a labelled unit: `words` is what stands behind its label.
pub(crate) fn labelled(words: &str, bold: usize) -> Heading {
    if let Some(found) =
        bold_title(words, bold).or_else(|| boxed_title(words)).or_else(|| charged_title(words))
    {
        return found;
    }
    match first_stop(words) {
        Stop::Sentence { at, len } => before_stop(words, at, len),
        Stop::Colon { at, len } => before_colon(words, at, len),
        Stop::Space { at } => Heading::RunIn { title: at, rest: behind_space(words, at) },
        Stop::Item => Heading::None,
        Stop::Never { chars } if chars <= MAX_LINE && names_a_unit(words, MAX_LINE, 4) => Heading::Whole,
        Stop::Never { .. } => unmarked(words),
        Stop::TooFar => before_far_colon(words),
    }
}

/// The heading where a full stop of `len` bytes stands at `at` and no other mark before it.
fn before_stop(words: &str, at: usize, len: usize) -> Heading {
    // `总体要求 坚持节约优先。…`: every plan's heading, and a blank behind it.
    if let apart @ Heading::RunIn { title, .. } = unmarked(words)
        && words[title..].starts_with([' ', '\u{3000}'])
    {
        return apart;
    }
    let title = &words[..at];
    // `督察发现，部分养殖场设施不配套。`
    if tells_finding(title) {
        return Heading::None;
    }
    let rest = behind_space(words, at + len);
    if rest < words.len()
        && let Some(open) = bracket_of_title(title)
    {
        let title = words[..open].trim_end();
        return run_in(words, heads_text(title), title.len(), open);
    }
    if rest < words.len() && !is_score(&words[rest..]) {
        return run_in(words, heads_text(title), at, rest);
    }
    if names_a_unit(title, MAX_TITLE, 2) {
        return Heading::Sentence { title: at, short: names_a_unit(title, 24, 0) };
    }
    unmarked(words)
}

/// Where the bracket of duty at the end of a title opens. `改造学校（县教育局负责）。加强…`: it takes no part in the heading, but for the
/// time of a stage.
fn bracket_of_title(title: &str) -> Option<usize> {
    if !title.ends_with(['）', ')', '〕', ']']) {
        return None;
    }
    let named = |open: &usize| *open > 0 && !title[..*open].trim_end().ends_with("阶段");
    crate::closing::duty_bracket(title).filter(named)
}

/// The heading where a colon of `len` bytes stands at `at` and no other mark before it.
fn before_colon(words: &str, at: usize, len: usize) -> Heading {
    let title = &words[..at];
    let rest = behind_space(words, at + len);
    if let Some(start) = crate::closing::key_before(words, at) {
        let title = words[..start].trim_end_matches(['—', '－', '-', ' ', '\u{3000}', '\t']);
        return run_in(words, names_a_unit(title, MAX_TITLE, 0), title.len(), start);
    }
    if rest >= words.len() {
        return if names_a_unit(title, 24, 1) {
            Heading::Sentence { title: at, short: true }
        } else {
            Heading::None
        };
    }
    // `一、牵头单位：县发展和改革局` over its items: a key is no title, its words tell who answers.
    if is_duty_key(title) {
        return Heading::None;
    }
    run_in(words, names_a_unit(title, 20, 0) || listed_bodies(words) == Some(at), at, rest)
}

/// The heading where no mark stands near: a long list of bodies before a colon.
fn before_far_colon(words: &str) -> Heading {
    let Some(title) = listed_bodies(words) else { return unmarked(words) };
    let behind = words[title..].chars().next().map_or(title, |colon| title + colon.len_utf8());
    Heading::RunIn { title, rest: behind_space(words, behind) }
}

/// A title of so many bytes with text from `rest` on, if it is `told` as one; else a standard heading without mark.
fn run_in(words: &str, told: bool, title: usize, rest: usize) -> Heading {
    if told { Heading::RunIn { title, rest } } else { unmarked(words) }
}

/// Whether words before a full stop head the text behind it.
fn heads_text(title: &str) -> bool {
    names_a_unit(title, MAX_TITLE, 2)
        && !tallies(title)
        && !tells_of_year(title)
        && !commits(title)
        && !names_lead(title)
}

/// Whether words are the key of those who answer and nothing else: `牵头单位`.
fn is_duty_key(words: &str) -> bool {
    const RANKS: [&str; 5] = ["牵头", "责任", "主办", "承办", "负责"];
    let rank = words.strip_suffix("单位").or_else(|| words.strip_suffix("部门"));
    rank.is_some_and(|rank| RANKS.contains(&rank))
}

/// Whether words are nothing but the marks that an item is worth: `（20分）`.
fn is_score(words: &str) -> bool {
    let inner = words.trim_matches(|c: char| matches!(c, '（' | '(' | '）' | ')' | '。' | '；' | ';' | ' '));
    let figure = inner.strip_suffix('分').unwrap_or_default();
    inner.len() < words.len() && !figure.is_empty() && figure.bytes().all(|b| b.is_ascii_digit())
}

/// Bytes of the shortest text behind a title without label.
pub(crate) const SHORTEST: usize = 30;

/// The heading of a paragraph without label: only a short name in front of more text counts, and the caller asks for
/// siblings that do the same.
///
/// `shortest` is how many bytes the text behind it has at least.
pub(crate) fn unlabelled(words: &str, bold: usize, shortest: usize) -> Option<(usize, usize)> {
    if let Some(Heading::RunIn { title, rest }) = bold_title(words, bold) {
        // `**县委组织部**牵头…`: a name that is stressed goes on in the sentence.
        let goes_on = words[title..].starts_with(chars::is_han)
            && ends_with_any(&words[..title], gongwen_lexicon::words("unit_endings"));
        return (!goes_on).then_some((title, rest));
    }
    let Stop::Sentence { at, len } = first_stop(words) else { return None };
    let title = &words[..at];
    // `一是压实责任。…`: members of one enumeration, on lines of their own too.
    if title.starts_with(|c| "一二三四五六七八九十".contains(c)) && title.chars().nth(1) == Some('是')
    {
        return None;
    }
    let rest = behind_space(words, at + len);
    if words.len() - rest < shortest || !names_a_unit(title, 32, 1) || PROSE.begins(title) {
        return None;
    }
    let counted = title.contains(|c: char| c.is_ascii_digit());
    let plain = !counted && !title.contains(['“', '《', '：', ':', '；']);
    let quoted = title.contains('“') && title.chars().count() <= 26;
    (plain || quoted).then_some((at, rest))
}

/// The heading of an article (`第三条 加强水源保护。…`): articles as a rule have none, so only a short name counts.
pub(crate) fn article(words: &str) -> Heading {
    const SAYS: [&str; 8] = ["施行", "是指", "包括", "适用", "解释", "应", "可以", "为了"];
    if let Some(found) = bracketed_title(words) {
        return found;
    }
    match labelled(words, 0) {
        Heading::RunIn { title, rest } => {
            let name = &words[..title];
            let short = names_a_unit(name, 14, 0) && !PROSE.begins(name);
            // `第四条 县应急管理局：牵头…`: who is told what to do.
            let body = words[title..].starts_with(['：', ':'])
                && ends_with_any(name, gongwen_lexicon::words("unit_endings"));
            if body || short && !SAYS.iter().any(|word| name.contains(word)) {
                Heading::RunIn { title, rest }
            } else {
                Heading::None
            }
        }
        Heading::Whole if names_a_unit(words, 14, 0) => Heading::Whole,
        _ => Heading::None,
    }
}

/// Bytes of white space in front.
pub(crate) fn leading_space(text: &str) -> usize {
    if let Some(0x21..=0x7E | 0xE4..=0xEF) = text.as_bytes().first() {
        return 0;
    }
    text.len() - text.trim_start().len()
}

/// The first byte from `at` on that is no white space.
fn behind_space(words: &str, at: usize) -> usize {
    at + leading_space(&words[at..])
}

#[cfg(test)]
mod tests;
