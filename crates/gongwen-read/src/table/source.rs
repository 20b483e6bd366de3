//! From words of a line to their place in the decoded source, and back.

use crate::line::Line;

/// Where `words` stand: they are a part of one of the lines.
pub(super) fn place(lines: &[Line<'_>], words: &str) -> Option<(u32, u32)> {
    let first = lines.first()?;
    let start = first.start as usize + (words.as_ptr() as usize).wrapping_sub(first.raw.as_ptr() as usize);
    Some((start as u32, (start + words.len()) as u32))
}

/// The words at a place of the decoded source.
pub(super) fn slice<'a>(lines: &[Line<'a>], start: u32, end: u32) -> Option<&'a str> {
    let index = lines.partition_point(|l| l.start <= start).checked_sub(1)?;
    let line = &lines[index];
    line.raw.get((start - line.start) as usize..(end - line.start) as usize)
}
