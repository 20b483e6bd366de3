//! A record as JSON.
//!
//! A record is thousands of short fields, and what a general writer does for each of them costs more than reading the
//! document. This writer has one function a type: keys with their punctuation are constants, strings are looked at
//! sixteen bytes at a time and copied whole, and an inherited assignment copies the bytes that its source was written
//! with. It writes the bytes that `serde_json` would; a test lays both side by side.

mod fields;
mod inherited;
mod number;
mod page;
mod text;

use crate::build::{Draft, Inherited};
use crate::{Id, IdKind, Quantity, Record};
pub(crate) use page::Page;
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
        let mut page = Page::new(out);
        let at = self.json_with(inherited, &mut page, 0);
        page.turn(at);
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
    /// Puts it on the page from `at` on; says where it ends.
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize;

    /// Puts it behind a key.
    #[inline]
    fn field<K: Key>(&self, page: &mut Page<'_>, at: usize) -> usize {
        let at = page.put(at, K::PLAIN.as_bytes());
        self.json(page, at)
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

/// Puts a value behind the text of a [`Key`]; says where it ends.
macro_rules! field {
    ($value:expr, $page:expr, $at:expr, $($part:expr),+) => {{
        struct Here;
        impl $crate::json::Key for Here {
            const PLAIN: &'static str = concat!($($part),+);
            const TEXT: &'static str = concat!($($part),+, "\"");
            const NULL: &'static str = concat!($($part),+, "null");
        }
        $crate::json::Json::field::<Here>($value, $page, $at)
    }};
}
use field;

impl<T: Json> Json for Option<T> {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        field!(self, page, at, "")
    }

    #[inline]
    fn field<K: Key>(&self, page: &mut Page<'_>, at: usize) -> usize {
        match self {
            Some(value) => value.field::<K>(page, at),
            None => page.put(at, K::NULL.as_bytes()),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        let Some((first, rest)) = self.split_first() else { return page.put(at, b"[]") };
        let mut at = field!(first, page, at, "[");
        for value in rest {
            at = field!(value, page, at, ",");
        }
        page.put(at, b"]")
    }
}

impl Json for Cow<'_, str> {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        field!(self, page, at, "")
    }

    #[inline]
    fn field<K: Key>(&self, page: &mut Page<'_>, at: usize) -> usize {
        let at = page.put(at, K::TEXT.as_bytes());
        text::put_rest(page, at, self)
    }
}

impl Json for bool {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        // One move for both, and no branch: the next piece is written over what lies behind the shorter.
        page.put(at, if *self { b"true " } else { b"false" }) - usize::from(*self)
    }
}

impl Json for u32 {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        number::put(page, at, *self)
    }
}

impl Json for u8 {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        number::put(page, at, (*self).into())
    }
}

impl Json for u16 {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        number::put(page, at, (*self).into())
    }
}

impl Json for i16 {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        let at = if *self < 0 { page.put(at, b"-") } else { at };
        number::put(page, at, self.unsigned_abs().into())
    }
}

impl Json for u64 {
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        match u32::try_from(*self) {
            Ok(small) => number::put(page, at, small),
            Err(_) => display(self, page, at),
        }
    }
}

impl Json for Id {
    #[inline]
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        field!(self, page, at, "")
    }

    #[inline]
    fn field<K: Key>(&self, page: &mut Page<'_>, at: usize) -> usize {
        let at = page.put(at, K::TEXT.as_bytes());
        // Both letters are one move; the number is written over the second where there is one.
        let (letters, len) = match self.kind {
            IdKind::Section => (b"s ", 1),
            IdKind::Task => (b"t ", 1),
            IdKind::Assignment => (b"a ", 1),
            IdKind::Target => (b"g ", 1),
            IdKind::Qualitative => (b"q ", 1),
            IdKind::Table => (b"tb", 2),
        };
        let at = page.put(at, letters) - (letters.len() - len);
        let at = number::put(page, at, self.number);
        page.put(at, b"\"")
    }
}

impl Json for Quantity {
    fn json(&self, page: &mut Page<'_>, at: usize) -> usize {
        let number = self.decimal();
        match u32::try_from(number) {
            Ok(small) if number.scale() == 0 && !number.is_sign_negative() => number::put(page, at, small),
            _ => display(&number, page, at),
        }
    }
}

/// A number that hardly ever occurs, by way of `fmt`.
#[cold]
fn display(number: &impl std::fmt::Display, page: &mut Page<'_>, at: usize) -> usize {
    write!(page.turn(at), "{number}").expect("a vector takes every byte");
    0
}

#[cfg(test)]
mod tests;
