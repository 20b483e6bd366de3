//! Sentences of the genre with what they commit to.

mod classes;
mod deeds;
mod figures;
mod names;
mod placed;
mod sentences;
mod services;
mod spread;
mod times;

use super::*;

/// A target in short: comparator, value, unit, kind, then what is not the default.
pub(super) fn show(t: &RawTarget<'_>) -> String {
    let comparator = match t.comparator {
        Comparator::Ge => "ge",
        Comparator::Gt => "gt",
        Comparator::Le => "le",
        Comparator::Lt => "lt",
        Comparator::Eq => "eq",
        Comparator::Approx => "approx",
        Comparator::Range => "range",
    };
    let kind = match t.measure {
        Measure::Level => "level",
        Measure::Increase => "increase",
        Measure::Decrease => "decrease",
        Measure::Count => "count",
    };
    let mut out = format!("{comparator} {}", t.value);
    if let Some(max) = t.value_max {
        out += &format!("..{max}");
    }
    out += &format!(" {} {kind}", t.unit);
    if t.frequency != "once" {
        out += &format!(" {}", t.frequency);
    }
    if let Some(year) = t.deadline {
        out += &format!(" @{year}");
    }
    if let Some(b) = &t.baseline {
        out += " <";
        if let Some(year) = b.year {
            out += &year.to_string();
        }
        if let Some(value) = b.value {
            out += &format!("={value}");
        }
    }
    if t.modality == Modality::Aim {
        out += " aim";
    }
    if let Some(whole) = t.part_of {
        out += &format!(" of{whole}");
    }
    if let Some(group) = &t.group {
        out += &format!(" [{group}]");
    }
    if let Some(indicator) = &t.indicator {
        out += &format!(" {indicator}");
    }
    out
}

/// Every fact of a text by the whole reader, exclusions and unread numbers included.
fn facts(text: &str, context: &Context) -> Vec<(String, String)> {
    let (mut out, mut notes) = (Vec::new(), Vec::new());
    let anchors = Anchors::of(text);
    let places = anchors.within(Span::new(0, text.len()));
    read(Paragraph { text, places }, context, &mut out, &mut notes);
    let mut facts: Vec<(u32, String, String)> =
        out.iter().map(|t| (t.span.end, t.rule.to_owned(), show(t))).collect();
    for note in notes {
        let mark = if note.rule == UNREAD { '?' } else { '-' };
        facts.push((note.span.end, note.rule.to_owned(), format!("{mark} {}", note.span.of_text(text))));
    }
    facts.sort_by_key(|f| f.0);
    facts.into_iter().map(|(_, rule, fact)| (rule, fact)).collect()
}

/// A row in the notation of the rule file: `indicator | header | value`.
fn row_facts(text: &str) -> Vec<(String, String)> {
    let cells: Vec<&str> = text.split('|').map(str::trim).collect();
    let row =
        IndicatorRow { indicator: cells[0], header: cells[1], value: cells[2], ..IndicatorRow::default() };
    let mut out = Vec::new();
    targets_of_row(&row, &mut out, &mut Vec::new());
    out.iter().map(|t| (t.rule.to_owned(), show(t))).collect()
}

#[test]
fn rules_hold_in_their_examples() {
    let context = Context { period: Some((2021, 2025)), ..Context::default() };
    let family = crate::rules::Family::parse("target", include_str!("../../rules/target.toml"));
    let read = |id: &str, text: &str| {
        if id == "target.table" { row_facts(text) } else { facts(text, &context) }
    };
    if let Err(wrong) = family.check(read) {
        panic!("{wrong}");
    }
}

#[test]
fn a_label_before_a_number_is_told_by_the_lines_round_it() {
    let check = |lines: [&str; 3], expect: [usize; 3]| {
        let text = lines.join("\n");
        let mut from = 0;
        let got = lines.map(|line| {
            let span = Span::new(from, from + line.len());
            from += line.len() + 1;
            running_label(&text, span)
        });
        assert_eq!(got, expect, "{text}");
    };
    check(["1.80%以上的乡镇建有文化站。", "2.90%的村通网络。", "3.24小时内反馈。"], [2, 2, 2]);
    check(["建设农田。", "3.5万亩高标准农田。", "4.2万亩林地。"], [0, 0, 0]);
    check(["1.5万亩高标准农田。", "新建学校。", "2.新建医院。"], [0, 0, 0]);
}

