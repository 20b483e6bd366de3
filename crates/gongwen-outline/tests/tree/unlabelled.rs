//! Units without labels below a labelled heading.

use super::check;

#[test]
fn the_first_on_the_line_of_the_heading_stands_beside_those_below() {
    check(
        "某县方案\n一、重点任务\n（一）压实责任，完善机制。建立治理指标，发挥引导作用。研究建立以水质为核心的指标体系。（县水利局牵头）\n\
         理顺体制，强化协作。建立清单，明确职责。（县委编办负责）\n优化布局，保障用地。把设施纳入公共设施范围。\n\
         （二）推进截污纳管。排查排口120个。（县住建局负责）\n完善管网。新建管网30公里。（县城管局负责）\n提升能力。扩建污水处理厂。（县水务集团负责）\n",
        "一、重点任务 []
      （一）压实责任，完善机制 []
        建立治理指标，发挥引导作用 [T]
        理顺体制，强化协作 [T]
        优化布局，保障用地 [T]
      （二）推进截污纳管 []
        · [T]
        完善管网 [T]
        提升能力 [T]",
    );
}

#[test]
fn what_leads_in_units_that_nobody_is_given_stays_with_the_heading() {
    check(
        "某县方案\n一、重点任务\n（一）推进整治。按照有关部署，分步推进整治工作。（县水利局牵头）\n\
         理顺管理体制。建立责任清单，明确各环节职责边界和要求。\n优化空间布局。把污水处理设施纳入公共设施的范围。\n",
        "一、重点任务 []
      （一）推进整治 [T]
        理顺管理体制 [T]
        优化空间布局 [T]",
    );
    // Paragraphs that a bracket does not close and that say little have no titles.
    check(
        "某县方案\n一、重点任务\n（一）推进整治。分步推进。（县水利局牵头）\n理顺体制。建立清单。\n优化布局。明确范围。\n",
        "一、重点任务 []
      （一）推进整治 [TTT]",
    );
}

#[test]
fn a_file_that_tells_bodies_what_to_do_is_an_annex() {
    check(
        "附件2\n某县森林防火工作职责分工\n县公安局：负责交通管制。\n县应急局负责统筹协调。\n县气象局、县林业局：做好监测。\n请各单位落实。\n",
        "某县森林防火工作职责分工 [TTT]",
    );
    // An addressee, one body alone, a title that announces nobody.
    for text in [
        "某县森林防火工作职责分工\n各乡镇，县直各单位：\n县公安局：负责交通管制。\n",
        "某县森林防火公告\n县公安局：负责交通管制。\n县应急局：负责统筹协调。\n",
    ] {
        check(text, "");
    }
}

#[test]
fn lines_bold_as_a_whole_are_headings_where_nothing_is_numbered() {
    let plan = |heading: fn(&str) -> String| {
        let part = |title: &str| format!("{}\n\n★ 改造小区5个。\n\n★ 培训200人次。\n\n", heading(title));
        format!("# 某县方案\n\n{}{}", part("康复服务提质"), part("就业帮扶扩面"))
    };
    check(
        &plan(|title| format!("**{title}**")),
        "康复服务提质 []
      ★· [T]
      ★· [T]
    就业帮扶扩面 []
      ★· [T]
      ★· [T]",
    );
    // A numbered outline needs no styles.
    check(
        "# 某县方案\n\n一、任务\n\n**改造小区**\n\n改造5个。\n\n**培训**\n\n培训200人次。\n",
        "一、任务 [TTTT]",
    );
}

#[test]
fn members_of_an_enumeration_are_no_sections() {
    check(
        "某县方案\n一、工作要求\n一是压实责任。各牵头单位要制定项目推进表，倒排工期，挂图作战。\n二是强化调度。县政府办公室负责每月调度，县纪委负责监督检查。\n",
        "一、工作要求 [TT]",
    );
}
