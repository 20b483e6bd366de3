//! What is paid, told by no more than words of paying in the clause; not what a plan raises, sets aside or promises to reach.

use super::{Case, tail};
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::{matter, measure};
use gongwen_lexicon::ends_with_any;

/// `总投资：5000万元，其中上级资金3000万元`: what a card says that the whole costs is no promise of the plan's years.
pub(super) fn cost_of_the_work(case: &Case<'_>) -> bool {
    case.money && case.keyed(&CUES.cost_key)
}

/// `按出售价格10%缴纳`: a rate to be paid; `按5%的比例逐年递增` is growth of what was told.
pub(super) fn rate_to_pay(case: &Case<'_>) -> bool {
    let by = |near: &str| {
        near.rfind('按').is_some_and(|at| {
            !near[at + '按'.len_utf8()..].starts_with(['期', '时', '规', '需', '质', '职', '要'])
        })
    };
    !case.bound
        && case.q.unit == "%"
        && case.s.binding.change.is_none()
        && (by(tail(case.left, 36)) || case.s.right.starts_with("缴"))
}

/// `兑现奖补资金800万元`, `兑现举报奖励资金不低于10万元`: a sum that the plan pays out as a whole, not what somebody gets.
/// No field says it.
pub(super) fn sum_paid_out(case: &Case<'_>) -> bool {
    const PAYS: [&str; 9] = ["兑现", "兑付", "发放", "落实", "拨付", "支付", "返还", "补发", "下达"];
    const ONE: [&str; 12] =
        ["每", "对", "按", "给", "单个", "最高", "一次性", "人均", "户均", "各", "年度内", "标准"];
    if !case.money || !subsidised(case) {
        return false;
    }
    let clause = &case.left[..measure::binding(case.left).start];
    ["资金", "补贴", "补助", "奖补", "奖励", "经费"].iter().any(|end| clause.ends_with(end))
        && PAYS.iter().any(|verb| clause.contains(verb))
        && !ONE.iter().any(|word| clause.contains(word))
}

/// `签约服务费每人每年不低于60元`: that it is no less is promised, but not what is paid it for; no field says it.
pub(super) fn paid_at_least(case: &Case<'_>) -> bool {
    const GIVEN: [&str; 8] = ["给予", "奖励", "对", "一次性", "处以", "罚款", "按", "不超过"];
    case.money
        && case.s.binding.comparator == Some(Comparator::Ge)
        && !case.s.seen.any(case.left, &GIVEN)
        && subsidised(case)
}

/// `给予补助500元`, `报销比例75%`: a word of paying stands before the number.
pub(super) fn subsidised(case: &Case<'_>) -> bool {
    let &Case { q, s, left, .. } = case;
    s.binding.change.is_none()
        && (matches!(&*q.unit, "%" | "个月" | "倍") || q.unit.starts_with('元') || case.money)
        && CUES.subsidy.within_seen(tail(left, 60), s.seen)
        && !raises_share(case)
        && !is_rate(case)
        && !raises_standard(left, s.before)
        && !funds(case)
        && !sets_aside(left)
        // Money that the plan raises: `争取上级补助6亿元`.
        && !s.seen.any(tail(left, 60), &["争取", "筹集", "筹措", "申请"])
        // … or takes back: `追回违规领取补贴21.3万元`.
        && !s.seen.any(tail(left, 60), &["追回", "追缴", "收回", "扣回"])
}

/// `一次性办结率98%`: how much is done, not what is paid by it.
pub(super) fn is_rate(case: &Case<'_>) -> bool {
    const PAID: [&str; 12] = [
        "利率",
        "费率",
        "税率",
        "贴现率",
        "补贴率",
        "补助率",
        "报销率",
        "支付率",
        "贴息率",
        "折扣率",
        "赔付率",
        "减免率",
    ];
    case.q.unit == "%" && {
        let name = case.name();
        name.ends_with('率') && !ends_with_any(name, &PAID)
    }
}

