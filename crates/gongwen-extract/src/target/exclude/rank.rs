//! Places in an order, and what something is counted per: neither says how many there shall be.

use super::Case;
use crate::target::matter;
use gongwen_lexicon::ends_with_any;

/// `每3个村设立一处站点`: per how many.
pub(super) fn each_so_many(case: &Case<'_>) -> bool {
    case.left.ends_with('每')
}

/// `考核前3名`, `第3批`, `满5年`, `3×4`, `扣2分`: a place, a result or a factor; `6月底前3个` is by when.
pub(super) fn in_order(case: &Case<'_>) -> bool {
    const BY_THEN: [&str; 7] = ["底前", "末前", "月前", "日前", "年前", "之前", "以前"];
    let left = case.left;
    let equals = left.ends_with('=') && !left.ends_with(">=") && !left.ends_with("<=");
    equals || left.ends_with(['前', '第', '满', '×', '*', '扣']) && !ends_with_any(left, &BY_THEN)
}

/// `3担任班主任`: the unit begins another word.
pub(super) fn other_word(case: &Case<'_>) -> bool {
    case.q.unit == "担" && case.s.right.starts_with(['保', '任', '当', '负', '忧', '心'])
}

/// `10万人死亡率低于0.9`: what a rate is taken per.
pub(super) fn rate_per(case: &Case<'_>) -> bool {
    let &Case { q, s, left, .. } = case;
    q.unit == "人"
        && s.binding.start == left.len()
        && s.seen.any(s.right, &["死亡率", "发生率", "发病率", "患病率"])
}

/// `为100名学生配备1名教师`: for whom the next number is.
pub(super) fn served(case: &Case<'_>) -> bool {
    case.s.right.is_empty()
        && case.left.ends_with(['为', '给', '对'])
        && matches!(matter::strip_lead(case.left).0, "为" | "给" | "对")
}

/// `排名后3位的乡镇`: a place counted from the end.
pub(super) fn from_the_end(case: &Case<'_>) -> bool {
    case.left.ends_with('后') && matches!(&*case.q.unit, "位" | "名" | "个")
}

/// `达到二类以上标准`
pub(super) fn grade(case: &Case<'_>) -> bool {
    let &Case { q, s, .. } = case;
    matches!(&*q.unit, "类" | "级" | "星" | "等")
        && q.bound.is_some()
        && ["标准", "水平", "要求"].iter().any(|w| s.right.starts_with(w))
}
