//! Annexes, and what stands like one: a table under its own title, a second work that the notice carries.

use super::{Builder, Style, trimmed};
use crate::front::{is_caption, is_complete, is_piece};
use crate::unit::{Unit, UnitKind};
use gongwen_text::{Label, LabelStyle, Span, chars};

impl Builder<'_> {
    /// `附件：1.… ⏎ 2.…`: numbered lines of the list are no sections.
    pub(super) fn in_annex_list(&mut self, unit: &Unit, label: Label) -> bool {
        let Some(expected) = self.annex_list else { return false };
        let line = unit.span.of_text(self.text);
        let listed = label.style == LabelStyle::Arabic && label.number == expected && is_piece(line);
        self.annex_list = listed.then_some(expected + 1);
        listed
    }

    /// An annex begins: its title is on the mark's own line or on the next lines.
    pub(super) fn annex(&mut self, units: &[Unit], at: usize) -> usize {
        self.closed = false;
        self.annex_list = None;
        let mark = units[at].span;
        let mut taken = 1;
        let mut title: Option<Span> = None;
        while let Some(next) = units.get(at + taken).filter(|_| taken <= 4) {
            let line = next.span.of_text(self.text);
            // A title that is complete goes on only with a bracket, or with words that complete it again.
            let done = title.is_some_and(|t| is_complete(t.of_text(self.text)));
            let done = done || title.is_some_and(|t| t.of_text(self.text).ends_with("名单"));
            let goes_on = !done && !line.contains('：')
                || line.starts_with(['（', '('])
                || is_complete(line) && !is_column(line);
            let begins = title.is_none() || goes_on && !is_sentence_like(line);
            let piece = next.kind == UnitKind::Prose && is_piece(line) && begins;
            if !piece {
                break;
            }
            title = Some(title.map_or(next.span, |t| t.cover(next.span)));
            taken += 1;
        }
        // A table counted on within the body (`附表1`) does not end it, an annex does.
        let paused = std::mem::take(&mut self.stack);
        let index = self.open(0, Style::Annex, Some(mark), title.map_or(mark, |t| t.cover(mark)));
        self.paused = if mark.of_text(self.text).starts_with("附表") { paused } else { Vec::new() };
        self.tree.sections[index].title = title;
        taken
    }

    /// Whether `附件：任务分工表` stands directly above its table or its items.
    pub(super) fn is_over_its_own(&self, units: &[Unit], at: usize) -> bool {
        let name = units[at].span.of_text(self.text).split(['：', ':']).nth(1).unwrap_or_default();
        if heads_text(self.text, &units[at..]) {
            return true;
        }
        match units.get(at + 1).map(|next| next.kind) {
            Some(UnitKind::Table(_)) => true,
            Some(UnitKind::Labelled(_)) => {
                Label::read(name.trim_start()).is_none() && heads_duties(units, at)
            }
            _ => false,
        }
    }

    /// `重点任务分工` on a line of its own over a list with lines of duty, behind the last section: the annex without its mark.
    pub(super) fn shares_out(&mut self, units: &[Unit], at: usize) -> bool {
        /// Units among which the plan above may go on.
        const FAR: usize = 200;
        let span = units[at].span;
        let line = span.of_text(self.text);
        let Some(&(Style::Label(top), last)) = self.stack.first() else { return false };
        let said = |&(_, index): &(Style, usize)| {
            let section = &self.tree.sections[index];
            section.has_children || !section.own.is_empty()
        };
        if !heads_duties(units, at)
            || !is_caption(line)
            || !gongwen_lexicon::ends_with_any(line, gongwen_lexicon::words("table_title_endings"))
            || !self.stack.last().is_some_and(said)
        {
            return false;
        }
        let first = self.tree.sections[last].label.and_then(|label| Label::read(label.of_text(self.text)));
        let goes_on = |unit: &Unit| {
            let next = first.map_or(0, |first| first.number + 1);
            matches!(unit.kind, UnitKind::Labelled(label) if label.style == top && label.number == next)
        };
        if matches!(units[at + 1].kind, UnitKind::Labelled(label) if label.style == top)
            || units[at + 1..].iter().take(FAR).any(goes_on)
        {
            return false;
        }
        let index = self.open(0, Style::Annex, None, span);
        self.tree.sections[index].title = Some(span);
        true
    }

    /// `附件：任务分工表` directly above its table: mark and title on one line.
    pub(super) fn titled_annex(&mut self, unit: &Unit) {
        self.closed = false;
        self.annex_list = None;
        let line = unit.span.of_text(self.text);
        let mark =
            line.find(['：', ':']).map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8));
        let base = unit.span.from();
        let index = self.open(0, Style::Annex, Some(Span::new(base, base + mark)), unit.span);
        self.tree.sections[index].title = Some(trimmed(base + mark, &line[mark..]));
    }

    /// The title line of a table that stands as a unit of its own.
    pub(super) fn caption(&mut self, units: &[Unit], at: usize) -> Option<usize> {
        let lines = units[at..].iter().take(4).take_while(|u| u.kind == UnitKind::Prose).count();
        let UnitKind::Table(table) = units.get(at + lines)?.kind else { return None };
        if lines == 0 || !(self.stands_alone)(table) {
            return None;
        }
        // `单位：亩` stands between a title and its table.
        let noted = gongwen_lexicon::is_unit_note(units[at + lines - 1].span.of_text(self.text));
        let taken = lines;
        let lines = lines - usize::from(noted && lines > 1);
        let span = units[at].span.cover(units[at + lines - 1].span);
        let whole = units[at..at + lines].iter().all(|u| is_piece(u.span.of_text(self.text)));
        let last = units[at + lines - 1].span.of_text(self.text);
        let first = units[at].span.of_text(self.text);
        // `附表1 某县主要指标`, whatever noun its name ends in.
        let numbered = || first.strip_prefix("附表").is_some_and(|rest| rest.starts_with(is_ordinal));
        if !whole || !(is_caption(first) || is_caption(last) || numbered()) {
            return None;
        }
        self.closed = false;
        let paused = std::mem::take(&mut self.stack);
        let index = self.open(0, Style::Annex, None, span);
        self.paused = paused;
        self.tree.sections[index].title = Some(span);
        Some(taken)
    }

    /// Goes back to the body behind a table with a title of its own, where `label` counts on from what was open above it (guide, 2).
    pub(super) fn resume(&mut self, label: Label) {
        let style = Style::Label(label.style);
        let annex = matches!(self.stack.first(), Some((Style::Annex, _)));
        if self.paused.is_empty() || !annex {
            self.paused.clear();
            return;
        }
        let goes_on = |&(open, section): &(Style, usize)| {
            let above =
                self.tree.sections[section].label.and_then(|above| Label::read(above.of_text(self.text)));
            open == style && above.is_some_and(|above| above.number + 1 == label.number)
        };
        // `二、主要任务`, the table, `（一）…`: what stands below the heading begins behind the table.
        let begins = || {
            label.number == 1
                && self.stack.len() == 1
                && self.paused.last().is_some_and(|&(open, section)| {
                    matches!(open, Style::Label(open) if open < label.style)
                        && !self.tree.sections[section].has_children
                })
        };
        let own = self.stack.iter().any(|&(open, _)| open == style);
        if !own && self.paused.iter().any(goes_on) || begins() {
            self.stack = std::mem::take(&mut self.paused);
        }
    }

    /// Leaves a table that opens the document, with neither mark nor title of its own: `一、` behind it is the document's.
    pub(super) fn leave_table(&mut self, label: Label) {
        let [(Style::Annex, table)] = self.stack[..] else { return };
        let section = &self.tree.sections[table];
        let bare = section.label.is_none() && section.title.is_none() && table == 0;
        if bare && label.style == LabelStyle::Han && label.number == 1 {
            self.stack.clear();
        }
    }

    /// Whether a line is the title of a work that the notice carries beside the first: `…要点和某县责任清单的通知`.
    pub(super) fn announces(&self, line: &str) -> bool {
        const SHORTEST: usize = 8 * '某'.len_utf8();
        line.len() >= SHORTEST
            && self.announced.len() > line.len()
            && !self.stack.is_empty()
            && is_piece(line)
            && is_complete(line)
            && {
                let title = line.trim_start_matches('《').trim_end_matches('》');
                // The notice may leave out whose it is: `某县消防安全责任清单`.
                let own = title.split_once(['县', '市', '区', '旗']).map_or("", |(_, own)| own);
                self.announced.contains(title) || own.len() >= SHORTEST && self.announced.contains(own)
            }
    }
}

