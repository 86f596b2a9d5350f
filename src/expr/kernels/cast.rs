//! Casts over columns. A value that the target cannot hold becomes null. Fractions round half away from zero.

#![expect(clippy::useless_conversion, reason = "the macros expand for many widths, `i128` among them")]

use super::arithmetic::exact_type;
use super::calendar::DAY;
use super::interval::{Span, of_duration};
use super::number::{decimal_to_float, float_to_decimal, rescale};
use super::{Kernel, build, build_bool, build_text, checked1, interval, map1, parse, time, typed};
use crate::expr::types::{Class, INTERVAL, class, digits, pow10};
use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMicrosecondType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, IntervalMonthDayNanoType, Time64MicrosecondType, TimestampMicrosecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrowPrimitiveType, BinaryArray, PrimitiveArray, cast::AsArray};
use arrow_schema::DataType;
use std::sync::Arc;

/// The cast between two types, dictionaries aside; `None` where there is none. `proven` promises that no value fails.
pub(in crate::expr) fn kernel(from: &DataType, to: &DataType, proven: bool) -> Option<Kernel> {
    use Class as C;
    Some(match (class(from), class(to)) {
        (C::Text, _) => return from_text(to),
        (C::Binary, C::Text) => hex_text(),
        (_, C::Text) if class(from) != C::Other => to_text(from),
        (C::Integer | C::Decimal, C::Integer | C::Decimal) => exact(from, to, proven),
        (C::Integer | C::Decimal, C::Float) => exact_to_float(from, to),
        (C::Float, C::Integer | C::Decimal) => float_to_exact(from, to),
        (C::Float, C::Float) => float_to_float(from),
        (C::Boolean, C::Integer) => boolean_to_integer(to),
        (C::Integer, C::Boolean) => exact_type!(from, F => integer_to_boolean::<F>()),
        (C::Date | C::Timestamp | C::Time, _) => return from_time(from, to),
        (C::Duration, C::Interval) => span_map::<DurationMicrosecondType>(of_duration),
        (C::Interval, C::Duration) => Arc::new(|args, _| {
            Arc::new(checked1::<IntervalMonthDayNanoType, DurationMicrosecondType>(&args[0], |value| {
                Some(Span::from_arrow(value).nominal())
            }))
        }),
        _ => return None,
    })
}

/// The cast of strings to a dictionary of strings.
pub(in crate::expr) fn to_dictionary(to: DataType) -> Kernel {
    Arc::new(move |args, rows| {
        let cast = arrow_cast::cast(&args[0].array, &to);
        cast.unwrap_or_else(|_| arrow_array::new_null_array(&to, rows))
    })
}

fn scale_of(data_type: &DataType) -> i8 {
    digits(data_type).map_or(0, |(_, scale)| scale)
}

/// One above the greatest magnitude of a decimal; no limit for the other types, whose own range is the limit.
fn limit_of(data_type: &DataType) -> u128 {
    match data_type {
        DataType::Decimal128(precision, _) => pow10(*precision).unsigned_abs(),
        _ => u128::MAX,
    }
}

fn exact(from: &DataType, to: &DataType, proven: bool) -> Kernel {
    let scales = (scale_of(from), scale_of(to));
    exact_type!(from, F => exact_type!(to, T => exact_loop::<F, T>(scales, to.clone(), proven)))
}

fn exact_loop<F: ArrowPrimitiveType, T: ArrowPrimitiveType>(
    (from, to): (i8, i8),
    result: DataType,
    proven: bool,
) -> Kernel
where
    F::Native: Into<i128>,
    T::Native: TryFrom<i128>,
{
    if proven && to >= from {
        let up = pow10((to - from) as u8);
        return Arc::new(move |args, _| {
            let one = |value: F::Native| T::Native::try_from(value.into().wrapping_mul(up)).unwrap_or_default();
            typed(map1::<F, T>(&args[0], one), &result)
        });
    }
    let limit = limit_of(&result);
    Arc::new(move |args, _| {
        let one = |value: F::Native| {
            let value = rescale(value.into(), from.into(), to.into())?;
            T::Native::try_from(value).ok().filter(|_| value.unsigned_abs() < limit)
        };
        typed(checked1::<F, T>(&args[0], one), &result)
    })
}

