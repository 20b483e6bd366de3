//! The record stream of Excel 97–2003 files, and the strings in it.
//!
//! Source: MS-XLS, 2.1.4 (records), 2.5.293 (rich strings that go on in other records).

use crate::error::ReadError;

const KIND: &str = "Excel file";

/// A record that does not hold together.
pub(super) const BROKEN: ReadError =
    ReadError::Damaged { kind: KIND, cause: "its record stream is cut or broken" };

/// One record and those that carry it on.
#[derive(Clone, Debug)]
pub(super) struct Record<'a> {
    /// What it is.
    pub(super) kind: u16,
    /// Its bytes; further parts come from continuation records.
    pub(super) parts: Vec<&'a [u8]>,
}

/// Goes through the records from a place on.
#[derive(Clone, Debug)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

const CONTINUE: u16 = 0x003C;

impl<'a> Records<'a> {
    /// The records of a stream from byte `at` on.
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    fn one(&self) -> Option<(u16, &'a [u8], usize)> {
        let head = self.stream.get(self.at..self.at + 4)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let size = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let body = self.stream.get(self.at + 4..self.at + 4 + size)?;
        Some((kind, body, self.at + 4 + size))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, body, after) = self.one()?;
        self.at = after;
        let mut parts = vec![body];
        while let Some((CONTINUE, body, after)) = self.one() {
            parts.push(body);
            self.at = after;
        }
        Some(Record { kind, parts })
    }
}

impl<'a> Record<'a> {
    /// The bytes up to the first continuation.
    pub(super) fn body(&self) -> &'a [u8] {
        self.parts[0]
    }

    /// Two bytes at a place.
    pub(super) fn short(&self, at: usize) -> Result<u16, ReadError> {
        let bytes = self.body().get(at..at + 2).ok_or(BROKEN)?;
        Ok(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    /// Four bytes at a place.
    pub(super) fn long(&self, at: usize) -> Result<u32, ReadError> {
        let bytes = self.body().get(at..at + 4).ok_or(BROKEN)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// A floating point number at a place.
    pub(super) fn real(&self, at: usize) -> Result<f64, ReadError> {
        let bytes = self.body().get(at..at + 8).ok_or(BROKEN)?;
        Ok(f64::from_le_bytes(bytes.try_into().map_err(|_| BROKEN)?))
    }

    /// A string that begins at a place with its length in two bytes.
    pub(super) fn string(&self, at: usize) -> Result<String, ReadError> {
        Strings { parts: &self.parts, part: 0, at }.next_string(2)
    }

    /// A string that begins at a place with its length in one byte.
    pub(super) fn short_string(&self, at: usize) -> Result<String, ReadError> {
        Strings { parts: &self.parts, part: 0, at }.next_string(1)
    }

    /// The table of shared strings.
    pub(super) fn shared_strings(&self) -> Result<Vec<String>, ReadError> {
        let count = self.long(4)? as usize;
        let mut reader = Strings { parts: &self.parts, part: 0, at: 8 };
        let mut strings = Vec::with_capacity(count.min(1 << 16));
        for _ in 0..count.min(crate::limit::CELLS) {
            match reader.next_string(2) {
                Ok(string) => strings.push(string),
                // Writers that count wrongly leave fewer strings than they say.
                Err(_) => break,
            }
        }
        Ok(strings)
    }
}

/// Reads strings across continuations.
struct Strings<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Strings<'_> {
    fn byte(&mut self) -> Result<u8, ReadError> {
        while self.at >= self.parts.get(self.part).ok_or(BROKEN)?.len() {
            (self.part, self.at) = (self.part + 1, 0);
        }
        self.at += 1;
        Ok(self.parts[self.part][self.at - 1])
    }

    fn short(&mut self) -> Result<u16, ReadError> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, bytes: usize) -> Result<(), ReadError> {
        (0..bytes).try_for_each(|_| self.byte().map(|_| ()))
    }

    /// A string whose length stands in so many bytes.
    fn next_string(&mut self, width: usize) -> Result<String, ReadError> {
        const WIDE: u8 = 1;
        const EXTENDED: u8 = 4;
        const RICH: u8 = 8;
        let length = if width == 1 { u16::from(self.byte()?) } else { self.short()? };
        let mut flags = self.byte()?;
        let runs = if flags & RICH != 0 { usize::from(self.short()?) } else { 0 };
        let extended = if flags & EXTENDED != 0 {
            usize::from(self.short()?) | usize::from(self.short()?) << 16
        } else {
            0
        };
        let mut units = Vec::with_capacity(usize::from(length));
        while units.len() < usize::from(length) {
            if self.at >= self.parts.get(self.part).ok_or(BROKEN)?.len() {
                // A continuation says anew how wide its characters are.
                (self.part, self.at) = (self.part + 1, 0);
                flags = self.byte()?;
            }
            let wide = flags & WIDE != 0;
            units.push(if wide { self.short()? } else { u16::from(self.byte()?) });
        }
        self.skip(runs * 4 + extended)?;
        Ok(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_go_on_in_other_records() {
        // Two strings; the first is parted behind its first character, and goes on in wide characters.
        let mut stream = vec![0xFC, 0, 12, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, b'a'];
        stream.extend([0x3C, 0, 8, 0, 1, 0x2E, 0x4E, 1, 0, 0, b'b', 0]);
        let record = Records::new(&stream, 0).next().expect("a record");
        assert_eq!(record.shared_strings(), Ok(vec!["a丮".to_owned(), "b".to_owned()]));
        assert!(Records::new(&stream[..10], 0).next().is_none());
    }
}
