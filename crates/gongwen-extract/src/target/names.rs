//! Lists of what is counted, and what their members share: `花生种植、收获机械化率`.
//!
//! [`shared_names`] asks in the order of its lines: members that are names by themselves ([`apart`]), what marks and words say
//! is shared ([`word`], [`tail`], [`mark`], [`figure`]), and last how long the members are ([`length`]).

mod apart;
mod figure;
mod length;
mod mark;
mod tail;
mod word;

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
pub(super) fn shared_names(text: &str) -> Vec<Cow<'_, str>> {
    let Some(list) = List::of(text) else { return Vec::new() };
    tail::ranks(&list)
        .or_else(|| apart::single_characters(&list))
        .or_else(|| apart::figure_in_front(&list))
        .or_else(|| word::pollutants(&list))
        .or_else(|| word::two_units(&list))
        .or_else(|| word::herds(&list))
        .or_else(|| tail::told(&list))
        .or_else(|| apart::whole(&list))
        .or_else(|| mark::behind_mark(&list))
        .or_else(|| mark::behind_stem(&list))
        .or_else(|| mark::formulas(&list))
        .or_else(|| mark::round_within(&list))
        .or_else(|| word::two_word_rate(&list))
        .or_else(|| word::rate_by_age(&list))
        .or_else(|| mark::formula_in_front(&list))
        .or_else(|| figure::by_words(&list))
        .unwrap_or_else(|| length::counted(&list))
}

/// A list and its members, at least one.
struct List<'t> {
    /// The list as it stands.
    text: &'t str,
    /// Its members.
    items: Vec<&'t str>,
    /// The first member, behind what all share in front.
    first: &'t str,
    /// The last member, before what all share behind.
    last: &'t str,
}

impl<'t> List<'t> {
    /// Splits a list; nothing where it has no member.
    fn of(text: &'t str) -> Option<Self> {
        let items = items(text);
        let (first, last) = (*items.first()?, *items.last()?);
        Some(Self { text, items, first, last })
    }

    /// The members before the last.
    fn others(&self) -> &[&'t str] {
        &self.items[..self.items.len() - 1]
    }

    /// The full names: what stands before all members is part of the first, what stands behind them part of the last.
    fn full(&self, head: &str, tail: &str) -> Vec<Cow<'t, str>> {
        let whole = self.items.len() - 1;
        let name = |(i, item): (usize, &&'t str)| {
            let (head, tail) = (if i == 0 { "" } else { head }, if i == whole { "" } else { tail });
            Cow::Owned([head, item, tail].concat())
        };
        self.items.iter().enumerate().map(name).collect()
    }

    /// The full names where only a tail is shared. The last stays borrowed: rules that look on in what is printed read it.
    fn with_tail(&self, tail: &str) -> Vec<Cow<'t, str>> {
        let full = |item: &&'t str| Cow::Owned([item, tail].concat());
        self.others().iter().map(full).chain([Cow::Borrowed(self.last)]).collect()
    }

    /// The members as they stand.
    fn plain(&self) -> Vec<Cow<'t, str>> {
        self.items.iter().copied().map(Cow::Borrowed).collect()
    }
}

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
