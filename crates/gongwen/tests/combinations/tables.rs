//! One table of tasks in every encoding that a county's file may bring it in: the rows are the same.

use super::{Mix, none_wrong};
use gongwen::Converter;
use gongwen_record::Role;

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Number,
    Group,
    Task,
    Measure,
    Lead,
    Responsible,
    Support,
    Due,
    Note,
}

/// How the table comes into the file.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Encoding {
    Tabs,
    Pipes,
    Html,
    HtmlMerged,
    CellALine,
    Blanks,
}

const ENCODINGS: [Encoding; 6] = [
    Encoding::Tabs,
    Encoding::Pipes,
    Encoding::Html,
    Encoding::HtmlMerged,
    Encoding::CellALine,
    Encoding::Blanks,
];

const TITLES: [&str; 4] = [
    "云山县2026年重点工作任务分解表",
    "云山县2026年重点工作责任清单",
    "附件\n\n云山县2026年重点工作任务清单",
    "附件1\n云山县2026年民生实事任务分工表",
];

const GROUPS: [&str; 4] = ["提升公共服务", "优化营商环境", "推进乡村振兴", "保障安全发展"];

const TASKS: [&str; 10] = [
    "建设养老服务中心",
    "改造老旧小区",
    "推进供水管网更新，消除安全隐患",
    "实施中小学校提质工程",
    "规范公共停车场管理",
    "健全乡镇卫生院服务体系，补齐短板",
    "培育农民合作社",
    "完善便民服务中心功能",
    "开展行业协会清理整顿",
    "加快污水处理站建设，改善水环境",
];

const MEASURES: [&str; 4] = [
    "进一步压实责任，确保各项措施落到实处",
    "坚持问题导向，分类推进",
    "加大资金整合力度，完善长效管护机制",
    "组织技术力量深入一线",
];

const BODIES: [&str; 14] = [
    "县发展改革委",
    "县教体局",
    "县公安局",
    "县委组织部",
    "团县委",
    "县残联",
    "县消防救援大队",
    "县税务局",
    "县人社局",
    "县自然资源局",
    "县住房城乡建设局",
    "县科协",
    "县融媒体中心",
    "县总工会",
];

/// Times as printed, and as the record gives their last day or month.
const TIMES: [(&str, Option<&str>); 7] = [
    ("2026年6月底前", Some("2026-06")),
    ("2026年12月", Some("2026-12")),
    ("2026年9月底", Some("2026-09")),
    ("长期坚持", None),
    ("2026年底前", Some("2026-12")),
    ("每季度", None),
    ("2026年10月30日前", Some("2026-10-30")),
];

