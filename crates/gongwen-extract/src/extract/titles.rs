//! Targets that the title of their section names, or tells the whole of.

use super::Walk;
use crate::target;
use gongwen_text::Span;
use std::borrow::Cow;

impl Walk<'_, '_> {
    /// Hands what a title says on to the targets of a paragraph below it, from the target `first` on. `titled` is the first target
    /// of the title itself.
    pub(super) fn told_by_title(&mut self, title: Span, titled: usize, first: usize) {
        let words = title.of_text(self.text);
        let colon = self.text[title.to()..].starts_with(['：', ':']);
        // `3.生均用房面积：小学达到4.5平方米`: the title is the figure of the schools told behind it.
        for target in &mut self.facts.targets[first..] {
            if target::is_figure_of_rung(words, target, colon) {
                target.group = target.indicator.take();
                target.indicator = Some(Cow::Borrowed(words));
            }
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
