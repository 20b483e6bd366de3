//! From outline to facts, in one walk over the sections and tables.

use crate::duty::{OrgId, RawAssignment, Reader};
use crate::facts::{Assignment, Baseline, Due, Facts, Qualitative, Role, Scope, Target, Task};
use crate::genre::Heading;
use crate::target::allotment::{self, Headings};
use crate::target::{self, Anchors, Context, IndicatorRow, RawTarget, Stage};
use crate::task::{self, Place as TaskPlace};
use crate::topic;
use crate::{genre, metadata};
use gongwen_lexicon::agency::Place;
use gongwen_outline::{ColumnRole, Outline, Own, Row, Section, SectionKind, TableKind, TableReading};
use gongwen_text::chars::{bracketed_key, round_key};
use gongwen_text::{Diagnostic, Manuscript, Span};
use std::borrow::Cow;

/// Reads the facts of a document. Never fails: what could not be read leaves a diagnostic.
pub fn extract<'a>(manuscript: &'a Manuscript, outline: &Outline) -> Facts<'a> {
    let text = manuscript.text.as_str();
    let mut diagnostics = Vec::new();
    let metadata = metadata::metadata(text, outline, &manuscript.website, &mut diagnostics);
    let period = metadata.period;
    let year = period.filter(|(first, last)| first == last).map(|(first, _)| first);
    let context = Context {
        period,
        published: metadata.date_of_issue.map(jiff::civil::Date::year),
        ..Context::default()
    };
    let mut reader = Reader::new(text, Place::from(metadata.division), year);
    let headed = headed(outline);
    let mut walk = Walk {
        text,
        tables: &manuscript.tables,
        outline,
        headings: headings(text, outline),
        stage: None,
        ledger: ledger(&mut reader, outline, &headed),
        headed,
        units: vec![None; outline.sections.len()],
        context,
        reader,
        facts: Facts { metadata, diagnostics, ..Facts::default() },
        first_of: [vec![usize::MAX; outline.sections.len() + 1], Vec::new()],
        paragraphs: Vec::new(),
        due_of_row: None,
        anchors: Anchors::default(),
        raw: Vec::new(),
    };
    // Lines that were read across two columns make sentences that nobody wrote.
    let torn = manuscript.diagnostics.iter().any(|finding| finding.code == "columns-unread");
    match genre::not_a_plan(text, outline) {
        _ if torn => {}
        Some(finding) => walk.facts.diagnostics.push(finding),
        None => walk.run(),
    }
    walk.finish()
}

/// What the titles of all sections say; a title above is silent, or names aims, for those below it too.
fn headings(text: &str, outline: &Outline) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::with_capacity(outline.sections.len());
    for section in &outline.sections {
        let above = section.parent.map_or(Heading::default(), |parent| headings[parent]);
        let own = genre::heading(section.title.map_or("", |t| t.of_text(text)));
        let (silent, goals) = (above.silent || own.silent, above.goals || own.goals);
        headings.push(Heading { silent, goals, ..own });
    }
    headings
}

