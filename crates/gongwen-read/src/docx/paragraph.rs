//! Paragraphs: their number in front, their style, their place among the others (ISO/IEC 29500-1, 17.3.1).

use super::body::Body;
use super::field::Fields;
use super::line::{Item, Line};
use super::numbering::Suffix;
use super::run::Look;
use super::styles::Style;
use crate::error::ReadError;
use crate::panels::is_panel;
use gongwen_text::{Label, LabelStyle};

/// A paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) words: String,
    /// Bytes at the start that are bold.
    pub(super) bold: usize,
    /// Something that is not bold was met.
    pub(super) light: bool,
    /// How its runs show unless they say otherwise.
    pub(super) look: Look,
    /// Text boxes anchored in it, what each holds.
    pub(super) boxes: Vec<Vec<Item>>,
    style: Option<String>,
    list: Option<u32>,
    level: Option<u8>,
    outline: Option<u8>,
    /// It begins a page.
    gap: bool,
    mark: Mark,
}

/// The paragraph's mark.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// Deleted: the paragraph goes on in the next one.
    deleted: bool,
    hidden: bool,
}

impl Body<'_> {
    /// The paragraph that was opened last, up to its end.
    pub(super) fn paragraph(&mut self, sink: &mut Vec<Item>) -> Result<(), ReadError> {
        if self.nesting == 0 {
            self.paragraphs += 1;
        }
        let mut p = Paragraph::default();
        if let Some(before) = self.carry.take() {
            (p.words, p.bold, p.light, p.boxes) = (before.words, before.bold, before.light, before.boxes);
        }
        let base = self.styles.paragraph(None);
        p.look = look_of(base);
        let covered = self.fields.hides();
        self.inline(&mut p)?;
        let styled = p.style.as_deref().and_then(|id| self.styles.named(id));
        if styled.is_some_and(|style| style.contents) {
            self.tally.contents += 1;
            sink.push(Item::Nothing);
            return Ok(());
        }
        if p.mark.deleted {
            self.carry = Some(p);
            return Ok(());
        }
        if p.words.is_empty() && (covered || self.fields.hides() || p.mark.hidden) {
            sink.push(Item::Nothing);
            self.place(p.boxes, sink);
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
    fn finish(&mut self, p: Paragraph, sink: &mut Vec<Item>) {
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
        let mut bold = p.bold;
        if label == 0 {
            words = p.words;
        } else {
            let rest = p.words.trim_start_matches([' ', '\u{3000}', '\u{A0}']);
            words.push_str(rest);
            // The number shares the look of the words behind it.
            let blank = p.words.len() - rest.len();
            bold = if bold > blank { label + bold - blank } else { 0 };
        }
        let outline = p.outline.or_else(|| style.and_then(|style| style.outline));
        let heading = outline.filter(|&level| level < 9).map(|level| level + 1);
        // A paragraph that only holds a text box is no blank line.
        if words.is_empty() && !p.boxes.is_empty() {
            self.place(p.boxes, sink);
            return;
        }
        // What a box says in front of a paragraph heads it.
        let (heads, others): (Vec<_>, Vec<_>) = p.boxes.into_iter().partition(|items| is_heading(items));
        sink.extend(heads.into_iter().flatten());
        sink.push(Item::Line(Line { words, bold, heading, gap: p.gap, paragraph: self.paragraphs }));
        self.place(others, sink);
    }

    /// Text boxes behind their paragraph. A box of a plan (`专栏1 …`) waits for the end of the section that it stands in: what
    /// follows its anchor belongs to that, not to the box.
    fn place(&self, boxes: Vec<Vec<Item>>, sink: &mut Vec<Item>) {
        for items in boxes {
            let first = items.iter().find_map(words_of);
            if self.nesting == 0 && first.is_some_and(is_panel) {
                sink.push(Item::Panel(items));
            } else {
                sink.extend(items);
            }
        }
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
            p.look = look_of(Some(style));
        }
        Ok(())
    }

    /// The properties of the paragraph's mark.
    fn mark_look(&mut self, p: &mut Paragraph) -> Result<(), ReadError> {
        let depth = self.xml.depth();
        while let Some(tag) = self.xml.child(depth)? {
            match tag.name() {
                "del" | "moveFrom" => p.mark.deleted = true,
                "vanish" => p.mark.hidden = tag.on(),
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(())
    }
}

/// The words of a line, if they are any.
fn words_of(item: &Item) -> Option<&str> {
    let Item::Line(line) = item else { return None };
    Some(line.words.trim()).filter(|words| !words.is_empty())
}

/// Whether a box holds a heading with its label and nothing else: `二、重点任务` in a shape.
fn is_heading(items: &[Item]) -> bool {
    const LONGEST: usize = 90;
    let mut lines = items.iter().filter_map(words_of);
    let (Some(words), None) = (lines.next(), lines.next()) else { return false };
    let label =
        Label::read(words).filter(|label| label.style < LabelStyle::Arabic && label.style != LabelStyle::Box);
    label.is_some()
        && words.len() <= LONGEST
        && !words.contains(['。', '；', '\n'])
        && !items.iter().any(|item| matches!(item, Item::Table(_)))
}

/// How runs of a style show.
fn look_of(style: Option<&Style>) -> Look {
    let is = |of: fn(&Style) -> Option<bool>| style.and_then(of).unwrap_or(false);
    Look { bold: is(|style| style.bold), hidden: is(|style| style.hidden) }
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
