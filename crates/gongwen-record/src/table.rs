//! Tables as printed.

use crate::{CharSpan, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A table as printed, before anything is read into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Table<'a> {
    /// `tb1`, `tb2` … in document order.
    pub id: Id,
    /// The section in which it stands; null when it stands in none.
    pub section: Option<Id>,
    /// Its title line; null when none belongs to it.
    pub caption: Option<Cow<'a, str>>,
    /// One name a column, white space removed; headers on several rows are joined from the top with `/`. Empty when no header was recognised.
    pub header: Vec<Cow<'a, str>>,
    /// Rows below the header, top to bottom; each lists the cells that begin in it, left to right.
    pub rows: Vec<Vec<TableCell<'a>>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TableCell<'a> {
    /// Its text; several paragraphs are separated by line feeds. Empty for an empty cell.
    pub text: Cow<'a, str>,
    /// Rows covered.
    #[schemars(range(min = 1))]
    pub rowspan: u16,
    /// Columns covered.
    #[schemars(range(min = 1))]
    pub colspan: u16,
    /// Where the text stands.
    pub span: CharSpan,
}
