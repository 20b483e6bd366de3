//! What a value shows under its number format.

#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "counts of digits and days are small, and those that are cast are not negative"
)]

use super::number_format::{NumberFormat, Piece, Section};

impl NumberFormat {
    /// The words that a cell with `value` shows. `since_1904` tells from which day serial dates count.
    pub(super) fn show(&self, value: f64, since_1904: bool) -> String {
        let Self::Sections(sections) = self else { return general(value) };
        let at = match sections.len() {
            2 | 3 if value < 0.0 => 1,
            3 if value == 0.0 => 2,
            _ => 0,
        };
        let section = &sections[at];
        if section.date {
            return date(section, value, since_1904).unwrap_or_else(|| general(value));
        }
        let minus = value < 0.0 && at == 0;
        let number = decimal(value.abs(), section);
        let mut out = String::new();
        if minus && number.bytes().any(|b| matches!(b, b'1'..=b'9')) {
            out.push('-');
        }
        for piece in &section.pieces {
            match piece {
                Piece::Number => out.push_str(&number),
                Piece::Words(words) => out.push_str(words),
                _ => {}
            }
        }
        out.trim().to_owned()
    }
}

/// A value as it is: no `.0` behind integers, and not more digits than a spreadsheet keeps.
pub(super) fn general(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let (digits, point) = digits(value.abs());
    // Eleven characters are what a wide cell shows; they also hide what binary fractions add (0.30000000000000004).
    let kept = if point > 10 { digits.len() } else { (point.max(0) as usize + 10).min(15) };
    let mut digits = digits;
    let point = round(&mut digits, kept as i32 - point.clamp(-5, 0), point);
    let text = print(&digits, point, 0, 0, false);
    if value < 0.0 && text != "0" { format!("-{text}") } else { text }
}

/// The decimal digits of a value and where its point stands: `12.5` is `[1, 2, 5]` and 2.
fn digits(value: f64) -> (Vec<u8>, i32) {
    // The shortest digits that mean this value: exact where a person typed it.
    let text = format!("{value}");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let all: Vec<u8> =
        whole.bytes().chain(part.bytes()).filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
    let zeros = all.iter().take_while(|&&d| d == 0).count();
    let mut digits: Vec<u8> = all[zeros..].to_vec();
    while digits.last() == Some(&0) {
        digits.pop();
    }
    (digits, whole.len() as i32 - zeros as i32)
}

/// Keeps `kept` digits, rounds half away from zero, and returns where the point stands now.
fn round(digits: &mut Vec<u8>, kept: i32, mut point: i32) -> i32 {
    let kept = kept.max(0) as usize;
    if kept >= digits.len() {
        return point;
    }
    let up = digits[kept] >= 5;
    digits.truncate(kept);
    if up {
        let mut at = kept;
        loop {
            if at == 0 {
                digits.insert(0, 1);
                point += 1;
                break;
            }
            at -= 1;
            if digits[at] < 9 {
                digits[at] += 1;
                break;
            }
            digits[at] = 0;
        }
    }
    while digits.last() == Some(&0) {
        digits.pop();
    }
    point
}

fn decimal(value: f64, section: &Section) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let (mut digits, point) = digits(value);
    let point = point + section.shift;
    let kept = point + section.decimals as i32;
    let point = if kept < 0 {
        digits.clear();
        0
    } else {
        round(&mut digits, kept, point)
    };
    print(&digits, point, section.digits, section.fixed, section.thousands)
}

/// Prints digits with at least `whole` digits in front of the point and `fixed` behind it.
fn print(digits: &[u8], point: i32, whole: usize, fixed: usize, thousands: bool) -> String {
    let at = |place: i32| -> char {
        let digit = usize::try_from(place).ok().and_then(|i| digits.get(i)).copied().unwrap_or(0);
        char::from(b'0' + digit)
    };
    let front = point.max(whole.max(1) as i32);
    let mut out = String::new();
    for i in 0..front {
        if thousands && i > 0 && (front - i) % 3 == 0 {
            out.push(',');
        }
        out.push(at(point - front + i));
    }
    let behind = (digits.len() as i32 - point).max(fixed as i32);
    if behind > 0 {
        out.push('.');
        out.extend((0..behind).map(|i| at(point + i)));
    }
    out
}

