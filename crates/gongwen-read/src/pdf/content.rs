//! Cuts a content stream into operators with their operands (ISO 32000-1, 7.8.2).
//!
//! Content streams are read here and not by the PDF library because a damaged one must give what stands before and
//! behind the damage, and because most of a page's time goes into this.

/// An operand.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Operand<'a> {
    /// A number.
    Number(f32),
    /// A name without its slash; `#` escapes are left.
    Name(&'a [u8]),
    /// The bytes of a string.
    Text(Vec<u8>),
    /// Numbers and strings of an array; nothing else of it is needed.
    Array(Vec<Operand<'a>>),
    /// A dictionary, a boolean, null.
    Other,
}

/// Most operands kept for one operator.
const OPERANDS: usize = 64;
/// Deepest nesting of arrays and dictionaries.
const DEPTH: usize = 16;

/// Reads a content stream.
pub(super) struct Content<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The operands in front of the operator that [`Content::next`] gave.
    pub(super) operands: Vec<Operand<'a>>,
}

impl<'a> Content<'a> {
    /// Begins at the first byte.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, operands: Vec::with_capacity(8) }
    }

    /// The next operator.
    pub(super) fn next(&mut self) -> Option<&'a [u8]> {
        self.operands.clear();
        loop {
            match self.token(0)? {
                Token::Operand(operand) => {
                    if self.operands.len() < OPERANDS {
                        self.operands.push(operand);
                    }
                }
                Token::Operator(b"BI") => self.skip_image(),
                Token::Operator(name) => return Some(name),
                Token::Close => {}
            }
        }
    }

    /// Operand `index` as a number, 0 when there is none.
    pub(super) fn number(&self, index: usize) -> f32 {
        match self.operands.get(index) {
            Some(Operand::Number(n)) => *n,
            _ => 0.0,
        }
    }

    /// The first six operands as numbers.
    pub(super) fn six(&self) -> [f32; 6] {
        std::array::from_fn(|i| self.number(i))
    }

    fn token(&mut self, depth: usize) -> Option<Token<'a>> {
        self.skip_blanks();
        let first = *self.bytes.get(self.at)?;
        Some(match first {
            b'0'..=b'9' | b'+' | b'-' | b'.' => Token::Operand(Operand::Number(self.number_here())),
            b'/' => {
                self.at += 1;
                Token::Operand(Operand::Name(self.regular()))
            }
            b'(' => Token::Operand(Operand::Text(self.literal())),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                self.members(depth);
                Token::Operand(Operand::Other)
            }
            b'<' => Token::Operand(Operand::Text(self.hexadecimal())),
            b'[' => {
                self.at += 1;
                Token::Operand(Operand::Array(self.members(depth)))
            }
            b']' | b'>' | b'{' | b'}' | b')' => {
                self.at += 1;
                Token::Close
            }
            _ => match self.regular() {
                b"true" | b"false" | b"null" => Token::Operand(Operand::Other),
                b"" => {
                    self.at += 1;
                    Token::Close
                }
                name => Token::Operator(name),
            },
        })
    }

    /// Members up to the closing bracket. An operator in between means that the bracket is missing.
    fn members(&mut self, depth: usize) -> Vec<Operand<'a>> {
        let mut members = Vec::new();
        if depth >= DEPTH {
            return members;
        }
        loop {
            let before = self.at;
            match self.token(depth + 1) {
                Some(Token::Operand(operand)) => members.push(operand),
                Some(Token::Close) => {
                    // `>>` is two marks.
                    if self.bytes.get(self.at - 1) == Some(&b'>') && self.bytes.get(self.at) == Some(&b'>') {
                        self.at += 1;
                    }
                    return members;
                }
                Some(Token::Operator(_)) => {
                    self.at = before;
                    return members;
                }
                None => return members,
            }
        }
    }

    fn skip_blanks(&mut self) {
        while let Some(&b) = self.bytes.get(self.at) {
            if is_blank(b) {
                self.at += 1;
            } else if b == b'%' {
                let rest = &self.bytes[self.at..];
                self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            } else {
                break;
            }
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|&b| !is_blank(b) && !is_delimiter(b)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn number_here(&mut self) -> f32 {
        let word = self.regular();
        let (mut value, mut scale, mut negative) = (0.0_f32, 0.0_f32, false);
        for &b in word {
            match b {
                b'-' => negative = true,
                b'.' if scale == 0.0 => scale = 1.0,
                b'0'..=b'9' => {
                    let digit = f32::from(b - b'0');
                    if scale == 0.0 {
                        value = value * 10.0 + digit;
                    } else {
                        scale /= 10.0;
                        value += digit * scale;
                    }
                }
                _ => {}
            }
        }
        if value.is_finite() { if negative { -value } else { value } } else { 0.0 }
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 0;
        while let Some(&b) = self.bytes.get(self.at) {
            self.at += 1;
            match b {
                b'(' => {
                    depth += 1;
                    if depth > 1 {
                        text.push(b);
                    }
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    text.push(b);
                }
                b'\\' => self.escape(&mut text),
                b => text.push(b),
            }
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(&b) = self.bytes.get(self.at) else { return };
        self.at += 1;
        match b {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => {
                if self.bytes.get(self.at) == Some(&b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(b - b'0');
                for _ in 0..2 {
                    match self.bytes.get(self.at) {
                        Some(&d @ b'0'..=b'7') => {
                            value = value * 8 + u32::from(d - b'0');
                            self.at += 1;
                        }
                        _ => break,
                    }
                }
                text.push(value as u8);
            }
            b => text.push(b),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let rest = &self.bytes[self.at..];
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        self.at += (end + 1).min(rest.len());
        from_hex(&rest[..end])
    }

    /// Skips an inline image: its data end with `EI` between blanks.
    fn skip_image(&mut self) {
        let rest = &self.bytes[self.at..];
        let data = memchr::memmem::find(rest, b"ID").map_or(rest.len(), |n| n + 2);
        let mut at = data;
        while let Some(n) = memchr::memmem::find(&rest[at..], b"EI") {
            let end = at + n;
            let apart = |b: Option<&u8>| b.is_none_or(|&b| is_blank(b));
            at = end + 2;
            if apart(rest.get(end.wrapping_sub(1))) && apart(rest.get(at)) {
                self.at += at;
                return;
            }
        }
        self.at = self.bytes.len();
    }
}

enum Token<'a> {
    Operand(Operand<'a>),
    Operator(&'a [u8]),
    Close,
}

/// The bytes that hexadecimal digits stand for; a missing last digit is 0.
pub(super) fn from_hex(digits: &[u8]) -> Vec<u8> {
    let values: Vec<u8> =
        digits.iter().filter_map(|&b| char::from(b).to_digit(16)).map(|d| d as u8).collect();
    values.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

fn is_blank(b: u8) -> bool {
    matches!(b, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(b: u8) -> bool {
    matches!(b, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &[&str]) {
        let mut content = Content::new(source.as_bytes());
        let mut got = Vec::new();
        while let Some(name) = content.next() {
            got.push(format!("{} {}", String::from_utf8_lossy(name), content.operands.len()));
        }
        assert_eq!(got, expect, "{source}");
    }

    #[test]
    fn operators() {
        check(
            "q 1 0 0 1 72. -.5 cm /F1 12 Tf [(a\\)b) -20 <4e00>] TJ ET",
            &["q 0", "cm 6", "Tf 2", "TJ 1", "ET 0"],
        );
        check("/Span <</MCID 0 /A [1 2]>> BDC % remark\n(x) Tj", &["BDC 2", "Tj 1"]);
        check("BI /W 2 ID abEIcd EI Q", &["Q 0"]);
        check("[(a) Tj ) ] >> (", &["Tj 1"]);
    }

    #[test]
    fn strings() {
        let mut content = Content::new(b"(a\\050\\n(b)) <4E0> Tj");
        content.next();
        assert_eq!(content.operands, [Operand::Text(b"a(\n(b)".to_vec()), Operand::Text(vec![0x4E, 0])]);
    }
}
