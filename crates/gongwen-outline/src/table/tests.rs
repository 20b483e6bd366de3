use super::*;
use gongwen_text::Cell;

/// A grid from a sketch: rows by line, cells by `|`, `/` for a paragraph, `^` for a cell that reaches down from above, `<`
/// for one that reaches over from the left.
fn sketch(rows: &str, header_rows: usize) -> (String, Grid) {
    let mut text = String::new();
    let mut grid = Grid { header_rows, ..Grid::default() };
    for (r, line) in rows.lines().enumerate() {
        grid.rows.push(Vec::new());
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        grid.columns = grid.columns.max(cells.len());
        for (c, words) in cells.into_iter().enumerate() {
            let column = c as u16;
            if words == "^" {
                let mut above = grid.rows[..r].iter_mut().rev().flatten();
                above.find(|x| x.column == column).expect("a cell above").rowspan += 1;
                continue;
            }
            if words == "<" {
                grid.rows[r].last_mut().expect("a cell to the left").colspan += 1;
                continue;
            }
            let start = text.len();
            text.push_str(&words.replace('/', "\n"));
            let span = Span::new(start, text.len());
            text.push('\n');
            grid.rows[r].push(Cell { span, column, rowspan: 1, colspan: 1 });
        }
    }
    grid.span = Span::new(0, text.len());
    (text, grid)
}

/// Kind, roles, and rows with `*` at merged cells; items of a ledger below their row.
fn show(text: &str, grid: &Grid) -> String {
    let reading = read_grid(text, 0, grid, false);
    let roles: Vec<String> = reading.columns.iter().map(|c| format!("{:?}", c.role)).collect();
    let mut lines = vec![format!("{:?}: {}", reading.kind, roles.join(" "))];
    for row in &reading.rows {
        let mark = |merged| if merged { "*" } else { "" };
        let cells =
            row.cells.iter().map(|c| [mark(c.merged), &c.span.of_text(text).replace('\n', "/")].concat());
        lines.push(cells.collect::<Vec<_>>().join(" | "));
        for item in &row.items {
            let words = |s: Option<Span>| s.map_or("-", |s| s.of_text(text));
            let shown = item.text.of_text(text).replace('\n', "/");
            lines.push(format!("  {} [{}] {shown}", words(item.label), words(item.title)));
        }
    }
    lines.join("\n")
}

fn check(rows: &str, header_rows: usize, expect: &str) {
    let (text, grid) = sketch(rows, header_rows);
    assert_eq!(show(&text, &grid).trim_end(), expect.trim_end(), "\n{rows}");
}

#[test]
fn merged_cells_are_filled_inside_their_group() {
    check(
        "序号|重点工程|主要任务|具体措施|牵头部门|责任单位\n1|供水|1.建好水厂|新建两座。|县水利局|县财政局/县审计局\n2||2疏通管网|清淤。||县住建局\n3|供水|3.巡查|每月一次。||县水务公司\n4|排水|1.清淤|清淤。||县城管局",
        1,
        "Responsibility: Number Group Task Measure Lead Responsible\n1 | 供水 | 建好水厂 | 新建两座。 | 县水利局 | 县财政局/县审计局\n2 | *供水 | 疏通管网 | 清淤。 | *县水利局 | 县住建局\n3 | 供水 | 巡查 | 每月一次。 | *县水利局 | 县水务公司\n4 | 排水 | 清淤 | 清淤。 |  | 县城管局",
    );
}

#[test]
fn longer_words_beside_the_task_say_what_it_is() {
    check(
        "序号|实事名称|兴建事宜|牵头单位\n1|供水工程|建好水厂两座，修管网五公里。|县水利局\n2|助餐工程|建成食堂十家。|县民政局",
        1,
        "Responsibility: Number Task Measure Lead\n1 | 供水工程 | 建好水厂两座，修管网五公里。 | 县水利局\n2 | 助餐工程 | 建成食堂十家。 | 县民政局",
    );
}

