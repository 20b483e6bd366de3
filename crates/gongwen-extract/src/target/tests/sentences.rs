//! Invented sentences from plans on health, water, industry, transport, education, services and ecology.

use super::{Context, facts};

pub(super) fn check(text: &str, expect: &[&str]) {
    let context = Context { period: Some((2021, 2025)), ..Context::default() };
    let got: Vec<String> =
        facts(text, &context).into_iter().map(|f| f.1).filter(|f| !f.starts_with('-')).collect();
    assert_eq!(got, expect, "{text}");
}

#[test]
fn the_last_of_a_list_has_the_unit_of_all() {
    // The first numbers became 个, with another bound.
    check(
        "将许可、备案、登记时限分别压缩至4个、7个和9个工作日以内。",
        &["le 4 个工作日 level 许可时限", "le 7 个工作日 level 备案时限", "le 9 个工作日 level 登记时限"],
    );
    check(
        "入学率、巩固率分别提高2个和3个百分点。",
        &["eq 2 百分点 increase 入学率", "eq 3 百分点 increase 巩固率"],
    );
    // Something is named between them.
    check("新建站点4个，办结时限压缩至7个工作日。", &["eq 4 个 count 站点", "eq 7 个工作日 level 办结时限"]);
}

#[test]
fn a_point_behind_words_ends_a_sentence() {
    // The point became part of what is counted, and a year carried on.
    check(
        "新建养老院3所.培训护理员200人次.到2025年,床位增长率达到3.5%.新建站点2个.",
        &[
            "eq 3 所 count 养老院",
            "eq 200 人次 count 培训护理员",
            "eq 3.5 % increase @2025 床位增长率",
            "eq 2 个 count 站点",
        ],
    );
}

#[test]
fn a_group_keeps_the_figure_it_is_taken_per() {
    // 学生 alone was one teacher a student.
    check("每100名学生配备1名教师。", &["eq 1 名 count [每100名学生] 教师"]);
    check("每个乡镇建设服务站2个。", &["eq 2 个 count [每个乡镇] 服务站"]);
}

#[test]
fn ratios_are_not_read() {
    for text in
        ["床护比提高到2.2∶1。", "高中师生比达到1:12.5。", "医护比达到1：1.5。", "按1:50的比例配备辅导员。"]
    {
        let got = facts(text, &Context::default());
        assert!(matches!(&got[..], [(rule, _)] if rule == "unread"), "{text}: {got:?}");
    }
    check("窗口8:30开门，新建站点2个。", &["eq 2 个 count 站点"]);
}

#[test]
fn coefficients_are_not_read() {
    for text in
        ["农田灌溉水有效利用系数提高到0.58以上。", "城乡居民收入比缩小到1.9以内。", "死亡率控制在0.17以下。"]
    {
        let got = facts(text, &Context::default());
        assert!(matches!(&got[..], [(rule, _)] if rule == "unread"), "{text}: {got:?}");
    }
    check("升级到2.0版本。", &[]);
}

#[test]
fn what_stands_today_shall_reach_more() {
    let goals = Context { goals: true, ..Context::default() };
    let got = facts("现有小区充电设施覆盖率达到85%，优良天数分别达到甲县220天、乙县210天。", &goals);
    let rules: Vec<_> = got.iter().map(|(rule, _)| rule.as_str()).collect();
    assert!(!rules.iter().any(|rule| rule.starts_with("exclude")) && rules.len() == 3, "{got:?}");
    check("现有车位120个，现有占比40%。", &[]);
}

