//! Dates as official documents print them: `2022年5月5日`, `二〇二二年五月五日`, `2026年 4月 20 日`, `2024-06-30`.
//!
//! Owns the printed forms and their damage (GB/T 9704-2012, 7.3.5 asks for Arabic numerals; older documents
//! count in Han, and conversions lose or replace the 〇). Does not own what a date means where it stands.

use crate::Span;
use crate::chars::fold_width;
use crate::numeral::{han_digit, han_integer};
use jiff::civil::Date;
use std::fmt;

/// A date as far as it is printed: a year, a month of a year, or a day.
///
/// `day` is only there with `month`. Displays as ISO: `2024`, `2024-06`, `2024-06-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year, 1900 to 2099.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: Option<i8>,
    /// Day, valid in its month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// The civil date, when the day is known.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// The first date in `text`, with its place (counted from the start of `text`, 年 月 日 included, a following 底 or
/// 前 not).
///
/// # Examples
/// ```
/// use gongwen_text::date::find;
/// let text = "于2024年6月底前完成";
/// let (span, date) = find(text).unwrap();
/// assert_eq!((span.of_text(text), date.to_string().as_str()), ("2024年6月", "2024-06"));
/// assert!(find("1.2万人次，12·4宪法日").is_none());
/// ```
pub fn find(text: &str) -> Option<(Span, PartialDate)> {
    find_iter(text).next()
}

/// All dates in `text`, in order. Linear in the length of the text.
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, PartialDate)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let c = text[at..].chars().next()?;
            if !is_numeral(c) {
                at += c.len_utf8();
                continue;
            }
            // A date begins where a run of numerals begins, never inside one.
            let arabic = fold_width(c).is_ascii_digit();
            let run =
                run(&text[at..], usize::MAX, |c| is_numeral(c) && fold_width(c).is_ascii_digit() == arabic);
            if let Some((len, date)) = read(&text[at..]) {
                let span = Span::new(at, at + len);
                at += len;
                return Some((span, date));
            }
            at += run;
        }
        None
    })
}

/// Reads the date that `text` begins with: its length in bytes and the date.
pub fn read(text: &str) -> Option<(usize, PartialDate)> {
    let first = text.chars().next()?;
    if fold_width(first).is_ascii_digit() { arabic(text) } else { han(text) }
}

/// Whether words tell a time and hold nothing else: digits, the parts of a date, and what stands around them (`6月底前完成`,
/// `每季度末`, `力争2024年10月竣工`). Which time it is, and whether it is one at all, the caller asks.
///
/// # Examples
/// ```
/// use gongwen_text::date::is_time_alone;
/// assert!(is_time_alone("2024年6月底前完成"));
/// assert!(!is_time_alone("2024年6月底前建成的小区"));
/// ```
pub fn is_time_alone(text: &str) -> bool {
    const WORDS: &str = "年月日底前末之以上中下旬今本次明第一二三四季度半完成竣工每各并且力争确保";
    text.chars().all(|c| fold_width(c).is_ascii_digit() || WORDS.contains(c))
}

/// Arabic digits, Han digits, and the signs that stand for 〇 in conversions.
fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９' | '十') || han_digit(c).is_some()
}

/// A digit of a year counted in Han digits, with every stand-in for 〇 that conversions leave.
fn year_digit(c: char) -> Option<u32> {
    match c {
        '0' => Some(0),
        '两' => None,
        _ => zero_stand_in(c).or_else(|| han_digit(c)),
    }
}

/// 0 for a letter or sign that conversions put for 〇 or 0.
fn zero_stand_in(c: char) -> Option<u32> {
    matches!(c, 'O' | 'o' | 'О' | 'о' | 'ｏ' | 'Ｏ' | '◯').then_some(0)
}

