//! Excel 2007 and later: the parts of the zipped workbook.
//!
//! Source: ECMA-376-1, 18.2 (workbook), 18.3 (worksheets), 18.4 (shared strings), 18.8 (styles).

use super::book::{Book, Sheet, place, region};
use super::number_format::NumberFormat;
use super::xml::{Node, Part, attribute, flag, number};
use crate::archive::Archive;
use crate::error::ReadError;
use crate::limit;
use std::collections::HashMap;

const KIND: &str = "Excel file";

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    let mut archive = Archive::open(bytes, KIND)?;
    let Some(part) = Part::open(&mut archive, "xl/workbook.xml", KIND)? else {
        return Err(if archive.find("xl/workbook.bin").is_some() {
            ReadError::Unread { what: "a binary Excel file (xlsb)", hint: "save it as xlsx" }
        } else {
            ReadError::Damaged { kind: KIND, cause: "it has no workbook part" }
        });
    };
    let mut since_1904 = false;
    let mut tabs = Vec::new();
    part.walk(|node| {
        if let Node::Open(tag) = node {
            match tag.local_name().as_ref() {
                "workbookPr" => since_1904 = flag(tag, "date1904"),
                "sheet" => tabs.push((
                    attribute(tag, "name").unwrap_or_default().into_owned(),
                    // The sheet's own number is called `sheetId`, so that `id` is the relation.
                    attribute(tag, "id").unwrap_or_default().into_owned(),
                    attribute(tag, "state").is_some_and(|it| it != "visible"),
                )),
                _ => {}
            }
        }
        Ok(())
    })?;
    let targets = relations(&mut archive)?;
    let strings = strings(&mut archive)?;
    let formats = formats(&mut archive)?;
    let mut book = Book::default();
    for (name, id, hidden) in tabs {
        // A relation that leads nowhere, or to a chart, is a sheet without cells.
        let Some(target) = targets.get(&id) else { continue };
        let Some(part) = Part::open(&mut archive, target, KIND)? else { continue };
        let mut sheet = Sheet { name, hidden, ..Sheet::default() };
        let mut cells = Cells { strings: &strings, formats: &formats, since_1904, ..Cells::default() };
        part.walk(|node| cells.take(node, &mut sheet, &mut book))?;
        book.sheets.push(sheet);
    }
    Ok(book)
}

/// Where the workbook's relations lead: part names by id.
fn relations(archive: &mut Archive<'_>) -> Result<HashMap<String, String>, ReadError> {
    let mut targets = HashMap::new();
    let Some(part) = Part::open(archive, "xl/_rels/workbook.xml.rels", KIND)? else { return Ok(targets) };
    part.walk(|node| {
        if let Node::Open(tag) = node
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            let name = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            targets.insert(id.into_owned(), name);
        }
        Ok(())
    })?;
    Ok(targets)
}

