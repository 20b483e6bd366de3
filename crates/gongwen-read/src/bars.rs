//! What a page that was copied as text leaves at the ends of lines: the bar behind a lone cell (`序号 |`), and question marks in
//! the place of blanks that an encoding had not (`????某县人民政府`).

use crate::line::{Line, LineKind};
use gongwen_lexicon::column_list;

/// Lines of lone cells that make a table.
const CELLS: usize = 6;
/// The first of them, among which names of columns stand …
const HEAD: usize = 10;
/// … at least so many.
const NAMES: usize = 2;

/// Takes them off the lines of `source`.
pub(crate) fn trim(source: &str, lines: &mut [Line<'_>]) {
    let Some(first) = memchr::memchr2(b'|', b'?', source.as_bytes()) else { return };
    let rest = &source.as_bytes()[first..];
    if memchr::memmem::find(rest, b"??").is_some() {
        lines.iter_mut().filter(|line| line.has_words()).for_each(lost_blanks);
    }
    if memchr::memchr(b'|', rest).is_some() {
        lone_cells(lines);
    }
}

/// Question marks that stand for blanks: several, at the beginning or the end of a line.
fn lost_blanks(line: &mut Line<'_>) {
    let lost = |c: char| c == '?' || c.is_whitespace();
    let text = line.text;
    let mut kept = text;
    if text.starts_with('?') {
        kept = text.trim_start_matches(lost);
    }
    if text.ends_with("??") {
        kept = kept.trim_end_matches(lost);
    }
    line.text = kept;
    if kept.is_empty() {
        line.text = text;
        line.kind = LineKind::Furniture;
    }
}

/// Takes the bar off lines that end in their only one: where several of them follow each other below names of columns (a table
/// with one cell a line, its rows perhaps parted by bars alone), and behind the mark of an annex (`附件1 |`). Lines beside rows
/// of several cells belong to those.
fn lone_cells(lines: &mut [Line<'_>]) {
    let lone = |line: &Line<'_>| {
        line.text.len() > 1
            && line.text.ends_with('|')
            && memchr::memchr(b'|', line.text.as_bytes()) == Some(line.text.len() - 1)
    };
    let bare = |line: &Line<'_>| line.text.bytes().all(|b| b == b'|');
    let words: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].has_words()).collect();
    let mut at = 0;
    while at < words.len() {
        let run = words[at..].iter().take_while(|&&line| lone(&lines[line]) || bare(&lines[line])).count();
        let run_lines = &words[at..at + run];
        let cells = || run_lines.iter().filter(|&&line| lone(&lines[line]));
        let named = || {
            let names = cells().take(HEAD).filter(|&&line| column_list(cell(lines[line].text)).is_some());
            names.count() >= NAMES
        };
        if run >= CELLS && cells().count() >= CELLS && named() {
            for &line in run_lines {
                if bare(&lines[line]) {
                    lines[line].kind = LineKind::Furniture;
                } else {
                    cut(&mut lines[line]);
                }
            }
        } else if run > 0 && lone(&lines[words[at]]) && lines[words[at]].text.starts_with("附") {
            cut(&mut lines[words[at]]);
        }
        at += run.max(1);
    }
}

/// The words in front of the bar.
fn cell(text: &str) -> &str {
    text.trim_end_matches('|').trim_end()
}

fn cut(line: &mut Line<'_>) {
    line.text = cell(line.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &str) {
        let mut lines = crate::lines::split(source);
        trim(source, &mut lines);
        let got: Vec<_> = lines.iter().filter(|line| line.has_words()).map(|line| line.text).collect();
        assert_eq!(got.join("/"), expect);
    }

    #[test]
    fn bars_of_lone_cells_go() {
        check("序号 |\n任务 |\n单位 |\n1 |\n建桥 |\n县住建局 |", "序号/任务/单位/1/建桥/县住建局");
        check("序号 |\n任务 |\n单位 |\n|\n1 |\n建桥 |\n县住建局 |", "序号/任务/单位/1/建桥/县住建局");
        check("1 |\n甲区 |\n226 |\n1276 |\n565 |\n402 |", "1 |/甲区 |/226 |/1276 |/565 |/402 |");
        check("附件1 |\n序号 | 任务 |", "附件1/序号 | 任务 |");
        check("| 1 | 建桥\n二座 |\n| 2 | 修路 |", "| 1 | 建桥/二座 |/| 2 | 修路 |");
        check("1 | 建桥 |\n一、重点 |\n2 | 修路 |", "1 | 建桥 |/一、重点 |/2 | 修路 |");
    }

    #[test]
    fn question_marks_in_the_place_of_blanks_go() {
        check("?\n???? ?某县人民政府\n??2018年12月24日\n2018年????", "某县人民政府/2018年12月24日/2018年");
        check("为什么?\n怎么办??", "为什么?/怎么办");
    }

    #[test]
    fn rows_as_long_as_each_other_are_not_joined() {
        // They looked like the full lines of a wrapped text.
        let rows: String = (10..40).map(|n| format!("治水 | 建桥{n}座。 | 县水利局 | 6月 |\n")).collect();
        let source = format!("某县任务清单\n类别 | 任务 | 责任单位 | 完成时限 |\n{rows}");
        let manuscript = crate::read(source.as_bytes(), None).expect("text is read");
        assert_eq!(manuscript.tables[0].rows.len(), 31);
    }

    #[test]
    fn rows_without_a_frame_are_not_joined_either() {
        // A row as wide as the others took the number of the next, whose cells were lost.
        let does =
            ["改造供水管网15公里，惠及群众4200人", "新建幸福食堂8家", "举办惠民演出120场，放映电影600场"];
        for rows in 3..12 {
            let row = |n: usize| format!("{n} | 民生实事 | {} | 县水利局 | 县财政局 | 11月底\n", does[n % 3]);
            let rows_text: String = (1..=rows).map(row).collect();
            let names = "序号 | 项目名称 | 主要内容 | 牵头单位 | 配合单位 | 完成时限\n";
            let source = format!("某县民生实事清单\n\n{names}{rows_text}\n各牵头单位要抓好落实。\n");
            let manuscript = crate::read(source.as_bytes(), None).expect("text is read");
            assert_eq!(manuscript.tables[0].rows.len(), rows + 1, "{}", manuscript.text);
        }
    }
}
