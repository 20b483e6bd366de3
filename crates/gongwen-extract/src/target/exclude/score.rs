//! Marks of an assessment, which the plan does not commit to.

use super::{Case, tail};
use gongwen_lexicon::ends_with_any;
use gongwen_text::chars::any_three;

/// What marks add up to.
const SUMS: [&str; 10] =
    ["总成绩", "总分", "总得分", "总分值", "考核成绩", "考核得分", "年度成绩", "综合得分", "总评", "权重"];

/// `分值为2分`, `分值不低于2分`: what something counts in an assessment.
pub(super) fn marks(case: &Case<'_>) -> bool {
    case.q.unit == "分"
        && (ends_with_any(case.left, &["分值", "分值为", "分值是", "计", "赋"])
            || case.name().ends_with("分值"))
}

/// What marks are given by.
const MARKED: [&str; 8] = ["考核", "测评", "考评", "评议", "打分", "得分", "评分", "评价"];

/// `占总成绩的60%`, `占总分的40%，群众测评占20%`, `日常考核占60%`: the weight of some of the marks.
pub(super) fn weight(case: &Case<'_>) -> bool {
    let &Case { q, s, left, .. } = case;
    let name = || case.name().trim_end_matches(['的', '为', '占', '是']);
    let marked = || left.strip_suffix('占').is_some_and(|marks| ends_with_any(marks, &MARKED));
    let told = || left.ends_with('占') && SUMS.iter().any(|sum| tail(s.before, 120).contains(sum));
    q.unit == "%" && (s.seen.any(tail(left, 45), &SUMS) && ends_with_any(name(), &SUMS) || told() || marked())
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
