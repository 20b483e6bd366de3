//! Sections with their paths and bodies.

use super::{Ground, words::without_space};
use crate::{Id, IdKind, Section};
use gongwen_outline as outline;
use gongwen_outline::{Outline, Own};
use gongwen_text::Span;
use std::borrow::Cow;

pub(super) fn sections<'a>(ground: &Ground<'a>, outline: &Outline) -> Vec<Section<'a>> {
    let mut done: Vec<Section<'a>> = Vec::with_capacity(outline.sections.len());
    let mut first_children = vec![None; outline.sections.len()];
    for (index, section) in outline.sections.iter().enumerate().rev() {
        if let Some(parent) = section.parent {
            first_children[parent] = Some(outline.sections[index].span.start);
        }
    }
    for (index, section) in outline.sections.iter().enumerate() {
        let above = section.parent.map_or(&[][..], |parent| &done[parent].path);
        let mut path = Vec::with_capacity(above.len() + 1);
        path.extend_from_slice(above);
        let step = step(ground.text, section);
        // A step that stands in the text without white space holds a title without it.
        let bare = matches!(step, Some(Cow::Borrowed(_)));
        path.extend(step);
        done.push(Section {
            id: Id::at(IdKind::Section, index),
            parent: section.parent.map(|parent| Id::at(IdKind::Section, parent)),
            level: section.level,
            label: section.label.map(|span| ground.words(span).into()),
            title: section.title.map(|span| {
                let words = ground.words(span);
                if bare { Cow::Borrowed(words) } else { without_space(words) }
            }),
            kind: section.kind.into(),
            path,
            span: ground.place(section.span),
            body: body(ground, section, first_children[index], outline).map(|span| ground.place(span)),
            source_span: ground.source_place(section.span),
            locator: ground.locator(section.span),
        });
    }
    done
}

/// Label and title as one step of a path; borrowed where they stand side by side in the text.
fn step<'a>(text: &'a str, section: &outline::Section) -> Option<Cow<'a, str>> {
    match (section.label, section.title) {
        (Some(label), Some(title)) if label.end == title.start => {
            Some(without_space(label.cover(title).of_text(text)))
        }
        (Some(label), Some(title)) => {
            let both = [label.of_text(text), title.of_text(text)].concat();
            match without_space(&both) {
                Cow::Owned(bare) => Some(Cow::Owned(bare)),
                Cow::Borrowed(_) => Some(Cow::Owned(both)),
            }
        }
        (Some(one), None) | (None, Some(one)) => Some(without_space(one.of_text(text))),
        (None, None) => None,
    }
}

/// What stands in a section in front of its first child.
fn body(
    ground: &Ground<'_>,
    section: &outline::Section,
    first_child: Option<u32>,
    outline: &Outline,
) -> Option<Span> {
    let limit = first_child.unwrap_or(u32::MAX);
    section
        .own
        .iter()
        .map(|own| match *own {
            Own::Text(span) | Own::Field(span) => span,
            Own::Table(reading) => ground.manuscript.tables[outline.tables[reading].grid].span,
        })
        .take_while(|span| span.start < limit)
        .reduce(Span::cover)
        .filter(|span| !span.is_empty())
}
