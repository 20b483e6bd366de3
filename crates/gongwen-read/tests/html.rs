//! Web pages of the shapes that vendors of government sites use, each with what is read from it.

use gongwen_read::{ReadError, read};
use gongwen_text::{Block, Format, Manuscript};
use std::fmt::Write as _;
use std::path::PathBuf;

fn open(file: &str) -> Manuscript {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/html").join(file);
    let bytes = std::fs::read(path).expect("the fixture exists");
    let manuscript = read(&bytes, Some(file)).expect("a page");
    assert_eq!(manuscript.source.format, Format::Html, "{file}");
    manuscript
}

/// The blocks, one a line: hints in front, cells with what they cover.
fn show(manuscript: &Manuscript) -> String {
    let mut out = String::new();
    for block in &manuscript.blocks {
        match *block {
            Block::Paragraph(p) => {
                let heading = p.heading.map_or(String::new(), |level| format!("#{level} "));
                let bold = if p.bold > 0 { format!("*{} ", p.bold) } else { String::new() };
                let _ = writeln!(out, "{heading}{bold}{}", p.span.of_text(&manuscript.text));
            }
            Block::Table(t) => {
                let grid = &manuscript.tables[t];
                let caption = grid.caption.map_or("", |c| c.of_text(&manuscript.text));
                let _ = writeln!(
                    out,
                    "[{}×{}, {} header, {caption}]",
                    grid.rows.len(),
                    grid.columns,
                    grid.header_rows
                );
                for row in &grid.rows {
                    let cells: Vec<_> = row
                        .iter()
                        .map(|c| {
                            let words = c.span.of_text(&manuscript.text).replace('\n', "⏎");
                            let rows =
                                if c.rowspan > 1 { format!("↓{}", c.rowspan) } else { String::new() };
                            let columns =
                                if c.colspan > 1 { format!("→{}", c.colspan) } else { String::new() };
                            format!("{words}{rows}{columns}")
                        })
                        .collect();
                    let _ = writeln!(out, "| {}", cells.join(" | "));
                }
            }
        }
    }
    out
}

fn check(file: &str, website: &[(&str, &str)], expect: &str) {
    let manuscript = open(file);
    let pairs: Vec<_> = manuscript.website.iter().map(|(k, v)| (&**k, &**v)).collect();
    assert_eq!(pairs, website, "{file}");
    assert_eq!(show(&manuscript).trim_end(), expect.trim(), "{file}");
    for block in &manuscript.blocks {
        if let Block::Paragraph(p) = block {
            assert!(
                manuscript.locator(p.span).is_some_and(|l| l.paragraph.is_some()),
                "{file}: a paragraph has a place"
            );
        }
    }
}

#[test]
fn a_table_of_keys_and_a_body_of_paragraphs() {
    check(
        "trs.html",
        &[
            ("索引号", "000014349/2022-00012"),
            ("主题分类", "体育"),
            ("发布机构", "青禾县人民政府办公室"),
            ("成文日期", "2022年03月01日"),
            ("发文字号", "青政办发〔2022〕9号"),
            ("发布日期", "2022年03月08日"),
            ("有效性", "有效"),
            ("发布时间", "2022-03-08 09:12"),
            ("来源", "县教育体育局"),
            ("网站", "青禾县人民政府"),
            ("栏目", "政策文件"),
            ("标题", "青禾县人民政府办公室关于印发《青禾县全民健身实施计划（2021—2025年）》的通知"),
        ],
        "\
#1 青禾县人民政府办公室关于印发《青禾县全民健身实施计划（2021—2025年）》的通知
各乡镇人民政府，县直各部门：
《青禾县全民健身实施计划（2021—2025年）》已经县人民政府同意，现印发给你们，请认真组织实施。
青禾县人民政府办公室
2022年3月1日
（此件公开发布）
*53 青禾县全民健身实施计划（2021—2025年）
*18 一、主要目标
到2025年，经常参加体育锻炼的人数比例达到38.5%以上。
*18 二、主要任务
*30 （一）补齐设施短板。新建体育公园3个。（县教体局牵头，县住建局、县财政局配合）
附件：任务分工表.docx",
    );
}

