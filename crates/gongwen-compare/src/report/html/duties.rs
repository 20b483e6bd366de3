//! Who answers for what: functions by topics.

use super::context::{Page, anchor};
use super::svg::{circle, cut, image, line, link, rect, said, text, title};
use super::write::Html;
use crate::comparison::{DutyCell, DutyRow};
use crate::report::names::{code, name, name_of_function, name_of_topic};
use gongwen_record::{IdKind, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Up to so many documents each has a square of its own in every cell.
const SQUARES: usize = 6;
/// Functions that are drawn; the table has all.
const ROWS: usize = 24;
/// Topics that are drawn.
const COLUMNS: usize = 14;
const NAMES: f64 = 128.0;
const WIDTH: f64 = 1160.0;
const HEAD: f64 = 34.0;

pub(super) fn duties(page: &Page<'_>, html: &mut Html) {
    html.element("section", &[("id", "duties"), ("aria-labelledby", "duties-h")], |html| {
        html.said("h2", &[("id", "duties-h")], "职责分工", "Duties");
        html.said(
            "p",
            &[("class", "note")],
            "按职能归并：县教体局与区教育局同为“教育”；合并机构的每项职能各计一次。只计文中明列的分工，由上级标题继承的不重复计。",
            "By function: 县教体局 and 区教育局 are both education; a merged bureau counts once for each of its functions. Only duties as stated are counted, not those inherited from a heading.",
        );
        if page.comparison.duties.is_empty() {
            html.said("p", &[("class", "empty")], "没有读到责任分工。", "No duties were read.");
            return;
        }
        heat(page, html);
        table(page, html);
    });
}

/// Functions and topics in the order of how much they have.
struct Grid<'c> {
    functions: Vec<&'c str>,
    topics: Vec<&'c str>,
    cells: BTreeMap<(&'c str, &'c str), &'c DutyRow>,
}

fn grid<'c>(page: &Page<'c>) -> Grid<'c> {
    let rows = &page.comparison.duties;
    let mut weight: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows {
        let count: u32 =
            row.cells.iter().map(|cell| 3 * cell.lead + 2 * cell.responsible + cell.support).sum();
        *weight.entry(&row.function).or_default() += count;
    }
    let mut functions: Vec<&str> = weight.keys().copied().collect();
    functions.sort_by_key(|function| (*function == "unknown", std::cmp::Reverse(weight[function])));
    // Topics in the order in which plans speak of them.
    let known: Vec<&str> = page.comparison.coverage.iter().map(|row| row.topic.as_str()).collect();
    let used: BTreeSet<&str> = rows.iter().map(|row| row.topic.as_str()).collect();
    let mut topics: Vec<&str> = known.iter().copied().filter(|topic| used.contains(topic)).collect();
    topics.extend(used.iter().copied().filter(|topic| !known.contains(topic)));
    let cells = rows.iter().map(|row| ((row.function.as_str(), row.topic.as_str()), row)).collect();
    Grid { functions, topics, cells }
}

fn heat(page: &Page<'_>, html: &mut Html) {
    let grid = grid(page);
    let documents = page.documents().len();
    let squares = documents <= SQUARES;
    let functions = &grid.functions[..grid.functions.len().min(ROWS)];
    let topics = &grid.topics[..grid.topics.len().min(COLUMNS)];
    let cell = ((WIDTH - NAMES) / topics.len() as f64).min(120.0);
    let row = 22.0;
    let size = (NAMES + cell * topics.len() as f64, HEAD + row * functions.len() as f64 + 2.0);
    legend(page, html, squares);
    let zh = format!("热力图：{}项职能在{}个主题中的角色，明细见下表", functions.len(), topics.len());
    let en = format!(
        "Heat map: roles of {} functions in {} topics; the table below has the details",
        functions.len(),
        topics.len()
    );
    html.open("div", &[("class", "figure")]);
    image(html, size, (&zh, &en), page.lang, |html| {
        for (at, topic) in topics.iter().enumerate() {
            let (zh, en) = name_of_topic(topic);
            let x = NAMES + cell * (at as f64 + 0.5);
            let (zh, en) = (cut(zh, cell), cut(en, cell - 2.0));
            said(html, (x, HEAD - 12.0), "head", (&zh, &en));
        }
        for (down, function) in functions.iter().enumerate() {
            let y = HEAD + row * down as f64;
            let (zh, en) = name_of_function(function);
            said(html, (NAMES - 8.0, y + 15.0), "name", (&cut(zh, NAMES - 10.0), &cut(en, NAMES - 10.0)));
            line(html, (NAMES, y), (size.0, y), "rule");
            for (across, topic) in topics.iter().enumerate() {
                let x = NAMES + cell * across as f64;
                let Some(duty) = grid.cells.get(&(*function, *topic)) else { continue };
                if squares {
                    glyphs(page, html, duty, (x, y), (cell, row));
                } else {
                    shade(page, html, duty, (x, y), (cell, row), documents);
                }
            }
        }
    });
    html.close("div");
    if functions.len() < grid.functions.len() {
        let (shown, all) = (functions.len(), grid.functions.len());
        html.said(
            "p",
            &[("class", "note")],
            &format!("共 {all} 项职能，此处绘出最多的 {shown} 项，其余见下表。"),
            &format!("The {shown} most frequent of {all} functions are drawn; the table has the rest."),
        );
    }
}

