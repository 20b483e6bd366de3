//! Variants of a document under which its facts stay the same.
//!
//! Each is what real documents suffer: copied out of a PDF, saved by an old editor, pasted through a chat. A variant
//! changes bytes; where it changes printed labels, gold is changed alike.

use crate::answers::Answers;

/// A way to distort a document.
#[derive(Clone, Copy, Debug)]
pub struct Distortion {
    /// Its name in tables: `rewrap-20`.
    pub name: &'static str,
    bytes: fn(&str) -> Vec<u8>,
    label: fn(&str) -> String,
}

impl Distortion {
    /// The distorted file.
    pub fn apply(&self, text: &str) -> Vec<u8> {
        (self.bytes)(text)
    }

    /// Gold as it must be for the distorted file: labels exchanged where the distortion does so.
    #[must_use]
    pub fn gold(&self, gold: &Answers) -> Answers {
        let mut gold = gold.clone();
        let labels = gold.sections.iter_mut().map(|section| &mut section.label);
        for label in labels.chain(gold.tasks.iter_mut().map(|task| &mut task.label)).flatten() {
            *label = (self.label)(label);
        }
        gold
    }
}

/// All distortions, in the order of the table.
pub const ALL: [Distortion; 25] = [
    same_labels("rewrap-20", |text| rewrap(text, 20).into_bytes()),
    same_labels("rewrap-38", |text| rewrap(text, 38).into_bytes()),
    same_labels("rewrap-60", |text| rewrap(text, 60).into_bytes()),
    same_labels("rewrap-38-hang", |text| hang(text, 38).into_bytes()),
    same_labels("gbk", |text| encoding_rs::GB18030.encode(text).0.into_owned()),
    same_labels("utf16le-bom", |text| utf16(&format!("\u{feff}{text}"), u16::to_le_bytes)),
    same_labels("utf16be-bom", |text| utf16(&format!("\u{feff}{text}"), u16::to_be_bytes)),
    same_labels("utf16le", |text| utf16(text, u16::to_le_bytes)),
    same_labels("utf16be", |text| utf16(text, u16::to_be_bytes)),
    same_labels("utf8-bom", |text| format!("\u{feff}{text}").into_bytes()),
    same_labels("crlf", |text| text.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes()),
    same_labels("full-to-half", |text| exchange(text, &FULL, &HALF).into_bytes()),
    same_labels("half-to-full", |text| exchange(text, &HALF, &FULL).into_bytes()),
    same_labels("blank-removed", |text| lines(text, |line, out| keep(line, out, !line.trim().is_empty()))),
    same_labels("blank-doubled", |text| lines(text, doubled)),
    same_labels("page-numbers", |text| page_numbers(text).into_bytes()),
    same_labels("indented", |text| lines(text, indented)),
    same_labels("copied-page", copied_page),
    same_labels("digits-spaced", |text| lines(text, digits_spaced)),
    same_labels("marks-added", |text| marks_added(text).into_bytes()),
    same_labels("marks-stripped", |text| lines(text, stripped)),
    relabelled("label-to-comma", |text| relabel(text, "、"), |label| relabel_one(label, "、")),
    relabelled("label-to-dot", |text| relabel(text, "."), |label| relabel_one(label, ".")),
    relabelled("label-to-dot-wide", |text| relabel(text, "．"), |label| relabel_one(label, "．")),
    relabelled("label-to-bracket", |text| relabel(text, "）"), |label| relabel_one(label, "）")),
];

const fn same_labels(name: &'static str, bytes: fn(&str) -> Vec<u8>) -> Distortion {
    Distortion { name, bytes, label: str::to_owned }
}

const fn relabelled(name: &'static str, bytes: fn(&str) -> Vec<u8>, label: fn(&str) -> String) -> Distortion {
    Distortion { name, bytes, label }
}

/// Every line longer than `width` characters broken hard after `width` characters.
pub fn rewrap(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / width);
    for line in text.split_inclusive('\n') {
        let mut count = 0;
        for c in line.chars() {
            if count == width && c != '\n' && c != '\r' {
                out.push('\n');
                count = 0;
            }
            out.push(c);
            count += 1;
        }
    }
    out
}

/// The same as a typesetter breaks: closing marks never begin a line but hang at the end of the one before.
fn hang(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / width);
    for line in text.split_inclusive('\n') {
        let mut count = 0;
        for c in line.chars() {
            if count >= width
                && !matches!(
                    c,
                    '\n' | '\r' | '，' | '。' | '、' | '；' | '：' | '）' | '》' | '”' | ',' | ')'
                )
            {
                out.push('\n');
                count = 0;
            }
            out.push(c);
            count += 1;
        }
    }
    out
}