#[test]
fn a_list_of_keys_headings_and_numbers_of_lists() {
    check(
        "list-meta.html",
        &[
            ("索引号", "LH0012-2024-0006"),
            ("发布机构", "临河区民政局"),
            ("文号", "临民发〔2024〕6号"),
            ("生成日期", "2024-04-02"),
            ("公开方式", "主动公开"),
            ("标题", "临河区老年助餐服务工作方案"),
        ],
        "\
#2 临河区老年助餐服务工作方案
#3 一、工作目标
2024年，新建老年食堂12个，服务老年人不少于2000人。
#3 二、重点任务
1.规范运营。由区民政局牵头，区市场监管局配合。
2.强化监管。责任单位：区市场监管局
a.开展检查
b.公示结果
*18 三、加强保障
不编号的一项。
1.自带编号的一项",
    );
}

#[test]
fn a_definition_list_names_the_document() {
    check(
        "dl-meta.html",
        &[
            ("索引号", "011/2023-00088"),
            ("组配分类", "规划计划"),
            ("发文日期", "2023-06-15"),
            ("名称", "石泉市家庭医生签约服务实施方案"),
        ],
        "\
#1 石泉市家庭医生签约服务实施方案
为做好家庭医生签约服务，制定本方案。
一、服务对象
重点人群签约率达到75%以上。责任单位：市卫生健康委。",
    );
}

#[test]
fn merged_cells_two_header_rows_and_a_note() {
    check(
        "merged-table.html",
        &[],
        "\
云岭县2024年重点工作方案
附件1
重点任务分工表
[5×4, 2 header, 重点任务分工表]
| 序号↓2 | 任务↓2 | 责任分工→2
| 牵头单位 | 配合单位
| 1 | 改善水质↓2 | 县水利局 | 县财政局⏎县生态环境局
| 2 | 县住建局 | 各乡镇⏎人民政府
| 3 | 植树造林 | 县林业局→2
注：各单位按职责落实。
抄送：县委办公室。",
    );
}

#[test]
fn a_table_in_a_cell_is_words_of_the_cell() {
    check(
        "nested-table.html",
        &[],
        "\
北河县食品安全责任清单
[3×4, 0 header, 北河县食品安全责任清单]
| 序号 | 工作任务 | 责任单位 | 完成时限
| 1 | 开展抽检⏎食用农产品 100批次⏎加工食品 50批次 | 县市场监管局 | 2024年12月
| 2 | 落实校园食品安全责任，排查食堂风险隐患，推动问题整改到位 | 县教育局⏎县市场监管局⏎县卫健局 | 长期坚持",
    );
}

#[test]
fn tables_that_lay_out_the_page_are_unwrapped() {
    check(
        "layout-table.html",
        &[],
        "\
*33 白石市工业园区提升方案
为推动园区提升，根据省政府部署，结合我市实际，制定本方案，请各县（市、区）人民政府、市直各部门认真贯彻执行。
一、工作目标
到2026年，园区产值达到300亿元。
二、工作任务
建设标准厂房，改善园区环境，完善配套设施，提升服务水平，推动企业入园发展。责任单位：市工业和信息化局
[2×3, 0 header, ]
| 序号 | 项目名称 | 责任单位
| 1 | 标准厂房 | 市住建局 市财政局",
    );
}

#[test]
fn word_exports_keep_numbers_and_lose_deletions() {
    check(
        "word-export.html",
        &[("标题", "全县消防安全提升")],
        "\
*45 清溪县消防安全能力提升行动方案
*18 一、总体目标
到2025年，新建微型消防站20个，由县消防救援大队负责，县应急局配合。
GDP growth二、保障措施",
    );
    assert!(open("word-export.html").diagnostics.iter().any(|d| d.code == "deletion-dropped"));
}

#[test]
fn a_saved_page_with_a_line_of_date_and_source() {
    check(
        "saved-page.html",
        &[("标题", "关于做好2023年防汛抗旱工作的通知"), ("发布日期", "2023-05-01"), ("来源", "江口县水利局")],
        "\
#1 关于做好2023年防汛抗旱工作的通知
各乡镇人民政府：
为做好今年防汛抗旱工作，现通知如下。
*21 一、压实责任。各乡镇人民政府负责本辖区巡查，每月不少于2次。
不是粗体。二、加强值守。",
    );
}

