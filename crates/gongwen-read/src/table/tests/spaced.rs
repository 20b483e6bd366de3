//! Rows of spaces.

use super::{check, lines, show};
use crate::table::{TextCell, find_tables};

#[test]
fn columns_of_spaces() {
    check(
        "序号  任务  责任单位  完成时限\n1  建好水厂  县水利局  2024年6月\n2  修好堤防  县应急局 各乡镇  2024年12月\n后文。",
        "序号 | 任务 | 责任单位 | 完成时限\n1 | 建好水厂 | 县水利局 | 2024年6月\n2 | 修好堤防 | 县应急局 各乡镇 | 2024年12月",
    );
}

#[test]
fn a_long_name_is_spread_over_its_column() {
    check(
        "序号      任务      工  作  目  标  及  内  容      责任单位\n1        水厂      改造水厂2座。      县水利局\n2        堤防      修好堤防3公里。      县应急局",
        "序号 | 任务 | 工  作  目  标  及  内  容 | 责任单位\n1 | 水厂 | 改造水厂2座。 | 县水利局\n2 | 堤防 | 修好堤防3公里。 | 县应急局",
    );
}

#[test]
fn a_row_of_spaces_that_fits_no_columns_is_flagged() {
    let source =
        "类别  重点任务  责任单位  完成时限\n治水  建好水厂  县水利局  2025年6月底\n甲  乙  丙  丁  戊\n";
    let mut diagnostics = Vec::new();
    let tables = find_tables(source, &lines(source), &mut diagnostics);
    assert_eq!(tables[0].rows.len(), 2);
    let unread = diagnostics.iter().map(|d| d.span.map(|span| span.of_text(source)));
    assert_eq!(unread.collect::<Vec<_>>(), [Some("甲  乙  丙  丁  戊")]);
}

#[test]
fn which_of_two_columns_of_bodies_is_empty_is_told_by_the_gap_or_flagged() {
    let head = "序号  重点任务  牵头单位  配合单位  完成时限\n1  建好水厂  县水利局  县财政局  2025年6月底\n";
    let read = |row: &str| {
        let source = format!("{head}{row}\n");
        let mut diagnostics = Vec::new();
        let tables = find_tables(&source, &lines(&source), &mut diagnostics);
        (show(&source).lines().nth(2).map(str::to_owned), tables.len(), diagnostics.len())
    };
    let row = |text: &str| Some(text.to_owned());
    let wide = read("2  修好堤防  县应急管理局    2025年9月底");
    assert_eq!(wide, (row("2 | 修好堤防 | 县应急管理局 |  | 2025年9月底"), 1, 0));
    let wide = read("2  修好堤防    县应急管理局  2025年9月底");
    assert_eq!(wide, (row("2 | 修好堤防 |  | 县应急管理局 | 2025年9月底"), 1, 0));
    // An empty cell at the end leaves no trace.
    let end = "序号  重点任务  牵头单位  配合单位\n1  建好水厂  县水利局  县财政局\n2  修好堤防  县应急管理局\n3  种好林带  县林业局  各乡镇\n";
    let mut diagnostics = Vec::new();
    let table = &find_tables(end, &lines(end), &mut diagnostics)[0];
    assert_eq!((table.rows.len(), diagnostics.len()), (4, 1));
    assert!(show(end).contains("2 | 修好堤防 | 县应急管理局 | \n3 | 种好林带 | 县林业局 | 各乡镇"));
    // What was merged leaves no gap.
    let guess = read("2  修好堤防  县应急管理局  2025年9月底");
    assert_eq!(guess, (row("2 | 修好堤防 |  | 县应急管理局 | 2025年9月底"), 1, 1));
}

/// A heading below a table of spaces was taken for a row that groups others, and lost.
#[test]
fn a_heading_below_a_table_is_no_row() {
    let source = "指标名称　　　2020年　　2025年　　属性\n一、教育\n毛入园率（%）　　93.5　　96　　预期性\n\
                  二、健康\n床位数（张）　　5.1　　6.5　　预期性\n\n三、主要任务\n（一）扩大资源。新建幼儿园2所。\n";
    let lines = lines(source);
    let tables = find_tables(source, &lines, &mut Vec::new());
    assert_eq!((tables.len(), tables[0].rows.len(), tables[0].lines.clone()), (1, 5, 0..5));
}

