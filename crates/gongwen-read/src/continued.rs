//! Tables that go on in a second grid without a header: the source ended the first one in the middle, at a page or by mistake.

use gongwen_lexicon::column_list;
use gongwen_text::numeral::is_figure;
use gongwen_text::{Block, Cell, Grid, Manuscript};

/// Rows at the top of a grid among which its header is looked for.
const TOP: usize = 3;
/// Fewest columns: two are a card of keys and values as often as a table.
const COLUMNS: usize = 3;

/// Most lines of a page between two pieces of a table whose numbers count on.
const LINES_BETWEEN: usize = 2;

/// Joins grids to those that stand directly above them and have the header that they lack.
pub(crate) fn join(manuscript: &mut Manuscript) {
    if manuscript.tables.len() < 2 {
        return;
    }
    let sheets: Vec<Option<u32>> =
        manuscript.tables.iter().map(|grid| manuscript.locator(grid.span).and_then(|at| at.sheet)).collect();
    let mut grids: Vec<Option<Grid>> = std::mem::take(&mut manuscript.tables).into_iter().map(Some).collect();
    // The grid written last, while nothing but a few lines of a page stands behind it: its sheet, and how many they are.
    let mut open: Option<(Option<u32>, usize)> = None;
    // Whether the line written last says that the table above goes on.
    let mut said = false;
    for block in std::mem::take(&mut manuscript.blocks) {
        let index = match block {
            Block::Table(index) => index,
            Block::Paragraph(paragraph) => {
                let above = manuscript.tables.last().and_then(|grid| grid.caption);
                let above = above.map_or("", |caption| caption.of_text(&manuscript.text));
                said = open.is_some() && goes_on(paragraph.span.of_text(&manuscript.text), above);
                open = open.filter(|&(_, lines)| {
                    lines < LINES_BETWEEN
                        && paragraph.heading.is_none()
                        && may_be_of_page(paragraph.span.of_text(&manuscript.text))
                });
                open = open.map(|(sheet, lines)| (sheet, lines + 1));
                manuscript.blocks.push(block);
                continue;
            }
        };
        let Some(mut grid) = grids[index].take() else { continue };
        let told = std::mem::take(&mut said);
        if told {
            // `续表` is no title, and no text.
            grid.caption = None;
            manuscript.blocks.pop();
            open = open.map(|(sheet, lines)| (sheet, lines - 1));
        }
        match (manuscript.tables.last_mut(), open) {
            (Some(last), Some((sheet, lines)))
                if sheet == sheets[index]
                    && (is_more(last, &grid, &manuscript.text, lines > 0)
                        || told && lines == 0 && repeats_header(last, &grid, &manuscript.text)) =>
            {
                last.span = last.span.cover(grid.span);
                last.rows.extend(grid.rows);
                // What the page prints between the pieces is no part of the document.
                manuscript.blocks.truncate(manuscript.blocks.len() - lines);
                open = Some((sheet, 0));
            }
            _ => {
                open = Some((sheets[index], 0));
                manuscript.blocks.push(Block::Table(manuscript.tables.len()));
                manuscript.tables.push(grid);
            }
        }
    }
}

/// Whether a line says that the table above, called `title`, goes on: `续表`, or its title again with `（续）` behind it.
fn goes_on(line: &str, title: &str) -> bool {
    let stem = ["（续）", "(续)", "（续表）", "(续表)"].iter().find_map(|end| line.strip_suffix(end));
    crate::furniture::says_continued(line)
        || stem.is_some_and(|stem| !title.is_empty() && stem.trim() == title)
}

/// Whether `next` begins with the names of `first`'s columns.
fn repeats_header(first: &Grid, next: &Grid, text: &str) -> bool {
    let (Some(names), Some(again)) = (first.rows.first(), next.rows.first()) else { return false };
    let words = |cell: &Cell| (cell.column, cell.span.of_text(text).trim());
    first.columns == next.columns
        && is_header(names, text)
        && names.iter().map(words).eq(again.iter().map(words))
}

/// Whether a paragraph between two pieces of a table may be what a page prints: short, and neither a label nor a mark in it.
fn may_be_of_page(text: &str) -> bool {
    const LONGEST: usize = 120;
    text.len() <= LONGEST
        && !text.contains(['。', '；', '，', '：', ':', '、'])
        && gongwen_text::Label::read(text).is_none()
}

