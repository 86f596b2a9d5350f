//! The text of a scalar as written -> numbers, rates, durations, instants, ranges: types for parameter structs.
//!
//! Each type has `parse(&str)`, `Deserialize` through [`from_node`](super::from_node) and a JSON Schema with pattern,
//! description and examples; combine with [`Spanned`](super::Spanned) to keep the place.

mod decimal;
mod duration;
mod instant;
mod number;
mod range;
mod rate;
mod size;

pub use decimal::Decimal;
pub use duration::DurationText;
pub use instant::InstantText;
pub use number::Number;
pub use range::CountRange;
pub use rate::Rate;
pub use size::ByteSize;

use serde::de::{Deserializer, Error, Visitor};
use std::fmt;

/// The reserved name under which a type asks the deserializer for the text of any scalar.
pub(super) const NAME: &str = "$__synth_ScalarText";

/// Asks for a scalar's text and parses it; `what` completes "expected ...".
fn from_text<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    what: &'static str,
    parse: fn(&str) -> Result<T, String>,
) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(NAME, TextVisitor { what, parse })
}

struct TextVisitor<T> {
    what: &'static str,
    parse: fn(&str) -> Result<T, String>,
}

impl<'de, T> Visitor<'de> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(E::custom)
    }
}

/// `Deserialize` and `JsonSchema` of a type of this folder.
macro_rules! scalar_type {
    ($type:ident, $what:literal, $schema:expr) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                super::from_text(deserializer, $what, $type::parse)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

use scalar_type;
