//! A grid as a full matrix: which cell covers each place.

use gongwen_lexicon::{column_list, words};
use gongwen_text::chars::{self, fold_width, is_compact_form};
use gongwen_text::numeral::{is_figure, unit_of_figure};
use gongwen_text::{Cell, Grid, Label, LabelStyle, Span};
use std::sync::LazyLock;

/// Most columns that are read; wider grids are statistics or mistakes.
pub(super) const WIDEST: usize = 64;

/// What a place of the matrix holds.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The cell that covers it.
    pub(super) cell: Cell,
    /// Row in which that cell begins.
    pub(super) row: usize,
}

/// All places of a grid.
pub(super) struct Matrix<'a> {
    /// The normalised text.
    pub(super) text: &'a str,
    /// Number of columns.
    pub(super) columns: usize,
    /// Number of rows.
    pub(super) rows: usize,
    /// Whether the grid itself says which cells are merged downwards.
    pub(super) spans_rows: bool,
    places: Vec<Option<Place>>,
}

impl<'a> Matrix<'a> {
    /// Lays the cells out; `None` for a grid that is empty or too wide.
    pub(super) fn new(text: &'a str, grid: &Grid) -> Option<Self> {
        let (columns, rows) = (grid.columns, grid.rows.len());
        if columns == 0 || columns > WIDEST || rows == 0 {
            return None;
        }
        let mut places: Vec<Option<Place>> = vec![None; columns * rows];
        let mut spans_rows = false;
        for (r, cells) in grid.rows.iter().enumerate() {
            for &cell in cells {
                spans_rows |= cell.rowspan > 1;
                let wide = usize::from(cell.column)
                    ..(usize::from(cell.column) + usize::from(cell.colspan)).min(columns);
                for row in r..(r + usize::from(cell.rowspan)).min(rows) {
                    for column in wide.clone() {
                        places[row * columns + column].get_or_insert(Place { cell, row: r });
                    }
                }
            }
        }
        Some(Self { text, columns, rows, spans_rows, places })
    }

