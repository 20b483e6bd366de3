//! Sentences that share numbers out over bodies, posts and years, and what stands behind them.

use super::sentences::check;
use super::{Context, facts};

#[test]
fn who_does_it_or_what_it_is_done_to_is_not_lost() {
    // 检测 and 清扫 alone were counted, and every later 河长 was the first one's.
    check("其他水厂每月检测不少于2次。", &["ge 2 次 count per_month [其他水厂] 检测"]);
    check(
        "出厂水每月检测不少于2次，公厕每天至少清扫2次。",
        &["ge 2 次 count per_month 出厂水检测", "ge 2 次 count per_day [公厕] 清扫"],
    );
    check("班子成员每季度调研不少于1次。", &["ge 1 次 count per_quarter [班子成员] 调研"]);
    check(
        "县级河长每季度巡河1次、乡级河长每月2次。",
        &["eq 1 次 count per_quarter [县级河长] 巡河", "eq 2 次 count per_month [乡级河长] 巡河"],
    );
    check("垃圾收集点每两天清运1次。", &["eq 1 次 count per_two_days 垃圾收集点清运"]);
    check("联席会议每季度召开1次。", &["eq 1 次 count per_quarter 联席会议"]);
    check("每个标段监理不少于2人。", &["ge 2 人 count [每个标段] 监理"]);
    check(
        "城市低保标准从每人每月735元提高到780元。",
        &["eq 780 元 level per_month <=735 [每人] 城市低保标准"],
    );
    check(
        "助餐服务覆盖80%以上的社区和60%的行政村。",
        &["ge 80 % level [社区] 助餐服务覆盖", "eq 60 % level [行政村] 助餐服务覆盖"],
    );
    check("县级机关50%以上建成节水型单位。", &["ge 50 % level [县级机关] 建成节水型单位"]);
    // A body is told to act, and a season is a time.
    check(
        "领导小组每季度调度1次，汛期每天巡查2次。",
        &["eq 1 次 count per_quarter 调度", "eq 2 次 count per_day 巡查"],
    );
}

#[test]
fn a_bound_before_the_verb_binds_the_whole_list() {
    check(
        "每个林场至少储备风力灭火机15台、二号工具200把。",
        &["ge 15 台 count [每个林场] 风力灭火机", "ge 200 把 count [每个林场] 二号工具"],
    );
    check("储备灭火机不少于15台、二号工具200把。", &["ge 15 台 count 灭火机", "eq 200 把 count 二号工具"]);
}

#[test]
fn what_stands_behind_a_series_of_years_is_of_none_of_them() {
    check(
        "综合利用率2023年达到94%，2024年达到95%；新建收储点3处。",
        &["eq 94 % level @2023 综合利用率", "eq 95 % level @2024 综合利用率", "eq 3 处 count 收储点"],
    );
    check("到2025年，新建公园3个；新建广场2个。", &["eq 3 个 count @2025 公园", "eq 2 个 count @2025 广场"]);
    check(
        "2023年10月启动除治，12月底前完成除治量的50%，次年2月底前完成90%。",
        &["eq 50 % level @2023 除治量", "eq 90 % level @2024 除治量"],
    );
}

