//! The outline as a tree, with duties and targets beside each item.

use crate::style::{Look, Style, cut, fit, wrap};
use gongwen::Record;
use gongwen_record::{Assignment, Comparator, Id, Measure, Modality, Origin, Role, Target, Task};
use std::fmt::Write;

/// A line of the tree before it is printed.
struct Item {
    /// Section and task whose duties and targets stand beside it: both for a leaf that is a task.
    scopes: Vec<Option<Id>>,
    words: String,
    look: Look,
    children: Vec<Item>,
}

pub(super) fn tree(record: &Record<'_>, style: Style) -> String {
    let page = Page { record, style, left: (style.width * 11 / 20).max(20) };
    let mut out = String::new();
    let whole = Item {
        scopes: vec![None],
        words: "(whole document)".into(),
        look: Look::Faint,
        children: Vec::new(),
    };
    if !page.notes(&whole.scopes).is_empty() {
        page.item(&mut out, &whole, "", "");
    }
    for item in page.items(None) {
        page.item(&mut out, &item, "", "");
    }
    out
}

struct Page<'r> {
    record: &'r Record<'r>,
    style: Style,
    /// Columns of the tree.
    left: usize,
}

impl Page<'_> {
    fn items(&self, parent: Option<Id>) -> Vec<Item> {
        let sections = self.record.sections.iter().filter(|section| section.parent == parent);
        sections
            .map(|section| {
                let mut children = self.items(Some(section.id));
                let tasks: Vec<_> =
                    self.record.tasks.iter().filter(|task| task.section == section.id).collect();
                let mut scopes = vec![Some(section.id)];
                let mut words = join(section.label.as_deref(), section.title.as_deref());
                match tasks[..] {
                    [one] if one.origin == Origin::Body && children.is_empty() => {
                        scopes.push(Some(one.id));
                        if section.title.is_none() {
                            words += &one_line(&one.text);
                        }
                    }
                    _ => children.extend(tasks.iter().map(|task| task_item(task))),
                }
                let look = if section.level == 1 { Look::Heading } else { Look::Plain };
                Item { scopes, words, look, children }
            })
            .collect()
    }

    /// Prints an item: `first` stands before its own line, `rest` before the lines below it.
    fn item(&self, out: &mut String, item: &Item, first: &str, rest: &str) {
        let stem = if item.children.is_empty() { rest.to_owned() } else { format!("{rest}│") };
        let notes = self.notes(&item.scopes);
        for row in 0..notes.len().max(1) {
            let left = if row == 0 { format!("{first}{}", item.words) } else { stem.clone() };
            let note = notes.get(row);
            // Nothing stands to the right of a line without a note: leave no blanks at its end.
            let left = if note.is_some() { fit(&left, self.left) } else { cut(&left, self.left) };
            *out += &if row == 0 { self.style.paint(item.look, &left) } else { left };
            if let Some((look, note)) = note {
                let _ = write!(out, "  {}", self.style.paint(*look, note));
            }
            out.push('\n');
        }
        for (i, child) in item.children.iter().enumerate() {
            let last = i + 1 == item.children.len();
            let (own, further) = if last { ("└ ", "  ") } else { ("├ ", "│ ") };
            self.item(out, child, &format!("{rest}{own}"), &format!("{rest}{further}"));
        }
    }

    /// Duties and targets of the scopes, broken into lines.
    fn notes(&self, scopes: &[Option<Id>]) -> Vec<(Look, String)> {
        let width = self.style.width - self.left - 2;
        let mut notes = Vec::new();
        let names = [(Role::Lead, "lead"), (Role::Responsible, "responsible"), (Role::Support, "support")];
        for (role, name) in names {
            let stated = self.record.assignments.iter().filter(|one| !one.inherited && one.role == role);
            let here: Vec<&Assignment<'_>> = stated.filter(|one| scopes.contains(&one.scope)).collect();
            if here.is_empty() {
                continue;
            }
            let units: Vec<&str> = here.iter().map(|one| &*one.org.surface).collect();
            let more = if here.iter().any(|one| one.open_ended) { " 等" } else { "" };
            let line = format!("{name} {}{more}", units.join("、"));
            notes.extend(wrap(&line, width).into_iter().map(|line| (Look::Duty, line)));
        }
        for target in self.record.targets.iter().filter(|target| scopes.contains(&target.scope)) {
            notes.extend(wrap(&target_line(target), width).into_iter().map(|line| (Look::Target, line)));
        }
        notes.retain(|(_, line)| !line.is_empty());
        notes
    }
}

fn task_item(task: &Task<'_>) -> Item {
    let mut words = join(task.label.as_deref(), task.title.as_deref());
    if task.title.is_none() {
        words = join(Some(&words), Some(&one_line(&task.text)));
    }
    Item { scopes: vec![Some(task.id)], words, look: Look::Plain, children: Vec::new() }
}

/// Label and title; a bare row number is kept off its title.
fn join(label: Option<&str>, title: Option<&str>) -> String {
    let label = label.unwrap_or_default();
    let gap = if label.ends_with(|c: char| c.is_ascii_digit()) { " " } else { "" };
    [label, gap, title.unwrap_or_default()].concat()
}

fn one_line(text: &str) -> String {
    cut(text.lines().next().unwrap_or_default(), 120)
}

/// `≥ 85% 公民具备科学素质的比例 · 行政村 · by 2025`
fn target_line(target: &Target<'_>) -> String {
    let mut line = String::from(match target.measure {
        Measure::Increase => "+ ",
        Measure::Decrease => "− ",
        Measure::Level | Measure::Count => "",
    });
    line += match target.comparator {
        Comparator::Ge => "≥ ",
        Comparator::Gt => "> ",
        Comparator::Le => "≤ ",
        Comparator::Lt => "< ",
        Comparator::Approx => "≈ ",
        Comparator::Eq | Comparator::Range => "",
    };
    let _ = write!(line, "{}", target.value);
    if let Some(most) = target.value_max {
        let _ = write!(line, "–{most}");
    }
    line += &target.unit;
    if let Some(indicator) = &target.indicator {
        let _ = write!(line, " {indicator}");
    }
    if let Some(group) = &target.group {
        let _ = write!(line, " · {group}");
    }
    if target.frequency != "once" {
        let _ = write!(line, " · {}", target.frequency.replace('_', " "));
    }
    if let Some(year) = target.deadline {
        let _ = write!(line, " · by {year}");
    }
    if target.modality == Modality::Aim {
        line += " · aim";
    }
    line
}