    /// What stands at a place.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<&Place> {
        self.places.get(row * self.columns + column)?.as_ref()
    }

    /// The words of the cell that begins at a place; empty when it begins elsewhere.
    pub(super) fn own(&self, row: usize, column: usize) -> &'a str {
        match self.at(row, column) {
            Some(place) if place.row == row && usize::from(place.cell.column) == column => {
                place.cell.span.of_text(self.text)
            }
            _ => "",
        }
    }

    /// Number of rows at the top that are headers: as the grid says, else as the names say; a second row of names under
    /// joined cells counts.
    pub(super) fn header_rows(&self, given: usize) -> usize {
        let mut rows = given.min(self.rows);
        if rows == 0 {
            let names = (0..self.rows.min(3)).find(|&r| self.is_names(r));
            rows = names.map_or(0, |r| r + 1);
        }
        let joined = |row: usize| {
            (0..self.columns)
                .any(|c| self.at(row, c).is_some_and(|p| p.cell.colspan > 1 || p.cell.rowspan > 1))
        };
        let divided = || self.rows > 2 && !self.has_figures(0) && self.divides(1);
        if rows == 0 && (divided() || super::marks::heads(self) || self.heads_figures()) {
            rows = 1;
        }
        while rows > 0
            && rows < self.rows.min(3)
            && (joined(rows - 1) && (self.goes_on_header(rows) || self.divides(rows))
                || rows == 1 && self.parts_names(rows))
        {
            rows += 1;
        }
        rows
    }

    /// Whether a row is made of column names.
    fn is_names(&self, row: usize) -> bool {
        let (mut known, mut filled) = (0, 0);
        for c in 0..self.columns {
            let words = self.own(row, c);
            filled += usize::from(!words.is_empty());
            known += usize::from(column_list(words).is_some() || super::allot::is_place_header(words));
        }
        let counts = || column_list(self.own(row, 0)) == Some("column_number");
        let names = || row == 0 && self.names_all() && (known >= 2 && known * 3 >= filled || counts());
        known >= 2 && known * 2 >= filled || names()
    }

    /// Whether the first row has a name in every column and no figure; rows stand below that it may head.
    fn names_all(&self) -> bool {
        const NAME: usize = 16;
        let name = |c: usize| {
            let words = chars::trim(self.own(0, c));
            (1..=NAME).contains(&words.chars().count())
                && words.chars().any(chars::is_han)
                && !words.ends_with(['。', '，', '：', '；'])
        };
        // One name may stand over several columns.
        let wide = |c: usize| self.at(0, c).is_some_and(|at| at.row == 0 && usize::from(at.cell.column) < c);
        self.rows > 2 && !self.has_figures(0) && (0..self.columns).all(|c| wide(c) || name(c))
    }

    /// Whether the first row heads rows of figures (`乡镇 | 人工造林（亩） | 封山育林（亩）`): such a table is known by its shape,
    /// whatever its columns are called. Names of places say what the figures beside them are, be they one column.
    fn heads_figures(&self) -> bool {
        const ROWS: usize = 2;
        let places = super::allot::is_place_header(self.own(0, 0));
        if self.columns < if places { 2 } else { 3 } || !self.names_all() {
            return false;
        }
        let row = |row: usize| {
            let figures = (0..self.columns).filter(|&c| is_figure(self.own(row, c))).count();
            let enough = figures * 2 >= self.columns || places && figures > 0 && !is_figure(self.own(row, 0));
            enough && figures < self.columns
        };
        (1..=ROWS).all(row)
    }

    /// Whether a row only divides joined cells of the row above: each of its cells stands below a wide one, and all others of
    /// that row reach down beside it, or have nothing below them where a row begins next.
    fn divides(&self, row: usize) -> bool {
        const NAME: usize = 36;
        let (mut below, mut beside) = (0, 0);
        let name =
            |c| (1..=NAME).contains(&self.own(row, c).len()) && !self.own(row, c).contains(['。', '，']);
        // Blanks below names, in a row of nothing but names: the author did not join the cells downwards.
        let blank = |c| self.own(row, c).is_empty() && !self.own(row - 1, c).is_empty();
        let wide = |c: usize| self.at(row - 1, c).is_some_and(|above| above.cell.colspan > 1);
        let left_blank = !self.own(row + 1, 0).is_empty()
            && (0..self.columns).all(|c| if wide(c) { name(c) } else { blank(c) });
        for c in 0..self.columns {
            match (self.at(row, c), self.at(row - 1, c)) {
                (Some(here), _) if here.row < row => beside += 1,
                (Some(_), Some(above)) if left_blank && above.cell.colspan == 1 => beside += 1,
                (Some(_), Some(above)) if above.cell.colspan > 1 && above.row == row - 1 => below += 1,
                _ => return false,
            }
        }
        below >= 2 && beside > 0 && row + 1 < self.rows && !self.has_figures(row)
    }

    /// Whether a row names the columns below a name of several, where nothing states that cells are joined (Markdown): blanks stand
    /// for what was joined, or its words again.
    fn parts_names(&self, row: usize) -> bool {
        let (above, here) = (|c| chars::trim(self.own(row - 1, c)), |c| chars::trim(self.own(row, c)));
        // Nearly all rows end here: their first cell has words of its own.
        if row + 1 >= self.rows || above(0).is_empty() || !here(0).is_empty() && here(0) != above(0) {
            return false;
        }
        let goes_on = |c: usize| c < self.columns && (above(c).is_empty() || above(c) == above(c - 1));
        let mut parts = 0;
        for c in 0..self.columns {
            if here(c).is_empty() || here(c) == above(c) {
                if above(c).is_empty() {
                    return false;
                }
            } else if c > 0 && column_list(here(c)).is_some() && (goes_on(c) || goes_on(c + 1)) {
                parts += 1;
            } else {
                return false;
            }
        }
        parts >= 2
    }

    /// Whether all cells of a row say what its first one with words, `first`, says: a name.
    fn repeats(&self, row: usize, first: usize) -> bool {
        const SHORTEST: usize = 2;
        let words = chars::trim(self.own(row, first));
        let same = |c| {
            let own = chars::trim(self.own(row, c));
            own.is_empty() || own == words
        };
        (first + 1..self.columns).all(same)
            && words.chars().filter(|&c| chars::is_han(c)).take(SHORTEST).count() == SHORTEST
            && !NOTHING.holds(words)
            && !DITTO.holds(words)
    }

    /// Whether a cell of a row is a figure.
    fn has_figures(&self, row: usize) -> bool {
        (0..self.columns).any(|c| is_figure(self.own(row, c)))
    }

    /// Whether a row stands below joined header cells: names only, and no number.
    fn goes_on_header(&self, row: usize) -> bool {
        let cells = (0..self.columns).map(|c| self.own(row, c)).filter(|w| !w.is_empty());
        let (mut all, mut known) = (0, 0);
        for words in cells {
            all += 1;
            known += usize::from(column_list(words).is_some());
        }
        all > 0 && known * 2 > all
    }

    /// The lowest header cell with words over a column.
    pub(super) fn header(&self, header_rows: usize, column: usize) -> Option<Span> {
        self.headers(header_rows, column).next()
    }

    /// The header cells over a column, lowest first.
    pub(super) fn headers(&self, header_rows: usize, column: usize) -> impl Iterator<Item = Span> + '_ {
        let spans = (0..header_rows).rev().filter_map(move |r| self.at(r, column)).map(|p| p.cell.span);
        spans.filter(|s| !s.is_empty())
    }

    /// The rows that are rows: no repeated header, no sum, no row over all columns, not empty.
    pub(super) fn body(&self, header_rows: usize) -> Vec<BodyRow> {
        let mut group = false;
        let mut body = Vec::new();
        let is_count = |row| {
            let words = self.own(row, 0);
            !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
        };
        let counted = (header_rows..self.rows).any(is_count);
        let head = |c| self.header(header_rows, c).map_or("", |head| head.of_text(self.text));
        let heads: Vec<&str> = (0..self.columns).map(head).collect();
        for row in header_rows..self.rows {
            match self.nature(row, &heads, counted) {
                Nature::Row => body.push(BodyRow { row, after_group: std::mem::take(&mut group) }),
                Nature::Group => group = true,
                Nature::Dropped => {}
            }
        }
        body
    }

    /// `heads` are the words over each column; `counted` when the first column counts rows in figures.
    fn nature(&self, row: usize, heads: &[&str], counted: bool) -> Nature {
        let mut filled = (0..self.columns).filter(|&c| !chars::trim(self.own(row, c)).is_empty());
        let Some(first) = filled.next() else { return Nature::Dropped };
        let words = self.own(row, first);
        let others = filled.count();
        if SUM.holds(words) || adds_up(words) {
            return Nature::Dropped;
        }
        let same = |&(c, head): &(usize, &&str)| !head.is_empty() && *head == self.own(row, c);
        if others > 0 && heads.iter().enumerate().filter(same).count() * 3 >= (others + 1) * 2 {
            return Nature::Dropped;
        }
        // A group that was set in each of the columns that it reached over.
        if others > 1 && others + 2 >= self.columns && self.repeats(row, first) {
            return Nature::Group;
        }
        let wide = self.at(row, first).is_some_and(|p| usize::from(p.cell.colspan) * 2 > self.columns);
        let style = Label::read(words).map(|l| l.style);
        let headed = matches!(style, Some(LabelStyle::Han | LabelStyle::HanParen | LabelStyle::Part));
        if others == 0 && self.columns > 2 && (wide || headed) {
            return Nature::Group;
        }
        // `| 一、城建项目 | | 20000`: its sums beside a group of rows that are counted in figures.
        let sums = || (first + 1..self.columns).all(|c| said_nothing(self.own(row, c)));
        if headed && counted && !is_figure(words) && sums() {
            return Nature::Group;
        }
        // `一 | 供水工程 | |`: the group's number has a cell of its own.
        let numeral =
            self.columns > 3 && gongwen_text::numeral::han_integer(words.trim_end_matches('、')).is_some();
        if others <= 1 && numeral {
            return Nature::Group;
        }
        // `一 | 产业项目 | | 50000 | 20000` over rows 1, 2, 3: the sums of a group.
        let said = || (first + 1..self.columns).filter(|&c| !said_nothing(self.own(row, c))).count();
        if numeral && counted && first == 0 && said() <= 1 {
            return Nature::Group;
        }
        Nature::Row
    }
}

