//! Bytes of unknown encoding to UTF-8, with the way back.
//!
//! Official texts come as UTF-8, in the GB family, in Big5 and in both orders of UTF-16, often cut, often
//! with one bad byte, with or without a mark. A valid UTF-8 text is borrowed as it is; else the candidates are
//! scored by how many *common* characters they give. The GB family is always read as GB18030 (it contains
//! GBK and GB2312).

use encoding_rs::{BIG5, Encoding, GB18030, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without byte order mark; borrowed when the file is valid UTF-8.
    pub text: Cow<'a, str>,
    /// Name in the WHATWG registry, lower case.
    pub encoding: &'static str,
    /// Sequences that no character stands for; each became U+FFFD.
    pub replaced: usize,
    /// `(decoded, file)` byte positions, ascending, between which both sides advance in one proportion; beyond
    /// the last one byte by byte. Empty when both are the same.
    pub checkpoints: Vec<(u32, u32)>,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// Nothing there, or only a byte order mark.
    #[error("the file is empty")]
    Empty,
    /// Another kind of file.
    #[error("the file is no text: it looks like {what}")]
    Binary {
        /// What it looks like.
        what: &'static str,
    },
}

/// How much of a file the score looks at, in bytes.
const SAMPLE: usize = 1 << 16;

/// Decodes `bytes`.
///
/// # Errors
/// - [`DecodeError::Empty`] when nothing is there but a byte order mark;
/// - [`DecodeError::Binary`] when the first bytes are those of another kind of file, or no encoding gives plausible text.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, DecodeError> {
    if let Some(what) = magic(bytes) {
        return Err(DecodeError::Binary { what });
    }
    let decoded = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        utf8(rest, 3)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        utf16(rest, 2, UTF_16LE)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        utf16(rest, 2, UTF_16BE)
    } else {
        guess(bytes)?
    };
    if decoded.text.is_empty() { Err(DecodeError::Empty) } else { Ok(decoded) }
}

/// Decodes the name of a file in an archive: UTF-8 when it is valid, else of the GB family, as Chinese systems write names
/// without saying so.
pub fn decode_name(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(name) => Cow::Borrowed(name),
        Err(_) => GB18030.decode_without_bom_handling(bytes).0,
    }
}

/// Kinds of files that are known by their first bytes.
fn magic(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 11] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a zip archive (docx, xlsx, ofd …)"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an OLE file (doc, xls, wps …)"),
        (b"{\\rtf", "an RTF file"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"Rar!", "a RAR archive"),
        (b"7z\xBC\xAF", "a 7z archive"),
        (b"\x1F\x8B", "a gzip file"),
        (b"\x7FELF", "a program"),
    ];
    KINDS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|&(_, what)| what)
}

fn guess(bytes: &[u8]) -> Result<Decoded<'_>, DecodeError> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let nul = memchr::memchr(0, sample).is_some();
    if !nul && let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Ok(Decoded {
            text: Cow::Borrowed(text),
            encoding: "utf-8",
            replaced: 0,
            checkpoints: Vec::new(),
        });
    }
    // Without a mark, UTF-16 can only be told from legacy encodings by what comes out.
    // Behind a lost byte nothing fits together any more, so the front counts by itself.
    let front = &sample[..sample.len() * 2 / 5];
    let scored = |unit| utf16_score(sample, unit).max(utf16_score(front, unit));
    let (little, big) = (scored(u16::from_le_bytes), scored(u16::from_be_bytes));
    let wide = little.max(big);
    let (utf, gb, five) =
        if nul { (0, 0, 0) } else { (utf8_score(sample), gb_score(sample), big5_score(sample)) };
    let best = wide.max(utf).max(gb).max(five);
    if !nul
        && let Some((mixed, main)) = mixed_score(sample)
        && mixed > best.max(PLAUSIBLE)
    {
        return Ok(by_line(bytes, main));
    }
    if best < PLAUSIBLE {
        // Mostly ASCII with NULs or stray bytes: still readable.
        let readable = sample.iter().filter(|&&b| matches!(b, b'\t' | b'\n' | b'\r' | 0x20..=0x7E)).count();
        return if readable * 10 >= sample.len() * 9 {
            Ok(utf8(bytes, 0))
        } else {
            Err(DecodeError::Binary { what: "binary data" })
        };
    }
    Ok(if best == utf {
        by_line(bytes, "utf-8")
    } else if best == wide {
        utf16(bytes, 0, if little >= big { UTF_16LE } else { UTF_16BE })
    } else if best == gb {
        by_line(bytes, "gb18030")
    } else {
        double_byte(bytes, BIG5, "big5")
    })
}

