//! Times that name works, and those of sums and of what is done for those who come.

use super::sentences::check;
use super::{Context, facts};

/// Sentences of the plan for 2026.
fn yearly(text: &str, expect: &[&str]) {
    let context = Context { period: Some((2026, 2026)), task: true, ..Context::default() };
    let got: Vec<String> = facts(text, &context).into_iter().map(|(_, fact)| fact).collect();
    assert_eq!(got, expect, "{text}");
}

#[test]
fn the_first_year_of_a_plan_is_not_its_last() {
    check("今年是“十五五”开局之年，要新建高标准农田3万亩。", &["eq 30000 亩 count 高标准农田"]);
    check("今年是“十五五”规划开局之年，要新建高标准农田3万亩。", &["eq 30000 亩 count 高标准农田"]);
    check("实现“十五五”时期良好开局，要新建高标准农田3万亩。", &["eq 30000 亩 count 高标准农田"]);
    check("“十五五”期间，新建高标准农田3万亩。", &["eq 30000 亩 count @2030 高标准农田"]);
    check("“十五五”末新建高标准农田3万亩。", &["eq 30000 亩 count @2030 高标准农田"]);
}

#[test]
fn a_share_is_compared_with_no_year() {
    check("绿色建筑占比2028年达到90%。", &["eq 90 % level @2028 绿色建筑占比"]);
    check("优质粮占比到2028年达到60%。", &["eq 60 % level @2028 优质粮占比"]);
    check("产值比2024年增长5%。", &["eq 5 % increase <2024 产值"]);
}

#[test]
fn works_of_last_year_that_go_on() {
    yearly(
        "2025年度续建项目完成投资3亿元，新开工项目完成投资5亿元。",
        &["eq 300000000 元 count 续建项目完成投资", "eq 500000000 元 count 新开工项目完成投资"],
    );
    yearly(
        "完成2025年度高标准农田建设任务1.5万亩，年内新开工2.4万亩。",
        &["eq 15000 亩 count 高标准农田建设任务", "eq 24000 亩 count @2026 新开工高标准农田建设任务"],
    );
    yearly(
        "完成2025年续建项目8个，新开工项目12个。",
        &["eq 8 个 count 续建项目", "eq 12 个 count 新开工项目"],
    );
    yearly("已完成2025年续建项目8个。", &["- 8个"]);
    yearly("2025年度完成投资3亿元。", &["- 3亿元"]);
}

#[test]
fn sums_over_years_are_once() {
    check(
        "每年为200户老年人家庭实施改造，累计建成家庭养老床位300张。",
        &["eq 200 户 count per_year 老年人家庭", "eq 300 张 count 家庭养老床位"],
    );
    check("每年引进人才20名，三年共引进60名。", &["eq 20 名 count per_year 人才", "eq 60 名 count 人才"]);
    check(
        "每年投入资金500万元，三年合计1500万元。",
        &["eq 5000000 元 count per_year 资金", "eq 15000000 元 count 资金"],
    );
}

#[test]
fn the_whole_year_ends_where_a_level_is_reached() {
    check(
        "全年低空飞行20万架次以上，产业规模突破60亿元，培育上市企业1家。",
        &[
            "ge 200000 架次 count per_year 低空飞行",
            "gt 6000000000 元 level 产业规模",
            "eq 1 家 count 上市企业",
        ],
    );
    check(
        "全年新增就业2万人，培训职工3000人。",
        &["eq 20000 人 count per_year 就业", "eq 3000 人 count per_year 培训职工"],
    );
}

#[test]
fn how_often_those_who_come_are_served() {
    check(
        "日均配送快件5000件，月均办件2000件，年接待游客5万人次。",
        &[
            "eq 5000 件 count per_day 配送快件",
            "eq 2000 件 count per_month 办件",
            "eq 50000 人次 count per_year 游客",
        ],
    );
    check("年接待游客同比增长13%以上。", &["ge 13 % increase 年接待游客"]);
    check("2025年，年接待游客实现190万人次。", &["eq 1900000 人次 count @2025 年接待游客"]);
    check("年接待游客较2020年增长13%以上。", &["ge 13 % increase <2020 年接待游客"]);
    check("民宿年接待游客突破100万人次。", &["gt 1000000 人次 count 民宿年接待游客"]);
    check("日均供水量达到3万吨。", &["eq 30000 吨 level 日均供水量"]);
}