#[test]
fn what_a_row_is_about() {
    // Whom a leader helps answers for nothing, and no person is a task.
    check(
        "序号|挂联领导|企业名称|服务单位\n1|罗某|甲食品公司|县工信局\n2|刘某|乙电子公司|县商务局",
        0,
        "Responsibility: Number Person Task Responsible\n1 | 罗某 | 甲食品公司 | 县工信局\n2 | 刘某 | 乙电子公司 | 县商务局",
    );
    check(
        "挂点人员|包保乡镇|包保单位\n杨某|甲镇|县林业局\n县委书记|乙镇|县水务局",
        1,
        "Responsibility: Other Task Responsible\n杨某 | 甲镇 | 县林业局\n县委书记 | 乙镇 | 县水务局",
    );
    check(
        "重点林区|责任单位|工作任务\n甲林区|县林业局|每月督导\n乙林区|县水务局|每月督导",
        1,
        "Responsibility: Task Responsible Measure\n甲林区 | 县林业局 | 每月督导\n乙林区 | 县水务局 | 每月督导",
    );
    // What is done to it has many names; persons may be all that answer for it.
    check(
        "帮扶单位|帮扶村|帮扶任务\n县林业局|甲村|种树\n县水务局|乙村|修渠",
        1,
        "Responsibility: Responsible Task Measure\n县林业局 | 甲村 | 种树\n县水务局 | 乙村 | 修渠",
    );
    check(
        "项目名称|联系企业|服务内容|服务单位\n用工|甲公司|招工百人|县人社局\n融资|乙公司|放贷|县金融办",
        1,
        "Responsibility: Task Other Measure Responsible\n用工 | 甲公司 | 招工百人 | 县人社局\n融资 | 乙公司 | 放贷 | 县金融办",
    );
    check(
        "河湖名称|县级河长|年度目标\n甲河|罗某|清淤五公里\n乙河|刘某|修堤两公里",
        1,
        "Responsibility: Task Person Measure\n甲河 | 罗某 | 清淤五公里\n乙河 | 刘某 | 修堤两公里",
    );
    check(
        "姓名|职务|工作职责\n罗某|组长|负责全面工作\n刘某|副组长|负责日常工作",
        1,
        "Other: Person Other Measure\n罗某 | 组长 | 负责全面工作\n刘某 | 副组长 | 负责日常工作",
    );
    // Where nothing but persons and places stands, nobody has anything to do; bodies under an unknown header neither.
    check(
        "县级领导|联系单位|涉及镇\n县委书记|县水利局|甲镇\n县长|县财政局|乙镇",
        0,
        "Other: Person Other Other\n县委书记 | 县水利局 | 甲镇\n县长 | 县财政局 | 乙镇",
    );
    check(
        "重点任务|承办机构|参加方\n修桥|县交通局|县公安局\n修路|县住建局|县公安局",
        1,
        "Responsibility: Task Responsible Other\n修桥 | 县交通局 | 县公安局\n修路 | 县住建局 | 县公安局",
    );
}

#[test]
fn money_of_a_year() {
    check(
        "项目名称|总投资（万元）|2025年计划|<|责任单位\n^|^|计划投资（万元）|形象进度|^\n水厂|5000|2000|完工|县水利局\n大桥|3000|1000|封顶|县交通局",
        2,
        "Responsibility: Task Other Money Value Responsible\n水厂 | 5000 | 2000 | 完工 | 县水利局\n大桥 | 3000 | 1000 | 封顶 | 县交通局",
    );
    // Which of the columns below it is all of it nobody says.
    check(
        "项目名称|2025年计划投资|<|责任单位\n^|合计|省级|^\n水厂|5000|2000|县水利局\n大桥|3000|1000|县交通局",
        2,
        "Responsibility: Task Other Other Responsible\n水厂 | 5000 | 2000 | 县水利局\n大桥 | 3000 | 1000 | 县交通局",
    );
}

#[test]
fn marks_below_units() {
    check(
        "任务|县水利局|县财政局|县教育局\n建水厂|●|○|\n修学校||○|●",
        1,
        "Responsibility: Task Mark Mark Mark\n建水厂 | ● | ○ | \n修学校 |  | ○ | ●",
    );
    // Figures and words are none.
    check(
        "任务|县水利局|县财政局\n建水厂|3|4\n修学校|5|6",
        1,
        "Other: Task Other Other\n建水厂 | 3 | 4\n修学校 | 5 | 6",
    );
}

