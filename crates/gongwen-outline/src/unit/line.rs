//! What a line is by itself: a label, a field line, a closing line, a piece of a title.

use super::UnitKind;
use super::key::{CUES, is_keyed_by_blank, key};
use crate::{closing, headed, shared};
use gongwen_lexicon::WordSet;
use gongwen_text::date::PartialDate;
use gongwen_text::{Label, chars};
use std::sync::LazyLock;

/// What a line is by itself.
pub(crate) fn kind(line: &str) -> UnitKind {
    if is_day_in_figures(line) {
        return UnitKind::Date;
    }
    if let Some(label) = Label::read(line) {
        return UnitKind::Labelled(label);
    }
    annex(line).or_else(|| keyed(line)).or_else(|| short(line)).unwrap_or(UnitKind::Prose)
}

/// `2024.3.1` has no label.
fn is_day_in_figures(line: &str) -> bool {
    matches!(line.as_bytes(), [b'1' | b'2', b'0' | b'9', ..])
        && day(line).is_some_and(|day| day.day.is_some())
}

/// `附件1`, `附件：1.任务清单`.
fn annex(line: &str) -> Option<UnitKind> {
    line.starts_with('附').then(|| headed::annex(line)).flatten()
}

/// `牵头部门：县教体局`, `联系人：张三`, `抄送：县委办。`
fn keyed(line: &str) -> Option<UnitKind> {
    let key = key(line)?;
    let cues = &*CUES;
    if cues.is_field(&key) || shared::shared_duty(line).is_some_and(|value| !value.is_empty()) {
        return Some(UnitKind::Field);
    }
    if cues.contacts.holds(&key) {
        return Some(UnitKind::Contact);
    }
    cues.copies.holds(&key).then_some(UnitKind::Colophon)
}

/// A kind of line and whether a line is one.
type Kind = (UnitKind, fn(&str) -> bool);

/// What a short line may be, in the order in which it is asked.
const SHORT: [Kind; 7] = [
    (UnitKind::Field, is_keyed_by_blank),
    (UnitKind::Remark, is_remark),
    (UnitKind::Remark, is_signed),
    (UnitKind::Field, gives_duty),
    (UnitKind::Date, is_date),
    (UnitKind::Colophon, is_printing),
    (UnitKind::Masthead, is_masthead),
];

/// What a line without label or key is, if it is short.
fn short(line: &str) -> Option<UnitKind> {
    const LONGEST: usize = 240;
    if line.len() > LONGEST {
        return None;
    }
    SHORT.iter().find(|(_, is)| is(line)).map(|&(kind, _)| kind)
}

/// Words of the lines that close a document.
struct Closing {
    remarks: &'static [&'static str],
    /// What stands where people sign.
    signed: WordSet,
}

static CLOSING: LazyLock<Closing> = LazyLock::new(|| Closing {
    remarks: gongwen_lexicon::words("closing_starts"),
    signed: WordSet::of(&["signing_marks"]),
});

/// `（此件公开发布）`
fn is_remark(line: &str) -> bool {
    let inner = line.trim_start_matches(['（', '(', '[', '【', '〔']);
    inner.len() < line.len() && CLOSING.remarks.iter().any(|r| inner.starts_with(r)) || line == "特此通知。"
}

/// `县人民政府（盖章）　城关镇人民政府（盖章）`
fn is_signed(line: &str) -> bool {
    !holds_stop(line) && CLOSING.signed.within(line)
}

/// `（县教育局、县科协负责）`, `由县住建局牵头负责，县水利局配合。` `（单位：亩）` over a table is no bracket of duties.
fn gives_duty(line: &str) -> bool {
    let counted = line.starts_with(['（', '(']) && gongwen_lexicon::is_unit_note(line);
    !counted && closing::is_duty_bracket(line) || closing::is_duty_sentence(line)
}

/// Whether a full stop or a semicolon stands in a line, both wide.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn holds_stop(line: &str) -> bool {
    chars::any_three(line.as_bytes(), |a, b, c| {
        (a == 0xE3) & (b == 0x80) & (c == 0x82) | (a == 0xEF) & (b == 0xBC) & (c == 0x9B)
    })
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
        // `…实施方案（2021—2025` is a title whose years go on below.
        (at > 0 || line.ends_with('号'))
            && stem[at..].contains(['〕', ']', '】', '）', ')', '﹞', '］', '号'])
            && stem[..at].chars().all(|c| chars::is_han(c) || c.is_whitespace() || c == '：' || c == ':')
            && inner.chars().all(|c| chars::fold_width(c).is_ascii_digit())
            && inner.chars().count() == 4
    })
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
        check("附1", AnnexMark);
        check("附 二", AnnexMark);
        check("附加费征收不超过3", Prose);
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
        check("某县水利规划实施方案（2021—2025", Prose);
        check("某政发[2021] 634号", Masthead);
        check("某县人民政府办公室文件", Masthead);
        check("〔2025〕12号", Masthead);
        check("各乡镇、县直各部门：", Prose);
        check("根据《关于工作的意见》（国发〔2021〕9号）", Prose);
    }
}
