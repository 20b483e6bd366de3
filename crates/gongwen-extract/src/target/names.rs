//! Lists of what is counted, and what their members share: `花生种植、收获机械化率`.

mod figure;
mod tail;

use super::cues::CUES;
use gongwen_text::Span;
use std::borrow::Cow;

/// Splits a list at 、 和 与 及, outside brackets and quotation marks.
pub(super) fn items(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut depth, mut from) = (0u32, 0);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            '、' | '和' | '与' | '及' if depth == 0 && at > from && joins(text, at) => {
                let item = &text[from..at];
                out.push(if c == '及' { item.strip_suffix('以').unwrap_or(item) } else { item });
                from = at + c.len_utf8();
            }
            _ => {}
        }
        if out.len() == 12 {
            break;
        }
    }
    out.push(&text[from..]);
    out.retain(|item| !item.trim().is_empty());
    out
}

/// Whether the 和, 与 or 及 at `at` stands between two members, and not inside a word: `普及率`, `参与率`, `及时率`, `和谐社区`.
/// 、 always does.
pub(super) fn joins(text: &str, at: usize) -> bool {
    let (before, mark) = text.split_at(at);
    let begins =
        |word: &str, longer: &[char]| mark.strip_prefix(word).is_some_and(|rest| !rest.starts_with(longer));
    match mark.chars().next() {
        Some('及') => {
            // `科普及培训` are two.
            let ends = before.ends_with(['普', '涉', '惠', '波', '遍', '危']) && !before.ends_with("科普");
            // `黄精、白及`: a herb.
            let herb = before == "白" || before.ends_with("、白");
            !ends
                && !herb
                && !begins("及时", &['间', '代', '段', '限'])
                && !begins("及格", &['局', '式'])
                && !begins("及以上", &[])
                && !begins("及以下", &[])
        }
        Some('与') => !before.ends_with('参') && !begins("与会", &['议', '展']),
        Some('和') => {
            !before.ends_with('饱')
                && !before.ends_with("碳中")
                && !begins("和谐", &[])
                && !begins("和美", &['丽', '好', '术', '容', '育', '食', '发', '化'])
        }
        _ => true,
    }
}

