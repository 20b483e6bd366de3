//! One quantity: a number or a range, its unit, and the words that bind it.
//!
//! Owns the printed form from the sign before the number to the word behind the unit. Does not own whether the
//! quantity is a target, nor what is counted. A number is asked whether its [`words`] tell growth or a share, before its digits
//! are read with the [`tail`] behind them.

mod days;
mod tail;
mod unit;
mod words;

use super::cues::CUES;
use crate::Comparator;
pub(super) use days::of_days_or_years;
use gongwen_text::numeral::{arabic, han, share};
use rust_decimal::Decimal;
use std::borrow::Cow;
use tail::{amount_tail, range_mark, upper_end};
use unit::canonical;
pub(super) use unit::per_time;

/// A quantity as printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity<'a> {
    /// First byte of the number.
    pub(super) start: usize,
    /// One past the last byte of number and unit.
    pub(super) unit_end: usize,
    /// One past the last byte, the binding word behind the unit included.
    pub(super) end: usize,
    /// The number, the lower one of a range.
    pub(super) value: Decimal,
    /// The upper one of a range.
    pub(super) value_max: Option<Decimal>,
    /// `%` and counted units without multipliers; empty when there is none.
    pub(super) unit: Cow<'a, str>,
    /// What the words behind say (以上, 以内, 左右, 余).
    pub(super) bound: Option<Comparator>,
    /// `2次/年`.
    pub(super) frequency: Option<&'static str>,
    /// Written with Han numerals.
    pub(super) han: bool,
    /// `翻一番`: growth by its own word.
    pub(super) doubles: bool,
}

impl<'a> Quantity<'a> {
    /// One value with its unit and nothing that binds it.
    fn of(start: usize, unit_end: usize, value: Decimal, unit: &'a str) -> Self {
        Self {
            start,
            unit_end,
            end: unit_end,
            value,
            value_max: None,
            unit: Cow::Borrowed(unit),
            bound: None,
            frequency: None,
            han: false,
            doubles: false,
        }
    }

    /// With the word behind the unit that binds it.
    fn bound_behind(mut self, text: &str) -> Self {
        let (bound, suffix) = bound_behind(&text[self.unit_end..], &self.unit);
        self.end += suffix;
        self.bound = bound;
        self
    }
}

/// Reads the quantity whose number begins at `at`. `None` when there is no number.
pub(super) fn read(text: &str, at: usize) -> Option<Quantity<'_>> {
    growth(text, at).or_else(|| share_in_words(text, at)).or_else(|| amount(text, at))
}

/// `翻一番`, `增长一倍`
fn growth(text: &str, at: usize) -> Option<Quantity<'_>> {
    let (value, len) = words::growth(&text[..at], &text[at..])?;
    let grown = Quantity { han: true, doubles: true, ..Quantity::of(at, at + len, value, "%") };
    Some(grown.bound_behind(text))
}

/// `百分之八十五以上`, `百分之五至百分之十`, `十万分之十二以下`
fn share_in_words(text: &str, at: usize) -> Option<Quantity<'_>> {
    let (value, len, unit) = words::share_in_words(&text[..at], &text[at..])?;
    let mut end = at + len;
    let mut value_max = None;
    if let Some(step) = range_mark(&text[end..])
        && let Some((high, high_len)) = share(&text[end + step..])
    {
        value_max = Some(high);
        end += step + high_len;
    }
    let shared = Quantity { value_max, han: true, ..Quantity::of(at, end, value, unit) };
    Some(shared.bound_behind(text))
}

