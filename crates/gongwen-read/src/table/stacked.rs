//! One cell a line: rows begin with their number, cells with a tab where the conversion kept one.
//!
//! The same reader takes ledgers whose header stands on one line (`序号 责任单位 任务清单`) and whose rows come as
//! `1 县教育局`, then wrapped lines.

use super::cell::{Piece, compose, ends_as_unit};
use super::find::{LONGEST_HEADER, Marks};
use super::fit;
use super::header::{self, Class, Header, Layout, group_row, has_space};
use super::heading::header_row;
use super::words::{Place, Words};
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};
use crate::wrap::characters;
use gongwen_text::chars::is_compact_form;
use gongwen_text::{Label, LabelStyle};

/// Most lines of one row.
const LONGEST_ROW: usize = 400;

/// Rows of a common table.
const ROWS: usize = 32;

/// Lines of a long row that decide its columns.
const WEIGHED: usize = 10;

/// Lines that are tried behind the one where a last row seems to end.
const FURTHER: usize = 8;

/// What tabs say in this table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tabs {
    /// A cell begins with a tab; a lone tab is an empty cell.
    Lead,
    /// A tab, on a line of its own or at the end of one, ends a cell.
    Trail,
    /// There are none.
    None,
}

/// Rebuilds the rows under `header`.
pub(super) fn read(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    if header.number_column() != Some(0) {
        return None;
    }
    let tabs = tabs(lines, header);
    let mut body = Body {
        lines,
        header,
        tabs,
        at: header.next,
        held: None,
        groups: Vec::new(),
        room: Vec::new(),
        width: 0,
        sums: gongwen_lexicon::words("row_sum"),
        unsure: None,
    };
    let mut words = Words::default();
    let mut rows = Vec::with_capacity(ROWS);
    rows.push(header_row(header, &mut words));
    let mut doubtful = 0;
    let mut numbered = 0;
    let mut end = header.next;
    let mut number = None;
    let mut first = None;
    while let Some(mut row) = body.row(&mut number) {
        end = row.end;
        let own = row.number.and_then(|n| n.text.parse::<u32>().ok());
        first = first.or(own);
        for group in &row.groups {
            rows.push(vec![TextCell::over(header.names.len(), words.whole(group.place()))]);
        }
        let last = row.last;
        let (rest, columns) = body.set_rows_apart(&mut row);
        if let Some((cells, sure)) = body.cells(row, &mut words) {
            numbered += 1;
            doubtful += usize::from(!sure);
            rows.push(cells);
        }
        for pieces in rest.chunks(columns.len().max(1)) {
            let mut cells = vec![TextCell::single(0, Place::default())];
            cells.extend(pieces.iter().zip(&columns).map(|(piece, &column)| {
                let class = header.classes[column];
                TextCell::single(column, compose(&mut words, std::slice::from_ref(piece), class, body.width))
            }));
            // Cells that were merged reach down.
            for column in (1..header.classes.len()).filter(|column| !columns.contains(column)) {
                let above = rows.iter_mut().skip(1).rev().flatten();
                if let Some(above) = above.into_iter().find(|cell| usize::from(cell.column) == column) {
                    above.rowspan = above.rowspan.saturating_add(1);
                }
            }
            rows.push(cells);
        }
        if last {
            break;
        }
    }
    let table = TextTable {
        lines: header.top..end,
        caption: None,
        header_rows: 1,
        columns: header.names.len(),
        rows,
        unsure: body.unsure,
        words,
    };
    // A lone row that does not begin to count is a figure of the text.
    let counted = numbered > 1 || numbered == 1 && first == Some(1);
    (counted && doubtful * 3 <= numbered).then_some(table)
}

/// How the cells of the header are led or ended.
fn tabs(lines: &[Line<'_>], header: &Header) -> Tabs {
    if header.layout != Layout::Stacked {
        return Tabs::None;
    }
    let (mut lead, mut trail) = (0, 0);
    for line in &lines[header.top..header.next] {
        match line.kind {
            LineKind::Words if leads(line) => lead += 1,
            LineKind::Words | LineKind::Blank if line.raw.contains('\t') => trail += 1,
            _ => {}
        }
    }
    if lead * 2 > header.names.len() {
        Tabs::Lead
    } else if trail * 2 > header.names.len() {
        Tabs::Trail
    } else {
        Tabs::None
    }
}

fn leads(line: &Line<'_>) -> bool {
    if let Some(b'\t' | b'!'..=b'~' | 0xE4..=0xE9) = line.raw.as_bytes().first() {
        return line.raw.starts_with('\t');
    }
    line.raw[..line.raw.len() - line.raw.trim_start().len()].contains('\t')
}

/// A row as it stands in the lines.
#[derive(Default)]
struct Row<'a> {
    /// Its number, absent for a row that adds up.
    number: Option<Piece<'a>>,
    /// The rest.
    pieces: Vec<Piece<'a>>,
    /// How many of them begin with a tab.
    begun: usize,
    /// Rows over all columns that stand in front of it.
    groups: Vec<Piece<'a>>,
    /// First line behind it.
    end: usize,
    /// Whether the table ends here.
    last: bool,
}

