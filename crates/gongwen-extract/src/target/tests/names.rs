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

#[test]
fn a_bracket_behind_a_stop_belongs_to_what_stands_before() {
    // `（县水利局负责）新建泵站` was what was counted.
    check("开展清淤。（县水利局负责）新建泵站20座。", &["eq 20 座 count 泵站"]);
    check("开展清淤；〔县水利局、县城管局（执法局）负责〕改造管网30公里。", &["eq 30 公里 count 管网"]);
    check("（县水利局负责）新建泵站21座。", &["eq 21 座 count 泵站"]);
    // Labels and parts are the clause's own.
    check("完成改造。（1）新建管网3公里。", &["eq 3 公里 count 管网"]);
    check(
        "建成示范村5个。（其中省级1个）新建广场2个。",
        &["eq 5 个 count 示范村", "? 1个", "eq 2 个 count 广场"],
    );
}

#[test]
fn a_share_and_what_it_does() {
    // The thing alone was what is so many percent.
    check(
        "力争涉企事项90%以上实现网上办理，电子证照100%归集共享。",
        &["ge 90 % level aim [涉企事项] 实现网上办理", "eq 100 % level 电子证照归集共享"],
    );
    check(
        "确保并联审批事项100%进驻大厅，办结率100%。",
        &["eq 100 % level 并联审批事项进驻大厅", "eq 100 % level 办结率"],
    );
    check(
        "森林覆盖率达到50%左右，生产总值增长5%左右。",
        &["approx 50 % level 森林覆盖率", "approx 5 % increase 生产总值"],
    );
}

#[test]
fn what_is_done_in_time_stands_behind_a_comma() {
    // Who does it and since when was what takes so long.
    check(
        "县财政局应当于项目验收之日起10个工作日内，将补助资金拨付到位。",
        &["le 10 个工作日 level 补助资金拨付到位"],
    );
    check(
        "在受理之日起5个工作日内，经现场核查，由县民政局提出审核意见。",
        &["le 5 个工作日 level 提出审核意见"],
    );
    check(
        "自收到报告之日起5个工作日内启动核查，90日内完成。",
        &["le 5 个工作日 level 启动核查", "le 90 日 level 核查"],
    );
    // Nothing is told, or something counted by itself.
    check("在受理之日起5个工作日内，根据核查情况。", &["? 5个工作日内"]);
    check(
        "重污染天数控制在5天以内，办理时限5个工作日内，办结率100%。",
        &["le 5 天 level 重污染天数", "le 5 个工作日 level 办理时限", "eq 100 % level 办结率"],
    );
}

#[test]
fn bodies_in_front_of_a_deed() {
    // 发展 and 建设 inside a name were deeds.
    check("县水利局会同县发展改革局申报项目20个。", &["eq 20 个 count 项目"]);
    check("县财政局、县发展和改革局负责组织培训3场次。", &["eq 3 场次 count 培训"]);
    check("县乡村建设局联合县建设集团举办观摩会2场。", &["eq 2 场 count 观摩会"]);
    check("每年开展跨部门联合抽查2次。", &["eq 2 次 count per_year 跨部门联合抽查"]);
}

#[test]
fn more_and_less_than_before() {
    // 低, 少 and 多 behind what is compared were no change.
    check(
        "物流费用比率降至12.5%，比2025年低1.2个百分点。",
        &["eq 12.5 % level 物流费用比率", "eq 1.2 百分点 decrease <2025 物流费用比率"],
    );
    check(
        "单位能耗比2020年少2%，人均收入比2020年多1200元。",
        &["eq 2 % decrease <2020 单位能耗", "eq 1200 元 increase <2020 人均收入"],
    );
    check(
        "事故起数比2020年少3起，护理床位占比比2020年高8个百分点。",
        &["eq 3 起 decrease <2020 事故起数", "eq 8 百分点 increase <2020 护理床位占比"],
    );
}

#[test]
fn sizes_are_levels() {
    check(
        "公厕与水源的距离不小于30米，隔板高度不低于1.8米。",
        &["ge 30 米 level 公厕与水源的距离", "ge 1.8 米 level 隔板高度"],
    );
    check(
        "新建公厕建筑面积不小于60平方米，新增设施建筑面积不少于2万平方米。",
        &["ge 60 平方米 level 公厕建筑面积", "ge 20000 平方米 count 设施建筑面积"],
    );
    check("新增劳动力平均受教育年限超过14.5年。", &["gt 14.5 年 level 新增劳动力平均受教育年限"]);
}

