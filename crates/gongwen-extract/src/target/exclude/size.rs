//! Sizes and capacities that name a thing: `年产20万套制动器项目`, `总投资7.5亿元的医院`.

use super::which::{has_limit, is_of_thing, is_thing};
use super::{Case, tail};
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::matter;
use gongwen_text::chars::is_han;

/// `配置2具4公斤以上灭火器`: the size of what the number directly before it counts.
pub(super) fn of_the_last(case: &Case<'_>) -> bool {
    let &Case { q, s, .. } = case;
    let counted = || {
        let unit = CUES.unit.suffix(s.left).filter(|unit| !CUES.size_unit.is(unit));
        unit.is_some_and(|unit| s.left[..s.left.len() - unit.len()].ends_with(|c: char| c.is_ascii_digit()))
    };
    CUES.size_unit.is(&q.unit) && q.bound.is_some() && is_thing(s.right) && counted()
}

/// `年产20万套制动器项目`, `日产5000吨熟料生产线`: the capacity that names a project.
pub(super) fn yearly_output(case: &Case<'_>) -> bool {
    let made = ["年产", "年产能", "日产", "日产能"].iter().any(|word| case.s.left.ends_with(word));
    made && is_thing(case.s.right) && !is_sum(case)
}

/// `建成年处理20万吨尾矿综合利用项目`, `年加工5万吨果蔬项目投产`, `年产食用菌3000万棒项目投产`
pub(super) fn plant(case: &Case<'_>) -> bool {
    let s = case.s;
    if CUES.plant_deed.suffix(s.left).is_some() {
        return names_plant(s.right) && is_thing(s.right) && is_capacity(s.left);
    }
    let lead = matter::strip_lead(s.left).0;
    let lead = matter::verb_in_front(lead).map_or(lead, |(_, rest)| rest);
    let made = lead.strip_prefix(['年', '日']).is_some_and(|deed| CUES.plant_deed.prefix(deed).is_some());
    made && CUES.plant.prefix(s.right).is_some() && !is_sum(case)
}

/// Whether words are the name of a plant, or of one and how far it has come: `尾矿综合利用项目`, `果蔬项目投产达效`.
fn names_plant(words: &str) -> bool {
    let mut states = matter::STATES.iter().filter_map(|state| words.find(state));
    CUES.plant.suffix(words).is_some() || states.any(|at| CUES.plant.suffix(&words[..at]).is_some())
}

/// `日处理500吨以上污水处理厂提标改造`: how large those are that something is done to.
pub(super) fn capacity(case: &Case<'_>) -> bool {
    /// Characters of the longest name of theirs.
    const LONGEST: usize = 8;
    let left = case.left;
    let works = || {
        CUES.plant_deed
            .suffix(left)
            .is_some_and(|deed| left[..left.len() - deed.len()].ends_with(['年', '日']))
    };
    let right = case.s.right;
    let end = right.char_indices().nth(LONGEST).map_or(right.len(), |(at, _)| at);
    has_limit(case) && works() && is_thing(right) && CUES.plant.within(&right[..end])
}

/// `打造3条产值超50亿元的产业链`
pub(super) fn made_worth(case: &Case<'_>) -> bool {
    let &Case { q, s, .. } = case;
    case.money
        && (s.binding.comparator.is_some() || q.bound.is_some())
        && is_of_thing(s.right)
        && CUES.make.find(s.left).is_some_and(|(at, _)| at <= 12)
        && !is_sum(case)
        && !is_fund(case)
}

/// `设立总规模不低于100亿元的产业基金`, `安排500万元以上的专项资金`: a sum, not how dear a thing is.
pub(super) fn is_fund(case: &Case<'_>) -> bool {
    let thing = case.s.right.trim_end();
    let size = ["总规模", "规模", "总额", ""].iter().find_map(|size| case.name().strip_suffix(size));
    ["基金", "资金", "资金池", "贷款"].iter().any(|fund| thing.ends_with(fund))
        && size.is_some_and(|verb| CUES.make.suffix(verb).is_some())
}

/// `建设总投资7.5亿元的医院迁建项目`
pub(super) fn invested(case: &Case<'_>) -> bool {
    case.s.left.ends_with("投资") && is_of_thing(case.s.right)
}

/// `半径15公里范围内的锅炉`
pub(super) fn radius(case: &Case<'_>) -> bool {
    case.s.right.starts_with("范围内") && CUES.size_unit.is(&case.q.unit)
}

/// A boiler's size says which boilers: `淘汰20蒸吨/小时及以下锅炉`, `20—40蒸吨/小时（含40蒸吨/小时）锅炉`.
pub(super) fn boiler(case: &Case<'_>) -> bool {
    let &Case { q, s, .. } = case;
    q.unit.starts_with("蒸吨")
        && (q.bound.is_some() && is_thing(s.right) || q.value_max.is_some() || s.left.ends_with('含'))
}

/// `建设规模：总建筑面积2000平方米`: how large the work is. What is built there has its verb.
pub(super) fn of_the_work(case: &Case<'_>) -> bool {
    CUES.size_unit.is(&case.q.unit)
        && !case.bound
        && CUES
            .scale
            .suffix(case.left)
            .is_some_and(|size| matches!(&case.left[..case.left.len() - size.len()], "" | "总"))
        && case.keyed(&CUES.scale_key)
}

/// `总库容1250万立方米的水库年底前封顶`
pub(super) fn of_the_thing(case: &Case<'_>) -> bool {
    let q = case.q;
    q.bound.is_none() && q.value_max.is_none() && is_plain_size(case) && is_of_thing(case.s.right)
}

/// `5000平方米以上建筑工地全部安装监控`: nothing stands before it that it could be the amount of.
pub(super) fn names_the_first(case: &Case<'_>) -> bool {
    let first = || !matter::strip_lead(case.s.left).0.chars().any(is_han);
    has_limit(case)
        && is_plain_size(case)
        && (case.q.bound == Some(Comparator::Le) || first())
        && is_thing(case.s.right)
}

/// Whether a size stands there without a verb, a bound or a word of reaching before it.
fn is_plain_size(case: &Case<'_>) -> bool {
    CUES.size_unit.is(&case.q.unit) && !case.s.verb && !case.reached()
}

/// Whether the clause says that a sum is reached: `实现年产值10亿元`.
fn is_sum(case: &Case<'_>) -> bool {
    case.s.seen.any(case.s.left, &["实现", "达到", "形成"])
}

/// Whether words end in what is done in a year or a day by something that is to be made, or are nothing else: `建成年处理`, `年加工`.
fn is_capacity(left: &str) -> bool {
    const LONGEST: usize = 4 * '某'.len_utf8();
    let near = tail(left, LONGEST);
    let Some(at) = near.rfind(['年', '日']) else { return false };
    let before = &left[..left.len() - near.len() + at];
    CUES.make.suffix(before).is_some() || matter::strip_lead(before).0.is_empty()
}
