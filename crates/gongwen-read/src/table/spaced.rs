//! Columns kept apart by spaces, one row a line; what a cell has no room for stands below it, in further lines.

use super::cell::{Piece, begins_name, begins_note, compose, is_units, name_goes_on, spelled, split_spaces};
use super::delimited::{slice, suits};
use super::header::{
    Class, Header, adds_up, group_cells, group_row, heads_anew, numbered_group, starts_number,
};
use super::heading::header_rows;
use super::titled::Titles;
use super::words::Words;
use super::{TextCell, TextTable};
use super::{fit, ragged};
use crate::line::{Line, LineKind};
use gongwen_text::Label;
use gongwen_text::date::is_time_alone;

/// Reads rows of spaces under `header`; `None` where the lines are no such rows.
pub(super) fn read(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    let columns = header.names.len();
    let mut filled = Words::default();
    let mut rows = header_rows(header, &mut filled);
    let header_rows = rows.len();
    let mut end = header.next;
    let mut body = 0;
    let mut unsure = None;
    let mut open = Open::default();
    let mut titles = Titles::default();
    let screen = Screen::of(lines, header);
    for (at, line) in lines.iter().enumerate().skip(header.next) {
        match line.kind {
            LineKind::Words => {}
            LineKind::Blank | LineKind::Furniture => continue,
        }
        if begins_note(line.text) {
            break;
        }
        let words: Vec<&str> = spelled(line.text);
        if words.iter().filter(|w| header.repeats(w)).count() * 2 > columns {
            if body == 0 {
                break;
            }
            end = at + 1;
            continue;
        }
        // A heading below the table looks like a row that groups others; only such a row has rows below it.
        let groups = || {
            let sum = |line: &&Line<'_>| adds_up(&spelled(line.text));
            let below =
                lines[at + 1..].iter().filter(|line| line.has_words()).take(2).find(|line| !sum(line));
            below.is_some_and(|line| {
                !heads_anew(split_spaces(line.text, 1).collect::<Vec<_>>().into_iter(), header)
                    && row(line, at + 1, (header, &screen), &mut Words::default()).is_some()
            })
        };
        let counted = || {
            let below = lines[at + 1..].iter().find(|line| line.has_words());
            header.number_column() == Some(0) && below.is_some_and(|line| starts_number(line.text))
        };
        if adds_up(&words) {
            end = if body > 0 { at + 1 } else { end };
            open = Open::default();
            continue;
        }
        let cells = || split_spaces(line.text, 2).collect::<Vec<_>>();
        let titled = titles.takes(line, rows.len() == header_rows);
        let group = group_row(line.text) && (words.len() <= 2 || group_cells(&cells()))
            || numbered_group(&words) && counted()
            || titled;
        if group && groups() {
            rows.push(vec![TextCell::over(columns, filled.whole(Piece::range(line, line.text)))]);
            end = at + 1;
            continue;
        }
        if let Some(last) = rows.last_mut().filter(|_| body > 0)
            && open.takes(line, at, (header, &screen))
        {
            for (cell, pieces) in last.iter_mut().zip(&open.cells) {
                // What stands on one line was put there before, unless the row had nothing in this column.
                if pieces.len() < 2 && (pieces.is_empty() || !cell.words.is_empty()) {
                    continue;
                }
                cell.words = compose(&mut filled, pieces, header.classes[usize::from(cell.column)], WIDEST);
            }
            end = at + 1;
            continue;
        }
        let Some((row, torn)) = row(line, at, (header, &screen), &mut filled) else {
            if titles.may_take(line) && groups() {
                rows.push(vec![TextCell::over(columns, filled.whole(Piece::range(line, line.text)))]);
                open = Open::default();
                end = at + 1;
                continue;
            }
            let last = rows.last_mut().filter(|_| body > 0).and_then(|r| r.last_mut());
            if words.len() == 1 && goes_on(lines, header, last, &mut filled, line) {
                end = at + 1;
                continue;
            }
            break;
        };
        open = Open::row(line, at, &row, &filled);
        rows.push(row);
        unsure = unsure.or(torn.then_some(at));
        body += 1;
        end = at + 1;
    }
    // Of few columns without numbers the rest would be taken for sentences: all of it is read, or nothing.
    let broken =
        columns < 4 && header.number_column().is_none() && looks_like_row(lines, header, end).is_some();
    (body > 0 && !broken).then_some(TextTable {
        lines: header.top..end,
        caption: None,
        header_rows,
        columns,
        rows,
        unsure,
        words: filled,
    })
}

