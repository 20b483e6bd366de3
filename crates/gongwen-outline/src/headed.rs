//! The mark of an annex and its title on one line above a table or a list: `附件1  某县重大项目计划表`.
//!
//! The same words with neither below are a list of what is sent, or a sentence that points to an annex: they stay as they are.

use crate::front::{is_caption, is_piece};
use crate::unit::{Unit, UnitKind};
use gongwen_text::{Span, chars};

/// Units that may stand between the title and its table: its bracket, `单位：亩`.
const BETWEEN: usize = 2;

/// Called where a table follows, or a list begins that only a title with a noun of titles heads: makes two units of the line above it that holds the mark of an annex and its title.
pub(crate) fn divide(text: &str, units: &mut Vec<Unit>, table: bool) {
    let line = |unit: &Unit| unit.span.of_text(text);
    let between = |unit: &&Unit| {
        let line = line(unit);
        let bracket = line.starts_with(['（', '(']) && is_piece(line);
        unit.kind == UnitKind::Prose && (bracket || gongwen_lexicon::is_unit_note(line))
    };
    let most = if table { BETWEEN } else { 0 };
    let below = units.iter().rev().take(most).take_while(between).count();
    let Some(at) = units.len().checked_sub(below + 1) else { return };
    let unit = units[at];
    if !matches!(unit.kind, UnitKind::Prose | UnitKind::AnnexList) {
        return;
    }
    let Some((mark, title)) = parts(line(&unit)) else { return };
    if !table && !is_caption(&line(&unit)[title..]) {
        return;
    }
    // One below the other they are a list of what is sent, and the table is none of them.
    if at > 0 && parts(line(&units[at - 1])).is_some() {
        return;
    }
    let base = unit.span.from();
    units[at].span = Span::new(base, base + mark);
    units[at].kind = UnitKind::AnnexMark;
    let span = Span::new(base + title, unit.span.to());
    units.insert(at + 1, Unit { span, kind: UnitKind::Prose, heading: unit.heading, bold: 0 });
}

/// Where the mark ends and where the title begins in `附件1  某县任务表`, `附表2：某县任务表`.
fn parts(line: &str) -> Option<(usize, usize)> {
    const MARKS: [&str; 4] = ["附件", "附表", "附 件", BARE];
    /// With a number only.
    const BARE: &str = "附";
    // Nearly all lines end here.
    if !line.starts_with('附') {
        return None;
    }
    let blank = [' ', '\u{3000}'];
    let (mark, rest) = MARKS.iter().find_map(|mark| Some((*mark, line.strip_prefix(mark)?)))?;
    let number = rest.trim_start_matches(blank);
    let behind = number.trim_start_matches(|c: char| {
        chars::fold_width(c).is_ascii_digit()
            || gongwen_text::numeral::han_digit(c).is_some()
            || matches!(c, '十' | '-' | '—')
    });
    let numbered = behind.len() < number.len() && behind.starts_with([' ', '\u{3000}', '：', ':']);
    if mark == BARE && !numbered {
        return None;
    }
    let behind = if numbered { behind } else { rest };
    // `附件：某县任务表` without number is read where it stands.
    let colon = behind.trim_start_matches(blank).starts_with(['：', ':']);
    let title = behind.trim_start_matches([' ', '\u{3000}', '：', ':']);
    if title.len() == behind.len() || colon && !numbered || !is_piece(title) {
        return None;
    }
    let file = title.rsplit_once('.').is_some_and(|(_, end)| end.bytes().all(|c| c.is_ascii_alphanumeric()));
    // The number tells a title, whatever noun that ends in.
    let named = || is_caption(title) || title.ends_with("名单");
    if file || !(numbered || named()) {
        return None;
    }
    let (before, end) = (line.len() - behind.len(), line.len() - title.len());
    // The colon is part of the mark, blanks are not.
    Some((if colon { line[..end].trim_end_matches(blank).len() } else { before }, end))
}