/// Whether `附：各镇任务` opens an annex that stands here, and names none that follows elsewhere: the source sets it as a heading,
/// or sentences stand below it.
fn heads_text(text: &str, units: &[Unit]) -> bool {
    let [first, behind @ ..] = units else { return false };
    let Some(title) = first.span.of_text(text).strip_prefix("附").and_then(|it| it.strip_prefix(['：', ':']))
    else {
        return false;
    };
    let name = title.trim();
    if name.is_empty() || Label::read(name).is_some() || !is_piece(name) {
        return false;
    }
    let told = |unit: &Unit| {
        let line = unit.span.of_text(text);
        unit.kind == UnitKind::Prose && line.ends_with(['。', '；'])
    };
    let listed = matches!(behind.first().map(|unit| unit.kind), Some(UnitKind::Labelled(_)));
    first.heading.is_some() && (listed || behind.first().is_some_and(told))
        || behind.iter().take(2).filter(|unit| told(unit)).count() == 2
}

/// Whether a list begins below the unit whose first item has a line of duty.
fn heads_duties(units: &[Unit], at: usize) -> bool {
    /// Lines of an item in front of its duty.
    const ITEM: usize = 4;
    let first = |unit: &Unit| matches!(unit.kind, UnitKind::Labelled(label) if label.number == 1);
    units.get(at + 1).is_some_and(first) && {
        let item = units[at + 2..].iter().take(ITEM);
        item.take_while(|unit| matches!(unit.kind, UnitKind::Prose | UnitKind::Field))
            .any(|unit| unit.kind == UnitKind::Field)
    }
}

/// A header cell of a table that lost its grid.
fn is_column(line: &str) -> bool {
    line.chars().count() <= 6
}

/// Whether a character counts annexes.
fn is_ordinal(c: char) -> bool {
    chars::fold_width(c).is_ascii_digit() || gongwen_text::numeral::han_digit(c).is_some()
}

fn is_sentence_like(line: &str) -> bool {
    line.contains('，') && line.chars().count() > 30
}
