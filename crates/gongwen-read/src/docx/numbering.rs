//! Automatic numbering: what Word prints in front of a paragraph (ISO/IEC 29500-1, 17.9).
//!
//! Counters belong to the abstract definition: instances of one definition count on, unless an instance overrides the
//! start.

use super::ordinal;
use super::styles::{Style, Styles};
use super::xml::Xml;
use crate::error::ReadError;
use std::collections::HashMap;

/// Levels of a definition.
const LEVELS: usize = 9;

/// One level as defined.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    custom: Option<String>,
    /// `第%1章`, `（%2）`, `%1.%2`.
    text: String,
    /// What stands behind: `tab`, `space`, `nothing`.
    suffix_nothing: bool,
    /// The level (from 1) whose use starts this one anew; 0 never, `None` every higher one.
    restart: Option<u32>,
    /// Higher levels in Arabic digits.
    legal: bool,
    /// The paragraph style that brings this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            format: "decimal".to_owned(),
            custom: None,
            text: String::new(),
            suffix_nothing: false,
            restart: None,
            legal: false,
            style: None,
        }
    }
}

/// A definition with its counters.
#[derive(Clone, Debug, Default)]
struct Definition {
    levels: [Option<Level>; LEVELS],
    /// The style whose numbering it stands for.
    link: Option<String>,
    /// Numbers printed last; `None` before the first and after a restart.
    counters: [Option<u32>; LEVELS],
}

/// A numbering instance.
#[derive(Clone, Debug, Default)]
struct Instance {
    definition: usize,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
    /// Levels whose overridden start was used.
    begun: [bool; LEVELS],
}

/// The numbering of a file, and how far it has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: Vec<Definition>,
    instances: HashMap<u32, Instance>,
}

impl Numbering {
    /// Reads `word/numbering.xml`.
    pub(super) fn read(text: &str, styles: &Styles) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let mut ids = HashMap::new();
        let mut xml = Xml::new(text);
        let Some(_) = xml.child(0)? else { return Ok(numbering) };
        while let Some(tag) = xml.child(1)? {
            match tag.name() {
                "abstractNum" => {
                    let id = tag.attr("abstractNumId").unwrap_or_default().into_owned();
                    ids.insert(id, numbering.definitions.len());
                    numbering.definitions.push(definition(&mut xml)?);
                }
                "num" => {
                    let id = tag.attr("numId").and_then(|id| id.trim().parse().ok());
                    let instance = instance(&mut xml, &ids)?;
                    if let (Some(id), Some(instance)) = (id, instance) {
                        numbering.instances.insert(id, instance);
                    }
                }
                _ => xml.skip()?,
            }
        }
        numbering.follow_links(styles);
        Ok(numbering)
    }

    /// A definition may only point at a list style, whose numbering is the real one.
    fn follow_links(&mut self, styles: &Styles) {
        for at in 0..self.definitions.len() {
            let target = self.definitions[at]
                .link
                .as_deref()
                .and_then(|id| styles.named(id)?.list)
                .and_then(|list| self.instances.get(&list))
                .map(|instance| instance.definition);
            if let Some(target) = target.filter(|&target| target != at) {
                self.definitions[at].levels = self.definitions[target].levels.clone();
            }
        }
    }

    /// The level that a paragraph style has in a numbering instance.
    pub(super) fn level_of(&self, list: u32, style: &Style, styles: &Styles) -> Option<u8> {
        let instance = self.instances.get(&list)?;
        let owner = styles.numbered_by(style);
        let of = |id: &str| {
            (0..LEVELS).find(|&at| {
                instance
                    .level(&self.definitions, at)
                    .is_some_and(|level| level.style.as_deref().is_some_and(|style| style == id))
            })
        };
        of(&style.id).or_else(|| of(owner)).map(|at| at as u8)
    }

    /// Counts one paragraph and appends what stands in front of it. Returns whether a space belongs behind it before
    /// words that begin with `next`.
    pub(super) fn count(&mut self, list: u32, level: u8, out: &mut String) -> Suffix {
        let at = usize::from(level).min(LEVELS - 1);
        let Some(instance) = self.instances.get_mut(&list) else { return Suffix::Nothing };
        let start = |instance: &Instance, definitions: &[Definition], at: usize| {
            let own = instance.level(definitions, at).map_or(1, |level| level.start);
            instance.starts[at].unwrap_or(own)
        };
        // The first use of an overridden start begins there, wherever the definition's counter stands.
        let anew = instance.starts[at].is_some() && !std::mem::replace(&mut instance.begun[at], true);
        let first = start(instance, &self.definitions, at);
        // Levels above that were never used count as begun: Word prints `1.1` where only the second level is used.
        for above in 0..at {
            let begin = start(instance, &self.definitions, above);
            self.definitions[instance.definition].counters[above].get_or_insert(begin);
        }
        let counters = &mut self.definitions[instance.definition].counters;
        counters[at] = Some(match counters[at] {
            Some(last) if !anew => last.saturating_add(1),
            _ => first,
        });
        for below in at + 1..LEVELS {
            let restart = instance.level(&self.definitions, below).and_then(|level| level.restart);
            if restart.is_none_or(|by| by > 0 && at < by as usize) {
                self.definitions[instance.definition].counters[below] = None;
            }
        }
        let counters = self.definitions[instance.definition].counters;
        let Some(shown) = instance.level(&self.definitions, at) else { return Suffix::Nothing };
        let before = out.len();
        if shown.format == "bullet" {
            out.push(bullet(&shown.text));
        } else {
            let mut rest = shown.text.as_str();
            while let Some(mark) = rest.find('%') {
                out.push_str(&rest[..mark]);
                rest = &rest[mark + 1..];
                let Some(n) = rest.bytes().next().filter(|b| (b'1'..=b'9').contains(b)) else {
                    out.push('%');
                    continue;
                };
                rest = &rest[1..];
                let of = usize::from(n - b'1');
                let number = counters[of].unwrap_or_else(|| start(instance, &self.definitions, of));
                if let Some(level) = instance.level(&self.definitions, of) {
                    let legal = shown.legal && level.format != "none";
                    let format = if legal { "decimal" } else { level.format.as_str() };
                    ordinal::print(number, format, level.custom.as_deref(), out);
                }
            }
            out.push_str(rest);
        }
        let kept = out[before..].trim().len();
        let lead = out[before..].len() - out[before..].trim_start().len();
        out.replace_range(before..before + lead, "");
        out.truncate(before + kept);
        if shown.suffix_nothing || kept == 0 { Suffix::Nothing } else { Suffix::Gap }
    }
}