#[test]
fn growth_and_services() {
    check(
        "到2025年，培育高素质农民300人、致富带头人150人。",
        &["eq 300 人 count @2025 高素质农民", "eq 150 人 count @2025 致富带头人"],
    );
    check(
        "力争全县60%以上的社区和50%的行政村具有固定活动场所。",
        &["ge 60 % level aim [社区] 具有固定活动场所", "eq 50 % level aim [行政村] 具有固定活动场所"],
    );
    check(
        "花生种植、收获机械化率分别达到65%和55%。",
        &["eq 65 % level 花生种植机械化率", "eq 55 % level 花生收获机械化率"],
    );
    check(
        "水稻种植、收获机械化率均达到45%。",
        &["eq 45 % level 水稻种植机械化率", "eq 45 % level 水稻收获机械化率"],
    );
    check("城镇污水处理率由2020年的12%提高到15%。", &["eq 15 % level <2020=12 城镇污水处理率"]);
    check("规上工业增加值较2023年增长5%以上。", &["ge 5 % increase <2023 规上工业增加值"]);
    check(
        "数字经济核心产业增加值年均增速超过20%。",
        &["gt 20 % increase per_year 数字经济核心产业增加值年均增速"],
    );
    check("城镇调查失业率控制在5%以内。", &["le 5 % level 城镇调查失业率"]);
    check("农村自来水普及率不低于90%。", &["ge 90 % level 农村自来水普及率"]);
    check("全县数字产业产值力争突破100亿元。", &["gt 10000000000 元 level aim 数字产业产值"]);
    check("2024年，新建改建农村公路120公里。", &["eq 120 公里 count @2024 农村公路"]);
    check("整治提升高标准农田15万亩。", &["eq 150000 亩 count 高标准农田"]);
    check(
        "PM2.5浓度控制在35微克/立方米以下，优良天数比例达到85%左右。",
        &["le 35 微克/立方米 level PM2.5浓度", "approx 85 % level 优良天数比例"],
    );
    check("万元GDP能耗下降13.5%。", &["eq 13.5 % decrease 万元GDP能耗"]);
    check("到2025年，每万人拥有3.5名全科医生。", &["eq 3.5 名 level @2025 [每万人] 全科医生"]);
    check("每个乡镇每年至少开展2次应急演练。", &["ge 2 次 count per_year [每个乡镇] 应急演练"]);
    check("领导小组每季度召开一次调度会。", &["eq 1 次 count per_quarter 调度会"]);
    check("三分之二以上的行政村建成标准化卫生室。", &["ge 66.67 % level [行政村] 建成标准化卫生室"]);
    check("重点项目开工率达到百分之八十五。", &["eq 85 % level 重点项目开工率"]);
    check("到2027年，规上企业数量翻一番。", &["eq 100 % increase @2027 规上企业数量"]);
    check("每年引进1—2个重点实验室。", &["range 1..2 个 count per_year 重点实验室"]);
    check("培育“专精特新”企业3至5家。", &["range 3..5 家 count “专精特新”企业"]);
    check("企业开办时间由5个工作日压缩至2个工作日。", &["eq 2 个工作日 level <=5 企业开办时间"]);
    check("办理环节压减50%以上。", &["ge 50 % decrease 办理环节"]);
    check("审批时限不超过3个工作日。", &["le 3 个工作日 level 审批时限"]);
    check(
        "水库除险加固20座、新建堤防35公里，新增供水能力1.2亿立方米。",
        &["eq 20 座 count 水库除险加固", "eq 35 公里 count 堤防", "eq 120000000 立方米 count 供水能力"],
    );
    check(
        "2025年底前，全县建成城市公园12个，新增公共停车位3000个以上。",
        &["eq 12 个 count @2025 城市公园", "ge 3000 个 count @2025 公共停车位"],
    );
}

