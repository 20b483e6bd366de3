//! Blanks that typesetting puts around numbers: `较 2020 年下降 18 %`.
//!
//! Word and its PDFs keep a quarter of an em between Han characters and digits (autospace; W3C, *Requirements for Chinese Text
//! Layout*, 3.2.5); copied out, it becomes a blank, and many people type one. It is no word and parts none. A blank between
//! a body and a year may part two columns, so the number must stand alone on both sides, in a line that is no row.

use gongwen_text::Label;
use gongwen_text::chars::is_han;

/// Where such blanks stand in `text`, ascending.
pub(crate) fn blanks(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let mut line = Line::default();
    memchr::memchr_iter(b' ', bytes).filter(move |&at| {
        let beside = match (at.checked_sub(1).map(|before| bytes[before]), bytes.get(at + 1)) {
            (Some(b'0'..=b'9'), Some(&next)) => next >= 0x80 || matches!(next, b'%' | b'-' | b'~'),
            (Some(0x80..=0xBF | b'-' | b'~'), Some(b'0'..=b'9')) => true,
            _ => false,
        };
        if !beside {
            return false;
        }
        if at >= line.end {
            line = Line::around(text, at);
        }
        line.is_prose && is_around_number(&text[line.start..line.end], at - line.start)
    })
}

/// A line, or a cell of one.
#[derive(Clone, Copy, Default)]
struct Line {
    start: usize,
    end: usize,
    is_prose: bool,
}

impl Line {
    fn around(text: &str, at: usize) -> Self {
        let ends = |c: u8| matches!(c, b'\n' | b'\r' | b'\t' | b'|');
        let bytes = text.as_bytes();
        let end = bytes[at..].iter().position(|&c| ends(c)).map_or(text.len(), |len| at + len);
        let start = bytes[..at].iter().rposition(|&c| ends(c)).map_or(0, |before| before + 1);
        Self { start, end, is_prose: is_prose(text[start..end].trim()) }
    }
}

/// Whether blanks part nothing in a line: no columns of it, no names of a list, no number of an annex from its title.
fn is_prose(line: &str) -> bool {
    const NUMBERED: [&str; 6] = ["附件", "附表", "附录", "专栏", "表", "图"];
    let behind = NUMBERED.iter().find_map(|word| line.strip_prefix(word));
    let numbered = behind.is_some_and(|rest| rest.starts_with(|c: char| c == ' ' || c.is_ascii_digit()));
    if numbered || line.contains("  ") || line.contains('\u{3000}') {
        return false;
    }
    let parts_words = |at: usize| line[..at].ends_with(is_han) && line[at + 1..].starts_with(is_han);
    line.contains('。') || !memchr::memchr_iter(b' ', line.as_bytes()).any(parts_words)
}

/// Whether the blank at `at` of a line stands around a number.
fn is_around_number(line: &str, at: usize) -> bool {
    let (before, behind) = (&line[..at], &line[at + 1..]);
    if behind.starts_with(|c: char| c.is_ascii_digit()) {
        let rest = behind.trim_start_matches(is_figure);
        let number = &behind[..behind.len() - rest.len()];
        // `试运营 2、建设市场`: an item within the line.
        let is_label = number.ends_with('.') || rest.starts_with(['、', '．', '）', ')']);
        // Neither `2024年12月`, which may begin a column, nor the two numbers of a telephone.
        let alone = !rest.starts_with(|c: char| is_han(c) || c.is_ascii_alphabetic())
            && !rest.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
        before.ends_with(is_range) && ends_in_number(before.trim_end_matches(is_range))
            || before.ends_with(is_han) && alone && !is_label
    } else if behind.starts_with(is_range) {
        behind.trim_start_matches(is_range).trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit())
    } else {
        let words = before.trim_end_matches(is_figure);
        // `3 加强…` and `1-2 加强…` at the start of a line have their label there, `2024 年` has none; `GB18030 里` is a word.
        let labelled = || Label::read(line).is_some_and(|label| label.end == at);
        let leads = words.trim_start().is_empty()
            || words.ends_with(|c: char| c.is_ascii_alphabetic())
            || words.ends_with(['-', '－']) && labelled();
        behind.starts_with(['%', '％', '‰'])
            || behind.starts_with(['年', '月', '日']) && before.len() > words.len()
            || behind.starts_with(is_han) && !leads
    }
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

fn is_range(c: char) -> bool {
    matches!(c, '-' | '~' | '—' | '–' | '～')
}

fn ends_in_number(text: &str) -> bool {
    text.trim_end_matches(' ').ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    fn check(text: &str, expect: &str) {
        let mut rest = text.to_owned();
        for at in super::blanks(text).collect::<Vec<_>>().into_iter().rev() {
            rest.remove(at);
        }
        assert_eq!(rest, expect);
    }

    #[test]
    fn blanks_around_numbers_go() {
        check("比 2023 年下降 6%，较 2020 年累计下降 13.5 %。", "比2023年下降6%，较2020年累计下降13.5%。");
        check("2024 年 10 月底前建成 50 个", "2024年10月底前建成50个");
        check("每 2000 户配备 2 至 3 名", "每2000户配备2至3名");
        check("（2021 — 2025 年）", "（2021—2025年）");
        check("建成 2 - 3 家", "建成2-3家");
        check("3-5 名干部", "3-5名干部");
        check("不低于年度采购总额的 15%。\n1 加强领导", "不低于年度采购总额的15%。\n1 加强领导");
        check("县教育局\t2024 年 6 月底前\t12 所", "县教育局\t2024年6月底前\t12 所");
        check("建立“政府 + 企业”机制，新增 3 家。", "建立“政府 + 企业”机制，新增3家。");
    }

    #[test]
    fn blanks_that_part_stay() {
        check("县水利局 2024年12月", "县水利局 2024年12月");
        check("1 加强河道治理", "1 加强河道治理");
        check("1-2 加强河道治理。", "1-2 加强河道治理。");
        check("附件 1", "附件 1");
        check("专栏1 培训工程", "专栏1 培训工程");
        check("只在 GB18030 里有", "只在 GB18030 里有");
        check("1 建设养老中心 12 个 县民政局", "1 建设养老中心 12 个 县民政局");
        check("责任单位：县教育局 县科协", "责任单位：县教育局 县科协");
        check("建设基地  12 个  县民政局", "建设基地  12 个  县民政局");
        check("- 5 个社区", "- 5个社区");
        check("交易中心 2、农贸市场 3.市场", "交易中心 2、农贸市场 3.市场");
        check("联系电话 0951 1234567", "联系电话 0951 1234567");
    }
}
