//! Invented sentences whose names, lists and changes were read wrongly once: each names what came out.

use super::sentences::check;

#[test]
fn adverbs_that_begin_a_name() {
    // `农田面积` and `式饮用水` were what was counted.
    check("到2025年，高标准农田面积达到50万亩。", &["eq 500000 亩 level @2025 高标准农田面积"]);
    check("集中式水源地水质达标率达到100%。", &["eq 100 % level 集中式水源地水质达标率"]);
    check("高标准建设示范村10个。", &["eq 10 个 count 示范村"]);
    check("乡村建设工匠培训不少于120人次。", &["ge 120 人次 count 乡村建设工匠培训"]);
}

#[test]
fn units_and_verbs_beside_each_other() {
    check(
        "园长、教师培训每年分别不少于60人、800人次。",
        &["ge 60 人 count per_year 园长培训", "ge 800 人次 count per_year 教师培训"],
    );
    check("每所优质园至少结对帮扶2所乡村园。", &["ge 2 所 count [每所优质园] 乡村园"]);
    check("新建3所12个班规模幼儿园。", &["eq 3 所 count 幼儿园"]);
}

#[test]
fn rates_of_other_things_and_shares_of_the_same() {
    check(
        "每年组织活动20场，转化周期平均缩短20%。",
        &["eq 20 场 count per_year 活动", "eq 20 % decrease 转化周期"],
    );
    check(
        "科技支出年均增长15%，占财政支出比重达到4%。",
        &["eq 15 % increase per_year 科技支出", "eq 4 % level 科技支出占财政支出比重"],
    );
    check("爱卫经费人均不低于2元。", &["ge 2 元 level 人均爱卫经费"]);
}

#[test]
fn shares_of_groups_without_a_linking_word() {
    check(
        "90%以上村庄、100%的社区实现网格化管理。",
        &["ge 90 % level [村庄] 实现网格化管理", "eq 100 % level [社区] 实现网格化管理"],
    );
    check("覆盖率达到60%以上。", &["ge 60 % level 覆盖率"]);
}

#[test]
fn formulas_in_lists() {
    check(
        "主要污染物COD、氨氮、VOCs减排量分别为1200吨、80吨、150吨。",
        &[
            "eq 1200 吨 level 主要污染物COD减排量",
            "eq 80 吨 level 主要污染物氨氮减排量",
            "eq 150 吨 level 主要污染物VOCs减排量",
        ],
    );
    check(
        "工业总产值力争实现倍增，达到600亿元。",
        &["eq 100 % increase aim 工业总产值", "eq 60000000000 元 level 工业总产值"],
    );
    check("每万名就业人员中研发人员达到65人年。", &["eq 65 人年 level [每万名就业人员中] 研发人员"]);
}

#[test]
fn for_whom_and_what_else() {
    check("为1200名残疾人适配辅助器具1500件。", &["eq 1500 件 count [1200名残疾人] 辅助器具"]);
    check("为60名0—6岁残疾儿童提供康复救助。", &["eq 60 名 count 0—6岁残疾儿童"]);
    // The group of the village went on into what the whole county does.
    check(
        "每个乡镇至少有1处文体场所，全年开展活动12场次。",
        &["ge 1 处 count [每个乡镇] 文体场所", "eq 12 场次 count per_year 活动"],
    );
    // Canteens became a level like the area before them.
    check(
        "每百户拥有设施面积不低于30平方米，建设社区食堂10个。",
        &["ge 30 平方米 level [每百户] 设施面积", "eq 10 个 count 社区食堂"],
    );
    // How far the work goes can be checked; whom it is for is none of it.
    check(
        "改造小区68个，涉及楼栋512栋、建筑面积210万平方米。",
        &["eq 68 个 count 小区", "eq 512 栋 count 楼栋", "eq 2100000 平方米 count 建筑面积"],
    );
    check("改造小区68个，涉及5个街道、3家单位。", &["eq 68 个 count 小区"]);
    check("基本服务状况入户率不低于98%。", &["ge 98 % level 基本服务状况入户率"]);
}

