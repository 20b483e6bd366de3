//! Whose the lines of keys are.

use super::check;
use gongwen_outline::outline;

#[test]
fn a_list_of_units_goes_on_in_the_next_lines() {
    let text = "某县方案\n一、任务\n1.建设基地。建成一处。\n责任单位：县水利局\n县现代农业发展中心\n各乡镇人民政府\n2.整治。清理完毕。\n责任单位：县林业局\n";
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
    let outline = gongwen_outline::outline(&manuscript);
    let owns: Vec<usize> = outline.sections.iter().map(|section| section.own.len()).collect();
    assert_eq!(owns, [0, 2, 2]);
}

#[test]
fn field_lines_behind_the_items_belong_above() {
    check(
        "某县工作方案\n（一）宣传行动\n1.广泛宣传。运用各类媒体，开展宣传活动。\n2.选树典型。评选先进集体，发挥示范作用。\n牵头部门：县委宣传部\n配合部门：县科协\n\
         （二）培训行动\n1.组织培训。分期分批开展培训，提升能力。\n2.以赛促训。举办技能竞赛，营造氛围。\n牵头部门：县人社局\n",
        "（一）宣传行动 [FF]
      1.广泛宣传 [T]
      2.选树典型 [T]
    （二）培训行动 [F]
      1.组织培训 [T]
      2.以赛促训 [T]",
    );
}

#[test]
fn field_lines_of_each_item_stay_with_it() {
    check(
        "某县工作要点\n一、重点任务\n1.广泛宣传。运用各类媒体，开展宣传活动。\n责任单位：县委宣传部\n2.选树典型。评选先进集体，发挥示范作用。\n责任单位：县科协\n",
        "一、重点任务 []
      1.广泛宣传 [TF]
      2.选树典型 [TF]",
    );
}

#[test]
fn field_lines_behind_the_last_item_stay_where_another_names_its_own() {
    // Keys behind an item's last sentence are its own statement; the lines rose past them to all items.
    check(
        "某县工作要点\n（一）宣传行动\n1.广泛宣传。运用各类媒体，开展活动。责任单位：县委宣传部；配合单位：县科协\n2.选树典型。评选先进集体，发挥示范作用。\n牵头单位：县科协\n\
         （二）培训行动\n1.组织培训。分期分批开展培训，提升能力。\n牵头单位：县人社局\n",
        "（一）宣传行动 []
      1.广泛宣传 [T]
      2.选树典型 [TF]
    （二）培训行动 []
      1.组织培训 [TF]",
    );
    // A time names nobody.
    check(
        "某县工作要点\n（一）宣传行动\n1.广泛宣传。运用各类媒体，开展活动。完成时限：10月底\n2.选树典型。评选先进集体，发挥示范作用。\n牵头单位：县科协\n",
        "（一）宣传行动 [F]
      1.广泛宣传 [T]
      2.选树典型 [T]",
    );
}

#[test]
fn keys_in_brackets_are_field_lines() {
    check(
        "某县实事方案\n一、就业工程\n【目标任务】新增就业600人。\n【责任单位】县人社局\n【完成时限】2025年12月\n二、学前教育\n1.扩大学位。新建幼儿园4所。【责任单位】县教育局\n2.提高质量。开展培训。\n【责任单位】县财政局\n",
        "一、就业工程 [TFF]
    二、学前教育 []
      1.扩大学位 [T]
      2.提高质量 [TF]",
    );
}

#[test]
fn keys_above_other_lines_are_the_items_own() {
    // The last item's keys rose to the section where the items before it closed with other lines.
    check(
        "某县清单\n一、工程\n1.筛查。免费筛查一万人。\n牵头单位：县卫健局\n进度安排：分批推进。\n2.改建。改建卫生室二十所。\n牵头单位：县住建局\n",
        "一、工程 []\n  1.筛查 [TFT]\n  2.改建 [TF]",
    );
}

#[test]
fn the_name_of_an_entry_is_its_title() {
    check(
        "某县清单\n项目名称：湿地公园\n建设内容：绿化成片。\n责任单位：县水利局\n项目名称：供热管网\n责任单位：县住建局\n",
        "湿地公园 [TF]\n供热管网 [F]",
    );
}

#[test]
fn items_that_nobody_told_apart_are_flagged() {
    let found = |text: &str| {
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        outline(&manuscript).diagnostics.iter().filter(|found| found.code == "assignment-unread").count()
    };
    let items = |second: &str| {
        found(&format!(
            "某县方案\n一、任务\n子项甲\u{3000}修建道路。\n牵头单位：县交通局\n完成时限：5月底\n子项乙\u{3000}修建桥梁。\n{second}\n"
        ))
    };
    assert_eq!(items("牵头单位：县水利局"), 1);
    assert_eq!(items("完成时限：7月底"), 1);
    assert_eq!(items("配合单位：县财政局"), 0);
    assert_eq!(found("某县方案\n一、任务\n修建道路。\n责任单位：县交通局\n责任单位：县水利局\n"), 0);
}