/// Least score, in thousandths of the units, of a text.
const PLAUSIBLE: i64 = 350;

/// Common units minus errors, in thousandths.
fn share(good: i64, bad: i64, all: i64) -> i64 {
    if all == 0 { 0 } else { (good - 3 * bad) * 1000 / all }
}

fn utf8_score(sample: &[u8]) -> i64 {
    let (mut good, mut bad) = (0i64, 0i64);
    for chunk in sample.utf8_chunks() {
        good += chunk.valid().bytes().map(|b| i64::from(b >= 0xC0)).sum::<i64>();
        bad += i64::from(!chunk.invalid().is_empty());
    }
    // A cut in the middle of a character is no error.
    share(good, bad - 1, good + bad)
}

/// The score of a file put together of UTF-8 and GB lines, and which it has more of; `None` when it has one kind only.
fn mixed_score(sample: &[u8]) -> Option<(i64, &'static str)> {
    let (mut sum, mut utf, mut gb) = (0, 0i64, 0i64);
    for line in sample.split(|&b| b == b'\n') {
        let wide = line.iter().filter(|&&b| b >= 0x80).count() as i64;
        if wide < 4 {
            continue;
        }
        if is_utf8_line(line, "gb18030") {
            utf += wide;
            sum += wide * utf8_score(line);
        } else {
            gb += wide;
            sum += wide * gb_score(line);
        }
    }
    (utf > 0 && gb > 0).then(|| (sum / (utf + gb), if utf >= gb { "utf-8" } else { "gb18030" }))
}

fn gb_score(sample: &[u8]) -> i64 {
    double_score(sample, |lead, trail| match (lead, trail) {
        // Level 1 of GB 2312 and its punctuation.
        (0xB0..=0xD7 | 0xA1..=0xA3, 0xA1..=0xFE) => 1,
        (0x81..=0xFE, 0x30..=0x39 | 0x40..=0x7E | 0x80..=0xFE) => 0,
        _ => -1,
    })
}

fn big5_score(sample: &[u8]) -> i64 {
    double_score(sample, |lead, trail| match (lead, trail) {
        // Level 1 of Big5 and its punctuation.
        (0xA4..=0xC6 | 0xA1, 0x40..=0x7E | 0xA1..=0xFE) => 1,
        (0x87..=0xFE, 0x40..=0x7E | 0xA1..=0xFE) => 0,
        _ => -1,
    })
}

fn double_score(sample: &[u8], class: impl Fn(u8, u8) -> i8) -> i64 {
    let (mut good, mut bad, mut all, mut i) = (0, 0, 0, 0);
    while i + 1 < sample.len() {
        let lead = sample[i];
        if lead < 0x80 {
            bad += i64::from(lead < 0x20 && !matches!(lead, b'\t' | b'\n' | b'\r' | 0x0C));
            i += 1;
            continue;
        }
        all += 1;
        match class(lead, sample[i + 1]) {
            1 => good += 1,
            -1 => {
                bad += 1;
                i += 1;
                continue;
            }
            _ => {}
        }
        i += 2;
    }
    share(good, bad, all + bad)
}

