//! At which depth sections open.

use super::{check, tree};

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

/// The second measure was lost behind the first one's time, and its duties were the action's.
#[test]
fn hyphens_stand_between_the_numbers_of_actions() {
    check(
        "某县供水方案\n行动一 水源保障行动\n1-1 新建水库。建设水库，除险加固。\n时限：2027年12月\n1-2 连通水系。实施引水工程。\n\
         行动二 管网提升行动\n2-1 改造管网。更换老旧管道。\n2-2 更换水表。推广智能水表。\n",
        "行动一水源保障行动 []
      1-1新建水库 [TF]
      1-2连通水系 [T]
    行动二管网提升行动 []
      2-1改造管网 [T]
      2-2更换水表 [T]",
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
fn a_heading_with_a_colon_stands_beside_the_aims_before_it() {
    check(
        "某县清单\n一、道路工程\n工作目标：硬化率达到九成。\n重点任务：\n（1）建设道路。\n（2）实施安防。\n二、供水工程\n工作目标：普及率达到九成。\n重点任务：\n（1）改造管网。\n",
        "一、道路工程 [T]\n  重点任务 []\n        （1）· [T]\n        （2）· [T]\n二、供水工程 [T]\n  重点任务 []\n        （1）· [T]",
    );
}