#[test]
fn those_who_are_inspected_are_no_promise() {
    yearly("重点企业12家，每季度检查1次。", &["- 12家", "eq 1 次 count per_quarter [重点企业] 检查"]);
    yearly("新建监测点12个，每季度检测1次。", &["eq 12 个 count 监测点", "eq 1 次 count per_quarter 检测"]);
    yearly(
        "每个乡镇监测点3个，每月巡查1次。",
        &["eq 3 个 count [每个乡镇] 监测点", "eq 1 次 count per_month [每个乡镇] 巡查"],
    );
    yearly("养老机构12家每季度检查1次。", &["- 12家", "eq 1 次 count per_quarter [养老机构] 检查"]);
    yearly("我局在册人员42名，纳入计划编制的执法人员26名。", &["- 42名", "- 26名"]);
    yearly("培训执法人员42名。", &["eq 42 名 count 培训执法人员"]);
}

#[test]
fn what_is_paid_back_is_a_standard_and_what_is_let_off_is_none() {
    check("住院费用报销比例提升至88%。", &["eq 88 % level 住院费用报销比例"]);
    check("困难群众每户每月免收3立方米基本水费。", &[]);
}

#[test]
fn lines_that_grow_to_so_many() {
    check("到2025年，航线增至25条。", &["eq 25 条 level @2025 航线"]);
    check("到2025年，产业规模35亿元。", &["eq 3500000000 元 level @2025 产业规模"]);
    check("到2025年，打造精品线路5条。", &["eq 5 条 count @2025 精品线路"]);
}

#[test]
fn what_is_built_has_one_name_whatever_bounds_it() {
    check("打造精品民宿213家。", &["eq 213 家 count 精品民宿"]);
    check("打造精品民宿达到213家。", &["eq 213 家 level 精品民宿"]);
    check("新建农村公路超过170公里。", &["gt 170 公里 level 农村公路"]);
    check("培育专精特新企业超过39家。", &["gt 39 家 level 专精特新企业"]);
    check("引进高层次人才达到219名。", &["eq 219 名 level 高层次人才"]);
    check("改造面积达到3万平方米。", &["eq 30000 平方米 level 改造面积"]);
}

#[test]
fn the_end_of_the_year_between_a_name_and_its_bound() {
    yearly("确保资金支付率年底达到90%以上。", &["ge 90 % level @2026 资金支付率"]);
    yearly(
        "资金支付率6月底达到50%，年底达到90%。",
        &["eq 50 % level @2026 资金支付率", "eq 90 % level @2026 资金支付率"],
    );
    // A name that holds it, and another year's end.
    yearly("生猪年末存栏达到20万头。", &["eq 200000 头 level 生猪年末存栏"]);
}

#[test]
fn the_end_of_the_year_in_front_of_the_whole() {
    yearly("确保年底全区公民具备科学素质比例达到21%。", &["eq 21 % level @2026 公民具备科学素质比例"]);
    yearly("年底，全县科普馆达到3座。", &["eq 3 座 level @2026 科普馆"]);
    // Rungs behind quarters keep their group.
    yearly(
        "支付率一季度达到30%、年底达到90%。",
        &["eq 30 % level [一季度] 支付率", "eq 90 % level [年底] 支付率"],
    );
}

#[test]
fn terms_and_every_few_years() {
    check("工程质保期不少于2年，质保期2年。", &["ge 2 年 level 工程质保期"]);
    check(
        "每5年开展1次全员培训，每四年举办1次运动会。",
        &["eq 1 次 count per_five_years 全员培训", "eq 1 次 count per_four_years 运动会"],
    );
    check("每半个月调度1次工作进展。", &["eq 1 次 count per_half_month 调度工作进展"]);
}

#[test]
fn to_raise_funds_is_a_deed() {
    check("向上争取中央预算内资金12亿元。", &["eq 1200000000 元 count 中央预算内资金"]);
    check("争取专项债券项目20个。", &["eq 20 个 count 专项债券项目"]);
    check("争取引进项目20个。", &["eq 20 个 count aim 项目"]);
    check(
        "争取年内完成项目10个，争取新能源项目20个落地。",
        &["eq 10 个 count aim 项目", "eq 20 个 count aim 新能源项目"],
    );
    check("力争向上争取资金12亿元。", &["eq 1200000000 元 count aim 资金"]);
}

