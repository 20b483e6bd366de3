//! What the clause directly before tells: whom or what a clause is about that says only how often, where or when.

use super::{Clause, Reader};
use crate::target::quantity::Quantity;
use crate::target::{group, matter};
use gongwen_text::Label;

/// Marks between clauses.
const MARKS: [char; 5] = ['，', '。', '；', '：', '\n'];

impl<'a> Reader<'a, '_> {
    /// The words of the clause that a comma ends directly before this one, behind its label; none where they are long.
    pub(super) fn told_before(&self, clause: &Clause) -> Option<&'a str> {
        const LONGEST: usize = 90;
        let before = self.text[..clause.span.from()].strip_suffix(['，', ','])?;
        let from = before.floor_char_boundary(before.len().saturating_sub(LONGEST));
        let near = &before[from..];
        let near = match near.rfind(MARKS) {
            Some(at) => near[at..].trim_start_matches(MARKS),
            None if from > 0 => return None,
            None => near,
        };
        Some(near[Label::read(near).map_or(0, |label| label.end)..].trim())
    }

    /// What the clause without a number directly before leads in by 对, where a deed of two characters alone stands here: `对无分歧欠款，` in front
    /// of `清偿50%`.
    pub(super) fn done_to_what(&self, deed: &str) -> Option<&'a str> {
        const LONGEST: usize = 14;
        let before = self.carry.before?.of_text(self.text);
        let what = before[Label::read(before).map_or(0, |label| label.end)..].trim().strip_prefix('对')?;
        let plain = |words: &str| words.chars().all(gongwen_text::chars::is_han);
        (deed.chars().count() == 2
            && plain(deed)
            && plain(what)
            && (3..=LONGEST).contains(&what.chars().count())
            && !group::is_group(what)
            && !group::is_told(what))
        .then_some(what)
    }

    /// Whether something was told before that goes on where nothing is named: the deed of a clause without a number, or what was
    /// counted in the same unit.
    pub(super) fn goes_on_from(&self, q: &Quantity<'_>) -> bool {
        let told = self.carry.before.is_some_and(|before| matter::topic(before.of_text(self.text)).is_some());
        told || self.carry.indicator.is_some() && self.carry.unit == q.unit
    }
}
