//! The same figure of one class behind the other, as plans contrast them; and names that only look like a class.

use super::sentences::check;

#[test]
fn a_class_behind_a_class_has_the_same_figure() {
    check(
        "公办养老机构护理型床位占比不低于70%，民办机构不低于55%。",
        &["ge 70 % level 公办养老机构护理型床位占比", "ge 55 % level [民办机构] 护理型床位占比"],
    );
    check(
        "党政机关屋顶可安装光伏比例不低于50%，学校、医院等公共建筑不低于40%，工商业厂房不低于30%。",
        &[
            "ge 50 % level 党政机关屋顶可安装光伏比例",
            "ge 40 % level [学校、医院等公共建筑] 可安装光伏比例",
            "ge 30 % level [工商业厂房] 可安装光伏比例",
        ],
    );
    check(
        "新增公交车中新能源车比例达到100%，城市配送车辆不低于80%。",
        &["eq 100 % level 新增公交车中新能源车比例", "ge 80 % level [城市配送车辆] 新能源车比例"],
    );
    check(
        "对信用A级企业抽查比例不超过5%、D类企业不低于50%。",
        &["le 5 % level 信用A级企业抽查比例", "ge 50 % level [D类企业] 抽查比例"],
    );
}

#[test]
fn a_time_limit_of_another_class() {
    check(
        "一般工业项目审批全流程不超过60个工作日，小型低风险项目不超过12个工作日。",
        &["le 60 个工作日 level 一般工业项目审批全流程", "le 12 个工作日 level [小型低风险项目] 审批全流程"],
    );
    check(
        "低压小微企业平均办电时间不超过5个工作日，高压单电源不超过18个工作日。",
        &["le 5 个工作日 level 低压小微企业平均办电时间", "le 18 个工作日 level [高压单电源] 平均办电时间"],
    );
}

#[test]
fn a_rank_and_a_place_behind_a_comma() {
    check(
        "省级以上科普教育基地达到3个，市级达到8个。",
        &["eq 3 个 level 省级以上科普教育基地", "eq 8 个 level 市级科普教育基地"],
    );
    check(
        "科普经费人均达到1元，乡镇不低于0.3元。",
        &["eq 1 元 level 人均科普经费", "ge 0.3 元 level [乡镇] 人均科普经费"],
    );
    check(
        "生均实验仪器值小学达到400元、初中达到800元。",
        &["eq 400 元 level [小学] 生均实验仪器值", "eq 800 元 level [初中] 生均实验仪器值"],
    );
}

#[test]
fn another_figure_is_no_class() {
    check(
        "自来水普及率达到95%，生活垃圾无害化处理达到90%。",
        &["eq 95 % level 自来水普及率", "eq 90 % level 生活垃圾无害化处理"],
    );
    check(
        "森林覆盖率达到45%，绿化苗木成活率不低于90%。",
        &["eq 45 % level 森林覆盖率", "ge 90 % level 绿化苗木成活率"],
    );
    // A figure of its own in front of a rung.
    check(
        "综合服务设施达标率达到95%，社区养老设施覆盖率城市达到100%、乡镇达到70%。",
        &[
            "eq 95 % level 综合服务设施达标率",
            "eq 100 % level [城市] 社区养老设施覆盖率",
            "eq 70 % level [乡镇] 社区养老设施覆盖率",
        ],
    );
    // 日间照料中心 holds no 中 that parts a class from its figure.
    check(
        "城市社区日间照料中心覆盖率达到90%，农村不低于60%。",
        &["eq 90 % level 城市社区日间照料中心覆盖率", "ge 60 % level 农村社区日间照料中心覆盖率"],
    );
}

#[test]
fn a_place_behind_its_whole_is_where_so_many_stand() {
    check(
        "新建农村幸福院45个，其中山区乡镇不少于20个。",
        &["eq 45 个 count 农村幸福院", "ge 20 个 count of0 [山区乡镇] 农村幸福院"],
    );
    check(
        "改造厕所1000户，其中高寒乡镇300户、脱贫村200户。",
        &[
            "eq 1000 户 count 厕所",
            "eq 300 户 count of0 [高寒乡镇] 厕所",
            "eq 200 户 count of0 [脱贫村] 厕所",
        ],
    );
    // A village of a village is counted itself.
    check(
        "创建美丽乡村示范村10个，其中城郊村3个。",
        &["eq 10 个 count 美丽乡村示范村", "eq 3 个 count of0 城郊村"],
    );
}

