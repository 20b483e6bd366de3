//! Completion times of tasks (guide, 6): `完成时限：2024年10月`, `2023年10月底前完成并持续推进`, `每年12月底前`, `长期坚持`.
//!
//! Owns what a time means as a due date. Does not own the printed forms of dates (`gongwen_text::date`) nor
//! where a time stands (brackets and labelled lines: [`crate::duty`]).

use crate::facts::Due;
use gongwen_lexicon::{WordSet, words};
use gongwen_text::{Span, date};
use std::sync::LazyLock;

/// Bytes of a text that are looked at: a completion time is short, and a longer text is prose.
const LONGEST: usize = 400;

/// A completion time with its place in the text it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time<'a> {
    /// As printed, without marks around it.
    pub raw: &'a str,
    /// Last year and month, and the day where one is given.
    pub by: Option<(i16, u8, Option<u8>)>,
    /// `year`, `month`, `ongoing` …
    pub every: Option<&'static str>,
}

impl Time<'_> {
    /// The published form; `whole` is the text that spans count in, of which `raw` is a slice.
    pub(crate) fn due(self, whole: &str) -> Due {
        let by = self.by.map(|(year, month, day)| match day {
            Some(day) => format!("{year:04}-{month:02}-{day:02}"),
            None => format!("{year:04}-{month:02}"),
        });
        Due { raw: Span::of(self.raw, whole), by, every: self.every }
    }
}

/// Reads a text that states nothing but a completion time: a piece of a bracket, the value of a line, a cell.
///
/// `year` is the year meant where none is printed (`12月底前` in a yearly plan), if one is known. `None` when the text
/// names neither a time nor a rhythm; a month without a year that is not known gives `by: None`.
pub(crate) fn read(text: &str, year: Option<i16>) -> Option<Time<'_>> {
    let raw = text.trim_matches(is_edge);
    if raw.is_empty() || raw.len() > LONGEST {
        return None;
    }
    let every = rhythm(raw);
    let by = if every.is_some_and(|every| every != "ongoing") { None } else { latest(raw, year) };
    (by.is_some() || every.is_some() || is_yearless(raw)).then_some(Time { raw, by, every })
}

/// The completion time of a sentence that says `…前完成` with a date directly before it. `at` is where `前完成` begins in
/// `text`.
pub(crate) fn before_done(text: &str, at: usize, year: Option<i16>) -> Option<Time<'_>> {
    let from = back(text, at, 60);
    let window = &text[from..at];
    let start = window
        .rfind(['，', '。', '；', '、', ',', ';', '（', '(', '：'])
        .map_or(0, |i| i + window[i..].chars().next().map_or(0, char::len_utf8));
    let (span, _) = date::find_iter(&window[start..]).last()?;
    let begin = from + start + span.from();
    let rest = text[from + start + span.to()..at].trim_matches(is_edge);
    if !matches!(rest, "" | "底" | "末" | "底之" | "之" | "年底") {
        return None;
    }
    let done = at + "前完成".len();
    // `2025年底前完成补建8处`: the time of that number, not of the whole task.
    let behind = &text[done..text.floor_char_boundary(done + 120)];
    let clause =
        behind.find(['，', '。', '；', '、', ',', ';', '\n', '）', ')']).map_or(behind, |end| &behind[..end]);
    if clause.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let tail =
        words("due_ongoing_tail").iter().find(|w| text[done..].starts_with(**w)).map_or(0, |w| w.len());
    read(&text[begin..done + tail], year)
}

/// Whether a key of a line or a column says that its value is a completion time: `完成时限`, `时间节点`.
pub(crate) fn is_key(key: &str) -> bool {
    static KEYS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["due_key"]));
    KEYS.within(key)
}

/// Whether a piece of a list is a time, so that it can be no organisation.
pub(crate) fn is_time(piece: &str) -> bool {
    // A full-width digit is EF BC 90–99, a half-width one a byte.
    let may_be_digit = |b: u8| b.is_ascii_digit() || b == 0xEF;
    let digit = piece.bytes().any(may_be_digit)
        && (piece.bytes().any(|b| b.is_ascii_digit())
            || piece.as_bytes().windows(3).any(|w| matches!(w, [0xEF, 0xBC, 0x90..=0x99])));
    (digit && words("due_mark").iter().any(|word| piece.contains(word)))
        || (piece.contains('年') && date::find(piece).is_some())
        || is_rhythm(piece)
}

/// Whether a piece of a list that names neither year nor number says how often a thing is due.
pub(crate) fn is_rhythm(piece: &str) -> bool {
    rhythm(piece).is_some()
}

fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '：' | ':' | '（' | '）' | '(' | ')')
}

/// The position at most `bytes` before `at`, on a character boundary.
fn back(text: &str, at: usize, bytes: usize) -> usize {
    let mut from = at.saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    from
}

/// Lists of words that say how often, in the order in which they rule.
const RHYTHMS: [(&str, &str); 7] = [
    ("due_every_year", "year"),
    ("due_every_half_year", "half_year"),
    ("due_every_quarter", "quarter"),
    ("due_every_month", "month"),
    ("due_every_week", "week"),
    ("due_every_day", "day"),
    ("due_ongoing", "ongoing"),
];