/// A serial date; `None` outside of the years that spreadsheets know.
fn date(section: &Section, value: f64, since_1904: bool) -> Option<String> {
    const LAST: f64 = 2_958_466.0;
    if !(0.0..LAST).contains(&value) {
        return None;
    }
    let mut day = value.floor() as i64;
    let mut second = ((value - value.floor()) * 86_400.0).round() as i64;
    if second >= 86_400 {
        (day, second) = (day + 1, 0);
    }
    let weekday = if since_1904 { (day + 5) % 7 } else { (day + 6) % 7 };
    let (year, month, date) = civil(day, since_1904);
    let number = |n: i64, width: usize| if section.han { han(n) } else { format!("{n:0width$}") };
    let half = section.pieces.contains(&Piece::HalfDay);
    let hour = second / 3600;
    let mut out = String::new();
    for piece in &section.pieces {
        match *piece {
            Piece::Words(ref words) => out.push_str(words),
            Piece::Year(n) if section.han => {
                let year = if n <= 2 { format!("{:02}", year % 100) } else { year.to_string() };
                out.extend(year.bytes().map(|b| HAN[usize::from(b - b'0')]));
            }
            Piece::Year(n) if n <= 2 => out.push_str(&number(year % 100, 2)),
            Piece::Year(_) => out.push_str(&year.to_string()),
            // The names of months are shown in English; a number reads the same everywhere.
            Piece::Month(n) => out.push_str(&number(month, if n == 2 { 2 } else { 1 })),
            Piece::Day(n) => out.push_str(&number(date, n)),
            Piece::Hour(n) => {
                out.push_str(&number(if half && hour > 12 { hour - 12 } else { hour }, n.min(2)));
            }
            Piece::Minute(n) => out.push_str(&number(second / 60 % 60, n.min(2))),
            Piece::Second(n) => out.push_str(&number(second % 60, n.min(2))),
            Piece::HalfDay => out.push_str(if hour < 12 { "上午" } else { "下午" }),
            Piece::Weekday(n) => {
                out.push_str(if n == 3 { "" } else { "星期" });
                out.push(['日', '一', '二', '三', '四', '五', '六'][weekday.rem_euclid(7) as usize]);
            }
            Piece::Number => {}
        }
    }
    Some(out.trim().to_owned())
}

/// Year, month and day of a serial day.
fn civil(day: i64, since_1904: bool) -> (i64, i64, i64) {
    // Spreadsheets count a 29 February 1900 that never was: days before March 1900 are one off.
    let epoch = if since_1904 {
        24_107
    } else if day < 60 {
        25_568
    } else {
        25_569
    };
    let days = day - epoch + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, date)
}

const HAN: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A number up to 99 in Chinese numerals.
fn han(n: i64) -> String {
    let (tens, ones) = ((n / 10 % 10) as usize, (n % 10) as usize);
    let mut out = String::new();
    if tens > 1 {
        out.push(HAN[tens]);
    }
    if tens > 0 {
        out.push('十');
    }
    if ones > 0 || tens == 0 {
        out.push(HAN[ones]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, value: f64, expect: &str) {
        assert_eq!(NumberFormat::read(code).show(value, false), expect, "{code} of {value}");
    }

    #[test]
    fn numbers_show_as_their_format_says() {
        check("General", 5.0, "5");
        check("General", 0.1 + 0.2, "0.3");
        check("General", 1234.5678, "1234.5678");
        check("General", -12.5, "-12.5");
        check("General", 0.0, "0");
        check("General", 1e11, "100000000000");
        check("0%", 0.12, "12%");
        check("0.0%", 0.1275, "12.8%");
        check("0.00%", 0.145, "14.50%");
        check("0%", 1.15, "115%");
        check("0.00", 2.5, "2.50");
        check("0.##", 2.5, "2.5");
        check("#,##0", 12345.0, "12,345");
        check("#,##0.00", 1_234_567.891, "1,234,567.89");
        check("0", 0.4, "0");
        check("0", 0.5, "1");
        check("0", 99.5, "100");
        check("000", 7.0, "007");
        check("0.00_ ;[Red]-0.00\\ ", -3.456, "-3.46");
        check("\"≥\"0%", 0.9, "≥90%");
        check("0\"万元\"", 300.0, "300万元");
        check("0.0,", 12345.0, "12.3");
        check("# ?/?", 0.5, "0.5");
        check("0.00E+00", 1200.0, "1200");
        check("[$￥-804]#,##0", 1200.0, "￥1,200");
        check("0;-0;\"无\"", 0.0, "无");
        check("0", f64::NAN, "");
    }

    #[test]
    fn dates_show_as_their_format_says() {
        check("yyyy\"年\"m\"月\"d\"日\"", 45473.0, "2024年6月30日");
        check("yyyy/m/d;@", 45473.0, "2024/6/30");
        check("yyyy-mm-dd hh:mm:ss", 45473.5, "2024-06-30 12:00:00");
        check("[$-804]yyyy\"年\"m\"月\";@", 45473.0, "2024年6月");
        check("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45473.0, "二〇二四年六月三十日");
        check("mm:ss", 0.5, "00:00");
        check("aaaa", 45473.0, "星期日");
        check("yyyy/m/d", 1.0, "1900/1/1");
        check("yyyy/m/d", 61.0, "1900/3/1");
        check("yyyy/m/d", -1.0, "-1");
        assert_eq!(NumberFormat::builtin(14).show(44011.0, true), "2024/6/30");
        assert_eq!(NumberFormat::builtin(57).show(45473.0, false), "2024年6月");
    }
}
