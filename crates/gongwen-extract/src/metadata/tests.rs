//! The rule file's examples, and whole fronts.

use super::*;
use crate::facts::Disclosure;
use gongwen_outline::Section;

/// What the reader of a rule's element reads in a text, in the notation of the examples.
fn read(id: &str, text: &str) -> Vec<(String, String)> {
    let zones = zone::Zones { text, front: text.lines().map(Into::into).collect(), ..zone::Zones::default() };
    let facts: Vec<String> = match id {
        "metadata.number" => number::own(&zones, &[], &[])
            .map(|n| format!("{} = {} {} {}", n.raw, n.agency_code, n.year, n.serial))
            .into_iter()
            .collect(),
        "metadata.period.range" | "metadata.period.five_years" | "metadata.period.year" => {
            period::period(text).map(|(start, end)| format!("{start} {end}")).into_iter().collect()
        }
        "metadata.disclosure" => disclosure::in_line(text)
            .map(|d| match d {
                Disclosure::Public => "public",
                Disclosure::OnRequest => "on_request",
                Disclosure::Restricted => "restricted",
            })
            .map(str::to_owned)
            .into_iter()
            .collect(),
        "metadata.addressees" => list::addressees(&zones).into_iter().map(Cow::into_owned).collect(),
        "metadata.copy_to" => {
            let zones = zone::Zones {
                text,
                colophon: text.lines().map(Into::into).collect(),
                ..zone::Zones::default()
            };
            list::copy_to(&zones).into_iter().map(Cow::into_owned).collect()
        }
        "metadata.printing_date" => {
            signature::printing_date(&zones).map(|date| date.to_string()).into_iter().collect()
        }
        "metadata.signature" => {
            let signature = signature::signature(&zones);
            let bodies = signature.bodies.into_iter().map(std::borrow::Cow::into_owned);
            bodies.chain(signature.date.map(|date| date.to_string())).collect()
        }
        "metadata.contacts" => contact::contacts(&zones)
            .into_iter()
            .map(|contact| format!("{} = {}", contact.field, contact.value))
            .collect(),
        "metadata.references" => {
            let own = reference::Own { titles: &[], number: None };
            reference::references(text, &own, &[], &[text])
                .into_iter()
                .map(|r| r.document_number.map_or(r.title.to_string(), |n| format!("{} {n}", r.title)))
                .collect()
        }
        _ => panic!("no reader for rule `{id}`"),
    };
    facts.into_iter().map(|fact| (id.to_owned(), fact)).collect()
}

#[test]
fn examples_of_the_rules_hold() {
    if let Err(wrong) = rules().check(read) {
        panic!("{wrong}");
    }
}

/// A small outline over a text: `T ` marks lines of the title, `N ` of the notice's title, `S ` a section, `C ` closing
/// words, `V ` the colophon; any other line is front, or own text of the section above.
fn document(marked: &str) -> (String, Outline) {
    let (mut text, mut outline) = (String::new(), Outline::default());
    for line in marked.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (mark, words) = match line.split_once(' ') {
            Some((mark @ ("T" | "N" | "S" | "C" | "V"), words)) => (mark, words),
            _ => ("", line),
        };
        let span = Span::new(text.len(), text.len() + words.len());
        text.push_str(words);
        text.push('\n');
        match mark {
            "T" => outline.title.push(span),
            "N" => outline.notice_title.push(span),
            "C" => outline.closing.push(span),
            "V" => outline.colophon.push(span),
            "S" => outline.sections.push(Section { level: 1, title: Some(span), span, ..Section::default() }),
            _ => match outline.sections.last_mut() {
                Some(section) => section.own.push(Own::Text(span)),
                None => outline.front.push(span),
            },
        }
    }
    (text, outline)
}

/// All that was read, one line a field, empty fields left out.
fn printed(marked: &str) -> String {
    let (text, outline) = document(marked);
    let read = metadata(&text, &outline, &[], &mut Vec::new());
    let list = |names: &[Cow<'_, str>]| names.join(" | ");
    let references: Vec<String> = read
        .references
        .iter()
        .map(|r| r.document_number.as_ref().map_or(r.title.to_string(), |n| format!("{} {n}", r.title)))
        .collect();
    let fields = [
        ("title", read.title.as_deref().unwrap_or_default().to_owned()),
        ("notice", read.notice_title.as_deref().unwrap_or_default().to_owned()),
        ("number", read.document_number.map(|n| n.raw.into_owned()).unwrap_or_default()),
        ("issuers", list(&read.issuing_authorities)),
        ("to", list(&read.addressees)),
        ("issued", read.date_of_issue.map(|d| d.to_string()).unwrap_or_default()),
        ("printed", read.printing_date.map(|d| d.to_string()).unwrap_or_default()),
        ("copy", list(&read.copy_to)),
        ("disclosure", read.disclosure.map(|d| format!("{d:?}")).unwrap_or_default()),
        ("period", read.period.map(|(a, b)| format!("{a}-{b}")).unwrap_or_default()),
        ("references", references.join(" | ")),
        (
            "contacts",
            read.contacts.iter().map(|c| format!("{}={}", c.field, c.value)).collect::<Vec<_>>().join(" | "),
        ),
    ];
    fields.iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| format!("{k}: {v}\n")).collect()
}

