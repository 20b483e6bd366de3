//! One cell a line, and ledgers.

use super::{STACKED, check, lines, show};
use crate::table::find_tables;

#[test]
fn one_cell_a_line_without_numbers() {
    check(
        "工作任务\n责任单位\n新建岗亭20个。\n县教育局\n安装监控300套。\n县公安局\n附件：1.名单",
        "工作任务 | 责任单位\n新建岗亭20个。 | 县教育局\n安装监控300套。 | 县公安局",
    );
    check(
        "任 务 目 标\n完成时限\n组织领导\n成立小组，制定方案。\n4月份\n业务职责\n配备教师20名。\n5月份",
        "任 务 目 标 | 完成时限\n组织领导 | 成立小组，制定方案。 | 4月份\n业务职责 | 配备教师20名。 | 5月份",
    );
    check("任务目标\n责任单位\n县教育局\n县公安局\n后文。", "");
}

#[test]
fn the_second_half_of_a_merged_row_is_a_row() {
    // Its time stood in the cell above.
    check(
        "序号\n任务\n责任单位\n完成时限\n1\n新建天桥2座。\n县住建局\n9月底前\n2\n建好公寓。\n县民政局\n5月底前\n建好活动室。\n12月底前\n3\n新建市场。\n县商务局\n8月底前",
        "序号 | 任务 | 责任单位 | 完成时限\n1 | 新建天桥2座。 | 县住建局 | 9月底前\n2 | 建好公寓。 | 县民政局 | 5月底前\n | 建好活动室。 | 12月底前\n3 | 新建市场。 | 县商务局 | 8月底前",
    );
}

#[test]
fn a_row_without_its_number_under_bodies_is_a_row() {
    check(
        "序号\n重点任务\n牵头单位\n配合单位\n1\n建好水厂\n县水利局\n县财政局\n修好堤防\n县应急管理局\n各乡镇\n2\n种好林带\n县林业局\n各乡镇\n",
        "序号 | 重点任务 | 牵头单位 | 配合单位\n1 | 建好水厂 | 县水利局 | 县财政局\n | 修好堤防 | 县应急管理局 | 各乡镇\n2 | 种好林带 | 县林业局 | 各乡镇",
    );
}

#[test]
fn a_stacked_row_without_its_number_is_a_row() {
    // Its cells went to the row above, whose date became that of both.
    check(
        "工作台账\n序号\n任务\n责任单位\n完成时限\n1\n建好水厂\n县水利局\n2024年6月\n2\n新建医院1所\n县卫健局\n3\n修好堤防\n县应急局\n2024年9月\n清淤河道\n县水利局\n2024年12月\n4\n铺设管网\n县住建局\n2025年6月\n",
        "[工作台账]\n序号 | 任务 | 责任单位 | 完成时限\n1 | 建好水厂 | 县水利局 | 2024年6月\n2 | 新建医院1所 | 县卫健局 | \n3 | 修好堤防 | 县应急局 | 2024年9月\n | 清淤河道 | 县水利局 | 2024年12月\n4 | 铺设管网 | 县住建局 | 2025年6月",
    );
}

#[test]
fn one_cell_a_line_with_tabs() {
    let body = "\t1\n\t供水工程\n\t1.建好水厂\n\t新建水厂两座。铺设管网三十公里，年底前通水。\n\t县水利局\n\t县财政局\n县审计局\n\n\t2\n\t\n\t2.修好堤防\n\t加固堤防十公里，\n确保安全度汛。\n\t\n\t县应急局\n\n";
    let again = "\t3\n\t排水工程\n\t1.疏通管网\n\t每年清淤一次。\n\t县住建局\n\t县城管局\n各街道办事处";
    let expect = "[供排水责任清单]\n序号 | 重点工程 | 主要任务 | 具体措施 | 牵头部门 | 责任单位\n1 | 供水工程 | 1.建好水厂 | 新建水厂两座。铺设管网三十公里，年底前通水。 | 县水利局 | 县财政局/县审计局\n2 |  | 2.修好堤防 | 加固堤防十公里，确保安全度汛。 |  | 县应急局\n3 | 排水工程 | 1.疏通管网 | 每年清淤一次。 | 县住建局 | 县城管局/各街道办事处";
    let whole = format!("供排水责任清单\n\n{STACKED}{body}{STACKED}{again}");
    check(&whole, expect);
    let dense: String = whole.lines().filter(|l| !l.trim().is_empty()).flat_map(|l| [l, "\n"]).collect();
    check(&dense, expect);
    let indented: String = whole.lines().flat_map(|l| ["　　", l, "\n"]).collect();
    check(&indented, expect);
}

#[test]
fn tabs_that_set_lines_in_begin_no_cell_where_others_end_them() {
    let row = |cells: [&str; 4]| {
        let cell = |words: &str| {
            format!("{}\t\n", words.lines().map(|l| format!("\t\t  {l}")).collect::<Vec<_>>().join("\n"))
        };
        let empty = |words: &str| if words.is_empty() { "\t\t  \t\n".to_owned() } else { cell(words) };
        format!("{}\t\t\n\n", cells.map(empty).concat())
    };
    let rows = [
        row(["1", "建好水厂，\n年底通水", "县水利局", "县财政局\n县审计局"]),
        row(["2", "修好堤防", "", "县应急局"]),
        row(["3", "疏通管网", "县住建局\n县城管局", "各街道办事处"]),
    ];
    let head = "\t\t  序号\n\t\t  重点任务\n\t\t  牵头单位\n\t\t  责任单位\n\t\t\n";
    check(
        &[head, &rows.concat()].concat(),
        "序号 | 重点任务 | 牵头单位 | 责任单位\n1 | 建好水厂，年底通水 | 县水利局 | 县财政局/县审计局\n2 | 修好堤防 |  | 县应急局\n3 | 疏通管网 | 县住建局/县城管局 | 各街道办事处",
    );
}