#[test]
fn pollutants_are_members_by_their_whole_names() {
    // 二氧氨氮 was invented.
    check(
        "二氧化硫、氨氮重点工程减排量分别达到620吨、35吨。",
        &["eq 620 吨 level 二氧化硫重点工程减排量", "eq 35 吨 level 氨氮重点工程减排量"],
    );
    check(
        "化学需氧量、氨氮减排量分别达到620吨、35吨。",
        &["eq 620 吨 level 化学需氧量减排量", "eq 35 吨 level 氨氮减排量"],
    );
}

#[test]
fn what_lists_share_at_their_ends() {
    check(
        "新生儿、婴儿和5岁以下儿童死亡率分别下降到3‰、5‰和6‰。",
        &["eq 3 ‰ level 新生儿死亡率", "eq 5 ‰ level 婴儿死亡率", "eq 6 ‰ level 5岁以下儿童死亡率"],
    );
    check(
        "文化馆、图书馆每周免费开放时间分别不少于48小时、56小时。",
        &["ge 48 小时 level per_week 文化馆免费开放时间", "ge 56 小时 level per_week 图书馆免费开放时间"],
    );
    check(
        "事故起数、死亡人数“两项指数”分别下降5%、8%。",
        &["eq 5 % decrease 事故起数", "eq 8 % decrease 死亡人数"],
    );
}

#[test]
fn a_bracket_holds_all_the_parts_it_tells() {
    check(
        "新增A级景区2家（其中4A级1家），星级民宿15家。",
        &["eq 2 家 count A级景区", "eq 1 家 count of0 4A级", "eq 15 家 count 星级民宿"],
    );
    check(
        "佩戴率县城达到90%、乡镇达到80%以上。",
        &["eq 90 % level [县城] 佩戴率", "ge 80 % level [乡镇] 佩戴率"],
    );
    check("增设标牌50捆、彩旗20处。", &["? 50", "eq 20 处 count 彩旗"]);
    check(
        "夜查每周不少于3次，每次警力不少于30人，检查车辆每日不少于500辆。",
        &["ge 3 次 count per_week 夜查", "ge 30 人 count [每次] 警力", "ge 500 辆 count per_day 车辆"],
    );
    check("普法经费按照每人每年不低于1元标准列入预算。", &["ge 1 元 count per_year [每人] 普法经费"]);
    check("接种率以乡镇为单位保持在90%以上。", &["ge 90 % level [乡镇] 接种率"]);
}

#[test]
fn years_of_a_title_bind_nothing() {
    // 2023 was the deadline, and `对照《国家` what was counted.
    check("对照《基本标准（2023年版）》、《实施标准》，每年更新1次。", &["? 1次"]);
    check("落实《发展规划（2021—2023年）》，培训教师20人。", &["eq 20 人 count 培训教师"]);
    check("综合文化站提升20个。", &["eq 20 个 count 综合文化站"]);
    check("入学率提升5个百分点。", &["eq 5 百分点 increase 入学率"]);
}

#[test]
fn kinds_that_begin_with_a_figure() {
    // All three were missed without a word.
    check("建成447座5G基站。", &["eq 447 座 count 5G基站"]);
    check("建设3个5A级景区。", &["eq 3 个 count 5A级景区"]);
    check("新增4座110千伏变电站。", &["eq 4 座 count 110千伏变电站"]);
    check("建成475张床位。", &["eq 475 张 count 床位"]);
}

#[test]
fn states_of_the_same_projects() {
    check(
        "签约亿元以上项目40个，其中10亿元以上5个，开工30个、投产15个。",
        &[
            "eq 40 个 count 亿元以上项目",
            "eq 5 个 count of0 [10亿元以上] 亿元以上项目",
            "eq 30 个 count 开工亿元以上项目",
            "eq 15 个 count 投产亿元以上项目",
        ],
    );
    check(
        "工业增加值增长8%以上，力争10%。",
        &["ge 8 % increase 工业增加值", "eq 10 % increase aim 工业增加值"],
    );
}

