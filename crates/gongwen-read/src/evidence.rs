//! What the end of one line and the start of the next say about the break between them.

mod cut;

pub(crate) use cut::{cuts_key, goes_on_in_bracket, is_cut, parts_key};

use crate::keys::Class;
use gongwen_text::Label;
use gongwen_text::chars::{any_three, encoded_len, ends_sentence, is_han, skip_han};
use gongwen_text::date::recognised_digit;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// `。` `；` `！` `？`, behind it closing marks at most.
    Sentence,
    /// `：`
    Colon,
    /// `，` `、`, an opening mark, a bracket or quotation that is still open: something must follow.
    Open,
    /// Words.
    Words,
}

/// How a line starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// With a mark that no paragraph starts with: `，` `。` `）`.
    Continued,
    /// With an ordinal label.
    Labelled(Label),
    /// With a field (`牵头部门：`), an annex mark, the head of a table.
    Field,
    /// With a date or a remark in brackets that is the whole line: `（此件公开发布）`.
    Remark,
    /// With words.
    Words,
}

/// Bytes looked back at for an open bracket.
const LOOK_BACK: usize = 180;

/// The end of `text` (trimmed).
pub(crate) fn end(text: &str) -> End {
    if is_sentence(text) {
        return End::Sentence;
    }
    match text.chars().next_back() {
        Some('：' | ':') => {
            if is_open(text) {
                End::Open
            } else {
                End::Colon
            }
        }
        Some('，' | ',' | '、' | '（' | '(' | '《' | '“' | '‘' | '〔' | '【' | '—' | '-' | '/') => {
            End::Open
        }
        _ if is_open(text) => End::Open,
        _ => End::Words,
    }
}

/// Whether `text` (trimmed) ends a sentence or with a colon that nothing opened: [`End::Sentence`] or [`End::Colon`].
pub(crate) fn is_over(text: &str) -> bool {
    is_sentence(text) || text.ends_with(['：', ':']) && !is_open(text)
}

/// Whether `text` (trimmed) ends a sentence, as an empty one does: [`End::Sentence`].
pub(crate) fn is_sentence(text: &str) -> bool {
    // Most paragraphs end with a full stop, most headings with a Han character.
    match text.as_bytes() {
        [.., 0xE3, 0x80, 0x82] => return true,
        [.., 0xE4..=0xE9, _, _] => return false,
        _ => {}
    }
    let mut chars = text.chars().rev();
    let Some(last) = chars.next() else { return true };
    let mut mark = last;
    while matches!(mark, '”' | '’' | '"' | '）' | ')' | '》' | '】' | '〕' | '*') {
        match chars.next() {
            Some(c) => mark = c,
            None => break,
        }
    }
    ends_sentence(mark)
        || mark == '.' && chars.next().is_some_and(|c| is_han(c) || c == '）' || c == '%')
        || matches!(last, '）' | ')' | '〕' | '】') && is_duty_behind(text)
}

/// Whether the bracket that ends `text` stands behind a finished sentence, as the duties of an item do: `…。（县教育局
/// 负责）`.
fn is_duty_behind(text: &str) -> bool {
    const BRACKET_MAX: usize = 900;
    let from = boundary(text, text.len().saturating_sub(BRACKET_MAX));
    let mut depth = 0;
    for (at, c) in text[from..].char_indices().rev() {
        match c {
            '）' | ')' | '〕' | '】' => depth += 1,
            '（' | '(' | '〔' | '【' => {
                depth -= 1;
                if depth == 0 {
                    let before = text[..from + at].trim_end();
                    return before.is_empty() || before.ends_with(|c| ends_sentence(c) || c == '.');
                }
            }
            _ => {}
        }
    }
    false
}

/// Whether `text` (trimmed) ends inside a bracket, at no end of a sentence but `；`.
#[cfg(feature = "pdf")]
pub(crate) fn is_within(text: &str) -> bool {
    is_open(text) && !text.ends_with(['。', '！', '？'])
}

