//! Spans of time: reading and writing them, adding them to instants, and the symbolic difference that `age` gives.

use super::calendar::{DAY, HOUR, MINUTE, SECOND, add_months, civil, month_days};
use super::number::rescale;
use super::parse::number;
use arrow_array::types::IntervalMonthDayNano;
use std::fmt::Write;

/// A calendar span: months, days and microseconds, each with its own sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::expr) struct Span {
    /// Whole months.
    pub(in crate::expr) months: i64,
    /// Whole days.
    pub(in crate::expr) days: i64,
    /// The rest, in microseconds.
    pub(in crate::expr) micros: i64,
}

impl Span {
    /// The exact length of a span without months; with months, `None`.
    pub(in crate::expr) fn exact(self) -> Option<i64> {
        (self.months == 0).then(|| self.days.checked_mul(DAY)?.checked_add(self.micros)).flatten()
    }

    /// The length with months of 30 days, cut to the longest duration.
    pub(in crate::expr) fn nominal(self) -> i64 {
        let days = self.months.saturating_mul(30).saturating_add(self.days);
        days.saturating_mul(DAY).saturating_add(self.micros)
    }

    /// As Arrow holds it; `None` when a part is out of range.
    pub(in crate::expr) fn to_arrow(self) -> Option<IntervalMonthDayNano> {
        let (months, days) = (self.months.try_into().ok()?, self.days.try_into().ok()?);
        Some(IntervalMonthDayNano { months, days, nanoseconds: self.micros.checked_mul(1000)? })
    }

    /// As Arrow holds it.
    pub(in crate::expr) fn from_arrow(value: IntervalMonthDayNano) -> Self {
        Self { months: value.months.into(), days: value.days.into(), micros: value.nanoseconds / 1000 }
    }

    /// The sum, part by part.
    pub(in crate::expr) fn add(self, other: Self) -> Option<Self> {
        Some(Self {
            months: self.months.checked_add(other.months)?,
            days: self.days.checked_add(other.days)?,
            micros: self.micros.checked_add(other.micros)?,
        })
    }

    /// Each part multiplied.
    pub(in crate::expr) fn times(self, factor: i64) -> Option<Self> {
        Some(Self {
            months: self.months.checked_mul(factor)?,
            days: self.days.checked_mul(factor)?,
            micros: self.micros.checked_mul(factor)?,
        })
    }
}

/// As [`checked_shift`], cut to the first and last instant.
pub(in crate::expr) fn shift(instant: i64, span: Span) -> i64 {
    checked_shift(instant, span).unwrap_or(if span.nominal() < 0 { i64::MIN } else { i64::MAX })
}

/// The instant a span later: first months (to the last day where the day does not exist), then days, then the rest.
fn checked_shift(instant: i64, span: Span) -> Option<i64> {
    let mut days = instant.div_euclid(DAY);
    if span.months != 0 {
        days = add_months(days, span.months);
    }
    days = days.checked_add(span.days)?;
    days.checked_mul(DAY)?.checked_add(instant.rem_euclid(DAY))?.checked_add(span.micros)
}

/// The units of an interval's text and what one of each is.
const UNITS: &[(&[&str], Span)] = &[
    (&["us", "usec", "usecs", "microsecond", "microseconds"], Span { months: 0, days: 0, micros: 1 }),
    (&["ms", "msec", "msecs", "millisecond", "milliseconds"], Span { months: 0, days: 0, micros: 1000 }),
    (&["s", "sec", "secs", "second", "seconds"], Span { months: 0, days: 0, micros: SECOND }),
    (&["m", "min", "mins", "minute", "minutes"], Span { months: 0, days: 0, micros: MINUTE }),
    (&["h", "hr", "hrs", "hour", "hours"], Span { months: 0, days: 0, micros: HOUR }),
    (&["d", "day", "days"], Span { months: 0, days: 1, micros: 0 }),
    (&["w", "week", "weeks"], Span { months: 0, days: 7, micros: 0 }),
    (&["mon", "mons", "month", "months"], Span { months: 1, days: 0, micros: 0 }),
    (&["quarter", "quarters"], Span { months: 3, days: 0, micros: 0 }),
    (&["y", "yr", "yrs", "year", "years"], Span { months: 12, days: 0, micros: 0 }),
    (&["decade", "decades"], Span { months: 120, days: 0, micros: 0 }),
    (&["century", "centuries"], Span { months: 1200, days: 0, micros: 0 }),
];

/// What one of a unit is.
pub(in crate::expr) fn unit(name: &str) -> Option<Span> {
    let name = name.to_ascii_lowercase();
    UNITS.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, span)| *span)
}

/// `amount` of a unit; a fraction of a month becomes days of a 30-day month, a fraction of a day becomes time.
pub(in crate::expr) fn amount(text: &str, unit: Span) -> Option<Span> {
    let (digits, scale) = number(text)?;
    let per = 10i128.checked_pow(u32::try_from(scale).unwrap_or(0))?;
    let digits = if scale < 0 { rescale(digits, scale, 0)? } else { digits };
    let part = |one: i64| digits.checked_mul(one.into());
    let (months, days, micros) = (part(unit.months)?, part(unit.days)?, part(unit.micros)?);
    let days = days.checked_add((months % per).checked_mul(30)?)?;
    let micros = micros.checked_add((days % per).checked_mul(DAY.into())?)?;
    Some(Span {
        months: (months / per).try_into().ok()?,
        days: (days / per).try_into().ok()?,
        micros: (micros / per).try_into().ok()?,
    })
}

