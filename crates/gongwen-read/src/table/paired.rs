//! Cards of keys and values: `责任单位`, a tab or a wide gap, `县林业局` on each line, card after card; or several pairs on
//! a line, `责任单位`, `县林业局`, `配合单位`, `各镇`.
//!
//! They become a grid of two columns; `keyed` makes lines or a row of it, as it does of cards that were tables.

use super::cell::{Piece, split_spaces};
use super::words::Words;
use super::{TextCell, TextTable};
use crate::keyed;
use crate::line::{Line, LineKind};

/// Most lines of such cards.
const MOST_LINES: usize = 4000;
/// Pairs of a run that is looked at once.
const LONG: usize = 64;
/// Most cells of a line: four pairs.
const MOST_CELLS: usize = 8;
/// Longest line of a pair parted by blanks, in bytes.
const LONGEST_LINE: usize = 800;

/// The cards that begin on line `top`.
///
/// A line that is no pair goes on with the value above it where a pair stands on the next. Long runs of pairs that are no cards are
/// looked at once: up to `tried`.
pub(super) fn read(lines: &[Line<'_>], top: usize, tried: &mut usize) -> Option<TextTable> {
    if top < *tried {
        return None;
    }
    let mut run = Run::default();
    if !pairs(&lines[top])?.begins_known() {
        return None;
    }
    let mut end = top;
    for (at, line) in lines.iter().enumerate().skip(top).take(MOST_LINES) {
        if line.kind != LineKind::Words {
            continue;
        }
        if line.heading.is_some() {
            break;
        }
        let taken = match pairs(line) {
            Some(pairs) => run.take(line, &pairs),
            None => goes_on(lines, at) && run.go_on(line),
        };
        if !taken {
            break;
        }
        end = at + 1;
    }
    let cards = run.are_cards();
    if !cards && run.keys.len() > LONG {
        *tried = end;
    }
    let Run { rows, words, .. } = run;
    cards.then_some(TextTable { lines: top..end, columns: 2, rows, words, ..TextTable::default() })
}

/// Whether line `at`, which is no pair, goes on with the value above it.
fn goes_on(lines: &[Line<'_>], at: usize) -> bool {
    let stands = |next: &Line<'_>| {
        next.has_words() && !next.gap && pairs(next).is_some_and(|pairs| pairs.begins_known())
    };
    !lines[at].gap && lines.get(at + 1).is_some_and(stands)
}

/// What was taken of cards so far.
#[derive(Default)]
struct Run<'a> {
    keys: Vec<&'a str>,
    rows: Vec<Vec<TextCell>>,
    words: Words,
    /// Whether a line has several pairs.
    wide: bool,
}

impl<'a> Run<'a> {
    /// Takes the pairs of a line, if they go on with the cards.
    fn take(&mut self, line: &Line<'_>, pairs: &Pairs<'a>) -> bool {
        // Behind a blank line only what is known goes on.
        let stray = line.gap && !self.keys.is_empty() && !pairs.begins_known();
        if stray || pairs.each().any(|[key, value]| !keyed::may_be_key(key) || keyed::is_key(value)) {
            return false;
        }
        self.wide |= pairs.count > 2;
        for pair in pairs.each() {
            self.keys.push(pair[0]);
            let cell = |(column, text): (usize, &str)| {
                TextCell::single(column, self.words.whole(Piece::range(line, text)))
            };
            self.rows.push(pair.into_iter().enumerate().map(cell).collect());
        }
        true
    }

    /// Goes on with the last value.
    fn go_on(&mut self, line: &Line<'_>) -> bool {
        let Some(value) = self.rows.last_mut().and_then(|row| row.last_mut()) else { return false };
        self.words.begin(&mut value.words, Piece::range(line, line.text));
        true
    }

    /// Whether the keys are those of cards. Every other cell of a header and its rows may be a few known names: of lines of several
    /// pairs, more than that are known.
    fn are_cards(&self) -> bool {
        keyed::make_cards(&self.keys) && (!self.wide || keyed::mostly_known(&self.keys))
    }
}

