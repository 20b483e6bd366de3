//! Which plan speaks of what.

use super::context::Page;
use super::svg::{circle, cut, image, line, link, path, px, rect, said, text, title};
use super::write::Html;
use crate::comparison::{Coverage, CoverageCell, CoverageRow};
use crate::report::names::{code, name, name_of_topic};

/// Up to so many documents each has a column of its own.
const COLUMNS: usize = 30;
const NAMES: f64 = 128.0;
const ROW: f64 = 26.0;

pub(super) fn coverage(page: &Page<'_>, html: &mut Html) {
    html.element("section", &[("id", "coverage"), ("aria-labelledby", "coverage-h")], |html| {
        html.said("h2", &[("id", "coverage-h")], "主题覆盖", "Coverage");
        html.said(
            "p",
            &[("class", "note")],
            "“有”：至少一项任务以此为主要主题；“薄弱”：仅附带提及，或篇幅不足各文件中位数的四分之一；“缺”：没有任务涉及。数字为任务数。",
            "Present: the main topic of at least one task. Thin: only touched, or less than a quarter of the median length. Missing: in no task. Numbers count tasks.",
        );
        let rows = &page.comparison.coverage;
        if rows.is_empty() {
            html.said("p", &[("class", "empty")], "没有读到可归入主题的任务。", "No task with a known topic was read.");
            return;
        }
        legend(html);
        html.open("div", &[("class", "figure")]);
        if page.documents().len() <= COLUMNS {
            matrix(page, html, rows);
        } else {
            bars(page, html, rows);
        }
        html.close("div");
        table(page, html, rows);
    });
}

const STATES: [Coverage; 4] = [Coverage::Present, Coverage::Thin, Coverage::Missing, Coverage::Unknown];

/// Full, half, empty, or a question mark.
fn mark(html: &mut Html, at: (f64, f64), state: Coverage) {
    const R: f64 = 7.0;
    match state {
        Coverage::Present => circle(html, at, R, "full"),
        Coverage::Thin => {
            circle(html, at, R, "hollow");
            let (x, y) = at;
            path(html, &format!("M{} {1}a{R} {R} 0 0 0 {2} 0z", px(x - R), px(y), px(2.0 * R)), "full");
        }
        Coverage::Missing => circle(html, at, R, "hollow dashed"),
        Coverage::Unknown => text(html, (at.0, at.1 + 5.0), "count", "?"),
    }
}

fn legend(html: &mut Html) {
    html.open("p", &[("class", "legend")]);
    for state in &STATES[..3] {
        let word = code(state);
        let (zh, en) = name("coverage", &word);
        html.element("span", &[("class", "key")], |html| {
            html.element(
                "svg",
                &[("width", "18"), ("height", "18"), ("viewBox", "0 0 18 18"), ("aria-hidden", "true")],
                |html| {
                    mark(html, (9.0, 9.0), *state);
                },
            );
            html.say(zh, en);
        });
    }
    html.close("p");
}

fn matrix(page: &Page<'_>, html: &mut Html, rows: &[CoverageRow]) {
    let documents = page.documents();
    let slanted = documents.len() > 10;
    let cell = ((1160.0 - NAMES) / documents.len() as f64).min(120.0);
    let head = if slanted { 96.0 } else { 30.0 };
    let size = (
        NAMES + cell * documents.len() as f64 + if slanted { 24.0 } else { 0.0 },
        head + ROW * rows.len() as f64 + 4.0,
    );
    let (zh, en) = described(page);
    image(html, size, (&zh, &en), page.lang, |html| {
        for (at, document) in documents.iter().enumerate() {
            let x = NAMES + cell * (at as f64 + 0.5);
            if slanted {
                let turn = format!("translate({} {}) rotate(-50)", px(x), px(head - 8.0));
                html.leaf("text", &[("transform", &turn), ("class", "slant")], &cut(&document.name, 100.0));
            } else {
                text(html, (x, head - 10.0), "head", &cut(&document.name, cell - 4.0));
            }
        }
        for (down, row) in rows.iter().enumerate() {
            let y = head + ROW * down as f64 + ROW / 2.0;
            let (zh, en) = name_of_topic(&row.topic);
            line(html, (0.0, y - ROW / 2.0), (size.0, y - ROW / 2.0), "rule");
            said(html, (NAMES - 8.0, y + 4.0), "name", (&cut(zh, NAMES - 10.0), &cut(en, NAMES - 10.0)));
            for (at, one) in row.cells.iter().enumerate() {
                let x = NAMES + cell * (at as f64 + 0.5);
                let wide = cell > 44.0;
                let anchor = one.places.first().and_then(|place| page.anchor(place));
                link(html, anchor.as_deref(), |html| {
                    title(html, &format!("{} · {zh}: {}", page.name(&one.doc_id), words(one).0));
                    mark(html, (if wide { x - 10.0 } else { x }, y), one.state);
                    if wide && one.main + one.side > 0 {
                        text(html, (x + 8.0, y + 4.5), "small", &counted(one));
                    }
                });
            }
        }
    });
}

