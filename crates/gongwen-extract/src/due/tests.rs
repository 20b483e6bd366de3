//! Examples of `due`.

use super::*;
use crate::rules::Family;

/// `by`, then `every` with a plus sign.
fn note(time: Option<Time<'_>>) -> Vec<String> {
    time.map(|time| {
        let due = time.due(time.raw);
        format!("{} +{}", due.by.as_deref().unwrap_or("-"), due.every.unwrap_or("-"))
    })
    .into_iter()
    .collect()
}

#[test]
fn rules_hold() {
    let family = Family::parse("due", include_str!("../../rules/due.toml"));
    let result = family.check(|id, text| {
        let time = match id {
            "due.sentence" => text.find('前').or_else(|| text.find("年内")).and_then(|at| {
                let done = words("duty_anchor_done").iter().find(|word| text[at..].starts_with(**word))?;
                before_done(text, Span::new(0, text.len()), at, at + done.len(), Some(2024))
            }),
            _ => read(text, None),
        };
        note(time).into_iter().map(|fact| (id.to_owned(), fact)).collect()
    });
    assert_eq!(result, Ok(()));
}

fn check(text: &str, expect: &str) {
    assert_eq!(note(read(text, Some(2024))), [expect], "{text}");
}

#[test]
fn a_year_known_from_elsewhere_completes_a_month() {
    check("6月底前", "2024-06 +-");
    check("年底前完成", "2024-12 +-");
    check("9月30日前", "2024-09-30 +-");
    check("上半年", "2024-06 +-");
    check("今年底前", "2024-12 +-");
    check("今年12月底", "2024-12 +-");
    check("年内", "2024-12 +-");
    check("次年3月底前", "2025-03 +-");
    check("2024年秋季开学前", "- +-");
    check("2024年年底前完成", "2024-12 +-");
    check("2024年\n6月底", "2024-06 +-");
    check("第1—3季度", "2024-09 +-");
    check("一至三季度", "2024-09 +-");
}

/// A blank before 前 moved the beginning into a character.
#[test]
fn blanks_stand_anywhere() {
    for text in ["推进普查，年底 前完成。", "推进普查，于6月底　前完成。", "推进普查， 9月30日 前完成。"]
    {
        let at = text.find('前').expect("the word is there");
        let (paragraph, done) = (Span::new(0, text.len()), at + "前完成".len());
        let time = before_done(text, paragraph, at, done, Some(2024)).expect("a time is told");
        assert!(time.raw.starts_with(['年', '6', '9']) && time.raw.ends_with("前完成"), "{time:?}");
    }
}

#[test]
fn a_year_is_told_by_the_step_before() {
    let year = |text: &str| {
        let at = text.find("前完成").expect("the word is there");
        year_before(text, Span::new(0, text.len()), at)
    };
    assert_eq!(year("加快建设。2026年3月完成装修，8月底前完成搬迁。"), Some(2026));
    assert_eq!(year("2026年3月印发的标准，8月底前完成搬迁。"), None);
    assert_eq!(year("2026年3月完成装修。8月底前完成搬迁。"), None);
    assert_eq!(year("2026年度考核，8月底前完成。"), None);
}

#[test]
fn years_stand_bare_in_cells() {
    let check = |cell: &str, expect: &[&str]| assert_eq!(note(read_cell(cell, None)), expect, "{cell}");
    check("2025—2026", &["2026-12 +-"]);
    check("2024-2025年", &["2025-12 +-"]);
    check("2026", &["2026-12 +-"]);
    check("2024.6—2026.12", &["2026-12 +-"]);
    check("汛期前", &["- +-"]);
    check("供暖期前", &["- +-"]);
    check("国庆节前", &["- +-"]);
    check("24个月", &[]);
    check("12000", &[]);
    check("15-2026", &[]);
}

#[test]
fn units_are_no_times() {
    for piece in ["县教育局", "市12345热线服务中心", "16区", "各镇（街道）"] {
        assert!(!is_time(piece), "{piece}");
    }
}

#[test]
fn raw_is_a_slice_of_the_text() {
    let text = "完成时限：2024年10月。";
    let time = read(&text["完成时限：".len()..], None).expect("a month of a year");
    assert_eq!(time.due(text).raw.of_text(text), "2024年10月");
}