/// A square a document, always in the same place: full for lead, half for responsible, framed for support.
fn glyphs(page: &Page<'_>, html: &mut Html, duty: &DutyRow, (x, y): (f64, f64), (cell, row): (f64, f64)) {
    let documents = page.documents().len() as f64;
    let step = (cell - 4.0) / documents;
    let side = (step - 2.0).min(13.0);
    let left = x + (cell - (side + 2.0) * documents) / 2.0;
    for one in &duty.cells {
        let at = (left + (side + 2.0) * page.doc(&one.doc_id) as f64, y + (row - side) / 2.0);
        let target = one.places.first().and_then(|duty| page.anchor(&duty.place));
        link(html, target.as_deref(), |html| {
            title(html, &described(page, duty, one));
            square(html, at, side, one.role);
        });
    }
}

fn square(html: &mut Html, (x, y): (f64, f64), side: f64, role: Role) {
    match role {
        Role::Lead => rect(html, (x, y), (side, side), "lead"),
        Role::Responsible => {
            rect(html, (x, y), (side, side), "frame");
            rect(html, (x, y + side / 2.0), (side, side / 2.0), "lead");
        }
        Role::Support => {
            rect(html, (x, y), (side, side), "frame");
            circle(html, (x + side / 2.0, y + side / 2.0), 1.6, "point");
        }
    }
}

fn described(page: &Page<'_>, duty: &DutyRow, cell: &DutyCell) -> String {
    let (function, topic) = (name_of_function(&duty.function).0, name_of_topic(&duty.topic).0);
    let mut surfaces: Vec<&str> = cell.places.iter().map(|duty| duty.surface.as_str()).collect();
    surfaces.dedup();
    surfaces.truncate(4);
    let (lead, responsible, support) = (cell.lead, cell.responsible, cell.support);
    format!(
        "{} · {function} · {topic}\n牵头 {lead} · 负责 {responsible} · 配合 {support}\n{}",
        page.name(&cell.doc_id),
        surfaces.join("、")
    )
}

/// Many documents: the share of those in which the function leads or answers, and their number.
fn shade(
    page: &Page<'_>,
    html: &mut Html,
    duty: &DutyRow,
    (x, y): (f64, f64),
    (cell, row): (f64, f64),
    documents: usize,
) {
    let leading = duty.cells.iter().filter(|cell| cell.role != Role::Support).count();
    let class = match leading * 5 / documents.max(1) {
        _ if leading == 0 => "h0",
        0 => "h1",
        1 => "h2",
        2 => "h3",
        3 => "h4",
        _ => "h5",
    };
    let anchor =
        duty.cells.first().and_then(|cell| cell.places.first()).and_then(|duty| page.anchor(&duty.place));
    link(html, anchor.as_deref(), |html| {
        let (function, topic) = (name_of_function(&duty.function).0, name_of_topic(&duty.topic).0);
        title(
            html,
            &format!("{function} · {topic}: 牵头或负责 {leading}，配合 {}", duty.cells.len() - leading),
        );
        rect(html, (x + 1.0, y + 1.0), (cell - 2.0, row - 2.0), class);
        let dark = matches!(class, "h4" | "h5");
        let words = if leading > 0 { leading.to_string() } else { format!("({})", duty.cells.len()) };
        text(html, (x + cell / 2.0, y + 15.0), if dark { "count light" } else { "count" }, &words);
    });
}

