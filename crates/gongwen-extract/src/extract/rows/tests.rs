//! Examples of `rows`.

use crate::facts::{Facts, Scope};

/// What a table of a page gives (`|` between cells, `/` between lines of one, `^` for a cell that reaches down from above), with
/// `note` behind it: tasks with their times, duties and values.
fn check(rows: &[&str], note: &str, expect: &[&str]) {
    let cell = |row: usize, column: usize, words: &str| {
        let below = rows[row + 1..].iter().take_while(|row| row.split('|').nth(column) == Some("^"));
        format!("<td rowspan={}>{}</td>", below.count() + 1, words.replace('/', "<br>"))
    };
    let row = |(at, row): (usize, &&str)| {
        let cells = row.split('|').enumerate().filter(|(_, words)| *words != "^");
        format!("<tr>{}</tr>", cells.map(|(column, words)| cell(at, column, words)).collect::<String>())
    };
    let table: String = rows.iter().enumerate().map(row).collect();
    let page = format!(
        "<html><body><p>某县2024年水利工程实施方案</p><p>一、任务分工</p><p>按下表分工落实。</p><table>{table}</table>\
         <p>{note}</p></body></html>"
    );
    let manuscript = gongwen_read::read(page.as_bytes(), None).expect("a page");
    let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
    assert_eq!(told(&facts, &manuscript.text), expect, "{rows:?}");
}

fn told(facts: &Facts<'_>, text: &str) -> Vec<String> {
    let due = |task: &crate::Task| task.due.as_ref().and_then(|due| due.by.clone()).unwrap_or_default();
    let tasks = facts.tasks.iter().map(|task| format!("{} {}", task.text.of_text(text), due(task)));
    let tasks: Vec<String> = tasks.map(|task| task.trim_end().to_owned()).collect();
    let scope = |scope: Scope| match scope {
        Scope::Task(task) => task.to_string(),
        Scope::Section(_) | Scope::Document => "-".to_owned(),
    };
    let duties = facts.assignments.iter().map(|duty| {
        let name = facts.orgs[duty.org].name.trim_start_matches("某县");
        format!("{} {:?} {name}", scope(duty.scope), duty.role)
    });
    let targets =
        facts.targets.iter().map(|target| format!("{} {}{}", scope(target.scope), target.value, target.unit));
    tasks.into_iter().chain(duties).chain(targets).collect()
}

#[test]
fn a_unit_and_its_time_in_one_column() {
    check(
        &[
            "序号|任务|责任单位及时限",
            "1|新建公园|县住建局，2024年10月底前",
            "2|新建学校|县教育局，2024年8月底前",
        ],
        "",
        &["新建公园 2024-10", "新建学校 2024-08", "0 Responsible 县住建局", "1 Responsible 县教育局"],
    );
}

#[test]
fn items_of_a_ledger_are_due_with_their_row() {
    check(
        &[
            "责任单位|工作任务|完成时限",
            "县教育局|1.新建学校。/2.修好操场。|2024年9月",
            "县水利局|清理河道|2024年6月",
        ],
        "",
        &[
            "新建学校。 2024-09",
            "修好操场。 2024-09",
            "清理河道 2024-06",
            "- Responsible 县教育局",
            "- Responsible 县水利局",
        ],
    );
}

#[test]
fn what_a_unit_helps_with_it_supports() {
    check(
        &[
            "责任单位|工作职责",
            "县公安局|1.查处案件。/2.协助做好警戒。/3.参与会商。",
            "县工信局|1.协助企业申报。/2.参与评比。",
        ],
        "",
        &[
            "查处案件。",
            "协助做好警戒。",
            "参与会商。",
            "协助企业申报。",
            "参与评比。",
            "- Responsible 县公安局",
            "1 Support 县公安局",
            "2 Support 县公安局",
            "- Responsible 县工信局",
        ],
    );
}

