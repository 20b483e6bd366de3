//! Paragraphs behind the last item of a list that speak of all its items: `以上工作由县司法局牵头。`

use super::{Builder, Style};
use crate::model::Own;
use crate::unit::{Unit, UnitKind};
use gongwen_lexicon::WordSet;
use gongwen_text::Span;
use std::sync::LazyLock;

/// What a paragraph points to behind 以上 or 上述.
static WHOLE: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["whole_nouns"]));
/// How a paragraph begins that goes on with what led in the list.
static RESUMES: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["resuming_starts"]));
/// What words that lead in a list say of it.
static LEADS_IN: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(&["以下", "下列", "如下", "下述"]));

/// Items of one list that are looked at.
const MOST: usize = 24;

impl Builder<'_> {
    /// Takes a paragraph that speaks of all items of the list above it; says whether it did.
    pub(super) fn concludes(&mut self, units: &[Unit], at: usize) -> bool {
        let Some(&(Style::Label(style), last)) = self.stack.last() else { return false };
        let line = units[at].span.of_text(self.text);
        let speaks = speaks_of_all(line);
        if !speaks && !RESUMES.begins(line) || self.concluded == Some(last) {
            return false;
        }
        // The list goes on: what stands inside it is its item's.
        let goes_on = |unit: &Unit| matches!(unit.kind, UnitKind::Labelled(label) if label.style == style && label.number > 1);
        if units.get(at + 1).is_some_and(goes_on) || !self.stands_in_list(last) {
            return false;
        }
        let parent = self.tree.sections[last].parent;
        // What resumes words that led in the list is theirs where no item has a second paragraph.
        if !speaks && !parent.is_some_and(|above| self.leads_in(above) && self.is_of_single_lines(last)) {
            return false;
        }
        let span = units[at].span;
        match parent {
            Some(above) => self.tree.sections[above].own.push(Own::Text(span)),
            None => self.tree.conclusion.push(span),
        }
        self.stack.pop();
        self.concluded = parent;
        self.closed |= parent.is_none();
        true
    }

    /// Whether a section is said and stands behind another of its list.
    fn stands_in_list(&self, last: usize) -> bool {
        let section = &self.tree.sections[last];
        let said = !section.own.is_empty() || section.title.is_some();
        said && self.beside(last).nth(1).is_some()
    }

    /// Whether the words of a section end by leading in a list: `可采取以下方式。`
    fn leads_in(&self, above: usize) -> bool {
        const NEAR: usize = 60;
        let own = self.tree.sections[above].own.last();
        own.and_then(|own| own.span()).is_some_and(|span: Span| {
            let words = span.of_text(self.text);
            LEADS_IN.within(&words[words.floor_char_boundary(words.len().saturating_sub(NEAR))..])
        })
    }

    /// Whether no item of a list has more than one paragraph.
    fn is_of_single_lines(&self, last: usize) -> bool {
        let texts = |section: usize| {
            let own = &self.tree.sections[section].own;
            own.iter().filter(|own| matches!(own, Own::Text(_))).count()
        };
        self.beside(last).all(|section| texts(section) <= 1)
    }

    /// The last sections of a list, from its end.
    fn beside(&self, last: usize) -> impl Iterator<Item = usize> + '_ {
        let parent = self.tree.sections[last].parent;
        let from = parent.map_or(0, |above| above + 1);
        (from..=last).rev().take(MOST).filter(move |&at| self.tree.sections[at].parent == parent)
    }
}

/// Whether a paragraph speaks of what stands above it as a whole, at its beginning or in what bodies are told: `以上工作由…`,
/// `各乡镇、各部门要抓好上述工作`; not `50人以上项目`.
fn speaks_of_all(line: &str) -> bool {
    const NEAR: usize = 120;
    const NOUN: usize = 30;
    let names = |rest: &str| WHOLE.within(&rest[..rest.floor_char_boundary(NOUN)]);
    let near = &line[..line.floor_char_boundary(NEAR)];
    match near.strip_prefix("以上").or_else(|| near.strip_prefix("上述")) {
        Some(rest) => names(rest),
        None => near.starts_with('各') && near.find("上述").is_some_and(|at| names(&near[at..])),
    }
}

#[cfg(test)]
mod tests {
    use super::speaks_of_all;

    #[test]
    fn what_speaks_of_all_items() {
        for line in [
            "以上工作由县司法局牵头。",
            "上述12项任务纳入考核。",
            "以上各项措施由县财政局负责解释。",
            "各乡镇、各部门要抓好上述工作。",
        ] {
            assert!(speaks_of_all(line), "{line}");
        }
        for line in [
            "以上人员须年满60周岁。",
            "上述企业由县工信局认定。",
            "各乡镇要对50人以上项目开展排查。",
            "各乡镇、各部门要抓好落实。",
            "完成上述工作后开展验收。",
        ] {
            assert!(!speaks_of_all(line), "{line}");
        }
    }
}
