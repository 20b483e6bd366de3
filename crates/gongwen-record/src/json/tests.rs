use super::*;
use crate::{
    Assignment, Baseline, ByteSpan, CharSpan, Comparator, Diagnostic, Disclosure, Division, DivisionLevel,
    DocumentNumber, Due, Entry, IdKind, Locator, Measure, Metadata, Modality, Org, OrgKind, Origin, Period,
    Producer, Qualitative, Reference, Role, Section, SectionKind, Severity, Source, Statement, Table,
    TableCell, Target, Task,
};
use serde::Serialize;
use std::sync::Arc;

/// One value through both writers.
fn check(value: &(impl Json + Serialize)) {
    let mut out = Vec::new();
    let mut page = Page::new(&mut out);
    let at = value.json(&mut page, 0);
    page.turn(at);
    assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(value).unwrap());
}

fn org() -> Org<'static> {
    Org {
        surface: "文旅局".into(),
        name: "清河县文旅局".into(),
        aliases: vec!["体育局".into()],
        functions: vec!["culture".into(), "sports".into()],
        kind: OrgKind::Unit,
        level: Some("county".into()),
    }
}

const PLACE: CharSpan = CharSpan { start: 7, end: 1_234_567 };
const FILE: Option<ByteSpan> = Some(ByteSpan { start: 0, end: u32::MAX });

/// The organisation of an assignment, to be changed.
fn org_of<'l>(list: &'l mut [Assignment<'static>], at: usize) -> &'l mut Org<'static> {
    Arc::make_mut(&mut list[at].org)
}

fn assignments() -> Vec<Assignment<'static>> {
    let stated = |index| Assignment {
        id: Id::at(IdKind::Assignment, index),
        scope: Some(Id::at(IdKind::Section, 3)),
        role: Role::Support,
        org: Arc::new(org()),
        statement: Statement::Labelled,
        open_ended: true,
        merged: false,
        inherited: false,
        inherited_from: None,
        quote: "县\"文旅\"局".into(),
        span: PLACE,
        source_span: FILE,
        locator: None,
        rule: "duty.line".into(),
    };
    let inherited = |index, source| Assignment {
        scope: Some(Id::at(IdKind::Task, index)),
        inherited: true,
        inherited_from: Some(Id::at(IdKind::Assignment, source)),
        ..stated(index)
    };
    let mut list = vec![stated(0), stated(1), inherited(2, 0), stated(3), stated(4), stated(5), stated(6)];
    org_of(&mut list, 1).aliases.clear();
    list[1].locator = Some(Locator { page: Some(3), ..Locator::default() });
    // Organisations that are nearly the same are not taken for it.
    org_of(&mut list, 3).level = None;
    org_of(&mut list, 4).functions.truncate(1);
    org_of(&mut list, 5).name.to_mut().push('办');
    list
}

