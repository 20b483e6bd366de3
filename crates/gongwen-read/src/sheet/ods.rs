//! OpenDocument spreadsheets: the words that each cell shows stand in the file as paragraphs.
//!
//! Source: OpenDocument 1.3, part 3, chapter 9 (tables).

use super::book::{Book, Region, Sheet};
use super::xml::{Node, Part, attribute, number};
use crate::archive::Archive;
use crate::error::ReadError;
use quick_xml::events::BytesStart;
use std::collections::HashSet;

const KIND: &str = "OpenDocument spreadsheet";

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    let mut archive = Archive::open(bytes, KIND)?;
    if let Some(manifest) = Part::open(&mut archive, "META-INF/manifest.xml", KIND)? {
        let mut encrypted = false;
        manifest.walk(|node| {
            encrypted |= matches!(node, Node::Open(tag) if tag.local_name().as_ref() == "encryption-data");
            Ok(())
        })?;
        if encrypted {
            return Err(ReadError::Encrypted { kind: KIND });
        }
    }
    let Some(part) = Part::open(&mut archive, "content.xml", KIND)? else {
        return Err(ReadError::Damaged { kind: KIND, cause: "it has no content part" });
    };
    let mut reader = Reader::default();
    part.walk(|node| reader.take(node))?;
    Ok(reader.book)
}

/// A cell of the row that is being read.
struct Pending {
    column: u32,
    repeated: u32,
    rows: u32,
    columns: u32,
    words: String,
    formula: bool,
}

#[derive(Default)]
struct Reader {
    book: Book,
    sheet: Option<Sheet>,
    /// Styles of tables that are not shown, and the style that is being read.
    unseen: HashSet<String>,
    style: String,
    row: u32,
    column: u32,
    row_repeated: u32,
    row_hidden: bool,
    pending: Vec<Pending>,
    /// Column stretches seen so far, for those that are hidden.
    columns: u32,
    in_cell: bool,
    in_words: usize,
    /// Depth inside of what is no words of a cell: remarks, drawings, changes.
    aside: usize,
}

/// Elements whose words belong to no cell.
const ASIDE: [&str; 5] = ["annotation", "frame", "tracked-changes", "shapes", "custom-shape"];

impl Reader {
    fn take(&mut self, node: Node<'_>) -> Result<(), ReadError> {
        match node {
            Node::Open(tag) => {
                let name = tag.local_name();
                if self.aside > 0 || ASIDE.contains(&name.as_ref()) {
                    self.aside += 1;
                    return Ok(());
                }
                self.open(name.as_ref(), tag);
            }
            Node::Close(_) if self.aside > 0 => self.aside -= 1,
            Node::Close(name) => self.close(name)?,
            Node::Words(words) if self.in_words > 0 && self.aside == 0 => self.say(words),
            Node::Words(_) => {}
        }
        Ok(())
    }

    fn open(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "style" => self.style = attribute(tag, "name").unwrap_or_default().into_owned(),
            "table-properties" if attribute(tag, "display").is_some_and(|it| it == "false") => {
                self.unseen.insert(std::mem::take(&mut self.style));
            }
            "table" => {
                let hidden = attribute(tag, "style-name").is_some_and(|it| self.unseen.contains(&*it));
                let name = attribute(tag, "name").unwrap_or_default().into_owned();
                self.sheet = Some(Sheet { name, hidden, ..Sheet::default() });
                (self.row, self.columns) = (0, 0);
            }
            "table-column" => {
                let repeated: u32 = number(tag, "number-columns-repeated").unwrap_or(1).max(1);
                let from = self.columns;
                self.columns = from.saturating_add(repeated);
                if is_hidden(tag)
                    && let Some(sheet) = &mut self.sheet
                {
                    sheet.hidden_columns.push((from, self.columns - 1));
                }
            }
            "table-row" => {
                self.row_repeated = number(tag, "number-rows-repeated").unwrap_or(1).max(1);
                self.row_hidden = is_hidden(tag);
                self.column = 0;
                self.pending.clear();
            }
            "table-cell" | "covered-table-cell" => {
                let repeated: u32 = number(tag, "number-columns-repeated").unwrap_or(1).max(1);
                let spans = |name| number::<u32>(tag, name).unwrap_or(1).max(1);
                self.pending.push(Pending {
                    column: self.column,
                    repeated,
                    rows: spans("number-rows-spanned"),
                    columns: spans("number-columns-spanned"),
                    words: String::new(),
                    formula: attribute(tag, "formula").is_some(),
                });
                self.column = self.column.saturating_add(repeated);
                self.in_cell = true;
            }
            "p" | "h" if self.in_cell => {
                self.in_words += 1;
                if self.pending.last().is_some_and(|cell| !cell.words.is_empty()) {
                    self.say("\n");
                }
            }
            "s" if self.in_words > 0 => {
                let spaces: usize = number(tag, "c").unwrap_or(1);
                self.say(&" ".repeat(spaces.min(64)));
            }
            "tab" if self.in_words > 0 => self.say(" "),
            "line-break" if self.in_words > 0 => self.say("\n"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "p" | "h" => self.in_words = self.in_words.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.in_cell = false,
            "table-row" => self.end_row()?,
            "table" => self.book.sheets.extend(self.sheet.take()),
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, words: &str) {
        if let Some(cell) = self.pending.last_mut() {
            cell.words.push_str(words);
        }
    }

    /// Puts the row's cells down, as often as it is repeated.
    fn end_row(&mut self) -> Result<(), ReadError> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        let first = self.row;
        self.row = first.saturating_add(self.row_repeated);
        let words = self.pending.iter().any(|cell| !cell.words.trim().is_empty());
        let spans = self.pending.iter().any(|cell| cell.rows > 1 || cell.columns > 1);
        if self.row_hidden && words {
            sheet.hidden_rows.push(first);
        }
        if !words && !spans && self.pending.iter().all(|cell| !cell.formula) {
            return Ok(());
        }
        for row in first..self.row {
            for cell in &self.pending {
                if cell.rows > 1 || cell.columns > 1 {
                    sheet.merged.push(Region {
                        top: row,
                        left: cell.column,
                        bottom: row.saturating_add(cell.rows - 1),
                        right: cell.column.saturating_add(cell.columns - 1),
                    });
                }
                if cell.words.trim().is_empty() {
                    if cell.formula && sheet.uncached.len() < 1000 {
                        sheet.uncached.push((row, cell.column));
                    }
                    continue;
                }
                for column in cell.column..cell.column.saturating_add(cell.repeated) {
                    self.book.show(sheet, row, column, cell.words.clone())?;
                }
            }
            // What shows nothing need not be put down a million times.
            if !words {
                break;
            }
        }
        Ok(())
    }
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|it| matches!(&*it, "collapse" | "filter"))
}
