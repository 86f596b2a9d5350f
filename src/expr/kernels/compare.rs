//! Comparison of columns: exact across integers, decimals and floats; strings by bytes; NaN equals itself and is greater than any number.

#![expect(clippy::useless_conversion, reason = "the macros expand for many widths, `i128` among them")]

use super::arithmetic::exact_type;
use super::{Column, Kernel, bools, build_bool, nulls2, zip};
use crate::expr::types::{digits, pow10};
use arrow_array::types::{
    Decimal128Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, BooleanArray, Datum};
use arrow_ord::cmp;
use arrow_schema::{ArrowError, DataType};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The six comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::expr) enum Comparison {
    Eq,
    NotEq,
    Lt,
    LtEq,
    Gt,
    GtEq,
}

impl Comparison {
    fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Eq => ordering.is_eq(),
            Self::NotEq => ordering.is_ne(),
            Self::Lt => ordering.is_lt(),
            Self::LtEq => ordering.is_le(),
            Self::Gt => ordering.is_gt(),
            Self::GtEq => ordering.is_ge(),
        }
    }

    fn arrow(self) -> fn(&dyn Datum, &dyn Datum) -> Result<BooleanArray, ArrowError> {
        match self {
            Self::Eq => cmp::eq,
            Self::NotEq => cmp::neq,
            Self::Lt => cmp::lt,
            Self::LtEq => cmp::lt_eq,
            Self::Gt => cmp::gt,
            Self::GtEq => cmp::gt_eq,
        }
    }
}

impl Datum for Column {
    fn get(&self) -> (&dyn Array, bool) {
        (self.array.as_ref(), self.constant)
    }
}

/// The comparison of two types, which are the same, or both integers or decimals, or one integer and one `Float64`.
pub(in crate::expr) fn kernel(comparison: Comparison, left: &DataType, right: &DataType) -> Kernel {
    use DataType as D;
    match (left, right) {
        (D::Float64, D::Float64) => of_order::<Float64Type, Float64Type>(comparison, float_order),
        (D::Float64, right) => exact_type!(right, R => of_order::<Float64Type, R>(comparison, |a, b| {
            mixed_order(b.into(), a).reverse()
        })),
        (left, D::Float64) => exact_type!(left, L => of_order::<L, Float64Type>(comparison, |a, b| {
            mixed_order(a.into(), b)
        })),
        (left, right) if left != right => exact(comparison, left, right),
        _ => same(comparison),
    }
}

fn same(comparison: Comparison) -> Kernel {
    let compare = comparison.arrow();
    Arc::new(move |args, _| -> ArrayRef {
        Arc::new(compare(&args[0], &args[1]).expect("both sides have the same type, which can be compared"))
    })
}

fn of_order<L: ArrowPrimitiveType, R: ArrowPrimitiveType>(
    comparison: Comparison,
    order: impl Fn(L::Native, R::Native) -> Ordering + Send + Sync + 'static,
) -> Kernel {
    Arc::new(move |args, _| {
        let values: Vec<bool> = zip::<L, R, bool>(&args[0], &args[1], |a, b| comparison.holds(order(a, b)));
        bools(values.into(), nulls2(&args[0], &args[1]))
    })
}

/// The order of floats in which 0 equals -0 and NaN is greatest.
pub(in crate::expr) fn float_order(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

fn mixed_order(a: i128, b: f64) -> Ordering {
    if b.is_nan() || b >= 1e38 {
        return Ordering::Less;
    }
    if b <= -1e38 {
        return Ordering::Greater;
    }
    a.cmp(&(b.trunc() as i128)).then_with(|| 0.0f64.partial_cmp(&(b - b.trunc())).unwrap_or(Ordering::Equal))
}

fn exact(comparison: Comparison, left: &DataType, right: &DataType) -> Kernel {
    let scale = |data_type: &DataType| digits(data_type).map_or(0, |(_, scale)| scale);
    let (l, r) = (scale(left), scale(right));
    let (up_left, up_right) = (pow10((r - l).max(0) as u8), pow10((l - r).max(0) as u8));
    exact_type!(left, L => exact_type!(right, R => of_order::<L, R>(comparison, move |a, b| {
        exact_order(a.into(), up_left, b.into(), up_right)
    })))
}

/// A side whose scaling leaves 128 bits is further from zero than the other side can be.
fn exact_order(a: i128, up_left: i128, b: i128, up_right: i128) -> Ordering {
    match (a.checked_mul(up_left), b.checked_mul(up_right)) {
        (Some(a), Some(b)) => a.cmp(&b),
        (None, _) => a.cmp(&0),
        (_, None) => 0.cmp(&b),
    }
}

/// Whether a string is one of `words`.
pub(in crate::expr) fn one_of_words(words: BTreeSet<String>) -> Kernel {
    Arc::new(move |args, rows| {
        let texts = args[0].texts();
        build_bool(rows, |row| texts.get(row).map(|text| words.contains(text)))
    })
}

/// Whether an integer or decimal is one of `values`, which have its scale.
pub(in crate::expr) fn one_of_numbers(data_type: &DataType, values: BTreeSet<i128>) -> Kernel {
    let values: Vec<i128> = values.into_iter().collect();
    exact_type!(data_type, T => Arc::new(move |args, rows| {
        let numbers = args[0].numbers::<T>();
        build_bool(rows, |row| numbers.get(row).map(|value| values.binary_search(&value.into()).is_ok()))
    }))
}
