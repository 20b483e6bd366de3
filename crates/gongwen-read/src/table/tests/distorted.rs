//! Tables of the corpus, distorted, and hostile lines.

use super::{STACKED, show};

#[test]
fn hostile_lines_end() {
    for text in [
        "序号\n".repeat(3000),
        "|".repeat(30_000),
        "\t".repeat(30_000),
        "<table\n".repeat(3000),
        "1\n".repeat(3000),
    ] {
        let _ = show(&text);
        let _ = show(&format!("{STACKED}{text}"));
        let _ = show(&format!("序号 责任单位 任务清单\n{text}"));
    }
}

/// What a distortion may not change: the cells of all tables, as the manuscript has them.
fn cells(source: &str) -> Vec<Vec<String>> {
    let manuscript = crate::read(source.as_bytes(), None).expect("readable");
    let words = |cell: &gongwen_text::Cell| {
        let words = cell.span.of_text(&manuscript.text).replace('\n', "/");
        gongwen_text::chars::compact(&words)
    };
    let rows = manuscript.tables.iter().flat_map(|grid| &grid.rows);
    rows.map(|row| row.iter().map(words).collect()).collect()
}

/// Each line cut at `width` characters.
fn cut(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        for (i, c) in line.chars().enumerate() {
            if i > 0 && i % width == 0 {
                out.push('\n');
            }
            out.push(c);
        }
        out.push('\n');
    }
    out
}

#[test]
fn distorted_corpus_tables() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/");
    let documents = [
        ("hongsibu-640303-ledger.txt", 31, 3),
        ("kundulun-150203-plan.txt", 32, 6),
        ("linyi-140821-plan.txt", 10, 5),
    ];
    let mut wrong = Vec::new();
    for (name, rows, columns) in documents {
        let text = std::fs::read_to_string([folder, name].concat()).expect("in the corpus");
        let text = text.replace("\r\n", "\n");
        let whole = cells(&text);
        if whole.len() != rows || whole.iter().any(|row| row.len() != columns) {
            wrong.push(format!("{name}: {} rows", whole.len()));
        }
        let lines = || text.lines();
        let dense: String = lines().filter(|l| !l.trim().is_empty()).flat_map(|l| [l, "\n"]).collect();
        let doubled = text.replace("\n\n", "\n\n\n");
        let spaced: String = lines().flat_map(|l| [l, "\n\n"]).collect();
        let indented: String = lines().flat_map(|l| ["　　", l, "\n"]).collect();
        let paged: String = lines()
            .enumerate()
            .map(|(i, l)| match i % 25 {
                24 => [l, "\n— 3 —\n"].concat(),
                _ => [l, "\n"].concat(),
            })
            .collect();
        let variants = [
            ("dense", dense),
            ("doubled", doubled),
            ("spaced", spaced),
            ("indented", indented),
            ("paged", paged),
            ("crlf", text.replace('\n', "\r\n")),
            ("20", cut(&text, 20)),
            ("38", cut(&text, 38)),
            ("60", cut(&text, 60)),
        ];
        for (variant, text) in variants {
            let found = cells(&text);
            let bad = whole.iter().zip(&found).position(|(a, b)| a != b);
            if found.len() != whole.len() || bad.is_some() {
                let at = bad.unwrap_or(0);
                wrong.push(format!(
                    "{name} {variant}: {} rows, row {at}:\n  {:?}\n  {:?}",
                    found.len(),
                    whole.get(at),
                    found.get(at)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
