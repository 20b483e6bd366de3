//! The elements of one part, one after the other, by local names: transitional and strict files differ in namespaces
//! only.

use crate::error::ReadError;
use crate::limit;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// What stands next in a part.
pub(super) enum Node<'a> {
    /// An element begins. An empty element begins and closes.
    Open(Tag<'a>),
    /// The innermost open element closes.
    Close,
    /// Characters.
    Words(Cow<'a, str>),
    /// The part is over.
    End,
}

/// The start of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn attr(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| local(attribute.key.into_inner()) == name)?;
        if found.value.contains('&') {
            return quick_xml::escape::unescape(&found.value).ok().map(|v| Cow::Owned(v.into_owned()));
        }
        Some(found.value)
    }

    /// The attribute `val`.
    pub(super) fn val(&self) -> Option<Cow<'_, str>> {
        self.attr("val")
    }

    /// The attribute `val` as a whole number.
    pub(super) fn number(&self) -> Option<u32> {
        self.val()?.trim().parse().ok()
    }

    /// An on-off element: on without a value.
    pub(super) fn on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

fn local(name: &str) -> &str {
    match memchr::memchr(b':', name.as_bytes()) {
        Some(at) => &name[at + 1..],
        None => name,
    }
}

/// Reads one part. Entities other than the five of XML and characters by number stay unread; nothing is fetched.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        Self { reader, depth: 0 }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// What stands next.
    ///
    /// # Errors
    /// - [`ReadError::Damaged`] when the part is no XML or ends inside an element;
    /// - [`ReadError::Limit`] when elements lie too deep.
    pub(super) fn next(&mut self) -> Result<Node<'a>, ReadError> {
        loop {
            let event = self.reader.read_event().map_err(|_| damaged())?;
            return Ok(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > limit::DEPTH {
                        return Err(ReadError::Limit {
                            what: "elements inside each other",
                            limit: limit::DEPTH as u64,
                        });
                    }
                    Node::Open(Tag(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.checked_sub(1).ok_or(damaged())?;
                    Node::Close
                }
                Event::Text(text) => Node::Words(text.into_inner()),
                Event::CData(text) => Node::Words(text.into_inner()),
                Event::GeneralRef(reference) => match entity(&reference) {
                    Some(c) => Node::Words(Cow::Owned(c.to_string())),
                    None => continue,
                },
                Event::Eof if self.depth > 0 => return Err(damaged()),
                Event::Eof => Node::End,
                // Expanded above, or nothing that has words.
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    continue;
                }
            });
        }
    }

    /// Goes behind the element that was opened last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth - 1;
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// The next element inside the one at `depth`; `None` behind its last one. Characters between are passed over.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub(super) fn child(&mut self, depth: usize) -> Result<Option<Tag<'a>>, ReadError> {
        loop {
            match self.next()? {
                Node::Open(tag) => return Ok(Some(tag)),
                Node::Close if self.depth < depth => return Ok(None),
                Node::End => return Ok(None),
                Node::Close | Node::Words(_) => {}
            }
        }
    }
}

/// The five entities of XML and characters by number.
fn entity(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match &**reference {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}

fn damaged() -> ReadError {
    ReadError::Damaged { kind: "Word file", cause: "one of its parts is no complete XML" }
}
