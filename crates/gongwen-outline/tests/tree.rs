//! Small documents of the genre and the section tree that they have.

#[path = "tree/conclusion.rs"]
mod conclusion;
#[path = "tree/counted.rs"]
mod counted;
#[path = "tree/parts.rs"]
mod parts;
#[path = "tree/shared.rs"]
mod shared;
#[path = "tree/unlabelled.rs"]
mod unlabelled;

use gongwen_outline::{Own, outline};

/// The tree as lines: indent by level, label, title, and in brackets what the section owns (T text, F field, # table).
fn tree(text: &str) -> String {
    let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.txt")).expect("plain text is read");
    let outline = outline(&manuscript);
    let text = &manuscript.text;
    let mut out = String::new();
    for section in &outline.sections {
        let label = section.label.map_or("", |l| l.of_text(text));
        let title = section.title.map_or("·", |t| t.of_text(text));
        let own: String = section
            .own
            .iter()
            .map(|o| match o {
                Own::Text(_) => 'T',
                Own::Field(_) => 'F',
                Own::Table(_) => '#',
            })
            .collect();
        out += &format!("{}{label}{title} [{own}]\n", "  ".repeat(section.level as usize - 1));
    }
    out
}

#[track_caller]
fn check(text: &str, expect: &str) {
    let expect: Vec<&str> = expect.trim().lines().map(|l| l.strip_prefix("    ").unwrap_or(l)).collect();
    assert_eq!(tree(text).trim_end(), expect.join("\n"));
}

#[test]
fn a_list_of_units_goes_on_in_the_next_lines() {
    let text = "某县方案\n一、任务\n1.建设基地。建成一处。\n责任单位：县水利局\n县现代农业发展中心\n各乡镇人民政府\n2.整治。清理完毕。\n责任单位：县林业局\n";
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
    let outline = gongwen_outline::outline(&manuscript);
    let owns: Vec<usize> = outline.sections.iter().map(|section| section.own.len()).collect();
    assert_eq!(owns, [0, 2, 2]);
}

#[test]
fn an_annex_that_stands_here_is_no_list() {
    let plan = "某县通知\n一、措施\n（一）离田。建设站点。\n";
    check(
        &[plan, "附：各镇任务\n甲镇：离田1万吨。\n乙镇：离田2万吨。\n某县人民政府\n2023年8月2日\n"].concat(),
        "一、措施 []\n      （一）离田 [T]\n    附：各镇任务 [TT]",
    );
    check(
        &[plan, "附：领导小组名单\n某县人民政府\n2023年8月2日\n"].concat(),
        "一、措施 []\n      （一）离田 [T]",
    );
}

#[test]
fn levels_are_counted_by_nesting() {
    check(
        "某县工作方案\n一、总体要求\n坚持统筹推进。\n二、重点任务\n（一）提升服务\n1.压减时限。将审批时间压缩一半，提高效率。\n\
         2.优化流程。推行一窗受理，减少跑动。\n（二）强化保障\n3.加大投入。统筹各类资金，重点支持。\n",
        "一、总体要求 [T]
    二、重点任务 []
      （一）提升服务 []
        1.压减时限 [T]
        2.优化流程 [T]
      （二）强化保障 []
        3.加大投入 [T]",
    );
}

#[test]
fn hollow_bullets_stand_below_filled_ones() {
    check(
        "某县工作方案\n一、重点任务\n◆提升服务\n◇压减时限。将审批时间压缩一半，提高效率。\n◇优化流程。推行一窗受理，减少跑动。\n\
         ◆强化保障\n◇加大投入。统筹各类资金，重点支持。\n",
        "一、重点任务 []
      ◆提升服务 []
        ◇压减时限 [T]
        ◇优化流程 [T]
      ◆强化保障 []
        ◇加大投入 [T]",
    );
    // A document of one line, which counts its labels by their forms.
    let line = format!("◇某县工作方案 {}", "坚持问题导向，完善工作机制。".repeat(60));
    assert!(!tree(&line).is_empty());
}

