//! The printed forms of ordinals, one function a form: style, number and bytes taken.

use super::LabelStyle;
use super::decimal::decimal;
use crate::numeral::han_integer;

/// A bit for the low ten bits of each Han character that a label begins with: prose is told by one look.
pub(super) const HAN: [u64; 16] = {
    let chars = [
        '第', '任', '行', '工', '项', '专', '举', '措', '重', '事', '实', '问', '民', '整', '改', '反', '一',
        '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '零', '壹', '贰', '叁',
    ];
    let (mut bits, mut i) = ([0; 16], 0);
    while i < chars.len() {
        let low = chars[i] as usize & 1023;
        bits[low >> 6] |= 1 << (low & 63);
        i += 1;
    }
    bits
};

pub(super) fn read_trimmed(text: &str) -> Option<(LabelStyle, u32, usize)> {
    // One look at the first character decides: prose leaves here.
    let first = text.chars().next()?;
    match first {
        '（' | '(' | '〔' | '﹙' => bracketed(text, first.len_utf8()),
        '0'..='9' | '０'..='９' => counted(text),
        '第' => ordinal(text),
        '任' | '行' | '工' | '项' | '专' | '举' | '措' | '重' | '事' | '实' | '问' | '民' | '整' | '改'
        | '反' => named(text),
        '【' | '〖' => boxed(text, first.len_utf8()),
        '—' | '－' | '─' | '-' | 'ー' | '–' | '―' if text[first.len_utf8()..].starts_with('、') => {
            // 一 as a scan reads it.
            Some((LabelStyle::Han, 1, first.len_utf8() + '、'.len_utf8()))
        }
        '—' | '－' | '─' => dash(text),
        '●' | '■' | '◆' | '•' | '▪' | '★' | '►' | '▲' | '△' | '▶' | '✓' | '☆' | '◇' | '□' | '◎' =>
        {
            // A star alone parts the header of a document from its body.
            let rest = text[first.len_utf8()..].trim_start();
            let style = if matches!(first, '☆' | '◇' | '□' | '◎' | '△') {
                LabelStyle::Hollow
            } else {
                LabelStyle::Bullet
            };
            (!rest.is_empty()).then_some((style, 0, first.len_utf8()))
        }
        '①'..='⑳' => Some((LabelStyle::Circled, first as u32 - '①' as u32 + 1, first.len_utf8())),
        'Ⅰ'..='Ⅻ' => roman(text, first),
        '㈠'..='㈩' => Some((LabelStyle::HanParen, first as u32 - '㈠' as u32 + 1, first.len_utf8())),
        '⑴'..='⒇' => Some((LabelStyle::ArabicParen, first as u32 - '⑴' as u32 + 1, first.len_utf8())),
        '⒈'..='⒛' => Some((LabelStyle::Arabic, first as u32 - '⒈' as u32 + 1, first.len_utf8())),
        c if is_count(c) => han(text),
        _ => None,
    }
}

/// Characters that Chinese counting of labels uses.
fn is_count(c: char) -> bool {
    matches!(
        c,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '零'
            | '〇'
            | '壹'
            | '贰'
            | '叁'
    )
}

/// The number up to 99 that `text` begins with and its length, in the usual form: `三`, `十`, `十三`, `三十`, `三十三`.
fn small_count(text: &[u8]) -> Option<(u32, usize)> {
    let (tens, at) = match digit(text)? {
        10 => (1, 3),
        first if digit(&text[3..]) == Some(10) => (first, 6),
        first => return Some((first, 3)),
    };
    match digit(&text[at..]) {
        Some(10) => None,
        Some(last) => Some((tens * 10 + last, at + 3)),
        None => Some((tens * 10, at)),
    }
}

/// The value of one of `一` to `十`.
fn digit(text: &[u8]) -> Option<u32> {
    let &[a, b, c, ..] = text else { return None };
    Some(match u32::from_be_bytes([0, a, b, c]) {
        0xE4_B8_80 => 1,  // 一
        0xE4_BA_8C => 2,  // 二
        0xE4_B8_89 => 3,  // 三
        0xE5_9B_9B => 4,  // 四
        0xE4_BA_94 => 5,  // 五
        0xE5_85_AD => 6,  // 六
        0xE4_B8_83 => 7,  // 七
        0xE5_85_AB => 8,  // 八
        0xE4_B9_9D => 9,  // 九
        0xE5_8D_81 => 10, // 十
        _ => return None,
    })
}

