//! From facts to a record.
//!
//! Owns identifiers, the change from bytes to code points, and what is derived and not read: paths, bodies,
//! inherited assignments. Adds no fact that the text does not state.

mod convert;
mod inherit;
mod metadata;
mod sections;
mod tables;
mod words;

use crate::{
    Assignment, Baseline, ByteSpan, CharSpan, Diagnostic, Due, Id, IdKind, Locator, Org, Producer,
    Qualitative, Record, SCHEMA_VERSION, Source, Target, Task,
};
use gongwen_extract as extract;
use gongwen_extract::{Facts, Scope};
use gongwen_outline::Outline;
use gongwen_text::{CharIndex, Format, Manuscript, Span};
pub(crate) use inherit::Inherited;
use sha2::digest::Output;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::Arc;

/// What a record needs to know besides the document's content.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Path of the file as given, relative, with `/` between its parts.
    pub path: &'a str,
    /// The file.
    pub bytes: &'a [u8],
    /// Hash of the rule set and the lexicons in force.
    pub rules: &'a str,
    /// Whether the record carries the normalised text.
    pub text: bool,
}

/// The record of one document. Borrows the manuscript's text wherever the words stand there as they are.
pub fn build<'a>(
    manuscript: &'a Manuscript,
    outline: &Outline,
    facts: Facts<'a>,
    options: &Options<'a>,
) -> Record<'a> {
    draft(manuscript, outline, facts, options).finish()
}

/// A record whose inherited assignments are told and not yet made: they are copies of others with another identifier, half
/// of all in an ordinary plan, and who only prints them needs no copies.
#[derive(Debug)]
pub struct Draft<'a> {
    stated: Record<'a>,
    pub(crate) inherited: Vec<Inherited>,
}

impl<'a> Draft<'a> {
    /// The record without what is inherited.
    pub fn stated(&self) -> &Record<'a> {
        &self.stated
    }

    /// The record.
    pub fn finish(mut self) -> Record<'a> {
        inherit::append(&mut self.stated.assignments, &self.inherited);
        self.stated
    }
}

/// The draft of the record of one document, as [`build`].
pub fn draft<'a>(
    manuscript: &'a Manuscript,
    outline: &Outline,
    facts: Facts<'a>,
    options: &Options<'a>,
) -> Draft<'a> {
    let ground = Ground { manuscript, text: &manuscript.text, index: CharIndex::new(&manuscript.text) };
    let diagnostics = [&manuscript.diagnostics, &outline.diagnostics, &facts.diagnostics]
        .into_iter()
        .flatten()
        .map(|found| ground.diagnostic(found))
        .collect();
    let parents = outline.sections.iter().map(|section| section.parent).collect::<Vec<_>>();
    let homes = facts.tasks.iter().map(|task| task.section).collect::<Vec<_>>();
    let orgs: Vec<_> = facts.orgs.into_iter().map(|named| Arc::new(org(named))).collect();
    let assignments: Vec<_> =
        facts.assignments.into_iter().enumerate().map(|(i, one)| ground.assignment(i, one, &orgs)).collect();
    let inherited = inherit::inherited(&assignments, &parents, &homes);
    let source = &manuscript.source;
    // Scans without words are told apart by their files.
    let identity = if ground.text.trim().is_empty() { options.bytes } else { ground.text.as_bytes() };
    let (doc_id, sha256) = hashes(identity, options.bytes);
    let stated = Record {
        schema_version: SCHEMA_VERSION.into(),
        doc_id: hex(&doc_id[..8]).into(),
        producer: Producer {
            name: "gongwen".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            rules: options.rules.into(),
        },
        source: Source {
            path: options.path.into(),
            format: source.format.name().into(),
            encoding: source.encoding.into(),
            bytes: options.bytes.len() as u64,
            sha256: hex(&sha256).into(),
            pages: source.pages,
        },
        metadata: metadata::metadata(&ground, facts.metadata),
        sections: sections::sections(&ground, outline),
        tasks: facts.tasks.into_iter().enumerate().map(|(i, task)| ground.task(i, task)).collect(),
        assignments,
        targets: facts.targets.into_iter().enumerate().map(|(i, target)| ground.target(i, target)).collect(),
        qualitative: facts
            .qualitative
            .iter()
            .enumerate()
            .map(|(i, one)| ground.qualitative(i, one))
            .collect(),
        tables: tables::tables(&ground, outline),
        diagnostics,
        text: options.text.then_some(Cow::Borrowed(ground.text)),
    };
    Draft { stated, inherited }
}

