//! Numbers with points between them: `1.1`, `1.1.1`, and a number alone where everything is numbered so.

use super::LabelStyle;
use super::forms::{run, spaces};

/// What stands between the numbers of a label.
const POINTS: [char; 2] = ['.', '．'];
/// The same in lists of actions: `1-1 新建水库`.
const HYPHENS: [char; 2] = ['-', '－'];

/// `1.1`, `1.1.1` and `1-1` with white space behind and Chinese words after it; the number is the last one. A quantity
/// (`1.5 万人`, `3-5 名`) and a date (`2024.3.8`) are none.
pub(super) fn decimal(text: &str) -> Option<(LabelStyle, u32, usize)> {
    // A point or hyphen, of either width, behind one digit or two.
    let mark = |at: usize| text.as_bytes().get(at).copied();
    let (one, two) = (mark(1), mark(2));
    let stands = |mark: Option<u8>| matches!(mark, Some(b'.' | b'-' | 0xEF));
    if !stands(one) && !stands(two) {
        return None;
    }
    let hyphen = || {
        let found = numbers(text, HYPHENS)?;
        (found.parts == 2 && !found.counts()).then_some(found)
    };
    let found = counting(text).filter(|found| found.parts >= 2).or_else(hyphen);
    let Counting { last, parts, end, gap, .. } = found.filter(Counting::heads)?;
    let style = if parts == 2 { LabelStyle::Decimal } else { LabelStyle::Decimals };
    (gap > 0).then_some((style, last, end))
}

/// Up to three numbers with points between them, and what stands behind.
pub(super) struct Counting {
    /// Chapter, part and part of a part; 0 where there is none.
    pub(super) numbers: [u32; 3],
    pub(super) last: u32,
    pub(super) parts: usize,
    /// Bytes of the numbers.
    pub(super) end: usize,
    /// Bytes of white space behind them.
    pub(super) gap: usize,
    /// What stands behind.
    pub(super) next: char,
}

impl Counting {
    /// Whether Chinese words that are no unit of measure stand behind the numbers, or words that no figure has behind it.
    pub(super) fn heads(&self) -> bool {
        let unit = matches!(
            self.next,
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
        let sign = self.gap > 0 && matches!(self.next, 'Ⅰ'..='Ⅻ' | '“' | '《');
        crate::chars::is_han(self.next) && !unit || sign
    }

    /// Whether what stands behind counts or measures: `3-5 名干部`, `6-12 岁`.
    fn counts(&self) -> bool {
        let people = matches!(self.next, '名' | '岁' | '户' | '家' | '班' | '级' | '位');
        let things = matches!(
            self.next,
            '项' | '处' | '所' | '件' | '座' | '条' | '台' | '套' | '栋' | '楼' | '号' | '门'
        );
        let times = matches!(
            self.next,
            '次' | '场' | '期' | '日' | '天' | '周' | '季' | '小' | '分' | '节' | '点' | '时'
        );
        people || things || times
    }

    /// Whether words may stand behind at all: no sign of a figure, and directly behind the last number neither digit nor mark.
    pub(super) fn may_head(&self) -> bool {
        let figure =
            matches!(self.next, '%' | '％' | '‰' | '℃' | '万' | '亿' | '元' | '亩' | '吨' | '倍' | '米');
        let quoted = matches!(self.next, '“' | '《' | '（' | 'I' | 'V' | 'Ⅰ'..='Ⅻ');
        !figure && (self.gap > 0 || quoted || crate::chars::is_han(self.next))
    }
}

pub(super) fn counting(text: &str) -> Option<Counting> {
    numbers(text, POINTS)
}

fn numbers(text: &str, marks: [char; 2]) -> Option<Counting> {
    let (mut at, mut parts) = (0, 0);
    let mut numbers = [0; 3];
    let mut last;
    loop {
        let n = run(&text[at..], 2, |c| c.is_ascii_digit());
        last = text[at..at + n].parse().ok().filter(|&value: &u32| value > 0)?;
        numbers[parts] = last;
        parts += 1;
        at += n;
        if !text[at..].starts_with(marks) || parts == numbers.len() {
            break;
        }
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    let gap = spaces(&text[at..]);
    let next = text[at + gap..].chars().next()?;
    Some(Counting { numbers, last, parts, end: at, gap, next })
}
