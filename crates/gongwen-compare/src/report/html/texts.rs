//! The words of the documents, with a place to link to for every task, duty, target and section.

use super::context::{Page, anchor, passage_anchor};
use super::write::Html;
use gongwen_record::{CharSpan, Record};

pub(super) fn texts(page: &Page<'_>, html: &mut Html) {
    html.element("section", &[("id", "texts"), ("aria-labelledby", "texts-h")], |html| {
        html.said("h2", &[("id", "texts-h")], "原文", "Texts");
        html.said(
            "p",
            &[("class", "note")],
            "数字和责任单位都链接到此处的原句；编号与位置（从 0 起的字符序号）与记录一致。",
            "Figures and duties link to their sentences here; identifiers and places (code points from 0) are those of the records.",
        );
        let open = page.documents().len() <= 5;
        for (doc, record) in page.records.iter().enumerate() {
            text(page, html, doc, *record, open);
        }
    });
}

fn text(page: &Page<'_>, html: &mut Html, doc: usize, record: Option<&Record<'_>>, open: bool) {
    let document = &page.documents()[doc];
    let id = format!("d{}", doc + 1);
    let closed = [("class", "doc f"), ("id", id.as_str())];
    let opened = [closed[0], closed[1], ("open", "")];
    html.open("details", if open { &opened } else { &closed });
    html.element("summary", &[], |html| {
        html.leaf("b", &[], &document.name);
        html.text(" ");
        html.text(document.title.as_deref().unwrap_or(&document.path));
        html.leaf("small", &[], &format!(" {} · {}", document.doc_id, document.path));
    });
    match record {
        Some(record) if page.whole[doc] => whole(page, html, doc, record),
        Some(record) => quotes(html, doc, record),
        None => {}
    }
    html.close("details");
}

/// Without the text: the exact words of each target.
fn quotes(html: &mut Html, doc: usize, record: &Record<'_>) {
    html.open("ul", &[]);
    for target in &record.targets {
        html.element("li", &[("id", &anchor(doc, target.id))], |html| {
            html.text(&target.quote);
            html.leaf("small", &[], &format!(" {} {}–{}", target.id, target.span.start, target.span.end));
        });
    }
    html.close("ul");
}

/// What can be linked to in a text.
struct Mark {
    span: CharSpan,
    class: &'static str,
    id: String,
}

fn whole(page: &Page<'_>, html: &mut Html, doc: usize, record: &Record<'_>) {
    let text = record.text.as_deref().unwrap_or_default();
    let marks = marks(page, doc, record);
    let mut marks = marks.iter().peekable();
    let mut at = 0_u32;
    for line in text.split('\n') {
        let end = at + line.chars().count() as u32;
        let mut here = Vec::new();
        while let Some(mark) = marks.next_if(|mark| mark.span.start <= end) {
            here.push(mark);
        }
        if !(line.trim().is_empty() && here.is_empty()) {
            paragraph(html, line, at, end, &here);
        }
        at = end + 1;
    }
}

fn marks(page: &Page<'_>, doc: usize, record: &Record<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut mark = |span, class, id| marks.push(Mark { span, class, id });
    for section in &record.sections {
        mark(section.span, "s", anchor(doc, section.id));
    }
    for task in &record.tasks {
        mark(task.span, "t", anchor(doc, task.id));
    }
    for target in &record.targets {
        mark(target.span, "g", anchor(doc, target.id));
    }
    for duty in record.assignments.iter().filter(|duty| !duty.inherited) {
        mark(duty.span, "a", anchor(doc, duty.id));
    }
    for (_, span) in page.passages.iter().filter(|(of, _)| *of == doc) {
        mark(*span, "p", passage_anchor(doc, *span));
    }
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    marks
}

/// One paragraph. A mark that goes on behind its end is cut there, and one that goes on behind the end of the mark around it
/// there, so that marks always nest.
fn paragraph(html: &mut Html, line: &str, start: u32, end: u32, marks: &[&Mark]) {
    html.open("p", &[]);
    let mut chars = line.chars();
    let mut at = start;
    let mut open: Vec<u32> = Vec::new();
    let mut words = String::new();
    let mut go = |html: &mut Html, at: &mut u32, to: u32| {
        words.clear();
        words.extend(chars.by_ref().take(to.saturating_sub(*at) as usize));
        html.text(&words);
        *at = to.max(*at);
    };
    for mark in marks {
        while let Some(close) = open.pop_if(|close| *close <= mark.span.start) {
            go(html, &mut at, close);
            html.close("span");
        }
        go(html, &mut at, mark.span.start);
        let close = mark.span.end.min(end).min(open.last().copied().unwrap_or(end));
        html.open("span", &[("class", mark.class), ("id", &mark.id)]);
        open.push(close);
    }
    while let Some(close) = open.pop() {
        go(html, &mut at, close);
        html.close("span");
    }
    go(html, &mut at, end);
    html.close("p");
}