/// 成员单位 made all of them answer.
#[test]
fn the_words_of_a_member_rank_it() {
    check(
        &[
            "成员单位|主要职责",
            "县市监局|牵头做好调查。",
            "县教育局|协助有关部门开展调查。",
            "县融媒体中心|配合做好引导；参与相关会商。",
            "县财政局|负责经费监管，配合县教育局做好采购。",
            "县工信局|协助企业申报。",
            "县公安局|牵头查处案件，负责维护秩序。",
        ],
        "",
        &[
            "牵头做好调查。",
            "协助有关部门开展调查。",
            "配合做好引导；参与相关会商。",
            "负责经费监管，配合县教育局做好采购。",
            "协助企业申报。",
            "牵头查处案件，负责维护秩序。",
            "0 Lead 县市监局",
            "1 Support 县教育局",
            "2 Support 县融媒体中心",
            "3 Responsible 县财政局",
            "3 Support 县财政局",
            "4 Responsible 县工信局",
            "5 Responsible 县公安局",
            "5 Lead 县公安局",
        ],
    );
}

#[test]
fn a_note_below_a_table_is_no_duty_of_its_rows() {
    let rows = &["任务|牵头单位", "建好水厂|县水利局"];
    check(rows, "备注：县审计局负责跟踪督促。", &["建好水厂", "0 Lead 县水利局"]);
    let items = "说明：</p><p>1.县审计局负责督促。</p><p>2.县财政局配合。";
    check(rows, items, &["建好水厂", "0 Lead 县水利局"]);
}

#[test]
fn a_cell_over_several_rows_promises_once() {
    check(
        &["序号|任务|牵头单位", "1|建设高标准农田3万亩。|县农业农村局", "2|^|县水利局"],
        "",
        &[
            "建设高标准农田3万亩。",
            "建设高标准农田3万亩。",
            "0 Lead 县农业农村局",
            "1 Lead 县水利局",
            "0 30000亩",
        ],
    );
}

#[test]
fn the_measure_tells_what_to_do_and_the_aim_how_far() {
    check(
        &[
            "序号|反馈问题|整改目标|整改措施|责任单位",
            "1|管网破损。|负荷率达到70%以上。|新建管网35公里。|县住建局",
            "^|^|^|改造小区16个。|县城管局",
        ],
        "",
        &[
            "新建管网35公里。",
            "改造小区16个。",
            "0 Responsible 县住建局",
            "1 Responsible 县城管局",
            "0 70%",
            "0 35公里",
            "1 16个",
        ],
    );
}

#[test]
fn what_a_year_costs_is_planned_and_begins_no_work() {
    check(
        &[
            "项目名称|建设内容|总投资（万元）|2024年计划投资（万元）|开工时间|竣工时间|责任单位",
            "水厂|新建水厂1座|12000|5000|2024年3月|2025年12月|县水利局",
            "大桥|新建桥梁2座|8000|3000|2023年6月|2024年10月|县交通局",
        ],
        "",
        &[
            "新建水厂1座 2025-12",
            "新建桥梁2座 2024-10",
            "0 Responsible 县水利局",
            "1 Responsible 县交通局",
            "0 1座",
            "0 50000000元",
            "1 2座",
            "1 30000000元",
        ],
    );
    // What was spent before is none, nor what a sum is made of.
    check(
        &[
            "项目名称|2023年计划投资（万元）|2023年完成投资（万元）|责任单位",
            "水厂|5000|4800|县水利局",
            "大桥|3000|2900|县交通局",
        ],
        "",
        &["水厂", "大桥", "0 Responsible 县水利局", "1 Responsible 县交通局"],
    );
}

#[test]
fn marks_mean_what_the_legend_says() {
    let rows = &["任务|县水利局|县财政局", "建好水厂|●|○", "修好管网|○|●"];
    check(
        rows,
        "注：●为牵头单位，○为配合单位。",
        &[
            "建好水厂",
            "修好管网",
            "0 Lead 县水利局",
            "1 Support 县水利局",
            "0 Support 县财政局",
            "1 Lead 县财政局",
        ],
    );
    check(rows, "", &["建好水厂", "修好管网"]);
}

