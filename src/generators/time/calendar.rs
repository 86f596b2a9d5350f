//! Microseconds since 1970-01-01T00:00:00Z -> weekdays and months for shapes, text for messages.

/// Microseconds of a second.
pub(super) const SECOND: i64 = 1_000_000;
/// Microseconds of a day.
pub(super) const DAY: i64 = 86_400 * SECOND;
/// The instants of the years 1 to 9999: what text forms and SQL types agree upon.
pub(super) const YEARS: std::ops::RangeInclusive<i64> = -62_135_596_800_000_000..=253_402_300_800_000_000;

/// The weekday of a day counted from 1970-01-01: 0 for Monday.
pub(super) const fn weekday(day: i64) -> usize {
    (day + 3).rem_euclid(7) as usize
}

/// Year, month and day (both from 1) of a day counted from 1970-01-01 (Howard Hinnant, *chrono-Compatible Low-Level
/// Date Algorithms*, `civil_from_days`).
pub(super) const fn civil(day: i64) -> (i64, i64, i64) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + (month <= 2) as i64;
    (year, month, of_year - (153 * shifted_month + 2) / 5 + 1)
}

/// The month of a day counted from 1970-01-01: 0 for January.
pub(super) const fn month(day: i64) -> usize {
    (civil(day).1 - 1) as usize
}

/// An instant as messages show it: `2025-07-01`, or `2025-07-01T12:30:00Z` where it is not a midnight.
pub(super) fn show(micros: i64) -> String {
    let (year, month, day) = civil(micros.div_euclid(DAY));
    let seconds = micros.rem_euclid(DAY) / SECOND;
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (micros.rem_euclid(DAY), micros.rem_euclid(SECOND)) {
        (0, _) => date,
        (_, 0) => format!("{date}T{}Z", clock(seconds)),
        (_, part) => format!("{date}T{}.{part:06}Z", clock(seconds)),
    }
}

fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A length of time as messages show it: its units from long to short, as the language writes them.
pub(super) fn show_length(micros: i64) -> String {
    const UNITS: [(&str, i64); 6] =
        [("d", DAY), ("h", 3600 * SECOND), ("m", 60 * SECOND), ("s", SECOND), ("ms", 1000), ("us", 1)];
    let mut rest = micros;
    let mut text = String::new();
    for (unit, length) in UNITS {
        if rest / length > 0 {
            text += &format!("{}{unit}", rest / length);
            rest %= length;
        }
    }
    if text.is_empty() { "0s".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::scalars::{DurationText, InstantText};

    #[test]
    fn texts_are_those_of_the_language() {
        for text in ["2025-07-01", "1969-12-31T23:59:59Z", "0001-01-01", "2024-02-29T12:00:00.000250Z"] {
            assert_eq!(show(InstantText::parse(text).unwrap().micros), text);
        }
        for text in ["1d19h50m", "0s", "1ms5us", "31d"] {
            assert_eq!(show_length(DurationText::parse(text).unwrap().micros), text);
        }
    }

    #[test]
    fn weekdays_begin_on_monday_and_months_in_january() {
        let day = |text: &str| InstantText::parse(text).unwrap().micros / DAY;
        assert_eq!(weekday(day("2025-06-30")), 0);
        assert_eq!(weekday(day("1969-12-28")), 6);
        assert_eq!(month(day("2024-02-29")), 1);
        assert_eq!(month(day("1969-12-31")), 11);
    }
}