/// `7000余个`, `1-2名`, `3个工作日内`, `2次/年`
fn amount(text: &str, at: usize) -> Option<Quantity<'_>> {
    let rest = &text[at..];
    let (mut value, len, is_han) = match arabic(rest) {
        Some((value, len)) => (value, len, false),
        None => han(rest).map(|(value, len)| (value, len, true))?,
    };
    let mut end = at + len;
    let mut tail = amount_tail(text, end);
    let mut value_max = None;
    if let Some((high, next, upper)) = upper_end(text, value, &tail, is_han) {
        let factor = if tail.factor == 1 { upper.factor } else { tail.factor };
        value = value.checked_mul(Decimal::from(factor))?;
        value_max = Some(high.checked_mul(Decimal::from(upper.factor))?);
        (end, tail) = (next, upper);
    } else if tail.factor != 1 {
        value = value.checked_mul(Decimal::from(tail.factor))?;
    }
    let end = end.max(tail.end);
    let (unit, frequency) = per_time(tail.unit);
    let counted = counted_class(&text[end..]);
    let (behind, suffix) = bound_behind(&text[end + counted..], unit);
    Some(Quantity {
        end: end + counted + suffix,
        value_max: value_max.map(plain),
        unit: canonical(unit),
        bound: behind.or(tail.more.then_some(Comparator::Approx)),
        frequency,
        han: is_han,
        ..Quantity::of(at, end, plain(value), "")
    })
}

/// A number that has its unit from the next one of a pair told apart by 分别: `浓度分别不高于53和32微克/立方米`. `run` is the
/// length of its digits.
pub(super) fn sharing(text: &str, at: usize, run: usize) -> Option<Quantity<'_>> {
    let rest = text[at + run..].strip_prefix(['和', '、'])?;
    let left = &text[text.floor_char_boundary(at.saturating_sub(60))..at];
    if !rest.starts_with(|c: char| c.is_ascii_digit()) || !left.contains("分别") {
        return None;
    }
    let (value, len) = arabic(&text[at..])?;
    let rest = last_of_bare(rest);
    let next = read(text, text.len() - rest.len()).filter(|q| !matches!(&*q.unit, "" | "年" | "月"))?;
    // `分别为5和6万亩`: the multiplier is that of all.
    let (number, _) = arabic(rest).filter(|(number, _)| !number.is_zero())?;
    let value = plain(value.checked_mul(next.value.checked_div(number)?)?);
    let end = at + len;
    (len == run && next.value_max.is_none()).then_some(Quantity {
        start: at,
        unit_end: end,
        end,
        value,
        han: false,
        ..next
    })
}

/// `分别控制在65、35、160微克/立方米以内`: the unit stands behind the last.
fn last_of_bare(mut rest: &str) -> &str {
    /// So many numbers may share the unit of the last.
    const MOST: usize = 6;
    for _ in 0..MOST {
        let bare = arabic(rest).and_then(|(_, len)| rest[len..].strip_prefix(['和', '、']));
        let Some(more) = bare.filter(|more| more.starts_with(|c: char| c.is_ascii_digit())) else { break };
        rest = more;
    }
    rest
}

/// The number without zeros behind its point.
fn plain(value: Decimal) -> Decimal {
    if value.scale() == 0 { value } else { value.normalize() }
}

/// What the words behind the unit say, and their length.
fn bound_behind(text: &str, unit: &str) -> (Option<Comparator>, usize) {
    // Typesetters set figures apart: `76.6% 以上`.
    if blanks(text) > 0 {
        let rest = text.trim_start();
        let (bound, len) = bound_behind(rest, unit);
        return (bound, if bound.is_some() { text.len() - rest.len() + len } else { 0 });
    }
    let cues = &*CUES;
    if let Some(word) = cues.suffix_ge.prefix(text) {
        return (Some(Comparator::Ge), word.len());
    }
    if let Some(word) = cues.suffix_le.prefix(text) {
        // `2个镇内`: only time limits and shares are bounded by a bare 内.
        let bare = word == "内" && !(cues.duration_unit.is(unit) || unit == "%" || unit == "天");
        let idiom = text.starts_with("内容") || text.starts_with("内部");
        if !bare && !idiom {
            return (Some(Comparator::Le), word.len());
        }
    }
    if let Some(word) = cues.suffix_approx.prefix(text) {
        return (Some(Comparator::Approx), word.len());
    }
    (None, 0)
}