/// Tasks with the topic as their main one, and in brackets those that touch it.
fn counted(cell: &CoverageCell) -> String {
    match (cell.main, cell.side) {
        (main, 0) => main.to_string(),
        (0, side) => format!("({side})"),
        (main, side) => format!("{main} ({side})"),
    }
}

fn words(cell: &CoverageCell) -> (String, String) {
    let state = code(&cell.state);
    let (zh, en) = name("coverage", &state);
    if cell.main + cell.side == 0 {
        return (zh.to_owned(), en.to_owned());
    }
    (
        format!("{zh}，主要 {} 项，附带 {} 项，{} 字", cell.main, cell.side, cell.characters),
        format!("{en}: main in {}, touched in {}, {} characters", cell.main, cell.side, cell.characters),
    )
}

fn described(page: &Page<'_>) -> (String, String) {
    let (topics, documents) = (page.comparison.coverage.len(), page.documents().len());
    let missing: usize = page
        .comparison
        .coverage
        .iter()
        .map(|row| row.cells.iter().filter(|cell| cell.state == Coverage::Missing).count())
        .sum();
    (
        format!("矩阵：{topics} 个主题、{documents} 份文件，其中 {missing} 格为缺；明细见下表"),
        format!(
            "Matrix of {topics} topics and {documents} documents, {missing} cells missing; the table below has the details"
        ),
    )
}

/// Many documents: how many have, touch, or miss a topic.
fn bars(page: &Page<'_>, html: &mut Html, rows: &[CoverageRow]) {
    let documents = page.documents().len() as f64;
    let width = 900.0;
    let size = (NAMES + width + 20.0, ROW * rows.len() as f64 + 4.0);
    let (zh, en) = described(page);
    image(html, size, (&zh, &en), page.lang, |html| {
        for (down, row) in rows.iter().enumerate() {
            let y = ROW * down as f64;
            let (zh, en) = name_of_topic(&row.topic);
            said(html, (NAMES - 8.0, y + 17.0), "name", (&cut(zh, NAMES - 10.0), &cut(en, NAMES - 10.0)));
            let mut x = NAMES;
            for (state, class) in STATES.iter().zip(["b-present", "b-thin", "b-missing", "b-unknown"]) {
                let count = row.cells.iter().filter(|cell| cell.state == *state).count();
                let share = width * count as f64 / documents.max(1.0);
                if count > 0 {
                    rect(html, (x, y + 3.0), ((share - 1.0).max(0.5), ROW - 6.0), class);
                }
                if share > 26.0 {
                    let class = if *state == Coverage::Present { "count light" } else { "count" };
                    text(html, (x + share / 2.0, y + 17.5), class, &count.to_string());
                }
                x += share;
            }
        }
    });
}

fn table(page: &Page<'_>, html: &mut Html, rows: &[CoverageRow]) {
    html.open("details", &[("class", "more")]);
    html.said("summary", &[], "主题覆盖全表", "Coverage as a table");
    html.open(
        "div",
        &[("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "主题覆盖 Coverage")],
    );
    html.open("table", &[]);
    html.said("caption", &[("class", "sr")], "文件 × 主题", "Document × topic");
    html.raw("<thead><tr>");
    html.said("th", &[("scope", "col")], "文件", "Document");
    for row in rows {
        let (zh, en) = name_of_topic(&row.topic);
        html.said("th", &[("scope", "col")], zh, en);
    }
    html.raw("</tr></thead><tbody>");
    for (at, document) in page.documents().iter().enumerate() {
        html.element("tr", &[("class", "f")], |html| {
            html.leaf("th", &[("scope", "row")], &document.name);
            for row in rows {
                let cell = &row.cells[at];
                let state = code(&cell.state);
                let (zh, en) = name("coverage", &state);
                html.element("td", &[], |html| match cell.places.first() {
                    Some(place) => {
                        page.cite(html, place, |html| html.say(zh, en));
                        html.text(&format!(" {}", counted(cell)));
                    }
                    None => html.say(zh, en),
                });
            }
        });
    }
    html.raw("</tbody></table></div></details>");
}