/// Where the names of a header stand.
#[derive(Default)]
struct Screen {
    /// The columns of the screen at which they begin; none where that is not told.
    starts: Vec<usize>,
    /// The stretches of the screen that they take, where figures stand below them that may be lacking.
    over: Vec<std::ops::Range<usize>>,
}

impl Screen {
    fn of(lines: &[Line<'_>], header: &Header) -> Self {
        let line = &lines[header.top];
        let names = spelled(line.text);
        if names.len() != header.names.len() {
            return Self::default();
        }
        let starts: Option<Vec<usize>> = names.iter().map(|name| screen_column(line, name)).collect();
        let over = ragged::stretches(line, &names).filter(|over| {
            let plain =
                header.classes.iter().all(|class| matches!(class, Class::Any | Class::Group | Class::Value));
            plain && over.len() > 2 && ragged::shows(lines, header.next, over)
        });
        Self { starts: starts.unwrap_or_default(), over: over.unwrap_or_default() }
    }
}

/// Characters that no line of a table of spaces fills, so that a sentence that ends in a cell is followed by a paragraph.
const WIDEST: usize = 200;

/// The last row, whose cells may go on below it.
#[derive(Default)]
struct Open<'a> {
    /// The lines of each cell.
    cells: Vec<Vec<Piece<'a>>>,
    /// Where each cell begins, in columns of the screen; `None` where it is empty.
    starts: Vec<Option<usize>>,
}

impl<'a> Open<'a> {
    /// The row that stands on `line`.
    fn row(line: &Line<'a>, at: usize, cells: &[TextCell], filled: &Words) -> Self {
        let mut open = Self::default();
        for cell in cells {
            let place = filled.of(cell.words).first();
            let words = place.and_then(|f| {
                let from = (f.start - line.start) as usize;
                line.raw.get(from..from + (f.end - f.start) as usize)
            });
            open.cells.push(words.map(|words| Piece::part(line, at, words)).into_iter().collect());
            open.starts.push(words.and_then(|words| screen_column(line, words)));
        }
        open
    }

