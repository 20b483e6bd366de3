//! What each paragraph is by itself: a label, a field line, a closing line, a piece of a title.

use crate::{apart, closing, contents, shared, standing, styled};
use gongwen_lexicon::{WordSet, words};
use gongwen_text::date::PartialDate;
use gongwen_text::{Block, Label, Manuscript, Span, chars};
use std::sync::LazyLock;

/// A paragraph or a table, with what can be said of it without its neighbours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) span: Span,
    pub(crate) kind: UnitKind,
    /// Heading level marked by the source.
    pub(crate) heading: Option<u8>,
    /// Bytes at the start that the source set in bold.
    pub(crate) bold: u32,
}

/// What a unit is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// Begins with an ordinal.
    Labelled(Label),
    /// `牵头部门：…`, or a bracket alone on its line that holds such keys or duty words.
    Field,
    /// A heading without label on a line of its own: `工作要求：`.
    Standing,
    /// A heading without label that the source sets as one, in a document that labels none.
    Styled,
    /// `县教育局：牵头…` in a document that labels nothing, with the bytes of the names.
    Told(u32),
    /// `附件` `附件1` `附件：` with nothing behind: an annex begins.
    AnnexMark,
    /// `附件：1.…`: the list of annexes.
    AnnexList,
    /// `联系人：…`
    Contact,
    /// `抄送：…`, `…印发` of the 版记.
    Colophon,
    /// A date alone.
    Date,
    /// `（此件公开发布）` and the like.
    Remark,
    /// A document number alone, or a `…文件` banner.
    Masthead,
    /// Any other paragraph.
    Prose,
    /// A table.
    Table(usize),
}

/// All units of a manuscript. Lines of a table of contents are left out.
pub(crate) fn units(manuscript: &Manuscript) -> Vec<Unit> {
    let text = manuscript.text.as_str();
    let mut units = Vec::with_capacity(manuscript.blocks.len());
    let mut contents = false;
    let mut listed = 0;
    // A document has one table of contents, its annexes a few more: what repeats the word without end is not searched.
    let mut looks = 8_u32;
    let mut numbered = false;
    for (at, block) in manuscript.blocks.iter().enumerate() {
        if listed > 0 {
            listed -= 1;
            continue;
        }
        match *block {
            Block::Table(index) => {
                crate::headed::divide(text, &mut units, true);
                let span = manuscript.tables[index].span;
                units.push(Unit { span, kind: UnitKind::Table(index), heading: None, bold: 0 });
            }
            Block::Paragraph(p) => {
                let line = p.span.of_text(text);
                // Nothing need announce a table of contents, or only `《某区应急预案目录》` above it.
                let captioned = looks > 0 && contents::is_caption(line);
                let begins = !numbered && !captioned && contents::is_numbered(line);
                if captioned || begins {
                    looks -= u32::from(captioned);
                    numbered |= begins;
                    listed = contents::unannounced(manuscript, at + usize::from(captioned));
                    if listed > 0 {
                        listed -= usize::from(begins);
                        continue;
                    }
                }
                if is_contents(line, &mut contents) {
                    if is_contents_mark(line) && looks > 0 {
                        looks -= 1;
                        listed = contents::listed(manuscript, at + 1);
                    }
                    continue;
                }
                let kind = kind(line);
                if matches!(kind, UnitKind::Labelled(label) if label.number == 1) {
                    crate::headed::divide(text, &mut units, false);
                }
                units.push(Unit { span: p.span, kind, heading: p.heading, bold: p.bold });
            }
        }
    }
    apart::join(text, &mut units);
    crate::counted::mark(text, &mut units);
    crate::keys::mark(text, &mut units);
    join_lists(text, &mut units);
    crate::noted::join(text, &mut units);
    crate::shared::join(text, &mut units);
    mark_files(text, &mut units);
    contents::numbered(text, &mut units);
    standing::mark(text, &mut units);
    styled::mark(text, &mut units);
    // What announces the first item on its line is a key of the section, no heading below it.
    crate::opened::divide(text, &mut units);
    crate::told::mark(text, &mut units);
    units
}

