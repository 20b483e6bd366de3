//! Automatic numbers of Word 97–2003 ([MS-DOC] 2.4.6.3): which paragraphs have one, and what it looks like.
//!
//! Paragraphs are gone through once in the order of the text; each that belongs to a list counts on in it. The writer asks
//! for the number of a paragraph by its words, so that a paragraph that the library reads otherwise costs one number and no
//! more.

use crate::docx::ordinal;
use office_oxide::cfb::CfbReader;
use std::collections::{BTreeMap, VecDeque};
use std::io::Cursor;

/// Most characters of a text that are gone through.
const CHARACTERS: usize = 20_000_000;
/// How many numbered paragraphs the writer may be ahead.
const AHEAD: usize = 30;
/// Levels of a list.
const LEVELS: usize = 9;

/// The numbers of a file, in order, with the letters of their paragraphs.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    waiting: VecDeque<(String, String)>,
}

impl Numbers {
    /// The number of the paragraph with these words, if it has one.
    pub(super) fn of(&mut self, words: &str) -> Option<String> {
        if self.waiting.is_empty() {
            return None;
        }
        let words = letters(words.chars());
        let at = self.waiting.iter().take(AHEAD).position(|(other, _)| *other == words)?;
        self.waiting.drain(..at);
        self.waiting.pop_front().map(|(_, label)| label)
    }
}

/// Letters and digits only: what controls and fields leave alone.
fn letters(chars: impl Iterator<Item = char>) -> String {
    chars.filter(|c| c.is_alphanumeric()).collect()
}