fn utf16_score(sample: &[u8], unit: fn([u8; 2]) -> u16) -> i64 {
    let (mut good, mut bad, mut all) = (0, 0, 0);
    for pair in sample.chunks_exact(2) {
        all += 1;
        match unit([pair[0], pair[1]]) {
            // Ideographs, their punctuation, full-width forms, ASCII with white space.
            0x4E00..=0x9FA5
            | 0x3000..=0x3011
            | 0xFF01..=0xFF5E
            | 0x2014..=0x2026
            | 0x20..=0x7E
            | 9
            | 10
            | 13 => {
                good += 1;
            }
            0xD800..=0xF8FF | 0..=0x1F => bad += 1,
            _ => {}
        }
    }
    share(good, bad, all)
}

fn utf8(bytes: &[u8], bom: usize) -> Decoded<'_> {
    let mut checkpoints = Vec::new();
    if bom > 0 {
        checkpoints.push((0, bom as u32));
    }
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), encoding: "utf-8", replaced: 0, checkpoints };
    }
    let mut text = String::with_capacity(bytes.len() + 64);
    let (mut replaced, mut file) = (0, bom);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        file += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            checkpoints.push((text.len() as u32, file as u32));
            text.push(char::REPLACEMENT_CHARACTER);
            file += chunk.invalid().len();
            checkpoints.push((text.len() as u32, file as u32));
            replaced += 1;
        }
    }
    Decoded { text: Cow::Owned(text), encoding: "utf-8", replaced, checkpoints }
}

/// Decodes line by line, for files put together of UTF-8 and GB lines: a line is in the file's main encoding unless it is
/// better text in the other.
fn by_line<'a>(bytes: &[u8], main: &'static str) -> Decoded<'a> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let (mut replaced, mut start) = (0, 0);
    let mut points = Points::new(0);
    while start < bytes.len() {
        let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |n| start + n + 1);
        let source = &bytes[start..end];
        points.file = start;
        if is_utf8_line(source, main) {
            let line = String::from_utf8_lossy(source);
            points.line(&line, |c, _| if c == char::REPLACEMENT_CHARACTER { 1 } else { c.len_utf8() });
            replaced += line.matches(char::REPLACEMENT_CHARACTER).count();
            text.push_str(&line);
        } else {
            let (line, bad) = GB18030.decode_without_bom_handling(source);
            points.line(&line, |_, at| match source.get(at - start..) {
                Some([0x80..=0xFF, 0x30..=0x39, ..]) => 4,
                Some([0x80..=0xFF, ..]) => 2,
                _ => 1,
            });
            replaced += if bad { line.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
            text.push_str(&line);
        }
        start = end;
    }
    points.file = bytes.len();
    points.end();
    Decoded { text: Cow::Owned(text), encoding: main, replaced, checkpoints: points.list }
}

/// Whether a line is UTF-8 in a file whose `main` encoding is given. Two characters of the GB family can be valid UTF-8 by
/// chance, a line of them hardly.
fn is_utf8_line(line: &[u8], main: &str) -> bool {
    const WIDE_MIN: usize = 2;
    let head = &line[..line.len().min(SAMPLE)];
    if main == "utf-8" {
        return simdutf8::basic::from_utf8(head).is_ok() || utf8_score(head) >= gb_score(head);
    }
    let wide = || head.iter().filter(|&&b| (0xE0..=0xEF).contains(&b)).count() >= WIDE_MIN;
    wide() && utf8_score(head) > gb_score(head)
}

fn utf16<'a>(bytes: &[u8], bom: usize, encoding: &'static Encoding) -> Decoded<'a> {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    let text = text.into_owned();
    let mut points = Points::new(bom);
    points.line(&text, |c, _| 2 * c.len_utf16());
    points.end();
    Decoded {
        replaced: if replaced { text.matches('\u{FFFD}').count() } else { 0 },
        encoding: if encoding == UTF_16LE { "utf-16le" } else { "utf-16be" },
        text: Cow::Owned(text),
        checkpoints: points.list,
    }
}