#[test]
fn an_item_of_one_sentence_has_no_title() {
    check(
        "某县工作方案\n一、重点任务\n1.定期开展安全检查，及时消除各类隐患。\n2.建立健全工作台账，落实闭环管理。\n",
        "一、重点任务 []
      1.· [T]
      2.· [T]",
    );
}

#[test]
fn unlabelled_headings_need_siblings() {
    check(
        "某县工作方案\n（一）基本原则\n坚持问题导向。从群众反映最突出的问题入手，逐项研究解决办法。\n\
         坚持系统推进。统筹城乡和各行业，协同推进各项改革任务落地。\n（二）工作目标\n到2025年，体系基本建成。服务更加便捷高效，群众更加满意。\n",
        "（一）基本原则 []
      坚持问题导向 [T]
      坚持系统推进 [T]
    （二）工作目标 [T]",
    );
}

#[test]
fn field_lines_behind_the_items_belong_above() {
    check(
        "某县工作方案\n（一）宣传行动\n1.广泛宣传。运用各类媒体，开展宣传活动。\n2.选树典型。评选先进集体，发挥示范作用。\n牵头部门：县委宣传部\n配合部门：县科协\n\
         （二）培训行动\n1.组织培训。分期分批开展培训，提升能力。\n2.以赛促训。举办技能竞赛，营造氛围。\n牵头部门：县人社局\n",
        "（一）宣传行动 [FF]
      1.广泛宣传 [T]
      2.选树典型 [T]
    （二）培训行动 [F]
      1.组织培训 [T]
      2.以赛促训 [T]",
    );
}

#[test]
fn field_lines_of_each_item_stay_with_it() {
    check(
        "某县工作要点\n一、重点任务\n1.广泛宣传。运用各类媒体，开展宣传活动。\n责任单位：县委宣传部\n2.选树典型。评选先进集体，发挥示范作用。\n责任单位：县科协\n",
        "一、重点任务 []
      1.广泛宣传 [TF]
      2.选树典型 [TF]",
    );
}

#[test]
fn field_lines_behind_the_last_item_stay_where_another_names_its_own() {
    // Keys behind an item's last sentence are its own statement; the lines rose past them to all items.
    check(
        "某县工作要点\n（一）宣传行动\n1.广泛宣传。运用各类媒体，开展活动。责任单位：县委宣传部；配合单位：县科协\n2.选树典型。评选先进集体，发挥示范作用。\n牵头单位：县科协\n\
         （二）培训行动\n1.组织培训。分期分批开展培训，提升能力。\n牵头单位：县人社局\n",
        "（一）宣传行动 []
      1.广泛宣传 [T]
      2.选树典型 [TF]
    （二）培训行动 []
      1.组织培训 [TF]",
    );
    // A time names nobody.
    check(
        "某县工作要点\n（一）宣传行动\n1.广泛宣传。运用各类媒体，开展活动。完成时限：10月底\n2.选树典型。评选先进集体，发挥示范作用。\n牵头单位：县科协\n",
        "（一）宣传行动 [F]
      1.广泛宣传 [T]
      2.选树典型 [T]",
    );
}

#[test]
fn articles_that_name_a_body_are_headed_by_it() {
    check(
        "某县工作规则\n第一条 县应急管理局：牵头抢险救援，县人武部配合。\n第二条 各乡镇人民政府：转移危险区群众，落实转移责任人。\n第三条 本规则应当公开：由县政府办公室负责解释。\n",
        "第一条县应急管理局 [T]
    第二条各乡镇人民政府 [T]
    第三条· [T]",
    );
}

#[test]
fn keys_in_brackets_are_field_lines() {
    check(
        "某县实事方案\n一、就业工程\n【目标任务】新增就业600人。\n【责任单位】县人社局\n【完成时限】2025年12月\n二、学前教育\n1.扩大学位。新建幼儿园4所。【责任单位】县教育局\n2.提高质量。开展培训。\n【责任单位】县财政局\n",
        "一、就业工程 [TFF]
    二、学前教育 []
      1.扩大学位 [T]
      2.提高质量 [TF]",
    );
}

