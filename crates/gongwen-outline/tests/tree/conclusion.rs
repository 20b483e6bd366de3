//! Paragraphs behind a list that speak of all its items.

use super::check;

#[test]
fn what_speaks_of_all_items_belongs_above_them() {
    check(
        "某县方案\n一、重点任务\n1.统一标准。公布清单。\n2.延伸服务。设置代办点。\n以上工作由县司法局牵头。\n各镇每月报送。\n二、要求\n抓好落实。\n",
        "一、重点任务 [TT]
      1.统一标准 [T]
      2.延伸服务 [T]
    二、要求 [T]",
    );
    // What led the list in goes on behind it.
    check(
        "某县方案\n（一）统一模式。可采取以下方式。\n1.窗口受理。设置窗口。\n2.上门代办。组织人员。\n同时，县数据局负责打通系统。\n",
        "（一）统一模式 [TT]
      1.窗口受理 [T]
      2.上门代办 [T]",
    );
    // Lines of duty, things that every item names, or none.
    check(
        "某县方案\n（一）供水\n1.新建水厂。新建水厂2座。\n责任单位：县水利局\n2.改造管网。改造管网5公里。\n责任单位：县城管局\n以上项目由县水利局牵头。\n\
         （二）修路\n1.县道项目。改造3条。\n2.村道项目。改造20条。\n以上项目由县交通运输局牵头。\n",
        "（一）供水 [T]
      1.新建水厂 [TF]
      2.改造管网 [TF]
    （二）修路 [T]
      1.县道项目 [T]
      2.村道项目 [T]",
    );
    // No heading stands above.
    check(
        "某县通知\n1.统一标准。公布清单。\n2.延伸服务。设置代办点。\n以上工作由县司法局牵头。\n",
        "1.统一标准 [T]
    2.延伸服务 [T]",
    );
}

#[test]
fn what_all_leads_are_told_is_the_documents() {
    check(
        "某县方案\n一、文体项目\n举办演出。\n牵头单位：县文旅局\n二、生态项目\n新建公园。\n牵头单位：县城管局\n各牵头单位要细化方案。县人大每半年视察1次。\n",
        "一、文体项目 [TF]
    二、生态项目 [TF]",
    );
    check(
        "某县方案\n一、文体项目\n举办演出。\n二、生态项目\n新建公园。\n各牵头单位要细化方案。\n",
        "一、文体项目 [T]
    二、生态项目 [TT]",
    );
}

#[test]
fn what_an_item_goes_on_with_stays_its_own() {
    // Another item has two paragraphs, nothing leads in, the list goes on, the item stands alone.
    check(
        "某县方案\n（一）统一模式。可采取以下方式。\n1.窗口受理。设置窗口。\n逐步推广。\n2.上门代办。组织人员。\n同时，打通系统。\n\
         （二）推进服务。持续推进。\n1.公布清单。公布清单。\n2.设置窗口。设置窗口。\n同时，打通系统。\n\
         （三）推进改革。持续推进。\n1.编制目录。编制目录。\n以上工作年内完成。\n2.公布目录。公布目录。\n\
         （四）推进共享。持续推进。\n1.归集数据。归集数据。\n以上工作年内完成。\n\
         （五）做好储备。持续推进。\n1.公布目录。公布目录。\n2.储备项目。储备20个。\n上述项目由县发展改革局负责。\n",
        "（一）统一模式 [T]
      1.窗口受理 [TT]
      2.上门代办 [TT]
    （二）推进服务 [T]
      1.公布清单 [T]
      2.设置窗口 [TT]
    （三）推进改革 [T]
      1.编制目录 [TT]
      2.公布目录 [T]
    （四）推进共享 [T]
      1.归集数据 [TT]
    （五）做好储备 [T]
      1.公布目录 [T]
      2.储备项目 [TT]",
    );
}

#[test]
fn lines_of_duty_rise_from_the_last_item_though_the_document_closes_behind_them() {
    let plan = |second: &str| {
        format!(
            "某县方案\n（一）就医\n1.建卫生室。改造卫生室。\n2.下沉专家。下乡坐诊。\n责任单位：县卫健委\n\
             （二）出行\n1.优化线网。调整线路。\n{second}2.整治停车。新建车位。\n责任单位：县交通运输局\n各责任单位要按月报送进展。\n"
        )
    };
    check(
        &plan(""),
        "（一）就医 [F]
      1.建卫生室 [T]
      2.下沉专家 [T]
    （二）出行 [FT]
      1.优化线网 [T]
      2.整治停车 [T]",
    );
    // Each item has its own.
    check(
        &plan("责任单位：县城管局\n"),
        "（一）就医 [F]
      1.建卫生室 [T]
      2.下沉专家 [T]
    （二）出行 []
      1.优化线网 [TF]
      2.整治停车 [TFT]",
    );
}
