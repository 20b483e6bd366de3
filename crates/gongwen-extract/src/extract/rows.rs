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
                if let Some(whole) = counted.whole() {
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
            let name = facts.orgs[duty.org].name.trim_start_matches("某县");
            format!("{} {:?} {name}", scope(duty.scope), duty.role)
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
    fn what_a_unit_helps_with_it_supports() {
        check(
            &[
                "责任单位|工作职责",
                "县公安局|1.查处案件。/2.协助做好警戒。/3.参与会商。",
                "县工信局|1.协助企业申报。/2.参与评比。",
            ],
            "",
            &[
                "查处案件。",
                "协助做好警戒。",
                "参与会商。",
                "协助企业申报。",
                "参与评比。",
                "- Responsible 县公安局",
                "1 Support 县公安局",
                "2 Support 县公安局",
                "- Responsible 县工信局",
            ],
        );
    }

    #[test]
    fn a_note_below_a_table_is_no_duty_of_its_rows() {
        let rows = &["任务|牵头单位", "建好水厂|县水利局"];
        check(rows, "备注：县审计局负责跟踪督促。", &["建好水厂", "0 Lead 县水利局"]);
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
    fn the_measure_tells_what_to_do_and_the_aim_how_far() {
        check(
            &[
                "序号|反馈问题|整改目标|整改措施|责任单位",
                "1|管网破损。|负荷率达到70%以上。|新建管网35公里。|县住建局",
                "^|^|^|改造小区16个。|县城管局",
            ],
            "",
            &[
                "新建管网35公里。",
                "改造小区16个。",
                "0 Responsible 县住建局",
                "1 Responsible 县城管局",
                "0 70%",
                "0 35公里",
                "1 16个",
            ],
        );
    }

    #[test]
    fn what_a_year_costs_is_planned_and_begins_no_work() {
        check(
            &[
                "项目名称|建设内容|总投资（万元）|2024年计划投资（万元）|开工时间|竣工时间|责任单位",
                "水厂|新建水厂1座|12000|5000|2024年3月|2025年12月|县水利局",
                "大桥|新建桥梁2座|8000|3000|2023年6月|2024年10月|县交通局",
            ],
            "",
            &[
                "新建水厂1座 2025-12",
                "新建桥梁2座 2024-10",
                "0 Responsible 县水利局",
                "1 Responsible 县交通局",
                "0 1座",
                "0 50000000元",
                "1 2座",
                "1 30000000元",
            ],
        );
        // What was spent before is none, nor what a sum is made of.
        check(
            &[
                "项目名称|2023年计划投资（万元）|2023年完成投资（万元）|责任单位",
                "水厂|5000|4800|县水利局",
                "大桥|3000|2900|县交通局",
            ],
            "",
            &["水厂", "大桥", "0 Responsible 县水利局", "1 Responsible 县交通局"],
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

    #[test]
    fn plans_of_inspection() {
        check(
            &[
                "序号|抽查事项|抽查对象|抽查比例|抽查频次|抽查时间|牵头部门|配合部门",
                "1|加油站检查|加油站|不低于5%|1次/年|3月-10月|县市场监管局|县商务局",
                "2|医院检查|医院|10|每半年1次|2024年9月底前|县卫健局|县医保局",
                "3|酒店检查|酒店|按需|两年一次|全年|县公安局|",
            ],
            "",
            &[
                "加油站检查 2024-10",
                "医院检查 2024-09",
                "酒店检查",
                "0 Lead 县市场监管局",
                "0 Support 县商务局",
                "1 Lead 县卫健局",
                "1 Support 县医保局",
                "2 Lead 县公安局",
                "0 5%",
                "0 1次",
                "1 1次",
            ],
        );
    }

    #[test]
    fn tables_of_marks() {
        // Who answers for what is assessed has it as a task; who assesses, points and how they are given are nothing.
        check(
            &[
                "考核指标|分值|评分标准|责任单位|考核部门",
                "处理率达到95%以上|10|每低1%扣1分|县住建局|县政府办",
                "粮食面积|5分|完成得5分|县农业农村局|县政府办",
            ],
            "",
            &[
                "处理率达到95%以上",
                "粮食面积",
                "0 Responsible 县住建局",
                "1 Responsible 县农业农村局",
                "0 95%",
            ],
        );
        check(
            &["序号|考核内容|扣分标准|责任单位", "1|召开会议|未召开的一次扣5分，扣完为止|县水利局"],
            "",
            &["召开会议", "0 Responsible 县水利局"],
        );
        check(&["考核内容|分值|评分标准|评分部门", "召开会议|5|未召开扣5分|县水利局"], "", &[]);
        check(&["评分标准|分值|责任单位", "获表彰加2分|2|县水利局"], "", &[]);
    }

    #[test]
    fn remarks_bind_where_they_set_a_bound() {
        check(
            &[
                "任务|牵头单位|备注",
                "检查水库|县水利局|抽查比例≥30%",
                "巡查河道|县水利局|每周巡查2次",
                "修复堤防|县水利局|总投资500万元",
                "新建泵站|县水利局|新建3座",
            ],
            "",
            &[
                "检查水库",
                "巡查河道",
                "修复堤防",
                "新建泵站",
                "0 Lead 县水利局",
                "1 Lead 县水利局",
                "2 Lead 县水利局",
                "3 Lead 县水利局",
                "0 30%",
                "1 2次",
            ],
        );
    }

    #[test]
    fn aims_of_a_year_are_due_in_it() {
        let plan = |header: &str| {
            format!(
                "某县2026年重点项目方案\n一、任务\n（一）对接。主动对接。\n附件\n某县2026年重点项目责任表\n\
                 序号\t项目名称\t{header}\t责任单位\t竣工时间\n1\t大桥\t新建桥墩8个\t县交通局\t2027年5月\n\
                 2\t水厂\t铺设管网3公里\t县水利局\t2026年9月\n"
            )
        };
        assert_eq!(targets(&plan("年度建设目标")), ["8个 - <", "3公里 - 2026 <"]);
        assert_eq!(targets(&plan("2026年建设内容")), ["8个 - 2026 <", "3公里 - 2026 <"]);
        assert_eq!(targets(&plan("建设内容")), ["8个 - 2027 <", "3公里 - 2026 <"]);
    }

    /// Value, unit, group, deadline and year of the baseline of each target of a text.
    fn targets(text: &str) -> Vec<String> {
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        let told = facts.targets.iter().map(|target| {
            let base = target.baseline.as_ref().and_then(|baseline| baseline.year);
            let year = |year: Option<i16>| year.map_or(String::new(), |year| format!(" {year}"));
            let (by, from) = (year(target.deadline), year(base));
            format!("{}{} {}{by} <{from}", target.value, target.unit, target.group.as_deref().unwrap_or("-"))
        });
        told.collect()
    }

    #[test]
    fn a_plan_that_came_out_late_starts_from_the_year_before() {
        let plan = "某县教育“十四五”规划\n某政发〔2022〕28号\n一、总体目标\n专栏1 主要指标\n\
                    序号\t指标名称\t单位\t2021年\t2023年\t2025年\n1\t巩固率\t%\t80\t85\t90\n2\t入园率\t%\t81\t86\t91\n\
                    某县人民政府\n2022年7月1日\n";
        assert_eq!(
            targets(plan),
            ["85% - 2023 < 2021", "90% - 2025 < 2021", "86% - 2023 < 2021", "91% - 2025 < 2021"]
        );
    }

    #[test]
    fn money_that_is_raised_is_shared_out_too() {
        let plan = "某县2025年招商引资方案\n一、任务\n（一）对接。主动对接。\n附件\n某县2025年招商引资任务分配表\n\
                    序号\t责任单位\t引进项目（个）\t到位资金（亿元）\n1\t城关镇\t4\t3.5\n2\t石桥镇\t3\t2\n";
        let expect = ["4个 城关镇 <", "350000000元 城关镇 <", "3个 石桥镇 <", "200000000元 石桥镇 <"];
        assert_eq!(targets(plan), expect);
        let several = "某县培训方案（2022—2024年）\n一、任务\n（一）对接。主动对接。\n附件\n2022年培训任务分解表\n\
                       序号\t乡镇\t培训任务（人）\t创业任务（人）\n1\t城关镇\t40\t4\n2\t石桥镇\t30\t3\n";
        let expect = ["40人 城关镇 2022 <", "4人 城关镇 2022 <", "30人 石桥镇 2022 <", "3人 石桥镇 2022 <"];
        assert_eq!(targets(several), expect);
    }

    #[test]
    fn words_that_lead_in_tell_by_when() {
        let plan = "某县数字建设“十四五”规划\n一、总体目标\n到2025年，建成现代政府。具体为：\n——服务便捷。网办率达85%。\n\
                    二、任务\n（一）提升。2024年，做好以下工作：\n1.培训。培训300人。\n（二）扩面。新建站点5个。\n";
        assert_eq!(targets(plan), ["85% - 2025 <", "300人 - 2024 <", "5个 - <"]);
        let report = "某县2024年重点工作推进情况的通报\n各乡镇：\n一、总体情况\n改造小区12个。\n二、下步打算\n改造小区3个。\n";
        assert_eq!(targets(report), ["3个 - <"]);
        let report = report.replace("改造", "县水利局牵头改造");
        let manuscript = gongwen_read::read(report.as_bytes(), None).expect("text is read");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        assert_eq!(facts.assignments.len(), 1, "who led what was done has no duty by it");
        let rules = "某县贴息资金管理办法\n第一条 申报主体应具备下列条件：\n（一）资产负债率不超过70%；\n\
                     第二条 县农业局每年检查企业20家。\n";
        assert_eq!(targets(rules), ["20家 - <"]);
        let task = "某县2024年教育方案\n一、重点任务\n（一）改善。加快改善办学条件：\n1.新建学校。新建学校3所。\n2.改造宿舍。改造宿舍5栋。\n";
        assert_eq!(targets(task), ["3所 - <", "5栋 - <"]);
    }
}