/// Bytes of the leading run of characters for which `test` holds, bounded.
pub(super) fn run(text: &str, max: usize, test: impl Fn(char) -> bool) -> usize {
    text.chars().take(max).take_while(|&c| test(c)).map(char::len_utf8).sum()
}

pub(super) fn spaces(text: &str) -> usize {
    run(text, 4, |c| c == ' ' || c == '\u{3000}')
}

/// `一、` also `一 、` `一．` `一.` and `一　` is none.
fn han(text: &str) -> Option<(LabelStyle, u32, usize)> {
    if let Some((number, n)) = small_count(text.as_bytes())
        && let [0xE3, 0x80, 0x81, ..] = text.as_bytes()[n..]
    {
        return (!counts_on(&text[n + 3..], number)).then_some((LabelStyle::Han, number, n + 3));
    }
    let n = run(text, 5, is_count);
    let number = han_integer(&text[..n])?;
    let at = n + spaces(&text[n..]);
    let mark = text[at..].chars().next()?;
    let wide = matches!(mark, '、' | '．' | '﹑')
        || matches!(mark, '.' | ',' | '，') && at == n && number_is_short(number);
    // `一，` is seen in OCR; only directly behind the numeral and only for small numbers.
    (wide && number > 0).then(|| (LabelStyle::Han, number, at + mark.len_utf8()))
}

/// Whether the next numeral and one more stand behind a numeral: `一、二、三组单位` are groups that are spoken of.
fn counts_on(text: &str, number: u32) -> bool {
    small_count(text.as_bytes()).is_some_and(|(next, n)| next == number + 1 && text[n..].starts_with('、'))
}

fn number_is_short(number: u32) -> bool {
    number <= 20
}

fn digits_value(text: &str) -> Option<u32> {
    let mut value = 0u32;
    for c in text.chars() {
        value = value * 10 + crate::chars::fold_width(c).to_digit(10)?;
    }
    Some(value)
}

/// A label that begins with a digit.
pub(super) fn counted(text: &str) -> Option<(LabelStyle, u32, usize)> {
    match arabic(text) {
        None => decimal(text),
        found => found,
    }
}

/// `1.` `1、` `1．` `1 .` `1）`; never `1.5`, `1.2万`, `2025年`.
fn arabic(text: &str) -> Option<(LabelStyle, u32, usize)> {
    // Half-width digits with their mark, or a word, directly behind them: nearly all are printed so.
    let bytes = text.as_bytes();
    let n = bytes.iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    if n == 4 && bytes[0] != b'0' {
        return None;
    }
    if (1..=3).contains(&n) {
        let number = bytes[..n].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        let label = |style, end| (1..=399).contains(&number).then_some((style, number, end));
        match &bytes[n..] {
            [b'.', b'1'..=b'9', ..] if begins_with_figure(&text[n + 1..]) => {
                return label(LabelStyle::Arabic, n + 1);
            }
            [] | [0xE4..=0xE9, ..] | [b'.', b'0'..=b'9', ..] => return None,
            [b')', ..] => return label(LabelStyle::ArabicParen, n + 1),
            [0xE3, 0x80, 0x81, ..] => return label(LabelStyle::Arabic, n + 3),
            // Behind a point a full-width digit may stand.
            [b'.', rest @ ..] if rest.first() != Some(&0xEF) => return label(LabelStyle::Arabic, n + 1),
            _ => {}
        }
    }
    wide_arabic(text)
}

/// The same for digits and marks of either width, with white space between them.
fn wide_arabic(text: &str) -> Option<(LabelStyle, u32, usize)> {
    let n = run(text, 4, |c| c.is_ascii_digit() || matches!(c, '０'..='９'));
    let number = digits_value(&text[..n])?;
    if number == 0 || number > 399 {
        return None;
    }
    let at = n + spaces(&text[n..]);
    let mark = text[at..].chars().next()?;
    let end = at + mark.len_utf8();
    let next = text[end..].chars().next();
    match mark {
        '.' | '．' | '、' | '﹒' => {
            let decimal = mark != '、' && next.is_some_and(|c| crate::chars::fold_width(c).is_ascii_digit());
            (!decimal || begins_with_figure(&text[end..])).then_some((LabelStyle::Arabic, number, end))
        }
        '）' | ')' => Some((LabelStyle::ArabicParen, number, end)),
        _ => None,
    }
}

