//! Rows of tables: who does what by when, and the values of their cells.

use super::{Walk, is_noun, ledger};
use crate::duty::Header;
use crate::facts::{Role, Scope};
use crate::target::allotment::{self, Counted, Headings};
use crate::target::{self, Context, IndicatorRow, often};
use gongwen_outline::{Column, ColumnRole, Row, TableKind, TableReading};
use gongwen_text::Span;
use std::borrow::Cow;

impl<'a> Walk<'a, '_> {
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
        let told = || table.section.is_some_and(|section| self.headings[section].silent);
        if !table.columns.iter().any(|c| holds_value(c.role)) || told() {
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
        // `粮食 | 播种面积` below one name over both.
        let group = table.columns.windows(2).zip(row.cells.windows(2)).find_map(|(columns, cells)| {
            let one = columns[0].header == columns[1].header
                && columns[0].role == ColumnRole::Group
                && columns[1].role == ColumnRole::Indicator;
            allotment::of_group(words(cells[0].span).trim(), words(cells[1].span)).filter(|_| one)
        });
        // A value of a year before the plan's first is what it starts from, not what it commits to.
        let period = context.period.map(|(first, _)| first);
        let titled = || gongwen_text::date::find(self.title_of(table)).map(|(_, date)| date.year);
        let first = period.or_else(|| self.first_of_columns(table)).or(context.published).or_else(titled);
        let year_in = |header: Span| gongwen_text::date::find(words(header)).map(|(_, date)| date.year);
        // `2024年 | 2025年任务` over 面积 and 产量: the upper header tells the year.
        let year_of = |column: &Column| year_in(column.header).or_else(|| year_in(column.above));
        // A plan for several years that came out late starts from what was before that: `2021年 | 2023年 | 2025年` of 2022.
        let late = context
            .published
            .filter(|year| context.period.is_some_and(|(first, last)| first < *year && *year < last));
        let past = |column: &Column| {
            let told = |year| first.is_some_and(|first| year < first) || late.is_some_and(|late| year < late);
            year_of(column).is_some_and(told)
        };
        let baseline = cell(ColumnRole::Baseline).or_else(|| {
            let at = table.columns.iter().position(|c| c.role == ColumnRole::Value && past(c))?;
            row.cells.get(at).filter(|c| !c.span.is_empty()).map(|c| (c.span, table.columns[at].header))
        });
        let (mut reported, mut year, mut whole) = (false, None, None);
        let all = self.facts.targets.len();
        for (column, value) in table.columns.iter().zip(&row.cells) {
            // `2023年完成 | 增速 | 2024年计划 | 增速`: a rate tells of the year that stands before it.
            let rate = target::is_growth(words(column.header));
            if !rate && matches!(column.role, ColumnRole::Value | ColumnRole::Baseline) {
                reported = column.role == ColumnRole::Baseline || past(column);
                year = gongwen_text::date::find(words(column.header)).map(|(_, date)| date.year);
            }
            if !holds_value(column.role) || value.span.is_empty() || past(column) {
                continue;
            }
            // A yearly rate stands behind the last year and is that of all of them.
            if rate && reported && !words(column.header).contains("年均") {
                continue;
            }
            // `每年1次` below 检查频次 is told by its column, `重点企业每月1次，其他企业每年1次` in words.
            let often = often::heads(words(column.header))
                && !words(value.span).contains(['，', '；', ';', '、', '\n', '：']);
            if let (Scope::Task(task), true) = (scope, !often && target::is_told(words(value.span))) {
                let due = year_of(column);
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
            let named = indicator.map(|(span, _)| span).filter(|_| !allotted);
            let counted = if allotted {
                headings.counted()
            } else {
                Counted::named(indicator.map_or("", |(span, _)| words(span)))
            };
            let read = IndicatorRow {
                indicator: counted.name,
                value: words(value.span),
                header: words(column.header),
                unit: stated.unwrap_or_else(|| table.unit.map_or("", words)),
                place: match allotment::group(self.text, place) {
                    // `2026年目标` over `一季度 | 上半年 | 全年`: the steps are not the year's.
                    "" if column.role == ColumnRole::Value => target::part_of_year(words(column.header)),
                    place => place,
                },
                share: allotted || column.role == ColumnRole::Share,
                baseline: baseline.map_or("", |(span, _)| words(span)),
                baseline_header: baseline.map_or("", |(_, header)| words(header)),
                baseline_span: baseline.map(|(span, _)| span),
                indicator_span: named,
                value_from: value.span.from(),
                due: context.due.or(year.filter(|_| rate)).or_else(|| year_in(column.above)).or_else(|| {
                    self.tables[table.grid]
                        .caption
                        .filter(|_| allotted)
                        .and_then(|it| year_of_title(words(it)))
                        // The year of a yearly plan tells no more than its title does.
                        .filter(|&year| context.period != Some((year, year)))
                }),
            };
            target::targets_of_row(&read, &mut self.raw, &mut self.facts.diagnostics);
            for diagnostic in &mut self.facts.diagnostics[found..] {
                diagnostic.span = diagnostic.span.map(|s| s.shifted(value.span.from()));
            }
            for raw in &mut self.raw {
                if let Some(whole) = counted.whole().or_else(|| group.clone().filter(|_| !allotted)) {
                    raw.indicator = Some(whole.into());
                }
                // `安全设施` below 检查内容 and 检查频次.
                if let Some(name) = raw.indicator.take() {
                    let deed = often::deed(words(column.header), &name);
                    raw.indicator = Some(deed.map_or(name.clone(), |deed| [&name, deed].concat().into()));
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
        // `抽查事项 | 抽查对象 | 抽查比例`: whom the share is of is the group.
        let object = table.columns.iter().zip(&row.cells).find_map(|(column, cell)| {
            let heads = words(column.header).trim_end().ends_with("对象");
            Some(words(cell.span).trim()).filter(|object| heads && is_noun(object))
        });
        for target in &mut self.facts.targets[all..] {
            target.group = target.group.take().or(object.map(Cow::Borrowed));
        }
    }
}

/// The only year that the title of a table of shares tells: `2022年培训任务分解表`.
fn year_of_title(title: &str) -> Option<i16> {
    let mut dates = gongwen_text::date::find_iter(title);
    let (span, date) = dates.next()?;
    let range = title[..span.from()].ends_with(['—', '-', '－', '~', '至', '–']);
    (dates.next().is_none() && !range).then_some(date.year)
}

#[cfg(test)]
mod tests;
