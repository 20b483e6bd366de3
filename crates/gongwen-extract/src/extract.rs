//! From outline to facts, in one walk over the sections and tables.

mod beside;
mod ledger;
mod parted;
mod remark;
mod rows;
mod section;
#[cfg(test)]
mod tests;
mod titles;
mod values;

use crate::duty::{OrgId, RawAssignment, Reader};
use crate::facts::{Assignment, Baseline, Due, Facts, Qualitative, Scope, Target, Task};
use crate::genre::Heading;
use crate::target::{self, Anchors, Context, RawTarget, Stage};
use crate::task::{self, Place as TaskPlace};
use crate::topic;
use crate::{genre, metadata};
use gongwen_lexicon::agency::{Place, Town};
use gongwen_outline::{Outline, Own, Section, SectionKind};
use gongwen_text::{Diagnostic, Manuscript, Span};
use std::borrow::Cow;

/// Reads the facts of a document. Never fails: what could not be read leaves a diagnostic.
pub fn extract<'a>(manuscript: &'a Manuscript, outline: &Outline) -> Facts<'a> {
    let text = manuscript.text.as_str();
    let mut diagnostics = Vec::new();
    let metadata = metadata::metadata(text, outline, &manuscript.website, &mut diagnostics);
    let period = metadata.period;
    // A month without a year is of a yearly plan's, else of the year of issue.
    let issued = metadata.date_of_issue.filter(|day| day.month() < LATE).map(jiff::civil::Date::year);
    let year = match period {
        Some((first, last)) => Some(first).filter(|_| first == last),
        None => issued,
    };
    let context = Context {
        period,
        published: metadata.date_of_issue.map(jiff::civil::Date::year),
        ..Context::default()
    };
    let mut place = Place::from(metadata.division);
    place.town = metadata
        .division
        .zip(metadata.issuing_authorities.first())
        .and_then(|(division, issuer)| Town::of_government(issuer, &division));
    let mut reader = Reader::new(text, place, year);
    reader.begins = context.first_year();
    let headed = headed(outline);
    let mut walk = Walk {
        text,
        tables: &manuscript.tables,
        outline,
        headings: headings(text, outline),
        stage: None,
        ledger: ledger::headings(&mut reader, outline, &headed),
        headed,
        units: vec![None; outline.sections.len()],
        ranked: None,
        led: vec![None; outline.sections.len()],
        reports: genre::reports(text, outline),
        context,
        reader,
        facts: Facts { metadata, diagnostics, ..Facts::default() },
        first_of: [vec![usize::MAX; outline.sections.len() + 1], Vec::new()],
        paragraphs: Vec::new(),
        due_of_row: None,
        dues: Vec::new(),
        due_below: vec![None; outline.sections.len()],
        anchors: Anchors::default(),
        raw: Vec::new(),
    };
    // Lines that were read across two columns make sentences that nobody wrote.
    let torn = manuscript.diagnostics.iter().any(|finding| finding.code == "columns-unread");
    match genre::not_a_plan(text, outline, &manuscript.website) {
        _ if torn => {}
        Some(finding) => walk.facts.diagnostics.push(finding),
        None => walk.run(),
    }
    walk.finish()
}

/// What the titles of all sections say; a title above is silent, or names aims, for those below it too.
fn headings(text: &str, outline: &Outline) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::with_capacity(outline.sections.len());
    let reports = genre::reports(text, outline);
    for section in &outline.sections {
        let above = section.parent.map_or(Heading::default(), |parent| headings[parent]);
        let title = section.title.map_or("", |t| t.of_text(text));
        let own = genre::heading(title);
        let reported = reports
            && section.parent.is_none()
            && section.kind == SectionKind::Body
            && !genre::looks_ahead(title);
        let inherited = above.silent
            && !section.parent.is_some_and(|parent| {
                let over = outline.sections[parent].parent;
                let deeper = over.is_some_and(|over: usize| headings[over].silent);
                !deeper
                    && genre::looks_ahead_below(
                        outline.sections[parent].title.map_or("", |t| t.of_text(text)),
                        title,
                    )
            });
        let silent = inherited || own.silent || reported || lists_conditions(text, section);
        let wrong = own.wrong || above.wrong && inherited && !genre::mends(title);
        let (goals, frame) = (above.goals || own.goals, own.frame || reported);
        headings.push(Heading { silent, wrong, goals, frame, ..own });
    }
    headings
}

