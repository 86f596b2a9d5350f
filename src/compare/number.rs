//! Numbers of any format -> [`Number`], compared by value: exactly, as the narrower float, or within a tolerance.

use crate::readers::Cell;

/// A number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number<'a> {
    /// An integer and the number of its digits behind the point.
    Exact(i128, i32),
    /// A number as it is written, in the grammar of JSON.
    Written(&'a str),
    /// A float of 64 bits.
    Double(f64),
    /// A float of 32 bits.
    Single(f32),
}

impl<'a> Number<'a> {
    /// The number in a cell; of text, what is written the way numbers are: `-12`, `1.50`, `1e+16`, but not `007`.
    pub fn of(cell: &'a Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Int(value) => Some(Self::Exact(*value, 0)),
            Cell::Decimal(value, scale) => Some(Self::Exact(*value, i32::from(*scale))),
            Cell::Float(value) => Some(Self::Double(*value)),
            Cell::Float32(value) => Some(Self::Single(*value)),
            Cell::Number(text) => Some(Self::Written(text)),
            Cell::Text(text, _) => Self::written(text),
            _ => None,
        }
    }

    /// The number that a text is.
    pub fn written(text: &'a str) -> Option<Self> {
        if is_number(text.as_bytes()) {
            return Some(Self::Written(text));
        }
        let is_special =
            text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_alphabetic() || b"+-".contains(&byte));
        text.parse().ok().filter(|_| is_special).map(Self::Double)
    }

    /// Whether both are the same number. A float is compared as a float: the other one is rounded to its width first.
    pub fn equals(self, other: Self, tolerance: Option<f64>) -> bool {
        if let Some(tolerance) = tolerance
            && is_within(self.double(), other.double(), tolerance)
        {
            return true;
        }
        match (self, other) {
            (Self::Single(value), other) | (other, Self::Single(value)) => same_single(value, other.single()),
            (Self::Double(value), other) | (other, Self::Double(value)) => same_double(value, other.double()),
            (Self::Exact(left, scale), Self::Exact(right, other)) if scale == other => left == right,
            (Self::Written(left), Self::Written(right)) if left == right => true,
            (Self::Exact(value, scale), Self::Written(text)) | (Self::Written(text), Self::Exact(value, scale)) => {
                match plain(text) {
                    Some((written, places)) if places == scale => i128::from(written) == value,
                    _ => self.normal() == other.normal(),
                }
            }
            _ => self.normal() == other.normal(),
        }
    }

    fn double(self) -> f64 {
        match self {
            Self::Exact(value, 0) => value as f64,
            Self::Exact(value, scale) => format!("{value}e{}", -scale).parse().unwrap_or(f64::NAN),
            Self::Written(text) => text.parse().unwrap_or(f64::NAN),
            Self::Double(value) => value,
            Self::Single(value) => f64::from(value),
        }
    }

    /// The nearest float of 32 bits.
    pub fn single(self) -> f32 {
        match self {
            Self::Exact(value, scale) => format!("{value}e{}", -scale).parse().unwrap_or(f32::NAN),
            Self::Written(text) => text.parse().unwrap_or(f32::NAN),
            Self::Double(value) => value as f32,
            Self::Single(value) => value,
        }
    }

    /// The one way to write this number.
    pub fn normal(self) -> Normal {
        match self {
            Self::Exact(value, scale) => normal(&format!("{value}e{}", -scale)),
            Self::Written(text) => normal(text),
            Self::Double(value) => normal(&format!("{value:e}")),
            Self::Single(value) => normal(&format!("{value:e}")),
        }
    }
}

fn same_double(left: f64, right: f64) -> bool {
    left == right || (left.is_nan() && right.is_nan())
}

fn same_single(left: f32, right: f32) -> bool {
    left == right || (left.is_nan() && right.is_nan())
}

/// Whether numbers differ by no more than the tolerance, absolutely or in proportion to the larger one.
fn is_within(left: f64, right: f64, tolerance: f64) -> bool {
    let difference = (left - right).abs();
    difference <= tolerance || difference <= tolerance * left.abs().max(right.abs())
}

/// A number without redundant zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normal {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// Its digits, without zeros at either end; none for zero.
    pub digits: Vec<u8>,
    /// The power of ten of the last digit.
    pub exponent: i64,
}