/// Reads the numbers. `None` when the file does not hold what numbers need.
pub(super) fn read(bytes: &[u8]) -> Option<Numbers> {
    let mut file = CfbReader::new(Cursor::new(bytes)).ok()?;
    let main = file.open_stream("WordDocument").ok()?;
    // FibBase: fWhichTblStm.
    let name = if u16_at(&main, 0x0A)? & 0x0200 != 0 { "1Table" } else { "0Table" };
    let table = file.open_stream(name).ok()?;
    let part = |at: usize| {
        let (start, length) = (u32_at(&main, at)? as usize, u32_at(&main, at + 4)? as usize);
        table.get(start..start.checked_add(length)?).filter(|part| !part.is_empty())
    };
    // PlfLst is followed by its levels, which its length does not count; PlfLfo by its data.
    let from = |at: usize| part(at).and_then(|_| table.get(u32_at(&main, at)? as usize..));
    let lists = lists(from(0x02E2)?)?;
    let overrides = overrides(from(0x02EA)?)?;
    let styles = part(0x00A2).and_then(styles).unwrap_or_default();
    let runs = runs(&main, part(0x0102)?)?;
    let pieces = pieces(part(0x01A2)?)?;
    let length = u32_at(&main, 0x4C)?;
    let mut counter = Counter { lists, overrides, values: BTreeMap::new(), used: Vec::new() };
    let mut numbers = Numbers::default();
    let mut text: Vec<u16> = Vec::new();
    let mut seen = 0;
    for piece in &pieces {
        for i in 0..piece.length.min(length.saturating_sub(piece.first)) {
            seen += 1;
            if seen > CHARACTERS {
                return Some(numbers);
            }
            let (place, unit) = if piece.wide {
                let place = piece.place + 2 * i as usize;
                (place, u16_at(&main, place)?)
            } else {
                let place = piece.place + i as usize;
                (place, u16::from(*main.get(place)?))
            };
            if !matches!(unit, 0x0D | 0x07 | 0x0C) {
                text.push(unit);
                continue;
            }
            if let Some((list, level)) = membership(&runs, &styles, place)
                && let Some(label) = counter.count(list, level)
            {
                let words = letters(char::decode_utf16(text.iter().copied()).filter_map(Result::ok));
                if !words.is_empty() {
                    numbers.waiting.push_back((words, label));
                }
            }
            text.clear();
        }
    }
    Some(numbers)
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A stretch of the text.
pub(super) struct Piece {
    /// Its first character in the text.
    first: u32,
    /// Characters.
    pub(super) length: u32,
    /// Byte of the first in the main stream.
    pub(super) place: usize,
    /// Whether a character has two bytes.
    pub(super) wide: bool,
}

/// The piece table (`Clx`).
pub(super) fn pieces(clx: &[u8]) -> Option<Vec<Piece>> {
    let mut at = 0;
    while clx.get(at) == Some(&1) {
        at += 3 + usize::from(u16_at(clx, at + 1)?);
    }
    let size = u32_at(clx, at + 1)? as usize;
    let plc = clx.get(at + 5..(at + 5).checked_add(size)?)?;
    let count = plc.len().checked_sub(4)? / 12;
    (0..count)
        .map(|i| {
            let (first, next) = (u32_at(plc, i * 4)?, u32_at(plc, i * 4 + 4)?);
            let fc = u32_at(plc, (count + 1) * 4 + i * 8 + 2)?;
            let wide = fc & 0x4000_0000 == 0;
            let place = (fc & 0x3FFF_FFFF) as usize;
            Some(Piece {
                first,
                length: next.checked_sub(first)?,
                place: if wide { place } else { place / 2 },
                wide,
            })
        })
        .collect()
}

/// Properties of paragraphs that say to which list they belong.
#[derive(Clone, Copy, Default)]
struct Properties {
    style: u16,
    list: Option<u16>,
    level: Option<u8>,
}

/// `(first byte, byte behind, properties)` of paragraph runs, ascending.
fn runs(main: &[u8], plc: &[u8]) -> Option<Vec<(u32, u32, Properties)>> {
    const PAGE: usize = 512;
    let count = plc.len().checked_sub(4)? / 8;
    let mut runs = Vec::new();
    for i in 0..count {
        let number = u32_at(plc, (count + 1) * 4 + i * 4)? & 0x003F_FFFF;
        let Some(page) = main.get(number as usize * PAGE..(number as usize + 1) * PAGE) else { continue };
        let entries = usize::from(page[PAGE - 1]);
        for e in 0..entries {
            let (Some(start), Some(end)) = (u32_at(page, e * 4), u32_at(page, e * 4 + 4)) else { break };
            let at = page.get((entries + 1) * 4 + e * 13).map_or(0, |&b| usize::from(b) * 2);
            let mut properties = Properties::default();
            if at > 0
                && let Some(&size) = page.get(at)
            {
                let (from, size) = match size {
                    0 => (at + 2, page.get(at + 1).map_or(0, |&b| usize::from(b) * 2)),
                    n => (at + 1, usize::from(n) * 2 - 1),
                };
                if let Some(papx) = page.get(from..from + size)
                    && papx.len() >= 2
                {
                    properties.style = u16_at(papx, 0)?;
                    apply(&papx[2..], &mut properties);
                }
            }
            runs.push((start, end, properties));
        }
    }
    runs.sort_unstable_by_key(|&(start, ..)| start);
    Some(runs)
}

/// Applies a list of property changes.
fn apply(changes: &[u8], properties: &mut Properties) {
    each_change(changes, |code, operand| match code {
        0x460B => properties.list = u16_at(operand, 0),
        0x260A => properties.level = operand.first().copied(),
        0x4600 => properties.style = u16_at(operand, 0).unwrap_or(properties.style),
        _ => {}
    });
}

/// Gives each change of a list with its code and its operand ([MS-DOC] 2.2.5.1).
pub(super) fn each_change(changes: &[u8], mut each: impl FnMut(u16, &[u8])) {
    let mut at = 0;
    while let Some(code) = u16_at(changes, at) {
        at += 2;
        let size = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ if code == 0xD608 => u16_at(changes, at).map_or(0, |n| usize::from(n) + 1),
            _ => changes.get(at).map_or(0, |&n| usize::from(n) + 1),
        };
        each(code, changes.get(at..).unwrap_or_default());
        at += size;
    }
}

/// List and level of each style, its bases' where it has none of its own.
fn styles(sheet: &[u8]) -> Option<Vec<Properties>> {
    let head = usize::from(u16_at(sheet, 0)?);
    let (count, fixed) = (u16_at(sheet, 2)?, usize::from(u16_at(sheet, 4)?));
    let mut at = 2 + head;
    let mut styles: Vec<Properties> = Vec::new();
    for _ in 0..count.min(4_095) {
        let Some(size) = u16_at(sheet, at).map(usize::from) else { break };
        let style = sheet.get(at + 2..at + 2 + size);
        at += 2 + size + size % 2;
        styles.push(style.and_then(|style| one_style(style, fixed)).unwrap_or_default());
    }
    let own = styles.clone();
    for style in &mut styles {
        let mut base = style.style;
        for _ in 0..12 {
            let Some(above) = own.get(usize::from(base)) else { break };
            style.list = style.list.or(above.list);
            style.level = style.level.or(above.level);
            base = above.style;
        }
    }
    Some(styles)
}