#[test]
fn health_water_and_town() {
    check(
        "居民健康素养水平达到25%以上，65岁以上老年人健康管理率达到72%。",
        &["ge 25 % level 居民健康素养水平", "eq 72 % level 65岁以上老年人健康管理率"],
    );
    check("千人口执业（助理）医师数达到3.2人。", &["eq 3.2 人 level 千人口执业（助理）医师数"]);
    check("建成社区养老服务站点10个并投入使用。", &["eq 10 个 count 社区养老服务站点"]);
    check("推动80%以上的县级医院达到三级医院服务水平。", &["ge 80 % level [县级医院] 达到三级医院服务水平"]);
    check("实施5项提升行动，推进五大工程。", &[]);
    check("围绕三个方面，落实12项重点任务。", &[]);
    check("现有幼儿园45所，在园幼儿8000人，普惠率92%。", &[]);
    check("对新认定的企业给予一次性奖励20万元。", &[]);
    check("年满60周岁以上老年人免费乘坐公交。", &[]);
    check("办理事项“最多跑一次”，实行24小时自助服务。", &[]);
    check("截至2020年底，全县森林覆盖率达到38%。", &[]);
    check("“十三五”期间，全县累计培训农民1.2万人次。", &[]);
    check("“十五五”末，常住人口城镇化率达到68%以上。", &["ge 68 % level @2030 常住人口城镇化率"]);
    check(
        "到2030年，单位GDP二氧化碳排放比2005年下降65%以上。",
        &["ge 65 % decrease @2030 <2005 单位GDP二氧化碳排放"],
    );
    check(
        "地表水优良（达到或优于Ⅲ类）比例达到90%，黑臭水体消除比例达到100%。",
        &["eq 90 % level 地表水优良（达到或优于Ⅲ类）比例", "eq 100 % level 黑臭水体消除比例"],
    );
    check(
        "确保义务教育巩固率稳定在98%以上，高中阶段毛入学率提高到95%。",
        &["ge 98 % level 义务教育巩固率", "eq 95 % level 高中阶段毛入学率"],
    );
    check("每年选派不少于20名医务人员到乡镇卫生院服务。", &["ge 20 名 count per_year 医务人员"]);
    check(
        "力争到2025年，A级旅游景区达到15家，年接待游客突破500万人次，旅游总收入达到50亿元。",
        &[
            "eq 15 家 level @2025 aim A级旅游景区",
            "gt 5000000 人次 count @2025 年接待游客",
            "eq 5000000000 元 level @2025 旅游总收入",
        ],
    );
    check(
        "新增城镇就业5000人以上，城镇登记失业率控制在4.5%以内。",
        &["ge 5000 人 count 城镇就业", "le 4.5 % level 城镇登记失业率"],
    );
    check(
        "组织法律进校园活动不少于100场次，覆盖学生3万人次以上。",
        &["ge 100 场次 count 法律进校园活动", "ge 30000 人次 count 覆盖学生"],
    );
    check(
        "全年完成植树造林2万亩，抚育森林1.5万亩。",
        &["eq 20000 亩 count per_year 植树造林", "eq 15000 亩 count per_year 森林"],
    );
    check(
        "各乡镇（街道）至少建成1个标准化应急物资储备点。",
        &["ge 1 个 count [各乡镇（街道）] 标准化应急物资储备点"],
    );
    check(
        "每村配备一名河长助理、一名巡河员。",
        &["eq 1 名 count [每村] 河长助理", "eq 1 名 count [每村] 巡河员"],
    );
    check("公众满意度达到90分以上。", &["ge 90 分 level 公众满意度"]);
    check(
        "新能源汽车占新增公交车比例不低于80%，建成充电桩500个。",
        &["ge 80 % level 新能源汽车占新增公交车比例", "eq 500 个 count 充电桩"],
    );
    check(
        "化学需氧量、氨氮排放总量比2020年分别下降8%和10%。",
        &["eq 8 % decrease <2020 化学需氧量排放总量", "eq 10 % decrease <2020 氨氮排放总量"],
    );
    check(
        "农村生活污水治理率达到40%以上，其中环境敏感村庄达到60%。",
        &["ge 40 % level 农村生活污水治理率", "eq 60 % level of0 [环境敏感村庄] 农村生活污水治理率"],
    );
}

