//! Chinese and Arabic numerals.
//!
//! Owns the printed forms of numbers: digits of both widths, thousands separators, decimals, Han numerals,
//! multipliers, percent and fraction words. Values are exact. Does not own units or what a number is about.

use crate::chars::fold_width;
use rust_decimal::Decimal;

/// The value of one Chinese digit (`一` … `九`, `〇`, `零`, `两`), also in its formal form.
#[inline]
pub fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' | 'Ο' | '０' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten that a Chinese unit of ten to a thousand stands for.
#[inline]
fn han_unit(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// A whole number below ten thousand written with Chinese numerals: `十二`, `二十`, `一百零八`, `二〇二二`.
/// `None` when any character is not a numeral, or the text is empty or out of range.
pub fn han_integer(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut digits, mut units) = (0u32, None::<u32>, 0u32, false);
    for c in text.chars() {
        if let Some(d) = han_digit(c) {
            if digit.is_some() && !units {
                total = total.checked_mul(10)?.checked_add(digit.take()?)?;
            }
            digit = Some(d);
            digits += 1;
            continue;
        }
        let unit = han_unit(c)?;
        if !units && digits > 1 {
            return None;
        }
        units = true;
        total += digit.take().unwrap_or(1) * unit;
        digits += 1;
    }
    if digits == 0 || total > 9999 {
        return None;
    }
    match (digit, units) {
        (Some(d), false) => total.checked_mul(10)?.checked_add(d),
        (Some(d), true) => Some(total + d),
        (None, _) => Some(total),
    }
}

/// The Arabic number that `text` begins with, and its length in bytes: `1200`, `1,200`, `１２`, `13.5`.
///
/// A thousands comma counts only before exactly three digits, so that `5,120` is a number and `2025,12个` is not. A blank
/// (`1 800人次`) or a comma of full width (`1，200人次`) between half-width digits does only where a unit stands behind.
/// `None` when there is no digit or more than 18 of them.
///
/// # Examples
/// ```
/// use gongwen_text::numeral::arabic;
/// use std::str::FromStr;
/// let (value, len) = arabic("1,200.5亩").unwrap();
/// assert_eq!((value.to_string().as_str(), len), ("1200.5", 7));
/// assert!(arabic("亩").is_none());
/// ```
pub fn arabic(text: &str) -> Option<(Decimal, usize)> {
    // Nearly all are half-width digits with a word behind them: no point, comma or full-width digit goes on with them.
    let bytes = text.as_bytes();
    let run = bytes.iter().take(19).take_while(|byte| byte.is_ascii_digit()).count();
    let blank = || matches!(bytes[run..], [b' ', b'0'..=b'9', ..]);
    if (1..=18).contains(&run) && !matches!(bytes.get(run), Some(b'.' | b',' | 0xEF)) && !blank() {
        let value = bytes[..run].iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        return Some((Decimal::from(value), run));
    }
    let (mut mantissa, mut digits, mut scale) = (0i64, 0u32, 0u32);
    let (mut at, mut point, mut grouped) = (0, false, false);
    while let Some(c) = text[at..].chars().next() {
        let folded = fold_width(c);
        if let Some(d) = folded.to_digit(10) {
            if digits == 18 {
                return None;
            }
            mantissa = mantissa * 10 + i64::from(d);
            digits += 1;
            scale += u32::from(point);
        } else if folded == '.' && !point && digits > 0 && leading_digits(&text[at + c.len_utf8()..]) > 0 {
            point = true;
        } else if matches!(c, ',' | '，' | ' ')
            && !point
            && (grouped || (1..=3).contains(&digits))
            && thousands(c, &text[..at], &text[at + c.len_utf8()..])
        {
            grouped = true;
        } else {
            break;
        }
        at += c.len_utf8();
    }
    (digits > 0).then(|| (Decimal::new(mantissa, scale).normalize(), at))
}

/// Whether a comma or a blank parts thousands: three digits and no more stand behind it. A comma of full width does between digits
/// of full width (`２，３００`); between others, as a blank, only in front of a unit: elsewhere it ends a clause or a cell.
fn thousands(comma: char, before: &str, behind: &str) -> bool {
    let wide = |c: char| matches!(c, '０'..='９');
    if leading_digits(behind) != 3 {
        return false;
    }
    if comma == ',' || comma == '，' && before.ends_with(wide) && behind.chars().take(3).all(wide) {
        return true;
    }
    let half = |c: char| c.is_ascii_digit();
    before.ends_with(half)
        && !before.starts_with('0')
        && behind.chars().take(3).all(half)
        && unit_behind_groups(&behind[3..])
}

/// Whether a unit begins behind groups of three digits, a blank between at most.
fn unit_behind_groups(mut rest: &str) -> bool {
    const GROUPS: usize = 3;
    for _ in 0..GROUPS {
        match rest.strip_prefix([' ', '，']).filter(|behind| leading_digits(behind) == 3) {
            Some(behind) => rest = behind.trim_start_matches(|c| fold_width(c).is_ascii_digit()),
            None => break,
        }
    }
    rest.strip_prefix(' ').unwrap_or(rest).starts_with([
        '人', '名', '元', '万', '亿', '户', '亩', '家', '个', '次', '场', '吨', '米', '台', '套', '件', '株',
        '棵', '头', '只', '辆', '座', '处', '间', '所', '盏', '张', '册', '平', '立', '公', 'k', 'K', '㎡',
    ])
}