/// An Arabic digit of either width, or the letter that optical recognition takes it for: `2O23`, `l2`.
///
/// # Examples
/// ```
/// use gongwen_text::date::recognised_digit;
/// assert_eq!("2Ol3".chars().filter_map(recognised_digit).collect::<Vec<_>>(), [2, 0, 1, 3]);
/// assert_eq!(recognised_digit('十'), None);
/// ```
pub fn recognised_digit(c: char) -> Option<u32> {
    match c {
        'l' | 'I' | 'ｌ' | 'Ｉ' => Some(1),
        'Ο' | 'ο' | '○' | '〇' => Some(0),
        _ => fold_width(c).to_digit(10).or_else(|| zero_stand_in(c)),
    }
}

/// Bytes of the leading run of at most `max` characters for which `test` holds.
fn run(text: &str, max: usize, test: impl Fn(char) -> bool) -> usize {
    text.chars().take(max).take_while(|&c| test(c)).map(char::len_utf8).sum()
}

/// Bytes of the blanks in front: conversions put them between a number and its unit.
fn blanks(text: &str) -> usize {
    run(text, 8, |c| matches!(c, ' ' | '\u{3000}' | '\u{A0}' | '\t'))
}

/// A small number in Arabic digits of either width: bytes and value.
fn digits(text: &str, max: usize) -> Option<(usize, i16)> {
    let len = run(text, max, |c| c.is_ascii_digit() || matches!(c, '０'..='９'));
    let next = text[len..].chars().next();
    if len == 0 || next.is_some_and(|c| fold_width(c).is_ascii_digit()) {
        return None;
    }
    let value = text[..len]
        .chars()
        .fold(0i16, |v, c| v * 10 + i16::try_from(fold_width(c).to_digit(10).unwrap_or(0)).unwrap_or(0));
    Some((len, value))
}

/// A small number of which letters stand for some digits. Whoever asks knows that a number stands there by the unit behind it.
fn recognised(text: &str, max: usize) -> Option<(usize, i16)> {
    let len = run(text, max, |c| recognised_digit(c).is_some());
    let next = text[len..].chars().next();
    if len == 0 || next.is_some_and(|c| recognised_digit(c).is_some()) {
        return None;
    }
    let digits = text[..len].chars().filter_map(recognised_digit);
    Some((len, digits.fold(0, |value, digit| value * 10 + i16::try_from(digit).unwrap_or(0))))
}

/// A year of four signs, at least two of them digits: `2O23年`.
fn recognised_year(text: &str) -> Option<(usize, i16)> {
    const SIGNS: usize = 4;
    // Nearly every number has only digits.
    let behind = text.bytes().position(|byte| !byte.is_ascii_digit())?;
    if !matches!(text.as_bytes()[behind], b'O' | b'o' | b'l' | b'I' | 0xCE | 0xD0 | 0xE2 | 0xE3 | 0xEF) {
        return None;
    }
    let (len, year) = recognised(text, SIGNS)?;
    let signs = || text[..len].chars();
    let certain =
        signs().count() == SIGNS && signs().filter(|&c| fold_width(c).is_ascii_digit()).count() >= 2;
    (certain && text[len + blanks(&text[len..])..].starts_with('年')).then_some((len, year))
}

/// `2022年5月5日`, `2022-05-05`, `2022.5.5`, `2022/5`.
fn arabic(text: &str) -> Option<(usize, PartialDate)> {
    let (len, year) = recognised_year(text).or_else(|| digits(text, 4))?;
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let at = len + blanks(&text[len..]);
    if text[at..].starts_with('年') {
        let at = at + '年'.len_utf8();
        return Some(month_and_day(text, at, year, |t| recognised(t, 2)));
    }
    separated(text, len, year)
}

