use super::*;
use crate::line::{Line, LineKind};

/// Lines as the reader of plain text makes them, as far as tables need.
fn lines(source: &str) -> Vec<Line<'_>> {
    let mut start = 0u32;
    let mut gap = false;
    let mut lines = Vec::new();
    for raw in source.split('\n') {
        let text = raw.trim();
        let page = text.starts_with('—') && text.ends_with('—');
        let kind = if text.is_empty() {
            LineKind::Blank
        } else if page {
            LineKind::Furniture
        } else {
            LineKind::Words
        };
        lines.push(Line { raw, start, text, kind, gap, heading: None });
        gap = kind == LineKind::Blank;
        start += raw.len() as u32 + 1;
    }
    lines
}

/// The rows of the tables of `source`: cells parted by ` | `, paragraphs by `/`.
fn show(source: &str) -> String {
    let lines = lines(source);
    let mut diagnostics = Vec::new();
    let tables = find_tables(source, &lines, &mut diagnostics);
    let mut out = String::new();
    for table in &tables {
        if let Some(caption) = table.caption {
            out.push_str(&["[", lines[caption].text, "]\n"].concat());
        }
        for row in &table.rows {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| {
                    let paragraphs = table.words.paragraphs(cell.words).map(|p| {
                        p.iter().map(|f| &source[f.start as usize..f.end as usize]).collect::<String>()
                    });
                    paragraphs.collect::<Vec<_>>().join("/")
                })
                .collect();
            out.push_str(&cells.join(" | "));
            out.push('\n');
        }
    }
    for diagnostic in diagnostics {
        out.push_str(diagnostic.code);
        out.push('\n');
    }
    out
}

pub(super) fn check(source: &str, expect: &str) {
    assert_eq!(show(source).trim_end(), expect.trim(), "\n{source}");
}

#[test]
fn pipes_with_and_without_a_rule() {
    let expect =
        "[重点任务分工表]\n序号 | 重点任务 | 责任单位\n1 | 建好水厂 | 县水利局\n2 | 修好堤防 | 各乡镇";
    check(
        "重点任务分工表\n\n| 序号 | 重点任务 | 责任单位 |\n|---|:---:|---|\n| 1 | 建好水厂 | 县水利局 |\n| 2 | 修好堤防 | 各乡镇 |\n后文。",
        expect,
    );
    check(
        "重点任务分工表\n序号 | 重点任务 | 责任单位\n1 | 建好水厂 | 县水利局\n2 | 修好堤防 | 各乡镇\n后文。",
        expect,
    );
    check("甲|乙。\n后文。", "");
}

#[test]
fn rows_that_leave_out_a_merged_cell_keep_their_columns() {
    // Each was glued to the row below it, or shifted by one column.
    let pipes = "| 类别 | 重点任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 治水 | 建好水厂 | 县水利局 | 2025年6月底 |\n| 修好堤防 | 各乡镇 | 2025年9月底 |\n| 造林 | 种好林带 | 县林业局 |\n";
    check(
        pipes,
        "类别 | 重点任务 | 责任单位 | 完成时限\n治水 | 建好水厂 | 县水利局 | 2025年6月底\n修好堤防 | 各乡镇 | 2025年9月底\n造林 | 种好林带 | 县林业局 | ",
    );
    let table = &find_tables(pipes, &lines(pipes), &mut Vec::new())[0];
    let merged: Vec<u16> = table.rows[1].iter().map(|cell| cell.rowspan).collect();
    assert_eq!((merged, table.rows[2][0].column), (vec![2, 1, 1, 1], 1));

    let spaces = "类别  重点任务  责任单位  完成时限\n治水  建好水厂  县水利局  2025年6月底\n修好堤防  各乡镇  2025年9月底\n造林  种好林带  县林业局  2025年12月底\n";
    check(
        spaces,
        "类别 | 重点任务 | 责任单位 | 完成时限\n治水 | 建好水厂 | 县水利局 | 2025年6月底\n | 修好堤防 | 各乡镇 | 2025年9月底\n造林 | 种好林带 | 县林业局 | 2025年12月底",
    );
}

