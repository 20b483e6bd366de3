//! Invented sentences whose figures were read wrongly once: each names what came out.

use super::sentences::check;

#[test]
fn what_each_has_is_counted_and_who_is_told_is_no_group() {
    check("每所托位不少于30个。", &["ge 30 个 count [每所] 托位"]);
    check("每处充电端口不少于20个。", &["ge 20 个 count [每处] 充电端口"]);
    check("卫生健康部门每半年至少开展1次检查。", &["ge 1 次 count per_half_year 检查"]);
    check("消防部门每季度至少1次抽查。", &["ge 1 次 count per_quarter 抽查"]);
    check("新建居住区按每千人口不少于10个托位的标准规划建设托育设施。", &["ge 10 个 level [每千人口] 托位"]);
    check("对新增托位按每个1万元标准给予一次性建设补助。", &[]);
}

#[test]
fn a_verb_of_having_is_no_part_of_a_figure() {
    check("每千人口拥有托位数达到2.5个以上。", &["ge 2.5 个 level [每千人口] 托位数"]);
    check("带动体育产业总规模达到50亿元。", &["eq 5000000000 元 level 体育产业总规模"]);
}

#[test]
fn a_rung_stands_for_its_ladder_behind_what_is_done() {
    check(
        "新培训三级社会体育指导员500名、二级120名。",
        &["eq 500 名 count 培训三级社会体育指导员", "eq 120 名 count 培训二级社会体育指导员"],
    );
}

#[test]
fn words_that_belong_to_a_name_stay_in_it() {
    check("人均每日食盐摄入量低于9克。", &["lt 9 克 level 人均每日食盐摄入量"]);
    check("总体癌症5年生存率达到46.6%。", &["eq 46.6 % level 总体癌症5年生存率"]);
    check("就诊率总体达到90%。", &["eq 90 % level 就诊率"]);
    check("全面建成标准化村20个。", &["eq 20 个 count 标准化村"]);
    check("新建监测站点20个。", &["eq 20 个 count 监测站点"]);
    check("70%以上的乡镇卫生院设置自助检测点。", &["ge 70 % level [乡镇卫生院] 设置自助检测点"]);
}

#[test]
fn what_a_figure_is_above_is_its_baseline() {
    // It was read as a level of 30 %.
    check("签约服务覆盖率高于全省平均水平30%。", &["eq 30 % increase < 签约服务覆盖率"]);
    check("示范区单产比全县平均水平高10%以上。", &["ge 10 % increase < 示范区单产"]);
    check("农村居民收入增速高于城镇居民2个百分点。", &["eq 2 百分点 increase < 农村居民收入增速"]);
    check("单位能耗低于全国平均水平10%。", &["eq 10 % decrease < 单位能耗"]);
    check("办结率高于95%。", &["gt 95 % level 办结率"]);
}

#[test]
fn a_figure_without_a_unit_is_flagged() {
    check("灌溉水有效利用系数提高到0.58以上。", &["? 0.58"]);
    check(
        "新建水库2座，灌溉水有效利用系数达到0.6，漏损率控制在9%以内。",
        &["eq 2 座 count 水库", "? 0.6", "le 9 % level 漏损率"],
    );
    check("指数课题到2025年完成。", &[]);
}

#[test]
fn for_whom_it_is_done_is_named_with_the_counted() {
    // `为城镇` was what was counted.
    check(
        "为城镇5万名残疾人免费提供培训；为农村3万名残疾人开展实用技术培训。",
        &["eq 50000 名 count 城镇残疾人", "eq 30000 名 count 农村残疾人"],
    );
    check("为100名学生配备1名教师。", &["eq 1 名 count [100名学生] 教师"]);
    check("零就业家庭至少有一人就业。", &["ge 1 人 count [零就业家庭] 就业"]);
    check("全科医生数由每万人口2.1人增至3人。", &["eq 3 人 level <=2.1 [每万人口] 全科医生数"]);
    check("建立健全一至两处培训基地。", &["range 1..2 处 count 培训基地"]);
}

