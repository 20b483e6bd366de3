//! Outlines: families of labels, run-in and own-line headings, introductions and closing parts, in the layouts that
//! copying and printing leave. Sections, their levels and the tasks stay the same.

use super::{Mix, none_wrong};
use gongwen::Converter;

/// The labels of one level.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Labels {
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseInBrackets,
    /// `(一)`
    ChineseInHalfBrackets,
    /// `1.`
    Digits,
    /// `1、`
    DigitsComma,
    /// `（1）`
    DigitsInBrackets,
    /// `①`
    Circled,
    /// `第一章　`
    Chapter,
    /// `第一节　`
    ChapterSection,
}

use Labels::{
    Chapter, ChapterSection, Chinese, ChineseInBrackets, ChineseInHalfBrackets, Circled, Digits, DigitsComma,
    DigitsInBrackets,
};

/// Families of labels as plans use them, outermost first.
const FAMILIES: [&[Labels]; 13] = [
    &[Chinese, ChineseInBrackets, Digits],
    &[Chinese, ChineseInBrackets, Digits, DigitsInBrackets],
    &[Chinese, Digits],
    &[Chinese, DigitsComma],
    &[Chinese, ChineseInBrackets],
    &[Chinese, ChineseInHalfBrackets, Digits],
    &[Chinese, Digits, DigitsInBrackets],
    &[Chapter, ChapterSection, Chinese],
    &[Chapter, Chinese, ChineseInBrackets],
    &[Chinese, ChineseInBrackets, Digits, Circled],
    &[Chinese, DigitsComma, DigitsInBrackets],
    &[ChineseInBrackets, Digits],
    &[Chinese, ChineseInBrackets, DigitsInBrackets],
];

const VERBS: [&str; 11] =
    ["加强", "推进", "完善", "优化", "提升", "健全", "强化", "加快", "落实", "拓展", "规范"];

const THINGS: [&str; 13] = [
    "河道治理",
    "城乡环卫一体化",
    "农村供水保障",
    "基层医疗服务",
    "教育资源配置",
    "特色产业发展",
    "生态修复工程",
    "数字政务建设",
    "养老服务体系",
    "公共文化供给",
    "安全生产监管",
    "耕地保护制度",
    "社会救助机制",
];

const SENTENCES: [&str; 7] = [
    "进一步压实工作责任，确保各项措施落到实处。",
    "坚持问题导向，分类推进，逐项销号。",
    "加大资金整合力度，完善长效管护机制，巩固提升治理成效。",
    "依托现有平台，整合各类资源，形成工作合力。",
    "严格落实属地管理要求，定期开展督导检查，及时发现并整改问题。",
    "广泛宣传发动，引导群众参与，营造良好氛围。",
    "组织技术力量深入一线，提供精准指导。",
];

const INTRODUCTIONS: [&str; 3] = ["工作目标", "总体要求", "指导思想"];
const CLOSINGS: [&str; 3] = ["保障措施", "组织保障", "工作要求"];
const CLOSING_ITEMS: [&str; 4] = ["加强组织领导", "强化督导考核", "严格资金管理", "注重宣传引导"];

/// How the leaves are told.
#[derive(Clone, Copy, PartialEq)]
enum Leaf {
    /// A heading on a line of its own, text below.
    OwnLine,
    /// `1.加强河道治理。坚持…`
    RunIn,
    /// `1.加强河道治理：坚持…`
    Colon,
    /// `1.加强河道治理，坚持…`: the sentence is the item.
    Sentence,
}

fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    DIGITS[number - 1].to_owned()
}

fn label(labels: Labels, number: usize) -> String {
    match labels {
        Chinese => format!("{}、", chinese(number)),
        ChineseInBrackets => format!("（{}）", chinese(number)),
        ChineseInHalfBrackets => format!("({})", chinese(number)),
        Digits => format!("{number}."),
        DigitsComma => format!("{number}、"),
        DigitsInBrackets => format!("（{number}）"),
        Circled => char::from_u32(0x2460 + number as u32 - 1).expect("① to ⑳").to_string(),
        Chapter => format!("第{}章　", chinese(number)),
        ChapterSection => format!("第{}节　", chinese(number)),
    }
}

/// The paragraphs of a plan, and what its record should hold.
#[derive(Default)]
struct Plan {
    paragraphs: Vec<String>,
    /// `level label title`.
    sections: Vec<String>,
    /// `label title`.
    tasks: Vec<String>,
}

impl Plan {
    fn section(&mut self, level: usize, label: &str, title: &str) {
        self.sections.push(format!("{level} {} {title}", label.trim_end()));
    }

