//! From manuscript to outline.

use crate::front;
use crate::model::{
    Column, ColumnRole, Outline, Own, RowCell, Section, SectionKind, TableKind, TableReading,
};
use crate::tree::{Builder, Tree};
use crate::unit::{self, Unit, UnitKind};
use gongwen_text::{Diagnostic, Format, LabelStyle, Manuscript};

/// Reads the shape of a document: titles, section tree, tables, closing, colophon.
///
/// Never fails: a document without any heading gives an outline without sections and a diagnostic.
pub fn outline(manuscript: &Manuscript) -> Outline {
    let text = manuscript.text.as_str();
    let mut units = crate::split::split_long(text, unit::units(manuscript));
    units.drain(..front::introduced(text, &units));
    // Plain text and rules on a page show no merged cells, only empty ones.
    let stated = !matches!(manuscript.source.format, Format::Text | Format::Markdown | Format::Pdf);
    let readings: Vec<_> = manuscript
        .tables
        .iter()
        .enumerate()
        .map(|(i, grid)| crate::table::read_grid(text, i, grid, stated))
        .collect();
    let stands_alone = |table: usize| readings[table].kind != TableKind::Other;

    let start = body_start(text, &units, &stands_alone);
    let caption = units.get(start).and_then(|unit| match unit.kind {
        UnitKind::Table(table) => manuscript.tables[table].caption,
        _ => None,
    });
    let titles = front::titles(text, &units[..start], caption);
    let Tree { sections, tables, conclusion, closing, colophon } =
        Builder::new(text, &stands_alone).announced(&titles.notice).build(&units[start..]);
    let mut outline = Outline {
        title: titles.title,
        notice_title: titles.notice,
        sections,
        conclusion,
        closing,
        colophon,
        ..Outline::default()
    };
    let taken = |u: &Unit| outline.title.contains(&u.span) || outline.notice_title.contains(&u.span);
    outline.front = units.drain(..start).filter(|u| !taken(u)).map(|u| u.span).collect();

    let mut places = vec![0; readings.len()];
    let mut readings: Vec<_> = readings.into_iter().map(Some).collect();
    for (grid, section) in tables {
        // A table stands in one place.
        let Some(mut reading) = readings[grid].take() else { continue };
        reading.section = section;
        places[grid] = outline.tables.len();
        outline.tables.push(reading);
    }
    // The tree knows grids; a table in the front has no reading, so that those behind it move up.
    for own in outline.sections.iter_mut().flat_map(|section| &mut section.own) {
        if let Own::Table(table) = own {
            *table = places[*table];
        }
    }
    // What stands in the front has no place among the tables, but is not to be lost without a word.
    let lost: Vec<_> = readings.iter().flatten().filter_map(|table| lost_table(text, table)).collect();
    outline.diagnostics.extend(lost);
    flag_figures(text, &mut outline);
    flag_marks(text, &mut outline);
    flag_members(text, &mut outline);
    flag_money(text, &mut outline);
    flag_pooled(text, &mut outline);
    flag_ranks(text, &mut outline);
    flag_periods(text, &mut outline);
    crate::bare::annex(text, &mut outline);
    unit_sections(&mut outline);
    if outline.title.is_empty() && !text.is_empty() {
        let message = "no title was recognised";
        outline.diagnostics.push(Diagnostic::warning("title-missing", None, message));
    }
    if outline.sections.is_empty() && !text.is_empty() {
        let message = if manuscript.tables.is_empty()
            && manuscript.diagnostics.iter().all(|it| it.code != "table-unread")
        {
            "no headings, labels or tables were recognised"
        } else {
            "no headings or labels were recognised, and no table of tasks or targets"
        };
        outline
            .diagnostics
            .push(Diagnostic::warning("outline-empty", None, message).with_hint("is this a plan?"));
    }
    outline
}

/// The first unit that is no longer front matter: the first label of the body, or a table with its caption.
fn body_start(text: &str, units: &[Unit], stands_alone: &dyn Fn(usize) -> bool) -> usize {
    let mut list = false;
    for (i, unit) in units.iter().enumerate() {
        match unit.kind {
            UnitKind::AnnexList => list = true,
            UnitKind::Labelled(label) if !(list && label.style == LabelStyle::Arabic) => return i,
            UnitKind::Standing | UnitKind::Styled | UnitKind::Told(_) => return i,
            UnitKind::Labelled(_) => {}
            UnitKind::Table(table) if stands_alone(table) => return first_annex(text, units, i).unwrap_or(i),
            _ => list = false,
        }
    }
    // An annex may hold nothing but a table that no reading takes.
    let table = units.iter().position(|unit| matches!(unit.kind, UnitKind::Table(_)));
    table.and_then(|at| first_annex(text, units, at)).unwrap_or(units.len())
}

