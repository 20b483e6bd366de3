//! Where a row, and with it the table, ends.

use super::rows::Rows;
use super::{Row, Tabs};
use crate::table::cell::{Piece, ends_as_unit};
use crate::table::fit;
use crate::table::header::{Class, group_row};
use gongwen_text::{Label, LabelStyle};

/// Lines that are tried behind the one where a last row seems to end.
const FURTHER: usize = 8;

impl<'a> Rows<'a, '_> {
    /// Whether a row has as many cells as there are columns.
    pub(super) fn is_full(&self, row: &Row<'a>) -> bool {
        let wanted = self.header.names.len() - 1;
        match self.tabs {
            Tabs::Lead => row.begun >= wanted,
            Tabs::Trail => row.begun + 1 >= wanted,
            Tabs::None => row.pieces.len() >= wanted,
        }
    }

    /// Whether the table seems to end before `piece`.
    pub(super) fn stops(&self, row: &Row<'a>, piece: Piece<'a>) -> bool {
        if piece.heading || piece.text.starts_with("附件") || piece.text.starts_with("附：") {
            return true;
        }
        if !self.is_full(row) {
            return false;
        }
        let last = row.pieces.iter().rev().find(|p| !p.text.is_empty());
        let ended = || last.is_none_or(|p| p.text.ends_with(['。', '；', '！']));
        if self.tabs != Tabs::None && piece.tab {
            return true;
        }
        let label = Label::read(piece.text);
        if label
            .is_some_and(|l| matches!(l.style, LabelStyle::Han | LabelStyle::HanParen | LabelStyle::Chapter))
        {
            return true;
        }
        match self.header.classes.last() {
            Some(Class::Lead | Class::Units) => {
                !(ends_as_unit(piece.text) || last.is_some_and(|p| !ends_as_unit(p.text)))
            }
            Some(Class::Task | Class::Measure) => piece.gap && label.is_none() && ended(),
            _ => true,
        }
    }

    /// How many pieces the last row of a table without tabs has, when it seems to end after `kept`: as many more as its columns
    /// can take better than fewer.
    pub(super) fn reaches(&self, pieces: &[Piece<'a>], kept: usize) -> usize {
        let classes = &self.header.classes[1..];
        let sentences = matches!(classes.last(), None | Some(Class::Task | Class::Measure));
        if self.tabs != Tabs::None || sentences {
            return kept;
        }
        let score =
            |count: usize| fit::place(&pieces[..count], classes, false).map_or(i32::MIN, |(_, score)| score);
        let most = pieces.len().min(kept + FURTHER);
        let later = pieces[kept..most].iter().take_while(|p| !p.heading && !group_row(p.text)).count();
        (kept..=kept + later).rev().max_by_key(|&count| score(count)).unwrap_or(kept)
    }
}

/// Whether a table cannot go on behind these pieces.
pub(super) fn hard_stop(pieces: &[Piece<'_>]) -> bool {
    pieces.first().is_some_and(|p| p.heading || p.text.starts_with("附件"))
}
