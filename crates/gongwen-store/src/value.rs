//! One value on its way from a record to a store.

use gongwen_record::Id;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::fmt::Write;

/// A value of a column, borrowed from its record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'r> {
    /// Unknown.
    Null,
    /// Text, or a day where the column is one.
    Text(&'r str),
    /// A whole number.
    Integer(i64),
    /// An exact decimal.
    Decimal(Decimal),
    /// True or false.
    Boolean(bool),
    /// An identifier of the contract.
    Id(Id),
    /// An identifier of an organisation, from 1.
    Org(u32),
    /// Texts in order.
    List(&'r [Cow<'r, str>]),
}

impl Value<'_> {
    /// Whether it is no value.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value as plain text, in `buffer` where it has to be made. NULL and lists have none.
    ///
    /// # Panics
    /// Never: a string takes everything that is written to it.
    pub fn text<'b>(&'b self, buffer: &'b mut String) -> Option<&'b str> {
        buffer.clear();
        let made = match self {
            Self::Null | Self::List(_) => return None,
            Self::Text(text) => return Some(text),
            Self::Boolean(truth) => return Some(if *truth { "true" } else { "false" }),
            Self::Integer(number) => write!(buffer, "{number}"),
            Self::Decimal(number) => write!(buffer, "{number}"),
            Self::Id(id) => write!(buffer, "{id}"),
            Self::Org(number) => write!(buffer, "o{number}"),
        };
        made.expect("a string takes everything");
        Some(buffer)
    }
}
