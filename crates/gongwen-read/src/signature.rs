//! Signatures that their author set as a table: the bodies side by side, the day below; and lines of such bodies.

use crate::evidence::is_date;
use gongwen_lexicon::{ends_with_any, words};
use gongwen_text::{Cell, Grid};

/// Rows that a signature has at most, and its cells.
const ROWS: usize = 4;
const CELLS: usize = 8;
/// Bytes of the longest name.
const NAME: usize = 75;

/// Whether the last table of a document is its signature and nothing else: bodies, and a day behind them.
pub(crate) fn is_signature(grid: &Grid, text: &str) -> bool {
    if grid.rows.len() > ROWS || grid.header_rows > 0 || grid.caption.is_some() {
        return false;
    }
    let cells: Vec<&str> = grid
        .rows
        .iter()
        .flatten()
        .map(|cell| cell.span.of_text(text))
        .filter(|cell| !cell.is_empty())
        .collect();
    let lines = |cell: &str| {
        cell.split('\n').all(|line| line.len() <= NAME && ends_with_any(line.trim(), words("unit_endings")))
    };
    let Some((day, bodies)) = cells.split_last() else { return false };
    let (signed, day) = day.rsplit_once('\n').map_or((None, *day), |(above, day)| (Some(above), day));
    is_date(day.trim())
        && (1..CELLS).contains(&(bodies.len() + usize::from(signed.is_some())))
        && bodies.iter().copied().chain(signed).all(lines)
}

/// Whether a line is nothing but bodies with wide blanks between, two of them at least.
pub(crate) fn are_signers(line: &str) -> bool {
    const GAPS: [&str; 2] = ["\u{3000}\u{3000}", "  "];
    if line.len() > CELLS * NAME || !GAPS.iter().any(|gap| line.contains(gap)) {
        return false;
    }
    let mut names = line.split([' ', '\u{3000}']).filter(|name| !name.is_empty());
    let body = |name: &str| {
        (9..=NAME).contains(&name.len())
            && !name.contains(['、', '，', '：', ':'])
            && ends_with_any(name, words("unit_endings"))
    };
    names.next().is_some_and(body) && names.next().is_some_and(body) && names.all(body)
}

/// What parts the filled cells of a row in its lines.
pub(crate) fn marks(row: &[Cell]) -> Vec<char> {
    row.iter().filter(|cell| !cell.span.is_empty()).skip(1).map(|_| '\n').collect()
}

#[cfg(test)]
mod tests {
    use crate::frames::trial::check;

    #[test]
    fn signatures_in_a_table_are_lines() {
        check(
            &["某县农业农村局|某县财政局", "2024年3月1日|"],
            &["某县农业农村局", "某县财政局", "2024年3月1日"],
        );
        check(&["|某县人民政府", "|二〇二四年三月一日"], &["某县人民政府", "二〇二四年三月一日"]);
        check(&["|某县人民政府/2024年3月1日"], &["某县人民政府", "2024年3月1日"]);
    }

    #[test]
    fn bodies_side_by_side() {
        let signers = super::are_signers;
        assert!(signers("某某市教育局\u{3000}\u{3000}某某市民政局\u{3000}\u{3000}某某市财政局"));
        assert!(signers("某某市教育局    某某市民政局"));
        for line in [
            "某某市教育局",
            "某某市教育局 某某市民政局",
            "责任单位：  某某市教育局",
            "序号  单位",
            "一、县教育局  新建学校",
        ] {
            assert!(!signers(line), "{line}");
        }
    }

    #[test]
    fn tables_of_data_stay() {
        check(&["责任单位|时间", "某县财政局|2024年3月1日"], &["[2 rows]"]);
        check(&["某县农业农村局|2024年3月1日", "某县财政局|2024年4月1日"], &["[2 rows]"]);
        check(&["建设基地|某县财政局", "|2024年3月1日"], &["[2 rows]"]);
    }
}