#[test]
fn what_others_make_behind_a_comma_is_not_spread_over_those_before_it() {
    check(
        "中小学90%以上建成绿色学校，创建绿色社区10个。",
        &["ge 90 % level [中小学] 建成绿色学校", "eq 10 个 count 绿色社区"],
    );
    check(
        "乡镇卫生院每季度举办健康讲座不少于1次，组建宣讲队16支。",
        &["ge 1 次 count per_quarter [乡镇卫生院] 健康讲座", "eq 16 支 count 宣讲队"],
    );
    check(
        "县医院每季度开展义诊1次，发放宣传册2万份。",
        &["eq 1 次 count per_quarter [县医院] 义诊", "eq 20000 份 count 宣传册"],
    );
    // What is held so often, a few that each is given, and what stands in one place are theirs.
    check(
        "学校每学期举办讲座2次，组织研学1次，配备法治副校长1名。",
        &[
            "eq 2 次 count per_semester [学校] 讲座",
            "eq 1 次 count [学校] 研学",
            "eq 1 名 count [学校] 法治副校长",
        ],
    );
    check(
        "石桥镇新建广场1个，改造道路30公里。",
        &["eq 1 个 count [石桥镇] 广场", "eq 30 公里 count [石桥镇] 道路"],
    );
}

#[test]
fn the_deed_of_a_share_is_done_so_often() {
    check(
        "开展业务培训3次。联合抽查比例达10%，每年不少于2次。",
        &["eq 3 次 count 业务培训", "eq 10 % level 联合抽查比例", "ge 2 次 count per_year 联合抽查"],
    );
}

#[test]
fn one_deed_in_several_places_has_them_as_groups() {
    check(
        "日常保洁县道每天1次、乡道每周2次。",
        &["eq 1 次 count per_day [县道] 日常保洁", "eq 2 次 count per_week [乡道] 日常保洁"],
    );
    check(
        "公厕消杀每天2次、垃圾站每天1次。",
        &["eq 2 次 count per_day [公厕] 消杀", "eq 1 次 count per_day [垃圾站] 消杀"],
    );
    check(
        "日常养护：水库每天1次、山塘每周2次。",
        &["eq 1 次 count per_day [水库] 日常养护", "eq 2 次 count per_week [山塘] 日常养护"],
    );
    // Two deeds are none of it.
    check(
        "应急演练每年2次、安全检查每月1次。",
        &["eq 2 次 count per_year 应急演练", "eq 1 次 count per_month 安全检查"],
    );
    check(
        "卫生检查每周1次、大扫除每月1次。",
        &["eq 1 次 count per_week 卫生检查", "eq 1 次 count per_month 大扫除"],
    );
}

#[test]
fn what_is_brought_somewhere_is_counted_not_spread() {
    check(
        "举办讲座5场，法律服务进社区每月不少于1次，电影进乡村每月1场。",
        &[
            "eq 5 场 count 讲座",
            "ge 1 次 count per_month 法律服务进社区",
            "eq 1 场 count per_month 电影进乡村",
        ],
    );
    check("新引进企业每月走访1次。", &["eq 1 次 count per_month [新引进企业] 走访"]);
}

#[test]
fn nobody_is_the_group_of_what_is_not_spread_over_them() {
    check("从中小学遴选优秀学生20名。", &["eq 20 名 count 优秀学生"]);
    check("从业人员每年培训2次。", &["eq 2 次 count per_year [从业人员] 培训"]);
    check(
        "包村干部每周巡查不少于2次，整改时限不超过3天。",
        &["ge 2 次 count per_week [包村干部] 巡查", "le 3 天 level 整改时限"],
    );
    check("每村随机抽查不少于3个自然庄。", &["ge 3 个 count [每村] 自然庄"]);
}

