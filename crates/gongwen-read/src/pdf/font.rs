//! Fonts: what the bytes of a shown string are, and how wide.

use super::cmap::CodeMap;
use super::names;
use encoding_rs::{BIG5, Encoding, GB18030};
use lopdf::{Dictionary, Document, Object};

/// Largest table or font program that is expanded, in bytes.
const STREAM_MAX: usize = 32 << 20;

/// One shown code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    /// Bytes of the code.
    pub(super) bytes: usize,
    /// Its width in units of the font size.
    pub(super) width: f32,
    /// Whether word spacing applies: the single byte 32.
    pub(super) is_space: bool,
}

/// How codes are cut and what they mean without a ToUnicode table.
#[derive(Clone, Debug)]
enum Coding {
    /// One byte a code.
    Simple(Box<[Option<char>; 256]>),
    /// Two bytes that number glyphs.
    Identity,
    /// A predefined table over a national encoding; the second says whether half-width Latin is half an em.
    National(&'static Encoding, bool),
    /// A predefined table over UTF-16 (of which UCS-2 is a part).
    Utf16,
    /// A table in the file, from codes to glyph numbers.
    Own(CodeMap),
}

/// A font of the file.
#[derive(Clone, Debug)]
pub(super) struct Font {
    coding: Coding,
    to_unicode: CodeMap,
    /// Glyph number to character, of the embedded program: asked where nothing else tells.
    program: Vec<(u32, char)>,
    /// `(first, last, width)` by code (simple) or glyph number, ascending.
    widths: Vec<(u32, u32, f32)>,
    default_width: f32,
    /// Whether it is set upright.
    pub(super) is_bold: bool,
}

impl Font {
    /// Reads a font. What is damaged in it falls back to defaults.
    pub(super) fn read(doc: &Document, dict: &Dictionary) -> Self {
        let name = |key: &[u8]| dict.get_deref(key, doc).and_then(Object::as_name).unwrap_or_default();
        let to_unicode = match dict.get_deref(b"ToUnicode", doc).and_then(Object::as_stream) {
            Ok(stream) => stream
                .decompressed_content_with_limit(STREAM_MAX)
                .map(|table| CodeMap::parse(&table, true))
                .unwrap_or_default(),
            Err(_) => CodeMap::default(),
        };
        let base = name(b"BaseFont");
        let is_bold = [&b"Bold"[..], b"Heavy", b"Black", b",B"]
            .iter()
            .any(|mark| memchr::memmem::find(base, mark).is_some());
        let mut font = Self {
            coding: Coding::Identity,
            to_unicode,
            program: Vec::new(),
            widths: Vec::new(),
            default_width: 1.0,
            is_bold,
        };
        if name(b"Subtype") == b"Type0" {
            font.read_composite(doc, dict);
        } else {
            font.read_simple(doc, dict, name(b"Subtype") == b"Type3");
        }
        font.widths.sort_by_key(|&(first, ..)| first);
        font
    }

    fn read_composite(&mut self, doc: &Document, dict: &Dictionary) {
        self.coding = match dict.get_deref(b"Encoding", doc) {
            Ok(Object::Name(name)) => predefined(name),
            Ok(Object::Stream(stream)) => match stream.decompressed_content_with_limit(STREAM_MAX) {
                Ok(table) => Coding::Own(CodeMap::parse(&table, false)),
                Err(_) => Coding::Identity,
            },
            _ => Coding::Identity,
        };
        let below = dict.get_deref(b"DescendantFonts", doc).and_then(Object::as_array).ok();
        let below = below.and_then(|fonts| fonts.first());
        let Some(below) = below.and_then(|font| doc.dereference(font).ok()?.1.as_dict().ok()) else { return };
        if let Ok(width) = below.get_deref(b"DW", doc).and_then(Object::as_float) {
            self.default_width = width / 1000.0;
        }
        if let Ok(widths) = below.get_deref(b"W", doc).and_then(Object::as_array) {
            self.composite_widths(doc, widths);
        }
        if self.to_unicode.is_empty() && matches!(self.coding, Coding::Identity | Coding::Own(_)) {
            let program = below
                .get_deref(b"FontDescriptor", doc)
                .and_then(Object::as_dict)
                .and_then(|descriptor| descriptor.get_deref(b"FontFile2", doc))
                .and_then(Object::as_stream)
                .and_then(|stream| stream.decompressed_content_with_limit(STREAM_MAX));
            if let Ok(program) = program {
                self.program = super::program::characters(&program);
            }
        }
    }

    /// `c [w1 w2 …]` or `first last w`.
    fn composite_widths(&mut self, doc: &Document, widths: &[Object]) {
        let number = |o: &Object| doc.dereference(o).ok().and_then(|(_, o)| o.as_float().ok());
        let mut at = 0;
        while at + 1 < widths.len() {
            let Some(first) = number(&widths[at]) else { break };
            let first = first as u32;
            if let Ok((_, Object::Array(each))) = doc.dereference(&widths[at + 1]) {
                for (i, width) in each.iter().enumerate() {
                    let code = first.saturating_add(i as u32);
                    self.widths.push((code, code, number(width).unwrap_or(0.0) / 1000.0));
                }
                at += 2;
            } else {
                let (Some(last), Some(width)) =
                    (number(&widths[at + 1]), widths.get(at + 2).and_then(number))
                else {
                    break;
                };
                self.widths.push((first, last as u32, width / 1000.0));
                at += 3;
            }
        }
    }

