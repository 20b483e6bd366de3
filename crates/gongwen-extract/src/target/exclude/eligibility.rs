//! What is asked of those who apply, or given to them: terms, papers, choices.

use super::subsidy::is_rate;
use super::{Case, tail};
use crate::target::cues::CUES;
use crate::target::measure;
use gongwen_lexicon::ends_with_any;

/// Whether a number is what an applicant does, shows or is given: `申请人应提供至少一种证明材料`, `每名考生可填报3所学校`,
/// `每名儿童将获得1个登记编号`.
pub(super) fn applied_for(case: &Case<'_>) -> bool {
    const MAY: [&str; 2] = ["可", "可以"];
    let &Case { q, s, .. } = case;
    if matches!(&*q.unit, "%" | "‰" | "百分点" | "基点" | "个工作日") || s.binding.reaches && q.unit != "个"
    {
        return false;
    }
    let named = |words: &str| CUES.papers.suffix(words.trim_end_matches(['等', '。', ' '])).is_some();
    let papers = CUES.papers.may_stand(s.seen)
        && (named(s.right) || s.right.is_empty() && named(&s.left[..measure::binding(s.left).start]));
    let applicant = CUES.applicant.may_stand(s.seen) && CUES.applicant.within(tail(s.left, 90));
    // `可填报3所`, not `可容纳500人`.
    let chooses = || {
        CUES.choosing.each(tail(s.left, 60)).any(|(at, ..)| {
            let before = &tail(s.left, 60)[..at];
            applicant || ends_with_any(before, &MAY)
        })
    };
    papers || CUES.choosing.may_stand(s.seen) && chooses()
}

/// `申请人应连续居住12个月以上`: a word of who may have it stands before the number.
pub(super) fn terms(case: &Case<'_>) -> bool {
    let &Case { q, s, left, time, .. } = case;
    let near = tail(left, 30);
    (time || matches!(&*q.unit, "%" | "次" | "人"))
        && CUES.eligibility.within_seen(near, s.seen)
        && asks(near)
        // `信息公示率达到95%`, `公示牌设置率100%`: the word is part of a rate's name.
        && !is_rate(case)
        // `每月公示1次收支`
        && !(q.unit == "次" && left.ends_with("公示"))
        // `连续服务时间不少于6个月`: asked of those who are sent.
        && !(time && CUES.term.suffix(case.name()).is_some())
        && !is_held(case)
        && q.unit != "个工作日"
        // `自受理之日起7日内答复`, `公示期不少于5日` bind the office, `出生60日内办理登记` those who apply.
        && !(q.unit == "日" && s.seen.any(near, &["之日", "公示"]))
        // `公示期由45天缩短至20天`
        && !(time && s.binding.reaches && s.seen.any(near, &["公示期由", "公示期从"]))
}

/// `申请材料一式3份`
pub(super) fn copies(case: &Case<'_>) -> bool {
    case.left.ends_with("一式")
}

/// `参保率连续三年稳定在95%以上`: how long a level holds.
fn is_held(case: &Case<'_>) -> bool {
    let years = tail(case.left, 36).rsplit_once("连续").and_then(|(_, rest)| rest.split_once('年'));
    case.q.unit == "%" && case.s.binding.reaches && years.is_some_and(|(years, _)| years.chars().count() == 1)
}

/// Whether words ask something of those who may have it; 从业人员 are only counted.
fn asks(left: &str) -> bool {
    CUES.eligibility
        .each(left)
        .any(|(at, word, _)| word != "从业" || !left[at + word.len()..].starts_with(['人', '者']))
}
