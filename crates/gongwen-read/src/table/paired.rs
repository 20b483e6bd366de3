//! Cards of keys and values: `责任单位`, a tab or a wide gap, `县林业局` on each line, card after card.
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
    let first = pair(&lines[top]).filter(|pair| keyed::is_key(pair[0]))?;
    let mut keys = vec![first[0]];
    let mut words = Words::default();
    let mut rows = Vec::new();
    let mut end = top;
    for (at, line) in lines.iter().enumerate().skip(top).take(MOST_LINES) {
        if line.kind != LineKind::Words {
            continue;
        }
        if line.heading.is_some() {
            break;
        }
        if let Some(pair) = pair(line) {
            // Behind a blank line only what is known goes on.
            let known = keyed::is_key(pair[0]);
            if !known && (line.gap || !keyed::may_be_key(pair[0])) || keyed::is_key(pair[1]) {
                break;
            }
            if at > top {
                keys.push(pair[0]);
            }
            let cell = |(column, text): (usize, &str)| {
                TextCell::single(column, words.whole(Piece::range(line, text)))
            };
            rows.push(pair.into_iter().enumerate().map(cell).collect::<Vec<_>>());
        } else {
            let goes_on = !line.gap
                && lines.get(at + 1).is_some_and(|next| {
                    next.has_words() && !next.gap && pair(next).is_some_and(|pair| keyed::is_key(pair[0]))
                });
            let Some(value) = rows.last_mut().and_then(|row| row.last_mut()).filter(|_| goes_on) else {
                break;
            };
            words.begin(&mut value.words, Piece::range(line, line.text));
        }
        end = at + 1;
    }
    let cards = keyed::make_cards(&keys);
    if !cards && keys.len() > LONG {
        *tried = end;
    }
    cards.then_some(TextTable { lines: top..end, columns: 2, rows, words, ..TextTable::default() })
}

/// The two cells of a line, if it has two.
fn pair<'a>(line: &Line<'a>) -> Option<[&'a str; 2]> {
    let text = line.text;
    let (key, value) = if memchr::memchr(b'\t', text.as_bytes()).is_some() {
        let mut cells = text.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
        let pair = (cells.next()?, cells.next()?);
        if cells.next().is_some() {
            return None;
        }
        pair
    } else {
        if text.len() > LONGEST_LINE {
            return None;
        }
        let mut cells = split_spaces(text, 2);
        let pair = (cells.next()?, cells.next()?);
        if cells.next().is_some() {
            return None;
        }
        pair
    };
    Some([key, value])
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
    fn tables_of_two_columns_are_none() {
        check("任务\t责任单位\n改造管网\t县水利局", "任务 | 责任单位\n改造管网 | 县水利局");
        check("任务名称\t改造管网\n索引号\t123\n发布时间\t2025年\n信息来源\t县政府", "");
    }
}