/// `附件`, `附1`, `附件1：`, `附件：1.…`: the mark of an annex or the list of them.
pub(crate) fn annex(line: &str) -> Option<UnitKind> {
    const MARKS: [&str; 5] = ["附件", "附表", "附 件", "附：", "附:"];
    const LONGEST: usize = 15;
    let numeral = |c: char| {
        chars::fold_width(c).is_ascii_digit() || c == '十' || gongwen_text::numeral::han_digit(c).is_some()
    };
    // `附1` says nothing else.
    let numbered = || line.len() <= LONGEST && line.ends_with(numeral);
    if !MARKS.iter().any(|mark| line.starts_with(mark)) && !numbered() {
        return None;
    }
    let rest = line.trim_start_matches(['附', '件', '表', ' ', '\u{3000}']);
    let rest = rest.trim_start_matches(|c: char| numeral(c) || c == '-');
    let body = rest.trim_start_matches(['：', ':', ' ', '\u{3000}', '.', '、']);
    if body.is_empty() {
        return Some(UnitKind::AnnexMark);
    }
    rest.starts_with(['：', ':']).then_some(UnitKind::AnnexList)
}

#[cfg(test)]
mod tests {
    use super::parts;

    fn check(line: &str, expect: Option<(&str, &str)>) {
        assert_eq!(parts(line).map(|(mark, title)| (&line[..mark], &line[title..])), expect, "{line}");
    }

    #[test]
    fn marks_with_a_title() {
        check("附件1  某县项目计划表", Some(("附件1", "某县项目计划表")));
        check("附件 2 2025年项目包保名单", Some(("附件 2", "2025年项目包保名单")));
        check("附件３\u{3000}某县项目计划表", Some(("附件３", "某县项目计划表")));
        check("附表一：某县项目计划表", Some(("附表一：", "某县项目计划表")));
        check("附件1-2 某县项目计划表", Some(("附件1-2", "某县项目计划表")));
        check("附件 某县项目计划表", Some(("附件", "某县项目计划表")));
        check("附1  某县项目计划表", Some(("附1", "某县项目计划表")));
        check("附二：某县项目计划表", Some(("附二：", "某县项目计划表")));
        check("附 某县项目计划表", None);
        check("附件", None);
        check("附件1：", None);
        check("附件 1", None);
        check("附件：某县项目计划表", None);
        check("附件：1.某县项目计划表", None);
        check("附件1：申报表.docx", None);
        check("附件1中的任务由各镇落实", None);
        check("附件 中的任务由各镇落实", None);
        check("附件1 所列任务由各镇落实。", None);
        check("附属工程 计划表", None);
        check("表1 某县项目计划表", None);
    }

    /// The lines above a table become mark and title; a list of what is sent stays whole.
    #[test]
    fn a_table_below_makes_an_annex() {
        let sections = |above: &str| {
            let table = "序号\t工作任务\t责任单位\n1\t新建水厂1座\t县水务局\n2\t新建泵站2座\t县水务局\n";
            let table = if above.ends_with('\n') { "1.新建水厂。\n2.新建泵站。\n" } else { table };
            let text = format!("某县项目建设工作方案\n一、工作目标\n加快建设。\n{above}\n{table}");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            let outline = crate::outline(&manuscript);
            let told = outline.sections.iter().filter_map(|it| it.label.zip(it.title));
            let told = told.map(|(label, title)| {
                let text = &manuscript.text;
                format!("{}|{}", label.of_text(text), title.of_text(text))
            });
            told.skip(1).collect::<Vec<_>>().join("/")
        };
        assert_eq!(sections("附件1 某县任务名单"), "附件1|某县任务名单");
        assert_eq!(sections("附件1 某县任务表\n（2025年）"), "附件1|某县任务表\n（2025年）");
        assert_eq!(sections("附1\n某县任务表"), "附1|某县任务表");
        assert_eq!(sections("附件1 某县任务表\n附件2 某县名单"), "");
        assert_eq!(sections("附件1 某县任务清单\n"), "附件1|某县任务清单");
        assert_eq!(sections("附件1 列出要做的事\n"), "");
    }
}
