//! The smallest inputs that show one thing each, with what is read from them.

use gongwen_read::read;
use gongwen_text::Block;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The blocks, one a line, with the hints of the source in front.
fn blocks(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/read").join(file);
    let bytes = std::fs::read(path).expect("the fixture exists");
    let manuscript = read(&bytes, Some(file)).expect("text");
    let mut out = String::new();
    for block in &manuscript.blocks {
        match *block {
            Block::Paragraph(p) => {
                let heading = p.heading.map_or(String::new(), |level| format!("#{level} "));
                let bold = if p.bold > 0 { format!("*{} ", p.bold) } else { String::new() };
                let _ = writeln!(out, "{heading}{bold}{}", p.span.of_text(&manuscript.text));
            }
            Block::Table(t) => {
                for row in &manuscript.tables[t].rows {
                    let cells: Vec<_> =
                        row.iter().map(|c| c.span.of_text(&manuscript.text).replace('\n', "⏎")).collect();
                    let _ = writeln!(out, "| {}", cells.join(" | "));
                }
            }
        }
    }
    out
}

fn check(file: &str, expect: &str) {
    assert_eq!(blocks(file).trim_end(), expect, "{file}");
}

#[test]
fn lines_of_a_notice_stand_apart() {
    check(
        "notice.txt",
        "县人民政府关于印发《全民健身实施计划》的通知\n各乡镇人民政府，县直各部门：\n\
         现将《全民健身实施计划》印发给你们，请认真组织实施。\n县人民政府\n2022年5月5日\n（此件公开发布）",
    );
}

#[test]
fn sentences_broken_by_a_page_are_joined() {
    check(
        "ocr.md",
        "#1 *18 一、总体要求\n*21 （一）指导思想\n为“十四五”时期奠定了坚实的基础。\n\
         *15 加强保障。县财政局安排经费,强化监督管理。",
    );
}

#[test]
fn wrapped_lines_are_joined() {
    check(
        "wrapped.txt",
        "一、主要目标\n\
         到2025年，全县人均体育场地面积达到2.6平方米，经常参加体育锻炼的人数比例达到38.5%以上。每个行政村至少有一处健身广场，城区建成十五分钟健身圈。\n\
         二、主要任务\n\
         （一）补齐设施短板。新建体育公园3个、健身步道20公里，改造老旧场地15处。学校体育场地向社会开放率达到80%以上。（县教体局牵头，县住建局、县财政局配合）\n\
         （二）办好群众赛事。每年举办县级全民健身运动会1次，乡镇运动会不少于2次。",
    );
}

#[test]
fn names_of_a_ledger_are_joined() {
    let text = blocks("ledger.txt");
    assert!(text.contains("工业信息化和商务局") && text.contains("不少于10个。"), "{text}");
}
