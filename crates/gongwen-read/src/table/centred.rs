//! Rows of several lines whose number stands on the middle one: which lines are whose, and which rows a merged cell reaches over.

use super::cell::{Piece, begins_name};
use super::header::Class;
use std::ops::Range;

/// The pieces of each column of a row.
pub(super) type Cells<'a> = Vec<Vec<Piece<'a>>>;

/// A row of the body.
pub(super) struct Row<'a> {
    /// Its first line.
    pub(super) first: usize,
    /// Its last line.
    pub(super) last: usize,
    /// Its words by column; a single cell where it groups others.
    pub(super) cells: Cells<'a>,
}

impl<'a> Row<'a> {
    /// A row that groups others.
    pub(super) fn group(line: usize, words: Piece<'a>) -> Self {
        Self { first: line, last: line, cells: vec![vec![words]] }
    }

    /// Its words in a column; none where it groups others.
    fn cell(&self, column: usize) -> &[Piece<'a>] {
        if self.grouping().is_some() { &[] } else { &self.cells[column] }
    }

    /// Its words where it groups others.
    pub(super) fn grouping(&self) -> Option<&Piece<'a>> {
        match &self.cells[..] {
            [only] => only.first(),
            _ => None,
        }
    }
}

/// Which lines make rows, and which hold nothing but one merged cell each, between two rows.
///
/// `filled` says of each line which columns it has words in.
pub(super) fn loose(filled: &[Vec<bool>], classes: &[Class]) -> (Vec<usize>, Vec<usize>) {
    let merges = |class: &Class| matches!(class, Class::Group | Class::Lead | Class::Units | Class::Due);
    let is_loose = |at: &usize| {
        let alone = |column: usize| {
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            merges(&classes[column]) && beside.filter_map(|near| filled.get(near)).all(|line| !line[column])
        };
        let mut words = (0..classes.len()).filter(|&column| filled[*at][column]).peekable();
        *at > 0 && at + 1 < filled.len() && words.peek().is_some() && words.all(alone)
    };
    (0..filled.len()).partition(|at| !is_loose(at))
}

/// Shares out `lines` lines among the rows whose numbers stand on `numbers`; `None` where that can be done in no way, or in several
/// that fit as well. `ends` says whether the sentences of a line end there.
///
/// Each row has as many lines above its number as below, or one more or less. Lines that begin with a number may be those of rows that
/// begin with theirs: then sentences must tell.
pub(super) fn share_out(
    lines: usize,
    numbers: &[usize],
    ends: impl Fn(usize) -> bool,
) -> Option<Vec<Range<usize>>> {
    if let [_] = numbers {
        // Blank lines around it tell the row.
        return Some(std::iter::once(0..lines).collect());
    }
    if numbers.first() == Some(&0) && numbers.len() < lines {
        let broken = |rows: &[Range<usize>]| rows.iter().any(|row| !ends(row.end - 1));
        let centred = around(lines, numbers, &ends)??;
        let stops = numbers[1..].iter().copied().chain([lines]);
        let begun: Vec<_> = numbers.iter().copied().zip(stops).map(|(from, to)| from..to).collect();
        return (!broken(&centred) && broken(&begun)).then_some(centred);
    }
    around(lines, numbers, &ends)?
}

/// Whether rows that begin with a number may as well stand around theirs, and no sentence ends that could tell.
pub(super) fn open(lines: usize, numbers: &[usize], ends: impl Fn(usize) -> bool) -> bool {
    // One line between two numbers goes with the first.
    numbers.first() == Some(&0)
        && numbers.windows(2).any(|two| two[1] - two[0] > 2)
        && !(0..lines).any(&ends)
        && around(lines, numbers, &ends).is_some()
}

