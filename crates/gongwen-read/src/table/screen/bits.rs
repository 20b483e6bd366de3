//! The words of a line and the columns of the screen that they take.

use super::LONGEST_LINE;
use crate::line::Line;
use crate::table::cell::split_spaces;
use std::ops::Range;

/// Words of a line, apart from others by two blanks.
#[derive(Clone, Debug)]
pub(in crate::table) struct Bit<'a> {
    /// The words.
    pub(in crate::table) words: &'a str,
    /// Columns of the screen it takes.
    pub(in crate::table) at: Range<usize>,
}

/// The words alone.
pub(in crate::table) fn words_of<'a>(bits: &[Bit<'a>]) -> Vec<&'a str> {
    bits.iter().map(|bit| bit.words).collect()
}

/// The words of a line with their places; `None` where a tab stands among them.
pub(in crate::table) fn bits<'a>(line: &Line<'a>, han: usize) -> Option<Vec<Bit<'a>>> {
    bits_of(line, han, split_spaces(line.text, 2))
}

/// The same for the words that a line is parted in.
pub(in crate::table) fn bits_of<'a>(
    line: &Line<'a>,
    han: usize,
    words: impl Iterator<Item = &'a str>,
) -> Option<Vec<Bit<'a>>> {
    if line.raw.len() > LONGEST_LINE || line.raw.contains('\t') {
        return None;
    }
    // An ideographic space is as wide as it looks.
    let wide = |c: char| {
        if c.is_ascii() {
            1
        } else if c == '\u{3000}' {
            2
        } else {
            han
        }
    };
    let mut at = 0;
    let mut seen = 0;
    let bit = |words: &'a str| {
        let start = words.as_ptr() as usize - line.raw.as_ptr() as usize;
        at += line.raw[seen..start].chars().map(wide).sum::<usize>();
        let from = at;
        at += words.chars().map(wide).sum::<usize>();
        seen = start + words.len();
        Bit { words, at: from..at }
    };
    Some(words.map(bit).collect())
}
