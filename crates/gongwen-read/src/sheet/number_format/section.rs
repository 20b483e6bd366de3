//! Reads one section of a format, piece by piece.
//!
//! Of each piece is asked in order: is it words, what a bracket says, a part of the number, of a date or time, a sign that the value is
//! shown as it is? Else it is a word of its own.

use super::{Piece, Section};

/// One section; `None` for one that shows the value as it is (`General`, `@`, fractions, powers of ten).
pub(super) fn section(code: &str) -> Option<Section> {
    let mut reader = Reader::of(code);
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let piece = Next { c, rest, run: rest.chars().take_while(|it| it.eq_ignore_ascii_case(&c)).count() };
        rest = &rest[reader.take(&piece)?..];
    }
    Some(reader.section)
}

/// What comes next in the code.
struct Next<'c> {
    /// The first character.
    c: char,
    /// It and what stands behind it.
    rest: &'c str,
    /// How often it stands there.
    run: usize,
}

impl Next<'_> {
    /// The character behind the first.
    fn second(&self) -> Option<char> {
        self.rest[1..].chars().next()
    }

    /// What stands up to `end` behind the first character, and the bytes up to behind `end`.
    fn up_to(&self, end: char) -> (&str, usize) {
        let inner = self.rest[1..].split(end).next().unwrap_or_default();
        (inner, (inner.len() + 2).min(self.rest.len()))
    }

    /// Whether a word in either case stands here.
    fn is(&self, word: &str) -> bool {
        self.rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word))
    }
}

/// The section as far as it was read.
struct Reader {
    section: Section,
    /// Whether the point, and whether the number, was read.
    point: bool,
    number: bool,
}

impl Reader {
    fn of(code: &str) -> Self {
        let section = Section {
            pieces: Vec::new(),
            decimals: 0,
            fixed: 0,
            digits: 0,
            thousands: false,
            shift: 0,
            date: false,
            han: code.contains("DBNum1"),
        };
        Self { section, point: false, number: false }
    }

    /// Takes what comes next; says how many bytes it has. `None` where the value is shown as it is.
    fn take(&mut self, next: &Next<'_>) -> Option<usize> {
        let taken = self
            .words(next)
            .or_else(|| self.bracket(next))
            .or_else(|| self.figures(next))
            .or_else(|| self.day(next))
            .or_else(|| self.time(next));
        if taken.is_some() {
            return taken;
        }
        if self.shows_as_is(next) {
            return None;
        }
        let len = next.c.len_utf8();
        self.section.say(&next.rest[..len]);
        Some(len)
    }

    /// Words as they are: `"年"`, `\年`. `_)` is room as wide as a character, `*-` a character to fill with: nothing to read.
    fn words(&mut self, next: &Next<'_>) -> Option<usize> {
        match next.c {
            '"' => {
                let (words, taken) = next.up_to('"');
                self.section.say(words);
                Some(taken)
            }
            '\\' | '!' => {
                let literal = next.second();
                literal.inspect(|it| self.section.say(it.encode_utf8(&mut [0; 4])));
                Some(1 + literal.map_or(0, char::len_utf8))
            }
            '_' | '*' => Some(1 + next.second().map_or(0, char::len_utf8)),
            _ => None,
        }
    }

    /// `[h]`: hours beyond a day; `[$￥-804]`: a currency; the rest are colours, conditions, locales.
    fn bracket(&mut self, next: &Next<'_>) -> Option<usize> {
        if next.c != '[' {
            return None;
        }
        let (inner, taken) = next.up_to(']');
        if let Some(money) = inner.strip_prefix('$') {
            self.section.say(money.split('-').next().unwrap_or_default());
        } else if inner.eq_ignore_ascii_case("h") {
            self.section.put(Piece::Hour(1));
        }
        Some(taken)
    }

    /// The number, and what it is multiplied by: `#,##0.00`, `0%`, `0,`.
    fn figures(&mut self, next: &Next<'_>) -> Option<usize> {
        let section = &mut self.section;
        match next.c {
            '0' | '#' | '?' => {
                if !self.number {
                    section.pieces.push(Piece::Number);
                    self.number = true;
                }
                let zeros = if next.c == '0' { next.run } else { 0 };
                if self.point {
                    section.decimals += next.run;
                    section.fixed += zeros;
                } else {
                    section.digits += zeros;
                }
                return Some(next.run);
            }
            '.' if self.number && !self.point => self.point = true,
            ',' if self.number => {
                let more = next.rest[1..].trim_start_matches(',').starts_with(['0', '#', '?']);
                if more { section.thousands = true } else { section.shift -= 3 }
            }
            '%' | '％' => {
                section.shift += 2;
                section.say(next.c.encode_utf8(&mut [0; 4]));
            }
            _ => return None,
        }
        Some(next.c.len_utf8())
    }

    /// Years, months, days and days of the week. An `m` behind hours is minutes.
    fn day(&mut self, next: &Next<'_>) -> Option<usize> {
        if self.number {
            return None;
        }
        let run = next.run;
        let piece = match next.c.to_ascii_lowercase() {
            'y' => Piece::Year(run),
            'e' => Piece::Year(4),
            'm' if matches!(self.section.last_of_date(), Some(Piece::Hour(_))) => Piece::Minute(run),
            'm' => Piece::Month(run),
            'd' if run > 2 => Piece::Weekday(run),
            'd' => Piece::Day(run),
            'a' if run >= 3 => Piece::Weekday(run),
            _ => return None,
        };
        self.section.put(piece);
        Some(run)
    }

    /// Hours, seconds and the half of the day. An `m` before seconds is minutes.
    fn time(&mut self, next: &Next<'_>) -> Option<usize> {
        for half in ["am/pm", "上午/下午"] {
            if next.is(half) {
                self.section.put(Piece::HalfDay);
                return Some(half.len());
            }
        }
        if self.number {
            return None;
        }
        match next.c {
            'h' | 'H' => self.section.put(Piece::Hour(next.run)),
            's' | 'S' => {
                if let Some(month) = self.section.last_of_date()
                    && let Piece::Month(run) = *month
                {
                    *month = Piece::Minute(run);
                }
                self.section.put(Piece::Second(next.run));
            }
            _ => return None,
        }
        Some(next.run)
    }

    /// `General`, `@`; behind a number also a power of ten and a fraction: `0.00E+00`, `# ?/?`.
    fn shows_as_is(&self, next: &Next<'_>) -> bool {
        next.is("general") || matches!(next.c, '@' | 'E' | 'e') || next.c == '/' && self.number
    }
}

impl Section {
    /// Adds a piece of a date or time.
    fn put(&mut self, piece: Piece) {
        self.date = true;
        self.pieces.push(piece);
    }

    /// Adds words.
    fn say(&mut self, words: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Words(said)) => said.push_str(words),
            _ => self.pieces.push(Piece::Words(words.to_owned())),
        }
    }

    /// The last piece that is no words.
    fn last_of_date(&mut self) -> Option<&mut Piece> {
        self.pieces.iter_mut().rev().find(|it| !matches!(it, Piece::Words(_)))
    }
}
