//! A section's own text: what it states, by when it is due, and what it commits to.
//!
//! A leaf that is a task states it for the task; paragraphs that are tasks of their own (guide, 8) state theirs, last.

use super::{Walk, beside};
use crate::due;
use crate::duty::{OrgId, opens_with_department};
use crate::facts::Scope;
use crate::genre::{self, Heading};
use crate::target::{self, Context};
use crate::task;
use gongwen_outline::{Own, Section};
use gongwen_text::Span;
use gongwen_text::chars::{bracketed_key, opens_bracket, round_key};

/// The section that is read.
#[derive(Clone, Copy)]
struct Current<'o> {
    index: usize,
    section: &'o Section,
    /// Its tasks: itself or paragraphs of it.
    tasks: &'o [usize],
    /// The task that it is as a whole.
    leaf: Option<usize>,
    /// Whose what it states is.
    scope: Scope,
    /// Whose ledger it stands in.
    unit: Option<OrgId>,
    /// Nothing below it tells more: it is a task, or an aim told by its title alone (`（一）城镇调查失业率控制在5.5%以内`).
    last: bool,
    /// It tells what was done, which binds nobody.
    reported: bool,
    /// Up to where its first paragraphs tell what is wrong: `问题3：15处排污口未整治，…`, or what stands above `整改措施：`.
    finding: usize,
}

/// By when a section is due.
#[derive(Clone, Copy)]
struct Timed {
    /// The year that binds its targets.
    due: Option<i16>,
    /// Which of the times of field lines holds in and below it.
    below: Option<usize>,
}

impl Walk<'_, '_> {
    /// Reads a section's own text; `tasks` are itself or paragraphs of it.
    pub(super) fn section(&mut self, index: usize, tasks: &[usize]) {
        let current = self.current(index, tasks);
        let mut paragraphs = std::mem::take(&mut self.paragraphs);
        let times = self.read_own(&current, &mut paragraphs);
        let title = current.section.title.filter(|_| current.last);
        if paragraphs.is_empty() {
            paragraphs.extend(title);
        }
        // `3.建设5个产业园。推动…`: a run-in title may commit as well as what it heads.
        let heading = title.filter(|title| paragraphs.first() != Some(title));
        let timed = self.state_section(&current, times);
        if self.headings[index].silent {
            paragraphs.clear();
        }
        self.commit_section(&current, heading, &mut paragraphs, timed.due);
        self.paragraphs = paragraphs;
        self.tasks_of_paragraphs(&current, timed.below);
    }

