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

/// Whether a table is a card that names its task too: its duties are those of that task, not of the section.
pub(crate) fn is_task(grid: &Grid, text: &str) -> bool {
    keys(grid, text).is_some_and(|keys| {
        let told = |list: &&str| matches!(*list, "column_lead" | "column_responsible" | "column_support");
        let named = |list: &&str| matches!(*list, "column_task" | "column_measure");
        keys.iter().any(told) && keys.iter().any(named)
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
    if grid.rows.len() > ROWS || grid.header_rows > 0 {
        return None;
    }
    let mut keys = Vec::new();
    for row in &grid.rows {
        let filled: Vec<&str> =
            row.iter().filter(|cell| !cell.span.is_empty()).map(|cell| cell.span.of_text(text)).collect();
        if filled.len() % 2 == 1 {
            return None;
        }
        for pair in filled.chunks(2) {
            let plain = chars::compact(pair[0]);
            let key = plain.trim_end_matches([':', '：']);
            // Names of columns beside each other are a header.
            if key.len() > KEY || column_list(pair[1].trim_end_matches(['：', ':'])).is_some() {
                return None;
            }
            keys.push(column_list(key)?);
        }
    }
    (keys.len() >= 2).then_some(keys)
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
    fn tables_of_data_stay() {
        check(&["任务|责任单位", "改造管网|县水利局"], &["[2 rows]"]);
        check(&["牵头单位|任务", "县水利局|改造管网"], &["[2 rows]"]);
        check(&["责任单位|县水利局|县住建局", "完成时限|6月|10月"], &["[2 rows]"]);
        check(&["任务名称|改造管网", "责任单位|县水利局"], &["[2 rows]", "card-unread"]);
    }
}