/// The cells of a line that are keys and values in turn.
struct Pairs<'a> {
    cells: [&'a str; MOST_CELLS],
    count: usize,
}

impl<'a> Pairs<'a> {
    fn each(&self) -> impl Iterator<Item = [&'a str; 2]> {
        self.cells[..self.count].chunks_exact(2).map(|pair| [pair[0], pair[1]])
    }

    /// Whether the first key is known.
    fn begins_known(&self) -> bool {
        keyed::is_key(self.cells[0])
    }

    /// Of an even number of cells; a key at the end of a longer line has no value.
    fn of(cells: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut pairs = Self { cells: [""; MOST_CELLS], count: 0 };
        for cell in cells {
            *pairs.cells.get_mut(pairs.count)? = cell;
            pairs.count += 1;
        }
        if pairs.count % 2 == 1 && pairs.count > 2 && keyed::is_key(pairs.cells[pairs.count - 1]) {
            pairs.count -= 1;
        }
        (pairs.count >= 2 && pairs.count.is_multiple_of(2)).then_some(pairs)
    }
}

/// The pairs of a line, if its cells can be nothing else by their number.
fn pairs<'a>(line: &Line<'a>) -> Option<Pairs<'a>> {
    let text = line.text;
    if memchr::memchr(b'\t', text.as_bytes()).is_some() {
        return Pairs::of(text.split('\t').map(str::trim).filter(|cell| !cell.is_empty()));
    }
    (text.len() <= LONGEST_LINE).then(|| Pairs::of(split_spaces(text, 2))).flatten()
}

#[cfg(test)]
mod tests {
    use crate::table::tests::check;

    #[test]
    fn keys_and_values_beside_each_other_are_cards() {
        let card = |parts: &str| {
            format!("任务名称{parts}改造管网\n责任单位{parts}县水利局\n完成时限{parts}2025年6月")
        };
        let told = "任务名称 | 改造管网\n责任单位 | 县水利局\n完成时限 | 2025年6月";
        check(&card("\t"), told);
        check(&card("      "), told);
        check(&format!("{}\n\n{}", card("\t"), card("\t")), &format!("{told}\n{told}"));
        check(
            "任务名称\t改造管网\n工作措施\t1.改造。\n2.验收。\n责任单位\t县水利局",
            "任务名称 | 改造管网\n工作措施 | 1.改造。/2.验收。\n责任单位 | 县水利局",
        );
    }

    #[test]
    fn several_pairs_of_a_line_are_pairs() {
        let card = |parts: &str| {
            format!(
                "序号{parts}1{parts}项目名称{parts}改造管网\n建设地点{parts}甲村\n责任单位{parts}县水利局{parts}配合单位{parts}乙村"
            )
        };
        let told = "序号 | 1\n项目名称 | 改造管网\n建设地点 | 甲村\n责任单位 | 县水利局\n配合单位 | 乙村";
        check(&format!("{}\n\n{}", card("\t"), card("\t")), &format!("{told}\n{told}"));
        check(&card("     "), told);
        // The last key has no value.
        check(&format!("{}\n完成时限\t6月\t备注\t", card("\t")), &format!("{told}\n完成时限 | 6月"));
    }

    #[test]
    fn tables_of_four_columns_are_none() {
        check(
            "任务\t镇村\t责任单位\t金额\n改造管网\t甲村\t县水利局\t5\n建设水厂\t乙村\t县住建局\t6",
            "任务 | 镇村 | 责任单位 | 金额\n改造管网 | 甲村 | 县水利局 | 5\n建设水厂 | 乙村 | 县住建局 | 6",
        );
    }

    #[test]
    fn tables_of_two_columns_are_none() {
        check("任务\t责任单位\n改造管网\t县水利局", "任务 | 责任单位\n改造管网 | 县水利局");
        check("任务名称\t改造管网\n索引号\t123\n发布时间\t2025年\n信息来源\t县政府", "");
    }
}
