//! A point in time: an RFC 3339 instant or a date -> microseconds since 1970-01-01T00:00:00Z.

use super::scalar_type;
use schemars::json_schema;

/// An instant, or a date, which stands for its midnight in UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstantText {
    /// As written.
    pub text: String,
    /// Microseconds since 1970-01-01T00:00:00Z.
    pub micros: i64,
    /// Whether only a date was written.
    pub is_date: bool,
}

impl InstantText {
    /// Reads `2025-07-01` or `2025-07-01T12:30:00.5Z` (or with an offset such as `+02:00`). Years 0001 to 9999,
    /// proleptic Gregorian; no leap seconds.
    ///
    /// # Errors
    /// When the text is neither, names a day that does not exist, or lacks its offset.
    pub fn parse(text: &str) -> Result<Self, String> {
        let trimmed = text.trim();
        let found = |micros: Option<i64>, is_date: bool| {
            let micros = micros.ok_or_else(|| explain(text))?;
            Ok(Self { text: trimmed.to_owned(), micros, is_date })
        };
        match trimmed.split_once(['T', 't', ' ']) {
            None => found(date_micros(trimmed), true),
            Some((date, time)) => found(date_micros(date).zip(time_micros(time)).map(|(d, t)| d + t), false),
        }
    }
}

fn explain(text: &str) -> String {
    let lacks_offset = text
        .trim()
        .split_once(['T', 't', ' '])
        .is_some_and(|(date, time)| date_micros(date).is_some() && time_micros(&format!("{time}Z")).is_some());
    match lacks_offset {
        true => format!("`{text}` lacks its offset from UTC; add `Z` or, for instance, `+02:00`"),
        false => {
            format!("`{text}` is neither a date such as `2025-07-01` nor an instant such as `2025-07-01T12:30:00Z`")
        }
    }
}

/// Exactly `len` digits as a number.
fn digits(text: &str, len: usize) -> Option<i64> {
    (text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn date_micros(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let (year, month, day) = (digits(parts.next()?, 4)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let is_day = year >= 1 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    (is_day && parts.next().is_none()).then(|| days_from_civil(year, month, day) * 86_400_000_000)
}

const fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 (Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`).
const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// `HH:MM:SS[.ffffff](Z|+HH:MM|-HH:MM)` in microseconds from midnight UTC.
fn time_micros(text: &str) -> Option<i64> {
    let zone_at = text.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = text.split_at(zone_at);
    let (clock, fraction) = clock.split_once('.').map_or((clock, None), |(clock, fraction)| (clock, Some(fraction)));
    let mut parts = clock.split(':');
    let (hour, minute, second) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let is_time = hour < 24 && minute < 60 && second < 60 && parts.next().is_none();
    let seconds = (hour * 60 + minute) * 60 + second - offset_seconds(zone)?;
    is_time.then_some(seconds * 1_000_000 + fraction.map_or(Some(0), fraction_micros)?)
}

fn fraction_micros(text: &str) -> Option<i64> {
    (1..=6).contains(&text.len()).then(|| digits(&format!("{text:0<6}"), 6)).flatten()
}

fn offset_seconds(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60)
}

scalar_type!(
    InstantText,
    "an instant or a date",
    json_schema!({
        "type": "string",
        "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?([Zz]|[-+][0-9]{2}:[0-9]{2}))?$",
        "description": "An RFC 3339 instant, or a date, which stands for its midnight in UTC.",
        "examples": ["2025-07-01T12:30:00Z", "2025-07-01"]
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    fn micros(text: &str) -> Option<i64> {
        InstantText::parse(text).ok().map(|instant| instant.micros)
    }

    #[test]
    fn instants_and_dates_count_from_1970() {
        assert_eq!(micros("1970-01-01"), Some(0));
        assert_eq!(micros("2025-07-01"), Some(1_751_328_000_000_000));
        assert_eq!(micros("2025-07-01T00:00:00Z"), Some(1_751_328_000_000_000));
        assert_eq!(micros("2025-07-01T02:00:00.25+02:00"), Some(1_751_328_000_250_000));
        assert_eq!(micros("1969-12-31T23:59:59.999999Z"), Some(-1));
        assert_eq!(micros("2024-02-29"), Some(1_709_164_800_000_000));
        assert_eq!(micros("0001-01-01"), Some(-62_135_596_800_000_000));
        assert_eq!(micros("9999-12-31T23:59:59Z"), Some(253_402_300_799_000_000));
        assert!(InstantText::parse("2025-07-01").unwrap().is_date);
    }

    #[test]
    fn what_is_no_point_in_time_is_refused_with_its_reason() {
        for text in ["", "2025", "2025-13-01", "2023-02-29", "1900-02-29", "2025-7-1", "0000-01-01", "01/07/2025"] {
            assert_eq!(micros(text), None, "{text}");
        }
        for text in ["2025-07-01T24:00:00Z", "2025-07-01T23:59:60Z", "2025-07-01T1:00:00Z", "2025-07-01T01:00Z"] {
            assert_eq!(micros(text), None, "{text}");
        }
        assert_eq!(micros("2025-07-01T00:00:00.1234567Z"), None);
        assert!(InstantText::parse("2025-07-01T12:00:00").unwrap_err().contains("offset"));
    }
}
