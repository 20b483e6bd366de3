//! Invented sentences in which a place stands in front of how much is done there.

use super::sentences::check;

#[test]
fn a_place_is_not_what_is_counted() {
    // The place was what twelve kilometres were of.
    check("完成城区12公里供水管网改造。", &["eq 12 公里 count [城区] 供水管网改造"]);
    check("完成中心城区5条道路改造。", &["eq 5 条 count [中心城区] 道路改造"]);
    check(
        "实施供水管网更新工程，完成老城区12公里改造，新城区6公里改造。",
        &["eq 12 公里 count [老城区] 供水管网更新", "eq 6 公里 count [新城区] 供水管网更新"],
    );
    check(
        "实施管网改造，老城区12公里，新城区8公里。",
        &["eq 12 公里 count [老城区] 管网改造", "eq 8 公里 count [新城区] 管网改造"],
    );
    check(
        "改造提升农村公路，石桥镇5公里、东山镇8公里。",
        &["eq 5 公里 count [石桥镇] 农村公路", "eq 8 公里 count [东山镇] 农村公路"],
    );
    check("新建公厕5座，新区2座。", &["eq 5 座 count 公厕", "eq 2 座 count [新区] 公厕"]);
    // Nothing says of what.
    check("完成老城区12公里改造。", &["? 12公里"]);
    check("老城区完成12公里改造。", &["? 12公里"]);
}

#[test]
fn what_is_made_itself_is_no_place_of_works() {
    check("打造特色园区3个。", &["eq 3 个 count 特色园区"]);
    check("完成老旧小区150户改造。", &["eq 150 户 count 老旧小区"]);
    check("完成清水河8公里治理。", &["eq 8 公里 count 清水河"]);
    check("完成产业园区3000亩建设。", &["eq 3000 亩 count 产业园区"]);
    check("完成老城区老旧管网12公里改造。", &["eq 12 公里 count 老城区老旧管网"]);
}
