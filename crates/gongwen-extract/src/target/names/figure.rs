//! The figure that all members of a list share, told by its words: `产业产值` of `装备制造、食品加工产业产值`.

use super::List;
use crate::target::cues::CUES;
use std::borrow::Cow;

/// `装备制造、食品加工产业产值`: the words of a figure tell what is shared.
pub(super) fn by_words<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let (head, tail) = shared(&list.items)?;
    Some(if head.is_empty() { list.with_tail(tail) } else { list.full(head, tail) })
}

/// What the members share in front and behind, where the words of the figure tell it. Where they tell nothing, and in a list of
/// rungs or illnesses, who counts characters has it.
fn shared<'t>(items: &[&'t str]) -> Option<(&'t str, &'t str)> {
    /// Characters of a head that nothing but its length tells.
    const HEAD: usize = 2;
    let count = |words: &str| words.chars().count();
    let (first, last) = (*items.first()?, *items.last()?);
    // `35岁以上人群高血压、糖尿病管理率`: before illnesses stands who has them.
    let illness = last.chars().take(6).any(|c| matches!(c, '病' | '症' | '癌' | '炎'));
    if illness || CUES.ladders.iter().any(|ladder| ladder.is(first)) {
        return None;
    }
    let head = CUES.shared_head.prefix(first).filter(|head| head.len() < first.len()).unwrap_or_default();
    let alike = if items.len() > 2 { items[1] } else { &first[head.len()..] };
    let tail = figure(last, count(alike))?;
    let member = &last[..last.len() - tail.len()];
    // Members that stand between the first and the last have neither head nor tail.
    let between = items[1..items.len() - 1].iter().map(|item| count(item));
    let longest = between.chain([count(member)]).max()?;
    let longer = count(first).saturating_sub(longest);
    if !head.is_empty() && !member.starts_with(head) && longer > 0 {
        // `规上工业、建筑业`
        return Some((&first[..head.len()], tail));
    }
    // `装备制造、食品加工`, `茶叶、蔬菜、中药材`: the first is too short for a head, or far too long for one.
    (longer == 0 || longest > HEAD && longer != HEAD).then_some(("", tail))
}

/// The figure at the end of a name with the words that are told of any: always those that name no thing (`种植面积`), and as many
/// others as leave a member about as long as `alike` (`养殖面积` of 虾蟹, not of 水产).
fn figure(name: &str, alike: usize) -> Option<&str> {
    const SHORTEST: usize = 2;
    const MOST: usize = 5;
    let noun = CUES.level_noun.suffix(name)?;
    let mut stem = &name[..name.len() - noun.len()];
    let off = |stem: &str| stem.chars().count().abs_diff(alike);
    let whole = noun.chars().count() > 1 && stem.chars().count() >= SHORTEST;
    let mut best = Some(stem).filter(|_| whole);
    for _ in 0..MOST {
        let always = CUES.figure_word.suffix(stem);
        let Some(word) = always.or_else(|| CUES.figure_thing.suffix(stem)) else { break };
        stem = &stem[..stem.len() - word.len()];
        if stem.chars().count() < SHORTEST {
            break;
        }
        if always.is_some() || best.is_none_or(|best| off(stem) <= off(best)) {
            best = Some(stem);
        }
    }
    best.map(|stem| &name[stem.len()..])
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
        check("水土流失、石漠化治理面积", &["水土流失治理面积", "石漠化治理面积"]);
        check("国家级、省级龙头企业数量", &["国家级龙头企业数量", "省级龙头企业数量"]);
        check(
            "35岁以上人群高血压、糖尿病患者规范管理率",
            &["35岁以上人群高血压患者规范管理率", "35岁以上人群糖尿病患者规范管理率"],
        );
        check("县级公立医院、乡镇卫生院床位使用率", &["县级公立医院床位使用率", "乡镇卫生院床位使用率"]);
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