/// One style; `style` of the result is its base.
fn one_style(style: &[u8], fixed: usize) -> Option<Properties> {
    let kind_and_base = u16_at(style, 2)?;
    let mut properties = Properties { style: kind_and_base >> 4, ..Properties::default() };
    if kind_and_base & 0x0F != 1 {
        return Some(properties);
    }
    let name = usize::from(u16_at(style, fixed)?);
    let at = fixed + 2 + (name + 1) * 2;
    let size = usize::from(u16_at(style, at)?);
    let changes = style.get(at + 4..at + 2 + size)?;
    let base = properties.style;
    apply(changes, &mut properties);
    properties.style = base;
    Some(properties)
}

/// List and level of the paragraph whose mark stands at a byte.
fn membership(runs: &[(u32, u32, Properties)], styles: &[Properties], place: usize) -> Option<(u16, u8)> {
    let place = place as u32;
    let at = runs.partition_point(|&(start, ..)| start <= place).checked_sub(1)?;
    let (_, end, own) = runs[at];
    if place >= end {
        return None;
    }
    let style = styles.get(usize::from(own.style)).copied().unwrap_or_default();
    let list = own.list.or(style.list)?;
    let level = own.level.or(style.level).unwrap_or(0);
    // A negative number names the same list.
    let list = if list > 0x07FF { list.wrapping_neg() } else { list };
    (1..=0x07FE).contains(&list).then_some((list, level))
}

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: u8,
    /// Numbers of all levels are printed in digits.
    legal: bool,
    /// Its text; units below 9 stand for the numbers of levels.
    text: Vec<u16>,
}

/// `(id, levels)` of each list.
fn lists(data: &[u8]) -> Option<Vec<(u32, Vec<Level>)>> {
    const ENTRY: usize = 28;
    let count = usize::from(u16_at(data, 0)?);
    let mut at = 2 + count * ENTRY;
    let mut lists = Vec::new();
    for i in 0..count {
        let entry = data.get(2 + i * ENTRY..2 + (i + 1) * ENTRY)?;
        let levels = if entry[26] & 1 == 1 { 1 } else { LEVELS };
        let mut list = Vec::with_capacity(levels);
        for _ in 0..levels {
            let Some((level, size)) = level(data, at) else { break };
            list.push(level);
            at += size;
        }
        lists.push((u32_at(entry, 0)?, list));
    }
    Some(lists)
}

/// A level (`LVL`) and its size in bytes.
fn level(data: &[u8], at: usize) -> Option<(Level, usize)> {
    const FIXED: usize = 28;
    let head = data.get(at..at + FIXED)?;
    let changes = usize::from(head[24]) + usize::from(head[25]);
    let text_at = at + FIXED + changes;
    let length = usize::from(u16_at(data, text_at)?);
    let text = (0..length).map(|i| u16_at(data, text_at + 2 + i * 2)).collect::<Option<Vec<u16>>>()?;
    let level = Level { start: u32_at(head, 0)?, format: head[4], legal: head[5] & 4 != 0, text };
    Some((level, FIXED + changes + 2 + length * 2))
}

/// What a paragraph names: a list, and where its levels begin otherwise.
#[derive(Debug, Default)]
struct Override {
    list: u32,
    starts: Vec<(u8, u32)>,
}

fn overrides(data: &[u8]) -> Option<Vec<Override>> {
    const ENTRY: usize = 16;
    let count = (u32_at(data, 0)? as usize).min(2_047);
    let mut at = 4 + count * ENTRY;
    let mut all = Vec::with_capacity(count);
    for i in 0..count {
        let entry = data.get(4 + i * ENTRY..4 + (i + 1) * ENTRY)?;
        let mut one = Override { list: u32_at(entry, 0)?, starts: Vec::new() };
        at += 4;
        for _ in 0..entry[12].min(LEVELS as u8) {
            let (Some(start), Some(flags)) = (u32_at(data, at), u32_at(data, at + 4)) else { break };
            at += 8;
            if flags & 0x20 != 0 {
                let Some((level, size)) = level(data, at) else { break };
                at += size;
                if flags & 0x10 != 0 {
                    one.starts.push(((flags & 0x0F) as u8, level.start));
                }
            } else if flags & 0x10 != 0 {
                one.starts.push(((flags & 0x0F) as u8, start));
            }
        }
        all.push(one);
    }
    Some(all)
}