/// For each section, whether its heading is one of a ledger by unit (`一、县发展改革局（3项）`): most of those beside each other
/// name units alone.
fn ledger(reader: &mut Reader<'_>, outline: &Outline, headed: &[bool]) -> Vec<bool> {
    // For each parent, and for none: how many sections stand below it, and how many of them name units.
    let mut beside = vec![(0_usize, 0_usize); outline.sections.len() + 1];
    let below = |section: &Section| section.parent.map_or(0, |parent| parent + 1);
    let mut ledger = headed.to_vec();
    for (section, names) in outline.sections.iter().zip(&mut ledger) {
        *names &= section.title.is_some_and(|title| reader.names_units(title));
        let (all, units) = &mut beside[below(section)];
        (*all, *units) = (*all + 1, *units + usize::from(*names));
    }
    for (section, names) in outline.sections.iter().zip(&mut ledger) {
        let (all, units) = beside[below(section)];
        *names &= units >= 2 && units * 3 >= all * 2;
    }
    ledger
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
    context: Context,
    reader: Reader<'a>,
    facts: Facts<'a>,
    /// The first assignment of the document and each section, and of each task: none before it can be the same again.
    first_of: [Vec<usize>; 2],
    /// Room for the paragraphs of one section.
    paragraphs: Vec<Span>,
    /// When the row of a ledger is due.
    due_of_row: Option<Due>,
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
            for (r, row) in table.rows.iter().enumerate() {
                let from = at;
                while rows.get(at) == Some(&(t, r)) {
                    at += 1;
                }
                self.row(table, row, &tasks[from..at]);
            }
        }
    }

    /// What stands before the first section: a letter without headings, a preamble. What it states holds for the document; what it
    /// announces as the aim (`2024年工作的总体要求是：…`) is one. Without a title nothing says that the text binds anybody.
    fn front(&mut self) {
        let outline = self.outline;
        if outline.title.is_empty() && outline.notice_title.is_empty() {
            return;
        }
        for &span in &outline.front {
            self.reader.prose(span, None);
            self.state(Scope::Document, false);
            let goals = genre::announces_aims(span.of_text(self.text));
            self.commit(span, Scope::Document, &Context { goals, ..self.context });
        }
    }

    /// A section's own text: what it states and commits to. A leaf that is a task states it for the task; paragraphs that
    /// are tasks of their own (guide, 8) state theirs.
    fn section(&mut self, index: usize, tasks: &[usize]) {
        let outline = self.outline;
        let section = &outline.sections[index];
        let leaf = tasks.first().copied().filter(|&t| self.facts.tasks[t].span == section.span);
        let scope = leaf.map_or(Scope::Section(index), Scope::Task);
        let own_task = |span: Span, facts: &Facts<'_>| {
            tasks.iter().copied().find(|&t| leaf != Some(t) && facts.tasks[t].span == span)
        };
        let mut paragraphs = std::mem::take(&mut self.paragraphs);
        let unit = section.parent.and_then(|parent| self.units[parent]);
        for own in &section.own {
            match *own {
                Own::Text(span) if own_task(span, &self.facts).is_some() => {}
                Own::Text(span) => {
                    self.reader.prose(span, unit);
                    paragraphs.push(span);
                }
                Own::Field(span) => self.field(span),
                Own::Table(_) => {}
            }
        }
        // Aims may be told by titles alone: `（一）城镇调查失业率控制在5.5%以内`.
        let last = leaf.is_some() || self.headings[index].goals && !section.has_children;
        if last && paragraphs.is_empty() {
            paragraphs.extend(section.title);
        }
        // `3.建设5个产业园。推动…`: a run-in title may commit as well as what it heads.
        let heading = section.title.filter(|t| last && paragraphs.first() != Some(t));
        if let Some(title) = section.title.filter(|_| self.headed[index]) {
            if self.ledger[index] {
                self.reader.units(title, paragraphs.first().copied());
            } else {
                let shared_out = section.parent.is_some_and(|parent| self.headings[parent].shares);
                self.reader.title(title, paragraphs.first().copied(), shared_out);
            }
        }
        let first = self.facts.assignments.len();
        let due = self.state(scope, false);
        self.units[index] = if self.ledger[index] { self.unit_from(first) } else { unit };
        let Heading { silent, goals, .. } = self.headings[index];
        if silent {
            paragraphs.clear();
        }
        let before = self.stage.filter(|(parent, _)| *parent == section.parent).map(|(_, stage)| stage);
        let stage = section.title.and_then(|title| target::stage(title.of_text(self.text), before));
        self.stage = stage.map(|stage| (section.parent, stage)).or(self.stage);
        let stage = stage.map(|stage| stage.year);
        let context = Context { goals, due, stage, task: leaf.is_some(), ..self.context };
        let counts = |t: &Span| self.anchors.within(*t).digit();
        if let Some(title) = heading.filter(|t| !silent && counts(t)) {
            self.commit(title, scope, &context);
        }
        // `三、改造老旧小区。2026年改造28个`: the title names what is counted.
        for span in paragraphs.drain(..) {
            let goes_on = |t: &Span| {
                target::takes_up(span.of_text(self.text), self.anchors.within(span), t.of_text(self.text))
            };
            if let (Some(title), Some(task)) = (heading.filter(goes_on), leaf) {
                self.commit_named(span, Some(title), task, &context);
                continue;
            }
            let first = self.facts.targets.len();
            self.commit(span, scope, &context);
            // `3.生均用房面积：小学达到4.5平方米`: the title is the figure of the schools told behind it.
            let Some(title) = heading.map(|title| title.of_text(self.text)) else { continue };
            for target in &mut self.facts.targets[first..] {
                if target::is_figure_of_rung(title, target) {
                    target.group = target.indicator.take();
                    target.indicator = Some(Cow::Borrowed(title));
                }
            }
        }
        self.paragraphs = paragraphs;
        for &task in tasks.iter().filter(|&&t| leaf != Some(t)) {
            let span = self.facts.tasks[task].span;
            // `市住建局：负责…，牵头…，会同…`: what it is told further on says more.
            let own = self.reader.subject(span);
            self.reader.prose(span, own);
            let due = self.state(Scope::Task(task), false);
            self.commit(span, Scope::Task(task), &Context { due, task: true, ..self.context });
        }
    }

    /// A field line, or a bracket that stands on a line of its own.
    fn field(&mut self, span: Span) {
        let line = span.of_text(self.text);
        let bracket = line.starts_with(['（', '(', '〔', '[', '【', '<', '＜', '〈']);
        let keyed = bracketed_key(line).or_else(|| round_key(line)).is_some();
        if bracket && !keyed || !self.reader.field(span) {
            self.reader.prose(span, None);
        }
    }

    /// A row of a table: its units, its time, its tasks.
    fn row(&mut self, table: &TableReading, row: &Row, tasks: &[usize]) {
        let scope = match (table.kind, row.section, tasks.first()) {
            (TableKind::Ledger, Some(section), _) => Scope::Section(section),
            (_, _, Some(&task)) => Scope::Task(task),
            _ => return,
        };
        let mut due = None;
        self.due_of_row = None;
        let first = self.facts.assignments.len();
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            if cell.span.is_empty() {
                continue;
            }
            let mark = cell.span.of_text(self.text).trim().chars().next();
            let marked = table.marks.iter().find(|(known, _)| Some(*known) == mark);
            match marked.filter(|_| column.role == ColumnRole::Mark) {
                Some(&(_, role)) => self.reader.cell(column.header, role, Span::default()),
                None => self.reader.cell(cell.span, column.role, column.header),
            }
            due = self.state(scope, cell.merged).or(due);
        }
        // In a ledger, and where a row names one unit alone, `配合…` speaks of it (`单位 | 职责`).
        let alone = match &self.facts.assignments[first.min(self.facts.assignments.len())..] {
            [own] => own.role == Role::Responsible,
            _ => false,
        };
        let unit = if alone || table.kind == TableKind::Ledger { self.unit_from(first) } else { None };
        let figures = matches!(table.kind, TableKind::Indicator | TableKind::Allotment);
        for &task in tasks {
            let text = self.facts.tasks[task].text;
            let title = self.facts.tasks[task].title;
            if !figures {
                self.reader.prose(text, unit);
            }
            let own_due = self.state(Scope::Task(task), false).or(due);
            // Items of a unit are due when their row is.
            if let (TableKind::Ledger, Some(due)) = (table.kind, &self.due_of_row) {
                self.facts.tasks[task].due.get_or_insert_with(|| due.clone());
            }
            let context = Context { due: own_due, task: true, row: true, ..self.context };
            self.values(table, row, Scope::Task(task), &context);
            // What stands in a cell over several rows is promised once.
            let shared = |span: Span| row.cells.iter().any(|cell| cell.merged && cell.span == span);
            if !figures {
                if let Some(span) = title.filter(|&title| !shared(title)) {
                    self.commit(span, Scope::Task(task), &context);
                }
                if !shared(text) {
                    self.commit_named(text, title, task, &context);
                }
                if table.kind == TableKind::Responsibility {
                    self.further_words(table, row, task, &context);
                }
            }
        }
    }

    /// What further columns of a row say that is to be done (`任务 | 目标 | 措施`).
    fn further_words(&mut self, table: &TableReading, row: &Row, task: usize, context: &Context) {
        let (text, title) = (self.facts.tasks[task].text, self.facts.tasks[task].title);
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let words = matches!(column.role, ColumnRole::Task | ColumnRole::Measure);
            if words && !cell.merged && !cell.span.is_empty() && cell.span != text && Some(cell.span) != title
            {
                let name = Some(title.unwrap_or(text)).filter(|_| column.role == ColumnRole::Measure);
                self.commit_named(cell.span, name, task, context);
            }
        }
    }

    /// The words of a cell, where another cell may name what they count (`老旧小区改造 | 完成20个`).
    fn commit_named(&mut self, words: Span, name: Option<Span>, task: usize, context: &Context) {
        let name = name.map(|name| name.of_text(self.text)).filter(|name| is_noun(name));
        let first = self.facts.targets.len();
        self.commit(words, Scope::Task(task), &Context { named: name.is_some(), ..*context });
        let Some(name) = name else { return };
        for target in &mut self.facts.targets[first..] {
            let whole = match &target.indicator {
                None => Some(Cow::Borrowed(target::object_of(name))),
                Some(own) => target::completed(own, name),
            };
            target.indicator = whole.or_else(|| target.indicator.take());
        }
    }

    /// The first year that is planned where the columns themselves tell: behind `2020年 | 2025年`, five years apart, stands what a
    /// five-year plan starts from.
    fn first_of_columns(&self, table: &TableReading) -> Option<i16> {
        const PLAN: i16 = 5;
        let values = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
        let mut years = values.filter_map(|column| {
            gongwen_text::date::find(column.header.of_text(self.text)).map(|(_, date)| date.year)
        });
        let (start, next) = (years.next()?, years.next()?);
        (start % PLAN == 0 && next - start >= PLAN).then_some(start + 1)
    }

    /// The title of a table: its own, that of the section it stands in, or the document's.
    fn title_of(&self, table: &TableReading) -> &'a str {
        let own = self.tables[table.grid].caption;
        let above = || table.section.and_then(|section| self.outline.sections[section].title);
        let title = own.or_else(above).or_else(|| self.outline.title.last().copied());
        title.map_or("", |title| title.of_text(self.text))
    }

    /// The value cells of a row that names an indicator.
    fn values(&mut self, table: &TableReading, row: &Row, scope: Scope, context: &Context) {
        let holds_value = |role| matches!(role, ColumnRole::Value | ColumnRole::Share);
        if !table.columns.iter().any(|c| holds_value(c.role)) {
            return;
        }
        let cell = |role: ColumnRole| {
            let at = table.columns.iter().position(|c| c.role == role)?;
            let cell = row.cells.get(at).filter(|c| !c.span.is_empty())?;
            Some((cell.span, table.columns[at].header))
        };
        let words = |span: Span| span.of_text(self.text);
        let indicator =
            [ColumnRole::Indicator, ColumnRole::Task, ColumnRole::Measure].into_iter().find_map(cell);
        // A value of a year before the plan's first is what it starts from, not what it commits to.
        let period = context.period.map(|(first, _)| first);
        let first = period.or_else(|| self.first_of_columns(table)).or(context.published);
        let past = |header: Span| {
            let year = gongwen_text::date::find(words(header)).map(|(_, date)| date.year);
            year.zip(first).is_some_and(|(year, first)| year < first)
        };
        let baseline = cell(ColumnRole::Baseline).or_else(|| {
            let at = table.columns.iter().position(|c| c.role == ColumnRole::Value && past(c.header))?;
            row.cells.get(at).filter(|c| !c.span.is_empty()).map(|c| (c.span, table.columns[at].header))
        });
        let (mut reported, mut year, mut whole) = (false, None, None);
        for (column, value) in table.columns.iter().zip(&row.cells) {
            // `2023年完成 | 增速 | 2024年计划 | 增速`: a rate tells of the year that stands before it.
            let rate = target::is_growth(words(column.header));
            if !rate && matches!(column.role, ColumnRole::Value | ColumnRole::Baseline) {
                reported = column.role == ColumnRole::Baseline || past(column.header);
                year = gongwen_text::date::find(words(column.header)).map(|(_, date)| date.year);
            }
            if !holds_value(column.role) || value.span.is_empty() || past(column.header) {
                continue;
            }
            // A yearly rate stands behind the last year and is that of all of them.
            if rate && reported && !words(column.header).contains("年均") {
                continue;
            }
            if let (Scope::Task(task), true) = (scope, target::is_told(words(value.span))) {
                let due = gongwen_text::date::find(words(column.header)).map(|(_, date)| date.year);
                let name = indicator.map(|(span, _)| span);
                self.commit_named(value.span, name, task, &Context { due: due.or(context.due), ..*context });
                continue;
            }
            let found = self.facts.diagnostics.len();
            let allotted = table.kind == TableKind::Allotment;
            let headings = Headings {
                headers: [words(column.header), words(column.above)],
                title: self.title_of(table),
                division: self.facts.metadata.division.map_or("", |division| division.name),
            };
            let stated = [cell(ColumnRole::Unit).map_or("", |(span, _)| words(span)), headings.unit()];
            let stated = stated.into_iter().find(|unit| !unit.is_empty());
            let place = match scope {
                Scope::Task(task) if allotted => self.facts.tasks[task].text,
                _ if column.role == ColumnRole::Share => column.header,
                _ => Span::default(),
            };
            let (counted, object) = if allotted {
                headings.counted()
            } else {
                (indicator.map_or("", |(span, _)| words(span)), "")
            };
            let read = IndicatorRow {
                indicator: counted,
                value: words(value.span),
                header: words(column.header),
                unit: stated.unwrap_or_else(|| table.unit.map_or("", words)),
                place: allotment::group(self.text, place),
                share: allotted || column.role == ColumnRole::Share,
                baseline: baseline.map_or("", |(span, _)| words(span)),
                baseline_header: baseline.map_or("", |(_, header)| words(header)),
                baseline_span: baseline.map(|(span, _)| span),
                due: context.due.or(year.filter(|_| rate)),
            };
            target::targets_of_row(&read, &mut self.raw, &mut self.facts.diagnostics);
            for diagnostic in &mut self.facts.diagnostics[found..] {
                diagnostic.span = diagnostic.span.map(|s| s.shifted(value.span.from()));
            }
            // A baseline in a column of its own counts from the start of the text already.
            let apart = baseline.map(|(span, _)| span);
            for raw in &mut self.raw {
                if !object.is_empty() {
                    raw.indicator = Some([counted, object].concat().into());
                }
                if let Some(b) = raw.baseline.as_mut().filter(|b| Some(b.text) != apart) {
                    b.text = b.text.shifted(value.span.from());
                }
            }
            let read = self.facts.targets.len();
            self.keep(value.span, scope, false);
            // `种植任务 | 其中：机插任务`
            let part = allotted && words(column.header).starts_with("其中");
            match self.facts.targets.get(read) {
                Some(target) if part => {
                    let whole = whole.filter(|&whole: &usize| self.facts.targets[whole].unit == target.unit);
                    self.facts.targets[read].part_of = whole;
                }
                Some(_) => whole = Some(read),
                None => {}
            }
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
        let due = self.reader.finish(|raw: RawAssignment, reader| {
            let org = reader.named(raw.org);
            let from = stated.len().saturating_sub(MOST_LOOKED_BACK).max(*first).min(stated.len());
            let same = |a: &Assignment<'a>| a.scope == scope && a.role == raw.role && a.org.name == org.name;
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
                org: org.clone(),
                statement: raw.statement,
                open_ended: raw.open_ended,
                merged,
                span: raw.span,
                rule: raw.rule,
            });
        })?;
        let year = due.by.as_deref().and_then(|by| by.get(..4)?.parse().ok());
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
            self.keep(span, scope, true);
        }
    }

    /// The organisation of an assignment by its place, where so many were stated.
    fn unit_from(&mut self, at: usize) -> Option<OrgId> {
        let stated = self.facts.assignments.get(at)?;
        Some(self.reader.keep(stated.org.clone()))
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
    fn finish(mut self) -> Facts<'a> {
        let mut facts = self.facts;
        facts.diagnostics.append(&mut self.reader.diagnostics);
        facts.qualitative.sort_by_key(|q| q.span.start);
        facts.qualitative.dedup_by_key(|q| q.span);
        if !facts.assignments.is_sorted_by_key(|a| a.span.start) {
            facts.assignments.sort_by_cached_key(|a| a.span.start);
        }
        if !facts.targets.is_sorted_by_key(|t| t.span.start) {
            sort_targets(&mut facts.targets);
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

/// Bytes of a text for each assignment that room is made for at first.
const BYTES_EACH: usize = 192;

/// Assignments that are looked at for one that says the same.
const MOST_LOOKED_BACK: usize = 200;

/// Puts targets in the order of the text; `part_of` follows.
fn sort_targets(targets: &mut Vec<Target<'_>>) {
    let mut order: Vec<usize> = (0..targets.len()).collect();
    order.sort_by_key(|&i| (targets[i].span.start, i));
    let mut place = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let mut sorted: Vec<Target<'_>> = order.iter().map(|&i| targets[i].clone()).collect();
    for target in &mut sorted {
        target.part_of = target.part_of.map(|part| place[part]);
    }
    *targets = sorted;
}

#[cfg(test)]
mod tests {
    use crate::facts::{Facts, Scope};

    /// What a table of a page gives (`|` between cells, `/` between lines of one, `^` for a cell that reaches down from above), with
    /// `note` behind it: tasks with their times, duties and values.
    fn check(rows: &[&str], note: &str, expect: &[&str]) {
        let cell = |row: usize, column: usize, words: &str| {
            let below = rows[row + 1..].iter().take_while(|row| row.split('|').nth(column) == Some("^"));
            format!("<td rowspan={}>{}</td>", below.count() + 1, words.replace('/', "<br>"))
        };
        let row = |(at, row): (usize, &&str)| {
            let cells = row.split('|').enumerate().filter(|(_, words)| *words != "^");
            format!("<tr>{}</tr>", cells.map(|(column, words)| cell(at, column, words)).collect::<String>())
        };
        let table: String = rows.iter().enumerate().map(row).collect();
        let page = format!(
            "<html><body><p>某县2024年水利工程实施方案</p><p>一、任务分工</p><p>按下表分工落实。</p><table>{table}</table>\
             <p>{note}</p></body></html>"
        );
        let manuscript = gongwen_read::read(page.as_bytes(), None).expect("a page");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        assert_eq!(told(&facts, &manuscript.text), expect, "{rows:?}");
    }

    fn told(facts: &Facts<'_>, text: &str) -> Vec<String> {
        let due = |task: &crate::Task| task.due.as_ref().and_then(|due| due.by.clone()).unwrap_or_default();
        let tasks = facts.tasks.iter().map(|task| format!("{} {}", task.text.of_text(text), due(task)));
        let tasks: Vec<String> = tasks.map(|task| task.trim_end().to_owned()).collect();
        let scope = |scope: Scope| match scope {
            Scope::Task(task) => task.to_string(),
            Scope::Section(_) | Scope::Document => "-".to_owned(),
        };
        let duties = facts.assignments.iter().map(|duty| {
            format!("{} {:?} {}", scope(duty.scope), duty.role, duty.org.name.trim_start_matches("某县"))
        });
        let targets = facts
            .targets
            .iter()
            .map(|target| format!("{} {}{}", scope(target.scope), target.value, target.unit));
        tasks.into_iter().chain(duties).chain(targets).collect()
    }

    #[test]
    fn a_unit_and_its_time_in_one_column() {
        check(
            &[
                "序号|任务|责任单位及时限",
                "1|新建公园|县住建局，2024年10月底前",
                "2|新建学校|县教育局，2024年8月底前",
            ],
            "",
            &["新建公园 2024-10", "新建学校 2024-08", "0 Responsible 县住建局", "1 Responsible 县教育局"],
        );
    }

    #[test]
    fn items_of_a_ledger_are_due_with_their_row() {
        check(
            &[
                "责任单位|工作任务|完成时限",
                "县教育局|1.新建学校。/2.修好操场。|2024年9月",
                "县水利局|清理河道|2024年6月",
            ],
            "",
            &[
                "新建学校。 2024-09",
                "修好操场。 2024-09",
                "清理河道 2024-06",
                "- Responsible 县教育局",
                "- Responsible 县水利局",
            ],
        );
    }

    #[test]
    fn a_cell_over_several_rows_promises_once() {
        check(
            &["序号|任务|牵头单位", "1|建设高标准农田3万亩。|县农业农村局", "2|^|县水利局"],
            "",
            &[
                "建设高标准农田3万亩。",
                "建设高标准农田3万亩。",
                "0 Lead 县农业农村局",
                "1 Lead 县水利局",
                "0 30000亩",
            ],
        );
    }

    #[test]
    fn marks_mean_what_the_legend_says() {
        let rows = &["任务|县水利局|县财政局", "建好水厂|●|○", "修好管网|○|●"];
        check(
            rows,
            "注：●为牵头单位，○为配合单位。",
            &[
                "建好水厂",
                "修好管网",
                "0 Lead 县水利局",
                "1 Support 县水利局",
                "0 Support 县财政局",
                "1 Lead 县财政局",
            ],
        );
        check(rows, "", &["建好水厂", "修好管网"]);
    }
}
