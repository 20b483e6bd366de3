//! Lists whose first item stands on the line of what announces them: `目标任务：1.新建…` above `2.改造…`.

use crate::standing;
use crate::unit::{Unit, UnitKind};
use gongwen_text::{Label, LabelStyle, Span};

/// Lines of duty that may stand between the first item and the second.
const MOST_FIELDS: usize = 4;
/// Bytes of the longest announcement.
const LONGEST: usize = 90;

/// Gives first items a unit of their own.
pub(crate) fn divide(text: &str, units: &mut Vec<Unit>) {
    let found: Vec<(usize, usize, Label)> = (0..units.len())
        .filter_map(|at| first_item(text, units, at).map(|(colon, label)| (at, colon, label)))
        .collect();
    if found.is_empty() {
        return;
    }
    // `任务：1.…` above `措施：` is a section like that.
    let parted = units
        .iter()
        .any(|unit| unit.kind == UnitKind::Standing && standing::part_key(unit.span.of_text(text)).is_some());
    let mut divided = Vec::with_capacity(units.len() + found.len());
    let mut next = found.into_iter().peekable();
    for (at, unit) in units.iter().enumerate() {
        let Some((_, from, label)) = next.next_if(|(found, ..)| *found == at) else {
            divided.push(*unit);
            continue;
        };
        let start = unit.span.from() + from;
        let span = Span::new(unit.span.from(), start);
        let part = parted && unit.kind == UnitKind::Prose && standing::part_key(span.of_text(text)).is_some();
        let kind = if part { UnitKind::Standing } else { unit.kind };
        divided.push(Unit { span, kind, ..*unit });
        divided.push(Unit {
            span: Span::new(start, unit.span.to()),
            kind: UnitKind::Labelled(label),
            heading: None,
            bold: 0,
        });
    }
    *units = divided;
}

/// Where the first item begins inside a line behind a colon, and its label, where the list counts on below.
fn first_item(text: &str, units: &[Unit], at: usize) -> Option<(usize, Label)> {
    let behind = units.get(at + 1..)?;
    let second = behind.iter().take(MOST_FIELDS).find(|unit| unit.kind != UnitKind::Field)?;
    let UnitKind::Labelled(second) = second.kind else { return None };
    if second.number != 2 {
        return None;
    }
    let line = units[at].span.of_text(text);
    let own = match units[at].kind {
        UnitKind::Prose => None,
        UnitKind::Standing if standing::rank_key(line).is_some() => None,
        UnitKind::Labelled(label) => Some(label),
        _ => return None,
    };
    let front = &line[..line.floor_char_boundary(LONGEST)];
    let colon = front.find(['：', ':'])?;
    let from = colon + front[colon..].chars().next().map_or(0, char::len_utf8);
    let label =
        Label::read(&line[from..]).filter(|label| (label.style, label.number) == (second.style, 1))?;
    // `1.工作任务：1.…` would be a list in its own first item.
    let apart = own.is_none_or(|own| own.style < label.style);
    let announced = &line[own.map_or(0, |own| own.end)..colon];
    // Notes below a table are no items.
    let note = ["注", "说明"].iter().any(|end| announced.ends_with(end));
    let named = !announced.is_empty() && !note && !announced.contains(['。', '；', '，']);
    (apart && named && label.style > LabelStyle::Box).then_some((from, label))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines as they are divided.
    fn check(text: &str, expect: &[&str]) {
        let mut units = crate::unit::of_lines(text);
        divide(text, &mut units);
        let lines: Vec<_> = units.iter().map(|unit| unit.span.of_text(text)).collect();
        assert_eq!(lines, expect);
    }

    #[test]
    fn the_first_item_stands_apart() {
        check(
            "目标任务：1.新建幸福院。\n2.改造住房。\n责任单位：县民政局",
            &["目标任务：", "1.新建幸福院。", "2.改造住房。", "责任单位：县民政局"],
        );
        check(
            "（一）工作任务：1．新建幸福院。\n责任单位：县民政局\n2．改造住房。",
            &["（一）工作任务：", "1．新建幸福院。", "责任单位：县民政局", "2．改造住房。"],
        );
        check(
            "主要措施：（1）制定计划。\n（2）开展领学。",
            &["主要措施：", "（1）制定计划。", "（2）开展领学。"],
        );
    }

    #[test]
    fn what_does_not_count_on_stays() {
        for text in [
            "目标任务：1.新建幸福院。2.改造住房。\n责任单位：县民政局",
            "目标任务：1.新建幸福院。\n（2）改造住房。",
            "注：1.达标率按面积计算。\n2.防洪标准见规范。",
            "比例为：1.5万元。\n2.改造住房。",
            "1.目标任务：1.新建幸福院。\n2.改造住房。",
        ] {
            let lines: Vec<_> = text.split('\n').collect();
            check(text, &lines);
        }
    }
}
