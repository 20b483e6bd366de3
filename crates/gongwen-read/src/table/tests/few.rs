//! Tables of few columns, and titles of groups between rows.

use super::check;

#[test]
fn two_columns_for_work_and_bodies() {
    check(
        "工作任务          责任单位\n改造小区12个      县住建局\n新建公园5个       县城管局、县水利局\n二、工作要求\n加强领导。",
        "工作任务 | 责任单位\n改造小区12个 | 县住建局\n新建公园5个 | 县城管局、县水利局",
    );
    // Words beside each other that are no names.
    check("工作任务    责任单位\n按照要求抓好落实  切实加强领导\n各单位加强领导  压实责任", "");
    check("工作任务 责任单位\n改造小区 县住建局\n新建公园 县城管局", "");
}

#[test]
fn remarks_at_the_end_may_be_empty() {
    check(
        "责任单位  工作任务  备注\n县住建局  改造小区12个\n县城管局  新建公园5个  每月调度1次\n县教育局  新建小学2所\n\n某县人民政府  2026年1月5日",
        "责任单位 | 工作任务 | 备注\n县住建局 | 改造小区12个 | \n县城管局 | 新建公园5个 | 每月调度1次\n县教育局 | 新建小学2所 | ",
    );
    // A cell that goes on below its row: nothing is read, and nothing is taken for sentences.
    check(
        "工作任务          责任单位    备注\n改造小区12个，    县住建局    续建\n配套管网\n新建公园5个       县城管局    新建",
        "工作任务          责任单位    备注\n改造小区12个，    县住建局    续建\n配套管网\n新建公园5个       县城管局    新建\ntable-unread",
    );
}

#[test]
fn titles_in_the_middle_group_rows() {
    check(
        "序号\t任务\t牵头单位\n              城市建设类\n1\t改造小区\t县住建局\n              公共服务类\n2\t新建小学\t县教育局",
        "序号 | 任务 | 牵头单位\n城市建设类\n1 | 改造小区 | 县住建局\n公共服务类\n2 | 新建小学 | 县教育局",
    );
    check(
        "序号  任务      牵头单位  完成时限\n              城市建设\n1     改造小区  县住建局  9月\n             卫生与健康\n2     新建医院  县卫健局  8月",
        "序号 | 任务 | 牵头单位 | 完成时限\n城市建设\n1 | 改造小区 | 县住建局 | 9月\n卫生与健康\n2 | 新建医院 | 县卫健局 | 8月",
    );
    // Bodies may answer for what stands below, and are said to be unread.
    let bodies = "序号\t任务\t完成时限\n              县住建局\n1\t改造小区\t9月";
    assert!(super::show(bodies).contains("table-unread"));
    let spaced = "序号  任务      完成时限  备注\n              县住建局\n1     改造小区  9月       续建\n2     修路      9月\n              县教育局\n3     建校      9月";
    assert!(super::show(spaced).contains("table-unread"));
    // Where one is not understood the rows below are said to be unread.
    let torn = "任务\t牵头单位\t备注\n改造小区\t县住建局\t续建\n教育，卫生\n新建小学\t县教育局\t续建";
    assert!(super::show(torn).contains("table-unread"));
}

#[test]
fn a_note_below_a_table_is_no_part_of_its_last_cell() {
    let led =
        "序号 | 任务 | 责任分工 | 时限\n牵头单位 | 配合单位\n1 | 建设泵站3座 | 县水利局 | 县住建局 | 11月底";
    for note in ["注：牵头单位每月报送。", "备注：按月报送。", "注1：每季通报", "填表说明：按月报送"]
    {
        check(
            &[
                "序号\t任务\t责任分工\t\t时限\n\t\t牵头单位\t配合单位\t\n1\t建设泵站3座\t县水利局\t县住建局\t11月底\n",
                note,
            ]
            .concat(),
            led,
        );
        check(
            &["序号  任务  牵头单位\n1  建设泵站  县水利局\n2  建设公园  县城管局\n", note].concat(),
            "序号 | 任务 | 牵头单位\n1 | 建设泵站 | 县水利局\n2 | 建设公园 | 县城管局",
        );
    }
    // Tabs at the end of the first row of a header are lost.
    check(
        "序号\t任务\t责任分工\n\t\t牵头单位\t配合单位\n1\t建设泵站3座\t县水利局\t县住建局\n注：按月报送。",
        "序号 | 任务 | 责任分工\n牵头单位 | 配合单位\n1 | 建设泵站3座 | 县水利局 | 县住建局",
    );
    // Other words go on.
    check(
        "序号\t任务\t牵头单位\n1\t建设泵站\t县农业农\n村局\n2\t注册企业9家\t县工信局",
        "序号 | 任务 | 牵头单位\n1 | 建设泵站 | 县农业农村局\n2 | 注册企业9家 | 县工信局",
    );
}

