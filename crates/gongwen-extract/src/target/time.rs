//! Time phrases that bind a quantity: by when, and how often.
//!
//! Owns `到2025年底`, `“十四五”期间`, `每学期`, `全年`. Does not own a task's due date (`due`), nor dates as such.

//!
//! What a phrase begins with says which file reads it: [`mod@every`], [`past`], [`yearly`], [`named`], [`span`] and [`date`]; [`part`] knows
//! the parts of a year.

mod date;
mod every;
mod months;
mod named;
mod part;
mod past;
mod span;
mod yearly;

use super::Context;
use crate::wordlist::CharSet;
use date::{DATED, dated, month};
pub(super) use date::{counted_years, listed_years, plan, year};
use every::every;
use gongwen_text::chars::any_three;
pub(super) use months::months;
use named::{next_year, that_year, this_year};
use part::both_halves;
pub(super) use part::{
    before_deed, is_served, is_so_often, last_years_task, last_years_works, month_end, month_within, of_word,
    periods, quarter,
};
use past::is_past;
pub(super) use past::opens_past;
use span::{span_of_years, years_ahead};
pub(super) use yearly::{deed_behind, is_mean};
use yearly::{of_year, on_average};

/// A time phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Time {
    /// Year by which.
    pub(super) deadline: Option<i16>,
    /// `per_year` …
    pub(super) frequency: Option<&'static str>,
    /// It tells of what was, not of what shall be (截至2020年底, “十三五”期间 of a later plan).
    pub(super) past: bool,
    /// It speaks of its own clause alone (`年培训500名`).
    pub(super) brief: bool,
    /// It sums up several years (`三年累计`): what was said of each year before is over.
    pub(super) total: bool,
}

/// The time phrase that `text` begins with, and its length.
pub(super) fn read(text: &str, context: &Context) -> Option<(usize, Time)> {
    match text.chars().next()? {
        '去' | '上' | '过' | '回' | '一' | '近' | '三' | '五' | '两' if is_past(text) => {
            Some((text.len(), Time { past: true, ..Time::default() }))
        }
        '每' | '按' | '逐' => every(text),
        // `上、下半年各1场`
        '上' => both_halves(text).map(|len| (len, repeated("per_half_year"))),
        '全' if text.starts_with("全年") => Some(("全年".len(), repeated("per_year"))),
        '半' if text.starts_with("半年") => Some(("半年".len(), repeated("per_half_year"))),
        '年' => of_year(text, context),
        '日' | '月' => on_average(text),
        '今' => this_year(text, context),
        '明' | '次' => next_year(text, context),
        '当' => that_year(text, context),
        '本' if text.starts_with("本年度") => Some(("本年度".len(), by(context.this_year()))),
        // `5年内覆盖80%`
        '2'..='9' if text[1..].starts_with("年内") => {
            Some(("5年内".len(), Time { total: true, ..Time::default() }))
        }
        '2'..='5' if text[1..].starts_with('年') && span_of_years(text).is_some() => span_of_years(text),
        '未' | '三' | '四' | '五' | '两' | '本' | '届' | '近' => {
            years_ahead(text).or_else(|| span_of_years(text))
        }
        _ if DATED.begins(text) => dated(text, context),
        _ => None,
    }
}

/// The last time phrase in `text`, not one of comparison (`较2023年`), with where it begins and ends.
pub(super) fn last_in(text: &str, context: &Context) -> Option<(usize, usize, Time)> {
    let mut found = None;
    let mut next = 0;
    while let Some((at, c)) = OPENERS.next(text, next) {
        next = at + c.len_utf8();
        if compared(&text[..at]) || is_in_word(text, at, c) {
            continue;
        }
        let Some((len, time)) = read(&text[at..], context) else { continue };
        next = next.max(at + len);
        if !is_in_title(text, at, at + len) {
            let task = time.past && last_years_task(text, at, at + len);
            found = Some((at, at + len, if task { Time::default() } else { time }));
        }
    }
    found
}

/// Whether 年 or 半 begins no time: `青少年`, `未成年`; `民宿年接待游客100万人次`: whose figure it is stands before it; `支付率年底` in front
/// of a bound; 上半年, 一个半年.
fn is_in_word(text: &str, at: usize, c: char) -> bool {
    let (before, behind) = (&text[..at], &text[at + c.len_utf8()..]);
    let figure = || {
        let each = before.starts_with(['每', '各']);
        !each && (is_served(behind) || is_so_often(behind) && !deed_behind(behind))
    };
    match c {
        '年' => of_word(before) || figure() || matches!(behind, "底" | "末"),
        '半' => before.chars().next_back().is_some_and(|p| p != '、'),
        _ => false,
    }
}

/// `《规划（2021—2025年）》`: the years of a title.
fn is_in_title(text: &str, at: usize, end: usize) -> bool {
    text[..at].ends_with(['（', '(']) && text[end..].starts_with(['）', ')']) && text[..at].contains('《')
}

/// Whether a time phrase with a year may stand in `text`: it holds 年, or tells a five-year plan (`十四五`).
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(super) fn may_tell_year(text: &str) -> bool {
    any_three(text.as_bytes(), |a, b, c| {
        (a == 0xE5) & (b == 0xB9) & (c == 0xB4) | (a == 0xE4) & (b == 0xBA) & (c == 0x94)
    })
}

/// What a time phrase inside a clause may begin with.
static OPENERS: CharSet = CharSet::of(&[
    '每', '半', '上', '全', '年', '三', '四', '五', '两', '今', '到', '至', '截', '“', '"', '十', '按', '逐',
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８',
    '９',
]);

/// Whether what follows is compared with or started from, not reached: `较`, `比`, `由`, `从`, `自`.
pub(super) fn compared(left: &str) -> bool {
    left.ends_with(['较', '比', '由', '从', '自', '与', '第', '对']) && !left.ends_with("占比")
        // `人均每日食盐摄入量`: part of the figure's name.
        || left.ends_with("人均")
        || left.ends_with("户均")
        || left.ends_with("相比")
        || left.ends_with("相较于")
        || left.ends_with("较之")
}

/// So often.
fn repeated(frequency: &'static str) -> Time {
    Time { frequency: Some(frequency), ..Time::default() }
}

/// By the year, if it is known.
fn by(deadline: Option<i16>) -> Time {
    Time { deadline, ..Time::default() }
}

#[cfg(test)]
mod tests;