/// A record in which every field of every type holds something.
fn record() -> Record<'static> {
    let locator = Some(Locator {
        page: Some(1),
        sheet: Some(2),
        paragraph: Some(3),
        table: Some(4),
        row: Some(5),
        column: Some(6),
    });
    let entry = |span| Entry { field: "联系人".into(), value: "王某\n".into(), span };
    Record {
        schema_version: crate::SCHEMA_VERSION.into(),
        doc_id: "0123456789abcdef".into(),
        producer: Producer { name: "gongwen".into(), version: "1".into(), rules: "x".into() },
        source: Source {
            path: "a\\b".into(),
            format: "text".into(),
            encoding: "utf-8".into(),
            bytes: 1 << 40,
            sha256: "00".into(),
            pages: Some(4),
        },
        metadata: Metadata {
            title: Some("清河县规划".into()),
            notice_title: Some("通知".into()),
            document_number: Some(DocumentNumber {
                raw: "清政发〔2021〕2号".into(),
                agency_code: "清政发".into(),
                year: -2021,
                serial: 2,
                span: PLACE,
            }),
            issuing_authorities: vec!["清河县人民政府".into(), "清河县委".into()],
            addressees: vec!["各乡镇".into()],
            date_of_issue: Some("2021-02-03".into()),
            printing_date: Some("2021-02-04".into()),
            copy_to: vec!["县委".into()],
            disclosure: Some(Disclosure::OnRequest),
            period: Some(Period { start: 2021, end: 2025 }),
            division: Some(Division {
                code: "000000".into(),
                name: "清河县".into(),
                prefecture: None,
                province: "青原省".into(),
                level: DivisionLevel::County,
            }),
            references: vec![Reference { title: "水法".into(), document_number: None, span: PLACE }],
            contacts: vec![entry(Some(PLACE))],
            website: vec![entry(None)],
        },
        sections: vec![Section {
            id: Id::at(IdKind::Section, 0),
            parent: Some(Id::at(IdKind::Section, 9)),
            level: 255,
            label: Some("一、".into()),
            title: Some("总体要求".into()),
            kind: SectionKind::Annex,
            path: vec!["一、总体要求".into(), "（一）".into()],
            span: PLACE,
            body: Some(PLACE),
            source_span: FILE,
            locator,
        }],
        tasks: vec![Task {
            id: Id::at(IdKind::Task, 98),
            section: Id::at(IdKind::Section, 0),
            label: None,
            title: None,
            origin: Origin::Table,
            row: Some(3),
            text: "清淤\t".into(),
            due: Some(Due { raw: "年底".into(), by: Some("2021-12".into()), every: Some("year".into()) }),
            topics: vec!["youth".into()],
            span: PLACE,
            source_span: None,
            locator,
        }],
        assignments: assignments(),
        targets: vec![Target {
            id: Id::at(IdKind::Target, 0),
            scope: None,
            quote: "清淤3—5公里".into(),
            indicator: Some("清淤".into()),
            group: Some("每村".into()),
            comparator: Comparator::Range,
            value: serde_json::from_str("3").unwrap(),
            value_max: Some(serde_json::from_str("12345678901234567890.12345678").unwrap()),
            unit: "公里".into(),
            measure: Measure::Decrease,
            frequency: "once".into(),
            deadline: Some(2025),
            baseline: Some(Baseline {
                year: Some(2020),
                value: Some(serde_json::from_str("-0.5").unwrap()),
                text: "2020年".into(),
            }),
            modality: Modality::Aim,
            part_of: Some(Id::at(IdKind::Target, 0)),
            span: PLACE,
            source_span: FILE,
            locator: None,
            rule: "target.count".into(),
        }],
        qualitative: vec![Qualitative {
            id: Id::at(IdKind::Qualitative, 0),
            scope: None,
            quote: "全覆盖".into(),
            span: PLACE,
        }],
        tables: vec![Table {
            id: Id::at(IdKind::Table, 0),
            section: None,
            caption: Some("表1".into()),
            header: vec!["任务".into()],
            rows: vec![
                vec![TableCell { text: "清淤".into(), rowspan: 1, colspan: 2, span: PLACE }],
                Vec::new(),
            ],
        }],
        diagnostics: vec![Diagnostic {
            code: "x".into(),
            severity: Severity::Warning,
            message: "a\n".into(),
            span: None,
            hint: Some("中".into()),
        }],
        text: Some("清淤\n".into()),
    }
}

#[test]
fn the_bytes_are_those_of_serde_json() {
    let check = |record: &Record<'_>| {
        let mut out = Vec::new();
        record.write_json(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(record).unwrap());
    };
    let full = record();
    check(&full);
    check(&Record { text: None, assignments: Vec::new(), metadata: Metadata::default(), ..full });
}

#[test]
fn strings_of_every_length_with_every_escape() {
    let escapes: String = (0..128).map(char::from).chain("中\u{2028}😀\"".chars()).collect();
    for len in 0..70 {
        check(&Cow::from(format!("{}{}", &"x".repeat(len), escapes)));
        check(&Cow::from(format!("{}\"{}", &"x".repeat(len), "县教育局".repeat(8))));
        check(&Cow::from(format!("{}\\", &"x".repeat(len))));
        check(&Cow::from("y".repeat(len)));
    }
}

#[test]
fn every_name() {
    check(&vec![SectionKind::Body, SectionKind::Annex]);
    check(&vec![Origin::Body, Origin::Table]);
    check(&vec![Role::Lead, Role::Support, Role::Responsible]);
    check(&vec![OrgKind::Unit, OrgKind::Collective]);
    check(&vec![Statement::Inline, Statement::Labelled, Statement::Table, Statement::Narrative]);
    check(&vec![Comparator::Ge, Comparator::Gt, Comparator::Le, Comparator::Lt]);
    check(&vec![Comparator::Eq, Comparator::Approx, Comparator::Range]);
    check(&vec![Measure::Level, Measure::Increase, Measure::Decrease, Measure::Count]);
    check(&vec![Modality::Firm, Modality::Aim]);
    check(&vec![Disclosure::Public, Disclosure::OnRequest, Disclosure::Restricted]);
    check(&vec![DivisionLevel::Province, DivisionLevel::Prefecture, DivisionLevel::County]);
    check(&vec![Severity::Info, Severity::Warning, Severity::Error]);
}

#[test]
fn numbers_of_every_kind() {
    check(&vec![0u64, 7, u64::from(u32::MAX), u64::from(u32::MAX) + 1, u64::MAX]);
    check(&vec![i16::MIN, -1, 0, i16::MAX]);
    for digits in ["85", "14.5", "0", "-0.0", "-3", "0.00001", "4294967296", "9223372036854775808", "1e20"] {
        let quantity: Quantity = serde_json::from_str(digits).unwrap();
        check(&vec![Some(quantity), None]);
    }
}