#[test]
fn a_full_cell_leaves_one_blank_in_front_of_the_next() {
    check(
        "序号  工作任务              牵头单位       责任单位        完成时限\n1     新增幼儿园学位300个、 县教育局、县人 县发展改革局    8月底\n      停车位20个、          社局\n      充电桩30个\n2     建成 5G 基站20座      县工信局       各乡镇 各街道   9月底",
        "序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限\n1 | 新增幼儿园学位300个、停车位20个、充电桩30个 | 县教育局、县人社局 | 县发展改革局 | 8月底\n2 | 建成 5G 基站20座 | 县工信局 | 各乡镇 各街道 | 9月底",
    );
    // The column behind it is empty: the words are told by where they begin.
    check(
        "序号  工作任务      牵头单位         责任单位      完成时限\n1     新增学位      县教育和体育局、 县发展改革局\n                    县公安局\n2     清淤12公里    县水利局         各乡镇        9月底",
        "序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限\n1 | 新增学位 | 县教育和体育局、县公安局 | 县发展改革局 | \n2 | 清淤12公里 | 县水利局 | 各乡镇 | 9月底",
    );
}

#[test]
fn words_that_may_be_two_cells_are_a_guess() {
    // The header stands over no column.
    let table = |row: &str| {
        let other = "2     清淤12公里    县水利局       各乡镇      9月底";
        super::show(
            &["序号    工作任务      牵头单位      责任单位     完成时限\n", row, "\n", other].concat(),
        )
    };
    for (row, open) in [
        ("1     新增学位      县教育局 县发展改革局   8月底", true),
        ("1     新增学位 县教育局   县发展改革局   8月底", true),
        ("1     新增学位 县妇联 县教育局   各乡镇   8月底", true),
        ("1     新增学位      县教育局   县妇联 团县委   8月底", false),
        ("1     建成 5G 基站  县工信局   各乡镇   8月底", false),
    ] {
        let told = table(row);
        assert_eq!(told.contains("table-unread"), open, "{told}");
        assert_eq!(told.matches('\n').count(), 3 + usize::from(open), "{told}");
    }
}

#[test]
fn rows_without_numbers_whose_names_break_off_go_on() {
    check(
        "考核项目      考核指标              目标值    责任单位\n水资源管理    农田灌溉水有效利用系  85%       县水利局、县农业\n（25分）      数                              农村局\n              用水量下降率          6%        县工信局\n水污染防治    水质优良比例          100%      县生态环境局\n（30分）      和达标率",
        "考核项目 | 考核指标 | 目标值 | 责任单位\n水资源管理（25分） | 农田灌溉水有效利用系数 | 85% | 县水利局、县农业农村局\n | 用水量下降率 | 6% | 县工信局\n水污染防治（30分） | 水质优良比例和达标率 | 100% | 县生态环境局",
    );
    // Cells in the middle of their row stand on its second line.
    check(
        "类别        工作任务        牵头单位        责任单位    完成时限\n            新建泵站2座，   县住房城乡建设  县水利局、\n基础设施    改造管网        局              各乡镇      11月底\n            清淤12公里      县水利局        各乡镇      9月底",
        "类别 | 工作任务 | 牵头单位 | 责任单位 | 完成时限\n基础设施 | 新建泵站2座，改造管网 | 县住房城乡建设局 | 县水利局、各乡镇 | 11月底\n | 清淤12公里 | 县水利局 | 各乡镇 | 9月底",
    );
    // Whole bodies, and a second time, are another row's.
    check(
        "类别        工作任务      牵头单位    完成时限\n治水        清淤12公里    县教育      9月底\n            清淤15公里    局机关      10月底\n造林        造林5公里     县林业局    9月底",
        "类别 | 工作任务 | 牵头单位 | 完成时限\n治水 | 清淤12公里 | 县教育 | 9月底\n | 清淤15公里 | 局机关 | 10月底\n造林 | 造林5公里 | 县林业局 | 9月底",
    );
}
