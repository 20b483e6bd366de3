//! Examples of `title`.

use super::*;

fn check(words: &str, expect: &str) {
    let got = match labelled(words, 0) {
        Heading::Whole => format!("whole {words}"),
        Heading::RunIn { title, rest } => format!("{}|{}", &words[..title], &words[rest..]),
        Heading::Sentence { title, short: true } => format!("sentence {}", &words[..title]),
        Heading::Sentence { title, short: false } => format!("long sentence {}", &words[..title]),
        Heading::None => "none".to_owned(),
    };
    assert_eq!(got, expect);
}

#[test]
fn keys_of_duties_are_no_titles() {
    assert!(matches!(labelled("牵头单位：县发展和改革局", 0), Heading::None));
    assert!(matches!(labelled("建设单位：县水利局负责渠道。", 0), Heading::RunIn { .. }));
}

#[test]
fn a_list_of_bodies_is_a_title_however_long() {
    let list = "县水利局、县林业局、县气象局、县应急管理局、县教育局";
    check(&format!("{list}：做好科普。"), &format!("{list}|做好科普。"));
    let list = format!("{list}、{list}、{list}、各镇人民政府");
    check(&format!("{list}：做好科普。"), &format!("{list}|做好科普。"));
    check(&format!("{list}要做好科普：开展活动。"), "none");
    check("组织县水利局、县林业局、县气象局、县应急管理局、县教育局、县科协等开展如下活动：科普。", "none");
}

#[test]
fn behind_a_short_first_clause_the_second_may_run_longer() {
    let second = "把科学素质教育作为领导干部和公务员教育培训的长期任务";
    check(
        &format!("加强规划，{second}。党校每年安排课程。"),
        &format!("加强规划，{second}|党校每年安排课程。"),
    );
    check(&format!("加强统一规划布局，{second}。党校每年安排课程。"), "none");
}

#[test]
fn figures_that_count() {
    for (title, counts_something) in [
        ("开展科普“六进”活动60场次", true),
        ("新增管网1.5公里", true),
        ("完成2024年任务", false),
        ("开展“12·4”宣传", false),
        ("推进平台建设", false),
    ] {
        assert_eq!(counts(title), counts_something, "{title}");
    }
}

#[test]
fn titles_in_square_brackets() {
    let title = |words| match boxed_title(words) {
        Some(Heading::RunIn { title, .. }) => &words[..title],
        _ => "",
    };
    assert_eq!(title("【街道、乡镇职责】各街道负责巡查。"), "【街道、乡镇职责】");
    for words in ["【责任单位】县水利局", "【2021】3号", "【联合执法】", "【完成时限】6月", "【未完"]
    {
        assert_eq!(title(words), "", "{words}");
    }
}

#[test]
fn who_leads_is_no_title() {
    check("县水利局牵头抓整治。每季度清理1次。", "none");
    check("县水利局、县住建局牵头整治河道。每季度清理1次。", "none");
    check("强化牵头抓总。每季度调度1次。", "强化牵头抓总|每季度调度1次。");
    check("发挥县水利局牵头作用。每季度调度1次。", "发挥县水利局牵头作用|每季度调度1次。");
}

#[test]
fn titles_of_items_in_round_brackets_stand_before_who_does_it() {
    check("（档案接收）县档案局负责接收。", "（档案接收）|县档案局负责接收。");
    check("(宣传教育)县委宣传部、县司法局要开展宣传。", "(宣传教育)|县委宣传部、县司法局要开展宣传。");
    for words in [
        "（续建）县医院改造。",
        "（县档案局）县财政局配合。",
        "（数字化）建设档案馆。",
        "（责任单位）县水利局负责。",
    ] {
        assert!(!matches!(labelled(words, 0), Heading::RunIn { .. }), "{words}");
    }
}

#[test]
fn titles_of_articles_in_round_brackets() {
    let title = |words| match article(words) {
        Heading::RunIn { title, .. } => &words[..title],
        _ => "",
    };
    assert_eq!(title("（水源保护）县水利局负责水源地巡查。"), "（水源保护）");
    assert_eq!(title("(资金与补助)县财政局每年安排资金60万元。"), "(资金与补助)");
    for words in [
        "（县水利局）负责巡查。",
        "（街道）办事处负责巡查。",
        "（责任单位）县水利局",
        "（2021年）3号",
        "（水质达标）",
        "（未完",
        "（水质达标），千人以上工程达标。",
    ] {
        assert_eq!(title(words), "", "{words}");
    }
}

