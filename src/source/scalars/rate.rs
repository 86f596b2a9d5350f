//! A share between nothing and all: `0.12` or `12%`.

use super::number::without_separators;
use super::{Decimal, scalar_type};
use schemars::json_schema;

/// A rate from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// As written.
    pub text: String,
    /// From 0 to 1; `12%` is exactly the float `0.12`.
    pub value: f64,
}

impl Rate {
    /// Reads a number from 0 to 1, or a percentage from 0% to 100%.
    ///
    /// # Errors
    /// When the text is neither, or out of bounds.
    pub fn parse(text: &str) -> Result<Self, String> {
        let trimmed = text.trim();
        let (digits, shift) = match trimmed.strip_suffix('%') {
            Some(percent) => (percent.trim_end(), -2),
            None => (trimmed, 0),
        };
        let value = without_separators(digits)
            .and_then(|digits| Decimal::parse(&digits, shift))
            .map(Decimal::as_f64)
            .ok_or_else(|| format!("`{text}` is not a rate; write `0.05` or `5%`"))?;
        match (0.0..=1.0).contains(&value) {
            true => Ok(Self { text: trimmed.to_owned(), value }),
            false if shift == 0 => Err(format!("the rate `{text}` is not between 0 and 1; a percentage needs its `%`")),
            false => Err(format!("the rate `{text}` is not between 0% and 100%")),
        }
    }
}

scalar_type!(
    Rate,
    "a rate",
    json_schema!({
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": 1,
        "pattern": r"^(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?) ?%$|^(0(\.[0-9]+)?|1(\.0+)?)$",
        "description": "A rate from 0 to 1, or a percentage.",
        "examples": [0.05, "5%", "12.5%"]
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_the_same_float_as_its_decimal() {
        for (text, value) in [("12%", 0.12), ("0.12", 0.12), ("0", 0.0), ("1", 1.0), ("100%", 1.0), ("0.5 %", 0.005)] {
            assert_eq!(Rate::parse(text).unwrap().value, value, "{text}");
        }
    }

    #[test]
    fn what_is_out_of_bounds_or_no_number_is_refused() {
        for text in ["12", "-0.1", "101%", "-1%", "", "%", "half", "1e400"] {
            assert!(Rate::parse(text).is_err(), "{text}");
        }
        assert!(Rate::parse("12").unwrap_err().contains('%'));
    }
}
