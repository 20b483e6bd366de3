//! The lines of a document in which GB/T 9704 elements stand.

use crate::search::holds_blank;
use crate::wordlist::CharSet;
use gongwen_outline::{Outline, Own, SectionKind};
use gongwen_text::{Span, chars};
use std::borrow::Cow;
use std::ops::Deref;

/// Lines of the front and the tail that are looked at: more than any document prints around its body.
const LINES: usize = 60;

/// Lines at the end of the last section in which a signature may hide.
const LAST_LINES: usize = 8;

/// What stands in a line, one bit each: every element needs one of these marks, and most lines hold none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// A colon: a key.
    pub(super) const COLON: Self = Self(1);
    /// A bracket before what is no common Chinese character: the year of a document number.
    pub(super) const YEAR: Self = Self(1 << 1);
    /// 月, or a mark that stands between year, month and day.
    pub(super) const DAY: Self = Self(1 << 2);
    /// 公 or 依: of openness nothing else speaks.
    pub(super) const OPENNESS: Self = Self(1 << 3);

    /// Looks at a line once.
    fn of(line: &str) -> Self {
        static ALL: CharSet = CharSet::of(&[
            '：', ':', '〔', '[', '［', '【', '（', '(', '﹝', '〈', '<', '月', '-', '/', '.', '．', '－',
            '公', '依',
        ]);
        let mut marks = Self::default();
        for (at, c) in ALL.all(line) {
            marks.0 |= match c {
                '：' | ':' => Self::COLON.0,
                '月' | '-' | '/' | '.' | '．' | '－' => Self::DAY.0,
                '公' | '依' => Self::OPENNESS.0,
                _ if matches!(line.as_bytes().get(at + c.len_utf8()), Some(0xE4..=0xE9)) => 0,
                _ => Self::YEAR.0,
            };
        }
        marks
    }
}

/// A line with its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    marks: Marks,
}

impl Line<'_> {
    /// Whether the mark stands in the line.
    pub(super) fn has(&self, mark: Marks) -> bool {
        self.marks.0 & mark.0 != 0
    }
}

impl<'a> From<&'a str> for Line<'a> {
    fn from(text: &'a str) -> Self {
        Self { text, marks: Marks::of(text) }
    }
}

impl Deref for Line<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

/// The lines around the body, without white space at their ends and never empty.
#[derive(Debug, Default)]
pub(super) struct Zones<'a> {
    /// The whole text, for spans.
    pub(super) text: &'a str,
    /// Lines before the first section.
    pub(super) front: Vec<Line<'a>>,
    /// Last lines of the last section and what follows the body.
    pub(super) tail: Vec<Line<'a>>,
    /// Lines of the last top section, which says whom to report to, and notes below tables.
    pub(super) closing: Vec<Line<'a>>,
    /// 版记
    pub(super) colophon: Vec<Line<'a>>,
}

impl<'a> Zones<'a> {
    /// Takes the lines out of the outline.
    pub(super) fn new(text: &'a str, outline: &Outline) -> Self {
        let mut front: Vec<_> = lines(text, &outline.front, LINES * 4).collect();
        let mut tail = Vec::new();
        if outline.sections.is_empty() && front.len() > LINES {
            tail = front[front.len().saturating_sub(LAST_LINES * 2).max(LINES)..].to_vec();
        }
        front.truncate(LINES);
        if let Some(last) =
            outline.sections.iter().rev().find(|s| s.kind == SectionKind::Body && !s.own.is_empty())
        {
            let own: Vec<Span> = last.own.iter().filter_map(|own: &Own| own.span()).collect();
            tail.extend(lines(text, &own[own.len().saturating_sub(LAST_LINES)..], LINES * 4));
        }
        tail.extend(lines(text, &outline.closing, LINES));
        let top = outline.sections.iter().rposition(|s| s.kind == SectionKind::Body && s.parent.is_none());
        let below = outline.sections[top.unwrap_or_default()..].iter();
        let own = below.take_while(|s| s.kind == SectionKind::Body).flat_map(|section| &section.own);
        let own: Vec<Span> = own.take(LINES).filter_map(|own: &Own| own.span()).collect();
        let mut closing: Vec<_> = lines(text, &own, LINES).collect();
        // Notes below tables say whom to ask, too.
        let annexes = outline.sections.iter().filter(|s| s.kind != SectionKind::Body);
        let notes = annexes.flat_map(|section| &section.own).filter_map(|own: &Own| own.text());
        let notes = notes.filter(|span| {
            let words = span.of_text(text);
            crate::genre::is_note(words) || crate::genre::is_legend(words)
        });
        closing.extend(lines(text, &notes.take(LINES).collect::<Vec<_>>(), LINES));
        let colophon = lines(text, &outline.colophon, LINES).collect();
        Self { text, front, tail, closing, colophon }
    }

    /// Front, tail and colophon, in this order.
    pub(super) fn all(&self) -> impl Iterator<Item = Line<'a>> + '_ {
        self.front.iter().chain(&self.tail).chain(&self.colophon).copied()
    }
}

fn lines<'a>(text: &'a str, spans: &[Span], most: usize) -> impl Iterator<Item = Line<'a>> {
    spans
        .iter()
        .flat_map(|span| span.of_text(text).split('\n'))
        .map(chars::trim)
        .filter(|line| !line.is_empty())
        .take(most)
        .map(Line::from)
}

/// `text` without its white space.
pub(super) fn joined(text: &str) -> Cow<'_, str> {
    if holds_blank(text) {
        Cow::Owned(text.chars().filter(|c| !c.is_whitespace()).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The first `bytes` bytes of `text`, or a little less: cut at a character.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// The last `bytes` bytes of `text`, or a little less: cut at a character.
pub(super) fn last(text: &str, bytes: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(bytes))..]
}

/// Length of the bracketed piece that `text` begins with, both brackets included; `None` when it does not begin with
/// one or none closes within `bytes`.
pub(super) fn bracketed(text: &str, bytes: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in head(text, bytes).char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return (at > 0).then_some(at + c.len_utf8());
        }
    }
    None
}

/// The value behind a key at the start of a line: `文    号：平政办发` for the key `文号`. White space inside the key
/// and before the colon is passed over. The value may be empty.
pub(super) fn value_of<'a>(line: &'a str, keys: &[&str]) -> Option<&'a str> {
    static COLONS: CharSet = CharSet::of(&['：', ':']);
    let (colon, _) = COLONS.next(head(line, 60), 0)?;
    let key = joined(&line[..colon]);
    let key = key.trim_start_matches(['（', '(', '【', '[']);
    keys.contains(&key).then(|| line[colon..].trim_start_matches(['：', ':']).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_with_blanks_inside() {
        let check = |line, expect| assert_eq!(value_of(line, &["文号", "邮箱"]), expect, "{line}");
        check("文       号 : 无", Some("无"));
        check("邮 箱:a@b.cn", Some("a@b.cn"));
        check("文号：", Some(""));
        check("有关文号：无", None);
        check("文号", None);
    }

    #[test]
    fn every_white_space_goes() {
        for space in (0..0x3001).filter_map(char::from_u32).filter(|c| c.is_whitespace()) {
            assert_eq!(joined(&format!("总{space}体")), "总体");
        }
        assert!(matches!(joined("“十四五”、规划"), Cow::Borrowed(_)));
    }

    #[test]
    fn brackets_close_or_are_none() {
        assert_eq!(bracketed("（a(b)）c", 60), Some("（a(b)）".len()));
        assert_eq!(bracketed("（a", 60), None);
        assert_eq!(bracketed("a）", 60), None);
    }
}