/// `2023年底前…` behind a label's point, `3.2023年底前`: no number is printed so. Nor is an age (`2.18岁以上人群`, `3.35—64岁
/// 妇女`), a whole (`5.100%的社区`) or the number that citizens call (`6.12345热线`).
fn begins_with_figure(text: &str) -> bool {
    let n = run(text, 6, |c| c.is_ascii_digit());
    let behind = &text[n..];
    let aged = |behind: &str| behind.starts_with("岁以") || behind.starts_with("岁及以");
    match n {
        4 => matches!(&text[..2], "19" | "20") && behind.starts_with(['年', '—', '－']),
        1 | 2 => {
            let last = behind.trim_start_matches(['—', '－', '-', '至']);
            let more = run(last, 3, |c| c.is_ascii_digit());
            aged(behind) || last.len() < behind.len() && more == 2 && last[more..].starts_with('岁')
        }
        3 => text.starts_with("100%的"),
        5 => text.starts_with("12345"),
        _ => false,
    }
}

/// `（一）` `(1)`.
fn bracketed(text: &str, open: usize) -> Option<(LabelStyle, u32, usize)> {
    if let Some((number, n)) = small_count(&text.as_bytes()[open..])
        && let [0xEF, 0xBC, 0x89, 0xE4..=0xE9, ..] = text.as_bytes()[open + n..]
    {
        return Some((LabelStyle::HanParen, number, open + n + 3));
    }
    let inner = open + spaces(&text[open..]);
    let n = run(&text[inner..], 5, |c| is_count(c) || c.is_ascii_digit() || matches!(c, '０'..='９'));
    if n == 0 {
        return stroke(text, inner);
    }
    let body = &text[inner..inner + n];
    let at = inner + n + spaces(&text[inner + n..]);
    let close = text[at..].chars().next().filter(|c| matches!(c, '）' | ')' | '〕' | '﹚'))?;
    let mut end = at + close.len_utf8();
    let (style, number) = match digits_value(body) {
        Some(number) if number > 0 && number < 400 => (LabelStyle::ArabicParen, number),
        Some(_) => return None,
        None => (LabelStyle::HanParen, han_integer(body)?),
    };
    // `（一）、` is printed with both marks.
    if let Some(c @ ('、' | '.' | '．')) = text[end..].chars().next() {
        end += c.len_utf8();
    }
    Some((style, number, end))
}

/// `(-)目标`: 一 as a scan reads it; `(-)` alone is an empty cell.
fn stroke(text: &str, inner: usize) -> Option<(LabelStyle, u32, usize)> {
    let dash =
        text[inner..].chars().next().filter(|c| matches!(c, '—' | '－' | '─' | '-' | 'ー' | '–' | '―'))?;
    let at = inner + dash.len_utf8();
    let close = text[at..].chars().next().filter(|c| matches!(c, '）' | ')'))?;
    let end = at + close.len_utf8();
    text[end..].starts_with(crate::chars::is_han).then_some((LabelStyle::HanParen, 1, end))
}

/// `第一章` `第十二条` `第一部分`, and `第1项：` with its mark; `第一批`, `第一书记`, `第一项工作` are none.
fn ordinal(text: &str) -> Option<(LabelStyle, u32, usize)> {
    let inner = '第'.len_utf8() + spaces(&text['第'.len_utf8()..]);
    let n = run(&text[inner..], 6, |c| is_count(c) || c.is_ascii_digit());
    let body = &text[inner..inner + n];
    let number = digits_value(body).filter(|_| n > 0).or_else(|| han_integer(body))?;
    let at = inner + n + spaces(&text[inner + n..]);
    let rest = &text[at..];
    let (style, len) = if rest.starts_with("部分") {
        (LabelStyle::Part, "部分".len())
    } else {
        let c = rest.chars().next()?;
        let style = match c {
            '编' | '篇' => LabelStyle::Part,
            '章' => LabelStyle::Chapter,
            '节' => LabelStyle::Section,
            '条' => LabelStyle::Article,
            '项' | '件' => {
                let end = marked(text, at + c.len_utf8())?;
                return (number > 0).then_some((LabelStyle::Named, number, end));
            }
            _ => return None,
        };
        (style, c.len_utf8())
    };
    let mut end = at + len;
    if let Some(c @ ('、' | '：' | ':')) = text[end..].chars().next() {
        end += c.len_utf8();
    }
    Some((style, number, end))
}

