//! A document as read: text, paragraphs, table grids.

use crate::{Diagnostic, OffsetMap, Span};

/// File format, told by content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, as written or as OCR puts it out.
    Markdown,
    /// A web page.
    Html,
    /// Word 2007 and later.
    Docx,
    /// Word 97–2003.
    Doc,
    /// PDF with text.
    Pdf,
    /// Excel 2007 and later.
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// A DoclingDocument as JSON.
    Docling,
}

impl Format {
    /// The name that a record prints.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Docling => "docling",
        }
    }
}

/// What is known of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Format, told by content.
    pub format: Format,
    /// Encoding as in the WHATWG registry, lower case: `utf-8`, `gb18030`, `utf-16le`, `big5`.
    pub encoding: &'static str,
    /// Size of the file in bytes.
    pub bytes: usize,
    /// Pages, where the format or the text shows them.
    pub pages: Option<u32>,
}

/// A document as read: what every format becomes.
///
/// **Invariants.** `text` is normalised: line feeds only, no byte order mark, no zero-width or control
/// characters but `\n` and `\t`; wraps joined, furniture (page numbers, running heads, conversion debris,
/// mark-up) left out. Each paragraph is one line of it, without white space at its ends. Cells of a table
/// stand in reading order, one after the other; a cell of several paragraphs has one line each. Blocks are
/// in the order of the text and do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manuscript {
    /// The normalised text.
    pub text: String,
    /// Paragraphs and tables in reading order.
    pub blocks: Vec<Block>,
    /// The grids that [`Block::Table`] names.
    pub tables: Vec<Grid>,
    /// From `text` back to the decoded source; empty where the source is no plain text.
    pub map: OffsetMap,
    /// Where in the file each stretch of `text` stands, for sources that are no plain text: start in `text`, ascending.
    pub locators: Vec<(u32, Locator)>,
    /// What is known of the file.
    pub source: Source,
    /// Key and value pairs that a page prints around the document (索引号, 发布日期 …), in order.
    pub website: Vec<(String, String)>,
    /// What was odd.
    pub diagnostics: Vec<Diagnostic>,
}

impl Manuscript {
    /// Where in the file `span` stands; `None` for plain text, whose places are bytes.
    pub fn locator(&self, span: Span) -> Option<Locator> {
        let at = self.locators.partition_point(|&(start, _)| start <= span.start);
        at.checked_sub(1).map(|i| self.locators[i].1)
    }
}

/// A place in a file that is no plain text. Everything counts from 1; what a format does not have is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Locator {
    /// Page.
    pub page: Option<u32>,
    /// Sheet of a spreadsheet.
    pub sheet: Option<u32>,
    /// Paragraph of the file, or of the page where there are pages; cells are not counted.
    pub paragraph: Option<u32>,
    /// Table of the file (of the sheet: always 1).
    pub table: Option<u32>,
    /// Row of the table.
    pub row: Option<u32>,
    /// Column of the table.
    pub column: Option<u32>,
}

/// A unit of the text in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table: an index into [`Manuscript::tables`].
    Table(usize),
}

/// One paragraph: one line of the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Without its line feed.
    pub span: Span,
    /// Heading level that the source marked (`##` = 2, a Word heading style), where it did. A hint only:
    /// OCR and conversions put it at wrong levels.
    pub heading: Option<u8>,
    /// How many bytes at the start of the paragraph the source set in bold; 0 when none.
    pub bold: u32,
    /// Whether the source left blank space above it (blank line, page break): a hint only.
    pub gap: bool,
}

impl Paragraph {
    /// A paragraph without any hint from the source.
    pub fn plain(span: Span) -> Self {
        Self { span, heading: None, bold: 0, gap: false }
    }
}

/// A table as printed, before anything is read into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// All of it in the text.
    pub span: Span,
    /// Its title line, where one stands directly above it and belongs to it.
    pub caption: Option<Span>,
    /// How many rows at the top are headers; repeated headers of later pages are dropped. 0 when none was
    /// recognised.
    pub header_rows: usize,
    /// Rows of cells, top to bottom. A row lists the cells that *begin* in it, left to right.
    pub rows: Vec<Vec<Cell>>,
    /// Number of columns.
    pub columns: usize,
}

/// One cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text; several paragraphs are separated by line feeds. Empty for an empty cell.
    pub span: Span,
    /// Leftmost column, from 0.
    pub column: u16,
    /// Rows covered, at least 1.
    pub rowspan: u16,
    /// Columns covered, at least 1.
    pub colspan: u16,
}
