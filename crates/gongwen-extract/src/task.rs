//! What a plan gives somebody to do: leaves of the body, rows of responsibility tables, items of a ledger's cells
//! (guide, 3).

mod frame;
mod given;

use crate::duty;
use crate::facts::{Origin, Task};
use crate::genre::{self, Heading};
pub(crate) use frame::commands;
use frame::frames;
use given::{Given, given};
use gongwen_lexicon::{agency, words};
use gongwen_outline::{ColumnRole, Outline, Own, Row, Section, SectionKind, TableKind, TableReading};
use gongwen_text::Span;
use gongwen_text::chars::opens_bracket;
use std::sync::LazyLock;

static PLANS: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("plan_nouns"));

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// It is a leaf section.
    Leaf,
    /// It is a paragraph of a section, under a lead-in such as `任务分工如下` (guide, 8).
    Paragraph,
    /// It is a row of a table, or an item of a row's cell.
    Row {
        /// Index into the outline's tables.
        table: usize,
        /// Index into the reading's rows.
        row: usize,
    },
}

/// Tasks in document order, each with where it stands.
pub(crate) fn tasks(text: &str, outline: &Outline, headings: &[Heading]) -> Vec<(Place, Task)> {
    let rows_of_tables: usize = outline.tables.iter().map(|table| table.rows.len()).sum();
    let mut found = Vec::with_capacity(outline.sections.len() + rows_of_tables);
    let frames = frames(text, &outline.sections, headings);
    // `某县部门职责分工` over groups of bodies.
    let shared_out = outline.title.last().is_some_and(|title| duty::is_labour_lead_in(title.of_text(text)));
    for (index, section) in outline.sections.iter().enumerate() {
        let action = !section.has_children
            && !frames[index]
            && !sums_up(text, section)
            && !is_formal(text, section)
            && !is_part(text, &outline.sections, index)
            && in_plan(text, &outline.sections, index);
        let action = action && !points_elsewhere(text, section);
        // A ledger's unit owns nothing itself: its items are the tasks.
        let only_table = holds_only_tables(text, section);
        let announced = departments(text, section, shared_out);
        // `二、组织机构及职责` frames the plan; `成员单位职责` below it says what each unit does all the same.
        let shares = || section.title.is_some_and(|title| duty::is_labour_lead_in(title.of_text(text)));
        if !announced.is_empty() && (!frames[index] || section.level > 1 && shares()) {
            found.extend(announced.into_iter().map(|span| (Place::Paragraph, paragraph(index, span))));
        } else if action && !only_table {
            found.push((Place::Leaf, leaf(index, section)));
        }
    }
    for (t, table) in outline.tables.iter().enumerate() {
        let Some(section) = table.section else { continue };
        for (r, row) in table.rows.iter().enumerate() {
            rows(text, table, row, section, |task| {
                found.push((Place::Row { table: t, row: r }, task));
            });
        }
    }
    if !found.is_sorted_by_key(|(_, task)| task.span.start) {
        found.sort_by_key(|(_, task)| task.span.start);
    }
    found
}

/// Whether a section holds nothing but its table, and beside it the bracket of its heading that says who leads.
fn holds_only_tables(text: &str, section: &Section) -> bool {
    let tables = section.own.iter().filter(|own| matches!(own, Own::Table(_))).count();
    let bracket = |own: &Own| match own {
        Own::Text(span) => {
            let words = span.of_text(text);
            tables > 0 && (words.starts_with(opens_bracket) || goes_with_table(words))
        }
        own => matches!(own, Own::Table(_)),
    };
    section.own.iter().all(bracket) && (!section.own.is_empty() || section.kind == SectionKind::Annex)
}

/// Whether a line is the caption of a table or a note to it: `表1 任务分解`, `注：…`.
fn goes_with_table(words: &str) -> bool {
    const LONGEST: usize = 180;
    let noted = ["注：", "注:", "备注：", "备注:", "说明：", "说明:", "<sup>", "※", "*"];
    // `1 不含公告时间。` behind a mark of the page.
    let figure = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = figure.len() < words.len() && figure.starts_with([' ', '\u{3000}']);
    let note = numbered || noted.iter().any(|mark| words.starts_with(mark));
    // Of a note in items each has its own length.
    let items = words.split('\n').all(|item| item.len() <= LONGEST);
    items && note || is_caption(words)
}

