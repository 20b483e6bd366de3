//! Times that are over: `去年`, `过去五年`, `一年来`.

use gongwen_text::chars::any_three;

/// Whether a sentence opens with a time that is over.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(in crate::target) fn opens_past(sentences: &str) -> bool {
    let opens =
        |sentence: &str| sentence.split_once('，').is_some_and(|(clause, _)| is_past(clause.trim_start()));
    // All of these times hold 年 or 去: E5 B9 B4, E5 8E BB.
    any_three(sentences.as_bytes(), |a, b, c| {
        (a == 0xE5) & ((b == 0xB9) & (c == 0xB4) | (b == 0x8E) & (c == 0xBB))
    }) && sentences.split('。').any(opens)
}

/// Whether a clause is nothing but a time that is over: `去年`, `过去五年`, `一年来`.
pub(super) fn is_past(clause: &str) -> bool {
    let clause = clause.trim_end();
    let clause = clause.strip_prefix("回顾").unwrap_or(clause);
    if matches!(clause, "去年" | "去年以来" | "上年" | "上一年" | "近年来" | "过去" | "近几年" | "近几年来")
    {
        return true;
    }
    let span = ["过去的", "过去", "近"].iter().find_map(|word| clause.strip_prefix(word));
    let span = span.or_else(|| clause.strip_suffix('来'));
    let span = span.map(|span| span.strip_suffix('来').unwrap_or(span));
    span.is_some_and(|span| matches!(span, "一年" | "两年" | "三年" | "四年" | "五年" | "几年"))
}