/// Whether a bracket or quotation opened near the end of `text` is still open: of one kind, the last mark there is an
/// opening one. Brackets of both widths are one kind, for they are mixed.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn is_open(text: &str) -> bool {
    let tail = &text.as_bytes()[boundary(text, text.len().saturating_sub(LOOK_BACK))..];
    // Most ends have no opening mark at all: “ 《 〔 （ and half-width brackets, told by the first and the last byte.
    let opens = |a, _, c| {
        (a == b'(')
            | (a == b'[')
            | (a == 0xE2) & (c == 0x9C)
            | (a == 0xE3) & ((c == 0x8A) | (c == 0x94))
            | (a == 0xEF) & (c == 0x88)
    };
    if !any_three(tail, opens) {
        return false;
    }
    let mut open = [false; 4];
    let mut at = 0;
    loop {
        at = skip_han(tail, at);
        let Some(&lead) = tail.get(at) else { break };
        at += encoded_len(lead);
        let (kind, opens) = match (lead, &tail[at.saturating_sub(2)..at]) {
            (0xE2, [0x80, 0x9C]) => (0, true),
            (0xE2, [0x80, 0x9D]) => (0, false),
            (0xE3, [0x80, 0x8A]) => (1, true),
            (0xE3, [0x80, 0x8B]) => (1, false),
            (b'(', _) | (0xEF, [0xBC, 0x88]) => (2, true),
            (b')', _) | (0xEF, [0xBC, 0x89]) => (2, false),
            (b'[', _) | (0xE3, [0x80, 0x94 | 0x90]) => (3, true),
            (b']', _) | (0xE3, [0x80, 0x95 | 0x91]) => (3, false),
            _ => continue,
        };
        open[kind] = opens;
    }
    open.contains(&true)
}

/// Whether `text` (trimmed) starts with a mark that no paragraph starts with.
pub(crate) fn is_continued(text: &str) -> bool {
    let marks = [
        '。', '，', '、', '；', '：', '！', '？', '）', '》', '”', '’', '〕', '】', '%', '％', ',', ';', ')',
    ];
    // Most lines start with a word.
    !matches!(text.as_bytes(), [0xE4..=0xE9, ..]) && text.starts_with(marks)
}

/// The start of `text` (trimmed).
pub(crate) fn start(text: &str) -> Start {
    if is_continued(text) {
        return Start::Continued;
    }
    if let Some(label) = Label::read(text) {
        return Start::Labelled(label);
    }
    if is_field(text) {
        Start::Field
    } else if is_date(text) || is_remark(text) {
        Start::Remark
    } else {
        Start::Words
    }
}

/// What keys end with behind which bodies stand.
const BODY_KEYS: [&str; 3] = ["单位", "部门", "主体"];

/// Words in front of a colon that make a line a field wherever it stands.
const FIELDS: [&str; 42] = [
    "牵头",
    "配合",
    "主责",
    "主办",
    "协办",
    "协同",
    "时限",
    "任务",
    "牵头部门",
    "牵头单位",
    "配合部门",
    "配合单位",
    "责任部门",
    "责任单位",
    "责任领导",
    "责任人",
    "主办单位",
    "协办单位",
    "参与单位",
    "参加单位",
    "牵头领导",
    "完成时限",
    "完成时间",
    "时限要求",
    "附件",
    "抄送",
    "抄报",
    "主送",
    "联系人",
    "联系电话",
    "联系方式",
    "联系地址",
    "电话",
    "邮箱",
    "地址",
    "备注",
    "注",
    "说明",
    "来源",
    "发布日期",
    "索引号",
    "文号",
];

/// Keys that stand before a colon at the start of a line of a list of projects or measures.
const LISTED: [&str; 31] = [
    "主要职责",
    "工作职责",
    "进度安排",
    "实施进度",
    "形象进度",
    "计划进度",
    "建设内容",
    "建设规模",
    "建设地点",
    "建设工期",
    "建设时间",
    "建设期限",
    "建设目标",
    "总投资",
    "计划投资",
    "投资估算",
    "资金来源",
    "年度目标",
    "今年目标",
    "年度计划",
    "年度任务",
    "项目名称",
    "项目内容",
    "项目概况",
    "主要内容",
    "实施内容",
    "实施地点",
    "整改措施",
    "整改目标",
    "存在问题",
    "具体措施",
];

