//! Sentences that something else stands in: the head of a page, a picture, a remark of the conversion.
//!
//! Owns the evidence that a break tears a figure or a word apart, which holds across whatever stands between, and finds heads of
//! pages between the two halves. What a page prints in places of its own is [`crate::furniture`]'s.

use crate::evidence::{self, End, Start};
use crate::line::{Line, LineKind};
use gongwen_text::Label;
use std::sync::LazyLock;

/// Whether the break between two lines tears a figure from its bound or verb, so that the sentence surely goes on: `95%以` and
/// `上。`, `达到` and `95%以上。`.
pub(crate) fn is_torn(last: &str, next: &str) -> bool {
    let starts = |words: &[&str]| words.iter().any(|word| next.starts_with(word));
    let ends = |words: &[&str]| words.iter().any(|word| last.ends_with(word));
    // Most lines end with a full stop or a word that asks for nothing.
    match last.as_bytes() {
        [.., b'0'..=b'9'] => {
            last.len() > LABEL && starts(&["%", "％", "万", "亿", "个百分点", "以上", "以下", "以内", "左右"])
        }
        [.., b'%'] => starts(&["以上", "以下", "以内", "左右"]),
        [.., 0xE4, 0xBB, 0xA5] => ends_in_figure(last) && starts(&["上", "下", "内"]), // 以
        [.., 0xE5, 0xB7, 0xA6] => ends_in_figure(last) && starts(&["右"]),             // 左
        // 低, 少, 高, 超: `不低` and `于90%`.
        [.., 0xE4, 0xBD, 0x8E] | [.., 0xE5, 0xB0, 0x91] | [.., 0xE9, 0xAB, 0x98] => {
            ends(&["不低", "不少", "不高"]) && starts(&["于"])
        }
        [.., 0xE8, 0xB6, 0x85] => last.ends_with("不超") && starts(&["过"]),
        // 不: nothing ends in it, and without it a bound is turned round (`每年不` and `低于200万元`).
        [.., 0xE4, 0xB8, 0x8D] => last.len() > LABEL && evidence::start(next) == Start::Words,
        // 到, 于, 过, 在, 长.
        [.., 0xE5, 0x88, 0xB0]
        | [.., 0xE4, 0xBA, 0x8E]
        | [.., 0xE8, 0xBF, 0x87]
        | [.., 0xE5, 0x9C, 0xA8]
        | [.., 0xE9, 0x95, 0xBF] => {
            ends(&[
                "达到",
                "提高到",
                "下降到",
                "降低到",
                "不低于",
                "不少于",
                "不高于",
                "不超过",
                "控制在",
                "增长",
            ]) && next.starts_with(|c: char| c.is_ascii_digit())
                && Label::read(next).is_none()
        }
        _ => false,
    }
}

/// What the head of a page ends with.
static HEADS: LazyLock<&'static [&'static str]> = LazyLock::new(|| gongwen_lexicon::words("page_heads"));

/// Bytes of a number that may be a label.
const LABEL: usize = 6;

/// Whether a figure stands in front of the last character, its unit between at most: `95%以`, `3家以`.
fn ends_in_figure(text: &str) -> bool {
    let mut before = text.chars().rev().skip(1);
    before.by_ref().take(4).any(|c| c.is_ascii_digit() || matches!(c, '%' | '％'))
}