#[test]
fn one_line_documents_are_divided() {
    check(
        "某县养老服务实施办法 第一章 总则 第一条 为了规范养老服务，提高服务质量，制定本办法。 第二条 本办法适用于本县行政区域内的养老服务活动。 第二章 服务保障 \
         第三条 县民政局负责全县养老服务工作的指导和监督，县卫生健康局按照职责做好相关工作。 第四条 每个乡镇至少建设一所养老服务中心，并保持正常运转。",
        "第一章总则 []
      第一条· [T]
      第二条· [T]
    第二章服务保障 []
      第三条· [T]
      第四条· [T]",
    );
}

#[test]
fn an_annex_is_a_section_of_level_one() {
    check(
        "某县工作方案\n一、重点任务\n（一）提升服务\n完善设施，优化环境，提高质量。\n附件：1.任务清单\n2.联络员名单\n某县人民政府\n2024年3月1日\n附件1\n\n任务清单\n一、提升服务\n（一）完善设施\n加快建设。\n",
        "一、重点任务 []
      （一）提升服务 [T]
    附件1任务清单 []
      一、提升服务 []
        （一）完善设施 [T]",
    );
}

#[test]
fn a_table_of_contents_is_no_body() {
    check(
        "某市规划\n目录\n一、总体要求……………1\n二、主要任务……………3\n一、总体要求\n坚持统筹推进。\n二、主要任务\n加快建设步伐。\n",
        "一、总体要求 [T]
    二、主要任务 [T]",
    );
    // Nothing announces it, or only a caption.
    for caption in ["", "《某市规划目录》\n"] {
        check(
            &format!(
                "某市规划\n{caption}一、总体要求\n二、主要任务\n三、保障措施\n一、总体要求\n坚持统筹推进。\n二、主要任务\n加快建设步伐。\n"
            ),
            "一、总体要求 [T]
    二、主要任务 [T]",
        );
    }
    // The first heading may have lost its number.
    check(
        "某市规划\n1 总则\n1.1 目的\n2 机构\n2.1 职责\n总则\n1.1 目的\n坚持统筹推进。\n2 机构\n2.1 职责\n加快建设步伐。\n",
        "1.1目的 [T]
    2机构 []
      2.1职责 [T]",
    );
    // Two headings are no table, nor are lines without numbers.
    check(
        "某市规划\n一、总体要求\n二、主要任务\n一、总体要求\n坚持统筹推进。\n",
        "一、总体要求 []
    二、主要任务 []
    一、总体要求 [T]",
    );
}

#[test]
fn a_duty_bracket_is_no_part_of_a_heading() {
    check(
        "某县工作要点\n一、重点任务\n（一）完善供水设施（县水利局牵头，县财政局配合）\n改造管网，提升能力，保障供应。\n（二）加强水质监测（县卫健局负责）\n",
        "一、重点任务 []
      （一）完善供水设施 [TT]
      （二）加强水质监测 [T]",
    );
}

/// The bracket behind a sentence that turns out to be the heading stays as text.
#[test]
fn a_duty_bracket_behind_a_sentence_is_kept() {
    check(
        "某县工作要点\n一、重点任务\n（一）完善供水设施。（县水利局牵头）\n改造管网，提升能力，保障供应。\n（二）加强监管。（县住建局负责）\n1.严格准入。提高门槛，规范流程。\n",
        "一、重点任务 []
      （一）完善供水设施 [TT]
      （二）加强监管 [T]
        1.严格准入 [T]",
    );
}

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

/// A first sentence that lists figures is what is to be reached, and names nothing.
#[test]
fn figures_are_no_title() {
    check(
        "某县工作方案\n一、改善民生\n1.新增就业1800人，开展培训3500人次。新建幼儿园1所，增加学位360个。\n2.提升质量。优化学位供给，改善办学条件。\n",
        "一、改善民生 []
      1.· [T]
      2.提升质量 [T]",
    );
}