#[test]
fn words_that_are_no_part_of_a_name() {
    // 在, 力争, 按照 and the three years stood in the name.
    check(
        "线上订单占比在2029年前达到三成，技术合同成交额力争五年翻一番。",
        &["eq 30 % level @2029 线上订单占比", "eq 100 % increase aim 技术合同成交额"],
    );
    check(
        "参保率巩固在97%以上，城镇公厕按照每平方公里不少于3座的标准设置。",
        &["ge 97 % level 参保率", "ge 3 座 count [每平方公里] 城镇公厕"],
    );
    check("三年到位资金15亿元以上。", &["ge 1500000000 元 count 到位资金"]);
    check("规划期新增治理面积210平方公里。", &["eq 210 平方公里 count 治理面积"]);
    // The verb that begins a name.
    check("再制造产业产值达到10亿元。", &["eq 1000000000 元 level 再制造产业产值"]);
    check("县教育局每两年开展一次规划实施评估。", &["eq 1 次 count per_two_years 规划实施评估"]);
    // Who does it was what is counted.
    check("县教育督导室每年对10所学校开展综合督导。", &["eq 10 所 count per_year 学校"]);
}

#[test]
fn what_goes_on_from_the_thing_before() {
    check(
        "产业规模到2025年达到150亿元，年均增速12%。",
        &["eq 15000000000 元 level @2025 产业规模", "eq 12 % increase per_year 产业规模年均增速"],
    );
    check("新建供水工程15处，维修养护38处。", &["eq 15 处 count 供水工程", "eq 38 处 count 供水工程"]);
    check(
        "东川镇新建农田3000亩，南湾乡改造4000亩。",
        &["eq 3000 亩 count [东川镇] 农田", "eq 4000 亩 count [南湾乡] 农田"],
    );
    // A number that sums up names counts what stands behind it.
    check("新建东溪、绿坡2处供水工程。", &["eq 2 处 count 东溪、绿坡供水工程"]);
    check(
        "提高低保标准，城市由每人每月750元提高到780元，农村由每人每月550元提高到600元。",
        &[
            "eq 780 元 level per_month <=750 [每人] 城市低保标准",
            "eq 600 元 level per_month <=550 [每人] 农村低保标准",
        ],
    );
}

#[test]
fn who_and_where_and_to_whom_is_no_part_of_a_name() {
    check(
        "县公安局会同县教育局开展校园周边整治，每学期不少于2次。",
        &["ge 2 次 count per_semester 校园周边整治"],
    );
    check("县财政局要统筹福彩公益金，55%以上用于养老服务。", &["ge 55 % level 福彩公益金用于养老服务"]);
    check(
        "对学校食堂检查覆盖率达到100%，对外贸易额达到8亿元。",
        &["eq 100 % level 学校食堂检查覆盖率", "eq 800000000 元 level 对外贸易额"],
    );
    check(
        "在重点路口设置检查站16处，在线办理率达到95%。",
        &["eq 16 处 count 检查站", "eq 95 % level 在线办理率"],
    );
    check(
        "在城区新建停车场3处，居民消费价格涨幅在3%以内。",
        &["eq 3 处 count [城区] 停车场", "le 3 % level 居民消费价格涨幅"],
    );
    check("餐饮场所实现报警装置安装率100%。", &["eq 100 % level [餐饮场所] 报警装置安装率"]);
}

#[test]
fn a_deed_behind_what_it_is_done_to() {
    check("完成28个自动监测站点的维护。", &["eq 28 个 count 自动监测站点的维护"]);
    check("开展6处堤防的加固。", &["eq 6 处 count 堤防的加固"]);
    check("举办3场具有较大影响的培训。", &["eq 3 场 count 培训"]);
}

/// 设 and 可 stood in the names of what is made, and 村 took in what is done there.
#[test]
fn short_verbs_are_no_part_of_a_name() {
    check(
        "设床位500张，可提供学位3000个，落实修复资金1800万元。",
        &["eq 500 张 count 床位", "eq 3000 个 count 学位", "eq 18000000 元 count 修复资金"],
    );
    check("对12个村开展核查。", &["eq 12 个 count 村"]);
    check("为适龄女生接种疫苗2500人。", &["eq 2500 人 count [适龄女生] 接种疫苗"]);
    check(
        "发展设施农业5万亩，更新设备20台，清理可燃物500亩。",
        &["eq 50000 亩 count 设施农业", "eq 20 台 count 设备", "eq 500 亩 count 可燃物"],
    );
    check(
        "可再生能源装机达到100万千瓦，设区市覆盖率达到90%。",
        &["eq 1000000 千瓦 level 可再生能源装机", "eq 90 % level 设区市覆盖率"],
    );
}

/// 二期工程 was two of something.
#[test]
fn phases_of_works_are_no_count() {
    check("建成二期工程，完成一期厂房12万平方米。", &["eq 120000 平方米 count 一期厂房"]);
    check("开展两期技能培训，组织一期研修班。", &["eq 2 期 count 技能培训", "eq 1 期 count 研修班"]);
}