    /// Takes a line each of whose words stands below a cell of the row, or `starts` a column: the cells go on.
    fn takes(&mut self, line: &Line<'a>, at: usize, (header, screen): (&Header, &Screen)) -> bool {
        if line.gap || self.starts.is_empty() {
            return false;
        }
        let number = header.number_column();
        let starts = &screen.starts[..];
        let mut from = 0;
        let mut below: Vec<(usize, Piece<'a>)> = Vec::new();
        // Whether all words stand below words.
        let mut under = true;
        for words in split_cells(line, starts) {
            let Some(start) = screen_column(line, words) else { return false };
            let near = |c: usize| self.starts[c].is_some_and(|s| s.abs_diff(start) <= 1);
            let empty = |c: usize| self.starts[c].is_none() && starts.get(c) == Some(&start);
            let Some(column) = (from..self.starts.len()).find(|&c| near(c) || empty(c)) else {
                return false;
            };
            // A number begins a row.
            if Some(column) == number {
                return false;
            }
            under &= near(column);
            below.push((column, Piece { gap: false, ..Piece::part(line, at, words) }));
            from = column + 1;
        }
        // All cells but the first, where a merged one reaches down, and words below the first cell begin a row, unless a
        // name that broke off goes on. `（25分）` is no cell's beginning.
        let filled = self.starts.iter().flatten().count();
        let bracket =
            |text: &str| text.starts_with('（') && text.ends_with('）') && Label::read(text).is_none();
        let first = below.first().is_none_or(|(column, piece)| *column == 0 && !bracket(piece.text));
        let begins = !under || number.is_none() && (first || below.len() + 1 >= filled);
        if begins && !self.breaks_in(&below, header) {
            return false;
        }
        for (column, piece) in below {
            self.cells[column].push(piece);
        }
        from > 0
    }

    /// Whether a name of a body that broke off in a row without a number goes on in the pieces below.
    fn breaks_in(&self, below: &[(usize, Piece<'a>)], header: &Header) -> bool {
        let any = |test: &dyn Fn(Class, &str, &str) -> bool| {
            below.iter().any(|(column, piece)| {
                let above = self.cells[*column].last();
                above.is_some_and(|above| test(header.classes[*column], above.text, piece.text))
            })
        };
        header.number_column().is_none()
            && any(&|class, above, text| {
                matches!(class, Class::Lead | Class::Units) && name_goes_on(above, text)
            })
            // A second figure or time is another row's.
            && !any(&|class, above, text| match class {
                Class::Value => true,
                Class::Due => is_time_alone(above) && is_time_alone(text),
                _ => false,
            })
    }
}

/// The words of a line that two blanks part, or a single one in front of words that begin where a column does: beside a full cell
/// there is no more room.
fn split_cells<'a>(line: &Line<'a>, starts: &[usize]) -> impl Iterator<Item = &'a str> {
    const LONGEST_LINE: usize = 800;
    let starts = if line.raw.len() > LONGEST_LINE { &[] } else { starts };
    split_spaces(line.text, 2).flat_map(move |words| {
        let mut rest = words;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let begins = |at: &usize| {
                screen_column(line, &rest[at + 1..]).is_some_and(|start| starts.contains(&start))
            };
            let Some(at) = memchr::memchr_iter(b' ', rest.as_bytes()).find(begins) else {
                return Some(std::mem::take(&mut rest));
            };
            let word = &rest[..at];
            rest = &rest[at + 1..];
            Some(word)
        })
    })
}

/// The column of the screen at which words of a line begin: Han characters are two wide. `None` behind a tab.
fn screen_column(line: &Line<'_>, words: &str) -> Option<usize> {
    let before = &line.raw[..words.as_ptr() as usize - line.raw.as_ptr() as usize];
    let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
    (!before.contains('\t')).then(|| before.chars().map(wide).sum())
}

/// The line at which a table of spaces ended, where wide gaps or its number say that it is one more row.
pub(super) fn looks_like_row<'l, 'a>(
    lines: &'l [Line<'a>],
    header: &Header,
    end: usize,
) -> Option<&'l Line<'a>> {
    // A row whose words stand above and below its middle line shows its cells there.
    const NEAR: usize = 3;
    let cells = header.names.len().min(3);
    let apart = |line: &Line<'_>, least: usize| split_spaces(line.text, least).count() >= cells;
    let counted = header.number_column() == Some(0);
    let row = |line: &&Line<'_>| apart(line, 2) || counted && starts_number(line.text) && apart(line, 1);
    let below = lines[end..].iter().filter(|line| line.kind != LineKind::Furniture).take(NEAR);
    // A signature has its date behind a gap.
    below.take_while(|line| line.has_words() && !line.gap).find(row)
}

/// The line of tabs that stands behind the end of a table of tabs and has as many cells: a line between them was not understood.
pub(super) fn tabs_go_on<'l, 'a>(lines: &'l [Line<'a>], header: &Header, end: usize) -> Option<&'l Line<'a>> {
    let mut below = lines[end..].iter().filter(|line| line.kind == LineKind::Words);
    below.next()?;
    let line = below.next().filter(|line| !line.gap)?;
    let cells = line.raw.split('\t');
    let repeated = cells.clone().filter(|cell| header.repeats(cell.trim())).count();
    let row = cells.clone().count() == header.names.len()
        && repeated * 2 <= header.names.len()
        && !heads_anew(cells, header);
    row.then_some(line)
}