#[test]
fn things_that_are_there_shall_all_be_done() {
    let context = Context { period: Some((2024, 2024)), task: true, ..Context::default() };
    let check = |text: &str, expect: &[&str]| {
        let got: Vec<String> = facts(text, &context).into_iter().map(|(_, fact)| fact).collect();
        assert_eq!(got, expect, "{text}");
    };
    check("现有路灯1200盏全部更换。", &["eq 1200 盏 count 路灯"]);
    check("去年引进的12个项目全部投产。", &["eq 12 个 count 项目"]);
    check("目前在建的5个项目年底前竣工。", &["eq 5 个 count @2024 项目"]);
    check("结转的3个小区6月底前竣工。", &["eq 3 个 count @2024 小区"]);
    check("已排查的120处隐患10月底前整改完毕。", &["eq 120 处 count @2024 隐患"]);
    check("已完工的9个项目于6月底前完成竣工验收。", &["eq 9 个 count @2024 项目"]);
    check("已建成的5处泵站要在6月底前移交运行。", &["eq 5 处 count @2024 泵站"]);
    check("2023年排查出的37处问题于5月底前销号。", &["eq 37 处 count @2024 问题"]);
    check("已培训的300名教师6月底前已全部上岗。", &["- 300名"]);
    check("去年引进的12个项目已全部投产。", &["- 12个"]);
    check("截至目前，去年引进的12个项目全部投产。", &["- 12个"]);
    check(
        "4月底前开工率达到100%，9月底前完成80%。",
        &["eq 100 % level @2024 开工率", "eq 80 % level @2024 完成"],
    );
    check("管护率达到100%，新建1.5万亩。", &["eq 100 % level 管护率", "? 1.5万亩"]);
}

#[test]
fn days_within_which_something_is_done_are_limits() {
    check(
        "应急结束后5个工作日内完成调查评估，并在30日内报县人民政府。",
        &["le 5 个工作日 level 调查评估", "le 30 日 level 报县人民政府"],
    );
    check(
        "重大投诉3日内办结，收到申请后15日内公布结果。",
        &["le 3 日 level 重大投诉办结", "le 15 日 level 公布结果"],
    );
    // Dates, and what asks a condition.
    for text in ["3月15日内完成，5月10—15日内报送。", "每月5日内报送信息。", "公示7日内无异议的，予以确认。"]
    {
        check(text, &[]);
    }
}

#[test]
fn sums_set_aside_for_each_are_named_by_what_they_pay() {
    check(
        "按照县道每年每公里10000元、乡道每年每公里5000元的标准安排日常养护资金。",
        &[
            "eq 10000 元 count per_year [县道每公里] 日常养护资金",
            "eq 5000 元 count per_year [乡道每公里] 日常养护资金",
        ],
    );
    check(
        "养护资金按县道每公里1万元、乡道每公里5000元安排。",
        &["eq 10000 元 count [县道每公里] 养护资金", "eq 5000 元 count [乡道每公里] 养护资金"],
    );
    check("县财政按每人每年不低于2元安排科普经费。", &["ge 2 元 level per_year 人均科普经费"]);
    // What somebody is paid.
    check("按每人每月500元发放补贴资金。", &[]);
}

#[test]
fn indicators_of_the_clause_before_are_meant_by_their_number() {
    check(
        "到2027年，普及率达到95%，集中供水比例达到60%；到2030年，上述两项指标分别达到97%、85%。",
        &[
            "eq 95 % level @2027 普及率",
            "eq 60 % level @2027 集中供水比例",
            "eq 97 % level @2030 普及率",
            "eq 85 % level @2030 集中供水比例",
        ],
    );
}

#[test]
fn the_same_deed_is_done_as_often() {
    check(
        "对信用风险高的D类企业，抽查比例不低于50%，对照清单，覆盖率达到90%。",
        &["ge 50 % level [信用风险高的D类企业] 抽查比例", "eq 90 % level 覆盖率"],
    );
    check(
        "每月对出厂水抽检不少于2次，对末梢水抽检不少于4次。",
        &["ge 2 次 count per_month 出厂水抽检", "ge 4 次 count per_month 末梢水抽检"],
    );
    check("执行情况每半年公布一次。", &["eq 1 次 count per_half_year 执行情况公布"]);
    check("每月一次调度机制。", &[]);
}

#[test]
fn what_is_made_loses_its_verb_however_it_is_bounded() {
    check("五年新建水厂20座。", &["eq 20 座 count 水厂"]);
    check("新增劳动力平均受教育年限达到14年。", &["eq 14 年 level 新增劳动力平均受教育年限"]);
    check("为适龄妇女提供“两癌”免费筛查6000例。", &["eq 6000 例 count [适龄妇女] “两癌”免费筛查"]);
}

