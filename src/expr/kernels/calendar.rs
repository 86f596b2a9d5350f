//! The proleptic Gregorian calendar: days since 1970-01-01 <-> year, month, day. After Howard Hinnant, *chrono-compatible low-level
//! date algorithms* (2013), `days_from_civil` and `civil_from_days`.

/// Microseconds of a second.
pub(in crate::expr) const SECOND: i64 = 1_000_000;
/// Microseconds of a minute.
pub(in crate::expr) const MINUTE: i64 = 60 * SECOND;
/// Microseconds of an hour.
pub(in crate::expr) const HOUR: i64 = 60 * MINUTE;
/// Microseconds of a day.
pub(in crate::expr) const DAY: i64 = 24 * HOUR;

/// A date by its parts; year 0 is 1 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::expr) struct Civil {
    /// Year.
    pub(in crate::expr) year: i64,
    /// Month, 1 to 12.
    pub(in crate::expr) month: i64,
    /// Day of the month, 1 to 31.
    pub(in crate::expr) day: i64,
}

/// The date of a day number.
pub(in crate::expr) fn civil(days: i64) -> Civil {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Civil { year, month, day: day_of_year - (153 * shifted_month + 2) / 5 + 1 }
}

/// The day number of a date; the parts must be in range.
pub(in crate::expr) fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The day number of a date, `None` when there is no such day or it is more than four million years away.
pub(in crate::expr) fn checked_days(year: i64, month: i64, day: i64) -> Option<i32> {
    let valid =
        year.unsigned_abs() <= 4_000_000 && (1..=12).contains(&month) && (1..=month_days(year, month)).contains(&day);
    valid.then(|| days(year, month, day) as i32)
}

/// Days in a month.
pub(in crate::expr) fn month_days(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The date `months` later, on the last day of the month where the day does not exist.
pub(in crate::expr) fn add_months(days_: i64, months: i64) -> i64 {
    let date = civil(days_);
    let count = date.year * 12 + date.month - 1 + months;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    days(year, month, date.day.min(month_days(year, month)))
}

/// Day of the week, Sunday 0 to Saturday 6.
pub(in crate::expr) fn weekday(days: i64) -> i64 {
    (days + 4).rem_euclid(7)
}

/// The ISO 8601 year and week of a day.
pub(in crate::expr) fn iso_week(days_: i64) -> (i64, i64) {
    let thursday = days_ - (weekday(days_) + 6) % 7 + 3;
    let year = civil(thursday).year;
    (year, (thursday - days(year, 1, 1)) / 7 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for day in (-800_000..800_000).step_by(37) {
            let date = civil(day);
            assert_eq!(days(date.year, date.month, date.day), day);
        }
        assert_eq!(days(2000, 2, 29), 11_016);
        assert_eq!(checked_days(1900, 2, 29), None);
    }

    #[test]
    fn months_end_on_their_last_day() {
        assert_eq!(add_months(days(2024, 1, 31), 1), days(2024, 2, 29));
        assert_eq!(add_months(days(2024, 3, 31), -13), days(2023, 2, 28));
    }

    #[test]
    fn iso_weeks_begin_on_monday() {
        assert_eq!(iso_week(days(2021, 1, 3)), (2020, 53));
        assert_eq!(iso_week(days(2024, 12, 30)), (2025, 1));
    }
}
