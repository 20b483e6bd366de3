//! Spans of years without a year that the text gives: `未来三年`, `三年共引进60名`, `今后两年各新建`.

use super::{Time, deed_behind};

/// `未来三年`, `三年内`, `本届政府任期内`: a time without a year that the text gives.
pub(super) fn span_of_years(text: &str) -> Option<(usize, Time)> {
    const SPANS: [&str; 11] = [
        "未来三年内",
        "未来三年",
        "未来五年",
        "三年累计",
        "五年累计",
        "两年累计",
        "三年内",
        "五年内",
        "两年内",
        "本届政府任期内",
        "届时",
    ];
    if let Some(rest) = in_which_done(text).or_else(|| summed_up(text)) {
        return Some((text.len() - rest.len(), Time { total: true, ..Time::default() }));
    }
    let span = SPANS.iter().find(|span| text.starts_with(**span))?;
    let total = span.ends_with("累计") || span.ends_with('内');
    Some((span.len(), Time { total, ..Time::default() }))
}

/// What stands behind years in which something is done: `三年|翻一番`.
fn in_which_done(text: &str) -> Option<&str> {
    let rest = ["三年", "五年", "两年"].iter().find_map(|w| text.strip_prefix(w))?;
    (rest.starts_with('翻') || rest.starts_with("到位") || deed_behind(rest)).then_some(rest)
}

/// What stands behind years that are summed up: `三年共|引进60名`, `三年合计|1500万元`, `3年|总投资80亿元`.
fn summed_up(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['两', '三', '四', '五', '2', '3', '4', '5'])?.strip_prefix('年')?;
    let sum = ["共计", "合计", "总计", "累计", "一共", "共"].iter().find_map(|word| rest.strip_prefix(word));
    // `三年共建`, `五年共同富裕` sum up nothing.
    let sum = sum.filter(|rest| !rest.starts_with(['同', '建', '享', '治']));
    sum.or(Some(rest).filter(|rest| rest.starts_with("总投") || rest.starts_with("总产")))
}

/// `今后三年`, `未来两年内`: years without a number; `今后两年各新建` is so many in each of them.
pub(super) fn years_ahead(text: &str) -> Option<(usize, Time)> {
    let rest = text.strip_prefix("今后").or_else(|| text.strip_prefix("未来"))?;
    let rest = rest.strip_prefix(|c: char| c.is_ascii_digit() || "一两二三四五十".contains(c))?;
    let rest = rest.strip_prefix('年')?;
    let each = rest.strip_prefix('各').filter(|deed| deed_behind(deed));
    let rest = each.or_else(|| rest.strip_prefix('内')).unwrap_or(rest);
    let time = Time {
        frequency: each.map(|_| "per_year"),
        total: each.is_none() && text[..text.len() - rest.len()].ends_with('内'),
        ..Time::default()
    };
    Some((text.len() - rest.len(), time))
}
