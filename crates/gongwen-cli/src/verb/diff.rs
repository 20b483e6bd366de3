//! `gongwen diff`

mod render;

use super::compare::{PageLang, input};
use crate::outcome::{code, complain};
use crate::style::Style;
use anyhow::{Context, bail};
use gongwen_compare::report::html;
use gongwen_compare::{compare, difference};
use gongwen_record::Record;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Show what differs between two plans: words, duties, targets, dates
///
/// Takes two records that convert has written, or two documents, which are converted on the fly. Sections and tasks are
/// aligned first; of each pair it shows what changed inside the sentences, who leads and supports (by function, so that
/// 县教体局 and 区教育局 meet), targets and dates, then what only one plan has. Colour only on a terminal and unless
/// NO_COLOR is set; without colour [-…-] stands in the first plan only and {+…+} in the second only.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gongwen diff a.txt b.txt | less -R
  gongwen diff out/a.txt.json out/b.txt.json --json | jq '.targets[] | select(.pair)'
  gongwen diff a.docx b.pdf --html diff.html")]
pub(crate) struct Args {
    /// The first record or document
    a: PathBuf,
    /// The second record or document
    b: PathBuf,
    /// Print JSON (schemas/difference.v1.schema.json)
    #[arg(long)]
    json: bool,
    /// Write one page to this file instead
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    html: Option<PathBuf>,
    /// Language in which the page begins; it can be switched there
    #[arg(long, value_enum, default_value_t = PageLang::Zh, requires = "html")]
    lang: PageLang,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (a, b) = (one(&args.a)?, one(&args.b)?);
    if let Some(path) = &args.html {
        let records = [a, b];
        let comparison = compare(&records)?;
        for note in &comparison.notes {
            complain(format_args!("note: {}", note.message));
        }
        return page(path, &html::page(&comparison, &records, args.lang.into())).map(|()| code(false));
    }
    let difference = difference(&a, &b)?;
    let mut out = std::io::stdout().lock();
    if args.json {
        serde_json::to_writer(&mut out, &difference).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        for note in &difference.notes {
            complain(format_args!("note: {}", note.message));
        }
        out.write_all(render::render(&difference, Style::of_stdout()).as_bytes())?;
    }
    out.flush()?;
    Ok(code(false))
}

/// The one record that a path stands for.
fn one(path: &Path) -> anyhow::Result<Record<'static>> {
    if path.is_dir() {
        bail!("{}: is a folder; diff takes two files, compare takes folders", path.display());
    }
    let mut loaded = input::load(&[path.to_owned()]);
    match (loaded.records.len(), loaded.failed) {
        (1, 0) => Ok(loaded.records.remove(0)),
        (_, 1..) => bail!("{}: could not be read as one record", path.display()),
        (count, _) => bail!("{}: holds {count} records; diff takes one, compare takes many", path.display()),
    }
}

fn page(path: &Path, html: &str) -> anyhow::Result<()> {
    let name = path.file_name().with_context(|| format!("{}: names no file", path.display()))?;
    let partial = path.with_file_name(format!(
        ".gongwen-{}-{}.partial",
        std::process::id(),
        name.to_string_lossy().len()
    ));
    let written = std::fs::write(&partial, html).and_then(|()| std::fs::rename(&partial, path));
    if written.is_err() {
        // What was never made need not be removed.
        let _ = std::fs::remove_file(&partial);
    }
    written.with_context(|| format!("{}: cannot be written", path.display()))
}