/// Several at once, as text copied out of a page image arrives: indented, re-wrapped, page numbers inside paragraphs, CRLF,
/// GB 18030.
fn copied_page(text: &str) -> Vec<u8> {
    let indented = String::from_utf8(lines(text, indented)).expect("made of text");
    let mut out = String::with_capacity(text.len() * 2);
    for (at, line) in hang(&indented, 36).lines().enumerate() {
        keep(line, &mut out, true);
        if at % 28 == 27 {
            keep(&format!("- {} -", at / 28 + 1), &mut out, true);
        }
    }
    encoding_rs::GB18030.encode(&out.replace('\n', "\r\n")).0.into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn lines(text: &str, each: fn(&str, &mut String)) -> Vec<u8> {
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.lines() {
        each(line, &mut out);
    }
    out.into_bytes()
}

fn keep(line: &str, out: &mut String, wanted: bool) {
    if wanted {
        out.push_str(line);
        out.push('\n');
    }
}

fn doubled(line: &str, out: &mut String) {
    keep(line, out, true);
    keep(line, out, line.trim().is_empty());
}

fn indented(line: &str, out: &mut String) {
    if !line.is_empty() && !line.starts_with(char::is_whitespace) {
        out.push_str("　　");
    }
    keep(line, out, true);
}

/// A blank where a digit and a Han character meet, as typesetting puts one there. Cells of a row stay as they are.
fn digits_spaced(line: &str, out: &mut String) {
    let row = line.contains('\t') || line.trim().contains("  ");
    let mut last = ' ';
    for c in line.chars() {
        let meet = |a: char, b: char| a.is_ascii_digit() && matches!(b, '\u{4E00}'..='\u{9FFF}' | '%');
        if !row && (meet(last, c) || meet(c, last) && last != '%') {
            out.push(' ');
        }
        out.push(c);
        last = c;
    }
    out.push('\n');
}

fn stripped(line: &str, out: &mut String) {
    let rule = line.trim().len() >= 3 && line.trim().chars().all(|c| c == '-');
    let body = line.trim_start_matches('#');
    let body = if body.len() < line.len() { body.trim_start_matches(' ') } else { body };
    keep(&body.replace("**", ""), out, !rule);
}

const FULL: [char; 8] = ['，', '；', '：', '（', '）', '！', '？', '％'];
const HALF: [char; 8] = [',', ';', ':', '(', ')', '!', '?', '%'];

/// Marks of one width for marks of the other, but not inside numbers and Latin words (`9:00`, `a@b.c`).
fn exchange(text: &str, from: &[char; 8], to: &[char; 8]) -> String {
    let chars: Vec<char> = text.chars().collect();
    let latin = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphanumeric);
    let swap = |(at, c): (usize, &char)| match from.iter().position(|mark| mark == c) {
        Some(mark)
            if mark < 3 && at > 0 && latin(at - 1) && (latin(at + 1) || chars.get(at + 1) == Some(&' ')) =>
        {
            *c
        }
        Some(mark) => to[mark],
        None => *c,
    };
    chars.iter().enumerate().map(swap).collect()
}

/// A page number on its own line after every thirty lines, in the form of GB/T 9704-2012, 7.5.
fn page_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for (at, line) in text.lines().enumerate() {
        keep(line, &mut out, true);
        if at % 30 == 29 {
            keep(&format!("— {} —", at / 30 + 1), &mut out, true);
        }
    }
    out
}

/// Heading marks before `一、` and `（一）`, bold round a short first sentence behind a label, rules between.
fn marks_added(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for (at, line) in text.lines().enumerate() {
        let start = line.trim_start();
        let ordinal = |close: char| {
            let body = start.trim_start_matches(['（', '(']);
            let rest = body.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
            rest.len() < body.len() && rest.starts_with(close)
        };
        let bracketed = start.starts_with(['（', '(']) && (ordinal('）') || ordinal(')'));
        if !start.starts_with(['（', '(']) && ordinal('、') {
            out.push_str("## ");
            keep(start, &mut out, true);
        } else if bracketed && start.chars().count() < 40 {
            out.push_str("### ");
            keep(start, &mut out, true);
        } else if let Some((head, rest)) = start.split_once('。').filter(|(head, _)| bold(head)) {
            keep(&format!("**{head}。**{rest}"), &mut out, true);
        } else {
            keep(line, &mut out, true);
        }
        if at % 40 == 39 {
            out.push_str("\n---\n\n");
        }
    }
    out
}

