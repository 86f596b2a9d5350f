//! The types of expressions: names for messages, classes for the rules of operators, and the rules of decimal results.
//!
//! Decimal arithmetic is exact. With operands `decimal(p1,s1)` and `decimal(p2,s2)`:
//!
//! | operation | scale | precision |
//! |---|---|---|
//! | `+` `-` | max(s1, s2) | max(p1-s1, p2-s2) + scale + 1, at most 38 |
//! | `*` | s1 + s2 | p1 + p2; beyond 38 digits the scale gives way, down to max(s1, s2), by rounding |
//! | `/` | max(16, s1, s2); gives way down to max(6, s1, s2) for the digits before the point | p1 - s1 + s2 + scale, at most 38 |
//! | `%` | max(s1, s2) | min(p1-s1, p2-s2) + scale |
//!
//! Rounding is half away from zero, as PostgreSQL's `numeric` rounds. An integer beside a decimal counts as `decimal(n,0)` with the
//! digits of its type (3, 5, 10, 19, 20), a literal with its own digits.

use arrow_schema::{DataType, IntervalUnit, TimeUnit};

/// Most digits of a decimal.
pub(super) const MAX_DIGITS: u8 = 38;

/// Timestamps without a time zone.
pub(super) const TIMESTAMP: DataType = DataType::Timestamp(TimeUnit::Microsecond, None);
/// Times of day.
pub(super) const TIME: DataType = DataType::Time64(TimeUnit::Microsecond);
/// Durations: exact spans of time.
pub(super) const DURATION: DataType = DataType::Duration(TimeUnit::Microsecond);
/// Calendar intervals: months, days and a rest.
pub(super) const INTERVAL: DataType = DataType::Interval(IntervalUnit::MonthDayNano);

/// What the rules of operators and functions tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Null,
    Boolean,
    /// All integers up to 64 bits.
    Integer,
    Decimal,
    Float,
    /// Strings and dictionaries of strings.
    Text,
    Binary,
    Date,
    Time,
    Timestamp,
    Duration,
    Interval,
    /// Lists, structs and whatever else can only be passed through.
    Other,
}

/// The class of a type.
pub(super) fn class(data_type: &DataType) -> Class {
    use DataType as D;
    match data_type {
        D::Null => Class::Null,
        D::Boolean => Class::Boolean,
        D::Int8 | D::Int16 | D::Int32 | D::Int64 | D::UInt8 | D::UInt16 | D::UInt32 | D::UInt64 => Class::Integer,
        D::Decimal128(_, 0..) => Class::Decimal,
        D::Float32 | D::Float64 => Class::Float,
        D::Utf8 => Class::Text,
        D::Dictionary(_, value) if **value == D::Utf8 => Class::Text,
        D::Binary => Class::Binary,
        D::Date32 => Class::Date,
        D::Time64(TimeUnit::Microsecond) => Class::Time,
        D::Timestamp(TimeUnit::Microsecond, _) => Class::Timestamp,
        D::Duration(TimeUnit::Microsecond) => Class::Duration,
        D::Interval(IntervalUnit::MonthDayNano) => Class::Interval,
        _ => Class::Other,
    }
}

impl Class {
    /// Whether values are numbers.
    pub(super) fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::Decimal | Self::Float)
    }

    /// Whether values are spans of time.
    pub(super) fn is_span(self) -> bool {
        matches!(self, Self::Duration | Self::Interval)
    }
}

/// A type's name as the spec language writes it.
pub(super) fn name(data_type: &DataType) -> String {
    match data_type {
        DataType::Null => "null".to_owned(),
        DataType::Boolean => "bool".to_owned(),
        DataType::Utf8 => "string".to_owned(),
        DataType::Binary => "binary".to_owned(),
        DataType::Date32 => "date".to_owned(),
        DataType::Time64(_) => "time".to_owned(),
        DataType::Timestamp(_, None) => "timestamp".to_owned(),
        DataType::Timestamp(_, Some(zone)) => format!("timestamp({zone})"),
        DataType::Duration(_) => "duration".to_owned(),
        DataType::Interval(_) => "interval".to_owned(),
        DataType::Decimal128(precision, scale) => format!("decimal({precision},{scale})"),
        DataType::Dictionary(_, value) => name(value),
        DataType::List(_) => "list".to_owned(),
        DataType::Struct(_) => "struct".to_owned(),
        other => other.to_string().to_lowercase(),
    }
}

