//! Han numerals that are articles, slogans or names, not quantities.

use super::Case;
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::matter;
use rust_decimal::Decimal;

/// `造就一支高素质队伍`, `落实每月一次调度机制`: nothing makes a quantity of the numeral.
pub(super) fn article(case: &Case<'_>) -> bool {
    case.q.han && case.q.unit != "%" && !han_counts(case)
}

/// A Han numeral is a quantity only where a cue makes it one.
fn han_counts(case: &Case<'_>) -> bool {
    let &Case { q, s, bound, .. } = case;
    // `百余家企业参加`: 余 is no bound, but `培育企业百余家` is a count.
    let some = q.bound == Some(Comparator::Approx) && !case.reached();
    let made = || matter::verb_in_front(matter::strip_lead(s.left).0).is_some();
    let bound = bound && (!some || made());
    // `每月一次调度机制`: a rule's name.
    let rule = q.value == Decimal::ONE && ["制度", "机制"].iter().any(|w| s.right.ends_with(w));
    // `新生儿落户一次办`
    let once = q.unit == "次" && s.right.starts_with('办') && !s.right.starts_with("办公");
    if slogan(s.right) || rule || once {
        return false;
    }
    if q.value == Decimal::ONE && q.value_max.is_none() {
        let event = matches!(&*q.unit, "所" | "座" | "期" | "次" | "遍" | "场" | "轮" | "家" | "处" | "场次");
        let each = s.left.ends_with('各');
        return bound
            || each
            || s.spread && (s.verb || event || s.listed)
            || s.verb && event && !s.right.starts_with('性');
    }
    bound || s.verb || s.listed || s.left.ends_with('各') || apposition(case)
}

/// `学生、教师、学校三类画像`: the number sums up a list.
fn apposition(case: &Case<'_>) -> bool {
    let &Case { q, s, .. } = case;
    matches!(&*q.unit, "类" | "种" | "项" | "个" | "件")
        && (s.left.contains('、') || s.left.ends_with('等'))
        && !s.right.is_empty()
        && CUES.make.find(s.left).is_some_and(|(at, _)| at <= 12)
}

/// Political idioms printed without quotation marks.
fn slogan(right: &str) -> bool {
    [
        "维护",
        "意识",
        "自信",
        "全面",
        "确立",
        "一百年",
        "结合",
        "务必",
        "面向",
        "不愁",
        "毫不动摇",
        "文明",
        "大局",
        "责任",
        "革命",
        "伟大",
        "转变",
        "清单",
        "中心",
        "基本",
    ]
    .iter()
    .any(|w| right.starts_with(w))
}