/// A list of units behind `责任单位：` may stand on several lines, one name or more each: they are one line of duty.
fn join_lists(text: &str, units: &mut Vec<Unit>) {
    const LONGEST: usize = 150;
    let listed = |unit: &Unit| {
        let line = unit.span.of_text(text);
        unit.kind == UnitKind::Prose
            && line.len() <= LONGEST
            && !line.contains(['。', '；', '：', ':'])
            && line.split(['、', '，', ',', ' ', '\u{3000}']).filter(|name| !name.is_empty()).all(|name| {
                name.len() >= 6 && gongwen_lexicon::ends_with_any(name.trim_end_matches('等'), CUES.bodies)
            })
    };
    let heads = |unit: &Unit| {
        let names =
            |key: std::borrow::Cow<'_, str>| ["单位", "部门", "主体"].iter().any(|end| key.ends_with(end));
        unit.kind == UnitKind::Field && key(unit.span.of_text(text)).is_some_and(names)
    };
    // `完成时限：` with the time on the line below.
    let timed = |unit: &Unit| {
        let line = unit.span.of_text(text);
        unit.kind == UnitKind::Field
            && line.ends_with(['：', ':'])
            && key(line).is_some_and(|key| ["时限", "时间", "期限"].iter().any(|end| key.ends_with(end)))
    };
    let is_time = |unit: &Unit| {
        let line = unit.span.of_text(text);
        line.len() <= LONGEST
            && line.contains(['年', '月', '日'])
            && gongwen_text::date::is_time_alone(line.trim_end_matches(['。', '；']))
    };
    let mut open = false;
    let mut kept = 0;
    for at in 0..units.len() {
        let unit = units[at];
        if kept > 0 && timed(&units[kept - 1]) && is_time(&unit) {
            units[kept - 1].span = units[kept - 1].span.cover(unit.span);
            open = false;
            continue;
        }
        // A heading of a body stands above a list of its own, a signature above its date.
        let last = units.get(at + 1).is_some_and(|next| match next.kind {
            UnitKind::Date => true,
            UnitKind::Labelled(label) => label.number == 1,
            _ => false,
        });
        if open && !last && listed(&unit) {
            units[kept - 1].span = units[kept - 1].span.cover(unit.span);
            continue;
        }
        open = heads(&unit);
        units[kept] = unit;
        kept += 1;
    }
    units.truncate(kept);
}

/// The files that a page offers below `附件：` or `附件下载`, or last of all, are a list of annexes: `1.任务表.doc`.
fn mark_files(text: &str, units: &mut [Unit]) {
    const ENDS: [&str; 13] =
        ["doc", "docx", "xls", "xlsx", "pdf", "wps", "et", "ofd", "ceb", "zip", "rar", "jpg", "txt"];
    let is_file = |unit: &Unit| {
        let line = unit.span.of_text(text).trim_end();
        let end = line.rsplit_once('.').map_or("", |(_, end)| end);
        matches!(unit.kind, UnitKind::Labelled(_) | UnitKind::Prose)
            && ENDS.iter().any(|known| end.eq_ignore_ascii_case(known))
    };
    let heads = |unit: &Unit| {
        let line = unit.span.of_text(text);
        line.len() <= 30
            && line.contains('件')
            && words("page_file_heads").contains(&line.trim().trim_end_matches(['：', ':']))
    };
    let mut listed = false;
    for at in 0..units.len() {
        if units[at].kind == UnitKind::AnnexMark || heads(&units[at]) {
            listed = units.get(at + 1).is_some_and(is_file);
            if listed {
                units[at].kind = UnitKind::AnnexList;
            }
        } else {
            listed = listed && is_file(&units[at]);
            if listed {
                units[at].kind = UnitKind::Remark;
            }
        }
    }
    units.iter_mut().rev().take_while(|unit| is_file(unit)).for_each(|unit| unit.kind = UnitKind::Remark);
}