/// The mark of the first of several annexes (`附件1`), or of one below the title of a plan, where nothing but titles and tables stands
/// between it and the table at `at`: then that is no work which a notice carries, but a list of its own.
fn first_annex(text: &str, units: &[Unit], at: usize) -> Option<usize> {
    const FAR: usize = 24;
    let number = |unit: &Unit| {
        let mark = unit.span.of_text(text).trim_start_matches(['附', '件', '：', ':', ' ']);
        mark.chars().next().map(gongwen_text::chars::fold_width)
    };
    let is_mark = |unit: &Unit| unit.kind == UnitKind::AnnexMark;
    let between = |unit: &Unit| match unit.kind {
        UnitKind::AnnexMark | UnitKind::Table(_) => true,
        UnitKind::Prose => front::is_piece(unit.span.of_text(text)),
        _ => false,
    };
    let nearest = units[..at].iter().rev().take(FAR).take_while(|unit| between(unit)).count();
    let first = (at - nearest..at).find(|&i| is_mark(&units[i]))?;
    let another = || units[first + 1..].iter().any(is_mark);
    let counted = || matches!(number(&units[first]), Some('1' | '一')) && another();
    // A plan above it has a title of its own, and carries nothing.
    let titled = || {
        let above = front::titles(text, &units[..first], None);
        let act = above.title.last().is_none_or(|line| front::names_act(line.of_text(text)));
        above.notice.is_empty() && !act
    };
    (counted() || titled()).then_some(first)
}

/// Says where a table shares out figures (`镇 | 堤防（公里） | 投资（万元）`) that no reading takes: a miss is not to be silent.
fn flag_figures(text: &str, outline: &mut Outline) {
    let findings = outline.tables.iter().filter_map(|table| unread_table(text, table));
    outline.diagnostics.extend(findings);
}

/// What is to be said of a table above the first heading, which no reading takes.
fn lost_table(text: &str, table: &TableReading) -> Option<Diagnostic> {
    let large = table.rows.len() >= 2 && table.columns.len() >= 3;
    let message = "a table stands here whose columns tell neither tasks nor targets; it is not read";
    let span = table.columns.iter().map(|column| column.header).find(|header| !header.is_empty());
    let other = || large.then(|| Diagnostic::info("table-unread", span, message));
    unread_table(text, table).or_else(other)
}

/// What is to be said of a table that no reading takes: its figures, or what its columns name that is to be done.
fn unread_table(text: &str, table: &TableReading) -> Option<Diagnostic> {
    unread_figures(text, table).or_else(|| unread_tasks(table))
}

/// Where the columns of a table tell what is to be done, but neither by whom nor by when nor how much, nothing of it is read.
fn unread_tasks(table: &TableReading) -> Option<Diagnostic> {
    const ROWS: usize = 2;
    const COLUMNS: usize = 3;
    let told = |column: &&Column| {
        matches!(column.role, ColumnRole::Task | ColumnRole::Measure | ColumnRole::Indicator)
    };
    if table.kind != TableKind::Other || table.rows.len() < ROWS || table.columns.len() < COLUMNS {
        return None;
    }
    let column = table.columns.iter().find(told)?;
    let message = "a table names what is to be done, but neither who does it nor by when; it is not read";
    Some(Diagnostic::info("table-unread", Some(column.header), message))
}

fn unread_figures(text: &str, table: &TableReading) -> Option<Diagnostic> {
    const COLUMNS: usize = 2;
    let shared_out = matches!(table.kind, TableKind::Other | TableKind::Allotment);
    if !shared_out || table.rows.len() < 2 {
        return None;
    }
    let figures = |column: usize| {
        let mut cells =
            table.rows.iter().filter_map(|row| row.cells.get(column)).filter(|c| !c.span.is_empty());
        let figure = |cell: &RowCell| gongwen_text::numeral::is_figure(cell.span.of_text(text));
        cells.clone().next().is_some() && cells.all(figure)
    };
    let other =
        |c: &usize| !matches!(table.columns[*c].role, ColumnRole::Number | ColumnRole::Value) && figures(*c);
    let open = |c: &usize| {
        let header = table.columns[*c].header.of_text(text);
        other(c) && (!crate::table::tells_past(header) || crate::table::is_money(header))
    };
    let span = table.columns.iter().map(|c| c.header).find(|header| !header.is_empty());
    if table.kind == TableKind::Allotment {
        let message = "figures that nothing says are planned stand beside those that are; they are not read";
        let any = (0..table.columns.len()).any(|c| open(&c));
        return any.then(|| Diagnostic::info("table-unread", span, message));
    }
    let message = "a table of figures whose columns name no indicator; its values are not read";
    let many = (0..table.columns.len()).filter(other).count() >= COLUMNS;
    many.then(|| Diagnostic::warning("table-unread", span, message))
}