#[test]
fn a_table_whose_cells_are_lines_is_rebuilt() {
    check(
        "br-lines.html",
        &[],
        "\
临江县农村饮水安全实施方案
一、工作目标
到2024年底，农村自来水普及率达到92%以上。
二、任务分工
[4×4, 1 header, 二、任务分工]
| 序号 | 任务 | 牵头单位 | 配合单位
| 1 | 改造管网 | 县水利局 | 县财政局
| 2 | 监测水质 | 县卫健局 | 县水利局、县生态环境局
| 3 | 保护水源 | 县生态环境局 | 各乡镇人民政府",
    );
}

#[test]
fn verbatim_text_is_read_as_a_text_file() {
    check(
        "pre.html",
        &[("标题", "山前县营商环境方案")],
        "\
山前县优化营商环境工作方案
为优化全县营商环境，激发市场主体活力，促进高质量发展，结合我县实际，制定本方案。
一、工作目标
到2025年，企业开办时间压缩至1个工作日以内，全程网办率达到95%以上，政务服务事项好评率达到99%。
二、重点任务
推行一窗受理，由县行政审批局牵头，县市场监管局、县税务局配合，各乡镇人民政府按职责落实。持续清理涉企收费，由县发展改革局负责，县财政局、县工信局配合。",
    );
}

#[test]
fn without_a_known_container_the_prose_is_found() {
    check(
        "density.html",
        &[("标题", "东风区城市更新行动方案")],
        "\
#1 东风区城市更新行动方案
为实施城市更新行动，改善人居环境，制定本方案。
一、主要目标
到2025年，改造老旧小区50个，惠及居民1.2万户。
二、责任分工
区住建局负责统筹推进，区财政局负责资金保障。
区自然资源局负责规划审批。",
    );
}

#[test]
fn what_does_not_show_is_not_read() {
    check(
        "hidden.html",
        &[("标题", "南岭县公共机构节能方案")],
        "\
南岭县公共机构节能方案
一、目标：单位建筑面积能耗下降5% 以上。
二、责任——县机关事务中心负责。节能。
H2O、15m2",
    );
}

#[test]
fn declared_gb2312_is_gb18030() {
    check(
        "gb2312-declared.html",
        &[("标题", "河湾县镕铸产业方案")],
        "\
河湾县镕铸产业发展方案
一、目标
到2025年，建成产业园1个，带动镕岭村、堃元村就业300人以上。（县工信局负责）
二、保障。单价不高于2€，鿃㐀两字只在 GB18030 里有。",
    );
    assert_eq!(open("gb2312-declared.html").source.encoding, "gb18030");
}

/// Reads a page of these elements.
fn page(body: &str) -> Manuscript {
    let page = format!("<!DOCTYPE html><html><head><title>政策文件</title></head><body>{body}</body></html>");
    read(page.as_bytes(), None).expect("a page")
}

/// A body of a document, table and all; `more` stands at its end.
fn document(more: &str) -> String {
    let prose = "为推进全县养老服务，根据省政府部署，结合本县实际，制定本方案，请各乡镇认真贯彻执行。";
    format!(
        "<p>清河县养老服务实施方案</p><p>{prose}</p><p>一、改造敬老院</p><p>2024年改造敬老院6所，新增床位300张，由县民政局牵头负责。</p>\
        <table><tr><td>任务</td><td>责任单位</td></tr><tr><td>培训护理人员</td><td>县人社局</td></tr></table>{more}"
    )
}

