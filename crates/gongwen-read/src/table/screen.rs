//! Columns told by where they stand on the screen: `pdftotext -layout` sets a row's number, and every short cell, on the middle
//! line of a row of several lines, so that a row has words above its number.
//!
//! Reads only what fits throughout: every word stands in one column, every row has its number, and lines are shared out among
//! rows in one way alone ([`super::centred`]). All else is left to [`super::spaced`].

use super::cell::{Piece, compose, spelled, split_spaces};
use super::centred::{self, Cells, Row};
use super::header::{Class, Header, adds_up, group_cells, group_row, heads_anew};
use super::words::Words;
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};
use std::ops::Range;

/// Longest line, in bytes, and most lines of such a table.
const LONGEST_LINE: usize = 800;
const MOST_LINES: usize = 600;
/// Most lines without a number: a row has no more.
const MOST_WITHOUT: usize = 60;

/// Words of a line, apart from others by two blanks.
#[derive(Clone, Debug)]
struct Bit<'a> {
    words: &'a str,
    /// Columns of the screen it takes.
    at: Range<usize>,
}

/// A line of the body.
struct Body<'a> {
    /// Its place among the lines.
    line: usize,
    bits: Vec<Bit<'a>>,
    /// Whether a row's number stands on it.
    number: bool,
    /// Whether a blank line stands above.
    apart: bool,
}

impl Body<'_> {
    /// Whether it is a row that groups others.
    fn groups(&self) -> bool {
        groups(&self.bits)
    }
}

/// Whether the words of a line are a row that groups others.
fn groups(bits: &[Bit<'_>]) -> bool {
    bits.first().is_some_and(|first| group_row(first.words)) && group_cells(&words_of(bits))
}

fn words_of<'a>(bits: &[Bit<'a>]) -> Vec<&'a str> {
    bits.iter().map(|bit| bit.words).collect()
}