#[test]
fn a_row_without_a_frame_is_filled_up_at_its_end() {
    // Its cells stood one column to the left.
    let head = "序号 | 项目内容 | 进展情况 | 责任单位 |\n1 | 新建水厂2座。 | 已建成1座。 | 县水利局 |\n";
    let rows = "新增床位200张。 | 已新增160张。 | ||\n2 | 修好堤防5公里。 | | |\n";
    let source = [head, rows].concat();
    let table = &find_tables(&source, &lines(&source), &mut Vec::new())[0];
    let columns = |row: usize| -> Vec<u16> { table.rows[row].iter().map(|cell| cell.column).collect() };
    assert_eq!((columns(2), columns(3)), (vec![1, 2], vec![0, 1, 2, 3]));
    assert_eq!(table.rows[1].iter().map(|cell| cell.rowspan).collect::<Vec<_>>(), [2, 1, 1, 2]);
    check(
        "任务 | 牵头单位 | 配合单位 | 完成时限 |\n建好水厂 | 县水利局 | 县财政局 | 6月 |\n种好林带 | 县林业局 | | |\n一、治水 | | | |\n",
        "任务 | 牵头单位 | 配合单位 | 完成时限\n建好水厂 | 县水利局 | 县财政局 | 6月\n种好林带 | 县林业局 |  | \n一、治水 |  |  | ",
    );
}

#[test]
fn one_cell_a_line_without_numbers() {
    check(
        "工作任务\n责任单位\n新建岗亭20个。\n县教育局\n安装监控300套。\n县公安局\n附件：1.名单",
        "工作任务 | 责任单位\n新建岗亭20个。 | 县教育局\n安装监控300套。 | 县公安局",
    );
    check(
        "任 务 目 标\n完成时限\n组织领导\n成立小组，制定方案。\n4月份\n业务职责\n配备教师20名。\n5月份",
        "任 务 目 标 | 完成时限\n组织领导 | 成立小组，制定方案。 | 4月份\n业务职责 | 配备教师20名。 | 5月份",
    );
    check("任务目标\n责任单位\n县教育局\n县公安局\n后文。", "");
}

#[test]
fn the_second_half_of_a_merged_row_is_a_row() {
    // Its time stood in the cell above.
    check(
        "序号\n任务\n责任单位\n完成时限\n1\n新建天桥2座。\n县住建局\n9月底前\n2\n建好公寓。\n县民政局\n5月底前\n建好活动室。\n12月底前\n3\n新建市场。\n县商务局\n8月底前",
        "序号 | 任务 | 责任单位 | 完成时限\n1 | 新建天桥2座。 | 县住建局 | 9月底前\n2 | 建好公寓。 | 县民政局 | 5月底前\n | 建好活动室。 | 12月底前\n3 | 新建市场。 | 县商务局 | 8月底前",
    );
}

#[test]
fn a_row_of_spaces_that_fits_no_columns_is_flagged() {
    let source =
        "类别  重点任务  责任单位  完成时限\n治水  建好水厂  县水利局  2025年6月底\n甲  乙  丙  丁  戊\n";
    let mut diagnostics = Vec::new();
    let tables = find_tables(source, &lines(source), &mut diagnostics);
    assert_eq!(tables[0].rows.len(), 2);
    let unread = diagnostics.iter().map(|d| d.span.map(|span| span.of_text(source)));
    assert_eq!(unread.collect::<Vec<_>>(), [Some("甲  乙  丙  丁  戊")]);
}

#[test]
fn which_of_two_columns_of_bodies_is_empty_is_told_by_the_gap_or_flagged() {
    let head = "序号  重点任务  牵头单位  配合单位  完成时限\n1  建好水厂  县水利局  县财政局  2025年6月底\n";
    let read = |row: &str| {
        let source = format!("{head}{row}\n");
        let mut diagnostics = Vec::new();
        let tables = find_tables(&source, &lines(&source), &mut diagnostics);
        (show(&source).lines().nth(2).map(str::to_owned), tables.len(), diagnostics.len())
    };
    let row = |text: &str| Some(text.to_owned());
    let wide = read("2  修好堤防  县应急管理局    2025年9月底");
    assert_eq!(wide, (row("2 | 修好堤防 | 县应急管理局 |  | 2025年9月底"), 1, 0));
    let wide = read("2  修好堤防    县应急管理局  2025年9月底");
    assert_eq!(wide, (row("2 | 修好堤防 |  | 县应急管理局 | 2025年9月底"), 1, 0));
    // An empty cell at the end leaves no trace.
    let end = "序号  重点任务  牵头单位  配合单位\n1  建好水厂  县水利局  县财政局\n2  修好堤防  县应急管理局\n3  种好林带  县林业局  各乡镇\n";
    let mut diagnostics = Vec::new();
    let table = &find_tables(end, &lines(end), &mut diagnostics)[0];
    assert_eq!((table.rows.len(), diagnostics.len()), (4, 1));
    assert!(show(end).contains("2 | 修好堤防 | 县应急管理局 | \n3 | 种好林带 | 县林业局 | 各乡镇"));
    // What was merged leaves no gap.
    let guess = read("2  修好堤防  县应急管理局  2025年9月底");
    assert_eq!(guess, (row("2 | 修好堤防 |  | 县应急管理局 | 2025年9月底"), 1, 1));
}

