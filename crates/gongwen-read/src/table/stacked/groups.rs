//! Rows over all columns that group others: `二、…方面`.

use super::rows::Rows;
use super::{Row, Tabs};
use crate::table::cell::Piece;
use crate::table::header::{Layout, group_row};
use gongwen_text::{Label, LabelStyle};

impl<'a> Rows<'a, '_> {
    /// Moves what stands before the first number into rows over all columns, if it is such.
    pub(super) fn groups_only(row: &mut Row<'a>) -> bool {
        if row.pieces.iter().any(|p| !p.text.is_empty() && !group_row(p.text)) {
            return false;
        }
        row.groups = std::mem::take(&mut row.pieces);
        row.begun = 0;
        row.groups.retain(|p| !p.text.is_empty());
        true
    }

    /// Takes rows over all columns (`二、…方面`) off the end of a row that is complete without them.
    pub(super) fn set_groups_apart(&mut self, row: &mut Row<'a>) {
        let wanted = self.header.names.len() - 1;
        let words = row.pieces.iter().rposition(|p| !p.text.is_empty()).map_or(0, |at| at + 1);
        let mut from = words;
        while from > wanted.max(1) && words - from < 2 && self.is_group(row.pieces[from - 1]) {
            from -= 1;
        }
        if from < words {
            self.groups = row.pieces.split_off(from);
            self.groups.retain(|p| !p.text.is_empty());
        }
    }

    /// Whether a piece is a row that groups others.
    fn is_group(&self, piece: Piece<'a>) -> bool {
        let style = Label::read(piece.text).map(|l| l.style);
        let whole = self.tabs == Tabs::None || piece.tab;
        whole
            && group_row(piece.text)
            && (self.header.layout == Layout::Stacked || style == Some(LabelStyle::Han))
    }
}
