//! Tables with a column for each unit and marks for what it does: `● ○ √`, with a legend that says what they mean.

use super::matrix::{BodyRow, Matrix};
use super::role::names_units;
use crate::model::ColumnRole;
use gongwen_text::{Grid, chars};

/// Marks of such tables.
const MARKS: [char; 18] =
    ['●', '○', '◎', '◉', '■', '□', '▲', '△', '★', '☆', '◆', '◇', '√', '✓', '✔', '☑', '＋', '+'];
/// Lines below a table among which its legend stands.
const BELOW: usize = 3;
/// Longest line of a legend, in bytes.
const LONGEST: usize = 300;

/// Marks and what they mean.
pub(super) type Legend = Vec<(char, ColumnRole)>;

/// Gives the columns of units their role, and says what their marks mean: nothing for a mark that no legend explains.
/// `None` where no two columns are such.
pub(super) fn read(
    text: &str,
    table: &Grid,
    matrix: &Matrix<'_>,
    header_rows: usize,
    body: &[BodyRow],
    roles: &mut [ColumnRole],
) -> Option<Legend> {
    let mut used: Vec<char> = Vec::new();
    let rows = || body.iter().map(|row| row.row);
    let header = |c: usize| matrix.header(header_rows, c).map_or("", |header| header.of_text(text));
    let columns: Vec<usize> =
        (0..roles.len()).filter(|&c| is_marked(matrix, c, rows()) && names_units(header(c))).collect();
    if header_rows == 0 || columns.len() < 2 {
        return None;
    }
    for &c in &columns {
        roles[c] = ColumnRole::Mark;
        used.extend(body.iter().filter_map(|row| mark(matrix.own(row.row, c)).ok().flatten()));
    }
    used.sort_unstable();
    used.dedup();
    let mut legend = legend(text, table);
    legend.retain(|(mark, _)| used.contains(mark));
    // A tick below `责任单位` needs no legend.
    let [only] = used[..] else { return Some(legend) };
    let above = matrix.headers(header_rows, columns[0]).nth(1).map_or("", |above| above.of_text(text));
    if legend.is_empty() && gongwen_lexicon::column_list(above) == Some("column_responsible") {
        legend.push((only, ColumnRole::Responsible));
    }
    Some(legend)
}

/// Whether the first row of a grid names units, two at least, over nothing but marks.
pub(super) fn heads(matrix: &Matrix<'_>) -> bool {
    let unit = |c: &usize| is_marked(matrix, *c, 1..matrix.rows) && names_units(matrix.own(0, *c));
    (0..matrix.columns).filter(unit).take(2).count() == 2
}

/// Whether a column holds marks and nothing else.
fn is_marked(matrix: &Matrix<'_>, column: usize, rows: impl Iterator<Item = usize>) -> bool {
    let mut any = false;
    for row in rows {
        match mark(matrix.own(row, column)) {
            Ok(found) => any |= found.is_some(),
            Err(()) => return false,
        }
    }
    any
}

/// The mark that a cell holds; an error for anything else.
fn mark(cell: &str) -> Result<Option<char>, ()> {
    // One mark takes four bytes at most, blanks around it a few more.
    const LONGEST: usize = 16;
    if cell.len() > LONGEST {
        return Err(());
    }
    let mut chars = chars::trim(cell).chars();
    match (chars.next(), chars.next()) {
        (None, _) | (Some('-' | '—' | '/'), None) => Ok(None),
        (Some(mark), None) if MARKS.contains(&mark) => Ok(Some(mark)),
        _ => Err(()),
    }
}

/// What the lines around a table say of its marks: `注：●为牵头单位，○为配合单位。`
fn legend(text: &str, table: &Grid) -> Legend {
    let above = text[..table.span.from()].trim_end().rsplit('\n').next().unwrap_or_default();
    let caption = table.caption.map_or("", |caption| caption.of_text(text));
    let below = text[table.span.to()..].lines().filter(|line| !line.is_empty()).take(BELOW);
    let mut legend = Legend::new();
    for line in [above, caption].into_iter().chain(below).filter(|line| line.len() <= LONGEST) {
        let parts = |c: char| MARKS.contains(&c);
        for (at, mark) in line.match_indices(parts) {
            let said = &line[at + mark.len()..];
            let said = said.split(|c| parts(c) || matches!(c, '，' | '；' | '。' | '、' | ',' | ';')).next();
            let mark = mark.chars().next().expect("a match holds a character");
            if let Some(role) = said.and_then(role)
                && legend.iter().all(|(known, _)| *known != mark)
            {
                legend.push((mark, role));
            }
        }
    }
    legend
}

fn role(said: &str) -> Option<ColumnRole> {
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if says(&["牵头", "主办", "主责"]) {
        Some(ColumnRole::Lead)
    } else if says(&["配合", "协办", "协助", "参与", "协同"]) {
        Some(ColumnRole::Support)
    } else {
        says(&["责任", "负责", "承办"]).then_some(ColumnRole::Responsible)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongwen_text::Span;

    #[test]
    fn legends() {
        let check = |line: &str, expect: &[(char, ColumnRole)]| {
            let text = format!("表\n{line}\n");
            let table = Grid { span: Span::new(0, "表".len()), ..Grid::default() };
            assert_eq!(legend(&text, &table), expect, "{line}");
        };
        check("注：●为牵头单位，○为配合单位。", &[('●', ColumnRole::Lead), ('○', ColumnRole::Support)]);
        check("（●牵头 ○配合）", &[('●', ColumnRole::Lead), ('○', ColumnRole::Support)]);
        check("“√”表示责任单位", &[('√', ColumnRole::Responsible)]);
        check("●农业农村", &[]);
    }
}
