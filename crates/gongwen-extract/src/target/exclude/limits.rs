//! Bounds and sizes that say which things are meant, not how many of them.

use super::{Surroundings, tail};
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{matter, measure};
use gongwen_lexicon::ends_with_any;

/// Whether a bound behind a size says which things are meant, not how many: `4.3米以下焦炉`, `1万吨标准煤以上的企业`,
/// `500人以上的场所`. With a verb directly before it, a number of things is what is done (`新增2000个以上的岗位`).
pub(super) fn limits(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    // `禁止销售灰分高于12%的散煤`
    if s.binding.comparator.is_some()
        && s.seen.any(s.left, &["禁止", "严禁", "杜绝", "不得"])
        && is_thing(s.right.trim_start_matches('的'))
    {
        return true;
    }
    // `超过3个月未开工的项目`
    let late = CUES.duration_unit.is(&q.unit) && s.binding.comparator == Some(Comparator::Gt);
    if late && s.right.starts_with(['未', '不', '没']) && s.right.contains('的') {
        return true;
    }
    if worse(q, s) || ended(q, s) || owned(q, s) || measures_the_last(q, s) {
        return true;
    }
    // `年产20万套制动器项目`: the capacity that names a project.
    let sums = || s.seen.any(s.left, &["实现", "达到", "形成"]);
    if s.left.ends_with("年产") && is_thing(s.right) && !sums() {
        return true;
    }
    // `打造3条产值超50亿元的产业链`
    let worth = CUES.money_unit.is(&q.unit) && (s.binding.comparator.is_some() || q.bound.is_some());
    let makes = || CUES.make.find(s.left).is_some_and(|(at, _)| at <= 12);
    if worth && s.right.strip_prefix('的').is_some_and(is_thing) && makes() && !sums() {
        return true;
    }
    // `建设总投资7.5亿元的医院迁建项目`
    if s.left.ends_with("投资") && s.right.strip_prefix('的').is_some_and(is_thing) {
        return true;
    }
    // `半径15公里范围内的锅炉`
    if s.right.starts_with("范围内") && CUES.size_unit.is(&q.unit) {
        return true;
    }
    // A boiler's size says which boilers: `淘汰20蒸吨/小时及以下锅炉`, `20—40蒸吨/小时（含40蒸吨/小时）锅炉`.
    let size = q.bound.is_some() && is_thing(s.right) || q.value_max.is_some() || s.left.ends_with('含');
    if q.unit.starts_with("蒸吨") && size {
        return true;
    }
    // `禁止使用厚度低于0.01毫米的地膜`
    let below = s.binding.comparator == Some(Comparator::Lt);
    if below && s.right.strip_prefix('的').is_some_and(is_thing) {
        return true;
    }
    // `总库容1250万立方米的水库年底前封顶`
    let open = !s.verb && s.binding.comparator.is_none() && !s.binding.reaches;
    if q.bound.is_none() && CUES.size_unit.is(&q.unit) && open && q.value_max.is_none() {
        return s.right.strip_prefix('的').is_some_and(is_thing);
    }
    if !matches!(q.bound, Some(Comparator::Ge | Comparator::Le)) || q.unit == "%" || q.value_max.is_some() {
        return false;
    }
    let Some(noun) = s.right.strip_prefix('的') else {
        // `消除56人以上大班额`
        const ENDED: [&str; 9] = ["消除", "取消", "杜绝", "禁止", "严禁", "覆盖", "面向", "针对", "涉及"];
        if ends_with_any(s.left.trim_end(), &ENDED) && is_thing(s.right) {
            return true;
        }
        // `5000平方米以上建筑工地全部安装监控`: nothing stands before it that it could be the amount of.
        let first = !matter::strip_lead(s.left).0.chars().any(gongwen_text::chars::is_han);
        let size = CUES.size_unit.is(&q.unit) && (q.bound == Some(Comparator::Le) || first);
        return size && !s.verb && s.binding.comparator.is_none() && !s.binding.reaches && is_thing(s.right);
    };
    let sized = CUES.size_unit.is(&q.unit) || CUES.money_unit.is(&q.unit);
    is_thing(noun) && s.binding.comparator.is_none() && !s.binding.reaches && (sized || !s.verb)
}

/// Whether a rate beyond a line says whom it concerns: `漏损率高于15%的供水单位`, `满意度低于90%的窗口`.
fn worse(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    const PROMISES: [&str; 7] = ["确保", "力争", "实现", "保持", "控制", "达到", "稳定"];
    let beyond = matches!(s.binding.comparator, Some(Comparator::Lt | Comparator::Gt)) && q.bound.is_none();
    let level = |thing: &str| ["水平", "前提", "比例", "速度", "增速"].iter().any(|w| thing.starts_with(w));
    q.unit == "%"
        && beyond
        && s.binding.change.is_none()
        && !s.verb
        && s.right.strip_prefix('的').is_some_and(|thing| is_thing(thing) && !level(thing))
        && !s.seen.any(s.left, &PROMISES)
        && CUES.make.find(s.left).is_none()
}

/// Whether a bound says which things there shall be no more: `消除55人以上的大班额`, `遏制死亡10人以上重特大事故`. Things that are
/// counted one by one are what is done (`消除积水点10处以上`).
fn ended(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    let bound = q.bound.is_some() || s.binding.comparator.is_some();
    let near = tail(s.left, 45);
    bound
        && q.value_max.is_none()
        && !matches!(
            &*q.unit,
            "%" | "个"
                | "处"
                | "家"
                | "项"
                | "条"
                | "件"
                | "座"
                | "辆"
                | "台"
                | "艘"
                | "套"
                | "起"
                | "例"
                | "户"
                | "所"
                | "亩"
                | "公里"
        )
        && CUES.ended.may_stand(s.seen)
        && CUES
            .ended
            .each(near)
            .last()
            .is_some_and(|(at, word, _)| !CUES.make.within(&near[at + word.len()..]))
        && is_thing(s.right.trim_start_matches('的'))
}

/// Whether a bounded figure says which things are meant: `床位数不超过50张的旅馆`, `带动农户不少于50户的企业`.
fn owned(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    let Some(thing) = s.right.strip_prefix('的').filter(|thing| is_thing(thing)) else { return false };
    let figure = s.binding.comparator.is_some() && s.binding.change.is_none() && q.unit != "%";
    let named = || {
        let name = &s.left[..measure::binding(s.left).start];
        CUES.level_noun.suffix(name).is_some() && CUES.make.find(name).is_none()
    };
    figure && !s.verb && named() && !CUES.make.within(thing) && !CUES.train.within(thing)
}

/// `配置2具4公斤以上灭火器`: the size of what the number directly before it counts.
fn measures_the_last(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    let counted = || {
        let unit = CUES.unit.suffix(s.left).filter(|unit| !CUES.size_unit.is(unit));
        unit.is_some_and(|unit| s.left[..s.left.len() - unit.len()].ends_with(|c: char| c.is_ascii_digit()))
    };
    CUES.size_unit.is(&q.unit) && q.bound.is_some() && is_thing(s.right) && counted()
}

/// Whether words name a thing: Han characters, and no verb that goes on with the sentence.
fn is_thing(words: &str) -> bool {
    words.chars().next().is_some_and(|c| c == '“' || gongwen_text::chars::is_han(c))
        && CUES.make.prefix(words).is_none()
        && !words.starts_with(['并', '且', '用', '的', '目', '标', '要', '任'])
}