#[test]
fn plans_of_inspection() {
    check(
        &[
            "序号|抽查事项|抽查对象|抽查比例|抽查频次|抽查时间|牵头部门|配合部门",
            "1|加油站检查|加油站|不低于5%|1次/年|3月-10月|县市场监管局|县商务局",
            "2|医院检查|医院|10|每半年1次|2024年9月底前|县卫健局|县医保局",
            "3|酒店检查|酒店|按需|两年一次|全年|县公安局|",
        ],
        "",
        &[
            "加油站检查 2024-10",
            "医院检查 2024-09",
            "酒店检查",
            "0 Lead 县市场监管局",
            "0 Support 县商务局",
            "1 Lead 县卫健局",
            "1 Support 县医保局",
            "2 Lead 县公安局",
            "0 5%",
            "0 1次",
            "1 1次",
        ],
    );
}

#[test]
fn tables_of_marks() {
    // Who answers for what is assessed has it as a task; who assesses, points and how they are given are nothing.
    check(
        &[
            "考核指标|分值|评分标准|责任单位|考核部门",
            "处理率达到95%以上|10|每低1%扣1分|县住建局|县政府办",
            "粮食面积|5分|完成得5分|县农业农村局|县政府办",
        ],
        "",
        &["处理率达到95%以上", "粮食面积", "0 Responsible 县住建局", "1 Responsible 县农业农村局", "0 95%"],
    );
    check(
        &["序号|考核内容|扣分标准|责任单位", "1|召开会议|未召开的一次扣5分，扣完为止|县水利局"],
        "",
        &["召开会议", "0 Responsible 县水利局"],
    );
    check(&["考核内容|分值|评分标准|评分部门", "召开会议|5|未召开扣5分|县水利局"], "", &[]);
    check(&["评分标准|分值|责任单位", "获表彰加2分|2|县水利局"], "", &[]);
}

#[test]
fn remarks_bind_where_they_set_a_bound() {
    check(
        &[
            "任务|牵头单位|备注",
            "检查水库|县水利局|抽查比例≥30%",
            "巡查河道|县水利局|每周巡查2次",
            "修复堤防|县水利局|总投资500万元",
            "新建泵站|县水利局|新建3座",
        ],
        "",
        &[
            "检查水库",
            "巡查河道",
            "修复堤防",
            "新建泵站",
            "0 Lead 县水利局",
            "1 Lead 县水利局",
            "2 Lead 县水利局",
            "3 Lead 县水利局",
            "0 30%",
            "1 2次",
        ],
    );
}

#[test]
fn aims_of_a_year_are_due_in_it() {
    let plan = |header: &str| {
        format!(
            "某县2026年重点项目方案\n一、任务\n（一）对接。主动对接。\n附件\n某县2026年重点项目责任表\n\
             序号\t项目名称\t{header}\t责任单位\t竣工时间\n1\t大桥\t新建桥墩8个\t县交通局\t2027年5月\n\
             2\t水厂\t铺设管网3公里\t县水利局\t2026年9月\n"
        )
    };
    assert_eq!(targets(&plan("年度建设目标")), ["8个 - <", "3公里 - 2026 <"]);
    assert_eq!(targets(&plan("2026年建设内容")), ["8个 - 2026 <", "3公里 - 2026 <"]);
    assert_eq!(targets(&plan("建设内容")), ["8个 - 2027 <", "3公里 - 2026 <"]);
}

/// Value, unit, group, deadline and year of the baseline of each target of a text.
fn targets(text: &str) -> Vec<String> {
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
    let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
    let told = facts.targets.iter().map(|target| {
        let base = target.baseline.as_ref().and_then(|baseline| baseline.year);
        let year = |year: Option<i16>| year.map_or(String::new(), |year| format!(" {year}"));
        let (by, from) = (year(target.deadline), year(base));
        format!("{}{} {}{by} <{from}", target.value, target.unit, target.group.as_deref().unwrap_or("-"))
    });
    told.collect()
}

