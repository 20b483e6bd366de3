//! Lines of a table of contents, which are no units.

use crate::contents;
use gongwen_text::{Label, Manuscript, chars};

/// Captions of tables of contents that are looked below. A document has one, its annexes a few more: what repeats the word without
/// end is not searched.
const LOOKS: u32 = 8;

/// What is known of tables of contents while the lines are gone through.
pub(super) struct ContentsLines<'m> {
    manuscript: &'m Manuscript,
    /// Blocks that come next and belong to one.
    listed: usize,
    /// Whether the line before belonged to one that `目录` announces.
    inside: bool,
    /// Captions that are still looked below.
    looks: u32,
    /// Whether a numbered list was looked at that nothing announces.
    numbered: bool,
}

impl<'m> ContentsLines<'m> {
    /// Before the first line.
    pub(super) fn of(manuscript: &'m Manuscript) -> Self {
        Self { manuscript, listed: 0, inside: false, looks: LOOKS, numbered: false }
    }

    /// Whether the next block is known to belong to one.
    pub(super) fn holds_next(&mut self) -> bool {
        let holds = self.listed > 0;
        self.listed -= usize::from(holds);
        holds
    }

    /// Whether the line of block `at` is one of a table of contents, its `目录` or its caption.
    pub(super) fn takes(&mut self, line: &str, at: usize) -> bool {
        if self.begins_unannounced(line, at) {
            return true;
        }
        if !self.is_line(line) {
            return false;
        }
        if is_mark(line) && self.looks > 0 {
            self.looks -= 1;
            self.listed = contents::listed(self.manuscript, at + 1);
        }
        true
    }

    /// Nothing need announce a table of contents, or only `《某区应急预案目录》` above it.
    fn begins_unannounced(&mut self, line: &str, at: usize) -> bool {
        let captioned = self.looks > 0 && contents::is_caption(line);
        let begins = !self.numbered && !captioned && contents::is_numbered(line);
        if !captioned && !begins {
            return false;
        }
        self.looks -= u32::from(captioned);
        self.numbered |= begins;
        self.listed = contents::unannounced(self.manuscript, at + usize::from(captioned));
        let found = self.listed > 0;
        if found {
            self.listed -= usize::from(begins);
        }
        found
    }

    /// `目录`, and lines that end in leaders and a page number.
    fn is_line(&mut self, line: &str) -> bool {
        if is_mark(line) {
            self.inside = true;
            return true;
        }
        let bytes = line.as_bytes();
        if line.len() > 240 || !bytes.last().is_some_and(u8::is_ascii_digit) {
            self.inside = false;
            return false;
        }
        let stem = line.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        let leaders =
            stem.chars().rev().take_while(|c| matches!(c, '.' | '…' | '·' | '．' | '-' | '—' | '\t')).count();
        leaders >= 2
            || self.inside && line.len() < 120 && stem.len() < line.len() && Label::read(line).is_some()
    }
}

/// `目录`, also in spaced letters.
fn is_mark(line: &str) -> bool {
    line.len() < 24 && chars::is_compact_form(line, "目录")
}
