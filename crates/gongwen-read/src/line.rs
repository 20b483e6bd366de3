//! What a physical line is to the stages after it.

/// What stands on a physical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// Words of the document.
    Words,
    /// White space only (possibly tabs: `raw` has them).
    Blank,
    /// Page number, running head, conversion debris, a markdown rule: never part of the text. A table may
    /// stand on both sides of it.
    Furniture,
}

/// A physical line of the decoded source. Every line of the source is one entry, blank lines and furniture
/// included, so neighbours are neighbours on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// The whole line as in the decoded source, without its line end; tabs and indent kept.
    pub(crate) raw: &'a str,
    /// Byte of `raw` in the decoded source.
    pub(crate) start: u32,
    /// The words: `raw` without white space at both ends and without marks of markdown in front (`##`,
    /// `>`, bold around the whole line). Marks *inside* (`**`, `\`, zero-width characters) are still there; they are
    /// dropped when fragments are copied into the text.
    pub(crate) text: &'a str,
    /// What stands on it.
    pub(crate) kind: LineKind,
    /// Whether a blank line or a page break stands directly above.
    pub(crate) gap: bool,
    /// Level of a markdown heading, if it is marked as one.
    pub(crate) heading: Option<u8>,
}

impl Line<'_> {
    /// Byte of `text` in the decoded source.
    pub(crate) fn text_start(&self) -> u32 {
        self.start + (self.text.as_ptr() as usize - self.raw.as_ptr() as usize) as u32
    }

    /// Whether words of the document stand here.
    pub(crate) fn has_words(&self) -> bool {
        self.kind == LineKind::Words
    }
}
