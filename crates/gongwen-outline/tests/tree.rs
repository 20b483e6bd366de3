//! Small documents of the genre and the section tree that they have.

#[path = "tree/conclusion.rs"]
mod conclusion;
#[path = "tree/counted.rs"]
mod counted;
#[path = "tree/edges.rs"]
mod edges;
#[path = "tree/fields.rs"]
mod fields;
#[path = "tree/front.rs"]
mod front;
#[path = "tree/levels.rs"]
mod levels;
#[path = "tree/parts.rs"]
mod parts;
#[path = "tree/shared.rs"]
mod shared;
#[path = "tree/titles.rs"]
mod titles;
#[path = "tree/unlabelled.rs"]
mod unlabelled;

use gongwen_outline::{Own, outline};

/// The tree as lines: indent by level, label, title, and in brackets what the section owns (T text, F field, # table).
fn tree(text: &str) -> String {
    let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.txt")).expect("plain text is read");
    let outline = outline(&manuscript);
    let text = &manuscript.text;
    let mut out = String::new();
    for section in &outline.sections {
        let label = section.label.map_or("", |l| l.of_text(text));
        let title = section.title.map_or("·", |t| t.of_text(text));
        let own: String = section
            .own
            .iter()
            .map(|o| match o {
                Own::Text(_) => 'T',
                Own::Field(_) => 'F',
                Own::Table(_) => '#',
            })
            .collect();
        out += &format!("{}{label}{title} [{own}]\n", "  ".repeat(section.level as usize - 1));
    }
    out
}

#[track_caller]
fn check(text: &str, expect: &str) {
    let expect: Vec<&str> = expect.trim().lines().map(|l| l.strip_prefix("    ").unwrap_or(l)).collect();
    assert_eq!(tree(text).trim_end(), expect.join("\n"));
}

/// Figures that no reading takes are flagged.
#[test]
fn unread_figures_are_flagged() {
    let text = "某县方案\n一、情况\n情况如下：\n\n| 单位 | 签约金额（亿元） | 项目数（个） |\n|---|---|---|\n| 甲镇 | 15 | 6 |\n| 乙镇 | 12 | 5 |\n";
    let manuscript = gongwen_read::read(text.as_bytes(), Some("plan.md")).expect("plain text is read");
    let codes: Vec<_> = outline(&manuscript).diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["table-unread"]);
}
