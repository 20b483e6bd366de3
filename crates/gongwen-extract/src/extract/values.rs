//! The value cells of a row that names an indicator: which of them promise something, and what their columns say of them.

use super::{Walk, is_noun};
use crate::facts::Scope;
use crate::target::allotment::{self, Counted, Headings};
use crate::target::{self, Context, IndicatorRow, often};
use gongwen_outline::{Column, ColumnRole, Row, RowCell, TableKind, TableReading};
use gongwen_text::{Span, date};
use std::borrow::Cow;

/// A cell and the header above it.
type Headed = (Span, Span);

/// What a row and its columns say of all its values.
struct Frame {
    /// Names what is counted.
    indicator: Option<Span>,
    /// What is counted, where its own name says only how: 粮食播种面积 below one name over `粮食 | 播种面积`.
    whole: Option<String>,
    /// What its values are counted in.
    unit: Option<Span>,
    /// What it starts from.
    baseline: Option<Headed>,
    /// The first year that is planned.
    first: Option<i16>,
    /// A plan for several years that came out late starts from what was before that: `2021年 | 2023年 | 2025年` of 2022.
    late: Option<i16>,
}

/// What the column before says of a rate behind it (`2023年完成 | 增速 | 2024年计划 | 增速`).
#[derive(Default)]
struct Before {
    /// It tells what was, not what shall be.
    reported: bool,
    year: Option<i16>,
}

/// A cell that holds a value.
#[derive(Clone, Copy)]
struct Value<'t> {
    column: &'t Column,
    span: Span,
    /// The year of the column before, where this is a rate of it.
    year: Option<i16>,
}