fn double_byte<'a>(bytes: &[u8], encoding: &'static Encoding, name: &'static str) -> Decoded<'a> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let (mut replaced, mut start) = (0, 0);
    let mut points = Points::new(0);
    // Line by line: a bad byte can put positions wrong only up to the next line.
    while start < bytes.len() {
        let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |n| start + n + 1);
        let source = &bytes[start..end];
        let (line, bad) = encoding.decode_without_bom_handling(source);
        if bad {
            replaced += line.matches('\u{FFFD}').count();
        }
        points.file = start;
        points.line(&line, |_, at| match source.get(at - start..) {
            Some([0x80..=0xFF, 0x30..=0x39, ..]) if encoding == GB18030 => 4,
            Some([0x80..=0xFF, ..]) => 2,
            _ => 1,
        });
        text.push_str(&line);
        start = end;
    }
    points.file = bytes.len();
    points.end();
    Decoded { text: Cow::Owned(text), encoding: name, replaced, checkpoints: points.list }
}

/// Puts a checkpoint wherever the proportion of decoded to file bytes changes.
struct Points {
    list: Vec<(u32, u32)>,
    decoded: usize,
    file: usize,
    proportion: (usize, usize),
}

impl Points {
    fn new(file: usize) -> Self {
        Self { list: Vec::new(), decoded: 0, file, proportion: (0, 0) }
    }

    /// `width` tells how many file bytes a character took that begins at a byte of the file.
    fn line(&mut self, text: &str, width: impl Fn(char, usize) -> usize) {
        let mut file = self.file;
        self.proportion = (0, 0);
        for c in text.chars() {
            let proportion = (c.len_utf8(), width(c, file));
            if proportion != self.proportion {
                self.proportion = proportion;
                self.list.push((self.decoded as u32, file as u32));
            }
            self.decoded += proportion.0;
            file += proportion.1;
        }
        self.file = file;
    }

    fn end(&mut self) {
        self.list.push((self.decoded as u32, self.file as u32));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "各乡镇人民政府，县直各部门：\n现将《全民健身实施计划（2021—2025年）》印发给你们，请认真组织实施。\n";

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes).expect("text");
        assert_eq!((decoded.encoding, &*decoded.text), (encoding, text));
    }

    #[test]
    fn encodings_are_told_by_content() {
        check(TEXT.as_bytes(), "utf-8", TEXT);
        check(&[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), "utf-8", TEXT);
        check(&GB18030.encode(TEXT).0, "gb18030", TEXT);
        let traditional = "各鄉鎮人民政府，縣直各部門：\n現將全民健身實施計劃印發給你們，請認真組織實施。\n";
        check(&BIG5.encode(traditional).0, "big5", traditional);
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&little, "utf-16le", TEXT);
        check(&[b"\xFF\xFE".to_vec(), little].concat(), "utf-16le", TEXT);
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&big, "utf-16be", TEXT);
    }

    #[test]
    fn a_few_bad_bytes_are_tolerated() {
        let mut bytes = TEXT.repeat(5).into_bytes();
        bytes.insert(6, 0xFF);
        bytes.pop();
        bytes.pop();
        let decoded = decode(&bytes).expect("text");
        assert_eq!((decoded.encoding, decoded.replaced), ("utf-8", 2));
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(decode(b""), Err(DecodeError::Empty));
        assert_eq!(decode(b"\xEF\xBB\xBF"), Err(DecodeError::Empty));
        assert_eq!(decode(b"%PDF-1.7"), Err(DecodeError::Binary { what: "a PDF file" }));
        let noise: Vec<u8> = (0..4000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(matches!(decode(&noise), Err(DecodeError::Binary { .. })));
    }

    #[test]
    fn checkpoints_lead_back_to_the_file() {
        let file = GB18030.encode(TEXT).0;
        let decoded = decode(&file).expect("text");
        let mut map = crate::OffsetMap::default();
        for (d, f) in decoded.checkpoints {
            map.checkpoint(d as usize, f as usize);
        }
        for (at, c) in TEXT.char_indices() {
            let from = map.file(at as u32) as usize;
            let to = map.file((at + c.len_utf8()) as u32) as usize;
            assert_eq!(GB18030.decode(&file[from..to]).0, c.to_string());
        }
    }
}