#[test]
fn a_copy_for_telephones_is_not_read() {
    let once = show(&page(&document("<p>二、加强保障</p>")));
    let (desk, phone) = (document("<p>二、加强保障</p>"), document("<p>二、加强保障</p>"));
    let twice = format!(
        "<div class=\"a\"><div class=\"article-content\">{desk}</div></div>\
        <div class=\"b\"><h2>清河县养老服务实施方案</h2><div class=\"article-content\">{phone}</div></div>"
    );
    assert_eq!(show(&page(&twice)), once);
    // The copy for telephones comes first and lacks a part.
    let (phone, desk) = (document(""), document("<p>二、加强保障</p>"));
    let twice = format!("<div><div>{phone}</div><div>{desk}</div></div>");
    assert_eq!(show(&page(&twice)), once);
    // Nor are tables of two years, which differ in their figures alone.
    let year = |year: &str| {
        let row = |task: &str| {
            format!(
                "<tr><td>{task}的各项重点任务和具体工作内容</td><td>县民政局、县财政局</td><td>{year}年</td></tr>"
            )
        };
        let rows: String = ["改造敬老院", "培训护理人员", "建设社区食堂", "发放老年津贴"].map(row).concat();
        format!("<div><table><tr><td>任务</td><td>责任单位</td><td>时限</td></tr>{rows}</table></div>")
    };
    assert_eq!(page(&format!("<div>{}{}</div>", year("2024"), year("2025"))).tables.len(), 2);
    // What only resembles is no copy.
    let other = document("").replace("敬老院", "幼儿园").replace("养老", "托育").replace("护理", "保育");
    let both = format!("<div>{}</div><div>{other}</div>", document(""));
    assert!(show(&page(&both)).contains("幼儿园6所") && show(&page(&both)).contains("敬老院6所"));
}

#[test]
fn menus_of_short_links_are_no_words_of_the_document() {
    let once = show(&page(&document("")));
    let links = |open: &str, shut: &str| {
        let names = ["首页", "政务公开", "办事服务", "互动交流"];
        names.map(|name| format!("{open}<a href=\"/{name}\">{name}</a>{shut}")).concat()
    };
    for menu in [
        format!("<div><ul>{}</ul></div>", links("<li>", "</li>")),
        format!("<p>{}</p>", links("", " | ")),
        format!("<table><tr>{}</tr></table>", links("<td>", "</td>")),
    ] {
        assert_eq!(show(&page(&format!("{menu}{}", document("")))), once, "{menu}");
    }
    // Links between the marks of a sentence, and to files, are.
    let bodies = ["县教育局", "县科协", "县财政局"].map(|name| format!("<a href=\"/{name}\">{name}</a>"));
    assert!(show(&page(&document(&format!("<p>{}</p>", bodies.join("、"))))).contains("县教育局、县科协"));
    let files = [1, 2, 3].map(|n| format!("<li><a href=\"/down.jsp?id={n}\">任务分工表{n}.docx</a></li>"));
    assert!(show(&page(&document(&format!("<ul>{}</ul>", files.concat())))).contains("任务分工表3.docx"));
}

#[test]
fn short_words_above_the_title_are_the_pages() {
    let title = "清河县养老服务实施方案（2024—2026年）";
    let of = |above: &str| {
        let body = document("").replace("清河县养老服务实施方案", title);
        let page = format!(
            "<!DOCTYPE html><html><head><title>{title}_清河县人民政府</title></head><body>{above}{body}</body></html>"
        );
        show(&read(page.as_bytes(), None).expect("a page"))
    };
    let once = of("");
    assert_eq!(of("<div>互动交流</div><span>适老版</span>"), once);
    // Pieces of the title are its own, though it is printed again below.
    let pieces = of("<p>清河县</p><p>养老服务实施方案</p><p>（2024—2026年）</p><p>各乡镇：</p>");
    assert!(pieces.starts_with("清河县\n养老服务实施方案\n"), "{pieces}");
    assert_eq!(of("<p>清河县人民政府文件</p><p>特急</p>"), format!("清河县人民政府文件\n特急\n{once}"));
}

