//! Lines `2.责任单位：县住建局`, `●牵头单位：县教育局`: a label or a bullet before a key of duties is no heading, the line belongs to
//! the item above like one without the label.

use crate::unit::{self, Unit, UnitKind};
use crate::{standing, title};
use gongwen_text::{Label, LabelStyle, Span, chars};

/// Bytes of the longest value: names and a time, no text.
const LONGEST: usize = 240;
/// Bytes of the longest key that tells what is built or done.
const LONGEST_CONTENT: usize = 24;
/// What the fields of a card that say nothing of duty end in: `建设内容`, `总投资`.
const CONTENT: [&str; 15] = [
    "内容", "地点", "规模", "投资", "目标", "措施", "举措", "任务", "资金", "周期", "进度", "现状", "问题",
    "成效", "性质",
];

/// What a line is among the fields of an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    /// Names who does it or by when.
    Duty,
    /// May head a section as well (`时间安排：`).
    Doubtful,
    /// Says what is done (`建设内容：`).
    Content,
}

/// A line with a label, a key and a value.
struct Line {
    label: Option<Label>,
    key: Key,
    /// Where the key begins.
    from: usize,
}

/// Makes lines of the item above of what is none itself.
pub(crate) fn mark(text: &str, units: &mut [Unit]) {
    let mut open = false;
    let mut at = 0;
    while at < units.len() {
        let run = if open { run(text, units, at) } else { Vec::new() };
        open |= matches!(units[at].kind, UnitKind::Labelled(_) | UnitKind::Standing)
            || units[at].heading.is_some();
        let length = run.len();
        for (unit, (key, from)) in units[at..].iter_mut().zip(run) {
            unit.kind = if key == Key::Content { UnitKind::Prose } else { UnitKind::Field };
            unit.bold = unit.bold.saturating_sub(from as u32);
            unit.span = Span::new(unit.span.from() + from, unit.span.to());
        }
        at += length.max(1);
    }
}

/// The fields that stand one behind the other from `units[at]` on, in one form of label: their keys, and where those begin.
fn run(text: &str, units: &[Unit], at: usize) -> Vec<(Key, usize)> {
    let Some(first) = line(text, &units[at]) else { return Vec::new() };
    let style = first.label.map(|label| label.style);
    let mut lines = vec![first];
    for unit in &units[at + 1..] {
        let Some(next) = line(text, unit) else { break };
        let before = lines.last().and_then(|line| line.label).map_or(0, |label| label.number);
        let number = next.label.map_or(0, |label| label.number);
        if next.label.map(|label| label.style) != style || number != before && number != before + 1 {
            break;
        }
        lines.push(next);
    }
    // `1.建设内容：…` is a field where the others are, all from the first one on.
    let from_first = lines[0]
        .label
        .is_none_or(|label| label.number <= 1 || at > 0 && names_entry(text, &units[at - 1], label));
    let behind = units.get(at + lines.len());
    let goes_on = match (style, behind.map(|unit| unit.kind)) {
        (Some(style), Some(UnitKind::Labelled(next))) => {
            let last = lines.last().and_then(|line| line.label).map_or(0, |label| label.number);
            next.style == style && next.number == last + 1
        }
        _ => false,
    };
    let duties = lines.iter().filter(|line| line.key == Key::Duty).count();
    let contents = lines.iter().filter(|line| line.key == Key::Content).count();
    if duties == 0 || contents > 0 && (!from_first || goes_on) {
        // Those of duty alone, up to the first that is none.
        let own = lines.iter().take_while(|line| line.key == Key::Duty).count();
        lines.truncate(own);
    }
    // `●责任单位：县教育局` over a list of its own is a heading.
    let heads = |unit: &Unit| matches!(unit.kind, UnitKind::Labelled(next) if next.number == 1);
    if lines.len() == 1 && units.get(at + 1).is_some_and(heads) {
        return Vec::new();
    }
    lines.into_iter().map(|line| (line.key, line.from)).collect()
}

/// Whether the line before a field with such a label names the entry whose field it is: `1.项目名称：…`.
fn names_entry(text: &str, unit: &Unit, next: Label) -> bool {
    let UnitKind::Labelled(label) = unit.kind else { return false };
    let words = unit.span.of_text(text)[label.end..].trim_start();
    label.style == next.style && label.number + 1 == next.number && standing::entry(words).is_some()
}