/// Reads `1 year 2 months -3 days 04:05:06.5 [ago]`, `2 weeks`, `36h`.
pub(in crate::expr) fn parse(text: &str) -> Option<Span> {
    let spaced = spaced(text);
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    let ago = words.last().is_some_and(|word| word.eq_ignore_ascii_case("ago"));
    words.truncate(words.len() - usize::from(ago));
    let (mut sum, mut rest) = (Span::default(), words.as_slice());
    if rest.is_empty() {
        return None;
    }
    while let Some((word, tail)) = rest.split_first() {
        let (part, tail) = match tail.split_first() {
            _ if word.contains(':') => (clock(word)?, tail),
            Some((name, tail)) => (amount(word, unit(name)?)?, tail),
            None => return None,
        };
        (sum, rest) = (sum.add(part)?, tail);
    }
    if ago { sum.times(-1) } else { Some(sum) }
}

/// Parts numbers from units: `36h` -> `36 h`.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut digit = false;
    for c in text.chars() {
        if digit && c.is_alphabetic() {
            out.push(' ');
        }
        digit = c.is_ascii_digit() || c == '.';
        out.push(c);
    }
    out
}

fn clock(text: &str) -> Option<Span> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut parts = text.strip_prefix('+').unwrap_or(text).splitn(3, ':');
    let hours = amount(parts.next()?, unit("h")?)?;
    let minutes = amount(parts.next()?, unit("m")?)?;
    let seconds = amount(parts.next().unwrap_or("0"), unit("s")?)?;
    hours.add(minutes)?.add(seconds)?.times(sign)
}

/// Writes a span as PostgreSQL does: `1 year 2 mons -3 days +04:05:06.5`.
pub(in crate::expr) fn write(span: Span, out: &mut String) {
    let parts = [(span.months / 12, "year"), (span.months % 12, "mon"), (span.days, "day")];
    let mut negative_before = false;
    let start = out.len();
    for (count, name) in parts.into_iter().filter(|(count, _)| *count != 0) {
        let gap = if out.len() > start { " " } else { "" };
        let plus = if negative_before && count > 0 { "+" } else { "" };
        let plural = if count == 1 { "" } else { "s" };
        write!(out, "{gap}{plus}{count} {name}{plural}").expect("writing to a string cannot fail");
        negative_before = count < 0;
    }
    if span.micros != 0 || out.len() == start {
        let gap = if out.len() > start { " " } else { "" };
        let sign = if span.micros < 0 {
            "-"
        } else if negative_before {
            "+"
        } else {
            ""
        };
        out.push_str(gap);
        out.push_str(sign);
        write_clock(span.micros.unsigned_abs(), out);
    }
}

/// Writes `HH:MM:SS[.ffffff]` without trailing zeros.
pub(in crate::expr) fn write_clock(micros: u64, out: &mut String) {
    let (seconds, fraction) = (micros / SECOND as u64, micros % SECOND as u64);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    write!(out, "{hour:02}:{minute:02}:{second:02}").expect("writing to a string cannot fail");
    if fraction != 0 {
        write!(out, ".{fraction:06}").expect("writing to a string cannot fail");
        out.truncate(out.trim_end_matches('0').len());
    }
}

/// A duration as days and time.
pub(in crate::expr) fn of_duration(micros: i64) -> Span {
    Span { months: 0, days: micros / DAY, micros: micros % DAY }
}

/// The difference `later - earlier` in years, months, days and time, as a person counts it (PostgreSQL's `age`).
pub(in crate::expr) fn age(later: i64, earlier: i64) -> Span {
    if later < earlier {
        return age_forward(earlier, later, later).times(-1).unwrap_or_default();
    }
    age_forward(later, earlier, earlier)
}

/// `borrow` names the instant whose month lends its days.
fn age_forward(later: i64, earlier: i64, borrow: i64) -> Span {
    let (a, b) = (civil(later.div_euclid(DAY)), civil(earlier.div_euclid(DAY)));
    let mut micros = later.rem_euclid(DAY) - earlier.rem_euclid(DAY);
    let mut days = a.day - b.day;
    let mut months = (a.year - b.year) * 12 + a.month - b.month;
    if micros < 0 {
        micros += DAY;
        days -= 1;
    }
    let lender = civil(borrow.div_euclid(DAY));
    while days < 0 {
        days += month_days(lender.year, lender.month);
        months -= 1;
    }
    Span { months, days, micros }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::days;
    use super::*;

    fn text(span: Span) -> String {
        let mut out = String::new();
        write(span, &mut out);
        out
    }

    #[test]
    fn intervals_are_read_and_written() {
        let cases = [
            ("1 year 2 months -3 days 04:05:06.5", "1 year 2 mons -3 days +04:05:06.5"),
            ("36h", "36:00:00"),
            ("2 weeks", "14 days"),
            ("1.5 months", "1 mon 15 days"),
            ("1 day ago", "-1 days"),
            ("1.5 days", "1 day 12:00:00"),
            ("0 s", "00:00:00"),
        ];
        for (read, written) in cases {
            assert_eq!(parse(read).map(text).as_deref(), Some(written), "{read}");
        }
        assert_eq!(parse("two days"), None);
        assert_eq!(parse("3"), None);
    }

    #[test]
    fn ages_count_as_people_do() {
        let birth = days(1990, 5, 20) * DAY;
        assert_eq!(text(age(days(2024, 5, 19) * DAY, birth)), "33 years 11 mons 30 days");
        assert_eq!(text(age(birth, days(2024, 5, 20) * DAY)), "-34 years");
    }
}