/// How often a thing is due, or that it goes on.
fn rhythm(text: &str) -> Option<&'static str> {
    // Every piece of every list of names comes by here, and hardly any says how often.
    static ANY: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&RHYTHMS.map(|(list, _)| list)));
    if !ANY.within(text) {
        return None;
    }
    RHYTHMS
        .iter()
        .find(|(list, _)| words(list).iter().any(|word| text.contains(word)))
        .map(|&(_, every)| every)
}

/// A time without any year: `12月底前`, `年底前`.
fn is_yearless(text: &str) -> bool {
    let digit = text.chars().next().is_some_and(|c| gongwen_text::chars::fold_width(c).is_ascii_digit());
    (digit && text.contains('月') && text.chars().count() <= 12) || words("due_year_end").contains(&text)
}

type Day = (i16, u8, Option<u8>);

/// The latest of the times named.
fn latest(text: &str, year: Option<i16>) -> Option<Day> {
    let dated = date::find_iter(text).map(|(span, found)| {
        let tail = text[span.to()..].trim_start();
        let month = found.month.map_or_else(|| part_of_year(tail).unwrap_or(12), i8::cast_unsigned);
        let day = found.day.map(i8::cast_unsigned);
        match until_month(tail).filter(|&m| found.month.is_some() && m >= month) {
            Some(later) => (found.year, later, None),
            None => (found.year, month, day),
        }
    });
    let rank = |&(year, month, day): &Day| (year, month, day.unwrap_or(31));
    dated.max_by_key(rank).or_else(|| year.and_then(|year| yearless(text, year)))
}

/// `年底前` and `6月底前` of a known year.
fn yearless(text: &str, year: i16) -> Option<Day> {
    if let Some(at) = text.rfind('月') {
        let head = &text[..at];
        let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let month: u8 = head[head.len() - digits..].parse().ok()?;
        let rest = &text[at + '月'.len_utf8()..];
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        let day = rest[..len].parse().ok().filter(|_| rest[len..].starts_with('日'));
        return (1..=12).contains(&month).then_some((year, month, day));
    }
    part_of_year(text)
        .or_else(|| words("due_year_end").iter().any(|w| text.starts_with(w)).then_some(12))
        .map(|month| (year, month, None))
}

/// The last month of a quarter or half that stands behind a year.
fn part_of_year(tail: &str) -> Option<u8> {
    let tail = tail.strip_prefix('第').unwrap_or(tail);
    let mut chars = tail.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    if rest.starts_with("半年") {
        return match first {
            '上' => Some(6),
            '下' => Some(12),
            _ => None,
        };
    }
    let quarter = match first {
        '一' | '1' => 1,
        '二' | '2' => 2,
        '三' | '3' => 3,
        '四' | '4' => 4,
        _ => return None,
    };
    rest.starts_with("季度").then_some(quarter * 3)
}

/// The month of `至6月`, `-6月` behind a month.
fn until_month(tail: &str) -> Option<u8> {
    let rest = tail.strip_prefix(['至', '到', '—', '-', '－', '~', '～'])?.trim_start_matches('—');
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    let month: u8 = rest[..len].parse().ok()?;
    (rest[len..].starts_with('月') && (1..=12).contains(&month)).then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Family;

    /// `by`, then `every` with a plus sign.
    fn note(time: Option<Time<'_>>) -> Vec<String> {
        time.map(|time| {
            let due = time.due(time.raw);
            format!("{} +{}", due.by.as_deref().unwrap_or("-"), due.every.unwrap_or("-"))
        })
        .into_iter()
        .collect()
    }

    #[test]
    fn rules_hold() {
        let family = Family::parse("due", include_str!("../rules/due.toml"));
        let result = family.check(|id, text| {
            let time = match id {
                "due.sentence" => text.find("前完成").and_then(|at| before_done(text, at, None)),
                _ => read(text, None),
            };
            note(time).into_iter().map(|fact| (id.to_owned(), fact)).collect()
        });
        assert_eq!(result, Ok(()));
    }

    fn check(text: &str, expect: &str) {
        assert_eq!(note(read(text, Some(2024))), [expect], "{text}");
    }

    #[test]
    fn a_year_known_from_elsewhere_completes_a_month() {
        check("6月底前", "2024-06 +-");
        check("年底前完成", "2024-12 +-");
        check("9月30日前", "2024-09-30 +-");
        check("上半年", "2024-06 +-");
    }

    #[test]
    fn units_are_no_times() {
        for piece in ["县教育局", "市12345热线服务中心", "16区", "各镇（街道）"] {
            assert!(!is_time(piece), "{piece}");
        }
    }

    #[test]
    fn raw_is_a_slice_of_the_text() {
        let text = "完成时限：2024年10月。";
        let time = read(&text["完成时限：".len()..], None).expect("a month of a year");
        assert_eq!(time.due(text).raw.of_text(text), "2024年10月");
    }
}
