//! What each paragraph is by itself ([`mod@line`]), and what neighbours make of it ([`all`]).

mod all;
mod contents_lines;
mod key;
mod line;
mod merge;
#[cfg(test)]
mod trial;

pub(crate) use all::units;
use gongwen_text::{Label, Span};
pub(crate) use key::{is_field, key};
pub(crate) use line::{day, kind};
#[cfg(test)]
pub(crate) use trial::{letters, of_lines, standing};

/// A paragraph or a table, with what can be said of it without its neighbours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) span: Span,
    pub(crate) kind: UnitKind,
    /// Heading level marked by the source.
    pub(crate) heading: Option<u8>,
    /// Bytes at the start that the source set in bold.
    pub(crate) bold: u32,
}

/// What a unit is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// Begins with an ordinal.
    Labelled(Label),
    /// `牵头部门：…`, or a bracket alone on its line that holds such keys or duty words.
    Field,
    /// A heading without label on a line of its own: `工作要求：`.
    Standing,
    /// A heading without label that the source sets as one, in a document that labels none.
    Styled,
    /// `县教育局：牵头…` in a document that labels nothing, with the bytes of the names.
    Told(u32),
    /// `附件` `附件1` `附件：` with nothing behind: an annex begins.
    AnnexMark,
    /// `附件：1.…`: the list of annexes.
    AnnexList,
    /// `联系人：…`
    Contact,
    /// `抄送：…`, `…印发` of the 版记.
    Colophon,
    /// A date alone.
    Date,
    /// `（此件公开发布）` and the like.
    Remark,
    /// A document number alone, or a `…文件` banner.
    Masthead,
    /// Any other paragraph.
    Prose,
    /// A table.
    Table(usize),
}
