//! The time, as drafts and sessions note it. No other command asks for it, but to say how long it took.

#![expect(clippy::disallowed_types, clippy::disallowed_methods, reason = "a draft writes today's date into its spec")]

use std::time::SystemTime;

use crate::formats::text::calendar::civil;

/// Now, as `2026-01-31T12:00:00Z`.
pub fn now() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let (year, month, day) = civil((since / 86_400) as i64);
    let (hour, minute, second) = (since / 3600 % 24, since / 60 % 60, since % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The day of an instant that [`now`] gave.
pub fn day(instant: &str) -> &str {
    &instant[..10]
}
