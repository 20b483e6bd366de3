//! Units of a few lines, for trials of what the whole document tells of a line.

use super::{Unit, UnitKind, kind};
use gongwen_text::Span;

/// The lines of a text as units.
pub(crate) fn of_lines(text: &str) -> Vec<Unit> {
    let mut at = 0;
    let unit = |line: &str| {
        let span = Span::new(at, at + line.len());
        at += line.len() + 1;
        Unit { span, kind: kind(line), heading: None, bold: 0 }
    };
    text.split('\n').map(unit).collect()
}

/// What becomes of the lines of a text, a letter each: `F` a field, `L` a label, `P` prose.
pub(crate) fn letters(text: &str, mark: impl FnOnce(&str, &mut Vec<Unit>)) -> String {
    let mut units = of_lines(text);
    mark(text, &mut units);
    let letter = |unit: &Unit| match unit.kind {
        UnitKind::Field => 'F',
        UnitKind::Labelled(_) => 'L',
        _ => 'P',
    };
    units.iter().map(letter).collect()
}

/// The lines of a text that come to stand as headings.
pub(crate) fn standing(text: &str, mark: impl FnOnce(&str, &mut [Unit])) -> Vec<&str> {
    let mut units = of_lines(text);
    mark(text, &mut units);
    let marked = units.iter().filter(|unit| unit.kind == UnitKind::Standing);
    marked.map(|unit| unit.span.of_text(text)).collect()
}
