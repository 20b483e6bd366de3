//! A colophon (版记) that its author set as a table is lines of the document, not data.
//!
//! `抄送：…` over two columns and below it the printing office and the day side by side: word processors and editors of pages
//! make a table of that, whatever the format. It is found by its words, so that one mechanism serves all formats.
//! Does not own what the lines mean.

use gongwen_lexicon::words;
use gongwen_text::{Cell, Grid, Span, chars};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// Rows that a colophon has at most.
const ROWS: usize = 8;
/// Longest row, in bytes: lists of recipients are long, tasks are longer.
const LONGEST: usize = 1_500;

/// What begins a list of recipients.
static COPIES: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("copy_starts"));
/// What begins a line beside it.
static BESIDE: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("colophon_beside"));

/// What a row of a colophon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// `抄送：…`
    Copy,
    /// `抄送 | …`, the key in a cell of its own without a colon.
    Key,
    /// The printing office with the day.
    Printing,
    /// What stands there beside: 主题词, 校对, how many copies.
    Beside,
    /// Without words.
    Blank,
    /// The rest of a list of recipients, or no colophon.
    Other,
}

/// The first row of the colophon that a table is or ends in; behind all rows when it has none.
pub(crate) fn begin(grid: &Grid, text: &str) -> usize {
    let all = grid.rows.len();
    let window = all.saturating_sub(ROWS);
    let kinds: Vec<Row> = grid.rows[window..].iter().map(|row| kind(row, text)).collect();
    let Some(start) = (0..kinds.len()).find(|&start| is_colophon(&kinds[start..])) else { return all };
    let from = window + start;
    let (copied, printed) = (kinds[start..].contains(&Row::Copy), kinds[start..].contains(&Row::Printing));
    let keyed = kinds[start..].contains(&Row::Key);
    // In a table of other rows, or with a key that columns have too, both halves must stand there.
    let sure = if from == 0 { copied || printed } else { (copied || keyed) && printed };
    let reaches =
        |(row, cells): (usize, &Vec<Cell>)| cells.iter().any(|cell| row + usize::from(cell.rowspan) > from);
    if sure && !grid.rows[..from].iter().enumerate().any(reaches) { from } else { all }
}

/// Whether rows can be a colophon: each says so, or goes on with a list of recipients.
fn is_colophon(rows: &[Row]) -> bool {
    let mut listing = false;
    rows.first().is_some_and(|row| !matches!(row, Row::Blank | Row::Other))
        && rows.iter().all(|row| {
            listing =
                matches!(row, Row::Copy | Row::Key) || listing && matches!(row, Row::Other | Row::Blank);
            listing || *row != Row::Other
        })
}

fn kind(row: &[Cell], text: &str) -> Row {
    let mut filled = row.iter().filter(|cell| !cell.span.is_empty());
    let Some(first) = filled.next() else { return Row::Blank };
    let last = filled.next_back();
    let words_of = Span::new(first.span.from(), last.unwrap_or(first).span.to()).of_text(text);
    if words_of.len() > LONGEST {
        return Row::Other;
    }
    let begins = |key: &&str| chars::strip_compact(words_of, key).is_some();
    if is_printed(words_of) || ["印发机关", "印发单位", "印发日期"].iter().any(begins) {
        return Row::Printing;
    }
    for key in *COPIES {
        match chars::strip_compact(words_of, key) {
            Some(rest) if rest.trim_start().starts_with(['：', ':']) => return Row::Copy,
            Some(_) if last.is_some() && is_bare_key(first.span.of_text(text)) => {
                return if key.starts_with('抄') { Row::Copy } else { Row::Key };
            }
            _ => {}
        }
    }
    let inside = words_of.trim_start_matches(|c: char| matches!(c, '（' | '(') || c.is_whitespace());
    if BESIDE.iter().any(|start| chars::strip_compact(inside, start).is_some()) {
        Row::Beside
    } else {
        Row::Other
    }
}

/// Whether `日印发` stands in `words`, white space between its characters aside. The second character decides: few rows have
/// it.
fn is_printed(words: &str) -> bool {
    static PRINT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("印"));
    PRINT.find_iter(words.as_bytes()).any(|at| {
        let behind = &words[at + PRINT.needle().len()..];
        behind.trim_start().starts_with('发') && words[..at].trim_end().ends_with('日')
    })
}

/// What parts the filled cells of a row in its line: a key in a cell of its own gets the colon that the line needs.
pub(crate) fn marks(row: &[Cell], text: &str) -> Vec<char> {
    let mut filled = row.iter().filter(|cell| !cell.span.is_empty());
    let bare = filled.next().is_some_and(|cell| is_bare_key(cell.span.of_text(text)));
    let later = filled.map(|_| ' ').skip(1);
    std::iter::once(if bare { ':' } else { ' ' }).chain(later).collect()
}

/// Whether a cell is the key of recipients without a colon.
fn is_bare_key(cell: &str) -> bool {
    let plain = chars::compact(cell);
    COPIES.contains(&plain.strip_suffix("机关").unwrap_or(&plain))
}

#[cfg(test)]
mod tests {
    use crate::frames::trial::check;

    #[test]
    fn recipients_and_printing_in_a_table() {
        check(
            &["抄送：县委各部门，县人大常委会办公室。 | ", "某县人民政府办公室 | 2024年3月18日印发"],
            &["抄送：县委各部门，县人大常委会办公室。", "某县人民政府办公室 2024年3月18日印发"],
        );
        check(
            &[
                "抄 送 | 县委办公室，县政协办公室。",
                "某县水利局 | 2024年3月18日印发",
                "校对：某某 | 共印50份",
            ],
            &["抄送:县委办公室，县政协办公室。", "某县水利局 2024年3月18日印发", "校对：某某 共印50份"],
        );
        check(
            &["印发机关：某县人民政府办公室 | 印发日期：2024年3月18日"],
            &["印发机关：某县人民政府办公室 印发日期：2024年3月18日"],
        );
    }

    #[test]
    fn last_rows_of_a_table_of_tasks() {
        check(
            &[
                "序号 | 任务 | 责任单位",
                "1 | 改造敬老院 | 县民政局",
                "抄送：县委办公室。 | | ",
                "某县人民政府办公室 | | 2024年3月18日印发",
            ],
            &["[2 rows]", "抄送：县委办公室。", "某县人民政府办公室  2024年3月18日印发"],
        );
    }

    #[test]
    fn tables_that_speak_of_sending_stay() {
        check(&["环节 | 要求 | 时限", "报送 | 县民政局审核 | 3日", "印发 | 县政府办 | 5日"], &["[3 rows]"]);
        check(&["报送 | 县民政局每月报送", "审核 | 县财政局审核"], &["[2 rows]"]);
        check(&["文件名称 | 日期", "《某县方案》 | 2024年3月18日印发"], &["[2 rows]"]);
    }
}
