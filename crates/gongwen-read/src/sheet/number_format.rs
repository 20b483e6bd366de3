//! Reads a number format (`0.00%`, `yyyy"年"m"月"`) into what it does to a value.
//!
//! Source: ECMA-376-1, 18.8.30 and 18.8.31; the Chinese ids 27–36 and 50–58 as zh-CN Excel shows them.

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

/// One section; `None` for one that shows the value as it is (`General`, `@`, fractions, powers of ten).
fn section(code: &str) -> Option<Section> {
    let mut out = Section {
        pieces: Vec::new(),
        decimals: 0,
        fixed: 0,
        digits: 0,
        thousands: false,
        shift: 0,
        date: false,
        han: code.contains("DBNum1"),
    };
    let (mut point, mut number) = (false, false);
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let run = rest.chars().take_while(|it| it.eq_ignore_ascii_case(&c)).count();
        let mut taken = c.len_utf8();
        match c {
            '"' => {
                let words = rest[1..].split('"').next().unwrap_or_default();
                out.say(words);
                taken = (words.len() + 2).min(rest.len());
            }
            '\\' | '!' => {
                let literal = rest[1..].chars().next();
                literal.inspect(|it| out.say(it.encode_utf8(&mut [0; 4])));
                taken += literal.map_or(0, char::len_utf8);
            }
            // Room as wide as a character, a character to fill with: nothing to read.
            '_' | '*' => taken += rest[1..].chars().next().map_or(0, char::len_utf8),
            '[' => {
                let inner = rest[1..].split(']').next().unwrap_or_default();
                taken = (inner.len() + 2).min(rest.len());
                // `[h]`: hours beyond a day; `[$￥-804]`: a currency; the rest are colours, conditions, locales.
                if let Some(money) = inner.strip_prefix('$') {
                    out.say(money.split('-').next().unwrap_or_default());
                } else if inner.eq_ignore_ascii_case("h") {
                    out.put(Piece::Hour(1));
                }
            }
            '0' | '#' | '?' => {
                if !number {
                    out.pieces.push(Piece::Number);
                    number = true;
                }
                if point {
                    out.decimals += run;
                    out.fixed += if c == '0' { run } else { 0 };
                } else {
                    out.digits += if c == '0' { run } else { 0 };
                }
                taken = run;
            }
            '.' if number && !point => point = true,
            ',' if number => {
                let more = rest[1..].trim_start_matches(',').starts_with(['0', '#', '?']);
                if more { out.thousands = true } else { out.shift -= 3 }
            }
            '%' | '％' => {
                out.shift += 2;
                out.say(c.encode_utf8(&mut [0; 4]));
            }
            'y' | 'Y' | 'e' | 'E' if !number => {
                out.put(Piece::Year(if c.eq_ignore_ascii_case(&'e') { 4 } else { run }));
                taken = run;
            }
            'm' | 'M' if !number => {
                let minutes = matches!(
                    out.pieces.iter().rev().find(|it| !matches!(it, Piece::Words(_))),
                    Some(Piece::Hour(_))
                );
                out.put(if minutes { Piece::Minute(run) } else { Piece::Month(run) });
                taken = run;
            }
            'd' | 'D' if !number => {
                out.put(if run > 2 { Piece::Weekday(run) } else { Piece::Day(run) });
                taken = run;
            }
            'h' | 'H' if !number => {
                out.put(Piece::Hour(run));
                taken = run;
            }
            's' | 'S' if !number => {
                out.put(Piece::Second(run));
                if let Some(Piece::Month(m)) =
                    out.pieces.iter_mut().rev().skip(1).find(|it| !matches!(it, Piece::Words(_))).cloned()
                {
                    let at = out.pieces.iter().rposition(|it| *it == Piece::Month(m))?;
                    out.pieces[at] = Piece::Minute(m);
                }
                taken = run;
            }
            'a' | 'A' if rest.get(..5).is_some_and(|it| it.eq_ignore_ascii_case("am/pm")) => {
                out.put(Piece::HalfDay);
                taken = 5;
            }
            'a' | 'A' if !number && run >= 3 => {
                out.put(Piece::Weekday(run));
                taken = run;
            }
            '上' if rest.starts_with("上午/下午") => {
                out.put(Piece::HalfDay);
                taken = "上午/下午".len();
            }
            'g' | 'G' if rest.get(..7).is_some_and(|it| it.eq_ignore_ascii_case("general")) => return None,
            '@' | 'E' | 'e' => return None,
            '/' if number => return None,
            _ => out.say(&rest[..taken]),
        }
        rest = &rest[taken..];
    }
    Some(out)
}

impl Section {
    fn put(&mut self, piece: Piece) {
        self.date = true;
        self.pieces.push(piece);
    }

    fn say(&mut self, words: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Words(said)) => said.push_str(words),
            _ => self.pieces.push(Piece::Words(words.to_owned())),
        }
    }
}
