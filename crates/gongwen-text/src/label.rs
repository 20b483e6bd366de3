//! Ordinal labels at the start of a line: `一、` `（一）` `1.` `（1）` `①` `第一章` `——`.
//!
//! GB/T 9704-2012, 7.3.3 names four levels (`一、` `（一）` `1.` `（1）`); regulations count in 章 节 条, and
//! ledgers and OCR bring further forms. A label says only what is printed; how deep its unit lies is the
//! outline's business.

use crate::numeral::han_integer;

/// The printed form of a label, without its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelStyle {
    /// `第一编` `第一部分`
    Part,
    /// `第一章`
    Chapter,
    /// `第一节`
    Section,
    /// `第一条`
    Article,
    /// `1` behind which white space stands, in a document numbered `1`, `1.1`, `1.1.1`
    Plain,
    /// `一、`
    Han,
    /// `专栏1`
    Box,
    /// `任务一：`
    Named,
    /// `（一）`
    HanParen,
    /// `1.` `1、` `1．`
    Arabic,
    /// `1.1`; white space stands behind it, unless the whole document is numbered so
    Decimal,
    /// `1.1.1`, as `1.1`
    Decimals,
    /// `Ⅰ.`
    Roman,
    /// `A.`, in a list that counts on
    Letter,
    /// `a.`, in a list that counts on
    SmallLetter,
    /// `（1）` `1）`
    ArabicParen,
    /// `①`
    Circled,
    /// `——`
    Dash,
    /// `●` `■` `◆`
    Bullet,
    /// `◇` `□` `☆` `◎`: below the filled ones where both stand
    Hollow,
}

impl LabelStyle {
    /// How many forms there are.
    pub const COUNT: usize = Self::Hollow as usize + 1;
}

/// A label at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Printed form.
    pub style: LabelStyle,
    /// Ordinal; 0 for a dash or a bullet.
    pub number: u32,
    /// Bytes from the start of the text to the end of the label, white space in front included.
    pub end: usize,
    /// Bytes of white space in front.
    pub start: usize,
}

