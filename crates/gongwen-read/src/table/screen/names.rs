//! The names of the header and where they stand.

use super::bits::{Bit, bits, bits_of};
use crate::line::Line;
use crate::table::cell::{Piece, spelled};
use crate::table::header::{self, Class, Header};

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
        let bits = bits_of(&lines[header.top], han, spelled(lines[header.top].text).into_iter())?;
        if bits.len() != header.names.len() {
            return None;
        }
        let mut names = Self {
            bits,
            heads: header.cells.clone(),
            classes: header.classes.clone(),
            top: header.top,
            next: header.next,
            han,
        };
        if let Some((column, name)) = divided_name(lines, header, &names.bits, han) {
            names.heads.insert(column, name.parts);
            names.classes.insert(column, name.class);
            names.bits.insert(column, name.bit);
            (names.top, names.next) = (names.top - 1, names.next + 1);
        }
        Some(names)
    }
}

/// A name of the header that stands on two lines, above and below the others.
struct Divided<'a> {
    parts: Vec<(u32, u32)>,
    class: Class,
    bit: Bit<'a>,
}

/// `完成` above and `时限` below the line of names, and its column.
fn divided_name<'a>(
    lines: &[Line<'a>],
    header: &Header,
    names: &[Bit<'a>],
    han: usize,
) -> Option<(usize, Divided<'a>)> {
    let (above, below) = (lines.get(header.top.checked_sub(1)?)?, lines.get(header.next)?);
    if !above.has_words() || !below.has_words() || below.gap || lines[header.top].gap {
        return None;
    }
    let (above_bits, below_bits) = (bits(above, han)?, bits(below, han)?);
    let ([high], [low]) = (&above_bits[..], &below_bits[..]) else { return None };
    let class = header::class_of(&[high.words, low.words].concat())?;
    let at = high.at.start.min(low.at.start)..high.at.end.max(low.at.end);
    let over = high.at.start < low.at.end && low.at.start < high.at.end;
    let free = names.iter().all(|name| name.at.end <= at.start || at.end <= name.at.start);
    let parts = vec![Piece::range(above, high.words), Piece::range(below, low.words)];
    let column = names.iter().filter(|name| name.at.end <= at.start).count();
    (over && free).then_some((column, Divided { parts, class, bit: Bit { words: high.words, at } }))
}
