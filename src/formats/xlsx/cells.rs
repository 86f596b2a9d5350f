//! A column of a batch in, its cells out: numbers with a style, booleans or text.

use super::styles::{SCALES, Style};
use crate::formats::shape::{fraction_digits, logical};
use crate::formats::text::calendar::{put_date, put_duration, put_time, put_timestamp};
use crate::formats::text::digits::{push_decimal, put_float, put_float32};
use crate::formats::text::nested::{push_binary, push_value};
use crate::formats::text::style::{BinaryText, Letters};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMicrosecondType, Float32Type, Float64Type, Int64Type, Time64MicrosecondType,
    TimestampMicrosecondType, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, DurationMicrosecondArray, Float32Array,
    Float64Array, Int64Array, StringArray, Time64MicrosecondArray, TimestampMicrosecondArray, UInt64Array,
};
use arrow_buffer::NullBuffer;
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Field};

/// Integers up to this one have no more digits than Excel keeps.
const LARGEST: u128 = 999_999_999_999_999;

/// The largest float that Excel takes.
const LARGEST_FLOAT: f64 = 9.999_999_999_999_99e307;

/// Days from 1899-12-30, on which Excel's calendar would begin if 1900 had not been a leap year to it, to 1970-01-01.
const EPOCH: i64 = 25_569;

/// The days of Excel's calendar that others agree with: 1900-03-01 to 9999-12-31.
const DAYS: std::ops::Range<i64> = 61..2_958_466;

const DAY: i64 = 86_400_000_000;

/// Binary values in cells.
const BASE64: BinaryText = BinaryText { open: "", letters: Letters::Base64, close: "" };

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// The number that has been written to the buffer; it shows about so many letters.
    Number(Style, usize),
    /// A boolean.
    Boolean(bool),
    /// Text.
    Text(&'a str),
    /// The text that has been written to the buffer.
    Written,
}

/// How the cells of a column are made.
#[derive(Debug, Clone)]
pub struct Kind {
    /// What arrays are cast to before.
    data_type: DataType,
    /// Whether values are written as JSON text, whatever they are.
    is_nested: bool,
    /// Digits behind the point of a second that every time shows.
    least: usize,
}

impl Kind {
    /// The way of a field that has passed the format's check.
    pub fn new(field: &Field) -> Self {
        let plain = logical(field.data_type());
        let is_nested = plain.is_nested();
        let data_type = match plain {
            DataType::UInt64 => DataType::UInt64,
            integer if integer.is_integer() => DataType::Int64,
            other => other.clone(),
        };
        Self { data_type, is_nested, least: fraction_digits(field).unwrap_or(0) }
    }

    /// The array in the form that [`Column::new`] takes.
    pub fn prepare(&self, array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
        if self.is_nested || array.data_type() == &self.data_type {
            Ok(array.clone())
        } else {
            cast(array, &self.data_type)
        }
    }
}

/// A column of a batch.
pub struct Column<'a> {
    nulls: Option<&'a NullBuffer>,
    values: Values<'a>,
    least: usize,
}

