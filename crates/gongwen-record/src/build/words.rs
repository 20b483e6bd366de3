//! Words as a record prints them.

use std::borrow::Cow;

/// `words` without white space; borrowed where there is none.
pub(super) fn without_space(words: &str) -> Cow<'_, str> {
    if may_hold_space(words.as_bytes()) && words.contains(char::is_whitespace) {
        Cow::Owned(words.chars().filter(|c| !c.is_whitespace()).collect())
    } else {
        Cow::Borrowed(words)
    }
}

/// Whether white space may stand among these bytes: one at or below a blank, one that leads a character of those blocks
/// that hold white space (Latin, Ogham, general punctuation), or the last two of an ideographic space. Loops without a
/// way out in the middle, which compilers turn into a few instructions for a whole register.
fn may_hold_space(bytes: &[u8]) -> bool {
    let lead = |byte: u8| u8::from(byte <= b' ') | u8::from(matches!(byte, 0xC2 | 0xE1 | 0xE2));
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let ideographic = pairs.fold(0, |found, (&a, &b)| found | u8::from(a == 0x80) & u8::from(b == 0x80));
    bytes.iter().fold(ideographic, |found, &byte| found | lead(byte)) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expect: &str, borrowed: bool) {
        let printed = without_space(words);
        assert_eq!((&*printed, matches!(printed, Cow::Borrowed(_))), (expect, borrowed));
    }

    #[test]
    fn white_space_goes() {
        check("总体要求", "总体要求", true);
        check("总体 要\u{3000}求", "总体要求", false);
        check("", "", true);
        check("“十四五”规划", "“十四五”规划", true);
        for space in (0..0x3001).filter_map(char::from_u32).filter(|c| c.is_whitespace()) {
            check(&format!("总{space}体"), "总体", false);
        }
    }
}
