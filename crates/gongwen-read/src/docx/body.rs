//! Blocks in the order of the file, and what only wraps others (ISO/IEC 29500-1, 17.2, 17.5, 17.13).
//!
//! Owns what shows and what does not: insertions show, deletions and hidden text do not, a moved text shows where it
//! went, of a field only its result shows, of alternatives only the first.

use super::field::Fields;
use super::line::Item;
use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::styles::Styles;
use super::tally::Tally;
use super::xml::{Node, Tag, Xml};
use crate::error::ReadError;
use crate::limit;

/// Goes through one part.
pub(super) struct Body<'a> {
    pub(super) xml: Xml<'a>,
    pub(super) styles: &'a Styles,
    pub(super) numbering: &'a mut Numbering,
    pub(super) fields: Fields,
    pub(super) tally: &'a mut Tally,
    /// By depth, whether an alternative was taken.
    taken: [bool; limit::DEPTH + 2],
    /// The content control just opened shows nothing of its author's.
    dropped_control: bool,
    /// A paragraph whose mark was deleted: it goes on in the next one.
    pub(super) carry: Option<Paragraph>,
    /// Paragraphs so far, cells and text boxes not counted.
    pub(super) paragraphs: u32,
    /// Open cells and text boxes.
    pub(super) nesting: usize,
}

/// What a cell says of itself, read by the blocks in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellLook {
    /// Columns covered, when more than one.
    pub(super) columns: Option<u32>,
    /// A vertical merge: whether it begins here.
    pub(super) vertical: Option<bool>,
    /// A horizontal merge of the old kind: whether it begins here.
    pub(super) horizontal: Option<bool>,
    /// The cell was deleted.
    pub(super) deleted: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(
        text: &'a str,
        styles: &'a Styles,
        numbering: &'a mut Numbering,
        tally: &'a mut Tally,
    ) -> Self {
        Self {
            xml: Xml::new(text),
            styles,
            numbering,
            fields: Fields::default(),
            tally,
            taken: [false; limit::DEPTH + 2],
            dropped_control: false,
            carry: None,
            paragraphs: 0,
            nesting: 0,
        }
    }

    /// The blocks inside the element that was opened last, up to its end. `each` is told whenever some were added.
    pub(super) fn blocks(
        &mut self,
        sink: &mut Vec<Item>,
        look: &mut CellLook,
        each: &mut dyn FnMut(&mut Vec<Item>),
    ) -> Result<(), ReadError> {
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "p" => self.paragraph(sink)?,
                "tbl" => self.table(sink)?,
                "tcPr" => *look = self.cell_look()?,
                "del" | "moveFrom" => {
                    self.tally.deletions += 1;
                    self.xml.skip()?;
                }
                "altChunk" => {
                    self.tally.embedded += 1;
                    self.xml.skip()?;
                }
                _ if self.enters(&tag)? => continue,
                _ => {}
            }
            each(sink);
        }
        self.end_carry(sink);
        Ok(())
    }

    /// Steps into an element that only wraps others, or over one that holds no words. Whether it stepped in.
    pub(super) fn enters(&mut self, tag: &Tag<'_>) -> Result<bool, ReadError> {
        let depth = self.xml.depth();
        let inside = match tag.name() {
            "ins" | "moveTo" | "hyperlink" | "smartTag" | "customXml" | "dir" | "bdo" | "rubyBase"
            | "ruby" => true,
            "sdt" => {
                self.dropped_control = false;
                true
            }
            "sdtPr" => {
                self.control()?;
                return Ok(false);
            }
            "sdtContent" => !std::mem::take(&mut self.dropped_control),
            "AlternateContent" => {
                self.taken[depth] = false;
                true
            }
            "Choice" | "Fallback" => !std::mem::replace(&mut self.taken[depth - 1], true),
            _ => false,
        };
        if !inside {
            self.xml.skip()?;
        }
        Ok(inside)
    }

    /// The properties of a content control: tables of contents and hints where to click are no words of the document.
    fn control(&mut self) -> Result<(), ReadError> {
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "docPartObj" => continue,
                "docPartGallery" if tag.val().is_some_and(|name| name == "Table of Contents") => {
                    self.dropped_control = true;
                    self.tally.contents += 1;
                }
                "showingPlcHdr" => self.dropped_control = tag.on(),
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(())
    }

    /// Counts what a deletion takes away.
    pub(super) fn deletion(&mut self) -> Result<(), ReadError> {
        let outside = self.xml.depth() - 1;
        self.tally.deletions += 1;
        let mut in_text = false;
        while self.xml.depth() > outside {
            match self.xml.next()? {
                Node::Open(tag) => in_text = matches!(tag.name(), "delText" | "t"),
                Node::Words(words) if in_text => self.tally.deleted += words.chars().count(),
                Node::Close => in_text = false,
                _ => {}
            }
        }
        Ok(())
    }
}
