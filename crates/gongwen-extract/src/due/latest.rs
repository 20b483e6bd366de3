//! The latest day that words name: `2025年3月底前摸排，9月底前整改到位`, `12月底前` of a known year, `第1—3季度`.
//!
//! Owns which of several times counts, and what a month, a quarter or a half of a year without its year means.

use gongwen_lexicon::words;
use gongwen_text::chars::fold_width;
use gongwen_text::date::{self, PartialDate};

/// Year, month, and the day where one is given.
pub(super) type Day = (i16, u8, Option<u8>);

/// The latest of the times named; `year` is meant where none is printed.
pub(super) fn latest(text: &str, year: Option<i16>) -> Option<Day> {
    let dated = date::find_iter(text).filter_map(|(span, found)| last_day(found, &text[span.to()..]));
    let rank = |&(year, month, day): &Day| (year, month, day.unwrap_or(31));
    dated.chain(carried(text)).max_by_key(rank).or_else(|| {
        // `次年3月底前`
        let next = words("due_next_year").iter().find_map(|word| text.strip_prefix(*word));
        match next {
            Some(rest) => yearless(rest, year? + 1),
            None => yearless(this_year(text), year?),
        }
    })
}

/// The last day of a printed date, which what stands behind it may tell: `2024年上半年`, `2024年3月15日至20日`.
fn last_day(found: PartialDate, behind: &str) -> Option<Day> {
    let tail = behind.trim_start();
    // `2024年秋季开学前`: no month that the text tells.
    if found.month.is_none() && words("due_season").iter().any(|season| tail.starts_with(season)) {
        return None;
    }
    let part = || months_of_year(tail).or_else(|| part_of_year(tail)).unwrap_or(12);
    let month = found.month.map_or_else(part, i8::cast_unsigned);
    let day = found.day.map(i8::cast_unsigned);
    Some(match until_month(tail).filter(|&m| found.month.is_some() && m >= month) {
        Some(later) => (found.year, later, None),
        None => (found.year, month, day.and_then(|day| until_day(tail, day)).or(day)),
    })
}

/// `2025年3月底前摸排，9月底前整改到位`: the year is said once.
fn carried(text: &str) -> Option<Day> {
    let (span, found) = date::find_iter(text).last()?;
    let behind = text[span.to()..].split(['，', '；', ',', ';']).skip(1);
    behind.filter_map(|piece| month_end(piece, found.year)).last()
}

/// A time without any year: `12月底前`, `年底前`.
pub(super) fn is_yearless(text: &str) -> bool {
    let digit = text.chars().next().is_some_and(|c| fold_width(c).is_ascii_digit());
    (digit && text.contains('月') && text.chars().count() <= 12) || is_year_end(text)
}

/// Whether a piece names the end of the year that is meant and nothing else: `年底前`, `今年底`, `年内完成`.
pub(super) fn is_year_end(piece: &str) -> bool {
    words("due_year_end").contains(&this_year(piece))
}

/// Words without 今 or 本 in front of 年.
fn this_year(text: &str) -> &str {
    let rest = text.strip_prefix(['今', '本', '当']).unwrap_or(text);
    // 今年年底
    if rest.starts_with('年') {
        rest.strip_prefix('年').filter(|rest| rest.starts_with('年')).unwrap_or(rest)
    } else {
        text
    }
}

/// `9月底前`, `9月30日前` at the beginning of a piece, in the year of the piece before; `9月各一次` is no limit.
fn month_end(piece: &str, year: i16) -> Option<Day> {
    let at = piece.find('前')?;
    let told = piece[..at].trim_start().trim_start_matches(['并', '于', '在']);
    let limit = told.ends_with(['底', '末', '日', '月']) && told.len() <= 16 && is_yearless(told);
    limit.then(|| yearless(told, year)).flatten()
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
        let later = day.and_then(|day| until_day(rest[len..].strip_prefix('日')?, day));
        let day = later.or(day);
        return (1..=12).contains(&month).then_some((year, month, day));
    }
    part_of_year(text)
        .or_else(|| words("due_year_end").iter().any(|w| text.starts_with(w)).then_some(12))
        .map(|month| (year, month, None))
}

/// The last month of `3—10月` behind a year.
fn months_of_year(tail: &str) -> Option<u8> {
    let first = tail.bytes().take_while(u8::is_ascii_digit).count();
    until_month(&tail[first..]).filter(|_| (1..=2).contains(&first))
}

/// The last month of a quarter or half that stands behind a year, or of several quarters (`第1—3季度`).
pub(super) fn part_of_year(tail: &str) -> Option<u8> {
    let tail = tail.strip_prefix('第').unwrap_or(tail);
    let numeral = |c: char| "一二三四1234".contains(c);
    let later = tail
        .strip_prefix(numeral)
        .and_then(|rest| rest.strip_prefix("季度").unwrap_or(rest).strip_prefix(is_range));
    let later = later.map(|rest| rest.trim_start_matches(['—', '第']));
    let tail = later.filter(|later| later.starts_with(numeral)).unwrap_or(tail);
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
    until(tail, '月').filter(|month| (1..=12).contains(month))
}

/// The day of `至15日` behind an earlier day of the same month.
fn until_day(tail: &str, day: u8) -> Option<u8> {
    until(tail, '日').filter(|later| (day..=31).contains(later))
}

/// What stands between the ends of a range.
fn is_range(c: char) -> bool {
    matches!(c, '至' | '到' | '—' | '-' | '－' | '~' | '～' | '–')
}

/// The number behind the mark of a range, in front of its unit.
fn until(tail: &str, unit: char) -> Option<u8> {
    let rest = tail.strip_prefix(is_range)?.trim_start_matches('—');
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number: u8 = rest[..len].parse().ok()?;
    rest[len..].starts_with(unit).then_some(number)
}