#[test]
fn industry_transport_and_schools() {
    check("建立健全一套制度，打造一支队伍，形成一批成果。", &[]);
    check(
        "政务服务事项网上可办率达到100%，即办件比例达到60%以上，全程网办率超过80%。",
        &["eq 100 % level 政务服务事项网上可办率", "ge 60 % level 即办件比例", "gt 80 % level 全程网办率"],
    );
    check("招商引资到位资金同比增长10%。", &["eq 10 % increase 招商引资到位资金"]);
    check("三年内培育10家上市企业。", &["eq 10 家 count 上市企业"]);
    check(
        "到2025年，全县三级以上医院床位使用率达到85%，县域内就诊率稳定在90%以上，个人卫生支出占卫生总费用比例降到27%以下。",
        &[
            "eq 85 % level @2025 三级以上医院床位使用率",
            "ge 90 % level @2025 县域内就诊率",
            "le 27 % level @2025 个人卫生支出占卫生总费用比例",
        ],
    );
    check(
        "每千常住人口医疗卫生机构床位数达到7.5张。",
        &["eq 7.5 张 level [每千常住人口] 医疗卫生机构床位数"],
    );
    check(
        "全县婚前医学检查率达到70%以上，孕产妇死亡率控制在12/10万以下。",
        &["ge 70 % level 婚前医学检查率", "le 12 /10万 level 孕产妇死亡率"],
    );
    check(
        "建成标准化村卫生室126个，培训乡村医生不少于500人次。",
        &["eq 126 个 count 标准化村卫生室", "ge 500 人次 count 培训乡村医生"],
    );
    check(
        "用水总量控制在3.2亿立方米以内，万元工业增加值用水量较2020年下降16%。",
        &["le 320000000 立方米 level 用水总量", "eq 16 % decrease <2020 万元工业增加值用水量"],
    );
    check(
        "完成15条中小河流治理，治理河长180公里。",
        &["eq 15 条 count 中小河流治理", "eq 180 公里 count 河长"],
    );
    check(
        "新增节水灌溉面积2.5万亩，其中高效节水灌溉1万亩。",
        &["eq 25000 亩 count 节水灌溉面积", "eq 10000 亩 count of0 高效节水灌溉"],
    );
    check(
        "规模以上工业总产值年均增长8%左右，到2025年突破500亿元。",
        &[
            "approx 8 % increase per_year 规模以上工业总产值",
            "gt 50000000000 元 level @2025 规模以上工业总产值",
        ],
    );
    check(
        "培育国家级专精特新“小巨人”企业3家、省级专精特新企业20家以上。",
        &["eq 3 家 count 国家级专精特新“小巨人”企业", "ge 20 家 count 省级专精特新企业"],
    );
    check("每年实施亿元以上技改项目不少于10个。", &["ge 10 个 count per_year 亿元以上技改项目"]);
    check(
        "力争到2025年，全县规上工业企业达到150家，其中产值超10亿元企业5家。",
        &["eq 150 家 level @2025 aim 规上工业企业", "eq 5 家 level @2025 of0 产值超10亿元企业"],
    );
    check(
        "建制村通客车率保持100%，20户以上自然村通硬化路率达85%。",
        &["eq 100 % level 建制村通客车率", "eq 85 % level 20户以上自然村通硬化路率"],
    );
    check(
        "到2027年，普惠性幼儿园覆盖率达到90%以上，公办园在园幼儿占比达到55%。",
        &["ge 90 % level @2027 普惠性幼儿园覆盖率", "eq 55 % level @2027 公办园在园幼儿占比"],
    );
    check("新建、改扩建中小学校8所，新增学位6000个。", &["eq 8 所 count 中小学校", "eq 6000 个 count 学位"]);
    check("每个林场至少储备风力灭火机15台。", &["ge 15 台 count [每个林场] 风力灭火机"]);
    check("四、五类危桥改造完成率达到100%。", &["eq 100 % level 四、五类危桥改造完成率"]);
    check("每个林场储备风力灭火机15台。", &["eq 15 台 count [每个林场] 风力灭火机"]);
    check("每校至少配备1名专职心理健康教师。", &["ge 1 名 count [每校] 专职心理健康教师"]);
    check("教师培训每年不少于72学时。", &["ge 72 学时 count per_year 教师培训"]);
    check("学生每天校内外体育活动时间不少于2小时。", &["ge 2 小时 level per_day [学生] 校内外体育活动时间"]);
    check(
        "企业开办实现1个工作日内办结，工程建设项目审批时限压缩至60个工作日以内。",
        &["le 1 个工作日 level 企业开办", "le 60 个工作日 level 工程建设项目审批时限"],
    );
    check("“一件事一次办”事项达到20个以上。", &["ge 20 个 level “一件事一次办”事项"]);
    check("政务服务“好差评”满意率达到99%以上。", &["ge 99 % level 政务服务“好差评”满意率"]);
    check(
        "全年新增市场主体1万户，其中企业3000户。",
        &["eq 10000 户 count per_year 市场主体", "eq 3000 户 count per_year of0 企业"],
    );
    check(
        "帮助企业融资不少于5亿元，普惠小微企业贷款余额增速不低于各项贷款增速。",
        &["ge 500000000 元 count 帮助企业融资"],
    );
    check(
        "森林覆盖率提高1.5个百分点，森林蓄积量达到500万立方米。",
        &["eq 1.5 百分点 increase 森林覆盖率", "eq 5000000 立方米 level 森林蓄积量"],
    );
}