/// Whether what stands below a section are conditions: `申报主体应具备下列条件：`; `改善办学条件：` is a task.
fn lists_conditions(text: &str, section: &Section) -> bool {
    const NEAR: usize = 45;
    const ASKED: [&str; 6] = ["下列", "以下", "如下", "具备", "符合", "满足"];
    let lead = |span: Span| {
        // A title ends in front of its colon.
        let words = span.of_text(text).trim_end();
        let behind = text[span.to()..].starts_with(['：', ':']).then_some(words);
        let Some(words) = words.strip_suffix(['：', ':']).or(behind) else { return false };
        let near = &words[words.floor_char_boundary(words.len().saturating_sub(NEAR))..];
        let near = near.strip_suffix("之一").unwrap_or(near);
        // `属于下列情形之一的老年人：`
        let one_of = || ["情形之一", "条件之一", "情况之一"].iter().any(|word| near.contains(word));
        (near.ends_with("条件") || one_of()) && ASKED.iter().any(|word| near.contains(word))
    };
    // What stands behind the list may be the section's too.
    let mut texts = section
        .own
        .iter()
        .filter_map(|own| if let Own::Text(span) = own { Some(*span) } else { None })
        .peekable();
    section.has_children
        && if texts.peek().is_some() { texts.any(lead) } else { section.title.is_some_and(lead) }
}

/// For each section, whether its title may name who answers for it: that of an annex names the annex, that of a row stands in
/// a cell, which is read by its column.
fn headed(outline: &Outline) -> Vec<bool> {
    let mut headed: Vec<bool> =
        outline.sections.iter().map(|it| it.kind == SectionKind::Body || it.level > 1).collect();
    for row in outline.tables.iter().flat_map(|table| &table.rows) {
        if let Some(section) = row.section {
            headed[section] = false;
        }
    }
    headed
}

/// The walk: what it reads from and what it has found.
struct Walk<'a, 'p> {
    text: &'a str,
    tables: &'p [gongwen_text::Grid],
    outline: &'p Outline,
    headings: Vec<Heading>,
    /// The last stage that a heading told of, and what it stands below.
    stage: Option<(Option<usize>, Stage)>,
    /// Which sections have a title that may name who answers for them.
    headed: Vec<bool>,
    /// Which sections are headings of a ledger by unit.
    ledger: Vec<bool>,
    /// Whose ledger a section belongs to.
    units: Vec<Option<OrgId>>,
    /// The last heading of a ledger whose units are ranked by the sections below it alone, with those units.
    ranked: Option<(usize, Vec<OrgId>)>,
    /// By when the words tell that lead in what stands below a section (`到2025年，具体目标是：`).
    led: Vec<Option<i16>>,
    /// The document reports: who did what binds nobody.
    reports: bool,
    context: Context,
    reader: Reader<'a>,
    facts: Facts<'a>,
    /// The first assignment of the document and each section, and of each task: none before it can be the same again.
    first_of: [Vec<usize>; 2],
    /// Room for the paragraphs of one section.
    paragraphs: Vec<Span>,
    /// When the row of a ledger is due.
    due_of_row: Option<Due>,
    /// Times that field lines of sections tell, with the years that bind targets.
    dues: Vec<(Due, Option<i16>)>,
    /// Which of them holds for what stands in and below a section.
    due_below: Vec<Option<usize>>,
    /// Where numbers and commitments may begin.
    anchors: Anchors,
    /// Targets of one paragraph, before they get their scope.
    raw: Vec<RawTarget<'a>>,
}

