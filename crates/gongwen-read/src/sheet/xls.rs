//! Excel 97–2003: a stream of records in a compound file.
//!
//! Source: MS-XLS, 2.4 (the records by name).

use super::biff::{BROKEN, Record, Records};
use super::book::{Book, Region, Sheet};
use super::number_format::NumberFormat;
use crate::error::ReadError;
use std::collections::HashMap;
use std::io::{Cursor, Read};

const KIND: &str = "Excel file";

mod kind {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const DATE_1904: u16 = 0x0022;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const COLUMN_INFO: u16 = 0x007D;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const MULTIPLE_RK: u16 = 0x00BD;
    pub(super) const RICH_STRING: u16 = 0x00D6;
    pub(super) const EXTENDED_FORMAT: u16 = 0x00E0;
    pub(super) const MERGED_CELLS: u16 = 0x00E5;
    pub(super) const SHARED_STRINGS: u16 = 0x00FC;
    pub(super) const LABEL_SHARED: u16 = 0x00FD;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const LABEL: u16 = 0x0204;
    pub(super) const BOOL_OR_ERROR: u16 = 0x0205;
    pub(super) const STRING: u16 = 0x0207;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const RK: u16 = 0x027E;
    pub(super) const FORMAT: u16 = 0x041E;
    pub(super) const BEGIN: u16 = 0x0809;
}

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    let stream = stream(bytes)?;
    let globals = Globals::read(&stream)?;
    let mut book = Book::default();
    for tab in &globals.tabs {
        let mut sheet = Sheet { name: tab.name.clone(), hidden: tab.hidden, ..Sheet::default() };
        cells(&stream, tab.at, &globals, &mut sheet, &mut book)?;
        book.sheets.push(sheet);
    }
    Ok(book)
}

/// The workbook's stream.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let damaged = |cause| ReadError::Damaged { kind: KIND, cause };
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))
        .map_err(|_| damaged("its compound file does not hold together, so it may be cut"))?;
    if !file.is_stream("/Workbook") && file.is_stream("/Book") {
        return Err(ReadError::Unread { what: "a file of Excel 95 or older", hint: "save it as xlsx" });
    }
    let mut workbook =
        file.open_stream("/Workbook").map_err(|_| damaged("its workbook stream is missing"))?;
    let mut stream = Vec::new();
    // A chain of sectors may lead in circles: no stream is larger than its file.
    workbook
        .by_ref()
        .take(bytes.len() as u64)
        .read_to_end(&mut stream)
        .map_err(|_| damaged("its workbook stream is cut"))?;
    Ok(stream)
}

struct Tab {
    name: String,
    hidden: bool,
    at: usize,
}

/// What all sheets share.
#[derive(Default)]
struct Globals {
    tabs: Vec<Tab>,
    strings: Vec<String>,
    formats: Vec<NumberFormat>,
    since_1904: bool,
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, ReadError> {
        const BIFF8: u16 = 0x0600;
        let mut out = Self::default();
        let mut own: HashMap<u16, NumberFormat> = HashMap::new();
        let mut used = Vec::new();
        let mut ended = false;
        for (i, record) in Records::new(stream, 0).enumerate() {
            match record.kind {
                kind::BEGIN if i == 0 && record.short(0)? == BIFF8 => {}
                kind::BEGIN if i == 0 => {
                    let what = "a file of Excel 95 or older";
                    return Err(ReadError::Unread { what, hint: "save it as xlsx" });
                }
                _ if i == 0 => return Err(BROKEN),
                kind::FILE_PASS => return Err(ReadError::Encrypted { kind: KIND }),
                kind::DATE_1904 => out.since_1904 = record.short(0)? == 1,
                kind::FORMAT => {
                    own.insert(record.short(0)?, NumberFormat::read(&record.string(2)?));
                }
                kind::EXTENDED_FORMAT => used.push(record.short(2)?),
                // Only worksheets have cells.
                kind::BOUND_SHEET if record.body().get(5) == Some(&0) => out.tabs.push(Tab {
                    name: record.short_string(6)?,
                    hidden: record.body()[4] & 3 != 0,
                    at: record.long(0)? as usize,
                }),
                kind::SHARED_STRINGS => out.strings = record.shared_strings()?,
                kind::EOF => {
                    ended = true;
                    break;
                }
                _ => {}
            }
        }
        if !ended {
            return Err(BROKEN);
        }
        out.formats = used
            .iter()
            .map(|id| own.get(id).cloned().unwrap_or_else(|| NumberFormat::builtin(u32::from(*id))))
            .collect();
        Ok(out)
    }

