//! The section tree: labels, unlabelled headings and annexes become sections by nesting (guide, 2).
//!
//! Depth is counted by nesting, never by the label's style: a style already open closes back to its depth, a new style
//! opens one level below. The usual order of styles (GB/T 9704-2012, 7.3.3) only decides where a label
//! goes whose list has no beginning in the document.

mod alone;
mod annex;
mod conclusion;
mod finish;
mod labelled;
mod prose;

use crate::model::{Own, Section, SectionKind};
use crate::run::Run;
use crate::unit::{Unit, UnitKind};
use gongwen_text::{LabelStyle, Span, chars};

/// The tree and what did not belong to it.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) sections: Vec<Section>,
    /// Where each table of the body stands: manuscript table and section.
    pub(crate) tables: Vec<(usize, Option<usize>)>,
    /// Paragraphs that speak of all items of a list without heading.
    pub(crate) conclusion: Vec<Span>,
    pub(crate) closing: Vec<Span>,
    pub(crate) colophon: Vec<Span>,
}

/// What opened a level of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    Label(LabelStyle),
    /// A heading that only the source's marks show.
    Marked,
    /// The same in a document that labels none, with its level.
    Styled(u8),
    /// A run-in title without label.
    Unlabelled,
    /// A heading without label on a line of its own.
    Standing,
    /// A key below a unit that says what it leads or helps with.
    Ranked,
    /// A key that parts a measure into lists.
    Part,
    /// An annex, or a table with a title of its own.
    Annex,
}

/// A section whose only sentence becomes its title if something follows under it.
struct Lone {
    index: usize,
    /// Bytes of the title.
    title: usize,
    /// Whether text is enough to follow.
    short: bool,
    /// Where the bracket of duty behind the sentence begins.
    core: usize,
}

/// Whether a table stands as a unit of its own under its caption.
pub(crate) type StandsAlone<'t> = &'t dyn Fn(usize) -> bool;

pub(crate) struct Builder<'t> {
    text: &'t str,
    stands_alone: StandsAlone<'t>,
    tree: Tree,
    stack: Vec<(Style, usize)>,
    /// What was open where the title of a table stood inside the body.
    paused: Vec<(Style, usize)>,
    /// A signature or a date was seen: prose behind it is no longer the plan's.
    closed: bool,
    /// The next number of a list of annexes that is being read.
    annex_list: Option<u32>,
    /// For each form of label that stood below another heading, the form of the last such heading.
    below: Vec<(Style, Style)>,
    sentences: Vec<Lone>,
    /// What the first key stood below that parts a measure.
    parted: Option<Style>,
    /// The section whose list a paragraph has concluded.
    concluded: Option<usize>,
    /// The run of prose that was looked at last.
    prose_run: Run,
    /// What the notice says that it carries; empty without a notice.
    announced: String,
}

impl<'t> Builder<'t> {
    pub(crate) fn new(text: &'t str, stands_alone: StandsAlone<'t>) -> Self {
        Self {
            text,
            stands_alone,
            tree: Tree::default(),
            stack: Vec::new(),
            paused: Vec::new(),
            closed: false,
            annex_list: None,
            below: Vec::new(),
            sentences: Vec::new(),
            parted: None,
            concluded: None,
            prose_run: Run::default(),
            announced: String::new(),
        }
    }

    /// Says what the notice carries: the title of a second work is no text of the first one's last item.
    pub(crate) fn announced(mut self, notice: &[Span]) -> Self {
        self.announced = notice.iter().map(|line| line.of_text(self.text)).collect();
        self
    }

    /// Reads the units of body, closing and annexes.
    pub(crate) fn build(mut self, units: &[Unit]) -> Tree {
        let labels = units.iter().filter(|unit| matches!(unit.kind, UnitKind::Labelled(_)));
        self.tree.sections.reserve(labels.count() + 8);
        let mut at = 0;
        while at < units.len() {
            at += self.step(units, at);
        }
        self.finish()
    }

    /// Takes the unit at `at`, and those behind it that belong with it; says how many.
    fn step(&mut self, units: &[Unit], at: usize) -> usize {
        let unit = &units[at];
        match unit.kind {
            UnitKind::AnnexMark => return self.annex(units, at),
            UnitKind::Prose => return self.prose(units, at),
            UnitKind::Labelled(label) if self.in_annex_list(unit, label) => self.tree.closing.push(unit.span),
            UnitKind::Labelled(label) => self.labelled(unit, label),
            UnitKind::Field => self.own(Own::Field(unit.span)),
            UnitKind::Standing => self.standing(unit, units.get(at + 1).map(|next| next.kind)),
            UnitKind::Styled => self.styled(unit),
            UnitKind::Told(len) => self.told(unit, len as usize),
            UnitKind::AnnexList if self.is_over_its_own(units, at) => self.titled_annex(unit),
            UnitKind::AnnexList => {
                self.annex_list = Some(2);
                self.close(unit.span);
            }
            UnitKind::Colophon => {
                self.tree.colophon.push(unit.span);
                self.closed = true;
            }
            UnitKind::Date | UnitKind::Remark | UnitKind::Masthead => self.close(unit.span),
            UnitKind::Contact => self.tree.closing.push(unit.span),
            UnitKind::Table(index) => self.table(index, unit.span),
        }
        1
    }

    /// The depth at which a level of this style is open.
    fn depth_at(&self, style: Style) -> Option<usize> {
        self.stack.iter().position(|&(open, _)| open == style)
    }

    /// Opens a section at `depth`, below what is open there; gives its place among the sections.
    fn open(&mut self, depth: usize, style: Style, label: Option<Span>, span: Span) -> usize {
        self.stack.truncate(depth);
        let parent = self.stack.last().map(|&(_, s)| s);
        let kind = if style == Style::Annex {
            SectionKind::Annex
        } else {
            parent.map_or(SectionKind::Body, |p| self.tree.sections[p].kind)
        };
        if let Some(parent) = parent {
            self.tree.sections[parent].has_children = true;
        }
        let index = self.tree.sections.len();
        self.tree.sections.push(Section {
            parent,
            level: depth as u8 + 1,
            label,
            kind,
            span,
            ..Section::default()
        });
        if let (Style::Label(_), Some(&(above, _))) = (style, self.stack.last()) {
            self.below.retain(|(listed, _)| *listed != style);
            self.below.push((style, above));
        }
        self.stack.push((style, index));
        index
    }

    /// Gives the open section something of its own; what stands outside of sections belongs to the closing.
    fn own(&mut self, own: Own) {
        match self.stack.last() {
            Some(&(_, section)) if !self.closed => self.tree.sections[section].own.push(own),
            _ => self.tree.closing.extend(own.span()),
        }
    }

    /// A table goes to the section it stands in; one with nothing above it opens an annex.
    fn table(&mut self, index: usize, span: Span) {
        if self.stack.is_empty() || self.closed {
            self.closed = false;
            self.open(0, Style::Annex, None, span);
        }
        let section = self.stack.last().map(|&(_, s)| s);
        self.tree.tables.push((index, section));
        self.own(Own::Table(index));
    }

    /// Ends the plan with a line that is none of its text.
    fn close(&mut self, span: Span) {
        self.tree.closing.push(span);
        self.closed = true;
    }
}

fn trimmed(base: usize, words: &str) -> Span {
    Span::of(chars::trim(words), words).shifted(base)
}