fn check(marked: &str, expect: &str) {
    let expect: String =
        expect.lines().map(str::trim).filter(|l| !l.is_empty()).map(|l| format!("{l}\n")).collect();
    assert_eq!(printed(marked), expect, "{marked}");
}

#[test]
fn a_notice_that_carries_a_plan() {
    check(
        "清河县人民政府办公室文件
         清政办发〔2022〕45 号
         N 清河县人民政府办公室
         N 关于印发《清河县水利发展规划（2021-2025年）》的通知
         各乡镇人民政府，县直各部门：
         现将《清河县水利发展规划（2021—2025年）》印发给你们，请认真组织实施。
         清河县人民政府办公室
         2022年5月5日
         （此件公开发布）
         T 清河县水利发展规划
         T （2021—2025年）
         为贯彻落实《国务院关于印发水污染防治行动计划的通知》（国发〔2015〕17号）精神，制定本规划。
         S 一、总体要求
         落实《河道管理条例》。
         C 联系人：王某，联系电话：6012345
         V 抄送：县委办，县人大办。
         V 清河县人民政府办公室 2022年5月6日印发",
        "title: 清河县水利发展规划（2021—2025年）
         notice: 清河县人民政府办公室关于印发《清河县水利发展规划（2021-2025年）》的通知
         number: 清政办发〔2022〕45号
         issuers: 清河县人民政府办公室
         to: 各乡镇人民政府 | 县直各部门
         issued: 2022-05-05
         printed: 2022-05-06
         copy: 县委办 | 县人大办
         disclosure: Public
         period: 2021-2025
         references: 国务院关于印发水污染防治行动计划的通知 国发〔2015〕17号 | 河道管理条例
         contacts: 联系人=王某 | 联系电话=6012345",
    );
}

#[test]
fn copies_of_a_letter_stand_in_front_of_its_plan() {
    check(
        "各乡镇人民政府：
         现将方案印发给你们。
         报：每月报送进展。
         2015年9月7日
         抄送：县委办、县人大办
         （此件可公开发布）
         T 清河县医改方案
         S 一、主要任务",
        "title: 清河县医改方案
         to: 各乡镇人民政府
         issued: 2015-09-07
         copy: 县委办 | 县人大办
         disclosure: Public",
    );
}

#[test]
fn an_opinion_signed_at_its_end() {
    check(
        "T 清河市人民政府办公厅关于优化营商环境的实施意见（清政办规〔2024〕2号）
         各县（市、区）人民政府，市政府各委、办、局：
         为落实《优化营商环境条例》，提出以下意见。
         S 一、总体要求
         坚持问题导向。
         S 二、组织保障
         加强领导。
         清河市人民政府办公厅
         二○二四年三月七日（此件主动公开）",
        "title: 清河市人民政府办公厅关于优化营商环境的实施意见
         number: 清政办规〔2024〕2号
         issuers: 清河市人民政府办公厅
         to: 各县（市、区）人民政府 | 市政府各委、办、局
         issued: 2024-03-07
         disclosure: Public
         references: 优化营商环境条例",
    );
}

#[test]
fn a_bare_ledger() {
    check(
        "T 《清河县健康行动实施方案（2021年-2025年）》和
         T 《清河县推进全域健康的具体措施工作任务台账
         S 县教育局
         制定本地《健康行动实施方案》。",
        "title: 清河县健康行动实施方案（2021年-2025年）和清河县推进全域健康的具体措施工作任务台账
         period: 2021-2025
         references: 清河县健康行动实施方案（2021年-2025年） | 清河县推进全域健康的具体措施",
    );
}

#[test]
fn nothing_is_made_up() {
    check("", "");
    check("今天上午，全县水利工作会议召开，会议强调要抓好防汛。", "");
}
