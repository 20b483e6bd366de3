//! Aligned tasks side by side, with what differs marked.

use super::context::{Page, full};
use super::targets::reasons;
use super::write::Html;
use crate::comparison::DocumentPair;
use crate::diff::{unit, unit_difference, unit_targets};
use crate::report::names::{code, name, name_of_function};
use crate::{
    Comparability, DueSide, DutyChange, DutyDifference, DutySide, Order, Plan, Segment, SentenceDifference,
    Side, TargetDifference, Unit, UnitDifference,
};

/// Bytes that aligned tasks may take; pairs of documents behind them are listed without their words.
const ROOM: usize = 7_000_000;

pub(super) fn tasks(page: &Page<'_>, html: &mut Html) {
    html.element("section", &[("id", "tasks"), ("aria-labelledby", "tasks-h")], |html| {
        html.said("h2", &[("id", "tasks-h")], "任务对照", "Tasks side by side");
        html.element("p", &[("class", "note")], |html| {
            html.say("对齐的任务左右对照；", "Aligned tasks side by side; ");
            html.element("mark", &[("class", "a")], |html| {
                html.say("仅左侧有的文字", "words of the left only")
            });
            html.say("与", " and ");
            html.element("mark", &[("class", "b")], |html| {
                html.say("仅右侧有的文字", "words of the right only")
            });
            html.say(
                "已标出，两边相同的文字不加标记。编号链接到原文。",
                " are marked, words of both are plain. Identifiers link to the text.",
            );
        });
        let mut pairs: Vec<&DocumentPair> = page.comparison.alignments.iter().collect();
        let few = pairs.len() <= 15;
        if !few {
            // The closest first: they are the ones that are read.
            pairs.sort_by_key(|pair| std::cmp::Reverse(pair.tasks.len()));
        }
        let mut left = Vec::new();
        let begin = html.len();
        for (at, pair) in pairs.into_iter().enumerate() {
            let room = html.len() - begin < ROOM;
            match (room, records(page, pair)) {
                (true, Some((a, b))) => side_by_side(page, html, pair, (&a, &b), at == 0 && few),
                _ => left.push(pair),
            }
        }
        if !left.is_empty() {
            others(page, html, &left);
        }
    });
}

fn records<'p>(page: &Page<'p>, pair: &DocumentPair) -> Option<(Plan<'p>, Plan<'p>)> {
    let plan = |doc: &str| page.records[page.doc(doc)].map(Plan::new);
    plan(&pair.a).zip(plan(&pair.b))
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
    (a, b): (&Plan<'_>, &Plan<'_>),
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
    let targets = unit_targets(a, b, &pair.targets);
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
    for (plan, ids, first) in [(a, &pair.only_a, true), (b, &pair.only_b, false)] {
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
    for segment in segments {
        match segment.side {
            Side::Both => html.text(&segment.text),
            Side::A if side == Side::A => html.leaf("mark", &[("class", "a")], &segment.text),
            Side::B if side == Side::B => html.leaf("mark", &[("class", "b")], &segment.text),
            Side::A | Side::B => {}
        }
    }
}

fn duties(page: &Page<'_>, html: &mut Html, duties: &[DutyDifference]) {
    if duties.is_empty() {
        return;
    }
    html.open("ul", &[("class", "who")]);
    for duty in duties {
        let class = match duty.change {
            DutyChange::Same => "same",
            DutyChange::Role => "role",
            DutyChange::OnlyA => "only a",
            DutyChange::OnlyB => "only b",
        };
        html.element("li", &[("class", class)], |html| {
            let (zh, en) = name_of_function(&duty.function);
            html.say(zh, en);
            html.text("：");
            side(page, html, duty.a.as_ref());
            html.text(if duty.change == DutyChange::Same { " = " } else { " → " });
            side(page, html, duty.b.as_ref());
        });
    }
    html.close("ul");
}

fn side(page: &Page<'_>, html: &mut Html, duty: Option<&DutySide>) {
    let Some(duty) = duty else { return html.text("—") };
    let word = code(&duty.role);
    let (zh, en) = name("role", &word);
    page.cite(html, &duty.place, |html| html.text(&duty.surface));
    html.text(" ");
    html.say(zh, en);
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
