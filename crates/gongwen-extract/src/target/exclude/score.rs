//! Marks of an assessment, which the plan does not commit to.

use super::{Case, tail};
use gongwen_lexicon::ends_with_any;
use gongwen_text::Label;
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
const MARKED: [&str; 11] =
    ["考核", "测评", "考评", "评议", "打分", "得分", "评分", "评价", "日常检查", "日常督查", "日常巡查"];

/// `占总成绩的60%`, `占总分的40%，群众测评占20%`, `日常考核占60%`: the weight of some of the marks.
pub(super) fn weight(case: &Case<'_>) -> bool {
    let &Case { q, s, left, .. } = case;
    let name = || case.name().trim_end_matches(['的', '为', '占', '是']);
    let marked = || left.strip_suffix('占').is_some_and(|marks| ends_with_any(marks, &MARKED));
    let told = || left.ends_with('占') && SUMS.iter().any(|sum| tail(s.before, 120).contains(sum));
    q.unit == "%" && (s.seen.any(tail(left, 45), &SUMS) && ends_with_any(name(), &SUMS) || told() || marked())
}

/// `日常检查每季度1次，占40%`, `年终考核于12月完成，占60%`, `纳入年度考核，占10分`: what counts so much is named at the front of the sentence
/// or of its part.
pub(super) fn weight_of_clause(case: &Case<'_>) -> bool {
    /// Bytes of the longest name of what marks are given by.
    const LONGEST: usize = 24;
    let &Case { q, s, left, .. } = case;
    let Some(name) = left.strip_suffix('占') else { return false };
    if q.unit == "分" {
        return true;
    }
    let named = || {
        let part = s.before.rsplit(['；', ';', '。']).next().unwrap_or(s.before).trim_start();
        let near = &part[..part.floor_char_boundary(LONGEST)];
        MARKED.iter().any(|word| near.find(word).is_some_and(|at| at > 0 || word.starts_with('日')))
    };
    q.unit == "%" && name.trim().is_empty() && named()
}

/// `90分为优秀`: points are a level only where they are bound.
pub(super) fn points(case: &Case<'_>) -> bool {
    case.q.unit == "分" && (!case.bound || case.s.right.starts_with(['为', '的', '且']))
}

/// Whether words in front of a number of marks give them: `每次加`, `可得`; `合计`, `累计` sum up, and `较上年增加` compares,
/// where it is not done for each (`每篇增加`).
fn gives(head: &str) -> bool {
    if let Some(sum) = head.strip_suffix('计') {
        return !sum.ends_with(['累', '合', '共', '总', '统', '预']);
    }
    let each =
        |more: &str| more.rsplit(['，', '；', '。']).next().is_some_and(|clause| clause.contains('每'));
    head.strip_suffix("增加").map_or_else(|| head.ends_with(['得', '加']), each)
}

/// What a sentence does with marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::target) enum Marks {
    /// It has none.
    None,
    /// It only takes them off (`覆盖率不低于45%，每低1个百分点扣2分`): what is not kept is told beside what shall be.
    Deducted,
    /// It gives them (`完成3次得5分`): a scoring rule, whose numbers the plan does not commit to.
    Given,
}

/// What a sentence does with marks.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(in crate::target) fn scores(sentence: &str) -> Marks {
    let mut marks = Marks::None;
    // 分 is E5 88 86.
    if !any_three(sentence.as_bytes(), |a, b, c| (a == 0xE5) & (b == 0x88) & (c == 0x86)) {
        return marks;
    }
    let mut from = 0;
    while let Some(at) = sentence[from..].find('分') {
        let before = &sentence[..from + at];
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        from += at + '分'.len_utf8();
        // `增加8分钟` is a length of time.
        if sentence[from..].starts_with('钟') {
            continue;
        }
        if head.ends_with('扣') {
            marks = Marks::Deducted;
        } else if head.len() < before.len() && gives(head) {
            return Marks::Given;
        }
    }
    marks
}

/// Whether a clause of a sentence that takes marks off says for what and how many, or how that is looked at; `behind`: what follows
/// it.
pub(in crate::target) fn deducts(clause: &str, behind: &str) -> bool {
    const FAILS: [&str; 18] = [
        "每低", "每少", "每缺", "每有", "每发", "每出", "每降", "每超", "每逾", "少", "未", "低于", "缺",
        "不足", "发现", "出现", "发生", "抽查",
    ];
    let words = clause.trim();
    let words = words[Label::read(words).map_or(0, |label| label.end)..].trim_start_matches(['（', '(', ' ']);
    words.contains('扣')
        || behind.trim_start_matches(['，', ',', '、']).starts_with('扣')
        || words.ends_with('的')
        || FAILS.iter().any(|fail| words.starts_with(fail))
}
