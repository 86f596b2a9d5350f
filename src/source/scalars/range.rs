//! An inclusive range of counts: `1..5`.

use super::{Number, scalar_type};
use schemars::json_schema;

/// From `min` to `max`, both included; each a count or a constant expression.
#[derive(Debug, Clone, PartialEq)]
pub struct CountRange {
    /// As written.
    pub text: String,
    /// The smallest count.
    pub min: Number,
    /// The largest count.
    pub max: Number,
}

impl CountRange {
    /// Reads `1..5`.
    ///
    /// # Errors
    /// When the text is none such, or its literal bounds are negative, not whole or the wrong way round.
    pub fn parse(text: &str) -> Result<Self, String> {
        let trimmed = text.trim();
        let wrong = || format!("`{text}` is not a range; write `1..5` for one to five");
        let (min, max) = trimmed.split_once("..").ok_or_else(wrong)?;
        let (min, max) = (bound(min).ok_or_else(wrong)?, bound(max).ok_or_else(wrong)?);
        match (min.as_i128(), max.as_i128()) {
            (Some(low), Some(high)) if low > high => {
                Err(format!("the range `{text}` is empty: {low} is more than {high}"))
            }
            _ => Ok(Self { text: trimmed.to_owned(), min, max }),
        }
    }
}

/// An expression, or a literal that is a count.
fn bound(text: &str) -> Option<Number> {
    let number = Number::parse(text).ok().filter(|number| !number.text.starts_with('.'))?;
    (number.is_expression() || number.as_i128().is_some_and(|value| value >= 0)).then_some(number)
}

scalar_type!(
    CountRange,
    "a range",
    json_schema!({
        "type": "string",
        "pattern": r"^[^.].*\.\.[^.].*$",
        "description": "A range of counts, both ends included.",
        "examples": ["1..5", "0..10k"]
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_read() {
        let ends = |text| CountRange::parse(text).map(|r| (r.min.as_i128(), r.max.as_i128()));
        assert_eq!(ends("1..5"), Ok((Some(1), Some(5))));
        assert_eq!(ends("0 .. 10k"), Ok((Some(0), Some(10_000))));
        assert_eq!(ends("1..3 * scale"), Ok((Some(1), None)));
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for text in ["5", "1...5", "..5", "1..", "5..1", "-1..2", "0.5..2", "a;..b"] {
            assert!(CountRange::parse(text).is_err(), "{text}");
        }
    }
}