#[test]
fn what_is_done_in_a_year_behind_who_does_it() {
    check("每支队伍年服务不少于10场。", &["ge 10 场 count per_year [每支队伍] 服务"]);
    check("微信公众号年推文不少于200篇。", &["ge 200 篇 count per_year 微信公众号推文"]);
    check("青年服务队年服务200场次。", &["eq 200 场次 count per_year 青年服务队服务"]);
    check("每名志愿者年服务时长不少于10小时。", &["ge 10 小时 level per_year [每名志愿者] 服务时长"]);
    check("建成加工厂1座，年加工茶叶500吨。", &["eq 1 座 count 加工厂", "eq 500 吨 count per_year 加工茶叶"]);
    check(
        "实施技改项目20个，年节约标准煤3万吨。",
        &["eq 20 个 count 技改项目", "eq 30000 吨 count per_year 节约标准煤"],
    );
    check("养老机构日均助餐200人次。", &["eq 200 人次 count per_day 养老机构助餐"]);
    check("同一企业同一年度检查不超过2次。", &["le 2 次 count per_year [同一企业] 检查"]);
    check("带动茶农人均年增收1500元。", &["eq 1500 元 increase per_year 茶农人均增收"]);
    check("同一事项年度内检查不超过1次。", &["le 1 次 count per_year [同一事项] 检查"]);
    check("公交车年运送旅客50万人次。", &["eq 500000 人次 count per_year 公交车运送旅客"]);
    check("大篷车年行驶8000公里。", &["eq 8000 公里 count per_year 大篷车行驶"]);
    check("课程年人均完成10学时。", &["eq 10 学时 count per_year 人均课程"]);
    // Figures, and 年 that is part of a word.
    check("电站年发电量达到5000万千瓦时。", &["eq 50000000 千瓦时 level 电站年发电量"]);
    check("民宿年接待游客突破10万人次。", &["gt 100000 人次 count 民宿年接待游客"]);
    check("举办青少年培训班12期。", &["eq 12 期 count 青少年培训班"]);
    check("为未成年人开展讲座8场。", &["eq 8 场 count [未成年人] 讲座"]);
}

#[test]
fn a_year_in_front_of_one_thing_ends_at_the_semicolon() {
    check(
        "2028年建成县科技馆并开放，接待观众5万人次；新建画廊1000延米。",
        &["eq 50000 人次 count @2028 观众", "eq 1000 延米 count 画廊"],
    );
    check("2028年改造小区12个；新建公园3个。", &["eq 12 个 count @2028 小区", "eq 3 个 count @2028 公园"]);
    check("到2028年建成县科技馆；新建公园3个。", &["eq 3 个 count @2028 公园"]);
}

#[test]
fn how_often_goes_on_to_what_others_do() {
    check(
        "教师每学期听课不少于15节，校长听课不少于20节。",
        &["ge 15 节 count per_semester [教师] 听课", "ge 20 节 count per_semester [校长] 听课"],
    );
    check(
        "村干部每年培训不少于2次，后备干部不少于1次。",
        &["ge 2 次 count per_year [村干部] 培训", "ge 1 次 count per_year [后备干部] 培训"],
    );
    check(
        "各中小学每学期宣讲不少于1场，各镇中心小学每年举办科技节，开设社团20个。",
        &["ge 1 场 count per_semester [各中小学] 宣讲", "eq 20 个 count 社团"],
    );
    check(
        "县级每年评选优质课100节、精品作业设计50份。",
        &["eq 100 节 count per_year 优质课", "eq 50 份 count per_year 精品作业设计"],
    );
    check(
        "企业每季度检查1次、建成管网80公里。",
        &["eq 1 次 count per_quarter [企业] 检查", "eq 80 公里 count [企业] 管网"],
    );
}

#[test]
fn parts_of_the_year_and_hours() {
    check(
        "举办报告会2场，上、下半年各1场。",
        &["eq 2 场 count 报告会", "eq 1 场 count per_half_year 报告会"],
    );
    check("各镇汛期前至少开展演练1次。", &["ge 1 次 count [各镇] 演练"]);
    check("监测频次不低于每小时1次。", &["ge 1 次 count per_hour 监测频次"]);
    check("每小时报告一次火情。", &["eq 1 次 count per_hour 报告"]);
    // No frequency says so.
    for text in [
        "雨雪期间每3小时报告1次实况。",
        "值班室每12小时调度1次。",
        "公厕每5天消杀1次。",
        "电梯每15日维护1次。",
    ] {
        check(text, &["? 1次"]);
    }
    // One bus was counted among the lines.
    check("开通公交专线2条，每30分钟1班。", &["eq 2 条 count 公交专线", "? 1班"]);
    check("确保公交线路每15分钟不少于1班。", &["? 1班"]);
    check("高峰期每5—8分钟1趟。", &["? 1趟"]);
    check("开展防火检查，每年防火期前至少开展1次。", &["ge 1 次 count per_year 防火检查"]);
    check("一般事项答复最迟不超过5个工作日。", &["le 5 个工作日 level 一般事项答复"]);
}

