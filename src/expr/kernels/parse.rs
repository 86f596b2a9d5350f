//! Text -> single values: booleans, numbers, dates, times, timestamps. Blanks around a value are ignored; anything else that does not
//! belong makes it `None`.

use super::calendar::{DAY, HOUR, MINUTE, SECOND, checked_days};
use super::number::rescale;
use crate::expr::types::pow10;

/// `true`, `t`, `yes`, `y`, `on`, `1` and their opposites, without regard to case.
pub(in crate::expr) fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "t" | "yes" | "y" | "on" | "1" => Some(true),
        "false" | "f" | "no" | "n" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// A whole number such as `-12`.
pub(in crate::expr) fn integer(text: &str) -> Option<i128> {
    text.trim().parse().ok()
}

/// A number such as `1.5`, `-.5` or `2e3`.
pub(in crate::expr) fn float(text: &str) -> Option<f64> {
    let text = text.trim();
    let numeric = text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    text.parse().ok().filter(|value: &f64| numeric && value.is_finite())
}

/// The digits of a number and how many of them stand behind the point: `1.50` is (150, 2). `None` beyond 38 digits.
pub(in crate::expr) fn number(text: &str) -> Option<(i128, i32)> {
    let (sign, unsigned) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok().filter(|e| e.abs() < 10_000)?),
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = [whole, fraction].concat();
    let valid = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let value: i128 = if valid { digits.parse().ok()? } else { return None };
    Some((sign * value, fraction.len() as i32 - exponent))
}

/// A number as a decimal of precision and scale, rounded half away from zero; `None` when it does not fit.
pub(in crate::expr) fn decimal(text: &str, precision: u8, scale: i8) -> Option<i128> {
    let (value, from) = number(text.trim())?;
    rescale(value, from, scale.into()).filter(|value| value.unsigned_abs() < pow10(precision).unsigned_abs())
}

/// A day as `YYYY-MM-DD`; a time behind it is dropped.
pub(in crate::expr) fn date(text: &str) -> Option<i32> {
    let (date, rest) = date_prefix(text.trim())?;
    (rest.is_empty() || timestamp(text).is_some()).then_some(date)
}

/// A time of day as `HH:MM[:SS[.ffffff]]`, in microseconds; 24:00:00 is the end of the day.
pub(in crate::expr) fn time(text: &str) -> Option<i64> {
    let (time, rest) = time_prefix(text.trim())?;
    rest.is_empty().then_some(time)
}

/// A timestamp as `YYYY-MM-DD[( |T)HH:MM[:SS[.ffffff]]][Z|+HH[[:]MM]]`: microseconds as written, and the offset from UTC where one is written.
pub(in crate::expr) fn timestamp(text: &str) -> Option<(i64, Option<i64>)> {
    let (date, rest) = date_prefix(text.trim())?;
    let (time, rest) = match rest.strip_prefix(['T', 't', ' ']) {
        Some(rest) => time_prefix(rest.trim_start())?,
        None => (0, rest),
    };
    let rest = rest.trim();
    let offset = if rest.is_empty() { None } else { Some(zone_offset(rest)?) };
    let micros = i64::from(date).checked_mul(DAY)?.checked_add(time)?;
    Some((micros, offset))
}

/// The offset of a fixed time zone (`Z`, `UTC`, `GMT`, `+02`, `-0330`, `+05:30`) in microseconds east of UTC.
pub(in crate::expr) fn zone_offset(text: &str) -> Option<i64> {
    if ["z", "utc", "gmt", "etc/utc"].contains(&text.to_ascii_lowercase().as_str()) {
        return Some(0);
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = text[1..].chars().filter(|c| *c != ':').collect();
    let valid = matches!(digits.len(), 2 | 4 | 6) && digits.bytes().all(|b| b.is_ascii_digit());
    let part = |at: usize| digits.get(at..at + 2).map_or(Some(0), |part| part.parse::<i64>().ok());
    let (hours, minutes, seconds) = (part(0)?, part(2)?, part(4)?);
    (valid && hours < 16 && minutes < 60 && seconds < 60)
        .then_some(sign * (hours * HOUR + minutes * MINUTE + seconds * SECOND))
}

fn date_prefix(text: &str) -> Option<(i32, &str)> {
    let (year, rest) = digits_prefix(text, 4, 7)?;
    let (month, rest) = digits_prefix(rest.strip_prefix('-')?, 1, 2)?;
    let (day, rest) = digits_prefix(rest.strip_prefix('-')?, 1, 2)?;
    Some((checked_days(year, month, day)?, rest))
}

fn time_prefix(text: &str) -> Option<(i64, &str)> {
    let (hour, rest) = digits_prefix(text, 1, 2)?;
    let (minute, rest) = digits_prefix(rest.strip_prefix(':')?, 2, 2)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => seconds_prefix(rest)?,
        None => (0, rest),
    };
    let time = hour * HOUR + minute * MINUTE + second;
    (hour <= 24 && minute < 60 && second < 60 * SECOND && time <= DAY).then_some((time, rest))
}

/// Seconds with an optional fraction, in microseconds; digits beyond the sixth round half up.
fn seconds_prefix(text: &str) -> Option<(i64, &str)> {
    let (seconds, rest) = digits_prefix(text, 2, 2)?;
    let Some(fraction) = rest.strip_prefix('.') else { return Some((seconds * SECOND, rest)) };
    let length = fraction.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = fraction.split_at(length);
    if digits.is_empty() {
        return None;
    }
    let read: i128 = digits[..length.min(18)].parse().ok()?;
    let micros = rescale(read, length.min(18) as i32, 6)?;
    Some((seconds * SECOND + micros as i64, rest))
}

fn digits_prefix(text: &str, least: usize, most: usize) -> Option<(i64, &str)> {
    let length = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(length);
    (length >= least).then(|| digits.parse().ok().map(|value| (value, rest))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_are_read_with_and_without_offset() {
        assert_eq!(timestamp("1970-01-02"), Some((DAY, None)));
        assert_eq!(timestamp("1970-01-01T01:02:03.5Z"), Some((HOUR + 2 * MINUTE + 3 * SECOND + SECOND / 2, Some(0))));
        assert_eq!(timestamp("1970-01-01 00:00+02:30"), Some((0, Some(2 * HOUR + 30 * MINUTE))));
        assert_eq!(timestamp("1970-13-01"), None);
        assert_eq!(timestamp("1970-01-01 25:00"), None);
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(number("-1.50"), Some((-150, 2)));
        assert_eq!(number("2e3"), Some((2, -3)));
        assert_eq!(number("1.2.3"), None);
        assert_eq!(decimal(" 1.005 ", 3, 2), Some(101));
        assert_eq!(decimal("10", 3, 2), None);
        assert_eq!(float("inf"), None);
    }
}
