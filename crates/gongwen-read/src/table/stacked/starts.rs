//! Where a row starts, and where a header does.

use super::rows::Rows;
use super::{Row, Tabs};
use crate::line::LineKind;
use crate::table::cell::{Piece, ends_as_unit, split_spaces};
use crate::table::find::{LONGEST_HEADER, Marks};
use crate::table::header::{self, Class, Layout, has_space};
use gongwen_text::chars::is_compact_form;
use gongwen_text::{Label, LabelStyle};

impl<'a> Rows<'a, '_> {
    /// The first line behind a header that is repeated here.
    pub(super) fn repeated_header(&self, piece: Piece<'a>) -> Option<usize> {
        let first = self.header.names.first()?;
        if self.header.layout == Layout::Spaced {
            if piece.text.len() > LONGEST_HEADER || !has_space(piece.text) {
                return None;
            }
            let same = split_spaces(piece.text, 1).filter(|w| self.header.repeats(w)).count();
            return (same * 2 > self.header.names.len()).then_some(piece.line + 1);
        }
        if piece.text.len() > LONGEST_HEADER / 4 || !is_compact_form(piece.text, first) {
            return None;
        }
        let mut known = 0;
        let mut seen = 0;
        let mut end = piece.line + 1;
        for (i, line) in self.lines.iter().enumerate().skip(piece.line).take(self.header.names.len() * 4) {
            if line.kind != LineKind::Words {
                continue;
            }
            if seen == self.header.names.len() {
                break;
            }
            known += usize::from(self.header.repeats(line.text));
            seen += 1;
            end = i + 1;
        }
        (known >= 2 && known * 3 >= seen * 2).then_some(end)
    }

    /// Whether another table's header begins here: the same first name over other columns.
    pub(super) fn other_header(&self, piece: Piece<'a>) -> bool {
        let same = self.header.names.first().is_some_and(|first| is_compact_form(piece.text, first));
        same && self.tabs == Tabs::None
            && self.header.layout == Layout::Stacked
            && header::read(self.lines, piece.line, Marks { bars: false, tabs: false }).is_some()
    }

    /// Whether a heading counts on from the one that stands above the whole table.
    pub(super) fn counts_on(&self, piece: &Piece<'a>) -> bool {
        let above = self.lines[..self.header.top].iter().rev().take(6).find(|l| l.kind == LineKind::Words);
        let above = above.and_then(|line| Label::read(line.text));
        let label = Label::read(piece.text).filter(|l| l.style < LabelStyle::Arabic);
        above.zip(label).is_some_and(|(above, l)| above.style == l.style && above.number + 1 == l.number)
    }

    /// Whether `piece` is the number of the next row, or a sum.
    pub(super) fn begins_row(&self, piece: Piece<'a>, row: &Row<'a>) -> bool {
        let long_enough = || row.pieces.len() + 1 >= self.least();
        let short = piece.text.len() <= 12;
        if short && self.sums.iter().any(|sum| is_compact_form(piece.text, sum)) {
            return row.number.is_some() && long_enough();
        }
        let digits = piece.text.bytes().take_while(u8::is_ascii_digit).count();
        let (1..=3, Ok(count)) = (digits, piece.text[..digits].parse::<u32>()) else { return false };
        let rest = &piece.text[digits..];
        self.is_due((count, rest.is_empty()), piece.tab, row)
            && (row.number.is_none() || long_enough())
            && (self.tabs != Tabs::Lead || piece.tab)
            && (rest.is_empty() || self.may_follow_number(rest))
    }

    /// Whether a number counts on from that of the row before. A row or more may have been cut out; the one before it must then be
    /// whole. The first is `1`, or stands alone on its line.
    fn is_due(&self, (count, alone): (u32, bool), tab: bool, row: &Row<'a>) -> bool {
        match (self.count, &row.number) {
            (Some(last), _) => {
                count == last + 1 || count > last && count < last + 50 && tab && self.is_full(row)
            }
            (None, Some(_)) => true,
            (None, None) => count == 1 || alone,
        }
    }

    /// Whether the words behind a number are the first cell of its row: `7 县教育局`, or glued by a conversion; `7.加强…` is an item and
    /// `7月底` a date.
    fn may_follow_number(&self, rest: &str) -> bool {
        if self.tabs != Tabs::None || rest.len() > 90 {
            return false;
        }
        let spaced = rest.starts_with([' ', '\u{3000}', '\t']);
        let words = rest.trim();
        let fits = match self.header.classes.get(1) {
            Some(Class::Lead | Class::Units) => {
                ends_as_unit(words)
                    || spaced && words.chars().count() <= 8 && !words.contains(['。', '，', '、'])
            }
            _ => spaced,
        };
        fits && !words.starts_with(['.', '．', '、', '）', ')', '年', '月', '日', '%', '％'])
    }

    /// Fewest pieces of a row, its number included: cells that merging or blanks may have lost do not count.
    fn least(&self) -> usize {
        let classes = &self.header.classes;
        if classes.contains(&Class::Value) {
            return classes.len().min(4);
        }
        2
    }
}