/// Marks the heads of pages that stand inside a sentence as furniture.
pub(crate) fn mark(lines: &mut [Line<'_>]) {
    let mut above: Option<usize> = None;
    let mut between: Option<usize> = None;
    for at in 0..lines.len() {
        if lines[at].kind != LineKind::Words {
            continue;
        }
        if let (Some(a), Some(c)) = (above, between)
            && parts(&lines[a], &lines[c], &lines[at])
        {
            lines[c].kind = LineKind::Furniture;
            lines[at].gap = true;
            between = Some(at);
            continue;
        }
        (above, between) = (between, Some(at));
    }
}

/// Whether `head` is no part of the sentence that begins above it and ends below.
fn parts(above: &Line<'_>, head: &Line<'_>, below: &Line<'_>) -> bool {
    const LONGEST: usize = 90;
    if head.text.len() > LONGEST || above.text.ends_with('。') || head.text.ends_with('。') {
        return false;
    }
    let torn = is_torn(above.text, below.text);
    let headed = || head.gap && below.gap && gongwen_lexicon::ends_with_any(page_name(head.text), &HEADS);
    (torn || headed() && is_unfinished(above.text) && goes_on(below))
        && below.heading.is_none()
        && !head.text.contains(['。', '；', '，', '：', ':', '|', '\t'])
        && Label::read(head.text).is_none()
        // What goes on with the line above is none.
        && !is_torn(above.text, head.text)
}

/// The name of a periodical without its issue: `某县人民政府公报 2024年第1期`.
fn page_name(text: &str) -> &str {
    let issue = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '年' | '第' | '期' | '总' | '（' | '）' | '(' | ')')
    };
    text.trim_end_matches(issue)
}

/// Whether prose breaks off.
fn is_unfinished(text: &str) -> bool {
    let end = evidence::end(text);
    let prose = evidence::marks(text);
    end == End::Open || end == End::Words && (prose.comma || prose.stop)
}

/// Whether a line is the rest of a sentence.
fn goes_on(line: &Line<'_>) -> bool {
    matches!(evidence::start(line.text), Start::Words | Start::Continued) && line.text.contains(['。', '；'])
}

#[cfg(test)]
mod tests {
    fn check(source: &str, expect: &str) {
        let manuscript = crate::read(source.as_bytes(), Some("a.md")).expect("a text");
        assert_eq!(manuscript.text.trim_end().replace('\n', "/"), expect);
    }

    #[test]
    fn sentences_go_on_behind_what_stands_in_them() {
        let whole = "（一）种苗。建设基地5个，良种使用率达到95%以上。/（二）加工。";
        for between in [
            "某县人民政府公报 2024年第1期",
            "![](images/a.jpg)",
            "<!-- page 3 -->",
            "某县人民政府文件",
            "某某方案",
        ] {
            check(
                &format!("（一）种苗。建设基地5个，良种使用率达到95%以\n\n{between}\n\n上。\n\n（二）加工。"),
                whole,
            );
        }
        check(
            "（一）种苗。建设基地5个，良种使用率达到\n\n<!-- image -->\n\n95%以上。\n\n（二）加工。",
            whole,
        );
        check(
            "（一）种苗。建设基地5个，良种使用\n\n某县人民政府文件\n\n率达到95%以上。\n\n（二）加工。",
            whole,
        );
    }

    /// A line that ends in 不 goes on, for its bound is turned round without it.
    #[test]
    fn nothing_ends_in_a_no() {
        for next in ["低于200万元资金。", "断提升服务水平。", "得新增产能。"] {
            check(
                &format!("（一）保障。每年不\n{next}\n（二）加工。"),
                &format!("（一）保障。每年不{next}/（二）加工。"),
            );
        }
        check("（一）做到四不\n（二）做到两直", "（一）做到四不/（二）做到两直");
        check("（一）做到四不\n责任单位：县财政局", "（一）做到四不/责任单位：县财政局");
    }

    #[test]
    fn what_stands_between_sentences_stays() {
        check(
            "（一）种苗，建设基地\n\n某县公报\n\n（二）加工。",
            "（一）种苗，建设基地/某县公报/（二）加工。",
        );
        check(
            "（一）种苗。建设基地5个\n\n工作目标\n\n到2025年，建成。",
            "（一）种苗。建设基地5个/工作目标/到2025年，建成。",
        );
        check("一、达到\n\n甲\n\n1.建设基地。", "一、达到/甲/1.建设基地。");
    }
}
