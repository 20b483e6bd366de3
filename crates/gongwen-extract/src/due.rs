//! Completion times of tasks (guide, 6): `完成时限：2024年10月`, `2023年10月底前完成并持续推进`, `每年12月底前`, `长期坚持`.
//!
//! Owns what a time means as a due date: text that is a time (here), its last day ([`mod@latest`]) and rhythm ([`mod@rhythm`]), and
//! the times of sentences ([`mod@before_done`]). Does not own the printed forms of dates (`gongwen_text::date`) nor where a time
//! stands (brackets and labelled lines: [`crate::duty`]).

mod before_done;
mod latest;
mod rhythm;

use crate::facts::Due;
pub(crate) use before_done::{before_done, year_before};
use gongwen_lexicon::{WordSet, words};
use gongwen_text::{Span, chars, date};
use latest::{is_year_end, is_yearless, latest, part_of_year};
use rhythm::rhythm;
#[cfg(test)]
pub(crate) use rhythm::rhythms;
use std::borrow::Cow;
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
    if is_length(raw) {
        return None;
    }
    let every = rhythm(raw);
    // `2024年⏎6月底`: a cell broke off inside the date.
    let whole =
        if raw.contains(char::is_whitespace) { chars::compact(raw).into() } else { Cow::Borrowed(raw) };
    let by = if every.is_some_and(|every| every != "ongoing") { None } else { latest(&whole, year) };
    let told = || is_yearless(&whole) || is_at_once(&whole) || date::find(&whole).is_some();
    (by.is_some() || every.is_some() || told()).then_some(Time { raw, by, every })
}

/// Whether words are how long it takes and no more: `12个月`, `2年`.
pub(crate) fn is_length(words: &str) -> bool {
    const COUNTS: [char; 12] = ['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '半'];
    let unit = words.trim_start_matches(|c: char| c.is_ascii_digit() || COUNTS.contains(&c));
    let digits = words.len() - unit.len();
    matches!(unit, "个月" | "天" | "日历天" | "个工作日") && digits > 0
        || unit == "年" && (1..=3).contains(&digits)
}

/// Reads the cell of a column of times: there years stand bare too (`2025—2026`), and seasons (`汛期前`).
pub(crate) fn read_cell(cell: &str, year: Option<i16>) -> Option<Time<'_>> {
    // `24个月` is how long it takes.
    if cell.contains("个月") && !cell.contains('年') {
        return None;
    }
    read(cell, year).or_else(|| {
        let raw = cell.trim_matches(is_edge);
        let untold = is_untold(raw).then_some(Time { raw, by: None, every: None });
        untold.or_else(|| bare_years(raw))
    })
}

/// A year that stands bare, or the last of a range of them: `2026`, `2024-2025年`, `2024.6—2026.12`.
fn bare_years(raw: &str) -> Option<Time<'_>> {
    let last = raw.rsplit(['—', '-', '－', '–', '~', '～', '至']).next()?.trim();
    let first = raw[..raw.len() - last.len()].trim_matches(|c: char| !c.is_ascii_digit());
    let bare = |words: &str| words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
    let year = last.parse().ok().filter(|year| bare(last) && (1949..2100).contains(year))?;
    let whole = first.is_empty() && raw == last || bare(first);
    whole.then_some(Time { raw, by: Some((year, 12, None)), every: None })
}

/// The time that a bracket holds and nothing else: `2024年9月30日前完成`, `长期坚持`, `完成时限：10月底`. A year or a day alone may be
/// anything.
pub(crate) fn alone(inner: &str, year: Option<i16>) -> Option<Time<'_>> {
    const LONGEST: usize = 90;
    if inner.len() > LONGEST {
        return None;
    }
    if let Some((key, value)) = inner.split_once(['：', ':']) {
        return if is_key(key.trim()) { read(value, year) } else { None };
    }
    let dated = date::is_time_alone(inner)
        && ["前", "完成", "竣工", "底", "末", "每"].iter().any(|word| inner.contains(word));
    let ongoing = || words("due_ongoing").contains(&inner);
    (dated || ongoing()).then(|| read(inner, year)).flatten()
}

/// Whether a key of a line or a column says that its value is a completion time: `完成时限`, `时间节点`.
pub(crate) fn is_key(key: &str) -> bool {
    static KEYS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["due_key", "time_keys"]));
    key == "时间" || KEYS.within(key)
}

/// Whether a piece of a list is a time, so that it can be no organisation.
pub(crate) fn is_time(piece: &str) -> bool {
    // A full-width digit is EF BC 90–99, a half-width one a byte.
    let may_be_digit = |b: u8| b.is_ascii_digit() || b == 0xEF;
    let digit = piece.bytes().any(may_be_digit)
        && (piece.bytes().any(|b| b.is_ascii_digit())
            || piece.as_bytes().windows(3).any(|w| matches!(w, [0xEF, 0xBC, 0x90..=0x99])));
    (digit && words("due_mark").iter().any(|word| piece.contains(word)))
        || (piece.contains('年') && (date::find(piece).is_some() || is_year_end(piece)))
        // `一季度`, `上半年`
        || piece.chars().count() <= 5 && part_of_year(piece).is_some()
        || is_rhythm(piece)
}

/// Whether a piece of a list that names neither year nor number says how often a thing is due, or that it is at once.
pub(crate) fn is_rhythm(piece: &str) -> bool {
    rhythm(piece).is_some() || is_at_once(piece)
}

/// Whether words say that a thing is done without delay and nothing else: `立行立改`.
fn is_at_once(words: &str) -> bool {
    words.starts_with('立') && self::words("due_at_once").contains(&words)
}

/// Whether words behind a key of times name one that no calendar tells: `汛期前`, `开学前`.
pub(crate) fn is_untold(words: &str) -> bool {
    const LONGEST: usize = 30;
    words.len() <= LONGEST
        && words.ends_with('前')
        && self::words("due_season").iter().any(|season| words.contains(season))
}

fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '：' | ':' | '（' | '）' | '(' | ')')
}

#[cfg(test)]
mod tests;
