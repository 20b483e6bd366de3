//! Numbers with points between them: `1.1`, `1.1.1`, and a number alone where everything is numbered so.

use super::LabelStyle;
use super::forms::{run, spaces};

/// `1.1` and `1.1.1` with white space behind and Chinese words after it; the number is the last one. A quantity (`1.5 万人`)
/// and a date (`2024.3.8`) are none.
pub(super) fn decimal(text: &str) -> Option<(LabelStyle, u32, usize)> {
    // A point, of either width, behind one digit or two.
    let point = |at: usize| matches!(text.as_bytes().get(at), Some(b'.' | 0xEF));
    if !point(1) && !point(2) {
        return None;
    }
    let Counting { last, parts, end, gap, .. } = counting(text).filter(Counting::heads)?;
    let style = if parts == 2 { LabelStyle::Decimal } else { LabelStyle::Decimals };
    (parts >= 2 && gap > 0).then_some((style, last, end))
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

    /// Whether words may stand behind at all: no sign of a figure, and directly behind the last number neither digit nor mark.
    pub(super) fn may_head(&self) -> bool {
        let figure =
            matches!(self.next, '%' | '％' | '‰' | '℃' | '万' | '亿' | '元' | '亩' | '吨' | '倍' | '米');
        let quoted = matches!(self.next, '“' | '《' | '（' | 'I' | 'V' | 'Ⅰ'..='Ⅻ');
        !figure && (self.gap > 0 || quoted || crate::chars::is_han(self.next))
    }
}

pub(super) fn counting(text: &str) -> Option<Counting> {
    let (mut at, mut parts) = (0, 0);
    let mut numbers = [0; 3];
    let mut last;
    loop {
        let n = run(&text[at..], 2, |c| c.is_ascii_digit());
        last = text[at..at + n].parse().ok().filter(|&value: &u32| value > 0)?;
        numbers[parts] = last;
        parts += 1;
        at += n;
        if !text[at..].starts_with(['.', '．']) || parts == numbers.len() {
            break;
        }
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    let gap = spaces(&text[at..]);
    let next = text[at + gap..].chars().next()?;
    Some(Counting { numbers, last, parts, end: at, gap, next })
}