#[test]
fn a_row_without_its_number_under_bodies_is_a_row() {
    check(
        "序号\n重点任务\n牵头单位\n配合单位\n1\n建好水厂\n县水利局\n县财政局\n修好堤防\n县应急管理局\n各乡镇\n2\n种好林带\n县林业局\n各乡镇\n",
        "序号 | 重点任务 | 牵头单位 | 配合单位\n1 | 建好水厂 | 县水利局 | 县财政局\n | 修好堤防 | 县应急管理局 | 各乡镇\n2 | 种好林带 | 县林业局 | 各乡镇",
    );
}

#[test]
fn a_header_behind_a_blank_begins_another_table() {
    // The second table's header and rows were read under the first one's columns.
    let two = "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建好水厂 | 县水利局 |\n\n| 序号 | 指标名称 | 目标值 |\n|---|---|---|\n| 1 | 绿化率 | 35% |\n";
    check(two, "序号 | 任务 | 责任单位\n1 | 建好水厂 | 县水利局\n序号 | 指标名称 | 目标值\n1 | 绿化率 | 35%");
    assert_eq!(find_tables(two, &lines(two), &mut Vec::new()).len(), 2);
    // The same header on the next page, and rows behind a blank, go on.
    for between in ["\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n", "\n"] {
        check(
            &format!(
                "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建好水厂 | 县水利局 |\n{between}| 2 | 修好堤防 | 各乡镇 |\n"
            ),
            "序号 | 任务 | 责任单位\n1 | 建好水厂 | 县水利局\n2 | 修好堤防 | 各乡镇",
        );
    }
}

#[test]
fn a_stacked_row_without_its_number_is_a_row() {
    // Its cells went to the row above, whose date became that of both.
    check(
        "工作台账\n序号\n任务\n责任单位\n完成时限\n1\n建好水厂\n县水利局\n2024年6月\n2\n新建医院1所\n县卫健局\n3\n修好堤防\n县应急局\n2024年9月\n清淤河道\n县水利局\n2024年12月\n4\n铺设管网\n县住建局\n2025年6月\n",
        "[工作台账]\n序号 | 任务 | 责任单位 | 完成时限\n1 | 建好水厂 | 县水利局 | 2024年6月\n2 | 新建医院1所 | 县卫健局 | \n3 | 修好堤防 | 县应急局 | 2024年9月\n | 清淤河道 | 县水利局 | 2024年12月\n4 | 铺设管网 | 县住建局 | 2025年6月",
    );
}

#[test]
fn markup_with_spans() {
    check(
        "<table><tr><th>类别</th><th>任务</th></tr>\n<tr><td rowspan=\"2\">水</td><td>甲<br/>乙</td></tr><tr><td>丙</td></tr></table>\n后文",
        "类别 | 任务\n水 | 甲/乙\n丙",
    );
}

#[test]
fn tabs_with_groups_and_wraps() {
    let expect = "类别 | 序号 | 工作内容 | 牵头单位 | 责任单位\n水利 | 1 | 建好水厂 | 县水利局 | 县财政局、县审计局\n | 2 | 修好堤防 | 县应急局 | 各乡镇";
    check(
        "类别\t序号\t工作内容\t牵头单位\t责任单位\n水利\t1\t建好水厂\t县水利局\t县财政局、县审计局\n\t2\t修好堤防\t县应急局\t各乡镇\n\n一、后文",
        expect,
    );
    check(
        "类别\t序号\t工作内容\t牵头单位\t责任单\n位\n水利\t1\t建好水厂\t县水利局\t县\n财政局、县审计局\n\t2\t修好堤防\t县应急局\t各\n乡镇\n\n一、后文",
        expect,
    );
    let names = "序号\t任务\t牵头单位\n1\t甲\t县科协\n团县委\n2\t乙\t县卫健\n局\n县政府";
    check(names, "序号 | 任务 | 牵头单位\n1 | 甲 | 县科协/团县委\n2 | 乙 | 县卫健局");
}

