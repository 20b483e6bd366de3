//! Cards: small tables with keys in front of their values, `牵头单位 | 县水利局`, instead of lines `牵头单位：县水利局`.

use gongwen_lexicon::column_list;
use gongwen_text::{Cell, Grid, chars};

/// Rows that a card has at most.
const ROWS: usize = 16;
/// Longest key, in bytes.
const KEY: usize = 36;

/// Whether a table is a card of duties and times and nothing else: lines of the section that it stands in.
pub(crate) fn is_card(grid: &Grid, text: &str) -> bool {
    keys(grid, text).is_some_and(|keys| {
        let told = |list: &&str| matches!(*list, "column_lead" | "column_responsible" | "column_support");
        let beside = |list: &&str| matches!(*list, "column_due" | "column_person" | "column_assessor");
        keys.iter().any(told) && keys.iter().all(|key| told(key) || beside(key))
    })
}

/// A card that names its task too, as a table of one row: its duties are those of that task, not of the section. Keys that
/// nobody knows (`主要目标`) are columns that nobody knows.
pub(crate) fn task(grid: &Grid, text: &str) -> Option<Grid> {
    let pairs = pairs(grid, text)?;
    let lists: Vec<Option<&str>> = pairs.iter().map(|(key, _)| list(*key, text)).collect();
    let told = |list: &&str| matches!(*list, "column_lead" | "column_responsible" | "column_support");
    let named = |list: &&str| matches!(*list, "column_task" | "column_measure");
    let known = || lists.iter().copied().flatten();
    let mut keys: Vec<&str> = pairs.iter().map(|(key, _)| key.span.of_text(text)).collect();
    keys.sort_unstable();
    let twice = keys.windows(2).any(|two| two[0] == two[1]);
    if twice
        || !known().any(|it| told(&it))
        || !known().any(|it| named(&it))
        || known().count() * 2 < lists.len()
    {
        return None;
    }
    let cell =
        |(column, cell): (usize, &Cell)| Cell { column: column as u16, rowspan: 1, colspan: 1, ..*cell };
    let row = |part: fn(&(Cell, Cell)) -> &Cell| pairs.iter().map(part).enumerate().map(cell).collect();
    Some(Grid {
        header_rows: 1,
        rows: vec![row(|(key, _)| key), row(|(_, value)| value)],
        columns: pairs.len(),
        ..grid.clone()
    })
}

/// What parts the filled cells of a row in its lines: keys from their values, one value from the next key.
pub(crate) fn marks(row: &[Cell], text: &str) -> Vec<char> {
    let filled = row.iter().filter(|cell| !cell.span.is_empty()).enumerate();
    let mark = |(at, cell): (usize, &Cell)| match at % 2 {
        0 if cell.span.of_text(text).ends_with(['：', ':']) => ' ',
        0 => ':',
        _ => '\n',
    };
    filled.map(mark).collect()
}

/// What the keys of a table are, where keys and values stand in turn in all its rows: two pairs at least.
fn keys<'a>(grid: &Grid, text: &str) -> Option<Vec<&'a str>> {
    pairs(grid, text)?.iter().map(|(key, _)| list(*key, text)).collect()
}

/// What a key is known as.
fn list<'a>(key: Cell, text: &str) -> Option<&'a str> {
    column_list(chars::compact(key.span.of_text(text)).trim_end_matches([':', '：']))
}

/// The keys of a table and their values, where they stand in turn in all its rows: two pairs at least.
fn pairs(grid: &Grid, text: &str) -> Option<Vec<(Cell, Cell)>> {
    if grid.rows.len() > ROWS || grid.header_rows > 0 {
        return None;
    }
    let mut pairs = Vec::new();
    for row in &grid.rows {
        let filled: Vec<Cell> = row.iter().filter(|cell| !cell.span.is_empty()).copied().collect();
        if filled.len() % 2 == 1 {
            return None;
        }
        for pair in filled.chunks(2) {
            let value = pair[1].span.of_text(text).trim_end_matches(['：', ':']);
            // Names of columns beside each other are a header.
            if chars::compact(pair[0].span.of_text(text)).len() > KEY || column_list(value).is_some() {
                return None;
            }
            pairs.push((pair[0], pair[1]));
        }
    }
    (pairs.len() >= 2).then_some(pairs)
}

#[cfg(test)]
mod tests {
    use crate::frames::trial::check;

    #[test]
    fn duties_in_a_card_are_lines() {
        check(
            &["牵头单位|县水利局", "责任单位：|县财政局/县住建局", "完成时限|2025年10月"],
            &["牵头单位:县水利局", "责任单位： 县财政局", "县住建局", "完成时限:2025年10月"],
        );
        check(&["牵头单位|县水利局|完成时限|2025年10月"], &["牵头单位:县水利局", "完成时限:2025年10月"]);
    }

    #[test]
    fn a_card_that_names_its_task_is_a_row() {
        let page = "<p>某县水利工程建设实施方案。</p><table><tr><td>任务名称</td><td>改造管网</td></tr><tr><td>主要目标</td>\
                    <td>改造10公里</td></tr><tr><th>责任单位</th><td>县水利局</td></tr></table>";
        let manuscript =
            crate::read(format!("<html><body>{page}</body></html>").as_bytes(), None).expect("a page");
        let grid = &manuscript.tables[0];
        let rows: Vec<Vec<&str>> = grid
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.span.of_text(&manuscript.text)).collect())
            .collect();
        assert_eq!(rows, [["任务名称", "主要目标", "责任单位"], ["改造管网", "改造10公里", "县水利局"]]);
        assert_eq!((grid.header_rows, grid.columns), (1, 3));
    }

    #[test]
    fn tables_of_data_stay() {
        check(&["任务|责任单位", "改造管网|县水利局"], &["[2 rows]"]);
        check(&["牵头单位|任务", "县水利局|改造管网"], &["[2 rows]"]);
        check(&["责任单位|县水利局|县住建局", "完成时限|6月|10月"], &["[2 rows]"]);
        check(&["任务名称|改造管网", "责任单位|县水利局"], &["[2 rows]"]);
    }
}
