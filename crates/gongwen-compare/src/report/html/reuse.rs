//! Words that documents share.

use super::context::{Page, passage_anchor, percent};
use super::svg::{cut, image, px, rect, text, title};
use super::write::Html;
use crate::comparison::{Passage, ReusePair};
use gongwen_record::CharSpan;
use std::collections::BTreeMap;

/// Up to so many documents the matrix is drawn.
const MATRIX: usize = 100;
/// Up to so many documents its cells hold numbers.
const NUMBERS: usize = 14;
/// Pairs whose longest passage is shown.
pub(super) const PASSAGES: usize = 12;
const NAMES: f64 = 128.0;

/// The pairs that share the most, each pair of documents once.
pub(super) fn closest<'c>(page: &Page<'c>) -> Vec<&'c ReusePair> {
    let mut pairs: Vec<&ReusePair> = page.comparison.reuse.pairs.iter().collect();
    pairs.sort_by(|a, b| b.share.total_cmp(&a.share));
    let mut told = std::collections::BTreeSet::new();
    pairs.retain(|pair| {
        let (a, b) = (&pair.doc_id, &pair.other_id);
        told.insert((a.min(b), a.max(b)))
    });
    pairs
}

pub(super) fn reuse(page: &Page<'_>, html: &mut Html) {
    html.element("section", &[("id", "reuse"), ("aria-labelledby", "reuse-h")], |html| {
        let reuse = &page.comparison.reuse;
        html.said("h2", &[("id", "reuse-h")], "文字重合", "Shared words");
        html.said(
            "p",
            &[("class", "note")],
            &format!("一份文件中有多少字以连续 {} 字以上的片段出现在另一份文件中。重合不等于抄袭：共同的上位文件也会留下相同的字句。", reuse.run),
            &format!("Share of a document's characters that stand in another in runs of {} or more. Shared words are no proof of copying: a plan above both leaves the same sentences in each.", reuse.run),
        );
        if reuse.pairs.is_empty() {
            html.said("p", &[("class", "empty")], "没有发现共有的片段。", "No shared passages were found.");
            return;
        }
        if !reuse.every_pair {
            html.said("p", &[("class", "note")], "文件较多，只比较相近的文件。", "Of so many documents only near ones were held together.");
        }
        if page.documents().len() <= MATRIX {
            html.open("div", &[("class", "figure")]);
            matrix(page, html);
            html.close("div");
        }
        passages(page, html);
        table(page, html);
    });
}

fn matrix(page: &Page<'_>, html: &mut Html) {
    let documents = page.documents();
    let numbers = documents.len() <= NUMBERS;
    let slanted = documents.len() > 10;
    let head = if !numbers {
        6.0
    } else if slanted {
        96.0
    } else {
        30.0
    };
    let names = if documents.len() <= 40 { NAMES } else { 6.0 };
    let cell = ((1150.0 - names) / documents.len() as f64).min(92.0);
    let row = if numbers { 30.0 } else { cell.min(26.0) };
    let size = (names + cell * documents.len() as f64 + 8.0, head + row * documents.len() as f64 + 4.0);
    let shares: BTreeMap<(usize, usize), f64> = page
        .comparison
        .reuse
        .pairs
        .iter()
        .map(|pair| ((page.doc(&pair.doc_id), page.doc(&pair.other_id)), pair.share))
        .collect();
    let most = closest(page);
    let (zh, en) = most.first().map_or_else(Default::default, |pair| {
        let (a, b) = (page.name(&pair.doc_id), page.name(&pair.other_id));
        (
            format!("矩阵：每行文件的文字出现在各列文件中的比例，最高为{a}在{b}中的 {}；明细见下表", percent(pair.share)),
            format!("Matrix: share of each row's words found in each column, highest {a} in {b} with {}; the table below has the details", percent(pair.share)),
        )
    });
    html.said(
        "p",
        &[("class", "legend")],
        "行：文件；列：在其中找到其文字的另一文件。",
        "Row: the document. Column: the other one in which its words were found.",
    );
    image(html, size, (&zh, &en), page.lang, |html| {
        for (at, document) in documents.iter().enumerate() {
            let x = names + cell * (at as f64 + 0.5);
            if numbers && slanted {
                let turn = format!("translate({} {}) rotate(-50)", px(x), px(head - 8.0));
                html.leaf("text", &[("transform", &turn), ("class", "slant")], &cut(&document.name, 100.0));
            } else if numbers {
                text(html, (x, head - 10.0), "head", &cut(&document.name, cell - 4.0));
            }
            if names > 20.0 {
                let y = head + row * (at as f64 + 0.5) + 4.0;
                text(html, (names - 8.0, y), "name", &cut(&document.name, names - 12.0));
            }
        }
        for (&(down, across), &share) in &shares {
            let at = (names + cell * across as f64, head + row * down as f64);
            html.element("g", &[], |html| {
                let (a, b) = (&documents[down].name, &documents[across].name);
                title(html, &format!("{a} → {b}: {}", percent(share)));
                rect(html, (at.0 + 0.5, at.1 + 0.5), (cell - 1.0, row - 1.0), shade(share));
                if numbers {
                    let class = if share >= 0.45 { "count light" } else { "count" };
                    text(html, (at.0 + cell / 2.0, at.1 + row / 2.0 + 4.5), class, &percent(share));
                }
            });
        }
        for at in 0..documents.len() {
            rect(
                html,
                (names + cell * at as f64 + 0.5, head + row * at as f64 + 0.5),
                (cell - 1.0, row - 1.0),
                "self",
            );
        }
    });
}

