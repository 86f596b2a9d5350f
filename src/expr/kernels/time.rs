//! Fields of instants and spans, truncation, and the texts of timestamps. A timestamp with a time zone is read in that zone when its
//! offset is fixed (`UTC`, `+02:00`); named zones with changing offsets are refused when the expression is compiled.

use super::calendar::{DAY, HOUR, MINUTE, SECOND, civil, days, iso_week, weekday};
use super::interval::{Span, write_clock};
use super::parse::zone_offset;
use super::text::write_date;
use arrow_schema::DataType;
use std::fmt::Write;

/// The offset of a type's time zone from UTC in microseconds; 0 for types without one, `None` where it is not fixed.
pub(in crate::expr) fn offset(data_type: &DataType) -> Option<i64> {
    match data_type {
        DataType::Timestamp(_, Some(zone)) => zone_offset(zone),
        _ => Some(0),
    }
}

/// Writes `YYYY-MM-DD HH:MM:SS[.ffffff]`, with the offset behind it where there is one.
pub(in crate::expr) fn write(value: i64, offset: Option<i64>, out: &mut String) {
    let local = value.saturating_add(offset.unwrap_or(0));
    write_date(local.div_euclid(DAY), out);
    out.push(' ');
    write_clock(local.rem_euclid(DAY).unsigned_abs(), out);
    if let Some(offset) = offset {
        let (sign, size) = (if offset < 0 { '-' } else { '+' }, offset.abs());
        write!(out, "{sign}{:02}", size / HOUR).expect("writing to a string cannot fail");
        if size % HOUR != 0 {
            write!(out, ":{:02}", size % HOUR / MINUTE).expect("writing to a string cannot fail");
        }
    }
}

/// The parts that `extract`, `date_part` and `date_trunc` name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::expr) enum Field {
    Millennium,
    Century,
    Decade,
    Year,
    IsoYear,
    Quarter,
    Month,
    Week,
    Day,
    DayOfWeek,
    IsoDayOfWeek,
    DayOfYear,
    Julian,
    Hour,
    Minute,
    Second,
    Millisecond,
    Microsecond,
    Epoch,
}

/// Every field with its names; the first is the usual one.
pub(in crate::expr) const FIELDS: &[(Field, &[&str])] = &[
    (Field::Millennium, &["millennium", "millenniums", "millennia", "mil"]),
    (Field::Century, &["century", "centuries", "cent"]),
    (Field::Decade, &["decade", "decades"]),
    (Field::Year, &["year", "years", "y", "yr", "yrs"]),
    (Field::IsoYear, &["isoyear"]),
    (Field::Quarter, &["quarter", "qtr"]),
    (Field::Month, &["month", "months", "mon", "mons"]),
    (Field::Week, &["week", "weeks", "isoweek", "w"]),
    (Field::Day, &["day", "days", "d"]),
    (Field::DayOfWeek, &["dow", "dayofweek"]),
    (Field::IsoDayOfWeek, &["isodow"]),
    (Field::DayOfYear, &["doy", "dayofyear"]),
    (Field::Julian, &["julian"]),
    (Field::Hour, &["hour", "hours", "h", "hr", "hrs"]),
    (Field::Minute, &["minute", "minutes", "min", "mins", "m"]),
    (Field::Second, &["second", "seconds", "sec", "secs", "s"]),
    (Field::Millisecond, &["milliseconds", "millisecond", "msec", "ms"]),
    (Field::Microsecond, &["microseconds", "microsecond", "usec", "us"]),
    (Field::Epoch, &["epoch"]),
];

impl Field {
    /// The field of a name, without regard to case.
    pub(in crate::expr) fn find(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        FIELDS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(field, _)| *field)
    }

    /// Whether a time of day has it.
    pub(in crate::expr) fn is_of_time(self) -> bool {
        use Field as F;
        matches!(self, F::Hour | F::Minute | F::Second | F::Millisecond | F::Microsecond | F::Epoch)
    }

    /// Whether a span has it.
    pub(in crate::expr) fn is_of_span(self) -> bool {
        use Field as F;
        let calendar =
            matches!(self, F::Millennium | F::Century | F::Decade | F::Year | F::Quarter | F::Month | F::Week | F::Day);
        calendar || self.is_of_time()
    }

    /// Precision and scale of the field's decimal values; `None` for whole numbers.
    pub(in crate::expr) fn decimal(self) -> Option<(u8, i8)> {
        match self {
            Self::Second => Some((8, 6)),
            Self::Millisecond => Some((8, 3)),
            Self::Epoch => Some((20, 6)),
            _ => None,
        }
    }
}