#[test]
fn a_plan_that_came_out_late_starts_from_the_year_before() {
    let plan = "某县教育“十四五”规划\n某政发〔2022〕28号\n一、总体目标\n专栏1 主要指标\n\
                序号\t指标名称\t单位\t2021年\t2023年\t2025年\n1\t巩固率\t%\t80\t85\t90\n2\t入园率\t%\t81\t86\t91\n\
                某县人民政府\n2022年7月1日\n";
    assert_eq!(
        targets(plan),
        ["85% - 2023 < 2021", "90% - 2025 < 2021", "86% - 2023 < 2021", "91% - 2025 < 2021"]
    );
}

#[test]
fn money_that_is_raised_is_shared_out_too() {
    let plan = "某县2025年招商引资方案\n一、任务\n（一）对接。主动对接。\n附件\n某县2025年招商引资任务分配表\n\
                序号\t责任单位\t引进项目（个）\t到位资金（亿元）\n1\t城关镇\t4\t3.5\n2\t石桥镇\t3\t2\n";
    let expect = ["4个 城关镇 <", "350000000元 城关镇 <", "3个 石桥镇 <", "200000000元 石桥镇 <"];
    assert_eq!(targets(plan), expect);
    let several = "某县培训方案（2022—2024年）\n一、任务\n（一）对接。主动对接。\n附件\n2022年培训任务分解表\n\
                   序号\t乡镇\t培训任务（人）\t创业任务（人）\n1\t城关镇\t40\t4\n2\t石桥镇\t30\t3\n";
    let expect = ["40人 城关镇 2022 <", "4人 城关镇 2022 <", "30人 石桥镇 2022 <", "3人 石桥镇 2022 <"];
    assert_eq!(targets(several), expect);
}

#[test]
fn words_that_lead_in_tell_by_when() {
    let plan = "某县数字建设“十四五”规划\n一、总体目标\n到2025年，建成现代政府。具体为：\n——服务便捷。网办率达85%。\n\
                二、任务\n（一）提升。2024年，做好以下工作：\n1.培训。培训300人。\n（二）扩面。新建站点5个。\n";
    assert_eq!(targets(plan), ["85% - 2025 <", "300人 - 2024 <", "5个 - <"]);
    let report = "某县2024年重点工作推进情况的通报\n各乡镇：\n一、总体情况\n改造小区12个。\n二、下步打算\n改造小区3个。\n";
    assert_eq!(targets(report), ["3个 - <"]);
    let report = report.replace("改造", "县水利局牵头改造");
    let manuscript = gongwen_read::read(report.as_bytes(), None).expect("text is read");
    let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
    assert_eq!(facts.assignments.len(), 1, "who led what was done has no duty by it");
    let rules = "某县贴息资金管理办法\n第一条 申报主体应具备下列条件：\n（一）资产负债率不超过70%；\n\
                 第二条 县农业局每年检查企业20家。\n";
    assert_eq!(targets(rules), ["20家 - <"]);
    let task = "某县2024年教育方案\n一、重点任务\n（一）改善。加快改善办学条件：\n1.新建学校。新建学校3所。\n2.改造宿舍。改造宿舍5栋。\n";
    assert_eq!(targets(task), ["3所 - <", "5栋 - <"]);
}

#[test]
fn notes_below_tables_say_whom_to_ask() {
    let text = "某县工作台账\n\n序号\t工作任务\t牵头单位\n1\t改造小区32个\t县住建局\n2\t新建公园10处\t县城管局\n\n备注：进展情况报县住建局（联系人：张某，电话：6012345）。\n";
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
    let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
    let contacts: Vec<&str> = facts.metadata.contacts.iter().map(|contact| &*contact.value).collect();
    assert_eq!(contacts, ["张某", "6012345"]);
}