#[test]
fn headers_divided_in_two_rows() {
    // Markdown states no joined cells: blanks stand for them, or their words again.
    let told = "Responsibility: Number Task Lead Support Due\n1 | 新建水厂 | 县住建局 | 县水务局 | 11月底\n2 | 设置界碑 | 县民政局 | 县财政局 | 9月底";
    let rows = "1|新建水厂|县住建局|县水务局|11月底\n2|设置界碑|县民政局|县财政局|9月底";
    let heads = |above: &str, below: &str| check(&format!("{above}\n{below}\n{rows}"), 1, told);
    heads("序号|重点任务|责任单位||完成时限", "||牵头单位|配合单位|");
    heads("序号|重点任务|责任分工|责任分工|完成时限", "序号|重点任务|牵头单位|配合单位|完成时限");
    heads("序号|重点任务|责任分工|责任分工|完成时限", "||牵头单位|配合单位|");
    check(
        "序号|乡镇|造林任务（亩）|<|植树（万株）\n^|^|人工造林|封山育林|^\n1|甲镇|3000|2000|5\n2|乙镇|2500|1500|4.5",
        0,
        "Allotment: Number Place Value Value Other\n1 | 甲镇 | 3000 | 2000 | 5\n2 | 乙镇 | 2500 | 1500 | 4.5",
    );
}

#[test]
fn groups_with_sums_and_empty_cells() {
    check(
        "序号|项目名称|建设内容|投资|责任单位\n一|产业项目||500|\n1|产业园|建设厂房。|500|县工信局\n二|民生项目||600|\n2|医院|设置床位。|600|",
        1,
        "Responsibility: Number Task Measure Other Responsible\n1 | 产业园 | 建设厂房。 | 500 | 县工信局\n2 | 医院 | 设置床位。 | 600 | ",
    );
}

#[test]
fn items_of_a_unit_before_those_who_help() {
    check(
        "责任单位|工作任务|配合单位\n县水利局|1.建好水厂。/2.修好管网。|县财政局\n县教育局|修好学校。|县住建局",
        1,
        "Ledger: Responsible Task Support\n县水利局 | 1.建好水厂。/2.修好管网。 | 县财政局\n  1. [-] 建好水厂。\n  2. [-] 修好管网。\n县教育局 | 修好学校。 | 县住建局\n  - [-] 修好学校。",
    );
}

#[test]
fn ditto_nothing_groups_and_sums() {
    check(
        "任务|牵头单位|配合单位|完成时限\n一、供水|<|<|<\n建水厂|县水利局|县财政局|2024年6月\n修管网|同上|—|长期\n二、排水|||\n清淤|县住建局||2024年底\n任务|牵头单位|配合单位|完成时限\n合计|3||",
        1,
        "Responsibility: Task Lead Support Due\n建水厂 | 县水利局 | 县财政局 | 2024年6月\n修管网 | *县水利局 |  | 长期\n清淤 | 县住建局 |  | 2024年底",
    );
}

#[test]
fn spans_of_the_grid_are_believed() {
    check(
        "类别|任务|责任单位\n供水|建水厂|县水利局\n^|修管网|^\n排水|清淤|",
        1,
        "Responsibility: Group Task Responsible\n供水 | 建水厂 | 县水利局\n*供水 | 修管网 | *县水利局\n排水 | 清淤 | ",
    );
}

#[test]
fn ledgers_have_items() {
    check(
        "序号|单位|任务清单\n1|县水利局|1.建好水厂。新建水厂两座。/2.培训人员300人次以上。做好记录。/续行。\n2|县财政局|做好保障。",
        0,
        "Ledger: Number Responsible Measure\n1 | 县水利局 | 1.建好水厂。新建水厂两座。/2.培训人员300人次以上。做好记录。/续行。\n  1. [建好水厂] 新建水厂两座。\n  2. [-] 培训人员300人次以上。做好记录。/续行。\n2 | 县财政局 | 做好保障。\n  - [-] 做好保障。",
    );
    check(
        "责任单位|工作职责\n县水利局|1.建好水厂；2.修好管网。 3.清淤。",
        1,
        "Ledger: Responsible Measure\n县水利局 | 1.建好水厂；2.修好管网。 3.清淤。\n  1. [-] 建好水厂；\n  2. [-] 修好管网。\n  3. [-] 清淤。",
    );
}

