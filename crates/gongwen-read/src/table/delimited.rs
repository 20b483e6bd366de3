//! Rows on one line, their cells kept apart by tabs or pipes; long lines may have been wrapped.

use super::cell::{Piece, begins_name, begins_note, ends_as_unit, is_units, starts_with_body};
use super::fit;
use super::header::{self, Class, Header, group_row};
use super::heading::header_rows;
use super::titled::Titles;
use super::words::{Place, Words};
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};
use crate::severed;
use gongwen_lexicon::column_list;

/// Most bars on a line of a table.
const MOST_BARS: usize = 65;

/// A row as its cells: fragments of the decoded source, and the words of the first fragment.
type Cells<'a> = Vec<Vec<&'a str>>;

/// Rows of tabs under a header of tabs.
pub(super) fn read_tabs(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    let columns = header.names.len();
    let number_column = header.number_column();
    let mut words = Words::default();
    let mut rows = header_rows(header, &mut words);
    let header_rows = rows.len();
    let mut end = header.next;
    let mut open: Option<Cells<'_>> = None;
    // Longest line that broke off inside a row: a line of that length goes on. A header of two rows is no broken one.
    let wrapped = header.next > header.top + 1 && header.under.is_empty();
    let mut broken = if wrapped { chars(lines[header.top].raw) } else { 0 };
    let mut last_chars = 0;
    let mut titles = Titles::default();
    let mut at = header.next;
    while at < lines.len() {
        let line = &lines[at];
        if line.kind == LineKind::Furniture || line.kind == LineKind::Blank && !line.raw.contains('\t') {
            at += 1;
            continue;
        }
        let raw = line.raw.trim_start_matches([' ', '\u{3000}', '\u{FEFF}']);
        let parts: Vec<&str> = raw.trim_end_matches([' ', '\u{3000}', '\r']).split('\t').collect();
        let tabs = parts.len() - 1;
        if tabs == 0 && begins_note(line.text) {
            break;
        }
        // A heading above the next table stands like a row that groups others.
        let heads_rows = || {
            next_words(lines, at + 1).is_some_and(|below| {
                below.raw.contains('\t') && !header::heads_anew(below.raw.split('\t'), header)
            })
        };
        let under_header = open.is_none() && rows.len() == header_rows;
        let titled = tabs == 0 && (titles.takes(line, under_header) || titles.may_take(line)) && heads_rows();
        if let Some(cells) = open.as_mut().filter(|_| !titled) {
            let had = cells.len() - 1;
            let due = number_column.is_some_and(|n| parts.get(n).is_some_and(|p| is_count(p)));
            let room = had + tabs < columns;
            let goes_on = if tabs == 0 {
                let last = cells.last().and_then(|c| c.last()).copied().unwrap_or("");
                let listed = last.ends_with(['、', '，']) || line.text.starts_with(['、', '，', '。']);
                let cut =
                    matches!(header.classes.last(), Some(Class::Lead | Class::Units)) && !ends_as_unit(last);
                // Another body on a line of its own; behind the last row it may be who signs.
                let more = || {
                    matches!(header.classes.last(), Some(Class::Lead | Class::Units))
                        && starts_with_body(line.text)
                        && lines.get(at + 1).is_some_and(|next| next.raw.contains('\t'))
                };
                !line.gap && (had + 1 < columns || cut || more())
                    || listed
                    || broken > 0 && last_chars >= broken && !line.gap
            } else {
                let new_row = due && (number_column != Some(0) || had > 0);
                room && !new_row && !line.gap
            };
            if goes_on {
                // A break in front of a body is its list's own, no wrap.
                if tabs > 0 || !starts_with_body(line.text) {
                    broken = broken.max(last_chars);
                }
                for (i, part) in parts.iter().enumerate() {
                    match cells.last_mut() {
                        Some(cell) if i == 0 => cell.push(part),
                        _ => cells.push(vec![part]),
                    }
                }
                last_chars = chars(raw);
                at += 1;
                end = at;
                continue;
            }
        }
        if let Some(cells) = open.take() {
            close(lines, &cells, header, &mut rows, &mut words);
        }
        if tabs == 0 {
            if !(titled || group_row(line.text) && heads_rows()) {
                break;
            }
            rows.push(vec![TextCell::over(columns, words.whole(Piece::range(line, line.text)))]);
        } else if parts.iter().filter(|p| header.repeats(p.trim())).count() * 2 <= columns {
            open = Some(parts.iter().map(|&p| vec![p]).collect());
            last_chars = chars(raw);
        } else if rows.len() == header_rows {
            // A header under a header heads nothing.
            break;
        }
        at += 1;
        end = at;
    }
    if let Some(cells) = open.take() {
        close(lines, &cells, header, &mut rows, &mut words);
    }
    mend(lines, header_rows, columns, &mut rows, &mut words);
    let body = rows.len() > header_rows;
    body.then_some(TextTable {
        lines: header.top..end,
        caption: None,
        header_rows,
        columns,
        rows,
        words,
        unsure: None,
    })
}

