//! Annexes, tables of contents and what stands behind the last item.

use super::check;

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
fn contents_that_lost_their_pages_are_no_sections() {
    check(
        "某县实施方案\n目  录\n一、总体目标\t错误！未定义书签。\n二、重点任务\t错误！未定义书签。\n一、总体目标\n产值达到5亿元。\n二、重点任务\n建设基地。\n",
        "一、总体目标 [T]
    二、重点任务 [T]",
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
