//! Deeds and things in the words round a number.

use super::sentences::check;

/// 在校学生 lost its 在 as in `在学校`.
#[test]
fn a_state_that_begins_with_in_is_one_word() {
    check("在校学生每学期体检1次。", &["eq 1 次 count per_semester [在校学生] 体检"]);
    check("在建工地安装监控设备120套。", &["eq 120 套 count [在建工地] 监控设备"]);
    check("新增3名在岗医师。", &["eq 3 名 count 在岗医师"]);
    check("在校园开展宣讲2次。", &["eq 2 次 count 宣讲"]);
    check("在园区新建停车场3处。", &["eq 3 处 count [园区] 停车场"]);
}

/// A limit between a thing and its deed named the thing alone, and the next deed nothing.
#[test]
fn a_thing_and_its_deeds_within_a_time() {
    check(
        "企业诉求1个工作日内联系、5个工作日内办结。",
        &["le 1 个工作日 level 企业诉求联系", "le 5 个工作日 level 企业诉求办结"],
    );
    check(
        "中标结果3日内公示，诊断报告30分钟内出具。",
        &["le 3 日 level 中标结果公示", "le 30 分钟 level 诊断报告出具"],
    );
    check("12345热线工单5个工作日内办结。", &["le 5 个工作日 level 12345热线工单办结"]);
    check("12345工单5个工作日内办结率达到98%。", &["eq 98 % level 12345工单5个工作日内办结率"]);
    check("受理后10个工作日内办结。", &["le 10 个工作日 level 办结"]);
    check("办理结果15日内答复。", &["le 15 日 level 办理结果答复"]);
}

/// What so many of, told behind how big each is, was named by its verb or after the neighbour.
#[test]
fn a_size_stands_between_a_number_and_its_noun() {
    check(
        "建立一支不少于50人的专家队伍，组建2支不少于30人的综合救援队。",
        &["ge 50 人 count 专家队伍", "eq 2 支 count 综合救援队", "ge 30 人 count 综合救援队"],
    );
    check("依托医院建设1支30人的处置队伍。", &["eq 1 支 count 处置队伍", "eq 30 人 count 处置队伍"]);
    check("建设3个不低于500亩的示范基地。", &["eq 3 个 count 示范基地", "ge 500 亩 count 示范基地"]);
    check("每区至少建成1所以失能照护为主的养老机构。", &["ge 1 所 count [每区] 养老机构"]);
}

/// 享受 was what they have so many of.
#[test]
fn what_is_taken_part_in_stands_behind() {
    check("困难学生享受不少于2次心理辅导。", &["ge 2 次 count [困难学生] 心理辅导"]);
    check("参保职工每年可享受1次免费体检。", &["eq 1 次 count per_year [参保职工] 免费体检"]);
    check("按照每200户不少于1名的标准配备保洁员。", &["ge 1 名 count [每200户] 保洁员"]);
}

/// Who pays, or the clause before, named what each head has of a sum.
#[test]
fn what_each_head_has_of_a_sum() {
    check("按照每年每亩不低于15元的标准落实管护经费。", &["ge 15 元 count per_year [每亩] 管护经费"]);
    check("每个乡镇落实工作经费5万元。", &["eq 50000 元 count [每个乡镇] 工作经费"]);
    check("区财政按人均不低于3元标准足额安排科普经费。", &["ge 3 元 level 人均科普经费"]);
    check(
        "县财政按妇女儿童人均不低于2元标准安排专项工作经费。",
        &["ge 2 元 level [妇女儿童] 人均专项工作经费"],
    );
    check("县财政按年人均1元以上标准将科普经费列入预算。", &["ge 1 元 level per_year 人均科普经费"]);
    check("财政科普经费达到常住人口人均1.5元。", &["eq 1.5 元 level 人均财政科普经费"]);
    check("县级财政按人均每年不少于80元安排公共卫生经费。", &["ge 80 元 level per_year 人均公共卫生经费"]);
    check(
        "县财政局要将科普经费列入同级财政预算，确保每年每人不低于1.5元。",
        &["ge 1.5 元 level per_year 人均科普经费"],
    );
    check("按照每年每人不低于1元的标准落实科普经费。", &["ge 1 元 level per_year 人均科普经费"]);
    check(
        "科普经费按人均不低于2.5元落实，各镇人均不低于1元。",
        &["ge 2.5 元 level 人均科普经费", "ge 1 元 level [各镇] 人均科普经费"],
    );
    check(
        "县财政按照常住人口每人每年不低于1元的标准安排科普经费，按照不低于人均2元的标准安排专项资金。",
        &["ge 1 元 level per_year 人均科普经费", "ge 2 元 level 人均专项资金"],
    );
    check("按照每人每年不低于1000元的标准发放生活补助。", &[]);
    check("年人均科普专项经费不低于3元。", &["ge 3 元 level per_year 人均科普专项经费"]);
    check("年人均可支配收入达到3万元。", &["eq 30000 元 level 年人均可支配收入"]);
    check("科普经费按常住人口计算人均达到2元以上。", &["ge 2 元 level 人均科普经费"]);
    check(
        "安排科普经费10万元，培训农民每人不少于100元。",
        &["eq 100000 元 count 科普经费", "ge 100 元 count [每人] 培训农民"],
    );
}

