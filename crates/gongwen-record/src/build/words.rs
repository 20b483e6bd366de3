//! Words as a record prints them.

use std::borrow::Cow;

/// `words` without white space; borrowed where there is none.
pub(super) fn without_space(words: &str) -> Cow<'_, str> {
    if words.contains(char::is_whitespace) {
        Cow::Owned(words.chars().filter(|c| !c.is_whitespace()).collect())
    } else {
        Cow::Borrowed(words)
    }
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
    }
}