/// Digits of either width at the start, counted up to four.
fn leading_digits(text: &str) -> usize {
    text.chars().take(4).take_while(|&c| fold_width(c).is_ascii_digit()).count()
}

/// The Chinese number below ten thousand that `text` begins with, and its length in bytes: `两`, `三十五`, `二点五`.
///
/// # Examples
/// ```
/// use gongwen_text::numeral::han;
/// let (value, len) = han("三十五个").unwrap();
/// assert_eq!((value.to_string().as_str(), len), ("35", "三十五".len()));
/// ```
pub fn han(text: &str) -> Option<(Decimal, usize)> {
    let is_numeral = |c: &char| han_digit(*c).is_some() && !matches!(c, 'Ο' | '０') || han_unit(*c).is_some();
    let len: usize = text.chars().take(8).take_while(is_numeral).map(char::len_utf8).sum();
    let whole = han_integer(text.get(..len)?)?;
    let mut value = Decimal::from(whole);
    let mut end = len;
    if let Some(rest) = text[len..].strip_prefix('点') {
        let mut scale = 0;
        let mut fraction = 0i64;
        for c in rest.chars().take(4) {
            let Some(d) = han_digit(c) else { break };
            fraction = fraction * 10 + i64::from(d);
            scale += 1;
            end += c.len_utf8();
        }
        if scale > 0 {
            end += '点'.len_utf8();
            value += Decimal::new(fraction, scale);
        }
    }
    Some((value, end))
}

/// Any number that `text` begins with, Arabic or Chinese.
pub fn number(text: &str) -> Option<(Decimal, usize)> {
    arabic(text).or_else(|| han(text))
}

/// The multiplier that `text` begins with (`万`, `亿`, `千`, `百`, `万亿`, `千万`), and its length in bytes; 1 and 0 when
/// there is none.
///
/// # Examples
/// ```
/// use gongwen_text::numeral::multiplier;
/// assert_eq!(multiplier("万亿元"), (1_000_000_000_000, "万亿".len()));
/// assert_eq!(multiplier("元"), (1, 0));
/// ```
pub fn multiplier(text: &str) -> (i64, usize) {
    let (mut factor, mut len) = (1i64, 0);
    for c in text.chars().take(3) {
        let step = match c {
            '百' | '佰' => 100,
            '千' | '仟' => 1000,
            '万' | '萬' => 10_000,
            '亿' | '億' => 100_000_000,
            _ => break,
        };
        let Some(next) = factor.checked_mul(step) else { break };
        factor = next;
        len += c.len_utf8();
    }
    (factor, len)
}

/// A share in words that `text` begins with, in percent, and its length in bytes: `百分之八十五` = 85, `千分之三` = 0.3,
/// `万分之五` = 0.05, `三分之二` = 66.67 (two places), `两成` = 20, `八成五` = 85, `一半` = 50.
///
/// # Examples
/// ```
/// use gongwen_text::numeral::share;
/// assert_eq!(share("三分之二以上").unwrap().0.to_string(), "66.67");
/// assert!(share("成立").is_none());
/// ```
pub fn share(text: &str) -> Option<(Decimal, usize)> {
    let of = |words: &str, part: i64| {
        let (value, len) = number(text.strip_prefix(words)?)?;
        Some((value / Decimal::from(part), words.len() + len))
    };
    if let Some((value, len)) = of("百分之", 1).or_else(|| of("千分之", 10)).or_else(|| of("万分之", 100))
    {
        return Some((value.normalize(), len));
    }
    if text.starts_with("一半") {
        return Some((Decimal::from(50), "一半".len()));
    }
    let (whole, len) = han(text)?;
    let rest = &text[len..];
    if let Some(after) = rest.strip_prefix("分之") {
        let (part, part_len) = han(after)?;
        if whole.is_zero() || part > whole {
            return None;
        }
        let percent = (part * Decimal::ONE_HUNDRED / whole).round_dp(2).normalize();
        return Some((percent, len + "分之".len() + part_len));
    }
    let after = rest.strip_prefix('成')?;
    if whole > Decimal::TEN || after.starts_with(['立', '为', '员', '果', '本', '熟', '效', '长', '都'])
    {
        return None;
    }
    let mut value = whole * Decimal::TEN;
    let mut end = len + '成'.len_utf8();
    if let Some(c) = after.chars().next().filter(|&c| han_digit(c).is_some()) {
        value += Decimal::from(han_digit(c)?);
        end += c.len_utf8();
    }
    Some((value, end))
}