#[test]
fn ecology_and_the_countryside() {
    check(
        "到2025年，单位地区生产总值能耗比2020年下降14.5%，国控断面水质优良比例达到100%。",
        &["eq 14.5 % decrease @2025 <2020 单位地区生产总值能耗", "eq 100 % level @2025 国控断面水质优良比例"],
    );
    check(
        "建成区绿化覆盖率达到40%以上，人均公园绿地面积达到15平方米。",
        &["ge 40 % level 建成区绿化覆盖率", "eq 15 平方米 level 人均公园绿地面积"],
    );
    check(
        "完成营造林10万亩，建设森林乡村20个、绿美古树乡村公园3个。",
        &["eq 100000 亩 count 营造林", "eq 20 个 count 森林乡村", "eq 3 个 count 绿美古树乡村公园"],
    );
    check(
        "秸秆综合利用率稳定在95%以上，畜禽粪污综合利用率达到80%以上，农膜回收率达到85%以上。",
        &["ge 95 % level 秸秆综合利用率", "ge 80 % level 畜禽粪污综合利用率", "ge 85 % level 农膜回收率"],
    );
    check("城乡居民基本医疗保险参保率稳定在95%以上。", &["ge 95 % level 城乡居民基本医疗保险参保率"]);
    check(
        "每季度至少组织1次联合执法检查，每年开展综合督查不少于2次。",
        &["ge 1 次 count per_quarter 联合执法检查", "ge 2 次 count per_year 综合督查"],
    );
    check("对工作不力、排名后3位的乡镇进行约谈。", &[]);
    check(
        "组建10支志愿服务队，开展志愿服务活动200场次以上。",
        &["eq 10 支 count 志愿服务队", "ge 200 场次 count 志愿服务活动"],
    );
    check(
        "培育县级以上农业产业化龙头企业50家，家庭农场达到500家，农民合作社规范化率达到30%以上。",
        &[
            "eq 50 家 count 县级以上农业产业化龙头企业",
            "eq 500 家 level 家庭农场",
            "ge 30 % level 农民合作社规范化率",
        ],
    );
    check(
        "粮食播种面积稳定在45万亩以上，粮食总产量稳定在18万吨以上。",
        &["ge 450000 亩 level 粮食播种面积", "ge 180000 吨 level 粮食总产量"],
    );
    check(
        "地区生产总值增长6%左右，一般公共预算收入增长5%，社会消费品零售总额增长8%。",
        &[
            "approx 6 % increase 地区生产总值",
            "eq 5 % increase 一般公共预算收入",
            "eq 8 % increase 社会消费品零售总额",
        ],
    );
    check(
        "引进5000万元以上项目30个，其中亿元以上项目10个。",
        &["eq 30 个 count 5000万元以上项目", "eq 10 个 count of0 亿元以上项目"],
    );
    check(
        "申请材料精简30%以上，办理时间减少一半以上。",
        &["ge 30 % decrease 申请材料", "ge 50 % decrease 办理时间"],
    );
    check(
        "12345热线办结率达到98%，群众满意率95%以上。",
        &["eq 98 % level 12345热线办结率", "ge 95 % level 群众满意率"],
    );
    check("完善15分钟便民生活圈，打造3个示范街区。", &["eq 3 个 count 示范街区"]);
    check("全面推行“双随机、一公开”监管，抽查比例不低于5%。", &["ge 5 % level 抽查比例"]);
    check("每名科技特派员每年下乡服务不少于60天。", &["ge 60 天 level per_year [每名科技特派员] 下乡服务"]);
    check(
        "建立1个县级中心、15个乡级站、150个村级点。",
        &["eq 1 个 count 县级中心", "eq 15 个 count 乡级站", "eq 150 个 count 村级点"],
    );
    check("县级财政每年安排专项资金500万元。", &["eq 5000000 元 count per_year 专项资金"]);
    check(
        "科技进步贡献率超过62%，全社会研发经费投入强度达到2.5%以上。",
        &["gt 62 % level 科技进步贡献率", "ge 2.5 % level 全社会研发经费投入强度"],
    );
    check(
        "村级集体经济年收入10万元以上的村占比达到80%。",
        &["eq 80 % level 村级集体经济年收入10万元以上的村占比"],
    );
    check("100%的乡镇（街道）建有退役军人服务站。", &["eq 100 % level [乡镇（街道）] 建有退役军人服务站"]);
    check("基层宣讲活动覆盖面达到100%。", &["eq 100 % level 基层宣讲活动覆盖面"]);
    check("会议要求，3个以上单位联合承办的，由牵头单位负责。", &[]);
    check(
        "居民家庭宽带平均接入速率达到300Mbps，5G基站达到800个。",
        &["eq 300 Mbps level 居民家庭宽带平均接入速率", "eq 800 个 level 5G基站"],
    );
    check(
        "全县国家级、省级、市级示范社分别达到5家、12家、30家。",
        &["eq 5 家 level 国家级示范社", "eq 12 家 level 省级示范社", "eq 30 家 level 市级示范社"],
    );
}