/// Whether `next` goes on with `first`: as many columns, and no names of columns of its own. Where something stands between, or the
/// source takes the first row of the piece for a header, as Markdown must, the number of that row counts on by one.
fn is_more(first: &Grid, next: &Grid, text: &str, apart: bool) -> bool {
    let counted = || {
        let number = |row: Option<&Vec<Cell>>| {
            let cell = row?.iter().find(|cell| cell.column == 0)?;
            cell.span.of_text(text).trim().parse::<u32>().ok()
        };
        matches!((number(first.rows.last()), number(next.rows.first())), (Some(a), Some(b)) if a.checked_add(1) == Some(b))
    };
    first.columns == next.columns
        && first.columns >= COLUMNS
        && (next.header_rows == 0 && !apart || next.header_rows <= 1 && counted())
        && next.caption.is_none()
        && (first.header_rows > 0 || first.rows.iter().take(TOP).any(|row| is_header(row, text)))
        && !next.rows.iter().take(TOP).any(|row| is_header(row, text))
        && next.rows.first().is_some_and(|row| names(row, text) == 0)
        && counts_on(first, next, text)
}

/// Whether the first rows of `next` follow the last of `first`: numbers count on, the first column repeats no name, figures stand
/// below figures and words below words, and nothing is a telephone number.
fn counts_on(first: &Grid, next: &Grid, text: &str) -> bool {
    const TELEPHONE: usize = 11;
    let words = |cell: &Cell| cell.span.of_text(text).trim();
    let head = |row: &[Cell]| row.iter().find(|cell| cell.column == 0).map_or("", words);
    let telephone =
        |row: &Vec<Cell>| row.iter().map(words).any(|cell| cell.len() >= TELEPHONE && is_figure(cell));
    let (Some(last), Some(row)) = (first.rows.last(), next.rows.first()) else { return false };
    if next.rows.iter().any(telephone) {
        return false;
    }
    match (head(last).parse::<u32>(), head(row).parse::<u32>()) {
        (Ok(before), Ok(number)) if number <= before => return false,
        (Err(_), Err(_))
            if !head(row).is_empty() && first.rows.iter().any(|above| head(above) == head(row)) =>
        {
            return false;
        }
        _ => {}
    }
    row.iter().all(|cell| {
        let above = last.iter().find(|above| above.column == cell.column).map_or("", words);
        above.is_empty() || words(cell).is_empty() || is_figure(above) == is_figure(words(cell))
    })
}

/// How many cells of a row name a column.
fn names(row: &[Cell], text: &str) -> usize {
    row.iter().filter(|cell| column_list(cell.span.of_text(text)).is_some()).count()
}

fn is_header(row: &[Cell], text: &str) -> bool {
    let filled = row.iter().filter(|cell| !cell.span.is_empty()).count();
    let known = names(row, text);
    known >= 2 && known * 2 >= filled
}

#[cfg(test)]
mod tests {
    /// Reads a page with tables of these rows (`|` between cells) and says how many rows each grid has.
    fn check(tables: &[&[&str]], expect: &[usize]) {
        let row = |row: &&str| format!("<tr><td>{}</td></tr>", row.replace('|', "</td><td>"));
        let table = |rows: &&[&str]| format!("<table>{}</table>", rows.iter().map(row).collect::<String>());
        let tables: String = tables.iter().map(table).collect();
        let page = format!("<html><body><p>某县水利工程建设实施方案。</p>{tables}</body></html>");
        let manuscript = crate::read(page.as_bytes(), None).expect("a page");
        let rows: Vec<usize> = manuscript.tables.iter().map(|grid| grid.rows.len()).collect();
        assert_eq!(rows, expect, "{tables}");
    }

    #[test]
    fn a_table_that_is_said_to_go_on_is_one() {
        let check = |between: &str, again: &str, expect: (usize, usize)| {
            let page = format!(
                "<html><body><p>某县任务分工表</p><table><tr><td>序号<td>任务<td>牵头单位<tr><td>1<td>改造管网<td>县住建局</table>\
                 {between}<table>{again}<tr><td>2<td>新建水厂<td>县水利局</table></body></html>"
            );
            let manuscript = crate::read(page.as_bytes(), None).expect("a page");
            assert_eq!((manuscript.tables.len(), manuscript.blocks.len()), expect, "{between} {again}");
        };
        let header = "<tr><td>序号<td>任务<td>牵头单位";
        for between in ["<p>续表</p>", "<p>（续表）</p>", "<p>某县任务分工表（续）</p>"] {
            check(between, header, (1, 2));
            check(between, "", (1, 2));
        }
        // Cards of one header each are tables of their own.
        check("", header, (2, 3));
        // Other columns: a table of its own, but no title of one.
        check("<p>续表</p>", "<tr><td>序号<td>项目<td>责任单位", (2, 3));
        check("<p>某县项目清单（续）</p>", header, (2, 4));
    }

