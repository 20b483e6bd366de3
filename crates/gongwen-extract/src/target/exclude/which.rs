//! Bounds that say which things are meant, not how many of them.

use super::size::is_fund;
use super::{Case, tail};
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::{matter, measure};
use gongwen_lexicon::ends_with_any;
use gongwen_text::chars::is_han;

/// `禁止销售灰分高于12%的散煤`
pub(super) fn banned(case: &Case<'_>) -> bool {
    let s = case.s;
    s.binding.comparator.is_some()
        && s.seen.any(s.left, &["禁止", "严禁", "杜绝", "不得"])
        && is_thing(s.right.trim_start_matches('的'))
}

/// `超过3个月未开工的项目`
pub(super) fn late(case: &Case<'_>) -> bool {
    let s = case.s;
    case.time
        && s.binding.comparator == Some(Comparator::Gt)
        && s.right.starts_with(['未', '不', '没'])
        && s.right.contains('的')
}

/// `建设地点：城关镇、石桥镇等5个村`: where it is done. `实施地点：在5个乡镇新建水厂8座` tells what is made there, too.
pub(super) fn where_built(case: &Case<'_>) -> bool {
    case.keyed(&CUES.where_key) && !case.s.verb && CUES.make.find(case.left).is_none()
}

/// Whether a bound in front of a thing says how dear or large those are that are meant: `推动10亿元以上项目早日开工`,
/// `为税收500万元以上企业配备专员`, `加强500平方米以上场所监管`, `200人以上学校`.
pub(super) fn kind_by_size(case: &Case<'_>) -> bool {
    let q = case.q;
    matches!(q.bound, Some(Comparator::Ge | Comparator::Le))
        && q.value_max.is_none()
        && !case.reached()
        && case.s.binding.change.is_none()
        && if case.money { is_dear(case.s.right) } else { is_large(case) }
}

/// Whether what stands behind an amount is a work or a company that is so dear: `10亿元以上重大项目`; `5亿元以上项目资金` is a sum.
fn is_dear(right: &str) -> bool {
    const LONGEST: usize = 24;
    const WORKS: [&str; 5] = ["项目", "企业", "工程", "公司", "主体"];
    const SUMS: [&str; 12] =
        ["资金", "贷款", "投资", "融资", "补助", "补贴", "债券", "税", "产值", "订单", "经费", "营收"];
    let near = &right[..right.floor_char_boundary(LONGEST)];
    let end = WORKS.iter().filter_map(|work| Some((near.find(work)?, work.len()))).min();
    end.is_some_and(|(at, len)| {
        let (head, behind) = (&near[..at], &right[at + len..]);
        let plain = head.chars().all(is_han)
            && !head.starts_with(['用', '为', '给', '向', '对', '并', '的', '在', '由', '与', '和'])
            && matter::strip_lead(head).0.len() == head.len();
        plain && !SUMS.iter().any(|sum| behind.starts_with(sum) || head.contains(sum) && *sum != "投资")
    })
}

/// Whether what stands behind a number of people or a size is a house: `200人以上学校`; `200人以上企业职工` are people.
fn is_large(case: &Case<'_>) -> bool {
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
    let &Case { q, s, .. } = case;
    let house = HOUSES.iter().find_map(|house| s.right.strip_prefix(house));
    (matches!(&*q.unit, "人" | "名" | "吨标准煤") || CUES.size_unit.is(&q.unit))
        && (!s.verb || CUES.deed.suffix(case.left).is_some() || case.left.ends_with("组织"))
        && house.is_some_and(|behind| !PERSONS.iter().any(|person| behind.starts_with(person)))
}