/// Reads a unit as a field behind a label or a bullet.
fn line(text: &str, unit: &Unit) -> Option<Line> {
    let words = unit.span.of_text(text);
    let (label, at) = match unit.kind {
        UnitKind::Labelled(label) if label.style > LabelStyle::Han => (Some(label), label.end),
        UnitKind::Prose => (None, bullet(words)?),
        _ => return None,
    };
    let from = at + title::leading_space(&words[at..]);
    let words = &words[from..];
    let key = unit::key(words)?;
    let value =
        words.split_once(['：', ':']).map(|(_, value)| chars::trim(value)).filter(|v| !v.is_empty())?;
    let key = if !unit::is_field(&key) {
        is_content(&key).then_some(Key::Content)?
    } else if value.len() > LONGEST || value.trim_end_matches('。').contains('。') {
        return None;
    } else if is_doubtful(&key) {
        Key::Doubtful
    } else {
        Key::Duty
    };
    Some(Line { label, key, from })
}

/// Whether a key says what is done, where and how large.
pub(crate) fn is_content(key: &str) -> bool {
    key.len() <= LONGEST_CONTENT && CONTENT.iter().any(|end| key.ends_with(end))
}

/// Whether a key of times may also head a section of its own.
fn is_doubtful(key: &str) -> bool {
    !["单位", "部门", "主体", "人", "领导", "科室", "股室", "处室", "完成", "办结", "整改", "销号"]
        .iter()
        .any(|word| key.contains(word))
}

/// Bytes of a mark in front that is no label.
fn bullet(words: &str) -> Option<usize> {
    // Most lines begin with a Han character.
    if let [0xE3..=0xEF, ..] = words.as_bytes() {
        return None;
    }
    let mark = words.chars().next()?;
    matches!(mark, '▷' | '➢' | '➤' | '·' | '※' | '○' | '◎' | '→' | '▸' | '◦' | '-' | '*' | '—' | '–' | '✦')
        .then_some(mark.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What has become of the lines: `F` a field, `P` prose, `L` a label.
    fn check(text: &str, expect: &str) {
        let kinds = crate::unit::letters(text, |text, units| mark(text, units));
        assert_eq!(kinds, expect, "{text}");
    }

    #[test]
    fn a_key_behind_a_label_is_a_field() {
        check("（一）改造小区\n1.建设内容：改造9个。\n2.责任单位：县住建局\n3.完成时限：11月底", "LPFF");
        check("1.推进改造。\n①牵头单位：县住建局\n①配合单位：县财政局", "LFF");
        check(
            "（一）基地行动\n建设茶园。\n1.牵头单位：县茶业中心\n2.完成时间：2024年12月\n（二）品牌行动",
            "LPFFL",
        );
        for mark in
            ["——", "—", "●", "■", "◆", "▪", "•", "★", "▷", "➢", "·", "※", "○", "→", "-", "*", "(1)", "1)"]
        {
            check(&format!("1.推进改造。\n{mark}牵头单位：县住建局\n{mark} 配合单位：县财政局"), "LFF");
        }
        check("一、任务\n1.项目名称：湿地公园\n2.建设地点：城东\n3.责任单位：县住建局", "LLPF");
    }

    #[test]
    fn headings_stay() {
        // No key, a section of the plan, text behind the key, a list below.
        check("二、要求\n1.责任落实：各单位要加强领导。\n2.资金保障：县财政局落实资金。", "LLL");
        check("二、要求\n1.时间安排：3月至5月集中整治。\n2.工作目标：完成改造。", "LLL");
        check("二、分工\n1.牵头单位：县住建局。负责日常工作。\n2.配合单位：县财政局。负责资金。", "LLL");
        check("二、清单\n●责任单位：县住建局\n1.改造小区。\n2.改造管网。", "LLLL");
        check("1.责任单位：县住建局\n2.推进改造。", "LL");
        check("二、要求\n三、责任单位：县住建局", "LL");
        // Content is a section where the list goes on with other words.
        check("（一）行动\n1.工作目标：新建9个。\n2.责任单位：县住建局\n3.加强监管。", "LLFL");
    }
}
