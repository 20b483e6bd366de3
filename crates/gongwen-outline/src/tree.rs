//! The section tree: labels, unlabelled headings and annexes become sections by nesting (guide, 2).
//!
//! Depth is counted by nesting, never by the label's style: a style already open closes back to its depth, a new style
//! opens one level below. The usual order of styles (GB/T 9704-2012, 7.3.3) only decides where a label
//! goes whose list has no beginning in the document.

mod alone;
mod annex;
mod conclusion;

use crate::front::is_piece;
use crate::model::{Own, Section, SectionKind};
use crate::run::Run;
use crate::standing;
use crate::title::{self, Heading};
use crate::unit::{self, Unit, UnitKind};
use gongwen_text::{Label, LabelStyle, Span, chars};

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
            UnitKind::Labelled(label) => {
                if self.in_annex_list(unit, label) {
                    self.tree.closing.push(unit.span);
                    return 1;
                }
                self.labelled(unit, label);
                1
            }
            UnitKind::Field => {
                self.own(Own::Field(unit.span));
                1
            }
            UnitKind::Standing => {
                let next = units.get(at + 1).map(|next| next.kind);
                self.standing(unit, next);
                1
            }
            UnitKind::Styled => {
                self.styled(unit);
                1
            }
            UnitKind::Told(len) => {
                self.told(unit, len as usize);
                1
            }
            UnitKind::AnnexMark => self.annex(units, at),
            UnitKind::AnnexList if self.is_over_its_own(units, at) => {
                self.titled_annex(unit);
                1
            }
            UnitKind::AnnexList => {
                self.closed = true;
                self.annex_list = Some(2);
                self.tree.closing.push(unit.span);
                1
            }
            UnitKind::Colophon => {
                self.tree.colophon.push(unit.span);
                self.closed = true;
                1
            }
            UnitKind::Date | UnitKind::Remark | UnitKind::Masthead => {
                self.tree.closing.push(unit.span);
                self.closed = true;
                1
            }
            UnitKind::Contact => {
                self.tree.closing.push(unit.span);
                1
            }
            UnitKind::Table(index) => {
                self.table(index, unit.span);
                1
            }
            UnitKind::Prose => self.prose(units, at),
        }
    }

    fn labelled(&mut self, unit: &Unit, label: Label) {
        self.closed = false;
        self.resume(label);
        let depth = self.depth_of(label);
        let base = unit.span.from();
        let line = unit.span.of_text(self.text);
        let skip = label.end + title::leading_space(&line[label.end..]);
        // `1.项目名称：湿地公园`: the name is the title.
        let skip = skip + standing::entry(&line[skip..]).map_or(0, |(_, at)| at);
        let words = &line[skip..];
        let bold = (unit.bold as usize).saturating_sub(skip);
        let label_span = Span::new(base + label.start, base + label.end);
        let index = self.open(depth, Style::Label(label.style), Some(label_span), unit.span);
        let core = crate::closing::duty_tail(words).filter(|&at| at > 0).unwrap_or(words.len());
        let heading = match label.style {
            LabelStyle::Article => title::article(&words[..core]),
            _ => title::labelled(&words[..core], bold),
        };
        self.head(index, base + skip, heading, words, core);
    }

    /// Gives a section its title and the text behind it.
    ///
    /// `core` is where the words end without the duty bracket that closes them.
    fn head(&mut self, index: usize, base: usize, heading: Heading, words: &str, core: usize) {
        let section = &mut self.tree.sections[index];
        match heading {
            // `1.开展活动60场（责任单位：县科协）`: what is given to somebody and counts is an item, with or without a stop.
            Heading::Whole if core < words.len() && title::counts(&words[..core]) => {
                section.own.push(Own::Text(trimmed(base, words)));
                let title = words[..core].trim_end().len();
                self.sentences.push(Lone { index, title, short: true, core });
            }
            Heading::Whole => {
                section.title = Some(trimmed(base, &words[..core]));
                if core < words.len() {
                    section.own.push(Own::Text(trimmed(base + core, &words[core..])));
                }
            }
            Heading::RunIn { title, rest } => {
                // `【联合执法】`: the brackets are no part of it.
                let boxed = words[..title].strip_prefix('【').and_then(|title| title.strip_suffix('】'));
                section.title = Some(match boxed {
                    Some(inner) => trimmed(base + '【'.len_utf8(), inner),
                    None => trimmed(base, &words[..title]),
                });
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

    /// The depth at which a label's section opens.
    fn depth_of(&self, label: Label) -> usize {
        let style = Style::Label(label.style);
        if let Some(at) = self.stack.iter().position(|(s, _)| *s == style) {
            return at;
        }
        // Counted through several sections, a list goes on below the next heading of the kind it stood below.
        let before = self.below.iter().find(|(listed, _)| *listed == style).filter(|_| label.number > 1);
        if let Some((_, above)) = before
            && let Some(at) = self.stack.iter().position(|(s, _)| s == above)
        {
            // … or below what stands lower there and higher than the list: `（一）` over `2.` behind `一、` over `1.`
            let between = self.stack[at + 1..].iter();
            let over = between.take_while(
                |(s, _)| matches!(s, Style::Label(open) if *open < label.style && *open != LabelStyle::Box),
            );
            return at + 1 + over.count();
        }
        // `2.1` stands below `2`, `2.1.1` below `2.1`, whatever list is open there.
        let above = match label.style {
            LabelStyle::Decimal => Some(LabelStyle::Plain),
            LabelStyle::Decimals => Some(LabelStyle::Decimal),
            _ => None,
        };
        if let Some(above) = above
            && let Some(at) = self.stack.iter().position(|(s, _)| *s == Style::Label(above))
        {
            return at + 1;
        }
        // A list that begins here lies below what is open; one whose beginning is missing, and the styles that stand
        // highest, go where the usual order of styles puts them.
        let begins = label.number <= 1 && label.style > LabelStyle::Box;
        let mut depth = self.stack.len();
        while depth > 0 {
            let lower = match self.stack[depth - 1].0 {
                // A list that begins stands below a box or a standing heading, one that goes on does not.
                Style::Label(LabelStyle::Box) | Style::Standing | Style::Part => label.number > 1,
                Style::Label(open) => !begins && open > label.style,
                Style::Unlabelled | Style::Marked => true,
                Style::Annex | Style::Ranked | Style::Styled(_) => false,
            };
            if !lower {
                break;
            }
            depth -= 1;
        }
        depth
    }

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

    /// Prose: text of the open section, or a heading that has no label.
    fn prose(&mut self, units: &[Unit], at: usize) -> usize {
        if let Some(taken) = self.caption(units, at) {
            return taken;
        }
        let unit = &units[at];
        let line = unit.span.of_text(self.text);
        let dated = |next: &Unit| match next.kind {
            UnitKind::Date => true,
            UnitKind::Prose => at + 2 == units.len() && unit::day(next.span.of_text(self.text)).is_some(),
            _ => false,
        };
        let signed = units.get(at + 1).is_some_and(dated) && is_piece(line) && line.chars().count() <= 40;
        if signed {
            self.tree.closing.push(unit.span);
            self.closed = true;
            return 1;
        }
        if self.closed {
            self.tree.closing.push(unit.span);
            return 1;
        }
        if self.announces(line) {
            self.tree.closing.push(unit.span);
            return 1;
        }
        if self.shares_out(units, at) {
            return 1;
        }
        // `本措施自印发之日起施行，由县财政局负责解释。` behind the last item is none of its text.
        let said = |&(_, index): &(Style, usize)| !self.tree.sections[index].own.is_empty();
        if line.starts_with('本') && is_formal(line) && self.stack.last().is_some_and(said) {
            self.tree.closing.push(unit.span);
            return 1;
        }
        if self.concludes(units, at) {
            return 1;
        }
        if unit.heading.is_some() && is_piece(line) && line.chars().count() <= 40 && !self.stack.is_empty() {
            self.marked(unit);
            return 1;
        }
        self.run(units, at)
    }

    /// A run of prose and field lines under one heading: text, or units with run-in titles when siblings agree.
    fn run(&mut self, units: &[Unit], at: usize) -> usize {
        if !self.prose_run.holds(at) {
            self.prose_run = Run::of(self.text, units, at);
        }
        // A paragraph that ends the run may be the caption of a table or a signature: leave it to its own step.
        if self.stack.is_empty() || !self.prose_run.agrees(at) {
            // One at a time: what follows is looked at again, it may be a caption or a signature.
            self.own(if units[at].kind == UnitKind::Field {
                Own::Field(units[at].span)
            } else {
                Own::Text(units[at].span)
            });
            return 1;
        }
        let titles = self.prose_run.take_titles(at);
        let run = &units[at..at + titles.len()];
        let open = self.stack.iter().position(|(s, _)| *s == Style::Unlabelled);
        let depth = open.unwrap_or(self.stack.len());
        if open.is_none() && titles[0].is_some() {
            self.set_apart(run, &titles);
        }
        for (unit, title) in run.iter().zip(titles) {
            let Some((title, rest)) = title else {
                self.own(if unit.kind == UnitKind::Field {
                    Own::Field(unit.span)
                } else {
                    Own::Text(unit.span)
                });
                continue;
            };
            let index = self.open(depth, Style::Unlabelled, None, unit.span);
            let words = unit.span.of_text(self.text);
            self.head(index, unit.span.from(), Heading::RunIn { title, rest }, words, words.len());
        }
        run.len()
    }

    /// Gives the first of several units without labels a section of its own where it stands on the line of the heading above them:
    /// its bracket says who does it, as theirs do.
    fn set_apart(&mut self, run: &[Unit], titles: &[Option<(usize, usize)>]) {
        let Some(&(Style::Label(_), above)) = self.stack.last() else { return };
        let section = &self.tree.sections[above];
        let ([Own::Text(first)], true) = (section.own.as_slice(), section.title.is_some()) else { return };
        let first = *first;
        let words = first.of_text(self.text);
        let Some(core) = crate::closing::duty_bracket(words).filter(|&at| at > 0) else { return };
        let titled = titles.iter().filter(|title| title.is_some()).count();
        let given = run.iter().zip(titles).enumerate().filter(|(at, (unit, title))| {
            let field = || run.get(at + 1).is_some_and(|next| next.kind == UnitKind::Field);
            title.is_some()
                && (crate::closing::duty_bracket(unit.span.of_text(self.text)).is_some() || field())
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

    fn finish(mut self) -> Tree {
        for Lone { index, title, short, core } in std::mem::take(&mut self.sentences) {
            let section = &mut self.tree.sections[index];
            let more = section.has_children
                || short && section.own.iter().skip(1).any(|o| matches!(o, Own::Text(_) | Own::Table(_)));
            if let (true, Some(Own::Text(words))) = (more, section.own.first().copied()) {
                section.title = Some(Span::new(words.from(), words.from() + title));
                // The bracket of duty behind it stays.
                let said = words.of_text(self.text);
                match said.get(core..).map(str::trim) {
                    Some(duty) if !duty.is_empty() => section.own[0] = Own::Text(Span::of(duty, self.text)),
                    _ => drop(section.own.remove(0)),
                }
            }
        }
        crate::field::lift(self.text, &mut self.tree.sections);
        spread(&mut self.tree.sections);
        self.tree
    }
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

fn trimmed(base: usize, words: &str) -> Span {
    Span::of(chars::trim(words), words).shifted(base)
}
