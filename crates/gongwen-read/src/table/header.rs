//! The header of a table without a grid.

use super::cell::{Piece, spelled, split_spaces};
use super::find::Marks;
use super::{heading, ragged, upright};
use crate::line::{Line, LineKind};
use gongwen_lexicon::{column_list, ends_with_any, words};
use gongwen_text::Label;
use gongwen_text::chars::{any_three, is_han};
use gongwen_text::numeral::is_figure;

/// How the cells of a header are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// By tabs on one line.
    Tabbed,
    /// By spaces on one line.
    Spaced,
    /// One cell a line.
    Stacked,
}

/// What a column takes, as far as a grid has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The row's number.
    Number,
    /// A short name that several rows share.
    Group,
    /// A short phrase.
    Task,
    /// Sentences.
    Measure,
    /// Organisations, often shared by several rows.
    Lead,
    /// Organisations.
    Units,
    /// A date or a deadline.
    Due,
    /// A figure.
    Value,
    /// Anything.
    Any,
}

/// A header: its cells and where the body begins.
#[derive(Clone, Debug)]
pub(super) struct Header {
    /// First line.
    pub(super) top: usize,
    /// First line behind it.
    pub(super) next: usize,
    /// The line that its names stand on, or the first of them.
    pub(super) line: usize,
    /// The columns whose names stand on the lines above and below that one.
    pub(super) upright: Vec<usize>,
    /// Its cells: fragments in the decoded source.
    pub(super) cells: Vec<Vec<(u32, u32)>>,
    /// The cells of its second row, empty where it has none.
    pub(super) under: Vec<Vec<(u32, u32)>>,
    /// Their words, joined.
    pub(super) names: Vec<String>,
    /// What each column takes.
    pub(super) classes: Vec<Class>,
    /// How its cells are kept apart.
    pub(super) layout: Layout,
}

/// Longest column name, in characters.
const LONGEST_NAME: usize = 16;
/// Most columns of a stacked header.
const MOST_COLUMNS: usize = 14;
/// Names that must be known where nothing else tells a header.
const LEAST_KNOWN: usize = 2;

impl Header {
    /// The column of numbers, if there is one.
    pub(super) fn number_column(&self) -> Option<usize> {
        self.classes.iter().position(|&c| c == Class::Number)
    }

    /// Whether `words` is one of the names.
    pub(super) fn repeats(&self, words: &str) -> bool {
        self.names.iter().any(|name| gongwen_text::chars::is_compact_form(words, name))
    }
}

/// Reads the header that begins on line `top`, if one does.
pub(super) fn read(lines: &[Line<'_>], top: usize, marks: Marks) -> Option<Header> {
    let text = lines[top].text;
    if marks.tabs && memchr::memchr(b'\t', text.as_bytes()).is_some() {
        return tabbed(lines, top);
    }
    // The first name is short, so that a space stands in front.
    if has_space(&text[..text.floor_char_boundary(LONGEST_NAME * 4 + 3)])
        && let Some(header) = spaced(lines, top)
    {
        return Some(header);
    }
    stacked(lines, top)
}

/// Whether a space of either width stands in `text`.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(super) fn has_space(text: &str) -> bool {
    any_three(text.as_bytes(), |a, b, c| (a == b' ') | (a == 0xE3) & (b == 0x80) & (c == 0x80))
}