#[test]
fn what_exists_may_have_to_reach_something() {
    check(
        "到2025年，现有小区充电设施覆盖率达到85%，新建小区配建率100%。",
        &["eq 85 % level @2025 现有小区充电设施覆盖率", "eq 100 % level @2025 新建小区配建率"],
    );
    check("现有床位3000张，入住率达到60%。", &["eq 60 % level 入住率"]);
}

#[test]
fn kinds_and_units_of_plain_figures() {
    check("亩均投资不低于2400元。", &["ge 2400 元 level 亩均投资"]);
    check("充电服务费不高于0.3元/千瓦时。", &["le 0.3 元/千瓦时 level 充电服务费"]);
    check(
        "健康单位、健康食堂每年各增加2个。",
        &["eq 2 个 increase per_year 健康单位", "eq 2 个 increase per_year 健康食堂"],
    );
    check("同步发展高效节水灌溉1万亩。", &["eq 10000 亩 count 高效节水灌溉"]);
}

#[test]
fn bounds_that_hold_one_character_of_another_word() {
    // 不突破 was read as more than, 签约 as about.
    check("年采伐限额不突破12万立方米。", &["le 120000 立方米 level 年采伐限额"]);
    check("每季度至少签约1个项目。", &["ge 1 个 count per_quarter 项目"]);
}

#[test]
fn numbers_that_say_how_others_are_reckoned() {
    check("不足100名学生的教学点按100名学生核定公用经费。", &[]);
    check("教师5年360学时培训完成率达到100%。", &["eq 100 % level 教师5年360学时培训完成率"]);
    check("设立规模5亿元的产业引导基金。", &["eq 500000000 元 count 产业引导基金"]);
    check("投资强度不低于300万元/亩。", &["ge 3000000 元/亩 level 投资强度"]);
    check("按照不低于经费总额的5%安排培训经费。", &["ge 5 % level 培训经费"]);
    check("公益金55%以上用于养老服务。", &["ge 55 % level 公益金用于养老服务"]);
    check("招生名额分配比例不低于50%。", &["ge 50 % level 招生名额分配比例"]);
    check("火灾死亡率控制在万分之五以内。", &["le 0.05 % level 火灾死亡率"]);
    check("孕产妇死亡率控制在十万分之十二以内。", &["le 12 /10万 level 孕产妇死亡率"]);
    check("逾期的按日加收万分之五的滞纳金。", &[]);
    check("住院费用报销比例不低于70%。", &["ge 70 % level 住院费用报销比例"]);
    check("住院费用报销比例超过70%。", &["gt 70 % level 住院费用报销比例"]);
    check("职工住院费用报销比例突破70%。", &["gt 70 % level 职工住院费用报销比例"]);
    check("到2027年，住院费用报销比例实现70%。", &["eq 70 % level @2027 住院费用报销比例"]);
    check("住院费用报销比例为70%。", &[]);
    check("报销比例超过70%的参保人员予以复核。", &[]);
    check("购置设备补助比例超过50%。", &[]);
}

#[test]
fn groups_with_a_figure_and_rungs_told_apart() {
    check("每12个班级配备音乐、美术教室1间以上。", &["ge 1 间 count [每12个班级] 音乐、美术教室"]);
    check("每300至500户设置1处投放点。", &["eq 1 处 count [每300至500户] 投放点"]);
    check(
        "生均用房面积小学、初中分别达到4平方米、5平方米；生均场馆面积分别达到7平方米、10平方米。",
        &[
            "eq 4 平方米 level [小学] 生均用房面积",
            "eq 5 平方米 level [初中] 生均用房面积",
            "eq 7 平方米 level [小学] 生均场馆面积",
            "eq 10 平方米 level [初中] 生均场馆面积",
        ],
    );
    check(
        "中心城区覆盖率达到95%以上、县城达到60%以上。",
        &["ge 95 % level 中心城区覆盖率", "ge 60 % level 县城覆盖率"],
    );
    check(
        "按每户每年60元标准安排经费，三年投入不少于3亿元。",
        &["eq 60 元 count per_year [每户] 经费", "ge 300000000 元 count 投入"],
    );
}

