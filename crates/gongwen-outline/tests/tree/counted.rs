//! Lists that count on below other headings, and lists that make an annex.

use super::check;

#[test]
fn a_list_counted_through_stands_below_the_heading_above_it() {
    check(
        "某县意见\n一、目标\n1.引才。引进人才20名，留住人才。\n二、计划\n（一）产业计划\n2.紧缺人才。引进人才10名，培养骨干。\n（二）科技计划\n3.专家。引进专家2名，建设平台。\n",
        "一、目标 []
      1.引才 [T]
    二、计划 []
      （一）产业计划 []
        2.紧缺人才 [T]
      （二）科技计划 []
        3.专家 [T]",
    );
    check(
        "某县方案\n一、主要任务\n（一）改造。改造管网3公里。\n专栏1 管网工程\n改造管网3公里。\n（二）疏浚。疏浚河道3公里。\n",
        "一、主要任务 []
      （一）改造 [T]
      专栏1管网工程 [T]
      （二）疏浚 [T]",
    );
}

#[test]
fn parts_below_a_number_in_words() {
    check(
        "某区目标\n一、经济\n(1)增长8%。\n二、发展\n2.1项目引资\n(1)引进项目15个。\n2.2工业发展\n(1)新增企业6家。\n",
        "一、经济 []
      (1)· [T]
    二、发展 []
      2.1项目引资 []
        (1)· [T]
      2.2工业发展 []
        (1)· [T]",
    );
    check(
        "某区目标\n二、发展\n2.1公里道路\n2.2万亩林地\n(1)引进项目15个。\n",
        "二、发展 [TT]
      (1)· [T]",
    );
}

#[test]
fn a_closing_list_with_duties_is_the_annex() {
    let list = "1.建成接口20万个。\n主责单位：各区\n完成时限：12月底前\n2.制定规范。\n主责单位：市城管委\n";
    let annex = "一、任务 [T]
    二、要求 [T]";
    for (mark, printed) in [("重点任务分工", "重点任务分工"), ("附件：重点任务分工", "附件：重点任务分工")]
    {
        check(
            &format!("某市计划\n一、任务\n优先建设。\n二、要求\n按月报送。\n{mark}\n{list}"),
            &format!("{annex}\n    {printed} []\n      1.· [TFF]\n      2.· [TF]"),
        );
    }
    // The plan goes on behind it.
    check(
        &format!("某市计划\n一、任务\n优先建设。\n重点任务分工\n{list}二、要求\n按月报送。\n"),
        "一、任务 [TT]
      1.· [TFF]
      2.· [TF]
    二、要求 [T]",
    );
}

#[test]
fn the_body_goes_on_behind_a_table_with_a_title() {
    let table = "重点任务分工表\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设园区 | 县工信局 |\n";
    let sections = |text: &str| {
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        let outline = gongwen_outline::outline(&manuscript);
        let titles = outline.sections.iter().filter_map(|section| {
            Some(format!("{} {}", section.level, section.title?.of_text(&manuscript.text)))
        });
        titles.collect::<Vec<_>>().join("/")
    };
    // It counts on from what was open above the table …
    assert_eq!(
        sections(&format!(
            "某县方案\n一、任务\n（一）修路。整修道路。\n{table}（二）治水。疏浚河道。\n二、保障\n加强领导。\n"
        )),
        "1 任务/2 修路/1 重点任务分工表/2 治水/1 保障"
    );
    // … or begins below a heading under which the table was all that stood.
    assert_eq!(
        sections(&format!(
            "某县方案\n一、现状\n道路不畅。\n二、任务\n{table}（一）修路。整修道路。\n三、保障\n加强领导。\n"
        )),
        "1 现状/1 任务/1 重点任务分工表/2 修路/1 保障"
    );
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
