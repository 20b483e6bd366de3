//! Parts of the plan itself: actions, tasks, principles, and whom they are for.

use super::Case;
use crate::target::cues::CUES;
use gongwen_lexicon::ends_with_any;
use rust_decimal::Decimal;

/// `5项提升行动`, `三个方面`, `细化133项任务`: parts of the plan itself. `涉及34个单位`: whom they are for.
pub(super) fn part_count(case: &Case<'_>) -> bool {
    told_before(case)
        || is_determined(case)
        || is_criterion(case)
        || (is_part(case) || case.q.unit == "种") && is_of_contents(case) && !is_work_done(case)
        || (is_part(case) || case.s.seen.may("涉及"))
            && (concerned(case)
                || !is_work_done(case)
                    && (sums_itself_up(case)
                        || is_of_a_field(case)
                        || heads_its_list(case)
                        || is_named_part(case)))
}

/// Whether the unit counts parts of a plan.
fn is_part(case: &Case<'_>) -> bool {
    matches!(&*case.q.unit, "项" | "个" | "类" | "条" | "件")
}

/// What stands before the number without the verb that sums up: `事项` of `事项共计3项`.
fn without_sum<'c>(case: &Case<'c>) -> &'c str {
    case.left.trim_end_matches(['共', '计', '为', '成', '出', '了'])
}

/// The noun before the number that sums up itself: `事项` of `事项共有3项`.
fn own_noun<'c>(case: &Case<'c>) -> &'c str {
    without_sum(case).trim_end_matches(['有', '共'])
}

/// `以上2项工程由县水利局牵头`: they were told before. `领导小组下设4个专项组`: what a body is made of.
fn told_before(case: &Case<'_>) -> bool {
    matches!(case.left, "以上" | "上述" | "对以上" | "对上述") || case.left.ends_with("下设")
}

/// `确定重点项目24个，总投资186.5亿元`: how long the plan's list is, and how dear all of it.
fn is_determined(case: &Case<'_>) -> bool {
    let &Case { q, s, left, .. } = case;
    if case.bound || !s.right.is_empty() {
        return false;
    }
    if case.money && ends_with_any(left, &["总投资", "总投资额", "估算投资", "概算投资", "年度计划投资"])
    {
        let above = s.before.trim_end_matches(['，', ',']).rsplit(['，', ',', '。', '；']).next();
        let listed = above.and_then(|above| above.strip_suffix(['个', '项', '件']));
        return listed
            .is_some_and(|listed| determines(listed.trim_end_matches(|c: char| c.is_ascii_digit())));
    }
    is_part(case) && determines(left) && q.value_max.is_none()
}

/// Whether words say that the plan's own parts were settled on: `研究确定重点项目`.
fn determines(words: &str) -> bool {
    const SETTLED: [&str; 7] = ["确定", "梳理", "筛选", "遴选", "排定", "编排", "选定"];
    ends_with_any(without_counting(words), &["项目", "任务", "事项", "实事", "工程"])
        && SETTLED.iter().any(|verb| words.find(verb).is_some_and(|at| at <= 3 * '某'.len_utf8()))
}

/// Words without the verb that sums up at their end.
fn without_counting(words: &str) -> &str {
    words.trim_end_matches(['共', '计', '有'])
}

/// `7项指标均达标`, `3类问题全面整改`: by what something is judged, and kinds of what is mended.
fn is_criterion(case: &Case<'_>) -> bool {
    /// Characters between number and noun.
    const FARTHEST: usize = 4;
    let &Case { q, s, .. } = case;
    let near = || {
        let end = s.right.char_indices().nth(FARTHEST + 2).map_or(s.right.len(), |(at, _)| at);
        s.seen.holds(&s.right[..end], "指标")
    };
    !case.bound
        && match &*q.unit {
            "类" => s.right.starts_with("问题"),
            "项" => !ends_with_any(case.left, &["完成", "新增"]) && s.seen.holds(s.right, "达标") && near(),
            _ => false,
        }
}