/// Figures that no reading takes are flagged.
#[test]
fn unread_figures_are_flagged() {
    let text = "某县方案\n一、情况\n情况如下：\n\n| 单位 | 签约金额（亿元） | 项目数（个） |\n|---|---|---|\n| 甲镇 | 15 | 6 |\n| 乙镇 | 12 | 5 |\n";
    let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.md")).expect("plain text is read");
    let codes: Vec<_> = outline(&manuscript).diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["table-unread"]);
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
    // What a notice makes of a work that it names is the plan; where and when a report was given is no part of its title.
    let shared = "关于印发2023年《政府工作报告》重点工作责任分解的通知";
    assert_eq!(titles(&[shared]).0, "2023年《政府工作报告》重点工作责任分解");
    let given = ["关于全县教育发展情况的报告", "——2023年10月26日在某县第十届人大常委会第三次会议上"];
    assert_eq!(titles(&given).0, given[0]);
}

#[test]
fn a_list_counted_through_stays_below_its_headings() {
    check(
        "某县清单\n（一）提升效能\n【任务1】推进改革。年内落地二十项。\n【任务2】优化流程。办理六十项。\n（二）强化支撑\n【任务3】供应用地。供应八百亩。\n",
        "（一）提升效能 []\n  【任务1】推进改革 [T]\n  【任务2】优化流程 [T]\n（二）强化支撑 []\n  【任务3】供应用地 [T]",
    );
}