#[test]
fn indicators_with_headers_on_two_rows() {
    check(
        "序号|主要指标|单位|目标值|<|属性\n^|^|^|2023年|2025年|^\n1|新建管网|公里|20|200|约束性\n2|清淤管网|公里|-|300|约束性",
        1,
        "Indicator: Number Indicator Unit Value Value Other\n1 | 新建管网 | 公里 | 20 | 200 | 约束性\n2 | 清淤管网 | 公里 |  | 300 | 约束性",
    );
}

#[test]
fn what_the_header_does_not_say_the_cells_do() {
    check(
        "1|新建水厂两座，年底通水。|县水利局、县财政局\n2|修好管网。|县住建局",
        0,
        "Responsibility: Number Measure Responsible\n1 | 新建水厂两座，年底通水。 | 县水利局、县财政局\n2 | 修好管网。 | 县住建局",
    );
    check("姓名|电话\n张某|123", 0, "Other: Other Other\n姓名 | 电话\n张某 | 123");
}

/// From lines to a reading.
/// 主责单位 beside 牵头部门 answers; alone it leads.
#[test]
fn who_leads_beside_whom() {
    let roles = |rows: &str| {
        let (text, grid) = sketch(rows, 1);
        let columns = read_grid(&text, 0, &grid, false).columns;
        columns.iter().map(|c| format!("{:?}", c.role)).collect::<Vec<_>>().join(" ")
    };
    let rows = "序号|重点任务|牵头部门|主责单位|协办单位\n1|监测网络|市生态环境局|各区政府|市经信局";
    assert_eq!(roles(rows), "Number Task Lead Responsible Support");
    let rows = "序号|重点任务|主责单位|协办单位\n1|监测网络|市生态环境局|市经信局";
    assert_eq!(roles(rows), "Number Task Lead Support");
}

fn check_text(source: &str, expect: &str) {
    let manuscript = gongwen_read::read(source.as_bytes(), None).expect("readable");
    let shown: Vec<String> = manuscript.tables.iter().map(|grid| show(&manuscript.text, grid)).collect();
    assert_eq!(shown.join("\n"), expect, "\n{source}");
}

#[test]
fn a_cell_a_line_with_two_units_in_the_last_row() {
    check_text(
        "附件2\n\n重点任务分工\n\n序号\n任务\n责任单位\n完成时限\n1\n建设标准化卫生院2所\n县卫健局、各乡镇\n2024年10月\n2\n开展家庭医生签约\n县卫健局\n持续推进\n3\n完善分级诊疗\n县卫健局\n县医保局\n12月底\n\n抄送：县委办。\n",
        "Responsibility: Number Task Responsible Due\n1 | 建设标准化卫生院2所 | 县卫健局、各乡镇 | 2024年10月\n2 | 开展家庭医生签约 | 县卫健局 | 持续推进\n3 | 完善分级诊疗 | 县卫健局/县医保局 | 12月底",
    );
}

#[test]
fn a_table_of_pipes_with_groups_and_dittos() {
    check_text(
        "| 序号 | 重点任务 | 工作举措 | 牵头单位 | 配合单位 | 完成时限 |\n| --- | --- | --- | --- | --- | --- |\n| 一、政务服务 | | | | | |\n| 1 | 推进一网通办 | 1.整合窗口。<br>2.压减时限50%以上。 | 市行政审批局 | 市直各有关部门 | 2024年6月底前 |\n| 2 | 优化开办企业 | 压缩至0.5个工作日。 | 市市场监管局 | 市税务局、市公安局 | 长期 |\n| 3 | | 推广电子印章。 | 同上 | — | 2024年12月 |\n",
        "Responsibility: Number Task Measure Lead Support Due\n1 | 推进一网通办 | 1.整合窗口。/2.压减时限50%以上。 | 市行政审批局 | 市直各有关部门 | 2024年6月底前\n2 | 优化开办企业 | 压缩至0.5个工作日。 | 市市场监管局 | 市税务局、市公安局 | 长期\n3 | *优化开办企业 | 推广电子印章。 | *市市场监管局 |  | 2024年12月",
    );
}