#[test]
fn as_many_numbers_as_names_have_the_figure_of_all() {
    check(
        "核桃、花椒户均收入分别达到8000元、5000元。",
        &["eq 8000 元 level 核桃户均收入", "eq 5000 元 level 花椒户均收入"],
    );
    check(
        "黄精、白及亩均产值分别达到8000元和6000元。",
        &["eq 8000 元 level 黄精亩均产值", "eq 6000 元 level 白及亩均产值"],
    );
    check(
        "社会消费品零售总额、居民人均可支配收入分别增长6%、7%。",
        &["eq 6 % increase 社会消费品零售总额", "eq 7 % increase 居民人均可支配收入"],
    );
    check(
        "生猪、牛、羊出栏分别达到30万头、2万头和5万只。",
        &["eq 300000 头 level 生猪出栏", "eq 20000 头 level 牛出栏", "eq 50000 只 level 羊出栏"],
    );
    check("中小学近视率分别控制在40%、30%以内。", &["le 40 % level 中学近视率", "le 30 % level 小学近视率"]);
    check("省市级示范社分别达到10家、20家。", &["eq 10 家 level 省级示范社", "eq 20 家 level 市级示范社"]);
    check(
        "县处级、乡科级干部参训率分别达到95%、90%以上。",
        &["ge 95 % level 县处级干部参训率", "ge 90 % level 乡科级干部参训率"],
    );
    check(
        "科普示范县（市、区）、科普示范乡镇、科普示范社区创建率分别达到100%、60%、30%。",
        &[
            "eq 100 % level 科普示范县（市、区）创建率",
            "eq 60 % level 科普示范乡镇创建率",
            "eq 30 % level 科普示范社区创建率",
        ],
    );
    check(
        "建立职工书屋、创新工作室，到2025年分别达到30家和8家。",
        &["eq 30 家 level @2025 职工书屋", "eq 8 家 level @2025 创新工作室"],
    );
}

#[test]
fn levels_that_a_number_sums_up_are_told_apart() {
    let each = ["eq 1 名 count [县级] 河长", "eq 1 名 count [乡级] 河长", "eq 1 名 count [村级] 河长"];
    check("县乡村三级分别明确河长1名。", &each);
    check("县、乡、村三级各明确河长1名。", &each);
    check(
        "市县两级分别落实资金50万元、30万元。",
        &["eq 500000 元 count [市级] 资金", "eq 300000 元 count [县级] 资金"],
    );
    check("城关镇、石桥镇分别新建公厕3所。", &["eq 3 所 count [城关镇] 公厕", "eq 3 所 count [石桥镇] 公厕"]);
    // Of what, nobody says.
    check("县乡村三级分别达到90%、85%、80%。", &["? 90%", "? 85%", "? 80%"]);
}

#[test]
fn fewer_numbers_than_names_are_told_of_none() {
    check("小麦、玉米、大豆产量分别达到5万吨、6万吨。", &["? 5万吨", "? 6万吨"]);
    check(
        "县乡村三级网格覆盖率分别达到100%、90%。",
        &["eq 100 % level 县乡村三级网格覆盖率", "eq 90 % level 县乡村三级网格覆盖率"],
    );
}

#[test]
fn who_is_helped_is_counted() {
    check("帮助200名职工提升学历。", &["eq 200 名 count 职工提升学历"]);
}

/// A verb or a region that begins a word was cut off it.
#[test]
fn words_that_begin_like_verbs_stay_whole() {
    check("开展供应商评价1次。", &["eq 1 次 count 供应商评价"]);
    check("全县性会议控制在3次以内。", &["le 3 次 count 全县性会议"]);
    check("开展发展党员专项检查2次。", &["eq 2 次 count 发展党员专项检查"]);
    check("发展党员20名。", &["eq 20 名 count 党员"]);
    check("供应蔬菜20吨。", &["eq 20 吨 count 蔬菜"]);
    check("全县会议控制在3次以内。", &["le 3 次 count 会议"]);
}

/// The whole division was a group, with whoever acts in it.
#[test]
fn the_whole_division_is_no_group() {
    check("在全县布设哨点医院12家。", &["eq 12 家 count 哨点医院"]);
    check("县卫生健康局在全县建设急救站6个。", &["eq 6 个 count 急救站"]);
    check("在每个乡镇布设监测点8个。", &["eq 8 个 count [每个乡镇] 监测点"]);
}

#[test]
fn what_can_be_done_in_a_year_is_a_level() {
    check("到2025年，年培训能力8000人次。", &["eq 8000 人次 level @2025 年培训能力"]);
    check("新增日处理能力400吨。", &["eq 400 吨 count 日处理能力"]);
    check("年接待能力达到5万人次。", &["eq 50000 人次 level 年接待能力"]);
    check("开展能力培训8000人次。", &["eq 8000 人次 count 能力培训"]);
}

/// Whose duty it is stood in the name of what is done so often, and 班子成员 and 劝导站 were no group.
#[test]
fn who_is_charged_is_no_part_of_a_deed_done_so_often() {
    check("县政府办公室负责每月调度1次。", &["eq 1 次 count per_month 调度"]);
    check("县林业局牵头每周巡护2次。", &["eq 2 次 count per_week 巡护"]);
    check(
        "乡镇领导班子成员每月带队检查不少于2次。",
        &["ge 2 次 count per_month [乡镇领导班子成员] 带队检查"],
    );
    check("农村交通劝导站每周至少开展4次劝导。", &["ge 4 次 count per_week [农村交通劝导站] 劝导"]);
}