/// The shared strings: the runs of each joined, readings (phonetic runs) left out.
fn strings(archive: &mut Archive<'_>) -> Result<Vec<String>, ReadError> {
    let mut strings = Vec::new();
    let Some(part) = Part::open(archive, "xl/sharedStrings.xml", KIND)? else { return Ok(strings) };
    let (mut inside, mut phonetic) = (false, false);
    part.walk(|node| {
        match node {
            Node::Open(tag) => match tag.local_name().as_ref() {
                "si" => strings.push(String::new()),
                "t" => inside = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Node::Close("t") => inside = false,
            Node::Close("rPh") => phonetic = false,
            Node::Words(words) if inside => {
                if let Some(string) = strings.last_mut() {
                    push_words(string, words);
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(strings)
}

/// Appends words; `_x000D_` stands for a carriage return that XML cannot hold.
fn push_words(to: &mut String, words: &str) {
    if words.contains("_x000") {
        to.push_str(&words.replace("_x000D_", "").replace("_x000d_", "").replace("_x000A_", "\n"));
    } else {
        to.push_str(words);
    }
}

/// The number format of every cell style.
fn formats(archive: &mut Archive<'_>) -> Result<Vec<NumberFormat>, ReadError> {
    let mut formats = Vec::new();
    let Some(part) = Part::open(archive, "xl/styles.xml", KIND)? else { return Ok(formats) };
    let mut own: HashMap<u32, NumberFormat> = HashMap::new();
    let mut inside = false;
    part.walk(|node| {
        match node {
            Node::Open(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (number(tag, "numFmtId"), attribute(tag, "formatCode")) {
                        own.insert(id, NumberFormat::read(&code));
                    }
                }
                "cellXfs" => inside = true,
                "xf" if inside => {
                    let id = number(tag, "numFmtId").unwrap_or(0);
                    formats.push(own.get(&id).cloned().unwrap_or_else(|| NumberFormat::builtin(id)));
                }
                _ => {}
            },
            Node::Close("cellXfs") => inside = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(formats)
}

/// What a sheet's elements are read with.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "what is open in the XML is told one by one")]
struct Cells<'a> {
    strings: &'a [String],
    formats: &'a [NumberFormat],
    since_1904: bool,
    row: u32,
    column: u32,
    style: usize,
    kind: String,
    value: String,
    formula: bool,
    inside: bool,
    phonetic: bool,
}

impl Cells<'_> {
    fn take(&mut self, node: Node<'_>, sheet: &mut Sheet, book: &mut Book) -> Result<(), ReadError> {
        match node {
            Node::Open(tag) => match tag.local_name().as_ref() {
                "row" => {
                    // Rows and cells without a name follow the one before.
                    self.row = number(tag, "r").unwrap_or(self.row + 1);
                    self.column = 0;
                    if flag(tag, "hidden") {
                        sheet.hidden_rows.push(self.row.saturating_sub(1));
                    }
                }
                "c" => {
                    let named = attribute(tag, "r").and_then(|it| place(&it));
                    if let Some((row, column)) = named {
                        (self.row, self.column) = (row + 1, column + 1);
                    } else {
                        self.column += 1;
                    }
                    self.style = number(tag, "s").unwrap_or(0);
                    self.kind = attribute(tag, "t").unwrap_or_default().into_owned();
                    self.value.clear();
                    self.formula = false;
                }
                "f" => self.formula = true,
                "v" | "t" => self.inside = !self.phonetic,
                "rPh" => self.phonetic = true,
                "mergeCell" => {
                    if let Some(region) = attribute(tag, "ref").and_then(|it| region(&it)) {
                        sheet.merged.push(region);
                        if sheet.merged.len() > limit::CELLS {
                            let limit = limit::CELLS as u64;
                            return Err(ReadError::Limit { what: "merged cells of a sheet", limit });
                        }
                    }
                }
                "col" if flag(tag, "hidden") => {
                    let (from, to): (u32, u32) =
                        (number(tag, "min").unwrap_or(1), number(tag, "max").unwrap_or(1));
                    sheet.hidden_columns.push((from.saturating_sub(1), to.saturating_sub(1)));
                }
                _ => {}
            },
            Node::Close(name) => match name {
                "v" | "t" => self.inside = false,
                "rPh" => self.phonetic = false,
                "c" => self.show(sheet, book)?,
                _ => {}
            },
            Node::Words(words) if self.inside => push_words(&mut self.value, words),
            Node::Words(_) => {}
        }
        Ok(())
    }

    fn show(&mut self, sheet: &mut Sheet, book: &mut Book) -> Result<(), ReadError> {
        let (row, column) = (self.row.saturating_sub(1), self.column.saturating_sub(1));
        let words = match &*self.kind {
            "s" => {
                let string = self.value.trim().parse().ok().and_then(|at: usize| self.strings.get(at));
                string.cloned().unwrap_or_default()
            }
            "str" | "inlineStr" | "e" => std::mem::take(&mut self.value),
            "b" => if self.value.trim() == "1" { "TRUE" } else { "FALSE" }.into(),
            "d" => iso_date(&self.value),
            _ if self.value.trim().is_empty() => String::new(),
            _ => match self.value.trim().parse::<f64>() {
                Ok(value) => self
                    .formats
                    .get(self.style)
                    .unwrap_or(&NumberFormat::General)
                    .show(value, self.since_1904),
                Err(_) => std::mem::take(&mut self.value),
            },
        };
        if self.formula && words.is_empty() && self.kind != "str" {
            sheet.uncached.push((row, column));
        }
        book.show(sheet, row, column, words)
    }
}

/// `2024-06-30T00:00:00` without the midnight.
fn iso_date(text: &str) -> String {
    let text = text.trim().trim_end_matches('Z');
    text.strip_suffix("T00:00:00")
        .or_else(|| text.strip_suffix("T00:00:00.000"))
        .unwrap_or(text)
        .replace('T', " ")
}
