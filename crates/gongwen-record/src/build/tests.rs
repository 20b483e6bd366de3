use super::*;
use crate::{IdKind, schema};
use gongwen_extract::{OrgKind, OrgName, Origin, Role, Statement};
use gongwen_outline::{Own, Section, TableKind, TableReading};
use gongwen_text::{Block, Cell, Format, Grid, OffsetMap, Paragraph};
use rust_decimal::Decimal;

const TEXT: &str = "一、主要任务\n（一）净水行动\n1.清理河道。县水利局牵头。\n2.新建水厂3座。县住建局配合。\n牵头部门：县环保局\n任务\n管 网";

fn find(words: &str) -> Span {
    let start = TEXT.find(words).expect("stands in the text");
    Span::new(start, start + words.len())
}

fn manuscript() -> Manuscript {
    let cell = |words, rowspan| Cell { span: find(words), column: 0, rowspan, colspan: 1 };
    let grid = Grid {
        span: find("任务\n管 网"),
        caption: None,
        header_rows: 1,
        rows: vec![
            vec![Cell { span: Span::new(TEXT.len() - 14, TEXT.len() - 8), ..cell("管 网", 1) }],
            vec![cell("管 网", 2)],
        ],
        columns: 1,
    };
    let mut map = OffsetMap::default();
    map.push(0, 3);
    Manuscript {
        text: TEXT.into(),
        blocks: vec![Block::Paragraph(Paragraph::plain(find("一、主要任务")))],
        tables: vec![grid],
        map,
        source: gongwen_text::Source {
            format: Format::Text,
            encoding: "utf-8",
            bytes: TEXT.len(),
            pages: None,
        },
        locators: Vec::new(),
        website: vec![("索引号".into(), "0001".into())],
        diagnostics: vec![gongwen_text::Diagnostic::info("sample", Some(find("净水")), "a sample")],
    }
}

fn outline() -> Outline {
    let section = |parent, level, label, title, all: &str, own| Section {
        parent,
        level,
        label: Some(find(label)),
        title: Some(find(title)),
        span: find(all),
        own,
        ..Section::default()
    };
    let whole = &TEXT[..find("县环保局").to()];
    Outline {
        sections: vec![
            section(None, 1, "一、", "主要任务", whole, Vec::new()),
            section(
                Some(0),
                2,
                "（一）",
                "净水行动",
                &whole[find("（一）").from()..],
                vec![Own::Field(find("牵头部门：县环保局"))],
            ),
            section(
                Some(1),
                3,
                "1.",
                "清理河道",
                "1.清理河道。县水利局牵头。",
                vec![Own::Text(find("县水利局牵头。"))],
            ),
            section(Some(1), 3, "2.", "新建水厂", "2.新建水厂3座。县住建局配合。", Vec::new()),
        ],
        tables: vec![TableReading {
            grid: 0,
            section: Some(0),
            kind: TableKind::Other,
            unit: None,
            header_rows: 1,
            marks: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
        }],
        ..Outline::default()
    }
}

const ORGS: [&str; 4] = ["主要任务", "县水利局", "县住建局", "县环保局"];

fn org(words: &str) -> OrgName<'static> {
    OrgName {
        surface: find(words).of_text(TEXT).into(),
        name: "某县".to_owned().into(),
        aliases: Vec::new(),
        functions: gongwen_lexicon::agency::functions("县水利局"),
        kind: OrgKind::Unit,
        level: None,
    }
}

fn assignment(scope: Scope, role: Role, words: &str) -> extract::Assignment {
    extract::Assignment {
        scope,
        role,
        org: ORGS.iter().position(|&org| org == words).expect("a name of the text"),
        statement: Statement::Narrative,
        open_ended: false,
        merged: false,
        span: find(words),
        rule: "assignment.sample",
    }
}

fn facts() -> Facts<'static> {
    let task = |section, text: &str| extract::Task {
        section,
        label: None,
        title: None,
        origin: Origin::Body,
        row: None,
        text: find(text),
        due: None,
        topics: vec!["other"],
        span: find(text),
    };
    let quote = find("新建水厂3座");
    Facts {
        tasks: vec![task(2, "县水利局牵头。"), task(3, "县住建局配合。")],
        orgs: ORGS.map(org).to_vec(),
        assignments: vec![
            assignment(Scope::Section(0), Role::Responsible, "主要任务"),
            assignment(Scope::Task(0), Role::Lead, "县水利局"),
            assignment(Scope::Task(1), Role::Support, "县住建局"),
            assignment(Scope::Section(1), Role::Lead, "县环保局"),
        ],
        targets: vec![extract::Target {
            scope: Scope::Task(1),
            span: quote,
            indicator: Some("水厂".into()),
            group: None,
            comparator: extract::Comparator::Eq,
            value: Decimal::new(30, 1),
            value_max: None,
            unit: "座".into(),
            measure: extract::Measure::Count,
            frequency: "once",
            deadline: None,
            baseline: None,
            modality: extract::Modality::Firm,
            part_of: None,
            rule: "target.sample",
        }],
        ..Facts::default()
    }
}