/// `目录`, also in spaced letters.
fn is_contents_mark(line: &str) -> bool {
    line.len() < 24 && chars::is_compact_form(line, "目录")
}

/// A line of a table of contents: `目录`, and lines that end in leaders and a page number.
fn is_contents(line: &str, inside: &mut bool) -> bool {
    if is_contents_mark(line) {
        *inside = true;
        return true;
    }
    let bytes = line.as_bytes();
    if line.len() > 240 || !bytes.last().is_some_and(u8::is_ascii_digit) {
        *inside = false;
        return false;
    }
    let stem = line.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let leaders =
        stem.chars().rev().take_while(|c| matches!(c, '.' | '…' | '·' | '．' | '-' | '—' | '\t')).count();
    leaders >= 2 || *inside && line.len() < 120 && stem.len() < line.len() && Label::read(line).is_some()
}

struct Cues {
    fields: WordSet,
    field_starts: WordSet,
    field_ends: WordSet,
    contacts: WordSet,
    remarks: &'static [&'static str],
    copies: WordSet,
    /// What stands where people sign.
    signed: WordSet,
    bodies: &'static [&'static str],
}

impl Cues {
    /// A key of a field, also one that nobody listed: `牵头单位及责任人`, `技术支撑单位`.
    fn is_field(&self, key: &str) -> bool {
        self.fields.holds(key) || self.field_ends.closes(key) && self.field_starts.begins(key)
    }
}

static CUES: LazyLock<Cues> = LazyLock::new(|| Cues {
    fields: WordSet::of(&["field_keys", "time_keys"]),
    field_starts: WordSet::of(&["field_key_starts"]),
    field_ends: WordSet::of(&["field_key_ends"]),
    contacts: WordSet::of(&["contact_keys"]),
    remarks: gongwen_lexicon::words("closing_starts"),
    copies: WordSet::of(&["copy_starts"]),
    signed: WordSet::of(&["signing_marks"]),
    bodies: gongwen_lexicon::words("unit_endings"),
});

/// Whether a key names a duty, a time or a person.
pub(crate) fn is_field(key: &str) -> bool {
    CUES.is_field(key)
}

/// What a line is by itself.
pub(crate) fn kind(line: &str) -> UnitKind {
    // `2024.3.1` has no label.
    if matches!(line.as_bytes(), [b'1' | b'2', b'0' | b'9', ..])
        && day(line).is_some_and(|day| day.day.is_some())
    {
        return UnitKind::Date;
    }
    if let Some(label) = Label::read(line) {
        return UnitKind::Labelled(label);
    }
    if line.starts_with('附')
        && ["附件", "附表", "附 件", "附：", "附:"].iter().any(|mark| line.starts_with(mark))
        && let Some(kind) = annex(line)
    {
        return kind;
    }
    if let Some(key) = key(line) {
        let cues = &*CUES;
        if cues.is_field(&key) || shared::shared_duty(line).is_some_and(|value| !value.is_empty()) {
            return UnitKind::Field;
        }
        if cues.contacts.holds(&key) {
            return UnitKind::Contact;
        }
        if cues.copies.holds(&key) {
            return UnitKind::Colophon;
        }
    }
    let short = line.len() <= 240;
    if short && is_keyed_by_blank(line) {
        return UnitKind::Field;
    }
    if short {
        let inner = line.trim_start_matches(['（', '(', '[', '【', '〔']);
        if inner.len() < line.len() && CUES.remarks.iter().any(|r| inner.starts_with(r))
            || line == "特此通知。"
        {
            return UnitKind::Remark;
        }
        // `县人民政府（盖章）　城关镇人民政府（盖章）`
        if !holds_stop(line) && CUES.signed.within(line) {
            return UnitKind::Remark;
        }
        // `（单位：亩）` over a table is no bracket of duties.
        let counted = line.starts_with(['（', '(']) && gongwen_lexicon::is_unit_note(line);
        if !counted && closing::is_duty_bracket(line) || closing::is_duty_sentence(line) {
            return UnitKind::Field;
        }
        if is_date(line) {
            return UnitKind::Date;
        }
        if is_printing(line) {
            return UnitKind::Colophon;
        }
        if is_masthead(line) {
            return UnitKind::Masthead;
        }
    }
    UnitKind::Prose
}