#[test]
fn a_cell_over_the_columns_of_several_years_is_due_in_the_last() {
    let plan = |header: &str, rows: &str| {
        format!(
            "<html><body><p>某县水利方案（2023—2025年）</p><p>一、任务</p><p>按下表落实。</p><table>\
             <tr><td>序号</td>{header}<td>2023年</td><td>2024年</td><td>2025年</td></tr>{rows}</table></body></html>"
        )
    };
    let rows = "<tr><td>1</td><td>新建水库</td><td>座</td><td colspan=3>3</td></tr>\
                <tr><td>2</td><td>治理河道</td><td>公里</td><td>10</td><td colspan=2>50</td></tr>";
    let expect = ["3座 - 2025 <", "10公里 - 2023 <", "50公里 - 2025 <"];
    assert_eq!(targets(&plan("<td>指标</td><td>单位</td>", rows)), expect);
    let words = "<tr><td>1</td><td>河道治理</td><td>县水利局</td><td colspan=2>治理河道60公里</td><td>种树8万株</td></tr>\
                 <tr><td>2</td><td>供水</td><td>县水利局</td><td colspan=3>新建水厂2座</td></tr>";
    let expect = ["60公里 - 2024 <", "80000株 - 2025 <", "2座 - 2025 <"];
    assert_eq!(targets(&plan("<td>重点任务</td><td>责任单位</td>", words)), expect);
}

#[test]
fn two_rows_of_headers_tell_years_and_their_parts() {
    let plan = |rows: &str| {
        format!(
            "<html><body><p>某县水利方案（2023—2025年）</p><p>一、任务</p><p>按下表落实。</p><table>{rows}</table></body></html>"
        )
    };
    let head = |over: &str, below: [&str; 4]| {
        let below = below.map(|name| format!("<td>{name}</td>")).concat();
        format!(
            "<tr><td rowspan=2>序号</td><td rowspan=2>任务</td>{over}<td rowspan=2>责任单位</td></tr><tr>{below}</tr>"
        )
    };
    // The year stands over what is aimed at and done in it.
    let years = head("<td colspan=2>2023年</td><td colspan=2>2024年</td>", ["目标", "措施", "目标", "措施"]);
    let rows = "<tr><td>1</td><td>河道治理</td><td>治理河道20公里</td><td>清淤</td><td>治理河道30公里</td><td>清淤</td><td>县水利局</td></tr>\
                <tr><td>2</td><td>供水</td><td colspan=4>新建水厂2座</td><td>县水利局</td></tr>";
    assert_eq!(
        targets(&plan(&[&years, rows].concat())),
        ["20公里 - 2023 <", "30公里 - 2024 <", "2座 - 2024 <"]
    );
    // A cell over parts of a year is of the last.
    let parts = head("<td colspan=4>2025年目标</td>", ["一季度", "上半年", "三季度", "全年"]);
    let rows = "<tr><td>1</td><td>投资完成率（%）</td><td>25</td><td>50</td><td>75</td><td>100</td><td>县水利局</td></tr>\
                <tr><td>2</td><td>水质达标率（%）</td><td colspan=2>97</td><td colspan=2>98</td><td>县水利局</td></tr>";
    let rates = targets(&plan(&[&parts, rows].concat()));
    assert_eq!(rates[4..], ["97% 上半年 2025 <", "98% - 2025 <"]);
    // Money has its name and its unit above its years.
    let money = head("<td colspan=4>年度投资计划（万元）</td>", ["2022年", "2023年", "2024年", "2025年"]);
    let rows = "<tr><td>1</td><td>建好水厂</td><td>90</td><td>100</td><td colspan=2>500</td><td>县水利局</td></tr>\
                <tr><td>2</td><td>修好堤防</td><td></td><td>100</td><td>200</td><td>300</td><td>县水利局</td></tr>";
    let sums = targets(&plan(&[&money, rows].concat()));
    assert_eq!(sums[..2], ["1000000元 - 2023 <", "5000000元 - 2025 <"]);
}