impl<'a> Row<'a> {
    fn push(&mut self, piece: Piece<'a>) {
        self.begun += usize::from(piece.tab);
        self.pieces.push(piece);
    }
}

struct Body<'a, 'l> {
    lines: &'l [Line<'a>],
    header: &'l Header,
    tabs: Tabs,
    at: usize,
    /// The number of the row that comes next, read ahead.
    held: Option<Piece<'a>>,
    /// Rows over all columns that stand before it.
    groups: Vec<Piece<'a>>,
    /// Room for the pieces of the next row.
    room: Vec<Piece<'a>>,
    /// Longest line so far, in characters.
    width: usize,
    /// What rows that add up are called.
    sums: &'static [&'static str],
    /// The first row of which it is open in which of two columns its bodies stand.
    unsure: Option<usize>,
}

impl<'a> Body<'a, '_> {
    /// Reads the next row. `number` is the number of the row before.
    fn row(&mut self, number: &mut Option<u32>) -> Option<Row<'a>> {
        let pieces = std::mem::take(&mut self.room);
        let mut row = Row { end: self.at, last: true, pieces, ..Row::default() };
        if let Some(first) = self.held.take() {
            Self::open(&mut row, first, number);
            row.groups = std::mem::take(&mut self.groups);
        }
        let mut stop: Option<(usize, usize)> = None;
        let start = self.at;
        let mut ended = false;
        while self.at < self.lines.len() && self.at < start + LONGEST_ROW {
            let line = &self.lines[self.at];
            if line.kind == LineKind::Furniture {
                self.at += 1;
                continue;
            }
            if line.kind == LineKind::Blank {
                if line.raw.contains('\t') {
                    ended = self.lone_tab(&mut row, ended);
                }
                self.at += 1;
                continue;
            }
            let tab = match self.tabs {
                Tabs::Lead => leads(line),
                Tabs::Trail => std::mem::take(&mut ended),
                Tabs::None => false,
            };
            let piece = Piece::whole(line, self.at, tab);
            if let Some(next) = self.repeated_header(piece) {
                // A header under a header heads nothing.
                row.number?;
                if let Some(heading) = row.pieces.pop_if(|last| self.counts_on(last)) {
                    // `二、…` and a header again, where `一、…` stands above the table: another table.
                    row.end = heading.line;
                    return Some(row);
                }
                self.at = next;
                continue;
            }
            if self.other_header(piece) {
                row.number?;
                // The title of the table that begins here.
                while row.pieces.len() + 1 > self.header.names.len()
                    || row.pieces.last().is_some_and(|last| super::is_title(last.text))
                {
                    let Some(title) = row.pieces.pop() else { break };
                    row.end = title.line;
                }
                return Some(row);
            }
            if self.begins_row(piece, *number, &row) {
                if row.number.is_none() {
                    if !Self::groups_only(&mut row) {
                        return None;
                    }
                    *number = None;
                    self.at += 1;
                    Self::open(&mut row, piece, number);
                    row.end = self.at;
                    ended = line.raw.trim_start().contains('\t');
                    continue;
                }
                if let Some((kept, end)) = stop.filter(|&(kept, _)| hard_stop(&row.pieces[kept..])) {
                    row.pieces.truncate(kept);
                    (row.end, row.last) = (end, true);
                    self.at = end;
                    return Some(row);
                }
                self.set_groups_apart(&mut row);
                self.held = Some(piece);
                self.at += 1;
                row.end = self.at;
                row.last = false;
                return Some(row);
            }
            if row.number.is_none() && row.pieces.len() >= 3 {
                return None;
            }
            if stop.is_none() && row.number.is_some() && self.stops(&row, piece) {
                stop = Some((row.pieces.len(), row.end));
            }
            if piece.text.len() > self.width {
                self.width = self.width.max(characters(piece.text));
            }
            row.push(piece);
            self.at += 1;
            row.end = self.at;
            ended = self.tabs == Tabs::Trail && line.raw.trim_start().contains('\t');
        }
        row.number?;
        if let Some((kept, end)) = stop {
            let longer = self.reaches(&row.pieces, kept);
            row.end = if longer > kept { row.pieces[longer - 1].line + 1 } else { end };
            row.pieces.truncate(longer);
        }
        Some(row)
    }

    /// The columns of the pieces. Of a long row without tabs only the first lines are weighed: once they have reached a last
    /// column of words, the others go on there.
    fn places(&self, pieces: &[Piece<'a>], classes: &[Class]) -> Option<(Vec<usize>, i32)> {
        let tabbed = self.tabs != Tabs::None;
        if !tabbed && pieces.len() > WEIGHED && matches!(classes.last(), Some(Class::Task | Class::Measure)) {
            let (mut places, score) = fit::place(&pieces[..WEIGHED], classes, false)?;
            if places.last() == Some(&(classes.len() - 1)) {
                places.resize(pieces.len(), classes.len() - 1);
                return Some((places, score));
            }
        }
        fit::place(pieces, classes, tabbed)
    }

    /// How many pieces the last row of a table without tabs has, when it seems to end after `kept`: as many more as its columns
    /// can take better than fewer.
    fn reaches(&self, pieces: &[Piece<'a>], kept: usize) -> usize {
        let classes = &self.header.classes[1..];
        let sentences = matches!(classes.last(), None | Some(Class::Task | Class::Measure));
        if self.tabs != Tabs::None || sentences {
            return kept;
        }
        let score =
            |count: usize| fit::place(&pieces[..count], classes, false).map_or(i32::MIN, |(_, score)| score);
        let most = pieces.len().min(kept + FURTHER);
        let later = pieces[kept..most].iter().take_while(|p| !p.heading && !group_row(p.text)).count();
        (kept..=kept + later).rev().max_by_key(|&count| score(count)).unwrap_or(kept)
    }

    /// Puts the number of a row, and what stands behind it on its line, into the row.
    fn open(row: &mut Row<'a>, piece: Piece<'a>, number: &mut Option<u32>) {
        let digits = piece.text.bytes().take_while(u8::is_ascii_digit).count();
        let digits = if digits == 0 { piece.text.len() } else { digits };
        *number = piece.text[..digits].parse().ok();
        let mut first = piece;
        first.text = &piece.text[..digits];
        row.number = Some(first);
        if digits < piece.text.len() {
            row.push(piece.rest(digits));
        }
        row.end = piece.line + 1;
    }

    /// Notes a line of nothing but a tab.
    fn lone_tab(&self, row: &mut Row<'a>, ended: bool) -> bool {
        let blank = &self.lines[self.at];
        let empty =
            Piece { text: "", start: blank.start, line: self.at, tab: true, gap: false, heading: false };
        match self.tabs {
            Tabs::Lead if row.number.is_some() => row.push(empty),
            Tabs::Trail if ended && row.number.is_some() => row.push(empty),
            _ => {}
        }
        true
    }

    /// The first line behind a header that is repeated here.
    fn repeated_header(&self, piece: Piece<'a>) -> Option<usize> {
        let first = self.header.names.first()?;
        if self.header.layout == Layout::Spaced {
            if piece.text.len() > LONGEST_HEADER || !has_space(piece.text) {
                return None;
            }
            let same = super::cell::split_spaces(piece.text, 1).filter(|w| self.header.repeats(w)).count();
            return (same * 2 > self.header.names.len()).then_some(piece.line + 1);
        }
        if piece.text.len() > LONGEST_HEADER / 4 || !is_compact_form(piece.text, first) {
            return None;
        }
        let mut known = 0;
        let mut seen = 0;
        let mut end = piece.line + 1;
        for (i, line) in self.lines.iter().enumerate().skip(piece.line).take(self.header.names.len() * 4) {
            if line.kind != LineKind::Words {
                continue;
            }
            if seen == self.header.names.len() {
                break;
            }
            known += usize::from(self.header.repeats(line.text));
            seen += 1;
            end = i + 1;
        }
        (known >= 2 && known * 3 >= seen * 2).then_some(end)
    }

    /// Whether another table's header begins here: the same first name over other columns.
    fn other_header(&self, piece: Piece<'a>) -> bool {
        let same = self.header.names.first().is_some_and(|first| is_compact_form(piece.text, first));
        same && self.tabs == Tabs::None
            && self.header.layout == Layout::Stacked
            && header::read(self.lines, piece.line, Marks { bars: false, tabs: false }).is_some()
    }

    /// Whether a heading counts on from the one that stands above the whole table.
    fn counts_on(&self, piece: &Piece<'a>) -> bool {
        let above = self.lines[..self.header.top].iter().rev().take(6).find(|l| l.kind == LineKind::Words);
        let above = above.and_then(|line| Label::read(line.text));
        let label = Label::read(piece.text).filter(|l| l.style < LabelStyle::Arabic);
        above.zip(label).is_some_and(|(above, l)| above.style == l.style && above.number + 1 == l.number)
    }

    /// Whether `piece` is the number of the next row.
    fn begins_row(&self, piece: Piece<'a>, number: Option<u32>, row: &Row<'a>) -> bool {
        let short = piece.text.len() <= 12;
        if short && self.sums.iter().any(|sum| is_compact_form(piece.text, sum)) {
            return row.number.is_some() && row.pieces.len() + 1 >= self.least();
        }
        let digits = piece.text.bytes().take_while(u8::is_ascii_digit).count();
        let (1..=3, Ok(count)) = (digits, piece.text[..digits].parse::<u32>()) else { return false };
        let due = match (number, &row.number) {
            // A row or more may have been cut out; the one before it must then be whole.
            (Some(last), _) => {
                count == last + 1 || count > last && count < last + 50 && piece.tab && self.is_full(row)
            }
            (None, Some(_)) => true,
            (None, None) => count == 1 || piece.text.len() == digits,
        };
        let enough = row.number.is_none() || row.pieces.len() + 1 >= self.least();
        if !due || !enough || self.tabs == Tabs::Lead && !piece.tab {
            return false;
        }
        let rest = &piece.text[digits..];
        if rest.is_empty() {
            return true;
        }
        if self.tabs != Tabs::None || rest.len() > 90 {
            return false;
        }
        // `7 县教育局`, or glued by a conversion; `7.加强…` is an item and `7月底` a date.
        let spaced = rest.starts_with([' ', '\u{3000}', '\t']);
        let words = rest.trim();
        let fits = match self.header.classes.get(1) {
            Some(Class::Lead | Class::Units) => {
                ends_as_unit(words)
                    || spaced && words.chars().count() <= 8 && !words.contains(['。', '，', '、'])
            }
            _ => spaced,
        };
        fits && !words.starts_with(['.', '．', '、', '）', ')', '年', '月', '日', '%', '％'])
    }

    /// Fewest pieces of a row, its number included: cells that merging or blanks may have lost do not count.
    fn least(&self) -> usize {
        let classes = &self.header.classes;
        if classes.contains(&Class::Value) {
            return classes.len().min(4);
        }
        2
    }

    /// Moves what stands before the first number into rows over all columns, if it is such.
    fn groups_only(row: &mut Row<'a>) -> bool {
        if row.pieces.iter().any(|p| !p.text.is_empty() && !group_row(p.text)) {
            return false;
        }
        row.groups = std::mem::take(&mut row.pieces);
        row.begun = 0;
        row.groups.retain(|p| !p.text.is_empty());
        true
    }

    /// Takes rows over all columns (`二、…方面`) off the end of a row that is complete without them.
    fn set_groups_apart(&mut self, row: &mut Row<'a>) {
        let wanted = self.header.names.len() - 1;
        let words = row.pieces.iter().rposition(|p| !p.text.is_empty()).map_or(0, |at| at + 1);
        let mut from = words;
        while from > wanted.max(1) && words - from < 2 && self.is_group(row.pieces[from - 1]) {
            from -= 1;
        }
        if from < words {
            self.groups = row.pieces.split_off(from);
            self.groups.retain(|p| !p.text.is_empty());
        }
    }

    /// Takes rows that have lost their number off a row, and says which columns their cells stand in: it has twice as many pieces
    /// as there are columns, or more, and each set of them fits the columns, its dates and its bodies beyond doubt; or behind such
    /// a set stand smaller ones that fit the same columns each, whose other cells were merged.
    fn set_rows_apart(&mut self, row: &mut Row<'a>) -> (Vec<Piece<'a>>, Vec<usize>) {
        let classes = &self.header.classes[1..];
        let (wanted, pieces) = (classes.len(), &row.pieces);
        if self.tabs != Tabs::None || wanted < 2 || pieces.len() <= wanted {
            return Default::default();
        }
        if pieces.len() % wanted == 0 && pieces.chunks(wanted).all(|set| fit::proves(set, classes)) {
            return (row.pieces.split_off(wanted), (1..=wanted).collect());
        }
        let (first, rest) = pieces.split_at(wanted);
        if !fit::proves(first, classes) {
            return Default::default();
        }
        let columns = (2..wanted).rev().filter(|count| rest.len() % count == 0).find_map(|count| {
            let set: Vec<Piece<'_>> = rest[..count].iter().map(|piece| Piece::lone(piece.text)).collect();
            let places = fit::spread(&set, classes, true)?;
            let own: Vec<Class> = places.iter().map(|&place| classes[place]).collect();
            rest.chunks(count).all(|set| fit::proves(set, &own)).then_some(places)
        });
        let Some(mut columns) = columns else { return Default::default() };
        if fit::torn(&columns, classes) {
            fit::to_last_of_bodies(&mut columns, classes);
            self.unsure = self.unsure.or(Some(rest[0].line));
        }
        (row.pieces.split_off(wanted), columns.into_iter().map(|column| column + 1).collect())
    }

    fn is_group(&self, piece: Piece<'a>) -> bool {
        let style = Label::read(piece.text).map(|l| l.style);
        let whole = self.tabs == Tabs::None || piece.tab;
        whole
            && group_row(piece.text)
            && (self.header.layout == Layout::Stacked || style == Some(LabelStyle::Han))
    }

    /// Whether a row has as many cells as there are columns.
    fn is_full(&self, row: &Row<'a>) -> bool {
        let wanted = self.header.names.len() - 1;
        match self.tabs {
            Tabs::Lead => row.begun >= wanted,
            Tabs::Trail => row.begun + 1 >= wanted,
            Tabs::None => row.pieces.len() >= wanted,
        }
    }

    /// Whether the table seems to end before `piece`.
    fn stops(&self, row: &Row<'a>, piece: Piece<'a>) -> bool {
        if piece.heading || piece.text.starts_with("附件") || piece.text.starts_with("附：") {
            return true;
        }
        if !self.is_full(row) {
            return false;
        }
        let last = row.pieces.iter().rev().find(|p| !p.text.is_empty());
        let ended = || last.is_none_or(|p| p.text.ends_with(['。', '；', '！']));
        if self.tabs != Tabs::None && piece.tab {
            return true;
        }
        let label = Label::read(piece.text);
        if label
            .is_some_and(|l| matches!(l.style, LabelStyle::Han | LabelStyle::HanParen | LabelStyle::Chapter))
        {
            return true;
        }
        match self.header.classes.last() {
            Some(Class::Lead | Class::Units) => {
                !(ends_as_unit(piece.text) || last.is_some_and(|p| !ends_as_unit(p.text)))
            }
            Some(Class::Task | Class::Measure) => piece.gap && label.is_none() && ended(),
            _ => true,
        }
    }

    /// The cells of a row, and whether their columns are sure.
    fn cells(&mut self, row: Row<'a>, words: &mut Words) -> Option<(Vec<TextCell>, bool)> {
        let number = row.number?;
        let mut cells = Vec::with_capacity(self.header.names.len());
        cells.push(TextCell::single(0, words.whole(number.place())));
        let mut pieces = row.pieces;
        while pieces.last().is_some_and(|p| p.text.is_empty()) && self.tabs == Tabs::Trail {
            pieces.pop();
        }
        let classes = &self.header.classes[1..];
        let tabbed = self.tabs != Tabs::None;
        // The number ended with a tab in `Trail`, so its neighbour has one too.
        let begun = pieces.iter().filter(|p| p.tab).count();
        let exact = if tabbed {
            begun == classes.len() && pieces.first().is_some_and(|p| p.tab)
        } else {
            pieces.len() == classes.len() && fit::fits(&pieces, classes)
        };
        let (places, sure) = if exact {
            let mut column = 0usize;
            let places = pieces.iter().enumerate().map(|(i, p)| {
                column += usize::from(i > 0 && (p.tab || !tabbed));
                column
            });
            (places.collect(), true)
        } else {
            pieces.retain(|p| !p.text.is_empty());
            match self.places(&pieces, classes) {
                Some((mut places, score)) => {
                    if !tabbed && pieces.len() < classes.len() {
                        fit::to_last_of_two(&mut places, classes);
                        let torn = fit::settle_torn(&pieces, &mut places, &self.header.names, classes);
                        self.unsure = self.unsure.or(torn.then_some(number.line));
                    }
                    (places, score >= 0)
                }
                None => (Vec::new(), classes.len() == 1),
            }
        };
        // Places ascend.
        let mut from = 0;
        for (c, &class) in classes.iter().enumerate() {
            let to = from + places[from..].iter().take_while(|&&place| place == c).count();
            cells.push(TextCell::single(c + 1, compose(words, &pieces[from..to], class, self.width)));
            from = to;
        }
        pieces.clear();
        self.room = pieces;
        Some((cells, sure))
    }
}

/// Whether a table cannot go on behind these pieces.
fn hard_stop(pieces: &[Piece<'_>]) -> bool {
    pieces.first().is_some_and(|p| p.heading || p.text.starts_with("附件"))
}
