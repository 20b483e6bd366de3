//! Titles above tables, and what is none.

use super::{check, show};

#[test]
fn a_title_that_ends_like_a_column_heads_none() {
    let rows = "序号\n工作任务\n责任单位\n完成时限\n1\n新建幼儿园3所\n县教育局\n9月底\n2\n建成服务站12个\n县民政局\n12月底";
    let told = show(rows);
    assert!(told.contains("2 | 建成服务站12个 | 县民政局 | 12月底"), "{told}");
    for title in ["某县2025年重点工作", "责任分工", "目标任务"] {
        assert!(show(&[title, "\n", rows].concat()).ends_with(&told), "{title}");
    }
}

#[test]
fn what_is_no_table_stays_text() {
    check("一、主要任务\n1.建好水厂。\n责任单位：县水利局\n配合单位：县财政局\n", "");
    check("序号\n任务\n责任单位\n前言不搭后语。\n", "table-unread");
    check("责任单位\n主要任务\n甲\n乙\n", "");
    // The name of an annex and its title are no columns, whatever they end in.
    check(
        "附件：节水重点任务清单\n\n附件\n节水重点任务清单\n| 序号 | 任务 |\n|---|---|\n| 1 | 建好水厂 |\n",
        "[节水重点任务清单]\n序号 | 任务\n1 | 建好水厂",
    );
}

#[test]
fn a_title_that_ends_like_a_column() {
    let body =
        "工作任务\n责任单位\n完成时限\n1\n编制规划\n县民政局\n2025年6月\n2\n改造管网\n县住建局\n2025年11月";
    let rows = "序号 | 工作任务 | 责任单位 | 完成时限\n1 | 编制规划 | 县民政局 | 2025年6月\n2 | 改造管网 | 县住建局 | 2025年11月";
    for title in ["重点任务分工及时间安排", "责任分工及完成时限", "2025年任务完成时间安排"]
    {
        check(&format!("{title}\n序号\n{body}"), rows);
    }
}

#[test]
fn a_title_above_cells_is_no_column() {
    let told = show(
        "甲县2026年重点工作任务清单\n序号\n重点工作\n牵头单位\n1\n修好水渠\n县水利局\n2\n办好学校\n县教育局\n",
    );
    assert_eq!(
        told,
        "[甲县2026年重点工作任务清单]\n序号 | 重点工作 | 牵头单位\n1 | 修好水渠 | 县水利局\n2 | 办好学校 | 县教育局\n"
    );
}
