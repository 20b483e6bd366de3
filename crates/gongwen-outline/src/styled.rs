//! Headings that only the styles of the source show, in a document that labels none: `标题 1` of a word processor, `##`.
//!
//! Beside labels such marks are a hint only, for conversions put them at wrong levels. A short line that is bold as a whole is a
//! heading of the lowest level there.

use crate::front::is_piece;
use crate::standing;
use crate::unit::{Unit, UnitKind};
use gongwen_text::{Label, LabelStyle};

/// Characters of the longest heading.
const LONGEST: usize = 40;

/// The level of what is bold and nothing else.
const BOLD: u8 = 9;

/// The level of a heading that its style shows.
fn level_of(text: &str, unit: &Unit) -> Option<u8> {
    let bold = || unit.bold as usize >= unit.span.of_text(text).len() && unit.kind == UnitKind::Prose;
    unit.heading.or_else(|| bold().then_some(BOLD))
}

/// Marks them among the units: two at least, each with something below. The title of the document is none.
pub(crate) fn mark(text: &str, units: &mut [Unit]) {
    let level_of = |unit: &Unit| level_of(text, unit);
    let may_be =
        |unit: &Unit| matches!(unit.kind, UnitKind::Prose | UnitKind::Standing) && level_of(unit).is_some();
    if units.iter().filter(|unit| may_be(unit)).take(2).count() < 2 {
        return;
    }
    let labels = |unit: &Unit| matches!(unit.kind, UnitKind::Labelled(Label { style, .. }) if style <= LabelStyle::Named);
    if units.iter().any(labels) {
        return;
    }
    // What opens the document is its title, on one line or several of one level.
    let level = units.iter().find(|unit| may_be(unit)).and_then(level_of);
    let opens = |unit: &&Unit| {
        let titled = || level_of(unit) == level && !standing::is_title(unit.span.of_text(text));
        unit.kind == UnitKind::Masthead || may_be(unit) && titled()
    };
    let from = units.iter().take_while(opens).count();
    let heads = |at: usize| {
        let line = units[at].span.of_text(text);
        let below = units.get(at + 1).is_some_and(|next| match next.kind {
            UnitKind::Prose
            | UnitKind::Standing
            | UnitKind::Field
            | UnitKind::Labelled(_)
            | UnitKind::Table(_) => !may_be(next) || level_of(next) > level_of(&units[at]),
            _ => false,
        });
        may_be(&units[at]) && below && is_piece(line) && line.chars().count() <= LONGEST
    };
    let found: Vec<usize> = (from..units.len()).filter(|&at| heads(at)).collect();
    if found.len() >= 2 {
        for at in found {
            units[at].heading = level_of(&units[at]);
            units[at].kind = UnitKind::Styled;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks the lines of a text, those with `#` in front as headings, and says which became such.
    fn check(text: &str, expect: &[&str]) {
        let mut units = crate::unit::of_lines(text);
        for unit in &mut units {
            let level = unit.span.of_text(text).bytes().take_while(|&b| b == b'#').count();
            if level > 0 {
                unit.span.start += level as u32;
                unit.heading = Some(level as u8);
                unit.kind = UnitKind::Prose;
            }
        }
        mark(text, &mut units);
        let found: Vec<_> =
            units.iter().filter(|u| u.kind == UnitKind::Styled).map(|u| u.span.of_text(text)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn headings_by_style() {
        check(
            "某县方案\n#总体目标\n产值5亿元。\n#重点任务\n##种苗\n建设基地。",
            &["总体目标", "重点任务", "种苗"],
        );
        check("#某县\n#实施方案\n#发展产业\n产值5亿元。\n##重点任务\n建设基地。", &[]);
        check(
            "#某县方案\n为做大产业，制定本方案。\n##总体目标\n产值5亿元。\n##重点任务\n建设。",
            &["总体目标", "重点任务"],
        );
        check("某县方案\n#总体目标\n产值5亿元。\n#重点任务\n一、种苗\n建设基地。", &[]);
        check("某县方案\n#总体目标\n产值5亿元。", &[]);
        check("#某县方案\n##重点工程\n###种苗\n建设基地。", &["重点工程", "种苗"]);
        check("#某县文件\n#某县方案\n#总体目标\n产值5亿元。\n#其他\n建设。", &["总体目标", "其他"]);
    }
}