/// `表1 各乡镇种植任务`, `附表2`: the number of a table and its name.
fn is_caption(words: &str) -> bool {
    const LONGEST: usize = 120;
    let number = words.trim_start_matches('附').strip_prefix('表').map(str::trim_start);
    number.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    }) && words.len() <= LONGEST
        && !words.contains(['。', '，', '；'])
}

/// Whether a section only says where its tasks stand: `详见附件1。`, `按下表分工落实。`
fn points_elsewhere(text: &str, section: &Section) -> bool {
    const LONGEST: usize = 24;
    /// Characters under a title that announces tasks: `任务分工` over `细化16项任务，逐项明确责任单位，详见附件。`
    const LONGEST_ANNOUNCED: usize = 60;
    let is_note = |own: &Own| {
        own.span().is_some_and(|span| {
            let words = span.of_text(text);
            genre::is_note(words) || genre::is_legend(words)
        })
    };
    let mut own = section.own.iter().filter(|own| !matches!(own, Own::Table(_)) && !is_note(own));
    let (Some(Own::Text(span)), None) = (own.next(), own.next()) else { return false };
    let words = span.of_text(text);
    let title = section.title.map_or("", |title| title.of_text(text));
    let announced = title.ends_with("分工") || title.ends_with("任务") || title.ends_with("清单");
    let longest = if announced { LONGEST_ANNOUNCED } else { LONGEST };
    is_caption(words)
        || words.len() <= longest * char::MAX.len_utf8()
            && words.chars().count() <= longest
            && words_of_pointers().iter().any(|pointer| words.contains(pointer))
}

fn words_of_pointers() -> &'static [&'static str] {
    words("pointers")
}

/// Whether a leaf of the first level tells aims in prose under a title that may also head actions: `目标任务`.
fn sums_up(text: &str, section: &Section) -> bool {
    if section.level != 1 {
        return false;
    }
    let title = section.title.map_or("", |t| t.of_text(text)).trim();
    title.chars().count() <= 8 && title.contains("目标") || title.ends_with("预期目标")
}

/// Whether a leaf only says who does the measure above it or by when: `（三）责任分工。县水利局牵头。` behind `（一）` that tells what.
pub(crate) fn is_part(text: &str, sections: &[Section], index: usize) -> bool {
    static WHEN: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("time_keys"));
    const WHO: [&str; 10] = [
        "分工",
        "责任分工",
        "任务分工",
        "职责分工",
        "工作分工",
        "责任单位",
        "责任部门",
        "责任主体",
        "牵头单位",
        "牵头部门",
    ];
    const SHORTEST: usize = 2 * '某'.len_utf8();
    const LONGEST: usize = 6 * '某'.len_utf8();
    const MOST_TOLD: usize = 300;
    let section = &sections[index];
    let (Some(parent), Some(title)) = (section.parent, section.title) else { return false };
    if section.has_children || !(SHORTEST..=LONGEST).contains(&title.len()) {
        return false;
    }
    let title = title.of_text(text);
    let [Own::Text(told) | Own::Field(told)] = section.own.as_slice() else { return false };
    let named = WHO.contains(&title) || WHEN.contains(&title);
    // What is told stands beside it, and tells nothing of the kind.
    let first = &sections[parent + 1];
    let beside = first.parent == Some(parent) && first.span != section.span;
    named && beside && told.len() <= MOST_TOLD
}

/// Whether an item without title says why the document is made, what its words mean, who interprets it or from when it holds:
/// `第一条 为…，制定本制度。`, `本办法自印发之日起施行，有效期3年。原办法同时废止。`
fn is_formal(text: &str, section: &Section) -> bool {
    const LONGEST: usize = 600;
    let (None, [Own::Text(span), more @ ..]) = (section.title, section.own.as_slice()) else { return false };
    let words = span.of_text(text);
    if span.len() > LONGEST {
        return false;
    }
    if defines(words) {
        // What the article goes on with may still be given to somebody.
        return section.own.len() <= 3 && given(text, section) == Given::No;
    }
    if !more.is_empty() || !words.starts_with(['本', '为', '自', '由', '原', '此', '有']) {
        return false;
    }
    let words = words.trim_end_matches(['。', '；']);
    if words.starts_with('为') {
        let made = |word: &str| words.rfind(word).is_some_and(|at| !words[at..].contains(['，', '。', '；']));
        return made("制定本") || made("制订本");
    }
    // `本责任书一式两份，…各执一份`
    let copies = || words.contains("一式") && words.ends_with('份');
    words.split(['。', '；']).all(closes_formally) || words.starts_with('本') && copies()
}