    /// A section of `family` at `level` with all below it.
    fn part(&mut self, mix: &mut Mix, family: &[Labels], level: usize, number: usize, leaf: Leaf) {
        let label = label(family[level], number);
        // Each title once: the same words twice would be a copy.
        let step = self.sections.len();
        let title = format!("{}{}", VERBS[step % VERBS.len()], THINGS[step % THINGS.len()]);
        if level + 1 < family.len() {
            self.paragraphs.push(format!("{label}{title}"));
            self.section(level, &label, &title);
            if mix.once_in(4) {
                self.paragraphs.push(sentences(mix));
            }
            for number in 1..=2 + mix.below(3) {
                self.part(mix, family, level + 1, number, leaf);
            }
            return;
        }
        let sentence = matches!(family[level], Circled | DigitsInBrackets) && mix.once_in(2);
        let told = match if sentence { Leaf::Sentence } else { leaf } {
            Leaf::OwnLine => {
                self.paragraphs.push(format!("{label}{title}"));
                self.paragraphs.push(sentences(mix));
                title.as_str()
            }
            Leaf::RunIn => {
                self.paragraphs.push(format!("{label}{title}。{}", sentences(mix)));
                title.as_str()
            }
            Leaf::Colon => {
                self.paragraphs.push(format!("{label}{title}：{}", sentences(mix)));
                title.as_str()
            }
            Leaf::Sentence => {
                self.paragraphs.push(format!("{label}{title}，{}", mix.of(&SENTENCES)));
                ""
            }
        };
        self.section(level, &label, told);
        self.tasks.push(format!("{} {told}", label.trim_end()));
    }
}

fn sentences(mix: &mut Mix) -> String {
    let first = mix.below(SENTENCES.len());
    (0..=mix.below(3)).map(|i| SENTENCES[(first + i) % SENTENCES.len()]).collect()
}

fn plan(mix: &mut Mix) -> Plan {
    let family = mix.of(&FAMILIES);
    let leaf = mix.of(&[Leaf::OwnLine, Leaf::RunIn, Leaf::RunIn, Leaf::Colon]);
    let mut plan = Plan::default();
    let mut number = 0;
    let framed = family[0] != ChineseInBrackets;
    if framed && !mix.once_in(3) {
        number += 1;
        let (label, title) = (label(family[0], number), mix.of(&INTRODUCTIONS));
        plan.paragraphs.push(format!("{label}{title}"));
        plan.paragraphs.push(format!("以习近平新时代中国特色社会主义思想为指导，{}", sentences(mix)));
        plan.section(0, &label, title);
    }
    for _ in 0..2 + mix.below(2) {
        number += 1;
        plan.part(mix, family, 0, number, leaf);
    }
    if framed && !mix.once_in(3) {
        number += 1;
        let (outer, title) = (label(family[0], number), mix.of(&CLOSINGS));
        plan.paragraphs.push(format!("{outer}{title}"));
        plan.section(0, &outer, title);
        let first = mix.below(CLOSING_ITEMS.len());
        for item in 1..=2 {
            let (label, title) =
                (label(family[1], item), CLOSING_ITEMS[(first + item) % CLOSING_ITEMS.len()]);
            plan.paragraphs.push(format!("{label}{title}。{}", sentences(mix)));
            plan.section(1, &label, title);
        }
    }
    plan
}

/// The paragraphs as lines of a file: indented or not, wrapped or not, with page numbers or blank lines between.
fn laid_out(mix: &mut Mix, title: &str, paragraphs: &[String]) -> String {
    let indent = if mix.once_in(2) { "　　" } else { "" };
    let width = mix.of(&[usize::MAX, usize::MAX, usize::MAX, 28, 38]);
    let pages = mix.once_in(3);
    let between = if mix.once_in(3) { "\n\n" } else { "\n" };
    let mut text = format!("{title}\n\n");
    let mut lines = 0;
    for paragraph in paragraphs {
        let characters: Vec<char> = indent.chars().chain(paragraph.chars()).collect();
        for line in characters.chunks(width.min(characters.len())) {
            text.extend(line);
            text.push('\n');
            lines += 1;
            if pages && lines % 17 == 0 {
                text.push_str(&format!("— {} —\n", lines / 17));
            }
        }
        text.push_str(&between[1..]);
    }
    text
}

#[test]
fn outlines_keep_their_sections_and_tasks_in_every_layout() {
    let converter = Converter::default();
    let mut wrong = Vec::new();
    let count = 600;
    for number in 0..count {
        let mut mix = Mix::new(number);
        let title = format!("云山县2026年{}工作实施方案", mix.of(&THINGS));
        let plan = plan(&mut mix);
        let text = laid_out(&mut mix, &title, &plan.paragraphs);
        let record = converter.convert(text.as_bytes(), "plan.txt").expect("a plan");
        let top = record.sections.iter().map(|section| section.level).min().unwrap_or(1);
        let sections = record.sections.iter().map(|section| {
            let (label, title) = (section.label.as_deref(), section.title.as_deref());
            format!("{} {} {}", section.level - top, label.unwrap_or("").trim_end(), title.unwrap_or(""))
        });
        let sections: Vec<String> = sections.collect();
        let tasks = record.tasks.iter().map(|task| {
            format!(
                "{} {}",
                task.label.as_deref().unwrap_or("").trim_end(),
                task.title.as_deref().unwrap_or("")
            )
        });
        let tasks: Vec<String> = tasks.collect();
        let named = record.metadata.title.as_deref() == Some(title.as_str());
        if !named || sections != plan.sections || tasks != plan.tasks {
            wrong.push(format!(
                "{number}\n{text}gives {sections:#?}\n{tasks:#?}\nfor {:#?}\n{:#?}",
                plan.sections, plan.tasks
            ));
        }
    }
    none_wrong(&wrong, count as usize);
}