/// The full names of a list whose members share a head and a tail (`花生种植、收获机械化率`).
pub(super) fn shared_names(list: &str) -> Vec<Cow<'_, str>> {
    let items = items(list);
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return Vec::new() };
    let single = |item: &&str| item.chars().nth(1).is_none();
    if let Some(lone) = items.iter().filter(|item| single(item)).count().checked_sub(1) {
        // `水、电、气普及率`: what all have stands behind the last one's character. Elsewhere one character is no name.
        let tail = last.char_indices().nth(1).map_or("", |(at, _)| &last[at..]);
        let kinds = "城水电气热网路肉蛋奶鱼粮油菜果茶县乡镇村猪牛羊鸡鸭鹅";
        let herd = matches!(tail, "出栏" | "存栏" | "出栏量" | "存栏量");
        // `生猪、牛、羊出栏`
        let named = |item: &&str| herd && !single(item) && items[0] == *item;
        let known = (herd || lone + 2 == items.len())
            && items.iter().all(|i| i.starts_with(|c| kinds.contains(c)) || named(i));
        // `县、乡、村三级网格覆盖率` is one.
        let summed = tail.starts_with(['两', '三', '四', '五']);
        if known && !summed && (herd || CUES.level_noun.suffix(tail).is_some()) {
            let whole = items.len() - 1;
            let full =
                |(i, item): (usize, &&str)| Cow::Owned([*item, if i == whole { "" } else { tail }].concat());
            return items.iter().enumerate().map(full).collect();
        }
        return vec![Cow::Borrowed(list)];
    }
    // `生产总值、财政收入`: a figure by itself takes nothing of the last, which others may share.
    if let [_, next, ..] = &items[..]
        && CUES.whole_figure.suffix(first).is_some_and(|figure| !last.contains(figure))
        && CUES.level_noun.suffix(last).is_some_and(|noun| noun.ends_with(SUMS))
    {
        let rest = &list[Span::of(next, list).from()..];
        return std::iter::once(Cow::Borrowed(*first)).chain(shared_names(rest)).collect();
    }
    // `化学需氧量、氨氮重点工程减排量`: what is emitted is a member by itself, however long its name.
    if let (Some(member), Some(end)) = (CUES.pollutant.suffix(first), CUES.pollutant.prefix(last))
        && items.len() > 1
    {
        let (head, tail) = (&first[..first.len() - member.len()], &last[end.len()..]);
        // `挥发性有机物(VOCs)排放总量`: the formula is the last one's.
        let close = tail.find(['）', ')']).filter(|_| tail.starts_with(['（', '(']));
        let tail = close.map_or(tail, |at| tail[at..].trim_start_matches(['）', ')']));
        let full = |(i, item): (usize, &&str)| {
            let (head, tail) = (if i == 0 { "" } else { head }, if i + 1 == items.len() { "" } else { tail });
            Cow::Owned([head, item, tail].concat())
        };
        return items.iter().enumerate().map(full).collect();
    }
    // `越级访批次、人次`: what is counted in two ways.
    if let ([first, last], Some(unit)) = (&items[..], CUES.event_unit.suffix(items[0]))
        && CUES.event_unit.is(last)
        && first.len() > unit.len()
    {
        let stem = &first[..first.len() - unit.len()];
        return vec![Cow::Borrowed(*first), Cow::Owned(format!("{stem}{last}"))];
    }
    // `肉牛、山羊出栏`
    if let Some(herd) = ["出栏", "存栏"].iter().find(|herd| last.ends_with(**herd))
        && items.len() > 1
        && last.chars().count() > 3
        && !items[..items.len() - 1].iter().any(|item| item.ends_with("出栏") || item.ends_with("存栏"))
    {
        return figure::with_tail(&items, "", herd);
    }
    if let Some(names) = tail::told(&items) {
        return names;
    }
    // What all share is a figure (`…率`) or what rungs of a ladder have in common (`国家级、省级示范社`).
    let alike = CUES.level_noun.suffix(last).is_some()
        || CUES.train.suffix(last).is_some()
        || CUES.ladders.iter().any(|ladder| ladder.is(first));
    let whole = items.len() < 2
        || CUES.level_noun.suffix(first).is_some()
        || last.chars().count() < 4
        || !alike && items.len() == 2;
    if whole {
        return items.into_iter().map(Cow::Borrowed).collect();
    }
    // `二氧化硫(SO2)、氮氧化物(NOX)等污染物排放总量`: what all share stands behind 等 or behind the last bracket.
    let behind = if first.ends_with(['）', ')']) {
        last.find(['）', ')']).map(|at| last[at..].trim_start_matches(['）', ')']))
    } else {
        last.char_indices().skip(2).find(|&(_, c)| c == '等').map(|(at, _)| &last[at..])
    };
    let behind = behind.filter(|tail| {
        let graded = last[..last.len() - tail.len()].ends_with(['高', '中', '初', '平', '均']);
        tail.chars().count() >= 3 && !graded && !tail.starts_with("等级")
    });
    // `可吸入颗粒物和细颗粒物平均浓度`: what the first ends in parts the last from what all share.
    let stem = first.find(['（', '(']).map_or(*first, |open| &first[..open]);
    let tail = stem.char_indices().skip(1).find_map(|(at, _)| {
        let noun = &stem[at..];
        let end = last.find(noun).filter(|_| noun.chars().count() >= 2)? + noun.len();
        let rest = &last[end..];
        // `细颗粒物（PM2.5）平均浓度`
        let close = rest.find(['）', ')']).filter(|_| rest.starts_with(['（', '(']));
        let tail = close.map_or(rest, |at| rest[at..].trim_start_matches(['）', ')']));
        Some(tail).filter(|tail| tail.chars().count() >= 2)
    });
    if let Some(tail) = behind.or(tail) {
        let last = items.len() - 1;
        let named =
            |(i, item): (usize, &&str)| if i == last { (*item).to_owned() } else { format!("{item}{tail}") };
        return items.iter().enumerate().map(|item| Cow::Owned(named(item))).collect();
    }
    // `NOx、VOCs减排量`
    let formula = |c: char| c.is_ascii_alphanumeric() || c == '.';
    if items[..items.len() - 1].iter().all(|item| item.chars().all(formula)) && last.starts_with(formula) {
        let tail = last.trim_start_matches(formula);
        return items
            .iter()
            .map(|item| Cow::Owned(format!("{}{tail}", item.trim_end_matches(tail))))
            .collect();
    }
    // `塑料在汽车、电子产品中的使用比例`: what all share stands round 在 and 中的.
    if let (Some(at), Some((head, _))) = (last.find("中的"), first.split_once('在'))
        && at >= 6
    {
        let head = &first[..head.len() + '在'.len_utf8()];
        let whole = items.len() - 1;
        let full = |(i, item): (usize, &&str)| match i {
            0 => format!("{item}{}", &last[at..]),
            i if i == whole => format!("{head}{item}"),
            _ => format!("{head}{item}{}", &last[at..]),
        };
        return items.iter().enumerate().map(|item| Cow::Owned(full(item))).collect();
    }
    // `废纸、废旧纺织品回收利用率`: a rate of two words is shared as a whole, and members are as long as they like.
    if let Some(rate) = WHOLE_RATES.iter().find(|rate| last.ends_with(**rate))
        && last.len() >= rate.len() + 6
    {
        let whole = items.len() - 1;
        let full =
            |(i, item): (usize, &&str)| if i == whole { (*item).to_owned() } else { format!("{item}{rate}") };
        return items.iter().enumerate().map(|item| Cow::Owned(full(item))).collect();
    }
    let step = |text: &str, n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    // `新生儿、婴儿和5岁以下儿童死亡率`: an age says that the last member is long.
    let rates =
        ["死亡率", "患病率", "发病率", "贫血率", "近视率", "入学率", "覆盖率", "接种率", "就业率", "管理率"];
    let aged = last.starts_with(|c: char| c.is_ascii_digit()) && last.contains('岁');
    if let Some(tail) = rates.iter().find(|rate| aged && last.ends_with(**rate)) {
        let whole = items.len() - 1;
        let full =
            |(i, item): (usize, &&str)| if i == whole { (*item).to_owned() } else { format!("{item}{tail}") };
        return items.iter().enumerate().map(|item| Cow::Owned(full(item))).collect();
    }
    // `主要污染物COD、氨氮、VOCs减排量`: a formula is a member by itself.
    let run = |text: &str| text.len() - text.trim_start_matches(formula).len();
    let own = first.trim_end_matches(formula);
    if own.len() < first.len() && !own.is_empty() && run(last) > 0 {
        let tail = &last[run(last)..];
        let full = |(i, item): (usize, &&str)| match (i == 0, i + 1 == items.len()) {
            (true, _) => format!("{item}{tail}"),
            (_, true) => format!("{own}{item}"),
            _ => format!("{own}{item}{tail}"),
        };
        return items.iter().enumerate().map(|item| Cow::Owned(full(item))).collect();
    }
    if let Some((head, tail)) = figure::shared(&items) {
        return figure::with_tail(&items, head, tail);
    }
    // Members are mostly words of two characters (`高血压、糖尿病知晓率`: of three); what the first has more is shared by all.
    let count = first.chars().count();
    // `2型糖尿病患者管理率`
    let illness = last.chars().take(6).position(|c| matches!(c, '病' | '症' | '癌' | '炎'));
    let usual = if illness.is_some_and(|at| at >= 2) { 3 } else { 2 };
    // `建设用地和耕地面积`, `小学教师、医师培训率`: members that end alike are whole.
    let alike_ends = || {
        let member = last.chars().nth(usual - 1);
        items.len() == 2 && illness.is_none() && member.is_some() && member == first.chars().last()
    };
    // `示范县（市、区）、示范乡镇创建率`: nothing is cut inside a bracket.
    let cut = (4..=10).contains(&count) && !first.ends_with(['）', ')']) && !alike_ends();
    let head = if cut { &first[..step(first, count - usual)] } else { "" };
    // `城镇、农村居民收入` against `普惠性幼儿园、公办幼儿园覆盖率`: as long as the members before it.
    let member = if items.len() > 2 { items[1].chars().count() } else { count.min(usual) };
    let member = illness.filter(|&at| at > 2 && items.len() == 2).map_or(member, |at| at + 1);
    let tail = &last[step(last, member)..];
    let mut out: Vec<Cow<'_, str>> = Vec::with_capacity(items.len());
    for (i, item) in items.iter().enumerate() {
        let name = match (i == 0, i + 1 == items.len()) {
            (true, _) => format!("{item}{tail}"),
            (_, true) => format!("{head}{item}"),
            _ => format!("{head}{item}{tail}"),
        };
        out.push(Cow::Owned(name));
    }
    out
}