/// Whether a cell is empty or a figure.
fn said_nothing(words: &str) -> bool {
    let words = chars::trim(words);
    words.is_empty() || is_figure(words)
}

/// Whether a cell is what a row that adds up begins with, and how many it adds up: `合计3个`, `小计（2项）`.
fn adds_up(words: &str) -> bool {
    // Rows hardly ever begin so.
    if !words.starts_with(['合', '总', '小', '共']) {
        return false;
    }
    let counted = |rest: &str| unit_of_figure(rest.trim_matches(['（', '(', '）', ')', '共'])).is_some();
    self::words("row_sum").iter().any(|sum| words.strip_prefix(sum).is_some_and(counted))
}

/// A row that is a row.
#[derive(Clone, Copy)]
pub(super) struct BodyRow {
    /// Its place in the grid.
    pub(super) row: usize,
    /// Whether a row over all columns stands directly above: nothing is carried down across it.
    pub(super) after_group: bool,
}

enum Nature {
    Row,
    Group,
    Dropped,
}

/// Words that cells are compared with.
pub(super) struct CellWords {
    words: &'static [&'static str],
    /// A bit for the low six bits of every word's first character: nearly every cell differs there.
    first: u64,
}

/// What a row that adds up begins with.
static SUM: LazyLock<CellWords> = LazyLock::new(|| CellWords::of("row_sum"));
/// What says that there is nothing.
pub(super) static NOTHING: LazyLock<CellWords> = LazyLock::new(|| CellWords::of("cell_nothing"));
/// What says that the same holds as above.
pub(super) static DITTO: LazyLock<CellWords> = LazyLock::new(|| CellWords::of("cell_ditto"));

impl CellWords {
    fn of(list: &str) -> Self {
        let words = words(list);
        let first = words.iter().filter_map(|word| word.chars().next());
        // Cells are compared without regard to width.
        let first = first.map(fold_width).fold(0, |bits, c| bits | 1 << (c as u32 & 63));
        Self { words, first }
    }

    /// Whether `text`, without white space, is one of the words.
    pub(super) fn holds(&self, text: &str) -> bool {
        const LONGEST: usize = 24;
        // Nearly all cells begin with another character: the low six bits of a Han one stand in its last byte.
        match text.as_bytes() {
            [0xE4..=0xE9, _, code, ..] | [code @ 0x21..=0x7E, ..] if self.first >> (code & 63) & 1 == 0 => {
                return false;
            }
            _ => {}
        }
        let text = chars::trim(text);
        if text.len() > LONGEST {
            return false;
        }
        let Some(first) = text.chars().next() else { return false };
        self.first >> (fold_width(first) as u32 & 63) & 1 != 0
            && self.words.iter().any(|word| is_compact_form(text, word))
    }
}