/// Adds a line to the last cell of a row whose words broke off there.
fn goes_on(
    lines: &[Line<'_>],
    header: &Header,
    cell: Option<&mut TextCell>,
    filled: &mut Words,
    line: &Line<'_>,
) -> bool {
    let Some(cell) = cell else { return false };
    let Some(last) = filled.of(cell.words).last().and_then(|f| slice(lines, f.start, f.end)) else {
        return false;
    };
    let open = match header.classes.last() {
        Some(Class::Task | Class::Measure) => !last.ends_with(['。', '；', '！', '：']),
        Some(Class::Lead | Class::Units) => !begins_name(last, line.text),
        _ => false,
    };
    if open && !line.gap {
        filled.go_on(&mut cell.words, Piece::range(line, line.text));
    }
    open && !line.gap
}

/// The cells of one line: by wide gaps, else by any, where their number fits the header; and whether it stays open which of
/// two columns of bodies is empty.
fn row(
    line: &Line<'_>,
    at: usize,
    (header, screen): (&Header, &Screen),
    filled: &mut Words,
) -> Option<(Vec<TextCell>, bool)> {
    let columns = header.names.len();
    let starts = &screen.starts[..];
    let figures = (!screen.over.is_empty()).then(|| ragged::cells(line));
    if let Some(figures) = figures.filter(|cells| cells.len() < columns)
        && let Some(places) = ragged::places(line, &figures, &screen.over)
    {
        let mut cells: Vec<TextCell> = (0..columns).map(|c| TextCell::single(c, filled.cell())).collect();
        for (words, &place) in figures.iter().zip(&places) {
            cells[place].words = filled.whole(Piece::range(line, words));
        }
        return Some((cells, false));
    }
    for least in [2, 1] {
        let mut words: Vec<&str> = split_spaces(line.text, least).collect();
        if words.len() > columns && least > 1 {
            words = spelled(line.text);
        }
        if words.len() < columns && least > 1 {
            let parted: Vec<&str> = split_cells(line, starts).collect();
            if parted.len() > words.len() && by_columns(line, &parted, starts).is_some() {
                words = parted;
            }
        }
        if words.len() == columns {
            let fits = words.iter().zip(&header.classes).all(|(w, &class)| suits(class, w));
            // Two words beside each other may be anything.
            let work = |class: &Class| matches!(class, Class::Task | Class::Measure);
            let proved = || {
                let pieces: Vec<Piece<'_>> = words.iter().map(|w| Piece::lone(w)).collect();
                least > 1 && fit::proves(&pieces, &header.classes)
            };
            if !fits || columns == 2 && header.classes.iter().any(work) && !proved() {
                continue;
            }
            let cell = |(c, w): (usize, &&str)| TextCell::single(c, filled.whole(Piece::range(line, w)));
            return Some((words.iter().enumerate().map(cell).collect(), false));
        }
        // A merged cell leaves a gap; the others say by their kind which one. Without a number only wide gaps part cells.
        let number = header.number_column();
        // Of three columns only one for remarks, at the end.
        let remarks = columns == 3
            && words.len() == 2
            && least > 1
            && header.classes[2] == Class::Any
            && !is_time_alone(words[1]);
        let may_lack = words.len() + 1 == columns && columns > 3
            || words.len() + 2 == columns && words.len() > 2
            || remarks;
        if may_lack && (number.is_some() || least > 1) {
            let pieces: Vec<Piece<'_>> = words.iter().map(|w| Piece::part(line, at, w)).collect();
            let lined_up = by_columns(line, &words, starts);
            let loose = lined_up.is_none();
            let told = lined_up.or_else(|| by_gaps(line.text, &words, columns)).filter(|places| {
                let classes: Vec<Class> = places.iter().map(|&place| header.classes[place]).collect();
                fit::fits(&pieces, &classes)
                    && pieces.iter().zip(&classes).all(|(piece, &class)| suits(class, piece.text))
            });
            let unsure = told.is_none();
            let spread = told.or_else(|| fit::spread(&pieces, &header.classes, false).filter(|_| !remarks));
            // Empty cells at the end leave no trace.
            let first = || {
                let fits = number == Some(0) && fit::fits(&pieces, &header.classes);
                // Without numbers only a column for remarks may be empty.
                let (filled, lack) = header.classes.split_at(pieces.len());
                let remarks =
                    || lack.iter().all(|&class| class == Class::Any) && fit::proves(&pieces, filled);
                (fits || remarks()).then(|| (0..words.len()).collect())
            };
            let Some(places) = spread.or_else(first) else { continue };
            let counted = number.is_none_or(|n| {
                places.iter().position(|&p| p == n).is_some_and(|i| suits(Class::Number, pieces[i].text))
            });
            if !counted {
                continue;
            }
            let mut cells: Vec<TextCell> = (0..columns).map(|c| TextCell::single(c, filled.cell())).collect();
            for (piece, &place) in pieces.iter().zip(&places) {
                cells[place].words = filled.whole(Piece::range(line, piece.text));
            }
            let torn = unsure && fit::torn(&places, &header.classes)
                || loose && fills_two(&pieces, &places, &header.classes);
            return Some((cells, torn));
        }
    }
    None
}

/// Whether words that a lone blank parts may as well be two cells: bodies stand behind it, and a column beside is empty.
fn fills_two(pieces: &[Piece<'_>], places: &[usize], classes: &[Class]) -> bool {
    let bodies = |c: usize| matches!(classes.get(c), Some(Class::Lead | Class::Units));
    let empty = |c: usize| !places.contains(&c);
    pieces.iter().zip(places).any(|(piece, &c)| {
        piece.text.rsplit_once(' ').is_some_and(|(first, last)| {
            is_units(last)
                && (bodies(c + 1) && empty(c + 1)
                    || c > 0 && bodies(c) && empty(c - 1) && !first.split(' ').all(is_units))
        })
    })
}

/// The columns of cells that stand below the names of the header each; `None` where one does not.
fn by_columns(line: &Line<'_>, words: &[&str], starts: &[usize]) -> Option<Vec<usize>> {
    let mut from = 0;
    let mut place = |word: &&str| {
        let start = screen_column(line, word)?;
        let column = (from..starts.len()).find(|&column| starts[column] == start)?;
        from = column + 1;
        Some(column)
    };
    words.iter().map(&mut place).collect()
}

/// The columns of cells between which an empty one shows as a gap twice as wide as those that part two cells.
fn by_gaps(text: &str, words: &[&str], columns: usize) -> Option<Vec<usize>> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let wide = |pair: &[&str]| {
        let gap = &text[start(pair[0]) + pair[0].len()..start(pair[1])];
        gap.chars().map(|c| if c == ' ' { 1 } else { 2 }).sum::<usize>()
    };
    let gaps: Vec<usize> = words.windows(2).map(wide).collect();
    let least = *gaps.iter().min().filter(|&&least| least > 0)?;
    let mut places = vec![0];
    for gap in gaps {
        // Columns that are lined up have gaps of any width.
        if gap % least != 0 {
            return None;
        }
        places.push(places[places.len() - 1] + gap / least);
    }
    (places.last() == Some(&(columns - 1))).then_some(places)
}

#[cfg(test)]
mod tests {
    use crate::table::tests::check;

    #[test]
    fn sums_are_left_out_and_groups_have_rows_of_their_own() {
        let header = "序号  项目名称        建设内容            总投资      责任单位";
        let rows = [
            "1     城北水厂        新建水厂1座         12000       县水利局",
            "2     河东大桥        新建桥梁1座         8000        县交通局",
        ];
        let told = "序号 | 项目名称 | 建设内容 | 总投资 | 责任单位";
        let [first, second] =
            ["1 | 城北水厂 | 新建水厂1座 | 12000 | 县水利局", "2 | 河东大桥 | 新建桥梁1座 | 8000 | 县交通局"];
        for sum in [
            "      合计                                20000",
            "      合计2个                             20000",
        ] {
            check(&[header, sum, rows[0], rows[1], sum].join("\n"), &[told, first, second].join("\n"));
        }
        let group = "      一、城建项目                        12000";
        check(
            &[header, group, rows[0], "二、交通项目（1个）", rows[1]].join("\n"),
            &[told, group.trim(), first, "二、交通项目（1个）", second].join("\n"),
        );
    }
}
