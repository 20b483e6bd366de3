//! Aligned tasks side by side, with what differs marked.

use super::context::{Page, full};
use super::targets::reasons;
use super::write::Html;
use crate::comparison::DocumentPair;
use crate::diff::{Twins, unit, unit_difference, unit_targets};
use crate::report::names::{code, name, name_of_function};
use crate::{
    Comparability, DueSide, DutyChange, DutyDifference, DutySide, Order, Plan, Segment, SentenceDifference,
    Side, TargetDifference, Unit, UnitDifference,
};
use gongwen_record::Role;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Bytes that aligned tasks may take; pairs of documents behind them are listed without their words.
const ROOM: usize = 7_000_000;

pub(super) fn tasks(page: &Page<'_>, html: &mut Html) {
    html.element("section", &[("id", "tasks"), ("aria-labelledby", "tasks-h")], |html| {
        html.said("h2", &[("id", "tasks-h")], "任务对照", "Tasks side by side");
        html.element("p", &[("class", "note")], |html| {
            html.say("对齐的任务左右对照；", "Aligned tasks side by side; ");
            html.element("mark", &[("class", "a")], |html| {
                html.say("仅左侧有的文字", "words of the left only");
            });
            html.say("与", " and ");
            html.element("mark", &[("class", "b")], |html| {
                html.say("仅右侧有的文字", "words of the right only");
            });
            html.say(
                "已标出，两边相同的文字不加标记。编号链接到原文。",
                " are marked, words of both are plain. Identifiers link to the text.",
            );
        });
        let mut pairs: Vec<&DocumentPair> = page.comparison.alignments.iter().collect();
        // The closest first: they are the ones that are read.
        let words = shared_words(page);
        let share =
            |pair: &DocumentPair| words.get(&(pair.a.as_str(), pair.b.as_str())).copied().unwrap_or(0);
        pairs.sort_by_key(|pair| std::cmp::Reverse((share(pair), pair.tasks.len())));
        let mut plans = Plans::default();
        let mut left = Vec::new();
        let begin = html.len();
        for (at, pair) in pairs.into_iter().enumerate() {
            let room = html.len() - begin < ROOM;
            match (room, plans.of(page, &pair.a), plans.of(page, &pair.b)) {
                (true, Some(a), Some(b)) => side_by_side(page, html, pair, (&a, &b), at == 0),
                _ => left.push(pair),
            }
        }
        if !left.is_empty() {
            others(page, html, &left);
        }
    });
}

/// Characters that two documents share, by their identifiers.
fn shared_words<'p>(page: &Page<'p>) -> BTreeMap<(&'p str, &'p str), u32> {
    let pairs = page.comparison.reuse.pairs.iter();
    pairs.map(|pair| ((pair.doc_id.as_str(), pair.other_id.as_str()), pair.reused)).collect()
}

/// Plans that were prepared, each once.
#[derive(Default)]
struct Plans<'p> {
    known: BTreeMap<usize, Rc<Twins<'p>>>,
}

