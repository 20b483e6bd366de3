//! Remarks beside the tasks of a table (`备注`): what binds there is a target of the row, other figures are said to be unread.

use super::{Walk, is_noun};
use crate::facts::{Comparator, Scope};
use crate::target::{self, Context, RawTarget};
use gongwen_lexicon::words;
use gongwen_outline::{ColumnRole, Row, TableReading};
use gongwen_text::chars::is_compact_form;
use gongwen_text::{Diagnostic, Span};
use std::borrow::Cow;

/// Whether a remark binds: it sets a bound, or says how often. `总投资500万元`, `完成3公里` may tell of today or of what was done.
fn binds(raw: &RawTarget<'_>) -> bool {
    !matches!(raw.comparator, Comparator::Eq | Comparator::Approx) || raw.frequency != "once"
}

impl Walk<'_, '_> {
    /// The remarks of a row whose tasks are `tasks`; one alone names what is counted.
    pub(super) fn remarks(
        &mut self,
        table: &TableReading,
        row: &Row,
        (scope, tasks): (Scope, &[usize]),
        context: &Context,
    ) {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let header = column.header.of_text(self.text);
            let remark = column.role == ColumnRole::Other
                && words("column_remarks").iter().any(|name| is_compact_form(header, name));
            if remark && !cell.merged && !cell.span.is_empty() {
                self.remark(cell.span, scope, tasks, context);
            }
        }
    }

    fn remark(&mut self, remark: Span, scope: Scope, tasks: &[usize], context: &Context) {
        let name = match *tasks {
            [task] => self.facts.tasks[task].title.or(Some(self.facts.tasks[task].text)),
            _ => None,
        };
        let name = name.map(|name| name.of_text(self.text)).filter(|name| is_noun(name));
        let context = Context { named: name.is_some(), ..*context };
        let (words, places) = (remark.of_text(self.text), self.anchors.within(remark));
        let found = self.facts.diagnostics.len();
        target::targets_in(words, places, &context, &mut self.raw, &mut self.facts.diagnostics);
        let open = self.raw.iter().filter(|raw| !binds(raw)).map(|raw| raw.span);
        let message = "a figure in a remark that sets no bound; it is not read";
        self.facts
            .diagnostics
            .extend(open.map(|span| Diagnostic::info("target-unread", Some(span), message)));
        for diagnostic in &mut self.facts.diagnostics[found..] {
            diagnostic.span = diagnostic.span.map(|span| span.shifted(remark.from()));
        }
        if !self.raw.iter().all(binds) {
            // What a part is of may be among those that go.
            self.raw.retain(binds);
            self.raw.iter_mut().for_each(|raw| raw.part_of = None);
        }
        for raw in &mut self.raw {
            let Some(name) = name else { break };
            let whole = match &raw.indicator {
                None => Some(Cow::Borrowed(target::object_of(name))),
                Some(own) => target::completed(own, name),
            };
            raw.indicator = whole.or_else(|| raw.indicator.take());
        }
        self.keep(remark, scope, true);
    }
}
