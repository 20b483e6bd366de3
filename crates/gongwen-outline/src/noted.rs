//! Notes whose items stand on lines of their own (`备注：` above `1.责任单位排第一位的为牵头单位。`): one paragraph, no sections.

use crate::unit::{Unit, UnitKind};
use gongwen_text::Label;

/// What opens a note wherever it stands, and what does so below a table alone: `说明：` may head anything.
const MARKS: [&str; 3] = ["备注", "附注", "注"];
const MARKS_OF_TABLES: [&str; 3] = ["填表说明", "填报说明", "说明"];

/// Joins the items of notes to what opens them.
pub(crate) fn join(text: &str, units: &mut Vec<Unit>) {
    let mut kept = 0;
    // The label that the open note goes on with.
    let mut next: Option<Label> = None;
    let mut table = false;
    for at in 0..units.len() {
        let unit = units[at];
        if let (UnitKind::Labelled(label), Some(due)) = (unit.kind, next)
            && (due.number == 0 || label.style == due.style)
            && label.number == due.number + 1
        {
            units[kept - 1].span = units[kept - 1].span.cover(unit.span);
            next = Some(label);
            continue;
        }
        let line = unit.span.of_text(text);
        next = if unit.kind == UnitKind::Prose { opens(line, table) } else { None };
        table = matches!(unit.kind, UnitKind::Table(_));
        units[kept] = unit;
        kept += 1;
    }
    units.truncate(kept);
}

/// The label with which a note stands so far, number 0 for none, if a line opens one: `备注：`, `注：1.按月报送。`
fn opens(line: &str, below_table: bool) -> Option<Label> {
    let own = || MARKS_OF_TABLES.iter().filter(|_| below_table);
    let rest = MARKS.iter().chain(own()).find_map(|mark| line.strip_prefix(mark))?;
    let rest = rest.strip_prefix(['：', ':'])?.trim_start();
    let none = Label { start: 0, end: 0, number: 0, style: gongwen_text::LabelStyle::Arabic };
    if rest.is_empty() { Some(none) } else { Label::read(rest).filter(|label| label.number == 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines as they are joined.
    fn check(text: &str, expect: &[&str]) {
        let mut units = crate::unit::of_lines(text);
        join(text, &mut units);
        let lines: Vec<_> = units.iter().map(|unit| unit.span.of_text(text)).collect();
        assert_eq!(lines, expect, "{text}");
    }

    #[test]
    fn items_of_notes_are_no_sections() {
        check(
            "一、任务\n备注：\n1.首位为牵头单位。\n2.按月报送。\n二、要求",
            &["一、任务", "备注：\n1.首位为牵头单位。\n2.按月报送。", "二、要求"],
        );
        check("注：1.首位为牵头单位。\n2.按月报送。", &["注：1.首位为牵头单位。\n2.按月报送。"]);
        check("注：（1）按月报送。\n（2）按季通报。", &["注：（1）按月报送。\n（2）按季通报。"]);
    }

    #[test]
    fn what_does_not_count_on_stays() {
        for text in [
            "备注：按月报送。\n1.建好学校。",
            "备注：\n二、要求",
            "注：1.按月报送。\n（2）建好学校。",
            "说明：\n1.建好学校。\n2.建好医院。",
            "注重实效：\n1.建好学校。",
        ] {
            check(text, &text.split('\n').collect::<Vec<_>>());
        }
    }
}
