//! Words as a record prints them.

use gongwen_text::chars::any_three;
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
/// that hold white space (Latin, Ogham, general punctuation), or the last two of an ideographic space.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn may_hold_space(bytes: &[u8]) -> bool {
    any_three(bytes, |a, b, _| {
        (a <= b' ') | (a == 0xC2) | (a == 0xE1) | (a == 0xE2) | (a == 0x80) & (b == 0x80)
    })
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