#[test]
fn a_ledger_of_lines() {
    check_text(
        "工作台账\n序号\n责任单位\n工作任务\n\n1\n县委宣传部\n1.加强宣传。在主流媒体开设专栏。\n2.每季度发布不少于1次。\n\n2\n县\n消防救援大队\n开展检查。\n",
        "Ledger: Number Responsible Task\n1 | 县委宣传部 | 1.加强宣传。在主流媒体开设专栏。/2.每季度发布不少于1次。\n  1. [加强宣传] 在主流媒体开设专栏。\n  2. [-] 每季度发布不少于1次。\n2 | 县消防救援大队 | 开展检查。\n  - [-] 开展检查。",
    );
}

#[test]
fn the_column_of_names_names_the_task() {
    // `全部完工` was the title of what is to be done.
    check(
        "序号|项目名称|建设内容及规模|目标任务|责任单位\n1|城区供热改造|改造管网22公里|全部完工|县住建局\n2|产业园|新建温室50亩|完成投资三千万元|县农业农村局",
        1,
        "Responsibility: Number Task Measure Measure Responsible\n1 | 城区供热改造 | 改造管网22公里 | 全部完工 | 县住建局\n2 | 产业园 | 新建温室50亩 | 完成投资三千万元 | 县农业农村局",
    );
    check(
        "工程名称|建设内容|责任单位\n管网工程|新建管网35公里|县住建局\n湿地工程|修复湿地1200亩|县水利局",
        1,
        "Responsibility: Task Measure Responsible\n管网工程 | 新建管网35公里 | 县住建局\n湿地工程 | 修复湿地1200亩 | 县水利局",
    );
}

#[test]
fn members_beside_a_lead_have_no_part_told() {
    check(
        "检查组|组长单位|副组长单位|成员单位|检查时间\n第一组|县应急局|县公安局|县住建局|3月底前\n第二组|县教育局|县林业局|县民政局|4月底前",
        1,
        "Responsibility: Task Lead Other Other Due\n第一组 | 县应急局 | 县公安局 | 县住建局 | 3月底前\n第二组 | 县教育局 | 县林业局 | 县民政局 | 4月底前",
    );
    check(
        "成员单位|工作职责\n县教育局|开展演练。\n县民政局|摸排群众。",
        1,
        "Responsibility: Responsible Measure\n县教育局 | 开展演练。\n县民政局 | 摸排群众。",
    );
}

