//! PDF files of several producers: words, grids, furniture, and what cannot be read.
#![cfg(feature = "pdf")]

use gongwen_read::{ReadError, read};
use gongwen_text::{Block, Format, Manuscript, Severity};

fn bytes(name: &str) -> Vec<u8> {
    let path = format!("{}/../../fixtures/pdf/{name}.pdf", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("a fixture")
}

fn manuscript(name: &str) -> Manuscript {
    let manuscript = read(&bytes(name), Some("plan.txt")).expect("a PDF with text");
    assert_eq!(manuscript.source.format, Format::Pdf);
    manuscript
}

fn paragraphs(manuscript: &Manuscript) -> Vec<&str> {
    let words = |block: &Block| match block {
        Block::Paragraph(p) => Some(p.span.of_text(&manuscript.text)),
        Block::Table(_) => None,
    };
    manuscript.blocks.iter().filter_map(words).collect()
}

/// Cells of a row: `column×rowspan words`, paragraphs parted by `/`.
fn row(manuscript: &Manuscript, table: usize, row: usize) -> Vec<String> {
    let cell = |cell: &gongwen_text::Cell| {
        let words = cell.span.of_text(&manuscript.text).replace('\n', "/");
        format!("{}×{} {words}", cell.column, cell.rowspan)
    };
    manuscript.tables[table].rows[row].iter().map(cell).collect()
}

#[test]
fn prose_has_its_paragraphs_and_no_furniture() {
    let manuscript = manuscript("plan");
    assert_eq!(
        paragraphs(&manuscript),
        [
            "青岚县人民政府办公室关于印发《青岚县农村供水高质量发展三年行动实施方案（2024—2026年）》的通知",
            "青政办发〔2024〕12号",
            "各乡镇人民政府，县政府各部门、各直属机构：",
            "《青岚县农村供水高质量发展三年行动实施方案（2024—2026年）》已经县政府同意，现印发给你们，请认真抓好贯彻落实。",
            "青岚县人民政府办公室",
            "2024年5月8日",
            "青岚县农村供水高质量发展三年行动实施方案",
            "一、总体要求",
            "到2026年，全县农村自来水普及率达到98%以上，规模化供水工程覆盖农村人口比例达到85%，水质达标率不低于95%。",
            "二、主要任务",
            "（一）实施水源工程。新建小型水库3座，新增日供水能力2.6万m³，到2025年底前全部完成。责任单位：县水利局、县财政局。",
            "（二）完善管网建设。改造老旧管网320公里，解决4.2万人饮水不稳定问题。由县水利局牵头，县住房和城乡建设局、县自然资源局按职责分工负责。",
            "附件",
            "青岚县农村供水重点任务分工表",
            "注：各单位每季度末报送进展情况。",
        ]
    );
    assert_eq!(manuscript.source.pages, Some(3));
    assert!(manuscript.diagnostics.is_empty(), "{:?}", manuscript.diagnostics);
}

#[test]
fn a_table_over_pages_is_one() {
    let manuscript = manuscript("plan");
    assert_eq!(manuscript.tables.len(), 1);
    let table = &manuscript.tables[0];
    assert_eq!((table.columns, table.header_rows, table.rows.len()), (6, 1, 9));
    assert_eq!(table.caption.map(|c| c.of_text(&manuscript.text)), Some("青岚县农村供水重点任务分工表"));
    let measure = |i: usize| {
        format!(
            "开展第{i}批次工程建设与管护，落实专人巡查制度，确保设施完好率达到9{i}%以上；建立台账并按月调度。"
        )
    };
    let others = "县财政局/县发展和改革委员会/各乡镇人民政府";
    for i in 1..=8 {
        let lead = if i <= 4 { "县水利局" } else { "县住房和城乡建设局" };
        let mut expect = vec![format!("0×1 {i}")];
        match i {
            1 => expect.push("1×4 水源保障".to_owned()),
            5 => expect.push("1×4 管网改造".to_owned()),
            _ => {}
        }
        expect.extend([
            format!("2×1 {}", measure(i)),
            format!("3×1 {lead}"),
            format!("4×1 {others}"),
            format!("5×1 2025年{i}月底前"),
        ]);
        assert_eq!(row(&manuscript, 0, i), expect);
    }
    // Places: the last row stands on the last page.
    let last = manuscript.locator(table.rows[8][0].span).expect("a place");
    assert_eq!((last.page, last.table, last.row, last.column), (Some(3), Some(1), Some(9), Some(1)));
}

#[test]
fn fonts_that_are_not_embedded_are_read() {
    let manuscript = manuscript("points");
    let text = paragraphs(&manuscript);
    assert_eq!(text[0], "澜河市优化营商环境2025年工作要点");
    assert!(text[3].starts_with("到2025年底，政务服务事项网上可办率达到98%以上"), "{}", text[3]);
    assert_eq!(text[text.len() - 2..], ["澜河市人民政府办公室", "2025年3月1日"]);
    assert_eq!(manuscript.tables.len(), 1);
    assert_eq!(manuscript.tables[0].rows.len(), 21);
    assert_eq!(
        row(&manuscript, 0, 1),
        [
            "0×1 1",
            "1×1 提升第1类事项办理效率",
            "2×1 压减材料一半以上，跑动次数不超过1次，推行容缺受理和告知承诺；",
            "3×2 市数据局/市市场监管局",
            "4×1 2025年2月",
        ]
    );
}

#[test]
fn tables_without_rules_and_pages_without_text() {
    let mixed = manuscript("indicators");
    assert_eq!(
        row(&mixed, 0, 2),
        ["0×1 2", "1×1 农村卫生厕所普及率", "2×1 ≥92%", "3×1 县农业农村局", "4×1 2025年12月"]
    );
    let finding = &mixed.diagnostics[0];
    assert_eq!((finding.code, finding.severity), ("needs-ocr", Severity::Error));
    assert_eq!(finding.message, "pages without text of their own: 2 of 2");

    let scan = manuscript("scan");
    assert!(scan.text.is_empty());
    assert_eq!(scan.diagnostics[0].code, "needs-ocr");
}

#[test]
fn turned_pages_in_national_encodings() {
    assert_eq!(paragraphs(&manuscript("turned")), ["一、总体要求：到2025年，培训不少于10场次。"]);
}

#[test]
fn passwords() {
    assert!(paragraphs(&manuscript("readable")).contains(&"一、工作目标"));
    assert_eq!(read(&bytes("password"), None), Err(ReadError::Encrypted { kind: "PDF file" }));
}

#[test]
fn damage_is_named_and_never_a_panic() {
    let whole = bytes("points");
    for length in [0, 5, 9, 200, 1_000] {
        let cut = &whole[..length];
        assert!(read(cut, Some("a.pdf")).is_err(), "{length} bytes");
    }
    assert!(matches!(read(b"%PDF-1.7\n%%EOF", None), Err(ReadError::Damaged { kind: "PDF file", .. })));
    // Whatever is cut off or overwritten, there is an answer.
    for step in 1..24 {
        let mut broken = whole.clone();
        broken.truncate(whole.len() * step / 24);
        let _ = read(&broken, None);
        let mut broken = whole.clone();
        let at = whole.len() * step / 24;
        let end = (at + 40).min(broken.len());
        broken[at..end].fill(b'<');
        let _ = read(&broken, None);
    }
}