/// Each row around its number; `None` where that is not possible, and inside where it is in several ways.
#[allow(clippy::option_option, reason = "not possible and open differ")]
fn around(
    lines: usize,
    numbers: &[usize],
    ends: &impl Fn(usize) -> bool,
) -> Option<Option<Vec<Range<usize>>>> {
    // By where the row before ends: the least cost of the rows so far, in how many ways, and where this row begins.
    let mut open: Vec<(usize, Best)> = vec![(0, Best::default())];
    let mut steps: Vec<Vec<(usize, Best)>> = Vec::with_capacity(numbers.len());
    for (row, &number) in numbers.iter().enumerate() {
        let limit = numbers.get(row + 1).copied().unwrap_or(lines);
        let mut reached: Vec<(usize, Best)> = Vec::new();
        for &(from, best) in open.iter().filter(|(from, _)| *from <= number) {
            let above = number - from;
            for below in above.saturating_sub(1)..=above + 1 {
                let to = number + below + 1;
                if to > limit {
                    break;
                }
                let cost = best.cost + above.abs_diff(below) + 2 * usize::from(!ends(to - 1));
                match reached.iter_mut().find(|(end, _)| *end == to) {
                    Some((_, known)) => known.meet(cost, best.ways, from),
                    None => reached.push((to, Best { cost, ways: best.ways, from })),
                }
            }
        }
        open.clone_from(&reached);
        steps.push(reached);
    }
    let mut to = lines;
    let mut rows = Vec::with_capacity(numbers.len());
    for step in steps.iter().rev() {
        let (_, best) = step.iter().find(|(end, _)| *end == to)?;
        if best.ways != 1 {
            return Some(None);
        }
        rows.push(best.from..to);
        to = best.from;
    }
    rows.reverse();
    Some(Some(rows))
}

/// The best way to share out the lines up to one.
#[derive(Clone, Copy)]
struct Best {
    cost: usize,
    /// Ways of this cost; more than one are as good as many.
    ways: u8,
    from: usize,
}

impl Default for Best {
    fn default() -> Self {
        Self { cost: 0, ways: 1, from: 0 }
    }
}

impl Best {
    fn meet(&mut self, cost: usize, ways: u8, from: usize) {
        if cost < self.cost {
            *self = Self { cost, ways, from };
        } else if cost == self.cost {
            self.ways = self.ways.saturating_add(ways);
        }
    }
}

/// Whether a list of names breaks off in one row and goes on in the next: its cell reaches over both.
pub(super) fn torn(rows: &[Row<'_>], classes: &[Class]) -> bool {
    let names = |c: &usize| matches!(classes[*c], Class::Lead | Class::Units);
    rows.windows(2).any(|two| {
        (0..classes.len()).filter(names).any(|c| {
            let (Some(last), Some(first)) = (two[0].cell(c).last(), two[1].cell(c).first()) else {
                return false;
            };
            let touch = last.line + 1 >= first.line;
            last.text.ends_with(['、', '，']) || touch && !begins_name(last.text, first.text)
        })
    })
}

/// Rows that a cell reaches over.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// The row in which it is printed.
    pub(super) printed: usize,
    /// How many rows.
    pub(super) rows: u16,
}

/// For each row and column, what begins there.
pub(super) struct Merged {
    columns: usize,
    cells: Vec<Option<Reach>>,
}