#[test]
fn names_summed_up_and_groups_behind_the_thing() {
    // 梅溪河 alone was what was counted, `对讲机每个护林员` a thing.
    check("实施梅溪河等3条中小河流治理。", &["eq 3 条 count 中小河流治理"]);
    check("配备对讲机每个护林员1部。", &["eq 1 部 count [每个护林员] 对讲机"]);
    check("高火险期每2公里设1处检查卡口。", &["eq 1 处 count [每2公里] 检查卡口"]);
    check("每个村配2名协管员。", &["eq 2 名 count [每个村] 协管员"]);
    check(
        "市级机构具备2000个以上参数检验能力，县级不少于300个。",
        &["ge 2000 个 count [市级机构] 参数检验能力", "ge 300 个 level [县级机构] 参数检验能力"],
    );
}

#[test]
fn a_bracket_without_a_number_tells_no_part() {
    check("监测报告率（含乡镇）达到100%。", &["eq 100 % level 监测报告率（含乡镇）"]);
    check("培养技能人才500人（含学徒200人）。", &["eq 500 人 count 技能人才", "eq 200 人 count of0 学徒"]);
}

#[test]
fn a_yearly_figure_speaks_of_itself() {
    check(
        "年发布作品不少于300条，信息员注册1.5万名。",
        &["ge 300 条 count per_year 作品", "eq 15000 名 count 信息员注册"],
    );
    check("日常巡查每月覆盖不少于10家。", &["ge 10 家 count per_month 日常巡查"]);
}

#[test]
fn what_a_share_is_of_and_what_it_is_measured_from() {
    check("志愿者注册人数达到常住人口的5‰。", &["eq 5 ‰ level 志愿者注册人数"]);
    check("平均办理时限较国家规定缩短50%以上。", &["ge 50 % decrease < 平均办理时限"]);
    check("公众号粉丝数达到10万。", &["? 10"]);
}

#[test]
fn parts_go_on_with_the_same_deed() {
    check(
        "开展补贴性技能培训35万人次，其中2023年培训5万人次，2024年培训13万人次。",
        &[
            "eq 350000 人次 count 补贴性技能培训",
            "eq 50000 人次 count @2023 of0 补贴性技能培训",
            "eq 130000 人次 count @2024 of0 补贴性技能培训",
        ],
    );
    check(
        "安排重点项目120个，其中新开工项目38个。",
        &["eq 120 个 count 重点项目", "eq 38 个 count of0 新开工项目"],
    );
}

#[test]
fn each_share_has_the_predicate_behind_it() {
    // All had the last one.
    check(
        "30%以上的行政村达到甲类标准、50%以上的乡镇达到乙类标准。",
        &["ge 30 % level [行政村] 达到甲类标准", "ge 50 % level [乡镇] 达到乙类标准"],
    );
}

#[test]
fn names_that_share_nothing() {
    // `预算内资金债券` was invented.
    check(
        "争取中央预算内资金、专项债券分别不低于6亿元、8亿元。",
        &["ge 600000000 元 count 中央预算内资金", "ge 800000000 元 count 专项债券"],
    );
    check(
        "城乡居民人均可支配收入分别增长5%、7%。",
        &["eq 5 % increase 城镇居民人均可支配收入", "eq 7 % increase 农村居民人均可支配收入"],
    );
    check("人口自然增长率控制在6‰以内。", &["le 6 ‰ level 人口自然增长率"]);
}

#[test]
fn what_grows_is_what_reaches() {
    // The last thing counted in 人 was taken, three clauses before.
    check(
        "带动就业1万人，技能人才总量年均增长5%，2025年达到8.5万人。",
        &[
            "eq 10000 人 count 就业",
            "eq 5 % increase per_year 技能人才总量",
            "eq 85000 人 level @2025 技能人才总量",
        ],
    );
    check(
        "2023年至2025年，毕业生留区就业率三年分别达到35%、38%、40%。",
        &[
            "eq 35 % level @2023 毕业生留区就业率",
            "eq 38 % level @2024 毕业生留区就业率",
            "eq 40 % level @2025 毕业生留区就业率",
        ],
    );
}