#[test]
fn what_is_looked_after_so_often_stands_before_a_comma() {
    check("对医疗机构，每年监督检查不少于2次。", &["ge 2 次 count per_year [医疗机构] 监督检查"]);
    check("校园周边食品店，每学期检查2次。", &["eq 2 次 count per_semester [校园周边食品店] 检查"]);
    // A body acts, and a deed is nobody.
    check("县应急局，每季度检查1次。", &["eq 1 次 count per_quarter 检查"]);
    check("建立长效机制，每季度检查1次。", &["eq 1 次 count per_quarter 检查"]);
}

#[test]
fn classes_and_seasons_are_no_numbers_and_no_things() {
    check(
        "一类单位每季度至少检查一次，二类单位每半年至少检查一次。",
        &["ge 1 次 count per_quarter [一类单位] 检查", "ge 1 次 count per_half_year [二类单位] 检查"],
    );
    check(
        "养殖场每月检查1次，汛期每周2次，其他冷库每年检查1次。",
        &[
            "eq 1 次 count per_month [养殖场] 检查",
            "eq 2 次 count per_week [养殖场] 检查",
            "eq 1 次 count per_year 其他冷库检查",
        ],
    );
    check("开发三类产品。", &["eq 3 类 count 产品"]);
}

#[test]
fn what_is_nearly_built_is_a_stage() {
    check(
        "安置房开工500套，基本建成300套，竣工100套。",
        &["eq 500 套 count 安置房开工", "eq 300 套 count 安置房基本建成", "eq 100 套 count 安置房竣工"],
    );
    check(
        "棚户区改造基本建成860套，发放住房补贴450户。",
        &["eq 860 套 count 棚户区改造基本建成", "eq 450 户 count 住房补贴"],
    );
    check("到2027年，基本建成口袋公园30个。", &["eq 30 个 count @2027 口袋公园"]);
    check(
        "共建成农贸市场88家，共建共享平台3个。",
        &["eq 88 家 count 农贸市场", "eq 3 个 count 共建共享平台"],
    );
}

#[test]
fn parts_of_what_is_told_nowhere_are_flagged() {
    check("建设产业园1000亩，首期400亩。", &["eq 1000 亩 count 产业园", "? 400亩"]);
}

#[test]
fn those_whose_inspections_grow_are_described_before() {
    check(
        "一年内发生事故的企业，检查频次增加到每季度不少于2次。",
        &["ge 2 次 count per_quarter [一年内发生事故的企业] 检查频次"],
    );
    check("加大监管力度，检查频次增加到每季度不少于2次。", &["ge 2 次 count per_quarter 检查频次"]);
}

#[test]
fn those_alone_in_front_of_how_often_have_the_deed_told_before() {
    let twice = ["eq 2 次 count per_week [险工险段] 堤防巡查", "eq 1 次 count per_day [重点堤段] 堤防巡查"];
    check("开展堤防巡查，险工险段每周2次，重点堤段每日1次。", &twice);
    check(
        "单位检查：一般单位每年1次、重点单位每半年1次。",
        &["eq 1 次 count per_year [一般单位] 单位检查", "eq 1 次 count per_half_year [重点单位] 单位检查"],
    );
    check(
        "公厕每天消杀2次，垃圾屋每天1次，例会每月1次。",
        &[
            "eq 2 次 count per_day [公厕] 消杀",
            "eq 1 次 count per_day [垃圾屋] 消杀",
            "eq 1 次 count per_month 例会",
        ],
    );
    check(
        "主干道每天清扫2次，背街小巷每天1次。",
        &["eq 2 次 count per_day 主干道清扫", "eq 1 次 count per_day 背街小巷清扫"],
    );
    check("县级每月1次。", &["? 1次"]);
    // What is done is told nowhere; what is held so often is itself what is counted.
    check("险工险段每周2次。", &["? 2次"]);
    check("联席会议每季度1次。", &["eq 1 次 count per_quarter 联席会议"]);
}

