//! What stands behind the digits: multipliers, 余, the unit, and the upper end of a range.

use super::blanks;
use super::unit::unit_at;
use crate::wordlist::CharSet;
use gongwen_text::numeral::{arabic, han, multiplier};
use rust_decimal::Decimal;

/// What stands between the digits and the end of the unit.
pub(super) struct Tail<'a> {
    /// What 百, 千, 万, 亿 multiply the number by.
    pub(super) factor: i64,
    /// 余, 多 between multiplier and unit.
    pub(super) more: bool,
    /// The unit, empty where there is none.
    pub(super) unit: &'a str,
    /// One past the last byte of all of it.
    pub(super) end: usize,
}

/// What stands behind the digits that end at `at`.
pub(super) fn amount_tail(text: &str, at: usize) -> Tail<'_> {
    let mut end = at + blanks(&text[at..]);
    let (mut factor, mut more) = (1, false);
    let mut unit = unit_at(&text[end..]);
    // One step at a time: `10千米` is kilometres, `1.2亿千瓦` kilowatts, `5千户` a multiplier.
    for _ in 0..4 {
        if !unit.is_empty() {
            break;
        }
        if let Some(len) = more_mark(&text[end..]) {
            more = true;
            end += len;
        } else {
            let step = text[end..].chars().next().map_or(0, char::len_utf8);
            let (by, len) = multiplier(&text[end..end + step]);
            let Some(product) = i64::checked_mul(factor, by).filter(|_| len > 0) else { break };
            factor = product;
            end += len;
        }
        unit = unit_at(&text[end..]);
    }
    if unit.is_empty() && factor == 1 && !more {
        end = at;
    }
    Tail { factor, more, unit, end: end + unit.len() }
}

/// `余` and `多` that mean "and some": not `多次`, `多个`.
fn more_mark(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(['余', '多'])?;
    let more = !unit_at(rest).is_empty() || multiplier(rest).1 > 0;
    more.then_some('余'.len_utf8())
}

/// A dash or 至, 到 between two numbers.
pub(super) fn range_mark(text: &str) -> Option<usize> {
    static MARKS: CharSet = CharSet::of(&['-', '—', '–', '－', '~', '～', '〜', '─', '至', '到']);
    if !MARKS.begins(text) {
        return None;
    }
    for mark in ["——", "－－", "--", "-", "—", "–", "－", "~", "～", "〜", "─", "至", "到"] {
        if text.starts_with(mark) {
            return Some(mark.len());
        }
    }
    None
}

/// The upper end of a range, `1-2名`, `5%—10%`, `3至5家`: its number, where that ends, and what stands behind it. The mark stands behind
/// the digits of the lower end `low` or behind its unit, which is the same.
pub(super) fn upper_end<'a>(
    text: &'a str,
    low: Decimal,
    tail: &Tail<'a>,
    is_han: bool,
) -> Option<(Decimal, usize, Tail<'a>)> {
    let at = tail.end + range_mark(&text[tail.end..])?;
    let (value, len) = if is_han { han(&text[at..])? } else { arabic(&text[at..])? };
    if value <= low {
        return None;
    }
    let upper = amount_tail(text, at + len);
    (tail.unit.is_empty() || tail.unit == upper.unit).then_some((value, at + len, upper))
}
