//! The reading order: the body's children, groups opened, furniture left out, footnotes at the end.

use super::model::{Document, Ref, Table, Text};
use crate::error::ReadError;
use crate::limit;
use std::collections::BTreeSet;

/// An element in reading order.
#[derive(Debug)]
pub(super) enum Item<'a> {
    /// A paragraph.
    Words(Words),
    /// A table.
    Table(&'a Table),
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Its words, with the marker of a list in front.
    pub(super) text: String,
    /// Level of a heading.
    pub(super) heading: Option<u8>,
    /// Whether it is the caption of a table or picture.
    pub(super) caption: bool,
    /// Page on which it begins.
    pub(super) page: Option<u32>,
    /// Page on which it ends.
    pub(super) last_page: Option<u32>,
}

/// All elements in reading order, and how many come before the footnotes.
pub(super) fn items(document: &Document) -> Result<(Vec<Item<'_>>, usize), ReadError> {
    let mut walk = Walk { document, seen: BTreeSet::new(), items: Vec::new(), footnotes: Vec::new() };
    walk.all(&document.body.children, 0)?;
    let body = walk.items.len();
    walk.items.append(&mut walk.footnotes);
    Ok((walk.items, body))
}

struct Walk<'a> {
    document: &'a Document,
    /// What was written: a caption is a child of the body and of its table.
    seen: BTreeSet<&'a str>,
    items: Vec<Item<'a>>,
    footnotes: Vec<Item<'a>>,
}

impl<'a> Walk<'a> {
    fn all(&mut self, children: &'a [Ref], depth: usize) -> Result<(), ReadError> {
        if depth > limit::DEPTH {
            return Err(ReadError::Limit { what: "groups inside each other", limit: limit::DEPTH as u64 });
        }
        children.iter().try_for_each(|child| self.one(&child.to, depth + 1))
    }

    fn one(&mut self, to: &'a str, depth: usize) -> Result<(), ReadError> {
        let mut parts = to.trim_start_matches("#/").split('/');
        let (Some(list), Some(at)) = (parts.next(), parts.next().and_then(|at| at.parse::<usize>().ok()))
        else {
            return Ok(());
        };
        if !self.seen.insert(to) {
            return Ok(());
        }
        let document = self.document;
        match list {
            "texts" => {
                if let Some(text) = document.texts.get(at) {
                    self.text(text);
                    self.all(&text.children, depth)?;
                }
            }
            "groups" => {
                if let Some(group) = document.groups.get(at)
                    && is_body(group.content_layer.as_deref())
                {
                    if group.label == "inline" {
                        self.inline(&group.children);
                    } else {
                        self.all(&group.children, depth)?;
                    }
                }
            }
            "tables" => {
                if let Some(table) = document.tables.get(at) {
                    self.all(&table.captions, depth)?;
                    self.items.push(Item::Table(table));
                    self.all(&table.footnotes, depth)?;
                }
            }
            // Of a picture only its caption is read: what else stands in it are labels of a drawing or a stamp.
            "pictures" => {
                if let Some(picture) = document.pictures.get(at) {
                    self.all(&picture.captions, depth)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &Text) {
        let Some(words) = words(text) else { return };
        if text.label == "footnote" { &mut self.footnotes } else { &mut self.items }.push(Item::Words(words));
    }

    /// Pieces of one paragraph.
    fn inline(&mut self, children: &'a [Ref]) {
        let mut whole = Words::default();
        for child in children {
            let at = child.to.strip_prefix("#/texts/").and_then(|at| at.parse::<usize>().ok());
            let Some(piece) = at.and_then(|at| self.document.texts.get(at)) else { continue };
            if let (true, Some(words)) = (self.seen.insert(&child.to), words(piece)) {
                whole.text.push_str(&words.text);
                whole.page = whole.page.or(words.page);
                whole.last_page = words.last_page.or(whole.last_page);
            }
        }
        if !whole.text.is_empty() {
            self.items.push(Item::Words(whole));
        }
    }
}

fn is_body(layer: Option<&str>) -> bool {
    layer.is_none_or(|it| it == "body" || it == "notes")
}

/// What a text says; `None` for furniture and for what is empty.
fn words(text: &Text) -> Option<Words> {
    if !is_body(text.content_layer.as_deref()) || matches!(&*text.label, "page_header" | "page_footer") {
        return None;
    }
    // A text is one paragraph: breaks inside are wraps of the scan.
    let mut words = String::with_capacity(text.text.len());
    for line in text.text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let latin = |c: char| c.is_ascii_alphanumeric();
        if words.ends_with(|c: char| c.is_ascii_alphabetic()) && line.starts_with(latin) {
            words.push(' ');
        }
        words.push_str(line);
    }
    if words.is_empty() {
        return None;
    }
    let front = match &*text.label {
        "list_item" => text.marker.as_deref().map(str::trim).filter(|marker| {
            // Bullets say nothing; a number is part of the words.
            marker.contains(char::is_alphanumeric) && !words.starts_with(marker)
        }),
        "checkbox_selected" => Some("☑"),
        "checkbox_unselected" => Some("☐"),
        _ => None,
    };
    let heading = match &*text.label {
        "title" => Some(1),
        "section_header" => Some(text.level.unwrap_or(1).saturating_add(1)),
        _ => None,
    };
    Some(Words {
        text: front.map_or_else(|| words.clone(), |front| format!("{front}{words}")),
        heading,
        caption: text.label == "caption",
        page: text.prov.first().and_then(|it| it.page_no),
        last_page: text.prov.last().and_then(|it| it.page_no),
    })
}