#[test]
fn keys_without_colons_in_elements_of_their_own() {
    let pairs = [
        ("索 引 号", "00312/2024-0031"),
        ("发文机关", "县政府办公室"),
        ("成文日期", "2024年03月15日"),
        ("文　号", "清政办〔2024〕12号"),
        ("有效性", ""),
    ];
    let expect: Vec<(&str, &str)> = vec![
        ("索引号", "00312/2024-0031"),
        ("发文机关", "县政府办公室"),
        ("成文日期", "2024年03月15日"),
        ("文号", "清政办〔2024〕12号"),
    ];
    let once = show(&page(&document("")));
    for (key, value, row) in [
        ("<span class=k>KEY</span>", "<span class=v>VALUE</span>", "<div class=row>PAIR</div>"),
        ("<b>KEY</b>", "<i>VALUE</i>", "<p>PAIR</p>"),
        ("<div>KEY</div>", "<div><em>VALUE</em></div>", "<section>PAIR</section>"),
        ("<dt>KEY</dt>", "<dd>VALUE</dd>", "PAIR"),
        ("<span>KEY</span><span>：</span>", "<span>VALUE</span>", "<li>PAIR</li>"),
    ] {
        let card =
            pairs.map(|(k, v)| row.replace("PAIR", &(key.replace("KEY", k) + &value.replace("VALUE", v))));
        let manuscript = page(&format!("<div><div>{}</div>{}</div>", card.concat(), document("")));
        let got: Vec<_> = manuscript.website.iter().map(|(k, v)| (&**k, &**v)).collect();
        assert_eq!(got, expect, "{row}");
        assert_eq!(show(&manuscript), once, "{row}");
    }
    // Names of columns that a lost table leaves on lines are none.
    let lost = "<p>发文机关</p><p>成文日期</p><p>文号</p><p>县教育局</p><p>2024年</p><p>清教〔2024〕1号</p>";
    assert!(page(&document(lost)).website.is_empty());
}

#[test]
fn the_foot_of_a_site_is_not_read_though_no_name_tells_it() {
    let foot = "<div><p>主办：清河县人民政府办公室　承办：县大数据中心</p><p>网站标识码：4100000001　豫ICP备00000000号</p><p>联系电话：0300-0000000　地址：清河县城关某路1号</p></div>";
    let once = show(&page(&document("")));
    assert_eq!(show(&page(&format!("<div>{}</div>{foot}", document("")))), once);
    // A document's own contacts stay, and sentences that speak of such a number.
    let own = document(
        "<p>联系电话：0300-0000000</p><p>各网站标明网站标识码和ICP备案号。</p><div><p>主办单位：县体育局</p><p>承办单位：县一中</p><p>无障碍改造100户</p></div>",
    );
    let text = show(&page(&format!("<div>{own}</div>{foot}")));
    assert!(
        text.contains("联系电话")
            && text.contains("备案号")
            && text.contains("承办单位")
            && !text.contains("城关")
    );
}

#[test]
fn a_page_that_a_program_fills_in_says_so() {
    let title = "清河县人民政府办公室关于印发养老服务实施方案的通知";
    for (body, foot) in [
        (
            "<div id=\"zoom\"></div>",
            "<div class=\"footer\"><p>网站标识码：4100000001</p><p>联系电话：0300-0000000</p></div>",
        ),
        ("<div id=\"app\"></div>", "<div><p>联系电话：0300-0000000　地址：清河县城关某路1号</p></div>"),
        (
            "<h1>TITLE</h1><div></div>",
            "<div><p>主办：清河县人民政府　版权所有</p><p>联系电话：0300-0000000</p></div>",
        ),
    ] {
        let page = format!(
            "<!DOCTYPE html><html><head><title>{title}_清河县人民政府</title></head><body>{body}<script>load()</script>{foot}</body></html>"
        );
        let manuscript = read(page.replace("TITLE", title).as_bytes(), None).expect("a title");
        assert_eq!(show(&manuscript).trim(), format!("#1 {title}"), "{body}");
        assert!(manuscript.diagnostics.iter().any(|d| d.code == "page-body-missing"), "{body}");
    }
    assert!(page(&document("")).diagnostics.is_empty());
}

