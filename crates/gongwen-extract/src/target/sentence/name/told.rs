//! Over each of what the sentence has told already, whatever it is called: `建设科普体验角5个，每个体验角展品不少于10件`.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::matter;
use gongwen_text::Span;
use gongwen_text::chars::is_han;

impl Naming<'_, '_, '_> {
    /// Where a noun behind 每个 was told before, it ends the group, and what each has so many of follows.
    pub(super) fn each_of_what_was_told(&mut self) {
        const LONGEST: usize = 8;
        // Bytes in front in which the noun was told.
        const NEAR: usize = 300;
        const ONES: &str = "个处所家座支辆栋间套台次期场名条项种类";
        if self.share || self.bare.is_some() || self.piece.group.is_some() || !self.object.starts_with('每')
        {
            return;
        }
        let Some((at, one)) = self.object.char_indices().nth(1).filter(|(_, one)| ONES.contains(*one)) else {
            return;
        };
        let noun = &self.object[at + one.len_utf8()..];
        let text = self.reader.text;
        let at_object = Span::of(self.object, text).from();
        let near = text.ceil_char_boundary(at_object.saturating_sub(NEAR));
        let from = self.reader.sentence.from().max(near);
        let before = &text[from.min(at_object)..at_object];
        let ends = noun.char_indices().skip(2).take(LONGEST).map(|(end, _)| end);
        let told = ends
            .filter(|&end| matter::has_chars(&noun[end..], 2) && was_told(before, &noun[..end]))
            .filter(|&end| !CUES.make.within(&noun[..end]))
            .last();
        let Some(end) = told else { return };
        let (group, thing) = self.object.split_at(at + one.len_utf8() + end);
        self.over(group);
        // `每个节点活动不少于2场`: so many of what was spoken of.
        self.object = if thing == "活动" { "" } else { thing };
    }
}

/// Whether words before hold a noun as a whole: in front of a mark, a figure or a verb.
fn was_told(before: &str, noun: &str) -> bool {
    before.match_indices(noun).any(|(at, noun)| {
        let behind = &before[at + noun.len()..];
        !behind.starts_with(is_han) || CUES.make.prefix(behind).is_some()
    })
}