impl Label {
    /// Reads the label that `text` begins with.
    ///
    /// # Examples
    /// ```
    /// use gongwen_text::{Label, LabelStyle};
    /// let label = Label::read("（十二）加强领导").unwrap();
    /// assert_eq!((label.style, label.number, label.end), (LabelStyle::HanParen, 12, "（十二）".len()));
    /// assert!(Label::read("1.2万人次").is_none());
    /// assert!(Label::read("2025年").is_none());
    /// assert_eq!(Label::read("3.2025年底前").unwrap().end, 2);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        // Nothing to trim: most labels, and prose that no label can be mistaken for.
        match text.as_bytes() {
            [b'0'..=b'9', ..] => {
                let (style, number, end) = counted(text)?;
                return Some(Self { style, number, end, start: 0 });
            }
            [0xE4..=0xE9, second, third, ..] => {
                let low = u32::from(*second) << 6 & 0x3C0 | u32::from(*third) & 0x3F;
                if HAN[low as usize >> 6] >> (low & 63) & 1 == 0 {
                    return None;
                }
                let (style, number, end) = read_trimmed(text)?;
                return Some(Self { style, number, end, start: 0 });
            }
            [0xEF, ..] => {
                let (style, number, end) = read_trimmed(text)?;
                return Some(Self { style, number, end, start: 0 });
            }
            _ => {}
        }
        let trimmed = text.trim_start();
        let start = text.len() - trimmed.len();
        let (style, number, len) = read_trimmed(trimmed)?;
        Some(Self { style, number, end: start + len, start })
    }

    /// Reads the label that `text` begins with where the whole document is numbered `1 总则`, `1.1 目的`, `1.1.1 …`; there no
    /// white space need stand behind a point's number. Says the first number of it too.
    ///
    /// # Examples
    /// ```
    /// use gongwen_text::{Label, LabelStyle};
    /// let (label, chapter) = Label::read_decimal("2.1指挥机构").unwrap();
    /// assert_eq!((label.style, label.number, chapter), (LabelStyle::Decimal, 1, 2));
    /// let (label, chapter) = Label::read_decimal("3 监测预警").unwrap();
    /// assert_eq!((label.style, label.number, chapter), (LabelStyle::Plain, 3, 3));
    /// assert!(Label::read_decimal("1.2万人次").is_none());
    /// assert!(Label::read_decimal("3个指挥部").is_none());
    /// ```
    pub fn read_decimal(text: &str) -> Option<(Self, u32)> {
        let Counting { first, last, parts, end, gap } = counting(text)?;
        let style = match parts {
            1 if gap > 0 => LabelStyle::Plain,
            1 => return None,
            2 => LabelStyle::Decimal,
            _ => LabelStyle::Decimals,
        };
        Some((Self { style, number: last, end, start: 0 }, first))
    }

    /// The label as printed.
    pub fn printed(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// A bit for the low ten bits of each Han character that a label begins with: prose is told by one look.
const HAN: [u64; 16] = {
    let chars = [
        '第', '任', '行', '工', '项', '专', '举', '措', '一', '二', '三', '四', '五', '六', '七', '八', '九',
        '十', '百', '零', '壹', '贰', '叁',
    ];
    let (mut bits, mut i) = ([0; 16], 0);
    while i < chars.len() {
        let low = chars[i] as usize & 1023;
        bits[low >> 6] |= 1 << (low & 63);
        i += 1;
    }
    bits
};

fn read_trimmed(text: &str) -> Option<(LabelStyle, u32, usize)> {
    // One look at the first character decides: prose leaves here.
    let first = text.chars().next()?;
    match first {
        '（' | '(' | '〔' | '﹙' => bracketed(text, first.len_utf8()),
        '0'..='9' | '０'..='９' => counted(text),
        '第' => ordinal(text),
        '任' | '行' | '工' | '项' | '专' | '举' | '措' => named(text),
        '【' | '〖' => boxed(text, first.len_utf8()),
        '—' | '－' | '─' => dash(text),
        '●' | '■' | '◆' | '•' | '▪' | '★' | '►' | '✓' | '☆' | '◇' | '□' | '◎' => {
            // A star alone parts the header of a document from its body.
            let rest = text[first.len_utf8()..].trim_start();
            let style = if matches!(first, '☆' | '◇' | '□' | '◎') {
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
fn run(text: &str, max: usize, test: impl Fn(char) -> bool) -> usize {
    text.chars().take(max).take_while(|&c| test(c)).map(char::len_utf8).sum()
}

fn spaces(text: &str) -> usize {
    run(text, 4, |c| c == ' ' || c == '\u{3000}')
}

/// `一、` also `一 、` `一．` `一.` and `一　` is none.
fn han(text: &str) -> Option<(LabelStyle, u32, usize)> {
    if let Some((number, n)) = small_count(text.as_bytes())
        && let [0xE3, 0x80, 0x81, ..] = text.as_bytes()[n..]
    {
        return Some((LabelStyle::Han, number, n + 3));
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
fn counted(text: &str) -> Option<(LabelStyle, u32, usize)> {
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

/// `1.1` and `1.1.1` with white space behind and Chinese words after it; the number is the last one. A quantity (`1.5 万人`)
/// and a date (`2024.3.8`) are none.
fn decimal(text: &str) -> Option<(LabelStyle, u32, usize)> {
    // A point, of either width, behind one digit or two.
    let point = |at: usize| matches!(text.as_bytes().get(at), Some(b'.' | 0xEF));
    if !point(1) && !point(2) {
        return None;
    }
    let Counting { last, parts, end, gap, .. } = counting(text)?;
    let style = if parts == 2 { LabelStyle::Decimal } else { LabelStyle::Decimals };
    (parts >= 2 && gap > 0).then_some((style, last, end))
}

/// Up to three numbers with points between them, in front of Chinese words that are no unit of measure.
struct Counting {
    first: u32,
    last: u32,
    parts: u32,
    /// Bytes of the numbers.
    end: usize,
    /// Bytes of white space behind them.
    gap: usize,
}

fn counting(text: &str) -> Option<Counting> {
    let (mut at, mut parts) = (0, 0);
    let mut first = 0;
    let mut last;
    loop {
        let n = run(&text[at..], 2, |c| c.is_ascii_digit());
        last = text[at..at + n].parse().ok().filter(|&value: &u32| value > 0)?;
        if parts == 0 {
            first = last;
        }
        parts += 1;
        at += n;
        if !text[at..].starts_with(['.', '．']) || parts == 3 {
            break;
        }
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    let gap = spaces(&text[at..]);
    let next = text[at + gap..].chars().next()?;
    let unit = matches!(
        next,
        '万' | '亿'
            | '千'
            | '百'
            | '个'
            | '元'
            | '公'
            | '平'
            | '吨'
            | '人'
            | '年'
            | '月'
            | '米'
            | '倍'
            | '亩'
            | '立'
    );
    (crate::chars::is_han(next) && !unit).then_some(Counting { first, last, parts, end: at, gap })
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
        return None;
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

/// `第一章` `第十二条` `第一部分`; `第一批`, `第一书记` are none.
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

/// `任务一：` `专项行动二：`; `行动一致` and `工程一期` are none.
fn named(text: &str) -> Option<(LabelStyle, u32, usize)> {
    const NOUNS: [&str; 8] = ["任务", "行动", "工程", "项目", "专项行动", "专项", "举措", "措施"];
    if let Some(rest) = text.strip_prefix("专栏") {
        return column(text, rest);
    }
    let noun = NOUNS.iter().filter(|noun| text.starts_with(**noun)).max_by_key(|noun| noun.len())?;
    let n = run(&text[noun.len()..], 3, |c| is_count(c) || c.is_ascii_digit());
    let body = &text[noun.len()..noun.len() + n];
    let number = digits_value(body).filter(|_| n > 0).or_else(|| han_integer(body))?;
    let at = noun.len() + n + spaces(&text[noun.len() + n..]);
    let mark = text[at..].chars().next().filter(|c| matches!(c, '：' | ':' | '、'))?;
    (1..=60).contains(&number).then(|| (LabelStyle::Named, number, at + mark.len_utf8()))
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
fn dash(text: &str) -> Option<(LabelStyle, u32, usize)> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use LabelStyle::{Arabic, ArabicParen, Article, Chapter, Circled, Dash, Han, HanParen, Part};

    fn check(text: &str, expect: Option<(LabelStyle, u32, &str)>) {
        let got = Label::read(text).map(|l| (l.style, l.number, l.printed(text)));
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn printed_forms() {
        check("一、 总体要求", Some((Han, 1, "一、")));
        check("　　二 、目标", Some((Han, 2, "二 、")));
        check("（十二）加强", Some((HanParen, 12, "（十二）")));
        check("( 二 ) 加强", Some((HanParen, 2, "( 二 )")));
        check("1．利用", Some((Arabic, 1, "1．")));
        check("2 .不断优化", Some((Arabic, 2, "2 .")));
        check("10、推进", Some((Arabic, 10, "10、")));
        check("2.1 培育产业", Some((LabelStyle::Decimal, 1, "2.1")));
        check("2.1.3 壮大企业", Some((LabelStyle::Decimals, 3, "2.1.3")));
        check("（1）、推进", Some((ArabicParen, 1, "（1）、")));
        check("3）推进", Some((ArabicParen, 3, "3）")));
        check("①推进", Some((Circled, 1, "①")));
        check("第一章 总则", Some((Chapter, 1, "第一章")));
        check("第十二条 为了", Some((Article, 12, "第十二条")));
        check("第三部分 保障", Some((Part, 3, "第三部分")));
        check("【任务2】打好攻坚战", Some((LabelStyle::Named, 2, "【任务2】")));
        check("【责任单位】县水利局", None);
        check("任务一：打好攻坚战", Some((LabelStyle::Named, 1, "任务一：")));
        check("专项行动12：提升", Some((LabelStyle::Named, 12, "专项行动12：")));
        check("专栏3 重点工程", Some((LabelStyle::Box, 3, "专栏3")));
        check("专栏 二：重点工程", Some((LabelStyle::Box, 2, "专栏 二：")));
        check("——公民素质", Some((Dash, 0, "——")));
        check("◎推进改造", Some((LabelStyle::Hollow, 0, "◎")));
        check("Ⅱ.建立服务站", Some((LabelStyle::Roman, 2, "Ⅱ.")));
        check("Ⅰ、Ⅱ类水体比例", None);
        check("Ⅱ级响应", None);
        for (text, number) in
            [("十", 10), ("十九", 19), ("三十", 30), ("九十九", 99), ("一二", 12), ("一百零二", 102)]
        {
            check(&format!("{text}、目标"), Some((Han, number, &format!("{text}、"))));
            check(&format!("（{text}）目标"), Some((HanParen, number, &format!("（{text}）"))));
        }
        check("12.", Some((Arabic, 12, "12.")));
        check("3.１万", None);
        check("2.18岁以上人群", Some((Arabic, 2, "2.")));
        check("3.35—64岁妇女", Some((Arabic, 3, "3.")));
        check("5.100%的社区", Some((Arabic, 5, "5.")));
        check("2.18万人", None);
        check("3.5年", None);
    }

    #[test]
    fn one_look_passes_every_label() {
        let behind = ["、目标", "一章", "务一：", "动一：", "程一：", "目一：", "项行动一：", "措一："];
        for c in '\u{4000}'..='\u{9FFF}' {
            for behind in behind {
                let text = format!("{c}{behind}");
                assert_eq!(Label::read(&text).is_some(), read_trimmed(&text).is_some(), "{text}");
            }
        }
    }

    #[test]
    fn prose_is_no_label() {
        for text in [
            "1.2万人次",
            "2025年",
            "一是加强",
            "第一批",
            "12·4",
            "（含2项）",
            "— 3 —",
            "—— 3 ——",
            "行动一致",
            "专栏作家",
            "★",
            "任务：完成",
            "5G网络",
            "三农",
            "（2021—2025年）",
        ] {
            check(text, None);
        }
    }
}