enum Values<'a> {
    Boolean(&'a BooleanArray),
    Integer(&'a Int64Array),
    Unsigned(&'a UInt64Array),
    Float(&'a Float64Array),
    Single(&'a Float32Array),
    Decimal(&'a Decimal128Array, i8),
    Date(&'a Date32Array),
    Time(&'a Time64MicrosecondArray),
    Timestamp(&'a TimestampMicrosecondArray, bool),
    Duration(&'a DurationMicrosecondArray),
    Text(&'a StringArray),
    Binary(&'a BinaryArray),
    Nested(&'a ArrayRef),
}

impl<'a> Column<'a> {
    /// A column that has been prepared by its kind.
    pub fn new(kind: &Kind, array: &'a ArrayRef) -> Self {
        let values = match array.data_type() {
            DataType::Boolean => Values::Boolean(array.as_boolean()),
            DataType::Int64 => Values::Integer(array.as_primitive::<Int64Type>()),
            DataType::UInt64 => Values::Unsigned(array.as_primitive::<UInt64Type>()),
            DataType::Float64 => Values::Float(array.as_primitive::<Float64Type>()),
            DataType::Float32 => Values::Single(array.as_primitive::<Float32Type>()),
            DataType::Decimal128(_, scale) => Values::Decimal(array.as_primitive::<Decimal128Type>(), *scale),
            DataType::Date32 => Values::Date(array.as_primitive::<Date32Type>()),
            DataType::Time64(_) => Values::Time(array.as_primitive::<Time64MicrosecondType>()),
            DataType::Timestamp(_, zone) => {
                Values::Timestamp(array.as_primitive::<TimestampMicrosecondType>(), zone.is_some())
            }
            DataType::Duration(_) => Values::Duration(array.as_primitive::<DurationMicrosecondType>()),
            DataType::Utf8 => Values::Text(array.as_string::<i32>()),
            DataType::Binary => Values::Binary(array.as_binary::<i32>()),
            _ => Values::Nested(array),
        };
        Self { nulls: array.nulls(), values, least: kind.least }
    }

    /// The cell of a row. Numbers, and texts that are made here, go to `buffer`, whose content is thrown away.
    #[inline]
    pub fn cell(&self, row: usize, buffer: &mut Vec<u8>) -> Cell<'a> {
        if self.nulls.is_some_and(|nulls| nulls.is_null(row)) {
            return Cell::Null;
        }
        buffer.clear();
        match &self.values {
            Values::Boolean(values) => Cell::Boolean(values.value(row)),
            Values::Integer(values) => integer(i128::from(values.value(row)), 0, buffer),
            Values::Unsigned(values) => integer(i128::from(values.value(row)), 0, buffer),
            Values::Decimal(values, scale) => integer(values.value(row), *scale, buffer),
            Values::Float(values) => float(values.value(row), |slot| put_float(slot, values.value(row)), buffer),
            Values::Single(values) => {
                float(values.value(row).into(), |slot| put_float32(slot, values.value(row)), buffer)
            }
            Values::Date(values) => date(i64::from(values.value(row)), buffer),
            Values::Time(values) => self.time(values.value(row), buffer),
            Values::Timestamp(values, utc) => self.timestamp(values.value(row), *utc, buffer),
            Values::Duration(values) => self.duration(values.value(row), buffer),
            Values::Text(values) => Cell::Text(values.value(row)),
            Values::Binary(values) => {
                push_binary(values.value(row), BASE64, buffer);
                Cell::Written
            }
            Values::Nested(values) => {
                push_value(values, row, buffer);
                Cell::Written
            }
        }
    }

    fn time(&self, micros: i64, buffer: &mut Vec<u8>) -> Cell<'a> {
        match (0..DAY).contains(&micros) {
            true => moment(micros, self.choose(micros, Style::TIME, Style::TIME_MILLIS), 8, buffer),
            false => written(buffer, |slot| put_time(slot, micros, self.least)),
        }
    }

    fn timestamp(&self, micros: i64, utc: bool, buffer: &mut Vec<u8>) -> Cell<'a> {
        let since = micros.saturating_add(EPOCH * DAY);
        // The last microseconds of the year 9999 are the year 10000 to a double.
        match DAYS.contains(&since.div_euclid(DAY)) && since as f64 / (DAY as f64) < DAYS.end as f64 {
            true => {
                let style = self.choose(micros, Style::TIMESTAMP, Style::TIMESTAMP_MILLIS);
                moment(since, style, 19, buffer)
            }
            false => written(buffer, |slot| put_timestamp(slot, micros, self.least, b'T', utc)),
        }
    }

    fn duration(&self, micros: i64, buffer: &mut Vec<u8>) -> Cell<'a> {
        match (0..DAYS.end * DAY).contains(&micros) {
            true => moment(micros, self.choose(micros, Style::DURATION, Style::DURATION_MILLIS), 9, buffer),
            false => written(buffer, |slot| put_duration(slot, micros)),
        }
    }

    /// The style for whole seconds, or the one with milliseconds where the column or the value asks for it.
    fn choose(&self, micros: i64, whole: Style, millis: Style) -> Style {
        if self.least == 0 && micros % 1_000_000 == 0 { whole } else { millis }
    }
}

/// A number of at most 15 digits, or the text of a longer one.
fn integer<'a>(value: i128, scale: i8, buffer: &mut Vec<u8>) -> Cell<'a> {
    push_decimal(buffer, value, scale);
    match u8::try_from(scale) {
        Ok(scale) if scale <= SCALES && value.unsigned_abs() <= LARGEST => {
            Cell::Number(Style::scale(scale), buffer.len())
        }
        _ => Cell::Written,
    }
}

/// A number, or the text of what Excel has no number for.
fn float<'a>(value: f64, put: impl Fn(&mut [u8; 32]) -> usize, buffer: &mut Vec<u8>) -> Cell<'a> {
    if value.is_finite() {
        let mut slot = [0; 32];
        let len = put(&mut slot);
        buffer.extend_from_slice(&slot[..len]);
    } else {
        let text = if value.is_nan() {
            "NaN"
        } else if value > 0.0 {
            "inf"
        } else {
            "-inf"
        };
        buffer.extend_from_slice(text.as_bytes());
    }
    // `General` shows eleven letters at most.
    if value.abs() <= LARGEST_FLOAT { Cell::Number(Style::GENERAL, buffer.len().min(11)) } else { Cell::Written }
}

fn date<'a>(days: i64, buffer: &mut Vec<u8>) -> Cell<'a> {
    match DAYS.contains(&(days + EPOCH)) {
        true => {
            push_decimal(buffer, i128::from(days + EPOCH), 0);
            Cell::Number(Style::DATE, 10)
        }
        false => written(buffer, |slot| put_date(slot, days)),
    }
}

/// Microseconds as days; the nearest double is within a microsecond up to the year 2079, within 20 up to 9999.
fn moment<'a>(micros: i64, style: Style, shown: usize, buffer: &mut Vec<u8>) -> Cell<'a> {
    let mut slot = [0; 32];
    let len = put_float(&mut slot, micros as f64 / DAY as f64);
    buffer.extend_from_slice(&slot[..len]);
    let has_millis = matches!(style, Style::TIMESTAMP_MILLIS | Style::TIME_MILLIS | Style::DURATION_MILLIS);
    Cell::Number(style, shown + if has_millis { 4 } else { 0 })
}

fn written<'a>(buffer: &mut Vec<u8>, put: impl Fn(&mut [u8; 64]) -> usize) -> Cell<'a> {
    let mut slot = [0; 64];
    let len = put(&mut slot);
    buffer.extend_from_slice(&slot[..len]);
    Cell::Written
}