/// `涉及6个乡镇42个村`: whom it is for.
fn concerned(case: &Case<'_>) -> bool {
    let &Case { q, s, left, .. } = case;
    // `改造小区42个，涉及楼栋368栋、1.86万户、建筑面积132万平方米`: how far the work goes.
    let extent = s.extent && matches!(&*q.unit, "栋" | "幢" | "户" | "平方米" | "公里" | "亩");
    !extent
        && s.seen.rfind(left, "涉及").map(|at| &left[at..]).is_some_and(|near| {
            without_sum(case).ends_with("涉及")
                || !CUES.make.within(near) && !s.seen.any(near, &["达到", "不少于", "不低于"])
        })
}

/// `完成21条黑臭水体整治任务` is work done.
fn is_work_done(case: &Case<'_>) -> bool {
    case.left.ends_with("完成") && case.q.unit != "项"
}

/// `改造内容包括基础类、完善类、提升类3类`
fn is_of_contents(case: &Case<'_>) -> bool {
    let &Case { s, left, .. } = case;
    s.right.is_empty() && left.contains('、') && s.seen.any(left, &["内容包括", "内容包含"])
}

/// `民生实事项目共10项`: the list speaks of its own length.
fn sums_itself_up(case: &Case<'_>) -> bool {
    let left = case.left;
    matches!(&*case.q.unit, "项" | "件")
        && (without_sum(case).len() < left.len() || left.ends_with("共有"))
        && ends_with_any(own_noun(case), &["项目", "任务", "事项", "实事", "措施"])
}

/// `企业开办方面4项：…`, `改革举措12项`: symmetrical to a number in front of its noun.
fn is_of_a_field(case: &Case<'_>) -> bool {
    let &Case { q, s, .. } = case;
    s.right.is_empty()
        && q.bound.is_none()
        && !s.spread
        && ends_with_any(own_noun(case).trim_end_matches('各'), &["方面", "领域", "举措", "措施", "原则"])
}

/// `取消事项3项：甲；乙；丙`, `第一批3项：…`
fn heads_its_list(case: &Case<'_>) -> bool {
    let &Case { q, s, left, .. } = case;
    let named = || {
        let own = own_noun(case);
        ends_with_any(own, &["事项", "任务", "内容", "环节", "清单", "工作"])
            || own.ends_with('批') && own.contains('第')
            || own.starts_with("共有")
    };
    s.right.is_empty()
        && s.lists
        && !left.contains("完成")
        && matches!(&*q.unit, "项" | "条" | "件")
        && named()
}

/// `5项提升行动`, `三个方面`, `细化133项任务`: the noun behind the number is a part's, not far behind and at an end.
fn is_named_part(case: &Case<'_>) -> bool {
    /// Parts of a plan that nobody lists are no more than these.
    const MOST: u8 = 30;
    /// Characters before the noun.
    const FARTHEST: usize = 8;
    let &Case { q, s, .. } = case;
    let lists =
        || ends_with_any(without_sum(case), &["明确", "细化", "分解", "梳理", "列", "确定", "包括", "包含"]);
    if !is_part(case) || q.bound.is_some() || q.value > Decimal::from(MOST) && !lists() {
        return false;
    }
    let words = s.right.trim_start_matches(['大', '的']);
    words
        .char_indices()
        .enumerate()
        .take_while(|&(chars, (_, c))| {
            chars <= FARTHEST && !matches!(c, '，' | '。' | '、' | '；' | '（' | '“' | '：')
        })
        .any(|(chars, (at, _))| {
            CUES.part_noun
                .prefix(&words[at..])
                .is_some_and(|noun| is_near(noun, chars) && ends_behind(noun, &words[at + noun.len()..]))
        })
}

/// Whether so many characters between number and noun let it be the number's; what can also be built must stand nearer.
fn is_near(noun: &str, chars: usize) -> bool {
    let long = matches!(noun, "行动" | "举措" | "措施" | "任务" | "原则" | "方面");
    let building =
        matches!(noun, "工程" | "体系" | "机制" | "制度" | "领域" | "清单" | "目标" | "指标" | "阶段");
    chars <= 2 || chars <= 4 && !building || long
}

/// Whether a noun of parts is no beginning of a longer word, by what stands behind it.
fn ends_behind(noun: &str, after: &str) -> bool {
    noun == "方面"
        || after.is_empty()
        || after.starts_with(['，', '。', '、', '；', '（', '(', '：', '”', '和', '及', '为', '中', '上'])
        || CUES.part_noun.prefix(after).is_some()
}