impl<'a> Walk<'a, '_> {
    /// Reads the value cells of a row; `scope` is whose they are.
    pub(super) fn values(&mut self, table: &TableReading, row: &Row, scope: Scope, context: &Context) {
        if !self.holds_values(table) {
            return;
        }
        let frame = self.frame(table, row, context);
        let (mut before, mut whole) = (Before::default(), None);
        let all = self.facts.targets.len();
        for (at, cell) in row.cells.iter().enumerate() {
            let holds = holds_value(table.columns[at].role);
            let column = if holds { self.last_year(table, row, at) } else { &table.columns[at] };
            let Some(value) = self.promised(column, cell, &frame, &mut before) else { continue };
            if self.told_in_words(value, &frame, scope, context) {
                continue;
            }
            let read = self.facts.targets.len();
            self.value(table, value, &frame, scope, context);
            self.part_of_column(table, column, read, &mut whole);
        }
        self.over_objects(table, row, all);
    }

    fn words(&self, span: Span) -> &'a str {
        span.of_text(self.text)
    }

    fn year_in(&self, header: Span) -> Option<i16> {
        date::find(self.words(header)).map(|(_, date)| date.year)
    }

    /// `2024年 | 2025年任务` over 面积 and 产量: the upper header tells the year.
    fn year_of(&self, column: &Column) -> Option<i16> {
        self.year_in(column.header).or_else(|| self.year_in(column.above))
    }

    /// The column whose year, or part of one, the cell `at` is of: the last of those that it reaches over (`100` below
    /// `2023年 | 2024年 | 2025年`).
    pub(super) fn last_year<'t>(&self, table: &'t TableReading, row: &Row, at: usize) -> &'t Column {
        let own = &table.columns[at];
        let end = table.columns.len().min(at + usize::from(row.cells[at].width));
        let beside = table.columns.get(at + 1..end).unwrap_or_default();
        // Hardly any cell is so wide.
        let Some(last) = beside.last() else { return own };
        let year = self.year_of(own);
        let part = || !target::part_of_year(self.words(own.header)).is_empty();
        if year == self.year_of(last) && last.role == own.role && part() {
            return last;
        }
        let later = beside.iter().filter(|column| year.is_some() && self.year_of(column) > year);
        later.max_by_key(|column| self.year_of(column)).unwrap_or(own)
    }

    fn holds_values(&self, table: &TableReading) -> bool {
        let told = || table.section.is_some_and(|section| self.headings[section].silent);
        table.columns.iter().any(|column| holds_value(column.role)) && !told()
    }

    fn frame(&self, table: &TableReading, row: &Row, context: &Context) -> Frame {
        let cell = |role| cell_below(table, row, |&at| table.columns[at].role == role);
        let indicator =
            [ColumnRole::Indicator, ColumnRole::Task, ColumnRole::Measure].into_iter().find_map(cell);
        let first = context
            .period
            .map(|(first, _)| first)
            .or_else(|| self.first_of_columns(table))
            .or(context.published)
            .or_else(|| date::find(self.title_of(table)).map(|(_, date)| date.year));
        let late = context
            .published
            .filter(|year| context.period.is_some_and(|(first, last)| first < *year && *year < last));
        let [indicator, unit] = [indicator, cell(ColumnRole::Unit)].map(|found| Some(found?.0));
        let whole = self.of_group(table, row);
        let mut frame = Frame { indicator, whole, unit, baseline: None, first, late };
        frame.baseline = cell(ColumnRole::Baseline).or_else(|| {
            let past = |at| self.is_past(self.last_year(table, row, at), &frame);
            cell_below(table, row, |&at| table.columns[at].role == ColumnRole::Value && past(at))
        });
        frame
    }

    /// What is counted where a group and its indicator stand below one name: `粮食 | 播种面积`.
    fn of_group(&self, table: &TableReading, row: &Row) -> Option<String> {
        table.columns.windows(2).zip(row.cells.windows(2)).find_map(|(columns, cells)| {
            let one = columns[0].header == columns[1].header
                && columns[0].role == ColumnRole::Group
                && columns[1].role == ColumnRole::Indicator;
            let [group, indicator] = [cells[0].span, cells[1].span].map(|span| self.words(span));
            if one { allotment::of_group(group.trim(), indicator) } else { None }
        })
    }

    /// A value of a year before the plan's first is what it starts from, not what it commits to.
    fn is_past(&self, column: &Column, frame: &Frame) -> bool {
        let before = |year: i16| {
            frame.first.is_some_and(|first| year < first) || frame.late.is_some_and(|late| year < late)
        };
        self.year_of(column).is_some_and(before)
    }

    /// The first year that is planned where the columns themselves tell: behind `2020年 | 2025年`, five years apart, stands what a
    /// five-year plan starts from.
    fn first_of_columns(&self, table: &TableReading) -> Option<i16> {
        const PLAN: i16 = 5;
        let values = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
        let mut years = values.filter_map(|column| self.year_in(column.header));
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

    /// The value of a cell that promises something; `before` goes on from column to column.
    fn promised<'t>(
        &self,
        column: &'t Column,
        cell: &RowCell,
        frame: &Frame,
        before: &mut Before,
    ) -> Option<Value<'t>> {
        // `2023年完成 | 增速 | 2024年计划 | 增速`: a rate tells of the year that stands before it.
        let header = self.words(column.header);
        let rate = target::is_growth(header);
        if !rate && matches!(column.role, ColumnRole::Value | ColumnRole::Baseline) {
            before.reported = column.role == ColumnRole::Baseline || self.is_past(column, frame);
            before.year = self.year_in(column.header);
        }
        // A yearly rate stands behind the last year and is that of all of them.
        let reported = rate && before.reported && !header.contains("年均");
        let empty = !holds_value(column.role) || cell.span.is_empty();
        if empty || self.is_past(column, frame) || reported {
            return None;
        }
        Some(Value { column, span: cell.span, year: before.year.filter(|_| rate) })
    }

    /// Reads a cell that tells its targets in words. Whether it does.
    fn told_in_words(&mut self, value: Value<'_>, frame: &Frame, scope: Scope, context: &Context) -> bool {
        let words = self.words(value.span);
        // `每年1次` below 检查频次 is told by its column, `重点企业每月1次，其他企业每年1次` in words.
        let often = often::heads(self.words(value.column.header))
            && !words.contains(['，', '；', ';', '、', '\n', '：']);
        let Scope::Task(task) = scope else { return false };
        let told = !often && target::is_told(words);
        if told {
            let due = self.year_of(value.column).or(context.due);
            self.commit_named(value.span, frame.indicator, task, &Context { due, ..*context });
        }
        told
    }

    /// Reads a cell whose column and row say what its number is of.
    fn value(
        &mut self,
        table: &TableReading,
        value: Value<'_>,
        frame: &Frame,
        scope: Scope,
        context: &Context,
    ) {
        let column = value.column;
        let header = self.words(column.header);
        let allotted = table.kind == TableKind::Allotment;
        let headings = Headings {
            headers: [header, self.words(column.above)],
            title: self.title_of(table),
            division: self.facts.metadata.division.map_or("", |division| division.name),
        };
        let indicator = frame.indicator.map_or("", |span| self.words(span));
        let counted = if allotted { headings.counted() } else { Counted::named(indicator) };
        let place = match scope {
            Scope::Task(task) if allotted => self.facts.tasks[task].text,
            _ if column.role == ColumnRole::Share => column.header,
            _ => Span::default(),
        };
        let read = IndicatorRow {
            indicator: counted.name,
            value: self.words(value.span),
            header,
            // The unit of a value that prints none: that of its row, of its headings or of its table.
            unit: [frame.unit.map_or("", |unit| self.words(unit)), headings.unit()]
                .into_iter()
                .find(|unit| !unit.is_empty())
                .unwrap_or_else(|| table.unit.map_or("", |unit| self.words(unit))),
            place: match allotment::group(self.text, place) {
                // `2026年目标` over `一季度 | 上半年 | 全年`: the steps are not the year's.
                "" if column.role == ColumnRole::Value => target::part_of_year(header),
                place => place,
            },
            share: allotted || column.role == ColumnRole::Share,
            baseline: frame.baseline.map_or("", |(span, _)| self.words(span)),
            baseline_header: frame.baseline.map_or("", |(_, header)| self.words(header)),
            baseline_span: frame.baseline.map(|(span, _)| span),
            indicator_span: frame.indicator.filter(|_| !allotted),
            value_from: value.span.from(),
            due: self.due_of_value(table, value, context),
        };
        let found = self.facts.diagnostics.len();
        target::targets_of_row(&read, &mut self.raw, &mut self.facts.diagnostics);
        for diagnostic in &mut self.facts.diagnostics[found..] {
            diagnostic.span = diagnostic.span.map(|span| span.shifted(value.span.from()));
        }
        for raw in &mut self.raw {
            if let Some(whole) = counted.whole().or_else(|| frame.whole.clone().filter(|_| !allotted)) {
                raw.indicator = Some(whole.into());
            }
            // `安全设施` below 检查内容 and 检查频次.
            if let Some(name) = raw.indicator.take() {
                let deed = often::deed(header, &name);
                raw.indicator = Some(deed.map_or(name.clone(), |deed| [&name, deed].concat().into()));
            }
        }
        self.keep(value.span, scope, false);
    }

    /// By when a value is due.
    fn due_of_value(&self, table: &TableReading, value: Value<'_>, context: &Context) -> Option<i16> {
        let titled = || {
            self.tables[table.grid]
                .caption
                .filter(|_| table.kind == TableKind::Allotment)
                .and_then(|title| year_of_title(self.words(title)))
                // The year of a yearly plan tells no more than its title does.
                .filter(|&year| context.period != Some((year, year)))
        };
        context.due.or(value.year).or_else(|| self.year_in(value.column.above)).or_else(titled)
    }

    /// `种植任务 | 其中：机插任务`: what the column tells is a part of the target before; `read` is where its own begin.
    fn part_of_column(
        &mut self,
        table: &TableReading,
        column: &Column,
        read: usize,
        whole: &mut Option<usize>,
    ) {
        let Some(target) = self.facts.targets.get(read) else { return };
        if table.kind == TableKind::Allotment && self.words(column.header).starts_with("其中") {
            let part_of = whole.filter(|&whole| self.facts.targets[whole].unit == target.unit);
            self.facts.targets[read].part_of = part_of;
        } else {
            *whole = Some(read);
        }
    }

    /// `抽查事项 | 抽查对象 | 抽查比例`: whom the share is of is the group of the targets from `all` on.
    fn over_objects(&mut self, table: &TableReading, row: &Row, all: usize) {
        let object = table.columns.iter().zip(&row.cells).find_map(|(column, cell)| {
            let heads = self.words(column.header).trim_end().ends_with("对象");
            Some(self.words(cell.span).trim()).filter(|object| heads && is_noun(object))
        });
        for target in &mut self.facts.targets[all..] {
            target.group = target.group.take().or(object.map(Cow::Borrowed));
        }
    }
}

fn holds_value(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Value | ColumnRole::Share)
}

/// The cell of a row below the first column that fits, where it holds anything.
fn cell_below(table: &TableReading, row: &Row, fits: impl FnMut(&usize) -> bool) -> Option<Headed> {
    let at = (0..table.columns.len()).find(fits)?;
    let cell = row.cells.get(at).filter(|cell| !cell.span.is_empty())?;
    Some((cell.span, table.columns[at].header))
}

/// The only year that the title of a table of shares tells: `2022年培训任务分解表`.
fn year_of_title(title: &str) -> Option<i16> {
    let mut dates = date::find_iter(title);
    let (span, date) = dates.next()?;
    let range = title[..span.from()].ends_with(['—', '-', '－', '~', '至', '–']);
    (dates.next().is_none() && !range).then_some(date.year)
}
