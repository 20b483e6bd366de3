//! Rows of tables: who does what by when. Their value cells are those of `values`.

use super::{Walk, ledger};
use crate::duty::Header;
use crate::facts::{Role, Scope};
use crate::target::Context;
use gongwen_outline::{ColumnRole, Row, TableKind, TableReading};
use gongwen_text::Span;

impl Walk<'_, '_> {
    /// A row of a table: its units, its time, its tasks.
    /// `headers` are those of the table's columns.
    pub(super) fn row(&mut self, table: &TableReading, headers: &[Header], row: &Row, tasks: &[usize]) {
        let scope = match (table.kind, row.section, tasks.first()) {
            (TableKind::Ledger, Some(section), _) => Scope::Section(section),
            (_, _, Some(&task)) => Scope::Task(task),
            _ => return,
        };
        let mut due = None;
        self.due_of_row = None;
        let first = self.facts.assignments.len();
        let ranked = table.ranks_items();
        for ((column, cell), header) in table.columns.iter().zip(&row.cells).zip(headers) {
            let unit = matches!(column.role, ColumnRole::Lead | ColumnRole::Responsible);
            if cell.span.is_empty() || ranked && unit {
                continue;
            }
            if column.role == ColumnRole::Mark {
                let mark = cell.span.of_text(self.text).trim().chars().next();
                if let Some(&(_, role)) = table.marks.iter().find(|(known, _)| Some(*known) == mark) {
                    self.reader.cell(column.header, role, Header::default());
                }
            } else {
                let leads =
                    column.role == ColumnRole::Responsible && ledger::leads(self.text, &table.columns);
                let role = if leads { ColumnRole::Lead } else { column.role };
                self.reader.cell(cell.span, role, *header);
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
        let items = ranked || table.kind == TableKind::Ledger;
        // Behind merged units no section stands for the row: its first item has the time.
        let own = || self.facts.tasks[*tasks.first().filter(|_| ranked)?].due.clone();
        let due_of_row = self.due_of_row.take().or_else(own);
        for &task in tasks {
            let unit = if ranked { self.rank_item(table, headers, row, task) } else { unit };
            let text = self.facts.tasks[task].text;
            let title = self.facts.tasks[task].title;
            if !figures {
                self.reader.prose(text, unit);
                let rank = unit.zip(ledger::rank_by_words(self.text, table, text));
                if let Some((unit, role)) = rank {
                    // The words beat the column.
                    self.facts.assignments.truncate(first);
                    self.reader.rank(unit, role, Span::new(text.from(), text.from()));
                }
            }
            let own_due = self.state(Scope::Task(task), false).or(due);
            // Items of a unit are due when their row is.
            if let (true, Some(due)) = (items, &due_of_row) {
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
                    self.commit_named(text, title, task, &self.of_year(table, row, text, &context));
                }
                if table.kind == TableKind::Responsibility && !ranked {
                    self.further_words(table, row, task, &context);
                    self.money(table, row, task);
                }
            }
        }
        if !figures && !tasks.is_empty() {
            let context = Context { due, task: true, row: true, ..self.context };
            self.remarks(table, row, (scope, tasks), &context);
        }
    }
}

#[cfg(test)]
mod tests;