fn shade(share: f64) -> &'static str {
    match share {
        s if s < 0.02 => "h0",
        s if s < 0.10 => "h1",
        s if s < 0.25 => "h2",
        s if s < 0.45 => "h3",
        s if s < 0.70 => "h4",
        _ => "h5",
    }
}

fn passages(page: &Page<'_>, html: &mut Html) {
    html.said("h3", &[], "最长的相同片段", "The longest passages");
    html.open("ol", &[("class", "passages")]);
    for pair in closest(page).into_iter().take(PASSAGES) {
        let Some(passage) = &pair.longest else { continue };
        html.element("li", &[("class", "f")], |html| {
            let Passage { characters, span, other_span } = passage;
            html.leaf("b", &[], &format!("{} ↔ {}", page.name(&pair.doc_id), page.name(&pair.other_id)));
            html.say(
                &format!("：重合 {}，最长片段 {characters} 字，", percent(pair.share)),
                &format!(": {} shared, longest passage {characters} characters, ", percent(pair.share)),
            );
            end(page, html, &pair.doc_id, *span);
            html.say("、", ", ");
            end(page, html, &pair.other_id, *other_span);
            let doc = page.doc(&pair.doc_id);
            if let Some(words) = page.records[doc].and_then(|record| record.words(*span)) {
                let head: String = words.chars().filter(|c| !c.is_whitespace()).take(90).collect();
                html.open("q", &[]);
                html.text(&head);
                if words.chars().count() > 90 {
                    html.text("…");
                }
                html.close("q");
            }
        });
    }
    html.close("ol");
}

fn end(page: &Page<'_>, html: &mut Html, doc_id: &str, span: CharSpan) {
    let doc = page.doc(doc_id);
    let words = format!("{} {}–{}", page.name(doc_id), span.start, span.end);
    if page.whole[doc] {
        html.leaf("a", &[("href", &format!("#{}", passage_anchor(doc, span)))], &words);
    } else {
        html.text(&words);
    }
}

fn table(page: &Page<'_>, html: &mut Html) {
    /// Rows of the table; reuse.csv has all.
    const ROWS: usize = 400;
    let pairs = &page.comparison.reuse.pairs;
    html.open("details", &[("class", "more")]);
    html.said("summary", &[], "文字重合全表", "Shared words as a table");
    if pairs.len() > ROWS {
        let all = pairs.len();
        html.said(
            "p",
            &[("class", "note")],
            &format!("共 {all} 行，此处列出比例最高的 {ROWS} 行；全部见 reuse.csv。"),
            &format!("The {ROWS} highest of {all} rows; reuse.csv has all."),
        );
    }
    html.open("table", &[]);
    html.said("caption", &[("class", "sr")], "文字重合比例", "Shares of shared words");
    html.raw("<thead><tr>");
    for (zh, en) in [
        ("文件", "Document"),
        ("另一文件", "The other"),
        ("比例", "Share"),
        ("字数", "Characters"),
        ("最多的章节", "Sections with most"),
    ] {
        html.said("th", &[("scope", "col")], zh, en);
    }
    html.raw("</tr></thead><tbody>");
    let mut shown: Vec<&ReusePair> = pairs.iter().collect();
    if pairs.len() > ROWS {
        shown.sort_by(|a, b| b.share.total_cmp(&a.share));
        shown.truncate(ROWS);
    }
    for pair in shown {
        html.element("tr", &[("class", "f")], |html| {
            html.leaf("th", &[("scope", "row")], page.name(&pair.doc_id));
            html.leaf("td", &[], page.name(&pair.other_id));
            html.leaf("td", &[("class", "num")], &percent(pair.share));
            html.leaf("td", &[("class", "num")], &format!("{} / {}", pair.reused, pair.characters));
            html.element("td", &[], |html| sections(page, html, pair));
        });
    }
    html.raw("</tbody></table></details>");
}

fn sections(page: &Page<'_>, html: &mut Html, pair: &ReusePair) {
    let mut most: Vec<_> = pair.sections.iter().filter(|section| section.share >= 0.1).collect();
    most.sort_by(|a, b| b.share.total_cmp(&a.share));
    let record = page.records[page.doc(&pair.doc_id)];
    for section in most.into_iter().take(2) {
        let known = record.and_then(|record| record.sections.get(section.id.index()));
        let title = known.and_then(|section| section.title.as_deref()).unwrap_or("");
        let place =
            crate::comparison::Place { doc_id: pair.doc_id.clone(), id: section.id, span: section.span };
        page.cite(html, &place, |html| html.text(if title.is_empty() { "§" } else { title }));
        html.text(&format!(" {} ", percent(section.share)));
    }
}
