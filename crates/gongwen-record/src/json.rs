//! A record as JSON.
//!
//! A record is thousands of short fields, and what a general writer does for each of them (a table look-up for every
//! byte of every string, keys included) costs more than reading the document. This writer knows that keys need no
//! escapes and copies strings whole after looking at eight bytes at a time. It writes the bytes that `serde_json` would.

mod text;

use crate::Record;
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use serde_json::Error;

/// The name under which a `serde_json` raw value announces itself: what follows is JSON already.
const RAW: &str = "$serde_json::private::RawValue";

impl Record<'_> {
    /// Appends the record to `out` as one line of JSON, without a line feed.
    ///
    /// # Panics
    /// Never: every key is a string and a vector takes every byte.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        self.serialize(&mut Writer { out, raw: false })
            .expect("a record has string keys only, and a vector takes every byte");
    }
}

/// Writes compact JSON. Takes what records are made of and refuses the rest (maps, floats, bytes).
struct Writer<'o> {
    out: &'o mut Vec<u8>,
    /// Whether the next string is JSON already.
    raw: bool,
}

/// A list or structure that was begun.
struct Open<'w, 'o> {
    writer: &'w mut Writer<'o>,
    first: bool,
}

fn refused<T>(what: &str) -> Result<T, Error> {
    Err(Error::custom(format_args!("a record holds no {what}")))
}

impl Writer<'_> {
    fn number(&mut self, mut rest: u64) {
        let mut digits = [0; 20];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[at..]);
    }
}

impl<'w, 'o> Serializer for &'w mut Writer<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'w, 'o>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Open<'w, 'o>;
    type SerializeStructVariant = Impossible<(), Error>;

    #[inline]
    fn serialize_bool(self, v: bool) -> Result<(), Error> {
        self.out.extend_from_slice(if v { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_i8(self, v: i8) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }

    fn serialize_i16(self, v: i16) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }

    fn serialize_i32(self, v: i32) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }

    fn serialize_i64(self, v: i64) -> Result<(), Error> {
        if v < 0 {
            self.out.push(b'-');
        }
        self.number(v.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, v: u8) -> Result<(), Error> {
        self.serialize_u64(v.into())
    }

    fn serialize_u16(self, v: u16) -> Result<(), Error> {
        self.serialize_u64(v.into())
    }

    #[inline]
    fn serialize_u32(self, v: u32) -> Result<(), Error> {
        self.serialize_u64(v.into())
    }

    #[inline]
    fn serialize_u64(self, v: u64) -> Result<(), Error> {
        self.number(v);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        refused("binary fraction")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        refused("binary fraction")
    }

    fn serialize_char(self, v: char) -> Result<(), Error> {
        self.serialize_str(v.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, v: &str) -> Result<(), Error> {
        if self.raw {
            self.out.extend_from_slice(v.as_bytes());
        } else {
            text::write(self.out, v);
        }
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        refused("bytes")
    }

    #[inline]
    fn serialize_none(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    #[inline]
    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_none()
    }

    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        refused("variant with a value")
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'w, 'o>, Error> {
        self.out.push(b'[');
        Ok(Open { writer: self, first: true })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        refused("tuple")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        refused("tuple")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        refused("tuple")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        refused("map")
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Open<'w, 'o>, Error> {
        if name == RAW {
            self.raw = true;
        } else {
            self.out.push(b'{');
        }
        Ok(Open { writer: self, first: true })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        refused("variant with fields")
    }
}

impl SerializeSeq for Open<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        if !std::mem::take(&mut self.first) {
            self.writer.out.push(b',');
        }
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn end(self) -> Result<(), Error> {
        self.writer.out.push(b']');
        Ok(())
    }
}

impl SerializeStruct for Open<'_, '_> {
    type Ok = ();
    type Error = Error;

    // Inlined, the key is a constant and its copy a few moves.
    #[inline(always)]
    #[allow(clippy::inline_always)] // one field of thousands; see above
    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        let out = &mut *self.writer.out;
        if !self.writer.raw {
            out.extend_from_slice(if std::mem::take(&mut self.first) { b"\"" } else { b",\"" });
            out.extend_from_slice(key.as_bytes());
            out.extend_from_slice(b"\":");
        }
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn end(self) -> Result<(), Error> {
        if !std::mem::take(&mut self.writer.raw) {
            self.writer.out.push(b'}');
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Diagnostic, Quantity, Severity, Target};

    /// One value through both writers.
    fn check(value: &impl Serialize) {
        let mut out = Vec::new();
        value.serialize(&mut Writer { out: &mut out, raw: false }).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(value).unwrap());
    }

    #[test]
    fn the_bytes_are_those_of_serde_json() {
        let escapes: String = (0..128).map(char::from).chain("中\u{2028}😀\"".chars()).collect();
        for len in 0..40 {
            let words = "县教育局".repeat(8);
            check(&format!("{}{}", &"x".repeat(len), escapes));
            check(&format!("{}\"{}", &"x".repeat(len), words));
            check(&"y".repeat(len));
        }
        check(&vec![i64::MIN, -1, 0, 7, i64::MAX]);
        check(&vec![0, u64::MAX]);
        check(&vec![Some(true), Some(false), None]);
        check(&Vec::<u32>::new());
        let exact: Quantity = serde_json::from_str("12345678901234567890.12345678").unwrap();
        check(&vec![exact, serde_json::from_str("85").unwrap()]);
        check(&Diagnostic {
            code: "x".into(),
            severity: Severity::Warning,
            message: "a\n".into(),
            span: None,
            hint: Some("中".into()),
        });
        check(&Vec::<Target<'_>>::new());
    }
}
