//! From a record to rows, in the order of [`crate::layout::tables`] and of each table's columns.

use crate::value::Value;
use gongwen_record::{
    Assignment, ByteSpan, CharSpan, Entry, Id, IdKind, Locator, Org, Quantity, Record, Table, TableCell,
};
use std::borrow::Cow;
use std::collections::HashMap;

/// Numbers of the tables in [`crate::layout::tables`].
mod place {
    pub(super) const DOCUMENTS: usize = 0;
    pub(super) const SECTIONS: usize = 1;
    pub(super) const TASKS: usize = 2;
    pub(super) const ORGANISATIONS: usize = 3;
    pub(super) const ASSIGNMENTS: usize = 4;
    pub(super) const TARGETS: usize = 5;
    pub(super) const QUALITATIVE: usize = 6;
    pub(super) const REFERENCES: usize = 7;
    pub(super) const CONTACTS: usize = 8;
    pub(super) const WEBSITE: usize = 9;
    pub(super) const TABLES: usize = 10;
    pub(super) const CELLS: usize = 11;
    pub(super) const DIAGNOSTICS: usize = 12;
}

/// Gives every row of a record to `take`, with the number of its table. Rows that others refer to come first, but for
/// references within one table. Ends at the first error of `take`.
pub fn shred<'r, E>(
    record: &'r Record<'_>,
    mut take: impl FnMut(usize, &[Value<'r>]) -> Result<(), E>,
) -> Result<(), E> {
    let mut out = Out { doc_id: &record.doc_id, row: Row(Vec::with_capacity(48)), take: &mut take };
    out.document(record)?;
    out.outline(record)?;
    out.duties(record)?;
    out.targets(record)?;
    out.lists(record)?;
    for table in &record.tables {
        out.table(table)?;
    }
    Ok(())
}

struct Out<'r, 't, F> {
    doc_id: &'r str,
    row: Row<'r>,
    take: &'t mut F,
}

/// The values of one row, column by column.
struct Row<'r>(Vec<Value<'r>>);

impl<'r> Row<'r> {
    fn text(&mut self, text: &'r str) -> &mut Self {
        self.0.push(Value::Text(text));
        self
    }

    fn maybe(&mut self, text: Option<&'r Cow<'_, str>>) -> &mut Self {
        self.0.push(text.map_or(Value::Null, |text| Value::Text(text)));
        self
    }

    fn integer(&mut self, number: impl Into<i64>) -> &mut Self {
        self.0.push(Value::Integer(number.into()));
        self
    }

    fn maybe_integer(&mut self, number: Option<impl Into<i64>>) -> &mut Self {
        self.0.push(number.map_or(Value::Null, |number| Value::Integer(number.into())));
        self
    }

    fn quantity(&mut self, number: Option<Quantity>) -> &mut Self {
        self.0.push(number.map_or(Value::Null, |number| Value::Decimal(number.decimal())));
        self
    }

    fn boolean(&mut self, truth: bool) -> &mut Self {
        self.0.push(Value::Boolean(truth));
        self
    }

    fn id(&mut self, id: Id) -> &mut Self {
        self.0.push(Value::Id(id));
        self.integer(id.number)
    }

    fn maybe_id(&mut self, id: Option<Id>) -> &mut Self {
        self.0.push(id.map_or(Value::Null, Value::Id));
        self
    }

    /// The scope, its section, its task.
    fn scope(&mut self, scope: Option<Id>, record: &Record<'_>) -> &mut Self {
        let task = scope.filter(|id| id.kind == IdKind::Task);
        let section = match task {
            Some(task) => record.tasks.get(task.index()).map(|task| task.section),
            None => scope,
        };
        self.maybe_id(scope).maybe_id(section).maybe_id(task)
    }

    fn list(&mut self, items: &'r [Cow<'r, str>]) -> &mut Self {
        self.0.push(Value::List(items));
        self
    }

    fn span(&mut self, span: CharSpan) -> &mut Self {
        self.integer(span.start).integer(span.end)
    }

    fn maybe_span(&mut self, span: Option<CharSpan>) -> &mut Self {
        self.maybe_integer(span.map(|span| span.start)).maybe_integer(span.map(|span| span.end))
    }

    fn places(&mut self, source: Option<ByteSpan>, locator: Option<Locator>) -> &mut Self {
        let Locator { page, sheet, paragraph, table, row, column } = locator.unwrap_or_default();
        self.maybe_integer(source.map(|span| span.start)).maybe_integer(source.map(|span| span.end));
        for part in [page, sheet, paragraph, table, row, column] {
            self.maybe_integer(part);
        }
        self
    }
}