#[test]
fn figures_are_shared_out_among_places() {
    // The header says what is planned: the other figures are what the places have.
    check(
        "乡镇 | 耕地面积（亩） | 种植任务（亩） | 完成时限\n甲镇 | 9000 | 300 | 10月底\n乙镇 | 7000 | 200 | 11月底",
        1,
        "Allotment: Place Other Value Due\n甲镇 | 9000 | 300 | 10月底\n乙镇 | 7000 | 200 | 11月底",
    );
    // `高标准农田` is no standard of pay, and 新建 speaks of its own column alone.
    let (text, mut grid) = sketch(
        "乡镇|粮食|<|高标准农田|<|补助标准（元）\n^|播种面积（亩）|产量（吨）|新建（亩）|改造（亩）|^\n甲镇|9000|300|500|80|20\n乙镇|7000|200|400|70|20",
        2,
    );
    grid.caption = None;
    assert!(show(&text, &grid).starts_with("Allotment: Place Other Other Value Other Other"));
    let text = ["农业重点任务分解表\n", &text].concat();
    let caption = Span::new(0, "农业重点任务分解表".len());
    let moved = caption.end + 1;
    grid.caption = Some(caption);
    for cell in grid.rows.iter_mut().flatten() {
        cell.span = cell.span.shifted(moved as usize);
    }
    assert!(show(&text, &grid).starts_with("Allotment: Place Value Value Value Value Other"));
    // Where the title shares out, a deed in one header does not silence the others, nor is what places have shared out.
    let under = |title: &str, heads: &str| {
        let (text, mut grid) = sketch(&format!("{heads}\n甲镇|4.2|1.0|6\n乙镇|4.5|0.8|7"), 1);
        grid.caption = Some(Span::new(0, title.len()));
        let moved = title.len() + 1;
        for cell in grid.rows.iter_mut().flatten() {
            cell.span = cell.span.shifted(moved);
        }
        show(&[title, "\n", &text].concat(), &grid).lines().next().unwrap_or_default().to_owned()
    };
    let titled = |heads: &str| under("农业重点任务分解表", heads);
    let all = "Allotment: Place Value Value Value";
    let heads = "乡镇|新建高标准农田（亩）|改造提升（亩）|打井（眼）";
    assert_eq!(under("农田建设任务表", heads), all);
    assert_eq!(under("农田建设任务情况", heads), "Allotment: Place Value Other Other");
    assert_eq!(titled("乡镇|小麦播种面积（万亩）|新建高标准农田（万亩）|示范主体（个）"), all);
    assert_eq!(titled("乡镇|生猪出栏（万头）|计划新建养殖场（个）|防疫密度（%）"), all);
    assert_eq!(titled("乡镇|适宜地（亩）|2025年任务（亩）|村庄（个）"), "Allotment: Place Other Value Other");
    assert_eq!(titled("乡镇|行政村数（个）|新建公厕（座）|改厕（户）"), "Allotment: Place Other Value Value");
    // What was done of it, and what it costs, are values of nobody's share.
    check(
        "乡镇 | 任务数量（户） | 完成数量（户）\n甲镇 | 300 | 80\n乙镇 | 200 | 70",
        1,
        "Allotment: Place Value Other\n甲镇 | 300 | 80\n乙镇 | 200 | 70",
    );
    // How much of it was done so far: a table of progress.
    check(
        "乡镇 | 年度任务（户） | 已完成（户） | 完成率（%）\n甲镇 | 300 | 80 | 26.7\n乙镇 | 200 | 70 | 35",
        1,
        "Other: Responsible Value Other Other\n甲镇 | 300 | 80 | 26.7\n乙镇 | 200 | 70 | 35",
    );
    // Who answers for a share is still said.
    check(
        "责任单位 | 任务数（户）\n甲镇 | 300\n乙镇 | 200",
        1,
        "Allotment: Responsible Value\n甲镇 | 300\n乙镇 | 200",
    );
    // A place a column.
    check(
        "目标任务 | 单位 | 甲镇 | 乙镇\n造林 | 亩 | 300 | 500\n改厕 | 户 | 70 | 90",
        1,
        "Indicator: Indicator Unit Share Share\n造林 | 亩 | 300 | 500\n改厕 | 户 | 70 | 90",
    );
    // What places have is no plan.
    check(
        "乡镇 | 人口（人） | 耕地（亩）\n甲镇 | 9000 | 300\n乙镇 | 7000 | 200",
        1,
        "Other: Responsible Other Other\n甲镇 | 9000 | 300\n乙镇 | 7000 | 200",
    );
    // Words say what to do.
    check(
        "乡镇 | 工作任务 | 任务数（户）\n甲镇 | 改造厕所，验收到户 | 300\n乙镇 | 建设粪污处理站 | 200",
        1,
        "Responsibility: Responsible Task Value\n甲镇 | 改造厕所，验收到户 | 300\n乙镇 | 建设粪污处理站 | 200",
    );
}

#[test]
fn a_first_row_without_figures_heads_rows_of_them() {
    let header = |rows: &str| {
        let (text, grid) = sketch(rows, 0);
        let reading = read_grid(&text, 0, &grid, true);
        (reading.header_rows, reading.rows.len())
    };
    assert_eq!(
        header("乡镇|人工造林（亩）|封山育林（亩）\n甲镇|300|500\n乙镇|700|1000\n合计|1000|1500"),
        (1, 2)
    );
    assert_eq!(header("街道|改厕\n甲街道|300\n乙街道|700"), (1, 2));
    // Numbers head themselves; so do a third of the names.
    assert_eq!(header("序号|挂联人|企业\n1|罗某|甲公司\n2|刘某|乙公司"), (1, 2));
    assert_eq!(
        header(
            "林区|面积|领导|责任单位|属地|工作任务\n甲|3|罗某|县林业局|甲镇|巡山\n乙|4|何某|县水务局|乙镇|清障"
        ),
        (1, 2)
    );
    // Figures in the first row, or one row alone.
    assert_eq!(header("甲镇|300|500\n乙镇|700|1000\n丙镇|10|20"), (0, 3));
    assert_eq!(header("名单|人数|户数\n甲镇|300|500"), (0, 2));
}