/// Says where money stands beside tasks or indicators (`总投资`) that is not read.
fn flag_money(text: &str, outline: &mut Outline) {
    let rows = |kind| matches!(kind, TableKind::Responsibility | TableKind::Indicator);
    for table in outline.tables.iter().filter(|table| rows(table.kind)) {
        let money = |c: &usize| {
            let column = table.columns[*c];
            match column.role {
                ColumnRole::Money => table.kind != TableKind::Responsibility,
                role => role == ColumnRole::Other && crate::table::is_money(column.header.of_text(text)),
            }
        };
        let figure = |c: usize| {
            let mut cells = table.rows.iter().filter_map(|row| row.cells.get(c));
            cells.any(|cell| gongwen_text::numeral::is_figure(cell.span.of_text(text)))
        };
        if let Some(c) = (0..table.columns.len()).filter(money).find(|&c| figure(c)) {
            let message = "money beside the tasks that no year is told for; it is not read";
            let span = Some(table.columns[c].header);
            outline.diagnostics.push(Diagnostic::info("table-unread", span, message));
        }
    }
}

/// Says where marks stand below units and no legend tells what they mean.
fn flag_marks(text: &str, outline: &mut Outline) {
    for table in &outline.tables {
        let marked = |c: &usize| table.columns[*c].role == ColumnRole::Mark;
        let unread = table.rows.iter().find_map(|row| {
            let cells = (0..table.columns.len()).filter(marked).filter_map(|c| row.cells.get(c));
            cells.map(|cell| cell.span).find(|span| {
                let mark = span.of_text(text).trim().chars().next();
                mark.is_some_and(|mark| table.marks.iter().all(|(known, _)| *known != mark))
            })
        });
        if let Some(span) = unread {
            let message = "marks stand below units, and no legend says what they mean; they are not read";
            outline.diagnostics.push(Diagnostic::warning("table-unread", Some(span), message));
        }
    }
}

/// Says where a column of members stands beside those who lead, or one of bodies under a header that nobody knows: what they are
/// to do is not told; and where what units help with stands in rows that do not tell whose it is.
fn flag_members(text: &str, outline: &mut Outline) {
    // Who is looked at, or whose a thing is, has no part in it.
    const CONCERNED: [&str; 6] = ["对象", "名称", "企业", "公司", "业主", "地点"];
    for table in &outline.tables {
        let helped = table.columns.iter().find(|column| column.role == ColumnRole::Supported);
        if let Some(column) = helped.filter(|_| !table.rows.is_empty() && !table.ranks_items()) {
            let message =
                "a column of what units help with, and rows that name no one unit each; it is not read";
            outline.diagnostics.push(Diagnostic::warning("table-unread", Some(column.header), message));
        }
        // `加分标准 | 分值 | 责任单位`
        let given = table.columns.iter().find(|column| {
            let header = column.header.of_text(text);
            matches!(column.role, ColumnRole::Lead | ColumnRole::Responsible | ColumnRole::Support)
                && ["牵头", "责任", "配合", "协助", "承办"].iter().any(|rank| header.contains(rank))
        });
        if let Some(column) = given.filter(|_| table.kind == TableKind::Other && !table.rows.is_empty()) {
            let message = "bodies stand beside no column that says what they are to do; they are not read";
            outline.diagnostics.push(Diagnostic::warning("table-unread", Some(column.header), message));
        }
        if !matches!(table.kind, TableKind::Responsibility | TableKind::Other) || table.rows.is_empty() {
            continue;
        }
        let unread = |&c: &usize| {
            let header = table.columns[c].header.of_text(text);
            table.columns[c].role == ColumnRole::Other
                && !header.is_empty()
                && (crate::table::names_members(header)
                    || table.kind == TableKind::Responsibility
                        && !gongwen_lexicon::ends_with_any(header, &CONCERNED)
                        && gongwen_lexicon::column_list(header).is_none()
                        && names_bodies(text, table, c))
        };
        if let Some(c) = (0..table.columns.len()).find(unread) {
            let message = "a column of bodies whose part in the duty it does not tell; they are not read";
            let span = Some(table.columns[c].header);
            outline.diagnostics.push(Diagnostic::warning("assignment-unread", span, message));
        }
    }
}

/// Whether the first cells of a column are names of bodies.
fn names_bodies(text: &str, table: &TableReading, column: usize) -> bool {
    const LOOKED_AT: usize = 5;
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.span.of_text(text));
    let mut cells = cells.filter(|words| !words.is_empty()).take(LOOKED_AT).peekable();
    cells.peek().is_some() && cells.all(crate::table::names_units)
}

