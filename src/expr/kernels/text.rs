//! Functions of single strings, and the texts of values of every type. Characters are Unicode scalar values.

use super::calendar::civil;
use super::interval::{self, Span, of_duration};
use super::number::{write_decimal, write_float};
use super::{Column, time};
use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMicrosecondType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, IntervalMonthDayNanoType, Time64MicrosecondType, TimestampMicrosecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrowPrimitiveType, cast::AsArray};
use arrow_schema::DataType;
use std::fmt::Write;

/// Writes a row's value into a text; `None` for null.
pub(in crate::expr) type Writer<'a> = Box<dyn Fn(usize, &mut String) -> Option<()> + 'a>;

/// The writer of a column of a type, chosen once for all its rows.
pub(in crate::expr) fn writer<'a>(column: &'a Column, data_type: &DataType) -> Writer<'a> {
    use DataType as D;
    match data_type {
        D::Int8 => integers::<Int8Type>(column),
        D::Int16 => integers::<Int16Type>(column),
        D::Int32 => integers::<Int32Type>(column),
        D::Int64 => integers::<Int64Type>(column),
        D::UInt8 => integers::<UInt8Type>(column),
        D::UInt16 => integers::<UInt16Type>(column),
        D::UInt32 => integers::<UInt32Type>(column),
        D::UInt64 => integers::<UInt64Type>(column),
        D::Utf8 => {
            let texts = column.texts();
            Box::new(move |row, out| texts.get(row).map(|text| out.push_str(text)))
        }
        D::Boolean => {
            let (values, constant) = (column.array.as_boolean(), column.constant);
            Box::new(move |row, out| {
                let row = if constant { 0 } else { row };
                values.is_valid(row).then(|| out.push_str(if values.value(row) { "true" } else { "false" }))
            })
        }
        D::Decimal128(_, scale) => {
            let scale = *scale;
            with::<Decimal128Type>(column, move |value, out| write_decimal(value, scale, out))
        }
        D::Float32 => with::<Float32Type>(column, |value, out| {
            write_float(f64::from(value), &format!("{value:e}"), out);
        }),
        D::Float64 => with::<Float64Type>(column, |value, out| write_float(value, &format!("{value:e}"), out)),
        other => time_writer(column, other),
    }
}

fn time_writer<'a>(column: &'a Column, data_type: &DataType) -> Writer<'a> {
    match data_type {
        DataType::Date32 => with::<Date32Type>(column, |value, out| write_date(value.into(), out)),
        DataType::Time64(_) => with::<Time64MicrosecondType>(column, |value, out| {
            interval::write_clock(value.unsigned_abs(), out);
        }),
        DataType::Timestamp(_, zone) => {
            let offset = time::offset(data_type).unwrap_or(0);
            let zoned = zone.is_some();
            with::<TimestampMicrosecondType>(column, move |value, out| time::write(value, zoned.then_some(offset), out))
        }
        DataType::Duration(_) => {
            with::<DurationMicrosecondType>(column, |value, out| interval::write(of_duration(value), out))
        }
        DataType::Interval(_) => with::<IntervalMonthDayNanoType>(column, |value, out| {
            interval::write(Span::from_arrow(value), out);
        }),
        _ => Box::new(|_, _| None),
    }
}

fn integers<T: ArrowPrimitiveType>(column: &Column) -> Writer<'_>
where
    T::Native: std::fmt::Display,
{
    with::<T>(column, |value, out| write!(out, "{value}").expect("writing to a string cannot fail"))
}

fn with<T: ArrowPrimitiveType>(column: &Column, f: impl Fn(T::Native, &mut String) + 'static) -> Writer<'_> {
    let numbers = column.numbers::<T>();
    Box::new(move |row, out| numbers.get(row).map(|value| f(value, out)))
}

/// Writes `YYYY-MM-DD`; years before 1 as PostgreSQL does, with ` BC`.
pub(in crate::expr) fn write_date(days: i64, out: &mut String) {
    let date = civil(days);
    let (year, era) = if date.year > 0 { (date.year, "") } else { (1 - date.year, " BC") };
    write!(out, "{year:04}-{:02}-{:02}{era}", date.month, date.day).expect("writing to a string cannot fail");
}

/// Writes bytes as lower-case hexadecimal.
pub(in crate::expr) fn write_hex(bytes: &[u8], out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        out.push(DIGITS[usize::from(byte >> 4)].into());
        out.push(DIGITS[usize::from(byte & 15)].into());
    }
}

/// The first letter of each word in upper case, the rest in lower case; a word is a run of letters and digits.
pub(in crate::expr) fn initcap(text: &str, out: &mut String) {
    let mut inside = false;
    for c in text.chars() {
        if inside {
            out.extend(c.to_lowercase())
        } else {
            out.extend(c.to_uppercase())
        }
        inside = c.is_alphanumeric();
    }
}