#[test]
fn those_inspected_may_be_counted_without_a_comma() {
    check("养老机构12家每季度检查1次。", &["eq 1 次 count per_quarter [养老机构] 检查"]);
    check(
        "重点水库5座每日巡查2次、一般水库20座每周巡查1次。",
        &["eq 2 次 count per_day [重点水库] 巡查", "eq 1 次 count per_week [一般水库] 巡查"],
    );
    check("新建站点5个。", &["eq 5 个 count 站点"]);
}

#[test]
fn what_the_whole_makes_is_not_each_one_s() {
    // The group of the clause before was carried over.
    check(
        "每个乡镇有1所养老服务中心，建成幸福食堂60个。",
        &["eq 1 所 count [每个乡镇] 养老服务中心", "eq 60 个 count 幸福食堂"],
    );
    check(
        "每个社区配备2名网格员，打造示范社区3个，创建平安社区20个。",
        &["eq 2 名 count [每个社区] 网格员", "eq 3 个 count 示范社区", "eq 20 个 count 平安社区"],
    );
    check(
        "每个乡镇建成1个服务站，打造示范点2个。",
        &["eq 1 个 count [每个乡镇] 服务站", "eq 2 个 count [每个乡镇] 示范点"],
    );
}

#[test]
fn others_do_the_same_so_often() {
    check(
        "人员密集场所每半年至少组织1次疏散演练，学校每月1次，养老机构每季度1次。",
        &[
            "ge 1 次 count per_half_year [人员密集场所] 疏散演练",
            "eq 1 次 count per_month [学校] 疏散演练",
            "eq 1 次 count per_quarter [养老机构] 疏散演练",
        ],
    );
    check(
        "报警装置安装率达到100%，入户安检每户每年不少于1次。",
        &["eq 100 % level 报警装置安装率", "ge 1 次 count per_year [每户] 入户安检"],
    );
    check(
        "县级每月调度1次，乡镇每周1次，部门每半月1次。",
        &[
            "eq 1 次 count per_month 县级调度",
            "eq 1 次 count per_week [乡镇] 调度",
            "eq 1 次 count per_half_month [部门] 调度",
        ],
    );
    // Another series is none of those who do the same.
    check(
        "技能培训每月举办1次，系列赛事每季度1次。",
        &["eq 1 次 count per_month 技能培训", "eq 1 次 count per_quarter 系列赛事"],
    );
}

#[test]
fn a_figure_told_for_hours_of_the_day() {
    check(
        "城区公交候车时间缩短至10分钟以内，早晚高峰不超过8分钟。",
        &["le 10 分钟 level 城区公交候车时间", "le 8 分钟 level [早晚高峰] 城区公交候车时间"],
    );
}

#[test]
fn a_number_told_apart_behind_a_colon_is_the_whole() {
    check(
        "全年新增学位2000个：幼儿园600个、小学900个、初中500个。",
        &[
            "eq 2000 个 count per_year 学位",
            "eq 600 个 count per_year of0 [幼儿园] 学位",
            "eq 900 个 count per_year of0 [小学] 学位",
            "eq 500 个 count per_year of0 [初中] 学位",
        ],
    );
    // What it is the size of is no part.
    check("建成公园12个：新增停车位300个。", &["eq 12 个 count 公园", "eq 300 个 count 停车位"]);
}

#[test]
fn means_do_not_do_what_is_done_with_them() {
    check("借助2个省级平台引进人才30名。", &["eq 30 名 count 人才"]);
    check("联合5个部门开展执法检查8次。", &["eq 8 次 count 执法检查"]);
    check("用好用活1.2亿元专项债券资金。", &["? 1.2亿元"]);
}

#[test]
fn both_fall_by_what_is_told_behind() {
    check(
        "生产安全事故起数、死亡人数同比“双下降”，降幅均不低于5%。",
        &["ge 5 % decrease 生产安全事故起数", "ge 5 % decrease 死亡人数"],
    );
    check(
        "发案数、损失数实现“双下降”，降幅分别达到10%和8%。",
        &["eq 10 % decrease 发案数", "eq 8 % decrease 损失数"],
    );
}

