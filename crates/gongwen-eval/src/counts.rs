//! Precision, recall and F1.

use serde::{Deserialize, Serialize};

/// Hits among what gold holds and what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// In gold and found.
    pub hits: u32,
    /// In gold.
    pub gold: u32,
    /// Found.
    pub found: u32,
}

impl Counts {
    /// Hits / found; 1 when nothing was found and nothing stands in gold, 0 when only gold holds something.
    pub fn precision(self) -> f64 {
        ratio(self.hits, self.found, self.gold)
    }

    /// Hits / gold; 1 when gold holds nothing and nothing was found, 0 when all that was found is invented.
    pub fn recall(self) -> f64 {
        ratio(self.hits, self.gold, self.found)
    }

    /// Harmonic mean: 2 · hits / (gold + found), 1 when both are empty.
    pub fn f1(self) -> f64 {
        ratio(2 * self.hits, self.gold + self.found, 0)
    }

    /// Both summed: micro over documents.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { hits: self.hits + other.hits, gold: self.gold + other.gold, found: self.found + other.found }
    }
}

fn ratio(part: u32, whole: u32, other: u32) -> f64 {
    if whole == 0 { f64::from(u8::from(other == 0)) } else { f64::from(part) / f64::from(whole) }
}

/// How many of some were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Right ones.
    pub right: u32,
    /// All that were looked at.
    pub of: u32,
}

impl Share {
    /// Right / of; 1 when there was nothing to look at.
    pub fn rate(self) -> f64 {
        ratio(self.right, self.of, 0)
    }

    /// Both summed.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { right: self.right + other.right, of: self.of + other.of }
    }

    /// One more looked at.
    pub fn add(&mut self, right: bool) {
        self.of += 1;
        self.right += u32::from(right);
    }
}
