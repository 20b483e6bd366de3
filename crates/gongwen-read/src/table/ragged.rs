//! Rows of figures that lack some: an empty cell leaves no trace among spaces but its place.
//!
//! A figure belongs to the name that it stands below. That is believed only where all figures of the full rows stand so.

use super::cell::{spelled, split_spaces};
use super::fit::says_nothing;
use super::header::is_name_of_figures;
use crate::line::{Line, LineKind};
use gongwen_text::chars;
use gongwen_text::numeral::is_figure;
use std::ops::Range;

/// Longest line that is looked at, in bytes.
const LONGEST_LINE: usize = 800;
/// Rows that must show how figures stand.
const SHOWN: usize = 8;

/// The stretches of the screen that words of a line take; `None` where a tab stands among them.
pub(super) fn stretches(line: &Line<'_>, words: &[&str]) -> Option<Vec<Range<usize>>> {
    if line.raw.len() > LONGEST_LINE || line.raw.contains('\t') {
        return None;
    }
    let wide = |text: &str| text.chars().map(chars::columns).sum::<usize>();
    let (mut at, mut seen) = (0, 0);
    let stretch = |words: &&str| {
        let start = words.as_ptr() as usize - line.raw.as_ptr() as usize;
        at += wide(&line.raw[seen..start]);
        seen = start;
        at..at + wide(words)
    };
    Some(words.iter().map(stretch).collect())
}

/// Whether names of columns stand over rows of figures, half of them full and the others with each figure below a name.
pub(super) fn heads(lines: &[Line<'_>], top: usize, names: &[&str]) -> bool {
    if names.len() < 3 || !names.iter().all(|name| is_name_of_figures(name)) {
        return false;
    }
    let Some(over) = stretches(&lines[top], names) else { return false };
    let (mut rows, mut full) = (0, 0);
    for line in lines[top + 1..].iter().filter(|line| line.kind == LineKind::Words).take(SHOWN) {
        let cells = spelled(line.text);
        let Some(places) = places(line, &cells, &over) else { break };
        rows += 1;
        full += usize::from(places.len() == names.len());
    }
    rows > 1 && full > 0 && full * 2 >= rows
}

/// Whether the full rows of figures from line `from` on stand below their names, `over`.
pub(super) fn shows(lines: &[Line<'_>], from: usize, over: &[Range<usize>]) -> bool {
    let mut shown = 0;
    for line in lines[from..].iter().filter(|line| line.kind == LineKind::Words).take(SHOWN) {
        let cells = spelled(line.text);
        if cells.len() == over.len() && is_row(&cells) {
            if places(line, &cells, over).is_none() {
                return false;
            }
            shown += 1;
        }
    }
    shown > 0
}

/// The columns of the cells of a row of figures, each below the one name that it stands below; its first cell names the row.
pub(super) fn places(line: &Line<'_>, cells: &[&str], over: &[Range<usize>]) -> Option<Vec<usize>> {
    if cells.len() > over.len() || !is_row(cells) {
        return None;
    }
    let own = stretches(line, cells)?;
    let mut places = Vec::with_capacity(cells.len());
    for cell in &own {
        let mut below = (0..over.len()).filter(|&c| cell.start < over[c].end && over[c].start < cell.end);
        let column = match (below.next(), below.next()) {
            (Some(column), None) => column,
            // Names of rows begin where they like.
            (None, _) if places.is_empty() && cell.end <= over[1].start => 0,
            _ => return None,
        };
        if places.last().is_some_and(|&last| column <= last) {
            return None;
        }
        places.push(column);
    }
    (places.first() == Some(&0)).then_some(places)
}

/// Whether cells are a name and figures.
fn is_row(cells: &[&str]) -> bool {
    let [name, figures @ ..] = cells else { return false };
    let told = |cell: &&&str| is_figure(cell);
    !is_figure(name)
        && name.chars().any(chars::is_han)
        && figures.iter().all(|cell| is_figure(cell) || says_nothing(cell))
        && figures.iter().find(told).is_some()
}

/// The words of a line, without those of [`split_spaces`] that one blank parts.
pub(super) fn cells<'a>(line: &Line<'a>) -> Vec<&'a str> {
    let cells: Vec<&str> = split_spaces(line.text, 2).collect();
    if is_row(&cells) { cells } else { spelled(line.text) }
}

#[cfg(test)]
mod tests {
    use crate::table::tests::check;

    #[test]
    fn a_row_that_lacks_a_figure_is_told_by_its_places() {
        let header = "乡镇          早稻面积（亩）     晚稻面积（亩）     再生稻面积（亩）";
        let told = "乡镇 | 早稻面积（亩） | 晚稻面积（亩） | 再生稻面积（亩）";
        let full = "甲镇            2100            2200               300";
        let shown = "甲镇 | 2100 | 2200 | 300";
        check(
            &format!(
                "{header}\n乙镇            2100            2200\n{full}\n丙镇            —                2200               30"
            ),
            &format!("{told}\n乙镇 | 2100 | 2200 | \n{shown}\n丙镇 | — | 2200 | 30"),
        );
        check(
            &format!("{header}\n{full}\n乙镇                            2200               30\n{full}"),
            &format!("{told}\n{shown}\n乙镇 |  | 2200 | 30\n{shown}"),
        );
    }

    #[test]
    fn figures_that_stand_off_their_names_are_nobodys() {
        check(
            "乡镇  早稻  晚稻  再生稻\n甲镇         2100         2200         300\n乙镇         2100                      300\n丙镇         5            6            7",
            "",
        );
    }

    #[test]
    fn letters_spaced_out_make_names() {
        check(
            "序 号      工 作 任 务            责 任 单 位         完 成 时 限\n1        新建水厂2座            县水利局            2025年9月\n2        修建渠道30公里         县水利局            2025年10月",
            "序 号 | 工 作 任 务 | 责 任 单 位 | 完 成 时 限\n1 | 新建水厂2座 | 县水利局 | 2025年9月\n2 | 修建渠道30公里 | 县水利局 | 2025年10月",
        );
        check(
            "序  号      工  作  任  务            牵  头  单  位         配 合 单 位         完成时限\n1         新建水厂2座               县水利局               县财政局            2025年9月\n2         修建渠道30公里            县水利局               各乡镇              2025年10月",
            "序  号 | 工  作  任  务 | 牵  头  单  位 | 配 合 单 位 | 完成时限\n1 | 新建水厂2座 | 县水利局 | 县财政局 | 2025年9月\n2 | 修建渠道30公里 | 县水利局 | 各乡镇 | 2025年10月",
        );
        check(
            "乡  镇        早  稻     晚  稻\n合  计          32.0         33.5\n麻  镇            2.1          2.2\n黎塘镇            3.0          3.2",
            "乡  镇 | 早  稻 | 晚  稻\n麻  镇 | 2.1 | 2.2\n黎塘镇 | 3.0 | 3.2",
        );
    }
}
