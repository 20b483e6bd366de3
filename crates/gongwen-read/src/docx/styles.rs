//! Styles: what a paragraph or a run inherits (ISO/IEC 29500-1, 17.7).

use super::xml::Xml;
use crate::error::ReadError;
use std::collections::HashMap;

/// How far inheritance is followed: a chain that long goes in circles.
const CHAIN: usize = 32;

/// What a style says, inheritance resolved.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// Its id, by which a numbering level may name it.
    pub(super) id: String,
    /// Numbering instance; 0 takes numbering away.
    pub(super) list: Option<u32>,
    /// Numbering level, where the style names one.
    pub(super) level: Option<u8>,
    /// Outline level from 0; 9 is body text.
    pub(super) outline: Option<u8>,
    /// Bold letters.
    pub(super) bold: Option<bool>,
    /// Hidden letters.
    pub(super) hidden: Option<bool>,
    /// A line of a table of contents.
    pub(super) contents: bool,
    /// The style whose numbering this one has: itself or an ancestor.
    pub(super) numbered_by: usize,
    based_on: Option<String>,
}

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    list: Vec<Style>,
    by_id: HashMap<String, usize>,
    plain: Option<usize>,
}

impl Styles {
    /// Reads `word/styles.xml`.
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        let mut xml = Xml::new(text);
        let Some(_) = xml.child(0)? else { return Ok(styles) };
        while let Some(tag) = xml.child(1)? {
            if tag.name() != "style" {
                xml.skip()?;
                continue;
            }
            let id = tag.attr("styleId").unwrap_or_default().into_owned();
            let paragraph = tag.attr("type").is_none_or(|kind| kind == "paragraph");
            let default = matches!(tag.attr("default").as_deref(), Some("1" | "true" | "on"));
            if paragraph && default {
                styles.plain = Some(styles.list.len());
            }
            let style = one(&mut xml, id)?;
            styles.by_id.insert(style.id.clone(), styles.list.len());
            styles.list.push(style);
        }
        styles.resolve();
        Ok(styles)
    }

    /// The style of this id; the default paragraph style when there is none.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        let at = id.and_then(|id| self.by_id.get(id).copied()).or(self.plain)?;
        Some(&self.list[at])
    }

    /// The style of this id.
    pub(super) fn named(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id).map(|&at| &self.list[at])
    }

    /// The id of the style that brings the numbering.
    pub(super) fn numbered_by(&self, style: &Style) -> &str {
        self.list.get(style.numbered_by).map_or("", |owner| &owner.id)
    }

    fn resolve(&mut self) {
        let resolved = (0..self.list.len()).map(|at| self.inherited(at)).collect();
        self.list = resolved;
    }

    fn inherited(&self, at: usize) -> Style {
        let mut style = self.list[at].clone();
        style.numbered_by = at;
        let mut next = style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        for _ in 0..CHAIN {
            let Some(&above) = next else { break };
            let parent = &self.list[above];
            if style.list.is_none() && parent.list.is_some() {
                style.list = parent.list;
                style.level = style.level.or(parent.level);
                style.numbered_by = above;
            }
            style.outline = style.outline.or(parent.outline);
            style.bold = style.bold.or(parent.bold);
            style.hidden = style.hidden.or(parent.hidden);
            next = parent.based_on.as_ref().and_then(|id| self.by_id.get(id));
        }
        style
    }
}

/// One style without what it inherits.
fn one(xml: &mut Xml<'_>, id: String) -> Result<Style, ReadError> {
    let mut style = Style { id, ..Style::default() };
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.name() {
            "name" => name(&mut style, &tag.val().unwrap_or_default()),
            "basedOn" => style.based_on = tag.val().map(std::borrow::Cow::into_owned),
            // Their children are looked at in this loop.
            "pPr" | "rPr" | "numPr" => continue,
            "numId" => style.list = tag.number(),
            "ilvl" => style.level = tag.number().map(|n| n.min(8) as u8),
            "outlineLvl" => style.outline = tag.number().map(|n| n.min(9) as u8),
            "b" => style.bold = Some(tag.on()),
            "vanish" => style.hidden = Some(tag.on()),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(style)
}

/// What only the name tells: headings whose level no file states, and tables of contents. Names are localised.
fn name(style: &mut Style, name: &str) {
    let name = name.to_lowercase();
    let level = ["heading ", "标题 ", "標題 "].iter().find_map(|start| name.strip_prefix(start));
    if let Some(level) = level.and_then(|digits| digits.trim().parse::<u8>().ok()) {
        style.outline = style.outline.or(Some(level.clamp(1, 9) - 1));
    }
    let contents = ["toc ", "目录 ", "目錄 ", "contents "];
    style.contents = contents.iter().any(|start| {
        name.strip_prefix(start).is_some_and(|rest| rest == "heading" || rest.parse::<u8>().is_ok())
    });
}