#[test]
fn years_told_once_are_each_number_s_in_every_clause() {
    // A clause without a number stood between, and both numbers got the last year.
    check(
        "到2025年和2026年，床位占比分别达到60%和65%以上，日间照料稳步提高，签约率分别不低于35%和40%。",
        &[
            "ge 60 % level @2025 床位占比",
            "ge 65 % level @2026 床位占比",
            "ge 35 % level @2025 签约率",
            "ge 40 % level @2026 签约率",
        ],
    );
    check(
        "到2025年和2026年，经常参加锻炼的人数比例达到37%及以上和40%及以上。",
        &["ge 37 % level @2025 经常参加锻炼的人数比例", "ge 40 % level @2026 经常参加锻炼的人数比例"],
    );
    // A later year is that of what follows it.
    check(
        "到2025年和2026年，床位占比分别达到60%和65%；2027年，入学率、巩固率分别达到91%和92%。",
        &[
            "eq 60 % level @2025 床位占比",
            "eq 65 % level @2026 床位占比",
            "eq 91 % level @2027 入学率",
            "eq 92 % level @2027 巩固率",
        ],
    );
}

#[test]
fn whom_a_number_is_taken_per_may_stand_behind_its_bound() {
    check("食品抽检量达到每千人4批次。", &["eq 4 批次 level [每千人] 食品抽检量"]);
    check("帮扶困难家庭不少于每社区10户。", &["ge 10 户 count [每社区] 困难家庭"]);
    check("每个乡镇至少建成1个站点。", &["ge 1 个 count [每个乡镇] 站点"]);
}