/// Counts in the lists.
struct Counter {
    lists: Vec<(u32, Vec<Level>)>,
    overrides: Vec<Override>,
    /// By list: the last number of each level.
    values: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Overrides whose beginnings are done.
    used: Vec<u16>,
}

impl Counter {
    /// The number of the next paragraph in a list, as printed; `None` for bullets and levels without text.
    fn count(&mut self, list: u16, level: u8) -> Option<String> {
        let named = self.overrides.get(usize::from(list) - 1)?;
        let (_, levels) = self.lists.iter().find(|(id, _)| *id == named.list)?;
        let at = usize::from(level).min(levels.len().checked_sub(1)?).min(LEVELS - 1);
        let values = self.values.entry(named.list).or_default();
        if !self.used.contains(&list) {
            self.used.push(list);
            for &(level, start) in &named.starts {
                if let Some(value) = values.get_mut(usize::from(level)) {
                    *value = start.checked_sub(1);
                }
            }
        }
        let start = levels[at].start;
        values[at] = Some(values[at].map_or(start, |n| n.saturating_add(1)));
        values[at + 1..].fill(None);
        let shown = &levels[at];
        if shown.format == 0x17 || shown.format == 0xFF {
            return None;
        }
        let mut label = String::new();
        for &unit in &shown.text {
            match levels.get(usize::from(unit)) {
                Some(level) if usize::from(unit) < LEVELS => {
                    let value = values[usize::from(unit)].unwrap_or(level.start);
                    let format = if shown.legal { "decimal" } else { format(level.format) };
                    ordinal::print(value, format, None, &mut label);
                }
                _ => label.extend(char::from_u32(u32::from(unit))),
            }
        }
        let label = label.trim_end().to_owned();
        (!label.is_empty()).then_some(label)
    }
}

/// The name that WordprocessingML gives to a number format ([MS-OSHARED] 2.2.1.3).
fn format(code: u8) -> &'static str {
    match code {
        0x01 => "upperRoman",
        0x02 => "lowerRoman",
        0x03 => "upperLetter",
        0x04 => "lowerLetter",
        0x0A | 0x28 => "ideographDigital",
        0x0B => "japaneseCounting",
        0x0E | 0x13 => "decimalFullWidth",
        0x11 => "japaneseDigitalTenThousand",
        0x12 => "decimalEnclosedCircle",
        0x16 => "decimalZero",
        0x1A => "decimalEnclosedFullstop",
        0x1B => "decimalEnclosedParen",
        0x1C => "decimalEnclosedCircleChinese",
        0x1D => "ideographEnclosedCircle",
        0x1E => "ideographTraditional",
        0x1F => "ideographZodiac",
        0x20 => "ideographZodiacTraditional",
        0x21 => "taiwaneseCounting",
        0x22 => "ideographLegalTraditional",
        0x23 => "taiwaneseCountingThousand",
        0x24 => "taiwaneseDigital",
        0x25 => "chineseCounting",
        0x26 => "chineseLegalSimplified",
        0x27 => "chineseCountingThousand",
        0xFF => "none",
        _ => "decimal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(levels: &[(u8, &[u16])], items: &[u8], expect: &[&str]) {
        let levels = levels
            .iter()
            .map(|&(format, text)| Level { start: 1, format, legal: false, text: text.to_vec() })
            .collect();
        let mut counter = Counter {
            lists: vec![(7, levels)],
            overrides: vec![Override { list: 7, starts: Vec::new() }],
            values: BTreeMap::new(),
            used: Vec::new(),
        };
        let got: Vec<String> = items.iter().map(|&l| counter.count(1, l).unwrap_or_default()).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn levels_count_and_restart() {
        let (comma, open, close) = (u16::from(b'.'), 0xFF08, 0xFF09);
        check(
            &[(0x27, &[0, 0x3001]), (0x27, &[open, 1, close]), (0, &[1, comma, 2])],
            &[0, 1, 1, 2, 0, 1],
            &["一、", "（一）", "（二）", "二.1", "二、", "（一）"],
        );
    }
}