    /// Reads a text and says how many rows each grid has, and how many paragraphs there are.
    fn check_text(source: &str, expect: &[usize], paragraphs: usize) {
        let manuscript = crate::read(source.as_bytes(), Some("plan.md")).expect("a text");
        let rows: Vec<usize> = manuscript.tables.iter().map(|grid| grid.rows.len()).collect();
        let blocks = manuscript.blocks.len() - rows.len();
        assert_eq!((&*rows, blocks), (expect, paragraphs), "{source}");
    }

    #[test]
    fn pieces_on_two_pages_go_on() {
        let first = "一、任务\n\n| 序号 | 任务 | 牵头单位 |\n|---|---|---|\n| 1 | 改造管网 | 县住建局 |\n";
        let piece = |n: u32| {
            format!("| {n} | 新建水厂 | 县水利局 |\n|---|---|---|\n| {} | 清理河道 | 县水利局 |\n", n + 1)
        };
        check_text(&format!("{first}\n{}", piece(2)), &[4], 1);
        check_text(&format!("{first}\n某县人民政府公报 2024年第1期\n\n{}", piece(2)), &[4], 1);
        check_text(&format!("{first}\n— 3 —\n\n续表\n\n{}", piece(2)), &[4], 1);
        // Numbers that begin anew, a lead-in, another item.
        check_text(&format!("{first}\n{}", piece(5)), &[2, 2], 1);
        check_text(&format!("{first}\n牵头单位：县水利局\n\n{}", piece(2)), &[2, 2], 2);
        check_text(&format!("{first}\n二、其他\n\n{}", piece(2)), &[2, 2], 2);
    }

    #[test]
    fn a_grid_without_header_goes_on() {
        let first: &[&str] = &["序号|任务|牵头单位", "1|改造管网|县住建局"];
        check(&[first, &["2|新建水厂|县水利局", "3|清理河道|县水利局"]], &[4]);
        check(&[first, &["2|新建水厂|县水利局"], &["3|清理河道|县水利局"]], &[4]);
        check(&[first, &["2|新建水厂|县水利局|6月"]], &[2, 1]);
        check(&[first, &["序号|任务|责任单位", "1|新建水厂|县水利局"]], &[2, 2]);
        // Another table: its numbers begin anew, its columns hold something else, or it names the same places.
        check(&[first, &["1|张某某|县住建局"]], &[2, 1]);
        check(&[first, &["2|新建水厂|13800000000"]], &[2, 1]);
        let shares: &[&str] = &["乡镇|任务数（户）|完成时限", "甲镇|300|10月"];
        check(&[shares, &["甲镇|5600|12"]], &[2, 1]);
        check(&[shares, &["乙镇|200|11月"]], &[3]);
        check(&[&["1|改造管网|县住建局"], &["2|新建水厂|县水利局"]], &[1, 1]);
    }

    /// Rows of one width seemed to be full lines, and took in what stood between two tables.
    #[test]
    fn a_paragraph_behind_rows_of_one_width_stays() {
        let first = "| 重点任务 | 目标值 | 目标值 | 责任单位 |\n|---|---|---|---|\n| 重点任务 | 2024年 | 2025年 | 责任单位 |\n| 新建污水处理站（座） | 2 | 3 | 县住建局 |\n| 设置界碑（块） | 20 | 30 | 县农业农村局 |\n";
        let second = "| 指标 | 单位 | 目标值 | |\n|---|---|---|---|\n| 污水处理率 | % | 90 | 95 |\n| 绿化率 | % | 30 | 31 |\n";
        let above = "# 某县2025年重点任务清单\n\n附件1　某县重点任务清单\n\n";
        check_text(&format!("{above}{first}\n某县发展计划表\n\n{second}"), &[4, 3], 3);
    }
}
