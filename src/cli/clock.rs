//! The system's clock -> the time, as drafts and sessions note it. No other command asks for it, but to say how long it took.

#![expect(clippy::disallowed_types, clippy::disallowed_methods, reason = "drafts and sessions have a date")]

use std::time::{Instant, SystemTime};

use crate::formats::text::calendar::civil;

/// The time as `2026-01-31T12:00:00Z`; a clock before 1970 is taken for 1970.
pub fn now() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    text(i64::try_from(since.as_secs()).unwrap_or(0))
}

/// Seconds since 1970 as text.
fn text(seconds: i64) -> String {
    let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// A moment from which time is measured.
pub fn stopwatch() -> Instant {
    Instant::now()
}

/// The day of an instant that [`now`] gave.
pub fn day(instant: &str) -> &str {
    &instant[..10]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_dates_and_times() {
        assert_eq!(text(0), "1970-01-01T00:00:00Z");
        assert_eq!(text(1_769_860_799), "2026-01-31T11:59:59Z");
    }
}
