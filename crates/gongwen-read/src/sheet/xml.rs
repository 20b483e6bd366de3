//! Parts of a zipped spreadsheet as XML events: names without their prefixes, entities beyond the five of XML dropped.

use crate::archive::Archive;
use crate::error::ReadError;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// A part of the file.
pub(super) struct Part {
    text: String,
    kind: &'static str,
}

/// What comes next in a part.
#[derive(Clone, Copy)]
pub(super) enum Node<'a> {
    /// An element opens; one without content closes at once.
    Open(&'a BytesStart<'a>),
    /// An element of this name (without prefix) closes.
    Close(&'a str),
    /// Words, entities resolved.
    Words(&'a str),
}

impl Part {
    /// The part `name` of an archive; `None` when there is none.
    pub(super) fn open(
        archive: &mut Archive<'_>,
        name: &str,
        kind: &'static str,
    ) -> Result<Option<Self>, ReadError> {
        let Some(index) = archive.find(name) else { return Ok(None) };
        let bytes = archive.member(index)?;
        let text = String::from_utf8(bytes)
            .map_err(|_| ReadError::Damaged { kind, cause: "a part of it is not in UTF-8" })?;
        Ok(Some(Self { text, kind }))
    }

    /// Hands every node to `each`.
    pub(super) fn walk(
        &self,
        mut each: impl FnMut(Node<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut reader = Reader::from_str(self.text.trim_start_matches('\u{FEFF}'));
        reader.config_mut().expand_empty_elements = true;
        let (mut depth, mut seen) = (0usize, false);
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    (depth, seen) = (depth + 1, true);
                    if depth > crate::limit::DEPTH {
                        let limit = crate::limit::DEPTH as u64;
                        return Err(ReadError::Limit { what: "elements inside each other", limit });
                    }
                    each(Node::Open(&tag))?;
                }
                Ok(Event::End(tag)) => {
                    depth = depth.saturating_sub(1);
                    each(Node::Close(tag.local_name().as_ref()))?;
                }
                Ok(Event::Text(words)) => each(Node::Words(&words.xml10_content()))?,
                Ok(Event::CData(words)) => each(Node::Words(&words.into_inner()))?,
                Ok(Event::GeneralRef(entity)) => {
                    if let Some(words) = resolve(&entity) {
                        each(Node::Words(&words))?;
                    }
                }
                Ok(Event::Eof) if depth == 0 && seen => return Ok(()),
                Ok(Event::Eof) => {
                    return Err(ReadError::Damaged { kind: self.kind, cause: "a part of it is cut" });
                }
                Ok(_) => {}
                Err(_) => {
                    return Err(ReadError::Damaged { kind: self.kind, cause: "a part of it is no XML" });
                }
            }
        }
    }
}

/// Only characters and the five entities of XML itself; declared ones are never expanded.
fn resolve(entity: &BytesRef<'_>) -> Option<Cow<'static, str>> {
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return Some(Cow::Owned(c.to_string()));
    }
    resolve_xml_entity(entity).map(Cow::Borrowed)
}

/// The value of an attribute, by its name without prefix.
pub(super) fn attribute<'a>(tag: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    tag.attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|it| it.key.local_name().as_ref() == name)
        .and_then(|it| it.normalized_value(XmlVersion::Implicit1_0).ok())
}

/// The value of an attribute as a number.
pub(super) fn number<T: std::str::FromStr>(tag: &BytesStart<'_>, name: &str) -> Option<T> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(super) fn flag(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|it| matches!(&*it, "1" | "true" | "on"))
}