/// Whether a full stop or a semicolon stands in a line, both wide.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn holds_stop(line: &str) -> bool {
    chars::any_three(line.as_bytes(), |a, b, c| {
        (a == 0xE3) & (b == 0x80) & (c == 0x82) | (a == 0xEF) & (b == 0xBC) & (c == 0x9B)
    })
}

/// Whether a line is a key of duties with names behind it that a blank alone parts from it: `牵头单位  县司法局`.
fn is_keyed_by_blank(line: &str) -> bool {
    // Nearly all lines end here: their first words have no blank behind them.
    let near = line.bytes().take(33).position(|byte| matches!(byte, b' ' | b'\t' | 0xE3));
    let Some(at) = near.filter(|&at| at >= 12 && line[at..].starts_with([' ', '\t', '\u{3000}'])) else {
        return false;
    };
    let (cues, names) = (&*CUES, line[at..].trim());
    // Names of columns beside each other are a header.
    let header = || names.split(char::is_whitespace).any(|word| cues.fields.holds(word));
    is_field(&line[..at])
        && gongwen_lexicon::ends_with_any(names, cues.bodies)
        && !names.contains(['：', ':', '。', '；'])
        && !header()
}

/// The key of a line `key：value` or `【key】value`: at most fifteen characters, white space among them, before a colon.
pub(crate) fn key(line: &str) -> Option<std::borrow::Cow<'_, str>> {
    const LONGEST: usize = 15;
    let bytes = line.as_bytes();
    if let [0xE3, 0x80, ..] = bytes
        && let Some((key, _)) = chars::bracketed_key(line)
    {
        return Some(chars::compact(key).into());
    }
    if let [b'(', ..] | [0xEF, 0xBC, 0x88, ..] = bytes {
        let (key, names) = chars::round_key(line)?;
        let key = chars::compact(key);
        return (CUES.fields.holds(&key) && !names.trim_start().is_empty()).then(|| key.into());
    }
    let (mut at, mut left, mut spaced) = (0, LONGEST + 1, false);
    loop {
        // Nearly all are Han.
        while left > 0
            && let Some(0xE5..=0xE9) = bytes.get(at)
        {
            (at, left) = (at + 3, left - 1);
        }
        left = left.checked_sub(1)?;
        match bytes[at..] {
            [b':', ..] | [0xEF, 0xBC, 0x9A, ..] => {
                let key = &line[..at];
                return Some(if spaced { chars::compact(key).into() } else { key.into() });
            }
            [0xE4, 0xB8..=0xBF, ..] => at += 3,
            // ，、。 end most.
            [0xEF, 0xBC, 0x8C, ..] | [0xE3, 0x80, 0x81 | 0x82, ..] | [b'0'..=b'9', ..] => return None,
            _ => {
                let c = line[at..].chars().next()?;
                let space = c.is_whitespace();
                // `责任部门（单位）：`
                if matches!(c, '（' | '(') {
                    let (_, rest) = chars::round_key(&line[at..])?;
                    let key = &line[..at];
                    let close = line.len() - rest.len();
                    let colon = line[..close].ends_with(['：', ':']);
                    return colon.then(|| if spaced { chars::compact(key).into() } else { key.into() });
                }
                if !space && !chars::is_han(c) {
                    return None;
                }
                spaced |= space;
                at += c.len_utf8();
            }
        }
    }
}

/// `附件`, `附件1：`, `附件：1.…`.
fn annex(line: &str) -> Option<UnitKind> {
    let rest = line.trim_start_matches(['附', '件', '表', ' ', '\u{3000}']);
    let rest = rest.trim_start_matches(|c: char| {
        chars::fold_width(c).is_ascii_digit()
            || gongwen_text::numeral::han_digit(c).is_some()
            || c == '十'
            || c == '-'
    });
    let body = rest.trim_start_matches(['：', ':', ' ', '\u{3000}', '.', '、']);
    if body.is_empty() {
        return Some(UnitKind::AnnexMark);
    }
    rest.starts_with(['：', ':']).then_some(UnitKind::AnnexList)
}