fn tabbed(lines: &[Line<'_>], top: usize) -> Option<Header> {
    let mut cells: Vec<Vec<(u32, u32)>> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut under: Vec<Vec<(u32, u32)>> = Vec::new();
    let mut next = top;
    while next < lines.len() && next < top + 4 {
        let line = &lines[next];
        if line.kind != LineKind::Words {
            break;
        }
        let raw = line.raw.trim_end();
        let figures = || heading::under_names(lines, next, &names);
        if next == top + 1
            && let Some(parts) = second_row(&names, raw).or_else(figures)
        {
            names.resize(parts.len().max(names.len()), String::new());
            cells.resize(names.len(), Vec::new());
            for (i, words) in parts.into_iter().enumerate() {
                under.push(if words.is_empty() { Vec::new() } else { vec![Piece::range(line, words)] });
                names[i].push_str(words);
            }
            next += 1;
            break;
        }
        let mut joined = next == top;
        for (i, part) in raw.split('\t').enumerate() {
            let words = part.trim().trim_matches('*');
            let range = Piece::range(line, words);
            if next > top && i == 0 {
                // A wrapped header goes on only where the pieces make a name together, or the next tab says so.
                let whole = format!("{}{words}", names.last()?);
                let known = column_list(&whole).is_some() && column_list(names.last()?).is_none();
                if !(known || words.is_empty() && raw.contains('\t') && is_header(&lists(&names_of(raw)))) {
                    break;
                }
                *names.last_mut()? = whole;
                cells.last_mut()?.push(range);
                joined = true;
                continue;
            }
            names.push(words.to_owned());
            cells.push(if words.is_empty() { Vec::new() } else { vec![range] });
        }
        if !joined {
            break;
        }
        next += 1;
    }
    if names.first().is_some_and(String::is_empty)
        && lines[top].raw.trim_start_matches([' ', '\u{3000}']).starts_with('\t')
    {
        // An indent, not a nameless column.
        names.remove(0);
        cells.remove(0);
        under.splice(..under.len().min(1), []);
    }
    let figures =
        || over_figures(lines, next, &names, |line| line.raw.trim().split('\t').map(str::trim).collect());
    let lists = lists(&names);
    let least = if is_named(&lists) || !figures() { LEAST_KNOWN } else { 0 };
    let header = known((top, next), cells, (&names, &lists), Layout::Tabbed, (2, least))?;
    Some(Header { under, ..header })
}

/// The cells of a line that is the second row of a header, its names under a name that covers several columns (`责任分工` over `牵头单位`
/// and `配合单位`): the first row has nameless columns, and the second stands under them. Tabs at the end of the first are lost.
fn second_row<'a>(names: &[String], raw: &'a str) -> Option<Vec<&'a str>> {
    let parts: Vec<&str> = raw.split('\t').map(|part| part.trim().trim_matches('*')).collect();
    // The first row may have lost the tabs at its end: then who leads, who helps stand below its last name and behind it.
    let bodies = |part: &&str| {
        let list = column_list(part);
        list == Some("column_person") || matches!(list.map(class), Some(Class::Lead | Class::Units))
    };
    let lost = || names.len() > 1 && parts[names.len() - 1..].iter().all(bodies);
    let nameless = names.iter().skip(1).any(String::is_empty);
    let second = raw.trim_start_matches([' ', '\u{3000}']).starts_with('\t')
        && (nameless && parts.len() <= names.len() || parts.len() > names.len() && lost())
        && is_header(&lists(&names_of(raw)))
        && parts.iter().zip(names).all(|(part, name)| !name.is_empty() || !part.is_empty());
    second.then_some(parts)
}

/// Whether cells are the header of another table than `header`'s.
pub(super) fn heads_anew<'a>(cells: impl Iterator<Item = &'a str> + Clone, header: &Header) -> bool {
    let (mut all, mut known, mut repeated) = (0, 0, 0);
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
        all += 1;
        known += usize::from(column_list(cell).is_some());
        repeated += usize::from(header.repeats(cell));
    }
    known >= LEAST_KNOWN && known * 2 > all && repeated * 2 <= header.names.len()
}

fn names_of(raw: &str) -> Vec<String> {
    raw.split('\t').map(str::trim).filter(|n| !n.is_empty()).map(str::to_owned).collect()
}

/// The list of each name: [`column_list`].
pub(super) fn lists(names: &[String]) -> Vec<Option<&'static str>> {
    names.iter().map(|name| column_list(name)).collect()
}

/// Whether most names are known by their lists.
fn is_header(lists: &[Option<&str>]) -> bool {
    lists.iter().flatten().count() * 2 > lists.len()
}