#[test]
fn a_key_in_brackets_is_no_part_of_what_is_counted() {
    check("【目标任务】城镇新增就业不少于6000人。", &["ge 6000 人 count 城镇新增就业"]);
    check("【目标任务】新建幼儿园4所。", &["eq 4 所 count 幼儿园"]);
}

#[test]
fn units_that_were_missed_without_a_word() {
    check(
        "更新消火栓200具，安装减速带280道，新增中蜂3万箱，新建墓穴1万穴，配置帐篷120顶。",
        &[
            "eq 200 具 count 消火栓",
            "eq 280 道 count 减速带",
            "eq 30000 箱 count 中蜂",
            "eq 10000 穴 count 墓穴",
            "eq 120 顶 count 帐篷",
        ],
    );
    check("抓好3方面工作，落实5具体举措，建强2班子。", &[]);
}

#[test]
fn orders_and_lengths_of_lists_are_no_counts() {
    check(
        "改造一次管网15公里、二次管网40公里。",
        &["eq 15 公里 count 一次管网", "eq 40 公里 count 二次管网"],
    );
    check("今年民生实事项目共10项。", &[]);
}

#[test]
fn standards_that_are_raised() {
    check("城市低保标准提高到每人每月760元。", &["eq 760 元 level per_month [每人] 城市低保标准"]);
    check("将生均公用经费标准提高到每生每年720元。", &["eq 720 元 level per_year [每生] 生均公用经费标准"]);
    check("低保标准每人每月760元。", &[]);
}

#[test]
fn by_when_stands_before_what_is_done() {
    check("各镇要在汛期前完成水库除险加固5座。", &["eq 5 座 count [各镇] 水库除险加固"]);
    check("县水利局要在竣工前完成机井维修80眼。", &["eq 80 眼 count 机井维修"]);
    check(
        "绿化面积20万平方米，新开工项目25个。",
        &["eq 200000 平方米 count 绿化面积", "eq 25 个 count 新开工项目"],
    );
}

#[test]
fn the_past_ends_where_something_new_is_told() {
    check("已建成学校3所，新建学校5所，改造学校2所。", &["eq 5 所 count 学校", "eq 2 所 count 学校"]);
    check(
        "过去一年，新增就业5000人。今年，新增就业5500人，改造小区10个。",
        &["eq 5500 人 count 就业", "eq 10 个 count 小区"],
    );
    check("参保率稳定在2019年的水平，达到95%。", &["eq 95 % level 参保率"]);
}

#[test]
fn what_is_left_is_done_by_the_date_behind_it() {
    // 剩余 was what is counted, and the date of the clause was lost.
    check(
        "改造小区42个，剩余7个小区2025年6月底前竣工，新增停车位100个。",
        &["eq 42 个 count 小区", "eq 7 个 count @2025 小区", "eq 100 个 count 停车位"],
    );
}

#[test]
fn a_date_behind_what_is_counted_is_that_of_its_sentence() {
    check(
        "新建基站150座。建成监管平台1个，2024年9月底前上线运行。改造站房2座。",
        &["eq 150 座 count 基站", "eq 1 个 count @2024 监管平台", "eq 2 座 count 站房"],
    );
    check(
        "新建公园3个；新建广场2个，2024年6月底前全部建成并投入使用。",
        &["eq 3 个 count 公园", "eq 2 个 count @2024 广场"],
    );
    // What has begun by then is not done.
    check("新建公园3个，2024年6月底前全部开工。", &["eq 3 个 count 公园"]);
}

#[test]
fn the_first_days_of_each_month_are_flagged() {
    check("各乡镇应当于每月前3个工作日报送清单。", &["? 3个工作日"]);
}
