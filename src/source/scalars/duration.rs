//! A length of time: `15m`, `36h`, `3d`, `2w`, `250ms`, `1h30m` -> microseconds.

use super::{Decimal, scalar_type};
use schemars::json_schema;

/// A length of time, never negative. A day has 24 hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DurationText {
    /// As written.
    pub text: String,
    /// In microseconds.
    pub micros: i64,
}

/// The units from long to short, in microseconds.
const UNITS: [(&str, i64); 7] = [
    ("w", 604_800_000_000),
    ("d", 86_400_000_000),
    ("h", 3_600_000_000),
    ("m", 60_000_000),
    ("s", 1_000_000),
    ("ms", 1_000),
    ("us", 1),
];

impl DurationText {
    /// Reads numbers with units, from long to short: `1h30m`, `1.5h`, `0s`.
    ///
    /// # Errors
    /// When the text is none such, has a part finer than a microsecond, or is longer than 292,000 years.
    pub fn parse(text: &str) -> Result<Self, String> {
        let trimmed = text.trim();
        let micros = micros_of(trimmed).ok_or_else(|| {
            format!(
                "`{text}` is not a duration; write a number and a unit (us, ms, s, m, h, d, w), as in `15m` or `1h30m`"
            )
        })?;
        Ok(Self { text: trimmed.to_owned(), micros })
    }
}

fn micros_of(text: &str) -> Option<i64> {
    let (mut rest, mut units, mut total) = (text, &UNITS[..], 0_i64);
    while !rest.is_empty() {
        let unit_at = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let (number, behind) = rest.split_at(unit_at);
        let unit_end = behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len());
        let (unit, next) = behind.split_at(unit_end);
        let index = units.iter().position(|(name, _)| *name == unit)?;
        total = total.checked_add(times(number, units[index].1)?)?;
        (rest, units) = (next, &units[index + 1..]);
    }
    (!text.is_empty()).then_some(total)
}

/// `number` x `unit`, when that is a whole number of microseconds.
fn times(number: &str, unit: i64) -> Option<i64> {
    let is_plain = number.starts_with(|c: char| c.is_ascii_digit()) && number.ends_with(|c: char| c.is_ascii_digit());
    let decimal = is_plain.then(|| Decimal::parse(number, 0)).flatten()?;
    let product = decimal.digits.checked_mul(i128::from(unit))?;
    let divisor = 10_i128.pow(decimal.scale);
    (product % divisor == 0).then(|| i64::try_from(product / divisor).ok()).flatten()
}

scalar_type!(
    DurationText,
    "a duration",
    json_schema!({
        "type": "string",
        "pattern": r"^([0-9]+(\.[0-9]+)?(us|ms|s|m|h|d|w))+$",
        "description": "A length of time: numbers with the units `us`, `ms`, `s`, `m`, `h`, `d`, `w`, from long to short.",
        "examples": ["15m", "36h", "3d", "2w", "250ms", "1h30m"]
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_add_up() {
        for (text, micros) in [
            ("15m", 900_000_000),
            ("36h", 129_600_000_000),
            ("3d", 259_200_000_000),
            ("2w", 1_209_600_000_000),
            ("250ms", 250_000),
            ("1h30m", 5_400_000_000),
            ("1.5h", 5_400_000_000),
            ("7us", 7),
            ("0s", 0),
        ] {
            assert_eq!(DurationText::parse(text).map(|d| d.micros), Ok(micros), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in ["", "15", "m", "30m1h", "1h1h", "-3d", "1.5us", "3 d", "3days", "1e3s", "99999999999w", "1.m"] {
            assert!(DurationText::parse(text).is_err(), "{text}");
        }
    }
}
