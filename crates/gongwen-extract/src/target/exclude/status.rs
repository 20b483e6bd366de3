//! What is or was: numbers that a plan only starts from.

use super::{Case, tail};
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::{matter, time};
use gongwen_lexicon::ends_with_any;

/// Words of the present or the past stand before the number (`现有`, `已建成`, `培训了`); not what a number that looks
/// forward is measured from (`比上年增长4.5%`), nor a thing that shall reach it (`到2025年，现有小区覆盖率达到85%`).
pub(super) fn status(case: &Case<'_>) -> bool {
    let &Case { s, left, .. } = case;
    let near = tail(left, 75);
    let mut done = near.match_indices('了').map(|(at, done)| &near[at + done.len()..]);
    if s.seen.may("了") && done.any(|behind| behind.is_empty() || behind.starts_with(['近', '约'])) {
        return true;
    }
    if !CUES.status.may_stand(s.seen) {
        return false;
    }
    // `早已`, `已` inside a name are rare; `在已有…基础上` describes too, but the target stands behind it.
    CUES.status.each(near).any(|(at, word, _)| {
        let (before, behind) = (&near[..at], &near[at + word.len()..]);
        !is_measured_from(case, word, before) && !says_which(case, word, behind) && !behind.contains("基础上")
    })
}

/// Whether a word of the present only says what is measured from: `比上年增长4.5%`, `由目前的860个增加到2000个`,
/// `由上年的82%提高到86%`.
fn is_measured_from(case: &Case<'_>, word: &str, before: &str) -> bool {
    let compared = case.s.forward && matches!(word, "上年" | "去年") && before.ends_with(['比', '较', '于']);
    let now = matches!(word, "目前" | "当前" | "现有" | "现状" | "上年" | "去年");
    compared || now && before.ends_with(['由', '从'])
}

/// Whether a word of the present or the past only says which thing shall reach the number: `到2025年，现有小区覆盖率达到85%`,
/// `已建成的水厂水质达标率达到100%`; an amount may be last year's.
fn says_which(case: &Case<'_>, word: &str, behind: &str) -> bool {
    /// Bytes of the shortest thing with its figure.
    const SHORTEST: usize = 12;
    let &Case { q, s, .. } = case;
    let named = || {
        let name = behind.find('的').map(|of| behind[of..].chars().skip(1));
        name.is_some_and(|mut name| name.by_ref().take(4).filter(|c| *c != '，').count() == 4)
    };
    // `已建设施正常运行率不低于90%`
    let kept = || {
        word == "已"
            && behind.starts_with('建')
            && q.unit == "%"
            && s.binding.comparator.or(q.bound) == Some(Comparator::Ge)
            && case.name().ends_with('率')
    };
    // `上年度结转项目投产率达到80%`
    let goes_on = || {
        word == "上年"
            && s.binding.reaches
            && case.name().ends_with('率')
            && time::last_years_works(behind.strip_prefix('度').unwrap_or(behind))
    };
    kept()
        || goes_on()
        || (s.dated || s.forward)
            && s.binding.reaches
            && (word == "现有" && behind.len() > SHORTEST
                || q.unit == "%" && !matches!(word, "截至" | "截止" | "以来" | "过去") && named())
}

/// `道路硬化率只有85%`, `持证率仅为85%`: it is no more than that.
pub(super) fn no_more(case: &Case<'_>) -> bool {
    CUES.no_more.suffix(case.left).is_some()
}

/// `现有档案21.6万卷，数字化率为74%，2026年提高到85%`: what it is today, where the next clause raises it.
pub(super) fn raised_later(case: &Case<'_>) -> bool {
    const NOW: [&str; 4] = ["现有", "目前", "截至", "现状"];
    const RAISED: [&str; 6] = ["提高到", "提高至", "提升到", "提升至", "增加到", "增加至"];
    let &Case { q, s, left, .. } = case;
    let next =
        || s.after.trim_start_matches(['，', ',']).split(['，', ',', '；', '。']).next().unwrap_or_default();
    q.unit == "%"
        && q.bound.is_none()
        && s.binding.comparator.is_none()
        && !s.dated
        && left.ends_with(['为', '率'])
        && NOW.iter().any(|word| tail(s.before, 90).contains(word))
        && RAISED.iter().any(|word| next().contains(word))
}

/// Whether a number is what a plan reckons with: `在册人员42名`, `纳入计划编制的执法人员26名`, `国家法定工作日248个`.
pub(super) fn on_the_books(case: &Case<'_>) -> bool {
    const BOOKED: [&str; 6] = ["在册", "在编", "编制", "法定工作日", "总工作日", "有效工作日"];
    const COUNTED: [&str; 7] = ["人员", "人数", "职工", "干部", "队员", "人", "工作日"];
    let &Case { q, s, left, .. } = case;
    matches!(&*q.unit, "名" | "人" | "个" | "天" | "日")
        && !case.bound
        && !s.verb
        && s.binding.change.is_none()
        && ends_with_any(left, &COUNTED)
        && s.seen.any(tail(left, 60), &BOOKED)
        && !s.seen.any(left, &["核定编制", "新增", "引进", "招聘", "培训", "轮训"])
}

/// Whether a number of what is only says which things something is done to: `目前在建的5个项目`, `依托现有3个园区`,
/// `现有路灯1200盏全部更换`.
pub(in crate::target) fn describes(left: &str, right: &str) -> bool {
    const TAKEN: [&str; 6] = ["依托", "利用", "对", "将", "把", "为"];
    const ALL: [&str; 2] = ["全部", "全面"];
    let taken = || TAKEN.iter().any(|word| matter::strip_lead(left).0.starts_with(word));
    let done = || ALL.iter().any(|word| right.starts_with(word)) && !right.contains('已');
    (left.ends_with('的') || taken() || done()) && !CUES.no_more.within(left)
}