#[test]
fn labelled_units() {
    check("指导思想", "whole 指导思想");
    check(
        "弘扬科学精神和科学家精神。坚持立德树人，加强教育。",
        "弘扬科学精神和科学家精神|坚持立德树人，加强教育。",
    );
    check("改造学校（责任单位：县教育局）。加强管理。", "改造学校|（责任单位：县教育局）。加强管理。");
    check("改造道路（6月底前完工）。加强管理。", "改造道路|（6月底前完工）。加强管理。");
    check("动员部署阶段（4月10日前）。召开会议。", "动员部署阶段（4月10日前）|召开会议。");
    check("改造社区（村）。加强管理。", "改造社区（村）|加强管理。");
    check("发展目标。", "sentence 发展目标");
    check("摸清古树底数。（20分）", "sentence 摸清古树底数");
    check("部分设施运行不正常，收集率偏低。", "long sentence 部分设施运行不正常，收集率偏低");
    check("定期开展安全生产、保护环境、节约资源等方面的科普宣传，形成合力并抓好落实。", "none");
    check("县财政安排以奖代补资金380万元。每建成一个站点补助5000元。", "none");
    check("专项执法每周不少于1次。（交警中队、综合行政执法队）", "none");
    check("设立“1000万元”基金池。每年安排资金。", "设立“1000万元”基金池|每年安排资金。");
    check("深化改革，服务发展。围绕中心工作。", "深化改革，服务发展|围绕中心工作。");
    check("工作目标到2025年，全县达到15%。再加一句。", "工作目标|到2025年，全县达到15%。再加一句。");
    check("工作目标 到2027年，全县达到60%以上。", "工作目标|到2027年，全县达到60%以上。");
    check("总体要求 坚持节约优先。", "总体要求|坚持节约优先。");
    check("总体要求 坚持节约优先。加快改造。", "总体要求|坚持节约优先。加快改造。");
    check("落实资金保障；", "none");
    check("抓好粮食生产\u{3000}落实粮食播种面积。", "抓好粮食生产|落实粮食播种面积。");
    check("召开会议\u{3000}研究\u{3000}部署防汛工作。", "sentence 召开会议\u{3000}研究\u{3000}部署防汛工作");
    check(
        "4—6月\u{3000}设施补短板。新建公厕22座，改造户厕2600户。",
        "4—6月\u{3000}设施补短板|新建公厕22座，改造户厕2600户。",
    );
    check("县教育局\u{3000}组织开展全县教学评比。", "sentence 县教育局\u{3000}组织开展全县教学评比");
    check("落实校长负责制。各学校要配备管理人员。", "落实校长负责制|各学校要配备管理人员。");
    check("县教育局负责组织实施。具体办法另定。", "none");
    check("压实企业主要负责人责任", "whole 压实企业主要负责人责任");
    check("强化项目负责人制。推行项目专员。", "强化项目负责人制|推行项目专员。");
    check("落实专人负责机制。各镇要配备专人。", "落实专人负责机制|各镇要配备专人。");
    check("约谈乡镇负责同志", "whole 约谈乡镇负责同志");
    check("各单位主要负责人要亲自抓。定期研究。", "none");
    check("各单位主要负责人为第一责任人。定期研究。", "none");
    check("统一领导，分级负责。处置由县政府指挥。", "统一领导，分级负责|处置由县政府指挥。");
    check("县水利局、县财政局分工负责。另定。", "none");
    check("县水利局牵头，分工负责。另定。", "none");
    check("2024年是收官之年。各部门要抓好落实。", "none");
    check("强化保障.加大投入,确保到位.", "强化保障|加大投入,确保到位.");
    check("实施改造工程.2023-2025年,全县改造180个.", "实施改造工程|2023-2025年,全县改造180个.");
    check("实施改造工程.2024年改造180个.", "实施改造工程|2024年改造180个.");
    check("实施改造工程.2.5万亩农田得到改善.", "sentence 实施改造工程.2.5万亩农田得到改善");
    check("实施改造工程.2000亩农田得到改善.", "sentence 实施改造工程.2000亩农田得到改善");
}

#[test]
fn a_key_behind_a_title_is_no_part_of_it() {
    check("推进一网通办 责任单位：县数据局", "推进一网通办|责任单位：县数据局");
    check("推进“一网通办”牵头单位：县数据局", "推进“一网通办”|牵头单位：县数据局");
    check("推进“一网通办”——牵头单位：县数据局", "推进“一网通办”|牵头单位：县数据局");
    check("加强管理：建立台账，责任到人。", "加强管理|建立台账，责任到人。");
}

#[test]
fn unlabelled_units() {
    assert!(unlabelled("坚持问题导向。从实际问题出发，加快推进职能转变，深化改革。", 0, SHORTEST).is_some());
    assert!(unlabelled("到2025年，全面建成。围绕目标任务，加快推进各项工作落实。", 0, SHORTEST).is_none());
    assert!(unlabelled("加强领导。", 0, SHORTEST).is_none());
    let bold = "县委组织部".len();
    assert!(unlabelled("县委组织部牵头做好轮换，县财政局配合。", bold, SHORTEST).is_none());
    assert!(unlabelled("县委组织部。牵头做好轮换，县财政局配合。", bold, SHORTEST).is_some());
    assert!(unlabelled("智慧助老行动加强培训，提升老年人技能。", "智慧助老行动".len(), SHORTEST).is_some());
}