/// Precision and scale that hold every value of an integer or decimal type.
pub(super) fn digits(data_type: &DataType) -> Option<(u8, i8)> {
    match data_type {
        DataType::Int8 | DataType::UInt8 => Some((3, 0)),
        DataType::Int16 | DataType::UInt16 => Some((5, 0)),
        DataType::Int32 | DataType::UInt32 => Some((10, 0)),
        DataType::Int64 => Some((19, 0)),
        DataType::UInt64 => Some((20, 0)),
        DataType::Decimal128(precision, scale) => Some((*precision, *scale)),
        _ => None,
    }
}

/// Decimal digits of `value`, at least 1.
pub(super) fn digits_of(value: i128) -> u8 {
    value.unsigned_abs().checked_ilog10().map_or(1, |log| log as u8 + 1)
}

/// 10^`exponent`; the greatest `i128` beyond 38.
pub(super) fn pow10(exponent: u8) -> i128 {
    10i128.checked_pow(exponent.into()).unwrap_or(i128::MAX)
}

/// The type of a sum or difference.
pub(super) fn add_type((p1, s1): (u8, i8), (p2, s2): (u8, i8)) -> (u8, i8) {
    let scale = s1.max(s2);
    let whole = (p1 as i8 - s1).max(p2 as i8 - s2);
    (((whole + scale + 1) as u8).min(MAX_DIGITS), scale)
}

/// The type of a product.
pub(super) fn multiply_type((p1, s1): (u8, i8), (p2, s2): (u8, i8)) -> (u8, i8) {
    let full = i16::from(p1) + i16::from(p2);
    let exact = i16::from(s1) + i16::from(s2);
    let whole = full - exact;
    let scale = if full <= 38 { exact } else { (38 - whole).clamp(s1.max(s2).into(), exact.min(38)) };
    (full.min(38) as u8, scale as i8)
}

/// The type of a quotient.
pub(super) fn divide_type((p1, s1): (u8, i8), (_, s2): (u8, i8)) -> (u8, i8) {
    let whole = (i16::from(p1) - i16::from(s1) + i16::from(s2)).max(1);
    let least = i16::from(s1.max(s2).max(6));
    let scale = (38 - whole).clamp(least, least.max(16));
    ((whole + scale).min(38) as u8, scale as i8)
}

/// The type of a remainder.
pub(super) fn modulo_type((p1, s1): (u8, i8), (p2, s2): (u8, i8)) -> (u8, i8) {
    let scale = s1.max(s2);
    let whole = (p1 as i8 - s1).min(p2 as i8 - s2);
    (((whole + scale).max(1) as u8).min(MAX_DIGITS), scale)
}

/// The type that holds the values of both, where one exists; the rule behind `case`, `coalesce`, `in`, `greatest` and comparisons.
pub(super) fn common(left: &DataType, right: &DataType) -> Option<DataType> {
    use Class as C;
    Some(match (class(left), class(right)) {
        (C::Null, _) => plain(right),
        (_, C::Null) => plain(left),
        (C::Integer, C::Integer) if left == right => left.clone(),
        (C::Integer, C::Integer) if ![left, right].contains(&&DataType::UInt64) => DataType::Int64,
        (C::Integer | C::Decimal, C::Integer | C::Decimal) => common_decimal(digits(left)?, digits(right)?),
        (a, b) if a.is_numeric() && b.is_numeric() => DataType::Float64,
        (C::Date, C::Timestamp) => right.clone(),
        (C::Timestamp, C::Date) => left.clone(),
        (C::Timestamp, C::Timestamp) if left != right => utc(),
        (C::Duration, C::Interval) | (C::Interval, C::Duration) => INTERVAL,
        (C::Text, C::Text) => DataType::Utf8,
        (a, b) if a == b && left == right => left.clone(),
        _ => return None,
    })
}

fn common_decimal((p1, s1): (u8, i8), (p2, s2): (u8, i8)) -> DataType {
    let scale = s1.max(s2);
    let whole = (p1 as i8 - s1).max(p2 as i8 - s2);
    DataType::Decimal128(((whole + scale) as u8).min(MAX_DIGITS), scale)
}

/// Timestamps in UTC.
pub(super) fn utc() -> DataType {
    DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))
}

/// A type without its dictionary.
pub(super) fn plain(data_type: &DataType) -> DataType {
    match data_type {
        DataType::Dictionary(_, value) => (**value).clone(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_results_follow_the_table() {
        assert_eq!(multiply_type((5, 0), (10, 2)), (15, 2));
        assert_eq!(multiply_type((38, 10), (38, 10)), (38, 10));
        assert_eq!(add_type((10, 2), (5, 0)), (11, 2));
        assert_eq!(divide_type((10, 2), (5, 0)), (24, 16));
        assert_eq!(divide_type((38, 10), (38, 10)), (38, 10));
        assert_eq!(modulo_type((10, 2), (3, 0)), (5, 2));
    }
}
