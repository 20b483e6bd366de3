//! The names of the header and where they stand.

use super::bits::Bit;
use crate::line::Line;
use crate::table::header::{Class, Header};
use crate::table::upright;

/// The names of the columns.
pub(super) struct Names<'a> {
    /// The names, and the stretches of the screen that they take.
    pub(super) bits: Vec<Bit<'a>>,
    /// What stands in the cells of the header.
    pub(super) heads: Vec<Vec<(u32, u32)>>,
    /// What each column takes.
    pub(super) classes: Vec<Class>,
    /// First line of the header, and first line behind it.
    pub(super) top: usize,
    pub(super) next: usize,
    /// Columns of the screen that a Han character takes.
    pub(super) han: usize,
}

impl<'a> Names<'a> {
    /// The names of `header`, one that stands on two lines among them.
    pub(super) fn read(lines: &[Line<'a>], header: &Header, han: usize) -> Option<Self> {
        Some(Self {
            bits: upright::names(lines, header, han)?,
            heads: header.cells.clone(),
            classes: header.classes.clone(),
            top: header.top,
            next: header.next,
            han,
        })
    }
}
