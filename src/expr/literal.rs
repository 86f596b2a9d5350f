//! A single value: what a constant name resolves to and what a constant expression comes to.

use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMicrosecondType, Float64Type, Int64Type, IntervalMonthDayNanoType,
    Time64MicrosecondType, TimestampMicrosecondType, UInt64Type,
};
use arrow_array::{Array, ArrayRef, BinaryArray, BooleanArray, NullArray, PrimitiveArray, StringArray, cast::AsArray};
use arrow_cast::cast;
use arrow_schema::{DataType, IntervalUnit, TimeUnit};
use std::sync::Arc;

/// A value that does not depend on the row.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// No value.
    Null,
    /// A truth value.
    Boolean(bool),
    /// A signed integer.
    Int(i64),
    /// An unsigned integer.
    UInt(u64),
    /// An exact decimal: `value` / 10^`scale`.
    Decimal {
        /// All digits.
        value: i128,
        /// Digits at most, 1 to 38.
        precision: u8,
        /// Digits behind the point.
        scale: i8,
    },
    /// A binary floating-point number.
    Float(f64),
    /// A string.
    Text(String),
    /// Bytes.
    Binary(Vec<u8>),
    /// Days since 1970-01-01.
    Date(i32),
    /// Microseconds since midnight.
    Time(i64),
    /// Microseconds since 1970-01-01T00:00:00, in UTC when there is a time zone.
    Timestamp(i64, Option<Arc<str>>),
    /// Microseconds.
    Duration(i64),
    /// A calendar interval.
    Interval {
        /// Whole months.
        months: i32,
        /// Whole days.
        days: i32,
        /// Nanoseconds.
        nanoseconds: i64,
    },
}

impl Literal {
    /// This value as a number, if it is one.
    pub fn as_f64(&self) -> Option<f64> {
        match *self {
            Self::Int(value) => Some(value as f64),
            Self::UInt(value) => Some(value as f64),
            Self::Float(value) => Some(value),
            Self::Decimal { value, scale, .. } => Some(super::kernels::number::decimal_to_float(value, scale)),
            _ => None,
        }
    }

    /// This value as an integer, if it is a whole number.
    pub fn as_integer(&self) -> Option<i128> {
        match *self {
            Self::Int(value) => Some(value.into()),
            Self::UInt(value) => Some(value.into()),
            Self::Decimal { value, scale, .. } => {
                let unit = 10i128.checked_pow(u32::try_from(scale).ok()?)?;
                (value % unit == 0).then_some(value / unit)
            }
            Self::Float(value) if value.abs() < 1e38 && value == value.trunc() => Some(value as i128),
            _ => None,
        }
    }

    /// A one-row array with this value.
    pub(super) fn to_array(&self) -> ArrayRef {
        match self {
            Self::Null => Arc::new(NullArray::new(1)),
            Self::Boolean(value) => Arc::new(BooleanArray::from(vec![*value])),
            Self::Int(value) => Arc::new(PrimitiveArray::<Int64Type>::from_value(*value, 1)),
            Self::UInt(value) => Arc::new(PrimitiveArray::<UInt64Type>::from_value(*value, 1)),
            Self::Float(value) => Arc::new(PrimitiveArray::<Float64Type>::from_value(*value, 1)),
            Self::Decimal { value, precision, scale } => Arc::new(
                PrimitiveArray::<Decimal128Type>::from_value(*value, 1)
                    .with_data_type(DataType::Decimal128(*precision, *scale)),
            ),
            Self::Text(value) => Arc::new(StringArray::from(vec![value.as_str()])),
            Self::Binary(value) => Arc::new(BinaryArray::from(vec![value.as_slice()])),
            _ => self.time_array(),
        }
    }

    fn time_array(&self) -> ArrayRef {
        match self {
            Self::Date(value) => Arc::new(PrimitiveArray::<Date32Type>::from_value(*value, 1)),
            Self::Time(value) => Arc::new(PrimitiveArray::<Time64MicrosecondType>::from_value(*value, 1)),
            Self::Timestamp(value, zone) => Arc::new(
                PrimitiveArray::<TimestampMicrosecondType>::from_value(*value, 1).with_timezone_opt(zone.clone()),
            ),
            Self::Duration(value) => Arc::new(PrimitiveArray::<DurationMicrosecondType>::from_value(*value, 1)),
            Self::Interval { months, days, nanoseconds } => {
                let value = IntervalMonthDayNanoType::make_value(*months, *days, *nanoseconds);
                Arc::new(PrimitiveArray::<IntervalMonthDayNanoType>::from_value(value, 1))
            }
            _ => Arc::new(NullArray::new(1)),
        }
    }

    /// The value of a one-row array.
    pub(super) fn from_array(array: &ArrayRef) -> Self {
        if array.logical_null_count() == 1 {
            return Self::Null;
        }
        match array.data_type() {
            DataType::Boolean => Self::Boolean(array.as_boolean().value(0)),
            DataType::UInt64 => Self::UInt(array.as_primitive::<UInt64Type>().value(0)),
            DataType::Decimal128(precision, scale) => Self::Decimal {
                value: array.as_primitive::<Decimal128Type>().value(0),
                precision: *precision,
                scale: *scale,
            },
            DataType::Utf8 => Self::Text(array.as_string::<i32>().value(0).to_owned()),
            DataType::Binary => Self::Binary(array.as_binary::<i32>().value(0).to_owned()),
            DataType::Float64 => Self::Float(array.as_primitive::<Float64Type>().value(0)),
            DataType::Int64 => Self::Int(array.as_primitive::<Int64Type>().value(0)),
            _ => Self::from_time_array(array),
        }
    }

    fn from_time_array(array: &ArrayRef) -> Self {
        match array.data_type() {
            DataType::Date32 => Self::Date(array.as_primitive::<Date32Type>().value(0)),
            DataType::Time64(TimeUnit::Microsecond) => {
                Self::Time(array.as_primitive::<Time64MicrosecondType>().value(0))
            }
            DataType::Timestamp(TimeUnit::Microsecond, zone) => {
                Self::Timestamp(array.as_primitive::<TimestampMicrosecondType>().value(0), zone.clone())
            }
            DataType::Duration(TimeUnit::Microsecond) => {
                Self::Duration(array.as_primitive::<DurationMicrosecondType>().value(0))
            }
            DataType::Interval(IntervalUnit::MonthDayNano) => {
                let value = array.as_primitive::<IntervalMonthDayNanoType>().value(0);
                Self::Interval { months: value.months, days: value.days, nanoseconds: value.nanoseconds }
            }
            other => Self::from_other_array(array, other),
        }
    }

    /// Narrow numbers and dictionaries are widened first.
    fn from_other_array(array: &ArrayRef, data_type: &DataType) -> Self {
        let wide = match data_type {
            DataType::Int8 | DataType::Int16 | DataType::Int32 => DataType::Int64,
            DataType::UInt8 | DataType::UInt16 | DataType::UInt32 => DataType::UInt64,
            DataType::Float32 => DataType::Float64,
            DataType::Dictionary(_, value) => (**value).clone(),
            _ => return Self::Null,
        };
        cast(array, &wide).map_or(Self::Null, |array| Self::from_array(&array))
    }
}
