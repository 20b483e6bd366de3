//! A difference as lines for a person.

use crate::style::{Look, Style, cut, fit, wrap};
use gongwen_compare::report::name_of_function;
use gongwen_compare::{
    Comparability, DueSide, DutyChange, DutyDifference, Order, PlanDifference, Segment, SentenceDifference,
    Side, TargetDifference, Unit, UnitDifference, Value,
};
use gongwen_record::{Comparator, Role};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// Columns under a heading.
const INDENT: usize = 4;
/// Equal words longer than this are shortened in the middle.
const EQUAL: usize = 36;

pub(super) fn render(difference: &PlanDifference, style: Style) -> String {
    let mut out = String::new();
    let PlanDifference { a, b, tasks, only_a, only_b, targets, .. } = difference;
    let name = |name: &str, title: &Option<String>| {
        format!("{}  {}", clean(name), clean(title.as_deref().unwrap_or("")))
    };
    for (mark, document) in [("a", a), ("b", b)] {
        let line = format!("{mark}  {}", name(&document.name, &document.title));
        let _ = writeln!(out, "{}", style.paint(Look::Heading, &cut(&line, style.width)));
    }
    let met = targets.iter().filter(|target| target.pair.is_some()).count();
    let line = format!(
        "{} pairs of sections, {} pairs of tasks, {} tasks only in a, {} only in b, {met} pairs of targets",
        difference.sections.len(),
        tasks.len(),
        only_a.len(),
        only_b.len()
    );
    let _ = writeln!(out, "{}", style.paint(Look::Faint, &line));
    heading(&mut out, style, "Targets");
    for target in targets {
        out += &target_line(target, style);
    }
    if targets.is_empty() {
        let _ = writeln!(out, "  none in either");
    }
    heading(&mut out, style, "Sections");
    for unit in &difference.sections {
        out += &unit_lines(unit, style);
    }
    heading(&mut out, style, "Tasks");
    for unit in tasks {
        out += &unit_lines(unit, style);
    }
    for (mark, units, look) in [("a", only_a, Look::Warning), ("b", only_b, Look::Target)] {
        heading(&mut out, style, &format!("Only in {mark}"));
        for unit in units {
            let line = format!("  {}  {}", unit.place.id, called(unit));
            let _ = writeln!(out, "{}", style.paint(look, &cut(&line, style.width)));
        }
        if units.is_empty() {
            let _ = writeln!(out, "  nothing");
        }
    }
    out
}

fn heading(out: &mut String, style: Style, text: &str) {
    let _ = writeln!(out, "\n{}", style.paint(Look::Heading, text));
}

