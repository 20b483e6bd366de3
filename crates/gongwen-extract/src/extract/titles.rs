//! What the title of a section says of what is read in it: targets that it names or tells the whole of, who commands the work.

use super::Walk;
use crate::duty::OrgId;
use crate::{genre, target, task};
use gongwen_text::Span;

impl Walk<'_, '_> {
    /// Where a section tells who commands the work, that body and its office are nobody by name (guide, 9); drops what they were
    /// given, from the assignment `first` on.
    pub(super) fn leave_out_command(&mut self, index: usize, first: usize) {
        if !task::commands(self.text, &self.outline.sections, index, self.headings[index]) {
            return;
        }
        let stated = self.facts.assignments.split_off(first);
        let named = |org: usize| genre::is_command(&self.reader.named(OrgId::at(org)).surface);
        self.facts.assignments.extend(stated.into_iter().filter(|stated| !named(stated.org)));
    }

    /// Hands what a title says on to the targets of a paragraph below it, from the target `first` on. `titled` is the first target
    /// of the title itself.
    pub(super) fn told_by_title(&mut self, title: Span, titled: usize, first: usize) {
        let words = title.of_text(self.text);
        let colon = self.text[title.to()..].starts_with(['：', ':']);
        for target in &mut self.facts.targets[first..] {
            target::name_by_title(words, target, colon);
        }
        // `1.新增学位2000个：幼儿园600个、小学900个`: the paragraph tells apart what the title sums up.
        let (own, below) = self.facts.targets.split_at_mut(first);
        let mut own = own[titled..].iter().enumerate();
        let (Some((at, whole)), None) = (own.next(), own.next()) else { return };
        if !colon || whole.span.to() != title.to() {
            return;
        }
        let parts = target::parts_told(whole, below);
        for part in &mut below[..parts] {
            part.part_of = Some(titled + at);
            target::name_part(whole, part);
        }
    }
}
