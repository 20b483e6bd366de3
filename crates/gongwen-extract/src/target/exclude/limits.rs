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
    if kind_by_size(q, s)
        || classes(q, behind(q, s))
        || worse(q, s)
        || ended(q, s)
        || owned(q, s)
        || measures_the_last(q, s)
        || barred(q, s)
    {
        return true;
    }
    // `年产20万套制动器项目`: the capacity that names a project.
    let sums = || s.seen.any(s.left, &["实现", "达到", "形成"]);
    if s.left.ends_with("年产") && is_thing(s.right) && !sums() {
        return true;
    }
    // `建成年处理20万吨尾矿综合利用项目`, `建设年加工5万吨果蔬生产线`
    if CUES.plant_deed.suffix(s.left).is_some()
        && CUES.plant.suffix(s.right).is_some()
        && is_thing(s.right)
        && is_capacity(s.left)
    {
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

/// Whether a bound in front of a thing says how dear or large those are that are meant: `推动10亿元以上项目早日开工`,
/// `为税收500万元以上企业配备专员`, `加强500平方米以上场所监管`, `200人以上学校`.
fn kind_by_size(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    const LONGEST: usize = 24;
    const WORKS: [&str; 5] = ["项目", "企业", "工程", "公司", "主体"];
    const SUMS: [&str; 12] =
        ["资金", "贷款", "投资", "融资", "补助", "补贴", "债券", "税", "产值", "订单", "经费", "营收"];
    const HOUSES: [&str; 13] = [
        "学校",
        "企业",
        "单位",
        "医院",
        "医疗机构",
        "场所",
        "机构",
        "工地",
        "幼儿园",
        "养老机构",
        "工厂",
        "建筑",
        "仓库",
    ];
    const PERSONS: [&str; 9] = ["员工", "职工", "学生", "教师", "干部", "人员", "负责人", "代表", "从业"];
    let b = &s.binding;
    if !matches!(q.bound, Some(Comparator::Ge | Comparator::Le))
        || q.value_max.is_some()
        || b.comparator.is_some()
        || b.reaches
        || b.change.is_some()
    {
        return false;
    }
    if CUES.money_unit.is(&q.unit) {
        let near = &s.right[..s.right.floor_char_boundary(LONGEST)];
        let end = WORKS.iter().filter_map(|work| Some((near.find(work)?, work.len()))).min();
        return end.is_some_and(|(at, len)| {
            let (head, behind) = (&near[..at], &s.right[at + len..]);
            let plain = head.chars().all(gongwen_text::chars::is_han)
                && !head.starts_with(['用', '为', '给', '向', '对', '并', '的', '在', '由', '与', '和'])
                && matter::strip_lead(head).0.len() == head.len();
            plain && !SUMS.iter().any(|sum| behind.starts_with(sum) || head.contains(sum) && *sum != "投资")
        });
    }
    let house = HOUSES.iter().find_map(|house| s.right.strip_prefix(house));
    (matches!(&*q.unit, "人" | "名") || CUES.size_unit.is(&q.unit))
        && (!s.verb || CUES.deed.suffix(s.left.trim_end()).is_some() || s.left.trim_end().ends_with("组织"))
        && house.is_some_and(|behind| !PERSONS.iter().any(|person| behind.starts_with(person)))
}

/// Whether words end in what is done in a year or a day by something that is to be made: `建成年处理`.
fn is_capacity(left: &str) -> bool {
    const LONGEST: usize = 4 * '某'.len_utf8();
    let near = tail(left, LONGEST);
    let Some(at) = near.rfind(['年', '日']) else { return false };
    let before = &left[..left.len() - near.len() + at];
    CUES.make.suffix(before).is_some()
}

/// The clause behind the quantity, further numbers included.
fn behind<'t>(q: &Quantity<'_>, s: &Surroundings<'t>) -> &'t str {
    s.clause.get(s.left.len() + q.end - q.start..).unwrap_or_default()
}

/// Whether a bound tells a class apart: `受害面积1公顷以上100公顷以下的为较大火灾`, `满意度90%以上为优秀`.
fn classes(q: &Quantity<'_>, behind: &str) -> bool {
    const NAMES: [&str; 7] = ["的为", "的属", "属于", "的定为", "定为", "的评为", "评为"];
    // `500万元以上为企业纾困` names no class.
    const GRADES: [&str; 16] = [
        "优",
        "良",
        "合格",
        "不合格",
        "一般",
        "较",
        "重大",
        "特别",
        "特大",
        "达标",
        "及格",
        "轻",
        "中",
        "重",
        "大型",
        "小型",
    ];
    if !matches!(q.bound, Some(Comparator::Ge | Comparator::Le)) {
        return false;
    }
    // The other end: `100公顷以下`.
    let number = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let other = behind[number..].strip_prefix(&*q.unit).filter(|_| number > 0);
    let other =
        other.and_then(|rest| ["以下", "（含）以下", "以内"].iter().find_map(|end| rest.strip_prefix(*end)));
    let named = other.unwrap_or(behind);
    let class = NAMES.iter().find_map(|word| named.strip_prefix(*word));
    let grade = named.strip_prefix('为').filter(|class| GRADES.iter().any(|grade| class.starts_with(grade)));
    other.is_some_and(|rest| rest == "的") || class.or(grade).is_some_and(is_thing)
}

/// Whether a figure beyond a line says whom it concerns: `漏损率高于15%的供水单位`, `满意度低于90%的窗口`, `直径超过1厘米的枝丫`.
fn worse(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    const PROMISES: [&str; 7] = ["确保", "力争", "实现", "保持", "控制", "达到", "稳定"];
    let beyond = matches!(s.binding.comparator, Some(Comparator::Lt | Comparator::Gt)) && q.bound.is_none();
    let level = |thing: &str| ["水平", "前提", "比例", "速度", "增速"].iter().any(|w| thing.starts_with(w));
    // `满意度低于90%的窗口数量控制在2个以内`: another number follows.
    let behind = if s.right.is_empty() { behind(q, s) } else { s.right };
    (q.unit == "%" || CUES.size_unit.is(&q.unit))
        && beyond
        && s.binding.change.is_none()
        && !s.verb
        && behind.strip_prefix('的').is_some_and(|thing| is_thing(thing) && !level(thing))
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

/// Whether what follows for those who have reached a figure stands in the next clause: `超过3项的乡镇，不得评为先进`.
fn barred(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    const LONGEST: usize = 10;
    let bound = q.bound.is_some() || s.binding.comparator.is_some() || s.binding.reaches;
    let those = |noun: &str| is_thing(noun) && noun.chars().count() <= LONGEST;
    bound
        && s.right.trim_end().strip_prefix('的').is_some_and(those)
        && s.after
            .strip_prefix(['，', ','])
            .is_some_and(|next| CUES.consequence.prefix(next.trim_start()).is_some())
}

/// Whether words name a thing: Han characters, and no verb that goes on with the sentence.
fn is_thing(words: &str) -> bool {
    words.chars().next().is_some_and(|c| c == '“' || gongwen_text::chars::is_han(c))
        && CUES.make.prefix(words).is_none()
        && !words.starts_with(['并', '且', '用', '的', '目', '标', '要', '任'])
}