/// What a cell has no room for stands below it, beside what the next cell has no room for.
#[test]
fn cells_of_spaces_go_on_below_themselves() {
    let source = "序号  任务事项          责任单位        完成时限\n\
                  1     建成共享平台，    县营商局、      2024年9月\n\
                  \u{20}     实现互通          县数据局\n\
                  2     推动高效办成      县营商局        2024年12月\n\
                  \u{20}     一件事\n\
                  3     提升网办率        县政务服务      长期\n\
                  \u{20}                       中心\n后文说明如上。\n";
    check(
        source,
        "序号 | 任务事项 | 责任单位 | 完成时限\n1 | 建成共享平台，实现互通 | 县营商局、县数据局 | 2024年9月\n\
         2 | 推动高效办成一件事 | 县营商局 | 2024年12月\n3 | 提升网办率 | 县政务服务中心 | 长期\n",
    );
}

#[test]
fn cells_stand_below_the_names_of_their_columns() {
    // The gap before the time is twice as wide as the one before the body, as it happens.
    let told = show(
        "工作内容    责任部门          完成时限        备注\n修好水渠    县水利局          2026年10月底前\n办好学校    县教育局、县财政局  2026年6月底前\n",
    );
    assert_eq!(
        told,
        "工作内容 | 责任部门 | 完成时限 | 备注\n修好水渠 | 县水利局 | 2026年10月底前 | \n办好学校 | 县教育局、县财政局 | 2026年6月底前 | \n"
    );
}

#[test]
fn a_row_that_breaks_off_is_said() {
    // The third row begins above its middle line: the table ended there without a word.
    let told = show(
        "指标名称          单位    2025年    2030年    责任单位\n生产总值          亿元    135       190       县发改委\n森林覆盖率        %       60        64        县林业局\n单位生产总值\n能耗降低          %       -         13        县发改委\n",
    );
    assert!(told.ends_with("table-unread\n"), "{told}");
}

#[test]
fn rows_stand_around_their_numbers() {
    // As `pdftotext -layout` sets cells that are centred in their rows.
    let header = "序号  工作任务      主要内容              牵头单位  配合单位      完成时限\n";
    let rows = "                    改造老旧小区12个，惠\n 1    城市更新      及居民2300户。        县住建局  县财政局、县自  2025年\n                                                    然资源局\n";
    let more = "                    改造管网35公里，覆盖\n 2    供水提升工程  3.2万人。                       县农业农村局    2025年底\n                    培训100人次。\n";
    let first =
        "1 | 城市更新 | 改造老旧小区12个，惠及居民2300户。 | 县住建局 | 县财政局、县自然资源局 | 2025年\n";
    let told = show(&[header, rows, more, "\n二、保障措施\n"].concat());
    assert!(told.contains(first), "{told}");
    assert!(told.contains("2 | 供水提升工程 | 改造管网35公里，覆盖3.2万人。/培训100人次。 | "), "{told}");
    // A heading directly below is no part of the last row.
    assert_eq!(show(&[header, rows, more, "二、保障措施\n（一）加强领导。\n"].concat()), told);
    // One Han character may be one column of the screen, too.
    let narrow = "序号  工作任务  主要内容          牵头单位  完成时限\n             新建公园3个，改造路\n 1   城市更新   灯5盏，加装电梯     县住建局   2025年\n             8部。\n";
    assert!(
        show(narrow).contains("1 | 城市更新 | 新建公园3个，改造路灯5盏，加装电梯8部。 | 县住建局 | 2025年"),
        "{}",
        show(narrow)
    );
}

#[test]
fn rows_that_stand_in_no_way_alone_are_not_read() {
    // The leads of both rows make one list: the cell reaches over both, and its lines stand in each.
    let torn = "序号  工作任务  主要内容            牵头单位    完成时限\n                新建公园3个。\n 1    城市更新  改造路灯5盏。       县住建局、  2025年\n                加装电梯8部。\n                新建车位60个。\n 2    停车设施  建充电桩20个。      县水利局    2025年\n                改造路灯9盏。\n";
    let lines = lines(torn);
    let mut diagnostics = Vec::new();
    let tables = find_tables(torn, &lines, &mut diagnostics);
    assert_eq!(diagnostics.len(), 1, "a miss is said");
    let whole = |row: &Vec<TextCell>| matches!(row[..], [cell] if cell.colspan == 5);
    assert!(tables.iter().all(|table| table.rows.iter().all(whole)), "{}", show(torn));
}

#[test]
fn what_stands_below_a_group_is_no_more_of_the_row_above_it() {
    check(
        "类别    重点任务    责任单位    完成时限    备注\n治水    建好水厂    县水利局    2025年6月    续建\n二、交通项目\n        修好大桥    县交通局    2025年9月\n造林    种好林带    县林业局    2025年7月    新建\n",
        "类别 | 重点任务 | 责任单位 | 完成时限 | 备注\n治水 | 建好水厂 | 县水利局 | 2025年6月 | 续建\n二、交通项目\n | 修好大桥 | 县交通局 | 2025年9月 | \n造林 | 种好林带 | 县林业局 | 2025年7月 | 新建",
    );
}
