//! Reports for a person: tables aligned under double-width characters, and lists of what went wrong.

use crate::report::Report;
use crate::score::{DocumentScore, PartScore};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// One line a document and part: counts, precision, recall, F1, and the shares reported beside the hits.
pub fn table_text(report: &Report) -> String {
    let all = report.all();
    let mut rows = vec![header()];
    for score in &report.documents {
        rows.extend(document_rows(score));
    }
    if report.documents.len() != 1 {
        rows.extend(document_rows(&all));
    }
    let mut text = aligned(&rows);
    for name in &report.gold_without_record {
        let _ = writeln!(text, "no record for gold: {name}");
    }
    for name in &report.records_without_gold {
        let _ = writeln!(text, "no gold for record: {name}");
    }
    text
}

/// What was missed and what was invented, by name, at most `most` lines a list.
pub fn findings_text(report: &Report, most: usize) -> String {
    let mut text = String::new();
    for score in &report.documents {
        for (part, counted) in &score.parts {
            let lists =
                [("missed", &counted.missed), ("invented", &counted.invented), ("differs", &counted.remarks)];
            for (what, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
                let _ = writeln!(text, "\n{} · {} · {what} ({})", score.document, part.name(), list.len());
                for line in list.iter().take(most) {
                    let _ = writeln!(text, "  {line}");
                }
                if list.len() > most {
                    let _ = writeln!(text, "  … {} more", list.len() - most);
                }
            }
        }
    }
    text
}

fn header() -> Vec<String> {
    ["document", "part", "gold", "found", "hits", "prec", "rec", "F1", "beside"].map(str::to_owned).to_vec()
}

fn document_rows(score: &DocumentScore) -> Vec<Vec<String>> {
    let row = |(part, score): (&crate::Part, &PartScore)| {
        let counts = score.counts;
        let shown = score.beside.iter().filter(|(_, share)| share.of > 0);
        let beside: Vec<String> = shown.map(|(name, share)| format!("{name} {:.3}", share.rate())).collect();
        vec![
            String::new(),
            part.name().to_owned(),
            counts.gold.to_string(),
            counts.found.to_string(),
            counts.hits.to_string(),
            format!("{:.3}", counts.precision()),
            format!("{:.3}", counts.recall()),
            format!("{:.3}", counts.f1()),
            beside.join("  "),
        ]
    };
    let mut rows: Vec<Vec<String>> = score.parts.iter().map(row).collect();
    if let Some(first) = rows.first_mut() {
        first[0].clone_from(&score.document);
    }
    rows
}

/// Columns padded to their widest cell; numbers to the right.
pub(crate) fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let numeric: Vec<bool> = (0..columns)
        .map(|column| rows.iter().skip(1).filter_map(|row| row.get(column)).all(|cell| is_number(cell)))
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[column] - cell.width());
            let _ =
                if numeric[column] { write!(line, "{pad}{cell}  ") } else { write!(line, "{cell}{pad}  ") };
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn is_number(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let rows = [["件", "n"], ["方案", "10"], ["a", "9"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(aligned(&rows), "件     n\n方案  10\na      9\n");
    }
}