fn exact_to_float(from: &DataType, to: &DataType) -> Kernel {
    let scale = scale_of(from);
    exact_type!(from, F => if to == &DataType::Float32 {
        Arc::new(move |args, _| {
            Arc::new(map1::<F, Float32Type>(&args[0], |value| decimal_to_float(value.into(), scale) as f32))
        })
    } else {
        Arc::new(move |args, _| Arc::new(map1::<F, Float64Type>(&args[0], |value| decimal_to_float(value.into(), scale))))
    })
}

fn float_to_exact(from: &DataType, to: &DataType) -> Kernel {
    let single = from == &DataType::Float32;
    let (scale, limit, to) = (scale_of(to), limit_of(to), to.clone());
    exact_type!(&to.clone(), T => Arc::new(move |args, _| {
        let one = |value: i128| <T as ArrowPrimitiveType>::Native::try_from(value).ok().filter(|_| value.unsigned_abs() < limit);
        let array: PrimitiveArray<T> = if single {
            checked1::<Float32Type, T>(&args[0], |value| single_to_decimal(value, scale).and_then(one))
        } else {
            checked1::<Float64Type, T>(&args[0], |value| double_to_decimal(value, scale).and_then(one))
        };
        typed(array, &to)
    }))
}

fn double_to_decimal(value: f64, scale: i8) -> Option<i128> {
    if scale == 0 && value.abs() < 1e15 { Some(value.round() as i128) } else { float_to_decimal(value, scale) }
}

/// By the shortest text of the 32-bit float: 0.1 stays 0.1.
fn single_to_decimal(value: f32, scale: i8) -> Option<i128> {
    double_to_decimal(value.to_string().parse().ok()?, scale)
}

fn float_to_float(from: &DataType) -> Kernel {
    if from == &DataType::Float32 {
        return Arc::new(|args, _| Arc::new(map1::<Float32Type, Float64Type>(&args[0], f64::from)));
    }
    Arc::new(|args, _| {
        Arc::new(checked1::<Float64Type, Float32Type>(&args[0], |value| Some(value as f32).filter(|v| v.is_finite())))
    })
}

fn boolean_to_integer(to: &DataType) -> Kernel {
    exact_type!(to, T => Arc::new(|args, rows| {
        let values = args[0].array.as_boolean();
        let one = |row| values.is_valid(row).then(|| i8::from(values.value(row)));
        Arc::new(build::<T>(rows, |row| one(row).and_then(|value| i128::from(value).try_into().ok())))
    }))
}

fn integer_to_boolean<F: ArrowPrimitiveType>() -> Kernel {
    Arc::new(|args, rows| {
        let numbers = args[0].numbers::<F>();
        build_bool(rows, |row| numbers.get(row).map(|value| value != F::Native::default()))
    })
}

fn span_map<F: ArrowPrimitiveType>(f: impl Fn(F::Native) -> Span + Copy + Send + Sync + 'static) -> Kernel {
    Arc::new(move |args, _| Arc::new(checked1::<F, IntervalMonthDayNanoType>(&args[0], |value| f(value).to_arrow())))
}