impl<'r, E, F: FnMut(usize, &[Value<'r>]) -> Result<(), E>> Out<'r, '_, F> {
    fn begin(&mut self) -> &mut Row<'r> {
        self.row.0.clear();
        self.row.text(self.doc_id)
    }

    fn end(&mut self, table: usize) -> Result<(), E> {
        (self.take)(table, &self.row.0)
    }

    fn document(&mut self, record: &'r Record<'_>) -> Result<(), E> {
        let (producer, source, metadata) = (&record.producer, &record.source, &record.metadata);
        let number = metadata.document_number.as_ref();
        let division = metadata.division.as_ref();
        self.begin()
            .text(&record.schema_version)
            .text(&producer.name)
            .text(&producer.version)
            .text(&producer.rules)
            .text(&source.path)
            .text(&source.format)
            .text(&source.encoding)
            .integer(i64::try_from(source.bytes).unwrap_or(i64::MAX))
            .text(&source.sha256)
            .maybe_integer(source.pages)
            .maybe(metadata.title.as_ref())
            .maybe(metadata.notice_title.as_ref())
            .maybe(number.map(|number| &number.raw))
            .maybe(number.map(|number| &number.agency_code))
            .maybe_integer(number.map(|number| number.year))
            .maybe_integer(number.map(|number| number.serial))
            .maybe_span(number.map(|number| number.span))
            .list(&metadata.issuing_authorities)
            .list(&metadata.addressees)
            .maybe(metadata.date_of_issue.as_ref())
            .maybe(metadata.printing_date.as_ref())
            .list(&metadata.copy_to);
        self.row.0.push(metadata.disclosure.map_or(Value::Null, |kind| Value::Text(kind.as_str())));
        self.row
            .maybe_integer(metadata.period.map(|period| period.start))
            .maybe_integer(metadata.period.map(|period| period.end))
            .maybe(division.map(|division| &division.code))
            .maybe(division.map(|division| &division.name))
            .maybe(division.and_then(|division| division.prefecture.as_ref()))
            .maybe(division.map(|division| &division.province));
        self.row.0.push(division.map_or(Value::Null, |division| Value::Text(division.level.as_str())));
        self.row.maybe(record.text.as_ref());
        self.end(place::DOCUMENTS)
    }

    fn outline(&mut self, record: &'r Record<'_>) -> Result<(), E> {
        for section in &record.sections {
            self.begin()
                .id(section.id)
                .maybe_id(section.parent)
                .integer(section.level)
                .maybe(section.label.as_ref())
                .maybe(section.title.as_ref())
                .text(section.kind.as_str())
                .list(&section.path)
                .span(section.span)
                .maybe_span(section.body)
                .places(section.source_span, section.locator);
            self.end(place::SECTIONS)?;
        }
        for task in &record.tasks {
            let due = task.due.as_ref();
            let row = self.begin().id(task.id);
            row.0.push(Value::Id(task.section));
            row.maybe(task.label.as_ref())
                .maybe(task.title.as_ref())
                .text(task.origin.as_str())
                .maybe_integer(task.row)
                .text(&task.text)
                .maybe(due.map(|due| &due.raw))
                .maybe(due.and_then(|due| due.by.as_ref()))
                .maybe(due.and_then(|due| due.every.as_ref()))
                .list(&task.topics)
                .span(task.span)
                .places(task.source_span, task.locator);
            self.end(place::TASKS)?;
        }
        Ok(())
    }

    fn duties(&mut self, record: &'r Record<'_>) -> Result<(), E> {
        let mut seen = HashMap::new();
        for assignment in &record.assignments {
            let Org { surface: _, name, aliases, functions, kind, level } = &*assignment.org;
            let next = seen.len() as u32 + 1;
            let number = *seen.entry((name, aliases, functions, *kind, level)).or_insert(next);
            if number == next {
                let row = self.begin();
                row.0.push(Value::Org(number));
                row.integer(number)
                    .text(name)
                    .list(aliases)
                    .list(functions)
                    .text(kind.as_str())
                    .maybe(level.as_ref());
                self.end(place::ORGANISATIONS)?;
            }
        }
        for assignment in &record.assignments {
            let Org { surface: _, name, aliases, functions, kind, level } = &*assignment.org;
            let number = seen[&(name, aliases, functions, *kind, level)];
            self.assignment(assignment, number, record)?;
        }
        Ok(())
    }

    fn assignment(&mut self, one: &'r Assignment<'_>, org: u32, record: &'r Record<'_>) -> Result<(), E> {
        let row = self.begin().id(one.id).scope(one.scope, record).text(one.role.as_str());
        row.0.push(Value::Org(org));
        row.text(&one.org.surface)
            .text(one.statement.as_str())
            .boolean(one.open_ended)
            .boolean(one.merged)
            .boolean(one.inherited)
            .maybe_id(one.inherited_from)
            .text(&one.quote)
            .span(one.span)
            .places(one.source_span, one.locator)
            .text(&one.rule);
        self.end(place::ASSIGNMENTS)
    }

    fn targets(&mut self, record: &'r Record<'_>) -> Result<(), E> {
        for one in &record.targets {
            let baseline = one.baseline.as_ref();
            self.begin()
                .id(one.id)
                .scope(one.scope, record)
                .text(&one.quote)
                .maybe(one.indicator.as_ref())
                .maybe(one.group.as_ref())
                .text(one.comparator.as_str())
                .quantity(Some(one.value))
                .quantity(one.value_max)
                .text(&one.unit)
                .text(one.measure.as_str())
                .text(&one.frequency)
                .maybe_integer(one.deadline)
                .maybe_integer(baseline.and_then(|baseline| baseline.year))
                .quantity(baseline.and_then(|baseline| baseline.value))
                .maybe(baseline.map(|baseline| &baseline.text))
                .text(one.modality.as_str())
                .maybe_id(one.part_of)
                .span(one.span)
                .places(one.source_span, one.locator)
                .text(&one.rule);
            self.end(place::TARGETS)?;
        }
        for one in &record.qualitative {
            self.begin().id(one.id).scope(one.scope, record).text(&one.quote).span(one.span);
            self.end(place::QUALITATIVE)?;
        }
        Ok(())
    }

    fn lists(&mut self, record: &'r Record<'_>) -> Result<(), E> {
        for (one, number) in record.metadata.references.iter().zip(1i64..) {
            self.begin().integer(number).text(&one.title).maybe(one.document_number.as_ref()).span(one.span);
            self.end(place::REFERENCES)?;
        }
        self.entries(place::CONTACTS, &record.metadata.contacts)?;
        self.entries(place::WEBSITE, &record.metadata.website)?;
        for (one, number) in record.diagnostics.iter().zip(1i64..) {
            self.begin()
                .integer(number)
                .text(&one.code)
                .text(one.severity.as_str())
                .text(&one.message)
                .maybe_span(one.span)
                .maybe(one.hint.as_ref());
            self.end(place::DIAGNOSTICS)?;
        }
        Ok(())
    }

    fn entries(&mut self, table: usize, entries: &'r [Entry<'_>]) -> Result<(), E> {
        for (one, number) in entries.iter().zip(1i64..) {
            self.begin().integer(number).text(&one.field).text(&one.value).maybe_span(one.span);
            self.end(table)?;
        }
        Ok(())
    }

    fn table(&mut self, table: &'r Table<'_>) -> Result<(), E> {
        let Table { id, section, caption, header, rows } = table;
        self.begin().id(*id).maybe_id(*section).maybe(caption.as_ref()).list(header);
        self.end(place::TABLES)?;
        let mut grid = Grid::default();
        for (row, number) in rows.iter().zip(1i64..) {
            let columns = grid.place(row);
            for ((cell, place), column) in row.iter().zip(1i64..).zip(columns) {
                let out = self.begin();
                out.0.push(Value::Id(*id));
                out.integer(number)
                    .integer(place)
                    .integer(column)
                    .text(&cell.text)
                    .integer(cell.rowspan)
                    .integer(cell.colspan)
                    .span(cell.span);
                self.end(place::CELLS)?;
            }
        }
        Ok(())
    }
}

/// How many more rows each column of a table is covered from above.
#[derive(Default)]
struct Grid {
    covered: Vec<u16>,
}

impl Grid {
    /// The columns in which the cells of the next row begin, from 1.
    fn place(&mut self, row: &[TableCell<'_>]) -> Vec<u32> {
        let from_above = self.covered.clone();
        let above = |column: usize| from_above.get(column).is_some_and(|rows| *rows > 0);
        self.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        let mut column = 0;
        let mut found = Vec::with_capacity(row.len());
        for cell in row {
            while above(column) {
                column += 1;
            }
            found.push(column as u32 + 1);
            let end = column + usize::from(cell.colspan);
            self.covered.resize(self.covered.len().max(end), 0);
            self.covered[column..end].fill(cell.rowspan.saturating_sub(1));
            column = end;
        }
        found
    }
}

#[cfg(test)]
mod tests;