    fn show(&self, style: u16, value: f64) -> String {
        let format = self.formats.get(usize::from(style)).unwrap_or(&NumberFormat::General);
        format.show(value, self.since_1904)
    }
}

/// Reads the cells of the sheet whose records begin at a place.
fn cells(
    stream: &[u8],
    at: usize,
    globals: &Globals,
    sheet: &mut Sheet,
    book: &mut Book,
) -> Result<(), ReadError> {
    let mut depth = 0usize;
    let mut waiting: Option<(u32, u32)> = None;
    for record in Records::new(stream, at) {
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::EOF => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Ok(());
                }
            }
            // A chart inside the sheet has records of its own.
            _ if depth > 1 => {}
            kind::ROW if record.short(12)? & 0x20 != 0 => {
                sheet.hidden_rows.push(u32::from(record.short(0)?));
            }
            kind::COLUMN_INFO if record.short(8)? & 1 != 0 => {
                sheet.hidden_columns.push((u32::from(record.short(0)?), u32::from(record.short(2)?)));
            }
            kind::MERGED_CELLS => {
                for i in 0..usize::from(record.short(0)?) {
                    let side = |n: usize| record.short(2 + i * 8 + n * 2).map(u32::from);
                    sheet.merged.push(Region {
                        top: side(0)?,
                        bottom: side(1)?,
                        left: side(2)?,
                        right: side(3)?,
                    });
                }
            }
            kind::STRING => {
                if let Some((row, column)) = waiting.take() {
                    book.show(sheet, row, column, record.string(0)?)?;
                }
            }
            kind::FORMULA
            | kind::MULTIPLE_RK
            | kind::RICH_STRING
            | kind::LABEL_SHARED
            | kind::NUMBER
            | kind::LABEL
            | kind::BOOL_OR_ERROR
            | kind::RK => waiting = cell(&record, globals, sheet, book)?,
            _ => {}
        }
    }
    Err(BROKEN)
}

/// Reads one cell, or several; returns the place of a formula whose words stand in the next record.
fn cell(
    record: &Record<'_>,
    globals: &Globals,
    sheet: &mut Sheet,
    book: &mut Book,
) -> Result<Option<(u32, u32)>, ReadError> {
    let (row, column) = (u32::from(record.short(0)?), u32::from(record.short(2)?));
    let words = match record.kind {
        kind::MULTIPLE_RK => {
            let count = record.body().len().saturating_sub(6) / 6;
            for i in 0..count {
                let words = globals.show(record.short(4 + i * 6)?, rk(record.long(6 + i * 6)?));
                book.show(sheet, row, column + i as u32, words)?;
            }
            return Ok(None);
        }
        kind::LABEL_SHARED => globals.strings.get(record.long(6)? as usize).cloned().unwrap_or_default(),
        kind::LABEL | kind::RICH_STRING => record.string(6)?,
        kind::NUMBER => globals.show(record.short(4)?, record.real(6)?),
        kind::RK => globals.show(record.short(4)?, rk(record.long(6)?)),
        kind::BOOL_OR_ERROR => truth(record.body().get(6).copied(), record.body().get(7) == Some(&1)),
        _ if record.short(12)? == 0xFFFF => match record.body()[6] {
            0 => return Ok(Some((row, column))),
            1 => truth(record.body().get(8).copied(), false),
            2 => truth(record.body().get(8).copied(), true),
            _ => String::new(),
        },
        _ => globals.show(record.short(4)?, record.real(6)?),
    };
    book.show(sheet, row, column, words)?;
    Ok(None)
}

/// A truth value or the name of an error.
fn truth(value: Option<u8>, error: bool) -> String {
    let words = match (error, value) {
        (false, Some(1)) => "TRUE",
        (false, Some(0)) => "FALSE",
        (true, Some(0x00)) => "#NULL!",
        (true, Some(0x07)) => "#DIV/0!",
        (true, Some(0x0F)) => "#VALUE!",
        (true, Some(0x17)) => "#REF!",
        (true, Some(0x1D)) => "#NAME?",
        (true, Some(0x24)) => "#NUM!",
        (true, Some(0x2A)) => "#N/A",
        _ => "",
    };
    words.into()
}

/// A number in 30 bits: an integer or the upper half of a floating point number, perhaps in hundredths.
fn rk(bits: u32) -> f64 {
    let value = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    if bits & 1 != 0 { value / 100.0 } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_unpack() {
        for (bits, expect) in
            [(0x0000_0006, 1.0), (0x0000_04CB, 3.06), (0x3FF0_0000, 1.0), (0xFFFF_FFFE, -1.0)]
        {
            assert!((rk(bits) - expect).abs() < 1e-12, "{bits:x}");
        }
    }
}