#[test]
fn what_all_years_do_is_not_due_when_one_of_them_ends() {
    check(
        "2023年改造老旧小区22个；三年改造小区60个。",
        &["eq 22 个 count @2023 老旧小区", "eq 60 个 count 小区"],
    );
    // The plan's last year is that of all of them.
    check(
        "到2025年，改造老旧小区22个；三年改造小区60个。",
        &["eq 22 个 count @2025 老旧小区", "eq 60 个 count @2025 小区"],
    );
}

/// A month behind a dated step was of the year of the plan.
#[test]
fn months_are_of_the_year_of_the_month_before_them() {
    yearly("2027年6月底前完成普查，12月底前改造管网8公里。", &["eq 8 公里 count @2027 管网"]);
    yearly(
        "2027年3月底前建成水厂1座；9月底前铺设管网20公里、安装水表300只。",
        &["eq 1 座 count @2027 水厂", "eq 20 公里 count @2027 管网", "eq 300 只 count @2027 水表"],
    );
    yearly(
        "6月底前改造小区3个，2027年6月底前改造12个。",
        &["eq 3 个 count @2026 小区", "eq 12 个 count @2027 小区"],
    );
    yearly("2025年12月底前已排查隐患12处，6月底前建成泵站8座。", &["- 12处", "eq 8 座 count @2026 泵站"]);
}

/// 不少于 took 年接待 for the name of a figure, and 年均 ended at the comma.
#[test]
fn yearly_with_a_bound_and_for_whom_it_is() {
    check("年接待学生不少于1.8万人次。", &["ge 18000 人次 count per_year 学生"]);
    check("年接待学生突破5万人次。", &["gt 50000 人次 count 年接待学生"]);
    check(
        "年均举办实用技术培训班50期，培训农民5000人次以上，每户脱贫户至少有1名技术明白人。",
        &[
            "eq 50 期 count per_year 实用技术培训班",
            "ge 5000 人次 count per_year 培训农民",
            "ge 1 名 count [每户脱贫户] 技术明白人",
        ],
    );
    check("年均举办讲座20场，建成科普馆1座。", &["eq 20 场 count per_year 讲座", "eq 1 座 count 科普馆"]);
}

#[test]
fn months_in_front_of_a_deed_name_nothing() {
    // The months were part of the name, or things of their own.
    check(
        "5月、9月集中开展宣传活动2次，全年发放资料1万份。",
        &["eq 2 次 count 宣传活动", "eq 10000 份 count per_year 资料"],
    );
    check("每年3月至5月开展执法检查2次。", &["eq 2 次 count per_year 执法检查"]);
    check("每年3月、9月组织植树活动各1次。", &["eq 1 次 count per_year 植树活动"; 2]);
    check("开展技术指导，3月、6月、9月各集中开展1次。", &["eq 1 次 count 技术指导"; 3]);
    check(
        "每年4月、11月分别举办科技节和挑战赛各1届。",
        &["eq 1 届 count per_year 科技节", "eq 1 届 count per_year 挑战赛"],
    );
    // A month of that name.
    check("开展5月宣传月活动2次。", &["eq 2 次 count 5月宣传月活动"]);
}

#[test]
fn the_others_of_a_list_are_a_group() {
    // The others were what is counted, or were those before them.
    check(
        "每季度检查重点企业1次，其他对象每年1次。",
        &["eq 1 次 count per_quarter 检查重点企业", "eq 1 次 count per_year [其他对象] 检查"],
    );
    check(
        "每年走访重点对象4次、其他对象1次。",
        &["eq 4 次 count per_year 走访重点对象", "eq 1 次 count per_year [其他对象] 走访"],
    );
    check(
        "开展分级检查，A类每月1次，B类每半年1次，其余每年1次。",
        &[
            "eq 1 次 count per_month [A类] 分级检查",
            "eq 1 次 count per_half_year [B类] 分级检查",
            "eq 1 次 count per_year [其余] 分级检查",
        ],
    );
    // What else is held is counted itself.
    check(
        "每年组织其他活动2次，其他演练每季度1次。",
        &["eq 2 次 count per_year 其他活动", "eq 1 次 count per_quarter 其他演练"],
    );
}
