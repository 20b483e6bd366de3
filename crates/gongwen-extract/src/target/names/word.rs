//! What all members of a list share, told by one word: a substance, a unit, a herd, a rate.

use super::List;
use super::mark::without_bracket;
use crate::target::cues::CUES;
use std::borrow::Cow;

/// Rates whose name has two words.
const WHOLE_RATES: [&str; 8] = [
    "回收利用率",
    "综合利用率",
    "资源化利用率",
    "循环利用率",
    "无害化处理率",
    "无害化处置率",
    "集中处理率",
    "安全处置率",
];

/// `化学需氧量、氨氮重点工程减排量`: what is emitted is a member by itself, however long its name.
pub(super) fn pollutants<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let &List { first, last, .. } = list;
    if list.items.len() < 2 {
        return None;
    }
    let (member, end) = (CUES.pollutant.suffix(first)?, CUES.pollutant.prefix(last)?);
    // `挥发性有机物(VOCs)排放总量`: the formula is the last one's.
    let tail = without_bracket(&last[end.len()..]);
    Some(list.full(&first[..first.len() - member.len()], tail))
}

/// `越级访批次、人次`: what is counted in two ways.
pub(super) fn two_units<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let [first, last] = list.items[..] else { return None };
    let unit = CUES.event_unit.suffix(first)?;
    (CUES.event_unit.is(last) && first.len() > unit.len()).then(|| {
        let stem = &first[..first.len() - unit.len()];
        vec![Cow::Borrowed(first), Cow::Owned(format!("{stem}{last}"))]
    })
}

/// `肉牛、山羊出栏`
pub(super) fn herds<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    const HERDS: [&str; 2] = ["出栏", "存栏"];
    let herd = HERDS.iter().find(|herd| list.last.ends_with(**herd))?;
    let own = |item: &&str| HERDS.iter().any(|herd| item.ends_with(herd));
    let shared = list.items.len() > 1 && list.last.chars().count() > 3 && !list.others().iter().any(own);
    shared.then(|| list.with_tail(herd))
}

/// `废纸、废旧纺织品回收利用率`: a rate of two words is shared as a whole, and members are as long as they like.
pub(super) fn two_word_rate<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let rate = WHOLE_RATES.iter().find(|rate| list.last.ends_with(**rate))?;
    (list.last.len() >= rate.len() + 6).then(|| list.full("", rate))
}

/// `新生儿、婴儿和5岁以下儿童死亡率`: an age says that the last member is long.
pub(super) fn rate_by_age<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    const RATES: [&str; 10] =
        ["死亡率", "患病率", "发病率", "贫血率", "近视率", "入学率", "覆盖率", "接种率", "就业率", "管理率"];
    let aged = list.last.starts_with(|c: char| c.is_ascii_digit()) && list.last.contains('岁');
    let rate = RATES.iter().find(|rate| aged && list.last.ends_with(**rate))?;
    Some(list.full("", rate))
}
