//! Words that a tracked change deleted, and hidden ones, are made blank before the library reads the file.
//!
//! The library leaves such words out, but not those on pages of character properties with 64 runs or more ([MS-DOC] 2.9.33
//! allows 101), so that `250` and the `300` that replaces it came out as `250300`. Runs are short where Chinese and figures
//! alternate: many files have such pages.

use super::numbers::{Piece, pieces, u16_at, u32_at};
use gongwen_text::Diagnostic;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};

/// Bytes of a page of properties.
const PAGE: usize = 512;
/// Zero-width space: no reader of manuscripts keeps it.
const BLANK: u16 = 0x200B;
/// The same in text of one byte a character: an optional hyphen.
const NARROW_BLANK: u8 = 0x1F;

/// Most characters and pairs of runs and pieces that are gone through: a file beyond that is laid out to take long.
const WORK: usize = 20_000_000;

/// A file whose deleted and hidden words are blank.
pub(super) struct Blanked {
    pub(super) bytes: Vec<u8>,
    /// Characters that tracked deletions took.
    pub(super) deleted: usize,
    /// Characters that are hidden.
    pub(super) hidden: usize,
}

impl Blanked {
    /// Says what was left out.
    pub(super) fn report(&self, out: &mut Vec<Diagnostic>) {
        if self.deleted > 0 {
            let message = format!("tracked deletions of {} characters were left out", self.deleted);
            let hint = "accept or reject all changes in Word to be sure of the text";
            out.push(Diagnostic::warning("tracked-deletion-dropped", None, message).with_hint(hint));
        }
        if self.hidden > 0 {
            let message = format!("{} hidden characters were left out", self.hidden);
            out.push(Diagnostic::info("hidden-text-dropped", None, message));
        }
    }
}

/// What the properties of a run say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Shown,
    Deleted,
    Hidden,
}

/// Blanks the words; `None` when there are none, or when the file does not hold what that needs.
pub(super) fn blank(bytes: &[u8]) -> Option<Blanked> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let mut stream = |name: &str| {
        let mut content = Vec::new();
        file.open_stream(name).ok()?.read_to_end(&mut content).ok()?;
        Some(content)
    };
    let mut main = stream("WordDocument")?;
    let table = stream(if u16_at(&main, 0x0A)? & 0x0200 != 0 { "1Table" } else { "0Table" })?;
    let part = |at: usize| {
        let (start, length) = (u32_at(&main, at)? as usize, u32_at(&main, at + 4)? as usize);
        table.get(start..start.checked_add(length)?)
    };
    // PlcfBteChpx and Clx.
    let runs = runs(&main, part(0x00FA)?);
    let pieces = pieces(part(0x01A2)?)?;
    let mut blanked = Blanked { bytes: Vec::new(), deleted: 0, hidden: 0 };
    let mut work = runs.len().saturating_mul(pieces.len());
    for (start, end, fate) in runs {
        let mut count = 0;
        for piece in &pieces {
            if work > WORK {
                return None;
            }
            let (covered, seen) = cover(&mut main, piece, start, end);
            count += covered;
            work += seen;
        }
        match fate {
            Fate::Deleted => blanked.deleted += count,
            Fate::Hidden => blanked.hidden += count,
            Fate::Shown => {}
        }
    }
    if blanked.deleted + blanked.hidden == 0 {
        return None;
    }
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes.to_vec())).ok()?;
    let mut stream = file.open_stream("WordDocument").ok()?;
    stream.seek(SeekFrom::Start(0)).ok()?;
    stream.write_all(&main).ok()?;
    stream.flush().ok()?;
    drop(stream);
    blanked.bytes = file.into_inner().into_inner();
    Some(blanked)
}

/// The runs that do not show: first byte, byte behind, why.
fn runs(main: &[u8], plc: &[u8]) -> Vec<(usize, usize, Fate)> {
    let count = plc.len().saturating_sub(4) / 8;
    let mut runs = Vec::new();
    for i in 0..count.min(main.len() / PAGE) {
        let Some(number) = u32_at(plc, (count + 1) * 4 + i * 4) else { break };
        let number = (number & 0x003F_FFFF) as usize;
        let Some(page) = main.get(number * PAGE..(number + 1) * PAGE) else { continue };
        let entries = usize::from(page[PAGE - 1]);
        for e in 0..entries {
            let (Some(start), Some(end)) = (u32_at(page, e * 4), u32_at(page, e * 4 + 4)) else { break };
            let at = page.get((entries + 1) * 4 + e).map_or(0, |&b| usize::from(b) * 2);
            let Some(&size) = page.get(at).filter(|_| at > 0) else { continue };
            let changes = page.get(at + 1..(at + 1 + usize::from(size)).min(PAGE - 1)).unwrap_or_default();
            match fate(changes) {
                Fate::Shown => {}
                fate => runs.push((start as usize, end as usize, fate)),
            }
        }
    }
    runs
}

/// What a list of changes of character properties says.
fn fate(changes: &[u8]) -> Fate {
    let (mut deleted, mut hidden) = (false, false);
    super::numbers::each_change(changes, |code, operand| {
        // Beside on and off there are `as the style` and its opposite.
        let on = operand.first() == Some(&1);
        match code {
            0x0800 => deleted = on,
            0x083C => hidden = on,
            _ => {}
        }
    });
    match (deleted, hidden) {
        (true, _) => Fate::Deleted,
        (false, true) => Fate::Hidden,
        (false, false) => Fate::Shown,
    }
}

/// Blanks the characters of a piece that stand between two bytes; marks of paragraphs, cells and fields stay. Says how
/// many, and how many were looked at.
fn cover(main: &mut [u8], piece: &Piece, start: usize, end: usize) -> (usize, usize) {
    let width = if piece.wide { 2 } else { 1 };
    let last = piece.place.saturating_add(piece.length as usize * width).min(main.len()).min(end);
    let mut at = piece.place.max(start);
    let (mut count, mut seen) = (0, 0);
    while at + width <= last {
        seen += 1;
        if piece.wide && u16_at(main, at).is_some_and(|unit| unit >= 0x20) {
            main[at..at + 2].copy_from_slice(&BLANK.to_le_bytes());
            count += 1;
        } else if !piece.wide && main[at] >= 0x20 {
            main[at] = NARROW_BLANK;
            count += 1;
        }
        at += width;
    }
    (count, seen)
}
