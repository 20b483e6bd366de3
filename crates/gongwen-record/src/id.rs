//! Identifiers inside one record: `s1` `t1` `a1` `g1` `q1` `tb1`.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdKind {
    /// `s1`
    Section,
    /// `t1`
    Task,
    /// `a1`
    Assignment,
    /// `g1`
    Target,
    /// `q1`
    Qualitative,
    /// `tb1`
    Table,
}

impl IdKind {
    /// The letters in front of the number.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Section => "s",
            Self::Task => "t",
            Self::Assignment => "a",
            Self::Target => "g",
            Self::Qualitative => "q",
            Self::Table => "tb",
        }
    }
}

/// An identifier: unique in its record, numbered from 1 in the order of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// What it names.
    pub kind: IdKind,
    /// Place in its list, from 1.
    pub number: u32,
}

impl Id {
    /// The identifier of the item at `index` (from 0) of its list.
    #[inline]
    pub fn at(kind: IdKind, index: usize) -> Self {
        Self { kind, number: index as u32 + 1 }
    }

    /// Index (from 0) into the list that it names.
    #[inline]
    pub fn index(self) -> usize {
        self.number as usize - 1
    }

    /// The identifier as ASCII: the buffer, and where in it the identifier begins.
    ///
    /// Records hold thousands of identifiers; this writes one without the machinery of `fmt` and without allocating.
    #[inline]
    pub(crate) fn ascii(self) -> ([u8; 12], usize) {
        let mut buffer = [0; 12];
        let mut at = buffer.len();
        let mut rest = self.number;
        loop {
            at -= 1;
            buffer[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        for &letter in self.kind.prefix().as_bytes().iter().rev() {
            at -= 1;
            buffer[at] = letter;
        }
        (buffer, at)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind.prefix(), self.number)
    }
}

/// A text that is no identifier of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected an identifier such as s1, t1, a1, g1, q1 or tb1")
    }
}

impl std::error::Error for IdError {}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let digits = text.find(|c: char| c.is_ascii_digit()).ok_or(IdError)?;
        let kind = match &text[..digits] {
            "s" => IdKind::Section,
            "t" => IdKind::Task,
            "a" => IdKind::Assignment,
            "g" => IdKind::Target,
            "q" => IdKind::Qualitative,
            "tb" => IdKind::Table,
            _ => return Err(IdError),
        };
        let number = &text[digits..];
        if number.starts_with('0') || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(IdError);
        }
        Ok(Self { kind, number: number.parse().map_err(|_| IdError)? })
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (buffer, at) = self.ascii();
        serializer.serialize_str(str::from_utf8(&buffer[at..]).expect("letters and digits are ASCII"))
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An identifier, unique in its record and numbered from 1: s section, t task, a assignment, g target, q qualitative commitment, tb table.",
            "type": "string",
            "pattern": "^(s|t|a|g|q|tb)[1-9][0-9]*$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(IdKind, u32)>) {
        let id = text.parse::<Id>().ok();
        assert_eq!(id.map(|id| (id.kind, id.number)), expect, "{text}");
        if let Some(id) = id {
            assert_eq!(id.to_string(), text);
            assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{text}\""));
        }
    }

    #[test]
    fn identifiers_read_and_print() {
        check("s1", Some((IdKind::Section, 1)));
        check("tb12", Some((IdKind::Table, 12)));
        check("g4294967295", Some((IdKind::Target, u32::MAX)));
        check("s0", None);
        check("s01", None);
        check("x1", None);
        check("s", None);
        check("s1x", None);
        check("g4294967296", None);
    }
}
