//! Labels that only a list which counts on can show: `A.配备…` behind it `B.提升…`, `任务一 强化…`, `1 出台…`.

use crate::unit::{Unit, UnitKind};
use gongwen_text::{Label, LabelStyle, chars};

/// Bytes of the longest heading behind `任务一` and a blank.
const LONGEST_NAME: usize = 150;
/// Bytes of the longest item behind a number and a blank.
const LONGEST_ITEM: usize = 900;
/// Bytes of the shortest: a cell of a table that lost its grid is shorter.
const SHORTEST_ITEM: usize = 18;

/// Marks them among the units.
pub(crate) fn mark(text: &str, units: &mut [Unit]) {
    let found: Vec<(usize, Label)> = (0..units.len())
        .filter(|&at| units[at].kind == UnitKind::Prose)
        .filter_map(|at| Some((at, read(text, units, at)?)))
        .collect();
    mark_strokes(text, units);
    mark_misread(units);
    mark_figures(text, units);
    if found.len() < 2 {
        return;
    }
    for style in [LabelStyle::Letter, LabelStyle::SmallLetter, LabelStyle::Named, LabelStyle::Arabic] {
        let listed: Vec<_> = found.iter().filter(|(_, label)| label.style == style).collect();
        let mut from = 0;
        while from < listed.len() {
            let rest =
                listed[from..].windows(2).take_while(|pair| follows(units, *pair[0], *pair[1])).count();
            if rest > 0 && listed[from].1.number == 1 {
                for (at, label) in &listed[from..=from + rest] {
                    units[*at].kind = UnitKind::Labelled(*label);
                }
            }
            from += rest + 1;
        }
    }
}

/// `=、` and `(=)`: 二 as a scan reads it, between the first and the third of a list.
fn mark_strokes(text: &str, units: &mut [Unit]) {
    // A list has one, documents have a few lists.
    const MOST: usize = 16;
    let read = |unit: &Unit| {
        let line = unit.span.of_text(text);
        let (style, rest) = match line.as_bytes() {
            [b'=', ..] | [0xEF, 0xBC, 0x9D, ..] => {
                (LabelStyle::Han, line.trim_start_matches(['=', '＝']).strip_prefix('、')?)
            }
            [b'(', b'=', ..] | [0xEF, 0xBC, 0x88, b'=' | 0xEF, ..] => {
                let inner = line.trim_start_matches(['（', '(']);
                (LabelStyle::HanParen, inner.strip_prefix(['=', '＝'])?.strip_prefix(['）', ')'])?)
            }
            _ => return None,
        };
        Some(Label { style, number: 2, end: line.len() - rest.len(), start: 0 })
    };
    let found: Vec<_> = (0..units.len())
        .filter(|&at| units[at].kind == UnitKind::Prose)
        .filter_map(|at| Some((at, read(&units[at])?)))
        .take(MOST)
        .collect();
    for (at, label) in found {
        let same =
            |unit: &&Unit| matches!(unit.kind, UnitKind::Labelled(other) if other.style == label.style);
        let number = |unit: Option<&Unit>| match unit.map(|unit| unit.kind) {
            Some(UnitKind::Labelled(label)) => label.number,
            _ => 0,
        };
        let before = number(units[..at].iter().rev().find(same));
        let behind = number(units[at + 1..].iter().find(same));
        if (before, behind) == (1, 3) {
            units[at].kind = UnitKind::Labelled(label);
        }
    }
}

/// `（一）` `（二）` `3.` `（四）`: the lone label of a lower form that has the number a list lacks is one of that list, misread by a scan.
fn mark_misread(units: &mut [Unit]) {
    const FORMS: [LabelStyle; 3] = [LabelStyle::Han, LabelStyle::HanParen, LabelStyle::Arabic];
    let label = |unit: &Unit| match unit.kind {
        UnitKind::Labelled(label) => Some(label),
        _ => None,
    };
    for (at, &style) in FORMS.iter().enumerate() {
        let mut last: Option<(usize, u32)> = None;
        for behind in 0..units.len() {
            let Some(next) = label(&units[behind]).filter(|label| label.style == style) else { continue };
            if let Some((before, number)) = last.filter(|&(_, number)| number + 2 == next.number) {
                let between = || (before + 1..behind).filter_map(|at| Some((at, label(&units[at])?)));
                let stray = FORMS[at + 1..].iter().find_map(|&lower| {
                    let mut alike = between().filter(|(_, other)| other.style == lower);
                    let only = alike.next().filter(|(_, stray)| stray.number == number + 1)?;
                    alike.next().is_none().then_some(only)
                });
                let whole = between().all(|(_, other)| other.style > style);
                if let Some((stray, label)) = stray.filter(|_| whole) {
                    units[stray].kind = UnitKind::Labelled(Label { style, ..label });
                }
            }
            last = Some((behind, next.number));
        }
    }
}

