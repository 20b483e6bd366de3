//! Web pages of governments: the document out of its page, and what the page prints around it.
//!
//! Owns the way from mark-up to paragraphs and grids. Style sheets and programs are not run and nothing is fetched: what
//! only they would show or hide stays as it stands in the file.
//!
//! The stages, one file each: `parse` (the tree, in `dom`) → `survey` (what is hidden, where the characters are; `looks` says what
//! an element is) → `copies` (a second one for telephones) → `cards` (pairs of keys and values) → `body` (the document's elements) → `page` (tables of such pairs and the title) → `flow` (paragraphs, with
//! `paragraph`, `number` and `grid`) → `write` (the manuscript, without an `explanation` behind it).

mod body;
mod cards;
mod copies;
mod dom;
mod explanation;
mod flow;
mod grid;
mod looks;
mod number;
mod page;
mod paragraph;
mod parse;
mod survey;
mod write;

use crate::error::ReadError;
use crate::scribe::Scribe;
use flow::Flow;
use gongwen_text::decode::Decoded;
use gongwen_text::{Diagnostic, Manuscript};
use memchr::memmem;
use survey::Survey;

/// Whether a text that begins with `<` is a page or a part of one: `head` is its beginning in lower case. Markdown may hold
/// tables in mark-up, but not paragraphs.
pub(crate) fn is_page(head: &[u8], named: bool) -> bool {
    let has = |tag: &[u8]| memmem::find(head, tag).is_some();
    if [&b"<!doctype html"[..], b"<html", b"<head>", b"<body", b"<meta "].into_iter().any(has) {
        return true;
    }
    let begins = [
        &b"<div"[..],
        b"<p>",
        b"<p ",
        b"<table",
        b"<tbody",
        b"<tr",
        b"<td",
        b"<span",
        b"<section",
        b"<article",
        b"<!--",
        b"<%@",
        b"<font",
        b"<center",
        b"<h1",
        b"<h2",
        b"<style",
        b"<script",
        b"<link",
        b"<title",
    ];
    let closes = [&b"</p>"[..], b"</div>", b"</span>", b"</td>", b"</style>", b"</script>"];
    begins.iter().any(|tag| head.starts_with(tag)) && (named || closes[..3].iter().any(|tag| has(tag)))
        || named && closes.into_iter().chain([&b"<br"[..]]).any(has)
}

/// Reads a page of so many bytes.
///
/// # Errors
/// [`ReadError::Empty`] when no words show.
pub(crate) fn read(
    decoded: &Decoded<'_>,
    bytes: usize,
    diagnostics: Vec<Diagnostic>,
) -> Result<Manuscript, ReadError> {
    let page = parse::parse(&decoded.text);
    let dom = &page.dom;
    let mut survey = Survey::of(dom);
    body::hide_frame(dom, &mut survey);
    body::hide_foot(dom, &mut survey);
    copies::hide_copies(dom, &mut survey);
    let mut site = page::Website::default();
    cards::read(dom, &mut survey, &mut site);
    let bodies = if body::is_filled_in(dom, &survey) { Vec::new() } else { body::find(dom, &survey) };
    page::website(dom, &mut survey, &bodies, &mut site);
    let title = page::title(dom, &survey, &mut site);
    page::number(dom, &survey, &bodies, &mut site);

    let mut flow = Flow::new(dom, &survey, false);
    for &id in &bodies {
        flow.read(id);
    }
    let (mut items, deleted) = (flow.items, flow.deleted);
    write::clean(&mut items, &mut site);
    let explained = explanation::take(&mut items);
    let pictures = items.is_empty() && body::has_picture(dom, &bodies);
    let missing = !pictures && write::is_only_title(&items, title.as_deref());
    write::head(&mut items, title);

    let mut scribe = Scribe::default();
    (scribe.website, scribe.diagnostics) = (site.pairs, diagnostics);
    let mut warn = |code, message: &'static str| {
        scribe.diagnostics.push(Diagnostic::warning(code, None, message));
    };
    if page.cut.is_some() {
        warn("page-cut", "the mark-up goes beyond a limit; the rest of the page was not read");
    }
    if deleted {
        warn("deletion-dropped", "words that the page strikes out were left out");
    }
    if explained {
        warn("explanation-dropped", "what the page says about the document behind it (解读) was left out");
    }
    if pictures {
        warn("needs-ocr", "the document is pictures on this page; its words need OCR");
    }
    let held: u32 = bodies.iter().map(|&id| survey.prose(id)).sum();
    if !missing && survey.prose(dom::ROOT) > held * 2 {
        warn("page-text-outside", "more text stands outside the document's box than in it");
    }
    if missing {
        let message =
            "beside its title the page holds no words of the document: a program of the page may fetch them";
        let hint = "save the page after it has shown, or print it to PDF";
        scribe.diagnostics.push(Diagnostic::error("page-body-missing", None, message).with_hint(hint));
    }
    let manuscript = write::write(&items, scribe, decoded.encoding, bytes);
    if manuscript.blocks.is_empty() { Err(ReadError::Empty) } else { Ok(manuscript) }
}