    fn current<'o>(&self, index: usize, tasks: &'o [usize]) -> Current<'o>
    where
        Self: 'o,
    {
        let sections = &self.outline.sections;
        let section = &sections[index];
        let leaf = tasks.first().copied().filter(|&task| self.facts.tasks[task].span == section.span);
        // `（三）责任分工。…` speaks of the measure that it is a part of.
        let whole = section.parent.filter(|_| leaf.is_none() && task::is_part(self.text, sections, index));
        let heading = self.headings[index];
        Current {
            index,
            section,
            tasks,
            leaf,
            scope: leaf.map_or(Scope::Section(whole.unwrap_or(index)), Scope::Task),
            unit: section.parent.and_then(|parent| self.units[parent]),
            last: leaf.is_some() || heading.goals && !section.has_children,
            reported: self.reports && heading.silent,
            finding: self.finding(section),
        }
    }

    /// Where the first paragraphs of a section end that tell what was found wrong; 0 where none do.
    fn finding(&self, section: &Section) -> usize {
        let mut texts = section.own.iter().filter_map(|own| own.text());
        let Some(first) = texts.next() else { return 0 };
        // What is done stands directly below a title.
        if genre::is_keyed_remedy(first.of_text(self.text)) {
            return first.from();
        }
        let mut last = first;
        for text in texts {
            if genre::is_keyed_remedy(text.of_text(self.text)) {
                return last.to();
            }
            last = text;
        }
        let counted = || section.label.is_some_and(|label| counts_problems(label.of_text(self.text)));
        let told =
            section.title.is_none() && (counted() || genre::is_keyed_finding(first.of_text(self.text)));
        if told { first.to() } else { 0 }
    }

    /// Whether a paragraph is read with its section: no report, and no task of its own.
    fn is_own(&self, current: &Current<'_>, paragraph: Span) -> bool {
        let mut others = current.tasks.iter().filter(|&&task| current.leaf != Some(task));
        !current.reported && others.all(|&task| self.facts.tasks[task].span != paragraph)
    }

    /// Reads what the section prints itself; its paragraphs are left for what they commit to. Says how many of its lines tell when
    /// what stands below is due.
    fn read_own(&mut self, current: &Current<'_>, paragraphs: &mut Vec<Span>) -> usize {
        let section = current.section;
        let first = section.own.iter().find_map(|own| own.text().filter(|&span| self.is_own(current, span)));
        let named = self.titled(current.index, first.or(section.title.filter(|_| current.last)));
        let mut times = 0;
        let mut table = false;
        for own in &section.own {
            table |= matches!(own, Own::Table(_));
            let before = self.reader.count_times();
            match *own {
                Own::Text(span) if self.is_own(current, span) => {
                    let words = span.of_text(self.text);
                    // What a note below a table says is no duty of each of its rows.
                    let note = genre::is_note(words) || genre::is_legend(words) && table;
                    if current.leaf.is_some() || !note {
                        let named = named.filter(|_| !opens_with_department(words)).or(current.unit);
                        let wrong = self.headings[current.index].wrong || span.to() <= current.finding;
                        if wrong && !target::mends(words) {
                            self.reader.problem(span, named);
                        } else {
                            self.reader.prose(span, named);
                        }
                    }
                    paragraphs.push(span);
                    // `以上任务于11月底前完成。` behind the items speaks of each.
                    let below = self.outline.sections.get(current.index + 1);
                    let behind = below.is_some_and(|below| below.span.from() < span.from());
                    times +=
                        usize::from(section.has_children && behind && self.reader.count_times() > before);
                }
                Own::Field(span) => {
                    self.field(span);
                    times += usize::from(self.reader.count_times() > before);
                }
                Own::Text(_) | Own::Table(_) => {}
            }
        }
        times
    }

    /// A field line, or a bracket that stands on a line of its own.
    fn field(&mut self, span: Span) {
        let line = span.of_text(self.text);
        let bracket = line.starts_with(opens_bracket);
        let keyed = bracketed_key(line).or_else(|| round_key(line)).is_some();
        if bracket && !keyed || !self.reader.field(span) {
            self.reader.prose(span, None);
        }
    }

    /// Takes over what the section states. The time of a field line holds for what stands below, unless it tells its own; of two
    /// nobody says whose each is.
    fn state_section(&mut self, current: &Current<'_>, times: usize) -> Timed {
        let Current { index, section, .. } = *current;
        if current.leaf.is_some() && current.unit.is_some() {
            self.rank_by_mark(section.parent, section.span);
        }
        let first = self.facts.assignments.len();
        self.due_of_row = None;
        let due = self.state(current.scope, false);
        self.leave_out_command(index, first);
        let own = self.due_of_row.take().filter(|_| times == 1).map(|stated| {
            self.dues.push((stated, due));
            self.dues.len() - 1
        });
        let below = own.or_else(|| section.parent.and_then(|parent| self.due_below[parent]));
        self.due_below[index] = below;
        let due = due.or_else(|| self.inherit_due(current.leaf, below));
        self.units[index] = if self.ledger[index] { self.unit_from(first) } else { current.unit };
        self.leave_to_ranks(index, first);
        Timed { due, below }
    }

    /// Gives a task without a time of its own that of the section above it; says the year it binds its targets to.
    fn inherit_due(&mut self, task: Option<usize>, above: Option<usize>) -> Option<i16> {
        let ((due, year), task) = (&self.dues[above?], task?);
        let own = &mut self.facts.tasks[task].due;
        if let Some(own) = own {
            // A month without a year that nothing else tells is of the year above: `整改时限：2024年11月底前` over `10月底前全部完成`.
            if own.by.is_none() && own.every.is_none() {
                let told = due::read(own.raw.of_text(self.text), *year).map(|time| time.due(self.text));
                own.by = told.and_then(|told| told.by);
            }
            return None;
        }
        *own = Some(due.clone());
        *year
    }

    /// Reads the targets of a section: those of a run-in title, then those of its paragraphs.
    fn commit_section(
        &mut self,
        current: &Current<'_>,
        heading: Option<Span>,
        paragraphs: &mut Vec<Span>,
        due: Option<i16>,
    ) {
        let Heading { silent, goals, .. } = self.headings[current.index];
        let stage = self.stage_of(current, goals);
        let until = stage.map(|stage| stage.year);
        let mut led = until.or_else(|| current.section.parent.and_then(|parent| self.led[parent]));
        let counts = |span: Span| self.anchors.within(span).digit();
        let tells_deed = |title: Span| target::tells_deed(title.of_text(self.text));
        let context = Context {
            goals,
            due: due.or(led),
            stage: stage.filter(|stage| stage.sole).map(|stage| stage.year),
            task: current.leaf.is_some(),
            class: current
                .section
                .title
                .filter(|_| counts(current.section.span))
                .and_then(|title| target::class(title.of_text(self.text))),
            titled: current.leaf.is_some()
                && heading.is_some_and(|title| counts(current.section.span) && tells_deed(title)),
            works: current.leaf.is_some()
                && heading.is_some_and(|title| {
                    counts(current.section.span) && target::tells_works(title.of_text(self.text))
                }),
            ..self.context
        };
        let titled = self.facts.targets.len();
        let told = |title: Span| !silent && title.to() > current.finding && counts(title);
        if let Some(title) = heading.filter(|&title| told(title)) {
            // `问题5：历史遗留矿山15处未修复`: the label says that the title tells what is wrong.
            self.commit(self.with_problem(current.section, title), current.scope, &context);
        }
        for span in paragraphs.drain(..) {
            let words = span.of_text(self.text);
            // `三、改造老旧小区。2026年改造28个`: the title names what is counted.
            let taken_up = heading
                .filter(|title| target::takes_up(words, self.anchors.within(span), title.of_text(self.text)));
            if let (Some(title), Some(task)) = (taken_up, current.leaf) {
                self.commit_named(span, Some(title), task, &context);
                continue;
            }
            let first = self.facts.targets.len();
            let span = if span.to() <= current.finding {
                if !target::mends(words) {
                    continue;
                }
                self.with_problem(current.section, span)
            } else {
                span
            };
            let goals = context.goals || genre::is_keyed_aim(words);
            let told = Context { due: due.or(led), goals, ..context };
            let told = if context.task { beside::of_keyed_year(words, &told) } else { told };
            self.commit(span, current.scope, &told);
            led = target::led_in(words, &context).or(led);
            if let Some(title) = heading {
                self.told_by_title(title, titled, first);
            }
        }
        self.led[current.index] = led;
    }

    /// A title or a text with the label in front that says that it tells what is wrong.
    fn with_problem(&self, section: &Section, words: Span) -> Span {
        let label = section.label.filter(|label| counts_problems(label.of_text(self.text)));
        Span::new(label.map_or(words.from(), |label| label.from().min(words.from())), words.to())
    }

    /// The stage that the section's title tells of, which goes on from that of the section before it.
    fn stage_of(&mut self, current: &Current<'_>, goals: bool) -> Option<target::Stage> {
        let parent = current.section.parent;
        let before = self.stage.filter(|(of, _)| *of == parent).map(|(_, stage)| stage);
        let above = parent.and_then(|parent| self.outline.sections[parent].title);
        let told = goals || above.is_some_and(|title| target::tells_stages(title.of_text(self.text)));
        let title = current.section.title.map(|title| title.of_text(self.text));
        let stage = title.and_then(|title| target::stage(title, before, told, &self.context));
        self.stage = stage.map(|stage| (parent, stage)).or(self.stage);
        stage
    }

    /// Paragraphs that are tasks of their own: what each states and commits to.
    fn tasks_of_paragraphs(&mut self, current: &Current<'_>, below: Option<usize>) {
        for &task in current.tasks.iter().filter(|&&task| current.leaf != Some(task)) {
            let span = self.facts.tasks[task].span;
            // `市住建局：负责…，牵头…，会同…`: what it is told further on says more.
            let own = self.reader.subject(span, self.group_rank(Some(current.index)));
            self.reader.prose(span, own);
            let due = self.state(Scope::Task(task), false);
            let due = due.or_else(|| self.inherit_due(Some(task), below));
            self.commit(span, Scope::Task(task), &Context { due, task: true, ..self.context });
        }
    }
}

/// Whether a label counts problems: `问题5：`.
fn counts_problems(label: &str) -> bool {
    label.starts_with("问题")
}