#[test]
fn months_and_quarters_of_a_yearly_plan() {
    let context = Context { period: Some((2025, 2025)), ..Context::default() };
    let check = |text: &str, expect: &[&str]| {
        let got: Vec<String> = facts(text, &context).into_iter().map(|(_, fact)| fact).collect();
        assert_eq!(got, expect, "{text}");
    };
    check(
        "新建口袋公园12个，二季度建成4个，9月底前建成8个。",
        &["eq 12 个 count 口袋公园", "eq 4 个 count @2025 口袋公园", "eq 8 个 count @2025 口袋公园"],
    );
    check(
        "实施技改项目80个，其中一季度开工40个、上半年开工60个。",
        &[
            "eq 80 个 count 技改项目",
            "eq 40 个 count @2025 of0 开工技改项目",
            "eq 60 个 count @2025 of0 开工技改项目",
        ],
    );
    check(
        "改造小区30个，其中上半年完成10个，下半年完成20个。",
        &["eq 30 个 count 小区", "eq 10 个 count @2025 of0 小区", "eq 20 个 count @2025 of0 小区"],
    );
    check(
        "全年培训农民600人次，第一季度培训150人次。",
        &["eq 600 人次 count per_year 培训农民", "eq 150 人次 count @2025 培训农民"],
    );
    check("一季度开工率达到40%。", &["eq 40 % level 一季度开工率"]);
}

#[test]
fn years_that_a_yearly_plan_or_its_stages_tell() {
    let check = |context: Context, text: &str, expect: &[&str]| {
        let got: Vec<String> = facts(text, &context).into_iter().map(|(_, fact)| fact).collect();
        assert_eq!(got, expect, "{text}");
    };
    let context = Context { period: Some((2024, 2024)), ..Context::default() };
    check(context, "明年6月底前，新增床位200张。", &["eq 200 张 count @2025 床位"]);
    check(context, "截至2024年底，参保率达到98%。", &["eq 98 % level @2024 参保率"]);
    check(context, "截至2024年5月，参保率达到98%。", &["- 98%"]);
    check(context, "剩余7个小区年内全部竣工。", &["eq 7 个 count @2024 小区"]);
    // The time in front of the whole was taken for the name of a place.
    check(context, "年内全县完成改厕200户。", &["eq 200 户 count @2024 改厕"]);
    check(context, "今年全县新建公厕8座。", &["eq 8 座 count @2024 公厕"]);
    check(context, "当年新建公厕8座。", &["eq 8 座 count @2024 公厕"]);
    check(context, "签约项目当年开工率达到70%。", &["eq 70 % level 签约项目当年开工率"]);
    // A stage before the plan's year has its own; one that tells only months goes on with it.
    let year = |heading: &str, before| stage(heading, before, false, &context).map(|stage| stage.year);
    let first = stage("动员阶段（2023年9月30日前）", None, false, &context);
    let context =
        Context { stage: year("集中征缴阶段（2023年10月1日至12月25日）", None), ..context };
    check(context, "10月底前征缴进度达到40%。", &["eq 40 % level @2023 征缴进度"]);
    assert_eq!(year("集中征缴阶段（10月1日至12月25日）", first), Some(2023));
    assert_eq!(year("查漏补缺阶段（1月至3月）", first), None);
    assert_eq!(year("动员阶段（2023年10月至2024年3月）", None), None);
    assert_eq!(year("做好工作（2023年）", None), None);
    assert_eq!(year("2024年夯实基础", None), None);
    assert_eq!(year("起步阶段（2024年）", None), Some(2024));
    // Among aims or steps whatever a heading is called.
    let context = Context { period: Some((2026, 2028)), ..context };
    let year = |heading: &str| stage(heading, None, true, &context).map(|stage| stage.year);
    assert_eq!(year("全面推开（2027年）"), Some(2027));
    assert_eq!(year("近期目标（2026—2027年）。"), Some(2027));
    assert_eq!(year("2026年目标"), Some(2026));
    assert_eq!(year("2027年，提质扩面"), Some(2027));
    assert_eq!(year("2028年 全面提升"), Some(2028));
    assert_eq!(year("2025年目标"), None);
    assert_eq!(year("提升质量（2027年新建）"), None);
    assert_eq!(year("集中攻坚（2026年7月—2027年12月）"), Some(2027));
    assert_eq!(year("“十五五”目标"), None);
    assert_eq!(year("2026年目标任务分解表"), None);
}