/// Whether a paragraph says what a word means: `本细则所称取暖补贴，是指…`, `取暖补贴是指…`.
fn defines(words: &str) -> bool {
    const NEAR: usize = 120;
    let near = &words[..words.floor_char_boundary(NEAR)];
    let near = near.find(['。', '；']).map_or(near, |end| &near[..end]);
    let called = near.starts_with('本') && near.contains("所称");
    // Of a name that is explained no clause stands before it.
    let explained = || {
        near.find("是指")
            .is_some_and(|at| at > 0 && !near[..at].trim_end_matches('，').contains(['，', '：']))
    };
    called && ["是指", "包括", "，指"].iter().any(|word| words.contains(word)) || explained()
}

/// Whether a sentence says who interprets the document, from when and how long it holds, or what no longer does.
fn closes_formally(sentence: &str) -> bool {
    const HOLDS: [&str; 4] = ["施行", "实施", "执行", "生效"];
    const ENDED: [&str; 3] = ["废止", "停止执行", "失效"];
    const NEAR: usize = 30;
    // `自2024年1月1日起施行，有效期3年`, not `自2024年起实施改造`.
    let from = || {
        sentence.match_indices('起').any(|(at, mark)| {
            let behind = &sentence[at + mark.len()..];
            let behind = behind.trim_start_matches("正式").trim_start_matches("开始");
            HOLDS.iter().any(|word| {
                behind
                    .strip_prefix(word)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['，', '、', '（']))
            })
        })
    };
    let valid = || sentence.find("有效期").is_some_and(|at| at <= NEAR) && sentence.contains('年');
    sentence.is_empty()
        || sentence.ends_with("负责解释")
        || ENDED.iter().any(|word| sentence.ends_with(word))
        || sentence.contains("起") && from()
        || valid()
}

/// Whether a leaf stands in the plan: its body, or an annex that is a plan.
fn in_plan(text: &str, sections: &[Section], index: usize) -> bool {
    let section = &sections[index];
    if section.kind == SectionKind::Body {
        return true;
    }
    let mut top = section;
    while let Some(parent) = top.parent {
        top = &sections[parent];
    }
    section.parent.is_some() && top.title.is_some_and(|t| PLANS.iter().any(|p| t.of_text(text).contains(p)))
}

/// Paragraphs without label whose subject is a department, under a lead-in such as `任务分工如下` (guide, 8).
///
/// `shared_out`: the document's title announces them.
fn departments(text: &str, section: &Section, shared_out: bool) -> Vec<Span> {
    let group = shared_out && section.title.is_some_and(|title| names_group(title.of_text(text)));
    // A lead-in alone leads to nothing.
    if section.own.len() < 2 && !group {
        return Vec::new();
    }
    let texts = section.own.iter().filter_map(|own| match own {
        Own::Text(span) => Some(*span),
        _ => None,
    });
    // The heading may announce them (`成员单位职责`): then two at least must be told what to do, or one of a group that it names.
    if group || section.title.is_some_and(|title| duty::is_labour_lead_in(title.of_text(text))) {
        let told = |span: &Span| duty::opens_with_department(span.of_text(text));
        let told: Vec<Span> = texts.clone().filter(told).collect();
        if told.len() >= if group { 1 } else { 2 } {
            // Beside those that are told by known verbs the others are told too.
            let named = |span: &Span| {
                let words = span.of_text(text);
                words.ends_with(['。', '；']) && agency::name_at_start(bounded(words)).is_some()
            };
            return texts.clone().filter(|span| told.contains(span) || named(span)).collect();
        }
    }
    let mut behind = texts.skip_while(|span| !duty::is_labour_lead_in(span.of_text(text)));
    if behind.next().is_none() {
        return Vec::new();
    }
    // A row of a table that lost its grid tells nobody anything: `某某镇 1200 800`.
    let told = |words: &str| {
        !words.contains('\t') && (words.ends_with(['。', '；']) || duty::opens_with_department(words))
    };
    behind
        .filter(|span| {
            agency::name_at_start(bounded(span.of_text(text))).is_some() && told(span.of_text(text))
        })
        .collect()
}

