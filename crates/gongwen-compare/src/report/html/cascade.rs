//! What became of the targets of a plan above, and where a body contradicts its own annex.

use super::context::{Page, full};
use super::targets::reasons;
use super::write::Html;
use crate::comparison::{Cascade, CascadeTarget, Place, Value};
use crate::report::names::{code, name};
use crate::{Contradiction, ContradictionKind};
use gongwen_record::CharSpan;

pub(super) fn cascade(page: &Page<'_>, html: &mut Html) {
    if page.comparison.cascade.is_empty() {
        return;
    }
    html.element("section", &[("id", "cascade"), ("aria-labelledby", "cascade-h")], |html| {
        html.said("h2", &[("id", "cascade-h")], "承接上级规划", "From the plan above");
        html.said(
            "p",
            &[("class", "note")],
            "文件引用的规划也在比较之列时，逐项列出其指标的去向。辖区大小不同的总量不作高低比较。",
            "Where a plan that a document cites is among the documents, each of its targets is followed. Totals of areas of different size are not ranked.",
        );
        for found in &page.comparison.cascade {
            one(page, html, found);
        }
    });
}

fn one(page: &Page<'_>, html: &mut Html, found: &Cascade) {
    let (parent, child) = (page.name(&found.parent), page.name(&found.child));
    html.element("h3", &[], |html| {
        html.text(&format!("{parent} → {child} "));
        let word = code(&found.lineage);
        let (zh, en) = name("lineage", &word);
        html.element("small", &[], |html| html.say(zh, en));
    });
    html.open("table", &[]);
    html.said("caption", &[("class", "sr")], "指标去向", "What became of each target");
    html.raw("<thead><tr>");
    for (zh, en) in [("去向", "Change"), ("上级", "Cited plan"), ("本级", "This plan"), ("说明", "Remarks")]
    {
        html.said("th", &[("scope", "col")], zh, en);
    }
    html.raw("</tr></thead><tbody>");
    for target in &found.targets {
        html.element("tr", &[("class", "f")], |html| row(page, html, target));
    }
    html.raw("</tbody></table>");
}

fn row(page: &Page<'_>, html: &mut Html, target: &CascadeTarget) {
    let word = code(&target.change);
    let (zh, en) = name("change", &word);
    html.said("th", &[("scope", "row")], zh, en);
    for side in [&target.parent, &target.child] {
        html.element("td", &[], |html| {
            if let Some(value) = side { cell(page, html, value) } else { html.text("—") }
        });
    }
    html.element("td", &[], |html| {
        let (mut zh, mut en) = reasons(&target.differs);
        if target.totals {
            zh.push("总量，辖区大小不同".into());
            en.push("totals of areas of different size".into());
        }
        html.say(&zh.join("；"), &en.join("; "));
    });
}

fn cell(page: &Page<'_>, html: &mut Html, value: &Value) {
    page.cite(html, &value.place, |html| full(html, value));
    html.text(" ");
    html.leaf("span", &[("class", "quote")], &value.quote);
}

pub(super) fn annexes(page: &Page<'_>, html: &mut Html) {
    let found: Vec<_> =
        page.comparison.annexes.iter().filter(|one| !one.annex.contradictions.is_empty()).collect();
    if found.is_empty() {
        return;
    }
    html.element("section", &[("id", "annexes"), ("aria-labelledby", "annexes-h")], |html| {
        html.said("h2", &[("id", "annexes-h")], "正文与附表不一致", "Body against annex");
        for one in found {
            html.leaf("h3", &[], page.name(&one.doc_id));
            html.open("table", &[]);
            html.said("caption", &[("class", "sr")], "正文与附表不一致之处", "Where body and annex differ");
            html.raw("<thead><tr>");
            for (zh, en) in [("何处不同", "What differs"), ("正文", "Body"), ("附表", "Annex")] {
                html.said("th", &[("scope", "col")], zh, en);
            }
            html.raw("</tr></thead><tbody>");
            for found in &one.annex.contradictions {
                html.element("tr", &[("class", "f")], |html| contradiction(page, html, &one.doc_id, found));
            }
            html.raw("</tbody></table>");
        }
    });
}

fn contradiction(page: &Page<'_>, html: &mut Html, doc_id: &str, found: &Contradiction) {
    let kind: &ContradictionKind = &found.kind;
    let word = code(kind);
    let (zh, en) = name("contradiction", &word);
    html.said("th", &[("scope", "row")], zh, en);
    for (id, quote, span) in [
        (found.body, &found.body_quote, found.body_span),
        (found.annex, &found.annex_quote, found.annex_span),
    ] {
        html.element("td", &[], |html| {
            let place = Place { doc_id: doc_id.to_owned(), id, span: span.unwrap_or(CharSpan::default()) };
            page.cite(html, &place, |html| html.text(&id.to_string()));
            html.text(" ");
            html.leaf("span", &[("class", "quote")], if quote.is_empty() { "—" } else { quote });
        });
    }
}