/// Length of what is counted in front of a bound that tells which ones are meant: 班 of `12个班以下的学校`, 学生 of `200名学生以上的学校`.
fn counted_class(text: &str) -> usize {
    const COUNTED: [&str; 6] = ["班", "教学班", "学生", "床位", "员工", "职工"];
    const BOUNDS: [&str; 4] = ["以上的", "以下的", "及以上的", "及以下的"];
    let bounded = |word: &str| {
        let behind = text.strip_prefix(word)?;
        BOUNDS.iter().any(|bound| behind.starts_with(bound)).then_some(word.len())
    };
    COUNTED.iter().find_map(|word| bounded(word)).unwrap_or(0)
}

/// Length of the blanks that a text begins with, two at most.
fn blanks(text: &str) -> usize {
    // One look: hardly ever is there any.
    if !matches!(text.as_bytes(), [b' ' | 0xE3 | 0xC2, ..]) {
        return 0;
    }
    text.chars().take(2).take_while(|c| matches!(c, ' ' | '\u{3000}' | '\u{a0}')).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let got = read(text, 0).map_or_else(String::new, |q| {
            let max = q.value_max.map(|v| format!("..{v}")).unwrap_or_default();
            let bound = q.bound.map(|b| format!(" {b:?}")).unwrap_or_default();
            let every = q.frequency.map(|f| format!(" {f}")).unwrap_or_default();
            format!("{}{max} {}{bound}{every}|{}", q.value, q.unit, &text[q.end..])
        });
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn printed_forms() {
        // More than a number can hold is none, and stops nothing.
        assert!(read("100000000000000000-200000000000000000万亿元", 0).is_none());
        check("300人次以上，", "300 人次 Ge|，");
        check("1-2个百分点。", "1..2 百分点|。");
        check("1.2万人次，", "12000 人次|，");
        check("2万亿元，", "2000000000000 元|，");
        check("10亿千瓦，", "1000000000 千瓦|，");
        check("5千户", "5000 户|");
        check("15万亩。", "150000 亩|。");
        check("7000余个小区", "7000 个 Approx|小区");
        check("100多万元", "1000000 元 Approx|");
        check("35微克/立方米以下", "35 微克/立方米 Le|");
        check("4次/年", "4 次 per_year|");
        check("3至5家企业", "3..5 家|企业");
        check("5%—10%的", "5..10 %|的");
        check("３０％以上", "30 % Ge|");
        check("3个工作日内办结", "3 个工作日 Le|办结");
        check("百分之八十五以上", "85 % Ge|");
        check("万分之五以内", "0.05 % Le|");
        check("十万分之十二以下", "12 /10万 Le|");
        check("百万分之三以内", "3 /100万 Le|");
        check("千万分之一点五", "1.5 /1000万|");
        check("翻两番", "300 %|");
        check("三至五家", "3..5 家|");
        check("17部门联合", "17 |部门联合");
        check("13.5%左右", "13.5 % Approx|");
        check("1,200公里", "1200 公里|");
        check("5 个以上", "5 个 Ge|");
        check("76.6% 以上，", "76.6 % Ge|，");
        check("1座   以上，", "1 座 Ge|，");
        check("29微克每立方米以下", "29 微克/立方米 Le|");
        check("507公里/万平方公里，", "507 公里/万平方公里|，");
        check("51ug/m3，", "51 ug/m3|，");
        check("6吨/月·平方公里，", "6 吨/月·平方公里|，");
        check("0.3元/千瓦时，", "0.3 元/千瓦时|，");
        check("22 微克 / 立方米 以内", "22 微克/立方米 Le|");
        check("300克标准煤/千瓦时以下，", "300 克标准煤/千瓦时 Le|，");
        check("95部/百户以上", "95 部/百户 Ge|");
        check("12亿吨公里以上", "1200000000 吨公里 Ge|");
        check("3吨垃圾以上", "3 吨|垃圾以上");
        check("翻一番以上", "100 % Ge|");
    }
}
