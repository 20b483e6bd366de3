//! The first mark that could end a title.

use super::MAX_LINE;
use super::name::names_a_unit;
use gongwen_text::chars;

/// The mark, and where it stands.
pub(super) enum Stop {
    /// A full stop at `at`.
    Sentence { at: usize, len: usize },
    /// A colon before any full stop.
    Colon { at: usize, len: usize },
    /// White space behind a short title, with a long text behind it.
    Space { at: usize },
    /// A semicolon first: an item of a list.
    Item,
    /// No mark in the whole line.
    Never { chars: usize },
    /// No mark where a title could end.
    TooFar,
}

/// The first mark that could end a title. Looks at no more than [`MAX_LINE`] characters.
pub(super) fn first_stop(words: &str) -> Stop {
    let mut depth = 0u32;
    let mut previous = 0;
    let mut space = None;
    let (mut count, mut behind) = (0, 0);
    while behind < words.len() {
        if count > MAX_LINE {
            return space.map_or(Stop::TooFar, |at| Stop::Space { at });
        }
        let i = behind;
        // Nearly all are Han characters, and none of those ends anything.
        if let 0xE4..=0xE9 = words.as_bytes()[i] {
            (previous, count, behind) = (i, count + 1, i + 3);
            continue;
        }
        let Some(c) = words[i..].chars().next() else { break };
        match c {
            '（' | '(' | '“' | '《' | '〔' | '[' | '「' | '［' => depth += 1,
            '）' | ')' | '”' | '》' | '〕' | ']' | '」' | '］' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' | '!' | '?' if depth == 0 => {
                return Stop::Sentence { at: i, len: c.len_utf8() };
            }
            // A half-width stop counts between Chinese characters only: `2.5` and `A.B` go on.
            '.' | '．'
                if depth == 0
                    && stands_behind_han(words, previous, i)
                    && !goes_on_in_figures(&words[i + c.len_utf8()..]) =>
            {
                return Stop::Sentence { at: i, len: c.len_utf8() };
            }
            '：' | ':' if depth == 0 => return Stop::Colon { at: i, len: c.len_utf8() },
            '；' | ';' if depth == 0 => return Stop::Item,
            ' ' | '\u{3000}' | '\t'
                if space.is_none()
                    && (2..=24).contains(&count)
                    && stands_behind_han(words, previous, i)
                    && !is_time(&words[..i]) =>
            {
                // `抓好粮食生产　落实播种面积。`: a wide blank parts a name from its sentence.
                if depth == 0 && c == '\u{3000}' && count >= 4 && opens_sentence(words, i) {
                    return Stop::Space { at: i };
                }
                space = heads_long_text(words, i).then_some(i);
            }
            _ => {}
        }
        (previous, count, behind) = (i, count + 1, i + c.len_utf8());
    }
    space.map_or(Stop::Never { chars: count }, |at| Stop::Space { at })
}

/// Whether figures stand behind a point that are no years: it is none that ends anything.
fn goes_on_in_figures(behind: &str) -> bool {
    let next = behind.trim_start();
    next.starts_with(|c: char| c.is_ascii_digit()) && !begins_with_years(next)
}

/// `一、总体要求 以习近平…`: a blank ends a name only before a long text, and not inside a list of names.
fn heads_long_text(words: &str, blank: usize) -> bool {
    const LONG: usize = 120;
    words.len() - blank > LONG && names_a_unit(&words[..blank], 20, 0)
}

/// Whether a year or years stand there, which no number begins with behind a point: `2023年`, `2023-2025年`.
fn begins_with_years(words: &str) -> bool {
    let year = |words: &str| {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        (digits == 4 && words.starts_with(['1', '2'])).then_some(digits)
    };
    let Some(end) = year(words) else { return false };
    let rest = words[end..].strip_prefix(['-', '—', '－', '～', '~', '至']);
    let rest = rest.map_or(Some(&words[end..]), |last| year(last).map(|end| &last[end..]));
    rest.is_some_and(|rest| rest.starts_with('年'))
}

/// Whether words tell a time, which a name follows: `4—6月　设施补短板`.
fn is_time(words: &str) -> bool {
    ["月", "月份", "日", "旬", "年", "季度"].iter().any(|end| words.ends_with(end))
        && words.starts_with(|c: char| c.is_ascii_digit() || "第一二三四五六七八九十上下全".contains(c))
}

/// Whether a name stands before the only blank of the words, a sentence behind it.
fn opens_sentence(words: &str, blank: usize) -> bool {
    const SHORTEST: usize = 6 * '某'.len_utf8();
    let sentence = words[blank..].trim_start();
    sentence.len() >= SHORTEST
        && sentence.ends_with('。')
        && ![sentence, &words[..blank]].iter().any(|part| part.contains([' ', '\u{3000}', '\t']))
        && names_a_unit(&words[..blank], 20, 0)
        && !gongwen_lexicon::ends_with_any(&words[..blank], gongwen_lexicon::words("unit_endings"))
}

/// Whether the character from `from` to `to` is Han; there is none in front of the first.
fn stands_behind_han(words: &str, from: usize, to: usize) -> bool {
    words[from..to].chars().next().is_some_and(|c| chars::is_han(c) || matches!(c, '"' | '”' | '）'))
}
