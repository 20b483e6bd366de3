//! What the columns of a row tell beside its task: further words that commit, whose year they are for, and what the year costs.

use super::Walk;
use crate::facts::Scope;
use crate::target::{self, Context, IndicatorRow};
use gongwen_lexicon::ends_with_any;
use gongwen_outline::{ColumnRole, Row, TableReading};
use gongwen_text::{Diagnostic, Span};

impl Walk<'_, '_> {
    /// What further columns of a row say that is to be done (`任务 | 目标 | 措施`).
    pub(super) fn further_words(&mut self, table: &TableReading, row: &Row, task: usize, context: &Context) {
        let (text, title) = (self.facts.tasks[task].text, self.facts.tasks[task].title);
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let words = matches!(column.role, ColumnRole::Task | ColumnRole::Measure);
            if words && !cell.merged && !cell.span.is_empty() && cell.span != text && Some(cell.span) != title
            {
                // An aim in front of the measure is no amount of it.
                let name = title.or(Some(text).filter(|text| text.start < cell.span.start));
                let name = name.filter(|_| column.role == ColumnRole::Measure);
                self.commit_named(cell.span, name, task, &self.of_year(table, row, cell.span, context));
            }
        }
    }

    /// What the brackets of a cell say of the names before them: `科普讲座（每年2场）、科普示范社区（3个）`. In the text of a task only
    /// how often is no explanation.
    pub(super) fn bracketed(&mut self, cell: Span, scope: Scope, context: &Context) {
        let text = cell.of_text(self.text);
        for member in target::bracketed(text) {
            if member.often.is_none() && !context.row {
                continue;
            }
            let span = Span::of(member.inner, text);
            if member.sized {
                let message = "an amount in a bracket that may be the size of the thing; it is not read";
                let span = Some(span.shifted(cell.from()));
                self.facts.diagnostics.push(Diagnostic::info("target-unread", span, message));
                continue;
            }
            let (indicator, value) = (member.name, member.value);
            let read =
                IndicatorRow { indicator, value, due: context.due, share: true, ..IndicatorRow::default() };
            target::targets_of_row(&read, &mut self.raw, &mut self.facts.diagnostics);
            for raw in &mut self.raw {
                raw.frequency = member.often.unwrap_or(raw.frequency);
                raw.span = span;
            }
            self.keep(cell, scope, false);
        }
    }

    /// What a column of a year tells (`2026年建设目标`, `年度目标`) is for that year, though the whole row is due later.
    pub(super) fn of_year(&self, table: &TableReading, row: &Row, cell: Span, context: &Context) -> Context {
        let at = row.cells.iter().position(|of_row| of_row.span == cell);
        // `2026年` over 目标 and 措施
        let told = at.map(|at| self.last_year(table, row, at));
        let headers = told.into_iter().flat_map(|column| [column.header, column.above]);
        let header = headers.map(|header| header.of_text(self.text)).find(|header| header.contains('年'));
        let header = header.unwrap_or_default();
        of_year(header, context)
    }

    /// What a row is to cost in a year (`2025年计划投资（万元）`). The row's own time is that of its work, not of the money.
    pub(super) fn money(&mut self, table: &TableReading, row: &Row, task: usize) {
        for (at, cell) in row.cells.iter().enumerate() {
            if table.columns[at].role != ColumnRole::Money || cell.merged || cell.span.is_empty() {
                continue;
            }
            let column = self.last_year(table, row, at);
            // `计划投资` below `2025年计划`
            let header = [column.header, column.above].map(|header| header.of_text(self.text));
            let year = header.into_iter().find_map(gongwen_text::date::find).map(|(_, date)| date.year);
            let this_year =
                header.iter().any(|header| ["本年", "当年", "今年"].iter().any(|word| header.contains(word)));
            let read = IndicatorRow {
                indicator: "投资",
                value_from: cell.span.from(),
                value: cell.span.of_text(self.text),
                header: header[0],
                // `年度计划投资（万元）` over years
                unit: [target::unit_of(header[1]), table.unit.map_or("", |unit| unit.of_text(self.text))]
                    .into_iter()
                    .find(|unit| !unit.is_empty())
                    .unwrap_or_default(),
                share: true,
                due: year.or_else(|| {
                    let period = self.context.period.filter(|(first, last)| this_year && first == last);
                    period.map(|(year, _)| year)
                }),
                ..IndicatorRow::default()
            };
            let first = self.context.period.map(|(first, _)| first).or(self.context.published);
            // What was planned for a year before the plan's.
            if year.zip(first).is_some_and(|(year, first)| year < first) {
                continue;
            }
            let found = self.facts.diagnostics.len();
            target::targets_of_row(&read, &mut self.raw, &mut self.facts.diagnostics);
            for diagnostic in &mut self.facts.diagnostics[found..] {
                diagnostic.span = diagnostic.span.map(|span| span.shifted(cell.span.from()));
            }
            self.keep(cell.span, Scope::Task(task), false);
        }
    }
}

/// What the key of a card tells in front of its words (`年度目标：建成水厂1座`) is for its year too.
pub(super) fn of_keyed_year(words: &str, context: &Context) -> Context {
    const LONGEST: usize = 36;
    const AIMS: [&str; 4] = ["目标", "任务", "计划", "安排"];
    let head = &words[..words.floor_char_boundary(LONGEST)];
    let key = head.split(['：', ':']).next().filter(|key| key.len() < head.len());
    key.filter(|key| ends_with_any(key.trim(), &AIMS)).map_or(*context, |key| of_year(key, context))
}

/// The context of what stands below a header or behind a key that tells a year.
fn of_year(header: &str, context: &Context) -> Context {
    if !header.contains('年') {
        return *context;
    }
    let told = gongwen_text::date::find(header).map(|(_, date)| date.year);
    let of_plan = || ["年度", "本年", "当年", "今年", "全年"].iter().any(|word| header.contains(word));
    let year = context.period.filter(|(first, last)| first == last).map(|(year, _)| year);
    match told {
        Some(year) => Context { due: Some(year), ..*context },
        // The year of a yearly plan tells no more than its title does.
        None if of_plan() && year.is_some() && context.due > year => Context { due: None, ..*context },
        None => *context,
    }
}
