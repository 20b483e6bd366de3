//! Examples of `row`.

use super::*;
use crate::Measure;

fn check(row: IndicatorRow<'_>, expect: &[&str]) {
    let (mut out, mut diagnostics) = (Vec::new(), Vec::new());
    targets_of_row(&row, &mut out, &mut diagnostics);
    let got: Vec<String> = out.iter().map(super::super::tests::show).collect();
    assert_eq!(got, expect, "{row:?}");
}

#[test]
fn cells_told_in_words() {
    for told in [
        "创建省级2条、市级4条",
        "治理面积18平方公里，其中坡耕地2000亩",
        "县级每季1次、乡级每月2次",
        "新建5G基站513座",
        "固定资产投资增长8%",
        "PM2.5平均浓度下降3%，优良天数310天以上",
        "完成路基工程60%",
    ] {
        assert!(is_told(told), "{told}");
    }
    for value in ["设区市≥25、县级市≥20", "比2015年分别下降24%、25%以上", "控制在10以内", "提高1岁", "≥35%"]
    {
        assert!(!is_told(value), "{value}");
    }
}

#[test]
fn what_is_done_to_a_thing_is_no_growth() {
    for header in ["改造提升", "更新提升（公里）", "整治提升"] {
        assert!(!is_growth(header), "{header}");
    }
    for header in ["年均增长（%）", "提升", "较上年提高", "满意度提升（%）"] {
        assert!(is_growth(header), "{header}");
    }
}

#[test]
fn value_cells() {
    let row = IndicatorRow { header: "2025年目标值", ..IndicatorRow::default() };
    check(
        IndicatorRow { indicator: "易涝区域处置率（%）", value: "100", ..row },
        &["eq 100 % level @2025 易涝区域处置率"],
    );
    check(
        IndicatorRow {
            indicator: "海绵城市面积比例（%）", value: "设区市≥25\n县级市≥20", ..row
        },
        &["ge 25 % level @2025 [设区市] 海绵城市面积比例", "ge 20 % level @2025 [县级市] 海绵城市面积比例"],
    );
    check(
        IndicatorRow { indicator: "自来水普及率", value: "≥98%", ..row },
        &["ge 98 % level @2025 自来水普及率"],
    );
    check(
        IndicatorRow {
            indicator: "万元GDP用水量较2020年下降",
            value: "16%以上",
            indicator_span: Some(Span::new(0, 9)),
            ..row
        },
        &["ge 16 % decrease @2025 <2020 万元GDP用水量"],
    );
    check(
        IndicatorRow { indicator: "游客人数比上年增长（%）", value: "7", ..row },
        &["eq 7 % increase @2025 游客人数"],
    );
    check(IndicatorRow { indicator: "在校生师比", value: "20%", ..row }, &["eq 20 % level @2025 在校生师比"]);
    check(IndicatorRow { indicator: "水质", value: "良好以上", ..row }, &[]);
    check(IndicatorRow { indicator: "综合排名", value: "前3名", ..row }, &[]);
    check(IndicatorRow { indicator: "黑臭水体（个）", value: "0", ..row }, &["eq 0 个 level @2025 黑臭水体"]);
    check(IndicatorRow { indicator: "覆盖率", value: "——", ..row }, &[]);
    check(
        IndicatorRow { indicator: "农村电商", value: "网络零售额增长15%", ..row },
        &["eq 15 % increase @2025 网络零售额"],
    );
    check(
        IndicatorRow { indicator: "数字人才培养（人/年）", value: "2000", ..row },
        &["eq 2000 人 count per_year @2025 数字人才培养"],
    );
    check(
        IndicatorRow { indicator: "投放点改造数（处）", value: "400", ..row },
        &["eq 400 处 count @2025 投放点改造数"],
    );
    check(
        IndicatorRow { indicator: "孕产妇死亡率（1/10万）", value: "≤12", ..row },
        &["le 12 /10万 level @2025 孕产妇死亡率"],
    );
    check(
        IndicatorRow { indicator: "传染病发病率", unit: "1/10万", value: "240", ..row },
        &["eq 240 /10万 level @2025 传染病发病率"],
    );
    check(
        IndicatorRow { indicator: "每千人口拥有托位数", unit: "个", value: "4.6", ..row },
        &["eq 4.6 个 level @2025 [每千人口] 托位数"],
    );
    let rates = IndicatorRow { header: "年均增速〔累计〕", unit: "亿元", due: Some(2025), ..row };
    check(
        IndicatorRow { indicator: "其中：工业增加值", value: "6.5", ..rates },
        &["eq 6.5 % increase per_year @2025 工业增加值"],
    );
    check(IndicatorRow { indicator: "人均预期寿命", value: "〔1.3〕", ..rates }, &[]);
    // A sum among plain rates is that of all years, and falls where its name says so.
    let rates = IndicatorRow { header: "年均增速（%）", unit: "", ..rates };
    check(
        IndicatorRow { indicator: "单位GDP能耗降低（%）", value: "[17]", ..rates },
        &["eq 17 % decrease @2025 单位GDP能耗降低"],
    );
    check(
        IndicatorRow { indicator: "城镇新增就业（万人）", value: "[2.5]", ..rates },
        &["eq 25000 人 count @2025 城镇新增就业"],
    );
    check(IndicatorRow { indicator: "地区生产总值（亿元）", value: "[30]", ..rates }, &[]);
    // How often a thing is done, in so many times alone.
    let often = IndicatorRow { header: "监测频次", unit: "", ..row };
    check(
        IndicatorRow { indicator: "水质监测", value: "每半年1次", ..often },
        &["eq 1 次 count per_half_year 水质监测"],
    );
    check(IndicatorRow { indicator: "土壤监测", value: "1次/2年", ..often }, &[]);
    check(IndicatorRow { indicator: "大气监测", value: "24小时连续", ..often }, &[]);
    check(
        IndicatorRow { indicator: "新建雨水管网", value: "2000", unit: "公里", ..row },
        &["eq 2000 公里 count @2025 新建雨水管网"],
    );
    check(
        IndicatorRow { indicator: "新增抽排能力", value: "4.16", unit: "万立方米/小时", ..row },
        &["eq 41600 立方米/小时 count @2025 新增抽排能力"],
    );
    let flow = IndicatorRow { unit: "万立方米/日", value: "6", ..row };
    check(IndicatorRow { indicator: "日供水能力", ..flow }, &["eq 60000 立方米/日 level @2025 日供水能力"]);
    check(
        IndicatorRow { indicator: "雨污分流改造管网", unit: "公里", value: "80", ..row },
        &["eq 80 公里 count @2025 雨污分流改造管网"],
    );
    check(
        IndicatorRow {
            indicator: "供水覆盖人口",
            value: "45",
            unit: "万人",
            baseline: "18.3",
            baseline_header: "2020年",
            baseline_span: Some(Span::new(0, 4)),
            ..row
        },
        &["eq 450000 人 level @2025 <2020=183000 供水覆盖人口"],
    );
    check(
        IndicatorRow {
            indicator: "化学需氧量排放量和氨氮排放量",
            value: "比2015年分别下降24%、25%以上",
            ..row
        },
        &["eq 24 % decrease @2025 <2015 化学需氧量排放量", "ge 25 % decrease @2025 <2015 氨氮排放量"],
    );
}

