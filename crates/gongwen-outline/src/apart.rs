//! Labels that stand on a line of their own above their title, as layouts for telephones set them: `一` over `总体目标`.

use crate::front::is_piece;
use crate::unit::{Unit, UnitKind};
use gongwen_text::numeral::han_integer;
use gongwen_text::{Label, LabelStyle, Span};

/// Bytes of the longest number: `二十一`.
const LONGEST: usize = 9;
/// Characters of the longest title.
const TITLE: usize = 30;

/// Makes one labelled unit of each number and the title below it, where two at least count on from the first.
pub(crate) fn join(text: &str, units: &mut Vec<Unit>) {
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

/// The label that is a whole line: `一`, `01`.
fn number(line: &str) -> Option<Label> {
    let (style, number) = match line.as_bytes() {
        [b'0', b'1'..=b'9'] => (LabelStyle::Plain, line.parse().ok()?),
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