#[test]
fn a_part_that_is_a_share_of_something_told() {
    // It was the part's share of what the whole is a share of.
    check(
        "教师交流比例不低于符合条件教师总数的10%，其中骨干教师不低于交流总数的20%。",
        &["ge 10 % level 教师交流比例", "ge 20 % level of0 骨干教师占交流总数比例"],
    );
    check(
        "人均收入达到1.8万元以上、增幅12%。",
        &["ge 18000 元 level 人均收入", "eq 12 % increase 人均收入增幅"],
    );
}

#[test]
fn a_rate_of_growth_is_told_of_every_name() {
    // The first was a level without it.
    check(
        "工业增加值、固定资产投资增速分别达到8%、9%。",
        &["eq 8 % increase 工业增加值增速", "eq 9 % increase 固定资产投资增速"],
    );
    check(
        "城乡居民人均可支配收入增长分别达到6.5%和7.5%。",
        &["eq 6.5 % increase 城镇居民人均可支配收入", "eq 7.5 % increase 农村居民人均可支配收入"],
    );
    check("粮食、油料产量增长分别不低于1%、2%。", &["ge 1 % increase 粮食产量", "ge 2 % increase 油料产量"]);
    check("城镇、农村覆盖率分别达到80%、90%。", &["eq 80 % level 城镇覆盖率", "eq 90 % level 农村覆盖率"]);
}

#[test]
fn no_share_is_counted_in_men_or_yuan() {
    // 持证率 of four men.
    check(
        "护理员持证率不低于80%，每名护理员照护失能老年人不多于4人。",
        &["ge 80 % level 护理员持证率", "le 4 人 level [每名护理员] 照护失能老年人"],
    );
    check(
        "社工站建站率达到100%，每站驻站社工不少于2名。",
        &["eq 100 % level 社工站建站率", "ge 2 名 count [每站] 驻站社工"],
    );
    // Nothing says what is paid.
    check(
        "公益金用于养老服务的比例不低于55%，每年安排不少于200万元。",
        &["ge 55 % level 公益金用于养老服务的比例", "? 200万元"],
    );
    check(
        "污染天数比率控制在1.4%以内，即不超过5天。",
        &["le 1.4 % level 污染天数比率", "le 5 天 level 污染天数"],
    );
}

#[test]
fn a_past_that_says_which_things_are_meant_ends_with_its_clause() {
    // The whole sentence told of 2020.
    check(
        "2020年排查出的37处问题于5月底前销号，整改率达到100%，新增问题减少20%以上。",
        &["eq 100 % level 整改率", "ge 20 % decrease 新增问题"],
    );
    check("2020年排查出的37处问题已全部销号，整改率达到100%。", &[]);
    check("2020年居民的收入达到2万元，增长8%。", &[]);
}

#[test]
fn one_character_says_that_known_things_become_fewer() {
    // 减材料 was a level.
    check(
        "办理平均减环节50%、减材料60%、减时间70%。",
        &["eq 50 % decrease 环节", "eq 60 % decrease 材料", "eq 70 % decrease 时间"],
    );
    check("平均压时限65%以上。", &["ge 65 % decrease 时限"]);
    check("建设综合减灾示范社区2个。", &["eq 2 个 count 综合减灾示范社区"]);
}

#[test]
fn what_follows_for_those_who_reach_a_figure_may_stand_behind_a_comma() {
    check("未达标指标超过3项的乡镇，不得评为先进。", &[]);
    check("发生事故2起以上的单位，取消评优资格。", &[]);
    check("领导小组下设4个专项组，建成站点3个。", &["eq 3 个 count 站点"]);
}