#[test]
fn sizes_and_counts_that_are_no_targets() {
    check("项目涉及6个乡镇42个村。", &[]);
    check("架设10千伏线路18公里。", &["eq 18 公里 count 10千伏线路"]);
    check(
        "建设高标准农田8.5万亩（新增5万亩、改造提升3.5万亩）。",
        &["eq 85000 亩 count 高标准农田", "? 5万亩", "? 3.5万亩"],
    );
}

#[test]
fn kinds_of_schools_are_groups_of_a_part() {
    check(
        "新增学位1.6万个，其中小学1万个。",
        &["eq 16000 个 count 学位", "eq 10000 个 count of0 [小学] 学位"],
    );
    check("集中培训每期不少于3天。", &["ge 3 天 level [每期] 集中培训"]);
    check("举办招聘活动200场以上。", &["ge 200 场 count 招聘活动"]);
    check(
        "NOx、VOCs减排量分别不低于120吨、85吨。",
        &["ge 120 吨 level NOx减排量", "ge 85 吨 level VOCs减排量"],
    );
}

#[test]
fn a_share_that_grows_compares_nothing() {
    check("技能人才占就业人员比重提高3个百分点。", &["eq 3 百分点 increase 技能人才占就业人员比重"]);
    check("高技能人才占比提高2个百分点。", &["eq 2 百分点 increase 高技能人才占比"]);
}

#[test]
fn by_then_holds_for_the_rest_of_the_sentence() {
    let context = super::Context { period: Some((2025, 2025)), ..Default::default() };
    let got = super::facts("县自来水公司要在今年年底前完成管网改造18公里，漏损率控制在9%以内。", &context);
    let facts: Vec<_> = got.iter().map(|(_, fact)| fact.as_str()).collect();
    assert_eq!(facts, ["eq 18 公里 count @2025 管网改造", "le 9 % level @2025 漏损率"]);
}

#[test]
fn what_is_built_is_not_built_anew_every_quarter() {
    check(
        "每季度开展联合执法2次，新建污水管网80公里。",
        &["eq 2 次 count per_quarter 联合执法", "eq 80 公里 count 污水管网"],
    );
}

#[test]
fn how_often_is_no_group() {
    check("每两年开展一次轮训。", &["eq 1 次 count per_two_years 轮训"]);
    check("县农业农村局每季度对各乡镇进行一次考核。", &["eq 1 次 count per_quarter [各乡镇] 考核"]);
    check("完成21条黑臭水体整治任务，细化5项任务。", &["eq 21 条 count 黑臭水体整治任务"]);
}

#[test]
fn another_cell_completes_what_is_counted() {
    let check = |own: &str, name: &str, expect: Option<&str>| {
        assert_eq!(super::completed(own, name).as_deref(), expect, "{own} {name}");
    };
    check("省级", "美丽河湖创建", Some("省级美丽河湖创建"));
    check("面积", "水土流失治理", Some("水土流失治理面积"));
    check("治理率", "农村生活污水治理", Some("农村生活污水治理率"));
    check("行政村", "农村生活污水治理", None);
}

#[test]
fn a_place_before_a_colon_is_whom_its_numbers_are_for() {
    // All villages had the same two targets.
    check(
        "东王村：造林150亩，植树8000株；西李村：造林120亩。",
        &["eq 150 亩 count [东王村] 造林", "eq 8000 株 count [东王村] 植树", "eq 120 亩 count [西李村] 造林"],
    );
    check("工作目标：造林150亩。", &["eq 150 亩 count 造林"]);
}

#[test]
fn what_names_the_counted_by_its_worth() {
    check("打造3条产值超50亿元的产业链。", &["? 3条"]);
    check(
        "培育产值过亿元企业20家、过10亿元2家。",
        &["eq 20 家 count 产值过亿元企业", "eq 2 家 count 过10亿元"],
    );
    check(
        "人员培训每年2次以上且覆盖面不低于90%。",
        &["ge 2 次 count per_year 人员培训", "ge 90 % level 覆盖面"],
    );
    check("植树6万株，户均不少于5株。", &["eq 60000 株 count 植树", "ge 5 株 level 户均植树"]);
    check("每3天通报一次进度。", &["eq 1 次 count per_three_days 通报进度"]);
    check("苗木株行距3米×4米。", &[]);
}

