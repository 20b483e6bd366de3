//! Ordinals as the number formats of WordprocessingML print them (ISO/IEC 29500-1, 17.18.59 `ST_NumberFormat`).

use std::fmt::Write;

const DIGITS: &str = "〇一二三四五六七八九";
const FORMAL: &str = "零壹贰叁肆伍陆柒捌玖";
const FORMAL_TRADITIONAL: &str = "零壹貳參肆伍陸柒捌玖";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Appends `number` in the format of this name; `custom` is the pattern of a `custom` format (`001, 002, 003, ...`).
/// Formats that no Chinese document uses are printed in digits.
pub(crate) fn print(number: u32, format: &str, custom: Option<&str>, out: &mut String) {
    let at = number as usize;
    match format {
        "none" => {}
        "chineseCounting" | "taiwaneseCounting" => tens(number, out),
        "chineseCountingThousand" | "taiwaneseCountingThousand" => thousands(number, &HAN, out),
        "japaneseCounting" => thousands(number, &JAPANESE, out),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" | "koreanDigital2" => {
            spelled(number, DIGITS, out);
        }
        "chineseLegalSimplified" => thousands(number, &LEGAL, out),
        "ideographLegalTraditional" => thousands(number, &LEGAL_TRADITIONAL, out),
        "ideographTraditional" => one_of(number, STEMS, out),
        "ideographZodiac" => one_of(number, BRANCHES, out),
        "ideographZodiacTraditional" if (1..=60).contains(&at) => {
            out.extend(STEMS.chars().nth((at - 1) % 10));
            out.extend(BRANCHES.chars().nth((at - 1) % 12));
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, '①', 20, out),
        "decimalEnclosedParen" => enclosed(number, '⑴', 20, out),
        "decimalEnclosedFullstop" => enclosed(number, '⒈', 20, out),
        "ideographEnclosedCircle" => enclosed(number, '㊀', 10, out),
        "decimalFullWidth" | "decimalFullWidth2" => spelled(number, "０１２３４５６７８９", out),
        "decimalZero" => write(out, format_args!("{number:02}")),
        "numberInDash" => write(out, format_args!("- {number} -")),
        "upperLetter" => letters(number, b'A', out),
        "lowerLetter" => letters(number, b'a', out),
        "upperRoman" => roman(number, out),
        "lowerRoman" => {
            let start = out.len();
            roman(number, out);
            out[start..].make_ascii_lowercase();
        }
        "custom" => {
            let first = custom.unwrap_or_default().split(',').next().unwrap_or_default().trim();
            let width = if first.bytes().all(|b| b.is_ascii_digit()) { first.len().min(9) } else { 0 };
            write(out, format_args!("{number:0width$}"));
        }
        _ => write(out, format_args!("{number}")),
    }
}

fn write(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.write_fmt(words).expect("a string takes everything");
}

fn digit(digits: &str, digit: u32) -> char {
    digits.chars().nth(digit as usize).expect("ten digits")
}

/// Digit by digit: `一〇`, `１２`.
fn spelled(number: u32, digits: &str, out: &mut String) {
    out.extend(number.to_string().bytes().map(|b| digit(digits, u32::from(b - b'0'))));
}

/// `十一`, `二十`, and from a hundred on digit by digit.
fn tens(number: u32, out: &mut String) {
    if number >= 100 {
        spelled(number, DIGITS, out);
    } else {
        thousands(number, &HAN, out);
    }
}

/// How a family of Han numerals is written.
struct Family {
    digits: &'static str,
    units: [char; 3],
    ten_thousand: char,
    zero: Option<char>,
    /// `十一` rather than `一十一`.
    bare_ten: bool,
    /// `百` rather than `一百`.
    bare_hundred: bool,
}

const HAN: Family = Family {
    digits: DIGITS,
    units: ['十', '百', '千'],
    ten_thousand: '万',
    zero: Some('零'),
    bare_ten: true,
    bare_hundred: false,
};
const JAPANESE: Family = Family { zero: None, bare_hundred: true, ..HAN };
const LEGAL: Family = Family {
    digits: FORMAL,
    units: ['拾', '佰', '仟'],
    ten_thousand: '万',
    zero: Some('零'),
    bare_ten: false,
    bare_hundred: false,
};
const LEGAL_TRADITIONAL: Family = Family { digits: FORMAL_TRADITIONAL, ten_thousand: '萬', ..LEGAL };