/// `（一）` `（二）` `(3)` `(4)`: a list that goes on in figures, where no list of figures has begun.
fn mark_figures(text: &str, units: &mut [Unit]) {
    // Units of an item, and among which the list goes on.
    const FAR: usize = 200;
    // The last item in Han, and the last number in figures.
    let mut last: Option<(usize, u32)> = None;
    let mut figure = 0;
    for at in 0..units.len() {
        let UnitKind::Labelled(label) = units[at].kind else { continue };
        match label.style {
            LabelStyle::HanParen => last = Some((at, label.number)),
            LabelStyle::ArabicParen => {
                let line = |unit: &Unit| unit.span.of_text(text);
                let goes_on = last.filter(|&(before, number)| {
                    label.number == number + 1
                        && number > 1
                        && at - before <= FAR
                        && figure + 1 != label.number
                        && line(&units[at]).starts_with(['(', '（'])
                        // Its beginning may stand inside the item.
                        && !units[before..at].iter().any(|unit| begins_inside(line(unit)))
                });
                // The list may go on in Han behind figures that count something else.
                let later = || {
                    let next = units[at + 1..].iter().take(FAR).find_map(|unit| match unit.kind {
                        UnitKind::Labelled(next) if next.style == LabelStyle::HanParen => Some(next.number),
                        _ => None,
                    });
                    next == Some(label.number)
                };
                if goes_on.is_some() && !later() {
                    units[at].kind = UnitKind::Labelled(Label { style: LabelStyle::HanParen, ..label });
                    last = Some((at, label.number));
                } else {
                    figure = label.number;
                }
            }
            style if style < LabelStyle::HanParen => (last, figure) = (None, 0),
            _ => {}
        }
    }
}

/// Whether a list of figures may begin in a line.
fn begins_inside(line: &str) -> bool {
    ["(1", "（1", "1)", "1）", "①"].iter().any(|first| line.contains(first))
}

/// Whether one label counts on from another. Headings between end a list of letters.
fn follows(units: &[Unit], (before, label): (usize, Label), (at, next): (usize, Label)) -> bool {
    let heading = |unit: &Unit| matches!(unit.kind, UnitKind::Labelled(_));
    next.number == label.number + 1
        && (!matches!(label.style, LabelStyle::Letter | LabelStyle::SmallLetter)
            || !units[before..at].iter().any(heading))
}

/// The label that a line may begin with.
fn read(text: &str, units: &[Unit], at: usize) -> Option<Label> {
    let line = units[at].span.of_text(text);
    match line.as_bytes() {
        [b'A'..=b'Z' | b'a'..=b'z', ..] => letter(line),
        [b'1'..=b'9', ..] => number(line).filter(|_| {
            // A heading without a full stop must have a line of duty below.
            let field = || matches!(units.get(at + 1).map(|next| next.kind), Some(UnitKind::Field));
            line.ends_with(['。', '；']) || field()
        }),
        [0xE4..=0xE9, ..] if line.len() <= LONGEST_NAME => named(line),
        _ => None,
    }
}

/// `A.配备保洁员`
fn letter(line: &str) -> Option<Label> {
    let first = *line.as_bytes().first()?;
    let mark = line[1..].chars().next().filter(|c| matches!(c, '.' | '．' | '、'))?;
    let end = 1 + mark.len_utf8();
    let word =
        line[end..].trim_start().chars().next().is_some_and(|c| chars::is_han(c) || matches!(c, '“' | '《'));
    let number = u32::from(first.to_ascii_lowercase() - b'a') + 1;
    let style = if first.is_ascii_uppercase() { LabelStyle::Letter } else { LabelStyle::SmallLetter };
    word.then_some(Label { style, number, end, start: 0 })
}

/// `1 出台政策文件。`; in a row of a table further blanks stand behind.
fn number(line: &str) -> Option<Label> {
    if !(SHORTEST_ITEM..=LONGEST_ITEM).contains(&line.len()) {
        return None;
    }
    let label = Label::read_decimal(line)?.label;
    if label.style != LabelStyle::Plain {
        return None;
    }
    let words = line[label.end..].trim_start();
    (!words.contains(char::is_whitespace)).then_some(Label { style: LabelStyle::Arabic, ..label })
}

