//! The calendar: days and what one reaches from them by months and years.

use std::fmt;

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 1970-01-01.
    days: i64,
}

impl Date {
    /// A day by its year, month and day, both from 1; none where there is no such day, or a year beyond 1 to 9999.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then(|| Self { days: days_from_civil(year, month, day) })
    }

    /// A day from `2024-07-01`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.split('-').map(|part| part.parse().ok());
        Self::new(parts.next()??, parts.next()??, parts.next()??)
    }

    /// Its year, month and day.
    pub fn ymd(self) -> (i64, i64, i64) {
        civil(self.days)
    }

    /// Its year.
    pub fn year(self) -> i64 {
        self.ymd().0
    }

    /// So many days later, or earlier.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        // Far beyond what anybody means, and still within the calendar.
        Self { days: self.days.saturating_add(days).clamp(-719_162, 2_932_896) }
    }

    /// So many months later, or earlier; at most the month's last day.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let (year, month, day) = self.ymd();
        let index = (year * 12 + month - 1).saturating_add(months).clamp(12, 9999 * 12 + 11);
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
        Self { days: days_from_civil(year, month, day.min(days_in(year, month))) }
    }

    /// The first day of its month.
    #[must_use]
    pub fn month_start(self) -> Self {
        self.plus_days(1 - self.ymd().2)
    }

    /// The first day of its year.
    #[must_use]
    pub fn year_start(self) -> Self {
        let (_, month, _) = self.ymd();
        self.month_start().plus_months(1 - month)
    }

    /// The Monday of its week.
    #[must_use]
    pub fn week_start(self) -> Self {
        self.plus_days(-(self.days + 3).rem_euclid(7))
    }

    /// Days from another day to this one.
    pub fn since(self, other: Self) -> i64 {
        self.days - other.days
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The same page's `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, of_year - (153 * shifted_month + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_where_they_end() {
        let date = |text: &str| Date::parse(text).expect(text);
        assert_eq!(date("2024-01-31").plus_months(1).to_string(), "2024-02-29");
        assert_eq!(date("2024-07-01").plus_months(-3).to_string(), "2024-04-01");
        assert_eq!(date("2024-07-03").week_start().to_string(), "2024-07-01");
        assert_eq!(date("2024-07-03").year_start().to_string(), "2024-01-01");
        assert_eq!(date("2024-12-31").plus_days(1).to_string(), "2025-01-01");
        assert_eq!(Date::parse("2023-02-29"), None);
        assert_eq!(date("2024-01-01").plus_months(i64::MIN).year(), 1);
    }
}
