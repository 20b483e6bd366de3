//! The titles of documents, and of the notices that carry them.

use gongwen_outline::{Own, outline};

/// What a notice names in its own title is the plan's title, also where it ends in no word for a plan.
#[test]
fn a_notice_names_what_it_carries() {
    let text = "某县人民政府办公室关于印发某县2024年为民办实事项目的通知\n各乡镇人民政府：\n现将《某县2024年为民办实事项目》印发给你们。\n\
                某县人民政府办公室\n2024年3月18日\n某县2024年为民办实事项目\n一、扩容工程\n新建教学楼2栋，改造操场。\n二、饮水工程\n改造水厂3座。\n";
    let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.txt")).expect("plain text is read");
    let outline = outline(&manuscript);
    let words = |spans: &[gongwen_text::Span]| -> String {
        spans.iter().map(|s| s.of_text(&manuscript.text)).collect()
    };
    assert_eq!(words(&outline.title), "某县2024年为民办实事项目");
    assert_eq!(words(&outline.notice_title), "某县人民政府办公室关于印发某县2024年为民办实事项目的通知");
}

/// A letter says what it sends out, whether or not a title stands above it.
#[test]
fn a_letter_names_what_it_carries() {
    let read = |text: &str| {
        let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.txt")).expect("plain text is read");
        let outline = outline(&manuscript);
        outline.title.iter().map(|s| s.of_text(&manuscript.text)).collect::<String>()
    };
    let body = "各镇人民政府：\n《某县重点工作责任分解》已经县政府同意，现印发给你们。\n一、增加收入\n扩大产能，增加就业。\n";
    assert_eq!(read(&format!("某县关于印发某县重点工作责任分解的通知\n{body}")), "某县重点工作责任分解");
    // Without a title above it, the name must be one of a plan.
    assert_eq!(read(body), "");
    assert_eq!(read(&body.replace("分解", "分解表")), "某县重点工作责任分解表");
    // Another work is only referred to.
    assert_eq!(
        read("各镇人民政府：\n根据《某省工作方案》，现印发给你们。\n一、增加收入\n扩大产能，增加就业。\n"),
        ""
    );
}

/// A publisher's name above a title that names the same division is no part of it.
#[test]
fn a_publisher_above_the_title() {
    let read = |text: &str| {
        let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.txt")).expect("plain text is read");
        let outline = outline(&manuscript);
        outline.title.iter().map(|s| s.of_text(&manuscript.text)).collect::<String>()
    };
    assert_eq!(
        read("某县人民政府办公室\n某县应急管理规划\n一、现状\n基础扎实，队伍齐整。\n"),
        "某县应急管理规划"
    );
    let cover = "某县应急预案\n2022年6月\n某县应急预案\n一、总则\n基础扎实，队伍齐整。\n";
    assert_eq!(read(cover), "某县应急预案");
    let joint = "某县教育局\n某县财政局\n关于加强校园管理的意见";
    assert_eq!(read(&format!("{joint}\n一、现状\n基础扎实，队伍齐整。\n")), joint.replace('\n', ""));
    let whole = "某县人民政府关于加强应急管理的意见";
    assert_eq!(read("某县人民政府\n关于加强应急管理的意见\n一、现状\n基础扎实，队伍齐整。\n"), whole);
}

/// A notice to the public carries its plan like any other; its number is no part of its title.
#[test]
fn a_notice_to_the_public_and_its_number() {
    let text = "关于公布《某市2025年度民生实事项目》的公告\n（第3号）\n现予公布。\n某市人民政府\n2025年1月20日\n某市2025年度民生实事项目\n一、新建幼儿园3所，新增学位800个。\n二、新增养老床位500张。\n";
    let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.txt")).expect("plain text is read");
    let outline = outline(&manuscript);
    let words =
        |lines: &[gongwen_text::Span]| lines.iter().map(|s| s.of_text(&manuscript.text)).collect::<String>();
    assert_eq!(words(&outline.title), "某市2025年度民生实事项目");
    assert_eq!(words(&outline.notice_title), "关于公布《某市2025年度民生实事项目》的公告");
}

/// Nor is what the head says of who signed it and how urgent it is.
#[test]
fn fields_of_the_head_above_the_title() {
    for field in ["签发人：周某", "特急", "秘密★1年", "紧急程度：加急"] {
        let text = format!(
            "某县水利局文件\n某水发〔2024〕3号\n{field}\n某县2024年水利工作要点\n一、任务\n建设水库3座。\n"
        );
        let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.txt")).expect("plain text is read");
        let title = outline(&manuscript).title;
        let title: Vec<&str> = title.iter().map(|s| s.of_text(&manuscript.text)).collect();
        assert_eq!(title, ["某县2024年水利工作要点"], "{field}");
    }
}

/// The day below a title is no part of it.
#[test]
fn a_day_below_the_title() {
    let text = "某县人民政府\n关于推进乡村振兴的实施意见\n（2024年3月12日）\n一、总体要求\n坚持统筹推进。\n二、重点任务\n（一）提升产能。建设农田2万亩。\n";
    let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.txt")).expect("plain text is read");
    let title = outline(&manuscript).title;
    assert_eq!(title.last().map(|s| s.of_text(&manuscript.text)), Some("关于推进乡村振兴的实施意见"));
}