impl<'a> Walk<'a, '_> {
    fn run(&mut self) {
        self.anchors = Anchors::of(self.text);
        let mut of_section = Vec::new();
        let mut of_row = Vec::new();
        // The titles above are read once, not for each task below them.
        let mut titles = vec![None; self.outline.sections.len()];
        let tasks = task::tasks(self.text, self.outline, &self.headings);
        self.facts.tasks.reserve(tasks.len());
        ledger::keep_work(
            self.text,
            self.outline,
            tasks.iter().map(|(_, task)| task.section),
            &mut self.ledger,
        );
        for (place, mut task) in tasks {
            let index = self.facts.tasks.len();
            match place {
                TaskPlace::Leaf | TaskPlace::Paragraph => of_section.push((task.section, index)),
                TaskPlace::Row { table, row } => of_row.push(((table, row), index)),
            }
            task.topics = self.topics(&task, &mut titles);
            self.facts.tasks.push(task);
        }
        self.first_of[1].resize(self.facts.tasks.len(), usize::MAX);
        self.front();
        // Rows are read where their table stands, so that notes such as 下同 hold from there on.
        of_section.sort_unstable();
        let (sections, tasks): (Vec<usize>, Vec<usize>) = of_section.into_iter().unzip();
        let mut at = 0;
        for index in 0..self.outline.sections.len() {
            let from = at;
            while sections.get(at) == Some(&index) {
                at += 1;
            }
            self.section(index, &tasks[from..at]);
        }
        of_row.sort_unstable();
        let (rows, tasks): (Vec<(usize, usize)>, Vec<usize>) = of_row.into_iter().unzip();
        let mut at = 0;
        for (t, table) in self.outline.tables.iter().enumerate() {
            let headers: Vec<_> = table.columns.iter().map(|it| self.reader.header(it.header)).collect();
            for (r, row) in table.rows.iter().enumerate() {
                let from = at;
                while rows.get(at) == Some(&(t, r)) {
                    at += 1;
                }
                self.row(table, &headers, row, &tasks[from..at]);
            }
        }
    }

    /// What stands before the first section: a letter without headings, a preamble; and what speaks of all items of a list without
    /// heading. What it states holds for the document; what it announces as the aim (`2024年工作的总体要求是：…`) is one. Without a
    /// title nothing says that the text binds anybody.
    fn front(&mut self) {
        let outline = self.outline;
        if self.reports || outline.title.is_empty() && outline.notice_title.is_empty() {
            return;
        }
        for &span in outline.front.iter().chain(&outline.conclusion) {
            if self.is_table(span) {
                continue;
            }
            self.reader.prose(span, None);
            self.state(Scope::Document, false);
            let goals = genre::announces_aims(span.of_text(self.text));
            self.commit(span, Scope::Document, &Context { goals, ..self.context });
        }
    }

    /// The words of a cell, where another cell may name what they count (`老旧小区改造 | 完成20个`).
    fn commit_named(&mut self, words: Span, name: Option<Span>, task: usize, context: &Context) {
        let text = self.text;
        let task_words = name.map_or("", |name| name.of_text(text));
        let name = Some(task_words).filter(|name| is_noun(name));
        let counts = self.anchors.within(words).digit();
        let deed = if counts { target::deed_of(words.of_text(text)) } else { None };
        let done = deed.and_then(|deed| target::deed_told(deed, task_words));
        let first = self.facts.targets.len();
        let named = name.is_some() || done.is_some();
        self.commit(words, Scope::Task(task), &Context { named, ..*context });
        for target in &mut self.facts.targets[first..] {
            let whole = match (&target.indicator, name) {
                (None, Some(name)) => Some(Cow::Borrowed(target::object_of(name))),
                (None, None) => done.clone(),
                (Some(own), name) => target::deed_told(own, task_words)
                    .or_else(|| name.and_then(|name| target::completed(own, name))),
            };
            target.indicator = whole.or_else(|| target.indicator.take());
        }
    }

    /// Ends what the reader reads for one scope and takes it over; says the year it is due.
    fn state(&mut self, scope: Scope, merged: bool) -> Option<i16> {
        let first = match scope {
            Scope::Document => &mut self.first_of[0][0],
            Scope::Section(section) => &mut self.first_of[0][section + 1],
            Scope::Task(task) => &mut self.first_of[1][task],
        };
        let stated = &mut self.facts.assignments;
        // What the reader hands over together is told apart already.
        let before = stated.len();
        let (due, binds) = self.reader.finish(|raw: RawAssignment, reader| {
            let from = stated.len().saturating_sub(MOST_LOOKED_BACK).max(*first).min(stated.len());
            let same = |a: &Assignment| {
                a.scope == scope && a.role == raw.role && reader.same(OrgId::at(a.org), raw.org)
            };
            if stated[from.min(before)..before].iter().any(same) {
                return;
            }
            *first = stated.len().min(*first);
            if stated.is_empty() {
                stated.reserve(self.text.len() / BYTES_EACH);
            }
            stated.push(Assignment {
                scope,
                role: raw.role,
                org: raw.org.index(),
                statement: raw.statement,
                open_ended: raw.open_ended,
                merged,
                span: raw.span,
                rule: raw.rule,
            });
        })?;
        let year = due.by.as_deref().filter(|_| binds).and_then(|by| by.get(..4)?.parse().ok());
        match scope {
            Scope::Task(task) => {
                self.facts.tasks[task].due.get_or_insert(due);
            }
            _ => self.due_of_row = Some(due),
        }
        year
    }

    /// Reads the targets of one paragraph.
    fn commit(&mut self, span: Span, scope: Scope, context: &Context) {
        let found = self.facts.diagnostics.len();
        let span = Span::new(span.from() + target::running_label(self.text, span), span.to());
        let (text, places) = (span.of_text(self.text), self.anchors.within(span));
        target::targets_in(text, places, context, &mut self.raw, &mut self.facts.diagnostics);
        for diagnostic in &mut self.facts.diagnostics[found..] {
            diagnostic.span = diagnostic.span.map(|s| s.shifted(span.from()));
        }
        if context.goals || context.task {
            let found = &mut self.facts.qualitative;
            target::qualitative_in(text, places, |clause| {
                let span = clause.shifted(span.from());
                found.push(Qualitative { scope, span });
            });
        }
        if !self.raw.is_empty() {
            self.drop_parted(span);
            self.keep(span, scope, true);
        }
        if context.row || context.task && text.contains("（每") {
            self.bracketed(span, scope, context);
        }
    }

    /// The organisation of an assignment by its place, where so many were stated.
    fn unit_from(&self, at: usize) -> Option<OrgId> {
        self.facts.assignments.get(at).map(|stated| OrgId::at(stated.org))
    }

    /// Gives the raw targets of a stretch their scope and their place in the whole text.
    fn keep(&mut self, stretch: Span, scope: Scope, baseline_inside: bool) {
        let (base, first) = (stretch.from(), self.facts.targets.len());
        for raw in self.raw.drain(..) {
            let inside =
                |b: Baseline| Baseline { text: b.text.shifted(if baseline_inside { base } else { 0 }), ..b };
            self.facts.targets.push(Target {
                scope,
                span: raw.span.shifted(base),
                indicator: raw.indicator,
                group: raw.group,
                comparator: raw.comparator,
                value: raw.value,
                value_max: raw.value_max,
                unit: raw.unit,
                measure: raw.measure,
                frequency: raw.frequency,
                deadline: raw.deadline,
                baseline: raw.baseline.map(inside),
                modality: raw.modality,
                part_of: raw.part_of.map(|part| part + first),
                rule: raw.rule,
            });
        }
    }

    fn topics(&self, task: &Task, titles: &mut [Option<topic::Hits>]) -> Vec<&'static str> {
        let sections = &self.outline.sections;
        let mut above = None;
        let mut at = sections[task.section].parent;
        while let Some(i) = at {
            let title = || sections[i].title.map_or("", |t| t.of_text(self.text));
            if !titles[i].get_or_insert_with(|| topic::Hits::of(title())).is_empty() {
                above = titles[i].as_ref();
                break;
            }
            at = sections[i].parent;
        }
        let title = task.title.map_or("", |t| t.of_text(self.text));
        topic::topics(title, task.text.of_text(self.text), above)
    }

    /// Facts in the order of the text.
    fn finish(self) -> Facts<'a> {
        let mut facts = self.facts;
        let (orgs, mut diagnostics) = self.reader.into_parts();
        facts.orgs = orgs;
        facts.diagnostics.append(&mut diagnostics);
        facts.qualitative.sort_by_key(|q| q.span.start);
        facts.qualitative.dedup_by_key(|q| q.span);
        if !facts.assignments.is_sorted_by_key(|a| a.span.start) {
            facts.assignments.sort_by_cached_key(|a| a.span.start);
        }
        if !facts.targets.is_sorted_by_key(|t| t.span.start) {
            facts.sort_targets();
        }
        facts.diagnostics.sort_by_key(|d| d.span.map_or(0, |s| s.start));
        facts.diagnostics.dedup_by(|a: &mut Diagnostic, b| a.code == b.code && a.span == b.span);
        facts
    }
}

/// Whether the words of a cell can name what is counted: short, and no clause.
fn is_noun(words: &str) -> bool {
    (2..=24).contains(&words.chars().count())
        && !words.contains(['，', ',', '。', '；', ';', '\n'])
        && !words.bytes().any(|b| b.is_ascii_digit())
}

/// The month of issue from which on a month without a year may be of the next one.
const LATE: i8 = 10;

/// Bytes of a text for each assignment that room is made for.
const BYTES_EACH: usize = 192;

/// Assignments that are looked at for one that says the same.
const MOST_LOOKED_BACK: usize = 200;
