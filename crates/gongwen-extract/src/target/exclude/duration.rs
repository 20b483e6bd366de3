//! Lengths of time that name a service or a thing, or say within which time something is answered.

use super::Case;
use crate::target::cues::CUES;
use crate::target::matter;
use gongwen_lexicon::ends_with_any;

/// `每月前3个工作日报送`: by when in each month, which no field says.
pub(super) fn first_days(case: &Case<'_>) -> bool {
    const MONTHS: [&str; 6] = ["每月", "每季度", "每周", "每季", "次月", "当月"];
    case.time && case.left.strip_suffix('前').is_some_and(|head| ends_with_any(head, &MONTHS))
}

/// `每3小时报告1次`, `每5天消杀1次`, `公交每10分钟1班`: how often, in a length of time for which there is no frequency.
pub(super) fn every_few(case: &Case<'_>) -> bool {
    /// Bytes of the longest deed between how often and how many times.
    const LONGEST: usize = 30;
    const UNITS: [&str; 5] = ["小时", "个小时", "分钟", "天", "日"];
    const KNOWN: [&str; 18] = [
        "1小时",
        "一小时",
        "1个小时",
        "一个小时",
        "2小时",
        "两小时",
        "两个小时",
        "4小时",
        "1天",
        "2天",
        "两天",
        "3天",
        "三天",
        "10天",
        "十天",
        "15天",
        "1日",
        "一天",
    ];
    const RUNS: [&str; 2] = ["班", "列"];
    let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十—-至".contains(c);
    let told = || {
        let rest = &case.left[case.left.rfind('每')? + '每'.len_utf8()..];
        let rest = rest.strip_prefix('隔').unwrap_or(rest);
        let behind = rest.trim_start_matches(numeral);
        let unit =
            UNITS.iter().find(|unit| behind.starts_with(**unit)).filter(|_| behind.len() < rest.len())?;
        let deed = &behind[unit.len()..];
        let known = KNOWN.contains(&&rest[..rest.len() - deed.len()]);
        Some(!known && deed.len() <= LONGEST && !deed.contains(['，', '；', '、']))
    };
    let counted = CUES.event_unit.is(&case.q.unit) || RUNS.contains(&&*case.q.unit);
    counted && case.s.seen.may("每") && told().unwrap_or(false)
}

/// `可延长10个工作日`: what is allowed.
pub(super) fn extended(case: &Case<'_>) -> bool {
    case.time && case.left.ends_with("延长") && case.s.seen.any(case.left, &["可", "批准", "最多"])
}

/// `建成110千伏变电站`: a kind of thing.
pub(super) fn voltage(case: &Case<'_>) -> bool {
    case.q.unit == "千伏" && !case.s.right.is_empty() && !case.bound
}

/// `3分钟到场处置`: a promise, of what is told nowhere.
pub(super) fn answered_within(case: &Case<'_>) -> bool {
    const ANSWERS: [&str; 11] =
        ["到场", "到达", "抵达", "响应", "处置", "反馈", "送达", "回应", "出动", "出警", "出车"];
    let &Case { s, left, .. } = case;
    s.forward
        && ANSWERS.iter().any(|word| s.right.starts_with(word))
        && (matter::strip_lead(left).0.is_empty() || left.ends_with(['后', '、', '时']))
        && unbound(case)
}

/// `实行24小时自助服务`: no bound makes an aim of the time.
pub(super) fn unbound(case: &Case<'_>) -> bool {
    let &Case { q, s, left, .. } = case;
    // `优良天数分别达到甲县220天、乙县210天`: days are what is counted.
    let days = || s.seen.any(left, &["天数", "日数", "时数", "时长"]);
    // `办结时限15个工作日`
    let limit = || {
        q.unit == "个工作日"
            && (ends_with_any(left, &["时限", "时间", "期限"])
                || ["办结", "办成", "审结", "办理完毕"].iter().any(|w| s.right.starts_with(w)))
    };
    // `小学生不少于10小时、初中生9小时`
    let listed = s.listed && q.unit == "小时" && s.right.is_empty();
    case.time
        && !case.bound
        && !listed
        && s.binding.change.is_none()
        && !limit()
        && !days()
        && !of_each_day(case)
}

/// What is done for so long each day.
const DONE: [&str; 8] = ["活动", "锻炼", "运动", "体育", "阅读", "大课间", "晨读", "训练"];

/// `每天1小时体育锻炼`, `每天校内、校外各1小时`: how long something is done each day, where it is not told in front of the number.
pub(super) fn done_each_day(case: &Case<'_>) -> bool {
    unbound(case) && is_of_days(case) && case.s.seen.any(case.s.clause, &DONE)
}

/// `每天户外活动2小时`: what is done so long each day stands in front of the number.
fn of_each_day(case: &Case<'_>) -> bool {
    let name = case.name();
    is_of_days(case)
        && case.s.right.is_empty()
        && ends_with_any(name.strip_suffix("时间").unwrap_or(name), &DONE)
}

/// Whether hours or minutes of each day or week are told.
fn is_of_days(case: &Case<'_>) -> bool {
    const DAYS: [&str; 3] = ["每天", "每日", "每周"];
    matches!(&*case.q.unit, "小时" | "分钟") && case.s.seen.any(case.s.left, &DAYS)
}

/// `完善15分钟便民生活圈`: what the time is the name of.
pub(super) fn names_a_thing(case: &Case<'_>) -> bool {
    case.time
        && case.s.right.starts_with(['生', '圈', '城', '都', '经', '不', '服'])
        && case.q.bound.is_none()
}
