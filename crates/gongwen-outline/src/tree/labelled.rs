//! Labelled units: at which depth their sections open, and what of their words is the title.

use super::{Builder, Lone, Style, finish, trimmed};
use crate::model::Own;
use crate::title::{self, Heading};
use crate::unit::Unit;
use crate::{closing, standing};
use gongwen_text::{Label, LabelStyle, Span};

impl Builder<'_> {
    /// Opens the section of a labelled unit.
    pub(super) fn labelled(&mut self, unit: &Unit, label: Label) {
        self.closed = false;
        self.resume(label);
        self.leave_table(label);
        let depth = self.depth_of(label);
        let base = unit.span.from();
        let line = unit.span.of_text(self.text);
        let skip = label.end + title::leading_space(&line[label.end..]);
        // `1.项目名称：湿地公园`: the name is the title; a problem told in a sentence is none.
        let named = |(key, at): &(&str, usize)| !finish::is_finding(key) || !line[skip + at..].contains('。');
        let skip = skip + standing::entry(&line[skip..]).filter(named).map_or(0, |(_, at)| at);
        let words = &line[skip..];
        let bold = (unit.bold as usize).saturating_sub(skip);
        let label_span = Span::new(base + label.start, base + label.end);
        let index = self.open(depth, Style::Label(label.style), Some(label_span), unit.span);
        let core = closing::duty_tail(words).filter(|&at| at > 0).unwrap_or(words.len());
        let heading = match label.style {
            LabelStyle::Article => title::article(&words[..core]),
            _ => title::labelled(&words[..core], bold),
        };
        self.head(index, base + skip, heading, words, core);
    }

    /// Gives a section its title and the text behind it.
    ///
    /// `core` is where the words end without the duty bracket that closes them.
    pub(super) fn head(&mut self, index: usize, base: usize, heading: Heading, words: &str, core: usize) {
        let section = &mut self.tree.sections[index];
        match heading {
            // `1.开展活动60场（责任单位：县科协）`: what is given to somebody and counts is an item, with or without a stop.
            Heading::Whole if core < words.len() && title::counts(&words[..core]) => {
                section.own.push(Own::Text(trimmed(base, words)));
                let title = words[..core].trim_end().len();
                self.sentences.push(Lone { index, title, short: true, core });
            }
            Heading::Whole => {
                let name = title::unboxed(words[..core].trim()).unwrap_or(&words[..core]);
                section.title = Some(trimmed(base + Span::of(name, words).from(), name));
                if core < words.len() {
                    section.own.push(Own::Text(trimmed(base + core, &words[core..])));
                }
            }
            Heading::RunIn { title, rest } => {
                // `【联合执法】`: the brackets are no part of it.
                let name = title::unboxed(&words[..title]).unwrap_or(&words[..title]);
                section.title = Some(trimmed(base + Span::of(name, words).from(), name));
                section.own.push(Own::Text(trimmed(base + rest, &words[rest..])));
            }
            Heading::Sentence { title, short } => {
                section.own.push(Own::Text(trimmed(base, words)));
                self.sentences.push(Lone { index, title, short, core });
            }
            Heading::None => {
                if !words.is_empty() {
                    section.own.push(Own::Text(trimmed(base, words)));
                }
            }
        }
    }

    /// The depth at which a label's section opens: beside its list, where that goes on, below the number it counts on from, or by the
    /// usual order of styles.
    fn depth_of(&self, label: Label) -> usize {
        self.depth_at(Style::Label(label.style))
            .or_else(|| self.depth_of_list(label))
            .or_else(|| self.depth_below_number(label))
            .unwrap_or_else(|| self.depth_by_order(label))
    }

    /// Counted through several sections, a list goes on below the next heading of the kind it stood below, or below what stands lower
    /// there and higher than the list: `（一）` over `2.` behind `一、` over `1.`
    fn depth_of_list(&self, label: Label) -> Option<usize> {
        if label.number <= 1 {
            return None;
        }
        let style = Style::Label(label.style);
        let &(_, above) = self.below.iter().find(|(listed, _)| *listed == style)?;
        let at = self.depth_at(above)?;
        let over = self.stack[at + 1..].iter().take_while(
            |(s, _)| matches!(s, Style::Label(open) if *open < label.style && *open != LabelStyle::Box),
        );
        Some(at + 1 + over.count())
    }

    /// `2.1` stands below `2`, `2.1.1` below `2.1`, whatever list is open there.
    fn depth_below_number(&self, label: Label) -> Option<usize> {
        let above = match label.style {
            LabelStyle::Decimal => LabelStyle::Plain,
            LabelStyle::Decimals => LabelStyle::Decimal,
            _ => return None,
        };
        Some(self.depth_at(Style::Label(above))? + 1)
    }

    /// A list that begins here lies below what is open; one whose beginning is missing, and the styles that stand highest, go where
    /// the usual order of styles puts them.
    fn depth_by_order(&self, label: Label) -> usize {
        let begins = label.number <= 1 && label.style > LabelStyle::Box;
        let lower = |(open, _): &&(Style, usize)| match *open {
            // A list that begins stands below a box or a standing heading, one that goes on does not.
            Style::Label(LabelStyle::Box) | Style::Standing | Style::Part => label.number > 1,
            Style::Label(open) => !begins && open > label.style,
            Style::Unlabelled | Style::Marked => true,
            Style::Annex | Style::Ranked | Style::Styled(_) => false,
        };
        self.stack.len() - self.stack.iter().rev().take_while(lower).count()
    }
}