#[test]
fn lines_that_the_page_breaks_are_joined_beside_a_grid_too() {
    // A grid on the page kept the wraps of its prose: `水厂2⏎座` gave no target.
    let wrap = |words: &str, open: &str, shut: &str| {
        let chars: Vec<char> = words.chars().collect();
        let line = |line: &[char]| format!("{open}{}{shut}\n", line.iter().collect::<String>());
        chars.chunks(24).map(line).collect::<String>()
    };
    let prose = [
        "　　为提升全县农村供水保障水平，根据省政府部署和有关规定，结合本县实际，制定本方案。",
        "　　一、主要任务",
        "　　（一）建设规模化工程。十月底前建成水厂不少于二座，铺设管网120公里，新增受益群众3.5万人，关停小散水站不少于30处。",
        "　　（二）改造老旧管网。每年改造老旧管网不少于80公里，管网漏损率控制在12%以内，由县水利局牵头，县财政局、县住建局配合。",
        "　　（三）加强水质监测。每季度检测不少于1次，全年抽检水样600份以上，建成县级检测中心1个，完成8处水源地规范化建设。",
    ];
    let grid =
        "<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>培训</td><td>县人社局</td></tr></table>";
    let expect: Vec<&str> = prose.iter().map(|words| words.trim_start()).collect();
    let expect = format!(
        "{}\n分工表\n[2×2, 0 header, 分工表]\n| 任务 | 责任单位\n| 培训 | 县人社局\n抄送：县委办公室。",
        expect.join("\n")
    );
    for (open, shut) in [("", "<br>"), ("<p>", "</p>")] {
        let body: String = prose.iter().map(|words| wrap(words, open, shut)).collect();
        let last = wrap("　　抄送：县委办公室。", open, shut);
        let manuscript = page(&format!("<div>{body}{open}分工表{shut}{grid}{last}</div>"));
        assert_eq!(show(&manuscript).trim_end(), expect, "{open}");
        let place = manuscript.locator(manuscript.tables[0].rows[1][1].span).expect("a place");
        assert_eq!((place.table, place.row, place.column), (Some(1), Some(2), Some(2)));
    }
}

#[test]
fn an_explanation_behind_the_document_is_left_out() {
    let more = "<p>二、保障措施</p><p>各乡镇、各有关部门要加强组织领导，县政府办公室要加强政策解读和宣传引导，县财政局要做好资金保障，确保各项任务落到实处，定期通报进展，年底前开展评估并公布结果。</p>";
    let once = show(&page(&document(more)));
    let told = "<p>近日，县政府办公室印发了《清河县养老服务实施方案》，现解读如下。</p><p>一、起草背景</p><p>养老服务是民生大事，2024年改造敬老院6所，由县民政局牵头。</p>";
    for (open, head, shut) in [
        ("<div><div class=TRS_Editor>", "", "</div></div>"),
        ("<div>", "<h3>政策解读</h3>", "</div>"),
        ("<div>", "<p>《清河县养老服务实施方案》解读</p>", "</div>"),
    ] {
        let inner = format!("{open}{}{shut}{open}{head}{told}{shut}", document(more));
        let manuscript = page(&format!("<div>{inner}</div>"));
        assert_eq!(show(&manuscript), once, "{head}");
        assert!(manuscript.diagnostics.iter().any(|d| d.code == "explanation-dropped"));
    }
    // A page that is nothing else is read.
    assert!(show(&page(&format!("<h3>政策解读</h3>{told}"))).contains("民生大事"));
}

#[test]
fn pictures_need_ocr() {
    let manuscript = open("pictures.html");
    assert_eq!(show(&manuscript).trim(), "#1 关于印发西山县畜牧业发展规划的通知");
    assert!(manuscript.diagnostics.iter().any(|d| d.code == "needs-ocr"));
}

#[test]
fn broken_pages_end_in_words_or_errors() {
    assert_eq!(read(b"<html><body><script>1</script></body></html>", None), Err(ReadError::Empty));
    let deep = format!("<html><body>{}", "<div>甲".repeat(5_000));
    assert!(read(deep.as_bytes(), None).expect("a page").blocks.len() > 4_950);
    let tables = format!("<html><body>{}", "<table><tr><td>甲<td>".repeat(300));
    assert!(read(tables.as_bytes(), None).expect("a page").text.matches('甲').count() > 250);
    let cut = "<html><body><table><tr><td>序号<td>责任单位<tr><td>1<td>县教";
    assert_eq!(read(cut.as_bytes(), None).map(|m| m.tables.len()), Ok(1));
    // Unclosed formatting is repeated in every paragraph behind it.
    let bold = (0..10_000).fold(String::new(), |mut page, n| {
        let _ = write!(page, "<b id={n}><p>甲");
        page
    });
    let read_part = read(format!("<html>{bold}").as_bytes(), None).expect("a page");
    assert!(read_part.diagnostics.iter().any(|d| d.code == "page-cut"));
    let wide = format!(
        "<html><table><tr><th>一<th>二{}",
        "<tr><td colspan=99999 rowspan=99999>甲<td>乙".repeat(300)
    );
    assert!(read(wide.as_bytes(), None).expect("a page").tables[0].columns <= 1024);
}
