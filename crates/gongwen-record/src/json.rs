//! A record as JSON.
//!
//! A record is thousands of short fields, and what a general writer does for each of them costs more than reading the
//! document. This writer has one function a type: keys with their punctuation are constants, strings are looked at
//! sixteen bytes at a time and copied whole, and an inherited assignment copies the bytes that its source was written
//! with. It writes the bytes that `serde_json` would; a test lays both side by side.

mod fields;
mod inherited;
mod number;
mod text;

use crate::{Id, IdKind, Quantity, Record};
use std::borrow::Cow;
use std::io::Write;

impl Record<'_> {
    /// Appends the record to `out` as one line of JSON, without a line feed.
    ///
    /// # Panics
    /// Never: a vector takes every byte.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        out.reserve(self.size_hint());
        self.json(out);
    }

    /// Bytes that the record takes, roughly: enough for ordinary words, so that the buffer hardly ever grows.
    fn size_hint(&self) -> usize {
        let cells: usize = self.tables.iter().flat_map(|table| &table.rows).map(Vec::len).sum();
        let items = self.sections.len() + self.tasks.len() + self.assignments.len() + self.targets.len();
        let text = self.text.as_ref().map_or(0, |text| text.len() + text.len() / 16);
        4096 + items * 512 + cells * 128 + text
    }
}

/// What knows its own JSON.
pub(crate) trait Json {
    /// Appends it to `out`.
    fn json(&self, out: &mut Vec<u8>);
}

impl<T: Json> Json for Option<T> {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        match self {
            Some(value) => value.json(out),
            None => out.extend_from_slice(b"null"),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        let Some((first, rest)) = self.split_first() else {
            out.extend_from_slice(b"[]");
            return;
        };
        out.push(b'[');
        first.json(out);
        for value in rest {
            out.push(b',');
            value.json(out);
        }
        out.push(b']');
    }
}

impl Json for Cow<'_, str> {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        text::write(out, self);
    }
}

impl Json for bool {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(if *self { b"true" } else { b"false" });
    }
}

impl Json for u32 {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        number::write(out, *self);
    }
}

impl Json for u8 {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        number::write(out, (*self).into());
    }
}

impl Json for u16 {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        number::write(out, (*self).into());
    }
}

impl Json for i16 {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        if *self < 0 {
            out.push(b'-');
        }
        number::write(out, self.unsigned_abs().into());
    }
}

impl Json for u64 {
    fn json(&self, out: &mut Vec<u8>) {
        match u32::try_from(*self) {
            Ok(small) => number::write(out, small),
            Err(_) => display(self, out),
        }
    }
}

impl Json for Id {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        let letter = match self.kind {
            IdKind::Section => b's',
            IdKind::Task | IdKind::Table => b't',
            IdKind::Assignment => b'a',
            IdKind::Target => b'g',
            IdKind::Qualitative => b'q',
        };
        out.extend_from_slice(&[b'"', letter]);
        if self.kind == IdKind::Table {
            out.push(b'b');
        }
        number::write(out, self.number);
        out.push(b'"');
    }
}

impl Json for Quantity {
    fn json(&self, out: &mut Vec<u8>) {
        let number = self.decimal();
        match u32::try_from(number) {
            Ok(small) if number.scale() == 0 && !number.is_sign_negative() => number::write(out, small),
            _ => display(&number, out),
        }
    }
}

/// A number that hardly ever occurs, by way of `fmt`.
#[cold]
fn display(number: &impl std::fmt::Display, out: &mut Vec<u8>) {
    write!(out, "{number}").expect("a vector takes every byte");
}

#[cfg(test)]
mod tests;
