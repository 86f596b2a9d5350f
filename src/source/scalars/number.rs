//! A number, a count such as `10k`, or a constant expression over `vars:`.

use super::{Decimal, DurationText, scalar_type};
use crate::source::resolve;
use schemars::json_schema;

/// A numeric parameter. `10k`, `1.5M` and `2G` are thousands, millions and thousand millions; `_` may part digits; any
/// other text is a constant expression, to be evaluated with the spec's `vars:`.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// As written.
    pub text: String,
    value: Value,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Value {
    Exact(Decimal),
    /// A literal beyond 38 digits.
    Float(f64),
    Expression,
}

impl Number {
    /// Reads a literal; keeps everything else as the text of an expression.
    ///
    /// # Errors
    /// When the text is empty or has a character that no constant expression has.
    pub fn parse(text: &str) -> Result<Self, String> {
        let trimmed = text.trim();
        let value = match literal(trimmed) {
            Some(value) => value,
            None if is_expression(trimmed) => Value::Expression,
            None => return Err(format!("`{text}` is neither a number nor an expression over `vars:`")),
        };
        Ok(Self { text: trimmed.to_owned(), value })
    }

    /// A whole number.
    pub fn from_int(value: i128) -> Self {
        Self { text: value.to_string(), value: Value::Exact(Decimal { digits: value, scale: 0 }) }
    }

    /// The exact value of a literal of at most 38 digits.
    pub const fn decimal(&self) -> Option<Decimal> {
        match self.value {
            Value::Exact(decimal) => Some(decimal),
            _ => None,
        }
    }

    /// The value of a literal that is whole.
    pub const fn as_i128(&self) -> Option<i128> {
        match self.value {
            Value::Exact(decimal) => decimal.as_i128(),
            _ => None,
        }
    }

    /// The float nearest to a literal; `None` for an expression.
    pub fn as_f64(&self) -> Option<f64> {
        match self.value {
            Value::Exact(decimal) => Some(decimal.as_f64()),
            Value::Float(value) => Some(value),
            Value::Expression => None,
        }
    }

    /// Whether the text has to be evaluated.
    pub const fn is_expression(&self) -> bool {
        matches!(self.value, Value::Expression)
    }

    /// The length of time when the text is a duration such as `4m` (which as a number would be an expression).
    pub fn as_duration(&self) -> Option<DurationText> {
        DurationText::parse(&self.text).ok()
    }
}

fn literal(text: &str) -> Option<Value> {
    if let Some(value) = resolve::int_value(text) {
        return Some(Value::Exact(Decimal { digits: value, scale: 0 }));
    }
    let (digits, shift) = match text.chars().last()? {
        'k' => (&text[..text.len() - 1], 3),
        'M' => (&text[..text.len() - 1], 6),
        'G' => (&text[..text.len() - 1], 9),
        _ => (text, 0),
    };
    let digits = without_separators(digits)?;
    if !is_plain(&digits, shift == 0) {
        return None;
    }
    match Decimal::parse(&digits, shift) {
        Some(decimal) => Some(Value::Exact(decimal)),
        None if shift == 0 => Some(Value::Float(digits.parse().ok().filter(|value: &f64| value.is_finite())?)),
        None => None,
    }
}

/// Whether the text is a sign, digits and a point; with an exponent only where that is allowed.
fn is_plain(text: &str, allow_exponent: bool) -> bool {
    let is_number =
        matches!(resolve::plain(text), crate::source::Scalar::Int { .. } | crate::source::Scalar::Float { .. });
    is_number && text.chars().all(|c| c.is_ascii_digit() || ".+-".contains(c) || (allow_exponent && "eE".contains(c)))
}

/// Drops `_` where it stands between two digits; `None` where it stands elsewhere.
pub(super) fn without_separators(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let misplaced = |at: &usize| bytes[*at] == b'_' && !(*at > 0 && digit(*at - 1) && digit(*at + 1));
    match (0..bytes.len()).any(|at| misplaced(&at)) {
        true => None,
        false => Some(text.replace('_', "")),
    }
}

fn is_expression(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_.+-*/(), ".contains(c))
}

scalar_type!(
    Number,
    "a number",
    json_schema!({
        "type": ["number", "string"],
        "pattern": r"^[-+*/(),._ A-Za-z0-9]*[A-Za-z0-9][-+*/(),._ A-Za-z0-9]*$",
        "description": "A number; a count such as `10k`, `1.5M` or `10_000`; or a constant expression over `vars`.",
        "examples": [1000, "10k", "1.5M", "10_000", "150000 * scale"]
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    fn int(text: &str) -> Option<i128> {
        Number::parse(text).expect("a number or expression").as_i128()
    }

    #[test]
    fn counts_are_exact() {
        assert_eq!(int("1000"), Some(1000));
        assert_eq!(int("10k"), Some(10_000));
        assert_eq!(int("1.5M"), Some(1_500_000));
        assert_eq!(int("2G"), Some(2_000_000_000));
        assert_eq!(int("10_000"), Some(10_000));
        assert_eq!(int("1e3"), Some(1000));
        assert_eq!(int("0x1F"), Some(31));
        assert_eq!(int("-7"), Some(-7));
        assert_eq!(int("2.50"), None);
        assert_eq!(Number::parse("2.50").unwrap().decimal(), Some(Decimal { digits: 25, scale: 1 }));
    }

    #[test]
    fn large_literals_stay_numbers() {
        assert_eq!(Number::parse("1e300").unwrap().as_f64(), Some(1e300));
        assert_eq!(int("170141183460469231731687303715884105727"), Some(i128::MAX));
    }

    #[test]
    fn other_text_is_an_expression_and_nonsense_an_error() {
        for text in ["150000 * scale", "scale", "1e3k", "10K", "4m", "1__0", "_1", "max(a, b) / 2"] {
            let number = Number::parse(text).unwrap();
            assert!(number.is_expression() && number.as_f64().is_none(), "{text}");
        }
        for text in ["", " ", "a; b", "'x'", "*", "5%", "ü"] {
            assert!(Number::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_duration_can_be_had_from_a_numbers_text() {
        assert_eq!(Number::parse("4m").unwrap().as_duration().map(|d| d.micros), Some(240_000_000));
        assert_eq!(Number::parse("4").unwrap().as_duration(), None);
    }
}