/// The day or month that a line consists of, perhaps in brackets or with the time of day: `（2024年3月）`, `2024-03-01 16:40`.
pub(crate) fn day(line: &str) -> Option<PartialDate> {
    const LONGEST: usize = 60;
    let line = line.trim();
    if line.len() > LONGEST {
        return None;
    }
    let inner = line
        .strip_prefix(['（', '(', '〔', '['])
        .and_then(|rest| rest.strip_suffix(['）', ')', '〕', ']']))
        .map_or(line, str::trim);
    let (len, date) = gongwen_text::date::read(inner)?;
    let time = inner[len..].trim_start();
    let clock = time.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '：'));
    let told = time.is_empty() || clock && time.contains([':', '：']) && time.len() < inner[len..].len();
    (date.month.is_some() && told).then_some(date)
}

/// A date and nothing else, spaces apart.
fn is_date(line: &str) -> bool {
    if line.len() > 60 || !line.ends_with(['日', '号']) {
        return false;
    }
    let mut marks = [false; 2];
    for c in line.chars() {
        match c {
            '年' => marks[0] = true,
            '月' => marks[1] = true,
            '日' | '号' | '十' | '元' | '廿' => {}
            c if c.is_whitespace() || gongwen_text::numeral::han_digit(c).is_some() => {}
            // `二O二四年`, `9月l2日`: letters and signs that stand for digits too.
            c if gongwen_text::date::recognised_digit(c).is_some() => {}
            _ => return false,
        }
    }
    marks == [true; 2]
}

/// `某县人民政府办公室 2022年10月24日印发`.
fn is_printing(line: &str) -> bool {
    let stem = line.strip_suffix("印发").map(str::trim_end);
    stem.is_some_and(|stem| stem.ends_with('日') && stem.contains('月')) || line.starts_with("印发机关")
}

/// `某政发〔2022〕45号` alone, or `某县人民政府文件`.
fn is_masthead(line: &str) -> bool {
    if line.ends_with("文件") && line.chars().count() <= 40 && !line.contains(['，', '。', '《']) {
        return true;
    }
    if line.len() > 90 {
        return false;
    }
    let stem = line.trim_end_matches(['号', ' ', '\u{3000}']);
    if !stem.ends_with(|c: char| chars::fold_width(c).is_ascii_digit()) {
        return false;
    }
    let open = stem.find(['〔', '[', '【', '（', '(', '﹝', '［']);
    open.is_some_and(|at| {
        let inner: String = stem[at..].chars().skip(1).take(4).collect();
        // `〔2025〕12号` below the name of minutes has no code of its own.
        (at > 0 || line.ends_with('号'))
            && stem[..at].chars().all(|c| chars::is_han(c) || c.is_whitespace() || c == '：' || c == ':')
            && inner.chars().all(|c| chars::fold_width(c).is_ascii_digit())
            && inner.chars().count() == 4
    })
}

/// The lines of a text as units, for trials of what the whole document tells of a line.
#[cfg(test)]
pub(crate) fn of_lines(text: &str) -> Vec<Unit> {
    let mut at = 0;
    let unit = |line: &str| {
        let span = Span::new(at, at + line.len());
        at += line.len() + 1;
        Unit { span, kind: kind(line), heading: None, bold: 0 }
    };
    text.split('\n').map(unit).collect()
}

/// What becomes of the lines of a text, a letter each: `F` a field, `L` a label, `P` prose.
#[cfg(test)]
pub(crate) fn letters(text: &str, mark: impl FnOnce(&str, &mut Vec<Unit>)) -> String {
    let mut units = of_lines(text);
    mark(text, &mut units);
    let letter = |unit: &Unit| match unit.kind {
        UnitKind::Field => 'F',
        UnitKind::Labelled(_) => 'L',
        _ => 'P',
    };
    units.iter().map(letter).collect()
}

