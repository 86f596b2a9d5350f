//! One value of a row, as its file has it: [`Cell`].

use std::borrow::Cow;
use std::fmt;

/// What is known of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The format has no types: the text may stand for anything (CSV, XML).
    Bare,
    /// The format has strings, in which dates, bytes and long numbers may hide (JSON, SQL).
    Literal,
    /// The column is one of strings.
    String,
}

/// A value as a file has it: typed, or text that stands for one.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// No value.
    Null,
    /// True or false.
    Bool(bool),
    /// An integer.
    Int(i128),
    /// An integer and the number of its digits behind the point.
    Decimal(i128, i8),
    /// A float of 64 bits.
    Float(f64),
    /// A float of 32 bits.
    Float32(f32),
    /// A number as it is written.
    Number(&'a str),
    /// Text.
    Text(Cow<'a, str>, Origin),
    /// Bytes, as hexadecimal digits.
    Hex(&'a str),
    /// Bytes.
    Binary(&'a [u8]),
    /// Days since 1970-01-01.
    Date(i64),
    /// Nanoseconds since midnight.
    Time(i64),
    /// Nanoseconds since 1970-01-01T00:00:00, in UTC where there is a time zone.
    Instant(i128),
    /// Nanoseconds.
    Duration(i128),
    /// A time of a spreadsheet: days since 1899-12-30.
    Serial(f64),
    /// A JSON document: an array or an object, or anything of a column of documents.
    Json(Cow<'a, str>),
    /// An array or object from a format without types, as JSON text: all leaves are strings that stand for anything, and
    /// members that are null may be left out.
    Markup(&'a str),
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::Decimal(value, scale) => decimal(*value, *scale, f),
            Self::Float(value) | Self::Serial(value) => write!(f, "{value:?}"),
            Self::Float32(value) => write!(f, "{value:?}"),
            Self::Number(text) | Self::Markup(text) => f.write_str(text),
            Self::Text(text, _) => shown(text, f),
            Self::Json(text) => f.write_str(text),
            Self::Hex(digits) => write!(f, "\\x{digits}"),
            Self::Binary(bytes) => {
                f.write_str("\\x")?;
                bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
            Self::Date(days) => date(*days, f),
            Self::Time(nanos) => clock(i128::from(*nanos), f),
            Self::Duration(nanos) => {
                f.write_str(if *nanos < 0 { "-" } else { "" })?;
                clock(nanos.abs(), f)
            }
            Self::Instant(nanos) => {
                date(nanos.div_euclid(DAY) as i64, f)?;
                f.write_str("T")?;
                clock(nanos.rem_euclid(DAY), f)
            }
        }
    }
}

/// Nanoseconds of a day.
const DAY: i128 = 86_400_000_000_000;

/// Text as it is, in quotes where it would be taken for something else.
fn shown(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let is_plain = !text.is_empty() && text != "null" && text.trim() == text && !text.contains(char::is_control);
    if is_plain { f.write_str(text) } else { write!(f, "{text:?}") }
}

fn decimal(value: i128, scale: i8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Some(places) = usize::try_from(scale).ok().filter(|places| *places > 0) else {
        let zeros = if value == 0 { 0 } else { usize::from(scale.unsigned_abs()) };
        return write!(f, "{value}{}", "0".repeat(zeros));
    };
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    write!(f, "{}{whole}.{fraction}", if value < 0 { "-" } else { "" })
}

fn date(days: i64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (year, month, day) = crate::formats::text::calendar::civil(days);
    let sign = if year < 0 { "-" } else { "" };
    write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
}

fn clock(nanos: i128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (seconds, fraction) = (nanos / 1_000_000_000, nanos % 1_000_000_000);
    write!(f, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)?;
    match fraction {
        0 => Ok(()),
        _ if fraction % 1_000_000 == 0 => write!(f, ".{:03}", fraction / 1_000_000),
        _ if fraction % 1000 == 0 => write!(f, ".{:06}", fraction / 1000),
        _ => write!(f, ".{fraction:09}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_shown_as_people_write_them() {
        let shown = |cell: Cell<'_>| cell.to_string();
        assert_eq!(shown(Cell::Decimal(-5, 2)), "-0.05");
        assert_eq!(shown(Cell::Decimal(1250, 2)), "12.50");
        assert_eq!(shown(Cell::Decimal(3, -2)), "300");
        assert_eq!(shown(Cell::Instant(-1000)), "1969-12-31T23:59:59.999999");
        assert_eq!(shown(Cell::Duration(-90_000_000_000)), "-00:01:30");
        assert_eq!(shown(Cell::Text("".into(), Origin::Bare)), "\"\"");
        assert_eq!(shown(Cell::Text("null".into(), Origin::Bare)), "\"null\"");
        assert_eq!(shown(Cell::Binary(b"\xff\x00")), "\\xff00");
    }
}
