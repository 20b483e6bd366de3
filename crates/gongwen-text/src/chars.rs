//! Character classes of Chinese official text.

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

/// `text` without white space at its ends. Words hardly ever have any there, and a byte at each end tells.
#[inline]
pub fn trim(text: &str) -> &str {
    // Printable ASCII, what U+4000 and above begin with, and U+3001 to U+303F: 。《》【】 and others behind the wide space.
    let front = matches!(text.as_bytes(), [0x21..=0x7E | 0xE4..=0xEF, ..] | [0xE3, 0x80, 0x81..=0xBF, ..]);
    let back = matches!(
        text.as_bytes(),
        [.., 0x21..=0x7E] | [.., 0xE4..=0xEF, _, _] | [.., 0xE3, 0x80, 0x81..=0xBF]
    );
    if front && back { text } else { text.trim() }
}

/// Whether `test` holds anywhere in `bytes` for a byte and the two behind it, 0 standing for what is behind the end.
///
/// For marks of up to three bytes in short texts, many places at a time: `test` should be comparisons joined by `&` and `|`.
///
/// # Examples
/// ```
/// use gongwen_text::chars::any_three;
/// let wide_space = |a, b, c| (a == 0xE3) & (b == 0x80) & (c == 0x80);
/// assert!(any_three("牵头　配合".as_bytes(), wide_space));
/// assert!(!any_three("牵头、配合".as_bytes(), wide_space));
/// ```
#[inline]
pub fn any_three(bytes: &[u8], test: impl Fn(u8, u8, u8) -> bool) -> bool {
    const LONG: usize = 64;
    const SHORT: usize = 16;
    if bytes.len() < SHORT + 2 {
        let at = |i: usize| bytes.get(i).copied().unwrap_or(0);
        return (0..bytes.len()).any(|i| test(at(i), at(i + 1), at(i + 2)));
    }
    let found =
        if bytes.len() < LONG + 2 { any_in::<SHORT>(bytes, &test) } else { any_in::<LONG>(bytes, &test) };
    // Behind the last two bytes there are less than two.
    let &[.., a, b] = bytes else { return false };
    found || test(a, b, 0) || test(b, 0, 0)
}

/// The same for the places that have two bytes behind them, `STEP` at a time.
#[inline]
fn any_in<const STEP: usize>(bytes: &[u8], test: &impl Fn(u8, u8, u8) -> bool) -> bool {
    let last = bytes.len() - STEP - 2;
    let mut at = 0;
    loop {
        let step = &bytes[at..at + STEP + 2];
        let mut found = false;
        for i in 0..STEP {
            found |= test(step[i], step[i + 1], step[i + 2]);
        }
        if found || at == last {
            return found;
        }
        // The last step overlaps the one before.
        at = (at + STEP).min(last);
    }
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
    let mut compact = String::with_capacity(text.len());
    // Runs of what stays as it is are copied whole.
    let (mut from, mut at) = (0, 0);
    loop {
        at = skip_han(text.as_bytes(), at);
        let Some(c) = text[at..].chars().next() else { break };
        let (space, folded) = (c.is_whitespace(), fold_width(c));
        let behind = at + c.len_utf8();
        if space || folded != c {
            compact.push_str(&text[from..at]);
            compact.extend((!space).then_some(folded));
            from = behind;
        }
        at = behind;
    }
    compact.push_str(&text[from..]);
    compact
}

/// Whether `compact` is the [`compact`] form of `text`; ends at the first character that differs.
///
/// # Examples
/// ```
/// use gongwen_text::chars::is_compact_form;
/// assert!(is_compact_form("责 任　单位", "责任单位"));
/// assert!(!is_compact_form("责任单位：", "责任单位"));
/// ```
#[inline]
pub fn is_compact_form(text: &str, compact: &str) -> bool {
    !begins_otherwise(text, compact) && is_compact_throughout(text, compact)
}

/// Whether the first character tells that a text does not begin with what is not empty: Han or printable ASCII, which are no white
/// space and which folding leaves as they are.
#[inline]
fn begins_otherwise(text: &str, compact: &str) -> bool {
    match (text.as_bytes(), compact.as_bytes()) {
        ([a @ 0xE4..=0xE9, b, c, ..], [x, rest @ ..]) => a != x || !rest.starts_with(&[*b, *c]),
        ([a @ 0x21..=0x7E, ..], [x, ..]) => a != x,
        _ => false,
    }
}

fn is_compact_throughout(text: &str, compact: &str) -> bool {
    text.chars().filter(|c| !c.is_whitespace()).map(fold_width).eq(compact.chars())
}

/// What stands in `text` behind `compact`, if its [`compact`] form begins so.
///
/// # Examples
/// ```
/// use gongwen_text::chars::strip_compact;
/// assert_eq!(strip_compact("抄 送：县委", "抄送"), Some("：县委"));
/// assert_eq!(strip_compact("抄", "抄送"), None);
/// ```
#[inline]
pub fn strip_compact<'t>(text: &'t str, compact: &str) -> Option<&'t str> {
    if begins_otherwise(text, compact) { None } else { strip_compact_throughout(text, compact) }
}

