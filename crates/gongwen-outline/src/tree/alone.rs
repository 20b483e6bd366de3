//! Headings without label on lines of their own: where their sections stand.

use super::{Builder, Style, trimmed};
use crate::model::Own;
use crate::standing;
use crate::title::{self, Heading};
use crate::unit::{Unit, UnitKind};
use gongwen_text::Span;

impl Builder<'_> {
    /// A heading without label on a line of its own: of the first level, or below a labelled one that has nothing else yet
    /// (`一、总体要求 ⏎ 指导思想`).
    pub(super) fn standing(&mut self, unit: &Unit, next: Option<UnitKind>) {
        self.closed = false;
        if let Some((key, from)) = standing::rank_key(unit.span.of_text(self.text)) {
            self.ranked(unit, key, from);
            return;
        }
        if let Some(key) = standing::part_key(unit.span.of_text(self.text)) {
            self.part(unit, key, next);
            return;
        }
        let depth = self.depth_at(Style::Standing).unwrap_or_else(|| self.depth_of_standing(unit, next));
        let index = self.open(depth, Style::Standing, None, unit.span);
        let line = unit.span.of_text(self.text);
        if let Some((_, from)) = standing::entry(line) {
            // `重点任务：…` may name its entry or say at length what is to be done.
            let words = &line[from..];
            let core = crate::closing::duty_tail(words).filter(|&at| at > 0).unwrap_or(words.len());
            let heading = title::labelled(&words[..core], 0);
            self.head(index, unit.span.from() + from, heading, words, core);
            return;
        }
        let line = standing::boxed(line).unwrap_or(line).trim_end_matches(['：', ':', '。']);
        // `责任单位：县教育局` over its list: the title is the unit.
        let from =
            line.find(['：', ':']).map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8));
        let start = Span::of(line, self.text).from();
        self.tree.sections[index].title = Some(trimmed(start + from, &line[from..]));
    }

    /// The depth of a standing heading where none is open.
    fn depth_of_standing(&self, unit: &Unit, next: Option<UnitKind>) -> usize {
        let text = self.text;
        let line = unit.span.of_text(text);
        // A body over its list stands below what is open, whatever that says, beside a list of that form.
        if let Some(UnitKind::Labelled(label)) = next
            && standing::names_bodies(line)
        {
            return self.depth_at(Style::Label(label.style)).unwrap_or(self.stack.len());
        }
        let colon = line.ends_with(['：', ':']);
        let bare = |&(style, index): &(Style, usize)| {
            let section = &self.tree.sections[index];
            // `重点任务：` behind `工作目标：…` stands beside it.
            let beside = || {
                let last = section.own.last();
                colon && matches!(last, Some(Own::Text(span)) if standing::opens(span.of_text(text)))
            };
            matches!(style, Style::Label(_)) && !section.has_children && (section.own.is_empty() || beside())
        };
        self.stack.last().filter(|last| bare(last)).map_or(0, |_| self.stack.len())
    }

    /// `牵头任务：…` below a unit: the key is the title.
    pub(super) fn ranked(&mut self, unit: &Unit, key: &str, from: usize) {
        let depth = self.depth_at(Style::Ranked).unwrap_or(self.stack.len());
        let index = self.open(depth, Style::Ranked, None, unit.span);
        let section = &mut self.tree.sections[index];
        section.title = Some(Span::of(key, self.text));
        let told = unit.span.from() + from..unit.span.to();
        if !told.is_empty() {
            section.own.push(Own::Text(Span::new(told.start, told.end)));
        }
    }

    /// `任务：`, `措施：` below a measure: beside the one before, or where they stand in the measures before; the first one below what is
    /// open, or beside items of the form that its own have.
    pub(super) fn part(&mut self, unit: &Unit, key: &str, next: Option<UnitKind>) {
        let beside = |style: Style| self.depth_at(style);
        let listed = || match next {
            Some(UnitKind::Labelled(label)) => beside(Style::Label(label.style)),
            _ => None,
        };
        let depth = beside(Style::Part).or_else(|| Some(beside(self.parted?)? + 1)).or_else(listed);
        let depth = depth.unwrap_or(self.stack.len());
        self.parted = depth.checked_sub(1).map(|above| self.stack[above].0).or(self.parted);
        let index = self.open(depth, Style::Part, None, unit.span);
        self.tree.sections[index].title = Some(Span::of(key, self.text));
    }

    /// A paragraph that opens with whom it tells what to do.
    pub(super) fn told(&mut self, unit: &Unit, title: usize) {
        self.closed = false;
        let index = self.open(0, Style::Unlabelled, None, unit.span);
        let words = unit.span.of_text(self.text);
        let rest = title + words[title..].chars().next().map_or(0, char::len_utf8);
        self.head(index, unit.span.from(), Heading::RunIn { title, rest }, words, words.len());
    }

    /// A heading whose level the source states: below those of lower levels that are open.
    pub(super) fn styled(&mut self, unit: &Unit) {
        self.closed = false;
        let level = unit.heading.unwrap_or(1);
        let above = |(style, _): &&(Style, usize)| matches!(style, Style::Styled(open) if *open < level);
        let depth = self.stack.iter().take_while(above).count();
        let index = self.open(depth, Style::Styled(level), None, unit.span);
        let line = unit.span.of_text(self.text).trim_end_matches(['：', ':']);
        self.tree.sections[index].title = Some(Span::of(line, self.text));
    }

    /// A heading that only the source's marks show: a sibling of the last such heading, else below what is open.
    pub(super) fn marked(&mut self, unit: &Unit) {
        let depth = self
            .depth_at(Style::Marked)
            .unwrap_or_else(|| self.depth_at(Style::Unlabelled).unwrap_or(self.stack.len()));
        let index = self.open(depth, Style::Marked, None, unit.span);
        self.tree.sections[index].title = Some(unit.span);
    }
}
