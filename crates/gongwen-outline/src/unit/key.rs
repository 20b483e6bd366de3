//! Keys in front of what a line says: `牵头部门：…`, `【责任单位】…`, `责任单位  …`.

use gongwen_lexicon::{WordSet, ends_with_any};
use gongwen_text::chars;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Keys by what they name.
pub(super) struct Cues {
    fields: WordSet,
    field_starts: WordSet,
    field_ends: WordSet,
    /// Whom to ask.
    pub(super) contacts: WordSet,
    /// Who is sent a copy.
    pub(super) copies: WordSet,
    bodies: &'static [&'static str],
}

/// Keys of duties, of whom to ask and of who is sent a copy.
pub(super) static CUES: LazyLock<Cues> = LazyLock::new(|| Cues {
    fields: WordSet::of(&["field_keys", "time_keys"]),
    field_starts: WordSet::of(&["field_key_starts"]),
    field_ends: WordSet::of(&["field_key_ends"]),
    contacts: WordSet::of(&["contact_keys"]),
    copies: WordSet::of(&["copy_starts"]),
    bodies: gongwen_lexicon::words("unit_endings"),
});

impl Cues {
    /// A key of a field, also one that nobody listed: `牵头单位及责任人`, `技术支撑单位`.
    pub(super) fn is_field(&self, key: &str) -> bool {
        // `时间：9月15日` of a schedule; inside longer keys 时间 says anything.
        key == "时间"
            || self.fields.holds(key)
            || self.field_ends.closes(key) && self.field_starts.begins(key)
    }
}

/// Whether a key names a duty, a time or a person.
pub(crate) fn is_field(key: &str) -> bool {
    CUES.is_field(key)
}

/// Whether words end as the name of a body does.
pub(super) fn ends_as_body(words: &str) -> bool {
    ends_with_any(words, CUES.bodies)
}

/// Whether a line is a key of duties with names behind it that a blank alone parts from it: `牵头单位  县司法局`.
pub(super) fn is_keyed_by_blank(line: &str) -> bool {
    // Nearly all lines end here: their first words have no blank behind them.
    let near = line.bytes().take(33).position(|byte| matches!(byte, b' ' | b'\t' | 0xE3));
    let Some(at) = near.filter(|&at| at >= 12 && line[at..].starts_with([' ', '\t', '\u{3000}'])) else {
        return false;
    };
    let names = line[at..].trim();
    // Names of columns beside each other are a header.
    let header = || names.split(char::is_whitespace).any(|word| CUES.fields.holds(word));
    is_field(&line[..at]) && ends_as_body(names) && !names.contains(['：', ':', '。', '；']) && !header()
}

/// The key of a line `key：value` or `【key】value`: at most fifteen characters, white space among them, before a colon.
pub(crate) fn key(line: &str) -> Option<Cow<'_, str>> {
    let bytes = line.as_bytes();
    if let [0xE3, 0x80, ..] = bytes
        && let Some((key, _)) = chars::bracketed_key(line)
    {
        return Some(chars::compact(key).into());
    }
    if let [b'(', ..] | [0xEF, 0xBC, 0x88, ..] = bytes { round_key(line) } else { key_before_colon(line) }
}

/// `（牵头单位）县商务局`: a key that is listed, with names behind it.
fn round_key(line: &str) -> Option<Cow<'_, str>> {
    let (key, names) = chars::round_key(line)?;
    let key = chars::compact(key);
    (CUES.fields.holds(&key) && !names.trim_start().is_empty()).then(|| key.into())
}

/// `联 系 人：张三`, `责任部门（单位）：县教育局`.
fn key_before_colon(line: &str) -> Option<Cow<'_, str>> {
    const LONGEST: usize = 15;
    let bytes = line.as_bytes();
    let whole = |at: usize, spaced: bool| {
        let key = &line[..at];
        if spaced { chars::compact(key).into() } else { key.into() }
    };
    let (mut at, mut left, mut spaced) = (0, LONGEST + 1, false);
    loop {
        // Nearly all are Han.
        while left > 0
            && let Some(0xE5..=0xE9) = bytes.get(at)
        {
            (at, left) = (at + 3, left - 1);
        }
        left = left.checked_sub(1)?;
        match bytes[at..] {
            [b':', ..] | [0xEF, 0xBC, 0x9A, ..] => return Some(whole(at, spaced)),
            [0xE4, 0xB8..=0xBF, ..] => at += 3,
            // ，、。 end most.
            [0xEF, 0xBC, 0x8C, ..] | [0xE3, 0x80, 0x81 | 0x82, ..] | [b'0'..=b'9', ..] => return None,
            _ => {
                let c = line[at..].chars().next()?;
                if matches!(c, '（' | '(') {
                    return colon_closes_bracket(line, at).then(|| whole(at, spaced));
                }
                let space = c.is_whitespace();
                if !space && !chars::is_han(c) {
                    return None;
                }
                spaced |= space;
                at += c.len_utf8();
            }
        }
    }
}

/// Whether a colon stands behind the bracket that opens at `open`: `责任部门（单位）：`.
fn colon_closes_bracket(line: &str, open: usize) -> bool {
    chars::round_key(&line[open..])
        .is_some_and(|(_, rest)| line[..line.len() - rest.len()].ends_with(['：', ':']))
}