/// Last characters of the names of sums: 收入, 增加值, 总额.
const SUMS: [char; 4] = ['入', '值', '额', '收'];

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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(list: &str, expect: &[&str]) {
        assert_eq!(shared_names(list), expect, "{list}");
    }

    #[test]
    fn words_that_hold_a_conjunction_stay_whole() {
        check("燃气普及率、供水普及率", &["燃气普及率", "供水普及率"]);
        check("居民知晓率、参与率", &["居民知晓率", "参与率"]);
        check("办结及时率和群众满意率", &["办结及时率", "群众满意率"]);
        check("科普及志愿服务", &["科普", "志愿服务"]);
        check("住房面积以及绿化面积", &["住房面积", "绿化面积"]);
        check("和谐社区与平安社区数量", &["和谐社区数量", "平安社区数量"]);
        check("水、电、气普及率", &["水普及率", "电普及率", "气普及率"]);
        check("镇、街道覆盖率", &["镇、街道覆盖率"]);
        check("建设用地和耕地面积", &["建设用地面积", "耕地面积"]);
        check("到县集体访批次、人次", &["到县集体访批次", "到县集体访人次"]);
    }

    #[test]
    fn lists_share_head_and_tail() {
        check("花生种植、收获机械化率", &["花生种植机械化率", "花生收获机械化率"]);
        check("废纸、废旧纺织品回收利用率", &["废纸回收利用率", "废旧纺织品回收利用率"]);
        check("畜禽粪污、秸秆综合利用率", &["畜禽粪污综合利用率", "秸秆综合利用率"]);
        check(
            "再生塑料在汽车、电子产品中的使用比例",
            &["再生塑料在汽车中的使用比例", "再生塑料在电子产品中的使用比例"],
        );
        check("城镇、农村居民收入", &["城镇居民收入", "农村居民收入"]);
        check("居民高血压、糖尿病知晓率", &["居民高血压知晓率", "居民糖尿病知晓率"]);
        check("可吸入颗粒物和细颗粒物平均浓度", &["可吸入颗粒物平均浓度", "细颗粒物平均浓度"]);
        check(
            "可吸入颗粒物(PM10)和细颗粒物(PM2.5)平均浓度",
            &["可吸入颗粒物(PM10)平均浓度", "细颗粒物(PM2.5)平均浓度"],
        );
        check("化学需氧量排放量和氨氮排放量", &["化学需氧量排放量", "氨氮排放量"]);
    }

    #[test]
    fn figures_by_themselves_share_nothing() {
        check("生产总值、财政收入", &["生产总值", "财政收入"]);
        check("旅游人次和旅游收入", &["旅游人次", "旅游收入"]);
        check("生产总值、城镇、农村居民收入", &["生产总值", "城镇居民收入", "农村居民收入"]);
        check("固定资产投资、民间投资占比", &["固定资产投资占比", "民间投资占比"]);
    }
}