#[test]
fn what_takes_fewer_days_than_before_is_read() {
    // Missed without a word.
    check("公告期由30日压缩至20日。", &["eq 20 日 level <=30 公告期"]);
    check("简易注销公示期由45天缩短至20天。", &["eq 20 天 level <=45 简易注销公示期"]);
    check("办理时间由6月30日提前至6月20日，公示期20天。", &[]);
}

#[test]
fn behind_several_parts_the_whole_grows() {
    // It was the last part.
    check(
        "固定资产投资完成8.5亿元，其中交通5.2亿元、住建3.3亿元，同比增长12%。",
        &[
            "eq 850000000 元 count 固定资产投资",
            "eq 520000000 元 count of0 交通",
            "eq 330000000 元 count of0 住建",
            "eq 12 % increase 固定资产投资",
        ],
    );
    check(
        "接待游客达到300万人次，其中过夜游客80万人次，增长10%以上。",
        &["eq 3000000 人次 count 游客", "eq 800000 人次 count of0 过夜游客", "ge 10 % increase 过夜游客"],
    );
}

#[test]
fn what_is_done_so_often_keeps_its_verb() {
    // So many children were counted.
    check("每月走访困境儿童不少于1次。", &["ge 1 次 count per_month 走访困境儿童"]);
    check("每季度更新台账不少于1次。", &["ge 1 次 count per_quarter 更新台账"]);
    check("每年走访企业不少于100家。", &["ge 100 家 count per_year 企业"]);
    check("每年召开联席会议不少于2次。", &["ge 2 次 count per_year 联席会议"]);
}

#[test]
fn a_size_in_front_of_a_number_of_things_says_which_are_meant() {
    check(
        "改造水厂4座，其中日供水能力5000吨以上1座。",
        &["eq 4 座 count 水厂", "eq 1 座 count of0 [日供水能力5000吨以上] 水厂"],
    );
    check(
        "建设停车场5个，其中车位200个以上2个。",
        &["eq 5 个 count 停车场", "eq 2 个 count of0 [车位200个以上] 停车场"],
    );
    check("培训100人以上5期。", &["ge 100 人 count 培训", "eq 5 期 count 培训"]);
}

/// The place or the school alone was what was counted.
#[test]
fn so_many_in_one_place_and_in_another() {
    check(
        "镇（街）科普工作人员不少于2名，村（社区）不少于1名。",
        &["ge 2 名 count [镇（街）] 科普工作人员", "ge 1 名 count [村（社区）] 科普工作人员"],
    );
    check(
        "乡镇科普员不少于2名，村不少于1名。",
        &["ge 2 名 count [乡镇] 科普员", "ge 1 名 count [村] 科普员"],
    );
    check(
        "配备科学教师，城区小学每校不少于3名，农村小学每校不少于1名。",
        &["ge 3 名 count [城区小学每校] 科学教师", "ge 1 名 count [农村小学每校] 科学教师"],
    );
    check("乡镇卫生院每院不少于2名全科医生。", &["ge 2 名 count [乡镇卫生院每院] 全科医生"]);
    check("示范学校每个乡镇不少于2所。", &["ge 2 所 count [每个乡镇] 示范学校"]);
}

#[test]
fn how_large_each_of_the_things_counted_is() {
    // As if 800 square metres were made.
    check(
        "建设社区服务中心5个，每个不少于800平方米。",
        &["eq 5 个 count 社区服务中心", "ge 800 平方米 level [每个] 社区服务中心"],
    );
    check(
        "建设文化广场5处，每处占地1000平方米。",
        &["eq 5 处 count 文化广场", "eq 1000 平方米 level [每处] 文化广场"],
    );
    check("建设绿道5条，每条500米以上。", &["eq 5 条 count 绿道", "ge 500 米 level [每条] 绿道"]);
    // So much is made in each place, and so many persons belong to each.
    check("造林5片，每个乡镇造林800亩。", &["eq 5 片 count 造林", "eq 800 亩 count [每个乡镇] 造林"]);
    check("组建队伍5支，每支不少于10人。", &["eq 5 支 count 队伍", "ge 10 人 count [每支] 队伍"]);
}