fn next_words<'l, 'a>(lines: &'l [Line<'a>], from: usize) -> Option<&'l Line<'a>> {
    lines[from..].iter().take(4).find(|l| l.kind == LineKind::Words)
}

fn chars(text: &str) -> usize {
    text.trim_end().chars().count()
}

fn is_count(text: &str) -> bool {
    let text = text.trim();
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Adds a row, its cells moved right where the empty cell in front was lost.
fn close(
    lines: &[Line<'_>],
    cells: &Cells<'_>,
    header: &Header,
    rows: &mut Vec<Vec<TextCell>>,
    words: &mut Words,
) {
    let columns = header.names.len();
    let number = header.number_column();
    let counts = |c: usize| cells.get(c).is_some_and(|cell| cell.iter().any(|p| is_count(p)));
    let shift =
        usize::from(number.is_some_and(|n| n > 0 && !counts(n) && counts(n - 1) && cells.len() < columns));
    let mut row: Vec<TextCell> = Vec::with_capacity(columns);
    row.extend((0..shift).map(|c| TextCell::single(c, Place::default())));
    for (i, cell) in cells.iter().enumerate() {
        let column = i + shift;
        if column < columns {
            row.push(TextCell::single(column, words.cell()));
        }
        // More cells than columns: nothing may be lost, so the last one keeps them as paragraphs.
        let Some(last) = row.last_mut() else { continue };
        let bodies = matches!(header.classes.get(column), Some(Class::Lead | Class::Units));
        let parts = cell.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
        let mut before = None;
        for part in parts {
            let Some(range) = place(lines, part) else { continue };
            // `县科协` over `团县委`: a break between bodies parts them like a mark.
            let begins =
                before.is_none_or(|before| bodies && begins_name(before, part) && starts_with_body(part));
            if begins {
                words.begin(&mut last.words, range);
            } else {
                words.go_on(&mut last.words, range);
            }
            before = Some(part);
        }
    }
    for column in row.len()..columns {
        row.push(TextCell::single(column, Place::default()));
    }
    if row.iter().any(|cell| !cell.words.is_empty()) {
        rows.push(row);
    }
}

/// Where `words` stand: they are a part of one of the lines.
pub(super) fn place(lines: &[Line<'_>], words: &str) -> Option<(u32, u32)> {
    let first = lines.first()?;
    let start = first.start as usize + (words.as_ptr() as usize).wrapping_sub(first.raw.as_ptr() as usize);
    Some((start as u32, (start + words.len()) as u32))
}

/// A table of pipes that begins on line `top`, with or without its rule.
pub(super) fn read_pipes(lines: &[Line<'_>], top: usize) -> Option<TextTable> {
    let first = lines[top].text;
    let framed = first.starts_with('|');
    if memchr::memchr_iter(b'|', first.as_bytes()).take(MOST_BARS + 1).count() > MOST_BARS {
        return None;
    }
    let columns = cells_of(first).len();
    if columns < 2 {
        return None;
    }
    let names = cells_of(first);
    let lists: Vec<_> = names.iter().map(|name| column_list(name.trim_matches(['*', ' ']))).collect();
    let named = lists.iter().flatten().count() >= 2;
    if !named && !framed && !lines.get(top + 1).is_some_and(|next| is_rule(next.text)) {
        // Nothing says that these bars part cells.
        return None;
    }
    let classes = header::classes(&lists);
    let mut rows: Vec<Vec<TextCell>> = Vec::new();
    let mut words = Words::default();
    let (mut ruled, mut unsure, mut end, mut at) = (None, None, top, top);
    let mut open: Vec<&str> = Vec::new();
    // The last row with a cell in each column.
    let mut filled = vec![0; columns];
    while at < lines.len() {
        let line = &lines[at];
        if line.kind == LineKind::Furniture && !line.text.contains('|') {
            at += 1;
            continue;
        }
        if line.kind == LineKind::Blank {
            // Doubled line ends put a blank between rows; two mean the end.
            match lines.get(at + 1) {
                Some(next)
                    if next.text.contains('|')
                        && framed == next.text.starts_with('|')
                        && !(rows.len() > 1 && heads_anew(lines, at + 1, &names)) =>
                {
                    at += 1;
                }
                _ => break,
            }
            continue;
        }
        if !line.text.contains('|') && open.is_empty() {
            break;
        }
        if is_rule(line.text) {
            ruled = ruled.or(Some(rows.len()));
            at += 1;
            end = at;
            continue;
        }
        open.push(line.text);
        at += 1;
        let bars: usize = open.iter().map(|part| bars(part)).sum();
        let short = || open.len() == 1 && line.text.ends_with('|') && !goes_on(lines, at);
        let whole = !framed || bars > columns || open.len() > 40 || short();
        if whole {
            let mut row = pipe_row(lines, &open, framed, columns, &mut words);
            // A row without a frame that lacks merged cells was filled up at its end.
            while !framed && row.pop_if(|cell| cell.words.is_empty()).is_some() {}
            let places = spread(lines, &mut row, &mut rows, &filled, (&classes, &words), !framed);
            if let Some(places) = places {
                unsure = unsure.or(fit::torn(&places, &classes).then_some(at - 1));
            } else {
                row.extend((row.len()..columns).map(|column| TextCell::single(column, Place::default())));
            }
            open.clear();
            end = at;
            for cell in &row {
                filled[usize::from(cell.column)] = rows.len();
            }
            rows.push(row);
        }
    }
    let enough = ruled.is_some() || named || framed && rows.len() >= 2;
    if !enough || rows.len() < 2 {
        return None;
    }
    let header_rows = match ruled {
        Some(rows) => rows,
        None => usize::from(named),
    };
    // A header repeated on a later page is not a row.
    let header = rows.first().map(|row| words_of(lines, &words, row)).unwrap_or_default();
    let mut index = 0;
    rows.retain(|row| {
        index += 1;
        index == 1 || words_of(lines, &words, row) != header
    });
    mend(lines, header_rows, columns, &mut rows, &mut words);
    Some(TextTable { lines: top..end, caption: None, header_rows, columns, rows, words, unsure })
}

/// Puts rows that go on with the row above to it. Merged cells of that row may reach down beside them.
pub(super) fn mend(
    lines: &[Line<'_>],
    header_rows: usize,
    columns: usize,
    rows: &mut Vec<Vec<TextCell>>,
    words: &mut Words,
) {
    let single = |(at, cell): (usize, &TextCell)| usize::from(cell.column) == at && cell.colspan == 1;
    let whole = |row: &[TextCell]| row.len() == columns && row.iter().enumerate().all(single);
    let first = |row: &[TextCell]| row.first().is_some_and(|cell| cell.column == 0 && !cell.words.is_empty());
    let opens = |row: &[TextCell]| row.first().is_some_and(|cell| cell.column == 0 && cell.words.is_empty());
    let beside = |above: &[TextCell], row: &[TextCell]| {
        let free = |column: u16| above.get(usize::from(column)).is_some_and(|over| over.rowspan == 1);
        let down = above.iter().filter(|cell| cell.rowspan > 1).count();
        row.len() + down == columns
            && row.iter().all(|cell| cell.rowspan == 1 && cell.colspan == 1 && free(cell.column))
    };
    let text = |row: &[TextCell], words: &Words| -> Vec<String> {
        let mut cells = vec![String::new(); columns];
        for cell in row {
            let parts = words.of(cell.words).iter();
            cells[usize::from(cell.column)]
                .extend(parts.filter_map(|part| slice(lines, part.start, part.end)));
        }
        cells
    };
    let (mut torn, mut kept): (usize, Vec<Vec<TextCell>>) = (0, Vec::with_capacity(rows.len()));
    for (at, row) in std::mem::take(rows).into_iter().enumerate() {
        let above = kept.last_mut().filter(|_| at > header_rows && torn < severed::MOST && opens(&row));
        let above = above.filter(|above| first(above) && whole(above) && beside(above, &row));
        match above {
            Some(above) if severed::goes_on(&text(above, words), &text(&row, words)) => {
                torn += 1;
                for more in row.iter().filter(|more| !more.words.is_empty()) {
                    let cell = &mut above[usize::from(more.column)];
                    cell.words = words.together(cell.words, more.words);
                }
                for cell in above.iter_mut() {
                    cell.rowspan = (cell.rowspan - 1).max(1);
                }
            }
            _ => {
                torn = 0;
                kept.push(row);
            }
        }
    }
    *rows = kept;
}

/// Whether a framed row that lacks cells goes on in the lines from `at`: one of them ends with its frame and none begins with it.
fn goes_on(lines: &[Line<'_>], at: usize) -> bool {
    /// Lines over which a wrap may spread a row.
    const FAR: usize = 6;
    let below = lines[at..].iter().filter(|line| line.kind != LineKind::Furniture).take(FAR);
    below.take_while(|line| line.has_words() && !line.text.starts_with('|')).any(|l| l.text.ends_with('|'))
}

/// Gives the cells of a row that has too few their columns, and lets the cells above reach down over the gaps: what was merged
/// was printed once. `None` where their columns are not sure. `merged` where nothing but a merged cell can be
/// lacking; `filled` is the last row with a cell in each column.
fn spread(
    lines: &[Line<'_>],
    row: &mut [TextCell],
    rows: &mut [Vec<TextCell>],
    filled: &[usize],
    (classes, words): (&[Class], &Words),
    merged: bool,
) -> Option<Vec<usize>> {
    let text = |cell: &TextCell| match words.of(cell.words) {
        [] => "",
        [first, ..] => slice(lines, first.start, first.end).unwrap_or(""),
    };
    let pieces: Vec<Piece<'_>> = row.iter().map(|cell| Piece::lone(text(cell))).collect();
    let places = fit::spread(&pieces, classes, merged)?;
    for column in (0..classes.len()).filter(|column| !places.contains(column)) {
        // Nothing reaches down from the header.
        let above = rows.get_mut(filled[column]).filter(|_| filled[column] > 0);
        let above = above.and_then(|row| row.iter_mut().find(|cell| usize::from(cell.column) == column));
        if let Some(above) = above {
            above.rowspan = above.rowspan.saturating_add(1);
        }
    }
    for (cell, &column) in row.iter_mut().zip(&places) {
        cell.column = column as u16;
    }
    Some(places)
}

/// Whether a row behind a blank is the header of another table: a rule stands below it, or it names columns, and it does not
/// repeat the names above.
fn heads_anew(lines: &[Line<'_>], at: usize, names: &[&str]) -> bool {
    let bare = |cell: &str| cell.trim_matches(['*', ' ', '\u{3000}']).to_owned();
    let cells = cells_of(lines[at].text);
    if cells.len() == names.len() && cells.iter().zip(names).all(|(cell, name)| bare(cell) == bare(name)) {
        return false;
    }
    let below = lines[at + 1..].iter().take(2).find(|line| line.kind != LineKind::Blank);
    below.is_some_and(|line| is_rule(line.text))
        || cells.iter().filter(|cell| column_list(&bare(cell)).is_some()).count() >= 2
}

fn words_of<'a>(lines: &[Line<'a>], words: &Words, row: &[TextCell]) -> Vec<&'a str> {
    let parts = row.iter().flat_map(|cell| words.of(cell.words));
    parts.filter_map(|part| slice(lines, part.start, part.end)).collect()
}

/// The words at a place of the decoded source.
pub(super) fn slice<'a>(lines: &[Line<'a>], start: u32, end: u32) -> Option<&'a str> {
    let index = lines.partition_point(|l| l.start <= start).checked_sub(1)?;
    let line = &lines[index];
    line.raw.get((start - line.start) as usize..(end - line.start) as usize)
}

fn is_rule(text: &str) -> bool {
    (text.contains("--") || text.contains(":-") || text.contains("-:"))
        && text.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'+' | b'\t'))
}