const STACKED: &str = "\t序号\n\t重点工程\n\t主要任务\n\t具体措施\n\t牵头部门\n\t责任单位\n\n";

#[test]
fn a_heading_above_the_next_table_groups_nothing() {
    // The second table was read as rows of the first.
    let told = show(
        "组别\t牵头单位\t配合单位\n一组\t县林业局\t县公安局\n二、工作专班\n专班名称\t责任单位\t工作职责\n甲班\t县发改局\t统筹推进。",
    );
    assert_eq!(told.matches("二、工作专班").count(), 0, "{told}");
    let told = show(
        "任务\t牵头单位\t配合单位\n建学校\t县教育局\t县公安局\n二、工作专班\n建医院\t县卫健局\t县财政局",
    );
    assert_eq!(told.matches("二、工作专班").count(), 1, "{told}");
}

#[test]
fn one_cell_a_line_with_tabs() {
    let body = "\t1\n\t供水工程\n\t1.建好水厂\n\t新建水厂两座。铺设管网三十公里，年底前通水。\n\t县水利局\n\t县财政局\n县审计局\n\n\t2\n\t\n\t2.修好堤防\n\t加固堤防十公里，\n确保安全度汛。\n\t\n\t县应急局\n\n";
    let again = "\t3\n\t排水工程\n\t1.疏通管网\n\t每年清淤一次。\n\t县住建局\n\t县城管局\n各街道办事处";
    let expect = "[供排水责任清单]\n序号 | 重点工程 | 主要任务 | 具体措施 | 牵头部门 | 责任单位\n1 | 供水工程 | 1.建好水厂 | 新建水厂两座。铺设管网三十公里，年底前通水。 | 县水利局 | 县财政局/县审计局\n2 |  | 2.修好堤防 | 加固堤防十公里，确保安全度汛。 |  | 县应急局\n3 | 排水工程 | 1.疏通管网 | 每年清淤一次。 | 县住建局 | 县城管局/各街道办事处";
    let whole = format!("供排水责任清单\n\n{STACKED}{body}{STACKED}{again}");
    check(&whole, expect);
    let dense: String = whole.lines().filter(|l| !l.trim().is_empty()).flat_map(|l| [l, "\n"]).collect();
    check(&dense, expect);
    let indented: String = whole.lines().flat_map(|l| ["　　", l, "\n"]).collect();
    check(&indented, expect);
}

#[test]
fn one_cell_a_line_without_tabs() {
    check(
        "表1 主要指标\n序号\n\n主要指标\n\n单位\n\n目标值\n\n1\n\n新建管网\n\n公里\n\n200\n\n2\n\n清淤管网\n\n公里\n\n3\n\n（一）全面整治\n\n后文。",
        "[表1 主要指标]\n序号 | 主要指标 | 单位 | 目标值\n1 | 新建管网 | 公里 | 200\n2 | 清淤管网 | 公里 | 3",
    );
}

#[test]
fn of_two_columns_of_bodies_one_cell_a_line_leaves_one_open() {
    let source = |rank: &str, body: &str| {
        let head =
            format!("序号\n工作任务\n牵头单位\n{rank}\n完成时限\n1\n建好水厂。\n县水利局\n县财政局\n6月底前");
        format!("{head}\n2\n修好堤防。\n县应急管理局\n{body}9月底前\n")
    };
    let last = |source: String| show(&source).lines().skip(2).map(str::to_owned).collect::<Vec<_>>();
    let led = ["2 | 修好堤防。 | 县应急管理局 |  | 9月底前", "table-unread"];
    assert_eq!(last(source("配合单位", "")), led);
    assert_eq!(last(source("责任单位", "\n")), led);
    assert_eq!(last(source("责任单位", "")), ["2 | 修好堤防。 |  | 县应急管理局 | 9月底前", "table-unread"]);
    let whole = ["2 | 修好堤防。 | 县应急管理局 | 各乡镇 | 9月底前"];
    assert_eq!(last(source("配合单位", "各乡镇\n")), whole);
}