/// Whether a cell is a figure and nothing else: digits of either width with commas and one point, a sign or a bound (`≥`) before
/// them, per cent behind.
///
/// # Examples
/// ```
/// use gongwen_text::numeral::is_figure;
/// assert!(["12", "1,400", "≥98.5%", "-3", "３０"].iter().all(|cell| is_figure(cell)));
/// assert!(!["", "—", "12户", "1.2.3", "2024年"].iter().any(|cell| is_figure(cell)));
/// ```
pub fn is_figure(cell: &str) -> bool {
    // Most cells begin with a Han character.
    if matches!(cell.as_bytes(), [0xE4..=0xE9, ..]) {
        return false;
    }
    let around = |c: char| c.is_whitespace() || matches!(c, '≥' | '≤' | '>' | '<' | '%' | '％');
    let bare = cell.trim_matches(around);
    let bare = bare.strip_prefix(['-', '+']).unwrap_or(bare);
    let digit = |c: char| crate::chars::fold_width(c).is_ascii_digit();
    bare.starts_with(digit)
        && bare.ends_with(digit)
        && bare.chars().all(|c| digit(c) || matches!(c, '.' | ',' | '，'))
        && bare.matches('.').count() <= 1
}

/// The unit behind the only figure of a cell, empty where the figure is bare; `None` where the cell is something else. A time is
/// no amount.
///
/// # Examples
/// ```
/// use gongwen_text::numeral::unit_of_figure;
/// assert_eq!(unit_of_figure("5000人"), Some("人"));
/// assert_eq!(unit_of_figure("1,400"), Some(""));
/// assert_eq!(unit_of_figure("6月"), None);
/// ```
pub fn unit_of_figure(cell: &str) -> Option<&str> {
    /// Bytes of the longest unit: `万立方米`.
    const LONGEST: usize = 12;
    // Most cells begin with a Han character.
    if matches!(cell.as_bytes(), [0xE4..=0xE9, ..]) {
        return None;
    }
    let unit = cell.trim_start_matches(|c: char| !crate::chars::is_han(c));
    let told = unit.len() < cell.len() && unit.len() <= LONGEST && unit.chars().all(crate::chars::is_han);
    let unit = if told && !unit.starts_with(['年', '月', '日', '号', '季']) { unit } else { "" };
    is_figure(&cell[..cell.len() - unit.len()]).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader of the number at the start of a text.
    type Read = fn(&str) -> Option<(Decimal, usize)>;

    fn check(read: Read, text: &str, expect: Option<(&str, &str)>) {
        let got = read(text).map(|(value, len)| (value.to_string(), &text[..len]));
        assert_eq!(got, expect.map(|(value, printed)| (value.to_owned(), printed)), "{text}");
    }

    #[test]
    fn whole_numbers() {
        for (text, value) in
            [("十二", 12), ("二十", 20), ("一百零八", 108), ("二〇二二", 2022), ("七", 7), ("二十三", 23)]
        {
            assert_eq!(han_integer(text), Some(value), "{text}");
        }
        assert_eq!(han_integer(""), None);
        assert_eq!(han_integer("三是"), None);
    }

    #[test]
    fn arabic_numbers() {
        check(arabic, "300人次", Some(("300", "300")));
        check(arabic, "1,200,000元", Some(("1200000", "1,200,000")));
        check(arabic, "１２．５％", Some(("12.5", "１２．５")));
        check(arabic, "2025,12个", Some(("2025", "2025")));
        check(arabic, "3.建立", Some(("3", "3")));
        check(arabic, "0.10", Some(("0.1", "0.10")));
        check(arabic, "1 800 人次", Some(("1800", "1 800")));
        check(arabic, "12 000元", Some(("12000", "12 000")));
        check(arabic, "1 200 000元", Some(("1200000", "1 200 000")));
        check(arabic, "1，200人次", Some(("1200", "1，200")));
        check(arabic, "2024 300个", Some(("2024", "2024")));
        check(arabic, "12 300 县水利局", Some(("12", "12")));
        check(arabic, "5 30个", Some(("5", "5")));
        check(arabic, "0 300个", Some(("0", "0")));
        check(arabic, "85，120", Some(("85", "85")));
        check(arabic, "12345678901234567890", None);
        check(arabic, "个", None);
    }

    #[test]
    fn han_numbers() {
        check(han, "一名", Some(("1", "一")));
        check(han, "三十五家", Some(("35", "三十五")));
        check(han, "二点五倍", Some(("2.5", "二点五")));
        check(han, "名", None);
    }

    #[test]
    fn shares_in_words() {
        check(share, "百分之八十五以上", Some(("85", "百分之八十五")));
        check(share, "百分之3.5", Some(("3.5", "百分之3.5")));
        check(share, "千分之三", Some(("0.3", "千分之三")));
        check(share, "万分之五以内", Some(("0.05", "万分之五")));
        check(share, "三分之二", Some(("66.67", "三分之二")));
        check(share, "两成以上", Some(("20", "两成")));
        check(share, "八成五", Some(("85", "八成五")));
        check(share, "一半以上", Some(("50", "一半")));
        check(share, "一成立", None);
        check(share, "二分之三", None);
    }

    #[test]
    fn hostile_runs_end() {
        let digits = "9".repeat(10_000);
        assert!(arabic(&digits).is_none());
        assert_eq!(multiplier(&"亿".repeat(50)).1, "亿亿".len());
    }
}