#[test]
fn one_cell_a_line_without_tabs() {
    check(
        "表1 主要指标\n序号\n\n主要指标\n\n单位\n\n目标值\n\n1\n\n新建管网\n\n公里\n\n200\n\n2\n\n清淤管网\n\n公里\n\n3\n\n（一）全面整治\n\n后文。",
        "[表1 主要指标]\n序号 | 主要指标 | 单位 | 目标值\n1 | 新建管网 | 公里 | 200\n2 | 清淤管网 | 公里 | 3",
    );
}

#[test]
fn of_two_columns_of_bodies_one_cell_a_line_leaves_one_open() {
    let source = |rank: &str, body: &str| {
        let head =
            format!("序号\n工作任务\n牵头单位\n{rank}\n完成时限\n1\n建好水厂。\n县水利局\n县财政局\n6月底前");
        format!("{head}\n2\n修好堤防。\n县应急管理局\n{body}9月底前\n")
    };
    let last = |source: String| show(&source).lines().skip(2).map(str::to_owned).collect::<Vec<_>>();
    let led = ["2 | 修好堤防。 | 县应急管理局 |  | 9月底前", "table-unread"];
    assert_eq!(last(source("配合单位", "")), led);
    assert_eq!(last(source("责任单位", "\n")), led);
    assert_eq!(last(source("责任单位", "")), ["2 | 修好堤防。 |  | 县应急管理局 | 9月底前", "table-unread"]);
    let whole = ["2 | 修好堤防。 | 县应急管理局 | 各乡镇 | 9月底前"];
    assert_eq!(last(source("配合单位", "各乡镇\n")), whole);
}

#[test]
fn ledger_by_unit() {
    let expect = "[工作台账]\n序号 | 责任单位 | 任务清单\n1 | 各乡镇（街道） | 1.建立台账，落实专人，定期报送。/2.每年开展巡查2次。\n2 | 住房城乡建设和交通局 | 1.抓好在建工程。\n3 | 县财政局 | 认真履行财政职能，做好经费保障和绩效管理工作。\n4 | 市场监督管理分局 | 1.开展检查。";
    let text = "工作台账\n\n序号 责任单位 任务清单\n\n1 各乡镇（街道）\n\n1.建立台账，落实专人，\n定期报送。\n2.每年开展巡查2次。\n\n2\n住房城乡建设\n\n和交通局\n\n1.抓好在建工程。\n\n— 3 —\n\n3 县财政局\n认真履行财政职能，做好经费保障和绩效管\n理工作。\n\n4\n市场监督\n管理分局\n\n1.开展检查。\n";
    check(text, expect);
    let dense: String = text.lines().filter(|l| !l.trim().is_empty()).flat_map(|l| [l, "\n"]).collect();
    check(&dense, expect);
}

/// A task whose last words are those of a body was taken for the unit's cell, and its own cell was empty.
#[test]
fn a_task_may_end_like_a_body() {
    let source = "序号\n民生实事\n责任单位\n完成时限\n1\n新建人行天桥。\n县住建局\n9月底\n2\n迁建县政务服务中心。\n县政务服务中心\n\
                  县代建中心\n12月底前\n3\n新建中心幼儿园2所。\n县教科局\n县代建中心\n12月底前\n";
    let lines = lines(source);
    let tables = find_tables(source, &lines, &mut Vec::new());
    let table = &tables[0];
    let count = |column: usize| -> Vec<usize> {
        table.rows.iter().skip(1).map(|row| table.words.paragraphs(row[column].words).count()).collect()
    };
    let (tasks, units) = (count(1), count(2));
    assert_eq!((tasks, units), (vec![1, 1, 1], vec![1, 2, 2]));
}

#[test]
fn of_two_columns_for_tasks_the_first_was_merged() {
    let told = show(
        "序号\n重点任务\n工作任务\n责任单位\n1\n开展创业\n修好站房。\n县人社局\n2\n完善布局\n县商务局\n3\n改造公园\n建好步道。\n县林业局\n",
    );
    assert_eq!(
        told,
        "序号 | 重点任务 | 工作任务 | 责任单位\n1 | 开展创业 | 修好站房。 | 县人社局\n2 |  | 完善布局 | 县商务局\n3 | 改造公园 | 建好步道。 | 县林业局\n"
    );
}

#[test]
fn rows_without_numbers_may_lack_the_merged_cell() {
    let told = show(
        "工作类别\n工作内容\n牵头单位\n配合单位\n做强产业\n引进企业。\n县商务局\n县财政局、县税务局\n建设智慧社区\n县民政局\n县公安局\n改善民生\n提升文化场馆\n县文旅局\n县财政局\n",
    );
    assert_eq!(
        told,
        "工作类别 | 工作内容 | 牵头单位 | 配合单位\n做强产业 | 引进企业。 | 县商务局 | 县财政局、县税务局\n建设智慧社区 | 县民政局 | 县公安局\n改善民生 | 提升文化场馆 | 县文旅局 | 县财政局\n"
    );
}
