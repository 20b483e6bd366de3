//! The lines of the body, up to one that crosses columns, and without what stands below the last number.
//!
//! Of each line is asked in order: is it the header once more, another table's header, a sum, does it cross columns? Else it is a line
//! of the body.

use super::MOST_LINES;
use super::bits::{Bit, bits, words_of};
use super::names::Names;
use crate::line::{Line, LineKind};
use crate::table::header::{Header, adds_up, group_cells, group_row, heads_anew};
use crate::table::upright;

/// Most lines without a number: a row has no more.
const MOST_WITHOUT: usize = 60;

/// A line of the body.
pub(super) struct Body<'a> {
    /// Its place among the lines.
    pub(super) line: usize,
    /// Its words.
    pub(super) bits: Vec<Bit<'a>>,
    /// Whether a row's number stands on it.
    pub(super) number: bool,
    /// Whether a blank line stands above.
    pub(super) apart: bool,
}

impl Body<'_> {
    /// Whether it is a row that groups others.
    pub(super) fn groups(&self) -> bool {
        groups(&self.bits)
    }
}

/// Whether the words of a line are a row that groups others.
fn groups(bits: &[Bit<'_>]) -> bool {
    bits.first().is_some_and(|first| group_row(first.words)) && group_cells(&words_of(bits))
}

/// The lines of the body; `None` where nothing is sure.
pub(super) fn read<'a>(lines: &[Line<'a>], names: &Names<'a>, header: &Header) -> Option<Vec<Body<'a>>> {
    let mut reader = Reader { names, header, body: Vec::new(), apart: false, kept: 0 };
    for (at, line) in lines.iter().enumerate().skip(names.next).take(MOST_LINES) {
        match line.kind {
            LineKind::Furniture => continue,
            LineKind::Blank => {
                reader.apart = true;
                continue;
            }
            LineKind::Words => {}
        }
        if upright::repeats(lines, header, at) {
            continue;
        }
        let Some(bits) = bits(line, names.han).filter(|_| line.heading.is_none()) else { break };
        match reader.take(at, bits) {
            Step::GoesOn => {}
            Step::Ends => break,
            Step::Unsure => return None,
        }
    }
    let Reader { mut body, kept, .. } = reader;
    if body.len() == MOST_LINES {
        return None;
    }
    body.truncate(kept);
    Some(body)
}

/// What a line does to the table.
enum Step {
    /// It belongs to it.
    GoesOn,
    /// It ends it.
    Ends,
    /// It stands otherwise than the lines above it: nothing is sure.
    Unsure,
}

/// The lines read so far.
struct Reader<'r, 'a> {
    names: &'r Names<'a>,
    header: &'r Header,
    body: Vec<Body<'a>>,
    /// Whether something parts the next line from those above.
    apart: bool,
    /// Where the last row with a number may end.
    kept: usize,
}

impl<'a> Reader<'_, 'a> {
    /// Takes the words of line `at`.
    fn take(&mut self, at: usize, bits: Vec<Bit<'a>>) -> Step {
        let names = &self.names.bits;
        if bits.iter().filter(|bit| self.header.repeats(bit.words)).count() * 2 > names.len() {
            return Step::GoesOn;
        }
        if heads_anew(bits.iter().map(|bit| bit.words), self.header)
            || self.body.len() > self.kept + MOST_WITHOUT
        {
            return Step::Ends;
        }
        // A row that adds up parts rows as a blank line does.
        if adds_up(&words_of(&bits)) {
            self.apart = true;
            return Step::GoesOn;
        }
        let groups = groups(&bits);
        if !groups && bits.iter().any(|bit| self.crosses(bit)) {
            let within = bits.len() > 1 || bits[0].at.start >= names[1].at.start;
            return if !self.apart && within { Step::Unsure } else { Step::Ends };
        }
        self.push(at, bits, groups);
        Step::GoesOn
    }

    /// Whether words stand below more than one name.
    fn crosses(&self, bit: &Bit<'_>) -> bool {
        let under = |name: &&Bit<'_>| bit.at.start < name.at.end && name.at.start < bit.at.end;
        self.names.bits.iter().filter(under).count() > 1
    }

    /// Adds a line of the body, which is kept once a number stands on it or right above it.
    fn push(&mut self, line: usize, bits: Vec<Bit<'a>>, groups: bool) {
        let number = bits.first().is_some_and(|bit| {
            bit.words.len() <= 3
                && bit.words.bytes().all(|b| b.is_ascii_digit())
                && bit.at.end <= self.names.bits[1].at.start
        });
        self.body.push(Body { line, bits, number, apart: self.apart || groups });
        self.apart = groups;
        let body = &self.body;
        if number || self.kept + 1 == body.len() && !body[self.kept].apart {
            self.kept = body.len();
        }
    }
}
