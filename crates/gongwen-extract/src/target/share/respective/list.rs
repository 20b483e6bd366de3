//! What ends a list of names: words that sum it up, rungs, a rate of growth; and whose a number is that stands in front of it.

use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::{matter, measure, names};
use std::borrow::Cow;

/// Words for two or three kinds at once, the longer ones first, and the kinds in their order.
const JOINT: [(&str, &[&str]); 13] = [
    ("城乡", &["城镇", "农村"]),
    ("中小学", &["中学", "小学"]),
    ("省市县级", &["省级", "市级", "县级"]),
    ("县乡村级", &["县级", "乡级", "村级"]),
    ("省市级", &["省级", "市级"]),
    ("市县级", &["市级", "县级"]),
    ("县乡级", &["县级", "乡级"]),
    ("镇村级", &["镇级", "村级"]),
    ("县乡村", &["县", "乡", "村"]),
    ("国省道", &["国道", "省道"]),
    ("市县", &["市", "县"]),
    ("县乡", &["县", "乡"]),
    ("镇村", &["镇", "村"]),
];

/// The names of a list. `城乡居民收入分别增长5.8%、7%`: those of the towns first; so of other kinds that one word
/// joins (`中小学近视率`, `省市级示范社`).
pub(super) fn town_and_country(list: &str, numbers: usize) -> Vec<Cow<'_, str>> {
    let names = names::shared_names(list);
    if names.len() != 1 {
        return names;
    }
    let split = JOINT.iter().filter(|(_, members)| members.len() == numbers).find_map(|(joint, members)| {
        let (head, tail) = list.split_once(joint)?;
        // `县乡村三级网格覆盖率` is one; `集镇村庄` is a word.
        let one = tail.starts_with(['村', '两', '二', '三', '四']) || !head.is_empty() && *joint != "城乡";
        (!one).then(|| members.iter().map(|member| Cow::Owned([head, *member, tail].concat())).collect())
    });
    split.unwrap_or(names)
}

/// The rate of growth at the end of a list of several names, before what reaches it: the list without it, the rate where it is a
/// noun, and what binds the numbers.
pub(super) fn growth_behind<'t>(list: &'t str, link: &'t str) -> Option<(&'t str, &'static str, &'t str)> {
    const RATES: [&str; 5] = ["增长率", "增速", "增幅", "增长速度", "降幅"];
    let binding = measure::binding(link);
    if binding.start > 0 || binding.change.is_some() || !list.ends_with(['长', '速', '幅', '率', '度']) {
        return None;
    }
    let rate = RATES.iter().find_map(|rate| Some((list.strip_suffix(rate)?, *rate, link)));
    // 增长 governs what is reached, as it does where it stands behind 分别.
    let reached = match binding.comparator {
        None if binding.reaches => Some("增长达到"),
        Some(Comparator::Ge) => Some("增长不低于"),
        Some(Comparator::Gt) => Some("增长超过"),
        _ => None,
    };
    let grows = || Some((list.strip_suffix("增长")?, "", reached?));
    let (names, rate, link) = rate.or_else(grows)?;
    let names = matter::clean(names);
    (matter::has_chars(names, 4) && !names.ends_with("年均")).then_some((names, rate, link))
}

/// `医药三大产业产值`: what stands before the words that sum up a list, and what stands behind them.
pub(super) fn sum_behind(list: &str) -> Option<(&str, &str)> {
    const SUMS: [&str; 11] =
        ["产业集群", "产业链", "产业", "行业", "领域", "板块", "集群", "园区", "流域", "单品", "品种"];
    const RANKS: [&str; 10] =
        ["主导", "支柱", "特色", "重点", "优势", "传统", "新兴", "战略性新兴", "骨干", "首位"];
    let (at, mark) = ["大", "个", "类"].iter().find_map(|mark| Some((list.rfind(mark)?, *mark)))?;
    let head =
        list[..at].trim_end_matches(|c: char| "两二三四五六七八九十".contains(c) || c.is_ascii_digit());
    let behind = &list[at + mark.len()..];
    // `三大作物产量`
    let figure = || {
        let (at, _) = behind.char_indices().nth(2)?;
        CUES.level_noun.is(&behind[at..]).then_some(at)
    };
    // `两个主导产业产值`
    let rank = RANKS.iter().find(|rank| behind.starts_with(**rank)).map_or(0, |rank| rank.len());
    let kind = SUMS.iter().find(|sum| behind[rank..].starts_with(**sum));
    let sum = kind.map(|sum| rank + sum.len()).or_else(figure)?;
    (head.len() < at && matter::has_chars(head, 2)).then_some((head, &behind[sum..]))
}

/// The place at the end of what binds a number: 甲县 of `达到甲县`.
pub(super) fn owner_behind(link: &str) -> Option<&str> {
    let ends = link.char_indices().skip(1).map(|(at, _)| at);
    ends.filter(|&at| measure::binding(&link[..at]).start == 0 && is_owner(&link[at..]))
        .last()
        .map(|at| &link[at..])
}

/// What stands between two numbers, without the mark of the list.
pub(super) fn owner_of(left: &str) -> &str {
    left.trim().trim_start_matches(['、', '和', '，'])
}

/// Whether words can be the short name of a place.
pub(super) fn is_owner(words: &str) -> bool {
    (2..=6).contains(&words.chars().count())
        && words.chars().all(gongwen_text::chars::is_han)
        && CUES.make.find(words).is_none()
        && measure::binding(words).start == words.len()
        && !words.starts_with(['每', '各', '人', '户', '以'])
}

/// `生均用房面积小学、初中`: what is told of each rung of a ladder, and the rungs.
pub(super) fn rungs_behind(list: &str) -> Option<(&str, Vec<&str>)> {
    for ladder in &CUES.ladders {
        let (mut rest, mut rungs) = (list, Vec::new());
        while let Some(rung) = ladder.suffix(rest).filter(|rung| rung.len() < rest.len()) {
            rest = &rest[..rest.len() - rung.len()];
            rungs.push(&list[rest.len()..rest.len() + rung.len()]);
            let Some(more) = rest.strip_suffix(['、', '和', '与']) else { break };
            rest = more;
        }
        if rungs.len() > 1 && matter::has_chars(rest, 3) && CUES.level_noun.suffix(rest).is_some() {
            rungs.reverse();
            return Some((rest, rungs));
        }
    }
    None
}