/// Whether a bound tells a class apart: `受害面积1公顷以上100公顷以下的为较大火灾`, `满意度90%以上为优秀`.
pub(super) fn classes(case: &Case<'_>) -> bool {
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
    let &Case { q, behind, .. } = case;
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
pub(super) fn worse(case: &Case<'_>) -> bool {
    const PROMISES: [&str; 7] = ["确保", "力争", "实现", "保持", "控制", "达到", "稳定"];
    let &Case { q, s, .. } = case;
    let beyond = matches!(s.binding.comparator, Some(Comparator::Lt | Comparator::Gt)) && q.bound.is_none();
    let level = |thing: &str| ["水平", "前提", "比例", "速度", "增速"].iter().any(|w| thing.starts_with(w));
    // `满意度低于90%的窗口数量控制在2个以内`: another number follows.
    let behind = if s.right.is_empty() { case.behind } else { s.right };
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
pub(super) fn ended(case: &Case<'_>) -> bool {
    let &Case { q, s, .. } = case;
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
pub(super) fn owned(case: &Case<'_>) -> bool {
    let &Case { q, s, .. } = case;
    let Some(thing) = s.right.strip_prefix('的').filter(|thing| is_thing(thing)) else { return false };
    let figure = s.binding.comparator.is_some() && s.binding.change.is_none() && q.unit != "%";
    let named = || {
        let name = &s.left[..measure::binding(s.left).start];
        CUES.level_noun.suffix(name).is_some() && CUES.make.find(name).is_none()
    };
    figure && !s.verb && named() && !CUES.make.within(thing) && !CUES.train.within(thing)
}

/// Whether what follows for those who have reached a figure stands in the next clause: `超过3项的乡镇，不得评为先进`.
pub(super) fn barred(case: &Case<'_>) -> bool {
    const LONGEST: usize = 10;
    let s = case.s;
    let those = |noun: &str| is_thing(noun) && noun.chars().count() <= LONGEST;
    case.bound
        && s.right.trim_end().strip_prefix('的').is_some_and(those)
        && s.after
            .strip_prefix(['，', ','])
            .is_some_and(|next| CUES.consequence.prefix(next.trim_start()).is_some())
}

/// `禁止使用厚度低于0.01毫米的地膜`
pub(super) fn below(case: &Case<'_>) -> bool {
    case.s.binding.comparator == Some(Comparator::Lt) && is_of_thing(case.s.right)
}

/// `审计查出的4类11个问题`: what was found wrong.
pub(super) fn found_wrong(case: &Case<'_>) -> bool {
    const FOUND: [&str; 5] = ["查出的", "发现的", "反馈的", "指出的", "移交的"];
    const PROBLEM: &str = "问题";
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '个' | '项' | '条' | '件');
    let kinds =
        case.left.strip_suffix('类').map(|kinds| kinds.trim_end_matches(|c: char| c.is_ascii_digit()));
    matches!(&*case.q.unit, "类" | "个" | "项" | "条" | "件")
        && case.q.bound.is_none()
        && ends_with_any(kinds.unwrap_or(case.left), &FOUND)
        && case.behind.trim_start_matches(figure).starts_with(PROBLEM)
}

/// `消除56人以上大班额`
pub(super) fn ended_at_once(case: &Case<'_>) -> bool {
    const ENDED: [&str; 9] = ["消除", "取消", "杜绝", "禁止", "严禁", "覆盖", "面向", "针对", "涉及"];
    has_limit(case) && ends_with_any(case.left, &ENDED) && is_thing(case.s.right)
}

/// `4.3米以下的焦炉`, `1万吨标准煤以上的企业`, `500人以上的场所`. With a verb directly before it, a number of things is what is
/// done (`新增2000个以上的岗位`).
pub(super) fn bounded(case: &Case<'_>) -> bool {
    has_limit(case)
        && is_of_thing(case.s.right)
        && !case.reached()
        && (CUES.size_unit.is(&case.q.unit) || case.money || !case.s.verb)
        && !(case.money && is_fund(case))
}

/// Whether the number is a limit upwards or downwards (`以上`, `以下`), and no share.
pub(super) fn has_limit(case: &Case<'_>) -> bool {
    let q = case.q;
    matches!(q.bound, Some(Comparator::Ge | Comparator::Le)) && q.unit != "%" && q.value_max.is_none()
}

/// Whether words go on with 的 and a thing.
pub(super) fn is_of_thing(right: &str) -> bool {
    right.strip_prefix('的').is_some_and(is_thing)
}

/// Whether words name a thing: Han characters, and no verb that goes on with the sentence.
pub(super) fn is_thing(words: &str) -> bool {
    words.chars().next().is_some_and(|c| c == '“' || is_han(c))
        && CUES.make.prefix(words).is_none()
        && !words.starts_with(['并', '且', '用', '的', '目', '标', '要', '任'])
}
