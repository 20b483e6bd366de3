//! Documents that came on one line: paragraphs are divided at the labels inside them.
//!
//! Only a long paragraph that holds the second label of a list at a place where a unit can begin is divided; ordinary
//! prose costs two literal searches.

use crate::unit::{self, Unit, UnitKind};
use gongwen_text::{Label, LabelStyle, Span};
use memchr::memmem;
use std::sync::LazyLock;

/// Bytes from which on a paragraph may hold several units.
const LONG: usize = 360;

/// Divides the units that hold other units inside.
pub(crate) fn split_long(text: &str, units: Vec<Unit>) -> Vec<Unit> {
    let many = |u: &Unit| {
        u.span.len() >= LONG && !matches!(u.kind, UnitKind::Table(_)) && holds_units(u.span.of_text(text))
    };
    let part = part(text, &units);
    if part.is_none() && !units.iter().any(many) {
        return units;
    }
    let mut out = Vec::with_capacity(units.len() * 2);
    for (at, unit) in units.into_iter().enumerate() {
        let inside = part == Some(at);
        if inside || many(&unit) {
            divide(text, unit, inside, &mut out);
        } else {
            out.push(unit);
        }
    }
    out
}

/// The first labelled paragraph of a document that begins in the middle of a list (a later page of one that a site divided), where
/// the list goes on in it.
fn part(text: &str, units: &[Unit]) -> Option<usize> {
    let at = units.iter().position(|unit| matches!(unit.kind, UnitKind::Labelled(_)))?;
    let UnitKind::Labelled(label) = units[at].kind else { return None };
    let line = units[at].span.of_text(text);
    let next = |(at, c): (usize, char)| {
        matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '（' | '(')
            && may_begin(&line[..at])
            && Label::read(&line[at..])
                .is_some_and(|next| next.style == label.style && next.number == label.number + 1)
    };
    let listed = label.number > 1 && matches!(label.style, LabelStyle::Han | LabelStyle::HanParen);
    (listed && line.char_indices().skip(1).any(next)).then_some(at)
}

static SECOND: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("二"));

/// Whether a second unit begins inside: `二、` or `（二）` or `第二条` behind a full stop or white space.
fn holds_units(line: &str) -> bool {
    // Places that are looked at for each form: white space may be looked through in front of each.
    const MOST: u8 = 64;
    let bytes = line.as_bytes();
    let mut seen = [0u8; 5];
    // Each form holds the second numeral, which most paragraphs lack.
    SECOND.find_iter(bytes).any(|at| {
        let (before, behind) = (&line[..at], &line[at + SECOND.needle().len()..]);
        let (form, start) = if behind.starts_with('、') {
            (0, Some(before))
        } else if behind.starts_with('）') {
            (1, before.strip_suffix('（'))
        } else if behind.starts_with(')') {
            (2, before.strip_suffix('('))
        } else if behind.starts_with('条') {
            (3, before.strip_suffix('第'))
        } else if behind.starts_with('章') {
            (4, before.strip_suffix('第'))
        } else {
            return false;
        };
        let Some(before) = start.filter(|_| seen[form] < MOST) else { return false };
        seen[form] += 1;
        !before.is_empty() && may_begin(before)
    })
}

/// Whether a unit can begin behind `before`.
fn may_begin(before: &str) -> bool {
    before.ends_with(['。', ' ', '\u{3000}', '！', '）', ')', '？'])
        && !before.trim_end().ends_with(['；', '，', '、', '：', ';', ','])
}

/// `inside`: lists of a part may have begun before it.
fn divide(text: &str, unit: Unit, inside: bool, out: &mut Vec<Unit>) {
    let line = unit.span.of_text(text);
    let mut last = [0u32; LabelStyle::COUNT];
    let mut start = 0;
    let mut cut = |from: usize, to: usize, front: bool| {
        let piece = line[from..to].trim();
        if piece.is_empty() {
            return;
        }
        let base = unit.span.from() + (piece.as_ptr() as usize - line.as_ptr() as usize);
        let pieces: Vec<&str> = if front { front_pieces(piece) } else { vec![piece] };
        for p in pieces {
            let at = base + (p.as_ptr() as usize - piece.as_ptr() as usize);
            out.push(Unit { span: Span::new(at, at + p.len()), kind: unit::kind(p), heading: None, bold: 0 });
        }
    };
    let mut front = Label::read(line).is_none();
    if let Some(label) = Label::read(line) {
        last[label.style as usize] = label.number;
    }
    for (at, c) in line.char_indices().skip(1) {
        // Characters a label can begin with; everything else is passed over.
        if !matches!(
            c,
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '（' | '(' | '第' | '1'
                ..='9'
        ) {
            continue;
        }
        let before = &line[start..at];
        let short_heading = before.chars().count() <= 24 && !before.contains(['。', '，']);
        let open = may_begin(before) || short_heading && c == '（' && !front;
        if !open {
            continue;
        }
        let Some(label) = Label::read(&line[at..]) else { continue };
        if matches!(
            label.style,
            LabelStyle::Dash | LabelStyle::Bullet | LabelStyle::Hollow | LabelStyle::Circled
        ) {
            continue;
        }
        let seen = &mut last[label.style as usize];
        // A list goes on (also across the list above it: articles through chapters) or begins anew.
        let begun = inside && *seen == 0 && label.style < LabelStyle::HanParen;
        if label.number != *seen + 1 && label.number != 1 && !begun {
            continue;
        }
        *seen = label.number;
        cut(start, at, front);
        front = false;
        start = at;
    }
    cut(start, line.len(), front);
}

/// The words before the first label: title, letter and preamble, divided at white space.
fn front_pieces(piece: &str) -> Vec<&str> {
    piece.split([' ', '\u{3000}', '\t']).filter(|p| !p.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_document_goes_on_with_its_lists() {
        let heads = |text: &str| -> Vec<String> {
            let units = split_long(text, crate::unit::of_lines(text));
            units.iter().map(|u| u.span.of_text(text).chars().take(6).collect()).collect()
        };
        assert_eq!(
            heads(
                "(十九)改革体制。扩大权限(县编办牵头)。 (二十)改革单位。清理规范。 三、加强领导 抓好落实。"
            ),
            ["(十九)改革", "(二十)改革", "三、加强领导"]
        );
        assert_eq!(heads("（三）改革体制。落实本条（四）项规定。"), ["（三）改革体"]);
    }

    #[test]
    fn one_line_becomes_units() {
        let filler = "坚持问题导向，完善工作机制，推动各项工作落实到位，确保取得实效。".repeat(4);
        let text = format!(
            "某县工作方案 一、总体要求 （一）指导思想 {filler}（二）目标。{filler}二、主要任务（一）加强监管。{filler}"
        );
        let unit = Unit { span: Span::new(0, text.len()), kind: UnitKind::Prose, heading: None, bold: 0 };
        let units = split_long(&text, vec![unit]);
        let heads: Vec<String> =
            units.iter().map(|u| u.span.of_text(&text).chars().take(6).collect()).collect();
        assert_eq!(
            heads,
            ["某县工作方案", "一、总体要求", "（一）指导思", "（二）目标。", "二、主要任务", "（一）加强监"]
        );
    }
}