#[test]
fn a_value_of_today_is_counted_in_the_unit_of_its_row() {
    let read = |value, baseline| {
        let row = IndicatorRow {
            indicator: "城镇就业人数（万人）",
            value,
            header: "2025年",
            baseline,
            baseline_header: "2020年",
            baseline_span: Some(Span::new(0, 1)),
            ..IndicatorRow::default()
        };
        let mut out = Vec::new();
        targets_of_row(&row, &mut out, &mut Vec::new());
        let today = out[0].baseline.as_ref().and_then(|today| today.value);
        (out[0].value.to_string(), today.map(|today| today.to_string()))
    };
    let expect = ("50000".to_owned(), Some("30000".to_owned()));
    assert_eq!(read("5", "3"), expect);
    assert_eq!(read("5万人", "3"), expect);
    assert_eq!(read("5", "3万人"), expect);
    assert_eq!(read("5万人", "3万人"), expect);
}

#[test]
fn numbers_told_together_are_bound_by_the_first_of_their_own_row() {
    let mut out = Vec::new();
    for (indicator, value) in [("水耗下降（%）", "下降8"), ("小麦、玉米单产（公斤）", "分别优、400")]
    {
        let row = IndicatorRow { indicator, value, header: "2025年", ..IndicatorRow::default() };
        targets_of_row(&row, &mut out, &mut Vec::new());
    }
    let kinds: Vec<Measure> = out.iter().map(|target| target.measure).collect();
    assert_eq!(kinds, [Measure::Decrease, Measure::Level]);
}

#[test]
fn names_of_several_clauses() {
    let row = IndicatorRow { header: "2025年目标", ..IndicatorRow::default() };
    let only = |indicator, value| IndicatorRow { indicator, value, ..row };
    check(only("完善服务体系；培训农技人员", "200人"), &["eq 200 人 count @2025 培训农技人员"]);
    check(only("加强监管，提高供水水质达标率", "95%"), &["eq 95 % level @2025 提高供水水质达标率"]);
    check(
        only("新建水厂，改造管网", "2座、30公里"),
        &["eq 2 座 count @2025 新建水厂", "eq 30 公里 count @2025 改造管网"],
    );
    check(
        only("改造管网（含支管，入户管）", "30公里"),
        &["eq 30 公里 count @2025 改造管网（含支管，入户管）"],
    );
    // Nothing says which of the two it is, or what it is at all.
    check(only("新建污水处理厂，改造老旧管网", "20公里"), &[]);
    check(only("强化宣传，提升素质", "12场"), &[]);
}
