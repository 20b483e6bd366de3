//! Years that are told by where the plan stands: `今年`, `明年`, `当年`.

use super::span::years_ahead;
use super::{Time, by, deed_behind};
use crate::target::Context;

/// `今年`, `今年底前`, `今年以来`, `今后三年`
pub(super) fn this_year(text: &str, context: &Context) -> Option<(usize, Time)> {
    if text.starts_with("今年以来") {
        return Some(("今年以来".len(), Time { past: true, ..Time::default() }));
    }
    if text.starts_with("今后") {
        return years_ahead(text);
    }
    let word = ["今年底前", "今年"].into_iter().find(|word| text.starts_with(word))?;
    Some((word.len(), by(context.this_year())))
}

/// `明年`, `次年`
pub(super) fn next_year(text: &str, context: &Context) -> Option<(usize, Time)> {
    let rest = text.strip_prefix(['明', '次'])?.strip_prefix('年')?;
    Some((text.len() - rest.len(), by(context.this_year().map(|year| year + 1))))
}

/// `当年全县改造900户`: in a yearly plan its year, elsewhere any. `当年返乡人员就业率` is a name.
pub(super) fn that_year(text: &str, context: &Context) -> Option<(usize, Time)> {
    let rest = text.strip_prefix("当年")?;
    let yearly = context.period.is_some_and(|(first, last)| first == last);
    (rest.starts_with(['全', '各', '，', '我']) || deed_behind(rest))
        .then(|| ("当年".len(), by(context.this_year().filter(|_| yearly))))
}
