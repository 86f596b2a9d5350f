//! Values of one type -> a declared `type:`. Refused where it cannot work, warned of where a value may not fit.

use std::sync::Arc;

use arrow_array::types::{ArrowPrimitiveType, Decimal128Type, Float32Type, Float64Type, TimestampMicrosecondType};
use arrow_array::{ArrayRef, PrimitiveArray, cast::AsArray};
use arrow_cast::{CastOptions, cast_with_options};
use arrow_schema::{DataType, TimeUnit};

use super::types::{a_type, integer_limits};
use super::{Bounds, Distance, logical_type, type_name};
use crate::diag::Diagnostic;
use crate::division::Divisor;
use crate::engine::{Cells, Column};

/// A cast that is admitted.
pub(super) struct Assignment {
    /// Why a value may not fit; it gets null then.
    pub may_fail: Option<&'static str>,
}

/// Whether values of a type can be assigned to another.
///
/// # Errors
/// An error without a position, when they cannot, or when they provably do not fit.
pub(super) fn assignment(from: &DataType, to: &DataType, bounds: Option<Bounds>) -> Result<Assignment, Diagnostic> {
    use DataType::{Binary, Boolean, Date32, Duration, Null, Timestamp, Utf8};
    let safe = Ok(Assignment { may_fail: None });
    match (&logical_type(from), to) {
        (Null, _) => safe,
        (from, to) if from == to => safe,
        (_, Utf8) | (Date32, Timestamp(..)) | (Timestamp(..), Date32 | Timestamp(..)) => safe,
        (Boolean, to) if to.is_integer() => safe,
        (Utf8, Binary) => safe,
        (Duration(_), DataType::Int64) => safe,
        (from, to) if from.is_numeric() && to.is_numeric() => fits(from, to, bounds),
        (from, to) => {
            let error = Diagnostic::error("E0420", format!("{} cannot become {}", a_type(from), a_type(to)));
            Err(error.help(format!("drop `type`, or convert with `gen: expr`, as in `cast(x as {})`", type_name(to))))
        }
    }
}

/// The greatest magnitude that a number type holds; floats hold all.
fn limits(data_type: &DataType) -> Option<(f64, f64)> {
    if let DataType::Decimal128(precision, scale) = data_type {
        let high = libm::pow(10.0, f64::from(*precision) - f64::from(*scale));
        return Some((-high, high));
    }
    integer_limits(data_type).map(|(low, high)| (low as f64, high as f64))
}

fn fits(from: &DataType, to: &DataType, bounds: Option<Bounds>) -> Result<Assignment, Diagnostic> {
    let Some((least, greatest)) = limits(to) else { return Ok(Assignment { may_fail: None }) };
    if let Some((low, high)) = bounds.map(Bounds::as_floats) {
        if low >= least && high <= greatest && (high < greatest || !matches!(to, DataType::Decimal128(..))) {
            return Ok(Assignment { may_fail: None });
        }
        let name = type_name(to);
        let error = Diagnostic::error("E0425", format!("values from {low} to {high} do not fit {name}"));
        return Err(error
            .note(format!("{name} holds {least} to {greatest}"))
            .help("widen `type`, or narrow the values with `min` and `max`"));
    }
    let wider = limits(from).is_some_and(|(low, high)| low >= least && high <= greatest);
    Ok(Assignment { may_fail: (!wider).then_some("nothing bounds its values") })
}

/// The bounds of values after a cast.
pub(super) fn bounds(bounds: Option<Bounds>, to: &DataType) -> Option<Bounds> {
    match (bounds?, to) {
        (bounds @ Bounds::Time { .. }, DataType::Date32 | DataType::Timestamp(..)) => Some(bounds),
        (bounds, to) if to.is_integer() => {
            let (low, high) = bounds.as_floats();
            Some(Bounds::Integer { low: low.floor() as i128, high: high.ceil() as i128 })
        }
        (bounds, to) if to.is_numeric() => {
            let (low, high) = bounds.as_floats();
            Some(Bounds::Float { low, high })
        }
        _ => None,
    }
}

