//! Rows of tabs.

use super::{check, lines, show};
use crate::table::find_tables;

#[test]
fn tabs_with_groups_and_wraps() {
    let expect = "类别 | 序号 | 工作内容 | 牵头单位 | 责任单位\n水利 | 1 | 建好水厂 | 县水利局 | 县财政局、县审计局\n | 2 | 修好堤防 | 县应急局 | 各乡镇";
    check(
        "类别\t序号\t工作内容\t牵头单位\t责任单位\n水利\t1\t建好水厂\t县水利局\t县财政局、县审计局\n\t2\t修好堤防\t县应急局\t各乡镇\n\n一、后文",
        expect,
    );
    check(
        "类别\t序号\t工作内容\t牵头单位\t责任单\n位\n水利\t1\t建好水厂\t县水利局\t县\n财政局、县审计局\n\t2\t修好堤防\t县应急局\t各\n乡镇\n\n一、后文",
        expect,
    );
    let names = "序号\t任务\t牵头单位\n1\t甲\t县科协\n团县委\n2\t乙\t县卫健\n局\n县政府";
    check(names, "序号 | 任务 | 牵头单位\n1 | 甲 | 县科协/团县委\n2 | 乙 | 县卫健局");
}

#[test]
fn a_heading_above_the_next_table_groups_nothing() {
    // The second table was read as rows of the first.
    let told = show(
        "组别\t牵头单位\t配合单位\n一组\t县林业局\t县公安局\n二、工作专班\n专班名称\t责任单位\t工作职责\n甲班\t县发改局\t统筹推进。",
    );
    assert_eq!(told.matches("二、工作专班").count(), 0, "{told}");
    let told = show(
        "任务\t牵头单位\t配合单位\n建学校\t县教育局\t县公安局\n二、工作专班\n建医院\t县卫健局\t县财政局",
    );
    assert_eq!(told.matches("二、工作专班").count(), 1, "{told}");
}

/// A second header row of tabs was taken for the first one wrapped.
#[test]
fn a_header_on_two_rows() {
    let source = "序号\t工作任务\t责任分工\t\t完成时限\n\t\t牵头单位\t配合单位\t\n1\t提升品质\t县文旅局\t县住建局\t2025年\n";
    let lines = lines(source);
    let tables = find_tables(source, &lines, &mut Vec::new());
    assert_eq!((tables[0].header_rows, tables[0].columns), (2, 5));
    let spans: Vec<_> = tables[0].rows[0].iter().map(|c| (c.column, c.rowspan, c.colspan)).collect();
    assert_eq!(spans, [(0, 2, 1), (1, 2, 1), (2, 1, 2), (4, 2, 1)]);
    assert_eq!(tables[0].rows[1].len(), 2);
    assert_eq!(tables[0].rows[2].len(), 5);
}

/// Names that no list knows head columns where figures stand below them; prose with blanks is no table.
#[test]
fn figures_make_a_table_of_any_names() {
    let expect = "[造林任务分解表]\n乡镇 | 人工造林 | 封山育林\n甲镇 | 300 | 500\n乙镇 | 200 | 1,400\n";
    assert_eq!(
        show("造林任务分解表\n单位：亩\n乡镇\t人工造林\t封山育林\n甲镇\t300\t500\n乙镇\t200\t1,400\n"),
        expect
    );
    assert_eq!(show("造林任务分解表\n乡镇  人工造林  封山育林\n甲镇  300  500\n乙镇  200  1,400\n"), expect);
    let two = "乡镇 | 造林任务（亩）\n甲镇 | 300\n乙镇 | 200\n";
    assert_eq!(show("乡镇\t造林任务（亩）\n甲镇\t300\n乙镇\t200\n"), two);
    assert_eq!(show("乡镇  造林任务（亩）\n甲镇  300\n乙镇  200\n"), two);
    assert_eq!(show("乡镇\t造林（亩）\t说明文字\n甲镇\t300\t先造\n乙镇\t200\t后造\n").lines().count(), 3);
    assert_eq!(show("县区 坚持分类\n甲镇 加强管护\n乙镇 130\n"), "");
    assert_eq!(show("风貌 造林\n甲镇 300\n乙镇 200\n"), "");
    assert_eq!(show("电话 传真 邮编\n0951 123 一楼\n在二楼 3 号\n"), "");
}