impl Merged {
    /// The first line of a row in whose column of leads nothing stands: whose cell reaches there is open.
    pub(super) fn unsure(&self, rows: &[Row<'_>], classes: &[Class]) -> Option<usize> {
        let lead = classes.iter().position(|class| *class == Class::Lead)?;
        let lacks = |&at: &usize| {
            let printed = self.reach(at, lead).map(|reach| &rows[reach.printed]);
            printed.is_some_and(|row| row.grouping().is_none() && row.cells[lead].is_empty())
        };
        (0..rows.len()).find(lacks).map(|at| rows[at].first)
    }

    /// The cell that begins at a place; `None` where one reaches over from above.
    pub(super) fn reach(&self, row: usize, column: usize) -> Option<Reach> {
        self.cells[row * self.columns + column]
    }
}

/// The rows over which each cell reaches: a merged cell is printed in the middle of its rows, the others are empty.
pub(super) fn merged(rows: &[Row<'_>], classes: &[Class]) -> Merged {
    let columns = classes.len();
    let own = |row| Some(Reach { printed: row, rows: 1 });
    let mut merged =
        Merged { columns, cells: (0..rows.len() * columns).map(|at| own(at / columns)).collect() };
    for (column, _) in classes.iter().enumerate().filter(|(_, class)| {
        matches!(class, Class::Group | Class::Task | Class::Lead | Class::Units | Class::Due)
    }) {
        let empty = |row: usize| rows[row].grouping().is_none() && rows[row].cells[column].is_empty();
        let mut from = 0;
        // The last cell, and the first of its rows.
        let mut above: Option<(usize, usize)> = None;
        for row in 0..rows.len() {
            if rows[row].grouping().is_some() {
                (from, above) = (row + 1, None);
                continue;
            }
            if empty(row) {
                continue;
            }
            // Empty cells that the cell above may as well reach down to are nobody's.
            let claimed = above.is_some_and(|(printed, first)| {
                from < row && off(rows, column, printed, (first, row - 1)).is_some_and(|off| off <= 1)
            });
            let Some((first, last)) = over(rows, column, row, if claimed { row } else { from }, &empty)
            else {
                continue;
            };
            merged.cells[first * columns + column] =
                Some(Reach { printed: row, rows: u16::try_from(last - first + 1).unwrap_or(u16::MAX) });
            for below in first + 1..=last {
                merged.cells[below * columns + column] = None;
            }
            (from, above) = (last + 1, Some((row, first)));
        }
    }
    merged
}

/// How far the middle of a cell that is printed in `row` is from that of the rows from `first` to `last`, in halves of a line.
fn off(rows: &[Row<'_>], column: usize, row: usize, (first, last): (usize, usize)) -> Option<usize> {
    let pieces = rows[row].cell(column);
    let middle = pieces.first()?.line + pieces.last()?.line;
    Some(middle.abs_diff(rows[first].first + rows[last].last))
}

/// First and last row of the cell that is printed in `row`: the empty ones around it in whose middle it stands.
fn over(
    rows: &[Row<'_>],
    column: usize,
    row: usize,
    from: usize,
    empty: &impl Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    /// Rows that one cell reaches over on either side, at most.
    const FAR: usize = 30;
    let firsts = (from.max(row.saturating_sub(FAR))..=row).rev();
    let firsts = firsts.take_while(|&first| first == row || empty(first));
    let lasts = (row..rows.len().min(row + FAR)).take_while(|&last| last == row || empty(last));
    let lasts: Vec<usize> = lasts.collect();
    let firsts: Vec<usize> = firsts.collect();
    let best = |firsts: &[usize]| {
        let pairs = firsts.iter().flat_map(|&first| lasts.iter().map(move |&last| (first, last)));
        let fitting = pairs.filter_map(|pair| Some((off(rows, column, row, pair)?, pair)));
        let best =
            fitting.filter(|(off, _)| *off <= 1).min_by_key(|&(off, (first, last))| (off, last - first));
        best.map(|(_, pair)| pair)
    };
    // Empty cells above are part of this one, or of none.
    let all = firsts.last().copied().filter(|&first| first < row);
    all.and_then(|first| best(&[first])).or_else(|| best(&firsts))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `lines` has a digit for a line with a number, and `.` where a sentence ends.
    fn check(lines: &str, expect: Option<&[Range<usize>]>) {
        let lines: Vec<&str> = lines.split(' ').collect();
        let numbers: Vec<_> = (0..lines.len()).filter(|&at| lines[at].starts_with('1')).collect();
        let rows = share_out(lines.len(), &numbers, |at| lines[at].ends_with('.'));
        assert_eq!(rows.as_deref(), expect, "{lines:?}");
    }

    #[test]
    fn lines_are_shared_out_around_numbers() {
        check("- - 1 - 1", Some(&[0..4, 4..5]));
        check("- 1 - - 1 -", Some(&[0..3, 3..6]));
        check("- 1 - 1 - 1 -", Some(&[0..3, 3..4, 4..7]));
        check("1 1 1", Some(&[0..1, 1..2, 2..3]));
        check("1. 1. - 1 -.", Some(&[0..1, 1..2, 2..5]));
    }

    #[test]
    fn what_may_be_printed_otherwise_is_left() {
        check("1 - 1 -", None);
        check("1 -. 1 -.", None);
        check("- 1 - - - - - 1 -", None);
        check("- 1 - 1 -", None);
    }

    #[test]
    fn rows_that_nothing_tells_apart_are_open() {
        let told = |lines: &str| {
            let lines: Vec<&str> = lines.split(' ').collect();
            let numbers: Vec<_> = (0..lines.len()).filter(|&at| lines[at].starts_with('1')).collect();
            open(lines.len(), &numbers, |at| lines[at].ends_with('.'))
        };
        assert!(told("1 1 - - 1 - 1"));
        assert!(!told("1 1 - 1 1"));
        assert!(!told("1. 1 - -. 1 -. 1."));
        assert!(!told("- 1 - - 1 -"));
    }

    #[test]
    fn merged_cells_between_rows_are_no_lines_of_theirs() {
        use Class::{Lead, Measure, Number};
        let line = |filled: [u8; 3]| filled.map(|it| it == 1).to_vec();
        let lines = [line([1, 1, 0]), line([0, 0, 1]), line([1, 1, 0])];
        assert_eq!(loose(&lines, &[Number, Measure, Lead]), (vec![0, 2], vec![1]));
        let lines = [line([0, 1, 1]), line([1, 1, 1]), line([0, 0, 1])];
        assert_eq!(loose(&lines, &[Number, Measure, Lead]), (vec![0, 1, 2], vec![]));
    }
}