/// The lines of a text that come to stand as headings.
#[cfg(test)]
pub(crate) fn standing(text: &str, mark: impl FnOnce(&str, &mut [Unit])) -> Vec<&str> {
    let mut units = of_lines(text);
    mark(text, &mut units);
    let marked = units.iter().filter(|unit| unit.kind == UnitKind::Standing);
    marked.map(|unit| unit.span.of_text(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: UnitKind) {
        assert_eq!(kind(line), expect, "{line}");
    }

    #[test]
    fn kinds() {
        use UnitKind::{AnnexList, AnnexMark, Colophon, Contact, Date, Field, Masthead, Prose, Remark};
        check("牵头部门：县教体局", Field);
        check("责任单位:县发改局", Field);
        check("牵头单位及责任人：县住建局 吴某某", Field);
        check("牵头：县发展改革局", Field);
        check("责任部门（单位）：县教育局", Field);
        check("牵头单位  县司法局", Field);
        check("（牵头单位）县商务局", Field);
        check("（试行）县商务局", Prose);
        check("责任单位\u{3000}县法院、县检察院", Field);
        check("牵头单位 责任单位", Prose);
        check("责任单位 要按职责分工抓好落实", Prose);
        check("整改目标：收集率达到60%", Prose);
        for key in
            ["整改期限", "办理时限", "完成日期", "完成时限要求", "计划完成时间", "销号时限", "截止时间"]
        {
            check(&format!("{key}：2024年6月底"), Field);
        }
        check("合同期限：三年", Prose);
        check("报名时间：6月1日起", Prose);
        check("由县住建局牵头负责，县水利局、县林业局配合。", Field);
        check("由县住建局牵头，县水利局配合，加快建设管网。", Prose);
        check("（县教育局、县科协负责）", Field);
        check("（王某某；县发展改革委、县统计局；各乡镇）", Field);
        check("（2024年9月30日前完成）", Field);
        check("（4月1日至4月30日）", Prose);
        check("附件", AnnexMark);
        check("附件1", AnnexMark);
        check("附件：", AnnexMark);
        check("附件：1.任务清单", AnnexList);
        check("附：领导小组成员名单", AnnexList);
        check("附属工程要同步建设。", Prose);
        check("联 系 人：张三", Contact);
        check("抄送：县委办。", Colophon);
        check("某县人民政府办公室 2022年10月24日印发", Colophon);
        check("二○二二年五月五日", Date);
        check("2026年 4月 20 日", Date);
        check("二O二四年三月六日", Date);
        check("二oo九年十月八日", Date);
        check("O型血捐献日", Prose);
        check("2024-03-01", Date);
        check("2024.3.1", Date);
        check("2024/3/1 16:40", Date);
        // A month stands in the body as well.
        check("2024年3月", Prose);
        check("（此件公开发布）", Remark);
        check("县人民政府（盖章）　城关镇人民政府（盖章）", Remark);
        check("负责人（签字）：", Remark);
        check("各单位签订责任书（须主要负责人签字）。", Prose);
        check("平政办发〔2022〕45号", Masthead);
        check("某政发[2021] 634号", Masthead);
        check("某县人民政府办公室文件", Masthead);
        check("〔2025〕12号", Masthead);
        check("各乡镇、县直各部门：", Prose);
        check("根据《关于工作的意见》（国发〔2021〕9号）", Prose);
    }

    /// Files that a page offers below its own words were items of the plan's last section.
    #[test]
    fn files_of_a_page_are_no_items() {
        for head in ["附件下载：", "相关附件", "附件", "主要依据如下："] {
            let text =
                format!("某县措施\n一、培育企业。\n二、改造管网。\n{head}\n1.申报表.docx\n2.申报指南.PDF\n");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            assert_eq!(crate::outline(&manuscript).sections.len(), 2, "{head}");
        }
    }
}
