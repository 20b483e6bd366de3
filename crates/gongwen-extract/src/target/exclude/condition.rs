//! When something holds, for whom, and what follows from it: a condition, not an aim.

use super::Case;
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::matter;
use gongwen_lexicon::ends_with_any;
use gongwen_text::chars::any_three;

/// `不足100名学生的教学点按100名学生核定经费`: what somebody is reckoned as.
pub(super) fn reckoned_as(case: &Case<'_>) -> bool {
    let &Case { s, left, .. } = case;
    left.ends_with("不足") && !case.behind.is_empty()
        || left.ends_with('按') && s.seen.any(s.right, &["核定", "拨付", "核算"])
}

/// `差额不足3%`: how little it is, or shall be; nothing says which.
pub(super) fn short_of(case: &Case<'_>) -> bool {
    case.left.ends_with("不足") && case.behind.is_empty()
}

/// `成活率达不到70%的不予验收`: what follows for those who miss it.
pub(super) fn missed(case: &Case<'_>) -> bool {
    const MISSED: [&str; 6] = ["达不到", "未达到", "未能达到", "没有达到", "未达", "不到"];
    let &Case { s, left, .. } = case;
    let behind = case.behind.trim_start_matches('的');
    ends_with_any(left, &MISSED)
        && (behind.len() < case.behind.len() || CUES.consequence.within_seen(behind, s.seen))
}

/// `3个以上单位联合承办的，…`, `降雨量达到50毫米时，启动四级响应`: the clause is a condition.
pub(super) fn ends_in_de(case: &Case<'_>) -> bool {
    let s = case.s;
    let closed = s.right.trim_end();
    matches!(closed, "的" | "时")
        || closed.ends_with('的') && !s.verb && s.binding.change.is_none() && !s.binding.reaches
}

/// `对营业收入突破1亿元的企业给予奖励`: whom it is for.
pub(super) fn rewarded(case: &Case<'_>) -> bool {
    concerns(case) && case.s.right.starts_with('的') && case.s.seen.any(case.s.right, &["给予", "奖", "补"])
}

/// `对按时办结率低于95%的单位予以通报`: whom it concerns.
pub(super) fn beyond_the_line(case: &Case<'_>) -> bool {
    concerns(case) && case.s.right.starts_with('的') && is_beyond(case)
}

/// `对引进投资5000万元以上项目的引荐人`: what makes somebody the one it concerns.
pub(super) fn worth(case: &Case<'_>) -> bool {
    let &Case { q, s, money, .. } = case;
    concerns(case)
        && (money || matches!(&*q.unit, "起" | "次" | "例"))
        && q.bound == Some(Comparator::Ge)
        && s.right.contains('的')
}

/// Whether the clause begins with whom it concerns.
fn concerns(case: &Case<'_>) -> bool {
    case.s.left.trim_start().starts_with('对')
}

/// Whether a word of being over or under a line stands before the number.
fn is_beyond(case: &Case<'_>) -> bool {
    matches!(case.s.binding.comparator, Some(Comparator::Lt | Comparator::Gt | Comparator::Le))
}

/// `超额完成5%以上的给予表扬`, `合格率低于90%的乡镇限期补课`: what follows from it; `90%以上的村优先配备` is a share.
pub(super) fn has_consequence(case: &Case<'_>) -> bool {
    case.bound
        && case.behind.starts_with('的')
        && matter::has_chars(matter::strip_lead(case.left).0, 2)
        && CUES.consequence.within_seen(case.behind, case.s.seen)
}

/// `单价超过1万元的须报批`: what must be done then.
pub(super) fn has_duty(case: &Case<'_>) -> bool {
    is_beyond(case)
        && case
            .behind
            .strip_prefix('的')
            .is_some_and(|rest| rest.starts_with(['须', '需', '应', '由', '报', '按']))
}

/// `招收5名以上残疾学生的学校须设立资源教室`: which must do it; not `培训50名以上学生的任务须完成`.
pub(super) fn thing_has_duty(case: &Case<'_>) -> bool {
    /// Bytes of the longest name of a thing, and of those who have the duty.
    const LONGEST: usize = 30;
    const AIMS: [&str; 5] = ["目标", "任务", "要求", "标准", "指标"];
    let told = || {
        let at = case.behind.find('的').filter(|at| *at <= LONGEST)?;
        let (thing, rest) = (&case.behind[..at], &case.behind[at + '的'.len_utf8()..]);
        let duty = rest.find(['须', '应']).filter(|at| (1..=LONGEST).contains(at))?;
        let who = &rest[..duty];
        let plain = |words: &str| !words.contains(['，', '、', '；', '。']);
        Some(
            plain(thing)
                && plain(who)
                && !ends_with_any(who, &AIMS)
                && !who.ends_with(['对', '供', '响', '必']),
        )
    };
    case.q.bound.is_some() && told().unwrap_or(false)
}

/// `须经三分之二以上业主同意`, `居民同意率须达到三分之二以上`: what makes it valid.
pub(super) fn agreed(case: &Case<'_>) -> bool {
    let agree = |words: &str| ["同意", "参与表决", "表决", "签字确认"].iter().any(|w| words.contains(w));
    let name = case.name().trim_end_matches(['须', '需', '应', '要', '均']);
    case.q.unit == "%" && (case.left.contains('经') && agree(case.s.right) || name.ends_with("同意率"))
}

/// `国道改扩建工程全长46.8公里`: how long the thing is, or how fast it is driven on; `新建道路全长12公里` is what is made.
pub(super) fn length_of_work(case: &Case<'_>) -> bool {
    const WORKS: [&str; 10] =
        ["工程", "项目", "公路", "道路", "路线", "线路", "主线", "干线", "大桥", "隧道"];
    // `设计时速80公里`
    const DESIGNED: [&str; 5] = ["时速", "车速", "设计速度", "设计流量", "设计荷载"];
    if DESIGNED.iter().any(|w| case.left.ends_with(w)) {
        return true;
    }
    let work =
        ["全长", "总长", "线路长", "线路全长", "路线全长"].iter().find_map(|w| case.left.strip_suffix(w));
    work.is_some_and(|work| {
        // `全长46公里` alone: of the work that a title or another cell names.
        matter::strip_lead(work).0.is_empty() && !CUES.make.within(case.s.before)
            || WORKS.iter().any(|w| work.ends_with(w))
                && matter::verb_in_front(matter::strip_lead(work).0).is_none()
    })
}

/// Whether a sentence says what a word means: `本办法所称小微企业，是指…`.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(in crate::target) fn defines(sentence: &str) -> bool {
    // 指 is E6 8C 87.
    any_three(sentence.as_bytes(), |a, b, c| (a == 0xE6) & (b == 0x8C) & (c == 0x87))
        && (sentence.contains("是指")
            || sentence.contains("：指")
            || sentence.contains("所称") && sentence.contains("，指"))
}
