//! The titles of sections.

use super::check;

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
fn articles_that_name_a_body_are_headed_by_it() {
    check(
        "某县工作规则\n第一条 县应急管理局：牵头抢险救援，县人武部配合。\n第二条 各乡镇人民政府：转移危险区群众，落实转移责任人。\n第三条 本规则应当公开：由县政府办公室负责解释。\n",
        "第一条县应急管理局 [T]
    第二条各乡镇人民政府 [T]
    第三条· [T]",
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

#[test]
fn what_was_found_wrong_is_no_title() {
    check(
        "某县整改方案\n一、整改任务\n1.问题：报表多头报送。\n整改措施：清理报表。\n2.反馈问题：文件过多，会议过长。\n责任单位：县委办公室\n3.督察发现，设施不配套。缺口较大。\n4.问题：标牌过多。整改措施：清理标牌。\n二、存在问题\n",
        "一、整改任务 []
      1.· [TT]
      2.· [TF]
      3.· [T]
      4.· [T]
    二、存在问题 []",
    );
}