/// Reads the rows under `header`; `None` where they do not stand so.
///
/// Programs count a Han character as two columns of the screen, or as one.
/// `doubt` is the first line of rows that may stand so, or begin with their numbers: nothing tells.
pub(super) fn read(lines: &[Line<'_>], header: &Header, doubt: &mut Option<usize>) -> Option<TextTable> {
    if header.number_column() != Some(0) || header.names.len() < 3 {
        return None;
    }
    read_counted(lines, header, 2, doubt).or_else(|| read_counted(lines, header, 1, doubt))
}

fn read_counted(
    lines: &[Line<'_>],
    header: &Header,
    han: usize,
    doubt: &mut Option<usize>,
) -> Option<TextTable> {
    let mut names = bits_of(&lines[header.top], han, spelled(lines[header.top].text).into_iter())?;
    if names.len() != header.names.len() {
        return None;
    }
    let mut heads: Vec<Vec<(u32, u32)>> = header.cells.clone();
    let (mut top, mut next, mut classes) = (header.top, header.next, header.classes.clone());
    if let Some((column, name)) = divided_name(lines, header, &names, han) {
        heads.insert(column, name.parts);
        classes.insert(column, name.class);
        names.insert(column, name.bit);
        (top, next) = (top - 1, next + 1);
    }
    let body = body(lines, next, (&names, han), header)?;
    let end = body.last()?.line + 1;
    let columns = columns(&names, &body)?;
    let words_in = classes.iter().position(|class| *class == Class::Measure);
    let words_in = words_in.or_else(|| classes.iter().position(|class| *class == Class::Task)).unwrap_or(0);
    let groups: Vec<&[Body<'_>]> = body.chunk_by(|_, next| !next.apart).collect();
    let mut rows: Vec<Row<'_>> = Vec::new();
    for group in groups {
        if group.iter().all(|line| !line.number) {
            let [only] = group else { return None };
            if !only.groups() {
                return None;
            }
            let line = &lines[only.line];
            rows.push(Row::group(only.line, Piece::part(line, only.line, only.bits[0].words)));
            continue;
        }
        let (own, loose) = centred::loose(&cells_of_lines(lines, group, &columns)?, &classes);
        let numbers: Vec<usize> = (0..own.len()).filter(|&at| group[own[at]].number).collect();
        let ends = |at: usize| ends_cell(&group[own[at]], &columns[words_in]);
        if centred::open(own.len(), &numbers, ends) {
            *doubt = Some(group[0].line);
        }
        let mut attached = 0;
        for range in centred::share_out(own.len(), &numbers, ends)? {
            let mut row: Vec<&Body<'_>> = own[range].iter().map(|&at| &group[at]).collect();
            // A body over words of work, or among times, is no part of them: whose the rows below are is not told.
            if row.iter().enumerate().any(|(at, line)| names_body(line, at == 0, &columns, &classes)) {
                return None;
            }
            let (first, last) = (row.first()?.line, row.last()?.line);
            // A merged cell between two rows stands with the upper one.
            let between = loose.iter().map(|&at| &group[at]).filter(|it| it.line == last + 1);
            let lines_of_row = row.len();
            row.extend(between);
            attached += row.len() - lines_of_row;
            rows.push(Row { first, last, cells: cells(lines, &row, &columns)? });
        }
        if attached < loose.len() {
            return None;
        }
    }
    // Where every row begins with its number, nothing is centred.
    let begins =
        |row: &Row<'_>| row.cells.first().is_none_or(|cell| cell.iter().all(|it| it.line == row.first));
    if rows.iter().all(begins) || centred::torn(&rows, &classes) {
        return None;
    }
    let mut words = Words::default();
    let header_row =
        heads.iter().enumerate().map(|(c, parts)| TextCell::single(c, words.joined(parts))).collect();
    let mut table =
        TextTable { lines: top..end, header_rows: 1, columns: names.len(), ..TextTable::default() };
    table.rows.push(header_row);
    let merged = centred::merged(&rows, &classes);
    table.unsure = merged.unsure(&rows, &classes);
    for (at, row) in rows.iter().enumerate() {
        if let Some(group) = row.grouping() {
            table.rows.push(vec![TextCell::over(names.len(), words.whole(group.place()))]);
            continue;
        }
        let mut cells = Vec::with_capacity(names.len());
        for (column, &class) in classes.iter().enumerate() {
            // What reaches over several rows is printed in one of them.
            let Some(reach) = merged.reach(at, column) else { continue };
            let pieces = &rows[reach.printed].cells[column];
            let width = pieces.iter().map(|piece| piece.text.chars().count()).max().unwrap_or(0);
            let cell = TextCell::single(column, compose(&mut words, pieces, class, width + 1));
            cells.push(TextCell { rowspan: reach.rows, ..cell });
        }
        table.rows.push(cells);
    }
    table.words = words;
    Some(table)
}

/// The lines of a table whose rows could not be told apart, each a row of one cell: words of several cells beside each other make no
/// sentences.
pub(super) fn unread(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    /// Lines below that a row may begin on.
    const NEAR: usize = 2;
    let names = bits_of(&lines[header.top], 2, spelled(lines[header.top].text).into_iter())?;
    if names.len() != header.names.len() || names.len() < 3 {
        return None;
    }
    let columns = names.len();
    let mut words = Words::default();
    let mut rows = Vec::new();
    let mut end = header.next;
    for (at, line) in lines.iter().enumerate().skip(header.top).take(MOST_LINES) {
        if !line.has_words() {
            continue;
        }
        let Some(bits) = bits(line, 2).filter(|_| line.heading.is_none()) else { break };
        // A row that groups others has one of several cells below it, a heading has not.
        let groups = || {
            let below = lines[at + 1..].iter().find(|line| line.has_words());
            group_row(line.text)
                && below.and_then(|below| self::bits(below, 2)).is_some_and(|it| it.len() > 2)
        };
        // The first cell of a row may go on below it, where another row follows.
        let goes_on = || {
            let below = lines[at + 1..].iter().take(NEAR).take_while(|line| line.has_words() && !line.gap);
            below.filter_map(|line| self::bits(line, 2)).any(|bits| bits.len() > 1)
        };
        if at > header.top
            && bits.len() < 2
            && bits[0].at.start < names[1].at.start
            && !groups()
            && !goes_on()
        {
            break;
        }
        rows.push(vec![TextCell::over(columns, words.whole(Piece::range(line, line.text)))]);
        end = at + 1;
    }
    let lines = header.top..end;
    (rows.len() > 1).then_some(TextTable {
        lines,
        header_rows: 1,
        columns,
        rows,
        words,
        ..TextTable::default()
    })
}

/// The words of a line with their places; `None` where a tab stands among them.
fn bits<'a>(line: &Line<'a>, han: usize) -> Option<Vec<Bit<'a>>> {
    bits_of(line, han, split_spaces(line.text, 2))
}

/// The same for the words that a line is parted in.
fn bits_of<'a>(line: &Line<'a>, han: usize, words: impl Iterator<Item = &'a str>) -> Option<Vec<Bit<'a>>> {
    if line.raw.len() > LONGEST_LINE || line.raw.contains('\t') {
        return None;
    }
    // An ideographic space is as wide as it looks.
    let wide = |c: char| {
        if c.is_ascii() {
            1
        } else if c == '\u{3000}' {
            2
        } else {
            han
        }
    };
    let mut at = 0;
    let mut seen = 0;
    let bit = |words: &'a str| {
        let start = words.as_ptr() as usize - line.raw.as_ptr() as usize;
        at += line.raw[seen..start].chars().map(wide).sum::<usize>();
        let from = at;
        at += words.chars().map(wide).sum::<usize>();
        seen = start + words.len();
        Bit { words, at: from..at }
    };
    Some(words.map(bit).collect())
}

