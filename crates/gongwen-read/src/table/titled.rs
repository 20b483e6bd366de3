//! Titles of groups that stand in the middle of lines of their own, without a label: `城市建设类` between rows.
//!
//! A cell that goes on below its row may stand there as well; so the first title stands directly below the header, where nothing can go
//! on, and the others stand as it does.

use super::cell::{is_units, split_spaces};
use crate::line::Line;
use gongwen_text::chars::is_han;

/// How the titles of one table stand.
#[derive(Default)]
pub(super) struct Titles {
    /// Where the first begins, and twice the place of its middle, in columns of the screen.
    first: Option<(usize, usize)>,
}

impl Titles {
    /// Whether a line stands as the title of a group; `first` where nothing stands between it and the header.
    pub(super) fn takes(&mut self, line: &Line<'_>, first: bool) -> bool {
        /// How far middles may differ, doubled: half a character to either side, and one of the screen for rounding.
        const NEAR: usize = 4;
        if !first && self.first.is_none() {
            return false;
        }
        let Some((start, middle)) = place(line) else { return false };
        match self.first {
            None => {
                self.first = Some((start, middle));
                true
            }
            Some((other, centre)) => start == other || middle.abs_diff(centre) <= NEAR,
        }
    }

    /// Whether a line may be one of the titles that go on, wherever it stands: what else it could be was asked before.
    pub(super) fn may_take(&self, line: &Line<'_>) -> bool {
        self.first.is_some() && place(line).is_some()
    }
}

/// Where a short line without marks of a sentence begins, and twice its middle. A paragraph has an indent of two characters; bodies in
/// the middle of a line may answer for what stands below.
fn place(line: &Line<'_>) -> Option<(usize, usize)> {
    const INDENT: usize = 6;
    const LONGEST: usize = 90;
    let text = line.text;
    if text.len() > LONGEST || line.raw.len() > 8 * LONGEST || line.raw.contains('\t') {
        return None;
    }
    let before = &line.raw[..text.as_ptr() as usize - line.raw.as_ptr() as usize];
    let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
    let (start, width) = (before.chars().map(wide).sum::<usize>(), text.chars().map(wide).sum::<usize>());
    let title = start >= INDENT
        && text.starts_with(is_han)
        && text.chars().nth(1).is_some()
        && !text.contains(['。', '；', '，', '：', ':', ';'])
        && split_spaces(text, 2).count() == 1
        && !is_units(text);
    title.then_some((start, 2 * start + width))
}
