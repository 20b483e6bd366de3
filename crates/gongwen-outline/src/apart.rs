//! Labels that stand on a line of their own above their title, as layouts for telephones set them: `一` over `总体目标`; `01 总体目标` on
//! one line is set so too.

use crate::front::is_piece;
use crate::unit::{Unit, UnitKind};
use gongwen_text::numeral::han_integer;
use gongwen_text::{Label, LabelStyle, Span, chars};

/// Bytes of the longest number: `二十一`.
const LONGEST: usize = 9;
/// Characters of the longest title.
const TITLE: usize = 30;

/// Makes one labelled unit of each number and the title below it, where two at least count on from the first.
pub(crate) fn join(text: &str, units: &mut Vec<Unit>) {
    mark_lines(text, units);
    let mut found: Vec<(usize, Label)> = Vec::new();
    for at in 1..units.len() {
        if units[at - 1].span.len() > LONGEST || units[at].kind != UnitKind::Prose {
            continue;
        }
        let title = units[at].span.of_text(text);
        let named = is_piece(title) && title.chars().count() <= TITLE && number(title).is_none();
        let due = found.last().map_or(1, |(_, label)| label.number + 1);
        let style = found.last().map(|(_, label)| label.style);
        let label = number(units[at - 1].span.of_text(text))
            .filter(|label| label.number == due && style.is_none_or(|style| style == label.style));
        if let Some(label) = label.filter(|_| named) {
            found.push((at - 1, label));
        }
    }
    if found.len() < 2 {
        return;
    }
    for &(at, label) in found.iter().rev() {
        let title = units.remove(at + 1);
        let span = Span::new(units[at].span.from(), title.span.to());
        let bold = if title.bold > 0 { title.span.start - span.start + title.bold } else { 0 };
        units[at] = Unit { span, kind: UnitKind::Labelled(label), bold, ..title };
    }
}

/// Labels lines `01 总体目标` that hold a number of two figures and a title, where two at least count on from the first and each has
/// something below; rows of a table that lost its grid stand one below the other.
fn mark_lines(text: &str, units: &mut [Unit]) {
    const SHORTEST: usize = 4;
    let read = |unit: &Unit| {
        let line = unit.span.of_text(text);
        if unit.kind != UnitKind::Prose || !line.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (figure, title) = line.split_once([' ', '\u{3000}'])?;
        let label = number(figure).filter(|label| label.style == LabelStyle::Plain)?;
        let title = title.trim();
        let named = (SHORTEST..=TITLE).contains(&title.chars().count())
            && title.chars().all(|c| chars::is_han(c) || matches!(c, '、' | '，' | '“' | '”'));
        // It may stand below `二、`.
        named.then_some(Label { style: LabelStyle::Named, ..label })
    };
    let mut found: Vec<(usize, Label)> = Vec::new();
    for at in 0..units.len() {
        let Some(label) = read(&units[at]) else { continue };
        let below = units.get(at + 1).is_some_and(|next| read(next).is_none());
        let due = found.last().map_or(1, |(_, label)| label.number + 1);
        if !below || label.number != due {
            return;
        }
        found.push((at, label));
    }
    if found.len() >= 2 {
        for (at, label) in found {
            units[at].kind = UnitKind::Labelled(label);
        }
    }
}

/// The label that is a whole line: `一`, `01`.
fn number(line: &str) -> Option<Label> {
    let (style, number) = match line.as_bytes() {
        [b'0'..=b'3', b'0'..=b'9'] => (LabelStyle::Plain, line.parse().ok()?),
        [0xE4..=0xE9, ..] => (LabelStyle::Han, han_integer(line)?),
        _ => return None,
    };
    (1..=30).contains(&number).then_some(Label { style, number, end: line.len(), start: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let mut units = crate::unit::of_lines(text);
        join(text, &mut units);
        let joined: Vec<String> = units
            .iter()
            .filter(|unit| unit.span.of_text(text).contains('\n'))
            .map(|unit| unit.span.of_text(text).replace('\n', "/"))
            .collect();
        assert_eq!(joined, expect, "{text}");
    }

    #[test]
    fn numbers_of_two_figures_before_their_titles() {
        let labels = |text: &str| {
            let mut units = crate::unit::of_lines(text);
            join(text, &mut units);
            let label = |unit: &Unit| match unit.kind {
                UnitKind::Labelled(label) => Some(label.printed(unit.span.of_text(text)).to_owned()),
                _ => None,
            };
            units.iter().filter_map(label).collect::<Vec<_>>()
        };
        assert_eq!(labels("01 强化组织领导\n成立专班。\n02　加快工程建设\n新建管网。"), ["01", "02"]);
        // One alone, rows of a table, sentences, numbers that do not count on.
        for text in [
            "01 强化组织领导\n成立专班。",
            "01 强化组织领导\n02 加快工程建设\n03 严格督导检查",
            "01 县教育局 县财政局\n3所\n02 县水利局 县财政局\n5所",
            "01 成立专班。\n县水利局\n02 新建管网。\n县住建局",
            "01 强化组织领导\n成立专班。\n03 加快工程建设\n新建管网。",
        ] {
            assert!(labels(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn numbers_above_their_titles() {
        check("一\n总体目标\n到2025年建成。\n二\n工作重点\n（一）种苗。", &["一/总体目标", "二/工作重点"]);
        check("01\n总体目标\n到2025年建成。\n02\n工作重点\n建设。", &["01/总体目标", "02/工作重点"]);
        // One alone, numbers that do not count on, numbers of rows.
        check("一\n总体目标\n到2025年建成。", &[]);
        check("一\n总体目标\n三\n工作重点", &[]);
        check("一\n建成基地，引进企业，达到要求。\n二\n建成市场，引进企业，达到要求。", &[]);
        check("一\n二\n三", &[]);
    }
}
