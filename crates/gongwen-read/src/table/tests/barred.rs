//! Tables drawn with bars, frames and tags.

use super::{check, lines};
use crate::table::find_tables;

#[test]
fn pipes_with_and_without_a_rule() {
    let expect =
        "[重点任务分工表]\n序号 | 重点任务 | 责任单位\n1 | 建好水厂 | 县水利局\n2 | 修好堤防 | 各乡镇";
    check(
        "重点任务分工表\n\n| 序号 | 重点任务 | 责任单位 |\n|---|:---:|---|\n| 1 | 建好水厂 | 县水利局 |\n| 2 | 修好堤防 | 各乡镇 |\n后文。",
        expect,
    );
    check(
        "重点任务分工表\n序号 | 重点任务 | 责任单位\n1 | 建好水厂 | 县水利局\n2 | 修好堤防 | 各乡镇\n后文。",
        expect,
    );
    check("甲|乙。\n后文。", "");
}

#[test]
fn rows_that_leave_out_a_merged_cell_keep_their_columns() {
    // Each was glued to the row below it, or shifted by one column.
    let pipes = "| 类别 | 重点任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 治水 | 建好水厂 | 县水利局 | 2025年6月底 |\n| 修好堤防 | 各乡镇 | 2025年9月底 |\n| 造林 | 种好林带 | 县林业局 |\n";
    check(
        pipes,
        "类别 | 重点任务 | 责任单位 | 完成时限\n治水 | 建好水厂 | 县水利局 | 2025年6月底\n修好堤防 | 各乡镇 | 2025年9月底\n造林 | 种好林带 | 县林业局 | ",
    );
    let table = &find_tables(pipes, &lines(pipes), &mut Vec::new())[0];
    let merged: Vec<u16> = table.rows[1].iter().map(|cell| cell.rowspan).collect();
    assert_eq!((merged, table.rows[2][0].column), (vec![2, 1, 1, 1], 1));

    let spaces = "类别  重点任务  责任单位  完成时限\n治水  建好水厂  县水利局  2025年6月底\n修好堤防  各乡镇  2025年9月底\n造林  种好林带  县林业局  2025年12月底\n";
    check(
        spaces,
        "类别 | 重点任务 | 责任单位 | 完成时限\n治水 | 建好水厂 | 县水利局 | 2025年6月底\n | 修好堤防 | 各乡镇 | 2025年9月底\n造林 | 种好林带 | 县林业局 | 2025年12月底",
    );
}

#[test]
fn a_row_without_a_frame_is_filled_up_at_its_end() {
    // Its cells stood one column to the left.
    let head = "序号 | 项目内容 | 进展情况 | 责任单位 |\n1 | 新建水厂2座。 | 已建成1座。 | 县水利局 |\n";
    let rows = "新增床位200张。 | 已新增160张。 | ||\n2 | 修好堤防5公里。 | | |\n";
    let source = [head, rows].concat();
    let table = &find_tables(&source, &lines(&source), &mut Vec::new())[0];
    let columns = |row: usize| -> Vec<u16> { table.rows[row].iter().map(|cell| cell.column).collect() };
    assert_eq!((columns(2), columns(3)), (vec![1, 2], vec![0, 1, 2, 3]));
    assert_eq!(table.rows[1].iter().map(|cell| cell.rowspan).collect::<Vec<_>>(), [2, 1, 1, 2]);
    check(
        "任务 | 牵头单位 | 配合单位 | 完成时限 |\n建好水厂 | 县水利局 | 县财政局 | 6月 |\n种好林带 | 县林业局 | | |\n一、治水 | | | |\n",
        "任务 | 牵头单位 | 配合单位 | 完成时限\n建好水厂 | 县水利局 | 县财政局 | 6月\n种好林带 | 县林业局 |  | \n一、治水 |  |  | ",
    );
}

#[test]
fn a_header_behind_a_blank_begins_another_table() {
    // The second table's header and rows were read under the first one's columns.
    let two = "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建好水厂 | 县水利局 |\n\n| 序号 | 指标名称 | 目标值 |\n|---|---|---|\n| 1 | 绿化率 | 35% |\n";
    check(two, "序号 | 任务 | 责任单位\n1 | 建好水厂 | 县水利局\n序号 | 指标名称 | 目标值\n1 | 绿化率 | 35%");
    assert_eq!(find_tables(two, &lines(two), &mut Vec::new()).len(), 2);
    // The same header on the next page, and rows behind a blank, go on.
    for between in ["\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n", "\n"] {
        check(
            &format!(
                "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建好水厂 | 县水利局 |\n{between}| 2 | 修好堤防 | 各乡镇 |\n"
            ),
            "序号 | 任务 | 责任单位\n1 | 建好水厂 | 县水利局\n2 | 修好堤防 | 各乡镇",
        );
    }
}

#[test]
fn markup_with_spans() {
    check(
        "<table><tr><th>类别</th><th>任务</th></tr>\n<tr><td rowspan=\"2\">水</td><td>甲<br/>乙</td></tr><tr><td>丙</td></tr></table>\n后文",
        "类别 | 任务\n水 | 甲/乙\n丙",
    );
}

#[test]
fn drawn_tables() {
    check(
        "+------+----------+\n| 任务 | 责任单位 |\n+======+==========+\n| 改造 | 县水利局 |\n| 管网 | 、县住建 |\n|      | 局       |\n+------+----------+\n| 清淤 | 县水利局 |\n+------+----------+",
        "任务 | 责任单位\n改造管网 | 县水利局、县住建局\n清淤 | 县水利局",
    );
    check(
        "+------+----------+\n| 任务 | 责任单位 |\n+------+----------+\n| 改造 | 县水利局 |\n| 清淤 | 县水利局 |\n+------+----------+\n后文",
        "任务 | 责任单位\n改造 | 县水利局\n清淤 | 县水利局",
    );
    check("+1\n+2|3", "");
}
