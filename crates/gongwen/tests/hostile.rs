//! Input that is no plan: no panic, no invented duty or target, every span in its place.

use gongwen::{Converter, Record};
use proptest::prelude::{Just, ProptestConfig, Strategy, any};
use proptest::proptest;
use std::path::Path;

/// The record of these bytes with every span checked, or `None` where the file was refused with a reason.
fn convert(bytes: &[u8]) -> Option<Record<'static>> {
    let record = match Converter::default().convert(bytes, "input.txt") {
        Ok(record) => record,
        Err(error) => {
            let message = error.to_string();
            assert!(
                !message.contains('\n') && message.contains("input.txt"),
                "one line that names the file: {message}"
            );
            return None;
        }
    };
    check_spans(&serde_json::to_value(&record).expect("a record is JSON"));
    Some(record)
}

/// Every span lies in the text, and every quote is what its span slices to.
fn check_spans(record: &serde_json::Value) {
    let text: Vec<char> = record["text"].as_str().expect("a text").chars().collect();
    let slice = |span: &serde_json::Value| -> String {
        let end = |key: &str| span[key].as_u64().expect("a number") as usize;
        let (start, end) = (end("start"), end("end"));
        assert!(start <= end && end <= text.len(), "{start}..{end} of {}", text.len());
        text[start..end].iter().collect()
    };
    let mut open = vec![record];
    while let Some(value) = open.pop() {
        if value["span"].is_object() {
            let words = slice(&value["span"]);
            if let Some(quote) = value["quote"].as_str() {
                assert_eq!(quote, words, "a quote is the text at its span");
            }
        }
        if value["body"].is_object() {
            slice(&value["body"]);
        }
        match value {
            serde_json::Value::Object(fields) => open.extend(fields.values()),
            serde_json::Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

/// Whatever the record says, it claims no duty and no target.
fn nothing_claimed(bytes: &[u8]) {
    if let Some(record) = convert(bytes) {
        let claimed: Vec<_> = record.assignments.iter().map(|a| a.org.surface.as_ref()).collect();
        assert!(claimed.is_empty(), "duties were invented: {claimed:?}");
        let claimed: Vec<_> = record.targets.iter().map(|target| target.quote.as_ref()).collect();
        assert!(claimed.is_empty(), "targets were invented: {claimed:?}");
        assert!(record.tasks.is_empty(), "tasks were invented");
    }
}

#[test]
fn empty_files() {
    for bytes in [
        &b""[..],
        b" ",
        b"\n\n\n",
        "\u{feff}".as_bytes(),
        "　　\r\n".as_bytes(),
        b"\0",
        b"\xff\xfe",
        b"\xfe\xff\0",
    ] {
        nothing_claimed(bytes);
    }
}

#[test]
fn binary_garbage() {
    // A fixed multiplicative generator: the same garbage in every run.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let garbage: Vec<u8> = (0..200_000)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        })
        .collect();
    nothing_claimed(&garbage);
    nothing_claimed(&[0_u8; 4096]);
    nothing_claimed(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0");
    nothing_claimed(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0");
}

#[test]
fn invalid_bytes_inside_a_plan() {
    let mut bytes =
        "某县水利工作方案\n一、重点任务\n1.加强巡查。落实巡查责任。（县水利局负责）\n".as_bytes().to_vec();
    for (at, bad) in [(0, 0xff_u8), (40, 0xc3), (70, 0x80)] {
        bytes.insert(at, bad);
        convert(&bytes);
    }
}

#[test]
fn a_news_report() {
    nothing_claimed(
        "山城晨报讯（记者 林远）昨日上午，第三届山地自行车公开赛在云栖湖畔鸣枪开赛，来自12个省份的860名选手参赛。\n\
         比赛全程42公里，爬升超过900米。经过2小时15分的角逐，选手周野率先冲线，比第二名快了近3分钟。\n\
         据了解，本届赛事吸引观众约2.6万人次，周边民宿入住率达到93%，较去年同期增长18%。\n\
         “赛道很有挑战性，风景也好。”一位来自外地的车手告诉记者。组委会相关负责人表示，明年赛事规模还将扩大。\n\
         市气象台预计，未来3天多云到晴，最高气温26℃。\n"
            .as_bytes(),
    );
}

#[test]
fn a_speech() {
    nothing_claimed(
        "在全县青年座谈会上的讲话\n\n同志们，青年朋友们：\n\
         今天我们相聚在这里，心情格外激动。刚才，5位青年代表作了很好的发言，听后很受启发。\n\
         过去的一年，全县上下砥砺前行，完成固定资产投资126亿元，同比增长9.3%，新增就业4200人，成绩来之不易。\n\
         青年强则国家强。希望大家坚定理想信念，练就过硬本领，在平凡岗位上绽放光彩。\n\
         30年前，我也曾像你们一样，背着行囊来到山村小学，那时全校只有3名教师、76名学生。\n\
         最后，祝大家身体健康、工作顺利！谢谢大家。\n"
            .as_bytes(),
    );
}

#[test]
fn a_speech_in_numbered_parts() {
    nothing_claimed(
        "在全县教育大会上的讲话\n（2024年9月9日）\n同志们：\n\
         今天，我们召开全县教育大会，主要任务是总结经验、表彰先进。刚才，县教育局作了汇报，3位校长作了发言，我都赞成。\n\
         一、充分肯定成绩，坚定发展信心\n\
         五年来，全县累计投入教育经费32亿元，新建学校17所，新增学位1.2万个，义务教育巩固率达到99.6%。\n\
         二、认清形势任务，增强责任感\n\
         我们也要清醒看到，还有15%的乡村学校缺少音体美教师，45个教学点不足10名学生。\n\
         三、凝聚各方合力，办好人民满意的教育\n\
         古人讲，一年之计，莫如树谷；十年之计，莫如树木。各级各部门都要关心支持教育。\n\
         最后，祝全县广大教师节日快乐、工作顺利！\n"
            .as_bytes(),
    );
}

#[test]
fn a_report_of_a_festival() {
    nothing_claimed(
        "云岭县首届茶文化节开幕\n\
         4月12日，由县文旅局主办、县茶业协会承办的首届茶文化节在青龙镇开幕，300余名客商参加。\n\
         记者从县农业农村局了解到，目前全县茶园面积达到12.6万亩，年产值突破8亿元，带动就业3万人以上。\n\
         县农业农村局负责人介绍，去年全县干茶产量同比增长12%，出口额达2600万美元。\n\
         活动现场，6家企业签约，总金额1.8亿元。县市场监管局负责食品安全的工作人员在现场巡查。\n"
            .as_bytes(),
    );
}

#[test]
fn megabytes_of_one_character() {
    for one in ["一", "（"] {
        nothing_claimed(one.repeat(5_000_000 / one.len()).as_bytes());
    }
    for one in ["1", "）", "《", "、", "。", "#", "*", "|", "\t", "\n", "　", "-", "."] {
        nothing_claimed(one.repeat(500_000 / one.len()).as_bytes());
    }
}

#[test]
fn long_runs_of_what_anchors_rules() {
    for run in [
        "县、",
        "负责）",
        "（县",
        "1.",
        "一、",
        "（一）",
        "责任单位：",
        "牵头",
        "到2025年，",
        "100%",
        "《",
        "| ",
    ] {
        convert(run.repeat(300_000 / run.len()).as_bytes());
    }
}

#[test]
fn deep_nesting() {
    let brackets = format!("一、任务\n1.推进工作。{}县水利局负责{}\n", "（".repeat(3000), "）".repeat(3000));
    convert(brackets.as_bytes());
    let styles = ["一、", "（一）", "1.", "（1）", "①", "第一条 ", "1.1 ", "1.1.1 ", "a.", "第一章 "];
    let labels: String = (0..3000).map(|at| format!("{}甲\n", styles[at % styles.len()])).collect();
    convert(labels.as_bytes());
    let headings: String = (1..400).map(|depth| format!("{} 甲\n", "#".repeat(depth))).collect();
    convert(headings.as_bytes());
    let quotes = format!("一、任务\n{}甲{}\n", "《".repeat(3000), "》".repeat(3000));
    convert(quotes.as_bytes());
}

fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the corpus")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("UTF-8")).collect()
}

/// A piece of a corpus document between two places given in thousandths.
fn piece() -> impl Strategy<Value = (usize, usize, usize, bool)> {
    (0..5_usize, 0..1000_usize, 0..1000_usize, Just(false).prop_union(Just(true)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_document_cut_anywhere((document, start, end, characters) in piece()) {
        let texts = corpus();
        let text = &texts[document % texts.len()];
        let (start, end) = (start.min(end), start.max(end));
        if characters {
            let chars: Vec<char> = text.chars().collect();
            let cut: String = chars[chars.len() * start / 1000..chars.len() * end / 1000].iter().collect();
            convert(cut.as_bytes());
        } else {
            // In the middle of a character too.
            convert(&text.as_bytes()[text.len() * start / 1000..text.len() * end / 1000]);
        }
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        convert(&bytes);
    }

    #[test]
    fn any_mixture_of_cues(parts in proptest::collection::vec(proptest::sample::select(CUES), 0..120)) {
        convert(parts.concat().as_bytes());
    }
}

/// What documents are made of, for random mixtures.
const CUES: &[&str] = &[
    "一、",
    "（一）",
    "1.",
    "①",
    "第一条",
    "附件",
    "序号\t",
    "| ",
    "\n",
    "\t",
    "　",
    "。",
    "；",
    "，",
    "、",
    "（",
    "）",
    "〔",
    "〕",
    "县",
    "教育局",
    "县科协",
    "各乡镇",
    "等",
    "牵头",
    "负责",
    "配合",
    "牵头单位：",
    "责任单位：",
    "完成时限：",
    "会同",
    "由",
    "到2025年",
    "每年",
    "不少于",
    "10",
    "1.2万",
    "人次",
    "%",
    "百分之",
    "以上",
    "其中",
    "分别",
    "较2023年",
    "下降",
    "《",
    "》",
    "# ",
    "**",
    "---",
    "抄送：",
    "2024年3月1日",
    "二〇二四年",
    "：",
    ":",
    "是",
    "责任清单",
    "县、",
    "…",
];

/// Blanks, lost characters and marks anywhere in plans of every layout, as scans and copies leave them: no panic. Names cut short and
/// blanks before a mark have each ended in one.
#[test]
fn plans_with_damage_anywhere() {
    const MARKS: &[&str] =
        &[" ", "\u{3000}", "\t", "\n", "（", "）", "：", "、", "。", "3", "年", "前", "已"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/layouts");
    let entries =
        std::fs::read_dir(folder).expect("the layouts").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = entries.filter(|path| path.is_file()).collect();
    paths.sort();
    // A generator of our own: the same damage in every run.
    let mut state = 2026_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    for path in paths {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for _ in 0..4 {
            let mut damaged: Vec<String> = text.chars().map(String::from).collect();
            for _ in 0..damaged.len() / 25 {
                let at = next(damaged.len());
                match next(3) {
                    0 => damaged[at].clear(),
                    1 => damaged[at].insert_str(0, MARKS[next(MARKS.len())]),
                    _ => damaged[at].push_str(MARKS[next(MARKS.len())]),
                }
            }
            convert(damaged.concat().as_bytes());
        }
    }
}