/// Whether a title names bodies of a kind together: `县直部门`, `乡镇（街道）`.
fn names_group(title: &str) -> bool {
    const LONGEST: usize = 12;
    const KINDS: [&str; 8] = ["部门", "单位", "乡镇", "街道", "镇街", "各镇", "（街道）", "机构"];
    title.chars().count() <= LONGEST && KINDS.iter().any(|kind| title.ends_with(kind))
}

/// As much of a paragraph as a name can take.
fn bounded(words: &str) -> &str {
    let end = words.char_indices().nth(40).map_or(words.len(), |(at, _)| at);
    &words[..end]
}

fn paragraph(section: usize, span: Span) -> Task {
    let (origin, due, topics) = (Origin::Body, None, Vec::new());
    Task { section, label: None, title: None, origin, row: None, text: span, due, topics, span }
}

fn leaf(index: usize, section: &Section) -> Task {
    let mut words: Option<Span> = None;
    for own in &section.own {
        match own {
            Own::Text(span) => words = Some(words.map_or(*span, |w| w.cover(*span))),
            Own::Field(_) | Own::Table(_) if words.is_some() => break,
            Own::Field(_) | Own::Table(_) => {}
        }
    }
    Task {
        section: index,
        label: section.label,
        title: section.title,
        origin: Origin::Body,
        row: None,
        text: words.or(section.title).unwrap_or(section.span),
        due: None,
        topics: Vec::new(),
        span: section.span,
    }
}

/// The tasks of a table row: one, or its items in a ledger.
fn rows(text: &str, table: &TableReading, row: &Row, section: usize, mut push: impl FnMut(Task)) {
    let cell = |role: ColumnRole| {
        let at = table.columns.iter().position(|c| c.role == role)?;
        row.cells.get(at).map(|c| c.span).filter(|s| !s.is_empty())
    };
    let span =
        row.cells.iter().filter(|c| !c.merged && !c.span.is_empty()).map(|c| c.span).reduce(Span::cover);
    let Some(span) = span else { return };
    let number = cell(ColumnRole::Number);
    let base = Task {
        section,
        label: number,
        title: None,
        origin: Origin::Table,
        row: Some(row.index as u32),
        text: span,
        due: None,
        topics: Vec::new(),
        span,
    };
    match table.kind {
        TableKind::Ledger | TableKind::Responsibility if !row.items.is_empty() => {
            for item in &row.items {
                let spans = [item.label, item.title, Some(item.text)];
                let whole = spans.into_iter().flatten().reduce(Span::cover).unwrap_or(item.text);
                push(Task {
                    section: row.section.unwrap_or(section),
                    label: item.label,
                    title: item.title,
                    text: item.text,
                    span: whole,
                    ..base.clone()
                });
            }
        }
        TableKind::Responsibility => match (cell(ColumnRole::Task), measure(text, table, row)) {
            (title, Some(measure)) => push(Task { title, text: measure, ..base }),
            (Some(task), None) => push(Task { text: task, ..base }),
            (None, None) => {
                // Below `二级指标 | 三级指标` the last is the finest.
                let at = table.columns.iter().rposition(|column| column.role == ColumnRole::Indicator);
                let cell = at.and_then(|at| row.cells.get(at)).map(|cell| cell.span);
                if let Some(indicator) = cell.filter(|span| !span.is_empty()) {
                    push(Task { text: indicator, ..base });
                }
            }
        },
        TableKind::Indicator => {
            if let Some(indicator) = cell(ColumnRole::Indicator) {
                push(Task { text: indicator, ..base });
            }
        }
        TableKind::Allotment => {
            let places = [ColumnRole::Place, ColumnRole::Responsible, ColumnRole::Lead];
            if let Some(place) = places.into_iter().find_map(cell) {
                push(Task { text: place, ..base });
            }
        }
        TableKind::Ledger | TableKind::Other => {}
    }
}

