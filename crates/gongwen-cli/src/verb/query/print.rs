//! An answer for a person, for a spreadsheet, for a program.

use crate::style::{Look, Style, cut, fit};
use gongwen_store::{Answer, Cell};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// A cell wider than this is cut: the whole text is in the other formats.
const WIDEST: usize = 48;

/// Columns, aligned also under double-width characters; numbers to the right.
pub(super) fn table(answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    let style = Style::of_stdout();
    let texts: Vec<Vec<String>> = answer.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    let mut widths: Vec<usize> = answer.columns.iter().map(|name| name.width()).collect();
    for row in &texts {
        for (text, width) in row.iter().zip(&mut widths) {
            *width = text.width().max(*width);
        }
    }
    let right: Vec<bool> =
        (0..widths.len()).map(|i| answer.rows.iter().any(|row| matches!(row[i], Cell::Number(_)))).collect();
    let line = |cells: &[String]| {
        let last = cells.len().saturating_sub(1);
        let cells = cells.iter().enumerate().map(|(i, text)| match (right[i], i == last) {
            (true, _) => " ".repeat(widths[i].saturating_sub(text.width())) + text,
            (false, true) => text.clone(),
            (false, false) => fit(text, widths[i]),
        });
        cells.collect::<Vec<_>>().join("  ")
    };
    writeln!(out, "{}", style.paint(Look::Heading, line(&answer.columns).trim_end()))?;
    for row in &texts {
        writeln!(out, "{}", line(row).trim_end())?;
    }
    let rows = texts.len();
    writeln!(
        out,
        "{}",
        style.paint(Look::Faint, &format!("({rows} row{})", if rows == 1 { "" } else { "s" }))
    )
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Null => String::new(),
        Cell::Number(digits) => digits.clone(),
        // A terminal must not act on what stands in a document.
        Cell::Text(text) => {
            cut(&text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " "), WIDEST)
        }
    }
}

/// RFC 4180; NULL is an empty field, an empty text is in quotes.
pub(super) fn csv(answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", answer.columns.join(","))?;
    for row in &answer.rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                out.write_all(b",")?;
            }
            match cell {
                Cell::Null => {}
                Cell::Number(digits) => out.write_all(digits.as_bytes())?,
                Cell::Text(text) if text.is_empty() || text.contains(['"', ',', '\n', '\r']) => {
                    write!(out, "\"{}\"", text.replace('"', "\"\""))?;
                }
                Cell::Text(text) => out.write_all(text.as_bytes())?,
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// An array with one object a line. Numbers keep their digits.
pub(super) fn json(answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"[")?;
    for (number, row) in answer.rows.iter().enumerate() {
        out.write_all(if number == 0 { b"\n{" } else { b",\n{" })?;
        for (i, (name, cell)) in answer.columns.iter().zip(row).enumerate() {
            if i > 0 {
                out.write_all(b",")?;
            }
            serde_json::to_writer(&mut *out, name)?;
            out.write_all(b":")?;
            match cell {
                Cell::Null => out.write_all(b"null")?,
                Cell::Number(digits) => out.write_all(digits.as_bytes())?,
                Cell::Text(text) => serde_json::to_writer(&mut *out, text)?,
            }
        }
        out.write_all(b"}")?;
    }
    out.write_all(if answer.rows.is_empty() { b"]\n" } else { b"\n]\n" })
}

#[cfg(test)]
mod tests {
    use super::*;

    type Print = fn(&Answer, &mut Vec<u8>) -> io::Result<()>;

    fn check(print: Print, expect: &str) {
        let answer = Answer {
            columns: vec!["county".into(), "tasks".into(), "what".into()],
            rows: vec![
                vec![Cell::Text("平罗县".into()), Cell::Number("12".into()), Cell::Text("a\n\"b\"".into())],
                vec![Cell::Null, Cell::Number("3.5".into()), Cell::Text(String::new())],
            ],
        };
        let mut out = Vec::new();
        print(&answer, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expect);
    }

    #[test]
    fn answers_print() {
        check(table, "county  tasks  what\n平罗县     12  a \"b\"\n          3.5\n(2 rows)\n");
        check(csv, "county,tasks,what\n平罗县,12,\"a\n\"\"b\"\"\"\n,3.5,\"\"\n");
        check(
            json,
            "[\n{\"county\":\"平罗县\",\"tasks\":12,\"what\":\"a\\n\\\"b\\\"\"},\n{\"county\":null,\"tasks\":3.5,\"what\":\"\"}\n]\n",
        );
    }
}
