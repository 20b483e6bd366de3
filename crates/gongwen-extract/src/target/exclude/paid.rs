//! What is paid to somebody, lent or taken off, told by the words beside the number: none of it is what the plan aims at.

use super::{Case, tail};
use crate::Comparator;
use gongwen_lexicon::ends_with_any;

/// `处骗取资金10%以上50%以下的罚款`, `应缴费款1倍以上3倍以下罚款`
pub(super) fn fine_by_share(case: &Case<'_>) -> bool {
    case.s.seen.holds(case.behind, "罚款") && (matches!(&*case.q.unit, "%" | "倍") || case.money)
}

/// `用地价格可按不低于最低价标准的70%执行`: what somebody may pay.
pub(super) fn allowed_price(case: &Case<'_>) -> bool {
    case.q.unit == "%" && case.s.seen.holds(case.left, "可按")
}

/// `每年享受补贴不超过3次`: how often somebody is paid.
pub(super) fn enjoyed(case: &Case<'_>) -> bool {
    case.q.unit == "次" && case.s.seen.any(tail(case.left, 45), &["享受补", "享受奖", "享受一次性"])
}

/// `个人贷款额度最高20万元`: what is lent.
pub(super) fn lent_at_most(case: &Case<'_>) -> bool {
    const LIMITS: [&str; 5] = ["贷款额度", "授信额度", "担保额度", "借款额度", "信用额度"];
    case.money
        && case.s.binding.comparator == Some(Comparator::Le)
        && case.s.seen.any(tail(case.left, 24), &LIMITS)
}

/// `按照每生每天5元标准`: what each is paid; `按每户每年60元标准安排经费` is what is set aside.
pub(super) fn by_each(case: &Case<'_>) -> bool {
    let &Case { s, left, .. } = case;
    case.money
        && s.right.trim_start_matches('的').starts_with("标准")
        && !case.reached()
        && s.seen.any(tail(left, 36), &["按每", "按照每"])
        && !s.seen.any(s.right, &["安排", "列入", "落实", "经费"])
}

/// `处10万元以上100万元以下罚款`
pub(super) fn fine(case: &Case<'_>) -> bool {
    case.money && case.left.ends_with('处') && case.q.bound.is_some()
}

/// `按每吨200元给予奖励`: what is given stands behind the amount.
pub(super) fn given(case: &Case<'_>) -> bool {
    const GIVEN: [&str; 6] = ["罚款", "给予", "予以", "奖励", "补助", "补贴"];
    let behind = case.s.right.trim_start_matches('的').trim_start_matches("标准");
    case.money && GIVEN.iter().any(|w| behind.starts_with(w))
}

/// `困难群众每户每月免收3立方米水费`
pub(super) fn free(case: &Case<'_>) -> bool {
    const FREE: [&str; 5] = ["免收", "免缴", "免交", "免征", "减收"];
    // `减免收费项目12项`, `免征企业120家`: what is counted is not what is remitted.
    let counted = matches!(&*case.q.unit, "家" | "户" | "人" | "名" | "人次" | "户次" | "项" | "个" | "件");
    !counted && case.s.seen.any(tail(case.s.left, 24), &FREE) && !case.s.binding.reaches
}

/// `得分低于80分的扣减20%`
pub(super) fn taken_off(case: &Case<'_>) -> bool {
    const TAKEN_OFF: [&str; 6] = ["扣减", "扣除", "扣发", "扣缴", "扣罚", "扣回"];
    is_amount_or_rate(case) && ends_with_any(case.left, &TAKEN_OFF)
}

/// `按不超过总投资的30%予以支持`
pub(super) fn given_by_rate(case: &Case<'_>) -> bool {
    const GIVEN: [&str; 6] = ["给予", "予以支持", "予以补助", "予以奖励", "予以补贴", "予以资助"];
    let behind = case.s.right.trim_start_matches('的');
    let behind = ["比例", "标准"].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    is_amount_or_rate(case)
        && GIVEN.iter().any(|word| behind.starts_with(word))
        && tail(case.s.left, 60).contains('按')
}

/// `经费按一类每座每年6万元标准核拨`
pub(super) fn by_standard(case: &Case<'_>) -> bool {
    const BY: [&str; 8] =
        ["标准核拨", "标准拨付", "标准核定", "标准发放", "标准支付", "标准计发", "标准给付", "标准补助"];
    let s = case.s;
    case.money && s.binding.comparator.is_none() && s.seen.may("标准") && {
        let rest = s.clause.get(s.left.len()..).unwrap_or_default();
        BY.iter().any(|word| rest.contains(word)) && s.left.contains('按')
    }
}

/// Whether the number is money or a share of it, by which something can be paid.
fn is_amount_or_rate(case: &Case<'_>) -> bool {
    case.money || case.q.unit == "%"
}
