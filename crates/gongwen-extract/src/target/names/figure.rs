//! The figure that all members of a list share, told by its words: `产业产值` of `装备制造、食品加工产业产值`.

use crate::target::cues::CUES;
use std::borrow::Cow;

/// What the members share in front and behind, where the words of the figure tell it. Where they tell nothing, who counts
/// characters has it.
pub(super) fn shared<'t>(items: &[&'t str]) -> Option<(&'t str, &'t str)> {
    /// Characters of the shortest head.
    const HEAD: usize = 2;
    let count = |words: &str| words.chars().count();
    let (first, last) = (*items.first()?, *items.last()?);
    let head = CUES.shared_head.prefix(first).filter(|head| head.len() < first.len()).unwrap_or_default();
    let alike = if items.len() > 2 { items[1] } else { &first[head.len()..] };
    let tail = figure(last, count(alike))?;
    let member = &last[..last.len() - tail.len()];
    // Members that stand between the first and the last have neither head nor tail.
    let between = items[1..items.len() - 1].iter().map(|item| count(item));
    let longest = between.chain([count(member)]).max()?;
    if !head.is_empty() && !member.starts_with(head) && count(first) > longest {
        // `规上工业、建筑业`
        return Some((&first[..head.len()], tail));
    }
    // `装备制造、食品加工`, `茶叶、蔬菜、中药材`: the first is too short for a head.
    (longest > HEAD && count(first) < longest + HEAD || count(first) <= longest).then_some(("", tail))
}

/// The figure at the end of a name with the words that are told of any (`产地低温处理率`, `种植面积`): as many of them as leave a
/// member about as long as `alike`.
fn figure(name: &str, alike: usize) -> Option<&str> {
    const SHORTEST: usize = 2;
    const MOST: usize = 5;
    let noun = CUES.level_noun.suffix(name)?;
    let mut stem = &name[..name.len() - noun.len()];
    let off = |stem: &str| stem.chars().count().abs_diff(alike);
    let whole = noun.chars().count() > 1 && stem.chars().count() >= SHORTEST;
    let mut best = Some(stem).filter(|_| whole);
    for _ in 0..MOST {
        let Some(word) = CUES.figure_word.suffix(stem) else { break };
        stem = &stem[..stem.len() - word.len()];
        if stem.chars().count() < SHORTEST {
            break;
        }
        if best.is_none_or(|best| off(stem) <= off(best)) {
            best = Some(stem);
        }
    }
    best.map(|stem| &name[stem.len()..])
}

/// The full names of a list: what stands before all members is part of the first, what stands behind them part of the last.
pub(super) fn with_tail<'t>(items: &[&'t str], head: &str, tail: &str) -> Vec<Cow<'t, str>> {
    let whole = items.len() - 1;
    let full = |(i, item): (usize, &&'t str)| match (i == 0, i == whole) {
        (true, _) => Cow::Owned([item, tail].concat()),
        (_, true) if head.is_empty() => Cow::Borrowed(*item),
        (_, true) => Cow::Owned([head, item].concat()),
        _ => Cow::Owned([head, item, tail].concat()),
    };
    items.iter().enumerate().map(full).collect()
}

#[cfg(test)]
mod tests {
    use crate::target::names::shared_names;

    fn check(list: &str, expect: &[&str]) {
        assert_eq!(shared_names(list), expect, "{list}");
    }

    #[test]
    fn the_figure_is_known_by_its_words() {
        check("装备制造、食品加工产业产值", &["装备制造产业产值", "食品加工产业产值"]);
        check(
            "汽车制造、电子信息、新材料产业产值",
            &["汽车制造产业产值", "电子信息产业产值", "新材料产业产值"],
        );
        check(
            "肉类、果蔬、水产品产地低温处理率",
            &["肉类产地低温处理率", "果蔬产地低温处理率", "水产品产地低温处理率"],
        );
        check("茶叶、蔬菜、中药材种植面积", &["茶叶种植面积", "蔬菜种植面积", "中药材种植面积"]);
        check("规上工业、建筑业总产值", &["规上工业总产值", "规上建筑业总产值"]);
        check("高标准农田、水产养殖面积", &["高标准农田面积", "水产养殖面积"]);
        check("鱼类、虾蟹养殖面积", &["鱼类养殖面积", "虾蟹养殖面积"]);
        check("城区、乡镇污水处理率", &["城区污水处理率", "乡镇污水处理率"]);
        check("生活污水、工业污水处理率", &["生活污水处理率", "工业污水处理率"]);
        check("新能源汽车、动力电池产业规模", &["新能源汽车产业规模", "动力电池产业规模"]);
        check("道路交通、工矿商贸事故起数", &["道路交通事故起数", "工矿商贸事故起数"]);
        check("肉牛、山羊出栏", &["肉牛出栏", "山羊出栏"]);
        check("小麦、玉米、马铃薯总产量", &["小麦总产量", "玉米总产量", "马铃薯总产量"]);
    }

    #[test]
    fn a_shared_head_is_no_part_of_the_first_alone() {
        check("花生种植、收获机械化率", &["花生种植机械化率", "花生收获机械化率"]);
        check("城镇、农村居民收入", &["城镇居民收入", "农村居民收入"]);
        check("居民高血压、糖尿病知晓率", &["居民高血压知晓率", "居民糖尿病知晓率"]);
        check("生猪存栏、肉牛出栏", &["生猪存栏", "肉牛出栏"]);
    }
}
