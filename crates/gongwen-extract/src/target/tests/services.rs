//! Measures of public services: what each has, how often, who does it.

use super::sentences::check;

#[test]
fn how_often_ends_with_the_deed() {
    check(
        "每月开展执法不少于2次，增殖放流鱼苗80万尾以上。",
        &["ge 2 次 count per_month 执法", "ge 800000 尾 count 增殖放流鱼苗"],
    );
    check(
        "年均养护里程不低于总里程的5%，创建示范镇3个。",
        &["ge 5 % level per_year 年均养护里程", "eq 3 个 count 示范镇"],
    );
    check(
        "每月走访企业10家，解决问题5个。",
        &["eq 10 家 count per_month 企业", "eq 5 个 count per_month 问题"],
    );
}

#[test]
fn what_each_of_those_has_is_named_whole() {
    check(
        "培育托育点30个，每个收托人数不超过5人。",
        &["eq 30 个 count 托育点", "le 5 人 level [每个] 收托人数"],
    );
    check(
        "选派医师40名，每名下沉时间不少于6个月，招聘乡村医生15名。",
        &["eq 40 名 count 医师", "ge 6 个月 level [每名] 下沉时间", "eq 15 名 count 乡村医生"],
    );
    check(
        "组建队伍12支，每支不少于10人，配备装备5套。",
        &["eq 12 支 count 队伍", "ge 10 人 count [每支] 队伍", "eq 5 套 count [每支] 装备"],
    );
}

#[test]
fn a_fund_is_so_much_money() {
    check(
        "设立总规模不低于100亿元的产业基金，首期规模20亿元。",
        &["ge 10000000000 元 count 产业基金", "? 20亿元"],
    );
    check("设立不低于2亿元的文旅基金。", &["ge 200000000 元 count 文旅基金"]);
    check("安排500万元以上的专项资金。", &["ge 5000000 元 count 专项资金"]);
    check("打造产值超50亿元的产业链。", &[]);
}