fn spaced(lines: &[Line<'_>], top: usize) -> Option<Header> {
    let line = &lines[top];
    let parts: Vec<&str> = spelled(line.text);
    let two = || parts.len() == 2 && words("allotment_places").contains(&parts[0]);
    // Blanks inside a name only spread it over its column.
    let long = |name: &&str| name.chars().filter(|c| !c.is_whitespace()).count() > LONGEST_NAME;
    if parts.len() < 2 || parts.iter().any(long) {
        return None;
    }
    if parts.len() < 3 && !two() && !over_duties(lines, top) {
        return heading::divided(lines, top);
    }
    let names: Vec<String> = parts.iter().map(|&p| p.to_owned()).collect();
    let figures = || {
        over_figures(lines, top + 1, &names, |line| spelled(line.text)) || ragged::heads(lines, top, &parts)
    };
    let lists = lists(&names);
    let least = if is_header(&lists) { LEAST_KNOWN } else { 0 };
    if least == 0 && !figures() {
        return heading::divided(lines, top);
    }
    let cells = parts.iter().map(|p| vec![Piece::range(line, p)]).collect();
    let header = known((top, top + 1), cells, (&names, &lists), Layout::Spaced, (2, least))?;
    Some(upright::completed(lines, header))
}

/// Whether a line is a header of two names, wide apart, for what is to be done and for who does it (`工作任务    责任单位`), and two rows stand
/// below it that can be nothing else.
fn over_duties(lines: &[Line<'_>], top: usize) -> bool {
    const ROWS: usize = 2;
    fn cells<'a>(line: &Line<'a>) -> Option<[&'a str; 2]> {
        let mut cells = split_spaces(line.text, 2);
        Some([cells.next()?, cells.next()?]).filter(|_| cells.next().is_none())
    }
    let Some(names) = cells(&lines[top]) else { return false };
    let [Some(one), Some(other)] = names.map(class_of) else { return false };
    let work = |class| matches!(class, Class::Task | Class::Measure);
    let bodies = |class| matches!(class, Class::Lead | Class::Units);
    if !(work(one) && bodies(other) || bodies(one) && work(other)) {
        return false;
    }
    let below = lines[top + 1..].iter().filter(|line| line.kind == LineKind::Words).take(ROWS);
    let row = |line| cells(line).is_some_and(|row| super::fit::proves(&row.map(Piece::lone), &[one, other]));
    below.filter(|line| row(line)).count() == ROWS
}

/// Whether the lines from `below` are rows of figures under these names (`镇 | 早稻 | 晚稻` over `甲镇 | 300 | 500`): such a table is
/// known by its shape, whatever its columns are called.
pub(super) fn over_figures<'a>(
    lines: &[Line<'a>],
    below: usize,
    names: &[String],
    cells: impl Fn(&Line<'a>) -> Vec<&'a str>,
) -> bool {
    const ROWS: usize = 2;
    // Names of places say what the figures beside them are, be they one column or beside words: `乡镇 | 造林任务（亩）`.
    let places = heads_places(names);
    if names.len() < if places { 2 } else { 3 } || !names.iter().all(|name| is_name_of_figures(name)) {
        return false;
    }
    let row = |line: &Line<'a>| {
        let cells = cells(line);
        let figures = cells.iter().filter(|cell| is_figure(cell)).count();
        let enough = figures * 2 >= cells.len() || places && figures > 0 && !is_figure(cells[0]);
        cells.len() == names.len() && enough && figures < cells.len()
    };
    let rows =
        lines[below.min(lines.len())..].iter().take(ROWS * 4).filter(|line| line.kind == LineKind::Words);
    let mut first = rows.take(ROWS).map(row);
    first.next() == Some(true) && first.next() == Some(true)
}

/// Whether words may head a column of figures.
pub(super) fn is_name_of_figures(name: &str) -> bool {
    (1..=LONGEST_NAME).contains(&name.chars().count())
        && name.chars().any(is_han)
        && !name.ends_with(['。', '，', '：', '；'])
}

/// Whether the first column names places.
fn heads_places(names: &[String]) -> bool {
    names.first().is_some_and(|name| words("allotment_places").contains(&&**name))
}

/// One name a line, up to the first line that is a number (where the first name says 序号), or the last known name.
fn stacked(lines: &[Line<'_>], top: usize) -> Option<Header> {
    // Asked first, for they are the most of what is short: headings with their labels, or with a paragraph below. One name is no
    // header, so that the line below must be a name, too.
    let short = |line: &Line<'_>| line.text.len() <= LONGEST_NAME * 4;
    let mut below = lines[top + 1..].iter().take(MOST_COLUMNS * 4 - 1);
    if !short(&lines[top]) || Label::read(lines[top].text).is_some() {
        return None;
    }
    let next = below.find(|line| line.kind == LineKind::Words).filter(|next| short(next))?;
    let first = column_list(lines[top].text)?;
    if !is_name(lines[top].text) || names_the_table(lines[top].text, next.text) {
        return None;
    }
    let numbered = first == "column_number";
    let (mut cells, mut names, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    let mut closed = false;
    for (i, line) in lines.iter().enumerate().skip(top).take(MOST_COLUMNS * 4) {
        match line.kind {
            LineKind::Words => {}
            LineKind::Blank | LineKind::Furniture => continue,
        }
        if numbered && starts_number(line.text) || group_row(line.text) {
            closed = true;
            break;
        }
        if !is_name(line.text) || names.len() == MOST_COLUMNS {
            break;
        }
        // Only groups stand in front of numbers: what ends like another name is a title (`某县2025年重点工作`).
        if !names.is_empty() && !matches!(first, "column_number" | "column_group") && is_number(line.text) {
            return None;
        }
        names.push(line.text.to_owned());
        cells.push(vec![Piece::range(line, line.text)]);
        ends.push(i + 1);
    }
    if !closed {
        // Without a number to end it, the header ends with its last known name.
        while names.last().is_some_and(|n| column_list(n).is_none()) {
            names.pop();
            cells.pop();
            ends.pop();
        }
    }
    let next = *ends.last()?;
    let lists = lists(&names);
    let least = if numbered { 3 } else { 2 };
    known((top, next), cells, (&names, &lists), Layout::Stacked, (least, LEAST_KNOWN))
}

fn is_number(text: &str) -> bool {
    column_list(text) == Some("column_number")
}

/// Whether a line that ends like a column is the title of its table: it stands over the column of numbers, ends as titles do over
/// any other (`甲县重点工作任务清单`), or names what is shared out before it names the times (`重点任务分工及时间安排`).
fn names_the_table(text: &str, next: &str) -> bool {
    const SHORTEST: usize = 7 * '某'.len_utf8();
    const TITLE: usize = 9 * '某'.len_utf8();
    let shared = |mark: char| {
        text.rsplit_once(mark).is_some_and(|(front, _)| ends_with_any(front, words("table_title_endings")))
    };
    text.len() >= SHORTEST
        && (is_number(next)
            || text.len() >= TITLE && super::is_title(text) && column_list(next).is_some()
            || ['及', '和', '与', '、'].into_iter().any(shared))
}

fn is_name(text: &str) -> bool {
    text.len() <= LONGEST_NAME * 4
        && text.chars().count() <= LONGEST_NAME
        && Label::read(text).is_none()
        && !text.contains(['。', '；', ';', '，', '！', '？', '\t', '|'])
        && !text.ends_with(['：', ':'])
        // What names an attachment is the title of what follows.
        && !text.starts_with("附件")
}

/// Whether a body row begins: a number by itself or in front of words.
pub(super) fn starts_number(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits) && (digits == text.len() || text[digits..].starts_with([' ', '\u{3000}', '\t']))
}

/// Whether a line is a row that groups others: `一、知识产权方面（共5项）`.
pub(super) fn group_row(text: &str) -> bool {
    use gongwen_text::LabelStyle::{Han, HanParen};
    text.len() <= 120
        && Label::read(text).is_some_and(|l| matches!(l.style, Han | HanParen))
        && !text.contains(['。', '；', '，'])
}

/// Whether the words of a line are those of a row that adds others up: `合计    23600`, `合计3个    23600`.
pub(super) fn adds_up(cells: &[&str]) -> bool {
    let counted = |rest: &str| {
        let rest = rest.trim_start_matches(['（', '(', '共']).trim_end_matches(['）', ')']);
        rest.is_empty() || gongwen_text::numeral::unit_of_figure(rest).is_some()
    };
    let sum = |word: &str| words("row_sum").iter().any(|sum| word.strip_prefix(sum).is_some_and(counted));
    match cells {
        // `合  计`
        ["合" | "总" | "小" | "共", "计", ..] => true,
        // Rows hardly ever begin so.
        [first, ..] if first.starts_with(['合', '总', '小', '共']) => {
            sum(&gongwen_text::chars::compact(first))
        }
        _ => false,
    }
}

/// Whether the cells of a line are those of a row that groups others, and sums of the group: `一、城建项目    20000`.
pub(super) fn group_cells(cells: &[&str]) -> bool {
    let [title, sums @ ..] = cells else { return false };
    group_row(title) && sums.iter().all(|sum| is_figure(sum))
}

/// Whether the words of a line are those of a row that groups others, with its number under that of the rows: `一    产业振兴`.
/// What stands below must begin with a figure.
pub(super) fn numbered_group(words: &[&str]) -> bool {
    const LONGEST: usize = 60;
    let [number, title] = words else { return false };
    let han = |c: char| "一二三四五六七八九十".contains(c);
    let number = number.trim_end_matches('、');
    (1..=9).contains(&number.len())
        && number.chars().all(han)
        && title.len() <= LONGEST
        && title.starts_with(gongwen_text::chars::is_han)
        && !title.contains(['。', '；', '，', '、', '：'])
}

/// Whether enough of the names are known to head columns.
fn is_named(lists: &[Option<&str>]) -> bool {
    let known = lists.iter().flatten().count();
    known >= LEAST_KNOWN && known * 5 >= lists.len() * 2
}

fn known(
    lines: (usize, usize),
    cells: Vec<Vec<(u32, u32)>>,
    (names, lists): (&[String], &[Option<&str>]),
    layout: Layout,
    (columns, known): (usize, usize),
) -> Option<Header> {
    (names.len() >= columns && (known == 0 || is_named(lists))).then(|| build(lines, cells, names, layout))
}

/// A header of one row.
pub(super) fn build(
    (top, next): (usize, usize),
    cells: Vec<Vec<(u32, u32)>>,
    names: &[String],
    layout: Layout,
) -> Header {
    let lists = lists(names);
    let classes = classes(&lists);
    let names = names.iter().map(|n| gongwen_text::chars::compact(n)).collect();
    Header { top, next, line: top, upright: Vec::new(), cells, under: Vec::new(), names, classes, layout }
}

/// What the columns take whose names are of these lists. A name of the document's own in front of the tasks (`五大行动`) names groups.
pub(super) fn classes(lists: &[Option<&str>]) -> Vec<Class> {
    let mut classes: Vec<Class> = lists.iter().map(|list| class(list.unwrap_or(""))).collect();
    let tasks = classes.iter().position(|c| matches!(c, Class::Task | Class::Measure)).unwrap_or(0);
    for (class, list) in classes.iter_mut().zip(lists).take(tasks) {
        if list.is_none() {
            *class = Class::Group;
        }
    }
    classes
}

/// What a column of this name takes, if the name is known.
pub(super) fn class_of(name: &str) -> Option<Class> {
    column_list(name).map(class)
}

fn class(list: &str) -> Class {
    match list {
        "column_number" => Class::Number,
        "column_group" => Class::Group,
        "column_task" | "column_indicator" => Class::Task,
        "column_measure" => Class::Measure,
        "column_lead" => Class::Lead,
        "column_responsible" | "column_support" | "column_assessor" => Class::Units,
        "column_due" => Class::Due,
        "column_value" | "column_baseline" => Class::Value,
        _ => Class::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::{adds_up, group_cells, numbered_group};

    #[test]
    fn sums_and_groups_with_sums_are_no_rows() {
        for cells in [
            &["合计", "23600"][..],
            &["合计3个", "23600"],
            &["小计（2项）"],
            &["合", "计", "5"],
            &["合 计", "5"],
        ] {
            assert!(adds_up(cells), "{cells:?}");
        }
        for cells in [&["合计划拨"][..], &["总计划", "5"], &["一、合计"], &["合计水厂", "3"]] {
            assert!(!adds_up(cells), "{cells:?}");
        }
        assert!(group_cells(&["一、城建项目", "20000"]) && group_cells(&["（二）民生项目（2个）"]));
        assert!(!group_cells(&["一、城建项目", "县水利局"]) && !group_cells(&["城建项目", "20000"]));
    }

    #[test]
    fn a_number_and_a_title_group_rows() {
        for words in [["一", "产业振兴"], ["十一、", "生态振兴（2项）"]] {
            assert!(numbered_group(&words), "{words:?}");
        }
        for words in [&["1", "产业振兴"][..], &["一"], &["一", "建好水厂。"], &["一", "水厂", "县水利局"]]
        {
            assert!(!numbered_group(words), "{words:?}");
        }
    }
}
