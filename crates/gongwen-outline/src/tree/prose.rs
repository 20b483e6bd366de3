//! Prose: what of it is no text of the open section, and which paragraphs are headings without label.

use super::{Builder, Style};
use crate::front::is_piece;
use crate::model::Own;
use crate::run::Run;
use crate::title::{self, Heading};
use crate::unit::{Unit, UnitKind};
use crate::{closing, signed};

impl Builder<'_> {
    /// Text of the open section, or a heading that has no label; says how many units it took.
    pub(super) fn prose(&mut self, units: &[Unit], at: usize) -> usize {
        self.caption(units, at)
            .or_else(|| self.signature(units, at))
            .or_else(|| self.closes(&units[at]).then_some(1))
            .or_else(|| self.shares_out(units, at).then_some(1))
            .or_else(|| self.is_validity(&units[at]).then_some(1))
            .or_else(|| self.concludes(units, at).then_some(1))
            .or_else(|| self.is_marked(&units[at]).then_some(1))
            .unwrap_or_else(|| self.run(units, at))
    }

    /// The bodies that sign the document, in lines of their own.
    fn signature(&mut self, units: &[Unit], at: usize) -> Option<usize> {
        let signers = signed::signers(self.text, units, at);
        if signers == 0 {
            return None;
        }
        self.tree.closing.extend(units[at..at + signers].iter().map(|unit| unit.span));
        self.closed = true;
        Some(signers)
    }

    /// What stands behind the signature, and the title of a second work that the notice carries.
    fn closes(&mut self, unit: &Unit) -> bool {
        let closes = self.closed || self.announces(unit.span.of_text(self.text));
        if closes {
            self.tree.closing.push(unit.span);
        }
        closes
    }

    /// `本措施自印发之日起施行，由县财政局负责解释。` behind the last item is none of its text.
    fn is_validity(&mut self, unit: &Unit) -> bool {
        let line = unit.span.of_text(self.text);
        let said = |&(_, index): &(Style, usize)| !self.tree.sections[index].own.is_empty();
        let formal = line.starts_with('本') && is_formal(line) && self.stack.last().is_some_and(said);
        if formal {
            self.tree.closing.push(unit.span);
        }
        formal
    }

    /// A heading that only the source's marks show.
    fn is_marked(&mut self, unit: &Unit) -> bool {
        const LONGEST: usize = 40;
        let line = unit.span.of_text(self.text);
        let marked = unit.heading.is_some()
            && is_piece(line)
            && line.chars().count() <= LONGEST
            && !self.stack.is_empty();
        if marked {
            self.marked(unit);
        }
        marked
    }

    /// A run of prose and field lines under one heading: text, or units with run-in titles when siblings agree.
    fn run(&mut self, units: &[Unit], at: usize) -> usize {
        if !self.prose_run.holds(at) {
            self.prose_run = Run::of(self.text, units, at);
        }
        // A paragraph that ends the run may be the caption of a table or a signature: leave it to its own step.
        if self.stack.is_empty() || !self.prose_run.agrees(at) {
            // One at a time: what follows is looked at again, it may be a caption or a signature.
            self.own_line(&units[at]);
            return 1;
        }
        let titles = self.prose_run.take_titles(at);
        let run = &units[at..at + titles.len()];
        let open = self.depth_at(Style::Unlabelled);
        let depth = open.unwrap_or(self.stack.len());
        if open.is_none() && titles[0].is_some() {
            self.set_apart(run, &titles);
        }
        for (unit, title) in run.iter().zip(titles) {
            let Some((title, rest)) = title else {
                self.own_line(unit);
                continue;
            };
            let index = self.open(depth, Style::Unlabelled, None, unit.span);
            let words = unit.span.of_text(self.text);
            self.head(index, unit.span.from(), Heading::RunIn { title, rest }, words, words.len());
        }
        run.len()
    }

    /// Gives the open section a paragraph or a field line.
    fn own_line(&mut self, unit: &Unit) {
        let field = unit.kind == UnitKind::Field;
        self.own(if field { Own::Field(unit.span) } else { Own::Text(unit.span) });
    }

    /// Gives the first of several units without labels a section of its own where it stands on the line of the heading above them:
    /// its bracket says who does it, as theirs do.
    fn set_apart(&mut self, run: &[Unit], titles: &[Option<(usize, usize)>]) {
        let Some(&(Style::Label(_), above)) = self.stack.last() else { return };
        let section = &self.tree.sections[above];
        let ([Own::Text(first)], true) = (section.own.as_slice(), section.title.is_some()) else { return };
        let first = *first;
        let words = first.of_text(self.text);
        let Some(core) = closing::duty_bracket(words).filter(|&at| at > 0) else { return };
        let titled = titles.iter().filter(|title| title.is_some()).count();
        let given = run.iter().zip(titles).enumerate().filter(|(at, (unit, title))| {
            let field = || run.get(at + 1).is_some_and(|next| next.kind == UnitKind::Field);
            title.is_some() && (closing::duty_bracket(unit.span.of_text(self.text)).is_some() || field())
        });
        if given.count() * 2 < titled {
            return;
        }
        let heading = match title::unlabelled(&words[..core], 0, title::SHORTEST) {
            Some((title, rest)) => Heading::RunIn { title, rest },
            None => Heading::None,
        };
        self.tree.sections[above].own.clear();
        let index = self.open(self.stack.len(), Style::Unlabelled, None, first);
        self.head(index, first.from(), heading, words, words.len());
    }
}

/// Whether a paragraph only says who interprets the document or from when it holds.
fn is_formal(line: &str) -> bool {
    const LONGEST: usize = 300;
    let line = line.trim_end_matches('。');
    let holds = || {
        line.find("起")
            .is_some_and(|at| ["施行", "实施", "执行"].iter().any(|word| line[at..].contains(word)))
    };
    line.len() <= LONGEST
        && !line.contains('。')
        && (line.ends_with("负责解释") || holds() && line.contains('自') && line.find('自') < line.find("起"))
}