impl<'p> Plans<'p> {
    fn of(&mut self, page: &Page<'p>, doc_id: &str) -> Option<Rc<Twins<'p>>> {
        let doc = page.doc(doc_id);
        let record = page.records[doc]?;
        Some(self.known.entry(doc).or_insert_with(|| Rc::new(Twins::new(Plan::new(record)))).clone())
    }
}

fn others(page: &Page<'_>, html: &mut Html, pairs: &[&DocumentPair]) {
    /// Rows of the list; alignment.jsonl has all.
    const ROWS: usize = 1_000;
    html.open("details", &[("class", "more")]);
    let count = pairs.len();
    html.said(
        "summary",
        &[],
        &format!("其余 {count} 对文件（逐字对照请用 gongwen diff，全部对齐见 alignment.jsonl）"),
        &format!(
            "{count} more pairs of documents (gongwen diff shows their words, alignment.jsonl has every pair)"
        ),
    );
    html.open("table", &[]);
    html.said("caption", &[("class", "sr")], "其余文件对", "More pairs of documents");
    html.raw("<thead><tr>");
    for (zh, en) in [
        ("文件", "Documents"),
        ("对齐的任务", "Aligned tasks"),
        ("仅前者有", "Only in the first"),
        ("仅后者有", "Only in the second"),
    ] {
        html.said("th", &[("scope", "col")], zh, en);
    }
    html.raw("</tr></thead><tbody>");
    for pair in pairs.iter().take(ROWS) {
        html.element("tr", &[("class", "f")], |html| {
            html.leaf("th", &[("scope", "row")], &format!("{} ↔ {}", page.name(&pair.a), page.name(&pair.b)));
            for count in [pair.tasks.len(), pair.only_a.len(), pair.only_b.len()] {
                html.leaf("td", &[("class", "num")], &count.to_string());
            }
        });
    }
    html.raw("</tbody></table></details>");
}

fn side_by_side(
    page: &Page<'_>,
    html: &mut Html,
    pair: &DocumentPair,
    (a, b): (&Twins<'_>, &Twins<'_>),
    open: bool,
) {
    let (name_a, name_b) = (page.name(&pair.a), page.name(&pair.b));
    let id = format!("pair-{}-{}", page.doc(&pair.a) + 1, page.doc(&pair.b) + 1);
    let attributes = [("class", "pair"), ("id", id.as_str()), ("open", "")];
    html.open("details", if open { &attributes } else { &attributes[..2] });
    html.element("summary", &[], |html| {
        html.leaf("b", &[], &format!("{name_a} ↔ {name_b}"));
        let (met, only_a, only_b) = (pair.tasks.len(), pair.only_a.len(), pair.only_b.len());
        html.say(
            &format!(" 对齐 {met} 对，仅{name_a} {only_a} 项，仅{name_b} {only_b} 项"),
            &format!(" {met} pairs, {only_a} only in {name_a}, {only_b} only in {name_b}"),
        );
    });
    let targets = unit_targets(&a.plan, &b.plan, &pair.targets);
    html.open("table", &[("class", "sides")]);
    html.said("caption", &[("class", "sr")], "对齐的任务", "Aligned tasks");
    html.raw("<thead><tr>");
    html.leaf("th", &[("scope", "col")], name_a);
    html.leaf("th", &[("scope", "col")], name_b);
    html.said("th", &[("scope", "col")], "差异", "Differences");
    html.raw("</tr></thead><tbody>");
    for tasks in &pair.tasks {
        let found = unit_difference(a, b, tasks, &targets);
        html.element("tr", &[("class", "f")], |html| row(page, html, &found, &targets));
    }
    for (plan, ids, first) in [(&a.plan, &pair.only_a, true), (&b.plan, &pair.only_b, false)] {
        for id in ids {
            html.element("tr", &[("class", "f alone")], |html| alone(page, html, &unit(plan, *id), first));
        }
    }
    html.raw("</tbody></table></details>");
}

fn row(page: &Page<'_>, html: &mut Html, found: &UnitDifference, targets: &[TargetDifference]) {
    for (unit, side) in [(&found.unit_a, Side::A), (&found.unit_b, Side::B)] {
        html.element("td", &[], |html| {
            heading(page, html, unit, &found.title, side);
            html.element("p", &[], |html| words(html, &found.sentences, side));
        });
    }
    html.element("td", &[("class", "what")], |html| {
        html.element("p", &[("class", "score")], |html| {
            let word = code(&found.pair.strength);
            let (zh, en) = name("strength", &word);
            html.say(zh, en);
            html.text(&format!(" {:.2}", found.pair.score));
            if let Some(equal) = found.equal {
                let percent = super::context::percent(equal);
                html.say(&format!(" · 文字相同 {percent}"), &format!(" · {percent} same words"));
            }
        });
        duties(page, html, &found.duties);
        for at in &found.targets {
            target(page, html, &targets[*at as usize]);
        }
        if let Some(due) = &found.due {
            let side =
                |side: &Option<DueSide>| side.as_ref().map_or_else(|| "—".to_owned(), |due| due.raw.clone());
            html.element("p", &[], |html| {
                html.say("时限：", "Due: ");
                html.text(&side(&due.a));
                html.text(if due.same { " = " } else { " ≠ " });
                html.text(&side(&due.b));
            });
        }
    });
}

fn heading(page: &Page<'_>, html: &mut Html, unit: &Unit, title: &[Segment], side: Side) {
    html.element("h4", &[], |html| {
        page.cite(html, &unit.place, |html| html.text(&unit.place.id.to_string()));
        html.text(" ");
        if title.is_empty() {
            html.text(unit.title.as_deref().unwrap_or_default());
        } else {
            segments(html, title, side);
        }
    });
}

fn words(html: &mut Html, sentences: &[SentenceDifference], side: Side) {
    for sentence in sentences {
        segments(html, &sentence.segments, side);
    }
}

fn segments(html: &mut Html, segments: &[Segment], side: Side) {
    // A sentence that stands alone is marked more quietly than words that differ inside one.
    let (a, b) = if segments.len() == 1 { ("a w", "b w") } else { ("a", "b") };
    for segment in segments {
        match segment.side {
            Side::Both => html.text(&segment.text),
            Side::A if side == Side::A => html.leaf("mark", &[("class", a)], &segment.text),
            Side::B if side == Side::B => html.leaf("mark", &[("class", b)], &segment.text),
            Side::A | Side::B => {}
        }
    }
}

/// Duties that differ alike, in one line: `+ 配合：…`.
struct Group<'d> {
    change: DutyChange,
    roles: (Option<Role>, Option<Role>),
    members: Vec<Member<'d>>,
}

