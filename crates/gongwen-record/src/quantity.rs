//! Exact quantities.

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// An exact decimal, written as a plain JSON number: `12000`, `14.5`, never `1.45e1` and never a string.
///
/// Up to 28 significant digits come back as they were written. Trailing zeros behind the point are not kept:
/// `14.50` is `14.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(Decimal);

impl Quantity {
    /// The number.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl From<Decimal> for Quantity {
    fn from(number: Decimal) -> Self {
        Self(number.normalize())
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.scale() == 0
            && let Ok(integer) = i64::try_from(self.0)
        {
            return serializer.serialize_i64(integer);
        }
        // Through a raw value: a binary fraction would round the long ones and print some with an exponent.
        RawValue::from_string(self.0.to_string()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let digits = raw.get();
        let read = if digits.contains(['e', 'E']) {
            Decimal::from_scientific(digits)
        } else {
            Decimal::from_str_exact(digits)
        };
        read.map(Self::from)
            .map_err(|cause| de::Error::custom(format_args!("{digits} is no exact quantity: {cause}")))
    }
}

impl JsonSchema for Quantity {
    fn schema_name() -> Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "An exact decimal as a JSON number.", "type": "number" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(digits: &str, expect: Option<&str>) {
        let read = serde_json::from_str::<Quantity>(digits).ok();
        let written = read.map(|quantity| serde_json::to_string(&quantity).unwrap());
        assert_eq!(written.as_deref(), expect, "{digits}");
        if let Some(read) = read {
            let value: serde_json::Value = serde_json::from_str(&written.unwrap()).unwrap();
            assert!(value.is_number());
            if digits.len() < 15 {
                assert_eq!(
                    serde_json::from_value::<Quantity>(value).unwrap(),
                    read,
                    "{digits} by way of a value"
                );
            }
        }
    }

    #[test]
    fn quantities_are_exact_numbers() {
        check("85", Some("85"));
        check("14.5", Some("14.5"));
        check("14.50", Some("14.5"));
        check("66.67", Some("66.67"));
        check("0", Some("0"));
        check("0.00001", Some("0.00001"));
        check("1640000000", Some("1640000000"));
        check("12345678901234567890.12345678", Some("12345678901234567890.12345678"));
        check("1e4", Some("10000"));
        check("\"85\"", None);
        check("null", None);
    }
}