fn strip_compact_throughout<'t>(text: &'t str, compact: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in compact.chars() {
        let found = rest.find(|c| !c.is_whitespace())?;
        if fold_width(found) != wanted {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Whether a character opens a bracket of any form that documents use: `（`, `〔`, `【`, `〖`, `<` …
pub const fn opens_bracket(c: char) -> bool {
    matches!(c, '（' | '(' | '〔' | '[' | '［' | '【' | '〖' | '﹝' | '〈' | '<' | '＜')
}

/// Whether a character closes one: see [`opens_bracket`].
pub const fn closes_bracket(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | ']' | '］' | '】' | '〗' | '﹞' | '〉' | '>' | '＞')
}

/// The key of words that begin `【key】` and what stands behind it: two to twelve Han characters, white space among them.
///
/// # Examples
/// ```
/// use gongwen_text::chars::bracketed_key;
/// assert_eq!(bracketed_key("【责任单位】县水利局"), Some(("责任单位", "县水利局")));
/// assert_eq!(bracketed_key("【2021】3号"), None);
/// ```
pub fn bracketed_key(words: &str) -> Option<(&str, &str)> {
    let close = if words.starts_with('【') { '】' } else { words.starts_with('〖').then_some('〗')? };
    key_until(words, close)
}

/// The same in round brackets, which mean many other things: the caller asks whether the words are those of a key.
///
/// # Examples
/// ```
/// use gongwen_text::chars::round_key;
/// assert_eq!(round_key("（责任单位）县水利局"), Some(("责任单位", "县水利局")));
/// assert_eq!(round_key("（一）县水利局"), None);
/// ```
pub fn round_key(words: &str) -> Option<(&str, &str)> {
    let close = if words.starts_with('（') { '）' } else { words.starts_with('(').then_some(')')? };
    key_until(words, close)
}

/// The characters between the opening bracket of `words` and `close`, and what stands behind it.
fn key_until(words: &str, close: char) -> Option<(&str, &str)> {
    let inner = &words[words.chars().next().map_or(0, char::len_utf8)..];
    let end = inner.char_indices().take(13).find(|&(_, c)| c == close)?.0;
    let key = &inner[..end];
    let sound = key.chars().filter(|c| !c.is_whitespace()).count() >= 2
        && key.chars().all(|c| is_han(c) || c.is_whitespace());
    sound.then(|| (key, inner[end + close.len_utf8()..].trim_start_matches(['：', ':'])))
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
    fn scanners_step_over_han() {
        let text = "县局a，县".as_bytes();
        assert_eq!(skip_han(text, 0), "县局".len());
        assert_eq!(skip_han(text, "县局a，".len()), text.len());
        for c in ['a', 'é', '县', '😀'] {
            assert_eq!(encoded_len(c.to_string().as_bytes()[0]), c.len_utf8());
        }
    }

    #[test]
    fn ends_are_trimmed_as_by_the_library() {
        let ends =
            ["", " ", "\u{3000}", "\n", "\u{A0}", "\u{2003}", "a", "县", "。", "，", "é", "😀", "\u{85}"];
        for (a, b, c) in ends.iter().flat_map(|a| ends.iter().flat_map(move |b| ends.map(|c| (*a, *b, c)))) {
            let text = [a, b, c].concat();
            assert_eq!(trim(&text), text.trim(), "{text:?}");
        }
    }

    #[test]
    #[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
    fn three_bytes_are_found_at_every_place() {
        let mark = |a, b, c| (a == 0xE3) & (b == 0x80) & (c == 0x80) | (a == b'|');
        for len in 0..80usize {
            let text = vec![b'a'; len];
            assert!(!any_three(&text, mark), "{len}");
            for at in 0..len {
                let mut text = text.clone();
                text[at] = b'|';
                assert!(any_three(&text, mark), "{at} of {len}");
                text[at..len.min(at + 3)].copy_from_slice(&[0xE3, 0x80, 0x80][..len.min(at + 3) - at]);
                assert_eq!(any_three(&text, mark), at + 3 <= len, "{at} of {len}");
            }
        }
    }

    #[test]
    fn compact_forms_are_compared_in_place() {
        for text in
            ["责任单位", " 责 任　单位 ", "ＡＰＰ，", "序号", "", "a b", "é 县", "县\u{A0}😀，局\u{2003}"]
        {
            let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(fold_width).collect();
            assert_eq!(compact(text), plain);
            assert!(is_compact_form(text, &plain), "{text}");
            assert!(!is_compact_form(text, "责任"), "{text}");
            assert_eq!(is_compact_form(text, ""), plain.is_empty(), "{text}");
            assert_eq!(strip_compact(text, &plain).map(str::trim), Some(""), "{text}");
        }
    }

    #[test]
    fn folding_keeps_chinese_marks() {
        assert_eq!(compact("（一） ＡＰＰ，２０２１ 年。"), "(一)APP,2021年。");
    }
}