/// Who is charged with a deed, and whom he helps, stood in the name.
#[test]
fn words_of_duty_are_no_part_of_a_name() {
    check(
        "负责改造老旧小区26个，牵头新建高标准农田3万亩。",
        &["eq 26 个 count 老旧小区", "eq 30000 亩 count 高标准农田"],
    );
    check("协助街道培训农民500人。", &["eq 500 人 count 培训农民"]);
    check("督促景区标识设置率达到100%。", &["eq 100 % level 景区标识设置率"]);
    check("发生森林火灾不超过2起。", &["le 2 起 level 森林火灾"]);
}

/// 出栏 in front of the animals was dropped like a verb of making.
#[test]
fn a_herd_is_named_alike_on_either_side() {
    check("出栏生猪72万头，存栏肉牛3万头。", &["eq 720000 头 count 生猪出栏", "eq 30000 头 count 肉牛存栏"]);
    check("生猪年末存栏不少于21万头。", &["ge 210000 头 level 生猪年末存栏"]);
    check("年出栏5000头以上养殖场达到20家。", &["eq 20 家 level 年出栏5000头以上养殖场"]);
    check("乡镇应急队每支不少于30人。", &["ge 30 人 count [每支] 乡镇应急队"]);
}

/// 高于全市平均水平 was a figure of its own.
#[test]
fn so_far_above_the_mean_lies_what_was_told() {
    check(
        "抽检合格率达到98%，高于全市平均水平2个百分点。",
        &["eq 98 % level 抽检合格率", "eq 2 百分点 increase 抽检合格率"],
    );
}

/// Who does it, when, and what it is put into named what is counted.
#[test]
fn the_clause_before_names_what_is_done() {
    check("镇城管中队负责，每周清运2次。", &["eq 2 次 count per_week 清运"]);
    check("会同县公安局开展防火检查，每年防火期前至少开展1次。", &["ge 1 次 count per_year 防火检查"]);
    check("将体育经费列入财政预算，每年安排不少于50万元。", &["ge 500000 元 count per_year 体育经费"]);
    check("统筹安排城市更新专项资金，三年累计不少于1.5亿元。", &["ge 150000000 元 count 城市更新专项资金"]);
    check("事发单位应当立即向区应急管理局报告，最迟不得超过1小时。", &["le 1 小时 level 报告"]);
}

#[test]
fn a_deed_and_what_it_is_done_about() {
    check("每半年通报1次工作进展。", &["eq 1 次 count per_half_year 通报工作进展"]);
    check("科普画廊每年更换内容不少于6次。", &["ge 6 次 count per_year 科普画廊更换内容"]);
    check(
        "每天清运垃圾1次，每天清运垃圾30吨。",
        &["eq 1 次 count per_day 清运垃圾", "eq 30 吨 count per_day 垃圾"],
    );
    check("组织退休教师成立志愿服务队30支。", &["eq 30 支 count 志愿服务队"]);
    check(
        "参加人数2万人次，创建工作经费5万元。",
        &["eq 20000 人次 count 参加人数", "eq 50000 元 count 创建工作经费"],
    );
    check("为新设企业免费刻制公章一套4枚。", &["eq 4 枚 count [新设企业] 免费刻制公章"]);
    check("新设企业免费刻制公章4枚。", &["eq 4 枚 count [新设企业] 免费刻制公章"]);
}

#[test]
fn so_many_of_those_have_what_stands_behind_them() {
    check("60%的学校资源配置指标达标。", &["eq 60 % level [学校] 资源配置指标达标"]);
    check("30%的乡镇卫生院服务能力达到推荐标准。", &["eq 30 % level [乡镇卫生院] 服务能力达到推荐标准"]);
    check("每千名老年人口拥有养老床位35张。", &["eq 35 张 level [每千名老年人口] 养老床位"]);
    check("一、二类桥梁比例达到96%。", &["eq 96 % level 一、二类桥梁比例"]);
}

