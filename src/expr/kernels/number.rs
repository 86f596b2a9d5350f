//! Single numbers: decimal <-> float, rounding, and their texts as PostgreSQL writes them.

use crate::expr::kernels::arithmetic::round_div;
use crate::expr::types::pow10;
use std::fmt::Write;

/// The float nearest to a decimal (by way of its shortest text, which the standard library reads exactly).
pub(in crate::expr) fn decimal_to_float(value: i128, scale: i8) -> f64 {
    const EXACT: u128 = 1 << 53;
    if value.unsigned_abs() <= EXACT && (0..=22).contains(&scale) {
        return value as f64 / POWERS[scale as usize];
    }
    format!("{value}e{}", -i32::from(scale)).parse().unwrap_or(f64::NAN)
}

/// The powers of ten that a float holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// The decimal nearest to a float's shortest text, half away from zero: 1.005 at scale 2 is 1.01. `None` when it has more than 38
/// digits or is not finite.
pub(in crate::expr) fn float_to_decimal(value: f64, scale: i8) -> Option<i128> {
    if !value.is_finite() {
        return None;
    }
    if let Some(near) = near_decimal(value, scale) {
        return Some(near);
    }
    let text = format!("{value:e}");
    let (mantissa, exponent) = text.split_once('e')?;
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let behind = mantissa.split_once('.').map_or(0, |(_, fraction)| fraction.len() as i32);
    rescale(digits.parse().ok()?, behind - exponent.parse::<i32>().ok()?, scale.into())
}

/// The same by one multiplication, where that is far enough from the middle between two decimals to be sure: below 1e12 the
/// product and the shortest text are both within 1e-3 of the exact value.
fn near_decimal(value: f64, scale: i8) -> Option<i128> {
    let scaled = value * POWERS.get(usize::try_from(scale).ok()?)?;
    let rounded = scaled.round();
    (scaled.abs() < 1e12 && (scaled - rounded).abs() < 0.499).then_some(rounded as i128)
}

/// `value` / 10^`from` as a number of 10^-`to`, rounded half away from zero; `None` beyond 128 bits.
pub(in crate::expr) fn rescale(value: i128, from: i32, to: i32) -> Option<i128> {
    match to - from {
        0 => Some(value),
        up @ 1..=38 => value.checked_mul(pow10(up as u8)),
        up if up > 0 => (value == 0).then_some(0),
        down @ -38..0 => round_div(value, pow10(-down as u8)),
        _ => Some(0),
    }
}

/// A float to `digits` places by one of `round`, `trunc`, `ceil`, `floor`: x * 10^digits, made whole, divided again.
pub(in crate::expr) fn place_float(value: f64, digits: i64, whole: fn(f64) -> f64) -> f64 {
    let power = POWERS[digits.unsigned_abs().min(22) as usize];
    let scaled = if digits >= 0 { value * power } else { value / power };
    if !scaled.is_finite() || (digits >= 0 && scaled.abs() >= 4_503_599_627_370_496.0) {
        return value;
    }
    if digits >= 0 { whole(scaled) / power } else { whole(scaled) * power }
}

/// Writes a decimal with all digits of its scale.
pub(in crate::expr) fn write_decimal(value: i128, scale: i8, out: &mut String) {
    if value < 0 {
        out.push('-');
    }
    let (magnitude, unit) = (value.unsigned_abs(), pow10(scale.max(0) as u8).unsigned_abs());
    let written = if scale > 0 {
        write!(out, "{}.{:0width$}", magnitude / unit, magnitude % unit, width = scale as usize)
    } else {
        write!(out, "{magnitude}")
    };
    written.expect("writing to a string cannot fail");
}

/// Writes a float with the fewest digits that read back as the same float; with an exponent below 1e-4 and from 1e15 on.
pub(in crate::expr) fn write_float(value: f64, shortest: &str, out: &mut String) {
    if !value.is_finite() {
        out.push_str(if value.is_nan() {
            "NaN"
        } else if value > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        });
        return;
    }
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((shortest, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if value != 0.0 && !(-4..15).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        write!(out, "{mantissa}e{sign}{:02}", exponent.abs()).expect("writing to a string cannot fail");
        return;
    }
    write_plain(mantissa, exponent, out);
}

fn write_plain(mantissa: &str, exponent: i32, out: &mut String) {
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    out.push_str(sign);
    if exponent < 0 {
        out.push_str("0.");
        (1..-exponent).for_each(|_| out.push('0'));
        out.push_str(&digits);
        return;
    }
    let whole = exponent as usize + 1;
    let (head, tail) = digits.split_at(whole.min(digits.len()));
    out.push_str(head);
    (head.len()..whole).for_each(|_| out.push('0'));
    if !tail.is_empty() {
        out.push('.');
        out.push_str(tail);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn float(value: f64) -> String {
        let mut out = String::new();
        write_float(value, &format!("{value:e}"), &mut out);
        out
    }

    #[test]
    fn floats_are_written_as_postgresql_writes_them() {
        let cases = [
            (1.0, "1"),
            (-0.5, "-0.5"),
            (1e15, "1e+15"),
            (1e14, "100000000000000"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (123_456.75, "123456.75"),
            (0.0, "0"),
        ];
        for (value, text) in cases {
            assert_eq!(float(value), text);
        }
    }

    #[test]
    fn floats_become_the_decimal_that_a_person_reads() {
        assert_eq!(float_to_decimal(1.005, 2), Some(101));
        assert_eq!(float_to_decimal(-2.5, 0), Some(-3));
        assert_eq!(float_to_decimal(1e-300, 2), Some(0));
        assert_eq!(float_to_decimal(1e300, 2), None);
        assert_eq!(float_to_decimal(0.125, 2), Some(13));
        assert_eq!(float_to_decimal(12345.678, 2), Some(1_234_568));
    }

    #[test]
    fn decimals_keep_their_scale_in_text() {
        let mut out = String::new();
        write_decimal(-5, 2, &mut out);
        assert_eq!(out, "-0.05");
    }
}
