//! Word files, one habit each: what is read of them as text and as grids.

use gongwen_read::{ReadError, read};
use gongwen_text::{Block, Manuscript};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use zip::write::SimpleFileOptions;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

/// A file with these parts.
fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let types = ("[Content_Types].xml", r#"<Types xmlns="x"/>"#);
    for (name, text) in [types].iter().chain(parts) {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("closed").into_inner()
}

/// A Word file from what its parts contain.
fn word(body: &str, styles: &str, numbering: &str, footnotes: &str) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation =
        |part: &str| format!(r#"<Relationship Id="{part}" Type="{kind}/{part}" Target="{part}.xml"/>"#);
    let relations: String = ["styles", "numbering", "footnotes", "header"].map(relation).concat();
    let part = |name: &str, inner: &str| {
        format!(r#"<?xml version="1.0" encoding="UTF-8"?><w:{name} {W}>{inner}</w:{name}>"#)
    };
    pack(&[
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships><Relationship Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>"#
            ),
        ),
        ("word/document.xml", &part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/_rels/document.xml.rels", &format!("<Relationships>{relations}</Relationships>")),
        ("word/styles.xml", &part("styles", styles)),
        ("word/numbering.xml", &part("numbering", numbering)),
        ("word/footnotes.xml", &part("footnotes", footnotes)),
        ("word/header.xml", &part("hdr", "<w:p><w:r><w:t>页眉</w:t></w:r></w:p>")),
    ])
}

/// The blocks, one a line: hints in front of paragraphs, spans behind cells.
fn shown(manuscript: &Manuscript) -> String {
    let mut out = String::new();
    for block in &manuscript.blocks {
        match *block {
            Block::Paragraph(p) => {
                let heading = p.heading.map_or(String::new(), |level| format!("#{level} "));
                let bold = if p.bold > 0 { format!("*{} ", p.bold) } else { String::new() };
                let gap = if p.gap { "^" } else { "" };
                let _ = writeln!(out, "{gap}{heading}{bold}{}", p.span.of_text(&manuscript.text));
            }
            Block::Table(t) => {
                for row in &manuscript.tables[t].rows {
                    let cell = |c: &gongwen_text::Cell| {
                        let words = c.span.of_text(&manuscript.text).replace('\n', "⏎");
                        let spans = if c.rowspan > 1 || c.colspan > 1 {
                            format!("[{}×{}]", c.rowspan, c.colspan)
                        } else {
                            String::new()
                        };
                        format!("{}:{words}{spans}", c.column)
                    };
                    let _ = writeln!(out, "|{}", row.iter().map(cell).collect::<Vec<_>>().join("|"));
                }
            }
        }
    }
    out.trim_end().to_owned()
}

fn codes(manuscript: &Manuscript) -> Vec<&str> {
    manuscript.diagnostics.iter().map(|d| d.code).collect()
}

fn check_with(body: &str, styles: &str, numbering: &str, expect: &str) -> Manuscript {
    let manuscript = read(&word(body, styles, numbering, ""), None).expect("a Word file");
    assert_eq!(shown(&manuscript), expect);
    manuscript
}

fn check(body: &str, expect: &str) -> Manuscript {
    check_with(body, "", "", expect)
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A paragraph at a level of a numbering instance.
fn item(list: u32, level: u32, words: &str) -> String {
    let pr =
        format!(r#"<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>"#);
    format!("<w:p>{pr}<w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn styled(style: &str, words: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#)
}

/// A level: format, text and whatever else it holds.
fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

fn definition(id: u32, levels: &[String]) -> String {
    format!(r#"<w:abstractNum w:abstractNumId="{id}">{}</w:abstractNum>"#, levels.concat())
}

fn instance(id: u32, definition: u32, overrides: &str) -> String {
    format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>"#)
}

fn tc(pr: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{pr}</w:tcPr>{content}</w:tc>")
}

fn tr(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

#[test]
fn the_four_levels_of_a_plan_are_numbered_and_restart() {
    let levels = [
        level(0, "chineseCountingThousand", "%1、", ""),
        level(1, "chineseCounting", "（%2）", ""),
        level(2, "decimal", "%3.", ""),
        level(3, "decimal", "（%4）", ""),
    ];
    let numbering = definition(0, &levels) + &instance(1, 0, "");
    let body = [
        item(1, 0, "总体要求"),
        item(1, 1, "指导思想"),
        item(1, 1, "工作目标"),
        item(1, 2, "完善管网"),
        item(1, 3, "摸清底数"),
        item(1, 2, "5G基站全覆盖"),
        item(1, 0, "重点任务"),
        item(1, 1, "节水行动"),
        item(1, 2, "推进改造"),
    ];
    let expect = "一、总体要求\n（一）指导思想\n（二）工作目标\n1.完善管网\n（1）摸清底数\n2. 5G基站全覆盖\n\
                  二、重点任务\n（一）节水行动\n1.推进改造";
    check_with(&body.concat(), "", &numbering, expect);
}

#[test]
fn chapters_and_decimal_levels_keep_a_space() {
    let levels = [
        level(0, "japaneseCounting", "第%1章", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    ];
    let numbering = definition(7, &levels) + &instance(3, 7, "");
    let body = [item(3, 0, "总则"), item(3, 1, "目的"), item(3, 1, "范围"), item(3, 2, "2025年指标")];
    check_with(&body.concat(), "", &numbering, "第一章 总则\n1.1 目的\n1.2 范围\n1.2.1 2025年指标");
}

#[test]
fn instances_count_on_unless_the_start_is_overridden() {
    let numbering = definition(0, &[level(0, "decimal", "%1、", "")])
        + &instance(1, 0, "")
        + &instance(2, 0, "")
        + &instance(3, 0, r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>"#)
        + &instance(
            4,
            0,
            &format!(r#"<w:lvlOverride w:ilvl="0">{}</w:lvlOverride>"#, level(0, "lowerLetter", "%1)", "")),
        );
    let body = [
        item(1, 0, "甲"),
        item(2, 0, "乙"),
        item(3, 0, "丙"),
        item(3, 0, "丁"),
        item(4, 0, "戊"),
        item(0, 0, "无编号"),
        item(99, 0, "无此编号"),
    ];
    check_with(&body.concat(), "", &numbering, "1、甲\n2、乙\n1、丙\n2、丁\nc)戊\n无编号\n无此编号");
}

#[test]
fn a_level_may_count_through_the_whole_document() {
    let levels = [
        level(0, "chineseCounting", "%1、", ""),
        level(1, "decimalFullWidth", "%2．", r#"<w:lvlRestart w:val="0"/>"#),
    ];
    let numbering = definition(0, &levels) + &instance(1, 0, "");
    let body = [item(1, 0, "甲"), item(1, 1, "子"), item(1, 0, "乙"), item(1, 1, "丑")];
    check_with(&body.concat(), "", &numbering, "一、甲\n１．子\n二、乙\n２．丑");
}

#[test]
fn numbering_stands_in_styles_and_is_inherited() {
    // As WPS writes it: headings carry the list, levels name their style, derived styles inherit both.
    let style = |id: &str, name: &str, more: &str| {
        format!(r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>"#)
    };
    let styles = style(
        "2",
        "heading 1",
        r#"<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>"#,
    ) + &style(
        "3",
        "标题 2",
        r#"<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr>"#,
    ) + &style("20", "自定一级", r#"<w:basedOn w:val="2"/><w:rPr><w:b w:val="0"/></w:rPr>"#)
        + &style(
            "21",
            "不编号",
            r#"<w:basedOn w:val="2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>"#,
        )
        + &style("30", "圈", r#"<w:basedOn w:val="30"/>"#);
    let levels = [
        level(0, "japaneseCounting", "%1、", r#"<w:pStyle w:val="2"/><w:suff w:val="nothing"/>"#),
        level(1, "japaneseCounting", "（%2）", r#"<w:pStyle w:val="3"/>"#),
    ];
    let numbering = definition(0, &levels) + &instance(5, 0, "");
    let body = [
        styled("2", "总体要求"),
        styled("3", "原则"),
        styled("20", "任务"),
        styled("21", "附则"),
        styled("30", "正文"),
    ];
    let expect = "#1 *18 一、总体要求\n#2 （一）原则\n#1 二、任务\n#1 *6 附则\n正文";
    check_with(&body.concat(), &styles, &numbering, expect);
}

#[test]
fn list_styles_and_formats_newer_than_the_standard() {
    let styles = r#"<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let custom = r#"<w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>"#;
    let numbering = definition(0, &[custom.to_owned(), level(1, "bullet", "\u{F06C}", "")])
        + r#"<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>"#
        + &instance(1, 0, "")
        + &instance(2, 1, "");
    let body = [item(2, 0, "条目"), item(2, 1, "分项")];
    check_with(&body.concat(), styles, &numbering, "03 条目\n●分项");
}

#[test]
fn merged_cells_become_spans_and_names_stand_on_lines() {
    let restart = r#"<w:vMerge w:val="restart"/>"#;
    let rows = [
        tr(&[tc("", &p("序号")), tc("", &p("任务")), tc(r#"<w:gridSpan w:val="2"/>"#, &p("责任单位"))]),
        tr(&[
            tc(restart, &p("1")),
            tc("", &p("修渠")),
            tc("", &p("县水利局")),
            tc(restart, "<w:p><w:r><w:t>县财政局</w:t><w:br/><w:t>县审计局</w:t></w:r></w:p>"),
        ]),
        tr(&[
            tc("<w:vMerge/>", "<w:p/>"),
            tc("", &p("打井")),
            tc("", &(p("县科协") + &p("县教育局"))),
            tc("<w:vMerge/>", "<w:p/>"),
        ]),
        r#"<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>"#.to_owned()
            + &tc("", &p("其他"))
            + &tc(r#"<w:hMerge w:val="restart"/>"#, &p("各乡镇"))
            + &tc("<w:hMerge/>", "<w:p/>")
            + "</w:tr>",
    ];
    let expect = "附表\n|0:序号|1:任务|2:责任单位[1×2]\n|0:1[2×1]|1:修渠|2:县水利局|3:县财政局⏎县审计局[2×1]\n\
                  |1:打井|2:县科协⏎县教育局\n|1:其他|2:各乡镇[1×2]";
    let manuscript = check(&(p("附表") + &table(&rows)), expect);
    let grid = &manuscript.tables[0];
    assert_eq!(grid.columns, 4);
    let place = manuscript.locator(grid.rows[2][1].span).expect("a place");
    assert_eq!((place.table, place.row, place.column), (Some(1), Some(3), Some(3)));
    assert_eq!(grid.caption.map(|c| c.of_text(&manuscript.text)), Some("附表"));
}

#[test]
fn row_numbers_of_a_table_may_be_automatic() {
    let numbering = definition(0, &[level(0, "decimal", "%1", "")]) + &instance(1, 0, "");
    let row = |words: &str| tr(&[tc("", &item(1, 0, "")), tc("", &p(words))]);
    let header = tr(&[tc("", &p("序号")), tc("", &p("任务"))])
        .replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>");
    let body = table(&[header, row("修渠"), row("打井")]);
    let manuscript = check_with(&body, "", &numbering, "|0:序号|1:任务\n|0:1|1:修渠\n|0:2|1:打井");
    assert_eq!(manuscript.tables[0].header_rows, 1);
}

#[test]
fn frames_are_no_tables_and_tables_inside_cells_are_lines() {
    let inner =
        table(&[tr(&[tc("", &p("甲")), tc("", &p("乙"))]), tr(&[tc("", &p("丙")), tc("", &p("丁"))])]);
    // The whole document in one cell, as exported pages have it.
    check(&table(&[tr(&[tc("", &(p("正文") + &inner))])]), "正文\n|0:甲|1:乙\n|0:丙|1:丁");
    // The colophon: two cells side by side.
    check(
        &table(&[tr(&[tc("", &p("县政府办公室")), tc("", &p("2024年1月2日印发"))])]),
        "县政府办公室 2024年1月2日印发",
    );
    let outer =
        table(&[tr(&[tc("", &p("任务")), tc("", &p("单位"))]), tr(&[tc("", &p("修渠")), tc("", &inner)])]);
    let manuscript = check(&outer, "|0:任务|1:单位\n|0:修渠|1:甲 乙⏎丙 丁");
    assert_eq!(codes(&manuscript), ["table-nested"]);
}

#[test]
fn a_colophon_in_a_table_is_lines() {
    let cell = |words: &str| tc("", &p(words));
    check(
        &(p("请认真执行。")
            + &table(&[
                tr(&[tc(r#"<w:gridSpan w:val="2"/>"#, &p("抄送：县委各部门，县政协办公室。"))]),
                tr(&[cell("清河县人民政府办公室"), cell("2024年3月18日印发")]),
            ])),
        "请认真执行。\n抄送：县委各部门，县政协办公室。\n清河县人民政府办公室 2024年3月18日印发",
    );
}

#[test]
fn insertions_stay_and_deletions_go() {
    let body = r#"<w:p><w:r><w:t>投资</w:t></w:r><w:del w:id="1"><w:r><w:delText>10万</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>20万</w:t></w:r></w:ins><w:r><w:t>元</w:t></w:r></w:p>"#.to_owned()
        // A deleted paragraph mark joins two paragraphs.
        + r"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半句</w:t></w:r></w:p>"
        + &p("后半句")
        + r"<w:p><w:moveFrom><w:r><w:t>移走的话</w:t></w:r></w:moveFrom></w:p>"
        + r"<w:p><w:moveTo><w:r><w:t>移走的话</w:t></w:r></w:moveTo></w:p>"
        + &table(&[
            tr(&[tc("", &p("甲")), tc("", &p("乙"))]),
            format!("<w:tr><w:trPr><w:del/></w:trPr>{}{}</w:tr>", tc("", &p("删")), tc("", &p("除"))),
            tr(&[tc("", &p("丙")), tc("", &p("丁"))]),
        ]);
    let manuscript = check(&body, "投资20万元\n前半句后半句\n^移走的话\n|0:甲|1:乙\n|0:丙|1:丁");
    let finding = &manuscript.diagnostics[0];
    assert_eq!(finding.code, "tracked-deletion-dropped");
    assert!(finding.message.starts_with("3 tracked deletions of 7 characters"), "{}", finding.message);
}

#[test]
fn properties_before_a_change_do_not_count() {
    let body = r#"<w:p><w:pPr><w:outlineLvl w:val="1"/><w:pPrChange><w:pPr><w:outlineLvl w:val="4"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>标题</w:t></w:r></w:p>"#;
    let numbering = definition(0, &[level(0, "decimal", "%1.", "")]) + &instance(1, 0, "");
    check_with(body, "", &numbering, "#2 标题");
}

#[test]
fn text_boxes_are_read_once_behind_their_paragraph() {
    let inner = format!("<w:txbxContent>{}</w:txbxContent>", p("框中文字"));
    let body = format!(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a><wps:txbx>{inner}</wps:txbx></a></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
    );
    check(&body, "前后\n框中文字");
    // An old file has only the picture.
    check(
        &format!("<w:p><w:r><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r></w:p>"),
        "框中文字",
    );
}

#[test]
fn boxes_of_a_plan_stand_at_the_end_of_their_section() {
    // What followed the anchor stood below the box, so that items lost the duty of their section.
    let boxed = |words: &str, lines: &[&str]| {
        let inner: String = lines.iter().map(|line| p(line)).collect();
        format!(
            "<w:p><w:r><w:t>{words}</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        )
    };
    let plan = p("一、重点任务")
        + &boxed("（一）壮大队伍", &["专栏1 培训工程", "建设基地1个。"])
        + &p("1.培训护理员。")
        + &p("（二）建好设施")
        + &p("1.改造敬老院。")
        + &boxed("2.布局站点。", &["专栏2 设施工程"])
        + &p("二、保障措施");
    check(
        &plan,
        "一、重点任务\n（一）壮大队伍\n1.培训护理员。\n专栏1 培训工程\n建设基地1个。\n（二）建好设施\n1.改造敬老院。\n2.布局站点。\n专栏2 设施工程\n二、保障措施",
    );
    // A heading in a shape heads the paragraph that the shape hangs on.
    check(
        &(p("一、总体要求")
            + &boxed("围绕以下方面开展工作。", &["二、重点任务"])
            + &boxed("说明。", &["框中文字"])),
        "一、总体要求\n二、重点任务\n围绕以下方面开展工作。\n说明。\n框中文字",
    );
}

#[test]
fn notes_stand_behind_the_body() {
    let body = r#"<w:p><w:r><w:t>到2025年</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>达到10万亩。</w:t></w:r></w:p>"#;
    let notes = format!(
        r#"<w:footnote w:type="separator" w:id="0">{}</w:footnote><w:footnote w:id="2">{}</w:footnote>"#,
        p("线"),
        p("含新增。")
    );
    let manuscript = read(&word(body, "", "", &notes), None).expect("a Word file");
    assert_eq!(shown(&manuscript), "到2025年达到10万亩。");
    let finding = &manuscript.diagnostics[0];
    assert_eq!(
        (finding.code, finding.span.expect("a span").of_text(&manuscript.text)),
        ("notes-apart", "含新增。")
    );
}

#[test]
fn fields_show_their_results_only() {
    let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let code = |words: &str| format!("<w:r><w:instrText> {words} </w:instrText></w:r>");
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let field = |instruction: &str, result: &str| {
        mark("begin") + &code(instruction) + &mark("separate") + &run(result) + &mark("end")
    };
    let body = format!("<w:p>{}{}</w:p>", field(r#"HYPERLINK "http://x""#, "见附件"), run("。"))
        // A table of contents over two paragraphs, with a field inside.
        + &format!("<w:p>{}{}{}{}{}</w:p>", mark("begin"), code(r"TOC \o"), mark("separate"), run("一、总则"), field("PAGEREF", "3"))
        + &format!("<w:p>{}{}</w:p>", run("二、任务 5"), mark("end"))
        + &format!("<w:p>{}{}{}{}</w:p>", mark("begin"), code(r"eq \o\ac(○,2)"), mark("end"), run("建设"))
        + r#"<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>2024年</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"#;
    let manuscript = check(&body, "见附件。\n②建设\n2024年链接");
    assert_eq!(codes(&manuscript), ["contents-dropped"]);
}

#[test]
fn content_controls_show_what_their_author_wrote() {
    let contents = format!(
        r#"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"#,
        p("一、总则……1")
    );
    let hint = r"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    let filled = r"<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:smartTag><w:r><w:t>县水利局</w:t></w:r></w:smartTag></w:sdtContent></w:sdt></w:p>";
    check(&(contents + hint + filled), "^县水利局");
    let styles = r#"<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>"#;
    check_with(&(styled("T", "一、总则 1") + &p("正文")), styles, "", "正文");
}

#[test]
fn characters_that_are_no_letters() {
    let body = r#"<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙&amp;&#x4E01;&nbsp;</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>"#.to_owned()
        + r"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t xml:space='preserve'>显示 </w:t></w:r></w:p>"
        + r"<w:p><w:r><w:ruby><w:rt><w:r><w:t>gu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>古</w:t></w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>≥5</m:t></m:r></m:oMath></w:p>";
    let manuscript = check(&body, "甲 乙-丙&丁√\n显示\n古≥5");
    assert_eq!(codes(&manuscript), ["hidden-text-dropped"]);
}

#[test]
fn breaks_and_bold_beginnings_are_hints() {
    let body = r"<w:p><w:r><w:t>关于印发</w:t><w:br/><w:t>方案的通知</w:t></w:r></w:p><w:p/>".to_owned()
        + r"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>加强领导。</w:t></w:r><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>各镇负责</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>。</w:t></w:r></w:p>"
        + r"<w:p><w:r><w:br w:type='page'/></w:r></w:p>"
        + &p("附件");
    let manuscript = check(&body, "关于印发\n方案的通知\n^*15 加强领导。各镇负责。\n^附件");
    let at = |words: &str| {
        let start = manuscript.text.find(words).expect("there");
        manuscript.locator(gongwen_text::Span::new(start, start + words.len())).and_then(|l| l.paragraph)
    };
    assert_eq!((at("方案的通知"), at("附件")), (Some(1), Some(5)));
}

#[test]
fn strict_files_and_other_part_names() {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    let kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
    let bytes = pack(&[
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships><Relationship Type="{kind}" Target="/word/document2.xml"/></Relationships>"#
            ),
        ),
        (
            "word/document2.xml",
            &format!(r#"<document xmlns="{strict}"><body><p><r><t>严格</t></r></p></body></document>"#),
        ),
    ]);
    assert_eq!(read(&bytes, Some("a.docm")).expect("a Word file").text, "严格\n");
}

#[test]
fn what_cannot_be_read_is_named() {
    let good = word(&p("正文"), "", "", "");
    let error = |bytes: &[u8]| read(bytes, Some("a.docx")).expect_err("no document");
    assert!(matches!(error(&good[..good.len() / 2]), ReadError::Damaged { .. }));
    assert!(matches!(error(&word("<w:p><w:r>", "", "", "")), ReadError::Damaged { .. }));
    assert_eq!(error(&word("<w:p/>", "", "", "")), ReadError::Empty);
    assert_eq!(error(b""), ReadError::Empty);
    let deep = "<w:sdt><w:sdtContent>".repeat(5000);
    assert!(matches!(error(&word(&deep, "", "", "")), ReadError::Limit { .. }));
    let wide = tr(&[tc(r#"<w:gridSpan w:val="4000000000"/>"#, &p("宽"))]);
    assert!(matches!(error(&word(&table(&[wide]), "", "", "")), ReadError::Limit { .. }));
    let bomb = word(&" ".repeat(8 << 20), "", "", "");
    assert!(matches!(error(&bomb), ReadError::Limit { .. }));
    // Entities of a document type are not expanded.
    let entities = r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><document><body><p><r><t>甲&b;乙</t></r></p></body></document>"#;
    assert_eq!(read(&pack(&[("word/document.xml", entities)]), None).expect("read").text, "甲乙\n");
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    locked.extend("EncryptedPackage\0".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(matches!(error(&locked), ReadError::Encrypted { .. }));
}

#[test]
fn a_damaged_part_beside_the_document_is_not_the_end() {
    let manuscript =
        read(&word(&item(1, 0, "正文"), "<w:style", "<w:num><w:lvl>", ""), None).expect("a Word file");
    assert_eq!((shown(&manuscript).as_str(), codes(&manuscript)[0]), ("正文", "part-damaged"));
}

#[test]
fn no_cut_or_exchange_of_marks_ends_in_a_panic() {
    let body = table(&[tr(&[tc(r#"<w:vMerge w:val="restart"/>"#, &item(1, 0, "甲")), tc("", &p("乙"))])])
        + &item(1, 1, "丙");
    let numbering = definition(0, &[level(0, "decimal", "%1.%9%", "")]) + &instance(1, 0, "");
    // Every fifth byte: marks are longer than that.
    for at in (0..body.len()).step_by(5) {
        if !body.is_char_boundary(at) {
            continue;
        }
        let _ = read(&word(&body[..at], "", &numbering, ""), None);
        let _ = read(&word(&body[at..], "", &numbering[..at.min(numbering.len())], ""), None);
        let _ =
            read(&word(&format!("{}</w:p></w:tc>{}", &body[..at], &body[at..]), "", &numbering, ""), None);
    }
}

/// Files that other programs wrote (`fixtures/docx/make.py`).
#[test]
fn files_of_other_writers() {
    for file in ["python-docx.docx", "libreoffice.docx"] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/docx").join(file);
        let bytes = std::fs::read(&path).expect("the fixture exists");
        let manuscript = read(&bytes, Some(file)).expect("a Word file");
        let expect = std::fs::read_to_string(path.with_extension("expect.txt")).expect("what is expected");
        assert_eq!(shown(&manuscript), expect.trim_end(), "{file}");
    }
}
