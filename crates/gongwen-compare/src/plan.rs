//! A record prepared for comparison.

use gongwen_record::{CharSpan, Id, IdKind, Record, Section, SectionKind, Target, Task};

/// A record with what comparing asks for again and again: words by span, the role and topics of sections, the tasks and
/// targets below each.
#[derive(Debug)]
pub struct Plan<'r> {
    /// The record itself.
    pub record: &'r Record<'r>,
    /// One a section of the record, in its order: `sections[id.index()]`.
    pub sections: Vec<SectionUnit<'r>>,
    /// One a task of the record, in its order.
    pub tasks: Vec<TaskUnit<'r>>,
    /// One a target of the record, in its order.
    pub targets: Vec<TargetUnit<'r>>,
    text: Words<'r>,
}

/// A section of a plan.
#[derive(Debug)]
pub struct SectionUnit<'r> {
    /// The section itself.
    pub section: &'r Section<'r>,
    /// What it is in the plan.
    pub role: SectionRole,
    /// Topic codes, the main one first.
    pub topics: Vec<&'r str>,
    /// Its own words in front of its first child; empty when it has none or the record has no text.
    pub words: &'r str,
    /// Indices of the tasks that stand in it or below it, annex tables left out.
    pub tasks: Vec<usize>,
}

/// What a section is in its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionRole {
    /// Gathers tasks: an action, a project, a field of work.
    Action,
    /// Stands above action sections (重点任务).
    Heading,
    /// A task by itself.
    Task,
    /// Aims, principles, leadership, funding, schedule: everything without tasks.
    Frame,
    /// An annex or a part of one.
    Annex,
}

/// A task of a plan.
#[derive(Debug)]
pub struct TaskUnit<'r> {
    /// The task itself.
    pub task: &'r Task<'r>,
    /// Whether it takes part in comparison: a task of the body, or of an annex when the body has none.
    pub own: bool,
    /// Index of the action section that it belongs to; `None` when no section gathers it.
    pub action: Option<usize>,
}

/// A target of a plan.
#[derive(Debug)]
pub struct TargetUnit<'r> {
    /// The target itself.
    pub target: &'r Target<'r>,
    /// Whether it takes part in comparison, as its task.
    pub own: bool,
    /// Index of the task in which it stands; `None` when it stands in a section.
    pub task: Option<usize>,
    /// Topic codes of the task or section in which it stands.
    pub topics: Vec<&'r str>,
    /// The sentence that holds its quote; the quote alone when the record has no text.
    pub sentence: &'r str,
}

impl<'r> Plan<'r> {
    /// Prepares a record. Every record can be prepared, also one without sections, tasks or text.
    pub fn new(record: &'r Record<'_>) -> Self {
        let record: &'r Record<'r> = record;
        let text = Words::new(record.text.as_deref().unwrap_or_default());
        let annexed = |id: Id| record.sections.get(id.index()).is_some_and(|s| s.kind == SectionKind::Annex);
        let bodiless = record.tasks.iter().all(|task| annexed(task.section));
        let own = |id: Id| bodiless || !annexed(id);

        let mut leaf = vec![false; record.sections.len()];
        for task in &record.tasks {
            let label = record.sections.get(task.section.index());
            if let Some(section) = label {
                leaf[task.section.index()] |= section.span == task.span;
            }
        }
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); record.sections.len()];
        let mut gathers = vec![false; record.sections.len()];
        let mut actions = Vec::with_capacity(record.tasks.len());
        for (index, task) in record.tasks.iter().enumerate() {
            let mut at = Some(task.section.index()).filter(|at| *at < record.sections.len());
            let mut action = None;
            while let Some(section) = at {
                if own(task.section) {
                    below[section].push(index);
                }
                if !leaf[section] && action.is_none() {
                    action = Some(section);
                    gathers[section] |= own(task.section);
                }
                // Parents stand before their children: a record that says otherwise must not send us in circles.
                let parent = record.sections[section].parent.map(Id::index);
                at = parent.filter(|parent| *parent < section);
            }
            actions.push(action);
        }
        let sections = record.sections.iter().enumerate().map(|(index, section)| {
            let role = if leaf[index] {
                SectionRole::Task
            } else if section.kind == SectionKind::Annex {
                // Also where the annex is all there is: the units of a ledger are offices, not fields of work.
                SectionRole::Annex
            } else if gathers[index] {
                SectionRole::Action
            } else if !below[index].is_empty() {
                SectionRole::Heading
            } else {
                SectionRole::Frame
            };
            let words = section.body.map_or("", |span| text.at(span));
            SectionUnit {
                section,
                role,
                topics: topics_of(record, section, words),
                words,
                tasks: below[index].clone(),
            }
        });
        let mut sections: Vec<SectionUnit> = sections.collect();
        gather_topics(record, &mut sections);
        let tasks = record.tasks.iter().zip(actions);
        let tasks = tasks.map(|(task, action)| TaskUnit { task, own: own(task.section), action }).collect();
        let targets =
            record.targets.iter().map(|target| target_unit(record, &text, &sections, target, &own)).collect();
        Self { record, sections, tasks, targets, text }
    }

    /// The words at a span of the record's text; empty when the record was written without its text or the span lies
    /// outside of it. Costs as little as slicing.
    pub fn words(&self, span: CharSpan) -> &'r str {
        self.text.at(span)
    }

    /// What to call the document: its title, else the file's name.
    pub fn name(&self) -> &'r str {
        self.record.metadata.title.as_deref().unwrap_or(&self.record.source.path)
    }
}

