//! Character classes of Chinese official text.

use std::borrow::Cow;

/// A Han character (with 〇 and the extension A block).
#[inline]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇' | '\u{20000}'..='\u{2FA1F}')
}

/// Bytes of the UTF-8 character that begins with the byte `lead`.
#[inline]
pub fn encoded_len(lead: u8) -> usize {
    match lead {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// Where in `bytes`, UTF-8 text, the first character from `at` on begins that is no common Han character (nor one of its
/// neighbours U+4000 to U+9FFF); the length when there is none.
///
/// Nearly all of a text is Han: scanners look for marks only where this stops.
#[inline]
pub fn skip_han(bytes: &[u8], mut at: usize) -> usize {
    while let Some(0xE4..=0xE9) = bytes.get(at) {
        at += 3;
    }
    at.min(bytes.len())
}

/// The half-width form of a full-width ASCII character, and a space for the ideographic space; any other
/// character as it is.
#[inline]
pub fn fold_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// White space and full-width ASCII folded away: the form in which texts are compared.
pub fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(fold_width).collect()
}

/// [`compact`], borrowed where the text has it already.
///
/// # Examples
/// ```
/// use gongwen_text::chars::compacted;
/// assert!(matches!(compacted("责任单位"), std::borrow::Cow::Borrowed("责任单位")));
/// assert_eq!(compacted("责 任 单 位"), "责任单位");
/// ```
pub fn compacted(text: &str) -> Cow<'_, str> {
    if is_compact(text.as_bytes()) { Cow::Borrowed(text) } else { Cow::Owned(compact(text)) }
}

/// Whether `compact` is the [`compact`] form of `text`; ends at the first character that differs.
///
/// # Examples
/// ```
/// use gongwen_text::chars::is_compact_form;
/// assert!(is_compact_form("责 任　单位", "责任单位"));
/// assert!(!is_compact_form("责任单位：", "责任单位"));
/// ```
pub fn is_compact_form(text: &str, compact: &str) -> bool {
    // A Han character in front decides nearly always.
    if let [lead @ 0xE4..=0xE9, second, third, ..] = text.as_bytes()
        && !compact.as_bytes().starts_with(&[*lead, *second, *third])
    {
        return false;
    }
    text.chars().filter(|c| !c.is_whitespace()).map(fold_width).eq(compact.chars())
}

/// Whether nothing in the text is white space or full-width ASCII; `false` also for rare characters that only look so.
fn is_compact(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            0x21..=0x7E => 1,
            0xE4..=0xEE => 3,
            // Chinese marks but the ideographic space.
            0xE3 if !bytes[at..].starts_with("\u{3000}".as_bytes()) => 3,
            _ => return false,
        };
    }
    true
}

/// A mark that ends a sentence.
#[inline]
pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '!' | '?' | ';' | '…')
}

/// Columns on a terminal or in a typeset line: 2 for a wide character, 1 for another.
#[inline]
pub fn columns(c: char) -> usize {
    match c {
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{3FFFD}'
        | '“'
        | '”'
        | '‘'
        | '’'
        | '—'
        | '…'
        | '·'
        | '×' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_chinese_marks() {
        assert_eq!(compact("（一） ＡＰＰ，２０２１ 年。"), "(一)APP,2021年。");
    }
}