fn check(test: impl FnOnce(Record<'_>)) {
    let manuscript = manuscript();
    let bytes = format!("\u{feff}{TEXT}");
    let options = Options { path: "a/b.txt", bytes: bytes.as_bytes(), rules: "0", text: true };
    test(build(&manuscript, &outline(), facts(), &options));
}

#[test]
fn places_are_code_points_and_file_bytes() {
    check(|record| {
        let target = &record.targets[0];
        assert_eq!(record.words(target.span), Some("新建水厂3座"));
        assert_eq!(target.quote, "新建水厂3座");
        let source = target.source_span.unwrap();
        let file = format!("\u{feff}{TEXT}");
        assert_eq!(&file[source.start as usize..source.end as usize], "新建水厂3座");
        let body = record.sections[2].body.unwrap();
        assert_eq!(record.words(body), Some("县水利局牵头。"));
        // A line behind the children is no body in front of them.
        assert_eq!(record.sections[1].body, None);
        assert_eq!(record.words(CharSpan { start: 0, end: 9999 }), None);
    });
}

#[test]
fn paths_and_tables_are_as_printed() {
    check(|record| {
        assert_eq!(record.sections[2].path, ["一、主要任务", "（一）净水行动", "1.清理河道"]);
        assert!(matches!(record.sections[2].path[2], Cow::Borrowed(_)));
        let table = &record.tables[0];
        assert_eq!(table.header, ["任务"]);
        assert_eq!((&*table.rows[0][0].text, table.rows[0][0].rowspan), ("管 网", 2));
        assert_eq!(table.section, Some(Id::at(IdKind::Section, 0)));
    });
}

#[test]
fn a_task_inherits_the_roles_that_it_does_not_state() {
    check(|record| {
        let inherited: Vec<_> = record.assignments.iter().filter(|one| one.inherited).collect();
        // t1 has a lead of its own; t2 has only a support and gets the lead of （一）; nobody reaches up to 一、.
        assert_eq!(inherited.len(), 1);
        assert_eq!(inherited[0].scope, Some(Id::at(IdKind::Task, 1)));
        assert_eq!(inherited[0].inherited_from, Some(Id::at(IdKind::Assignment, 3)));
        assert_eq!((&*inherited[0].quote, inherited[0].id), ("县环保局", Id::at(IdKind::Assignment, 4)));
    });
}

#[test]
fn a_record_meets_its_schema_and_comes_back_the_same() {
    check(|record| {
        let json = serde_json::to_string(&record).unwrap();
        let back: Record<'static> = serde_json::from_str(&json).unwrap();
        assert_eq!(back, record);
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
        let validator = jsonschema::validator_for(&schema()).unwrap();
        let value = serde_json::from_str(&json).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|e| format!("{e} at {}", e.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new());
        assert!(json.contains(r#""value":3,"value_max":null,"unit":"座""#), "{json}");
    });
}

#[test]
fn the_own_writer_writes_what_serde_json_writes() {
    let manuscript = manuscript();
    for bytes in [format!("\u{feff}{TEXT}"), TEXT.into()] {
        let options = Options { path: "a/b.txt", bytes: bytes.as_bytes(), rules: "0", text: true };
        let draft = draft(&manuscript, &outline(), facts(), &options);
        let mut out = Vec::new();
        draft.write_json(&mut out);
        let record = draft.finish();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&record).unwrap());
        // Hashes of what both texts begin with are those of each by itself.
        assert_eq!(record.source.sha256, hex(&Sha256::digest(&bytes)));
        assert_eq!(record.doc_id, hex(&Sha256::digest(TEXT)[..8]));
    }
}

#[test]
fn two_texts_are_hashed_as_each_alone() {
    let text = "县".repeat(100);
    for (at, _) in text.char_indices() {
        let other = format!("{}x{}", &text[..at], &text[at..]);
        let expect = (Sha256::digest(&text), Sha256::digest(&other));
        assert_eq!(hashes(text.as_bytes(), other.as_bytes()), expect, "{at}");
    }
    assert_eq!(hashes(text.as_bytes(), b"").1, Sha256::digest(b""));
}

#[test]
fn a_record_of_a_newer_minor_version_is_read() {
    check(|record| {
        let mut value = serde_json::to_value(&record).unwrap();
        value["schema_version"] = "1.9.0".into();
        value["novelty"] = true.into();
        value["tasks"][0]["novelty"] = "x".into();
        let back: Record<'static> = serde_json::from_value(value).unwrap();
        assert_eq!(back.tasks, record.tasks);
    });
}

#[test]
fn an_empty_document_is_a_record() {
    let manuscript = Manuscript {
        text: String::new(),
        blocks: Vec::new(),
        tables: Vec::new(),
        map: OffsetMap::default(),
        source: gongwen_text::Source { format: Format::Text, encoding: "utf-8", bytes: 0, pages: None },
        locators: Vec::new(),
        website: Vec::new(),
        diagnostics: Vec::new(),
    };
    let options = Options { path: "empty.txt", bytes: b"", rules: "0", text: false };
    let record = build(&manuscript, &Outline::default(), Facts::default(), &options);
    assert_eq!(record.doc_id, "e3b0c44298fc1c14");
    assert!(!serde_json::to_string(&record).unwrap().contains("\"text\":"));
}