fn topics_of<'r>(record: &'r Record<'r>, section: &'r Section<'r>, words: &str) -> Vec<&'r str> {
    let mut above = Vec::new();
    let mut at = section;
    while let Some(parent) = at.parent.and_then(|id| record.sections.get(id.index())).filter(|p| p.id < at.id)
    {
        above.push(parent.title.as_deref().unwrap_or_default());
        at = parent;
    }
    gongwen_extract::topics_of(section.title.as_deref().unwrap_or_default(), words, &above)
}

/// Codes of what stands around the measures of a plan.
const FRAME: [&str; 4] = ["leadership", "funding", "safeguards", "schedule"];

/// Adds to a section that gathers others what its children are mainly about: 基层能力 with a task of emergencies is about
/// emergencies too. What frames the plan takes only codes of that kind.
fn gather_topics<'r>(record: &'r Record<'r>, sections: &mut [SectionUnit<'r>]) {
    for index in (0..sections.len()).rev() {
        let own = &sections[index];
        let is_frame = match own.role {
            SectionRole::Action => false,
            SectionRole::Frame => true,
            SectionRole::Heading | SectionRole::Task | SectionRole::Annex => continue,
        };
        // A theme without codes of its own is not to be named after a word in one of its tasks.
        if own.topics.is_empty() {
            continue;
        }
        let tasks =
            own.tasks.iter().filter_map(|task| record.tasks[*task].topics.first()).map(|code| &**code);
        let id = own.section.id;
        let children = sections.iter().filter(|unit| unit.section.parent == Some(id));
        let children = children.filter_map(|unit| unit.topics.first().copied());
        let codes: Vec<&'r str> = if is_frame { children.collect() } else { tasks.collect() };
        for code in codes {
            if !sections[index].topics.contains(&code) && (!is_frame || FRAME.contains(&code)) {
                sections[index].topics.push(code);
            }
        }
    }
}

fn target_unit<'r>(
    record: &'r Record<'r>,
    text: &Words<'r>,
    sections: &[SectionUnit<'r>],
    target: &'r Target<'r>,
    own: &impl Fn(Id) -> bool,
) -> TargetUnit<'r> {
    let task = match target.scope {
        Some(id) if id.kind == IdKind::Task => Some(id.index()).filter(|at| *at < record.tasks.len()),
        Some(id) if id.kind == IdKind::Section => record.tasks.iter().position(|task| task.section == id),
        _ => None,
    };
    let section = match task {
        Some(task) => Some(record.tasks[task].section),
        None => target.scope.filter(|id| id.kind == IdKind::Section && id.index() < sections.len()),
    };
    let topics = match (task, section) {
        (Some(task), _) => record.tasks[task].topics.iter().map(|code| &**code).collect(),
        (None, Some(section)) => sections[section.index()].topics.clone(),
        (None, None) => Vec::new(),
    };
    let sentence = text.sentence(target.span).unwrap_or(&target.quote);
    TargetUnit { target, own: section.is_none_or(own), task, topics, sentence }
}

/// A text with the byte of every 32nd code point.
#[derive(Debug)]
struct Words<'r> {
    text: &'r str,
    marks: Vec<u32>,
    ascii: bool,
}

const STEP: usize = 32;

impl<'r> Words<'r> {
    fn new(text: &'r str) -> Self {
        let marks = text.char_indices().step_by(STEP).map(|(at, _)| at as u32).collect();
        Self { text, marks, ascii: text.is_ascii() }
    }

    fn at(&self, span: CharSpan) -> &'r str {
        let range = self.byte(span.start).zip(self.byte(span.end));
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// The words around a span up to the ends of its sentence or line.
    fn sentence(&self, span: CharSpan) -> Option<&'r str> {
        let (start, end) = (self.byte(span.start)?, self.byte(span.end)?);
        let ends = ['。', '\n', '\t'];
        let (before, behind) = (self.text.get(..start)?, self.text.get(end..)?);
        let from =
            before.rfind(ends).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let to = behind.find(ends).map_or(self.text.len(), |at| end + at);
        self.text.get(from..to).filter(|words| !words.is_empty())
    }

    fn byte(&self, point: u32) -> Option<usize> {
        let point = point as usize;
        if self.ascii {
            return Some(point).filter(|point| *point <= self.text.len());
        }
        let mark = *self.marks.get(point / STEP).or(self.marks.last())? as usize;
        let from = (point / STEP).min(self.marks.len() - 1) * STEP;
        let mut ends = self.text[mark..].char_indices().map(|(at, _)| mark + at).chain([self.text.len()]);
        ends.nth(point - from)
    }
}
