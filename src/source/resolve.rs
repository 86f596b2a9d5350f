//! The text of a plain YAML scalar -> [`Scalar`], by the YAML 1.2 core schema (YAML 1.2.2, section 10.3.2).
//!
//! One step narrower than the schema on purpose: of its spellings of truth only `true` and `false` are booleans; `True`
//! and `FALSE` stay text, so that a label written that way keeps its letters.

use super::Scalar;

/// What a plain scalar with this text is.
pub(super) fn plain(text: &str) -> Scalar {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Scalar::Null,
        "true" => Scalar::Bool(true),
        "false" => Scalar::Bool(false),
        _ if is_int(text) => Scalar::Int { text: text.to_owned() },
        _ if is_float(text) => Scalar::Float { text: text.to_owned() },
        _ => Scalar::Str { text: text.to_owned() },
    }
}

/// The value of an integer of the core schema: decimal with an optional sign, `0o17`, `0x1F`. `None` for other text and
/// beyond 128 bits.
pub(super) fn int_value(text: &str) -> Option<i128> {
    if let Some(octal) = text.strip_prefix("0o") {
        return digits(octal, 8);
    }
    if let Some(hex) = text.strip_prefix("0x") {
        return digits(hex, 16);
    }
    is_int(text).then(|| text.parse().ok()).flatten()
}

/// The value of a number of the core schema, correctly rounded; NaN for other text.
pub(super) fn float_value(text: &str) -> f64 {
    match text {
        _ if unsigned(text).eq_ignore_ascii_case(".inf") => {
            if text.starts_with('-') {
                f64::NEG_INFINITY
            } else {
                f64::INFINITY
            }
        }
        _ => text.parse().unwrap_or(f64::NAN),
    }
}

fn digits(text: &str, radix: u32) -> Option<i128> {
    text.chars().all(|c| c.is_digit(radix)).then(|| i128::from_str_radix(text, radix).ok()).flatten()
}

fn is_int(text: &str) -> bool {
    let all = |text: &str, radix| !text.is_empty() && text.chars().all(|c| c.is_digit(radix));
    match (text.strip_prefix("0o"), text.strip_prefix("0x")) {
        (Some(octal), _) => all(octal, 8),
        (_, Some(hex)) => all(hex, 16),
        _ => all(unsigned(text), 10),
    }
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', '-']).unwrap_or(text)
}

fn is_float(text: &str) -> bool {
    matches!(unsigned(text), ".inf" | ".Inf" | ".INF")
        || matches!(text, ".nan" | ".NaN" | ".NAN")
        || is_decimal(unsigned(text))
}

/// `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(unsigned(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    number(whole)
        && number(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|exponent| !exponent.is_empty() && number(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> &'static str {
        match plain(text) {
            Scalar::Null => "null",
            Scalar::Bool(_) => "bool",
            Scalar::Int { .. } => "int",
            Scalar::Float { .. } => "float",
            Scalar::Str { .. } => "str",
        }
    }

    #[test]
    fn the_core_schema_and_nothing_more() {
        for (want, texts) in [
            ("null", &["", "~", "null", "Null", "NULL"][..]),
            ("bool", &["true", "false"]),
            ("int", &["0", "42", "-7", "+3", "0123", "0o17", "0x1F", "123456789012345678901234567890"]),
            ("float", &["1.5", "1.", ".5", "-0.0", "1e3", "1E-3", "+12.5e+10", ".inf", "-.INF", ".nan"]),
            ("str", &["no", "yes", "on", "y", "True", "FALSE", "nUll", "10k", "10_000", "1.5M", "0b1", "-0x1F"]),
            ("str", &["1..5", "2022-01-01", "12:30", ".", "-", "+", "e3", "1e", "1e+", "1.2.3", "0x", "0o8", "5%"]),
        ] {
            for text in texts {
                assert_eq!(kind(text), want, "{text:?}");
            }
        }
    }

    #[test]
    fn integers_have_exact_values() {
        assert_eq!(int_value("0x1F"), Some(31));
        assert_eq!(int_value("0o17"), Some(15));
        assert_eq!(int_value("0123"), Some(123));
        assert_eq!(int_value("+3"), Some(3));
        assert_eq!(int_value("-9223372036854775809"), Some(-9_223_372_036_854_775_809));
        assert_eq!(int_value("1.0"), None);
        assert_eq!(int_value(&"9".repeat(50)), None);
    }
}