/// `任务一 强化属地责任`
fn named(line: &str) -> Option<Label> {
    const LONGEST: usize = 24;
    let end = line.find([' ', '\u{3000}', '\t']).filter(|&end| end <= LONGEST)?;
    let name = &line[..end];
    let label = Label::read(&[name, "："].concat()).filter(|label| label.style == LabelStyle::Named)?;
    let heading = line[end..].trim();
    let whole = label.end == name.len() + '：'.len_utf8();
    (whole && !heading.is_empty() && !heading.contains(['。', '；'])).then_some(Label { end, ..label })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The labels of the lines that got one.
    fn check(text: &str, expect: &[&str]) {
        let mut units = crate::unit::of_lines(text);
        mark(text, &mut units);
        let labels: Vec<_> = units
            .iter()
            .filter_map(|unit| match unit.kind {
                UnitKind::Labelled(label) => Some(label.printed(unit.span.of_text(text))),
                _ => None,
            })
            .collect();
        assert_eq!(labels, expect, "{text}");
    }

    #[test]
    fn lists_count_on() {
        check("A.配备保洁员。\nB.提升中转站。", &["A.", "B."]);
        check("a.配备保洁员。\n责任单位：县城管局\nb.提升中转站。", &["a.", "b."]);
        check(
            "A.改厕\na.摸排问题。\nb.建立台账。\nB.治水\na.改造管网。\nb.“美丽河湖”达标。",
            &["A.", "a.", "b.", "B.", "a.", "b."],
        );
        check("任务一 强化属地责任\n落实责任。\n任务二 强化全程监管", &["任务一", "任务二"]);
        check(
            "1 出台政策文件。\n（牵头单位：县财政局）\n2 落实监管经费。\n（牵头单位：县财政局）",
            &["1", "2"],
        );
    }

    #[test]
    fn strokes_that_a_scan_took_for_signs() {
        check(
            "一、目标\n达到65%。\n=、任务\n(一)耕作\n(=)农田\n(三)肥料\n三、保障",
            &["一、", "=、", "(一)", "(=)", "(三)", "三、"],
        );
        check("一、目标\n=、任务\n二、保障", &["一、", "二、"]);
        check("(一)耕作\n（=）农田", &["(一)"]);
    }

    /// The styles of the labels that are read.
    fn styles(text: &str) -> Vec<LabelStyle> {
        let mut units = crate::unit::of_lines(text);
        mark(text, &mut units);
        let label = |unit: &Unit| match unit.kind {
            UnitKind::Labelled(label) => Some(label.style),
            _ => None,
        };
        units.iter().filter_map(label).collect()
    }

    #[test]
    fn a_misread_label_is_one_of_its_list() {
        use LabelStyle::{Arabic, HanParen};
        assert_eq!(styles("（一）耕作\n（二）农田\n3.肥料\n（四）监测"), [HanParen; 4]);
        assert_eq!(
            styles("（一）耕作\n（二）农田\n1.新建。\n2.改造。\n3.肥料\n（四）监测"),
            [HanParen, HanParen, Arabic, Arabic, Arabic, HanParen]
        );
        assert_eq!(styles("（一）耕作\n3.肥料\n（二）监测"), [HanParen, Arabic, HanParen]);
    }

    #[test]
    fn a_list_goes_on_in_figures() {
        use LabelStyle::{ArabicParen, HanParen};
        assert_eq!(styles("(一)产业\n(二)道路\n(3)搬迁\n(4)住房"), [HanParen; 4]);
        assert_eq!(styles("（一）产业\n（二）道路\n（3）搬迁\n（四）住房"), [HanParen; 4]);
        // Counted through, begun inside the item, what goes on in Han.
        assert_eq!(
            styles("(一)产业\n(1)种植\n(2)养殖\n(二)道路\n(3)硬化"),
            [HanParen, ArabicParen, ArabicParen, HanParen, ArabicParen]
        );
        assert_eq!(
            styles("(一)产业\n(二)道路：(1)硬化；(2)亮化；\n(3)绿化。"),
            [HanParen, HanParen, ArabicParen]
        );
        assert_eq!(
            styles("(一)产业\n(二)道路\n(3)硬化\n(三)住房"),
            [HanParen, HanParen, ArabicParen, HanParen]
        );
    }

    #[test]
    fn one_is_none() {
        check("A.配备保洁员。\n提升中转站。", &[]);
        check("B.配备保洁员。\nC.提升中转站。", &[]);
        check("A级景区达到3家。\nB级景区达到5家。", &[]);
        check("任务一 强化属地责任\n落实责任。", &[]);
        check("1 出台政策文件。\n3 落实监管经费。", &[]);
        // Rows of a table that lost its grid.
        check("1 县教育局 县财政局\n2 县水利局 县财政局", &[]);
        check("1 县教育局\n2 县水利局", &[]);
    }
}
