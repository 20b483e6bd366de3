//! Headers of two rows: a name over several columns, whose own names stand below it.

use super::TextCell;
use super::cell::{Piece, split_spaces};
use super::header::{Header, Layout, is_name_of_figures, over_figures};
use super::words::Words;
use crate::line::{Line, LineKind};
use gongwen_text::chars;

/// The header as the first row.
pub(super) fn header_row(header: &Header, words: &mut Words) -> Vec<TextCell> {
    let cells = header.cells.iter().enumerate();
    cells.map(|(c, parts)| TextCell::single(c, words.joined(parts))).collect()
}

/// The header's row, or its two rows: a name over several columns covers them, one with nothing under it both rows.
pub(super) fn header_rows(header: &Header, words: &mut Words) -> Vec<Vec<TextCell>> {
    if header.under.is_empty() {
        return vec![header_row(header, words)];
    }
    let below = |c: usize| header.under.get(c).is_some_and(|cell| !cell.is_empty());
    let mut top = Vec::new();
    for (column, cell) in header.cells.iter().enumerate() {
        if cell.is_empty() && column > 0 {
            continue;
        }
        let covered = (column + 1..header.cells.len()).take_while(|&c| header.cells[c].is_empty()).count();
        top.push(TextCell {
            colspan: 1 + covered as u16,
            rowspan: if below(column) { 1 } else { 2 },
            ..TextCell::single(column, words.joined(cell))
        });
    }
    let under = header.under.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    vec![top, under.map(|(column, cell)| TextCell::single(column, words.joined(cell))).collect()]
}

/// The cells of the second row of a header of tabs, where figures stand below both (`乡镇 | 高标准农田 |` over `| 新建 | 改造`): each
/// column without a name in the first row, `names`, has one here. A row may have lost the tabs at its end.
pub(super) fn under_names<'a>(lines: &[Line<'a>], at: usize, names: &[String]) -> Option<Vec<&'a str>> {
    let raw = lines[at].raw.trim_end();
    if !raw.trim_start_matches([' ', '\u{3000}']).starts_with('\t') {
        return None;
    }
    let parts: Vec<&str> = raw.split('\t').map(|part| part.trim().trim_matches('*')).collect();
    let columns = parts.len().max(names.len());
    let name = |c: usize| names.get(c).map_or("", String::as_str);
    let part = |c: usize| parts.get(c).copied().unwrap_or_default();
    let nameless = (1..columns).any(|c| name(c).is_empty());
    let told = (0..columns).all(|c| !name(c).is_empty() || !part(c).is_empty());
    let named = parts.iter().filter(|part| !part.is_empty()).all(|part| is_name_of_figures(part));
    let whole: Vec<String> = (0..columns).map(|c| [name(c), part(c)].concat()).collect();
    let cells = |line: &Line<'a>| line.raw.trim().split('\t').map(str::trim).collect();
    (nameless && told && named && over_figures(lines, at + 1, &whole, cells)).then_some(parts)
}

/// Words of a line, and the columns of the screen they take.
pub(super) struct Bit<'a> {
    pub(super) words: &'a str,
    line: usize,
    pub(super) from: usize,
    to: usize,
}

impl Bit<'_> {
    /// How far its middle is from that of another, in halves of a column.
    fn off(&self, other: &Self) -> usize {
        (self.from + self.to).abs_diff(other.from + other.to)
    }
}

/// The words of a line that two blanks part; `None` where a tab stands among them.
pub(super) fn bits<'a>(line: &Line<'a>, at: usize) -> Option<Vec<Bit<'a>>> {
    const LONGEST_LINE: usize = 800;
    if line.raw.len() > LONGEST_LINE || line.raw.contains('\t') {
        return None;
    }
    let wide = |text: &str| text.chars().map(chars::columns).sum::<usize>();
    let bit = |words: &'a str| {
        let from = wide(&line.raw[..words.as_ptr() as usize - line.raw.as_ptr() as usize]);
        Bit { words, line: at, from, to: from + wide(words) }
    };
    Some(split_spaces(line.text, 2).map(bit).collect())
}

