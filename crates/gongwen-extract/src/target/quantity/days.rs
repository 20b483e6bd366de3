//! Numbers of days or years that would be a date or an age but for the words round them.

use super::{Quantity, bound_behind, plain};
use crate::Comparator;
use crate::target::measure;
use crate::target::share::days_from_to;
use gongwen_text::numeral::arabic;

/// What binds a number, if anything, and the length of the word behind that does.
type Bound = (Option<Comparator>, usize);

/// A number of days or years that would be a date or an age but for the words round it: `20日内`, `不少于5日`, `50年一遇`. `run` is the
/// length of its digits.
pub(in crate::target) fn of_days_or_years(text: &str, at: usize, run: usize) -> Option<Quantity<'_>> {
    const MOST_DIGITS: usize = 4;
    let rest = text[at + run..].trim_start_matches(' ');
    let unit = ["年一遇", "日"].into_iter().find(|unit| rest.starts_with(unit))?;
    let from = text.len() - rest.len();
    let end = from + unit.len();
    let (before, behind) = (&text[..at], &text[end..]);
    let (bound, suffix) = if unit == "日" { days(before, behind) } else { recurrence(before, behind) }?;
    let (value, len) = arabic(&text[at..]).filter(|(_, len)| *len == run && run <= MOST_DIGITS)?;
    debug_assert!(at + len <= from, "the unit stands behind the number");
    Some(Quantity { end: end + suffix, bound, ..Quantity::of(at, end, plain(value), unit) })
}

/// The words right before a number that may bind it.
fn near(before: &str) -> &str {
    &before[before.floor_char_boundary(before.len().saturating_sub(30))..]
}

/// `20日内`, `压缩至15日以内`, `不少于5日` are so many days; `3月15日内`, `10至15日内` are dates.
fn days(before: &str, behind: &str) -> Option<Bound> {
    let head = before.trim_end_matches(['至', '到', '-', '—', '～', '~', '、']);
    let span = head.len() < before.len() && head.ends_with(|c: char| c.is_ascii_digit() || c == '日');
    if span || head.ends_with('月') {
        return None;
    }
    let within = ["以内", "之内", "内"].iter().find(|word| behind.starts_with(**word));
    if let Some(word) = within.filter(|_| !behind.starts_with("内蒙")) {
        return Some((Some(Comparator::Le), word.len()));
    }
    let near = near(before);
    (measure::binding(near).comparator.is_some() || days_from_to(near, behind)).then_some((None, 0))
}

/// `按50年一遇设计`, `达到20年一遇以上`
fn recurrence(before: &str, behind: &str) -> Option<Bound> {
    let left = measure::binding(near(before));
    let stands = left.comparator.is_some()
        || left.reaches
        || ["按", "按照", "防御", "抵御", "防"].iter().any(|word| before.ends_with(word));
    stands.then(|| bound_behind(behind, "年一遇"))
}
