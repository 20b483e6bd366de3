//! Marks of an assessment, which the plan does not commit to.

use super::Case;
use gongwen_lexicon::ends_with_any;
use gongwen_text::chars::any_three;

/// `分值为2分`: what something counts in an assessment.
pub(super) fn marks(case: &Case<'_>) -> bool {
    case.q.unit == "分" && ends_with_any(case.left, &["分值", "分值为", "分值是", "计", "赋"])
}

/// `90分为优秀`: points are a level only where they are bound.
pub(super) fn points(case: &Case<'_>) -> bool {
    case.q.unit == "分" && (!case.bound || case.s.right.starts_with(['为', '的', '且']))
}

/// Whether a sentence gives marks (`少一次扣1分`): a scoring rule, whose numbers the plan does not commit to.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(in crate::target) fn scores(sentence: &str) -> bool {
    // 分 is E5 88 86.
    if !any_three(sentence.as_bytes(), |a, b, c| (a == 0xE5) & (b == 0x88) & (c == 0x86)) {
        return false;
    }
    let mut from = 0;
    while let Some(at) = sentence[from..].find('分') {
        let before = &sentence[..from + at];
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        if head.len() < before.len() && head.ends_with(['得', '扣', '加', '计']) || head.ends_with('扣')
        {
            return true;
        }
        from += at + '分'.len_utf8();
    }
    false
}