/// `牵头部门：…`, a bare `附件` or `附件1`.
fn is_field(text: &str) -> bool {
    let head = &text[..boundary(text, text.len().min(48))];
    if let Some(rest) = head.strip_prefix("附件") {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || is_count(c));
        if rest.is_empty() || rest.starts_with(['：', ':', '.', '．']) {
            return true;
        }
    }
    // The head of a ledger or a table.
    if head.starts_with("序号") {
        return true;
    }
    // The key is Han, with white space in it at most.
    let bytes = head.as_bytes();
    let (mut colon, mut spaced) = (0, false);
    loop {
        colon = skip_han(bytes, colon);
        match &bytes[colon..] {
            [b':', ..] | [0xEF, 0xBC, 0x9A, ..] => break,
            [b' ', ..] => (colon, spaced) = (colon + 1, true),
            [0xE3, 0x80, 0x80, ..] => (colon, spaced) = (colon + 3, true),
            rest => match head[colon..].chars().next() {
                Some(c) if is_han(c) => colon += c.len_utf8(),
                // White space of another kind may stand before the colon only.
                Some(c) if c.is_whitespace() => {
                    let behind = head[colon..].trim_start();
                    if !behind.starts_with(['：', ':']) {
                        return false;
                    }
                    colon += rest.len() - behind.len();
                }
                _ => return false,
            },
        }
    }
    let key = head[..colon].trim_end();
    // `会办单位：县财政局`: a key of a duty that nobody listed; addressees (`各有关单位：`) have nothing behind their colon.
    let valued = || text[colon..].trim_start_matches(['：', ':', ' ', '\u{3000}']).len() >= 6;
    if key.len() <= 30
        && !key.starts_with(['各', '县', '市', '区'])
        && ["单位", "部门", "主体", "领导", "责任人", "时限", "进度"].iter().any(|end| key.ends_with(end))
        && valued()
    {
        return true;
    }
    // `发布时间：2020-05-29`: a key that only pages print.
    if crate::keys::key(key).is_some_and(|(_, class)| class == Class::Sure) {
        return true;
    }
    // `建设规模及内容`
    LISTED.iter().any(|known| key.len() <= 36 && key.starts_with(known))
        || FIELDS.iter().any(|f| key == *f || key.len() <= 36 && key.ends_with(f) && f.len() >= 12)
        || spaced && {
            let squeezed: String = key.chars().filter(|c| !c.is_whitespace()).collect();
            FIELDS.contains(&squeezed.as_str())
        }
}

/// Whether `text` ends in a key and its value, and the value is whole: behind a sentence (`…。责任单位：县水利局`), or all of the line
/// where the next has a key of its own, known or not. A name or a day that the end of the line cuts goes on in `next`.
pub(crate) fn is_keyed(text: &str, next: &str) -> bool {
    const VALUE_MAX: usize = 300;
    let from = boundary(text, text.len().saturating_sub(VALUE_MAX));
    // 。 and ； by their last bytes.
    let stop = memchr::memrchr2_iter(0x82, 0x9B, &text.as_bytes()[from..])
        .map(|last| from + last + 1)
        .find(|&end| matches!(text.as_bytes()[from..end], [.., 0xE3, 0x80, 0x82] | [.., 0xEF, 0xBC, 0x9B]));
    let Some(behind) = stop.or_else(|| opens_with_key(next).then_some(0)) else { return false };
    let words = |list| gongwen_lexicon::words(list).iter();
    let value = text[behind..].trim_start();
    let first = next.split(['、', '，', '。', ' ']).next().unwrap_or(next);
    let named = || {
        words("unit_endings").any(|end| text.ends_with(end))
            && !words("unit_remainders").any(|&rest| first == rest)
    };
    let dated =
        || text.ends_with(['月', '底', '前', '日']) && !next.starts_with(['底', '前', '末', '上', '中']);
    // `协同单位　县财政局`: a wide blank parts key and names as well.
    let spaced = || {
        let key = value.split('\u{3000}').next().unwrap_or(value);
        key.len() < value.len() && key.len() <= 18 && BODY_KEYS.iter().any(|end| key.ends_with(end))
    };
    (is_field(value) || spaced()) && (named() || dated())
}

