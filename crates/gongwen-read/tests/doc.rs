//! Word 97–2003 files: automatic numbers, grids, tracked changes, and what cannot be read.
#![cfg(feature = "doc")]

use gongwen_read::{ReadError, read};
use gongwen_text::{Block, Format};

fn bytes() -> Vec<u8> {
    let path = format!("{}/../../fixtures/doc/points.doc", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("a fixture")
}

#[test]
fn numbers_tables_and_changes() {
    let manuscript = read(&bytes(), Some("points.txt")).expect("a Word file");
    assert_eq!(manuscript.source.format, Format::Doc);
    let words: Vec<&str> = manuscript
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(p) => Some(p.span.of_text(&manuscript.text)),
            Block::Table(_) => None,
        })
        .collect();
    assert_eq!(
        words,
        [
            "石屏沟县2025年安全生产工作要点",
            "一、总体要求",
            "到2025年底，生产安全事故起数下降5%以上。",
            "二、重点任务",
            "（一）强化责任落实",
            "1.压实企业主体责任。",
            "2.压实部门监管责任。",
            "（二）提升应急能力",
            "新建乡镇应急救援站6个，12月底前完成。责任单位：县应急管理局、县消防救援大队。",
            "附件：重点任务分工表",
            "本要点由县安委办负责解释。",
        ]
    );
    let table = &manuscript.tables[0];
    assert_eq!((table.columns, table.rows.len()), (4, 4));
    let cell = |row: usize, at: usize| {
        let cell = table.rows[row][at];
        (cell.column, cell.rowspan, cell.span.of_text(&manuscript.text))
    };
    assert_eq!(cell(1, 2), (2, 1, "县应急管理局\n县教育局"));
    assert_eq!(cell(2, 1), (1, 2, "宣传培训"));
    assert_eq!(cell(3, 1), (2, 1, "县公安局"));
    let codes: Vec<_> = manuscript.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["tracked-deletion-dropped"]);
}

#[test]
fn deletions_on_pages_of_many_runs_go() {
    // The library left deleted words in where a page of properties had 64 runs or more: 250300 for 300.
    let path = format!("{}/../../fixtures/doc/changes.doc", env!("CARGO_MANIFEST_DIR"));
    let manuscript = read(&std::fs::read(path).expect("a fixture"), None).expect("a Word file");
    assert!(manuscript.text.contains("新增消火栓300个"), "{}", manuscript.text);
    assert!(manuscript.text.ends_with("6.公布结果。\n"), "{}", manuscript.text);
    let codes: Vec<_> = manuscript.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["tracked-deletion-dropped", "hidden-text-dropped"]);
}

#[test]
fn a_box_of_a_plan_stands_at_the_end_of_its_section() {
    let path = format!("{}/../../fixtures/doc/panel.doc", env!("CARGO_MANIFEST_DIR"));
    let manuscript = read(&std::fs::read(path).expect("a fixture"), None).expect("a Word file");
    let lines: Vec<&str> = manuscript.text.lines().skip(2).collect();
    let expect = [
        "（一）壮大队伍",
        "1.培训护理员。",
        "专栏1 培训工程",
        "建设基地1个。",
        "（二）建好设施",
        "1.改造敬老院。",
    ];
    assert_eq!(lines, expect);
}

#[test]
fn a_document_in_a_frame_is_no_table() {
    // A table of one cell around the whole document, as templates have it: nothing of it was read.
    let path = format!("{}/../../fixtures/doc/frame.doc", env!("CARGO_MANIFEST_DIR"));
    let manuscript = read(&std::fs::read(path).expect("a fixture"), None).expect("a Word file");
    let shown: Vec<String> = manuscript
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(p) => p.span.of_text(&manuscript.text).to_owned(),
            Block::Table(t) => manuscript.tables[*t].span.of_text(&manuscript.text).replace('\t', "|"),
        })
        .collect();
    assert_eq!(
        shown,
        [
            "石屏沟县2025年防汛工作方案",
            "一、主要任务",
            "1.加固堤防。加固堤防3公里。责任单位：县水利局",
            "二、任务分工",
            "任务|责任单位\n清理河道|县水利局",
            "本方案自印发之日起施行。",
        ]
    );
}

#[test]
fn damage_and_passwords_are_named() {
    let whole = bytes();
    for parts in 1..16 {
        let _ = read(&whole[..whole.len() * parts / 16], None);
    }
    let cut = read(&whole[..whole.len() / 3], Some("points.doc"));
    assert!(cut.is_err(), "{cut:?}");
    // `fEncrypted` of the file's information block, which begins with its mark and version.
    let at = whole.windows(2).position(|w| w == [0xEC, 0xA5]).expect("the block");
    let mut locked = whole;
    locked[at + 11] |= 1;
    assert_eq!(read(&locked, None), Err(ReadError::Encrypted { kind: "Word 97–2003 file" }));
}
