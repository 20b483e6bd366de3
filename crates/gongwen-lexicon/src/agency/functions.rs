//! Function codes of organisations (`data/functions.tsv`).

use std::ops::{BitOr, BitOrAssign};
use std::sync::LazyLock;

/// Codes in alphabetical order; a code's place is its bit in [`Functions`].
static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let table = include_str!("../../data/functions.tsv");
    let mut codes: Vec<_> = table.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
    codes.sort_unstable();
    debug_assert!(codes.len() <= 128, "a set of functions has 128 bits");
    codes
});

/// A set of function codes.
///
/// # Examples
/// ```
/// let functions = gongwen_lexicon::agency::functions("县教体局");
/// assert!(functions.codes().eq(["education", "sports"]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Functions(u128);

impl Functions {
    /// The codes in alphabetical order.
    pub fn codes(self) -> impl Iterator<Item = &'static str> {
        let mut left = self.0;
        // Counted, so that whoever collects the codes makes room for them once.
        (0..left.count_ones()).map(move |_| {
            let bit = left.trailing_zeros() as usize;
            left &= left - 1;
            CODES[bit]
        })
    }

    /// The set of an organisation whose words are unknown.
    pub(super) fn other() -> Self {
        static OTHER: LazyLock<Functions> = LazyLock::new(|| function_bit("other").unwrap_or_default());
        *OTHER
    }

    /// Whether the township level is among the codes.
    pub(super) fn of_township(self) -> bool {
        static TOWNSHIP: LazyLock<Functions> = LazyLock::new(|| function_bit("township").unwrap_or_default());
        self.0 & TOWNSHIP.0 != 0
    }

    /// Whether the set is empty: no organisation was recognised.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Functions {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Functions {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The set of one code, `None` for a code that does not exist.
pub(super) fn function_bit(code: &str) -> Option<Functions> {
    CODES.binary_search(&code).ok().map(|bit| Functions(1 << bit))
}
