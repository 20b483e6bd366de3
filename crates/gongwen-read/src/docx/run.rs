//! Runs: characters with one look, and what stands between them (ISO/IEC 29500-1, 17.3.2 and 17.3.3).

use super::body::{Body, CellLook};
use super::numbering::bullet;
use super::paragraph::Paragraph;
use super::xml::{Node, Tag};
use crate::error::ReadError;

/// How a run shows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) hidden: bool,
}

impl Body<'_> {
    /// The run that was opened last, up to its end.
    pub(super) fn run(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let mut look = p.look;
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "rPr" => {
                    look = self.run_look(look)?;
                    continue;
                }
                "t" => {
                    self.text(&tag, p, look)?;
                    continue;
                }
                // The characters under a reading aid are runs of their own.
                "r" => {
                    self.run(p)?;
                    continue;
                }
                "instrText" => {
                    self.instruction()?;
                    continue;
                }
                "fldChar" => {
                    let kind = tag.attr("fldCharType");
                    let (shown, contents) = self.fields.mark(kind.as_deref().unwrap_or_default());
                    self.tally.contents += usize::from(contents);
                    if let Some(shown) = shown {
                        self.show(p, look, &shown);
                    }
                }
                "tab" | "ptab" => self.show(p, look, " "),
                "br" => match tag.attr("type").as_deref() {
                    Some("page" | "column") => self.show(p, look, "\x0C"),
                    _ => self.show(p, look, "\n"),
                },
                "cr" => self.show(p, look, "\n"),
                "noBreakHyphen" => self.show(p, look, "-"),
                "sym" => {
                    let code = tag.attr("char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                    if let Some(c) = code.and_then(char::from_u32) {
                        self.show(p, look, bullet(c.encode_utf8(&mut [0; 4])).encode_utf8(&mut [0; 4]));
                    }
                }
                "footnoteReference" | "endnoteReference" => self.tally.references += 1,
                "drawing" | "pict" | "object" => {
                    self.boxes(p)?;
                    continue;
                }
                _ => {
                    self.enters(&tag)?;
                    continue;
                }
            }
            self.xml.skip()?;
        }
        Ok(())
    }

    fn run_look(&mut self, inherited: Look) -> Result<Look, ReadError> {
        let (mut bold, mut hidden) = (None, None);
        let mut look = inherited;
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "b" => bold = Some(tag.on()),
                "vanish" => hidden = Some(tag.on()),
                "rStyle" => {
                    if let Some(style) = tag.val().and_then(|id| self.styles.named(&id)) {
                        look.bold = style.bold.unwrap_or(look.bold);
                        look.hidden = style.hidden.unwrap_or(look.hidden);
                    }
                }
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(Look { bold: bold.unwrap_or(look.bold), hidden: hidden.unwrap_or(look.hidden) })
    }

    /// The characters of a text element, up to its end.
    fn text(&mut self, tag: &Tag<'_>, p: &mut Paragraph, look: Look) -> Result<(), ReadError> {
        let kept = tag.attr("space").is_some_and(|value| value == "preserve");
        loop {
            match self.xml.next()? {
                Node::Words(words) if kept => self.show(p, look, &words),
                Node::Words(words) => self.show(p, look, words.trim_matches([' ', '\t', '\r', '\n'])),
                Node::Close | Node::End => return Ok(()),
                Node::Open(_) => self.xml.skip()?,
            }
        }
    }

    fn instruction(&mut self) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Node::Words(words) => self.fields.instruct(&words),
                Node::Close | Node::End => return Ok(()),
                Node::Open(_) => self.xml.skip()?,
            }
        }
    }

    /// Adds words that a run shows.
    fn show(&mut self, p: &mut Paragraph, look: Look, words: &str) {
        if words.is_empty() || self.fields.hides() {
            return;
        }
        if look.hidden {
            self.tally.hidden += words.chars().count();
            return;
        }
        p.words.push_str(words);
        if p.light {
            return;
        }
        if look.bold {
            p.bold = p.words.len();
        } else if !words.trim().is_empty() {
            p.light = true;
        }
    }

    /// Text boxes of a drawing: blocks of their own, behind the paragraph.
    fn boxes(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "txbxContent" => {
                    let carry = self.carry.take();
                    let fields = std::mem::take(&mut self.fields);
                    self.nesting += 1;
                    let mut items = Vec::new();
                    self.blocks(&mut items, &mut CellLook::default(), &mut |_| {})?;
                    p.boxes.push(items);
                    self.nesting -= 1;
                    self.fields = fields;
                    self.carry = carry;
                }
                "AlternateContent" | "Choice" | "Fallback" => {
                    self.enters(&tag)?;
                }
                // Shapes and groups lie inside each other.
                _ => {}
            }
        }
        Ok(())
    }

    /// The characters of a formula.
    pub(super) fn formula(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let look = Look { hidden: false, ..p.look };
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "t" => self.text(&tag, p, look)?,
                "rPr" | "ctrlPr" => self.xml.skip()?,
                _ => {}
            }
        }
        Ok(())
    }
}
