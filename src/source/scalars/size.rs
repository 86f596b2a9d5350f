//! A size in bytes: `1000`, `64MB`, `1.5GiB`.

use super::{Decimal, from_text};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;

/// A number of bytes: `64MB` has powers of 1000, `64MiB` those of 1024.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByteSize(pub u64);

/// Units and their bytes.
const UNITS: [(&str, u64); 10] = [
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
    ("TiB", 1 << 40),
    ("kB", 1_000),
    ("KB", 1_000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
    ("TB", 1_000_000_000_000),
    ("B", 1),
];

impl ByteSize {
    /// Reads a size.
    ///
    /// # Errors
    /// When the text is none, or not a whole number of bytes.
    pub fn parse(text: &str) -> Result<Self, String> {
        let error = || format!("`{text}` is no size: write one such as `64MB` or `1GiB`");
        let bare = text.trim().replace('_', "");
        let unit = UNITS.iter().find_map(|(unit, bytes)| Some((bare.strip_suffix(unit)?, *bytes)));
        let (digits, unit) = unit.unwrap_or((&bare, 1));
        let number = digits.trim();
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return Err(error());
        }
        let decimal = Decimal::parse(number, 0).ok_or_else(error)?;
        let bytes = decimal.digits.checked_mul(i128::from(unit)).ok_or_else(error)?;
        let scale = 10_i128.pow(decimal.scale);
        u64::try_from(bytes / scale).ok().filter(|_| bytes % scale == 0).map(Self).ok_or_else(error)
    }
}

impl<'de> Deserialize<'de> for ByteSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "a size such as `64MB`", Self::parse)
    }
}

impl JsonSchema for ByteSize {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "ByteSize".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "pattern": "^[0-9][0-9_]*(\\.[0-9]+)?\\s*([kKMGT]i?B|B)?$",
            "minimum": 1,
            "description": "A size: `64MB` (powers of 1000), `64MiB` (powers of 1024), or a number of bytes.",
            "examples": ["64MB", "1GiB"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units_of_1000_or_1024() {
        for (text, bytes) in [("1000", 1000), ("64MB", 64_000_000), ("1.5KiB", 1536), ("2 GiB", 2 << 30), ("7B", 7)] {
            assert_eq!(ByteSize::parse(text), Ok(ByteSize(bytes)), "{text}");
        }
        for text in ["", "MB", "-1MB", "1.5", "0.3B", "1XB", "1e3", "99999999999TB"] {
            assert!(ByteSize::parse(text).is_err(), "{text}");
        }
    }
}