fn thousands(number: u32, family: &Family, out: &mut String) {
    if number == 0 {
        out.push(digit(family.digits, 0));
        return;
    }
    if number >= 100_000_000 {
        write(out, format_args!("{number}"));
        return;
    }
    if number >= 10_000 {
        thousands(number / 10_000, family, out);
        out.push(family.ten_thousand);
        if number.is_multiple_of(10_000) {
            return;
        }
    }
    let rest = number % 10_000;
    let mut begun = number >= 10_000;
    let mut gap = false;
    for (place, unit) in [(1000, Some(2)), (100, Some(1)), (10, Some(0)), (1, None)] {
        let here = rest / place % 10;
        if here == 0 {
            gap = begun;
            continue;
        }
        if gap {
            out.extend(family.zero);
        }
        let bare = here == 1
            && match unit {
                Some(0) => family.bare_ten && (!begun || family.bare_hundred),
                Some(_) => family.bare_hundred,
                None => false,
            };
        if !bare {
            out.push(digit(family.digits, here));
        }
        out.extend(unit.map(|unit: usize| family.units[unit]));
        begun = true;
        gap = false;
    }
}

/// One of a list; digits beyond its end.
fn one_of(number: u32, list: &str, out: &mut String) {
    match (number as usize).checked_sub(1).and_then(|at| list.chars().nth(at)) {
        Some(c) => out.push(c),
        None => write(out, format_args!("{number}")),
    }
}

/// Characters that stand in a row in Unicode; digits beyond the last.
fn enclosed(number: u32, first: char, last: u32, out: &mut String) {
    let beyond = match first {
        '①' if (21..=35).contains(&number) => char::from_u32('㉑' as u32 + number - 21),
        '①' if (36..=50).contains(&number) => char::from_u32('㊱' as u32 + number - 36),
        _ if (1..=last).contains(&number) => char::from_u32(first as u32 + number - 1),
        _ => None,
    };
    match beyond {
        Some(c) => out.push(c),
        None => write(out, format_args!("{number}")),
    }
}

/// `A`…`Z`, `AA`, `BB`.
fn letters(number: u32, first: u8, out: &mut String) {
    let Some(at) = number.checked_sub(1) else { return };
    let letter = char::from(first + (at % 26) as u8);
    out.extend(std::iter::repeat_n(letter, (at / 26 + 1).min(30) as usize));
}

/// Roman numerals up to 3999, Arabic ones beyond.
pub(crate) fn roman(number: u32, out: &mut String) {
    if number == 0 || number > 3999 {
        write(out, format_args!("{number}"));
        return;
    }
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number;
    for (value, sign) in signs {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(format: &str, pairs: &[(u32, &str)]) {
        for &(number, expect) in pairs {
            let mut out = String::new();
            print(number, format, Some("001, 002, 003, ..."), &mut out);
            assert_eq!(out, expect, "{format} {number}");
        }
    }

    #[test]
    fn as_word_prints_them() {
        check(
            "chineseCounting",
            &[(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (105, "一〇五")],
        );
        check(
            "chineseCountingThousand",
            &[
                (10, "十"),
                (19, "十九"),
                (100, "一百"),
                (101, "一百零一"),
                (110, "一百一十"),
                (1001, "一千零一"),
            ],
        );
        check("chineseCountingThousand", &[(10_203, "一万零二百零三"), (20_000, "二万")]);
        check("japaneseCounting", &[(3, "三"), (12, "十二"), (40, "四十"), (112, "百十二"), (101, "百一")]);
        check("ideographDigital", &[(9, "九"), (10, "一〇"), (21, "二一")]);
        check("chineseLegalSimplified", &[(3, "叁"), (10, "壹拾"), (21, "贰拾壹")]);
        check("ideographLegalTraditional", &[(2, "貳"), (15, "壹拾伍")]);
        check("ideographTraditional", &[(1, "甲"), (10, "癸"), (11, "11")]);
        check("ideographZodiacTraditional", &[(1, "甲子"), (13, "丙子"), (60, "癸亥")]);
        check("decimalEnclosedCircle", &[(1, "①"), (20, "⑳"), (21, "㉑"), (50, "㊿"), (51, "51")]);
        check("decimalFullWidth", &[(12, "１２")]);
        check("upperLetter", &[(1, "A"), (26, "Z"), (27, "AA"), (28, "BB")]);
        check("lowerRoman", &[(4, "iv"), (1999, "mcmxcix")]);
        check("custom", &[(7, "007")]);
        check("decimalZero", &[(7, "07")]);
        check("decimal", &[(7, "7")]);
        check("none", &[(7, "")]);
    }
}