/// What stands between a number and the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    /// Nothing.
    Nothing,
    /// A tab or a space: printed only where number and words would run together.
    Gap,
}

impl Instance {
    fn level<'a>(&'a self, definitions: &'a [Definition], at: usize) -> Option<&'a Level> {
        self.levels[at].as_ref().or(definitions[self.definition].levels[at].as_ref())
    }
}

fn definition(xml: &mut Xml<'_>) -> Result<Definition, ReadError> {
    let mut definition = Definition::default();
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.name() {
            "numStyleLink" => definition.link = tag.val().map(std::borrow::Cow::into_owned),
            "lvl" => {
                let at = tag.attr("ilvl").and_then(|at| at.trim().parse::<usize>().ok());
                let level = level(xml)?;
                if let Some(slot) = at.and_then(|at| definition.levels.get_mut(at)) {
                    *slot = Some(level);
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(definition)
}

fn instance(xml: &mut Xml<'_>, ids: &HashMap<String, usize>) -> Result<Option<Instance>, ReadError> {
    let mut instance = Instance::default();
    let mut found = false;
    let mut at = 0;
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.name() {
            "abstractNumId" => {
                if let Some(&definition) = tag.val().and_then(|id| ids.get(id.as_ref())) {
                    instance.definition = definition;
                    found = true;
                }
            }
            "lvlOverride" => {
                at = tag.attr("ilvl").and_then(|at| at.trim().parse::<usize>().ok()).unwrap_or(LEVELS);
                continue;
            }
            "startOverride" => {
                if let Some(slot) = instance.starts.get_mut(at) {
                    *slot = tag.number();
                }
            }
            "lvl" => {
                let level = level(xml)?;
                if let Some(slot) = instance.levels.get_mut(at) {
                    *slot = Some(level);
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(found.then_some(instance))
}

fn level(xml: &mut Xml<'_>) -> Result<Level, ReadError> {
    let mut level = Level::default();
    let depth = xml.depth();
    while let Some(tag) = xml.child(depth)? {
        match tag.name() {
            "start" => level.start = tag.number().unwrap_or(0),
            // A format newer than the standard stands in the choice, an older one in the fallback.
            "AlternateContent" | "Choice" => continue,
            "numFmt" => {
                level.format = tag.val().unwrap_or_default().into_owned();
                level.custom = tag.attr("format").map(std::borrow::Cow::into_owned);
            }
            "lvlText" => level.text = tag.val().unwrap_or_default().into_owned(),
            "suff" => level.suffix_nothing = tag.val().is_some_and(|kind| kind == "nothing"),
            "lvlRestart" => level.restart = tag.number(),
            "isLgl" => level.legal = tag.on(),
            "pStyle" => level.style = tag.val().map(std::borrow::Cow::into_owned),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(level)
}

/// The sign of a bullet; symbol fonts put theirs into the private area.
pub(super) fn bullet(text: &str) -> char {
    match text.trim().chars().next() {
        Some('\u{F0A8}' | '\u{F06F}' | '\u{F071}') => '□',
        Some('\u{F06E}' | '\u{F0A7}') => '■',
        Some('\u{F075}' | '\u{F076}') => '◆',
        Some('\u{F0FC}' | '\u{F050}') => '√',
        Some('\u{F0D8}' | '\u{F0E8}') => '➢',
        Some('\u{F0AB}') => '★',
        Some('\u{E000}'..='\u{F8FF}') | None => '●',
        // A `o` of a symbol font is a ring.
        Some('o') => '○',
        Some(c) => c,
    }
}
