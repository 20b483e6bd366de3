//! Paragraphs behind the last item of a list that speak of all its items: `以上工作由县司法局牵头。`

use super::{Builder, Style};
use crate::closing;
use crate::model::Own;
use crate::unit::{Unit, UnitKind};
use gongwen_lexicon::{WordSet, words};
use gongwen_text::Span;
use std::sync::LazyLock;

/// What a paragraph points to behind 以上 or 上述.
static WHOLE: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["whole_nouns"]));
/// What says who does all of them or by when.
static SHARED: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["whole_shared"]));
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
        let speaks = match speaks_of_all(line) {
            // `上述项目由…` behind `2.储备项目20个。` speaks of that item where the others name none.
            Some(Whole::Things(thing)) => self.are_alike(last, thing),
            whole => whole.is_some() || tells_all_leads(line) && self.is_given(last),
        };
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

    /// Whether keys or a bracket of duty close an item of the document itself: what stands behind them is no text of it. Below a heading
    /// what all leads are told would be told each item.
    fn is_given(&self, last: usize) -> bool {
        if self.tree.sections[last].parent.is_some() {
            return false;
        }
        match self.tree.sections[last].own.last() {
            Some(Own::Field(_)) => true,
            Some(Own::Text(span)) => closing::duty_tail(span.of_text(self.text)).is_some(),
            _ => false,
        }
    }

    /// Whether all items of a list name a thing, or the last of them does not.
    fn are_alike(&self, last: usize, thing: &str) -> bool {
        let names = |section: usize| {
            let section = &self.tree.sections[section];
            let own = section.own.iter().filter_map(|own| own.span());
            own.chain(section.title).any(|span: Span| span.of_text(self.text).contains(thing))
        };
        !names(last) || self.beside(last).all(names)
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

/// Whether a paragraph tells those who lead the items what to do: `各牵头单位要细化方案，倒排工期。`
fn tells_all_leads(line: &str) -> bool {
    const RANKS: [&str; 6] = ["牵头", "责任", "承办", "主办", "实施", "主责"];
    let all = ["各项目", "各任务", "各有关", "各"].iter().find_map(|each| line.strip_prefix(each));
    let body = all.and_then(|rest| RANKS.iter().find_map(|rank| rest.strip_prefix(*rank)));
    body.is_some_and(|body| ["单位", "部门", "科室", "股室"].iter().any(|noun| body.starts_with(noun)))
}

/// What a paragraph calls all that stands above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whole {
    /// What a plan consists of: 工作, 任务. Or nothing: `以上由…`.
    Work,
    /// What an item may be about as well: 项目, 工程.
    Things(&'static str),
}

/// Whether a paragraph speaks of what stands above it as a whole, at its beginning or in what bodies are told: `以上工作由…`,
/// `各乡镇、各部门要抓好上述工作`, `以上项目由县水利局牵头`; not `50人以上项目`, `上述项目须符合规划`.
fn speaks_of_all(line: &str) -> Option<Whole> {
    const NEAR: usize = 120;
    const NOUN: usize = 30;
    let names = |rest: &str| WHOLE.within(&rest[..rest.floor_char_boundary(NOUN)]).then_some(Whole::Work);
    let near = &line[..line.floor_char_boundary(NEAR)];
    let Some(rest) = near.strip_prefix("以上").or_else(|| near.strip_prefix("上述")) else {
        return near.starts_with('各').then(|| near.find("上述").and_then(|at| names(&near[at..])))?;
    };
    let things = || {
        let counted =
            |c: char| c.is_ascii_digit() || "一二两三四五六七八九十各个类全部所列建设重点".contains(c);
        let rest = rest.trim_start_matches(counted);
        let behind = rest.strip_prefix('项').unwrap_or(rest);
        let named = |thing: &&&str| rest.starts_with(**thing) || behind.starts_with(**thing);
        let thing = words("whole_things").iter().find(named)?;
        SHARED.within(rest).then_some(Whole::Things(thing))
    };
    let bare = || rest.trim_start_matches('均').starts_with('由') && SHARED.within(rest);
    names(rest).or_else(things).or_else(|| bare().then_some(Whole::Work))
}

#[cfg(test)]
mod tests {
    use super::{Whole, speaks_of_all};

    #[test]
    fn what_speaks_of_all_items() {
        for line in [
            "以上工作由县司法局牵头。",
            "上述12项任务纳入考核。",
            "以上各项措施由县财政局负责解释。",
            "各乡镇、各部门要抓好上述工作。",
            "以上均由县水利局牵头。",
        ] {
            assert_eq!(speaks_of_all(line), Some(Whole::Work), "{line}");
        }
        for (line, thing) in
            [("以上项目由县水利局牵头，各乡镇配合。", "项目"), ("上述2项工程2026年10月底前完成。", "工程")]
        {
            assert_eq!(speaks_of_all(line), Some(Whole::Things(thing)), "{line}");
        }
        for line in [
            "以上人员须年满60周岁。",
            "上述企业由县工信局认定。",
            "各乡镇要对50人以上项目开展排查。",
            "各乡镇、各部门要抓好落实。",
            "完成上述工作后开展验收。",
            "上述项目须符合规划。",
            "以上由县城出发的线路，全部开通。",
            "以上人员参加的项目，由县人社局牵头。",
        ] {
            assert_eq!(speaks_of_all(line), None, "{line}");
        }
    }
}