/// Says where one section states the same key again behind more text: items whose labels nobody knows, their duties pooled.
fn flag_pooled(text: &str, outline: &mut Outline) {
    // A section with more is one list of names, or hostile.
    const MOST: usize = 12;
    let key = |own: &Own| match own {
        Own::Field(span) => unit::key(span.of_text(text)).map(|key| (key, *span)),
        _ => None,
    };
    for section in &outline.sections {
        let fields = section.own.iter().filter(|own| matches!(own, Own::Field(_))).count();
        if fields < 2 || section.own.len() == fields {
            continue;
        }
        let mut seen = Vec::new();
        let mut open = 0;
        let pooled = section.own.iter().find_map(|own| {
            if let Own::Text(_) = own {
                open = seen.len();
            }
            let (key, span) = key(own).filter(|_| seen.len() < MOST)?;
            let again = seen[..open].contains(&key);
            seen.push(key);
            again.then_some(span)
        });
        if let Some(span) = pooled {
            let message = "the same key stands again behind more text; whose it is was not told apart";
            outline.diagnostics.push(Diagnostic::warning("assignment-unread", Some(span), message));
        }
    }
}

/// Says where keys tell what is led and what is helped with (`配合任务：…`), and no unit stands above them.
fn flag_ranks(text: &str, outline: &mut Outline) {
    for section in &outline.sections {
        let ranked = section.own.iter().find_map(|own| match own {
            // A name alone may head anything.
            Own::Text(span) => {
                let line = span.of_text(text);
                crate::standing::rank_key(line).filter(|(key, _)| key.len() < line.len()).map(|_| *span)
            }
            _ => None,
        });
        if let Some(span) = ranked {
            let message = "a key tells what is led or helped with; whose it is was not told";
            outline.diagnostics.push(Diagnostic::warning("assignment-unread", Some(span), message));
        }
    }
}

/// Says where columns of a table of tasks tell what is to be done by when (`一季度 | 二季度`), or one beside figures that are read does
/// (`一季度目标 | 上半年目标`): their figures are not read.
fn flag_periods(text: &str, outline: &mut Outline) {
    for table in &outline.tables {
        let fewest = match table.kind {
            TableKind::Responsibility => 2,
            TableKind::Indicator => 1,
            _ => continue,
        };
        let period = |c: &usize| {
            let header = table.columns[*c].header.of_text(text);
            table.columns[*c].role == ColumnRole::Other
                && gongwen_lexicon::words("column_periods").iter().any(|word| header.contains(word))
        };
        let periods: Vec<usize> = (0..table.columns.len()).filter(period).collect();
        let figure = |c: usize| {
            let mut cells = table.rows.iter().filter_map(|row| row.cells.get(c));
            cells.any(|cell| cell.span.of_text(text).bytes().any(|byte| byte.is_ascii_digit()))
        };
        if periods.len() >= fewest && periods.iter().any(|&c| figure(c)) {
            let message = "columns of quarters or months stand beside what is read; what they tell is not";
            let span = Some(table.columns[periods[0]].header);
            outline.diagnostics.push(Diagnostic::warning("table-unread", span, message));
        }
    }
}

/// In a ledger each unit is a section below the table's (guide, 2). Sections are put in where they stand, so every index
/// that points behind them moves.
fn unit_sections(outline: &mut Outline) {
    for t in 0..outline.tables.len() {
        if outline.tables[t].kind != TableKind::Ledger {
            continue;
        }
        let Some(above) = outline.tables[t].section else { continue };
        let column = |wanted| outline.tables[t].columns.iter().position(|c| c.role == wanted);
        let number = column(ColumnRole::Number);
        let unit = column(ColumnRole::Responsible).or_else(|| column(ColumnRole::Lead)).unwrap_or(0);
        let level = outline.sections[above].level + 1;
        let at = above + 1;
        let rows = outline.tables[t].rows.len();
        for section in &mut outline.sections[at..] {
            section.parent = section.parent.map(|p| if p > above { p + rows } else { p });
        }
        for table in &mut outline.tables {
            table.section = table.section.map(|s| if s > above { s + rows } else { s });
            for row in &mut table.rows {
                row.section = row.section.map(|s| if s > above { s + rows } else { s });
            }
        }
        let mut made = Vec::with_capacity(rows);
        for (i, row) in outline.tables[t].rows.iter_mut().enumerate() {
            row.section = Some(at + i);
            let number = number.and_then(|c| row.cells.get(c)).map(|c| c.span).filter(|s| !s.is_empty());
            let title = row.cells.get(unit).map(|c| c.span).filter(|s| !s.is_empty());
            let spans = row.cells.iter().map(|c| c.span).filter(|s| !s.is_empty());
            let span = spans.reduce(gongwen_text::Span::cover).unwrap_or_default();
            made.push(Section {
                parent: Some(above),
                level,
                label: number,
                title,
                kind: SectionKind::Annex,
                span,
                ..Section::default()
            });
        }
        outline.sections.splice(at..at, made);
        outline.sections[above].has_children = true;
    }
}
