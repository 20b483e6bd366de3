//! All units of a manuscript: what its paragraphs are, then what joins or marks them.

use super::contents_lines::ContentsLines;
use super::{Unit, UnitKind, kind, merge};
use crate::{apart, contents, counted, headed, keys, noted, opened, shared, standing, styled, told};
use gongwen_text::{Block, Manuscript};

/// All units of a manuscript. Lines of a table of contents are left out.
pub(crate) fn units(manuscript: &Manuscript) -> Vec<Unit> {
    let text = manuscript.text.as_str();
    let mut units = by_themselves(manuscript);
    apart::join(text, &mut units);
    counted::mark(text, &mut units);
    keys::mark(text, &mut units);
    merge::lists(text, &mut units);
    noted::join(text, &mut units);
    shared::join(text, &mut units);
    merge::files(text, &mut units);
    contents::numbered(text, &mut units);
    standing::mark(text, &mut units);
    styled::mark(text, &mut units);
    // What announces the first item on its line is a key of the section, no heading below it.
    opened::divide(text, &mut units);
    told::mark(text, &mut units);
    units
}

/// What each paragraph and table is by itself. An annex's mark is parted from its title once it is known what stands below.
fn by_themselves(manuscript: &Manuscript) -> Vec<Unit> {
    let text = manuscript.text.as_str();
    let mut units = Vec::with_capacity(manuscript.blocks.len());
    let mut contents = ContentsLines::of(manuscript);
    for (at, block) in manuscript.blocks.iter().enumerate() {
        if contents.holds_next() {
            continue;
        }
        match *block {
            Block::Table(index) => {
                headed::divide(text, &mut units, true);
                let span = manuscript.tables[index].span;
                units.push(Unit { span, kind: UnitKind::Table(index), heading: None, bold: 0 });
            }
            Block::Paragraph(p) => {
                let line = p.span.of_text(text);
                if contents.takes(line, at) {
                    continue;
                }
                let kind = kind(line);
                if matches!(kind, UnitKind::Labelled(label) if label.number == 1) {
                    headed::divide(text, &mut units, false);
                }
                units.push(Unit { span: p.span, kind, heading: p.heading, bold: p.bold });
            }
        }
    }
    units
}
