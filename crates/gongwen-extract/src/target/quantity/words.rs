//! Numbers that words tell: shares (`百分之八十五`, `总学时的1/4`) and growth (`翻两番`, `增长一倍`).

use super::plain;
use gongwen_lexicon::ends_with_any;
use gongwen_text::numeral::{arabic, han, number, share};
use rust_decimal::Decimal;

/// In front of a number: what a rate of deaths or cases is taken per, and the unit that prints the same.
const PER_SO_MANY: [(&str, &str); 3] =
    [("十万分之", "/10万"), ("百万分之", "/100万"), ("千万分之", "/1000万")];

/// A share in words: its value, its length and its unit. `before` is what stands before the number.
pub(super) fn share_in_words(before: &str, text: &str) -> Option<(Decimal, usize, &'static str)> {
    let rate = PER_SO_MANY.iter().find_map(|(per, unit)| {
        let (value, len) = number(text.strip_prefix(per)?)?;
        Some((value, per.len() + len, *unit))
    });
    if rate.is_some() {
        return rate;
    }
    // No share in words begins with a digit.
    let digit = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    let words = if digit { None } else { share(text) };
    let (value, len) = words.or_else(|| fraction(before, text))?;
    Some((value, len, "%"))
}

/// Growth by a word of its own in percent, and its length. `before` is what stands before it.
pub(super) fn growth(before: &str, text: &str) -> Option<(Decimal, usize)> {
    doubling(text).or_else(|| times_more(before, text))
}

/// `总学时的1/4` in percent, and its length. What stands before says that it is a part of something.
fn fraction(before: &str, text: &str) -> Option<(Decimal, usize)> {
    if !matches!(text.as_bytes(), [_, b'/', ..] | [_, _, b'/', ..]) {
        return None;
    }
    let (part, rest) = text.split_once('/')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, behind) = rest.split_at(digits);
    let of =
        before.ends_with('的') || ["达到", "不低于", "不少于", "超过"].iter().any(|w| before.ends_with(w));
    let small = (1..=2).contains(&part.len()) && (1..=2).contains(&digits) && of;
    let (part, whole) = (part.parse::<u8>().ok()?, whole.parse::<u8>().ok()?);
    if !small || part == 0 || part >= whole || behind.starts_with(['/', '.', '万', '亿', '月']) {
        return None;
    }
    let value = (Decimal::from(part) * Decimal::ONE_HUNDRED / Decimal::from(whole)).round_dp(2).normalize();
    Some((value, text.len() - behind.len()))
}

/// `翻一番` and `翻番` grow by 100 %, `翻两番` by 300 %.
fn doubling(text: &str) -> Option<(Decimal, usize)> {
    if text.starts_with("倍增") {
        return Some((Decimal::ONE_HUNDRED, "倍增".len()));
    }
    let rest = text.strip_prefix('翻')?;
    if rest.starts_with('番') {
        return Some((Decimal::ONE_HUNDRED, "翻番".len()));
    }
    let (times, len) = han(rest)?;
    if !rest[len..].starts_with('番') || times > Decimal::TEN || times.is_zero() {
        return None;
    }
    let times: u32 = times.try_into().ok()?;
    let factor = Decimal::from((1u32 << times) - 1) * Decimal::ONE_HUNDRED;
    Some((factor, "翻".len() + len + "番".len()))
}

/// `增长一倍` grows by 100 %; `达到一倍` does not grow.
fn times_more(before: &str, text: &str) -> Option<(Decimal, usize)> {
    const GROWS: [&str; 6] = ["增长", "增长了", "增加", "提高", "扩大", "提升"];
    if !ends_with_any(before, &GROWS) {
        return None;
    }
    let (times, len) = arabic(text).or_else(|| han(text))?;
    let percent = text[len..].starts_with('倍').then(|| times.checked_mul(Decimal::ONE_HUNDRED))??;
    Some((plain(percent), len + '倍'.len_utf8()))
}