/// The rest of `2022-05-05`: one kind of mark throughout; a month alone must not be the start of something longer.
fn separated(text: &str, at: usize, year: i16) -> Option<(usize, PartialDate)> {
    let mark = text[at..].chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '．' | '－'))?;
    let month_at = at + mark.len_utf8();
    let (len, month) = digits(&text[month_at..], 2)?;
    let month = i8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    let end = month_at + len;
    let rest = &text[end..];
    if let Some(day_text) = rest.strip_prefix(mark)
        && let Some((len, day)) = digits(day_text, 2)
        && let Some(day) = valid_day(year, month, day)
    {
        return Some((end + mark.len_utf8() + len, PartialDate { year, month: Some(month), day: Some(day) }));
    }
    // `2021-12号`, `2024.5万`, `2024.5%` are no months.
    let next = rest.chars().next();
    let open = next.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '，' | '。' | '；' | '、' | '底' | '前' | '）' | ')' | ',' | ';')
    });
    open.then_some((end, PartialDate { year, month: Some(month), day: None }))
}

/// `二〇二二年五月五日`, `二○○七年`, `一二年一月十二日` (its 二〇 lost).
fn han(text: &str) -> Option<(usize, PartialDate)> {
    let (mut value, mut count, mut first, mut at) = (0i16, 0, 0, 0);
    loop {
        let blank = blanks(&text[at..]);
        let Some((c, digit)) = text[at + blank..].chars().next().and_then(|c| Some((c, year_digit(c)?)))
        else {
            at += blank;
            break;
        };
        if count == 4 {
            return None;
        }
        let digit = i16::try_from(digit).ok()?;
        if count == 0 {
            first = digit;
        }
        value = value * 10 + digit;
        count += 1;
        at += blank + c.len_utf8();
    }
    if !text[at..].starts_with('年') {
        return None;
    }
    // A year that lost its 〇 is believed only with month and day behind it.
    let (year, damaged) = match (count, first) {
        (4, _) => (value, false),
        (3, 2) => (2000 + value % 100, true),
        (2, _) => (2000 + value, true),
        _ => return None,
    };
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let at = at + '年'.len_utf8();
    let (len, date) = month_and_day(text, at, year, han_small);
    (!damaged || date.day.is_some()).then_some((len, date))
}

/// A month or day in Han (`十二`, `二十`, `廿一` is not used), or in Arabic digits behind a Han year.
fn han_small(text: &str) -> Option<(usize, i16)> {
    let len = run(text, 3, |c| c == '十' || c == '〇' || (han_digit(c).is_some() && c != '两'));
    if len == 0 {
        return digits(text, 2);
    }
    Some((len, i16::try_from(han_integer(&text[..len])?).ok()?))
}

/// Month and day behind `年`, as far as they are printed and valid.
fn month_and_day(
    text: &str,
    year_end: usize,
    year: i16,
    number: impl Fn(&str) -> Option<(usize, i16)>,
) -> (usize, PartialDate) {
    let whole_year = (year_end, PartialDate { year, month: None, day: None });
    let Some((month_end, month)) = with_unit(text, year_end, &['月'], &number) else { return whole_year };
    let Some(month) = i8::try_from(month).ok().filter(|m| (1..=12).contains(m)) else { return whole_year };
    let whole_month = (month_end, PartialDate { year, month: Some(month), day: None });
    if let Some((end, day)) = with_unit(text, month_end, &['日', '号'], &number)
        && let Some(day) = valid_day(year, month, day)
    {
        return (end, PartialDate { day: Some(day), ..whole_month.1 });
    }
    // The 日 is missing: believed only where nothing can follow the number.
    let at = month_end + blanks(&text[month_end..]);
    if let Some((len, day)) = number(&text[at..])
        && text[at + len..].trim_start_matches([' ', '\u{3000}']).chars().next().is_none_or(|c| c == '\n')
        && let Some(day) = valid_day(year, month, day)
    {
        return (at + len, PartialDate { day: Some(day), ..whole_month.1 });
    }
    whole_month
}