fn legend(page: &Page<'_>, html: &mut Html, squares: bool) {
    html.open("p", &[("class", "legend")]);
    if squares {
        for (role, code) in
            [(Role::Lead, "lead"), (Role::Responsible, "responsible"), (Role::Support, "support")]
        {
            let (zh, en) = name("role", code);
            html.element("span", &[("class", "key")], |html| {
                html.element(
                    "svg",
                    &[("width", "16"), ("height", "16"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")],
                    |html| {
                        square(html, (1.5, 1.5), 13.0, role);
                    },
                );
                html.say(zh, en);
            });
        }
        html.element("span", &[("class", "key")], |html| {
            html.say("方格从左到右：", "Squares from left to right: ");
            let names: Vec<&str> = page.documents().iter().map(|document| document.name.as_str()).collect();
            html.text(&names.join(" · "));
        });
    } else {
        html.say(
            "数字：牵头或负责的文件数，颜色越深越多；括号内：只有配合的文件数。",
            "Number: documents in which it leads or answers, the darker the more; in brackets: documents in which it supports only.",
        );
    }
    html.close("p");
}

fn table(page: &Page<'_>, html: &mut Html) {
    let grid = grid(page);
    let documents = page.documents();
    let many = documents.len() > 12;
    html.open("details", &[("class", "more")]);
    html.said(
        "summary",
        &[],
        "职责分工全表（数字为次数，链接到原文）",
        "All duties (numbers are statements, linked to the text)",
    );
    html.open(
        "div",
        &[("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "职责分工 Duties")],
    );
    html.open("table", &[("class", "duties")]);
    html.said("caption", &[("class", "sr")], "职能 × 主题 × 文件", "Function × topic × document");
    html.raw("<thead><tr>");
    html.said("th", &[("scope", "col")], "职能", "Function");
    html.said("th", &[("scope", "col")], "主题", "Topic");
    if many {
        for (zh, en) in [("牵头或负责", "Leads or answers"), ("配合", "Supports")] {
            html.said("th", &[("scope", "col")], zh, en);
        }
    } else {
        for document in documents {
            html.leaf("th", &[("scope", "col")], &document.name);
        }
    }
    html.raw("</tr></thead><tbody>");
    for function in &grid.functions {
        for topic in &grid.topics {
            let Some(duty) = grid.cells.get(&(*function, *topic)) else { continue };
            html.element("tr", &[("class", "f")], |html| {
                let (zh, en) = name_of_function(function);
                html.said("th", &[("scope", "row")], zh, en);
                let (zh, en) = name_of_topic(topic);
                html.said("td", &[], zh, en);
                if many {
                    sides(page, html, duty);
                } else {
                    for document in documents {
                        let cell = duty.cells.iter().find(|cell| cell.doc_id == document.doc_id);
                        html.element("td", &[], |html| {
                            if let Some(cell) = cell {
                                roles(page, html, cell);
                            }
                        });
                    }
                }
            });
        }
    }
    html.raw("</tbody></table></div></details>");
}

/// The role in words, with a link to each statement.
fn roles(page: &Page<'_>, html: &mut Html, cell: &DutyCell) {
    for role in [Role::Lead, Role::Responsible, Role::Support] {
        let places: Vec<_> = cell.places.iter().filter(|duty| duty.role == role).collect();
        let Some(first) = places.first() else { continue };
        let word = code(&role);
        let (zh, en) = name("role", &word);
        page.cite(html, &first.place, |html| html.say(zh, en));
        html.text(" ");
        for (at, duty) in places.iter().enumerate().skip(1) {
            let number = (at + 1).to_string();
            let doc = page.doc(&duty.place.doc_id);
            if page.whole[doc] && duty.place.id.kind == IdKind::Assignment {
                html.leaf("a", &[("href", &format!("#{}", anchor(doc, duty.place.id)))], &number);
                html.text(" ");
            }
        }
    }
}

fn sides(page: &Page<'_>, html: &mut Html, duty: &DutyRow) {
    for leads in [true, false] {
        let docs: Vec<String> = duty
            .cells
            .iter()
            .filter(|cell| (cell.role != Role::Support) == leads)
            .map(|cell| cell.doc_id.clone())
            .collect();
        html.element("td", &[], |html| {
            if !docs.is_empty() {
                let (zh, en) = page.names(&docs);
                html.text(&format!("{} · ", docs.len()));
                html.say(&zh, &en);
            }
        });
    }
}
