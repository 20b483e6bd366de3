use super::*;
use unicode_width::UnicodeWidthStr;

const PLAN: &str = "某县节水行动方案（2024—2026年）

一、总体要求
把水用好。
二、重点任务
（一）推进农业节水。到2026年，新建灌区3处。（县水利局牵头，县农业农村局配合）
（二）推进工业节水。改造企业。（县工信局负责）
";

fn check(width: usize) -> String {
    let record = Converter::default().convert(PLAN.as_bytes(), "plan.txt").unwrap();
    let shown = render(&record, Style::plain(width));
    for line in shown.lines() {
        assert!(line.width() <= width, "{} columns: {line}", line.width());
        assert_eq!(line.trim_end(), line, "no white space at the end");
    }
    shown
}

#[test]
fn a_record_fits_the_terminal() {
    let shown = check(100);
    assert!(shown.starts_with("某县节水行动方案（2024—2026年）\n"), "{shown}");
    assert!(shown.contains("plan.txt, text, utf-8"), "{shown}");
    assert!(shown.contains("推进农业节水"), "{shown}");
    check(40);
    check(200);
}

#[test]
fn no_colour_without_a_terminal() {
    assert!(!check(80).contains('\x1b'));
}
