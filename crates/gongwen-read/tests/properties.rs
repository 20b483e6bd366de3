//! What holds for every input.

use gongwen_read::read;
use gongwen_text::decode::decode;
use gongwen_text::{Block, Manuscript, Span};
use proptest::prelude::*;

/// Pieces that documents and their conversions are made of.
const PIECES: [&str; 44] = [
    "一、总体要求",
    "（一）指导思想",
    "1.加强领导。",
    "到2025年，培训不少于",
    "10",
    "场次。",
    "县教育局、",
    "县科协",
    "牵头部门：县教育局",
    "附件：1.分工表",
    "（此件公开发布）",
    "2022年5月5日",
    "“十",
    "四五”期间",
    "序号",
    "\t",
    "　　",
    "    ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "— 3 —",
    "第 3 页 共 9 页",
    "12",
    "3 / 9",
    "## ",
    "**",
    "---",
    "<br>",
    "\\.",
    "[bookmark: _GoBack]",
    "\u{200B}",
    "\u{A0}",
    "\u{FEFF}",
    "|",
    "| --- | --- |",
    "&nbsp;",
    "APP",
    "word",
    "，",
    "。",
    "责任单位",
    "\u{0C}",
];

fn document() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 1..80).prop_map(|p| p.concat())
}

/// Checks what a manuscript promises, against the source it was read from.
fn check(manuscript: &Manuscript, source: &str) {
    let text = &manuscript.text;
    for (at, c) in text.char_indices() {
        assert!(!c.is_control() || matches!(c, '\n' | '\t'), "{c:?} in the text");
        let span = Span::new(at, at + c.len_utf8());
        let from = manuscript.map.decoded_span(span);
        // Separators and replaced spaces are the only characters that the source does not have.
        let origin = source.get(from.from()..from.to());
        // The colon of a card stands for the gap between key and value, and for one byte of a wide blank.
        let whole = source.floor_char_boundary(from.from())..source.ceil_char_boundary(from.to());
        let gap = c == ':' && source[whole].chars().all(char::is_whitespace);
        if !c.is_whitespace() && !matches!(c, '&' | '<' | '>' | '"') && !gap {
            assert_eq!(origin, Some(&*c.to_string()), "at {at} of {text:?}");
        }
    }
    let mut end = 0;
    for block in &manuscript.blocks {
        let span = match *block {
            Block::Paragraph(p) => p.span,
            Block::Table(t) => manuscript.tables[t].span,
        };
        assert!(span.start >= end, "blocks in order");
        end = span.end;
        if let Block::Paragraph(p) = *block {
            let words = p.span.of_text(text);
            assert!(!words.contains('\n') && words == words.trim() && !words.is_empty(), "{words:?}");
            assert!(p.bold as usize <= words.len());
        }
    }
    assert!(end as usize <= text.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes, None);
    }

    #[test]
    fn every_character_leads_back(text in document()) {
        let decoded = decode(text.as_bytes());
        if let (Ok(manuscript), Ok(decoded)) = (read(text.as_bytes(), None), decoded) {
            check(&manuscript, &decoded.text);
        }
    }

    #[test]
    fn wrapped_documents_lead_back(text in document(), width in 16usize..40) {
        let chars: Vec<char> = text.repeat(6).chars().collect();
        let wrapped: Vec<String> = chars.chunks(width).map(|c| c.iter().collect()).collect();
        let wrapped = wrapped.join("\n");
        if let Ok(manuscript) = read(wrapped.as_bytes(), None) {
            let source = decode(wrapped.as_bytes()).expect("it was read");
            check(&manuscript, &source.text);
        }
    }
}

#[test]
fn characters_lead_back_to_the_bytes_of_a_gbk_file() {
    let text = "一、总体要求\r\n到2025年，培训APP使用者不少于10\r\n场次。\r\n";
    let file = encoding_rs::GB18030.encode(text).0;
    let manuscript = read(&file, None).expect("text");
    assert_eq!(manuscript.text, "一、总体要求\n到2025年，培训APP使用者不少于10场次。\n");
    for (at, c) in manuscript.text.char_indices().filter(|(_, c)| *c != '\n') {
        let from = manuscript.map.file_span(Span::new(at, at + c.len_utf8()));
        assert_eq!(encoding_rs::GB18030.decode(&file[from.from()..from.to()]).0, c.to_string());
    }
}

/// Cells that go on beside each other are put together one after the other: the map turns back, and each character still leads to
/// its own byte.
#[test]
fn wrapped_cells_lead_back() {
    let text = "序号  任务事项          责任单位        完成时限\n\
                1     建成共享平台，    县营商局、      2024年9月\n\
                \u{20}     实现互通          县数据局\n\
                2     提升网办率        县政务中心      长期\n";
    let manuscript = read(text.as_bytes(), None).expect("text");
    assert!(
        manuscript.text.contains("建成共享平台，实现互通\t县营商局、县数据局\t2024年9月"),
        "{}",
        manuscript.text
    );
    for (at, c) in manuscript.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let from = manuscript.map.file_span(Span::new(at, at + c.len_utf8()));
        assert_eq!(&text[from.from()..from.to()], c.to_string());
    }
    // A row holds all that its cells were taken from.
    let row = manuscript.text.find("建成").expect("the first row");
    let end = manuscript.text.find("2024年9月").expect("its time");
    let from = manuscript.map.file_span(Span::new(row, end));
    assert!(from.of_text(text).contains("县数据局"));
}
