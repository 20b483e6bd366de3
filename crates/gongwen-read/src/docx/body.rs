//! Paragraphs and what they consist of, in the order of the file (ISO/IEC 29500-1, 17.3, 17.13, 17.16).
//!
//! Owns what shows and what does not: insertions show, deletions and hidden text do not, a moved text shows where it
//! went, of a field only its result shows, of alternatives only the first.

use super::field::Fields;
use super::line::{Item, Line};
use super::numbering::{Numbering, Suffix, bullet};
use super::styles::Styles;
use super::tally::Tally;
use super::xml::{Node, Tag, Xml};
use crate::error::ReadError;
use crate::limit;

/// Goes through one part.
pub(super) struct Body<'a> {
    pub(super) xml: Xml<'a>,
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    fields: Fields,
    pub(super) tally: &'a mut Tally,
    /// By depth, whether an alternative was taken.
    taken: [bool; limit::DEPTH + 2],
    /// The content control just opened shows nothing of its author's.
    dropped_control: bool,
    /// A paragraph whose mark was deleted: it goes on in the next one.
    carry: Option<Paragraph>,
    /// Paragraphs so far, cells and text boxes not counted.
    paragraphs: u32,
    /// Open cells and text boxes.
    pub(super) nesting: usize,
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Paragraph {
    words: String,
    bold: usize,
    /// Something that is not bold was met.
    light: bool,
    style: Option<String>,
    list: Option<u32>,
    level: Option<u8>,
    outline: Option<u8>,
    gap: bool,
    /// Its mark was deleted.
    joined: bool,
    /// Its mark is hidden.
    hidden: bool,
    /// Runs are bold unless they say otherwise.
    bold_style: bool,
    hidden_style: bool,
    /// Text boxes anchored in it.
    boxes: Vec<Item>,
}

/// How a run shows.
#[derive(Clone, Copy)]
struct Look {
    bold: bool,
    hidden: bool,
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

    fn paragraph(&mut self, sink: &mut Vec<Item>) -> Result<(), ReadError> {
        if self.nesting == 0 {
            self.paragraphs += 1;
        }
        let mut p = Paragraph::default();
        if let Some(before) = self.carry.take() {
            (p.words, p.bold, p.light, p.boxes) = (before.words, before.bold, before.light, before.boxes);
        }
        let base = self.styles.paragraph(None);
        p.bold_style = base.and_then(|s| s.bold).unwrap_or(false);
        p.hidden_style = base.and_then(|s| s.hidden).unwrap_or(false);
        let covered = self.fields.hides();
        self.inline(&mut p)?;
        let styled = p.style.as_deref().and_then(|id| self.styles.named(id));
        if styled.is_some_and(|style| style.contents) {
            self.tally.contents += 1;
            sink.push(Item::Nothing);
            return Ok(());
        }
        if p.joined {
            self.carry = Some(p);
            return Ok(());
        }
        if p.words.is_empty() && (covered || self.fields.hides() || p.hidden) {
            sink.push(Item::Nothing);
            sink.append(&mut p.boxes);
            return Ok(());
        }
        self.finish(p, sink);
        Ok(())
    }

    /// The paragraph that a deleted mark leaves at the end of a cell or of the body.
    pub(super) fn end_carry(&mut self, sink: &mut Vec<Item>) {
        if let Some(p) = self.carry.take() {
            self.finish(p, sink);
        }
    }

    /// Sets the number in front and hands the paragraph over.
    fn finish(&mut self, mut p: Paragraph, sink: &mut Vec<Item>) {
        let style = self.styles.paragraph(p.style.as_deref());
        let list = p.list.or_else(|| style.and_then(|style| style.list));
        let mut words = String::new();
        if let Some(list) = list.filter(|&list| list > 0) {
            let by_style = || {
                let style = style?;
                if p.list.is_some() && style.list.is_none() {
                    return None;
                }
                self.numbering.level_of(list, style, self.styles).or(style.level)
            };
            let level = p.level.or_else(by_style).unwrap_or(0);
            let suffix = self.numbering.count(list, level, &mut words);
            if suffix == Suffix::Gap && runs_together(&words, p.words.trim_start()) {
                words.push(' ');
            }
        }
        let label = words.len();
        if label == 0 {
            words = p.words;
        } else {
            words.push_str(p.words.trim_start_matches([' ', '\u{3000}', '\u{A0}']));
        }
        // The number shares the look of the words behind it.
        let cut = label + p.bold;
        let bold = if p.bold == 0 { 0 } else { cut.min(words.len()) };
        let outline = p.outline.or_else(|| style.and_then(|style| style.outline));
        let heading = outline.filter(|&level| level < 9).map(|level| level + 1);
        // A paragraph that only holds a text box is no blank line.
        if words.is_empty() && !p.boxes.is_empty() {
            sink.append(&mut p.boxes);
            return;
        }
        sink.push(Item::Line(Line { words, bold, heading, gap: p.gap, paragraph: self.paragraphs }));
        sink.append(&mut p.boxes);
    }

    /// The content of a paragraph, up to its end.
    fn inline(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "r" => self.run(p)?,
                "pPr" => self.paragraph_look(p)?,
                "del" | "moveFrom" => self.deletion()?,
                "fldSimple" => {
                    let code = tag.attr("instr").unwrap_or_default();
                    if Fields::is_contents(&code) {
                        self.tally.contents += 1;
                        self.xml.skip()?;
                    }
                }
                "oMath" | "oMathPara" => self.formula(p)?,
                _ => {
                    self.enters(&tag)?;
                }
            }
        }
        Ok(())
    }

    /// Counts what a deletion takes away.
    fn deletion(&mut self) -> Result<(), ReadError> {
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

    fn paragraph_look(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "pStyle" => p.style = tag.val().map(std::borrow::Cow::into_owned),
                "numPr" => continue,
                "numId" => p.list = tag.number(),
                "ilvl" => p.level = tag.number().map(|n| n.min(8) as u8),
                "outlineLvl" => p.outline = tag.number().map(|n| n.min(9) as u8),
                "pageBreakBefore" => p.gap = tag.on(),
                "rPr" => {
                    self.mark_look(p)?;
                    continue;
                }
                _ => {}
            }
            self.xml.skip()?;
        }
        if let Some(style) = p.style.as_deref().and_then(|id| self.styles.named(id)) {
            p.bold_style = style.bold.unwrap_or(false);
            p.hidden_style = style.hidden.unwrap_or(false);
        }
        Ok(())
    }

    /// The properties of the paragraph's mark.
    fn mark_look(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "del" | "moveFrom" => p.joined = true,
                "vanish" => p.hidden = tag.on(),
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(())
    }

    fn run(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let mut look = Look { bold: p.bold_style, hidden: p.hidden_style };
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
                    self.blocks(&mut p.boxes, &mut CellLook::default(), &mut |_| {})?;
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
    fn formula(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let look = Look { bold: p.bold_style, hidden: false };
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

/// Whether a number and the words behind it need a space between them.
fn runs_together(label: &str, words: &str) -> bool {
    let (Some(last), Some(first)) = (label.chars().next_back(), words.chars().next()) else { return false };
    match last {
        '.' => first.is_ascii_digit(),
        // `第一章`, `1.1`, `A`: no closing mark.
        c => c.is_alphanumeric() && !('①'..='⒛').contains(&c) && !('㉑'..='㊿').contains(&c),
    }
}
