use super::*;
use crate::layout::{Kind, tables};
use gongwen_record::Record;

/// A small record with one of everything.
pub(crate) fn sample() -> Record<'static> {
    serde_json::from_str(include_str!("../../tests/sample.json")).unwrap()
}

/// The rows of one table, as text.
fn check(record: &Record<'_>, table: usize, expect: &[&str]) {
    let mut found = Vec::new();
    shred::<()>(record, |number, row| {
        if number == table {
            let texts = row.iter().map(|value| match value {
                Value::Null => "-".to_owned(),
                Value::List(items) => format!("[{}]", items.join(";")),
                value => value.text(&mut String::new()).unwrap().to_owned(),
            });
            found.push(texts.skip(1).collect::<Vec<_>>().join(" "));
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(found, expect);
}

#[test]
fn rows_are_those_of_the_record() {
    let record = sample();
    check(
        &record,
        place::ORGANISATIONS,
        &["o1 1 县教育局 [教体局] [education;sports] unit county", "o2 2 各乡镇 [] [] collective -"],
    );
    check(
        &record,
        place::ASSIGNMENTS,
        &[
            "a1 1 s2 s2 - lead o1 教育局 inline false false false - 教育局 0 3 - - - - - - - - duty.bracket",
            "a2 2 s2 s2 - support o2 各乡镇 inline true false false - 各乡镇 4 7 - - - - - - - - duty.bracket",
            "a3 3 t1 s2 t1 lead o1 教育局 inline false false true a1 教育局 0 3 - - - - - - - - duty.bracket",
        ],
    );
    check(
        &record,
        place::TARGETS,
        &[
            "g1 1 t1 s2 t1 覆盖率达到66.67% 覆盖率 - ge 66.67 - % level once 2026 2023 12345678901234567890.12345678 较2023年 firm - 2 5 6 15 - - - - - - target.reach",
            "g2 2 - - - 1-2家 - 每个镇 range 1 2 家 count per_year - - - - aim g1 2 5 6 15 - - - - - - target.count",
        ],
    );
    check(
        &record,
        place::CELLS,
        &["tb1 1 1 1 甲 2 1 0 1", "tb1 1 2 2 \"乙\", 1 1 1 2", "tb1 2 1 2  1 1 2 2"],
    );
    check(&record, place::TABLES, &["tb1 1 s1 表1 [项目;内容]"]);
}

/// Every row has a value for every column, of the column's kind, and NULL only where it may be.
#[test]
fn rows_fit_the_layout() {
    let record = sample();
    let mut seen = vec![0; tables().len()];
    shred::<()>(&record, |number, row| {
        let table = &tables()[number];
        seen[number] += 1;
        assert_eq!(row.len(), table.columns.len(), "{}", table.name);
        for (value, column) in row.iter().zip(&table.columns) {
            let fits = match (value, column.kind) {
                (Value::Null, _) => column.nullable,
                (Value::Text(_), Kind::Text | Kind::Date)
                | (Value::Id(_) | Value::Org(_), Kind::Text)
                | (Value::Integer(_), Kind::Integer)
                | (Value::Decimal(_), Kind::Decimal)
                | (Value::Boolean(_), Kind::Boolean)
                | (Value::List(_), Kind::List(_)) => true,
                _ => false,
            };
            assert!(fits, "{}.{}: {value:?}", table.name, column.name);
        }
        Ok(())
    })
    .unwrap();
    assert!(seen.iter().all(|rows| *rows > 0), "the sample has one of everything: {seen:?}");
}
