//! Reads a number format (`0.00%`, `yyyy"年"m"月"`) into what it does to a value.
//!
//! Source: ECMA-376-1, 18.8.30 and 18.8.31; the Chinese ids 27–36 and 50–58 as zh-CN Excel shows them.

mod section;

use section::section;

/// What a format shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// As many digits as the value has.
    General,
    /// Sections for positive values, negative ones and zero; the first stands for those that are missing.
    Sections(Vec<Section>),
}

/// One section of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// Its pieces in order.
    pub(super) pieces: Vec<Piece>,
    /// Digits behind the point.
    pub(super) decimals: usize,
    /// How many of these are shown even when they are zeros.
    pub(super) fixed: usize,
    /// Fewest digits in front of the point.
    pub(super) digits: usize,
    /// Whether thousands are parted.
    pub(super) thousands: bool,
    /// Power of ten that the value is multiplied by: two for each percent sign, minus three for each scaling comma.
    pub(super) shift: i32,
    /// Whether it shows a date or time.
    pub(super) date: bool,
    /// Whether numerals are Chinese.
    pub(super) han: bool,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words as they are.
    Words(String),
    /// Where the number goes.
    Number,
    /// So many `y`.
    Year(usize),
    /// So many `m`.
    Month(usize),
    /// So many `d`.
    Day(usize),
    /// So many `h`.
    Hour(usize),
    /// Minutes: so many `m` beside hours or seconds.
    Minute(usize),
    /// So many `s`.
    Second(usize),
    /// So many `a`: the day of the week.
    Weekday(usize),
    /// Morning or afternoon.
    HalfDay,
}

impl NumberFormat {
    /// A format by its code.
    pub(super) fn read(code: &str) -> Self {
        if code.trim().is_empty() || code.eq_ignore_ascii_case("general") || code == "@" {
            return Self::General;
        }
        let sections: Vec<Section> = split(code).iter().take(3).filter_map(|part| section(part)).collect();
        if sections.is_empty() { Self::General } else { Self::Sections(sections) }
    }

    /// A built-in format by its number.
    pub(super) fn builtin(id: u32) -> Self {
        Self::read(match id {
            1 => "0",
            2 => "0.00",
            3 | 37 | 38 => "#,##0",
            4 | 39 | 40 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14 => "yyyy/m/d",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 | 20 => "h:mm",
            19 | 21 | 46 => "h:mm:ss",
            22 => "yyyy/m/d h:mm",
            27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
            28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
            30 => "m/d/yy",
            31 => "yyyy\"年\"m\"月\"d\"日\"",
            32 => "h\"时\"mm\"分\"",
            33 => "h\"时\"mm\"分\"ss\"秒\"",
            34 | 55 => "上午/下午h\"时\"mm\"分\"",
            35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
            45 | 47 => "mm:ss",
            _ => "",
        })
    }
}

/// Parts a code at semicolons that are no words.
fn split(code: &str) -> Vec<&str> {
    let (mut parts, mut from, mut quoted, mut escaped) = (Vec::new(), 0, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(&code[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&code[from..]);
    parts
}