/// `任务一：` `专项行动二：` `重点工作3．` `问题1：`; `行动一致`, `工程一期` and `任务1、2` are none.
fn named(text: &str) -> Option<(LabelStyle, u32, usize)> {
    const KINDS: [&str; 6] = ["重点", "专项", "民生", "整改", "改革", "反馈"];
    const NOUNS: [&str; 9] = ["任务", "行动", "工程", "项目", "举措", "措施", "事项", "实事", "问题"];
    if let Some(rest) = text.strip_prefix("专栏") {
        return column(text, rest);
    }
    let kind = KINDS.iter().find_map(|kind| text.strip_prefix(kind));
    let noun = |rest: &str| NOUNS.iter().find(|noun| rest.starts_with(**noun)).map(|noun| noun.len());
    let (rest, at) = match kind {
        // `重点工作1`: work alone is counted nowhere. `专项1` is.
        Some(rest) if rest.starts_with("工作") => (rest, "工作".len()),
        Some(rest) => (rest, noun(rest).or_else(|| text.starts_with("专项").then_some(0))?),
        None => (text, noun(text)?),
    };
    let at = text.len() - rest.len() + at;
    let n = run(&text[at..], 3, |c| is_count(c) || c.is_ascii_digit());
    let body = &text[at..at + n];
    let number = digits_value(body).filter(|_| n > 0).or_else(|| han_integer(body))?;
    let end = marked(text, at + n)?;
    (1..=60).contains(&number).then_some((LabelStyle::Named, number, end))
}

/// Where the mark ends that parts a counted noun from its title. A number or a second noun behind it goes on with a list of
/// items that are spoken of (`任务1、2由…`, `任务1、任务2`).
fn marked(text: &str, at: usize) -> Option<usize> {
    let at = at + spaces(&text[at..]);
    let mark = text[at..].chars().next().filter(|c| matches!(c, '：' | ':' | '、' | '.' | '．'))?;
    let end = at + mark.len_utf8();
    let rest = &text[end..];
    let list = !matches!(mark, '：' | ':')
        && (rest.starts_with(|c: char| c.is_ascii_digit())
            || mark == '、' && {
                let n = run(rest, 3, is_count);
                n > 0 && rest[n..].starts_with(['、', '和', '项'])
                    || text.get(..6).is_some_and(|noun| rest.starts_with(noun))
            });
    (!list).then_some(end)
}

/// `【任务1】`, `【工程二】`: the same in brackets, which stand for the mark behind.
fn boxed(text: &str, open: usize) -> Option<(LabelStyle, u32, usize)> {
    let close = text.find(['】', '〗']).filter(|&close| close <= 40)?;
    let inner = text[open..close].trim();
    let (style, number, len) = named(&[inner, "："].concat())?;
    let whole = style == LabelStyle::Named && len == inner.len() + '：'.len_utf8();
    whole.then_some((style, number, close + '】'.len_utf8()))
}

/// `专栏1 重点工程`, `专栏三：`; the box of a plan that lists its projects.
fn column(text: &str, rest: &str) -> Option<(LabelStyle, u32, usize)> {
    let at = text.len() - rest.len() + spaces(rest);
    let n = run(&text[at..], 3, |c| is_count(c) || c.is_ascii_digit());
    let body = &text[at..at + n];
    let number = digits_value(body).filter(|_| n > 0).or_else(|| han_integer(body))?;
    let mut end = at + n;
    if let Some(c @ ('：' | ':' | '、' | '.')) = text[end..].chars().next() {
        end += c.len_utf8();
    }
    (1..=99).contains(&number).then_some((LabelStyle::Box, number, end))
}

/// `Ⅰ.` `Ⅱ、`; in `Ⅰ、Ⅱ类水体` and `Ⅱ级响应` the numerals are words.
fn roman(text: &str, first: char) -> Option<(LabelStyle, u32, usize)> {
    let at = first.len_utf8();
    let mark = text[at..].chars().next().filter(|c| matches!(c, '.' | '．' | '、'))?;
    let end = at + mark.len_utf8();
    let word = text[end..].trim_start().chars().next().is_some_and(crate::chars::is_han);
    word.then_some((LabelStyle::Roman, first as u32 - 'Ⅰ' as u32 + 1, end))
}

/// Two or more dashes.
pub(super) fn dash(text: &str) -> Option<(LabelStyle, u32, usize)> {
    let n = text.chars().take(4).take_while(|c| matches!(c, '—' | '－' | '─')).count();
    let len = run(text, 4, |c| matches!(c, '—' | '－' | '─'));
    // A page number `—— 3 ——` is furniture, not a heading.
    let rest = text[len..].trim_start();
    (n >= 2 && !rest.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit())).then_some((
        LabelStyle::Dash,
        0,
        len,
    ))
}