#[test]
fn shares_may_have_bounds_and_units_of_their_own() {
    let source = "重点任务|单位|甲镇|乙镇\n种植面积|万亩|1.2|0.9\n抽检合格率|%|98以上|98以上";
    check(
        source,
        1,
        "Indicator: Indicator Unit Share Share\n种植面积 | 万亩 | 1.2 | 0.9\n抽检合格率 | % | 98以上 | 98以上",
    );
}

#[test]
fn of_several_columns_of_bodies_those_answer_that_say_so() {
    check(
        "序号|企业名称|难题|服务单位\n1|甲公司|用工难|县工信局\n2|乙公司|融资难|县商务局",
        1,
        "Responsibility: Number Task Other Responsible\n1 | 甲公司 | 用工难 | 县工信局\n2 | 乙公司 | 融资难 | 县商务局",
    );
}

#[test]
fn sums_that_are_counted_and_groups_with_sums_are_no_rows() {
    check(
        "序号|项目名称|建设内容|总投资|责任单位\n|合计2个||300|\n|一、城建项目||300|\n1|水厂|新建水厂|100|县水利局\n2|大桥|新建大桥|200|县交通局",
        1,
        "Responsibility: Number Task Measure Other Responsible\n1 | 水厂 | 新建水厂 | 100 | 县水利局\n2 | 大桥 | 新建大桥 | 200 | 县交通局",
    );
    // Rows of indicators may be labelled like groups.
    check(
        "指标名称|2025年目标\n一、生产总值（亿元）|300\n二、粮食产量（万吨）|20",
        1,
        "Indicator: Indicator Value\n一、生产总值（亿元） | 300\n二、粮食产量（万吨） | 20",
    );
}

#[test]
fn a_name_over_a_group_and_its_item_is_that_of_an_item() {
    check(
        "序号|任务|<|目标|责任单位\n1|燃煤治理|清洁取暖改造|3200户|县发改局\n2|^|散煤取缔|15处|县市场监管局\n\
         5|老旧货车淘汰|<|60辆|县公安局",
        1,
        "Responsibility: Number Group Task Value Responsible\n1 | 燃煤治理 | 清洁取暖改造 | 3200户 | 县发改局\n\
         2 | *燃煤治理 | 散煤取缔 | 15处 | 县市场监管局\n5 |  | 老旧货车淘汰 | 60辆 | 县公安局",
    );
    // Names and what they say beside each other.
    check(
        "序号|任务|<|责任单位\n1|燃煤治理|改造清洁取暖3200户。|县发改局\n2|老旧货车淘汰|<|县公安局\n3|扬尘治理|安装设备28套。|县住建局",
        1,
        "Responsibility: Number Task Measure Responsible\n1 | 燃煤治理 | 改造清洁取暖3200户。 | 县发改局\n\
         2 | 老旧货车淘汰 |  | 县公安局\n3 | 扬尘治理 | 安装设备28套。 | 县住建局",
    );
}

#[test]
fn places_beside_names_of_two_columns() {
    check(
        "任务|<|全县|甲镇|乙镇\n粮食|播种面积|41.8|3.1|4.6\n^|产量|176000|13000|19400\n再生稻面积|<|8|0.4|1.1",
        0,
        "Indicator: Group Indicator Share Share Share\n粮食 | 播种面积 | 41.8 | 3.1 | 4.6\n*粮食 | 产量 | 176000 | 13000 | 19400\n\x20| 再生稻面积 | 8 | 0.4 | 1.1",
    );
}

#[test]
fn a_group_set_in_each_of_its_columns_is_no_row() {
    let group = "一、果业|一、果业|一、果业|一、果业";
    check(
        &format!(
            "序号|任务|牵头单位|完成时限\n{group}\n1|改造果园|县林业局|10月\n|二、加工|二、加工|二、加工\n2|新增库容|县商务局|12月"
        ),
        1,
        "Responsibility: Number Task Lead Due\n1 | 改造果园 | 县林业局 | 10月\n2 | 新增库容 | 县商务局 | 12月",
    );
    check(
        "任务|一季度|二季度|责任单位\n新建水厂|推进|推进|县水利局\n新建泵站|无|无|无",
        1,
        "Responsibility: Task Other Other Responsible\n新建水厂 | 推进 | 推进 | 县水利局\n新建泵站 |  |  | ",
    );
}