/// A header of spaces over rows of figures whose last line, `top + 1`, names the columns below a name of the lines above; names of
/// one row alone stand on line `top`, and the others there or on the line above it.
///
/// ```text
///            造林（亩）
/// 乡镇                        植树（株）
///          人工     封育
/// ```
pub(super) fn divided(lines: &[Line<'_>], top: usize) -> Option<Header> {
    const LEAST: usize = 2;
    let below = lines.get(top + 1).filter(|below| below.kind == LineKind::Words && !below.gap)?;
    let lows = bits(below, top + 1)?;
    let named = |bits: &[Bit<'_>]| bits.iter().all(|bit| is_name_of_figures(bit.words));
    if lows.len() < LEAST || !named(&lows) {
        return None;
    }
    let mut highs = bits(&lines[top], top)?;
    let mut first = top;
    // A title stands at the margin or in the middle of all columns; a name over some of them does neither.
    let above = top.checked_sub(1).filter(|&above| lines[above].has_words() && !lines[top].gap);
    if let Some(over) = above.and_then(|above| bits(&lines[above], above))
        && !over.is_empty()
        && named(&over)
        && over.iter().all(|bit| bit.from > highs[0].to && Some(bit.to) < highs.last().map(|last| last.from))
    {
        first = top - 1;
        highs.extend(over);
        highs.sort_by_key(|bit| bit.from);
    }
    if !named(&highs) {
        return None;
    }
    // Each name below goes with the nearest above.
    let over = |low: &Bit<'_>| (0..highs.len()).min_by_key(|&high| highs[high].off(low));
    let owners: Vec<usize> = lows.iter().filter_map(over).collect();
    let covers = |high: usize| owners.iter().filter(|&&owner| owner == high).count();
    if !owners.is_sorted() || (0..highs.len()).any(|high| covers(high) == 1) || covers(0) > 0 {
        return None;
    }
    let (mut cells, mut under, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for (at, high) in highs.iter().enumerate() {
        let range = |bit: &Bit<'_>| vec![Piece::range(&lines[bit.line], bit.words)];
        let mut upper = Some(high);
        for low in lows.iter().zip(&owners).filter(|&(_, &owner)| owner == at).map(|(low, _)| low) {
            names.push([upper.map_or("", |high| high.words), low.words].concat());
            cells.push(upper.take().map(range).unwrap_or_default());
            under.push(range(low));
        }
        if let Some(alone) = upper {
            names.push(alone.words.to_owned());
            cells.push(range(alone));
            under.push(Vec::new());
        }
    }
    if !over_figures(lines, top + 2, &names, |line| split_spaces(line.text, 2).collect()) {
        return None;
    }
    let header = super::header::build((first, top + 2), cells, &names, Layout::Spaced);
    Some(Header { under, ..header })
}

#[cfg(test)]
mod tests {
    use crate::table::tests::check;

    #[test]
    fn a_name_over_several_columns_of_figures_by_tabs() {
        check(
            "乡镇\t高标准农田（万亩）\t\n\t新建\t改造\n吴城镇\t1.0\t0.4\n莲花镇\t0.8\t0.5",
            "乡镇 | 高标准农田（万亩）\n新建 | 改造\n吴城镇 | 1.0 | 0.4\n莲花镇 | 0.8 | 0.5",
        );
        // Without figures below nothing tells that both rows are the header.
        check(
            "乡镇\t高标准农田\t\n\t新建\t改造\n吴城镇\t是\t否",
            "乡镇 | 高标准农田 | \n | 新建 | 改造\n吴城镇 | 是 | 否",
        );
    }

    #[test]
    fn a_name_over_the_last_columns_by_tabs() {
        let told = "序号 | 任务 | 责任单位\n牵头单位 | 配合单位\n1 | 建设泵站 | 县水利局 | 县住建局\n2 | 建设水厂 | 县住建局 | 县水利局";
        let rows = "1\t建设泵站\t县水利局\t县住建局\n2\t建设水厂\t县住建局\t县水利局\n注：县督查室通报。";
        check(&format!("序号\t任务\t责任单位\t\n\t\t牵头单位\t配合单位\n{rows}"), told);
        check(&format!("序号\t任务\t责任单位\n\t\t牵头单位\t配合单位\n{rows}"), told);
        // A header that is broken over two lines goes on.
        let told = "序号 | 任务 | 牵头单位 | 时限\n1 | 建设泵站 | 县水利局 | 6月";
        check("序号\t任务\n\t牵头单位\t时限\n1\t建设泵站\t县水利局\t6月", told);
    }

    #[test]
    fn a_name_over_several_columns_of_figures_by_spaces() {
        let rows = "甲镇        300             500                 20000\n乙镇        700            1000                 18000";
        let told = "甲镇 | 300 | 500 | 20000\n乙镇 | 700 | 1000 | 18000";
        check(
            &format!(
                "              营造林（亩）\n乡镇                                  义务植树（株）\n          人工造林        封山育林\n{rows}"
            ),
            &format!("乡镇 | 营造林（亩） | 义务植树（株）\n人工造林 | 封山育林\n{told}"),
        );
        check(
            &format!(
                "乡镇           营造林（亩）                  义务植树（株）\n          人工造林        封山育林\n{rows}"
            ),
            &format!("乡镇 | 营造林（亩） | 义务植树（株）\n人工造林 | 封山育林\n{told}"),
        );
        // One name below one is no division, and a row of words no figures.
        check("乡镇        营造林\n            人工造林\n甲镇        300", "");
        check("乡镇        营造林\n          人工造林        封山育林\n甲镇        开展        停止", "");
    }
}