fn org(named: extract::OrgName<'_>) -> Org<'_> {
    Org {
        surface: named.surface,
        name: named.name,
        aliases: named.aliases,
        functions: named.functions.codes().map(Cow::Borrowed).collect(),
        kind: named.kind.into(),
        level: named.level.map(Cow::Borrowed),
    }
}

/// The hashes of two byte strings. What both begin with is hashed once: a plain text whose paragraphs are its lines is its own
/// normalised text, all or nearly.
fn hashes(one: &[u8], other: &[u8]) -> (Output<Sha256>, Output<Sha256>) {
    const STEP: usize = 64;
    let steps = one.chunks_exact(STEP).zip(other.chunks_exact(STEP));
    let shared = steps.take_while(|(one, other)| one == other).count() * STEP;
    let mut first = Sha256::new_with_prefix(&one[..shared]);
    let mut second = first.clone();
    first.update(&one[shared..]);
    second.update(&other[shared..]);
    (first.finalize(), second.finalize())
}

/// What every part of a record is built on.
struct Ground<'a> {
    manuscript: &'a Manuscript,
    text: &'a str,
    index: CharIndex<'a>,
}

impl<'a> Ground<'a> {
    fn words(&self, span: Span) -> &'a str {
        span.of_text(self.text)
    }

    fn place(&self, span: Span) -> CharSpan {
        let Span { start, end } = self.index.char_span(span);
        CharSpan { start, end }
    }

    fn source_place(&self, span: Span) -> Option<ByteSpan> {
        if !matches!(self.manuscript.source.format, Format::Text | Format::Markdown) {
            return None;
        }
        let Span { start, end } = self.manuscript.map.file_span(span);
        Some(ByteSpan { start, end })
    }

    fn locator(&self, span: Span) -> Option<Locator> {
        let gongwen_text::Locator { page, sheet, paragraph, table, row, column } =
            self.manuscript.locator(span)?;
        Some(Locator { page, sheet, paragraph, table, row, column })
    }

    fn task(&self, index: usize, task: extract::Task) -> Task<'a> {
        Task {
            id: Id::at(IdKind::Task, index),
            section: Id::at(IdKind::Section, task.section),
            label: task.label.map(|span| self.words(span).into()),
            title: task.title.map(|span| words::without_space(self.words(span))),
            origin: task.origin.into(),
            row: task.row,
            text: self.words(task.text).into(),
            due: task.due.map(|due| Due {
                raw: self.words(due.raw).into(),
                by: due.by.map(Cow::Owned),
                every: due.every.map(Cow::Borrowed),
            }),
            topics: task.topics.into_iter().map(Cow::Borrowed).collect(),
            span: self.place(task.span),
            source_span: self.source_place(task.span),
            locator: self.locator(task.span),
        }
    }

    fn assignment(&self, index: usize, stated: extract::Assignment, orgs: &[Arc<Org<'a>>]) -> Assignment<'a> {
        Assignment {
            id: Id::at(IdKind::Assignment, index),
            scope: scope(stated.scope),
            role: stated.role.into(),
            org: orgs[stated.org].clone(),
            statement: stated.statement.into(),
            open_ended: stated.open_ended,
            merged: stated.merged,
            inherited: false,
            inherited_from: None,
            quote: self.words(stated.span).into(),
            span: self.place(stated.span),
            source_span: self.source_place(stated.span),
            locator: self.locator(stated.span),
            rule: stated.rule.into(),
        }
    }

    fn target(&self, index: usize, target: extract::Target<'a>) -> Target<'a> {
        Target {
            id: Id::at(IdKind::Target, index),
            scope: scope(target.scope),
            quote: self.words(target.span).into(),
            indicator: target.indicator,
            group: target.group,
            comparator: target.comparator.into(),
            value: target.value.into(),
            value_max: target.value_max.map(Into::into),
            unit: target.unit,
            measure: target.measure.into(),
            frequency: target.frequency.into(),
            deadline: target.deadline,
            baseline: target.baseline.map(|baseline| Baseline {
                year: baseline.year,
                value: baseline.value.map(Into::into),
                text: self.words(baseline.text).into(),
            }),
            modality: target.modality.into(),
            part_of: target.part_of.map(|whole| Id::at(IdKind::Target, whole)),
            span: self.place(target.span),
            source_span: self.source_place(target.span),
            locator: self.locator(target.span),
            rule: target.rule.into(),
        }
    }

    fn qualitative(&self, index: usize, one: &extract::Qualitative) -> Qualitative<'a> {
        Qualitative {
            id: Id::at(IdKind::Qualitative, index),
            scope: scope(one.scope),
            quote: self.words(one.span).into(),
            span: self.place(one.span),
        }
    }

    fn diagnostic(&self, found: &gongwen_text::Diagnostic) -> Diagnostic<'a> {
        Diagnostic {
            code: found.code.into(),
            severity: found.severity.into(),
            message: found.message.clone(),
            span: found.span.map(|span| self.place(span)),
            hint: found.hint.map(Cow::Borrowed),
        }
    }
}

fn scope(scope: Scope) -> Option<Id> {
    match scope {
        Scope::Document => None,
        Scope::Section(index) => Some(Id::at(IdKind::Section, index)),
        Scope::Task(index) => Some(Id::at(IdKind::Task, index)),
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push(DIGITS[usize::from(byte >> 4)] as char);
        out.push(DIGITS[usize::from(byte & 15)] as char);
    }
    out
}

#[cfg(test)]
mod tests;
