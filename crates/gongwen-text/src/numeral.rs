//! Chinese and Arabic numerals.

/// The value of one Chinese digit (`一` … `九`, `〇`, `零`, `两`), also in its formal form.
#[inline]
pub fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' | 'Ο' | '０' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// A whole number below ten thousand written with Chinese numerals: `十二`, `二十`, `一百零八`, `二〇二二`.
/// `None` when any character is not a numeral, or the text is empty or out of range.
pub fn han_integer(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut digits, mut units) = (0u32, None::<u32>, 0u32, false);
    for c in text.chars() {
        if let Some(d) = han_digit(c) {
            if digit.is_some() && !units {
                total = total.checked_mul(10)?.checked_add(digit.take()?)?;
            }
            digit = Some(d);
            digits += 1;
            continue;
        }
        let unit = match c {
            '十' | '拾' => 10,
            '百' | '佰' => 100,
            '千' | '仟' => 1000,
            _ => return None,
        };
        if !units && digits > 1 {
            return None;
        }
        units = true;
        total += digit.take().unwrap_or(1) * unit;
        digits += 1;
    }
    if digits == 0 || total > 9999 {
        return None;
    }
    match (digit, units) {
        (Some(d), false) => total.checked_mul(10)?.checked_add(d),
        (Some(d), true) => Some(total + d),
        (None, _) => Some(total),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers() {
        for (text, value) in
            [("十二", 12), ("二十", 20), ("一百零八", 108), ("二〇二二", 2022), ("七", 7), ("二十三", 23)]
        {
            assert_eq!(han_integer(text), Some(value), "{text}");
        }
        assert_eq!(han_integer(""), None);
        assert_eq!(han_integer("三是"), None);
    }
}
