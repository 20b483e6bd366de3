//! What is paid to somebody or taken off, and what is asked of those who apply: none of it is what the plan aims at.

use super::{Surroundings, tail};
use crate::target::cues::CUES;
use crate::target::measure;
use crate::target::quantity::Quantity;
use gongwen_lexicon::ends_with_any;

/// Whether a number is a rate or an amount by which something is paid: `按不超过总投资的30%予以支持`, `经费按一类每座每年6万元标准核拨`,
/// `得分低于80分的扣减20%`.
pub(super) fn paid(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    const TAKEN_OFF: [&str; 6] = ["扣减", "扣除", "扣发", "扣缴", "扣罚", "扣回"];
    const GIVEN: [&str; 6] = ["给予", "予以支持", "予以补助", "予以奖励", "予以补贴", "予以资助"];
    const BY: [&str; 8] =
        ["标准核拨", "标准拨付", "标准核定", "标准发放", "标准支付", "标准计发", "标准给付", "标准补助"];
    // `困难群众每户每月免收3立方米水费`
    const FREE: [&str; 5] = ["免收", "免缴", "免交", "免征", "减收"];
    if s.seen.any(tail(s.left, 24), &FREE) && !s.binding.reaches {
        return true;
    }
    let money = CUES.money_unit.is(&q.unit);
    if !money && q.unit != "%" {
        return false;
    }
    if ends_with_any(s.left.trim_end(), &TAKEN_OFF) {
        return true;
    }
    let behind = s.right.trim_start_matches('的');
    let behind = ["比例", "标准"].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    let by = || tail(s.left, 60).contains('按');
    if GIVEN.iter().any(|word| behind.starts_with(word)) && by() {
        return true;
    }
    money && s.binding.comparator.is_none() && s.seen.may("标准") && {
        let rest = s.clause.get(s.left.len()..).unwrap_or_default();
        BY.iter().any(|word| rest.contains(word)) && s.left.contains('按')
    }
}

/// Whether an amount is what a plan pays out altogether, not what somebody gets: `兑现举报奖励资金不低于10万元`.
pub(super) fn sum_paid_out(q: &Quantity<'_>, left: &str) -> bool {
    const PAYS: [&str; 9] = ["兑现", "兑付", "发放", "落实", "拨付", "支付", "返还", "补发", "下达"];
    const ONE: [&str; 12] =
        ["每", "对", "按", "给", "单个", "最高", "一次性", "人均", "户均", "各", "年度内", "标准"];
    let clause = &left[..measure::binding(left).start];
    CUES.money_unit.is(&q.unit)
        && ["资金", "补贴", "补助", "奖补", "奖励", "经费"].iter().any(|end| clause.ends_with(end))
        && PAYS.iter().any(|verb| clause.contains(verb))
        && !ONE.iter().any(|word| clause.contains(word))
}

/// Whether a number is what an applicant does, shows or is given: `申请人应提供至少一种证明材料`, `每名考生可填报3所学校`,
/// `每名儿童将获得1个登记编号`.
pub(super) fn applied_for(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    const MAY: [&str; 2] = ["可", "可以"];
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