/// The distances of times after a cast; a date is the midnight before.
pub(super) fn distances(distances: Vec<Distance>, to: &DataType) -> Vec<Distance> {
    match to {
        DataType::Date32 => distances.into_iter().map(|distance| distance.cut(86_400_000_000)).collect(),
        DataType::Timestamp(..) => distances,
        _ => Vec::new(),
    }
}

/// A column brought into another type; what does not fit becomes null.
pub(super) struct Casting {
    pub inner: Arc<dyn Column>,
    pub to: DataType,
}

impl Column for Casting {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        convert(&self.inner.generate(cells), &self.to)
    }
}

/// Brings values into a type; floats become integers by rounding to nearest, half away from zero. Instants with a zone are
/// kept in UTC, so that the zone is but a mark.
pub(super) fn convert(values: &ArrayRef, to: &DataType) -> ArrayRef {
    let values = match values.data_type() {
        DataType::Float64 if to.is_integer() => rounded::<Float64Type>(values, f64::round),
        DataType::Float32 if to.is_integer() => rounded::<Float32Type>(values, f32::round),
        DataType::Timestamp(TimeUnit::Microsecond, Some(_)) => with_zone(values, None),
        _ => Arc::clone(values),
    };
    if let Some(values) = other_precision(&values, to).or_else(|| fewer_digits(&values, to)) {
        return values;
    }
    let options = CastOptions { safe: true, ..CastOptions::default() };
    let cast =
        |to: &DataType| cast_with_options(&values, to, &options).expect("the plan admits only casts that Arrow has");
    match to {
        DataType::Timestamp(TimeUnit::Microsecond, Some(zone)) => {
            with_zone(&cast(&DataType::Timestamp(TimeUnit::Microsecond, None)), Some(Arc::clone(zone)))
        }
        _ => cast(to),
    }
}

/// The same decimals in a type of the same scale, where all of them fit.
fn other_precision(values: &ArrayRef, to: &DataType) -> Option<ArrayRef> {
    let (DataType::Decimal128(_, from), DataType::Decimal128(precision, scale)) = (values.data_type(), to) else {
        return None;
    };
    let values = values.as_primitive::<Decimal128Type>();
    let limit = 10_u128.pow((*precision).into());
    let fits = from == scale && values.values().iter().fold(true, |fits, value| fits & (value.unsigned_abs() < limit));
    fits.then(|| Arc::new(values.clone().with_data_type(to.clone())) as ArrayRef)
}

/// Decimals rounded to fewer digits behind the point, half away from zero as Arrow rounds them, where all of them fit and have 63
/// bits at most.
fn fewer_digits(values: &ArrayRef, to: &DataType) -> Option<ArrayRef> {
    let (DataType::Decimal128(_, from), DataType::Decimal128(precision, scale)) = (values.data_type(), to) else {
        return None;
    };
    let dropped =
        u32::try_from(i16::from(*from) - i16::from(*scale)).ok().filter(|dropped| (1..=18).contains(dropped))?;
    let values = values.as_primitive::<Decimal128Type>();
    let (power, limit) = (10_u64.pow(dropped), 10_u128.pow((*precision).into()));
    let (divisor, half) = (Divisor::new(power), power / 2);
    let greatest = values.values().iter().fold(0, |greatest: u128, value| greatest.max(value.unsigned_abs()));
    let greatest = i64::try_from(greatest).ok()? as u64;
    if u128::from((greatest + half) / power) >= limit {
        return None;
    }
    let rounded = |value: i128| {
        let value = value as i64;
        let (size, _) = divisor.split(value.unsigned_abs() + half);
        i128::from(if value < 0 { -(size as i64) } else { size as i64 })
    };
    let rounded: PrimitiveArray<Decimal128Type> = values.unary(rounded);
    Some(Arc::new(rounded.with_data_type(to.clone())))
}

/// The same instants with another zone, or none.
fn with_zone(values: &ArrayRef, zone: Option<Arc<str>>) -> ArrayRef {
    Arc::new(values.as_primitive::<TimestampMicrosecondType>().clone().with_timezone_opt(zone))
}

fn rounded<T: ArrowPrimitiveType>(values: &ArrayRef, round: fn(T::Native) -> T::Native) -> ArrayRef {
    let rounded: PrimitiveArray<T> = values.as_primitive::<T>().unary(round);
    Arc::new(rounded)
}