/// A number and its unit from `at` on, blanks allowed before both: where it ends, and the number.
fn with_unit(
    text: &str,
    at: usize,
    units: &[char],
    number: impl Fn(&str) -> Option<(usize, i16)>,
) -> Option<(usize, i16)> {
    let at = at + blanks(&text[at..]);
    let (len, value) = number(&text[at..])?;
    let at = at + len + blanks(&text[at + len..]);
    let unit = text[at..].chars().next().filter(|c| units.contains(c))?;
    Some((at + unit.len_utf8(), value))
}

fn valid_day(year: i16, month: i8, day: i16) -> Option<i8> {
    let day = i8::try_from(day).ok()?;
    Date::new(year, month, day).ok().map(|_| day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let got: Vec<String> =
            find_iter(text).map(|(span, date)| format!("{}={date}", span.of_text(text))).collect();
        assert_eq!(got.join(" | "), expect, "{text}");
    }

    #[test]
    fn arabic_forms() {
        check("2022年5月5日", "2022年5月5日=2022-05-05");
        check("县政府　　2026年 4月 20 日（此件发至乡）", "2026年 4月 20 日=2026-04-20");
        check("２０２２年１０月２４日印发", "２０２２年１０月２４日=2022-10-24");
        check("成文日期:2019-03-07 发布", "2019-03-07=2019-03-07");
        check("2024.6.30", "2024.6.30=2024-06-30");
        check("2024/12/1", "2024/12/1=2024-12-01");
        check("2024.12", "2024.12=2024-12");
        check("2023年3月8", "2023年3月8=2023-03-08");
        check("2023年3月8家企业", "2023年3月=2023-03");
        check("2024年2月30日", "2024年2月=2024-02");
    }

    #[test]
    fn han_forms_and_their_damage() {
        for text in ["二〇〇七年三月二日", "二○○七年三月二日", "二ΟΟ七年三月二日", "二00七年三月二日"]
        {
            check(text, &format!("{text}=2007-03-02"));
        }
        check("二〇二二年十二月三十一日", "二〇二二年十二月三十一日=2022-12-31");
        check("二 〇 二 一 年 十 月", "二 〇 二 一 年 十 月=2021-10");
        check("一二年一月十二日", "一二年一月十二日=2012-01-12");
        check("二一二年一月十二日", "二一二年一月十二日=2012-01-12");
        check("二一二年一月", "");
    }

    /// Optical recognition took digits for letters, and a signature had no day.
    #[test]
    fn letters_for_digits() {
        check("2O23年9月12日", "2O23年9月12日=2023-09-12");
        check("2023年9月l2日", "2023年9月l2日=2023-09-12");
        check("２０２３年 １Ｏ 月 I 日", "２０２３年 １Ｏ 月 I 日=2023-10-01");
        check("到2O25年底，2Ol9年1O月", "2O25年=2025 | 2Ol9年1O月=2019-10");
        // Not of four signs, no unit behind, too few digits.
        check("2O23", "");
        check("2O3年", "");
        check("2O2O3年", "");
        check("1OOO年", "");
        check("2023年lO个", "2023年=2023");
        check("2023年9月IO项", "2023年9月=2023-09");
    }

    #[test]
    fn parts_of_dates() {
        check("到2025年，力争", "2025年=2025");
        check("2024年6月底前完成", "2024年6月=2024-06");
        check("印发第二2024年3月", "2024年3月=2024-03");
        check("2024年9月—2025年6月", "2024年9月=2024-09 | 2025年6月=2025-06");
        check("2021-2025年", "2025年=2025");
        check("2021—2025 年", "2025 年=2025");
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in [
            "1.2万人次",
            "12·4",
            "20252年",
            "十五年",
            "一二年级",
            "三年行动",
            "2024.5万元",
            "电话2021-1234567",
            "二十一年",
            "",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn long_runs_of_numerals_cost_no_more_than_their_length() {
        check(&"9".repeat(300_000), "");
        check(&"二".repeat(300_000), "");
        check(&"2024年".repeat(3), "2024年=2024 | 2024年=2024 | 2024年=2024");
    }
}