/// An organisation on either side, and all functions in which the two meet.
struct Member<'d> {
    functions: Vec<&'d str>,
    a: Option<&'d DutySide>,
    b: Option<&'d DutySide>,
}

fn grouped(duties: &[DutyDifference]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for duty in duties {
        let (a, b) = (duty.a.as_ref(), duty.b.as_ref());
        let roles = (a.map(|side| side.role), b.map(|side| side.role));
        let known = groups.iter().position(|group| group.change == duty.change && group.roles == roles);
        let at = known.unwrap_or(groups.len());
        if known.is_none() {
            groups.push(Group { change: duty.change, roles, members: Vec::new() });
        }
        let members = &mut groups[at].members;
        let place = |side: Option<&DutySide>| side.map(|side| side.place.id);
        match members.iter_mut().find(|member| place(member.a) == place(a) && place(member.b) == place(b)) {
            Some(member) => member.functions.push(&duty.function),
            None => members.push(Member { functions: vec![&duty.function], a, b }),
        }
    }
    groups
}

fn duties(page: &Page<'_>, html: &mut Html, duties: &[DutyDifference]) {
    if duties.is_empty() {
        return;
    }
    html.open("ul", &[("class", "who")]);
    for group in grouped(duties) {
        let class = match group.change {
            DutyChange::Same => "same",
            DutyChange::Role => "role",
            DutyChange::OnlyA => "only a",
            DutyChange::OnlyB => "only b",
        };
        html.element("li", &[("class", class)], |html| {
            let word = |role: Option<Role>| role.map(|role| code(&role)).unwrap_or_default();
            let (a, b) = (word(group.roles.0), word(group.roles.1));
            let ((a_zh, a_en), (b_zh, b_en)) = (name("role", &a), name("role", &b));
            match group.change {
                DutyChange::Role => html.say(&format!("{a_zh} → {b_zh}："), &format!("{a_en} → {b_en}: ")),
                DutyChange::OnlyB => html.say(&format!("{b_zh}："), &format!("{b_en}: ")),
                DutyChange::Same | DutyChange::OnlyA => html.say(&format!("{a_zh}："), &format!("{a_en}: ")),
            }
            for (at, member) in group.members.iter().enumerate() {
                if at > 0 {
                    html.text("；");
                }
                person(page, html, member);
            }
        });
    }
    html.close("ul");
}

fn person(page: &Page<'_>, html: &mut Html, member: &Member<'_>) {
    let (zh, en): (Vec<&str>, Vec<&str>) = member.functions.iter().map(|code| name_of_function(code)).unzip();
    html.say(&zh.join("、"), &en.join(", "));
    for (at, side) in [member.a, member.b].into_iter().flatten().enumerate() {
        html.text(if at == 0 { " " } else { " / " });
        page.cite(html, &side.place, |html| html.text(&side.surface));
    }
}

fn target(page: &Page<'_>, html: &mut Html, target: &TargetDifference) {
    html.element("p", &[("class", "aim")], |html| {
        html.leaf("b", &[], &target.label);
        html.text(" ");
        for (at, value) in [&target.a, &target.b].into_iter().enumerate() {
            if at > 0 {
                html.text(" → ");
            }
            match value {
                Some(value) => page.cite(html, &value.place, |html| full(html, value)),
                None => html.text("—"),
            }
        }
        let Some(pair) = &target.pair else { return };
        match &pair.comparable {
            Comparability::Apart(because) => {
                let (zh, en) = reasons(because);
                html.say(
                    &format!("（不可比：{}）", zh.join("；")),
                    &format!(" (not comparable: {})", en.join("; ")),
                );
            }
            Comparability::Comparable => match pair.order {
                Order::ALower => html.say("（右侧较高）", " (right is higher)"),
                Order::AHigher => html.say("（左侧较高）", " (left is higher)"),
                Order::Equal => html.say("（相等）", " (equal)"),
                Order::RangesTouch => html.say("（区间相交）", " (ranges touch)"),
                Order::Undetermined => {}
            },
        }
    });
}

fn alone(page: &Page<'_>, html: &mut Html, unit: &Unit, first: bool) {
    if !first {
        html.raw("<td>—</td>");
    }
    html.element("td", &[], |html| {
        heading(page, html, unit, &[], Side::A);
        html.leaf("p", &[], &unit.text);
    });
    if first {
        html.raw("<td>—</td>");
    }
    html.said("td", &[("class", "what")], "另一份没有对应任务", "no counterpart in the other");
}
