//! Texts of dates, instants and clocks -> numbers of days and nanoseconds.

/// Nanoseconds of a second.
const SECOND: i128 = 1_000_000_000;

/// Nanoseconds of a day.
pub const DAY: i128 = 86_400 * SECOND;

/// Days since 1970-01-01 of a date: Hinnant's `days_from_civil`.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// A number of digits, at least and at most so many, at the head of a text; and what follows.
fn number(text: &str, least: usize, most: usize) -> Option<(i64, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_fit = (least..=most).contains(&length);
    is_fit.then(|| text[..length].parse().ok()).flatten().map(|value| (value, &text[length..]))
}

/// A date at the head of a text, and what follows.
fn date_head(text: &str) -> Option<(i64, &str)> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (year, rest) = number(digits, 4, 9)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 2, 2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 2, 2)?;
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| (days(sign * year, month, day), rest))
}

/// Hours, minutes, perhaps seconds with a fraction at the head of a text; and what follows.
fn clock_head(text: &str) -> Option<(i128, &str)> {
    let (hours, rest) = number(text, 1, 12)?;
    let (minutes, mut rest) = number(rest.strip_prefix(':')?, 2, 2)?;
    let mut nanos = (i128::from(hours) * 3600 + i128::from(minutes) * 60) * SECOND;
    if let Some(behind) = rest.strip_prefix(':') {
        let (seconds, behind) = number(behind, 2, 2)?;
        nanos += i128::from(seconds) * SECOND;
        rest = behind;
        if let Some(fraction) = behind.strip_prefix('.') {
            let (digits, behind) = number(fraction, 1, 9)?;
            let places = fraction.len() - behind.len();
            nanos += (places..9).fold(i128::from(digits), |value, _| value * 10);
            rest = behind;
        }
    }
    Some((nanos, rest))
}

/// Nanoseconds of `13:05`, `13:05:00`, `-36:00:00.5`; and of ISO 8601's durations without months, `P1DT12H`, `-PT0.5S`.
pub fn clock(text: &str) -> Option<i128> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    if let Some(parts) = text.strip_prefix('P') {
        return period(parts).map(|nanos| sign * nanos);
    }
    clock_head(text).filter(|(_, rest)| rest.is_empty()).map(|(nanos, _)| sign * nanos)
}

/// Nanoseconds of what stands behind the `P` of a duration.
fn period(text: &str) -> Option<i128> {
    let (date, clock) = text.split_once('T').unwrap_or((text, ""));
    let days = if date.is_empty() { 0 } else { part(date.strip_suffix('D')?)? * 86_400 };
    let (mut rest, mut nanos) = (clock, days);
    for (unit, seconds) in [('H', 3600), ('M', 60), ('S', 1)] {
        if let Some((number, behind)) = rest.split_once(unit) {
            nanos += part(number)? * seconds;
            rest = behind;
        }
    }
    (rest.is_empty() && !text.is_empty()).then_some(nanos)
}

/// A decimal number, in billionths.
fn part(text: &str) -> Option<i128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let (whole, rest) = number(whole, 1, 15)?;
    if !rest.is_empty() {
        return None;
    }
    let digits = if fraction.is_empty() { 0 } else { number(fraction, 1, 9).filter(|(_, rest)| rest.is_empty())?.0 };
    Some(i128::from(whole) * SECOND + (fraction.len()..9).fold(i128::from(digits), |value, _| value * 10))
}

/// Nanoseconds since 1970-01-01 of `2025-07-01T13:05:00[.f]`, with a blank for the `T` and with `Z` or an offset behind, if
/// any; and of a date alone.
pub fn instant(text: &str) -> Option<i128> {
    let (days, rest) = date_head(text)?;
    let midnight = i128::from(days) * DAY;
    if rest.is_empty() {
        return Some(midnight);
    }
    let (nanos, rest) = clock_head(rest.strip_prefix(['T', ' ', 't'])?)?;
    Some(midnight + nanos - offset(rest)?)
}

/// Nanoseconds of a time zone's offset.
fn offset(text: &str) -> Option<i128> {
    let text = text.trim_start();
    let (sign, digits) = match text.as_bytes().first() {
        None | Some(b'Z' | b'z') if text.len() <= 1 => return Some(0),
        Some(b'+') => (1, &text[1..]),
        Some(b'-') => (-1, &text[1..]),
        _ => return None,
    };
    let (hours, rest) = number(digits, 2, 2)?;
    let (minutes, rest) = match rest {
        "" => (0, ""),
        _ => number(rest.strip_prefix(':').unwrap_or(rest), 2, 2)?,
    };
    rest.is_empty().then(|| sign * i128::from(hours * 60 + minutes) * 60 * SECOND)
}

/// Nanoseconds of a spreadsheet's days, of a time of day or a duration.
pub fn span_of_serial(serial: f64) -> i128 {
    let day = serial.floor();
    day as i128 * DAY + ((serial - day) * DAY as f64).round() as i128
}

/// Nanoseconds since 1970-01-01 of a spreadsheet's days, in which 1900 has a 29th of February.
pub fn of_serial(serial: f64) -> i128 {
    let serial = if (1.0..60.0).contains(&serial) { serial + 1.0 } else { serial };
    span_of_serial(serial) - 25_569 * DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_mean_the_same_however_they_are_written() {
        let noon = instant("2024-02-29T12:00:00Z");
        assert_eq!(noon, Some(1_709_208_000 * SECOND));
        for text in
            ["2024-02-29 12:00:00", "2024-02-29T14:00:00+02:00", "2024-02-29 12:00:00.000+00", "2024-02-29T12:00"]
        {
            assert_eq!(instant(text), noon, "{text}");
        }
        assert_eq!(instant("0001-01-01 00:00:00"), Some(-62_135_596_800 * SECOND));
        assert_eq!(instant("9999-12-31"), Some(2_932_896 * DAY));
        for text in ["2024-02-29T", "2024-13-01", "12:00", "2024-02-29x", "2024-02-29T12:00:00+2"] {
            assert_eq!(instant(text), None, "{text}");
        }
    }

    #[test]
    fn clocks_have_any_number_of_hours() {
        assert_eq!(clock("36:00:00.500000"), Some(129_600 * SECOND + SECOND / 2));
        assert_eq!(clock("-00:01:30"), Some(-90 * SECOND));
        assert_eq!(clock("12"), None);
        assert_eq!(clock("PT129600S"), clock("36:00:00"));
        assert_eq!(clock("-PT0.500000S"), Some(-SECOND / 2));
        assert_eq!(clock("P1DT2H3M4S"), clock("26:03:04"));
        for text in ["P", "PX", "PT1", "P1M", "PT1.S1"] {
            assert_eq!(clock(text), None, "{text}");
        }
    }

    #[test]
    fn serials_count_from_1899() {
        assert_eq!(of_serial(45_351.5), instant("2024-02-29T12:00:00").unwrap());
        assert_eq!(of_serial(1.0), instant("1900-01-01").unwrap());
        assert_eq!(of_serial(61.0), instant("1900-03-01").unwrap());
    }
}