fn bars(text: &str) -> usize {
    memchr::memchr_iter(b'|', text.as_bytes()).count() - text.matches("\\|").count()
}

/// The cells of a line of pipes, without the frame.
pub(super) fn cells_of(text: &str) -> Vec<&str> {
    let inner = text.trim();
    let inner = inner.strip_prefix('|').unwrap_or(inner);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    split_bars(inner)
}

/// Splits at bars that are not escaped.
fn split_bars(text: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut from = 0;
    for at in memchr::memchr_iter(b'|', text.as_bytes()) {
        if at > 0 && text.as_bytes()[at - 1] == b'\\' {
            continue;
        }
        cells.push(&text[from..at]);
        from = at + 1;
    }
    cells.push(&text[from..]);
    cells
}

fn pipe_row(
    lines: &[Line<'_>],
    parts: &[&str],
    framed: bool,
    columns: usize,
    filled: &mut Words,
) -> Vec<TextCell> {
    let mut cells: Cells<'_> = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        let mut part = part.trim();
        if framed && i == 0 {
            part = part.strip_prefix('|').unwrap_or(part);
        }
        if framed && i + 1 == parts.len() {
            part = part.strip_suffix('|').unwrap_or(part);
        }
        for (k, words) in split_bars(part).into_iter().enumerate() {
            match cells.last_mut() {
                Some(cell) if k == 0 => cell.push(words),
                _ => cells.push(vec![words]),
            }
        }
    }
    let mut row: Vec<TextCell> = Vec::with_capacity(columns);
    for (column, cell) in cells.iter().enumerate().take(columns) {
        let mut whole = filled.cell();
        let mut broken = false;
        for part in cell {
            for (k, words) in part.split("<br").enumerate() {
                let words =
                    if k > 0 { words.trim_start_matches([' ', '/']).trim_start_matches('>') } else { words };
                let words = words.trim();
                broken |= k > 0;
                if words.is_empty() {
                    continue;
                }
                let Some(range) = place(lines, words) else { continue };
                if std::mem::take(&mut broken) {
                    filled.begin(&mut whole, range);
                } else {
                    filled.go_on(&mut whole, range);
                }
            }
        }
        row.push(TextCell::single(column, whole));
    }
    row
}

/// Whether a cell under this class may hold such words; for rows whose cells had to be counted off.
pub(super) fn suits(class: Class, words: &str) -> bool {
    match class {
        Class::Number => is_count(words),
        Class::Lead | Class::Units => is_units(words) || words.chars().count() <= 12,
        _ => true,
    }
}