/// A table: its columns with their headers, its rows with their cells, and what each row tells.
struct Table {
    columns: Vec<(Column, &'static str)>,
    /// `None` where the cell above holds for this one too.
    rows: Vec<Vec<Option<String>>>,
    facts: Vec<String>,
}

fn columns(mix: &mut Mix) -> Vec<(Column, &'static str)> {
    let mut columns = Vec::new();
    if !mix.once_in(4) {
        columns.push((Column::Number, "序号"));
    }
    if mix.once_in(3) {
        columns.push((Column::Group, mix.of(&["类别", "工作类别", "重点任务"])));
    }
    columns.push((Column::Task, mix.of(&["工作任务", "重点工作", "主要任务", "工作内容", "任务内容"])));
    if mix.once_in(4) {
        columns.push((Column::Measure, mix.of(&["工作措施", "具体举措", "工作要求"])));
    }
    let (lead, responsible, support) = mix.of(&[
        (true, false, true),
        (true, true, false),
        (false, true, false),
        (false, true, true),
        (true, false, false),
    ]);
    if lead {
        columns.push((Column::Lead, mix.of(&["牵头单位", "牵头部门"])));
    }
    if responsible {
        columns.push((Column::Responsible, mix.of(&["责任单位", "责任部门"])));
    }
    if support {
        columns.push((Column::Support, mix.of(&["配合单位", "配合部门", "参与单位"])));
    }
    if !mix.once_in(3) {
        columns.push((Column::Due, mix.of(&["完成时限", "完成时间", "时间节点"])));
    }
    columns
}

/// The names of a cell, and the facts that they are with the column's role.
fn bodies(mix: &mut Mix, role: &str, facts: &mut Vec<String>) -> String {
    let first = mix.below(BODIES.len());
    let count = 1 + mix.below(3);
    // A step without a common divisor with the list's length: no name twice in a cell.
    let names: Vec<&str> = (0..count).map(|i| BODIES[(first + i * 5) % BODIES.len()]).collect();
    facts.extend(names.iter().map(|name| format!("{role} {name}")));
    names.join(mix.of(&["、", "，", "、"]))
}

fn table(mix: &mut Mix) -> Table {
    let columns = columns(mix);
    let count = 3 + mix.below(4);
    let mut rows: Vec<Vec<Option<String>>> = Vec::new();
    let mut facts = Vec::new();
    let task = mix.below(TASKS.len());
    let group_of = |row: usize| row / 2;
    for row in 0..count {
        let mut told = Vec::new();
        let mut due = "";
        let cells = columns.iter().map(|&(column, _)| match column {
            Column::Number => Some((row + 1).to_string()),
            Column::Group if row > 0 && group_of(row) == group_of(row - 1) => None,
            Column::Group => Some(GROUPS[group_of(row) % GROUPS.len()].to_owned()),
            Column::Task => Some(TASKS[(task + row * 3) % TASKS.len()].to_owned()),
            Column::Measure => Some(mix.of(&MEASURES).to_owned()),
            Column::Lead => Some(bodies(mix, "lead", &mut told)),
            Column::Responsible => Some(bodies(mix, "responsible", &mut told)),
            Column::Support => Some(bodies(mix, "support", &mut told)),
            Column::Due => {
                let (raw, by) = mix.of(&TIMES);
                due = by.unwrap_or("");
                Some(raw.to_owned())
            }
            Column::Note => Some(String::new()),
        });
        rows.push(cells.collect());
        told.sort_unstable();
        facts.push(format!("{} | {due}", told.join(", ")));
    }
    let mut table = Table { columns, rows, facts };
    if mix.once_in(4) {
        table.columns.push((Column::Note, "备注"));
        table.rows.iter_mut().for_each(|row| row.push(Some(String::new())));
    }
    table
}

/// The table as text of a file, and the file's ending.
fn print(table: &Table, encoding: Encoding, title: &str) -> (&'static str, String) {
    let heads: Vec<String> = table.columns.iter().map(|&(_, head)| head.to_owned()).collect();
    let shown = |row: &Vec<Option<String>>| row.iter().map(|cell| cell.clone().unwrap_or_default()).collect();
    let lines: Vec<Vec<String>> = std::iter::once(heads).chain(table.rows.iter().map(shown)).collect();
    let joined = |line: fn(&[String]) -> String| lines.iter().map(|cells| line(cells)).collect::<String>();
    match encoding {
        Encoding::Tabs => ("txt", format!("{title}\n\n{}", joined(|cells| cells.join("\t") + "\n"))),
        Encoding::Pipes => {
            let rule = format!("|{}\n", "---|".repeat(table.columns.len()));
            let mut rows = lines.iter().map(|cells| format!("| {} |\n", cells.join(" | ")));
            let head = rows.next().expect("a header");
            ("md", format!("{title}\n\n{head}{rule}{}", rows.collect::<String>()))
        }
        Encoding::Html | Encoding::HtmlMerged => {
            ("html", page(table, title, encoding == Encoding::HtmlMerged))
        }
        Encoding::CellALine => {
            let heads = table.columns.iter().map(|&(_, head)| format!("{head}\n"));
            let cells = table.rows.iter().flatten().flatten().map(|cell| format!("{cell}\n"));
            ("txt", format!("{title}\n\n{}", heads.chain(cells).collect::<String>()))
        }
        Encoding::Blanks => {
            let wide = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
            let width = |column: usize| lines.iter().map(|cells| wide(&cells[column])).max().unwrap_or(0);
            let padded =
                |(i, cell): (usize, &String)| format!("{cell}{}", " ".repeat(width(i) + 2 - wide(cell)));
            let row = |cells: &Vec<String>| cells.iter().enumerate().map(padded).collect::<String>();
            let rows = lines.iter().map(|cells| format!("{}\n", row(cells).trim_end()));
            ("txt", format!("{title}\n\n{}", rows.collect::<String>()))
        }
    }
}

/// The table as a web page; `merged` cells span the rows that they hold for, others are left out of all but the first.
fn page(table: &Table, title: &str, merged: bool) -> String {
    let heads = table.columns.iter().map(|&(_, head)| format!("<th>{head}</th>"));
    let mut body = format!("<tr>{}</tr>\n", heads.collect::<String>());
    for (number, row) in table.rows.iter().enumerate() {
        body.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let below = table.rows[number + 1..].iter().take_while(|row| row[column].is_none()).count();
            match cell {
                Some(cell) if merged && below > 0 => {
                    body.push_str(&format!("<td rowspan=\"{}\"><p>{cell}</p></td>", below + 1));
                }
                Some(cell) => body.push_str(&format!("<td><p>{cell}</p></td>")),
                None if merged => {}
                None => body.push_str("<td></td>"),
            }
        }
        body.push_str("</tr>\n");
    }
    let title: String =
        title.lines().filter(|line| !line.is_empty()).map(|line| format!("<p>{line}</p>\n")).collect();
    format!("<html><body>\n{title}<table>\n{body}</table>\n</body></html>\n")
}

/// What the record tells of each row, in the form of [`Table::facts`].
fn told(converter: &Converter, text: &str, file: &str) -> Vec<String> {
    let record = converter.convert(text.as_bytes(), file).expect("a plan");
    let rows = record.tasks.iter().map(|task| {
        let own = record.assignments.iter().filter(|given| given.scope == Some(task.id));
        let mut own: Vec<String> =
            own.map(|given| format!("{} {}", role(given.role), given.org.name)).collect();
        own.sort_unstable();
        let due = task.due.as_ref().and_then(|due| due.by.as_deref()).unwrap_or("");
        format!("{} | {due}", own.join(", "))
    });
    rows.collect()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Support => "support",
        Role::Responsible => "responsible",
    }
}

/// A table of two or three columns parted by blanks may be prose in columns: nothing but a diagnostic is right too.
fn may_be_prose(table: &Table, encoding: Encoding) -> bool {
    encoding == Encoding::Blanks && table.columns.len() < 4
}

#[test]
fn every_encoding_gives_the_rows_of_the_table() {
    let converter = Converter::default();
    let mut wrong = Vec::new();
    let count = 300;
    for number in 0..count {
        let mut mix = Mix::new(number);
        let table = table(&mut mix);
        let title = mix.of(&TITLES);
        for encoding in ENCODINGS {
            // A cell a line says nothing of empty cells.
            if encoding == Encoding::CellALine
                && table.columns.iter().any(|&(column, _)| column == Column::Note)
            {
                continue;
            }
            let (ending, text) = print(&table, encoding, title);
            let got = told(&converter, &text, &format!("table.{ending}"));
            if got != table.facts && !(may_be_prose(&table, encoding)) {
                wrong.push(format!("{number} {encoding:?}\n{text}gives {got:#?}\nfor {:#?}", table.facts));
            }
        }
    }
    none_wrong(&wrong, count as usize * ENCODINGS.len());
}