/// What so many of have a capacity was named by the neighbour, the capacity by the plant.
#[test]
fn a_capacity_says_how_big_each_is() {
    check("新建3座日处理500吨的污水处理厂。", &["eq 3 座 count 污水处理厂"]);
    check("建成2个年出栏5000头的养殖场。", &["eq 2 个 count 养殖场"]);
    check("按每村1支不少于20人的标准组建队伍。", &["eq 1 支 count [每村] 队伍", "ge 20 人 count 队伍"]);
}

/// 均 went with whom the number is spread over.
#[test]
fn an_average_begins_behind_the_group() {
    check("各中小学生均公用经费不低于800元。", &["ge 800 元 level [各中小学] 生均公用经费"]);
    check("每户均安装报警器1个。", &["eq 1 个 count [每户] 报警器"]);
    check("在营客车安装定位终端300台。", &["eq 300 台 count [在营客车] 定位终端"]);
}

/// The group or how often went on to a sum, to what stands once and to another body's deed.
#[test]
fn what_is_told_of_each_ends_at_another_subject() {
    check(
        "公用经费提高到每生每年900元，安排专项资金300万元。",
        &["eq 900 元 level per_year [每生] 公用经费", "eq 3000000 元 count 专项资金"],
    );
    check(
        "每校每学期举办讲座2次，建设场地12块。",
        &["eq 2 次 count per_semester [每校] 讲座", "eq 12 块 count 场地"],
    );
    check(
        "每校每学期举办讲座2次，建立微型消防站1个。",
        &["eq 2 次 count per_semester [每校] 讲座", "eq 1 个 count [每校] 微型消防站"],
    );
    check(
        "县水务公司组建抢修队伍1支，县水利局组建农村抢修队伍3支。",
        &["eq 1 支 count [县水务公司] 抢修队伍", "eq 3 支 count 农村抢修队伍"],
    );
    check(
        "每季度开展宣讲1场，培育文明村10个。",
        &["eq 1 场 count per_quarter 宣讲", "eq 10 个 count 文明村"],
    );
    check(
        "每季度培育新型主体2家，创建示范社3家。",
        &["eq 2 家 count per_quarter 新型主体", "eq 3 家 count per_quarter 示范社"],
    );
}

/// A class of people was counted by its own name where persons, not their visits, are counted.
#[test]
fn a_class_of_those_counted_is_the_group() {
    check(
        "每年培训高素质农民600人以上，其中女性不少于150人。",
        &["ge 600 人 count per_year 培训高素质农民", "ge 150 人 count per_year of0 [女性] 培训高素质农民"],
    );
    check(
        "开展活动40场次，其中偏远乡镇苏木不少于15场次。",
        &["eq 40 场次 count 活动", "ge 15 场次 count of0 [偏远乡镇苏木] 活动"],
    );
    check("引进人才30人，其中博士5人。", &["eq 30 人 count 人才", "eq 5 人 count of0 博士"]);
}

/// Those who are brought to a deed kept the verb, and what each of a rank's heads has was counted.
#[test]
fn those_brought_to_a_deed_are_its_group() {
    check("督促供水企业每年开展演练2次。", &["eq 2 次 count per_year [供水企业] 演练"]);
    check("年接纳学生参与实践1.5万人次以上。", &["ge 15000 人次 count per_year [学生] 实践"]);
    check("每个主体班次科学素质课程不少于4课时。", &["ge 4 课时 count [每个主体班次] 科学素质课程"]);
    check("市级人均科普经费不低于3元。", &["ge 3 元 level 市级人均科普经费"]);
}

/// 其他 was lost where no group follows, a spot check became a group, and works carried over from last year told of the past.
#[test]
fn the_others_and_what_is_carried_over() {
    check(
        "主干管道48小时内修复，其他管道24小时内修复。",
        &["le 48 小时 level 主干管道修复", "le 24 小时 level 其他管道修复"],
    );
    check("其他建成项目20个。", &["eq 20 个 count 项目"]);
    check(
        "运维单位每月开展水质检测2次，县环境监测站每季度抽测1次。",
        &["eq 2 次 count per_month [运维单位] 水质检测", "eq 1 次 count per_quarter 抽测"],
    );
    check("上年度结转项目投产率达到80%以上。", &["ge 80 % level 上年度结转项目投产率"]);
    check("上年度招商项目投产率达到80%。", &[]);
    check("去年结转项目投产率达到80%。", &[]);
}

