//! Elements of GB/T 9704-2012 around the body of a document, and what it cites (guide, 1 and 8).
//!
//! Owns the reading of the front, the signature, the colophon and the titles. Does not own where those stand
//! (`gongwen-outline`), nor the tables of places (`gongwen-lexicon`). Only [`mod@reference`] looks at the whole text.

/// A cue list, looked up by its name once for each place that uses it.
macro_rules! list {
    ($name:literal) => {{
        static LIST: std::sync::LazyLock<&'static [&'static str]> =
            std::sync::LazyLock::new(|| gongwen_lexicon::words($name));
        *LIST
    }};
}

/// A cue list as a [`WordList`](crate::wordlist::WordList), built once for each place that uses it.
macro_rules! word_list {
    ($name:literal) => {{
        static LIST: std::sync::LazyLock<crate::wordlist::WordList> =
            std::sync::LazyLock::new(|| crate::wordlist::WordList::list($name));
        &*LIST
    }};
}

mod contact;
mod disclosure;
mod division;
mod issuer;
mod list;
mod number;
mod period;
mod reference;
mod signature;
mod zone;

use crate::facts::Metadata;
use crate::rules::Family;
use gongwen_outline::{Outline, Own};
use gongwen_text::{Diagnostic, Span};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Paragraphs of the front that may be the preamble, counted from its end.
const PREAMBLE: usize = 4;

static RULES: LazyLock<Family> =
    LazyLock::new(|| Family::parse("metadata", include_str!("../../rules/metadata.toml")));

/// The rules of the family.
fn rules() -> &'static Family {
    &RULES
}

/// Reads the metadata of a document.
///
/// `website` is what a page prints around it; what the text itself says comes first. Findings are added to `diagnostics`.
pub(crate) fn metadata<'a>(
    text: &'a str,
    outline: &Outline,
    website: &'a [(String, String)],
    diagnostics: &mut Vec<Diagnostic>,
) -> Metadata<'a> {
    let zones = zone::Zones::new(text, outline);
    let plan_lines = lines(text, &outline.title);
    let notice_lines = lines(text, &outline.notice_title);
    let title_lines: Vec<&'a str> = notice_lines.iter().chain(&plan_lines).copied().collect();
    let document_number = number::own(&zones, &title_lines, website);
    let number = document_number.as_ref().map(|n| &*n.raw);
    let title = title_of(&plan_lines, number, true);
    let notice_title = title_of(&notice_lines, number, false);
    let titles: Vec<&str> = [notice_title.as_deref(), title.as_deref()].into_iter().flatten().collect();

    let signature = signature::signature(&zones);
    let headed = issuer::banner(&zones);
    let printed = issuer::issuers(&signature.bodies, &headed, &[&notice_lines, &plan_lines]);
    // A township that signs without its county tells it in the red head.
    let names: Vec<&str> = printed.iter().chain(&headed).map(|name| &**name).collect();
    let year = signature.date.map(jiff::civil::Date::year);
    // Only a letter without a title is asked for what it carries.
    let annexes = if titles.is_empty() { annexes(text, outline) } else { Vec::new() };
    let evidence = division::Evidence { issuers: &names, titles: &titles, annexes: &annexes, text, year };
    let division = division::division(&evidence, diagnostics);
    let issuing_authorities =
        printed.iter().cloned().map(|name| issuer::expanded(name, division.as_ref())).collect();

    let own = reference::Own { titles: &titles, number };
    let references = reference::references(text, &own, &title_lines, &preamble(text, outline));
    let period = [title.as_deref(), notice_title.as_deref()].into_iter().flatten().find_map(period::period);
    let date_of_issue = signature.date.or_else(|| signature::website_date(website));
    if date_of_issue.is_none()
        && let Some(line) = signature::unread_day(&zones)
    {
        let message = "a line has the shape of a date and tells no day";
        diagnostics.push(
            Diagnostic::warning("date-unread", Some(Span::of(line, text)), message)
                .with_hint("read the day of issue from the original"),
        );
    }

    Metadata {
        document_number,
        issuing_authorities,
        addressees: list::addressees(&zones),
        date_of_issue,
        printing_date: signature::printing_date(&zones),
        copy_to: list::copy_to(&zones),
        disclosure: disclosure::disclosure(&zones, website),
        period,
        division,
        references,
        contacts: contact::contacts(&zones),
        title,
        notice_title,
    }
}

/// Names of the annexes, as they are listed and as they stand above them.
fn annexes<'a>(text: &'a str, outline: &Outline) -> Vec<&'a str> {
    let listed = outline.closing.iter().map(|span| span.of_text(text)).filter(|line| line.starts_with('附'));
    let listed = listed.filter_map(|line| line.split_once(['：', ':'])).map(|(_, name)| {
        let name = name.trim_start();
        gongwen_text::Label::read(name).map_or(name, |label| name[label.end..].trim_start())
    });
    let above = outline
        .sections
        .iter()
        .filter(|section| section.kind == gongwen_outline::SectionKind::Annex && section.parent.is_none());
    listed.chain(above.filter_map(|section| section.title).map(|title| title.of_text(text))).collect()
}

fn lines<'a>(text: &'a str, spans: &[Span]) -> Vec<&'a str> {
    spans.iter().flat_map(|s| s.of_text(text).split('\n')).map(str::trim).filter(|l| !l.is_empty()).collect()
}

/// The lines of a title joined without white space and without the document number in or behind it; book-title marks
/// that the title of a plan begins with are kept off.
fn title_of<'a>(lines: &[&'a str], number: Option<&str>, plan: bool) -> Option<Cow<'a, str>> {
    let mut title = match lines {
        [] => return None,
        [one] => zone::joined(one),
        many => Cow::Owned(many.iter().map(|line| zone::joined(line)).collect()),
    };
    if let Some(number) = number
        && title.contains(number)
    {
        title = Cow::Owned(
            title
                .replace(&format!("（{number}）"), "")
                .replace(&format!("({number})"), "")
                .replace(number, ""),
        );
    }
    if plan && title.starts_with('《') {
        title = Cow::Owned(without_outer_marks(&title));
    }
    (!title.is_empty()).then_some(title)
}

/// A title without its outermost book-title marks; a title quoted inside a title keeps its own.
fn without_outer_marks(title: &str) -> String {
    let mut depth = 0usize;
    title
        .chars()
        .filter(|&c| match c {
            '《' => {
                depth += 1;
                depth > 1
            }
            '》' => {
                depth = depth.saturating_sub(1);
                depth > 0
            }
            _ => true,
        })
        .collect()
}

/// The paragraphs that say on what the plan rests: the last of the front, or the first of a section without a front.
fn preamble<'a>(text: &'a str, outline: &Outline) -> Vec<&'a str> {
    let front = &outline.front;
    let mut paragraphs: Vec<&'a str> =
        front[front.len().saturating_sub(PREAMBLE)..].iter().map(|span| span.of_text(text)).collect();
    if let Some(first) = outline.sections.first() {
        paragraphs.extend(
            first.own.iter().filter_map(|own: &Own| own.span()).take(1).map(|span| span.of_text(text)),
        );
    }
    paragraphs
}

#[cfg(test)]
mod tests;