#[test]
fn limits_and_shares_of_standards() {
    check("特困人员基本生活标准不低于低保标准的1.3倍。", &["ge 1.3 倍 level 特困人员基本生活标准"]);
    check(
        "完成水利土方12万方，每村建示范方1个。",
        &["eq 120000 方 count 水利土方", "eq 1 个 count [每村] 示范方"],
    );
}

#[test]
fn who_does_it_is_no_part_of_the_indicator() {
    check("由移动分公司负责建设基站20个。", &["eq 20 个 count 基站"]);
    check("对每个村至少督导1次。", &["ge 1 次 count [每个村] 督导"]);
}

#[test]
fn fractions_are_shares() {
    check("线上学习不超过总学时的1/4。", &["le 25 % level 线上学习"]);
    check("孕产妇死亡率控制在12/10万以下。", &["le 12 /10万 level 孕产妇死亡率"]);
    // Neither read nor said so.
    check("事故死亡率控制在百万分之三以内。", &["le 3 /100万 level 事故死亡率"]);
    check("麻疹发病率控制在1/100万以下。", &["le 1 /100万 level 麻疹发病率"]);
    check("参保率提高3个千分点。", &["? 3"]);
    check("差错率低于百万分之0.5。", &["lt 0.5 /100万 level 差错率"]);
}

/// What was before is told of its own words: which villages they are, what the year began with.
#[test]
fn the_past_holds_where_it_is_told() {
    let context = super::Context { published: Some(2025), task: true, ..Default::default() };
    let check = |text: &str, expect: &[&str]| {
        let got: Vec<String> = super::facts(text, &context).into_iter().map(|(_, fact)| fact).collect();
        assert_eq!(got, expect, "{text}");
    };
    check("2024年认定的示范村要巩固提升，新创建示范村5个。", &["eq 5 个 count 示范村"]);
    check("总结2023年招商经验，引进项目12个。", &["eq 12 个 count 项目"]);
    check("近年来，旅游业发展迅速。新建景区3个。", &["eq 3 个 count 景区"]);
    check("过去五年，关停企业30家。主要污染源整治60个。", &["- 30家", "- 60个"]);
    check("过去一年，治理河道30公里。全年治理河道40公里。", &["- 30公里", "eq 40 公里 count per_year 河道"]);
}

#[test]
fn bare_numbers_go_out_in_order_or_not_at_all() {
    check(
        "肉牛、肉羊年均出栏增长5.5%和3.5%。",
        &["eq 5.5 % increase per_year 肉牛出栏", "eq 3.5 % increase per_year 肉羊出栏"],
    );
    check("培育国家级、省级示范社2家、5家。", &["eq 2 家 count 国家级示范社", "eq 5 家 count 省级示范社"]);
    check(
        "小学、初中、高中巩固率为100%、99%、98%。",
        &["eq 100 % level 小学巩固率", "eq 99 % level 初中巩固率", "eq 98 % level 高中巩固率"],
    );
    // One name, and nothing tells whose the second is.
    check("随访率达到98%、90%。", &["? 98%", "? 90%"]);
    // A year each.
    check(
        "到2026年、2027年，覆盖率达到80%、90%。",
        &["eq 80 % level @2026 覆盖率", "eq 90 % level @2027 覆盖率"],
    );
    check("修建桥梁、涵洞3座、15米。", &["eq 3 座 count 桥梁、涵洞", "eq 15 米 count 桥梁、涵洞"]);
}

#[test]
fn growth_by_a_rate_is_that_of_what_was_told() {
    // It was taken for a rate to be paid, without a word.
    check(
        "县财政每年安排培训经费300万元，并按5%的比例逐年递增。",
        &["eq 3000000 元 count per_year 培训经费", "eq 5 % increase per_year 培训经费"],
    );
    check("按5%的比例逐年递增。", &["? 5%"]);
}