#[test]
fn those_told_to_act_have_so_many_each() {
    check(
        "各牵头单位要制定年度计划，明确1名分管领导和1名联络员。",
        &["eq 1 名 count [各牵头单位] 分管领导", "eq 1 名 count [各牵头单位] 联络员"],
    );
    check(
        "各乡镇要将素质建设列入年度计划，每半年研究1次科普工作。",
        &["eq 1 次 count per_half_year [各乡镇] 研究"],
    );
    // All of them together, and somebody else.
    check("各部门要密切配合，出台配套文件3个。", &["eq 3 个 count 配套文件"]);
    check("各乡镇要加强领导，建成示范村10个。", &["eq 10 个 count 示范村"]);
    check("各乡镇要加强领导，县科协每年组织培训2期。", &["eq 2 期 count per_year 培训"]);
}

#[test]
fn a_small_bounded_number_behind_a_comma_is_had_by_each() {
    check(
        "每处建筑面积不少于800平方米，日间照料床位不少于10张。",
        &["ge 800 平方米 level [每处] 建筑面积", "ge 10 张 count [每处] 日间照料床位"],
    );
    check(
        "各乡镇每年科普活动不少于6次，科普经费投入不低于1万元。",
        &["ge 6 次 count per_year [各乡镇] 科普活动", "ge 10000 元 count [各乡镇] 科普经费投入"],
    );
    check(
        "分校达到20所，每所年授课不少于24课时，学员人数不少于50人。",
        &["eq 20 所 level 分校", "ge 24 课时 count per_year [每所] 授课", "ge 50 人 level [每所] 学员人数"],
    );
    check("每个社区都有一支不少于10人的科普志愿者队伍。", &["ge 10 人 count [每个社区] 科普志愿者队伍"]);
    // What is large, made, of others or all of it is not.
    check(
        "每个乡镇可办事项不少于60项，村（社区）可办事项不少于40项。",
        &["ge 60 项 count [每个乡镇] 可办事项", "ge 40 项 count 村（社区）可办事项"],
    );
    check(
        "每个乡镇建成服务中心1个，服务站点不少于100个。",
        &["eq 1 个 count [每个乡镇] 服务中心", "ge 100 个 count 服务站点"],
    );
    check(
        "每个村配备保洁员2名，总人数不少于30人。",
        &["eq 2 名 count [每个村] 保洁员", "ge 30 人 level 总人数"],
    );
    check(
        "各企业每半年开展演练1次，应急救援队伍不少于30人。",
        &["eq 1 次 count per_half_year [各企业] 演练", "ge 30 人 count 应急救援队伍"],
    );
    check(
        "每校工作经费5万元，培训经费每年10万元。",
        &["eq 50000 元 count [每校] 工作经费", "eq 100000 元 count per_year 培训经费"],
    );
}

#[test]
fn persons_by_their_post_do_so_often() {
    check("儿童主任每月走访留守儿童不少于1次。", &["ge 1 次 count per_month [儿童主任] 走访留守儿童"]);
    check("法治副校长每学期授课不少于4节。", &["ge 4 节 count per_semester [法治副校长] 授课"]);
    check("县、乡领导班子至少各配备1名女干部。", &["ge 1 名 count [县、乡领导班子] 女干部"]);
    check(
        "实现村村有1名以上科技明白人、乡乡有1个以上专业技术协会。",
        &["ge 1 名 count [村] 科技明白人", "ge 1 个 count [乡] 专业技术协会"],
    );
}

#[test]
fn another_deed_of_others_has_no_time_of_its_own() {
    check(
        "企业每年培训2次，学校举办讲座5次。",
        &["eq 2 次 count per_year [企业] 培训", "eq 5 次 count [学校] 讲座"],
    );
}

#[test]
fn pay_of_a_year_is_a_level() {
    check("每名护路员年工资不少于1.2万元。", &["ge 12000 元 level [每名护路员] 年工资"]);
}

