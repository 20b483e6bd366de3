//! What only the whole tree tells: which lone sentences are titles, whose field lines are, how far sections reach.

use super::{Builder, Lone, Tree};
use crate::field;
use crate::model::{Own, Section};
use gongwen_text::Span;

impl Builder<'_> {
    /// The tree once all units are read.
    pub(super) fn finish(mut self) -> Tree {
        for lone in std::mem::take(&mut self.sentences) {
            self.settle(&lone);
        }
        for section in &mut self.tree.sections {
            keep_finding(self.text, section);
        }
        field::lift(self.text, &mut self.tree.sections);
        spread(&mut self.tree.sections);
        self.tree
    }

    /// Makes the only sentence of a section its title if something follows under it; the bracket of duty behind it stays.
    fn settle(&mut self, &Lone { index, title, short, core }: &Lone) {
        let section = &mut self.tree.sections[index];
        let more = section.has_children
            || short && section.own.iter().skip(1).any(|own| matches!(own, Own::Text(_) | Own::Table(_)));
        let (true, Some(Own::Text(words))) = (more, section.own.first().copied()) else { return };
        section.title = Some(Span::new(words.from(), words.from() + title));
        match words.of_text(self.text).get(core..).map(str::trim) {
            Some(duty) if !duty.is_empty() => section.own[0] = Own::Text(Span::of(duty, self.text)),
            _ => drop(section.own.remove(0)),
        }
    }
}

/// `1.问题：报表多头报送。` above what is done about it: the key goes with its text, as in front of other keys of a card.
fn keep_finding(text: &str, section: &mut Section) {
    let Some(title) = section.title.filter(|title| is_finding(title.of_text(text))) else { return };
    let Some((Own::Text(words), below)) = section.own.split_first_mut() else { return };
    let beside = text[title.to()..words.from()].starts_with(['：', ':']);
    let mended = section.has_children
        || below.iter().any(|own| matches!(own, Own::Field(_) | Own::Text(_)))
        || words.of_text(text).contains("措施：");
    if beside && mended {
        *words = Span::new(title.from(), words.to());
        section.title = None;
    }
}

/// Whether words are the key of what was found wrong.
pub(super) fn is_finding(words: &str) -> bool {
    gongwen_lexicon::words("finding_keys").contains(&words)
}

/// Every section covers its own text and its children.
fn spread(sections: &mut [Section]) {
    for i in (0..sections.len()).rev() {
        let mut span = sections[i].span;
        for own in &sections[i].own {
            if let Some(s) = own.span() {
                span = span.cover(s);
            }
        }
        sections[i].span = span;
        if let Some(parent) = sections[i].parent {
            sections[parent].span = sections[parent].span.cover(span);
        }
    }
}