/// The byte offset of character number `chars`, the text's length when it is shorter.
fn offset(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

/// `length` characters from `start` (from 1; places before the first count), all the rest without a length. `None` for a negative length.
pub(in crate::expr) fn substring(text: &str, start: i64, length: Option<i64>) -> Option<&str> {
    let end = match length {
        Some(length) if length < 0 => return None,
        Some(length) => start.saturating_add(length),
        None => i64::MAX,
    };
    let (start, end) = (start.max(1), end.max(1));
    let from = &text[offset(text, clamp(start - 1))..];
    Some(&from[..offset(from, clamp(end.saturating_sub(start)))])
}

fn clamp(count: i64) -> usize {
    usize::try_from(count.max(0)).unwrap_or(usize::MAX)
}

/// The first `count` characters; all but the last `-count` when it is negative.
pub(in crate::expr) fn left(text: &str, count: i64) -> &str {
    let count =
        if count < 0 { text.chars().count().saturating_sub(clamp(count.saturating_neg())) } else { clamp(count) };
    &text[..offset(text, count)]
}

/// The last `count` characters; all but the first `-count` when it is negative.
pub(in crate::expr) fn right(text: &str, count: i64) -> &str {
    let skip =
        if count < 0 { clamp(count.saturating_neg()) } else { text.chars().count().saturating_sub(clamp(count)) };
    &text[offset(text, skip)..]
}

/// Writes the text, filled up to `length` characters with `fill` on one side, or cut to `length` on the right. `None` beyond the limit
/// on string lengths.
pub(in crate::expr) fn pad(text: &str, length: i64, fill: &str, on_left: bool, out: &mut String) -> Option<()> {
    let (length, present) = (clamp(length), text.chars().count());
    if length > super::MAX_TEXT {
        return None;
    }
    let filler = fill.chars().cycle().take(length.saturating_sub(present));
    if on_left {
        out.extend(filler);
        out.push_str(&text[..offset(text, length)]);
    } else {
        out.push_str(&text[..offset(text, length)]);
        out.extend(filler);
    }
    Some(())
}

/// The 1-based position of `part` in characters, 0 when it is not there.
pub(in crate::expr) fn position(text: &str, part: &str) -> i64 {
    text.find(part).map_or(0, |at| text[..at].chars().count() as i64 + 1)
}

/// Field number `n` (from 1, or from -1 backwards) between separators; empty when there is none; `None` for 0.
pub(in crate::expr) fn split_part<'a>(text: &'a str, separator: &str, n: i64) -> Option<&'a str> {
    if separator.is_empty() {
        return (n != 0).then_some(if n.abs() == 1 { text } else { "" });
    }
    let skip = clamp(n.saturating_abs() - 1);
    match n {
        0 => None,
        1.. => Some(text.split(separator).nth(skip).unwrap_or("")),
        _ => Some(text.rsplit(separator).nth(skip).unwrap_or("")),
    }
}

/// Writes the text with each character of `from` turned into the one at the same place of `to`, or dropped when there is none.
pub(in crate::expr) fn translate(text: &str, from: &str, to: &str, out: &mut String) {
    for c in text.chars() {
        match from.chars().position(|wanted| wanted == c) {
            None => out.push(c),
            Some(at) => out.extend(to.chars().nth(at)),
        }
    }
}

/// Writes the text `count` times. `None` beyond the limit on string lengths.
pub(in crate::expr) fn repeat(text: &str, count: i64, out: &mut String) -> Option<()> {
    let count = clamp(count);
    let fits = text.len().checked_mul(count).is_some_and(|length| length <= super::MAX_TEXT);
    fits.then(|| (0..count).for_each(|_| out.push_str(text)))
}

/// Writes the text with every `from` replaced; an empty `from` changes nothing. `None` beyond the limit on string lengths.
pub(in crate::expr) fn replace(text: &str, from: &str, to: &str, out: &mut String) -> Option<()> {
    if from.is_empty() {
        out.push_str(text);
        return Some(());
    }
    let mut parts = text.split(from);
    out.push_str(parts.next().unwrap_or(""));
    for part in parts {
        out.push_str(to);
        out.push_str(part);
        if out.len() > super::MAX_TEXT {
            return None;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn substrings_count_characters_and_places_before_the_first() {
        assert_eq!(substring("größe", 3, Some(2)), Some("öß"));
        assert_eq!(substring("abc", -1, Some(3)), Some("a"));
        assert_eq!(substring("abc", 0, None), Some("abc"));
        assert_eq!(substring("abc", 9, None), Some(""));
        assert_eq!(substring("abc", 1, Some(-1)), None);
        assert_eq!(substring("abc", i64::MAX, Some(i64::MAX)), Some(""));
        assert_eq!(substring("abc", i64::MIN, Some(i64::MAX)), Some(""));
    }

    #[test]
    fn ends_and_parts_are_counted_from_both_sides() {
        assert_eq!((left("abc", -1), right("abc", -1), left("abc", 9), right("abc", 0)), ("ab", "bc", "abc", ""));
        assert_eq!((split_part("a,b,c", ",", 2), split_part("a,b,c", ",", -1)), (Some("b"), Some("c")));
        assert_eq!((split_part("a,b", ",", 3), split_part("a,b", ",", 0)), (Some(""), None));
        assert_eq!((left("abc", i64::MIN), right("abc", i64::MIN)), ("", ""));
    }

    #[test]
    fn words_are_capitalised_and_padded() {
        let mut out = String::new();
        initcap("élan VITAL o'neil 3rd", &mut out);
        assert_eq!(out, "Élan Vital O'Neil 3rd");
        out.clear();
        pad("7", 3, "ab", true, &mut out);
        assert_eq!(out, "ab7");
        out.clear();
        assert_eq!(pad("x", i64::MAX, " ", true, &mut out), None);
    }
}
