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

use crate::build::{Draft, Inherited};
use crate::{Id, Quantity, Record};
use std::borrow::Cow;
use std::io::Write;

impl Record<'_> {
    /// Appends the record to `out` as one line of JSON, without a line feed.
    ///
    /// # Panics
    /// Never: a vector takes every byte.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        self.write_json_with(&[], out);
    }

    fn write_json_with(&self, inherited: &[Inherited], out: &mut Vec<u8>) {
        out.reserve(self.size_hint() + inherited.len() * 512);
        self.json_with(inherited, out);
    }

    /// Bytes that the record takes, roughly: enough for ordinary words, so that the buffer hardly ever grows.
    fn size_hint(&self) -> usize {
        let cells: usize = self.tables.iter().flat_map(|table| &table.rows).map(Vec::len).sum();
        let items = self.sections.len() + self.tasks.len() + self.assignments.len() + self.targets.len();
        let text = self.text.as_ref().map_or(0, |text| text.len() + text.len() / 16);
        4096 + items * 512 + cells * 128 + text
    }
}

impl Draft<'_> {
    /// Appends the finished record to `out`, as [`Record::write_json`].
    pub fn write_json(&self, out: &mut Vec<u8>) {
        self.stated().write_json_with(&self.inherited, out);
    }
}

/// What knows its own JSON.
pub(crate) trait Json {
    /// Appends it to `out`.
    fn json(&self, out: &mut Vec<u8>);

    /// Appends it behind a key.
    #[inline]
    fn field<K: Key>(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(K::PLAIN.as_bytes());
        self.json(out);
    }
}

/// What stands in front of a value, with the beginnings that values have in common, so that all of it is one move. A type
/// and not a value: its length must be known wherever it is written.
pub(crate) trait Key {
    /// `,"name":`
    const PLAIN: &'static str;
    /// `,"name":"`
    const TEXT: &'static str;
    /// `,"name":null`
    const NULL: &'static str;
}

/// Appends a value behind the text of a [`Key`].
macro_rules! field {
    ($value:expr, $out:expr, $($part:expr),+) => {{
        struct Here;
        impl $crate::json::Key for Here {
            const PLAIN: &'static str = concat!($($part),+);
            const TEXT: &'static str = concat!($($part),+, "\"");
            const NULL: &'static str = concat!($($part),+, "null");
        }
        $crate::json::Json::field::<Here>($value, $out);
    }};
}
use field;

impl<T: Json> Json for Option<T> {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        field!(self, out, "");
    }

    #[inline]
    fn field<K: Key>(&self, out: &mut Vec<u8>) {
        match self {
            Some(value) => value.field::<K>(out),
            None => out.extend_from_slice(K::NULL.as_bytes()),
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
        field!(first, out, "[");
        for value in rest {
            field!(value, out, ",");
        }
        out.push(b']');
    }
}

impl Json for Cow<'_, str> {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        field!(self, out, "");
    }

    #[inline]
    fn field<K: Key>(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(K::TEXT.as_bytes());
        text::write_rest(out, self);
    }
}

impl Json for bool {
    #[inline]
    fn json(&self, out: &mut Vec<u8>) {
        // One move for both, and no branch: what lies behind the shorter is cut off again.
        let end = out.len() + 5 - usize::from(*self);
        out.extend_from_slice(if *self { b"true " } else { b"false" });
        out.truncate(end);
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
        field!(self, out, "");
    }

    #[inline]
    fn field<K: Key>(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(K::TEXT.as_bytes());
        let prefix = self.kind.prefix().as_bytes();
        out.push(prefix[0]);
        if let Some(&second) = prefix.get(1) {
            out.push(second);
        }
        number::write_then(out, self.number, b"\"");
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