    fn read_simple(&mut self, doc: &Document, dict: &Dictionary, is_type3: bool) {
        let mut table = names::standard();
        let encoding = dict.get_deref(b"Encoding", doc).ok();
        if let Some(differences) = encoding
            .and_then(|e| e.as_dict().ok())
            .and_then(|e| e.get_deref(b"Differences", doc).ok())
            .and_then(|d| d.as_array().ok())
        {
            let mut code = 0_usize;
            for object in differences {
                match object {
                    Object::Integer(n) => code = usize::try_from(*n).unwrap_or(0),
                    Object::Name(name) => {
                        if let Some(slot) = table.get_mut(code) {
                            *slot = names::character(name);
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
        }
        self.coding = Coding::Simple(Box::new(table));
        self.default_width = 0.5;
        let scale = match dict.get_deref(b"FontMatrix", doc).and_then(Object::as_array) {
            Ok(matrix) if is_type3 => matrix.first().and_then(|n| n.as_float().ok()).unwrap_or(0.001),
            _ => 0.001,
        };
        let first = dict.get_deref(b"FirstChar", doc).and_then(Object::as_i64).unwrap_or(0);
        if let Ok(widths) = dict.get_deref(b"Widths", doc).and_then(Object::as_array) {
            for (i, width) in widths.iter().take(256).enumerate() {
                let width = doc.dereference(width).ok().and_then(|(_, w)| w.as_float().ok()).unwrap_or(0.0);
                let code = (first as u32).saturating_add(i as u32);
                self.widths.push((code, code, width * scale));
            }
        }
    }

    /// The code at the start of `bytes` (not empty). Its characters are put into `out`: none when the font does not tell.
    pub(super) fn show(&self, bytes: &[u8], out: &mut Vec<char>) -> Shown {
        out.clear();
        let n = self.length(bytes).min(bytes.len());
        let code = bytes[..n].iter().fold(0, |code, &b| code << 8 | u32::from(b));
        if !self.to_unicode.characters(code, out) {
            self.without_table(code, &bytes[..n], out);
        }
        for c in out.iter_mut() {
            *c = names::unified(*c);
        }
        Shown { bytes: n, width: self.width(code, n, out), is_space: n == 1 && code == 32 }
    }

    fn without_table(&self, code: u32, bytes: &[u8], out: &mut Vec<char>) {
        match &self.coding {
            Coding::Simple(table) => out.extend(table.get(code as usize).copied().flatten()),
            Coding::National(encoding, _) => {
                if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
                    out.extend(text.chars());
                }
            }
            Coding::Utf16 => {
                let units = bytes.chunks_exact(2).map(|p| u16::from_be_bytes([p[0], p[1]]));
                out.extend(char::decode_utf16(units).filter_map(Result::ok));
            }
            Coding::Identity => out.extend(self.of_program(code)),
            Coding::Own(map) => out.extend(map.glyph(code).and_then(|glyph| self.of_program(glyph))),
        }
    }

    fn of_program(&self, glyph: u32) -> Option<char> {
        let at = self.program.partition_point(|&(g, _)| g < glyph);
        self.program.get(at).filter(|&&(g, _)| g == glyph).map(|&(_, c)| c)
    }

    fn length(&self, bytes: &[u8]) -> usize {
        match &self.coding {
            Coding::Simple(_) => 1,
            Coding::Identity => 2,
            Coding::Own(map) => map.length(bytes).unwrap_or(if bytes.len() > 1 { 2 } else { 1 }),
            Coding::National(..) => match bytes {
                [0..=0x80 | 0xFF, ..] => 1,
                [_, 0x30..=0x39, ..] => 4,
                _ => 2,
            },
            Coding::Utf16 => {
                if matches!(bytes, [0xD8..=0xDB, ..]) {
                    4
                } else {
                    2
                }
            }
        }
    }

    fn width(&self, code: u32, bytes: usize, chars: &[char]) -> f32 {
        // Widths of composite fonts are listed by glyph number. Of the Adobe collections only the Latin part, which comes
        // first, has widths of its own.
        let latin = chars.first().copied().filter(char::is_ascii).map_or(0, |c| c as u32);
        let glyph = match &self.coding {
            Coding::Simple(_) | Coding::Identity => Some(code),
            Coding::Own(map) => map.glyph(code),
            Coding::National(_, true) if bytes == 1 => return 0.5,
            Coding::National(..) | Coding::Utf16 => (32..127).contains(&latin).then(|| latin - 31),
        };
        let Some(glyph) = glyph else { return self.default_width };
        let at = self.widths.partition_point(|&(first, ..)| first <= glyph);
        let found = self.widths[..at].iter().rev().take(2).find(|&&(_, last, _)| glyph <= last);
        match found {
            Some(&(.., width)) => width,
            None if latin > 0 && matches!(self.coding, Coding::National(..) | Coding::Utf16) => 0.5,
            None => self.default_width,
        }
    }
}

/// The predefined tables (ISO 32000-1, 9.7.5.2), by name.
fn predefined(name: &[u8]) -> Coding {
    let name = std::str::from_utf8(name).unwrap_or("");
    if name.contains("UCS2") || name.contains("UTF16") {
        Coding::Utf16
    } else if name.starts_with("GB") {
        // `GBKp` and `GBpc` set Latin letters in their own widths.
        Coding::National(GB18030, !name.contains('p'))
    } else if name.contains("B5") || name.starts_with("HKscs") {
        Coding::National(BIG5, !name.contains('p'))
    } else {
        Coding::Identity
    }
}