/// A field of a local instant; decimal fields in microseconds.
pub(in crate::expr) fn field(field: Field, instant: i64) -> i64 {
    let day = instant.div_euclid(DAY);
    let date = civil(day);
    match field {
        Field::Millennium => years_up(date.year, 1000),
        Field::Century => years_up(date.year, 100),
        Field::Decade => date.year.div_euclid(10),
        Field::Year => {
            if date.year > 0 {
                date.year
            } else {
                date.year - 1
            }
        }
        Field::IsoYear => iso_week(day).0,
        Field::Quarter => (date.month - 1) / 3 + 1,
        Field::Month => date.month,
        Field::Week => iso_week(day).1,
        Field::Day => date.day,
        Field::DayOfWeek => weekday(day),
        Field::IsoDayOfWeek => (weekday(day) + 6) % 7 + 1,
        Field::DayOfYear => day - days(date.year, 1, 1) + 1,
        Field::Julian => day + 2_440_588,
        Field::Epoch => instant,
        _ => clock(field, instant.rem_euclid(DAY)),
    }
}

/// A field of a time of day or of the clock part of a span.
fn clock(field: Field, micros: i64) -> i64 {
    match field {
        Field::Hour => micros / HOUR,
        Field::Minute => micros / MINUTE % 60,
        Field::Epoch => micros,
        _ => micros % MINUTE,
    }
}

/// Centuries and millennia begin with the year 1, and there is no year 0 between them.
fn years_up(year: i64, size: i64) -> i64 {
    if year > 0 { (year + size - 1) / size } else { -((size - year) / size) }
}

/// A field of a span; decimal fields in microseconds. A month counts 30 days and a year 365.25 in the epoch.
pub(in crate::expr) fn span_field(field: Field, span: Span) -> i64 {
    match field {
        Field::Millennium => span.months / 12_000,
        Field::Century => span.months / 1200,
        Field::Decade => span.months / 120,
        Field::Year => span.months / 12,
        Field::Quarter => span.months % 12 / 3 + 1,
        Field::Month => span.months % 12,
        Field::Week => span.days / 7,
        Field::Day => span.days,
        Field::Epoch => {
            let years = (span.months / 12).saturating_mul(DAY / 4 * 1461);
            let days = (span.months % 12 * 30 + span.days).saturating_mul(DAY);
            years.saturating_add(days).saturating_add(span.micros)
        }
        _ => clock(field, span.micros),
    }
}

/// The beginning of the field's period around a local instant, or the instant itself where that is out of range; `None` for fields that have no period.
pub(in crate::expr) fn truncate(field: Field, instant: i64) -> Option<i64> {
    let day = instant.div_euclid(DAY);
    let year = civil(day).year;
    let first = |year: i64, month: i64| days(year, month, 1);
    let start = match field {
        Field::Microsecond => return Some(instant),
        Field::Millisecond => return Some(instant.saturating_sub(instant.rem_euclid(1000))),
        Field::Second => return Some(instant.saturating_sub(instant.rem_euclid(SECOND))),
        Field::Minute => return Some(instant.saturating_sub(instant.rem_euclid(MINUTE))),
        Field::Hour => return Some(instant.saturating_sub(instant.rem_euclid(HOUR))),
        Field::Day => day,
        Field::Week => day - (weekday(day) + 6) % 7,
        Field::Month => first(year, civil(day).month),
        Field::Quarter => first(year, (civil(day).month - 1) / 3 * 3 + 1),
        Field::Year => first(year, 1),
        Field::Decade => first(year.div_euclid(10) * 10, 1),
        Field::Century => first((year - 1).div_euclid(100) * 100 + 1, 1),
        Field::Millennium => first((year - 1).div_euclid(1000) * 1000 + 1, 1),
        _ => return None,
    };
    Some(start.checked_mul(DAY).unwrap_or(instant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_agree_with_the_calendar() {
        let instant = days(2024, 12, 30) * DAY + 13 * HOUR + 5 * MINUTE + 6 * SECOND + 7;
        let cases = [
            (Field::Century, 21),
            (Field::Decade, 202),
            (Field::Quarter, 4),
            (Field::Week, 1),
            (Field::IsoYear, 2025),
            (Field::DayOfWeek, 1),
            (Field::DayOfYear, 365),
            (Field::Hour, 13),
            (Field::Second, 6_000_007),
        ];
        for (name, value) in cases {
            assert_eq!(field(name, instant), value, "{name:?}");
        }
    }

    #[test]
    fn truncation_finds_the_beginning() {
        let instant = days(2024, 8, 15) * DAY + HOUR;
        assert_eq!(truncate(Field::Week, instant), Some(days(2024, 8, 12) * DAY));
        assert_eq!(truncate(Field::Quarter, instant), Some(days(2024, 7, 1) * DAY));
        assert_eq!(truncate(Field::Century, instant), Some(days(2001, 1, 1) * DAY));
        assert_eq!(truncate(Field::Epoch, instant), None);
    }
}