/// `报销比例提高到75%`, `报销比例超过70%` are promises, `报销比例75%` a rate.
fn raises_share(case: &Case<'_>) -> bool {
    const RAISED: [&str; 6] = ["提高", "提升", "增加", "稳定", "达", "保持"];
    const PROMISED: [&str; 5] = ["覆盖率", "覆盖面", "到位率", "发放率", "兑现率"];
    let &Case { s, left, .. } = case;
    let least = || {
        matches!(s.binding.comparator, Some(Comparator::Ge | Comparator::Gt))
            || ends_with_any(left, &["实现", "突破"])
    };
    case.q.unit == "%"
        && (s.binding.reaches && s.seen.any(tail(left, 24), &RAISED)
            || s.seen.any(tail(left, 24), &PROMISED)
            || least() && share_of_a_whole(left))
}

/// `经费按每人每年不低于1元列入预算`, `按每人每年不低于2元安排科普经费`: what the budget holds.
fn funds(case: &Case<'_>) -> bool {
    let &Case { s, left, .. } = case;
    let behind = s.right.trim_start_matches('的').trim_start_matches("标准");
    s.binding.comparator == Some(Comparator::Ge)
        && (s.seen.holds(left, "经费")
            || ["安排", "落实", "将"].iter().any(|verb| behind.starts_with(verb))
                && s.seen.any(behind, &["经费", "资金"]))
}

/// Whether the number is what is spent or set aside, by its words: `利用奖补资金`, `整合涉农补助资金`; not `给予奖补资金`.
fn sets_aside(left: &str) -> bool {
    const SPENDS: [&str; 8] = ["利用", "整合", "统筹", "安排", "投入", "落实", "列支", "设立"];
    let clause = tail(left, 60);
    let clause = &clause[..measure::binding(clause).start];
    let piece = clause.rfind(['、', '，', '和']).map_or(clause, |at| &clause[at..]);
    ["资金", "经费"].iter().any(|end| piece.ends_with(end))
        && SPENDS.iter().any(|verb| piece.contains(verb))
        && !clause.contains(['对', '按', '给'])
        && clause.match_indices('每').all(|(at, each)| clause[at + each.len()..].starts_with('年'))
        && !piece.contains("一次性")
}

/// Whether the plan raises a standard: `城市低保标准提高到每人每月760元`; what a standard pays today is none of its aims.
/// A clause before may name it: `提高低保标准，城市由每人每月750元提高到780元`.
fn raises_standard(left: &str, before: &str) -> bool {
    const RAISES: [&str; 9] =
        ["提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "上调至", "上调到", "分别达到"];
    // What nobody may have less than.
    const FLOORS: [&str; 3] = ["标准不低于", "标准不少于", "标准达到"];
    let clause = tail(left, 90);
    // `分别达到每人每月850元和680元`
    let listed = clause.trim_end_matches(['和', '、']);
    let listed = listed.strip_suffix('元').filter(|_| listed.len() < clause.len());
    let listed = listed.map(|words| words.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.'));
    let clause = listed.unwrap_or(clause);
    let clause =
        clause.trim_end_matches(['每', '人', '年', '月', '天', '日', '户', '床', '亩', '生', '均', '·', '/']);
    if let Some(name) = FLOORS.iter().find_map(|floor| clause.strip_suffix(floor)) {
        return matter::has_chars(name, 2)
            && !clause.contains(['对', '给', '按', '奖'])
            && !before.contains("给予");
    }
    ends_with_any(clause, &RAISES)
        && (clause.contains("标准") || tail(before, 150).contains("标准") && left.contains('由'))
}

/// Whether a number bounds a share of something, not what a subsidy pays: `名额分配比例不低于50%`.
fn share_of_a_whole(left: &str) -> bool {
    const PAID: [&str; 5] = ["补助", "补贴", "支付", "给付", "减免"];
    let near = left.rfind("比例").map(|at| &left[..at]);
    near.is_some_and(|near| !PAID.iter().any(|w| near.ends_with(w)))
}
