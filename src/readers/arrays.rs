//! A value of an Arrow array -> [`Cell`].

use super::cell::{Cell, Origin};
use crate::formats::text::nested::{place, push_value};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, DurationMicrosecondType,
    DurationMillisecondType, DurationNanosecondType, DurationSecondType, Float16Type, Float32Type, Float64Type,
    Int8Type, Int16Type, Int32Type, Int64Type, Time32MillisecondType, Time32SecondType, Time64MicrosecondType,
    Time64NanosecondType, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_cast::display::array_value_to_string;
use arrow_schema::{DataType, TimeUnit};

/// The value in a row.
pub fn cell(array: &ArrayRef, row: usize) -> Cell<'_> {
    if array.is_null(row) {
        return Cell::Null;
    }
    let text = |text| Cell::Text(std::borrow::Cow::Borrowed(text), Origin::String);
    match array.data_type() {
        DataType::Utf8 => text(array.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => text(array.as_string::<i64>().value(row)),
        DataType::Utf8View => text(array.as_string_view().value(row)),
        DataType::Boolean => Cell::Bool(array.as_boolean().value(row)),
        DataType::Binary => Cell::Binary(array.as_binary::<i32>().value(row)),
        DataType::LargeBinary => Cell::Binary(array.as_binary::<i64>().value(row)),
        DataType::BinaryView => Cell::Binary(array.as_binary_view().value(row)),
        DataType::FixedSizeBinary(_) => Cell::Binary(array.as_fixed_size_binary().value(row)),
        DataType::Dictionary(..) => cell(array.as_any_dictionary().values(), place(array, row)),
        data_type if data_type.is_temporal() => time(array, row),
        data_type if data_type.is_numeric() => number(array, row),
        _ => other(array, row),
    }
}

fn number(array: &ArrayRef, row: usize) -> Cell<'_> {
    macro_rules! of {
        ($ty:ty) => {
            array.as_primitive::<$ty>().value(row)
        };
    }
    match array.data_type() {
        DataType::Int8 => Cell::Int(of!(Int8Type).into()),
        DataType::Int16 => Cell::Int(of!(Int16Type).into()),
        DataType::Int32 => Cell::Int(of!(Int32Type).into()),
        DataType::Int64 => Cell::Int(of!(Int64Type).into()),
        DataType::UInt8 => Cell::Int(of!(UInt8Type).into()),
        DataType::UInt16 => Cell::Int(of!(UInt16Type).into()),
        DataType::UInt32 => Cell::Int(of!(UInt32Type).into()),
        DataType::UInt64 => Cell::Int(of!(UInt64Type).into()),
        DataType::Float16 => Cell::Float32(of!(Float16Type).to_f32()),
        DataType::Float32 => Cell::Float32(of!(Float32Type)),
        DataType::Float64 => Cell::Float(of!(Float64Type)),
        DataType::Decimal32(_, scale) => Cell::Decimal(of!(Decimal32Type).into(), *scale),
        DataType::Decimal64(_, scale) => Cell::Decimal(of!(Decimal64Type).into(), *scale),
        DataType::Decimal128(_, scale) => Cell::Decimal(of!(Decimal128Type), *scale),
        _ => other(array, row),
    }
}

fn time(array: &ArrayRef, row: usize) -> Cell<'_> {
    macro_rules! of {
        ($ty:ty) => {
            array.as_primitive::<$ty>().value(row)
        };
    }
    let scaled = |value: i64, unit: &TimeUnit| i128::from(value) * nanos(unit);
    match array.data_type() {
        DataType::Date32 => Cell::Date(of!(Date32Type).into()),
        DataType::Date64 => Cell::Instant(scaled(of!(Date64Type), &TimeUnit::Millisecond)),
        DataType::Time32(TimeUnit::Second) => Cell::Time(i64::from(of!(Time32SecondType)) * 1_000_000_000),
        DataType::Time32(_) => Cell::Time(i64::from(of!(Time32MillisecondType)) * 1_000_000),
        DataType::Time64(TimeUnit::Microsecond) => Cell::Time(of!(Time64MicrosecondType) * 1000),
        DataType::Time64(_) => Cell::Time(of!(Time64NanosecondType)),
        DataType::Timestamp(unit, _) => Cell::Instant(scaled(
            match unit {
                TimeUnit::Second => of!(TimestampSecondType),
                TimeUnit::Millisecond => of!(TimestampMillisecondType),
                TimeUnit::Microsecond => of!(TimestampMicrosecondType),
                TimeUnit::Nanosecond => of!(TimestampNanosecondType),
            },
            unit,
        )),
        DataType::Duration(unit) => Cell::Duration(scaled(
            match unit {
                TimeUnit::Second => of!(DurationSecondType),
                TimeUnit::Millisecond => of!(DurationMillisecondType),
                TimeUnit::Microsecond => of!(DurationMicrosecondType),
                TimeUnit::Nanosecond => of!(DurationNanosecondType),
            },
            unit,
        )),
        _ => other(array, row),
    }
}

/// Nanoseconds of a unit.
const fn nanos(unit: &TimeUnit) -> i128 {
    match unit {
        TimeUnit::Second => 1_000_000_000,
        TimeUnit::Millisecond => 1_000_000,
        TimeUnit::Microsecond => 1000,
        TimeUnit::Nanosecond => 1,
    }
}

/// Lists and structs of the types that are written here as JSON; whatever else there is as Arrow shows it.
fn other(array: &ArrayRef, row: usize) -> Cell<'_> {
    if is_writable(array.data_type()) {
        let mut text = Vec::new();
        push_value(array, row, &mut text);
        return Cell::Json(String::from_utf8_lossy(&text).into_owned().into());
    }
    match array_value_to_string(array, row) {
        Ok(text) => Cell::Text(text.into(), Origin::Literal),
        Err(error) => Cell::Text(format!("<{error}>").into(), Origin::String),
    }
}

/// Whether the formats of text write values of the type.
fn is_writable(data_type: &DataType) -> bool {
    use crate::formats::text::column::is_supported;
    data_type.is_nested() && is_supported(&arrow_schema::Field::new("", data_type.clone(), true))
}