#[test]
fn ledger_by_unit() {
    let expect = "[工作台账]\n序号 | 责任单位 | 任务清单\n1 | 各乡镇（街道） | 1.建立台账，落实专人，定期报送。/2.每年开展巡查2次。\n2 | 住房城乡建设和交通局 | 1.抓好在建工程。\n3 | 县财政局 | 认真履行财政职能，做好经费保障和绩效管理工作。\n4 | 市场监督管理分局 | 1.开展检查。";
    let text = "工作台账\n\n序号 责任单位 任务清单\n\n1 各乡镇（街道）\n\n1.建立台账，落实专人，\n定期报送。\n2.每年开展巡查2次。\n\n2\n住房城乡建设\n\n和交通局\n\n1.抓好在建工程。\n\n— 3 —\n\n3 县财政局\n认真履行财政职能，做好经费保障和绩效管\n理工作。\n\n4\n市场监督\n管理分局\n\n1.开展检查。\n";
    check(text, expect);
    let dense: String = text.lines().filter(|l| !l.trim().is_empty()).flat_map(|l| [l, "\n"]).collect();
    check(&dense, expect);
}

#[test]
fn columns_of_spaces() {
    check(
        "序号  任务  责任单位  完成时限\n1  建好水厂  县水利局  2024年6月\n2  修好堤防  县应急局 各乡镇  2024年12月\n后文。",
        "序号 | 任务 | 责任单位 | 完成时限\n1 | 建好水厂 | 县水利局 | 2024年6月\n2 | 修好堤防 | 县应急局 各乡镇 | 2024年12月",
    );
}

#[test]
fn a_title_that_ends_like_a_column_heads_none() {
    let rows = "序号\n工作任务\n责任单位\n完成时限\n1\n新建幼儿园3所\n县教育局\n9月底\n2\n建成服务站12个\n县民政局\n12月底";
    let told = show(rows);
    assert!(told.contains("2 | 建成服务站12个 | 县民政局 | 12月底"), "{told}");
    for title in ["某县2025年重点工作", "责任分工", "目标任务"] {
        assert!(show(&[title, "\n", rows].concat()).ends_with(&told), "{title}");
    }
}

#[test]
fn what_is_no_table_stays_text() {
    check("一、主要任务\n1.建好水厂。\n责任单位：县水利局\n配合单位：县财政局\n", "");
    check("序号\n任务\n责任单位\n前言不搭后语。\n", "table-unread");
    check("责任单位\n主要任务\n甲\n乙\n", "");
    // The name of an annex and its title are no columns, whatever they end in.
    check(
        "附件：节水重点任务清单\n\n附件\n节水重点任务清单\n| 序号 | 任务 |\n|---|---|\n| 1 | 建好水厂 |\n",
        "[节水重点任务清单]\n序号 | 任务\n1 | 建好水厂",
    );
}

#[test]
fn hostile_lines_end() {
    for text in [
        "序号\n".repeat(3000),
        "|".repeat(30_000),
        "\t".repeat(30_000),
        "<table\n".repeat(3000),
        "1\n".repeat(3000),
    ] {
        let _ = show(&text);
        let _ = show(&format!("{STACKED}{text}"));
        let _ = show(&format!("序号 责任单位 任务清单\n{text}"));
    }
}

/// What a distortion may not change: the cells of all tables, as the manuscript has them.
fn cells(source: &str) -> Vec<Vec<String>> {
    let manuscript = crate::read(source.as_bytes(), None).expect("readable");
    let words = |cell: &gongwen_text::Cell| {
        let words = cell.span.of_text(&manuscript.text).replace('\n', "/");
        gongwen_text::chars::compact(&words)
    };
    let rows = manuscript.tables.iter().flat_map(|grid| &grid.rows);
    rows.map(|row| row.iter().map(words).collect()).collect()
}

/// Each line cut at `width` characters.
fn cut(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        for (i, c) in line.chars().enumerate() {
            if i > 0 && i % width == 0 {
                out.push('\n');
            }
            out.push(c);
        }
        out.push('\n');
    }
    out
}