/// Whether a line opens with a short word and a colon or a wide blank, and something stands behind: `节点安排：一季度完成`.
fn opens_with_key(line: &str) -> bool {
    const LONGEST: usize = 6;
    let key = line.char_indices().take(LONGEST + 1).find(|&(_, c)| !is_han(c));
    key.is_some_and(|(at, c)| {
        at > 3 && matches!(c, '：' | ':' | '\u{3000}') && line.len() > at + c.len_utf8()
    })
}

fn is_count(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Whether `next` is the addressee (`各乡镇人民政府：`) below a title that ends with `last`.
pub(crate) fn is_addressee_below(last: &str, next: &str) -> bool {
    const TITLE_ENDS: [&str; 9] = ["通知", "通告", "公告", "意见", "方案", "办法", "决定", "》", "函"];
    next.ends_with(['：', ':']) && TITLE_ENDS.iter().any(|e| last.ends_with(e)) && !next.contains('。')
}

/// Whether `title`, a paragraph of one line, is the title above a text that opens with `next`.
pub(crate) fn is_title_above(title: &str, next: &str) -> bool {
    const TITLE_ENDS: [&str; 12] =
        ["方案", "办法", "意见", "规划", "计划", "细则", "要点", "通知", "措施", "规定", "清单", "台账"];
    let opens = matches!(next.chars().next(), Some('为' | '经' | '本'))
        || ["根据", "按照", "依据", "现将"].iter().any(|o| next.starts_with(o));
    // `《某方案》已经县政府同意，现印发给你们。` below the notice that carries it.
    let names = |rest: &str| {
        let behind = rest.split_once('》').map_or("", |(_, behind)| behind);
        ['已', '经', '业', '现'].iter().any(|word| behind.starts_with(*word))
    };
    let opens = opens || title.ends_with("通知") && next.strip_prefix('《').is_some_and(names);
    opens && TITLE_ENDS.iter().any(|e| title.ends_with(e)) && !title.contains(['，', '。', '；', ','])
}

/// A date that is the whole line: `2022年5月5日`, `二〇二二年五月五日`, `2022年10月24日印发`.
pub(crate) fn is_date(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let text = text.strip_suffix("印发").unwrap_or(text).trim_end();
    let shape = |c: char| {
        matches!(c, '年' | '月' | '日' | ' ' | '零') || is_count(c) || recognised_digit(c).is_some()
    };
    text.ends_with(['日', '月']) && text.chars().all(shape) && text.contains('年') && text.contains('月')
}

/// A bracket that is the whole line: `（此件公开发布）`, `（2021—2025年）`.
fn is_remark(text: &str) -> bool {
    text.len() <= 90
        && text.starts_with(['（', '('])
        && text.ends_with(['）', ')'])
        && text.matches(['（', '(']).count() == 1
}

/// Marks that stand somewhere in a text.
#[derive(Clone, Copy, Default)]
pub(crate) struct Marks {
    /// A full stop, as [`has_stop`] has it.
    pub(crate) stop: bool,
    /// `，` `,` `；`
    pub(crate) comma: bool,
    /// `、`
    pub(crate) list: bool,
}

/// One look at a short text.
pub(crate) fn marks(text: &str) -> Marks {
    let bytes = text.as_bytes();
    let mut marks = Marks::default();
    let mut at = 0;
    loop {
        at = skip_han(bytes, at);
        let Some(&lead) = bytes.get(at) else { return marks };
        match (lead, &bytes[at + 1..]) {
            (b',', _) | (0xEF, [0xBC, 0x8C | 0x9B, ..]) => marks.comma = true,
            (0xE3, [0x80, 0x82, ..]) => marks.stop = true,
            (0xE3, [0x80, 0x81, ..]) => marks.list = true,
            (b'.', _) => marks.stop |= at > LABEL_MAX && bytes[at - 1] >= 0x80,
            _ => {}
        }
        at += encoded_len(lead);
    }
}

/// Bytes in front of a half-width stop that may be a label.
const LABEL_MAX: usize = 12;

/// Whether a full stop, of either width, stands in `text`: a half-width one behind a Chinese character and beyond a label.
pub(crate) fn has_stop(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.contains('。') || memchr::memchr_iter(b'.', bytes).any(|i| i > LABEL_MAX && bytes[i - 1] >= 0x80)
}

/// The character boundary at or before `at`.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: End) {
        assert_eq!(end(text), expect, "{text}");
    }

    #[test]
    fn ends() {
        check("努力实现目标。", End::Sentence);
        check("（县教育局负责。）", End::Sentence);
        check("努力实现目标.", End::Sentence);
        check("努力实现目标。（县教育局〔县科协〕负责）", End::Sentence);
        check("各乡镇人民政府：", End::Colon);
        check("奠定“十", End::Open);
        check("县教育局、", End::Open);
        check("不少于10", End::Words);
        check("县教育局（县科协）", End::Words);
    }

    #[test]
    fn titles_above_a_text() {
        let notice = "某县水利局关于印发《农村饮水方案》的通知";
        assert!(is_title_above(notice, "《农村饮水方案》已经局党组同意，现印发给你们。"));
        assert!(is_title_above(notice, "现将方案印发给你们。"));
        assert!(!is_title_above("按照《关于开展普查的通知", "》要求，现将方案印发给你们。"));
        assert!(!is_title_above("各地要落实省水利厅通知", "《农村饮水办法》和有关要求。"));
    }

    #[test]
    fn keys_behind_a_sentence() {
        for (text, next, expect) in [
            ("1.改造敬老院。责任单位：县民政局", "改造敬老院6所。", true),
            ("1.志愿服务。责任单位：团县委 完成时限：2025年6月", "每个乡镇组建1支队伍。", true),
            ("1.改造敬老院。责任单位：县民政局、县委办", "公室、县财政局", false),
            ("1.改造敬老院。责任单位：县民政局、县市场", "监管局", false),
            ("1.改造敬老院。责任单位：县民政局", "会同县财政局拨付资金。", true),
            ("协同单位：县自然资源局、县市场监管局", "节点安排：一季度完成摸底", true),
            ("协同单位：县自然资源局、县市场监管局", "县财政局、县审计局", false),
            ("协同单位：县自然资源局、县市场监", "管局：一季度完成摸底", false),
            ("1.改造敬老院。由县民政局", "负责落实", false),
        ] {
            assert_eq!(is_keyed(text, next), expect, "{text}");
        }
    }

    #[test]
    fn starts() {
        assert_eq!(start("。"), Start::Continued);
        assert!(matches!(start("（一）指导思想"), Start::Labelled(_)));
        for field in [
            "牵头部门：县教育局",
            "会办单位：县财政局",
            "配合：县财政局",
            "进度安排：三季度主体封顶",
            "附件：1.分工表",
            "附 件：分工表",
            "附件1",
            "序号 责任单位",
        ] {
            assert_eq!(start(field), Start::Field, "{field}");
        }
        for remark in ["2022年5月5日", "二〇二二年五月五日", "（此件公开发布）"] {
            assert_eq!(start(remark), Start::Remark, "{remark}");
        }
        for words in ["场次。", "2025年，全县", "和社会组织：", "有关单位：", "5%以上"] {
            assert_eq!(start(words), Start::Words, "{words}");
        }
    }
}
