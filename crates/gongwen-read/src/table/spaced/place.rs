//! Where words stand on the screen, and where the names of the header above them do.

use crate::line::Line;
use crate::table::cell::{spelled, split_spaces};
use crate::table::header::{Class, Header};
use crate::table::{ragged, upright};
use std::ops::Range;

/// Where the names of a header stand.
#[derive(Default)]
pub(super) struct Screen {
    /// The columns of the screen at which they begin; none where that is not told.
    pub(super) starts: Vec<usize>,
    /// The stretches of the screen that they take, where figures stand below them that may be lacking.
    pub(super) over: Vec<Range<usize>>,
}

impl Screen {
    /// Where the names of `header` stand.
    pub(super) fn of(lines: &[Line<'_>], header: &Header) -> Self {
        if !header.upright.is_empty() {
            let names = upright::names(lines, header, 2).unwrap_or_default();
            return Self { starts: names.iter().map(|name| name.at.start).collect(), over: Vec::new() };
        }
        let line = &lines[header.line];
        let names = spelled(line.text);
        if names.len() != header.names.len() {
            return Self::default();
        }
        let starts: Option<Vec<usize>> = names.iter().map(|name| screen_column(line, name)).collect();
        let over = ragged::stretches(line, &names).filter(|over| {
            let plain =
                header.classes.iter().all(|class| matches!(class, Class::Any | Class::Group | Class::Value));
            plain && over.len() > 2 && ragged::shows(lines, header.next, over)
        });
        Self { starts: starts.unwrap_or_default(), over: over.unwrap_or_default() }
    }
}

/// The words of a line that two blanks part, or a single one in front of words that begin where a column does: beside a full cell
/// there is no more room.
pub(super) fn split_cells<'a>(line: &Line<'a>, starts: &[usize]) -> impl Iterator<Item = &'a str> {
    const LONGEST_LINE: usize = 800;
    let starts = if line.raw.len() > LONGEST_LINE { &[] } else { starts };
    split_spaces(line.text, 2).flat_map(move |words| {
        let mut rest = words;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let begins = |at: &usize| {
                screen_column(line, &rest[at + 1..]).is_some_and(|start| starts.contains(&start))
            };
            let Some(at) = memchr::memchr_iter(b' ', rest.as_bytes()).find(begins) else {
                return Some(std::mem::take(&mut rest));
            };
            let word = &rest[..at];
            rest = &rest[at + 1..];
            Some(word)
        })
    })
}

/// The column of the screen at which words of a line begin: Han characters are two wide. `None` behind a tab.
pub(super) fn screen_column(line: &Line<'_>, words: &str) -> Option<usize> {
    let before = &line.raw[..words.as_ptr() as usize - line.raw.as_ptr() as usize];
    let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
    (!before.contains('\t')).then(|| before.chars().map(wide).sum())
}

/// The columns of cells that stand below the names of the header each; `None` where one does not.
pub(super) fn by_columns(line: &Line<'_>, words: &[&str], starts: &[usize]) -> Option<Vec<usize>> {
    let mut from = 0;
    let mut place = |word: &&str| {
        let start = screen_column(line, word)?;
        let column = (from..starts.len()).find(|&column| starts[column] == start)?;
        from = column + 1;
        Some(column)
    };
    words.iter().map(&mut place).collect()
}