impl Normal {
    /// The number, where it is an integer of 64 bits.
    pub fn integer(&self) -> Option<i64> {
        if self.digits.is_empty() {
            return Some(0);
        }
        if !(0..=18).contains(&self.exponent) || self.digits.len() as i64 + self.exponent > 18 {
            return None;
        }
        let whole = self.digits.iter().fold(0i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        let whole = (0..self.exponent).fold(whole, |value, _| value * 10);
        Some(if self.is_negative { -whole } else { whole })
    }
}

fn normal(text: &str) -> Normal {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_negative = whole.starts_with('-');
    let digits = whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
    let mut digits: Vec<u8> = digits.skip_while(|digit| *digit == b'0').collect();
    let exponent = exponent.trim_start_matches('+').parse::<i64>().unwrap_or(i64::MAX / 2);
    let kept = digits.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
    let dropped = digits.len() - kept;
    digits.truncate(kept);
    match kept {
        0 => Normal { is_negative: false, digits, exponent: 0 },
        _ => {
            let moved = dropped as i64 - fraction.len() as i64;
            Normal { is_negative, digits, exponent: exponent.saturating_add(moved) }
        }
    }
}

/// A short number without an exponent: its digits, and how many of them stand behind the point.
fn plain(text: &str) -> Option<(i64, i32)> {
    let (digits, is_negative) = text.strip_prefix('-').map_or((text, false), |digits| (digits, true));
    let (mut value, mut point) = (0i64, None);
    if digits.len() > 18 {
        return None;
    }
    for (at, byte) in digits.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => value = value * 10 + i64::from(byte - b'0'),
            b'.' => point = Some(at),
            _ => return None,
        }
    }
    let places = point.map_or(0, |at| digits.len() - at - 1);
    Some((if is_negative { -value } else { value }, places as i32))
}

/// Whether a text is a number in the grammar of JSON.
fn is_number(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(text);
    if whole == 0 || (whole > 1 && text[0] == b'0') {
        return false;
    }
    let mut rest = &text[whole..];
    if let [b'.', fraction @ ..] = rest {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = &fraction[length..];
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let exponent = exponent.strip_prefix(b"+").or(exponent.strip_prefix(b"-")).unwrap_or(exponent);
        return !exponent.is_empty() && digits(exponent) == exponent.len();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str) -> bool {
        let number = |text| Number::written(text).unwrap_or_else(|| panic!("{text}"));
        number(left).equals(number(right), None)
    }

    #[test]
    fn numbers_are_compared_by_value() {
        for (left, right) in [("1.50", "1.5"), ("1e+16", "10000000000000000"), ("-0.0", "0"), ("1E-2", "0.010")] {
            assert!(same(left, right), "{left} {right}");
        }
        assert!(!same("12345678901234567890.1", "12345678901234567890.2"));
        assert!(!same("1", "-1"));
        for (value, scale, text) in [(-150, 2, "-1.50"), (-150, 2, "-1.5"), (7, 0, "7"), (70, 1, "7"), (7, 0, "7.0")] {
            assert!(Number::Exact(value, scale).equals(Number::Written(text), None), "{text}");
            assert!(!Number::Exact(value + 1, scale).equals(Number::Written(text), None), "{text}");
        }
        for (left, right) in [("10e9223372036854775807", "20e9223372036854775807"), ("1.5e-9223372036854775808", "2")] {
            assert!(same(left, left) && !same(left, right), "{left} {right}");
        }
        for text in ["007", "+1", "1.", ".5", "1e", "", "-", "1 ", "0x10"] {
            assert_eq!(Number::written(text), None, "{text}");
        }
    }

    #[test]
    fn floats_are_compared_at_their_width() {
        assert!(Number::Single(0.1).equals(Number::Written("0.1"), None));
        assert!(Number::Single(0.1).equals(Number::Double(0.1), None));
        assert!(Number::Double(0.1).equals(Number::Exact(1000, 4), None));
        assert!(!Number::Double(0.1).equals(Number::Written("0.10000001"), None));
        assert!(Number::Double(f64::NAN).equals(Number::written("NaN").unwrap(), None));
    }

    #[test]
    fn a_tolerance_is_absolute_or_relative() {
        let near = |left, right, tolerance| Number::Double(left).equals(Number::Double(right), Some(tolerance));
        assert!(near(1e9, 1e9 + 0.5, 1e-9));
        assert!(near(0.0, 1e-10, 1e-9));
        assert!(!near(1.0, 1.1, 1e-9));
    }

    #[test]
    fn integers_are_recognised_however_they_are_written() {
        let integer = |text| Number::written(text).unwrap().normal().integer();
        assert_eq!(integer("1200"), Some(1200));
        assert_eq!(integer("-1.2e3"), Some(-1200));
        assert_eq!(integer("1.5"), None);
        assert_eq!(integer("0.00"), Some(0));
        assert_eq!(integer("99999999999999999999"), None);
    }
}
