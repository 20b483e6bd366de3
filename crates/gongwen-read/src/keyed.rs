//! Cards: small tables with keys in front of their values, `牵头单位 | 县水利局`, instead of lines `牵头单位：县水利局`.

use gongwen_lexicon::{column_list, words};
use gongwen_text::{Cell, Grid, chars};

/// Rows that a card has at most, and all cards of one table.
const ROWS: usize = 16;
const ALL_ROWS: usize = 4000;
/// Longest key, in bytes.
const KEY: usize = 36;

/// Whether a table is a card of duties and times and nothing else, or several cards that name their tasks: lines of the section
/// that it stands in.
///
/// `headed` when the line above it is a heading: then that names the task of a card that does not.
pub(crate) fn is_card(grid: &Grid, text: &str, headed: bool) -> bool {
    let Some(pairs) = pairs(grid, text) else { return false };
    let keys: Vec<&str> = pairs.iter().map(|(key, _)| key.span.of_text(text)).collect();
    let lists: Vec<Option<&str>> = keys.iter().map(|key| list(key)).collect();
    are_duties(&lists) || are_cards(&keys, &lists) || !names_task(&keys, &lists) && is_named(&lists) && headed
}

/// Whether these keys, one a line, are those of cards: of one, or of several.
pub(crate) fn make_cards(keys: &[&str]) -> bool {
    const LEAST: usize = 2;
    let lists: Vec<Option<&str>> = keys.iter().map(|key| list(key)).collect();
    keys.len() >= LEAST && are_duties(&lists)
        || keys.len() > LEAST && (are_cards(keys, &lists) || is_named(&lists) && !repeats(keys))
}

/// Whether more than half of these keys are known.
pub(crate) fn mostly_known(keys: &[&str]) -> bool {
    keys.iter().filter(|key| list(key).is_some()).count() * 2 > keys.len()
}

/// Whether words are a key that is known.
pub(crate) fn is_key(words: &str) -> bool {
    may_be_key(words) && list(words).is_some()
}

/// Whether words are short enough for a key.
pub(crate) fn may_be_key(words: &str) -> bool {
    words.len() <= KEY * 2 && chars::compact(words).len() <= KEY
}

fn is_body(list: &str) -> bool {
    matches!(list, "column_lead" | "column_responsible" | "column_support")
}

/// Whether all keys tell duties, and times and persons beside them.
fn are_duties(lists: &[Option<&str>]) -> bool {
    let beside = |list: &str| matches!(list, "column_due" | "column_person" | "column_assessor");
    lists.iter().flatten().any(|list| is_body(list))
        && lists.iter().all(|list| list.is_some_and(|list| is_body(list) || beside(list)))
}

/// Whether keys name a task and who does it, and most of them are known.
fn is_named(lists: &[Option<&str>]) -> bool {
    let known = || lists.iter().copied().flatten();
    known().any(is_body)
        && known().any(|list| matches!(list, "column_task" | "column_measure"))
        && known().count() * 2 >= lists.len()
}

/// Whether keys are those of several cards, each of which begins with the name of its task, be it behind a number.
fn are_cards(keys: &[&str], lists: &[Option<&str>]) -> bool {
    let Some(first) = keys.first() else { return false };
    let again = keys.iter().filter(|key| *key == first).count();
    let counted = lists[0] == Some("column_number");
    let names = |key: &&&str| entry(key);
    again > 1
        && again == keys.iter().skip(usize::from(counted)).filter(names).count()
        && keys.get(usize::from(counted)).is_some_and(|key| entry(key))
        && is_named(lists)
}

/// Whether a key names the task of its card: `任务名称`.
fn entry(key: &str) -> bool {
    let key = chars::compact(key);
    words("entry_keys").contains(&key.trim_end_matches([':', '：']))
}

/// Whether a key names a task, and not what is to be reached (`目标任务`).
fn names_task(keys: &[&str], lists: &[Option<&str>]) -> bool {
    keys.iter()
        .zip(lists)
        .any(|(key, list)| entry(key) || *list == Some("column_task") && !key.contains("目标"))
}

/// Whether a key stands twice.
fn repeats(keys: &[&str]) -> bool {
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    keys.windows(2).any(|two| two[0] == two[1])
}

/// A card that names its task too, as a table of one row: its duties are those of that task, not of the section. Keys that
/// nobody knows (`主要目标`) are columns that nobody knows.
pub(crate) fn task(grid: &Grid, text: &str) -> Option<Grid> {
    let pairs = pairs(grid, text).filter(|_| grid.rows.len() <= ROWS)?;
    let keys: Vec<&str> = pairs.iter().map(|(key, _)| key.span.of_text(text)).collect();
    let lists: Vec<Option<&str>> = keys.iter().map(|key| list(key)).collect();
    if repeats(&keys) || !is_named(&lists) {
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

/// What a key is known as.
fn list(key: &str) -> Option<&'static str> {
    column_list(chars::compact(key).trim_end_matches([':', '：']))
}

/// The keys of a table and their values, where they stand in turn in all its rows: two pairs at least.
///
/// Markdown has no table without a header: of two columns the first pair may stand there.
fn pairs(grid: &Grid, text: &str) -> Option<Vec<(Cell, Cell)>> {
    const COLUMNS: usize = 2;
    if grid.rows.len() > ALL_ROWS || grid.header_rows > usize::from(grid.columns == COLUMNS) {
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
    fn cards_one_below_the_other_are_lines() {
        let card = ["任务名称|改造管网", "责任单位|县水利局", "目标任务|改造10公里"];
        let lines = ["任务名称:改造管网", "责任单位:县水利局", "目标任务:改造10公里"];
        check(&[card, card].concat(), &[lines, lines].concat());
        check(
            &["序号|1", card[0], card[1], "序号|2", card[0], card[1]],
            &["序号:1", lines[0], lines[1], "序号:2", lines[0], lines[1]],
        );
    }

    /// The heading above names the task of a card that does not.
    #[test]
    fn a_card_below_a_heading_is_its_lines() {
        let check = |rows: &str, tables: usize| {
            let text = format!("某县2025年重点任务\n\n一、改造管网\n{rows}\n二、建设水厂\n{rows}");
            let manuscript = crate::read(text.as_bytes(), None).expect("a text");
            assert_eq!(manuscript.tables.len(), tables, "{rows}");
        };
        check("责任单位\t县水利局\n目标任务\t改造10公里\n完成时限\t2025年6月\n", 0);
        check("改革事项\t管网改革\n责任单位\t县水利局\n完成时限\t2025年6月\n", 2);
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
        check(&["序号|任务|责任单位", "1|改造管网|县水利局"], &["[2 rows]"]);
        check(&["项目|县水利局", "项目|县住建局", "指标|5"], &["[3 rows]"]);
    }
}