#[test]
fn each_class_of_a_house_is_the_group() {
    check(
        "幼儿园每班配备2名教师和1名保育员。",
        &["eq 2 名 count [每班] 教师", "eq 1 名 count [每班] 保育员"],
    );
    check(
        "城区主次干道清扫率达到85%，镇区60%。",
        &["eq 85 % level 城区主次干道清扫率", "eq 60 % level 镇区主次干道清扫率"],
    );
}

#[test]
fn how_large_a_school_is_says_which_are_meant() {
    check("12个班以下的学校至少配备1间音乐教室。", &["ge 1 间 count [12个班以下的学校] 音乐教室"]);
    check("班以下的学校至少配备1间音乐教室。", &["ge 1 间 count [班以下的学校] 音乐教室"]);
}

/// A class of households was what is counted; what is on a register is there.
#[test]
fn classes_of_households_and_of_the_registered() {
    check(
        "培训农民4000人次，其中脱贫户不少于1200人次。",
        &["eq 4000 人次 count 培训农民", "ge 1200 人次 count of0 [脱贫户] 培训农民"],
    );
    check("全县注册科技志愿者不少于5000名。", &["ge 5000 名 level 注册科技志愿者"]);
    check("新增注册志愿者500名。", &["eq 500 名 count 注册志愿者"]);
}

/// A rate that says nothing of what it is of was named by itself.
#[test]
fn a_rate_alone_is_of_what_was_spoken_of() {
    check(
        "支持学校成立科技兴趣小组，到2023年覆盖率达到60%，到2025年达到90%。",
        &["eq 60 % level @2023 科技兴趣小组覆盖率", "eq 90 % level @2025 科技兴趣小组覆盖率"],
    );
    check("推进生活垃圾分类，覆盖率达到90%以上。", &["ge 90 % level 生活垃圾分类覆盖率"]);
    check("科学教师配备到位，覆盖率达到100%。", &["eq 100 % level 覆盖率"]);
}

/// The grade in front of how often was lost, and the next one was what is counted.
#[test]
fn grades_in_front_of_how_often() {
    check(
        "小学一、二年级每周科学课不少于1课时，三至六年级不少于2课时。",
        &["ge 1 课时 count per_week [小学一、二年级] 科学课", "ge 2 课时 count per_week [三至六年级] 科学课"],
    );
    check("支持农技协培育科普主播30名。", &["eq 30 名 count 科普主播"]);
}

/// How it is raised was the group; who each of them are was lost; what a figure prepares was its name.
#[test]
fn what_is_no_group_and_no_name() {
    check("多渠道筹措资金800万元。", &["eq 8000000 元 count 资金"]);
    check(
        "科级以上干部每人每年接受科学素质培训不少于8学时。",
        &["ge 8 学时 count per_year [科级以上干部] 接受科学素质培训"],
    );
    check("幼儿园每班配备2名教师。", &["eq 2 名 count [每班] 教师"]);
    check(
        "科学素质比例达到11.5%，为2025年达到12.5%打下坚实基础。",
        &["eq 11.5 % level 科学素质比例", "eq 12.5 % level @2025 科学素质比例"],
    );
}

#[test]
fn those_who_are_covered_are_the_group() {
    // Who is covered became the name, or nothing.
    check("家庭医生签约服务覆盖75%以上的重点人群。", &["ge 75 % level [重点人群] 家庭医生签约服务覆盖"]);
    check("快递服务覆盖100%建制村。", &["eq 100 % level [建制村] 快递服务覆盖"]);
    check("垃圾分类覆盖到80%以上的小区。", &["ge 80 % level [小区] 垃圾分类覆盖"]);
    check("推进智慧食堂建设，覆盖全县60%以上的中小学。", &["ge 60 % level [中小学] 智慧食堂覆盖"]);
    check(
        "组建服务队20支，覆盖60%以上的乡镇。",
        &["eq 20 支 count 服务队", "ge 60 % level [乡镇] 服务队覆盖"],
    );
    check("覆盖80%以上的学校。", &["ge 80 % level [学校] 覆盖"]);
    // What is reached there, and the extent that is covered, are nobody.
    check("森林覆盖30%以上。", &["ge 30 % level 森林覆盖"]);
    check("植被覆盖80%以上的面积。", &["ge 80 % level 植被覆盖"]);
}