#[test]
fn chapters_without_a_blank_where_parts_are_numbered() {
    check(
        "某县应急预案\n1总则\n1.1编制目的\n为了应急，制定本预案。\n3个指挥部分片包干。\n2风险评估\n（1）人为因素。安全意识不强。\n3组织体系\n3.1指挥部\n统一指挥。\n",
        "1总则 []
      1.1编制目的 [TT]
    2风险评估 []
      （1）人为因素 [T]
    3组织体系 []
      3.1指挥部 [T]",
    );
    // Nothing is numbered in parts.
    check("某县方案\n一、任务\n1总则\n2风险评估\n", "一、任务 [TT]");
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

#[test]
fn the_name_of_an_entry_is_its_title() {
    check(
        "某县清单\n项目名称：湿地公园\n建设内容：绿化成片。\n责任单位：县水利局\n项目名称：供热管网\n责任单位：县住建局\n",
        "湿地公园 [TF]\n供热管网 [F]",
    );
}

#[test]
fn keys_above_other_lines_are_the_items_own() {
    // The last item's keys rose to the section where the items before it closed with other lines.
    check(
        "某县清单\n一、工程\n1.筛查。免费筛查一万人。\n牵头单位：县卫健局\n进度安排：分批推进。\n2.改建。改建卫生室二十所。\n牵头单位：县住建局\n",
        "一、工程 []\n  1.筛查 [TFT]\n  2.改建 [TF]",
    );
}

#[test]
fn a_heading_with_a_colon_stands_beside_the_aims_before_it() {
    check(
        "某县清单\n一、道路工程\n工作目标：硬化率达到九成。\n重点任务：\n（1）建设道路。\n（2）实施安防。\n二、供水工程\n工作目标：普及率达到九成。\n重点任务：\n（1）改造管网。\n",
        "一、道路工程 [T]\n  重点任务 []\n        （1）· [T]\n        （2）· [T]\n二、供水工程 [T]\n  重点任务 []\n        （1）· [T]",
    );
}

#[test]
fn what_stands_behind_the_last_item_is_none_of_its_text() {
    // The title of a second work that the notice names, a list of members, a paragraph of validity.
    check(
        "某县办公室关于印发某县消防工作要点和消防安全责任清单的通知\n各镇：\n现印发给你们。\n某县办公室\n2024年3月1日\n某县消防工作要点\n一、压实责任\n1.召开会议。\n2.签订责任书。\n某县消防安全责任清单\n一、县教体局\n1.落实制度。\n",
        "一、压实责任 []\n  1.· [T]\n  2.· [T]\n一、县教体局 []\n  1.· [T]",
    );
    check(
        "某县方案\n一、防治措施\n（一）落实责任。各镇负主体责任。\n附：领导小组成员名单\n组长：王某\n",
        "一、防治措施 []\n  （一）落实责任 [T]",
    );
    check(
        "某县若干措施\n一、支持创建。培育名牌企业。\n本措施自2024年1月1日起施行，由县财政局负责解释。\n",
        "一、支持创建 [T]",
    );
    check("某县若干措施\n一、附则\n本措施自2024年1月1日起施行。\n", "一、附则 [T]");
}

#[test]
fn counted_nouns_are_items() {
    check(
        "某县2024年重点工作任务分解\n一、聚焦项目建设\n重点工作1．加快推进绕城线建设。\n牵头单位：县发改局\n完成时限：12月底\n\
         重点工作2．做大茯苓产业。\n牵头单位：县农业农村局\n完成时限：7月底\n二、保障民生\n第3项：新建幼儿园三所。\n责任单位：县教育局\n",
        "一、聚焦项目建设 []
      重点工作1．· [TFF]
      重点工作2．· [TFF]
    二、保障民生 []
      第3项：· [TF]",
    );
    check(
        "某县巡察整改方案\n一、整改任务\n（一）党建方面\n问题1：学习不深入。\n整改措施：\n（1）制定计划。\n（2）开展领学。\n牵头股室：办公室\n\
         问题2：谈话走过场。\n整改措施：落实制度。\n责任股室：财务股\n",
        "一、整改任务 []
      （一）党建方面 []
        问题1：学习不深入 [TF]
          （1）· [T]
          （2）· [T]
        问题2：谈话走过场 [TF]",
    );
}

#[test]
fn items_that_nobody_told_apart_are_flagged() {
    let found = |text: &str| {
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        outline(&manuscript).diagnostics.iter().filter(|found| found.code == "assignment-unread").count()
    };
    let items = |second: &str| {
        found(&format!(
            "某县方案\n一、任务\n子项甲\u{3000}修建道路。\n牵头单位：县交通局\n完成时限：5月底\n子项乙\u{3000}修建桥梁。\n{second}\n"
        ))
    };
    assert_eq!(items("牵头单位：县水利局"), 1);
    assert_eq!(items("完成时限：7月底"), 1);
    assert_eq!(items("配合单位：县财政局"), 0);
    assert_eq!(found("某县方案\n一、任务\n修建道路。\n责任单位：县交通局\n责任单位：县水利局\n"), 0);
}

#[test]
fn decimals_that_count_on_are_labels_whatever_stands_behind() {
    check(
        "某县防汛预案\n1 总则\n1.1 目的\n为了防汛。\n4 应急响应\n4.1 响应分级\n分为四级。\n4.2 Ⅳ级响应\n组织巡堤。\n4.3“三色”预警\n发布预警。\n\
         4.3.1 启动条件\n达到警戒水位。\n4.3.2 24小时值班\n安排人员。\n4.4 人员保障\n落实人员。\n4.5 平台建设\n建设平台。\n\
         4.7 万亩农田受淹。\n4.6 亿元以上损失。\n",
        "1总则 []
      1.1目的 [T]
    4应急响应 []
      4.1响应分级 [T]
      4.2Ⅳ级响应 [T]
      4.3“三色”预警 [T]
        4.3.1启动条件 [T]
        4.3.224小时值班 [T]
      4.4人员保障 [T]
      4.5平台建设 [TTT]",
    );
}

#[test]
fn contents_that_lost_their_pages_are_no_sections() {
    check(
        "某县实施方案\n目  录\n一、总体目标\t错误！未定义书签。\n二、重点任务\t错误！未定义书签。\n一、总体目标\n产值达到5亿元。\n二、重点任务\n建设基地。\n",
        "一、总体目标 [T]
    二、重点任务 [T]",
    );
}

#[test]
fn duties_behind_a_sentence_take_no_part_in_telling_headings() {
    check(
        "某县方案\n一、任务\n(1)纠正乱收费.责任单位:县市场监管局\n(2)规范检查.责任单位:县司法局\n二、其他\n1.推进改革。（县编办，2024年6月）\n\
         2 . 做强服务 。( 县教委 、县大数据局 )\n",
        "一、任务 []
      (1)· [T]
      (2)· [T]
    二、其他 []
      1.· [T]
      2 .· [T]",
    );
}