/// Whether this is a number label and a short title without marks of its own.
fn bold(head: &str) -> bool {
    numbered(head).is_some_and(|(_, rest)| rest.chars().count() < 30 && !rest.contains('*'))
}

/// A line's number label `1.` `1．` `1、` `（1）` `(1)` and what follows; no decimals, no more than two digits.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let bracket = line.starts_with(['（', '(']);
    let body = line.trim_start_matches(['（', '(']);
    let digits = body.len() - body.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &body[digits..];
    let mark = rest.chars().next()?;
    let after = &rest[mark.len_utf8()..];
    let closed = if bracket { matches!(mark, '）' | ')') } else { matches!(mark, '.' | '．' | '、') };
    let decimal = after.starts_with(|c: char| c.is_ascii_digit());
    ((1..=2).contains(&digits) && closed && !decimal).then_some((&body[..digits], after))
}

/// Number labels at the beginning of lines in another form; `mark` is what closes it.
fn relabel(text: &str, mark: &str) -> Vec<u8> {
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.split_inclusive('\n') {
        let start = line.trim_start_matches([' ', '\t', '　', '#', '*']);
        out.push_str(&line[..line.len() - start.len()]);
        match numbered(start).filter(|_| !start.starts_with(['（', '('])) {
            Some((digits, rest)) => out.push_str(&(form(digits, mark) + rest)),
            None => out.push_str(start),
        }
    }
    out.into_bytes()
}

fn relabel_one(label: &str, mark: &str) -> String {
    match numbered(label).filter(|_| !label.starts_with(['（', '('])) {
        Some((digits, rest)) => form(digits, mark) + rest,
        None => label.to_owned(),
    }
}

fn form(digits: &str, mark: &str) -> String {
    if mark == "）" { format!("（{digits}）") } else { format!("{digits}{mark}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, text: &str, expect: &str) {
        let distortion = ALL.iter().find(|one| one.name == name).expect("a distortion of this name");
        assert_eq!(String::from_utf8_lossy(&distortion.apply(text)), expect, "{name}");
    }

    #[test]
    fn each_does_what_its_name_says() {
        check(
            "rewrap-20",
            "一二三四五六七八九十一二三四五六七八九十甲乙\n丙\n",
            "一二三四五六七八九十一二三四五六七八九十\n甲乙\n丙\n",
        );
        check(
            "rewrap-38-hang",
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八，甲乙",
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八，\n甲乙",
        );
        check("full-to-half", "（一）到2025年，达到5％。", "(一)到2025年,达到5%。");
        check("half-to-full", "(一)上午9:00,电话:12", "（一）上午9:00，电话：12");
        check("blank-removed", "甲\n\n乙\n", "甲\n乙\n");
        check("blank-doubled", "甲\n\n乙\n", "甲\n\n\n乙\n");
        check("indented", "甲\n\t乙\n", "　　甲\n\t乙\n");
        check("marks-added", "一、总则\n1.建设。推进。\n", "## 一、总则\n**1.建设。**推进。\n");
        check(
            "digits-spaced",
            "到2025年达15%。\n1.建3个\n甲\t5个\n",
            "到 2025 年达 15 %。\n1.建 3 个\n甲\t5个\n",
        );
        check("marks-stripped", "## 一、总则\n---\n**1.建设。**推进。\n", "一、总则\n1.建设。推进。\n");
        check("label-to-comma", "1.建设\n1.5万元\n\t12．推进\n", "1、建设\n1.5万元\n\t12、推进\n");
        check("label-to-bracket", "1.建设\n（一）总\n", "（1）建设\n（一）总\n");
    }

    #[test]
    fn gold_labels_follow() {
        let gold = Answers::from_json(
            r#"{"sections":[{"label":"1．","title":"甲"},{"label":"（一）"},{"label":"31"}]}"#,
        );
        let bracket = ALL.iter().find(|one| one.name == "label-to-bracket").expect("exists");
        let labels: Vec<_> =
            bracket.gold(&gold.expect("gold")).sections.into_iter().map(|s| s.label).collect();
        assert_eq!(labels, [Some("（1）".to_owned()), Some("（一）".to_owned()), Some("31".to_owned())]);
    }
}