#[test]
fn distorted_corpus_tables() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/");
    let documents = [
        ("hongsibu-640303-ledger.txt", 31, 3),
        ("kundulun-150203-plan.txt", 32, 6),
        ("linyi-140821-plan.txt", 10, 5),
    ];
    let mut wrong = Vec::new();
    for (name, rows, columns) in documents {
        let text = std::fs::read_to_string([folder, name].concat()).expect("in the corpus");
        let text = text.replace("\r\n", "\n");
        let whole = cells(&text);
        if whole.len() != rows || whole.iter().any(|row| row.len() != columns) {
            wrong.push(format!("{name}: {} rows", whole.len()));
        }
        let lines = || text.lines();
        let dense: String = lines().filter(|l| !l.trim().is_empty()).flat_map(|l| [l, "\n"]).collect();
        let doubled = text.replace("\n\n", "\n\n\n");
        let spaced: String = lines().flat_map(|l| [l, "\n\n"]).collect();
        let indented: String = lines().flat_map(|l| ["　　", l, "\n"]).collect();
        let paged: String = lines()
            .enumerate()
            .map(|(i, l)| match i % 25 {
                24 => [l, "\n— 3 —\n"].concat(),
                _ => [l, "\n"].concat(),
            })
            .collect();
        let variants = [
            ("dense", dense),
            ("doubled", doubled),
            ("spaced", spaced),
            ("indented", indented),
            ("paged", paged),
            ("crlf", text.replace('\n', "\r\n")),
            ("20", cut(&text, 20)),
            ("38", cut(&text, 38)),
            ("60", cut(&text, 60)),
        ];
        for (variant, text) in variants {
            let found = cells(&text);
            let bad = whole.iter().zip(&found).position(|(a, b)| a != b);
            if found.len() != whole.len() || bad.is_some() {
                let at = bad.unwrap_or(0);
                wrong.push(format!(
                    "{name} {variant}: {} rows, row {at}:\n  {:?}\n  {:?}",
                    found.len(),
                    whole.get(at),
                    found.get(at)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A second header row of tabs was taken for the first one wrapped.
#[test]
fn a_header_on_two_rows() {
    let source = "序号\t工作任务\t责任分工\t\t完成时限\n\t\t牵头单位\t配合单位\t\n1\t提升品质\t县文旅局\t县住建局\t2025年\n";
    let lines = lines(source);
    let tables = find_tables(source, &lines, &mut Vec::new());
    assert_eq!((tables[0].header_rows, tables[0].columns), (2, 5));
    let spans: Vec<_> = tables[0].rows[0].iter().map(|c| (c.column, c.rowspan, c.colspan)).collect();
    assert_eq!(spans, [(0, 2, 1), (1, 2, 1), (2, 1, 2), (4, 2, 1)]);
    assert_eq!(tables[0].rows[1].len(), 2);
    assert_eq!(tables[0].rows[2].len(), 5);
}

/// A heading below a table of spaces was taken for a row that groups others, and lost.
#[test]
fn a_heading_below_a_table_is_no_row() {
    let source = "指标名称　　　2020年　　2025年　　属性\n一、教育\n毛入园率（%）　　93.5　　96　　预期性\n\
                  二、健康\n床位数（张）　　5.1　　6.5　　预期性\n\n三、主要任务\n（一）扩大资源。新建幼儿园2所。\n";
    let lines = lines(source);
    let tables = find_tables(source, &lines, &mut Vec::new());
    assert_eq!((tables.len(), tables[0].rows.len(), tables[0].lines.clone()), (1, 5, 0..5));
}

/// A task whose last words are those of a body was taken for the unit's cell, and its own cell was empty.
#[test]
fn a_task_may_end_like_a_body() {
    let source = "序号\n民生实事\n责任单位\n完成时限\n1\n新建人行天桥。\n县住建局\n9月底\n2\n迁建县政务服务中心。\n县政务服务中心\n\
                  县代建中心\n12月底前\n3\n新建中心幼儿园2所。\n县教科局\n县代建中心\n12月底前\n";
    let lines = lines(source);
    let tables = find_tables(source, &lines, &mut Vec::new());
    let table = &tables[0];
    let count = |column: usize| -> Vec<usize> {
        table.rows.iter().skip(1).map(|row| table.words.paragraphs(row[column].words).count()).collect()
    };
    let (tasks, units) = (count(1), count(2));
    assert_eq!((tasks, units), (vec![1, 1, 1], vec![1, 2, 2]));
}

/// Names that no list knows head columns where figures stand below them; prose with blanks is no table.
#[test]
fn figures_make_a_table_of_any_names() {
    let expect = "[造林任务分解表]\n乡镇 | 人工造林 | 封山育林\n甲镇 | 300 | 500\n乙镇 | 200 | 1,400\n";
    assert_eq!(
        show("造林任务分解表\n单位：亩\n乡镇\t人工造林\t封山育林\n甲镇\t300\t500\n乙镇\t200\t1,400\n"),
        expect
    );
    assert_eq!(show("造林任务分解表\n乡镇  人工造林  封山育林\n甲镇  300  500\n乙镇  200  1,400\n"), expect);
    let two = "乡镇 | 造林任务（亩）\n甲镇 | 300\n乙镇 | 200\n";
    assert_eq!(show("乡镇\t造林任务（亩）\n甲镇\t300\n乙镇\t200\n"), two);
    assert_eq!(show("乡镇  造林任务（亩）\n甲镇  300\n乙镇  200\n"), two);
    assert_eq!(show("乡镇\t造林（亩）\t说明文字\n甲镇\t300\t先造\n乙镇\t200\t后造\n").lines().count(), 3);
    assert_eq!(show("县区 坚持分类\n甲镇 加强管护\n乙镇 130\n"), "");
    assert_eq!(show("风貌 造林\n甲镇 300\n乙镇 200\n"), "");
    assert_eq!(show("电话 传真 邮编\n0951 123 一楼\n在二楼 3 号\n"), "");
}

/// What a cell has no room for stands below it, beside what the next cell has no room for.
#[test]
fn cells_of_spaces_go_on_below_themselves() {
    let source = "序号  任务事项          责任单位        完成时限\n\
                  1     建成共享平台，    县营商局、      2024年9月\n\
                  \u{20}     实现互通          县数据局\n\
                  2     推动高效办成      县营商局        2024年12月\n\
                  \u{20}     一件事\n\
                  3     提升网办率        县政务服务      长期\n\
                  \u{20}                       中心\n后文说明如上。\n";
    check(
        source,
        "序号 | 任务事项 | 责任单位 | 完成时限\n1 | 建成共享平台，实现互通 | 县营商局、县数据局 | 2024年9月\n\
         2 | 推动高效办成一件事 | 县营商局 | 2024年12月\n3 | 提升网办率 | 县政务服务中心 | 长期\n",
    );
}

#[test]
fn a_title_that_ends_like_a_column() {
    let body =
        "工作任务\n责任单位\n完成时限\n1\n编制规划\n县民政局\n2025年6月\n2\n改造管网\n县住建局\n2025年11月";
    let rows = "序号 | 工作任务 | 责任单位 | 完成时限\n1 | 编制规划 | 县民政局 | 2025年6月\n2 | 改造管网 | 县住建局 | 2025年11月";
    for title in ["重点任务分工及时间安排", "责任分工及完成时限", "2025年任务完成时间安排"]
    {
        check(&format!("{title}\n序号\n{body}"), rows);
    }
}

#[test]
fn drawn_tables() {
    check(
        "+------+----------+\n| 任务 | 责任单位 |\n+======+==========+\n| 改造 | 县水利局 |\n| 管网 | 、县住建 |\n|      | 局       |\n+------+----------+\n| 清淤 | 县水利局 |\n+------+----------+",
        "任务 | 责任单位\n改造管网 | 县水利局、县住建局\n清淤 | 县水利局",
    );
    check(
        "+------+----------+\n| 任务 | 责任单位 |\n+------+----------+\n| 改造 | 县水利局 |\n| 清淤 | 县水利局 |\n+------+----------+\n后文",
        "任务 | 责任单位\n改造 | 县水利局\n清淤 | 县水利局",
    );
    check("+1\n+2|3", "");
}

#[test]
fn a_title_above_cells_is_no_column() {
    let told = show(
        "甲县2026年重点工作任务清单\n序号\n重点工作\n牵头单位\n1\n修好水渠\n县水利局\n2\n办好学校\n县教育局\n",
    );
    assert_eq!(
        told,
        "[甲县2026年重点工作任务清单]\n序号 | 重点工作 | 牵头单位\n1 | 修好水渠 | 县水利局\n2 | 办好学校 | 县教育局\n"
    );
}

#[test]
fn of_two_columns_for_tasks_the_first_was_merged() {
    let told = show(
        "序号\n重点任务\n工作任务\n责任单位\n1\n开展创业\n修好站房。\n县人社局\n2\n完善布局\n县商务局\n3\n改造公园\n建好步道。\n县林业局\n",
    );
    assert_eq!(
        told,
        "序号 | 重点任务 | 工作任务 | 责任单位\n1 | 开展创业 | 修好站房。 | 县人社局\n2 |  | 完善布局 | 县商务局\n3 | 改造公园 | 建好步道。 | 县林业局\n"
    );
}

#[test]
fn rows_without_numbers_may_lack_the_merged_cell() {
    let told = show(
        "工作类别\n工作内容\n牵头单位\n配合单位\n做强产业\n引进企业。\n县商务局\n县财政局、县税务局\n建设智慧社区\n县民政局\n县公安局\n改善民生\n提升文化场馆\n县文旅局\n县财政局\n",
    );
    assert_eq!(
        told,
        "工作类别 | 工作内容 | 牵头单位 | 配合单位\n做强产业 | 引进企业。 | 县商务局 | 县财政局、县税务局\n建设智慧社区 | 县民政局 | 县公安局\n改善民生 | 提升文化场馆 | 县文旅局 | 县财政局\n"
    );
}

#[test]
fn cells_stand_below_the_names_of_their_columns() {
    // The gap before the time is twice as wide as the one before the body, as it happens.
    let told = show(
        "工作内容    责任部门          完成时限        备注\n修好水渠    县水利局          2026年10月底前\n办好学校    县教育局、县财政局  2026年6月底前\n",
    );
    assert_eq!(
        told,
        "工作内容 | 责任部门 | 完成时限 | 备注\n修好水渠 | 县水利局 | 2026年10月底前 | \n办好学校 | 县教育局、县财政局 | 2026年6月底前 | \n"
    );
}

#[test]
fn rows_stand_around_their_numbers() {
    // As `pdftotext -layout` sets cells that are centred in their rows.
    let header = "序号  工作任务      主要内容              牵头单位  配合单位      完成时限\n";
    let rows = "                    改造老旧小区12个，惠\n 1    城市更新      及居民2300户。        县住建局  县财政局、县自  2025年\n                                                    然资源局\n";
    let more = "                    改造管网35公里，覆盖\n 2    供水提升工程  3.2万人。                       县农业农村局    2025年底\n                    培训100人次。\n";
    let first =
        "1 | 城市更新 | 改造老旧小区12个，惠及居民2300户。 | 县住建局 | 县财政局、县自然资源局 | 2025年\n";
    let told = show(&[header, rows, more, "\n二、保障措施\n"].concat());
    assert!(told.contains(first), "{told}");
    assert!(told.contains("2 | 供水提升工程 | 改造管网35公里，覆盖3.2万人。/培训100人次。 | "), "{told}");
    // A heading directly below is no part of the last row.
    assert_eq!(show(&[header, rows, more, "二、保障措施\n（一）加强领导。\n"].concat()), told);
    // One Han character may be one column of the screen, too.
    let narrow = "序号  工作任务  主要内容          牵头单位  完成时限\n             新建公园3个，改造路\n 1   城市更新   灯5盏，加装电梯     县住建局   2025年\n             8部。\n";
    assert!(
        show(narrow).contains("1 | 城市更新 | 新建公园3个，改造路灯5盏，加装电梯8部。 | 县住建局 | 2025年"),
        "{}",
        show(narrow)
    );
}

#[test]
fn a_row_that_breaks_off_is_said() {
    // The third row begins above its middle line: the table ended there without a word.
    let told = show(
        "指标名称          单位    2025年    2030年    责任单位\n生产总值          亿元    135       190       县发改委\n森林覆盖率        %       60        64        县林业局\n单位生产总值\n能耗降低          %       -         13        县发改委\n",
    );
    assert!(told.ends_with("table-unread\n"), "{told}");
}

#[test]
fn rows_that_stand_in_no_way_alone_are_not_read() {
    // The leads of both rows make one list: the cell reaches over both, and its lines stand in each.
    let torn = "序号  工作任务  主要内容            牵头单位    完成时限\n                新建公园3个。\n 1    城市更新  改造路灯5盏。       县住建局、  2025年\n                加装电梯8部。\n                新建车位60个。\n 2    停车设施  建充电桩20个。      县水利局    2025年\n                改造路灯9盏。\n";
    let lines = lines(torn);
    let mut diagnostics = Vec::new();
    let tables = find_tables(torn, &lines, &mut diagnostics);
    assert_eq!(diagnostics.len(), 1, "a miss is said");
    let whole = |row: &Vec<TextCell>| matches!(row[..], [cell] if cell.colspan == 5);
    assert!(tables.iter().all(|table| table.rows.iter().all(whole)), "{}", show(torn));
}

mod few;