#[test]
fn a_table_in_the_front_moves_no_other_tables() {
    // The number of a document in a frame above its title: sections named the table behind their own, or none.
    let page = "<html><body><div id=zoom><table><tr><td>某政办〔2024〕12号</td><td>签发人：王某某</td></tr></table><p>某县工作方案</p>\
        <p>一、重点任务</p><table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>改造管网</td><td>县水利局</td></tr></table>\
        </div></body></html>";
    let manuscript = gongwen_read::read(page.as_bytes(), None).expect("a page");
    let outline = outline(&manuscript);
    let owned: Vec<_> = outline.sections[0].own.iter().collect();
    let [Own::Table(table)] = owned[..] else { panic!("{owned:?}") };
    let grid = &manuscript.tables[outline.tables[*table].grid];
    assert!(grid.span.of_text(&manuscript.text).contains("改造管网"));
}

#[test]
fn a_wrap_may_leave_one_character_of_a_title() {
    let titles = |lines: &[&str]| {
        let head: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
        let page = format!(
            "<html><body><div id=zoom>{head}<p>各乡镇人民政府：</p><p>现印发给你们，请认真执行。</p><p>一、重点任务</p><p>改造管网。</p></div></body></html>"
        );
        let manuscript = gongwen_read::read(page.as_bytes(), None).expect("a page");
        let outline = outline(&manuscript);
        let words = |spans: &[gongwen_text::Span]| -> String {
            spans.iter().map(|s| s.of_text(&manuscript.text)).collect()
        };
        (words(&outline.title), words(&outline.notice_title))
    };
    let expect =
        ("某县管网改造实施方案".to_owned(), "某县人民政府关于印发某县管网改造实施方案的通知".to_owned());
    assert_eq!(titles(&["某县人民政府关于印发某县管网改造实施方案的通", "知"]), expect);
    assert_eq!(titles(&["某县人民政府关于印发某县管网改造", "实施方案的", "通知"]), expect);
    assert_eq!(titles(&["某县人民政府关于印发某县管网改造", "实施方案的", "通  知"]).0, expect.0);
    // What a site prints above the body that issues it; a second body, whatever it ends in, is no such line.
    let act = "关于印发某县管网改造实施方案的通知";
    assert_eq!(titles(&["智能问答助手", "某县人民政府", act]), expect);
    let joint = ["中共某县纪律检查委员会机关", "某县水利局", act].concat();
    assert_eq!(titles(&["中共某县纪律检查委员会机关", "某县水利局", act]).1, joint);
    // What a notice makes of a work that it names is the plan; where and when a report was given is no part of its title.
    let shared = "关于印发2023年《政府工作报告》重点工作责任分解的通知";
    assert_eq!(titles(&[shared]).0, "2023年《政府工作报告》重点工作责任分解");
    let given = ["关于全县教育发展情况的报告", "——2023年10月26日在某县第十届人大常委会第三次会议上"];
    assert_eq!(titles(&given).0, given[0]);
}

#[test]
fn a_letter_that_sends_out_several_works_has_the_title_of_its_table() {
    let text = "某县办公室关于印发2023年重点工作和民生实事责任分解的通知\n各镇：\n《2023年重点工作责任分解》和《2023年民生实事责任分解》已经同意，现印发给你们。\n某县办公室\n2023年3月1日\n2023年重点工作责任分解\n序号\n工作任务\n责任单位\n1\n新建学校6所。\n县教育局\n2\n新建医院2家。\n县卫健局\n";
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
    let outline = outline(&manuscript);
    let words = |spans: &[gongwen_text::Span]| {
        spans.iter().map(|span| span.of_text(&manuscript.text)).collect::<String>()
    };
    assert_eq!(words(&outline.title), "2023年重点工作责任分解");
    assert_eq!(words(&outline.notice_title), "某县办公室关于印发2023年重点工作和民生实事责任分解的通知");
}

#[test]
fn a_page_prints_the_notice_above_the_document() {
    let read = |text: &str| {
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        let outline = outline(&manuscript);
        let words = |spans: &[gongwen_text::Span]| {
            spans.iter().map(|span| span.of_text(&manuscript.text)).collect::<String>()
        };
        (words(&outline.title), words(&outline.notice_title))
    };
    let body = "各镇：\n现将规划印发给你们。\n某县应急规划\n一、目标\n1.建队伍。\n";
    let notice = "关于印发某县应急规划的通知";
    let text = format!("{notice}\n某政办〔2022〕3号\n某县人民政府办公室\n{notice}\n{body}");
    assert_eq!(read(&text), ("某县应急规划".to_owned(), format!("某县人民政府办公室{notice}")));
    // A table that lost its grid stands below the title.
    let text = "某县卫生城市复审工作任务分解表\n任务目标\n完成时限\n组织领导\n成立小组。\n";
    assert_eq!(read(text).0, "某县卫生城市复审工作任务分解表");
}
