//! A place in the normalised text.

/// A half-open range of **bytes** of a manuscript's normalised UTF-8 text.
///
/// Records publish spans in code points ([`crate::CharIndex`] converts them once, at the end);
/// inside the pipeline a span slices the text directly. Both ends stand on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end` in bytes.
    ///
    /// # Panics
    /// In debug builds, when `start > end`.
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span ends before it starts: {start}..{end}");
        Self { start: start as u32, end: end as u32 }
    }

    /// The span of `part`, which must be a slice of `whole` (as returned by slicing, trimming or
    /// matching it).
    ///
    /// # Panics
    /// In debug builds, when `part` does not lie in `whole`.
    #[inline]
    pub fn of(part: &str, whole: &str) -> Self {
        let start = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
        debug_assert!(start + part.len() <= whole.len(), "not a part of the text");
        Self::new(start, start + part.len())
    }

    /// The words at this place.
    #[inline]
    pub fn of_text(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// Start as an index.
    #[inline]
    pub fn from(self) -> usize {
        self.start as usize
    }

    /// End as an index.
    #[inline]
    pub fn to(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[inline]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing is covered.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same span counted from `base` bytes further on: a span found in a slice, put back into the whole.
    #[inline]
    #[must_use]
    pub fn shifted(self, base: usize) -> Self {
        Self { start: self.start + base as u32, end: self.end + base as u32 }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_in_its_whole() {
        let whole = "一、总体要求";
        let span = Span::of(&whole[6..12], whole);
        assert_eq!(span.of_text(whole), "总体");
        assert_eq!(span.shifted(3), Span::new(9, 15));
    }
}