#[test]
fn rates_and_sums_beside_words_of_paying() {
    check("一次性办结率达到98%。", &["eq 98 % level 一次性办结率"]);
    check("路长公示牌设置率达到100%。", &["eq 100 % level 路长公示牌设置率"]);
    check("医保报销率70%，每年安排考核奖补资金60万元。", &["eq 600000 元 count per_year 考核奖补资金"]);
    check("每村每年安排补助资金5万元。", &[]);
    check("低保标准不低于每人每月800元。", &["ge 800 元 level per_month [每人] 低保标准"]);
    check("签约服务费不低于每人每年60元。", &["? 60元"]);
    check("对困难家庭给予补助，标准不低于每人每月300元。", &["? 300元"]);
    check("连续服务时间不少于6个月。", &["ge 6 个月 level 连续服务时间"]);
    check("支教时间不少于1年。", &["ge 1 年 level 支教时间"]);
    check("申请人连续工作时间不少于6个月。", &[]);
}

#[test]
fn what_is_done_so_long_or_so_often() {
    check("每天户外活动时间2小时。", &["eq 2 小时 level per_day 户外活动时间"]);
    check("保证学生每天1小时体育锻炼。", &["? 1小时"]);
    check("实行每天24小时值班。", &[]);
    check("人均预期寿命延长，2030年达到80岁以上。", &["ge 80 岁 level @2030 人均预期寿命"]);
    check("延迟退休，2030年达到65岁。", &[]);
    check(
        "每月公示1次收支，每半年研究1次创建工作。",
        &["eq 1 次 count per_month 公示", "eq 1 次 count per_half_year 研究"],
    );
}

#[test]
fn how_large_those_are_that_have_so_many() {
    check(
        "200名学生以上的学校至少配备1名校医，600人以上的学校至少配备2名。",
        &["ge 1 名 count [200名学生以上的学校] 校医", "ge 2 名 count [600人以上的学校] 校医"],
    );
    check("12个班以下的学校至少各配备1间。", &["ge 1 间 count [12个班以下的学校]"]);
    check("推动日处理500吨以上污水处理厂提标改造。", &[]);
    check("对年综合能耗5000吨标准煤以上企业开展监察。", &[]);
    check("新增500名学生以上的学位。", &["ge 500 名 count 学位"]);
    check("日处理污水达到500吨以上。", &["ge 500 吨 level 日处理污水"]);
}

#[test]
fn figures_that_are_missed_or_kept() {
    check("成活率达不到70%的不予验收，完成率未达90%不予拨付。", &[]);
    check("已建设施正常运行率不低于90%。", &["ge 90 % level 已建设施正常运行率"]);
    check("目前已建成的水厂水质达标率为90%。", &[]);
    check("收支差额不足3%。", &["? 3%"]);
    check("困难群众每户每月免收3立方米水费。", &[]);
    check("改造内容包括基础类、完善类、提升类3种。", &[]);
    check("已排查户厕126座，主要整改43座，再生资源站点5个。", &[]);
    check("已排查户厕126座，再整改43座。", &["eq 43 座 count 户厕"]);
}

#[test]
fn what_is_counted_stands_in_front_or_between() {
    check("科普经费投入每年按不低于5%的幅度增长。", &["ge 5 % increase per_year 科普经费投入"]);
    check(
        "县财政安排资金260万元，并按不低于10%的比例逐年增长。",
        &["eq 2600000 元 count 资金", "ge 10 % increase per_year 资金"],
    );
    check(
        "茶叶、油茶两个单品产量分别达到2万吨、3万吨。",
        &["eq 20000 吨 level 茶叶产量", "eq 30000 吨 level 油茶产量"],
    );
    check("督促11家养殖场完成设施配套。", &["eq 11 家 count 养殖场"]);
    check("督促11家养殖场于2026年8月底前完成配套。", &["eq 11 家 count @2026 养殖场"]);
    check("督促检查12次。", &["eq 12 次 count 督促检查"]);
    check("对主要病虫害每年开展普查2次。", &["eq 2 次 count per_year 主要病虫害普查"]);
    check("应急责任人信息每半年更新1次。", &["eq 1 次 count per_half_year 应急责任人信息更新"]);
    check("代运邮件快件日均达3000件。", &["eq 3000 件 count per_day 代运邮件快件"]);
    check("带动3000户农户户均增收1000元。", &["eq 3000 户 count 农户", "eq 1000 元 increase 户均增收"]);
}