/// Those counted in houses were a group of nothing, and a body that inspects was one of what it does.
#[test]
fn houses_counted_and_bodies_told() {
    check("参赛企业每年不少于100家。", &["ge 100 家 count per_year 参赛企业"]);
    check("企业每年演练不少于2次。", &["ge 2 次 count per_year [企业] 演练"]);
    check("县邮政管理机构每月开展执法检查不少于4次。", &["ge 4 次 count per_month 执法检查"]);
    check("养老机构每月开展消防检查不少于1次。", &["ge 1 次 count per_month [养老机构] 消防检查"]);
    check("卫生院每年为65岁以上老人免费体检1次。", &["eq 1 次 count per_year [65岁以上老人] 免费体检"]);
    check("卫生院每年体检2次。", &["eq 2 次 count per_year [卫生院] 体检"]);
}

/// Who goes there was what was counted.
#[test]
fn the_places_gone_to_are_counted() {
    check("组织科技志愿者深入100个村，开展活动20场。", &["eq 100 个 count 村", "eq 20 场 count 活动"]);
    check("组织科普大篷车到30所学校开展巡展。", &["eq 30 所 count 学校"]);
    check("组织医疗队赴10个乡镇巡诊。", &["eq 10 个 count 乡镇"]);
    check("自来水管网延伸到5个村。", &["eq 5 个 count 自来水管网延伸到村"]);
}

/// 人 of 人数 was taken for the end of the group.
#[test]
fn how_many_each_has_is_no_part_of_the_group() {
    check(
        "组建志愿服务队10支，每支队伍人数不少于15人；举办培训班8期，每期人数不少于50人。",
        &[
            "eq 10 支 count 志愿服务队",
            "ge 15 人 level [每支队伍] 人数",
            "eq 8 期 count 培训班",
            "ge 50 人 level [每期] 人数",
        ],
    );
    check("每支应急队伍人员不少于20人。", &["ge 20 人 count [每支应急队伍] 人员"]);
    check("每个村数字化终端不少于1台。", &["ge 1 台 count [每个村] 数字化终端"]);
}

/// What stands behind 每个 named what is counted.
#[test]
fn each_of_what_was_told_before() {
    check(
        "建设科普体验角5个，每个体验角展品不少于10件。",
        &["eq 5 个 count 科普体验角", "ge 10 件 count [每个体验角] 展品"],
    );
    check("结合重要节点开展主题宣传，每个节点活动不少于2场。", &["ge 2 场 count [每个节点] 主题宣传"]);
    check("加强社区科普工作，每个社区科普人员不少于2名。", &["ge 2 名 count [每个社区] 科普人员"]);
}

/// When and where it is done was part of the name.
#[test]
fn when_and_where_is_no_part_of_the_name() {
    check("暑假期间在各社区开办科普夏令营，每个社区不少于1期。", &["ge 1 期 count [每个社区] 科普夏令营"]);
    check("在江口街道安置点建设社区科普驿站2个。", &["eq 2 个 count 社区科普驿站"]);
    check("在中心城区公园设置科普宣传栏20块。", &["eq 20 块 count 科普宣传栏"]);
    check("在石桥镇建设安置点2个。", &["eq 2 个 count [石桥镇] 安置点"]);
}

/// Who takes part was counted without that.
#[test]
fn those_who_take_part_keep_their_word() {
    check(
        "参与学生3000人次，参加群众不少于500人。",
        &["eq 3000 人次 count 参与学生", "ge 500 人 count 参加群众"],
    );
    check("困难学生享受不少于2次心理辅导。", &["ge 2 次 count [困难学生] 心理辅导"]);
}

/// Who acts, of whom and about what was part of the name, or the number was not read at all.
#[test]
fn who_acts_and_of_whom_they_are_taken() {
    check(
        "从高校、科研院所、高新技术企业中聘任科技副校长40名，每名副校长每学期到校开展活动不少于2次。",
        &["eq 40 名 count 科技副校长", "ge 2 次 count per_semester [每名副校长] 到校开展活动"],
    );
    check("县科协将对活动开展情况每季度通报一次。", &["eq 1 次 count per_quarter 通报活动开展情况"]);
    check("对主要病虫害每年开展普查2次。", &["eq 2 次 count per_year 主要病虫害普查"]);
    check(
        "县委党校春、秋季主体班各安排专题讲座不少于2次。",
        &["ge 2 次 count [县委党校春、秋季主体班] 专题讲座"],
    );
    check(
        "流动科技馆每年巡展30站以上，留守儿童集中的学校每学年至少到达1次。",
        &["ge 30 站 count per_year 巡展", "ge 1 次 count per_school_year [留守儿童集中的学校] 巡展"],
    );
    check("安装站牌30站点。", &["? 30"]);
}
