//! The numbers of ordered lists, as a browser shows them.

use super::dom::Element;
use html5ever::local_name;

/// How a list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    None,
    Decimal,
    Lower,
    Upper,
    LowerRoman,
    UpperRoman,
    Han,
}

/// A list that is being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counter {
    style: Style,
    next: i64,
    step: i64,
}

impl Counter {
    /// The counter of an `ol`.
    pub(super) fn of(list: &Element) -> Self {
        let start = list.attribute("start").and_then(|s| s.trim().parse().ok()).unwrap_or(1);
        let step = if list.attribute("reversed").is_some() { -1 } else { 1 };
        Self { style: style(list).unwrap_or(Style::Decimal), next: start, step }
    }

    /// The number of the next item, with its mark.
    pub(super) fn count(&mut self, item: &Element) -> String {
        if let Some(value) = item.attribute("value").and_then(|v| v.trim().parse().ok()) {
            self.next = value;
        }
        let number = self.next;
        self.next = self.next.saturating_add(self.step);
        let plain = u32::try_from(number).ok().filter(|n| (1..4000).contains(n));
        match (style(item).unwrap_or(self.style), plain) {
            (Style::None, _) => String::new(),
            (Style::Han, Some(n)) => format!("{}、", han(n)),
            (Style::Lower, Some(n)) => format!("{}.", letters(n).to_ascii_lowercase()),
            (Style::Upper, Some(n)) => format!("{}.", letters(n)),
            (Style::LowerRoman, Some(n)) => format!("{}.", roman(n).to_ascii_lowercase()),
            (Style::UpperRoman, Some(n)) => format!("{}.", roman(n)),
            _ => format!("{number}."),
        }
    }
}

fn style(element: &Element) -> Option<Style> {
    let named = element.attributes.iter().find(|a| a.name.local == local_name!("style")).and_then(|a| {
        let css = a.value.to_ascii_lowercase();
        let value = &css[css.find("list-style")?..];
        let value = value.split_once(':')?.1.split(';').next()?.to_owned();
        let kinds = [
            ("none", Style::None),
            ("cjk-ideographic", Style::Han),
            ("chinese", Style::Han),
            ("cjk-decimal", Style::Han),
            ("lower-roman", Style::LowerRoman),
            ("upper-roman", Style::UpperRoman),
            ("lower-alpha", Style::Lower),
            ("lower-latin", Style::Lower),
            ("upper-alpha", Style::Upper),
            ("upper-latin", Style::Upper),
            ("decimal", Style::Decimal),
        ];
        kinds.into_iter().find(|(name, _)| value.contains(name)).map(|(_, style)| style)
    });
    named.or_else(|| {
        Some(match element.attribute("type")?.trim() {
            "1" => Style::Decimal,
            "a" => Style::Lower,
            "A" => Style::Upper,
            "i" => Style::LowerRoman,
            "I" => Style::UpperRoman,
            _ => return None,
        })
    })
}

/// `二十一`
fn han(n: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut out = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = n / unit % 10;
        if digit == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        if !(digit == 1 && unit == 10 && out.is_empty()) {
            out.push(DIGITS[digit as usize]);
        }
        out.push_str(name);
    }
    out
}

fn letters(mut n: u32) -> String {
    let mut out = String::new();
    while n > 0 {
        n -= 1;
        out.insert(0, char::from(b'A' + (n % 26) as u8));
        n /= 26;
    }
    out
}

fn roman(number: u32) -> String {
    let mut out = String::new();
    crate::docx::ordinal::roman(number, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(n: u32, expect: (&str, &str, &str)) {
        assert_eq!((&*han(n), &*letters(n), &*roman(n)), expect);
    }

    #[test]
    fn numbers() {
        check(1, ("一", "A", "I"));
        check(12, ("十二", "L", "XII"));
        check(28, ("二十八", "AB", "XXVIII"));
        check(105, ("一百零五", "DA", "CV"));
    }
}