/// A name of the header that stands on two lines, above and below the others.
struct Divided<'a> {
    parts: Vec<(u32, u32)>,
    class: Class,
    bit: Bit<'a>,
}

/// `完成` above and `时限` below the line of names, and its column.
fn divided_name<'a>(
    lines: &[Line<'a>],
    header: &Header,
    names: &[Bit<'a>],
    han: usize,
) -> Option<(usize, Divided<'a>)> {
    let (above, below) = (lines.get(header.top.checked_sub(1)?)?, lines.get(header.next)?);
    if !above.has_words() || !below.has_words() || below.gap || lines[header.top].gap {
        return None;
    }
    let (above_bits, below_bits) = (bits(above, han)?, bits(below, han)?);
    let ([high], [low]) = (&above_bits[..], &below_bits[..]) else { return None };
    let class = super::header::class_of(&[high.words, low.words].concat())?;
    let at = high.at.start.min(low.at.start)..high.at.end.max(low.at.end);
    let over = high.at.start < low.at.end && low.at.start < high.at.end;
    let free = names.iter().all(|name| name.at.end <= at.start || at.end <= name.at.start);
    let parts = vec![Piece::range(above, high.words), Piece::range(below, low.words)];
    let column = names.iter().filter(|name| name.at.end <= at.start).count();
    (over && free).then_some((column, Divided { parts, class, bit: Bit { words: high.words, at } }))
}

/// The lines of the body, up to one that crosses columns, and without what stands below the last number.
fn body<'a>(
    lines: &[Line<'a>],
    from: usize,
    (names, han): (&[Bit<'a>], usize),
    header: &Header,
) -> Option<Vec<Body<'a>>> {
    let mut body: Vec<Body<'a>> = Vec::new();
    let mut apart = false;
    // Where the last row with a number may end.
    let mut kept = 0;
    for (at, line) in lines.iter().enumerate().skip(from).take(MOST_LINES) {
        match line.kind {
            LineKind::Furniture => continue,
            LineKind::Blank => {
                apart = true;
                continue;
            }
            LineKind::Words => {}
        }
        let Some(bits) = bits(line, han).filter(|_| line.heading.is_none()) else { break };
        if bits.iter().filter(|bit| header.repeats(bit.words)).count() * 2 > names.len() {
            continue;
        }
        if heads_anew(bits.iter().map(|bit| bit.words), header) || body.len() > kept + MOST_WITHOUT {
            break;
        }
        let over = |bit: &Bit<'_>| {
            let under = names.iter().filter(|name| bit.at.start < name.at.end && name.at.start < bit.at.end);
            under.count()
        };
        // A row that adds up parts rows as a blank line does.
        if adds_up(&words_of(&bits)) {
            apart = true;
            continue;
        }
        let groups = groups(&bits);
        if !groups && bits.iter().any(|bit| over(bit) > 1) {
            // A row that stands otherwise than those above it: nothing is sure.
            if !apart && (bits.len() > 1 || bits[0].at.start >= names[1].at.start) {
                return None;
            }
            break;
        }
        let number = bits.first().is_some_and(|bit| {
            bit.words.len() <= 3
                && bit.words.bytes().all(|b| b.is_ascii_digit())
                && bit.at.end <= names[1].at.start
        });
        body.push(Body { line: at, bits, number, apart: apart || groups });
        apart = groups;
        kept = if number || kept + 1 == body.len() && !body[kept].apart { body.len() } else { kept };
    }
    if body.len() == MOST_LINES {
        return None;
    }
    body.truncate(kept);
    Some(body)
}

/// The stretch of the screen that each column takes, if all words stand in one and a name stands over each.
fn columns(names: &[Bit<'_>], body: &[Body<'_>]) -> Option<Vec<Range<usize>>> {
    let lines = body.iter().filter(|line| !line.groups());
    let mut taken: Vec<Range<usize>> =
        lines.flat_map(|line| &line.bits).chain(names).map(|bit| bit.at.clone()).collect();
    taken.sort_unstable_by_key(|at| at.start);
    let mut bands: Vec<Range<usize>> = Vec::with_capacity(names.len());
    for at in taken {
        match bands.last_mut() {
            Some(last) if at.start < last.end => last.end = last.end.max(at.end),
            _ => bands.push(at),
        }
    }
    // Short cells to the left of a name in the middle of its column: they are that name's where no other is as near.
    let mut columns: Vec<Option<Range<usize>>> = vec![None; names.len()];
    for band in bands {
        let mut over =
            (0..names.len()).filter(|&n| names[n].at.start < band.end && band.start < names[n].at.end);
        let column = match (over.next(), over.next()) {
            (Some(column), None) => column,
            (None, _) => nearest(names, &band)?,
            _ => return None,
        };
        columns[column] = Some(match columns[column].take() {
            Some(own) => own.start.min(band.start)..own.end.max(band.end),
            None => band,
        });
    }
    columns.into_iter().collect()
}

/// The name in whose column words stand that no name stands over: twice as near as the next.
fn nearest(names: &[Bit<'_>], band: &Range<usize>) -> Option<usize> {
    let far = |name: &Bit<'_>| {
        if band.end <= name.at.start {
            name.at.start - band.end
        } else {
            band.start.saturating_sub(name.at.end)
        }
    };
    let mut by_distance: Vec<usize> = (0..names.len()).collect();
    by_distance.sort_by_key(|&n| far(&names[n]));
    let [first, second, ..] = by_distance[..] else { return None };
    (far(&names[first]) * 2 <= far(&names[second])).then_some(first)
}

/// The words of a row by column; `None` where some stand in none.
fn cells<'a>(lines: &[Line<'a>], row: &[&Body<'a>], columns: &[Range<usize>]) -> Option<Cells<'a>> {
    let mut cells: Cells<'a> = vec![Vec::new(); columns.len()];
    for (line, bit) in row.iter().flat_map(|line| line.bits.iter().map(move |bit| (line, bit))) {
        let column = columns.iter().position(|at| at.start <= bit.at.start && bit.at.end <= at.end)?;
        cells[column].push(Piece { gap: false, ..Piece::part(&lines[line.line], line.line, bit.words) });
    }
    Some(cells)
}

/// For each line of a group, which columns it has words in.
fn cells_of_lines(
    lines: &[Line<'_>],
    group: &[Body<'_>],
    columns: &[Range<usize>],
) -> Option<Vec<Vec<bool>>> {
    let filled = |line| Some(cells(lines, &[line], columns)?.iter().map(|cell| !cell.is_empty()).collect());
    group.iter().map(filled).collect()
}

/// Whether a line of a row holds the name of a body alone, in a column of times or figures, or `first` in one of words, which may name
/// bodies further on.
fn names_body(line: &Body<'_>, first: bool, columns: &[Range<usize>], classes: &[Class]) -> bool {
    let [only] = &line.bits[..] else { return false };
    let column = columns.iter().position(|at| at.start <= only.at.start && only.at.end <= at.end);
    let other = match column.map(|column| classes[column]) {
        Some(Class::Due | Class::Value) => true,
        Some(Class::Task | Class::Measure) => first,
        _ => false,
    };
    other && !line.number && gongwen_lexicon::agency::name_at_start(only.words) == Some(only.words.len())
}

/// Whether what a line has in the column of sentences ends there.
fn ends_cell(line: &Body<'_>, column: &Range<usize>) -> bool {
    let words = line.bits.iter().find(|bit| column.start <= bit.at.start && bit.at.end <= column.end);
    words.is_none_or(|bit| bit.words.ends_with(['。', '；', '！', '.', ';']))
}