#[test]
fn subjects_and_what_they_have() {
    // The clinics' share before it was what was counted.
    check(
        "卫生室公有化率达到70%，大学生村医每年招聘不少于10名。",
        &["eq 70 % level 卫生室公有化率", "ge 10 名 count per_year 大学生村医"],
    );
    check("每名县级领导包联企业2—3家。", &["range 2..3 家 count [每名县级领导] 企业"]);
    check(
        "服务半径城区不超过4公里、农村10公里以内。",
        &["le 4 公里 level [城区] 服务半径", "le 10 公里 level [农村] 服务半径"],
    );
    check("每5万人口配置1辆救护车。", &["eq 1 辆 count [每5万人口] 救护车"]);
    check("到2025年，新增公交车100%使用新能源。", &["eq 100 % level @2025 新增公交车使用新能源"]);
}

#[test]
fn a_change_may_stand_before_what_changes() {
    check("降低企业用能成本3000万元。", &["eq 30000000 元 decrease 企业用能成本"]);
    check("提高入学率2个百分点。", &["eq 2 百分点 increase 入学率"]);
    check("提升改造公园3个。", &["eq 3 个 count 公园"]);
}

#[test]
fn places_that_a_deed_names() {
    check("建设回收站点120个，储备库2座。", &["eq 120 个 count 回收站点", "eq 2 座 count 储备库"]);
    check("救助困难群众300人。", &["eq 300 人 count 困难群众"]);
    check(
        "粮食总产量不少于19万吨，单产达到434公斤/亩。",
        &["ge 190000 吨 level 粮食总产量", "eq 434 公斤/亩 level 粮食单产"],
    );
}

#[test]
fn a_share_that_rises_is_compared_with_nothing() {
    // 比 of 占比 and 高 of 提高 were taken for a comparison.
    check("中高级职称占比提高3个百分点。", &["eq 3 百分点 increase 中高级职称占比"]);
    check(
        "高血压、2型糖尿病患者管理率分别达到62%、60%。",
        &["eq 62 % level 高血压患者管理率", "eq 60 % level 2型糖尿病患者管理率"],
    );
    check("下派医师每院不少于3名。", &["ge 3 名 count [每院] 医师"]);
}

#[test]
fn what_adjoins_is_of_the_same() {
    check(
        "组建镇级队伍1支30人、村级队伍16支320人。",
        &[
            "eq 1 支 count 镇级队伍",
            "eq 30 人 count 镇级队伍",
            "eq 16 支 count 村级队伍",
            "eq 320 人 count 村级队伍",
        ],
    );
    check(
        "荔枝种植面积稳定在15万亩，年产量达到8万吨，产值突破20亿元。",
        &[
            "eq 150000 亩 level 荔枝种植面积",
            "eq 80000 吨 level 荔枝年产量",
            "gt 2000000000 元 level 荔枝产值",
        ],
    );
}

#[test]
fn what_falls_says_nothing_of_what_is_told_next() {
    check(
        "压减近岸养殖5万亩，向深远海拓展8万亩。",
        &["eq 50000 亩 decrease 近岸养殖", "eq 80000 亩 count 向深远海拓展"],
    );
    assert_eq!(super::completed("幼儿园", "教育提质"), None);
}

#[test]
fn buildings_yield_nothing() {
    check(
        "厂房面积达到30万平方米，产值达到10亿元。",
        &["eq 300000 平方米 level 厂房面积", "eq 1000000000 元 level 产值"],
    );
}

#[test]
fn hours_of_each_kind_and_words_that_begin_like_numbers() {
    check(
        "睡眠时间小学生不少于10小时、初中生9小时。",
        &["ge 10 小时 level [小学生] 睡眠时间", "eq 9 小时 level [初中生] 睡眠时间"],
    );
    check("完成二次供水设施改造35处。", &["eq 35 处 count 二次供水设施改造"]);
    check("人均综合用水量控制在180升/日以内。", &["le 180 升/日 level 人均综合用水量"]);
    check("教师送课下乡每学期2节。", &["eq 2 节 count per_semester 教师送课下乡"]);
}

#[test]
fn a_place_of_one_character_is_a_group_before_a_verb() {
    check(
        "建设微型消防站12个，每站配备队员6名。",
        &["eq 12 个 count 微型消防站", "eq 6 名 count [每站] 队员"],
    );
}