fn from_time(from: &DataType, to: &DataType) -> Option<Kernel> {
    use Class as C;
    let (zoned_from, zoned_to) = (time::offset(from)?, time::offset(to)?);
    let to = to.clone();
    Some(match (class(from), class(&to)) {
        (C::Date, C::Timestamp) => Arc::new(move |args, _| {
            let one = |value: i32| i64::from(value).saturating_mul(DAY).saturating_sub(zoned_to);
            typed(map1::<Date32Type, TimestampMicrosecondType>(&args[0], one), &to)
        }),
        (C::Timestamp, C::Date) => Arc::new(move |args, _| {
            let one = |value: i64| value.saturating_add(zoned_from).div_euclid(DAY) as i32;
            Arc::new(map1::<TimestampMicrosecondType, Date32Type>(&args[0], one))
        }),
        (C::Timestamp, C::Time) => Arc::new(move |args, _| {
            let one = |value: i64| value.saturating_add(zoned_from).rem_euclid(DAY);
            Arc::new(map1::<TimestampMicrosecondType, Time64MicrosecondType>(&args[0], one))
        }),
        (C::Timestamp, C::Timestamp) => {
            let moved = match (from, &to) {
                (DataType::Timestamp(_, None), DataType::Timestamp(_, Some(_))) => -zoned_to,
                (DataType::Timestamp(_, Some(_)), DataType::Timestamp(_, None)) => zoned_from,
                _ => 0,
            };
            Arc::new(move |args, _| {
                let one = |value: i64| value.saturating_add(moved);
                typed(map1::<TimestampMicrosecondType, TimestampMicrosecondType>(&args[0], one), &to)
            })
        }
        (C::Time, C::Duration) => Arc::new(|args, _| {
            Arc::new(map1::<Time64MicrosecondType, DurationMicrosecondType>(&args[0], |value| value))
        }),
        _ => return None,
    })
}

fn from_text(to: &DataType) -> Option<Kernel> {
    use Class as C;
    let target = to.clone();
    Some(match class(to) {
        C::Text => Arc::new(|args, _| args[0].array.clone()),
        C::Binary => Arc::new(|args, _| {
            let texts = args[0].array.as_string::<i32>();
            Arc::new(texts.iter().map(|text| text.map(str::as_bytes)).collect::<BinaryArray>())
        }),
        C::Boolean => Arc::new(|args, rows| {
            let texts = args[0].texts();
            build_bool(rows, |row| texts.get(row).and_then(parse::boolean))
        }),
        C::Integer => exact_type!(to, T => read::<T>(target, |text| parse::integer(text)?.try_into().ok())),
        C::Decimal => {
            let &DataType::Decimal128(precision, scale) = to else { return None };
            read::<Decimal128Type>(target, move |text| parse::decimal(text, precision, scale))
        }
        C::Float if to == &DataType::Float32 => {
            read::<Float32Type>(target, |text| parse::float(text).map(|value| value as f32).filter(|v| v.is_finite()))
        }
        C::Float => read::<Float64Type>(target, parse::float),
        C::Date => read::<Date32Type>(target, parse::date),
        C::Time => read::<Time64MicrosecondType>(target, parse::time),
        C::Timestamp => {
            let zone = time::offset(to)?;
            let zoned = matches!(to, DataType::Timestamp(_, Some(_)));
            read::<TimestampMicrosecondType>(target, move |text| read_timestamp(text, zoned, zone))
        }
        C::Duration => read::<DurationMicrosecondType>(target, |text| interval::parse(text)?.exact()),
        C::Interval => read::<IntervalMonthDayNanoType>(INTERVAL, |text| interval::parse(text)?.to_arrow()),
        _ => return None,
    })
}

/// An offset in the text counts only where the target has a time zone, as in PostgreSQL.
fn read_timestamp(text: &str, zoned: bool, zone: i64) -> Option<i64> {
    let (micros, offset) = parse::timestamp(text)?;
    if zoned { micros.checked_sub(offset.unwrap_or(zone)) } else { Some(micros) }
}

fn read<T: ArrowPrimitiveType>(
    target: DataType,
    f: impl Fn(&str) -> Option<T::Native> + Send + Sync + 'static,
) -> Kernel {
    Arc::new(move |args, rows| {
        let texts = args[0].texts();
        typed(build::<T>(rows, |row| texts.get(row).and_then(&f)), &target)
    })
}

fn hex_text() -> Kernel {
    Arc::new(|args, rows| {
        let values = args[0].array.as_binary::<i32>();
        build_text(rows, |row, out| {
            out.push_str("\\x");
            values.is_valid(row).then(|| super::text::write_hex(values.value(row), out))
        })
    })
}

fn to_text(from: &DataType) -> Kernel {
    let from = from.clone();
    Arc::new(move |args, rows| {
        let write = super::text::writer(&args[0], &from);
        build_text(rows, |row, out| write(row, out))
    })
}