/// Documents may hold control characters and marks that turn the line around; a terminal must not obey them.
fn clean(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| {
            if c == '\n' || c == '\t' {
                ' '
            } else if hidden(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

fn called(unit: &Unit) -> String {
    let label = unit.label.as_deref().unwrap_or_default();
    clean(&format!("{label}{}", unit.title.as_deref().unwrap_or(&unit.text)))
}

fn target_line(target: &TargetDifference, style: Style) -> String {
    let side =
        |value: &Option<Value>| value.as_ref().map_or_else(|| "—".to_owned(), |value| clean(&shown(value)));
    let (verdict, look) = match &target.pair {
        None if target.a.is_some() => ("only in a".to_owned(), Look::Warning),
        None => ("only in b".to_owned(), Look::Target),
        Some(pair) => {
            let differs: Vec<String> =
                pair.differs.iter().map(|one| format!("{one:?}").to_lowercase()).collect();
            match &pair.comparable {
                Comparability::Apart(because) => {
                    let because: Vec<String> =
                        because.iter().map(|one| format!("{one:?}").to_lowercase()).collect();
                    (format!("not comparable: other {}", because.join(", ")), Look::Faint)
                }
                Comparability::Comparable => {
                    let order = match pair.order {
                        Order::ALower => "a lower",
                        Order::AHigher => "a higher",
                        Order::Equal => "equal",
                        Order::RangesTouch => "ranges touch",
                        Order::Undetermined => "undetermined",
                    };
                    let differs = if differs.is_empty() {
                        String::new()
                    } else {
                        format!("; other {}", differs.join(", "))
                    };
                    (format!("{order}{differs}"), Look::Plain)
                }
            }
        }
    };
    let column = (style.width / 5).max(12);
    let label = style.width.saturating_sub(2 * column + 36).clamp(16, 40);
    let line = format!(
        "  {}  {}  {}  {verdict}",
        fit(&clean(&target.label), label),
        fit(&side(&target.a), column),
        fit(&side(&target.b), column)
    );
    style.paint(look, line.trim_end()) + "\n"
}

fn shown(value: &Value) -> String {
    let sign = match value.comparator {
        Comparator::Ge => "≥",
        Comparator::Gt => ">",
        Comparator::Le => "≤",
        Comparator::Lt => "<",
        Comparator::Eq => "=",
        Comparator::Approx => "≈",
        Comparator::Range => "",
    };
    let max = value.value_max.map(|max| format!("–{max}")).unwrap_or_default();
    let by = value.deadline.map(|year| format!(" by {year}")).unwrap_or_default();
    format!("{sign}{}{max} {}{by}", value.value, value.unit)
}

fn unit_lines(unit: &UnitDifference, style: Style) -> String {
    let strength = format!("{:?}", unit.pair.strength).to_lowercase();
    let head = format!("  {} ↔ {}  {}", unit.pair.a, unit.pair.b, called(&unit.unit_a));
    let equal = unit.equal.map(|share| format!(", {:.0} % of the words", share * 100.0)).unwrap_or_default();
    let tail = format!("  {strength} {:.2}{equal}", unit.pair.score);
    let room = style.width.saturating_sub(tail.width());
    let mut out = style.paint(Look::Heading, &cut(&head, room)) + &style.paint(Look::Faint, &tail) + "\n";
    if !unit.title.is_empty() {
        out += &words(&unit.title, style);
    }
    for sentence in unit.sentences.iter().filter(|sentence| changed(sentence)) {
        out += &words(&sentence.segments, style);
    }
    out += &duty_lines(&unit.duties, style);
    if let Some(due) = &unit.due {
        let side =
            |side: &Option<DueSide>| side.as_ref().map_or_else(|| "—".to_owned(), |due| clean(&due.raw));
        let mark = if due.same { "same" } else { "differs" };
        let _ = writeln!(out, "    due: {} → {} ({mark})", side(&due.a), side(&due.b));
    }
    out
}

fn changed(sentence: &SentenceDifference) -> bool {
    sentence.moved || sentence.segments.iter().any(|segment| segment.side != Side::Both)
}

/// One sentence, broken into lines, painted after breaking so that columns hold.
fn words(segments: &[Segment], style: Style) -> String {
    let mut text = String::new();
    for segment in segments {
        let words = clean(&segment.text);
        match segment.side {
            Side::Both => text += &shorten(&words),
            Side::A => _ = write!(text, "[-{words}-]"),
            Side::B => _ = write!(text, "{{+{words}+}}"),
        }
    }
    let mut out = String::new();
    let mut look = Look::Plain;
    for line in wrap(&text, style.width - INDENT) {
        out += "    ";
        out += &paint(&line, &mut look, style);
        out.push('\n');
    }
    out
}

/// A line with its marks painted; what was open at its end is open in the next.
fn paint(line: &str, look: &mut Look, style: Style) -> String {
    let mut out = String::new();
    let mut rest = line;
    while !rest.is_empty() {
        let marks: &[(&str, Look)] = match look {
            Look::Plain => &[("[-", Look::Warning), ("{+", Look::Target)],
            Look::Warning => &[("-]", Look::Plain)],
            _ => &[("+}", Look::Plain)],
        };
        let next = marks
            .iter()
            .filter_map(|(mark, next)| Some((rest.find(mark)?, mark.len(), *next)))
            .min_by_key(|m| m.0);
        let Some((at, length, next)) = next else {
            out += &style.paint(*look, rest);
            break;
        };
        let end = if *look == Look::Plain { at } else { at + length };
        out += &style.paint(*look, &rest[..end]);
        rest = &rest[end..];
        // An opening mark is painted as what it opens.
        *look = next;
        if end == at {
            let (mark, behind) = rest.split_at(length);
            out += &style.paint(*look, mark);
            rest = behind;
        }
    }
    out
}

fn shorten(words: &str) -> String {
    let count = words.chars().count();
    if count <= EQUAL {
        return words.to_owned();
    }
    let keep = EQUAL / 2 - 1;
    let head: String = words.chars().take(keep).collect();
    let tail: String = words.chars().skip(count - keep).collect();
    format!("{head} … {tail}")
}

fn duty_lines(duties: &[DutyDifference], style: Style) -> String {
    let mut out = String::new();
    for duty in duties {
        let side = |side: &Option<gongwen_compare::DutySide>| {
            side.as_ref().map_or_else(
                || "—".to_owned(),
                |duty| format!("{} {}", role(duty.role), clean(&duty.surface)),
            )
        };
        let (zh, _) = name_of_function(&duty.function);
        let (mark, look) = match duty.change {
            DutyChange::Same => ("=", Look::Faint),
            DutyChange::Role => ("≠", Look::Duty),
            DutyChange::OnlyA => ("−", Look::Warning),
            DutyChange::OnlyB => ("+", Look::Target),
        };
        let line = format!("    {mark} {}  {} → {}", fit(&clean(zh), 16), side(&duty.a), side(&duty.b));
        let _ = writeln!(out, "{}", style.paint(look, &cut(&line, style.width)));
    }
    out
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Support => "support",
        Role::Responsible => "responsible",
    }
}
