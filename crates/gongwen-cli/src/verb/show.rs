//! `gongwen show`

mod header;
mod tree;

use crate::outcome::code;
use crate::style::{Look, Style, cut};
use anyhow::Context;
use gongwen::{Converter, Inputs, Record};
use gongwen_record::{Diagnostic, Severity, Table};
use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Show one document's record for a person
///
/// Prints the document's elements, its outline as a tree with who leads and what is promised beside each item,
/// its tables and what could not be read. Colour only on a terminal and unless NO_COLOR is set.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  gongwen show plan.txt | less -R\n  gongwen show out/plan.txt.json")]
pub(crate) struct Args {
    /// A document, or a record that convert has written
    file: PathBuf,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let inputs = Inputs::find(&[&args.file]);
    if args.file.is_dir() {
        anyhow::bail!("{}: is a folder; show takes one file", args.file.display());
    }
    if let Some(error) = inputs.errors.into_iter().next() {
        return Err(error.into());
    }
    let input = inputs.files.get(0).context("no file given")?;
    let converter = Converter::default();
    let bytes = converter.load(&input).map_err(|reason| reason.at(input.shown()))?;
    let record = if bytes.starts_with(b"{\"schema_version\"") {
        serde_json::from_slice(&bytes)
            .with_context(|| format!("{}: is no record of this version", input.shown()))?
    } else {
        converter.convert(&bytes, &input.name).map_err(|error| error.reason.at(input.shown()))?
    };
    let mut out = std::io::stdout().lock();
    out.write_all(render(&record, Style::of_stdout()).as_bytes())?;
    out.flush()?;
    Ok(code(false))
}

/// The record as lines for a person.
fn render(record: &Record<'_>, style: Style) -> String {
    let mut out = header::header(record, style);
    let tree = tree::tree(record, style);
    if !tree.is_empty() {
        out.push('\n');
        out += &tree;
    }
    if !record.tables.is_empty() {
        out.push('\n');
        for table in &record.tables {
            out += &table_line(table, style);
        }
    }
    if !record.diagnostics.is_empty() {
        out.push('\n');
        for found in &record.diagnostics {
            out += &diagnostic_lines(record, found, style);
        }
    }
    out
}

fn table_line(table: &Table<'_>, style: Style) -> String {
    let columns = table.rows.iter().map(|row| row.iter().map(|cell| usize::from(cell.colspan)).sum()).max();
    let mut line = format!(
        "{}  {} rows × {} columns",
        table.id,
        table.rows.len(),
        columns.unwrap_or(table.header.len())
    );
    if let Some(section) = table.section {
        let _ = write!(line, " in {section}");
    }
    if let Some(caption) = &table.caption {
        let _ = write!(line, "  {caption}");
    }
    if !table.header.is_empty() {
        let _ = write!(line, "  {}", table.header.join(" │ "));
    }
    style.paint(Look::Faint, &cut(&line, style.width)) + "\n"
}

fn diagnostic_lines(record: &Record<'_>, found: &Diagnostic<'_>, style: Style) -> String {
    let (name, look) = match found.severity {
        Severity::Info => ("info", Look::Faint),
        Severity::Warning => ("warning", Look::Warning),
        Severity::Error => ("error", Look::Warning),
    };
    let mut line = format!("{} {}", found.code, found.message);
    if let Some(span) = found.span {
        let words = record.words(span).unwrap_or_default().replace('\n', " ");
        let _ = write!(line, " at {}: {words}", span.start);
    }
    let mut out = format!("{} {}\n", style.paint(look, name), cut(&line, style.width - name.len() - 1));
    if let Some(hint) = &found.hint {
        let _ = writeln!(out, "  {}", style.paint(Look::Faint, &cut(hint, style.width - 2)));
    }
    out
}

#[cfg(test)]
mod tests;
