//! Tables are read from lines as the reader of plain text makes them, and shown as rows.

mod barred;
mod distorted;
mod few;
mod spaced;
mod stacked;
mod tabs;
mod titles;

use super::find_tables;
use crate::line::{Line, LineKind};

/// Lines as the reader of plain text makes them, as far as tables need.
fn lines(source: &str) -> Vec<Line<'_>> {
    let mut start = 0u32;
    let mut gap = false;
    let mut lines = Vec::new();
    for raw in source.split('\n') {
        let text = raw.trim();
        let page = text.starts_with('—') && text.ends_with('—');
        let kind = if text.is_empty() {
            LineKind::Blank
        } else if page {
            LineKind::Furniture
        } else {
            LineKind::Words
        };
        lines.push(Line { raw, start, text, kind, gap, heading: None });
        gap = kind == LineKind::Blank;
        start += raw.len() as u32 + 1;
    }
    lines
}

/// The rows of the tables of `source`: cells parted by ` | `, paragraphs by `/`.
fn show(source: &str) -> String {
    let lines = lines(source);
    let mut diagnostics = Vec::new();
    let tables = find_tables(source, &lines, &mut diagnostics);
    let mut out = String::new();
    for table in &tables {
        if let Some(caption) = table.caption {
            out.push_str(&["[", lines[caption].text, "]\n"].concat());
        }
        for row in &table.rows {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| {
                    let paragraphs = table.words.paragraphs(cell.words).map(|p| {
                        p.iter().map(|f| &source[f.start as usize..f.end as usize]).collect::<String>()
                    });
                    paragraphs.collect::<Vec<_>>().join("/")
                })
                .collect();
            out.push_str(&cells.join(" | "));
            out.push('\n');
        }
    }
    for diagnostic in diagnostics {
        out.push_str(diagnostic.code);
        out.push('\n');
    }
    out
}

pub(super) fn check(source: &str, expect: &str) {
    assert_eq!(show(source).trim_end(), expect.trim(), "\n{source}");
}

/// A header of one cell a line, each led by a tab.
const STACKED: &str = "\t序号\n\t重点工程\n\t主要任务\n\t具体措施\n\t牵头部门\n\t责任单位\n\n";