/// The cell of a row that says what to do: of `整改目标 | 整改措施` the measure, for the aim says how far.
fn measure(text: &str, table: &TableReading, row: &Row) -> Option<Span> {
    let aims = |at: usize| {
        let header = table.columns[at].header.of_text(text);
        ["目标", "标准"].iter().any(|word| header.contains(word))
    };
    let told = |&at: &usize| {
        table.columns[at].role == ColumnRole::Measure
            && row.cells.get(at).is_some_and(|cell| !cell.span.is_empty())
    };
    let mut columns = (0..table.columns.len()).filter(told).peekable();
    let first = *columns.peek()?;
    Some(row.cells[columns.find(|&at| !aims(at)).unwrap_or(first)].span)
}

#[cfg(test)]
mod tests {
    /// How many tasks a plan has whose text below `组织机构及职责` is `text`.
    fn count(text: &str) -> usize {
        let text = format!(
            "某县防火预案\n一、总则\n为了防火，制定本预案。\n二、组织机构及职责\n{text}\n三、附则\n自印发之日起施行。\n"
        );
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
    }

    #[test]
    fn what_goes_with_the_plan_is_no_task() {
        let tasks = |title: &str, text: &str| {
            let text = format!("某县救助方案\n一、工作任务\n1.完善制度。\n二、{title}\n{text}\n");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        assert_eq!(tasks("救助标准", "每人每月1000元。"), 1);
        assert_eq!(tasks("救助标准", "（一）孤儿每人每月1000元。\n（二）老人每人每月500元。"), 1);
        assert_eq!(tasks("提高救助标准", "每人每月提高到1000元。"), 2);
        // Who does what stands below all the same.
        assert_eq!(tasks("重点区域", "（一）整治城区。县城管局负责。\n（二）整治河道。县水利局负责。"), 3);
        // A person in charge is given nothing.
        assert_eq!(tasks("责任追究", "（一）约谈乡镇主要负责人。\n（二）严肃处理不负责任的。"), 1);
        assert_eq!(tasks("责任追究", "（一）县纪委监委负责问责。\n（二）约谈牵头领导。"), 3);
        assert_eq!(tasks("管控时段", "3月至5月。"), 1);
        assert_eq!(tasks("健全运行机制", "每月会商。"), 2);
        assert_eq!(tasks("处罚", "有下列情形之一的，责令改正：\n（一）擅自停水的。\n（二）未消毒的。"), 1);
        assert_eq!(tasks("推进", "推进下列工作：\n（一）建设管网。\n（二）建设水厂。"), 3);
    }

    #[test]
    fn who_commands_is_given_nothing() {
        let facts = |above: &str, title: &str, text: &str| {
            let text = format!(
                "某县应急预案\n1 总则\n1.1 目的\n应对。\n2 {above}\n2.1 {title}\n{text}\n2.2 成员\n值守。\n"
            );
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
            let named = facts.assignments.iter().map(|it| facts.orgs[it.org].surface.to_string());
            (
                facts
                    .tasks
                    .iter()
                    .any(|task| task.label.is_some_and(|label| label.of_text(&manuscript.text) == "2.1")),
                named.collect::<Vec<_>>(),
            )
        };
        let told = "县指挥部负责统一领导。县指挥部办公室设在县应急局，负责日常工作。";
        assert_eq!(facts("组织指挥体系及职责", "应急指挥部", told), (false, vec![]));
        assert_eq!(
            facts("组织体系", "县森防指办公室", "县应急局负责日常工作。"),
            (false, vec!["县应急局".to_owned()])
        );
        // Of others, what is done about it, and away from where the plan tells who commands.
        assert_eq!(
            facts("组织体系", "乡镇防汛指挥机构", "各乡镇负责抢险。"),
            (true, vec!["各乡镇".to_owned()])
        );
        assert!(facts("组织体系", "建强应急指挥部门", "培训人员。").0);
        assert!(facts("重点任务", "应急指挥部", "改造指挥部。").0);
    }

    #[test]
    fn aims_that_are_shared_out_are_tasks() {
        let tasks = |last: &str| {
            let text = format!(
                "某县责任分解\n一、2021年主要目标\n（一）产值增长8%。（牵头单位：县发改局）\n（二）收入增长6%。{last}\n二、重点工作\n（一）修路。\n"
            );
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        assert_eq!(tasks("（牵头单位：县财政局）"), 3);
        assert_eq!(tasks(""), 1);
    }

    #[test]
    fn a_measure_like_those_beside_it_is_a_task() {
        let tasks = |first: &str, last: &str| {
            let text = format!(
                "某县若干措施\n一、支持品牌创建。培育名牌。{first}\n二、加强要素保障。安排用地。{last}\n"
            );
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        let duty = "\n（责任单位：县自然资源局；完成时限：2024年8月底）";
        assert_eq!(tasks(duty, duty), 2);
        assert_eq!(tasks(duty, ""), 1);
        assert_eq!(tasks("", duty), 1);
    }

    #[test]
    fn formal_articles_are_no_tasks() {
        let tasks = |text: &str| {
            let text = format!("某县联席会议制度\n第一条 {text}\n第二条 县民政局承担日常工作。\n");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        assert_eq!(tasks("为加强统筹协调，根据有关规定，制定本制度。"), 1);
        assert_eq!(tasks("本制度所称困境儿童，是指家庭困难儿童。"), 1);
        assert_eq!(tasks("本制度由县民政局负责解释。"), 1);
        assert_eq!(tasks("本制度自印发之日起施行。"), 1);
        assert_eq!(tasks("为困境儿童建立档案，制定帮扶计划。"), 2);
        assert_eq!(tasks("本辖区儿童由各镇负责摸底。"), 2);
        assert_eq!(tasks("自2024年起每年走访两次。"), 2);
        assert_eq!(tasks("本制度自2024年1月1日起施行，有效期3年。"), 1);
        assert_eq!(tasks("本制度自2024年1月1日起施行。原《某县办法》同时废止。"), 1);
        assert_eq!(tasks("本制度由县民政局负责解释。自印发之日起施行，有效期至2026年12月31日。"), 1);
        assert_eq!(tasks("困境儿童是指家庭困难儿童。"), 1);
        assert_eq!(tasks("本制度所称困境儿童，是指家庭困难儿童。\n居民可以申请。"), 1);
        assert_eq!(tasks("本制度所称困境儿童，是指家庭困难儿童。\n由县民政局负责认定。"), 2);
        assert_eq!(tasks("自2024年起实施改造。"), 2);
        assert_eq!(tasks("加强培训，培训是指集中学习。"), 2);
    }

    #[test]
    fn what_units_are_told_is_theirs_wherever_it_stands() {
        let told = "县林业局：负责日常工作。\n县公安局：组织火案侦破。";
        let none = count("（一）指挥机构\n县长任总指挥，统一指挥。");
        assert_eq!(count(&format!("（一）成员单位职责\n{told}")), none + 2);
        // A heading that announces nobody, and one unit alone.
        assert_eq!(count(&format!("（一）指挥机构\n{told}")), none);
        assert_eq!(count("（一）成员单位职责\n县林业局：负责日常工作。"), none);
    }

    #[test]
    fn parts_of_a_measure_are_no_tasks_of_their_own() {
        let facts = |text: &str| {
            let text = format!("某县方案\n一、饮水行动\n{text}");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
            let scopes: Vec<_> = facts.assignments.iter().map(|it| it.scope).collect();
            (facts.tasks.len(), scopes)
        };
        let (tasks, scopes) = facts(
            "（一）主要措施。改造管网。\n（二）责任分工。县水利局牵头，县财政局配合。\n（三）完成时限。10月底前。\n",
        );
        assert_eq!((tasks, scopes), (1, vec![crate::facts::Scope::Section(0); 2]));
        // Nothing stands beside it that would be the measure.
        assert_eq!(facts("（一）责任分工。县水利局牵头，县财政局配合。\n").0, 1);
        assert_eq!(facts("（一）主要措施。改造管网。\n（二）明确责任分工。县水利局牵头制定清单。\n").0, 2);
    }

    #[test]
    fn captions_and_pointers_are_no_tasks() {
        let tasks = |text: &str| {
            let text = format!("某县方案\n一、任务\n1.改造管网。\n二、分工\n{text}\n");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        assert_eq!(tasks("按任务分工表落实。"), 1);
        assert_eq!(tasks("表1 各乡镇种植任务"), 1);
        assert_eq!(tasks("表彰先进单位。"), 2);
        assert_eq!(tasks("制定任务分工表。"), 2);
    }
}
